"""What a check looks at: a record, with its text as it reads, its sentences and its expressions of time."""

from __future__ import annotations

import bisect
import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from onrecord.citations.catalogue import Catalogue
from onrecord.dates.expressions import Dated
from onrecord.document import Block
from onrecord.flow import Flow
from onrecord.quotation import Quotation, quotations
from onrecord.record import Record, Reference, Statement
from onrecord.scan import Scan
from onrecord.sentences import sentence_number
from onrecord.spans import Span

__all__ = ["Misfit", "Severity", "Subject"]

Severity = Literal["error", "warning", "note"]
_DEEPEST = 8  # pieces of statements that may begin before words and still hold them
# Kinds of blocks that hold running prose.
_PROSE = frozenset({"paragraph", "list-item", "quote"})


@dataclass(frozen=True, slots=True)
class Misfit:
    """What a check found: a message that names both sides, and their places in `Subject.text`.

    `severity` stands where it differs from the check's own. `evidence` holds what the message rests on, in values of JSON.
    """

    message: str
    spans: tuple[Span, ...]
    evidence: Mapping[str, Any] = field(default_factory=dict)
    severity: Severity | None = None


@dataclass(frozen=True)
class Subject:
    """A record and the views of its text that checks share.

    `scan` is of the record's document; `known` is the catalogue of what may be cited.
    """

    record: Record
    scan: Scan
    known: Catalogue

    @property
    def flow(self) -> Flow:
        """The document as it reads."""
        return self.scan.flow

    @functools.cached_property
    def text(self) -> str:
        """The text that checks work on; spans of misfits index it."""
        return self.scan.text

    @property
    def lower(self) -> str:
        """The text in lower case, position by position."""
        return self.scan.lower

    @property
    def published(self) -> date | None:
        """The day of the report, where it is known."""
        return self.scan.published

    @property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences of every block, in order."""
        return self.scan.sentences

    @property
    def times(self) -> tuple[Dated, ...]:
        """The expressions of time, in order."""
        return self.scan.times

    def here(self, span: Span) -> Span:
        """The span of `text` for a span of the document."""
        return self.flow.view.map.to_view(span)

    @functools.cached_property
    def prose(self) -> tuple[Block, ...]:
        """The blocks that hold sentences, without headings, cells, captions and notes."""
        return tuple(block for block in self.flow.blocks if block.kind in _PROSE)

    def headed(self, span: Span) -> bool:
        """Whether the span lies in a heading."""
        place = bisect.bisect_right(self._headings, span.start, key=lambda one: one.start) - 1
        return place >= 0 and self._headings[place].covers(span)

    @functools.cached_property
    def _headings(self) -> tuple[Span, ...]:
        return tuple(block.span for block in self.flow.blocks if block.kind == "heading")

    def sentence(self, span: Span) -> Span:
        """The sentence that holds the start of `span`; the span itself where none does."""
        number = sentence_number(self.sentences, span.start)
        return self.sentences[number] if number is not None else span

    def sentences_in(self, stretch: Span) -> Iterator[Span]:
        """The sentences that have words of the stretch, as far as they lie in it."""
        first = bisect.bisect_right(self.sentences, stretch.start, key=lambda one: one.start) - 1
        for number in range(max(0, first), len(self.sentences)):
            one = self.sentences[number]
            if one.start >= stretch.end:
                return
            if one.end > stretch.start:
                yield one.part_in(stretch).trim(self.text)

    @functools.cached_property
    def quotations(self) -> dict[Span, list[Quotation]]:
        """The quotations of each block, by the block's span."""
        return {block.span: quotations(self.text, block.span.start, block.span.end) for block in self.flow.blocks}

    def references_in(self, stretch: Span) -> list[Reference]:
        """The references that begin in the stretch, in order."""
        first = bisect.bisect_left(self._cited, stretch.start, key=lambda pair: pair[0].start)
        last = bisect.bisect_left(self._cited, stretch.end, key=lambda pair: pair[0].start)
        return [reference for _, reference in self._cited[first:last]]

    @functools.cached_property
    def _cited(self) -> list[tuple[Span, Reference]]:
        return sorted(((self.here(one.span), one) for one in self.record.references), key=lambda pair: pair[0])

    def times_in(self, stretch: Span) -> tuple[Dated, ...]:
        """The expressions of time that begin in the stretch."""
        first = bisect.bisect_left(self.times, stretch.start, key=lambda dated: dated.span.start)
        last = bisect.bisect_left(self.times, stretch.end, key=lambda dated: dated.span.start)
        return self.times[first:last]

    def statement(self, span: Span) -> Statement | None:
        """The innermost statement that has most of the span's words: what somebody is said to have said within is not it."""
        last = bisect.bisect_left(self._contents, span.end, key=lambda pair: pair[0].start)
        near = [
            one for piece, one in self._contents[max(0, last - _DEEPEST) : last] if 2 * len(span.part_in(piece)) > len(span)
        ]
        return min(near, key=lambda one: (sum(map(len, one.content)), one.id), default=None)

    @functools.cached_property
    def speakers(self) -> dict[str, str | None]:
        """Who each statement is given to, by its id."""
        return {one.id: one.speaker for one in self.record.statements}

    @functools.cached_property
    def contents(self) -> dict[str, tuple[Span, ...]]:
        """The content of each statement in `text`, by its id."""
        return {one.id: tuple(map(self.here, one.content)) for one in self.record.statements}

    @functools.cached_property
    def _contents(self) -> list[tuple[Span, Statement]]:
        pieces = [(piece, one) for one in self.record.statements for piece in self.contents[one.id]]
        return sorted(pieces, key=lambda pair: pair[0])
