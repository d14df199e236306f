"""A text as word pieces, with the readings that people or a teacher gave of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from onrecord.attribution.masking import masked
from onrecord.attribution.shapes import shapes_of
from onrecord.spans import Span as SourceSpan

if TYPE_CHECKING:
    from tokenizers import Tokenizer

__all__ = ["LABELS", "ROLES", "CharacterSpan", "Span", "Text", "cut", "in_pieces", "tags"]

ROLES = ("source", "cue", "content")
LABELS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
CharacterSpan = tuple[int, int, int, int]
"""Role, start, end, event: as `Span`, in characters."""


@dataclass(frozen=True)
class Span:
    """A stretch of pieces, half-open, in one role (an index into `ROLES`) of one attribution (`event`)."""

    role: int
    start: int
    end: int
    event: int


@dataclass(frozen=True)
class Text:
    """A text in pieces of BERT's vocabulary, with the readings that annotators gave of it.

    `ids` int32 and `shapes` int8 (see `onrecord.attribution.shapes`) are `(pieces,)`; `offsets` int32 `(pieces, 2)` indexes
    `text`. `soft` holds a teacher's log-probabilities, float16 `(pieces, labels)`, where one has read the text; the one reading
    of a `silver` text is the teacher's.
    """

    name: str
    text: str
    ids: NDArray[np.int32]
    shapes: NDArray[np.int8]
    offsets: NDArray[np.int32]
    readings: tuple[tuple[Span, ...], ...] = ()
    soft: NDArray[np.float16] | None = None
    silver: bool = False


def cut(name: str, text: str, tokenizer: Tokenizer, *, readings: Sequence[Sequence[CharacterSpan]] = ()) -> Text:
    """`text` in pieces, its names made alike as the product makes them before a model reads them."""
    view = masked(text)
    encoding = tokenizer.encode(view.text, add_special_tokens=False)
    offsets = encoding.offsets  # a property that builds the list anew: take it once
    homes = [view.map.to_source(SourceSpan(*offset)) for offset in offsets]
    places = np.array([(home.start, home.end) for home in homes], dtype=np.int32).reshape(-1, 2)
    return Text(
        name=name,
        text=text,
        ids=np.array(encoding.ids, dtype=np.int32),
        shapes=np.array(shapes_of(view.text, offsets), dtype=np.int8),
        offsets=places,
        readings=tuple(tuple(in_pieces(reading, places)) for reading in readings),
    )


def in_pieces(reading: Sequence[CharacterSpan], offsets: NDArray[np.int32]) -> list[Span]:
    """Spans in pieces, in text order; a span that no piece touches (white space) is left out."""
    spans = []
    for role, start, end, event in reading:
        first = int(np.searchsorted(offsets[:, 1], start, side="right"))
        last = int(np.searchsorted(offsets[:, 0], end, side="left"))
        if first < last:
            spans.append(Span(role, first, last, event))
    return sorted(spans, key=lambda span: (span.start, span.end))


def tags(spans: Sequence[Span], length: int) -> NDArray[np.int64]:
    """Index into `LABELS` of every piece."""
    out = np.zeros(length, dtype=np.int64)
    for span in spans:
        out[span.start : span.end] = 2 * span.role + 2
        out[span.start] = 2 * span.role + 1
    return out
