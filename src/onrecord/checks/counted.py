"""How findings on amounts name a figure, and where it stands."""

from __future__ import annotations

import re

from onrecord.checks.subject import Subject
from onrecord.record import Figure
from onrecord.spans import Span

__all__ = ["OWN_CLAUSE", "places", "words"]

# From one number to the next in a clause of its own: "Of the 40 members, 30".
OWN_CLAUSE = re.compile(r"[^.;:,]{3,80},\s+(?:(?:at least|some|about)\s+)?")


def words(subject: Subject, figure: Figure) -> str:
    """The number in quotation marks, with what it counts: as the text says it, or beside the quotation."""
    here, text = subject.here(figure.span), subject.text
    if not figure.counted or figure.unit:
        return f"“{subject.flow.words(figure.span)}”"
    end = here.end
    for word in figure.counted.split():
        found = re.compile(rf"\s+{re.escape(word)}\b").match(text, end)
        if not found:
            break
        end = found.end()
    said = " ".join(text[here.start : end].split())
    return f"“{said}”" if end > here.end else f"“{said}” ({figure.counted})"


def places(subject: Subject, *figures: Figure) -> tuple[Span, ...]:
    """Where the figures stand."""
    return tuple(subject.here(figure.span) for figure in figures)
