"""Days that do not fit the calendar: no such day, another weekday, a period that ends before it begins."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date, timedelta

from onrecord.checks.subject import Misfit, Subject
from onrecord.dates.calendar import MONTH_NAMES, MONTHS
from onrecord.dates.expressions import Dated
from onrecord.spans import Span

__all__ = ["date_impossible", "date_order", "weekday_date"]

_DAY_FIRST = re.compile(
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s?(?:-|–|—|to|and|/|or)\s?(?:the\s+)?(?P<last>\d{{1,2}})(?:st|nd|rd|th)?)?"
    rf"(?:\s+of)?\s+(?P<month>{MONTH_NAMES})\b\.?,?(?:\s+(?P<year>\d{{4}}))?",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"(?P<month>{MONTH_NAMES})\b\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?P<last>)?,?\s+(?P<year>\d{{4}})", re.IGNORECASE
)
_NUMERIC = re.compile(r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})|(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})")
_PERIOD = re.compile(r"\b(?P<opens>from|between|during|period|\()\s*\Z", re.IGNORECASE)
_JOINS = {"from": re.compile(r"\s+(?:to|until|till|through)\s+(?:the\s+)?"), "between": re.compile(r"\s+and\s+(?:the\s+)?")}
_YEARS = re.compile(
    r"(?:\b(?P<from>from)\s+(?P<a>[12]\d{3})\s+(?:to|until|till|through)\s+(?P<b>[12]\d{3})"
    r"|\b(?P<between>between)\s+(?P<c>[12]\d{3})\s+and\s+(?P<d>[12]\d{3})"
    r"|\b(?:period|years?|in|during|of)\s+(?P<e>[12]\d{3})\s?[-–—]\s?(?P<f>[12]\d{3}))\b(?![-–/,.]?\d)",
    re.IGNORECASE,
)
_TWO_YEARS = re.compile(r"[12]\d{3}(?:\s+(?:to|until|till|through|and)\s+|\s?[-–—]\s?)[12]\d{3}", re.IGNORECASE)
_GREGORIAN_EVERYWHERE = 1924  # Greece was the last State to change over, in 1923
_NEAR = timedelta(days=60)


def date_impossible(subject: Subject) -> Iterator[Misfit]:
    """A day that no calendar has, such as 31 April."""
    for dated in subject.times:
        words = dated.span.of(subject.text)
        for day, month, year in _days(words):
            length = _length(month, year)
            if day > length and not (day == 29 and year and year < _GREGORIAN_EVERYWHERE):
                named = f"{calendar.month_name[month]}{f' {year}' if year and month == 2 else ''}"
                message = f"“{words}” is no day of the calendar: {named} has {length} days"
                yield Misfit(message, (dated.span,), {"day": day, "month": month, "year": year, "days_in_month": length})


def _days(words: str) -> Iterator[tuple[int, int, int | None]]:
    """Each day, month and year that an expression names."""
    match = _DAY_FIRST.search(words) or _MONTH_FIRST.search(words)
    if match:
        year = int(match["year"]) if match["year"] else None
        for number in filter(None, (match["day"], match["last"])):
            # A greater number is the count of something, or a year's last digits.
            if int(number) <= 31 or year:
                yield int(number), MONTHS[match["month"].casefold()], year
    elif match := _NUMERIC.fullmatch(words):
        names = ("day", "month", "year") if match["day"] else ("d", "m", "y")
        day, month, numbered = (int(match[name]) for name in names)
        # What is no month, or more than any month's days, is the number of something else.
        if 1 <= month <= 12 and day <= 31:
            yield day, month, numbered


def _length(month: int, year: int | None) -> int:
    """How many days the month has; of a February without a year, 29."""
    return calendar.monthrange(year or 2000, month)[1]


def weekday_date(subject: Subject) -> Iterator[Misfit]:
    """A weekday that the date beside it does not fall on."""
    for dated in subject.times:
        day = _meant(dated, subject)
        if day is None or dated.weekday is None or day.weekday() == dated.weekday:
            continue
        if day.year < _GREGORIAN_EVERYWHERE and _julian(day).weekday() == dated.weekday:
            continue
        words = dated.span.of(subject.text)
        said, was = calendar.day_name[dated.weekday], calendar.day_name[day.weekday()]
        message = f"“{words}”: {day.day} {calendar.month_name[day.month]} {day.year} was a {was}, not a {said}"
        yield Misfit(message, (dated.span,), {"date": day.isoformat(), "weekday_said": said, "weekday_of_date": was})


def _meant(dated: Dated, subject: Subject) -> date | None:
    """The day that a weekday stands beside; without a year in the words, only where it lies near the day of the report."""
    if dated.weekday is None or not dated.interval or not dated.interval.start or not dated.interval.end:
        return None
    day = dated.interval.start
    if dated.interval.end - day != timedelta(days=1):
        return None
    if re.search(r"\d{4}", dated.span.of(subject.text)):
        return day
    return day if subject.published and abs(day - subject.published) <= _NEAR else None


def _julian(day: date) -> date:
    """The Gregorian day that the same numbers mean in the Julian calendar."""
    leaps = day.year // 100 - day.year // 400 - 2
    return day + timedelta(days=leaps)


def date_order(subject: Subject) -> Iterator[Misfit]:
    """A period that ends before it begins."""
    for match in _years(subject.text):
        first, last = (name for name in "abcdef" if match[name])
        if int(match[first]) > int(match[last]):
            span = Span(match.start(first), match.end(last))
            yield _reversed(span.of(subject.text), match[first], match[last], span)
    for one, other in zip(subject.times, subject.times[1:], strict=False):
        if one.interval and other.interval and _period(subject, one, other):
            first_day, last_day = one.interval.start, other.interval.end
            if first_day and last_day and first_day >= last_day:
                span = Span(one.span.start, other.span.end)
                yield _reversed(span.of(subject.text), one.span.of(subject.text), other.span.of(subject.text), span)


def _years(text: str) -> Iterator[re.Match[str]]:
    """Periods from year to year."""
    for pair in _TWO_YEARS.finditer(text):
        if match := _YEARS.search(text, max(0, pair.start() - 16), pair.end() + 2):
            yield match


def _period(subject: Subject, one: Dated, other: Dated) -> bool:
    """Whether two dates with a year each are the ends of one period."""
    text = subject.text
    opens = _PERIOD.search(text, max(0, one.span.start - 12), one.span.start)
    joint = _JOINS.get(opens["opens"].casefold()) if opens else None
    if not joint or not joint.fullmatch(text, one.span.end, other.span.start):
        return False
    words = [dated.span.of(text) for dated in (one, other)]
    return all(re.search(r"[12]\d{3}", said) and re.search(MONTH_NAMES, said, re.IGNORECASE) for said in words)


def _reversed(words: str, first: str, last: str, span: Span) -> Misfit:
    message = f"“{words}”: the period begins with {first} and ends with {last}, which is earlier"
    return Misfit(message, (span,), {"begins": first, "ends": last})
