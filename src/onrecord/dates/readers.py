"""What the words of an expression of time say: from the match of a pattern to its interval.

Every reader takes the match, with groups by name, and the day of the report, against which relative expressions are read;
None where the calendar has no such day, or where that day is not known.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import TypeAlias

from onrecord.dates.calendar import MONTHS, NUMBERS, WEEKDAYS
from onrecord.dates.interval import Interval, century, day, days, decade, month, span_of, year

__all__ = [
    "Reader",
    "a_day",
    "a_decade",
    "a_month",
    "a_year",
    "ago",
    "centuries",
    "iso",
    "left_open",
    "named_day",
    "numeric",
    "past",
    "period",
    "some_days",
    "weekday",
    "years",
]

Reader: TypeAlias = "Callable[[re.Match[str], date | None], Interval | None]"


def _of_month(name: str) -> int:
    return MONTHS[name.casefold()]


def _number(word: str) -> int:
    return int(word) if word.isdigit() else NUMBERS[word.casefold()]


def _assumed_year(published: date | None, number: int) -> int | None:
    """The year of a month named without one: the report's own, or the one before where that would lie ahead of it."""
    if published is None:
        return None
    return published.year if number <= published.month + 1 else published.year - 1


def a_day(match: re.Match[str], published: date | None) -> Interval | None:
    number = _of_month(match["month"])
    stated = match["year"] if "year" in match.re.groupindex else None
    in_year = int(stated) if stated else _assumed_year(published, number)
    return day(in_year, number, int(match["day"])) if in_year else None


def some_days(match: re.Match[str], published: date | None) -> Interval | None:
    number = _of_month(match["month"])
    in_year = int(match["year"]) if match["year"] else _assumed_year(published, number)
    if not in_year:
        return None
    first, last = day(in_year, number, int(match["day"])), day(in_year, number, int(match["last"]))
    return days(first, last) if first and last else None


def a_month(match: re.Match[str], published: date | None) -> Interval | None:
    number = _of_month(match["month"])
    in_year = int(match["year"]) if match["year"] else _assumed_year(published, number)
    return month(in_year, number) if in_year else None


def numeric(match: re.Match[str], published: date | None) -> Interval | None:
    first, second, in_year = int(match["day"]), int(match["number"]), int(match["year"])
    if first <= 12 and second <= 12 and first != second:
        return year(in_year)  # day and month cannot be told apart
    return day(in_year, second, first) if second <= 12 else day(in_year, first, second)


def iso(match: re.Match[str], published: date | None) -> Interval | None:
    return day(int(match["year"]), int(match["number"]), int(match["day"]))


def years(match: re.Match[str], published: date | None) -> Interval | None:
    last = match["last"] or match["short"]
    whole = int(last) if len(last) == 4 else int(match["year"][: 4 - len(last)] + last)
    first, end = year(int(match["year"])), year(whole)
    return days(first, end) if first and end else None


def a_year(match: re.Match[str], published: date | None) -> Interval | None:
    return year(int(match["year"]))


def a_decade(match: re.Match[str], published: date | None) -> Interval | None:
    digits = match["decade"]
    return decade(int(digits) if len(digits) == 4 else 1900 + int(digits))


def centuries(match: re.Match[str], published: date | None) -> Interval | None:
    first = century(int(match["first"]))
    return days(first, century(int(match["last"]))) if match["last"] else first


def named_day(match: re.Match[str], published: date | None) -> Interval | None:
    if published is None:
        return None
    offset = {"yesterday": -1, "tomorrow": 1, "last night": -1}.get(match[0].casefold(), 0)
    start = published + timedelta(days=offset)
    return span_of(start, start + timedelta(days=1))


def weekday(match: re.Match[str], published: date | None) -> Interval | None:
    if published is None:
        return None
    number, which = WEEKDAYS[match["name"].casefold()], (match["which"] or "").casefold()
    back = (published.weekday() - number) % 7
    if which == "next":
        start = published + timedelta(days=(number - published.weekday()) % 7 or 7)
    else:
        start = published - timedelta(days=back or (7 if which == "last" else 0))
    return span_of(start, start + timedelta(days=1))


def period(match: re.Match[str], published: date | None) -> Interval | None:
    if published is None:
        return None
    step = {"last": -1, "previous": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1}[match["which"].casefold()]
    unit = match["period"].casefold()
    if unit == "year":
        return year(published.year + step)
    if unit == "month":
        months = published.year * 12 + published.month - 1 + step
        return month(months // 12, months % 12 + 1)
    start = published - timedelta(days=published.weekday()) + timedelta(weeks=step)
    return span_of(start, start + timedelta(weeks=1))


def ago(match: re.Match[str], published: date | None) -> Interval | None:
    count, unit = _number(match["count"] or "a"), match["unit"].casefold()
    if published is None:
        return None
    if unit in {"year", "decade"}:
        return year(published.year - count * (10 if unit == "decade" else 1))
    if unit == "month":
        months = published.year * 12 + published.month - 1 - count
        return month(months // 12, months % 12 + 1)
    length = {"day": 1, "night": 1, "week": 7, "fortnight": 14}.get(unit)
    if not length:
        return None
    start = published - timedelta(days=count * length)
    return span_of(start, start + timedelta(days=1))


def past(match: re.Match[str], published: date | None) -> Interval | None:
    before = ago(match, published)
    return span_of(before.start, published + timedelta(days=1)) if before and before.start and published else None


def left_open(match: re.Match[str], published: date | None) -> Interval | None:
    return None
