"""The words of its own sentence on either side of a figure, and those of its paragraph before it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.record import Figure

__all__ = ["NUMBER", "any_of", "around", "first", "paragraph"]

_AFTER = 90
_SPACES = re.compile(r"\s+")
_STOP = re.compile(r"[.;!?:](?=\s|$)|\n\s*\n")
NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|half|(?:one|some|many|most|none|all) of)\b",
    re.IGNORECASE,
)


def any_of(*patterns: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(patterns)})", re.IGNORECASE)


def first(kinds: Iterable[tuple[str, re.Pattern[str]]], words: str) -> str | None:
    return next((name for name, pattern in kinds if pattern.search(words)), None)


def around(figure: Figure, text: str) -> tuple[str, str]:
    """The rest of the sentence on either side of the figure, not much of it."""
    start, end = figure.span.start, figure.span.end
    before = _STOP.split(text[max(0, start - 2 * _AFTER) : start])[-1]
    return _line(before), _line(_STOP.split(text[end : end + _AFTER])[0])


def paragraph(figure: Figure, text: str) -> str:
    """The paragraph up to the figure."""
    return _line(text[: figure.span.start].rpartition("\n\n")[2])


def _line(words: str) -> str:
    """Words that are wrapped over lines or spaced out, as one line."""
    return _SPACES.sub(" ", words)
