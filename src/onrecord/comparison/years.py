"""Figures of other years than the event's: "17 died at the same pit in 1998" is not this year's toll.

Reports of one time are of something fresh, and a year before it sets a figure apart. Reports that lie years apart are of
something long past, whose year most of them name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.comparison.clause import around
from onrecord.record import Figure

__all__ = ["Event", "event_of", "of_other_years"]

_AGO = re.compile(
    r"\b(?:a century|\w+ (?:years|decades|centuries)) (?:ago|earlier|before)\b|\blast (?:year|century)\b"
    r"|(?<!built )(?<!opened )(?<!founded )(?<!born )\b(?:in|of|since|the) (?:\w+ (?:of )?)?(?P<year>1[5-9]\d\d|20\d\d)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_HEAD = 400
# Reports within so many years are of one time; so many years lie at least between an event and another.
_FRESH, _APART = 2, 2


@dataclass(frozen=True, slots=True)
class Event:
    """The year of what the reports are about, None where they leave it open; `near`: years of which their heads speak, too."""

    year: int | None
    fresh: bool
    near: frozenset[int] = frozenset()


def event_of(texts: Sequence[str], days: Sequence[str | None]) -> Event:
    """What the reports are about, by the years that they name and their own days."""
    reported = [int(day[:4]) for day in days if day]
    if len(reported) > 1 and max(reported) - min(reported) <= _FRESH:
        held = _held(text[:_HEAD] for text in texts)
        near = frozenset(year for year in held if held[year] > 1)
        return Event(max(near, key=lambda year: (held[year], year), default=None), fresh=True, near=near)
    held = _held(texts)
    past = [year for year in held if 2 * held[year] > len(texts) and year + _FRESH < max(reported, default=9999)]
    return Event(max(past, key=lambda year: (held[year], -year), default=None), fresh=False)


def _held(texts: Iterable[str]) -> Counter[int]:
    """In how many texts each year stands."""
    return Counter(year for text in texts for year in {int(year) for year in _YEAR.findall(text)})


def of_other_years(figures: Sequence[Figure], text: str, event: Event, published: str | None) -> list[str]:
    """For each figure of one report that counts the same what sets it apart, "in 1998" or "earlier", or ""."""
    years = [_years(figure, text, published) for figure in figures]
    if event.year is None:
        before = [_earlier(figure, text) for figure in figures]
        return ["earlier" if old and not all(before) else "" for old in before]
    marks = [_mark(named, event, contrast=any(event.year in held for held in years)) for named in years]
    if not event.fresh:
        return marks
    vague = [not mark and _earlier(figure, text, event) for figure, mark in zip(figures, marks, strict=True)]
    rest = not all(mark or old for mark, old in zip(marks, vague, strict=True))
    return ["earlier" if old and rest else mark for mark, old in zip(marks, vague, strict=True)]


def _years(figure: Figure, text: str, published: str | None) -> list[int]:
    """The years that the sentence names; "last year" is the one before the report's."""
    before, after = around(figure, text)
    told = list(_AGO.finditer(f"{before} # {after}"))
    years = [int(match["year"]) for match in told if match["year"]]
    if not years and published and any(match[0].casefold() == "last year" for match in told):
        return [int(published[:4]) - 1]
    return years


def _mark(years: Sequence[int], event: Event, *, contrast: bool) -> str:
    """The last year named where none is the event's; one after it only in contrast to figures that name the event's."""
    if event.year is None or not years:
        return ""
    if event.fresh:
        before = all(year < event.year - (year in event.near) for year in years)
    else:
        before = all(year + _APART <= event.year for year in years)
    after = contrast and all(year - _APART >= event.year for year in years)
    return f"in {years[-1]}" if before or after else ""


def _earlier(figure: Figure, text: str, event: Event | None = None) -> bool:
    """Whether the sentence is of years before the report: "a century ago", "in 1988" in a text that knows later years."""
    before, after = around(figure, text)
    match = _AGO.search(before) or _AGO.search(after)
    if not match or not match["year"]:
        return bool(match)
    return event is None and int(match["year"]) + _APART <= max(int(year) for year in _YEAR.findall(text))
