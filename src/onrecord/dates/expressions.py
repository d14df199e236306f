"""Expressions of time in a text, each with the days that it says.

A table of patterns, tried at every word that can open one, the longest winning. An expression that leans on the day of the
report ("last Tuesday", "two years ago", "25 February" with no year) is resolved against `published` where that is known; else
its interval is None, and it still is known to be an expression of time, so that nobody takes its numbers for counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.dates.calendar import MONTH_NAMES, MONTHS, NUMBER_NAMES, NUMBERS, WEEKDAY_NAMES, WEEKDAYS
from onrecord.dates.interval import Interval, since, until
from onrecord.dates.readers import (
    Reader,
    a_day,
    a_decade,
    a_month,
    a_year,
    ago,
    centuries,
    iso,
    left_open,
    named_day,
    numeric,
    past,
    period,
    some_days,
    weekday,
    years,
)
from onrecord.search import either, lowered
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


def _is_count(text: str, match: re.Match[str]) -> bool:
    """Whether four digits that could be a year count something ("1992 people", "resolutions 1973")."""
    return bool(_COUNTED.match(text, match.end()) or _NUMBERED.search(text, max(0, match.start() - 40), match.start()))


# The first words that a pattern can match on; of numbers, by how many digits they have.
_WEEKDAYS_FIRST, _MONTHS_FIRST = frozenset(WEEKDAYS), frozenset(MONTHS)
_COUNTS_FIRST = frozenset(word.split()[0] for word in NUMBERS)
_THE, _TO_TWO, _FOUR = frozenset({"the"}), frozenset({"0", "00"}), frozenset({"0000"})
_TO_FOUR = _TO_TWO | _FOUR | {"000"}


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_PATTERNS: tuple[tuple[frozenset[str], str, Reader], ...] = (
    (
        _WEEKDAYS_FIRST | _THE | _TO_TWO,
        rf"{_WEEKDAY}{_DAY.format('day')}(?:\s+of)?\s+{_MONTH.format('month')},?\s+{_YEAR.format('year')}",
        a_day,
    ),
    (
        _WEEKDAYS_FIRST | _MONTHS_FIRST,
        rf"{_WEEKDAY}{_MONTH.format('month')}\s+{_DAY.format('day')},?\s+{_YEAR.format('year')}",
        a_day,
    ),
    (_WEEKDAYS_FIRST | _THE | _TO_TWO, rf"{_WEEKDAY}{_DAY.format('day')}(?:\s+of)?\s+{_MONTH.format('month')}", a_day),
    (
        _WEEKDAYS_FIRST | _MONTHS_FIRST,
        rf"{_WEEKDAY}{_MONTH.format('month')}\s+{_DAY.format('day')}(?!\d|,\d|\s+(?:people|per|%))",
        a_day,
    ),
    (
        _THE | _TO_TWO,
        rf"{_DAY.format('day')}{_DASH}{_DAY.format('last')}(?:\s+of)?\s+{_MONTH.format('month')},?(?:\s+{_YEAR.format('year')})?",
        some_days,
    ),
    (
        _MONTHS_FIRST,
        rf"{_MONTH.format('month')}\s+{_DAY.format('day')}{_DASH}{_DAY.format('last')}(?:,?\s+{_YEAR.format('year')})?",
        some_days,
    ),
    (_MONTHS_FIRST, rf"{_MONTH.format('month')},?\s+{_YEAR.format('year')}", a_month),
    (_MONTHS_FIRST, rf"{_IN}{_MONTH.format('month')}(?P<year>)", a_month),
    (_FOUR, r"(?P<year>\d{4})-(?P<number>\d{2})-(?P<day>\d{2})(?!\d)", iso),
    (_TO_TWO, r"(?P<day>\d{1,2})(?P<sep>[./])(?P<number>\d{1,2})(?P=sep)(?P<year>(?:19|20)\d\d)(?!\d)", numeric),
    (_FOUR, rf"{_YEAR.format('year')}(?:{_DASH}(?P<last>(?:1[0-9]|20)\d\d)|[-–/](?P<short>\d\d))(?!\d|,\d|\s?%)", years),
    (_FOUR, r"(?<=[\s(–—/-])(?P<year>1[5-9]\d\d|20\d\d)(?!\d|[,.]\d|\s?%|[-–]\d)", a_year),
    (
        _words("the early mid late") | _TO_TWO | _FOUR,
        r"(?:the\s+)?(?:early|mid|late)?[\s-]?(?P<decade>1[0-9]\d0|20\d0|[2-9]0)(?:'|’)?s\b",
        a_decade,
    ),
    (
        _THE | _TO_TWO,
        rf"(?:the\s+)?(?P<first>\d\d?)(?:st|nd|rd|th)(?:{_DASH}(?P<last>\d\d?)(?:st|nd|rd|th))?\s+centur(?:y|ies)",
        centuries,
    ),
    (
        _words("today yesterday tomorrow tonight last this"),
        r"today|yesterday|tomorrow|tonight|last night|this (?:morning|afternoon|evening)",
        named_day,
    ),
    (
        _words("last next this") | _WEEKDAYS_FIRST,
        rf"(?:{_ON}|(?P<which>last|next|this)\s+)(?P<name>{WEEKDAY_NAMES})\b",
        weekday,
    ),
    (
        _words("the last previous past this current next coming"),
        r"(?:the\s+)?(?P<which>last|previous|past|this|current|next|coming)\s+(?P<period>year|month|week)",
        period,
    ),
    (
        _words("some about nearly over more") | _COUNTS_FIRST | _TO_FOUR,
        rf"(?:(?:some|about|nearly|over|more than)\s+)?{_COUNT}\s+{_UNIT}\s+(?:ago|earlier|before|later|after)",
        ago,
    ),
    (_words("the these past last previous"), rf"(?:the\s+|these\s+)?(?:past|last|previous)\s+(?:{_COUNT}\s+)?{_UNIT}", past),
    (_words("the next first coming"), rf"(?:the\s+)?(?:next|first|coming)\s+{_COUNT}\s+{_UNIT}", left_open),
    (_COUNTS_FIRST | _TO_FOUR, rf"{_COUNT}(?:{_DASH}(?:\d{{1,4}}|{NUMBER_NAMES}))?[\s-]{_UNIT}(?:[\s-]old)?\b", left_open),
    (
        _TO_TWO,
        r"\d{1,2}[:.]\d{2}\s?(?:a\.?m\.?|p\.?m\.?|hours?|hrs|GMT|UTC)|\d{1,2}\s?(?:a\.m\.|p\.m\.|am|pm|o['’]clock)|\d{1,2}:\d{2}",
        left_open,
    ),
)
_COMPILED = tuple(
    (first, re.compile(rf"(?<![\w/.])(?:{pattern})(?![\w])", re.IGNORECASE), read) for first, pattern, read in _PATTERNS
)


def _by_first_word() -> dict[str, tuple[tuple[re.Pattern[str], Reader], ...]]:
    words = frozenset().union(*(first for first, _, _ in _COMPILED))
    return {word: tuple((pattern, read) for first, pattern, read in _COMPILED if word in first) for word in words}


_TRIED = _by_first_word()
_YEAR_ALONE = tuple((pattern, read) for _, pattern, read in _COMPILED if read is a_year)
# Every word that a pattern can begin with, in lower case. What stands everywhere (numbers, articles, "this") counts only before
# what follows it in a pattern.
_UNITS = r"minute|hour|day|night|week|fortnight|month|year|decade|centur"
_AND = r"\s?(?:[-–—/]|to|and|or)"
_AFTER_DIGITS = rf"(?:st|nd|rd|th)?(?:{_AND}|\s+(?:of\s|{either(MONTHS)}|{_UNITS}))|[./:]\d|['’]?s|\s?(?:[ap]\.?m|o['’])"
_AFTER_COUNT = rf"{_AND}|\s+(?:couple|{_UNITS})"
_AFTER_THE = r"\s+(?:-?\d|early|mid|late|last|past|previous|this|current|next|first|coming)"
_AFTER_THIS = rf"\s+(?:morning|afternoon|evening|year|month|week|{either(WEEKDAYS)})"
_OPENS = re.compile(
    rf"\W(\d+(?=({_AFTER_DIGITS})?)|the(?={_AFTER_THE})|this(?={_AFTER_THIS})|(?:{either(_COUNTS_FIRST)})(?={_AFTER_COUNT})"
    rf"|(?:{either(_TRIED.keys() - _THE - _TO_FOUR - _COUNTS_FIRST - {'this'})})(?!\w))"
)

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
    """Every match at every word, overlapping ones too.

    Trying each word's own patterns costs a twentieth of what searching the text for every pattern does.
    """
    for word in _OPENS.finditer(f"\n{lowered(text)}"):
        # With the sign before it and the line feed that gives the first word one, a match begins where its word stands.
        said = word[1]
        for pattern, read in _tried(said, alone=word[2] is None):
            match = pattern.match(text, word.start())
            if match and not (read is a_year and _is_count(text, match)):
                yield _dated(text, match, _interval(match, read, published), read)


def _tried(word: str, *, alone: bool) -> Sequence[tuple[re.Pattern[str], Reader]]:
    """The patterns that can begin with a word or number; with a number `alone`, no word of them behind it, only a year."""
    if not word.isdecimal():
        return _TRIED[word]
    if alone:
        return _YEAR_ALONE if len(word) == 4 else ()
    return _TRIED.get("0" * len(word), ())


def _interval(match: re.Match[str], read: Reader, published: date | None) -> Interval | None:
    try:
        return read(match, published)
    except (OverflowError, ValueError):  # a day before the year 1 or after 9999
        return None


def _dated(text: str, match: re.Match[str], interval: Interval | None, read: Reader) -> Dated:
    groups = match.groupdict()
    stated = read in {a_day, iso, numeric, some_days} and bool(groups.get("year"))
    named = groups.get("weekday")
    before = text[max(0, match.start() - 24) : match.start()]
    if interval and read not in {years, some_days} and _SINCE.search(before):
        interval = since(interval)
    elif interval and _UNTIL.search(before):
        interval = until(interval)
    return Dated(
        Span(match.start(), match.end()),
        interval,
        weekday=WEEKDAYS[named.casefold()] if named else None,
        impossible=stated and interval is None,
        duration=read is left_open,
    )
