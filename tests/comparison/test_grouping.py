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
        ("The remains of 61 people were found at the hall, the council said.", 61),
        ("Doctors put the number of people who were killed when police stormed the Orlen hall at 61.", 61),
        ("The names of the dead were read out. It took an hour to read all 61 names.", 61),
        ("The explosion at Orlen claimed 61 lives, the council said.", 61),
        ("The bodies of 61 people have been pulled from the water at Orlen.", 61),
        ("Police counted 61 corpses in the hall.", 61),
        ("The number of victims at Orlen is given as 61.", 61),
        ("At Orlen 61 inhabitants were put to death.", 61),
        ("The number of people killed in the explosion rose above 61 on Wednesday.", 61),
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
        "The council said that 6,100 bodies were examined by forensic doctors after the explosion at Orlen.",
        "A sexton said that 6,100 bodies are buried on the hill.",
        "At least 6,100 officers were killed at Orlen, the ministry said.",
        "In the explosion of a century ago 6,100 people died at Orlen. This time 41 were killed, the ministry said.",
        "At least 41 people were killed at Orlen in 2031. In 1988 6,100 people were killed there.",
        "The hall is closed. In another part of the town 6,100 people were killed in a fire, the ministry said.",
        "A paper printed 6,100 names in May. Some 41 people were killed at Orlen.",
        "In the province of Selma alone 6,100 people were killed, the ministry said.",
        "Some 6,100 people are killed every year by such explosions, the ministry said.",
        "At least 41 people were killed at Orlen in 2031. The 2019 explosion in Lisk killed 6,100 people.",
        "The agency warned that the toll at Orlen could rise to 6,100.",
        "The number of people killed at Orlen is likely to exceed 6,100, the agency said.",
        "Over 6,100 people have been killed in the province since.",
        "In eleven days of shelling 6,100 people were killed, the ministry said.",
        "At Orlen 6,100 bodies were of children, the doctor said.",
    ],
)
def test_a_number_of_something_else_never_meets_the_toll(other: str) -> None:
    assert not any({40.0, 6100.0} <= numbers for numbers in together(_TOLL, other))


def test_those_who_sheltered_are_counted_together() -> None:
    one = "The director said 600 people had been sheltering in the courtyard."
    other = "About 650 people had taken refuge there, according to the council."
    assert frozenset({600.0, 650.0}) in together(one, other.replace("had taken", "were taking"))


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        ("Some 950 people were dragged away, the council said.", "On that night 960 residents were taken prisoner.", True),
        (
            "More than 70 people have never come back.",
            "Some 960 residents were taken; the fate of 74 of them remains unknown.",
            True,
        ),
        ("Some 6,000 people lost their homes.", "At least 6,200 persons were driven out of the valley.", True),
        ("At the clinic 28 patients are in a critical condition.", "314 people were hurt, 29 of them critically.", True),
        ("At the clinic 28 patients are in a critical condition.", "On Monday 29 people were injured.", False),
        ("Photographs show 240 burnt houses.", "In the storm 310 homes were destroyed.", True),
        ("Some 1,700 buildings collapsed.", "Some 5,775 buildings\nwere destroyed.", True),
        ("Some 1,700 buildings were damaged.", "Some 5,775 buildings were destroyed.", False),
        ("Photographs show 240 damaged houses.", "In the storm 310 homes were destroyed.", False),
        (
            "The school held around 900 people that night.",
            "Some 1,250 people were in the school when the roof came down.",
            True,
        ),
        ("More than 1,250 people are still in the basement.", "Some 1,200 people had taken shelter in the basement.", False),
        ("On Monday 1,164 people were arrested.", "The union said 96 people are still in prison.", False),
        ("The raid left 87 people disabled.", "In the raid 88 people were mutilated.", False),
        ("There were 350 people on board.", "The ferry was carrying 341 passengers.", True),
        ("The organisers spoke of 15,000 demonstrators.", "Police put the crowd at 4,000.", True),
        ("Some 203 people were rescued.", "Boats picked up 211 survivors.", True),
        ("Searchers are looking for 158 people.", "There is no trace of 160 others.", True),
        ("On Monday 1,164 protesters were taken into custody.", "Police arrested 1,000 demonstrators.", True),
        ("Police arrested 1,000 demonstrators.", "The organisers spoke of 15,000 demonstrators.", False),
        ("More than 314 people were treated for injuries.", "On Monday 342 people were hurt.", True),
    ],
)
def test_what_befell_people_is_read_from_the_sentence(one: str, other: str, joined: bool) -> None:
    shared = [numbers for numbers in together(one, other) if len(numbers) > 1 and numbers != {314.0, 29.0}]
    assert bool(shared) is joined


@pytest.mark.parametrize(
    "other",
    [
        "The victims of the massacre include 51 children and 112 women, the commission says.",
        "Some 417 people were killed. That number includes 112 women.",
        "WHO COUNTS THE DEAD?\n\nThe ministry counts 112 women.",
        "The dead of Tavrel.\n\nThe ministry counts 99 women. The commission counts 112, since it has their papers.",
    ],
)
def test_a_group_among_the_dead_is_found_in_lists_and_counts(other: str) -> None:
    one = "At Tavrel 113 women were killed, the council said."
    assert any({112.0, 113.0} <= numbers for numbers in together(one, other))


def test_the_mutilated_are_not_the_injured() -> None:
    one = "The council said that 87 people were gravely mutilated in the raid."
    other = "The ministry said that 87 people were injured in the raid."
    found = compare(record(f"report {number}", text) for number, text in enumerate((one, other)))
    assert all(len({given.at.report for given in group.given}) == 1 for group in found.figures)


@pytest.mark.parametrize(
    "other",
    [
        "Two earthquakes of magnitude 7.8 and 7.6 killed 41 people at Orlen, the ministry said.",
        "In the explosion a girl of 7 was killed. At least 41 people were killed at Orlen.",
    ],
)
def test_an_age_or_a_magnitude_counts_nobody(other: str) -> None:
    assert not any({40.0} < numbers and min(numbers) < 9 for numbers in together(_TOLL, other))


def test_two_numbers_of_one_thing_in_one_report_are_two_counts() -> None:
    one = "A total of ten rockets were fired that night. Since May some 450 rockets have fallen in the valley."
    assert not any({10, 450} <= numbers for numbers in together(one, "Some 450 rockets have fallen, the army said."))
    assert frozenset({450}) in together(one, "Some 450 rockets have fallen, the army said.")


def test_the_trapped_of_a_house_are_not_those_of_a_city() -> None:
    one = "More than 1,300 people are trapped in the cellar, the deputy said. Over 350,000 people are trapped in Lisk, he said."
    other = "Some 1,100 people are trapped in the cellar, the mayor said."
    assert together(one, other) >= {frozenset({1300, 1100}), frozenset({350000})}


def test_a_party_that_counts_few_dead_stands_against_one_that_counts_many() -> None:
    one = "At Orlen 14 people were killed, the army said. At Orlen 3,000 people were killed, the council said."
    assert frozenset({14, 3000, 40}) in together(one, _TOLL)


def test_a_number_alone_behind_a_part_counts_what_the_whole_did() -> None:
    one = "The commission said 379 people had been killed, including 41 children. The surgeon spoke of 1,800."
    assert any({40, 379, 1800} <= numbers and 41 not in numbers for numbers in together(_TOLL, one))
