"""Expressions of time in a text, each with the days that it says.

A table of patterns, tried together at every place, the longest winning. An expression that leans on the day of the report
("last Tuesday", "two years ago", "25 February" with no year) is resolved against `published` where that is known; else its
interval is None, and it still is known to be an expression of time, so that nobody takes its numbers for counts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.dates.calendar import MONTH_NAMES, MONTHS, NUMBER_NAMES, NUMBERS, WEEKDAY_NAMES, WEEKDAYS
from onrecord.dates.interval import Interval, century, day, days, decade, month, since, span_of, until, year
from onrecord.spans import Span

__all__ = ["Dated", "dates"]


@dataclass(frozen=True, slots=True)
class Dated:
    """An expression of time: where it stands, the days it says (None where that is open) and the weekday it names.

    `impossible`: the words name a day that no calendar has ("31 April 2017"). `duration`: a length of time that is not counted
    from or to a day ("for three weeks").
    """

    span: Span
    interval: Interval | None
    weekday: int | None = None
    impossible: bool = False
    duration: bool = False


_DAY = r"(?:(?:the\s+)?(?P<{0}>\d{{1,2}})(?:st|nd|rd|th)?)"
_YEAR = r"(?P<{0}>1[0-9]\d\d|20\d\d|21\d\d)"
_MONTH = rf"(?P<{{0}}>{MONTH_NAMES})\b\.?"
_WEEKDAY = rf"(?:(?P<weekday>{WEEKDAY_NAMES})\b\.?,?\s+)?"
_IN = "(?:" + "|".join(f"(?<={word}[\\s-])" for word in "in since by until during of early late mid end last".split()) + ")"
_ON = r"(?:(?<=on\s)|(?<=late\s)|(?<=early\s))"
_DASH = r"\s?(?:-|–|—|to|and|/|or)\s?"
_COUNT = rf"(?P<count>\d{{1,4}}|{NUMBER_NAMES})"
_UNIT = r"(?P<unit>minute|hour|day|night|week|fortnight|month|year|decade|centur(?:y|ie))s?"

_Reader = Callable[[re.Match[str], date | None], Interval | None]


def _of_month(name: str) -> int:
    return MONTHS[name.casefold()]


def _number(word: str) -> int:
    return int(word) if word.isdigit() else NUMBERS[word.casefold()]


def _is_count(text: str, match: re.Match[str]) -> bool:
    """Whether four digits that could be a year count something ("1992 people", "resolutions 1973")."""
    return bool(_COUNTED.match(text, match.end()) or _NUMBERED.search(text, max(0, match.start() - 40), match.start()))


def _assumed_year(published: date | None, number: int) -> int | None:
    """The year of a month named without one: the report's own, or the one before where that would lie ahead of it."""
    if published is None:
        return None
    return published.year if number <= published.month + 1 else published.year - 1


def _day(match: re.Match[str], published: date | None) -> Interval | None:
    number = _of_month(match["month"])
    stated = match["year"] if "year" in match.re.groupindex else None
    in_year = int(stated) if stated else _assumed_year(published, number)
    return day(in_year, number, int(match["day"])) if in_year else None


def _days(match: re.Match[str], published: date | None) -> Interval | None:
    number = _of_month(match["month"])
    in_year = int(match["year"]) if match["year"] else _assumed_year(published, number)
    if not in_year:
        return None
    first, last = day(in_year, number, int(match["day"])), day(in_year, number, int(match["last"]))
    return days(first, last) if first and last else None


def _month(match: re.Match[str], published: date | None) -> Interval | None:
    number = _of_month(match["month"])
    in_year = int(match["year"]) if match["year"] else _assumed_year(published, number)
    return month(in_year, number) if in_year else None


def _numeric(match: re.Match[str], published: date | None) -> Interval | None:
    first, second, in_year = int(match["day"]), int(match["number"]), int(match["year"])
    if first <= 12 and second <= 12 and first != second:
        return year(in_year)  # day and month cannot be told apart
    return day(in_year, second, first) if second <= 12 else day(in_year, first, second)


