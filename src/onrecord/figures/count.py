"""The door of figures: the numbers of a document that count something, with what, how exactly, of which whole, and when."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.dates.expressions import Dated
from onrecord.figures.circumstances import authority, denied, own_clause, when, where
from onrecord.figures.counted import Counted, Place, counted
from onrecord.figures.exclusions import Starts, counts
from onrecord.figures.numerals import Numeral, numerals
from onrecord.figures.proposed import proposed
from onrecord.figures.relations import parts, qualifier
from onrecord.record import Figure, Reference, Statement
from onrecord.scan import Scan
from onrecord.spans import Span
from onrecord.within import Within

__all__ = ["count"]

_NOTHING = "\ufffc"  # Unicode's sign for an object that is no text
# "Recognised the famine of 1932 by 214 votes": when the votes were cast is not said.
_OF_WHAT_IS_VOTED = re.compile(r"\b(?:of|until|since|from)\s+\Z")
_REACH = 240  # characters between a number and a time said of it


def count(scan: Scan, *, statements: Sequence[Statement] = (), references: Sequence[Reference] = ()) -> list[Figure]:
    """Every figure of a text in text order; spans are of the text.

    `statements` and `references` (with spans of the same text) say in whose statement a figure stands and which numbers
    belong to citations.
    """
    text, times, bounds = scan.text, scan.times, scan.sentences
    cited = sorted(reference.span for reference in references)
    taken = sorted([*(time.span for time in times), *cited])
    kept = _kept(text, taken, Starts([block.span.start for block in scan.flow.blocks]))
    where_each = _positions([numeral.span for numeral in kept], bounds)
    places = [
        Place(place, _around(bounds[place], numeral.span), whole)
        for place, numeral, whole in zip(where_each, kept, parts(text, kept, bounds, where_each), strict=True)
    ]
    scene = _Scene(scan, kept, places, counted(scan, kept, places), _by_sentence(_uncited(times, cited), bounds))
    within = Within(statements)
    return [_figure(scene, number, within.statement(numeral.span)) for number, numeral in enumerate(kept)]


@dataclass(frozen=True, slots=True)
class _Scene:
    """The numbers that count, with where they stand and what they count, and the times of each sentence (by its index)."""

    scan: Scan
    kept: Sequence[Numeral]
    places: Sequence[Place]
    counted: Sequence[Counted]
    times: dict[int, list[Dated]]


def _around(sentence: Span, number: Span) -> Span:
    """The sentence of a number, widened where a wrong full stop cuts the number ("Rs. 5")."""
    return Span(min(sentence.start, number.start), max(sentence.end, number.end))


def _kept(text: str, taken: Sequence[Span], blocks: Starts) -> list[Numeral]:
    """The numbers that count something, none of them out of `taken` (times and citations), none only proposed."""
    found = numerals(_without(text, taken))
    return [one for one in found if counts(text, one, blocks) and not proposed(text, one)]


def _without(text: str, taken: Sequence[Span]) -> str:
    """The text with a sign that no number has in place of `taken`, which stand in order of their starts."""
    parts, at = [], 0
    for span in taken:
        if span.end > at:
            start = max(at, span.start)
            parts += [text[at:start], _NOTHING * (span.end - start)]
            at = span.end
    return "".join([*parts, text[at:]])


def _positions(spans: Sequence[Span], bounds: Sequence[Span]) -> list[int]:
    """For each span the index of the sentence that holds its start; both stand in text order."""
    places, at = [], 0
    for span in spans:
        while at + 1 < len(bounds) and bounds[at + 1].start <= span.start:
            at += 1
        places.append(at)
    return places


def _uncited(times: Sequence[Dated], cited: Sequence[Span]) -> list[Dated]:
    """The times that are no part of a citation ("the 1907 Convention"); both stand in text order."""
    free, first = [], 0
    for time in times:
        while first < len(cited) and cited[first].end <= time.span.start:
            first += 1
        if first == len(cited) or not cited[first].overlaps(time.span):
            free.append(time)
    return free


def _by_sentence(times: Sequence[Dated], bounds: Sequence[Span]) -> dict[int, list[Dated]]:
    found: dict[int, list[Dated]] = {}
    for time, place in zip(times, _positions([time.span for time in times], bounds), strict=True):
        found.setdefault(place, []).append(time)
    return found


def _figure(scene: _Scene, number: int, statement: Statement | None) -> Figure:
    scan, numeral, place, what = scene.scan, scene.kept[number], scene.places[number], scene.counted[number]
    others = [scene.kept[near].span for near in (number - 1, number + 1) if 0 <= near < len(scene.kept)]
    clause = own_clause(scan.lower, numeral.span, place.sentence, others)
    times = _near(scene.times.get(place.index, []), numeral.span)
    if what.type == "votes":
        times = [
            time for time in times if not _OF_WHAT_IS_VOTED.search(scan.text, max(0, time.span.start - 12), time.span.start)
        ]
    return Figure(
        id=f"f{number + 1}",
        span=numeral.span,
        low=numeral.low,
        high=numeral.high,
        qualifier=qualifier(scan.text, numeral.span),
        unit=what.unit,
        counted=what.noun,
        type=what.type,
        groups=what.groups,
        where=where(scan.text, numeral.span, place.sentence, clause),
        when=when(numeral.span, place.sentence, clause, others, times),
        part_of=f"f{place.whole + 1}" if place.whole is not None else None,
        denied=denied(scan.lower, numeral.span, place.sentence) or bool(statement and statement.negated),
        statement=statement.id if statement else None,
        authority=authority(scan, numeral.span, place.sentence, clause, statement.source if statement else None),
    )


def _near(times: Sequence[Dated], number: Span) -> list[Dated]:
    """The times on either side within reach; in a line that never ends, looking at all of them would cost too much."""
    at = bisect.bisect_left(times, number.start, key=lambda time: time.span.start)
    return [time for time in times[max(0, at - 6) : at + 6] if time.span.gap(number) <= _REACH]
