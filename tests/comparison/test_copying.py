"""Passages that were copied, wrapped, hyphenated and edited."""

from __future__ import annotations

import pytest

from onrecord.comparison.copying import passages
from onrecord.comparison.words import tokens

_AGENCY = (
    "At the gates of the old tannery the fire brigade had set up a kitchen, and people who had lost everything stood in line "
    "with their own spoons, saying nothing, until the soup gave out and a woman from the parish brought bread."
)
_WRAPPED = """AT THE GATES of the old tan-
nery the fire bri-
gade had set up  a kitchen, and people who had lost every-
thing stood in line with their own spoons,  saying nothing,
until the soup gave out and a woman from the parish brought bread."""
_EDITED = (
    "At the gate of the old tannery the firemen had set up a kitchen, and people who had lost everything were standing in line "
    "with their own spoons, saying nothing at all, until the soup gave out and a parish woman brought bread."
)
_OTHER = (
    "At the gates of the old mill the council had put up a tent. People who had lost everything slept there, each with a "
    "bundle, and in the morning a woman from the parish brought them soup and told them where to go."
)


def found(one: str, other: str) -> list[tuple[str, str]]:
    """The passages that both have, as words of each."""
    texts = (f"The rain has stopped. {one} Nobody knew why.", f"Letters to us. {other} The mill is closed.")
    every = passages([tokens(text) for text in texts])
    return [(texts[0][p.left_span.start : p.left_span.end], texts[1][p.right_span.start : p.right_span.end]) for p in every]


def test_wraps_hyphens_capitals_and_spaces_do_not_count() -> None:
    assert found(_AGENCY, _WRAPPED) == [(_AGENCY.rstrip("."), _WRAPPED.rstrip("."))]


def test_small_edits_are_passed_over() -> None:
    ((one, other),) = found(_AGENCY, _EDITED)
    assert one.startswith("of the old tannery")
    assert one.endswith("until the soup gave out and a")
    assert other.startswith("of the old tannery the firemen")


@pytest.mark.parametrize("other", [_OTHER, _AGENCY[:90]])
def test_words_on_the_same_matter_are_no_copy(other: str) -> None:
    assert found(_AGENCY, other) == []