def _iso(match: re.Match[str], published: date | None) -> Interval | None:
    return day(int(match["year"]), int(match["number"]), int(match["day"]))


def _years(match: re.Match[str], published: date | None) -> Interval | None:
    last = match["last"] or match["short"]
    whole = int(last) if len(last) == 4 else int(match["year"][: 4 - len(last)] + last)
    first, end = year(int(match["year"])), year(whole)
    return days(first, end) if first and end else None


def _year(match: re.Match[str], published: date | None) -> Interval | None:
    return year(int(match["year"]))


def _decade(match: re.Match[str], published: date | None) -> Interval | None:
    digits = match["decade"]
    return decade(int(digits) if len(digits) == 4 else 1900 + int(digits))


def _century(match: re.Match[str], published: date | None) -> Interval | None:
    first = century(int(match["first"]))
    return days(first, century(int(match["last"]))) if match["last"] else first


def _named_day(match: re.Match[str], published: date | None) -> Interval | None:
    if published is None:
        return None
    offset = {"yesterday": -1, "tomorrow": 1, "last night": -1}.get(match[0].casefold(), 0)
    start = published + timedelta(days=offset)
    return span_of(start, start + timedelta(days=1))


def _weekday(match: re.Match[str], published: date | None) -> Interval | None:
    if published is None:
        return None
    number, which = WEEKDAYS[match["name"].casefold()], (match["which"] or "").casefold()
    back = (published.weekday() - number) % 7
    if which == "next":
        start = published + timedelta(days=(number - published.weekday()) % 7 or 7)
    else:
        start = published - timedelta(days=back or (7 if which == "last" else 0))
    return span_of(start, start + timedelta(days=1))


def _period(match: re.Match[str], published: date | None) -> Interval | None:
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


def _ago(match: re.Match[str], published: date | None) -> Interval | None:
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


def _past(match: re.Match[str], published: date | None) -> Interval | None:
    before = _ago(match, published)
    return span_of(before.start, published + timedelta(days=1)) if before and before.start and published else None


def _open(match: re.Match[str], published: date | None) -> Interval | None:
    return None


