"""The door of figures: the numbers of a document that count something, with what, how exactly, of which whole, and when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.dates.expressions import Dated, dates
from onrecord.figures.counted import counted
from onrecord.figures.exclusions import Starts, counts
from onrecord.figures.numerals import Numeral, numerals
from onrecord.figures.relations import parts, qualifier
from onrecord.flow import Flow
from onrecord.record import Figure, Reference, Statement
from onrecord.sentences import sentences
from onrecord.spans import Span

__all__ = ["count"]

_PLACE = re.compile(
    r"\b(?:in|at|near|outside|from|across|throughout|inside)\s+(?:the\s+(?:town|city|village|province|region|district|camp|state)\s+of\s+)?"
    r"(?P<place>(?:[A-Z][\w’'-]+)(?:[\s-](?:[A-Z][\w’'-]+|of|and the))*)"
)
_AUTHORITY = re.compile(
    r"\b(?:according to|citing|quoting)\s+(?P<who>(?:the\s+)?[^,.;:]{2,80}?)(?=[,.;:]|\s+(?:said|that|as)\b)", re.IGNORECASE
)
_DENIED = re.compile(
    r"\b(?:den(?:y|ied|ies|ying)|reject(?:ed|s|ing)?|dismiss(?:ed|es|ing)?|disput(?:ed|es|ing)|refut(?:ed|es|ing))\b[^.;]{0,80}\Z"
    r"|\bnot\s+(?:\w+\s+){0,2}\Z",
    re.IGNORECASE,
)


def count(
    flow: Flow, *, statements: Sequence[Statement] = (), references: Sequence[Reference] = (), published: date | None = None
) -> list[Figure]:
    """Every figure of `flow` in text order; spans are of its text.

    `statements` and `references` (with spans of the same text) say in whose statement a figure stands and which numbers
    belong to citations; `published` is the day against which "last Tuesday" is read.
    """
    text = flow.text
    times = dates(text, published=published)
    taken = sorted([*(time.span for time in times), *(reference.span for reference in references)])
    blocks = [block.span for block in flow.blocks]
    bounds = [sentence for block in blocks for sentence in sentences(text, block.start, block.end)]
    kept = _kept(text, taken, Starts([block.start for block in blocks]))
    where = _positions([numeral.span for numeral in kept], bounds)
    wholes = parts(text, [numeral.span for numeral in kept], where)
    scene = _Scene(text, kept, [bounds[place] for place in where], wholes, times, statements)
    return [_figure(scene, number) for number in range(len(kept))]


@dataclass(frozen=True, slots=True)
class _Scene:
    """The numbers that count, each with its sentence and whole, among the times and statements of the text."""

    text: str
    kept: Sequence[Numeral]
    sentences: Sequence[Span]
    wholes: Sequence[int | None]
    times: Sequence[Dated]
    statements: Sequence[Statement]


def _kept(text: str, taken: Sequence[Span], blocks: Starts) -> list[Numeral]:
    """The numbers that count something; `taken` is asked in step with the text, so that the cost stays linear."""
    kept, first = [], 0
    for numeral in numerals(text):
        while first < len(taken) and taken[first].end <= numeral.span.start - 200:
            first += 1
        near = [span for span in taken[first : first + 24] if span.start < numeral.span.end]
        if counts(text, numeral, near, blocks):
            kept.append(numeral)
    return kept


def _positions(spans: Sequence[Span], bounds: Sequence[Span]) -> list[int]:
    """For each span the index of the sentence that holds its start; both stand in text order."""
    places, at = [], 0
    for span in spans:
        while at + 1 < len(bounds) and bounds[at + 1].start <= span.start:
            at += 1
        places.append(at)
    return places


def _figure(scene: _Scene, number: int) -> Figure:
    text, numeral, sentence, whole = scene.text, scene.kept[number], scene.sentences[number], scene.wholes[number]
    what = counted(text, numeral.span, _clause(scene, number))
    if not what.noun and whole is not None:
        what = counted(text, scene.kept[whole].span, sentence)
    statement = _innermost(scene.statements, numeral.span)
    denied = _DENIED.search(text, sentence.start, numeral.span.start)
    return Figure(
        id=f"f{number + 1}",
        span=numeral.span,
        low=numeral.low,
        high=numeral.high,
        qualifier=qualifier(text, numeral.span),
        unit=numeral.unit,
        counted=what.noun,
        type=what.type,
        groups=what.groups,
        where=_where(text, numeral.span, sentence),
        when=_when(numeral.span, sentence, scene.times),
        part_of=f"f{whole + 1}" if whole is not None else None,
        denied=bool(denied or (statement and statement.negated)),
        statement=statement.id if statement else None,
        authority=_authority(text, sentence),
    )


def _clause(scene: _Scene, number: int) -> Span:
    """The stretch of the sentence that belongs to one number: what a neighbouring number counts is its own."""
    sentence, span = scene.sentences[number], scene.kept[number].span
    before = scene.kept[number - 1].span.end if number else 0
    return Span(max(before, sentence.start), max(sentence.end, span.end))


def _innermost(statements: Sequence[Statement], span: Span) -> Statement | None:
    holding = [item for item in statements if any(piece.covers(span) for piece in item.content)]
    return min(holding, key=lambda item: (sum(map(len, item.content)), item.id), default=None)


def _where(text: str, number: Span, sentence: Span) -> str | None:
    after = _PLACE.search(text, number.end, sentence.end)
    before = list(_PLACE.finditer(text, sentence.start, number.start))
    match = after or (before[-1] if before else None)
    return match["place"] if match else None


def _when(number: Span, sentence: Span, times: Sequence[Dated]) -> str | None:
    near = [time for time in times if sentence.covers(time.span) and time.interval]
    nearest = min(near, key=lambda time: (time.span.gap(number), time.span), default=None)
    return nearest.interval.edtf if nearest and nearest.interval else None


def _authority(text: str, sentence: Span) -> str | None:
    match = _AUTHORITY.search(text, sentence.start, sentence.end)
    return match["who"] if match else None
