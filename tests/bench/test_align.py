from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.align import Alignment, AlignmentError
from onrecord.spans import Span

WORDS = st.lists(st.text("ab“”é", min_size=1, max_size=4), min_size=1, max_size=8)


@given(WORDS, st.lists(st.sampled_from([" ", "\n", "\n\n", "  \n\t"]), min_size=8, max_size=8), st.data())
def test_a_span_keeps_its_words_whatever_the_white_space(words: list[str], gaps: list[str], data: st.DataObject) -> None:
    one = " ".join(words)
    other = "".join(word + gap for word, gap in zip(words, gaps, strict=False))
    start = data.draw(st.integers(0, len(one)))
    span = Span(start, data.draw(st.integers(start, len(one))))
    carried = Alignment.of(one, other).carry(span)
    if carried is None:
        assert not span.of(one).strip()
    else:
        assert other[carried[0] : carried[1]].split() == span.of(one).split()


def test_texts_with_other_letters_are_refused() -> None:
    with pytest.raises(AlignmentError, match="more than white space"):
        Alignment.of("one two", "one too")
