"""How a number is qualified, and of which other number it is a part."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.record import Qualifier
from onrecord.spans import Span

__all__ = ["parts", "qualifier"]

_BEFORE: tuple[tuple[Qualifier, str], ...] = (
    ("at least", r"at least|no (?:less|fewer) than|not less than|a minimum of|minimum|upwards of"),
    ("up to", r"up to|as many as|as much as|at most|a maximum of|no more than|not more than|maximum"),
    ("over", r"more than|over|above|exceeding|in excess of|surpass(?:ed|ing)|beyond"),
    ("under", r"less than|fewer than|under|below"),
    (
        "about",
        r"nearly|almost|about|around|some|approx\.?|approximately|roughly|close to|an? (?:\w+ )?estimated|estimated|circa",
    ),
)
_QUALIFIERS = tuple(
    (name, re.compile(rf"(?:\b(?:{words})|~)\s+(?:(?:the|a|an|of|additional|another|further|total of)\s+)*\Z", re.IGNORECASE))
    for name, words in _BEFORE
)
_ESTIMATE = re.compile(
    r"\b(?:an? (?:\w+ )?estimated|ha(?:s|ve) estimated that|estimates? (?:that|of|suggest(?: that)?)|estimated)"
    r"\s+(?:\w+\s+){0,3}\Z",
    re.IGNORECASE,
)
_OR_MORE = re.compile(r"\s*(?:\+|plus\b|or more\b|and more\b|or over\b|or higher\b)", re.IGNORECASE)
_OR_SO = re.compile(r"\s*(?:or so|or thereabouts|, give or take)\b", re.IGNORECASE)

_OPENS_PARTS = re.compile(
    r"\b(?:includ(?:ing|es|ed)|among (?:them|whom|which|these|those)|of (?:whom|which|them|these|those)|comprising"
    r"|consisting of|made up of|composed of)\b",
    re.IGNORECASE,
)
_ONLY_OF = re.compile(
    r"(?:\s+\w+)?\s+(?:out\s+of|of)\s+(?:the|its|their|a\s+total\s+of|all|these|those|some|about|more\s+than)?\s*",
    re.IGNORECASE,
)


def qualifier(text: str, number: Span) -> Qualifier:
    """How exact the number is said to be; "exactly" where nothing is said."""
    before = text[max(0, number.start - 40) : number.start]
    after = text[number.end : number.end + 16]
    if _OR_MORE.match(after):
        return "at least"
    if _OR_SO.match(after):
        return "about"
    for name, pattern in _QUALIFIERS:
        if pattern.search(before):
            return name
    return "about" if _ESTIMATE.search(before) else "exactly"


def parts(text: str, numbers: Sequence[Span], sentences: Sequence[int]) -> list[int | None]:
    """For each number the index of the one that it is a part of, by the words between them; both stand in one sentence."""
    wholes: list[int | None] = [None] * len(numbers)
    for index in range(1, len(numbers)):
        before = numbers[index - 1]
        if sentences[index] != sentences[index - 1]:
            continue
        between = text[before.end : numbers[index].start]
        if _ONLY_OF.fullmatch(between):
            wholes[index - 1] = index  # "seven of the 13 seats"
        elif _OPENS_PARTS.search(between) and len(between) < 120:
            wholes[index] = index - 1 if wholes[index - 1] is None else wholes[index - 1]
        elif wholes[index - 1] is not None and wholes[index - 1] != index and _same_list(between):
            wholes[index] = wholes[index - 1]
    # A chain "7 of the 32, 7 of the 29" never makes a whole a part.
    return [whole if whole is not None and wholes[whole] is None else None for whole in wholes]


def _same_list(between: str) -> bool:
    """Whether nothing but the end of one item and a joint stand between two numbers ("106 women, 53 children and 70 …")."""
    return (
        len(between.split()) <= 6 and bool(re.search(r",|\band\b|\bas well as\b", between)) and not re.search(r"[.;:]", between)
    )
