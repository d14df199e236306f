"""Short labels for speakers, so that colour is never alone: AV for Anton Varga, OIC for a body of that acronym."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.record import Speaker

__all__ = ["labels"]

_WORD = re.compile(r"[^\W_]+")
# Words that carry no initial: articles, particles of names and of bodies.
_SMALL = frozenset("a an and at by de del den der di du el for from in la le of on one or the to van von zu".split())


def labels(speakers: Iterable[Speaker]) -> dict[str, str]:
    """A label for each speaker's id, each given once; a second AV is AV2, in the order of the speakers."""
    given: dict[str, str] = {}
    used: set[str] = set()
    for speaker in speakers:
        stem, number = _initials(speaker.name), 1
        label = stem
        while label in used:
            number += 1
            label = f"{stem}{number}"
        used.add(label)
        given[speaker.id] = label
    return given


def _initials(name: str) -> str:
    words: list[str] = _WORD.findall(name)
    telling = [word for word in words if word.casefold() not in _SMALL] or words
    if not telling:
        return "•"
    if len(telling) == 1:
        return telling[0][:3] if telling[0].isupper() else telling[0][:2].capitalize()
    # First and last initials say more than the third of seven.
    picked = telling if len(telling) <= 3 else [*telling[:2], telling[-1]]
    return "".join(word[0].upper() for word in picked)
