"""A text as word pieces, with what an uncased vocabulary loses: capitals and line breaks.

A piece's *shape* is one small number, `capitals + 3 * breaks`:

======== ==================================== ======== ================================
capitals                                      breaks
======== ==================================== ======== ================================
0        no capital first                     0        same line as the piece before
1        first letter is a capital            1        first piece of a line
2        two letters or more, all capitals    2        first piece after a blank line, or of the text
======== ==================================== ======== ================================

Special pieces ([CLS], [SEP], padding) have shape 0.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from tokenizers import Tokenizer

ROLES = ("source", "cue", "content")
LABELS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
SHAPES = 9


@dataclass(frozen=True)
class Span:
    """A stretch of pieces, half-open, in one role of one attribution (`event`)."""

    role: int
    start: int
    end: int
    event: int


@dataclass(frozen=True)
class Text:
    """A text in pieces of BERT's vocabulary, with the readings that annotators gave of it.

    `ids` int32 and `shapes` int8 are `(pieces,)`; `offsets` int32 `(pieces, 2)` indexes the original text.
    """

    name: str
    ids: NDArray[np.int32]
    shapes: NDArray[np.int8]
    offsets: NDArray[np.int32]
    readings: tuple[tuple[Span, ...], ...] = ()


def piece_shape(text: str, *, start: int, end: int, before: int) -> int:
    """Shape of the piece `text[start:end]`, the piece before it ending at `before` (0 for the first one)."""
    word = text[start:end]
    capitals = int(word[:1].isupper())
    if capitals and word.isupper() and sum(map(str.isalpha, word)) > 1:
        capitals = 2
    newlines = 2 if before == 0 else min(2, text.count("\n", before, start))
    return capitals + 3 * newlines


def shapes_of(text: str, offsets: Sequence[tuple[int, int]]) -> list[int]:
    """Shape of every piece of `text`."""
    ends = [0, *(end for _, end in offsets[:-1])]
    return [piece_shape(text, start=a, end=b, before=before) for (a, b), before in zip(offsets, ends, strict=True)]


def cut(name: str, text: str, tokenizer: Tokenizer, *, readings: Sequence[Sequence[tuple[int, int, int, int]]] = ()) -> Text:
    """`text` in pieces; `readings` hold `(role, start, end, event)` in characters."""
    encoding = tokenizer.encode(text, add_special_tokens=False)
    offsets = encoding.offsets  # a property that builds the list anew: take it once
    places = np.array(offsets, dtype=np.int32).reshape(-1, 2)
    return Text(
        name=name,
        ids=np.array(encoding.ids, dtype=np.int32),
        shapes=np.array(shapes_of(text, offsets), dtype=np.int8),
        offsets=places,
        readings=tuple(tuple(in_pieces(reading, places)) for reading in readings),
    )


def in_pieces(reading: Sequence[tuple[int, int, int, int]], offsets: NDArray[np.int32]) -> list[Span]:
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
