"""The years that a report gives to what it cites."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from onrecord.checks.subject import Subject
from onrecord.dates.calendar import MONTH_NAMES
from onrecord.record import Reference
from onrecord.spans import Span

__all__ = ["Year", "said_years"]

_DATE = rf"(?:(?:\d{{1,2}}\s+)?(?:{MONTH_NAMES})\.?\s+(?:\d{{1,2}},?\s+)?)?(?P<year>(?:1[89]|20)\d\d)(?![\d/–-])"
_LEADING = re.compile(r"(?:the\s+)?(?P<year>(?:1[89]|20)\d\d)\s", re.IGNORECASE)
_BRACKETED = re.compile(r"\s?\(\s?(?P<year>(?:1[89]|20)\d\d)\s?\)")
_DATED = re.compile(
    rf",?\s+(?:(?:which\s+was\s+|was\s+)?(?:adopted|passed|signed|concluded)\s+(?:in|on)|of)\s+{_DATE}", re.IGNORECASE
)
_BEFORE = re.compile(
    r"\bin\s+(?P<year>(?:1[89]|20)\d\d),?\s+the\s+(?:UN\s+|United Nations\s+)?(?:Security\s+Council|General\s+Assembly)"
    r"\s+(?:also\s+|unanimously\s+)?(?:adopted|passed)\s+(?:its\s+)?\Z",
    re.IGNORECASE,
)


class Year(NamedTuple):
    """A year said of something cited, and where it stands in the text."""

    number: int
    span: Span


def said_years(subject: Subject, reference: Reference) -> Iterator[Year]:
    """The years that stand in the citation or right beside it."""
    span, text = subject.here(reference.span), subject.text
    if match := _LEADING.match(text, span.start, span.end):
        yield _year(match)
    for pattern in (_BRACKETED, _DATED):
        for match in pattern.finditer(text, span.start, span.end):
            yield _year(match)
        if behind := pattern.match(text, span.end):
            yield _year(behind)
    if before := _BEFORE.search(text, max(0, span.start - 90), span.start):
        yield _year(before)


def _year(match: re.Match[str]) -> Year:
    return Year(int(match["year"]), Span(match.start("year"), match.end("year")))
