"""A citation on its way to becoming a reference."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Self

from onrecord.spans import Span

__all__ = ["Found", "Status"]

Status = Literal["resolved", "ambiguous", "unknown"]


@dataclass(frozen=True, slots=True)
class Found:
    """Words that cite something: `core` are those that name it, `span` is all that belongs to the citation."""

    span: Span
    target: str | None
    status: Status
    candidates: tuple[str, ...] = ()
    pinpoint: str | None = None
    core: Span | None = None

    @classmethod
    def unknown(cls, span: Span) -> Self:
        """What is cited at `span`, all of which names it, and the catalogue does not have."""
        return cls(span, None, "unknown", core=span)
