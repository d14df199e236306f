"""One attribution: words given to a source by a cue, before anybody asks who the source is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.spans import Span

__all__ = ["Attribution", "Kind"]

Kind = Literal["direct", "indirect", "mixed"]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Spans of the flow's text (see `onrecord.flow`): the words that name the source, the reporting words, what was said.

    `source` and `cue` are None where the text has none at this place. `turn`: the words belong to a turn with a label ("Ms.
    Karr: …", "Question: …"), and the label, without its colon, is the source. `within` is the index of the attribution
    around it in the same list; the list stands in text order, an inner one behind the one around it. `confidence` lies
    between 0 and 1.
    """

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    kind: Kind
    within: int | None = None
    negated: bool = False
    turn: bool = False
    confidence: float = 1.0
