"""Patterns looked for in long texts at little cost.

A search that can begin anywhere tries every character of a text, and one that ignores case does so slowly. What every match
holds for certain, a word or a sign, is found twenty times as fast; the pattern then reads only what stands around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

__all__ = ["around", "either", "lowered", "near", "places"]


def either(words: Iterable[str]) -> str:
    """A pattern for any of `words`, the longest first; they may be patterns that begin with a letter.

    Each first letter is tried once and then what goes on from it, which halves the cost of a long list. Where such a list is
    looked for in a whole text, a sign that stands before a word (`\\W`) should begin the pattern: the search then tries only
    these signs, while behind a lookbehind it tries every character.
    """
    rest: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda word: (-len(word), word)):
        rest.setdefault(word[0], []).append(word[1:])
    return "|".join(f"{first}(?:{'|'.join(others)})" for first, others in rest.items())


def lowered(text: str) -> str:
    """The text in lower case, position by position: what is found in it stands at the same place in the text."""
    lower = text.lower()
    # A letter such as the Turkish capital dotted I becomes two.
    return lower if len(lower) == len(text) else "".join(each if len(each := sign.lower()) == 1 else sign for sign in text)


def near(pattern: re.Pattern[str], text: str, *held: str, within: str | None = None, reach: int) -> Iterator[re.Match[str]]:
    """What `pattern.finditer(text)` gives, for a pattern whose every match holds one of `held` and lies within `reach` of it.

    `reach` is in characters on either side, with what the pattern looks at before and behind. The words are looked for in
    `within`, the text itself or its lower case.
    """
    yield from around(pattern, text, places(text if within is None else within, *held), reach=reach)


def around(pattern: re.Pattern[str], text: str, places: Iterable[tuple[int, int]], *, reach: int) -> Iterator[re.Match[str]]:
    """What `pattern.finditer(text)` gives, for a pattern whose every match lies within `reach` of one of the ordered places."""
    first, last = -1, -1
    for start, end in places:
        if start - reach > last >= 0:
            yield from pattern.finditer(text, first, last)
            first = -1
        first = max(0, start - reach) if first < 0 else first
        last = end + reach
    if last >= 0:
        yield from pattern.finditer(text, first, last)


def places(text: str, *held: str) -> list[tuple[int, int]]:
    """Where the words stand in a text, in order."""
    found: list[tuple[int, int]] = []
    for word in held:
        at = text.find(word)
        while at >= 0:
            found.append((at, at + len(word)))
            at = text.find(word, at + 1)
    return sorted(found) if len(held) > 1 else found
