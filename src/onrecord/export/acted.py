"""The acts of a record, arranged for a reader: which body did what, when, in whose telling."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.export.outline import Entry, Outline
from onrecord.names.states import state
from onrecord.record import Act, Finding

__all__ = ["Acted", "acted"]


@dataclass(frozen=True, slots=True)
class Acted:
    """An act as shown.

    `body` is who did it; `deed` is the verb with what it was done to; `facts` are the rest, one by one: the date, the list's
    own name of a State, who tells of it.
    """

    act: Act
    body: str
    deed: str
    facts: tuple[str, ...]

    @property
    def line(self) -> str:
        """Who did what, and all facts."""
        return "; ".join((f"{self.body} {self.deed}", *self.facts))


def acted(arranged: Outline) -> list[Acted]:
    """The record's acts, in the order of the text."""
    record = arranged.record
    names = {entry.statement.id: _name(entry) for entry in arranged.entries}
    misspelt = [one for one in record.findings if "listed" in one.evidence and "spelt" in one.evidence]
    return [Acted(one, one.body, _deed(one, arranged), tuple(_facts(one, names, misspelt))) for one in record.acts]


def _name(entry: Entry) -> str:
    """Who says it; of those who say it together only the first, since the acts name them one by one."""
    return f"{entry.voices[0].speaker.name} and others" if len(entry.voices) > 1 else entry.name


def _deed(act: Act, arranged: Outline) -> str:
    """ "recognised the flood as man-made", "NOT ratified the Accord"."""
    what = arranged.view.words(act.object) if act.object else ""
    return " ".join(filter(None, ("NOT" if act.negated else "", act.verb, what)))


def _facts(act: Act, names: dict[str, str], misspelt: Sequence[Finding]) -> list[str]:
    listed = [
        f"the list of States has {one.evidence['listed']}"
        for one in misspelt
        if any(span.overlaps(part) for span in one.spans for part in act.spans)
    ]
    full = state(act.body)
    said = f"said by {names[act.statement]} ({act.statement})" if act.statement in names else None
    return [fact for fact in (act.when, full if full != act.body else None, *listed, said) if fact]
