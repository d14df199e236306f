"""How figures of several days and reports stand to each other."""

from __future__ import annotations

import pytest

from onrecord.comparison.comparison import Given, Words
from onrecord.comparison.standing import standing
from onrecord.record import Qualifier
from onrecord.spans import Span

_DAYS = ["2031-05-04", "2031-05-05", "2031-05-09"]


def given(*numbers: float, qualifiers: tuple[Qualifier, ...] = ()) -> list[Given]:
    """A figure of each number, one a report."""
    said = qualifiers or ("exactly",) * len(numbers)
    return [
        Given(
            at=Words(report=report, span=Span(0, 1), words=str(number)),
            figure="f1",
            low=number,
            high=number,
            qualifier=how,
            by=None,
        )
        for report, (number, how) in enumerate(zip(numbers, said, strict=True))
    ]


def test_a_count_that_rises_day_by_day_is_no_disagreement() -> None:
    assert standing(given(12, 47, 89), _DAYS)[0] == "changed over time"


@pytest.mark.parametrize(
    ("numbers", "days"),
    [((12, 47, 40), _DAYS), ((12, 47, 89), [None, *_DAYS[1:]]), ((12, 47, 89), ["1992-03-01", "2015-02-26", "2021-02-22"])],
)
def test_a_count_that_falls_back_or_changes_after_years_is_one(numbers: tuple[float, ...], days: list[str | None]) -> None:
    assert standing(given(*numbers), days)[0] == "differ"


def test_a_report_without_a_day_leaves_a_rising_toll_a_rising_toll() -> None:
    assert standing(given(12, 40, 47, 89), [_DAYS[0], None, *_DAYS[1:]])[0] == "changed over time"


@pytest.mark.parametrize(
    ("numbers", "kind"), [((12, 40, 47, 89), "changed over time"), ((12, 20, 47, 89), "differ"), ((40, 47), "differ")]
)
def test_two_reports_of_one_day_may_be_hours_apart_where_the_toll_rises(numbers: tuple[float, ...], kind: str) -> None:
    days = [_DAYS[0], _DAYS[1], _DAYS[1], _DAYS[2]] if len(numbers) > 2 else [_DAYS[0], _DAYS[0]]
    assert standing(given(*numbers), days)[0] == kind


def test_the_missing_become_fewer() -> None:
    assert standing(given(190, 113, 29), _DAYS, falls=True)[0] == "changed over time"
    assert standing(given(190, 113, 29), _DAYS)[0] == "differ"


def test_about_a_number_agrees_with_it_and_at_least_refines_it() -> None:
    assert standing(given(600, 600, qualifiers=("exactly", "about")), _DAYS)[0] == "agree"
    assert standing(given(600, 600, qualifiers=("exactly", "at least")), _DAYS)[0] == "refine"
