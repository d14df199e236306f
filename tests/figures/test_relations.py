"""How exact a number is said to be, and of which other number it is a part."""

from __future__ import annotations

import pytest

from figures.figured import figures

QUALIFIED = [
    ("Forty wells are dry.", "exactly"),
    ("Exactly 40 wells are dry.", "exactly"),
    ("At least 40 wells are dry.", "at least"),
    ("No fewer than 40 wells are dry.", "at least"),
    ("Not fewer than 40 wells are dry.", "at least"),
    ("A minimum of 40 wells are dry.", "at least"),
    ("Forty or more wells are dry.", "at least"),
    ("Some 40+ wells are dry.", "at least"),
    ("More than 40 wells are dry.", "over"),
    ("Over 40 wells are dry.", "over"),
    ("In excess of 40 wells are dry.", "over"),
    ("Up to 40 wells are dry.", "up to"),
    ("As many as 40 wells are dry.", "up to"),
    ("No more than 40 wells are dry.", "up to"),
    ("There were not a day more than 40 wells dry.", "up to"),
    ("Fewer than 40 wells are dry.", "under"),
    ("Less than 40 per cent of the wells are dry.", "under"),
    ("About 40 wells are dry.", "about"),
    ("Nearly 40 wells are dry.", "about"),
    ("Some 40 wells are dry.", "about"),
    ("An estimated 40 wells are dry.", "about"),
    ("Forty wells or so are dry.", "exactly"),
    ("They talked about the 40 wells over there.", "about"),
    ("The number of the slain does not exceed seventy.", "up to"),
    ("The death toll tops 300.", "over"),
    ("The toll from the flood passed 45 on Monday.", "over"),
    ("The number of homeless has passed the 2,000 mark.", "over"),
    ("Losses exceeded 40 boats.", "over"),
    ("The toll was read out as the ship passed 40 villages.", "exactly"),
    ("The Senate of Norland passed 12 bills.", "exactly"),
    ("The dispute over 40 ballot boxes goes on.", "exactly"),
    ("He heard complaints about 12 officers.", "exactly"),
    ("Concern grew: over 40 were lost.", "over"),
]

PARTS = [
    # in one sentence
    ("Some 613 people, including 106 women, 53 children and 70 older people, died.", [None, 1, 1, 1]),
    ("Ninety boats, among them 12 ferries, sank.", [None, 1]),
    ("Ninety people died, of whom 12 were children.", [None, 1]),
    ("Ninety people died; 12 of them were children.", [None, 1]),
    ("Seven of the 13 seats are free.", [2, None]),
    ("Twelve of our 14 observers are back.", [2, None]),
    ("Half of the 80 tents burned.", [2, None]),
    ("Two out of 14 boats sank.", [2, None]),
    ("It sent 110 of the mission's 640 soldiers.", [2, None]),
    ("Of the 200 families, 50 have returned.", [None, 1]),
    ("There are 1,800 cases of cholera, with 22 deaths so far.", [None, 1]),
    ("The flood hit 500,000 people, with 92,000 people in shelters.", [None, 1]),
    ("The $434 million plan is only 49 per cent funded.", [None, 1]),
    ("The dead were 90 (12 children, 8 women).", [None, 1, 1]),
    ("Some 212 people, including 41 children, had been killed and 130 families displaced.", [None, 1, None]),
    ("It counted 61 attacks, of which 14 were fatal, up from 48 in 2025.", [None, 1, None]),
    ("It gave $65 million, including more than $2 million for seed.", [None, 1]),
    # in the sentence behind
    ("Some 613 people died. Of them, 63 were children.", [None, 1]),
    ("Some 613 people died. Among them were 63 children and 12 nurses.", [None, 1, 1]),
    ("There are 2.3 million in all. Among them, the number of herders reaches 231,500.", [None, 1]),
    ("Some 613 people died. They included 63 children.", [None, 1]),
    ("It counted 613 deaths, a 31 per cent increase. Of these, 63 were children.", [None, None, 1]),
    ("Some 613 people died. Half of them were children.", [None, 1]),
    ("They reached 12,450 people in 38 villages, up from 9,800. Of these, 6,120 were women.", [None, None, None, 1]),
    ("Of the 72 killed, 40 were men, 19 women and 8 boys.", [None, 1, 1, 1]),
    ("They counted 214 casualties (72 killed and 142 injured).", [None, 1, 1]),
    ("The crew of 22 (14 Ardanian and eight Velmoran nationals) left.", [None, 1, 1]),
    ("They saved 104 people, 19 of whom were badly hurt, and said that up to 40 were missing.", [None, 1, None]),
    ("They moved 4,432 people, including 67 infants, in 48 boats.", [None, 1, None]),
    ("Of the 2,800 displaced, 900 fled and 300 live in camps; half of those in camps are girls.", [None, 1, 1, None]),
    ("Of the 72 killed, 40 were men, 19 women were hurt.", [None, 1, None]),
    ("It took 118 prisoners, 37 of them officers.", [None, 1]),
    ("It sold £212 million of boats, £130 million of it for scrap.", [None, 1]),
    ("They burned 312 homes in four districts, 140 of which stood empty.", [None, None, 1]),
    ("They moved 4,150 tents out of 7,000 planned.", [2, None]),
    ("They reached 81,000 people (44,000 female / 37,000 male).", [None, 1, 1]),
    ("Sixty people, including 22 women, lost their lives and over 12 others were hurt.", [None, 1, None]),
    ("Only 12 women were members of the Diet, which has 90 deputies.", [2, None]),
    ("Only 12 women serve as judges in a Court of 60 judges.", [2, None]),
]

NO_PARTS = [
    "Ninety people were killed and 40 families displaced.",
    "Ninety people died and 40 were hurt.",
    "Ninety people died. Forty children were hurt.",
    "The 90 members met; 22 women spoke.",
    "The road is 100 km (62 miles) long.",
    "Ninety people (up from 40) died.",
    "Forty people died, including 90 children.",
    "It cost $90 million, including 12 boats.",
    "Ninety people died, and 200 more were hurt.",
    "Ninety people died, with 12 houses in ruins.",
    "It passed by 120 in favour to 3 against, with 2 abstentions.",
    "The $434 million plan covers 49 per cent of the wells.",
    "Ninety people died. The talks went on for long. Of them, 12 delegates said nothing.",
    "They held 400 kilograms of rice, 250 litres of oil and 120 hygiene kits.",
    "The dead were 31 women and 28 men; the injured included 14 girls.",
    "Only 12 women were members of the Diet, which met 90 guests.",
    "It sold 30 boats, £130 million of it for scrap.",
    "They burned 12 homes in four districts. It went on for long, and 140 of which nobody spoke.",
    "Sixty people lost their lives and over 12 others were hurt.",
]


@pytest.mark.parametrize(("text", "qualifier"), QUALIFIED)
def test_how_exact_a_number_is_said_to_be(text: str, qualifier: str) -> None:
    assert [figure.qualifier for figure in figures(text)] == [qualifier]


@pytest.mark.parametrize(("text", "wholes"), PARTS)
def test_a_part_points_at_its_whole(text: str, wholes: list[int | None]) -> None:
    assert [figure.part_of for figure in figures(text)] == [whole and f"f{whole}" for whole in wholes]


@pytest.mark.parametrize("text", NO_PARTS)
def test_numbers_side_by_side_are_no_parts(text: str) -> None:
    assert {figure.part_of for figure in figures(text)} == {None}
