"""Figures of other years than the event's stand apart."""

from __future__ import annotations

from comparison.reports import dated
from onrecord.comparison.compare import compare


def _together(*reports: tuple[str, str]) -> set[frozenset[float]]:
    found = compare(dated(f"report {number}", day, text) for number, (day, text) in enumerate(reports))
    return {frozenset(one.low for one in group.given) for group in found.figures}


def test_the_dead_of_another_year_are_counted_together_and_never_with_the_toll() -> None:
    first = ("2033-02-10", "Orlen, 10 February 2033. At least 14 miners died. In 1998 some 17 workers died in the same pit.")
    second = ("2033-03-08", "Summary, 8 March 2033. The roof fall of 1998, which cost 18 lives, taught nobody.")
    third = ("2033-02-17", "Orlen, 17 February 2033. The number of the dead has risen to 46.")
    assert _together(first, second, third) >= {frozenset({17, 18}), frozenset({14, 46})}


def test_last_year_is_the_one_before_the_report() -> None:
    first = ("2029-10-22", "Keldan, 22 October 2029. At least 52 people died. In March of last year 41 people were killed.")
    second = ("2029-10-30", "Keldan, 30 October 2029. Some 65 persons died. The shelling of March 2028 left 43 dead.")
    assert frozenset({41, 43}) in _together(first, second)


def test_reports_years_apart_are_of_the_year_that_most_of_them_name() -> None:
    first = ("1946-05-17", "In the winter of 1944 at least 291 people died in the harbour camp.")
    second = ("2014-01-09", "In the camp 340 people died in 1944. In 1918 some 900 people had died there of the fever.")
    third = ("2024-01-10", "The names of 295 people who died in the winter of 1944 were read.")
    assert _together(first, second, third) >= {frozenset({291, 340, 295}), frozenset({900})}
