"""What a report cites, arranged for a reader: each instrument once, with all the places where it is cited."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.citations.catalogue import Catalogue, catalogue
from onrecord.citations.entries import Instrument, Resolution
from onrecord.flow import Flow
from onrecord.record import Record, Reference

__all__ = ["Cited", "cited", "target_label"]


@dataclass(frozen=True, slots=True)
class Cited:
    """One thing that is cited: what it is called here, what else is known of it, and the references to it.

    `label` is a name or symbol where the target is known, else the report's own words; `detail` says what is not known.
    """

    label: str
    detail: str
    certain: bool
    references: tuple[Reference, ...]

    @property
    def line(self) -> str:
        """Label and detail."""
        return f"{self.label}; {self.detail}" if self.detail else self.label


def cited(record: Record, view: Flow) -> list[Cited]:
    """What the record's references point at, in the order of first mention."""
    groups: dict[object, list[Reference]] = {}
    for reference in record.references:
        words = view.words(reference.span)
        key = reference.target or (reference.candidates or words.casefold(), reference.status)
        groups.setdefault(key, []).append(reference)
    known = catalogue()
    return [_cited(references, view, known) for references in groups.values()]


def target_label(target: str) -> tuple[str, str]:
    """What a target of the catalogue is called, and its date, court or number; the target itself where it is not there."""
    return _label(target, catalogue())


def _cited(references: list[Reference], view: Flow, known: Catalogue) -> Cited:
    first = references[0]
    if first.target is None:
        perhaps = ", ".join(_label(one, known)[0] for one in first.candidates)
        detail = (
            f"ambiguous, perhaps {perhaps}"
            if perhaps
            else "ambiguous"
            if first.status == "ambiguous"
            else "not in the catalogue"
        )
        return Cited(f"“{view.words(first.span)}”", detail, certain=False, references=tuple(references))
    label, detail = _label(first.target, known)
    if first.status == "unknown":
        detail = "not in the catalogue"
    return Cited(label, detail, certain=first.status == "resolved", references=tuple(references))


def _label(target: str, known: Catalogue) -> tuple[str, str]:
    """What a target is called, and its date, court or number."""
    entry = known.entry(target)
    if entry is None:
        return target, ""
    if isinstance(entry, Resolution):
        return entry.symbol, ", ".join((entry.date, *entry.names[:1]))
    if isinstance(entry, Instrument):
        return entry.name, entry.adopted
    return entry.title, ", ".join(filter(None, (entry.court, entry.number, entry.date)))
