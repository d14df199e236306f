"""Where figures are drawn."""

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
