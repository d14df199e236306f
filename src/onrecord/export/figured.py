"""The figures of a record, arranged for a reader: the number as it is said, what it counts, of whom, where, when, by whom."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.export.outline import Outline
from onrecord.record import Figure

__all__ = ["Figured", "figured"]


@dataclass(frozen=True, slots=True)
class Figured:
    """A figure as shown.

    `number` is as the text says it, with how exact it is said to be, and the value where the words do not show it; `what` is
    what it counts; `facts` are the rest, one by one: type, groups, place, time, the whole, whose figure it is.
    """

    figure: Figure
    number: str
    what: str
    facts: tuple[str, ...]

    @property
    def line(self) -> str:
        """What is counted and all facts."""
        return "; ".join(filter(None, (self.what, *self.facts)))


def figured(arranged: Outline) -> list[Figured]:
    """The record's figures, in the order of the text."""
    names = {entry.statement.id: entry.name for entry in arranged.entries}
    numbers = {one.id: arranged.view.words(one.span) for one in arranged.record.figures}
    return [
        Figured(one, _number(one, numbers[one.id]), one.counted or "", tuple(_facts(one, numbers, names)))
        for one in arranged.record.figures
    ]


def _number(figure: Figure, words: str) -> str:
    """ "at least 613", "about two dozen (24)", "not 300"."""
    hedged = words if figure.qualifier == "exactly" else f"{figure.qualifier} {words}"
    shown = hedged if any(sign.isdigit() for sign in words) and not _scaled(words) else f"{hedged} ({_value(figure)})"
    return f"not {shown}" if figure.denied else shown


def _scaled(words: str) -> bool:
    """Whether the digits are not the whole number ("3.5 lakh"); millions and billions need no telling."""
    return any(scale in words.casefold() for scale in ("lakh", "crore", "dozen"))


def _value(figure: Figure) -> str:
    low, high = f"{figure.low:,.6g}", f"{figure.high:,.6g}"
    if max(abs(figure.low), abs(figure.high)) >= 1_000:
        low, high = f"{figure.low:,.0f}", f"{figure.high:,.0f}"
    value = low if low == high else f"{low} to {high}"
    unit = figure.unit if figure.unit and figure.unit != "fraction" else ""
    return f"{value} {unit}".strip()


def _facts(figure: Figure, numbers: dict[str, str], names: dict[str, str]) -> list[str]:
    kind = figure.type if figure.type and figure.type not in (figure.counted or "") else None
    who = ", ".join(group for group in figure.groups if group not in (figure.counted or ""))
    whole = f"part of {numbers[figure.part_of]} ({figure.part_of})" if figure.part_of in numbers else None
    said = f"said by {names[figure.statement]} ({figure.statement})" if figure.statement in names else None
    facts = (
        kind,
        who,
        f"in {figure.where}" if figure.where else None,
        figure.when,
        whole,
        f"according to {figure.authority}" if figure.authority else None,
        said,
        "denied" if figure.denied else None,
    )
    return [fact for fact in facts if fact]
