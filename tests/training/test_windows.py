"""Windows and batches."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from training.encoder import EncoderConfig
from training.pieces import Span, Text, tags
from training.windows import IGNORED, collate, cut_windows, in_batches, link_targets

CONFIG = EncoderConfig(
    vocabulary=99, positions=64, first_position=0, width=8, heads=2, inner=8, layers=(0,), relative_buckets=0, epsilon=1e-5,
    shift=4, cls=0, sep=2, pad=1, mask=98,
)  # fmt: skip
SPANS = (Span(0, 0, 2, 0), Span(1, 2, 3, 0), Span(2, 3, 7, 0), Span(2, 9, 11, 1), Span(1, 11, 12, 1))


def text_of(length: int, *, silver: bool = False) -> Text:
    """A text of pieces 10, 11, 12 and so on, with two attributions."""
    spans = tuple(span for span in SPANS if span.end <= length)
    ids = np.arange(10, 10 + length, dtype=np.int32)
    shapes = np.zeros(length, dtype=np.int8)
    return Text("t", "", ids, shapes, np.zeros((0, 2), dtype=np.int32), (spans,), None, silver)


@given(st.integers(1, 40), st.integers(4, 20), st.integers(0, 99))
def test_windows_put_together_are_the_text(length: int, size: int, seed: int) -> None:
    text = text_of(length)
    windows = cut_windows(text, size, np.random.default_rng(seed))
    assert np.concatenate([window.ids for window in windows]).tolist() == text.ids.tolist()
    whole = tags(text.readings[0], length)
    assert np.concatenate([window.tags for window in windows if window.tags is not None]).tolist() == whole.tolist()
    assert max(len(window.ids) for window in windows) <= size


def test_a_span_that_began_before_the_window_goes_on_in_it() -> None:
    windows = cut_windows(text_of(12), 5, np.random.default_rng(0))
    later = next(window for window in windows if window.spans and window.spans[0].start == 0 and window.ids[0] != 10)
    assert later.tags is not None
    assert later.tags[0] == 6


def test_a_silver_text_has_links_but_no_tags() -> None:
    (window,) = cut_windows(text_of(12, silver=True), 40, np.random.default_rng(0))
    assert window.tags is None
    assert window.spans == SPANS


def test_links_point_from_sources_and_contents_to_the_first_piece_of_their_cue() -> None:
    links, cues = link_targets(SPANS, 12)
    assert {place: int(cue) for place, cue in enumerate(links) if cue != IGNORED} == {0: 2, 3: 2, 9: 11}
    assert np.flatnonzero(cues).tolist() == [2, 11]


def test_batch_stands_between_special_pieces_and_counts_links_from_the_first() -> None:
    windows = [*cut_windows(text_of(12), 40, np.random.default_rng(0)), *cut_windows(text_of(3), 40, np.random.default_rng(0))]
    batch = collate(windows, CONFIG, None)
    assert batch.ids[0].tolist() == [0, *range(14, 26), 2]
    assert batch.ids[1].tolist() == [0, 14, 15, 16, 2, *[1] * 9]
    assert batch.mask.sum(dim=1).tolist() == [14, 5]
    assert batch.links[0, 1] == 3
    assert batch.tags[1].tolist() == [IGNORED, 1, 2, 3, *[IGNORED] * 10]


def test_masking_hides_the_share_asked_for_and_no_special_piece() -> None:
    windows = cut_windows(text_of(40), 60, np.random.default_rng(0))
    batch = collate(windows * 50, CONFIG, np.random.default_rng(1), masked=0.25)
    hidden = (batch.ids == CONFIG.mask).float()
    assert 0.2 < float(hidden[:, 1:41].mean()) < 0.3
    assert float(hidden[:, [0, 41]].sum()) == 0


def test_batches_hold_every_window_once() -> None:
    windows = [window for n in range(1, 30) for window in cut_windows(text_of(n), 9, np.random.default_rng(n))]
    batches = in_batches(windows, 4, np.random.default_rng(0))
    assert sorted(id(window) for batch in batches for window in batch) == sorted(map(id, windows))
    assert max(map(len, batches)) == 4
