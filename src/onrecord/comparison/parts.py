"""Parts of one report against the wholes of another.

A part that is larger than what another report counts in all does not fit it. And "314 injured, 28 of them critically" is not
"28 in a critical condition and 314 injured besides", which another report may add up to 342: such numbers are shown together,
since neither of the two is a slip by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product

from onrecord.comparison.comparison import FigureGroup, Given, Parts
from onrecord.comparison.grouping import Key
from onrecord.comparison.reading import Reading
from onrecord.comparison.standing import bounds, said
from onrecord.comparison.times import later
from onrecord.record import Figure

__all__ = ["parts_across"]

_BESIDES = re.compile(
    r"\b(?:plus|another|in addition|additionally|besides|as well as|on top of|further|more|others?|excluding)\b"
    r"|\+",
    re.IGNORECASE,
)
_NEAR = 160


def parts_across(readings: Sequence[Reading], groups: Sequence[tuple[Key, FigureGroup]]) -> list[Parts]:
    """The parts that exceed another report's whole, then the numbers that one counts within and another besides."""
    given = {(one.at.report, one.figure): one for _, group in groups for one in group.given}
    return [*_exceeding(readings, groups), *_within_or_besides(readings, groups, given)]


def _exceeding(readings: Sequence[Reading], groups: Sequence[tuple[Key, FigureGroup]]) -> Iterator[Parts]:
    wholes = {(key.type, key.unit): group for key, group in groups if key.type and not (key.groups or key.part or key.noun)}
    for key, group in groups:
        whole = wholes.get((key.type, key.unit))
        if whole and key.groups and not key.noun:
            pairs = [
                pair for pair in product(group.given, whole.given) if _exceeds(*pair) and not _outrun(readings, whole, *pair)
            ]
            if pairs:
                yield _parts(dict.fromkeys(one for side in zip(*pairs, strict=True) for one in side), group, pairs[0])


def _exceeds(part: Given, whole: Given) -> bool:
    """Whether the part cannot lie within the whole of another report."""
    asserted = not (part.denied or whole.denied)
    return asserted and part.at.report != whole.at.report and bounds(part)[0] > bounds(whole)[1]


def _outrun(readings: Sequence[Reading], group: FigureGroup, part: Given, whole: Given) -> bool:
    """Whether the part is of a later day than a whole that rises over time: it exceeds the whole of that day no more."""
    days = [readings[one.at.report].published for one in (part, whole)]
    return group.standing == "changed over time" and later(*days)


def _parts(given: dict[Given, None], group: FigureGroup, pair: tuple[Given, Given]) -> Parts:
    part, whole = pair
    reason = f"{said(part)} {group.counted} in one report are more than the {said(whole)} that another counts in all"
    return Parts(given=tuple(given), reason=reason)


def _within_or_besides(
    readings: Sequence[Reading], groups: Sequence[tuple[Key, FigureGroup]], given: dict[tuple[int, str], Given]
) -> Iterator[Parts]:
    """For each part of a whole of one report the same two numbers side by side in others, and their sum."""
    sums: dict[tuple[str, float], list[Given]] = {}
    for key, group in groups:
        for one in group.given:
            sums.setdefault((key.type, one.low), []).append(one)
    for (kind, small, large), places in sorted(_within(readings).items()):
        reports = {number for number, _, _ in places}
        besides = [pair for reading in readings if reading.number not in reports for pair in _besides(reading, small, large)]
        total = [one for one in sums.get((kind, small + large), ()) if one.at.report not in reports]
        if besides:
            inside = [_given(readings[number], figure, given) for number, *pair in places for figure in pair]
            beside = [_given(readings[number], figure, given) for number, *pair in besides for figure in pair]
            yield Parts(given=(*inside, *beside, *total), reason=_reason(small, large, total))


def _within(readings: Sequence[Reading]) -> dict[tuple[str, float, float], list[tuple[int, Figure, Figure]]]:
    """The parts of wholes, by what befell those counted and both numbers: where they stand."""
    found: dict[tuple[str, float, float], list[tuple[int, Figure, Figure]]] = {}
    for reading in readings:
        by_id = {figure.id: figure for figure in reading.record.figures}
        for part in reading.record.figures:
            whole = by_id.get(part.part_of or "")
            if whole and whole.type and part.low == part.high < whole.low == whole.high:
                found.setdefault((whole.type, part.low, whole.low), []).append((reading.number, part, whole))
    return found


def _besides(reading: Reading, small: float, large: float) -> Iterator[tuple[int, Figure, Figure]]:
    """Where a report gives both numbers near each other, and its words set one beside the other."""
    text = reading.record.document.text
    parts = [figure for figure in reading.record.figures if figure.low == figure.high == small and not figure.part_of]
    wholes = [figure for figure in reading.record.figures if figure.low == figure.high == large and not figure.part_of]
    for one, other in product(parts, wholes):
        first, last = sorted((one.span, other.span))
        if last.start - first.end <= _NEAR and _BESIDES.search(text, first.end, last.start):
            yield reading.number, one, other


def _given(reading: Reading, figure: Figure, given: dict[tuple[int, str], Given]) -> Given:
    """The figure as its group has it; one that stands in no group, of which too little is known, by itself."""
    known = given.get((reading.number, figure.id))
    return known or Given(
        at=reading.words(figure.span),
        figure=figure.id,
        low=figure.low,
        high=figure.high,
        qualifier=figure.qualifier,
        by=figure.authority or reading.speaker(figure.statement),
    )


def _reason(small: float, large: float, total: Sequence[Given]) -> str:
    reason = f"{small:,g} are counted within the {large:,g} in one report, and besides them in another"
    return f"{reason}; {said(total[0])} is both together" if total else reason
