"""The laws that hold for whatever text, statements and citations around figures, and what hostile text costs."""

from __future__ import annotations

import time
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures.figured import REPORT, figures
from onrecord.dates.expressions import dates
from onrecord.figures.count import count
from onrecord.flow import flow
from onrecord.reading.read import read
from onrecord.record import Reference, Statement
from onrecord.scan import Scan
from onrecord.spans import Span

PIECES = st.sampled_from(
    (
        "some at least of the 12 3,000 1.5 % $ € km two hundred million people women killed were wounded in "
        "Korrin on 3 May 2017, and"
        " including ( ) . ; “ ” half a third of them said denied that not but to - from between per cent 100,000 Of them, aged"
    ).split()
)


def scan(text: str, published: date | None = REPORT) -> Scan:
    return Scan(flow(read(text.encode(), name="a test", media_type="text/plain")), published)


def said(text: str, *, words: str, number: int = 1, within: str | None = None, negated: bool = False) -> Statement:
    start = text.index(words)
    return Statement(
        id=f"st{number}",
        speaker=None,
        kind="indirect",
        content=(Span(start, start + len(words)),),
        words=(words,),
        within=within,
        negated=negated,
        confidence=1,
    )


@given(st.lists(PIECES, min_size=1, max_size=40))
def test_spans_are_exact_and_apart_and_ends_are_in_order(pieces: list[str]) -> None:
    text = " ".join(pieces)
    found = count(scan(text))
    assert all(left.span.end <= right.span.start for left, right in pairwise(found))
    assert all(one.span.of(scan(text).text) == one.span.of(scan(text).text).strip() != "" for one in found)
    assert all(one.low <= one.high for one in found)
    ids = [one.id for one in found]
    assert ids == [f"f{number}" for number in range(1, len(found) + 1)]
    assert all(one.part_of is None or (one.part_of in ids and one.part_of != one.id) for one in found)
    assert found == count(scan(text))


@given(st.text(alphabet="0123456789.,-– %$€kmbn()\n", max_size=80))
def test_whatever_the_signs_spans_are_exact(text: str) -> None:
    shown = scan(f"-{text}")
    found = count(shown)
    assert all(left.span.end <= right.span.start for left, right in pairwise(found))
    assert all(any(sign.isdigit() for sign in one.span.of(shown.text)) and one.low <= one.high for one in found)


def test_a_figure_stands_in_the_innermost_statement_around_it() -> None:
    text = "She said that the mayor counted 40 boats and that 12 sank. Three were found."
    outer = said(text, words="the mayor counted 40 boats and that 12 sank")
    inner = said(text, words="40 boats", number=2, within="st1")
    found = count(scan(text), statements=[outer, inner])
    assert [figure.statement for figure in found] == ["st2", "st1", None]


def test_a_figure_that_somebody_is_said_not_to_have_given_is_denied() -> None:
    text = "She never said that 40 boats sank."
    found = count(scan(text), statements=[said(text, words="40 boats sank", negated=True)])
    assert [figure.denied for figure in found] == [True]


def test_numbers_of_citations_are_no_figures_and_their_years_no_times() -> None:
    text = "Under the 1907 Treaty of 12 States, 40 boats were seized; see texts 2118 and 2209."
    spans = [(text.index("1907"), text.index(" of 12")), (text.index("2118"), text.index("."))]
    cited = [
        Reference(id=f"r{number}", span=Span(*span), target=None, status="unknown") for number, span in enumerate(spans, 1)
    ]
    found = count(scan(text), references=cited)
    assert [(figure.low, figure.when) for figure in found] == [(12, None), (40, None)]


def test_relative_times_are_open_where_the_day_of_the_report_is_not_known() -> None:
    (found,) = count(scan("Forty boats sank on Monday.", published=None))
    assert found.when is None


HOSTILE = {
    "one long number": "9" * 200_000,
    "grouped without end": "1," + "234," * 50_000 + "5",
    "groups that never close": "1 " + "234 " * 50_000,
    "a sentence of numbers": "12 people and " * 15_000,
    "a sentence of numbers in words": "two hundred and " * 12_000,
    "number words without end": "twenty " * 30_000,
    "parts of parts": "12 people including " * 10_000,
    "brackets": "(" * 50_000 + "12" + ")" * 50_000,
    "brackets of counts": "90 (12 children, 8 women, " * 8_000,
    "places without end": "12 in Korrin Korrin Korrin " * 8_000,
    "times without end": "12 on 3 May 2017 and " * 10_000,
    "openers without end": "according to the the the the " * 8_000,
    "letters": "a" * 200_000,
    "spaces": "12" + " " * 200_000 + "people",
    "qualifiers": "at least " * 20_000 + "12",
    "stops": "1." * 100_000,
    "dashes": "1-" * 100_000,
    "currency": "$" * 200_000 + "5",
    "denials": "denied that not " * 12_000 + "12",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_costs_no_more_than_its_length(name: str) -> None:
    shown = scan(HOSTILE[name][:60_000])
    start = time.process_time()
    count(shown)
    seconds = time.process_time() - start
    # It takes up to a second on a slow machine; a pattern that backtracks takes minutes.
    assert seconds < 4


def test_time_grows_with_the_length_and_not_faster() -> None:
    paragraph = (
        "On 3 May 2017, 613 people, including 106 women and 53 children, were killed in Korrin, the Board said. " * 5 + "\n\n"
    )

    def seconds(times: int) -> float:
        shown = scan(paragraph * times)
        start = time.process_time()
        count(shown)
        return time.process_time() - start

    seconds(10)
    short, long = seconds(20), seconds(160)
    assert long < 3 * 8 * max(short, 0.01)


def test_a_long_line_of_times_stays_cheap() -> None:
    start = time.process_time()
    assert len(dates("on 3 May 2017 and " * 3_000)) == 3_000
    assert time.process_time() - start < 4


def test_an_empty_text_has_no_figures() -> None:
    assert figures("\n.") == figures("Nobody came.") == []
