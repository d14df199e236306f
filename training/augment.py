"""Changes to a text that must not change its reading: quotation marks, line ends, capitals.

Names need none: the product makes them alike before a model reads them (`onrecord.attribution.masking`), and so does `prepare`.

All work on pieces, so that a text is cut into pieces once and drawn in many forms. Every function takes the random
generator it draws from; the same generator gives the same text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from training.pieces import Span, Text

Edit = tuple[int, int, tuple[int, ...]]
QUOTES = (("“", "”"), ('"', '"'), ("«", "»"), ("``", "''"), ("‘", "’"), ("„", "“"))


@dataclass(frozen=True)
class Lexicon:
    """What augmentation must know of the vocabulary.

    `marks` maps the piece of a double quotation mark to what is known of its side ("open", "close", "either"); `styles`
    are pairs of piece sequences.
    """

    marks: Mapping[int, str]
    styles: tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]


def lexicon(vocabulary: Mapping[str, int]) -> Lexicon:
    """The lexicon over a BERT vocabulary."""
    sides = {"“": "open", "”": "close", "«": "open", "»": "close", "„": "open", '"': "either"}
    return Lexicon(
        marks={vocabulary[mark]: side for mark, side in sides.items() if mark in vocabulary},
        styles=tuple(
            (tuple(vocabulary[c] for c in left), tuple(vocabulary[c] for c in right))
            for left, right in QUOTES
            if set(left + right) <= vocabulary.keys()
        ),
    )


def splice(text: Text, edits: Sequence[Edit]) -> Text:
    """`text` with the pieces `[start, end)` of every edit replaced; edits are in order, do not overlap and are not empty.

    New pieces take the shape of the first one that they replace, all but the first without its line break, and a
    teacher's tags likewise. `text` and `offsets` no longer fit and are empty.
    """
    ids: list[NDArray[np.int32]] = []
    origins: list[NDArray[np.int64]] = []
    moved = np.zeros(len(text.ids) + 1, dtype=np.int64)
    cursor = length = 0
    for start, end, new in [*edits, (len(text.ids), len(text.ids), ())]:
        moved[cursor : start + 1] = np.arange(start + 1 - cursor) + length
        length += start - cursor + len(new)
        moved[start + 1 : end + 1] = length
        ids += [text.ids[cursor:start], np.array(new, dtype=np.int32)]
        origins += [np.arange(cursor, start), np.full(len(new), start)]
        cursor = end
    origin = np.concatenate(origins)
    further = np.append(False, origin[1:] == origin[:-1])
    return replace(
        text,
        text="",
        ids=np.concatenate(ids),
        shapes=np.where(further, text.shapes[origin] % 3, text.shapes[origin]).astype(np.int8),
        offsets=np.zeros((0, 2), dtype=np.int32),
        readings=tuple(tuple(moved_span(span, moved) for span in reading) for reading in text.readings),
        soft=None if text.soft is None else carried(text.soft[origin], further),
    )


def moved_span(span: Span, moved: NDArray[np.int64]) -> Span:
    """The span where its edges have moved to."""
    return replace(span, start=int(moved[span.start]), end=int(moved[span.end]))


def carried(soft: NDArray[np.float16], further: NDArray[np.bool_]) -> NDArray[np.float16]:
    """A teacher's rows for pieces some of which are `further` ones of one old piece: those go on, they do not begin."""
    rows = soft[further].astype(np.float32)
    rows[:, 2::2] = np.logaddexp(rows[:, 1::2], rows[:, 2::2])
    rows[:, 1::2] = -20.0
    soft[further] = rows
    return soft


def restyle_quotes(text: Text, words: Lexicon, random: Generator) -> Text:
    """All double quotation marks in one style drawn at random.

    A straight mark opens when the piece after it touches it and the piece before does not, so this needs offsets and
    must come first of all changes.
    """
    left, right = words.styles[random.integers(len(words.styles))]
    edits: list[Edit] = []
    for place in np.flatnonzero(np.isin(text.ids, list(words.marks))):
        side = words.marks[int(text.ids[place])]
        if side == "either":
            side = "open" if opens(text.offsets, int(place)) else "close"
        edits.append((int(place), int(place) + 1, left if side == "open" else right))
    return splice(text, edits)


def opens(offsets: NDArray[np.int32], place: int) -> bool:
    """Whether the straight mark at `place` stands after a gap."""
    return place == 0 or bool(offsets[place, 0] > offsets[place - 1, 1])


def rewrap(text: Text, random: Generator) -> Text:
    """Line ends put in as by a hard wrap, or taken out, or blank lines closed up."""
    breaks, capitals = text.shapes // 3, text.shapes % 3
    way = random.integers(3)
    if way == 0:
        width = random.integers(9, 22)
        gaps = random.integers(width - 3, width + 4, size=len(breaks) // (width - 3) + 1).cumsum()
        wrapped = gaps[gaps < len(breaks)]
        breaks[wrapped] = np.maximum(breaks[wrapped], 1)
    else:
        breaks = np.where(breaks > (1 if way == 1 else 0), 2 if way == 1 else 1, 0).astype(np.int8)
    return replace(text, shapes=(capitals + 3 * breaks).astype(np.int8))


def recapitalise(text: Text, random: Generator) -> Text:
    """Capitals lost, or whole stretches in capitals, or all names in capitals."""
    breaks, capitals = text.shapes // 3, (text.shapes % 3).copy()
    way = random.integers(3)
    if way == 0:
        capitals[:] = 0
    elif way == 1:
        for start in random.integers(len(capitals), size=1 + len(capitals) // 200):
            capitals[start : start + random.integers(5, 40)] = 2
    else:
        capitals[capitals == 1] = np.where(random.random(int((capitals == 1).sum())) < 0.6, 2, 1)
    return replace(text, shapes=(capitals + 3 * breaks).astype(np.int8))


def draw(text: Text, words: Lexicon, random: Generator) -> Text:
    """`text` in one of its forms: one annotator's reading, and each change made to some texts."""
    if len(text.readings) > 1:
        text = replace(text, readings=(text.readings[random.integers(len(text.readings))],))
    if random.random() < 0.5:
        text = restyle_quotes(text, words, random)
    if random.random() < 0.3:
        text = rewrap(text, random)
    if random.random() < 0.15:
        text = recapitalise(text, random)
    return text


def clip(spans: Sequence[Span], start: int, end: int) -> list[Span]:
    """The spans' parts inside `[start, end)`, counted from `start`."""
    return [
        replace(span, start=max(span.start, start) - start, end=min(span.end, end) - start)
        for span in spans
        if span.start < end and span.end > start
    ]
