"""The body that issues a report, where the report's head names it: what the report says itself, that body says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from onrecord.dates.expressions import dates

__all__ = ["heads"]

_LINES, _WORDS = 4, 14
_PARTS = re.compile(r"\s[-–—|]+\s|[,.()]|\s{2,}")
_PAPER = (
    r"(?:press|media|news|information|release|office|service|statement|communiqu\w+|bulletin|reports?|extracts?|leaflet|letter"
    r"|summary|findings?|conclusions|no|for immediate|annual|monthly|official|page|issue|edition|original|translation|\d+)"
)
_ONLY_PAPER = re.compile(rf"(?:{_PAPER}|the|an?|of|on|from|its|by|and|\W)*\Z", re.IGNORECASE)
_OF = re.compile(rf"(?:an?\s+|the\s+)?{_PAPER}(?:\s+{_PAPER})*\s+(?:of|by|from)\s+(?:the\s+)?", re.IGNORECASE)


def heads(text: str) -> Iterator[str]:
    """The names that stand alone in a line of the head, dates and "press release", "summary of findings" and the like aside."""
    lines = (line for line in text.splitlines() if line.strip())
    for line in islice(lines, _LINES):
        if len(line.split()) <= _WORDS:
            parts = [part.strip() for part in _PARTS.split(_undated(line))]
            named = [part for part in parts if not _ONLY_PAPER.match(part)]
            if len(named) == 1:
                yield _OF.sub("", named[0], count=1) if _OF.match(named[0]) else named[0]


def _undated(line: str) -> str:
    for dated in reversed(dates(line)):
        line = f"{line[: dated.span.start]},{line[dated.span.end :]}"
    return line
