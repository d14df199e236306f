"""Words that hold a capital are those among all words that do."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.names.words import with_capitals, words

PIECES = st.sampled_from([*"A Ana CAT cat pro-Velm U.N. d’Orsay . - ’s 2031 Ä".split(" "), " ", "\u00a0", "\n"])


@given(st.lists(PIECES))
def test_words_with_capitals_are_found_at_their_places(pieces: list[str]) -> None:
    text = "".join(pieces)
    expected = [word for word in words(text) if word.text != word.text.lower()]
    assert [word for word in with_capitals(text, 0, len(text)) if word.text != word.text.lower()] == expected
