"""Intervals of days, their end exclusive, and how EDTF writes them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

__all__ = ["Interval", "century", "day", "days", "decade", "month", "since", "span_of", "until", "year"]


@dataclass(frozen=True, slots=True)
class Interval:
    """The days from `start` up to and without `end`; None where a side is open. `edtf` is the expression in EDTF."""

    start: date | None
    end: date | None
    edtf: str

    def overlaps(self, other: Interval) -> bool:
        """Whether the two share a day."""
        left = max(self.start or date.min, other.start or date.min)
        right = min(self.end or date.max, other.end or date.max)
        return left < right

    def covers(self, other: Interval) -> bool:
        """Whether every day of `other` is one of this."""
        return (self.start or date.min) <= (other.start or date.min) and (other.end or date.max) <= (self.end or date.max)


def day(year: int, month: int, number: int) -> Interval | None:
    """One day; None where the calendar has no such day."""
    try:
        start = date(year, month, number)
    except ValueError:
        return None
    return Interval(start, _after(start), start.isoformat())


def days(first: Interval, last: Interval) -> Interval | None:
    """From the first day of one to the last day of the other; None where they stand the wrong way round."""
    if first.start and last.end and first.start < last.end:
        return Interval(first.start, last.end, f"{first.edtf}/{last.edtf}")
    return None


def month(year: int, number: int) -> Interval | None:
    """A month of a year; None where `number` is none of 1 to 12 or `year` none of 1 to 9998."""
    if not (1 <= number <= 12 and 1 <= year <= 9998):
        return None
    end = date(year + number // 12, number % 12 + 1, 1)
    return Interval(date(year, number, 1), end, f"{year:04d}-{number:02d}")


def year(number: int) -> Interval | None:
    """A year of the common era, 1 to 9998."""
    return Interval(date(number, 1, 1), date(number + 1, 1, 1), f"{number:04d}") if 1 <= number <= 9998 else None


def decade(first: int) -> Interval:
    """The ten years that begin with `first`, as 1990."""
    return Interval(date(first, 1, 1), date(first + 10, 1, 1), f"{first // 10:03d}X")


def century(number: int) -> Interval:
    """The century of that number as people count (the 19th: 1801 to 1900; EDTF has 18XX, 1800 to 1899)."""
    first = (number - 1) * 100
    return Interval(date(max(first, 1), 1, 1), date(first + 100, 1, 1), f"{number - 1:02d}XX")


def since(interval: Interval) -> Interval:
    """From the interval's first day on."""
    return Interval(interval.start, None, f"{interval.edtf}/..")


def until(interval: Interval) -> Interval:
    """Up to and with the interval's last day."""
    return Interval(None, interval.end, f"../{interval.edtf}")


def span_of(start: date, end: date) -> Interval:
    """The days from `start` up to and without `end`."""
    last = end - timedelta(days=1)
    return Interval(start, end, start.isoformat() if last == start else f"{start.isoformat()}/{last.isoformat()}")


def _after(start: date) -> date:
    return start + timedelta(days=1) if start < date.max else start
