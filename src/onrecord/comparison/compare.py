"""The door of comparison: from several records to what they agree and disagree about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.comparison.acting import acts_across
from onrecord.comparison.citing import cited_across
from onrecord.comparison.comparison import Comparison, Copied, FigureGroup, Given, Report, Voice
from onrecord.comparison.copying import Passage, passages
from onrecord.comparison.counting import HOMES, PEOPLE
from onrecord.comparison.dating import day_of
from onrecord.comparison.demanding import demands_across
from onrecord.comparison.following import followed
from onrecord.comparison.grouping import Key, Placed, group
from onrecord.comparison.identity import identify_across
from onrecord.comparison.parts import parts_across
from onrecord.comparison.reading import Reading
from onrecord.comparison.repeating import repeated
from onrecord.comparison.standing import FALLING, standing
from onrecord.comparison.words import tokens
from onrecord.record import Record

__all__ = ["compare"]

# A report of which this share stands in another is no source of its own.
_COPY = 0.6


def compare(records: Iterable[Record]) -> Comparison:
    """Compare `records`; the same records in another order give the same comparison, and one given twice counts once."""
    ordered = sorted({record.document.id: record for record in records}.values(), key=_order)
    readings = [Reading(number, record) for number, record in enumerate(ordered)]
    words = [tokens(record.document.text) for record in ordered]
    copies = passages(words)
    sources = _sources([len(text) for text in words], copies)
    figures = [(key, _group(key, placed, readings)) for key, placed in group(ordered)]
    who = identify_across(ordered)
    return Comparison(
        reports=tuple(_report(reading, source) for reading, source in zip(readings, sources, strict=True)),
        independent=len(set(sources)),
        figures=tuple(sorted((found for _, found in figures), key=_figure_order)),
        parts=tuple(parts_across(readings, figures)),
        acts=tuple(acts_across(readings)),
        cited=tuple(cited_across(readings)),
        demands=tuple(demands_across(readings)),
        repeated=tuple(repeated(ordered, who)),
        copied=tuple(_copied(readings, passage) for passage in copies),
        speakers=tuple(followed(readings, link) for link in who.links),
    )


def _order(record: Record) -> tuple[str, str]:
    return day_of(record.document) or "~", record.document.id


def _report(reading: Reading, source: int) -> Report:
    document = reading.record.document
    return Report(
        id=document.id,
        title=document.title,
        uri=document.source.uri,
        publisher=document.publisher,
        published=reading.published,
        source=source,
        speakers=tuple(Voice(name=one.name, kind=one.kind) for one in reading.record.speakers if one.kind != "unnamed"),
    )


def _sources(sizes: Sequence[int], copies: Sequence[Passage]) -> list[int]:
    """For each report (`sizes`: its number of words) the first that it shares most of them with, directly or through others."""
    source = list(range(len(sizes)))
    shared: dict[tuple[int, int], int] = {}
    for passage in copies:
        shared[passage.left, passage.right] = shared.get((passage.left, passage.right), 0) + passage.words
    for (left, right), words in sorted(shared.items()):
        if words >= _COPY * min(sizes[left], sizes[right]):
            one, other = sorted((source[left], source[right]))
            source = [one if number == other else number for number in source]
    return source


def _copied(readings: Sequence[Reading], passage: Passage) -> Copied:
    left, right = readings[passage.left], readings[passage.right]
    dated = left.published and right.published and left.published != right.published
    return Copied(
        passages=(left.words(passage.left_span), right.words(passage.right_span)),
        words=passage.words,
        likeness=passage.likeness,
        earlier=passage.left if dated else None,
    )


def _figure_order(group: FigureGroup) -> tuple[int, int, str]:
    rank = {"differ": 0, "changed over time": 1, "refine": 2, "agree": 3, "alone": 4}
    return rank[group.standing], -len(group.given), group.counted


def _group(key: Key, placed: Sequence[Placed], readings: Sequence[Reading]) -> FigureGroup:
    given = tuple(_given(one, readings[one.report]) for one in placed)
    stand, reason = standing(given, [reading.published for reading in readings], falls=key.type in FALLING)
    named = _named(key, [one.figure.counted for one in placed if one.figure.counted])
    return FigureGroup(
        counted=min(named, key=lambda words: (-named.count(words), len(words), words), default=key.type),
        type=key.type or None,
        groups=key.groups,
        noun=key.noun,
        unit=key.unit or None,
        part=key.part,
        given=given,
        standing=stand,
        reason=reason,
    )


def _named(key: Key, counted: Sequence[str]) -> list[str]:
    """The words for what is counted that say it best: with what befell people, with houses, with the kind of animals."""
    words = [set(one.casefold().split()) for one in counted]
    for telling in ({key.type}, PEOPLE, HOMES) if key.type else ({key.noun},):
        if best := [one for one, held in zip(counted, words, strict=True) if held & telling]:
            return best
    return list(counted)


def _given(placed: Placed, reading: Reading) -> Given:
    figure = placed.figure
    return Given(
        at=reading.words(figure.span),
        figure=figure.id,
        low=figure.low,
        high=figure.high,
        qualifier=figure.qualifier,
        by=figure.authority or reading.speaker(figure.statement),
        denied=figure.denied,
    )
