"""Which cue a content goes to."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.attribution.decoding import RoleSpan
from onrecord.attribution.encoder import Tagged
from onrecord.attribution.linking import Affinity, link
from onrecord.attribution.structure import Structure
from onrecord.spans import Span
from tests.speakers.telling import read_text

TEXT = "Lima said and Dell wrote the dam was safe."


def span(role: str, words: str) -> RoleSpan:
    at = TEXT.index(words)
    return RoleSpan(role, Span(at, at + len(words)), 0.9)


def chosen(affinity: Affinity | None) -> str:
    structure = Structure.of(read_text(TEXT))
    spans = [span("cue", "said"), span("cue", "wrote"), span("content", "the dam was safe")]
    (found,) = link(structure, spans, affinity)
    assert found.cue is not None
    return found.cue.span.of(TEXT)


def tagged(*, liked: str | None) -> Tagged:
    """One piece for each word; the linking head likes the content with one cue, or there is none."""
    pieces, at = [], 0
    for word in TEXT.split():
        at = TEXT.index(word, at)
        pieces.append(Span(at, at + len(word)))
    if liked is None:
        return Tagged(tuple(pieces), np.zeros((len(pieces), 7), np.float32))
    query = np.array([[4.0 if piece.of(TEXT) == liked else 0.0] for piece in pieces], np.float32)
    return Tagged(tuple(pieces), np.zeros((len(pieces), 7), np.float32), query, np.ones_like(query))


def test_the_nearest_cue_has_it_where_the_model_does_not_say() -> None:
    assert chosen(None) == chosen(Affinity.of(tagged(liked=None))) == "wrote"


def test_the_models_linking_head_outweighs_some_distance() -> None:
    assert chosen(Affinity.of(tagged(liked="said"))) == "said"


@pytest.mark.parametrize("relative", ["who", "who gave no name,"])
def test_a_relative_clause_that_is_over_has_no_say_in_who_speaks(relative: str) -> None:
    text = "The clerk, who gave no name, said the dam was safe."
    marks = [("source", "The clerk"), ("source", relative), ("cue", "said"), ("content", "the dam was safe")]
    spans = [RoleSpan(role, Span(text.index(words), text.index(words) + len(words)), 0.9) for role, words in marks]
    (found,) = link(Structure.of(read_text(text)), spans)
    assert found.source is not None
    assert found.source.span.of(text) == "The clerk"
