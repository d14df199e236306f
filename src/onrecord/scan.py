"""What figures, acts and checks all read in one text, worked out once: its sentences and its expressions of time."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from datetime import date

from onrecord.dates.expressions import Dated, dates
from onrecord.flow import Flow
from onrecord.search import lowered
from onrecord.sentences import sentences
from onrecord.spans import Span

__all__ = ["Scan"]


@dataclass(frozen=True)
class Scan:
    """A flow with the day of the report, against which "last Tuesday" is read; all spans are of the flow's text."""

    flow: Flow
    published: date | None = None

    @functools.cached_property
    def text(self) -> str:
        """The text that is read."""
        return self.flow.text

    @functools.cached_property
    def lower(self) -> str:
        """The text in lower case, position by position."""
        return lowered(self.text)

    @functools.cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences of every block, in order."""
        return tuple(one for block in self.flow.blocks for one in sentences(self.text, block.span.start, block.span.end))

    @functools.cached_property
    def times(self) -> tuple[Dated, ...]:
        """The expressions of time, in order."""
        return tuple(dates(self.text, published=self.published))
