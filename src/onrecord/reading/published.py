"""Dates of publication as pages, messages and office files state them, in EDTF (ISO 8601-2).

Only what is stated counts: a date that can be read in two ways keeps the part that is sure ("02/03/2018" is 2018).
"""

from __future__ import annotations

import re
from datetime import date

__all__ = ["agreed", "edtf"]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>[12]\d{3})"
_ISO = re.compile(r"(?P<year>[12]\d{3})(?:[-/.](?P<month>\d{1,2})(?:[-/.](?P<day>\d{1,2}))?)?(?=$|[T\s])")
_COMPACT = re.compile(r"(?P<year>[12]\d{3})(?P<month>[01]\d)(?P<day>[0-3]\d)(?=$|T?\d{4,6})")
_NUMERIC = re.compile(r"(?P<first>\d{1,2})[-/.](?P<second>\d{1,2})[-/.](?P<year>[12]\d{3})(?=$|[T\s,])")
_WRITTEN = (
    re.compile(rf"(?:[a-z]{{3,9}}\.?,?\s+)?{_DAY}[\s-]+(?:of\s+)?{_MONTH},?[\s-]+{_YEAR}", re.IGNORECASE),
    re.compile(rf"(?:[a-z]{{3,9}}\.?,?\s+)?{_MONTH}\s+{_DAY},?\s+{_YEAR}", re.IGNORECASE),
    re.compile(rf"{_MONTH},?\s+{_YEAR}(?:$|\s)", re.IGNORECASE),
)


def edtf(stated: str | None) -> str | None:
    """The date that `stated` begins with, as far as it is sure; null where it begins with none.

    The day is taken as written, in the place where it was written: no shift to another time zone.
    """
    words = (stated or "").strip()[:100]
    for pattern in (_ISO, _COMPACT):
        if match := pattern.match(words):
            return _checked(match["year"], match["month"], match["day"])
    for pattern in _WRITTEN:
        if match := pattern.match(words):
            month = _MONTHS.index(match["month"][:3].lower()) + 1
            return _checked(match["year"], str(month), match.groupdict().get("day"))
    if match := _NUMERIC.match(words):
        return _numeric(int(match["first"]), int(match["second"]), match["year"])
    return None


def agreed(*stated: str | None) -> str | None:
    """The part of several dates on which all of them agree: day, month or year; null where they do not.

    An office file says when it was made and when it was changed last. A file made anew from an old one keeps the old date,
    a copy saved later gets a new one: only what both say is likely to be the time of the report.
    """
    dates = [found for found in map(edtf, stated) if found]
    for length in (10, 7, 4):
        parts = {found[:length] for found in dates}
        if len(parts) == 1:
            return parts.pop()
    return None


def _numeric(first: int, second: int, year: str) -> str | None:
    """Day and month in an order that only a number over 12 (or two that are equal) settles."""
    if first > 12 or first == second:
        return _checked(year, str(second), str(first))
    if second > 12:
        return _checked(year, str(first), str(second))
    return year


def _checked(year: str, month: str | None, day: str | None) -> str | None:
    try:
        whole = date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    return whole.isoformat()[: 10 if day else 7 if month else 4]
