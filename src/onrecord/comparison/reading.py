"""A report as comparison reads it: its number among the reports, its record, and its text as it reads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from onrecord.comparison.comparison import Words
from onrecord.comparison.dating import day_of
from onrecord.flow import Flow, flow
from onrecord.record import Record, Statement
from onrecord.spans import Span

__all__ = ["Reading"]


@dataclass(frozen=True)
class Reading:
    """One of the reports that are compared, by its number among them."""

    number: int
    record: Record

    @cached_property
    def view(self) -> Flow:
        """The text as it reads."""
        return flow(self.record.document)

    @cached_property
    def published(self) -> str | None:
        """The day of the report (EDTF), where it is known."""
        return day_of(self.record.document)

    def words(self, span: Span) -> Words:
        """A stretch of the text, as it reads."""
        return Words(report=self.number, span=span, words=self.view.words(span))

    def said(self, statement: Statement) -> Words:
        """What a statement says, from its first piece to its last."""
        span = Span(statement.content[0].start, statement.content[-1].end)
        return Words(report=self.number, span=span, words=" ".join(statement.words))

    def speaker(self, statement: str | None) -> str | None:
        """Who makes a statement, by its id, as this report names them; None where that is not resolved."""
        found = self._statements.get(statement) if statement else None
        return self._names.get(found.speaker) if found and found.speaker else None

    def tellers(self, statement: str | None) -> Iterator[tuple[Statement, str]]:
        """A statement and who makes it, then the one that it is quoted in, and so on outwards."""
        while found := self._statements.get(statement) if statement else None:
            if found.speaker in self._names:
                yield found, self._names[found.speaker]
            statement = found.within

    @cached_property
    def _names(self) -> dict[str | None, str]:
        return {speaker.id: speaker.name for speaker in self.record.speakers}

    @cached_property
    def _statements(self) -> dict[str, Statement]:
        return {statement.id: statement for statement in self.record.statements}
