"""Times as EDTF writes them (ISO 8601-2), against each other."""

from __future__ import annotations

import re

__all__ = ["clash", "later"]

_DOUBT = re.compile(r"[?~%]")
_DATE = re.compile(r"(?P<year>\d{2}[\dX]{2})(?:-(?P<month>\d\d))?(?:-(?P<day>\d\d))?\Z")
_EVER = ("0000-00-00", "9999-99-99")


def clash(one: str, other: str) -> bool:
    """Whether no day is of both times; False where one of them cannot be read."""
    ours, theirs = _bounds(one), _bounds(other)
    return bool(ours and theirs and (ours[1] < theirs[0] or theirs[1] < ours[0]))


def later(one: str | None, other: str | None) -> bool:
    """Whether the first time is wholly after the second; False where one is not known."""
    ours, theirs = _bounds(one or ""), _bounds(other or "")
    return bool(ours and theirs and ours[0] > theirs[1])


def _bounds(edtf: str) -> tuple[str, str] | None:
    """The first and last day as they sort; None where the expression is of another kind."""
    first, _, last = _DOUBT.sub("", edtf).partition("/")
    ends = [_EVER if end in {"", ".."} else _span(end) for end in (first, last or first)]
    return (ends[0][0], ends[1][1]) if edtf and ends[0] and ends[1] else None


def _span(date: str) -> tuple[str, str] | None:
    match = _DATE.match(date)
    if not match:
        return None
    year, month, day = match["year"], match["month"], match["day"]
    low = f"{year.replace('X', '0')}-{month or '00'}-{day or '00'}"
    return low, f"{year.replace('X', '9')}-{month or '99'}-{day or '99'}"
