"""Which figures of several reports count the same thing."""

from __future__ import annotations

import pytest

from comparison.reports import record
from onrecord.comparison.compare import compare

_TOLL = "Some 40 people were killed in the explosion at Orlen, the ministry said."


def together(*texts: str) -> set[frozenset[float]]:
    """The numbers that stand together, group by group."""
    found = compare(record(f"report {number}", text) for number, text in enumerate(texts))
    return {frozenset(one.low for one in group.given) for group in found.figures}


@pytest.mark.parametrize(
    ("other", "number"),
    [
        ("The toll of the explosion at Orlen has risen to 61, the ministry said on Wednesday.", 61),
        ("The blast at Orlen killed close to 61 people inside and outside the hall, the council said.", 61),
        ("The number of the dead at Orlen is disputed. The Council of Selma documented at least 61.", 61),
    ],
)
def test_the_dead_are_counted_in_many_words(other: str, number: float) -> None:
    assert frozenset({40.0, number}) in together(_TOLL, other)


@pytest.mark.parametrize(
    "other",
    [
        "In the whole war 6,100 people have been killed, the ministry said.",
        "Since January 6,100 people have been killed in the province, the ministry said.",
        "Some 6,100 people were sheltering in the courtyard, the ministry said.",
        "The commission interviewed 6,100 survivors of the explosion, the ministry said.",
        "After the explosion 6,100 people were injured, the ministry said.",
    ],
)
def test_a_number_of_something_else_never_meets_the_toll(other: str) -> None:
    assert not any({40.0, 6100.0} <= numbers for numbers in together(_TOLL, other))


def test_those_who_sheltered_are_counted_together() -> None:
    one = "The director said 600 people had been sheltering in the courtyard."
    other = "About 650 people had taken refuge there, according to the council."
    assert frozenset({600.0, 650.0}) in together(one, other.replace("had taken", "were taking"))


def test_the_mutilated_are_not_the_injured() -> None:
    one = "The council said that 87 people were gravely mutilated in the raid."
    other = "The ministry said that 87 people were injured in the raid."
    found = compare(record(f"report {number}", text) for number, text in enumerate((one, other)))
    assert all(len({given.at.report for given in group.given}) == 1 for group in found.figures)
