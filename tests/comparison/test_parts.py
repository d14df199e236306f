"""Parts of one report against wholes of another."""

from __future__ import annotations

import pytest

from comparison.reports import SEMINARS, dated, record
from onrecord.comparison.compare import compare

_WHOLE = "The ministry said that 100 people were killed."


def parts(*texts: str) -> list[str]:
    return [one.reason for one in compare(record(f"part {text[:50]}", text) for text in texts).parts]


@pytest.mark.parametrize(
    ("other", "exceeds"),
    [
        ("The council said that 106 women were killed.", True),
        ("The council said that at least 106 women were killed.", True),
        ("The council said that up to 106 women were killed.", False),
        ("The council said that 90 women were killed.", False),
        ("The council said that 106 women were injured.", False),
        ("The council said that 4,200 houses were destroyed.", False),
    ],
)
def test_a_part_cannot_exceed_the_whole_of_another_report(other: str, exceeds: bool) -> None:
    assert bool(parts(_WHOLE, other)) is exceeds


def test_within_in_one_report_and_besides_in_another_are_shown_with_their_sum() -> None:
    found = compare(record(name) for name in SEMINARS)
    (shown,) = [one for one in found.parts if "besides" in one.reason]
    assert [(one.at.report, one.low) for one in shown.given] == [(0, 28), (0, 314), (1, 28), (1, 314), (2, 342)]
    assert shown.reason == "28 are counted within the 314 in one report, and besides them in another; 342 is both together"


def test_the_same_two_numbers_within_in_both_reports_are_no_misfit() -> None:
    texts = [f"The {who} said that 314 people were injured, including 28 in critical condition." for who in ("mayor", "army")]
    assert parts(*texts) == []


def test_a_part_of_a_later_day_may_exceed_an_earlier_total_that_rises() -> None:
    reports = [
        dated("toll 1", "2031-05-04", "The ministry said that 12 people were killed."),
        dated("toll 2", "2031-05-06", "The ministry said that 40 people were killed, among them 15 children."),
    ]
    assert compare(reports).parts == ()
