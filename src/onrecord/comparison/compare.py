"""The door of comparison: from several records to what they agree and disagree about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from onrecord.comparison.comparison import Comparison, Copied, FigureGroup, Given, Report, Words
from onrecord.comparison.copying import Passage, passages
from onrecord.comparison.grouping import Key, Placed, group
from onrecord.comparison.identity import identify_across
from onrecord.comparison.repeating import repeated
from onrecord.comparison.standing import standing
from onrecord.comparison.words import tokens
from onrecord.flow import Flow, flow
from onrecord.record import Record
from onrecord.spans import Span

__all__ = ["compare"]

# A report of which this share stands in another is no source of its own.
_COPY = 0.6


def compare(records: Iterable[Record]) -> Comparison:
    """Compare `records`; the same records in another order give the same comparison, and one given twice counts once."""
    ordered = sorted({record.document.id: record for record in records}.values(), key=_order)
    words = [tokens(record.document.text) for record in ordered]
    copies = passages(words)
    sources = _sources([len(text) for text in words], copies)
    flows = [flow(record.document) for record in ordered]
    who = identify_across(ordered)
    return Comparison(
        reports=tuple(_report(record, source) for record, source in zip(ordered, sources, strict=True)),
        independent=len(set(sources)),
        figures=tuple(_figures(ordered, flows)),
        repeated=tuple(repeated(ordered, who)),
        copied=tuple(_copied(ordered, flows, passage) for passage in copies),
        speakers=who.links,
    )


def _order(record: Record) -> tuple[str, str]:
    return record.document.published or "~", record.document.id


def _report(record: Record, source: int) -> Report:
    document = record.document
    return Report(
        id=document.id,
        title=document.title,
        uri=document.source.uri,
        publisher=document.publisher,
        published=document.published,
        source=source,
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


def _copied(records: Sequence[Record], flows: Sequence[Flow], passage: Passage) -> Copied:
    left, right = records[passage.left].document, records[passage.right].document
    dated = left.published and right.published and left.published != right.published
    return Copied(
        passages=(_words(flows, passage.left, passage.left_span), _words(flows, passage.right, passage.right_span)),
        words=passage.words,
        likeness=passage.likeness,
        earlier=passage.left if dated else None,
    )


def _words(flows: Sequence[Flow], number: int, span: Span) -> Words:
    return Words(report=number, span=span, words=flows[number].words(span))


def _figures(records: Sequence[Record], flows: Sequence[Flow]) -> list[FigureGroup]:
    published = [record.document.published for record in records]
    speakers = [_speakers(record) for record in records]
    groups = []
    for key, placed in group(records):
        given = tuple(_given(one, _words(flows, one.report, one.figure.span), speakers[one.report]) for one in placed)
        groups.append(_group(key, placed, given, published))
    rank = {"differ": 0, "changed over time": 1, "refine": 2, "agree": 3, "alone": 4}
    return sorted(groups, key=lambda found: (rank[found.standing], -len(found.given), found.counted))


def _speakers(record: Record) -> dict[str, str]:
    """For each statement, by its id, the name of its speaker, where that is resolved."""
    names = {speaker.id: speaker.name for speaker in record.speakers}
    return {statement.id: names[statement.speaker] for statement in record.statements if statement.speaker}


def _group(key: Key, placed: Sequence[Placed], given: tuple[Given, ...], published: Sequence[str | None]) -> FigureGroup:
    stand, reason = standing(given, published)
    named = [one.figure.counted for one in placed if one.figure.counted]
    return FigureGroup(
        counted=min(named, key=lambda words: (-named.count(words), len(words), words), default=key.type),
        type=key.type or None,
        groups=key.groups,
        unit=key.unit or None,
        given=given,
        standing=stand,
        reason=reason,
    )


def _given(placed: Placed, at: Words, speakers: Mapping[str, str]) -> Given:
    figure = placed.figure
    return Given(
        at=at,
        figure=figure.id,
        low=figure.low,
        high=figure.high,
        qualifier=figure.qualifier,
        by=figure.authority or (speakers.get(figure.statement) if figure.statement else None),
        denied=figure.denied,
    )
