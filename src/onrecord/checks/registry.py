"""The checks by name.

To add one, write a function from `Subject` to misfits, list it here, and give it an example and a counter-example in
docs/reference/checks.md, which the tests run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from onrecord.checks import (
    amounts,
    anniversaries,
    calendar,
    instruments,
    naming,
    percentages,
    quoting,
    repeating,
    resolutions,
    roles,
)
from onrecord.checks.subject import Misfit, Severity, Subject

__all__ = ["CHECKS", "Check"]


@dataclass(frozen=True, slots=True)
class Check:
    """A check: its name, how grave what it finds is, and the pure function that finds it.

    error: the two sides cannot both be right. warning: they hardly can. note: the reader may want to look.
    """

    name: str
    severity: Severity
    run: Callable[[Subject], Iterator[Misfit]]


CHECKS: dict[str, Check] = {
    check.name: check
    for check in (
        Check("resolution-year", "error", resolutions.resolution_year),
        Check("resolution-unknown", "warning", resolutions.resolution_unknown),
        Check("resolution-unnumbered", "note", resolutions.resolution_unnumbered),
        Check("session-year", "error", resolutions.session_year),
        Check("instrument-year", "warning", instruments.instrument_year),
        Check("instrument-misnamed", "note", instruments.instrument_misnamed),
        Check("instrument-ambiguous", "note", instruments.instrument_ambiguous),
        Check("parts-exceed-total", "error", amounts.parts_exceed_total),
        Check("parts-do-not-add-up", "warning", amounts.parts_do_not_add_up),
        Check("figure-differs-inside", "warning", amounts.figure_differs_inside),
        Check("percentage-base", "warning", percentages.percentage_base),
        Check("anniversary", "warning", anniversaries.anniversary),
        Check("weekday-date", "error", calendar.weekday_date),
        Check("date-order", "error", calendar.date_order),
        Check("date-impossible", "error", calendar.date_impossible),
        Check("name-variants", "note", naming.name_variants),
        Check("quotation-unclosed", "warning", quoting.quotation_unclosed),
        Check("same-words-two-speakers", "warning", repeating.same_words_two_speakers),
        Check("role-differs", "note", roles.role_differs),
        Check("self-quoted-difference", "warning", repeating.self_quoted_difference),
    )
}
