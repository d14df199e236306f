"""Where figures are drawn."""

from itertools import pairwise

import pytest

from onrecord.comparison.comparison import Given, Words
from onrecord.export.plotted import plot
from onrecord.spans import Span


def given(low: float, high: float | None = None, *, qualifier: str = "exactly", denied: bool = False) -> Given:
    at = Words(report=0, span=Span(0, 2), words="31")
    return Given(at=at, figure="f1", low=low, high=low if high is None else high, qualifier=qualifier, by=None, denied=denied)


def test_smaller_values_come_first_and_further_left():
    lanes = plot([("B", given(48)), ("A", given(31)), ("C", given(31, 60))]).lanes
    assert [lane.name for lane in lanes] == ["A", "C", "B"]
    assert lanes[0].low == lanes[1].low < lanes[2].low < lanes[1].high


@pytest.mark.parametrize(("qualifier", "arrow"), [("at least", 1), ("over", 1), ("up to", -1), ("under", -1), ("exactly", 0)])
def test_a_bound_points_to_where_the_value_may_lie(qualifier, arrow):
    assert plot([("A", given(31, qualifier=qualifier)), ("B", given(48))]).lanes[0].arrow == arrow


@pytest.mark.parametrize("one", [given(31, qualifier="about"), given(31, denied=True)], ids=["about", "denied"])
def test_what_is_rough_or_denied_is_hollow(one):
    assert [lane.hollow for lane in plot([("A", one), ("B", given(48))]).lanes] == [True, False]


def test_values_far_apart_are_drawn_on_a_logarithmic_scale_and_said_in_words():
    drawn = plot([("A", given(3)), ("B", given(3000, qualifier="at least"))])
    assert drawn.logarithmic
    assert drawn.said == "A: 3; B: at least 3,000"


def test_one_value_alone_or_nought_can_be_drawn():
    assert plot([("A", given(0))]).lanes[0].low == plot([("A", given(0)), ("B", given(0))]).lanes[1].low


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        ([0, 613], ["0", "200", "400", "600"]),
        ([90, 100], ["0", "50", "100"]),
        ([0], ["0"]),
        ([3, 3000], ["5", "10", "20", "50", "100", "200", "500", "1,000", "2,000"]),
        ([1, 10_000_000], ["1", "10", "100", "1,000", "10,000", "100,000", "1,000,000", "10,000,000"]),
    ],
)
def test_the_axis_has_a_few_round_numbers(values, ticks):
    drawn = plot([(str(value), given(value)) for value in values])
    numbers = [tick.number for tick in drawn.ticks]
    assert set(numbers) <= set(ticks)
    assert 1 <= len(numbers) <= 5
    assert [tick.x for tick in drawn.ticks] == sorted(tick.x for tick in drawn.ticks)


def test_figures_without_room_are_counted():
    drawn = plot([(str(value), given(value)) for value in range(1, 31)])
    assert (len(drawn.lanes), drawn.left_out) == (24, 6)


def test_numbers_of_the_axis_do_not_run_into_each_other():
    ticks = plot([("A", given(620)), ("B", given(23_700))]).ticks
    assert len(ticks) > 1
    assert all(right.x - left.x > 6 * len(right.number) for left, right in pairwise(ticks))
