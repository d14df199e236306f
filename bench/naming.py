"""When a predicted name is the gold's speaker: the same name or an alias, with or without titles; nothing cleverer."""

from __future__ import annotations

import functools
import re
import unicodedata
from pathlib import Path

from bench.readings import Reading, Said, Voice

__all__ = ["TITLES", "alike", "right", "same"]

TITLES = frozenset((Path(__file__).parent / "data" / "titles.txt").read_text(encoding="utf-8").split())
# "The wife of Ana Lima" is not Ana Lima.
_LINKS = frozenset(["of", "and", "by", "with", "for", "to", "in", "from", "at", "on", "or", "s"])
_PARENTHESES = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_WORD = re.compile(r"\w+")


@functools.lru_cache(maxsize=4096)
def _words(name: str) -> tuple[str, ...]:
    plain = unicodedata.normalize("NFKD", name).casefold()
    plain = "".join(character for character in plain if not unicodedata.combining(character))
    words = _WORD.findall(re.sub(r"['’]s\b|['’]", "", _PARENTHESES.sub(" ", plain).replace(".", " ")))
    return tuple(words[1:] if words[:1] in (["the"], ["a"], ["an"]) and len(words) > 1 else words)


def _bare(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words without titles in front; all of them where nothing else is left."""
    first = 0
    while first < len(words) and words[first] in TITLES:
        first += 1
    return words[first:] or words


def same(predicted: str, name: str) -> bool:
    """Whether two names are one, case, accents, articles, brackets and titles in front aside."""
    one, other = _words(predicted), _words(name)
    if not one or not other:
        return False
    # "Foreign Secretary Ana Lima" is "Ana Lima" with a title: two words at the end are enough to know a full name by.
    titled = 1 < len(other) < len(one) and one[-len(other) :] == other and one[-len(other) - 1] not in _LINKS
    return one == other or _bare(one) == _bare(other) or titled


def right(predicted: Said, reading: Reading, gold: Said, gold_reading: Reading) -> bool:
    """Whether the predicted speaker is the gold's. Where the gold has none: none, or the source's own words."""
    if gold.speaker is None:
        own = (gold_reading.words(gold.source), reading.words(predicted.source))
        return predicted.speaker is None or any(same(predicted.speaker.name, words) for words in own if words)
    return predicted.speaker is not None and any(
        same(predicted.speaker.name, form) for form in (gold.speaker.name, *gold.speaker.aliases)
    )


def alike(predicted: Voice | None, gold: Voice | None) -> bool:
    """Whether one name's words lie in the other's: most likely the right speaker in another form. For listing errors only."""
    if predicted is None or gold is None:
        return False
    one = set(_bare(_words(predicted.name)))
    return any(one <= set(other) or set(other) <= one for other in map(_words, (gold.name, *gold.aliases)) if other)
