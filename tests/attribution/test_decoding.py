"""Constrained decoding: no I- without its B-, whatever the scores."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.attribution.decoding import decode
from onrecord.attribution.encoder import Tagged
from onrecord.spans import Span

LABELS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")


def tagged(rows: list[list[float]]) -> Tagged:
    scores = np.log(np.array(rows, np.float32) / np.array(rows, np.float32).sum(axis=1, keepdims=True))
    return Tagged(tuple(Span(n, n + 1) for n in range(len(rows))), scores)


def test_the_best_allowed_sequence_wins() -> None:
    rows = [[1, 9, 1, 1, 1, 1, 1], [1, 1, 9, 1, 1, 1, 1], [1, 1, 1, 9, 1, 1, 1], [1, 1, 1, 1, 1, 9, 1], [1, 1, 1, 1, 1, 1, 9]]
    found = [(part.role, part.span.start, part.span.end) for part in decode(tagged(rows), LABELS)]
    assert found == [("source", 0, 2), ("cue", 2, 3), ("content", 3, 5)]


def test_an_inside_without_a_beginning_is_not_taken() -> None:
    assert decode(tagged([[4, 1, 5, 1, 1, 1, 1]]), LABELS) == []


def inside(*probabilities: float) -> list[list[float]]:
    """A content that begins at the first piece and goes on with these probabilities."""
    return [[0.01, 0, 0, 0, 0, 0.99, 0], *([1 - p, 0, 0, 0, 0, 0, p] for p in probabilities)]


@pytest.mark.parametrize(
    ("probabilities", "end"),
    [
        ((0.99, 0.98, 0.01), 3),
        ((0.97, 0.57, 0.56, 0.27, 0.02), 2),  # the ends behind 2, 4 and 5 pieces are 0.40, 0.29 and 0.25 likely
        ((0.97, 0.48, 0.47, 0.02), 2),
        ((0.97, 0.78, 0.45, 0.44, 0.02), 5),  # past the median, to the likeliest
        ((0.9, 0.01, 0.95, 0.01), 2),  # what comes after it was over does not count
        ((0.99, 0.99), 3),
    ],
)
def test_a_span_ends_where_the_probability_of_being_inside_falls_most(probabilities: tuple[float, ...], end: int) -> None:
    scores = np.log(np.array(inside(*probabilities), np.float32) + np.float32(1e-6))
    found = decode(Tagged(tuple(Span(n, n + 1) for n in range(len(scores))), scores), LABELS)
    assert [(part.role, part.span.start, part.span.end) for part in found[:1]] == [("content", 0, end)]


@pytest.mark.parametrize(
    ("first", "second", "goes_on", "spans"),
    [
        (0.6, 0.5, 0.45, [(0, 3)]),  # it begins at the first piece or at the second, and does not end between them
        (0.52, 0.53, 0.45, [(1, 3)]),
        (0.9, 0.8, 0.15, [(0, 1), (1, 3)]),
    ],
)
def test_two_beginnings_of_one_span_are_not_two_spans(
    first: float, second: float, goes_on: float, spans: list[tuple[int, int]]
) -> None:
    rows = [[1 - first, 0, 0, 0, 0, first, 0], [max(0, 1 - second - goes_on), 0, 0, 0, 0, second, goes_on], *inside(0.99)[1:]]
    scores = np.log(np.array(rows, np.float32) + np.float32(1e-6))
    found = decode(Tagged(tuple(Span(n, n + 1) for n in range(len(scores))), scores), LABELS)
    assert [(part.span.start, part.span.end) for part in found] == spans


def test_nothing_in_nothing_out() -> None:
    assert decode(Tagged((), np.zeros((0, 7), np.float32)), LABELS) == []


@given(st.lists(st.lists(st.floats(0.01, 1), min_size=7, max_size=7), min_size=1, max_size=30))
def test_spans_stand_in_order_and_apart(rows: list[list[float]]) -> None:
    spans = [part.span for part in decode(tagged(rows), LABELS)]
    assert all(left.end <= right.start for left, right in pairwise(spans))
    assert all(0 < part.confidence <= 1.0001 for part in decode(tagged(rows), LABELS))
