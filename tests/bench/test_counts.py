from __future__ import annotations

import pytest

from bench.counts import Counts, interval, macro, resampled, total


def _counts(right: int, predicted: int, gold: int) -> Counts:
    counts = Counts()
    counts.add("x", right=right, predicted=predicted, found=right, gold=gold)
    return counts


DOCUMENTS = [_counts(1, 2, 2), _counts(4, 4, 4), _counts(0, 4, 4), Counts()]


def test_micro_adds_up_before_it_divides_and_macro_after() -> None:
    whole = total(DOCUMENTS)
    assert whole.precision("x") == pytest.approx(5 / 10)
    assert whole.f1("x") == pytest.approx(0.5)
    assert macro(DOCUMENTS, lambda counts: counts.f1("x")) == pytest.approx((0.5 + 1 + 0) / 3)


def test_what_was_never_counted_is_none_not_nought() -> None:
    assert Counts().f1("x") is None
    assert macro([Counts()], lambda counts: counts.f1("x")) is None
    assert interval(resampled([Counts()]), lambda counts: counts.f1("x")) is None


def test_the_interval_is_the_same_every_time_and_holds_the_value() -> None:
    bounds = [interval(resampled(DOCUMENTS), lambda counts: counts.recall("x")) for _ in range(2)]
    assert bounds[0] == bounds[1]
    assert bounds[0] is not None
    assert bounds[0][0] <= 0.5 <= bounds[0][1]
    assert bounds[0][0] < bounds[0][1]
