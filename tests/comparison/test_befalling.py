"""What befell those counted is read from the words around a number, where its own noun does not say it."""

from __future__ import annotations

import pytest

from comparison.test_grouping import together


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Some 120 people did not survive the night.", "In Orlen 124 people were killed."),
        ("The fire has taken 47 of our workmates from us.", "In the fire 46 miners were killed."),
        ("Aircraft struck the ridge; 34 militants were eliminated.", "The council denied that 34 fighters had been killed."),
        ("About 2,000 residents were taken to higher ground.", "Evacuated: 2,316 persons."),
        ("More than 100 people are missing.", "Injured: 12.\nUnaccounted for: 74."),
        ("When the gas caught fire 118 men were on shift.", "On that morning 121 persons went below."),
        ("By nightfall 63 had been carried out.", "So far 65 people are known to be safe."),
        (
            "Eleven colleagues are being cared for in hospital.",
            "In all 24 survivors were admitted to the Orlen infirmary.",
        ),
        ("The Ministry released 703 of the prisoners.", "Of the inmates 705 were let go in spring."),
        ("At the mole 23 prisoners were shot.", "In January 25 people were killed there."),
        ("Three rescue workers were killed.", "Among the dead are first responders, three of whom died at the scene."),
        ("How many died at Orlen? The archive has 67 names.", "At Orlen 65 people were killed."),
    ],
)
def test_what_befell_people_is_said_in_many_words(one: str, other: str) -> None:
    assert any(len(numbers) > 1 or numbers in ({34.0}, {3.0}) for numbers in together(one, other))


@pytest.mark.parametrize(
    "other",
    [
        "Some 6,100 head of cattle were killed at Orlen, the ministry said.",
        "At Orlen 41 people were killed and 6,100 others were feared trapped.",
        "Of those in the camp 6,100 people were shot. At Orlen 41 people were killed.",
        "At Orlen 41 people were killed. The ministry speaks of 6,100, all of them soldiers.",
        "Twelve of the bodies were found by the river.",
        "At Orlen 41 people were killed. In Orlen another 6,100 people were killed on Monday.",
        "In the whole of the valley 6,100 people were killed in May.",
    ],
)
def test_what_befell_others_never_meets_the_toll(other: str) -> None:
    toll = "Some 40 people were killed in the explosion at Orlen, the ministry said."
    assert not any(40.0 in numbers and numbers & {6100.0, 12.0} for numbers in together(toll, other))


def test_some_of_the_dead_are_counted_by_who_they_were() -> None:
    one = "At Tavrel 78 people were killed. Fourteen of the dead are children."
    other = "The flood killed 84 people, and 15 of those who perished were under the age of eighteen."
    third = "We have the names of 83 people who were killed: 61 civilians and six fighters. Among the civilians are 16 minors."
    assert frozenset({14, 15, 16}) in together(one, other, third)


def test_parts_of_the_dead_that_nothing_names_are_not_put_together() -> None:
    one = "In the fire 46 miners were killed, of whom 31 had been poisoned by gas."
    other = "The fire killed 47 miners, of whom nine had been hired by the day."
    assert not any({31, 9} <= numbers for numbers in together(one, other))


def test_houses_are_counted_by_what_became_of_them() -> None:
    one = "Dwellings flooded: 1,140. Dwellings destroyed: 212."
    other = "Some 1,150 houses stood in the water, and 310 of them cannot be repaired."
    assert together(one, other) >= {frozenset({1140, 1150}), frozenset({212, 310})}


def test_a_part_of_things_is_not_the_whole() -> None:
    one = "Of the 22 sirens in the valley fourteen kept silent."
    other = "The committee finds that 15 of the 22 sirens did not sound."
    assert together(one, other) >= {frozenset({22}), frozenset({14, 15})}


def test_a_number_given_to_be_corrected_counts_what_the_right_one_does() -> None:
    one = "At the time 121 persons were below ground, and not 118 as first stated."
    assert frozenset({121, 118, 120}) in together(one, "That morning 120 men went below.")
