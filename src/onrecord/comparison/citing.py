"""What several reports cite: one thing under all its forms, with the findings about its citations.

What is ambiguous or unknown is joined only to the same words, and never to what is resolved.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from onrecord.comparison.comparison import CitedGroup, Citing, Doubt
from onrecord.comparison.reading import Reading
from onrecord.comparison.words import folded
from onrecord.record import Reference

__all__ = ["cited_across"]

_Entry = tuple[Reading, Reference]


def cited_across(readings: Sequence[Reading]) -> list[CitedGroup]:
    """What the reports cite, what most of them cite first; within that, resolved before ambiguous before unknown."""
    held: dict[tuple[str, ...], list[_Entry]] = defaultdict(list)
    for reading in readings:
        for reference in reading.record.references:
            held[_key(reading, reference)].append((reading, reference))
    groups = [_group(entries) for entries in held.values()]
    rank = {"resolved": 0, "ambiguous": 1, "unknown": 2}
    return sorted(
        groups, key=lambda group: (-len({one.at.report for one in group.given}), rank[group.status], group.given[0].at)
    )


def _key(reading: Reading, reference: Reference) -> tuple[str, ...]:
    if reference.target:
        return (reference.status, reference.target)
    return (reference.status, folded(" ".join(reading.view.words(reference.span).split())), *reference.candidates)


def _group(entries: Sequence[_Entry]) -> CitedGroup:
    given = tuple(_citing(*entry) for entry in entries)
    forms = Counter(one.at.words for one in given)
    first = entries[0][1]
    return CitedGroup(
        target=first.target,
        status=first.status,
        candidates=first.candidates,
        forms=tuple(sorted(forms, key=lambda form: (-forms[form], form))),
        given=given,
        doubts=tuple(dict.fromkeys(doubt for entry in entries for doubt in _doubts(*entry))),
    )


def _citing(reading: Reading, reference: Reference) -> Citing:
    return Citing(
        at=reading.words(reference.span),
        reference=reference.id,
        pinpoint=reference.pinpoint,
        by=reading.speaker(reference.statement),
    )


def _doubts(reading: Reading, reference: Reference) -> Iterator[Doubt]:
    for finding in reading.record.findings:
        if any(span.overlaps(reference.span) for span in finding.spans):
            yield Doubt(at=reading.words(finding.spans[0]), check=finding.check, message=finding.message)