_PATTERNS: tuple[tuple[str, _Reader], ...] = (
    (rf"{_WEEKDAY}{_DAY.format('day')}(?:\s+of)?\s+{_MONTH.format('month')},?\s+{_YEAR.format('year')}", _day),
    (rf"{_WEEKDAY}{_MONTH.format('month')}\s+{_DAY.format('day')},?\s+{_YEAR.format('year')}", _day),
    (rf"{_WEEKDAY}{_DAY.format('day')}(?:\s+of)?\s+{_MONTH.format('month')}", _day),
    (rf"{_WEEKDAY}{_MONTH.format('month')}\s+{_DAY.format('day')}(?!\d|,\d|\s+(?:people|per|%))", _day),
    (
        rf"{_DAY.format('day')}{_DASH}{_DAY.format('last')}(?:\s+of)?\s+{_MONTH.format('month')},?(?:\s+{_YEAR.format('year')})?",
        _days,
    ),
    (rf"{_MONTH.format('month')}\s+{_DAY.format('day')}{_DASH}{_DAY.format('last')}(?:,?\s+{_YEAR.format('year')})?", _days),
    (rf"{_MONTH.format('month')},?\s+{_YEAR.format('year')}", _month),
    (rf"{_IN}{_MONTH.format('month')}(?P<year>)", _month),
    (r"(?P<year>\d{4})-(?P<number>\d{2})-(?P<day>\d{2})(?!\d)", _iso),
    (r"(?P<day>\d{1,2})(?P<sep>[./])(?P<number>\d{1,2})(?P=sep)(?P<year>(?:19|20)\d\d)(?!\d)", _numeric),
    (rf"{_YEAR.format('year')}(?:{_DASH}(?P<last>(?:1[0-9]|20)\d\d)|[-–/](?P<short>\d\d))(?!\d|,\d|\s?%)", _years),
    (r"(?<=[\s(–—/-])(?P<year>1[5-9]\d\d|20\d\d)(?!\d|[,.]\d|\s?%|[-–]\d)", _year),
    (r"(?:the\s+)?(?:early|mid|late)?[\s-]?(?P<decade>1[0-9]\d0|20\d0|[2-9]0)(?:'|’)?s\b", _decade),
    (rf"(?:the\s+)?(?P<first>\d\d?)(?:st|nd|rd|th)(?:{_DASH}(?P<last>\d\d?)(?:st|nd|rd|th))?\s+centur(?:y|ies)", _century),
    (r"today|yesterday|tomorrow|tonight|last night|this (?:morning|afternoon|evening)", _named_day),
    (rf"(?:{_ON}|(?P<which>last|next|this)\s+)(?P<name>{WEEKDAY_NAMES})\b", _weekday),
    (r"(?:the\s+)?(?P<which>last|previous|past|this|current|next|coming)\s+(?P<period>year|month|week)", _period),
    (rf"(?:(?:some|about|nearly|over|more than)\s+)?{_COUNT}\s+{_UNIT}\s+(?:ago|earlier|before|later|after)", _ago),
    (rf"(?:the\s+|these\s+)?(?:past|last|previous)\s+(?:{_COUNT}\s+)?{_UNIT}", _past),
    (rf"(?:the\s+)?(?:next|first|coming)\s+{_COUNT}\s+{_UNIT}", _open),
    (rf"{_COUNT}(?:{_DASH}(?:\d{{1,4}}|{NUMBER_NAMES}))?[\s-]{_UNIT}(?:[\s-]old)?\b", _open),
    (
        r"\d{1,2}[:.]\d{2}\s?(?:a\.?m\.?|p\.?m\.?|hours?|hrs|GMT|UTC)|\d{1,2}\s?(?:a\.m\.|p\.m\.|am|pm|o['’]clock)|\d{1,2}:\d{2}",
        _open,
    ),
)
_COMPILED = tuple((re.compile(rf"(?<![\w/.])(?:{pattern})(?![\w])", re.IGNORECASE), read) for pattern, read in _PATTERNS)
_COUNTED = re.compile(r"\s+(?:(?:of\s+)?(?:people|men|women|children|persons|[a-z]{3,}s)\b(?!\s+(?:ago|later)))")
_NUMBERED = re.compile(
    r"(?:\b(?:resolutions?|no\.?|nos\.?|number|paragraphs?|articles?|page|about|some|nearly|over|than|around)\s+"
    r"(?:\d+,?\s+(?:and\s+)?)*|[$£€#])\Z",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\b(?:since|from)\s+(?:the\s+)?(?:night\s+of\s+)?\Z", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:until|till|up to|by(?: the end of| end)?|before)\s+\Z", re.IGNORECASE)


def dates(text: str, *, published: date | None = None) -> list[Dated]:
    """The expressions of time in `text`, in order, none inside another. `published` is the day of the report."""
    found: list[Dated] = []
    end = 0
    for dated in sorted(_every(text, published), key=lambda dated: (dated.span.start, -dated.span.end)):
        if dated.span.start >= end:
            found.append(dated)
            end = dated.span.end
    return found


def _every(text: str, published: date | None) -> Iterator[Dated]:
    for pattern, read in _COMPILED:
        for match in pattern.finditer(text):
            if read is _year and _is_count(text, match):
                continue
            try:
                interval = read(match, published)
            except (OverflowError, ValueError):  # a day before the year 1 or after 9999
                interval = None
            yield _dated(text, match, interval, read)


def _dated(text: str, match: re.Match[str], interval: Interval | None, read: _Reader) -> Dated:
    groups = match.groupdict()
    stated = read in {_day, _iso, _numeric, _days} and bool(groups.get("year"))
    named = groups.get("weekday")
    before = text[max(0, match.start() - 24) : match.start()]
    if interval and read not in {_years, _days} and _SINCE.search(before):
        interval = since(interval)
    elif interval and _UNTIL.search(before):
        interval = until(interval)
    return Dated(
        Span(match.start(), match.end()),
        interval,
        weekday=WEEKDAYS[named.casefold()] if named else None,
        impossible=stated and interval is None,
        duration=read is _open,
    )
