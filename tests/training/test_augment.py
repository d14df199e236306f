"""Changes to a text leave its reading as it was."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.augment import carried, draw, lexicon, recapitalise, restyle_quotes, rewrap, splice
from training.pieces import Span, Text

VOCABULARY = {
    piece: number for number, piece in enumerate(["[PAD]", *"\"“”«»`‘’„'", "mara", "oru", "vel", "##mora", "said", "so"])
}
WORDS = {number: piece for piece, number in VOCABULARY.items()}
LEXICON = lexicon(VOCABULARY)


def text_of(pieces: list[str], spans: list[Span], shapes: list[int] | None = None) -> Text:
    """Pieces one character apart, so that no quotation mark touches its neighbour on the left."""
    return Text(
        name="t",
        text=" ".join(pieces),
        ids=np.array([VOCABULARY[piece] for piece in pieces], dtype=np.int32),
        shapes=np.array(shapes or [1] * len(pieces), dtype=np.int8),
        offsets=np.array([(2 * i, 2 * i + 1) for i in range(len(pieces))], dtype=np.int32),
        readings=(tuple(spans),),
    )


def words(text: Text, span: Span | None = None) -> list[str]:
    """The pieces of a text or of one of its spans."""
    ids = text.ids if span is None else text.ids[span.start : span.end]
    return [WORDS[number] for number in ids.tolist()]


def test_splice_moves_spans_with_their_words() -> None:
    text = text_of(["mara", "said", "so"], [Span(0, 0, 1, 0), Span(1, 1, 2, 0), Span(2, 2, 3, 0)], [7, 0, 0])
    longer = splice(text, [(0, 1, (VOCABULARY["vel"], VOCABULARY["##mora"]))])
    assert [words(longer, span) for span in longer.readings[0]] == [["vel", "##mora"], ["said"], ["so"]]
    assert longer.shapes.tolist() == [7, 1, 0, 0]


edits = st.lists(
    st.tuples(st.integers(0, 3), st.integers(1, 3), st.lists(st.integers(1, 18), min_size=1, max_size=4)), max_size=4
)


@given(edits, st.data())
def test_splice_keeps_what_it_does_not_replace(steps: list[tuple[int, int, list[int]]], data: st.DataObject) -> None:
    placed, at = [], 0
    for gap, width, new in steps:
        placed.append((at + gap, at + gap + width, tuple(new)))
        at += gap + width
    length = at + data.draw(st.integers(1, 4))
    outside = [i for i in range(length) if not any(start <= i < end for start, end, _ in placed)]
    spans = [Span(0, i, i + 1, i) for i in outside]
    text = text_of([WORDS[1 + i % 15] for i in range(length)], spans, [i % 9 for i in range(length)])
    new = splice(text, placed)
    assert len(new.ids) == len(new.shapes) == length + sum(len(n) - (e - s) for s, e, n in placed)
    for before, after in zip(spans, new.readings[0], strict=True):
        assert words(new, after) == words(text, before)
        assert new.shapes[after.start] == text.shapes[before.start]


def test_a_teachers_tag_goes_on_over_further_pieces() -> None:
    soft = np.log(np.full((2, 7), [0.02, 0.1, 0.2, 0.5, 0.1, 0.05, 0.03])).astype(np.float16)
    first, further = np.exp(carried(soft, np.array([False, True])).astype(np.float64))
    assert first == pytest.approx([0.02, 0.1, 0.2, 0.5, 0.1, 0.05, 0.03], abs=1e-3)
    assert further == pytest.approx([0.02, 0, 0.3, 0, 0.6, 0, 0.08], abs=1e-3)


def test_quotation_marks_keep_their_sides() -> None:
    text = text_of(["“", "so", "”", "said", "mara"], [Span(2, 0, 3, 0), Span(1, 3, 4, 0)])
    styles = set()
    for seed in range(40):
        new = restyle_quotes(text, LEXICON, np.random.default_rng(seed))
        content, cue = new.readings[0]
        inside = words(new, content)
        assert "so" in inside
        assert words(new, cue) == ["said"]
        styles.add(("".join(inside[: inside.index("so")]), "".join(inside[inside.index("so") + 1 :])))
    assert styles == {("“", "”"), ('"', '"'), ("«", "»"), ("``", "''"), ("‘", "’"), ("„", "“")}


def test_straight_marks_open_after_a_gap_only() -> None:
    text = Text(
        name="t",
        text='"so" said mara',
        ids=np.array([VOCABULARY[piece] for piece in ['"', "so", '"', "said"]], dtype=np.int32),
        shapes=np.zeros(4, dtype=np.int8),
        offsets=np.array([(0, 1), (1, 3), (3, 4), (5, 9)], dtype=np.int32),
    )
    curly = [words(restyle_quotes(text, LEXICON, np.random.default_rng(seed))) for seed in range(40)]
    assert ["“", "so", "”", "said"] in curly


@given(st.integers(0, 10**6), st.lists(st.integers(0, 8), min_size=1, max_size=60))
def test_changes_of_shape_leave_words_and_reading(seed: int, shapes: list[int]) -> None:
    text = text_of(["so"] * len(shapes), [Span(2, 0, len(shapes), 0)], shapes)
    before = text.shapes.copy()
    for change in (rewrap, recapitalise):
        new = change(text, np.random.default_rng(seed))
        assert new.shapes.min() >= 0
        assert new.shapes.max() < 9
        assert (new.ids == text.ids).all()
        assert new.readings == text.readings
    assert (text.shapes == before).all()


def test_the_same_seed_draws_the_same_text() -> None:
    text = text_of(["“", "so", "”", "said", "mara"], [Span(2, 0, 3, 0)])
    first, second = (draw(text, LEXICON, np.random.default_rng(3)) for _ in range(2))
    assert (first.ids == second.ids).all()
    assert (first.shapes == second.shapes).all()
    assert first.readings == second.readings
