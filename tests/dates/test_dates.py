"""Expressions of time, as days and in EDTF."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.dates.expressions import dates

REPORT = date(2018, 2, 20)  # a Tuesday

EXPRESSIONS = [
    ("on 25 February 1992", "25 February 1992", "1992-02-25"),
    ("on February 25, 1992", "February 25, 1992", "1992-02-25"),
    ("on the 3rd of March 2017", "the 3rd of March 2017", "2017-03-03"),
    ("the night of 25-26 February 1992", "25-26 February 1992", "1992-02-25/1992-02-26"),
    ("in February 1992", "February 1992", "1992-02"),
    ("in Feb. 1992", "Feb. 1992", "1992-02"),
    ("in 1992", "1992", "1992"),
    ("from 1988 to 1994", "1988 to 1994", "1988/1994"),
    ("in 2016–17", "2016–17", "2016/2017"),
    ("in the 1990s", "the 1990s", "199X"),
    ("in the 19th century", "the 19th century", "18XX"),
    ("in the 19th and 20th centuries", "the 19th and 20th centuries", "18XX/19XX"),
    ("since 2012", "2012", "2012/.."),
    ("until December 2017", "December 2017", "../2017-12"),
    ("on 2017-12-22 at", "2017-12-22", "2017-12-22"),
    ("on 22/12/2017", "22/12/2017", "2017-12-22"),
    ("on 03/04/2017", "03/04/2017", "2017"),
    ("it rained yesterday", "yesterday", "2018-02-19"),
    ("it rained last Tuesday", "last Tuesday", "2018-02-13"),
    ("it rained on Monday", "Monday", "2018-02-19"),
    ("it rained last year", "last year", "2017"),
    ("it rained last month", "last month", "2018-01"),
    ("it rained two years ago", "two years ago", "2016"),
    ("over the past 25 years", "the past 25 years", "1993-01-01/2018-02-20"),
    ("on 25 December", "25 December", "2017-12-25"),
]


@pytest.mark.parametrize(("text", "words", "edtf"), EXPRESSIONS)
def test_an_expression_says_its_days(text: str, words: str, edtf: str) -> None:
    (found,) = dates(text, published=REPORT)
    assert found.span.of(text) == words
    assert found.interval
    assert found.interval.edtf == edtf


@pytest.mark.parametrize("text", ["it rained yesterday", "it rained on 25 February", "it rained two years ago"])
def test_without_the_day_of_the_report_a_relative_one_stays_open(text: str) -> None:
    (found,) = dates(text)
    assert found.interval is None


def test_the_end_is_exclusive() -> None:
    (found,) = dates("in February 1992")
    assert found.interval
    assert (found.interval.start, found.interval.end) == (date(1992, 2, 1), date(1992, 3, 1))


@pytest.mark.parametrize("text", ["on 31 April 2017", "on 30 February 1992", "on 2017-13-01"])
def test_a_day_that_no_calendar_has_is_said_to_be_impossible(text: str) -> None:
    (found,) = dates(text)
    assert found.impossible


@pytest.mark.parametrize(("text", "weekday"), [("on Tuesday, 20 February 2018", 1), ("on 20 February 2018", None)])
def test_a_weekday_beside_a_date_is_kept(text: str, weekday: int | None) -> None:
    (found,) = dates(text)
    assert found.weekday == weekday


@pytest.mark.parametrize("text", ["for three weeks", "a 12-year-old", "at 3.40 pm", "within 48 hours", "at 10:30"])
def test_lengths_ages_and_clock_times_are_times_and_no_days(text: str) -> None:
    (found,) = dates(text)
    assert found.duration


@pytest.mark.parametrize(
    "text",
    ["1,992 people", "1992 people fled"[5:], "$1,500", "resolution 1325/2", "he may march on", "No. 20183", "2.5 million"],
)
def test_other_numbers_are_no_times(text: str) -> None:
    assert dates(text, published=REPORT) == []


@given(st.text(alphabet="0123456789 -/.,abdefhjlmnoprstuvyFMJ", max_size=60))
def test_whatever_the_text_spans_stand_in_order_and_apart(text: str) -> None:
    found = dates(text, published=REPORT)
    assert all(left.span.end <= right.span.start for left, right in pairwise(found))
