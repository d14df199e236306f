"""What a number counts, its type and its groups, read from its own words."""

from __future__ import annotations

import pytest

from figures.figured import figures

COUNTED = [
    # the noun phrase behind, cut where another phrase or a verb begins
    ("The depot handed out 900 parcels in all.", ["parcels"]),
    ("They held 400 kilograms of rice, 250 litres of oil and 120 hygiene kits.", ["rice", "oil", "hygiene kits"]),
    ("Some 13 governments represented the region.", ["governments"]),
    ("They met 12 women leaders there.", ["women leaders"]),
    ("They found 40 victims of human trafficking.", ["victims of human trafficking"]),
    ("The 11 asylum seekers yearn for home.", ["asylum seekers"]),
    ("He lost 30 newly planted trees.", ["newly planted trees"]),
    ("It took in 300 South Korrinese refugees last week.", ["South Korrinese refugees"]),
    # before: by a verb, by "of", by a label
    ("The number of wells fell to 12.", ["wells"]),
    ("She put the number of wells in Ostby at 34.", ["wells in Ostby"]),
    ("It left a deficit of $40 million.", ["deficit"]),
    ("Their value rose to $14 210 million.", ["value"]),
    ("The road is 100 km long.", ["road"]),
    ("It is 100 km to the border.", [None]),
    # from the number before
    ("They dug 30 wells in March and 12 in April.", ["wells", "wells"]),
    ("Divers raised 30 crates in Ostby, with another 12 found in coves nearby.", ["crates", "crates"]),
    ("The toll tops 45.", ["toll"]),
    ("Seven of the 13 seats are held by women.", ["seats", "seats"]),
    ("Some 28 critical cases plus 314 others were treated.", ["critical cases", "critical cases"]),
    # shares with their base
    ("Some 42% of all pumps failed.", ["share of pumps"]),
    ("A third of the wells are dry.", ["share of wells"]),
    ("Women hold 30% of the seats.", ["Women, share of seats"]),
    ("Some 42% of the casualties were children.", ["children, share of casualties"]),
    ("Revenue was 7% of GDP in 2016 and 11% in 2017.", ["share of GDP", "share of GDP"]),
    ("They reached 12,450 people in 38 villages, up from 9,800.", ["people", "villages", "people"]),
    ("By Saturday the toll had risen to 588.", ["toll"]),
    ("A magnitude 7.1 earthquake struck Ostby.", ["magnitude"]),
    ("A family of five hid there.", ["family members"]),
    ("Without a further $300 it closes.", [None]),
    ("They rose by 35 per cent from May, when there were 158.", [None, None]),
    ("Some 300 people in 12 villages were killed and 40 wounded.", ["people killed", "villages", "people injured"]),
]

TYPED = [
    # the verb behind
    ("Forty people were killed.", ["killed"]),
    ("Forty people died.", ["killed"]),
    ("Forty people are reported to have died.", ["killed"]),
    ("Forty people were reportedly wounded.", ["injured"]),
    ("Forty men are believed to have been taken hostage.", ["hostages"]),
    ("Forty children are still missing.", ["missing"]),
    ("Forty miners disappeared.", ["missing"]),
    ("Forty families fled to Wend.", ["displaced"]),
    ("Forty families were displaced.", ["displaced"]),
    ("Forty families have returned.", ["returned"]),
    ("Forty miners were rescued.", ["rescued"]),
    ("Forty survivors were taken to Korrin; 12 survived unhurt.", [None, None]),
    ("Forty men were arrested.", ["detained"]),
    ("Forty girls were abducted.", ["hostages"]),
    ("Forty people in the valley were affected.", ["affected"]),
    ("Forty people are in need of water.", ["affected"]),
    ("Forty houses were destroyed.", ["homes"]),
    ("Forty villages were burned.", ["homes"]),
    ("Forty people who had fled the town came.", ["displaced"]),
    # the verb or noun before
    ("The flood killed at least 40 people.", ["killed"]),
    ("It led to the deaths of 40 people.", ["killed"]),
    ("Police detained 40 men.", ["detained"]),
    ("The flood displaced an estimated 40,000.", ["displaced"]),
    ("The raid left 40 people dead.", ["killed"]),
    ("Shells damaged 40 houses.", ["homes"]),
    # nouns that say it themselves
    ("They recorded 40 deaths.", ["killed"]),
    ("They recorded 40 injuries.", ["injured"]),
    ("The camp holds 40 refugees.", ["displaced"]),
    ("The jail holds 40 detainees.", ["detained"]),
    ("They recorded 40 casualties.", ["casualties"]),
    ("The death toll rose to 45.", ["killed"]),
    ("Dead: 45. Injured: 120.", ["killed", "injured"]),
    # each number its own
    ("The shelling wounded 40 and killed 12.", ["injured", "killed"]),
    ("The strike killed at least 40 people and injured 12 others.", ["killed", "injured"]),
    ("There were nine deaths in custody.", ["killed"]),
    ("Among the dead were 106 women and 83 children.", ["killed", "killed"]),
    ("The death toll from the magnitude-6.3 earthquake has climbed to 2,310.", ["killed"]),
    ("It was hit by 14 US states.", [None]),
    ("Its 64 soldiers had buried 23 dogs.", [None, "buried"]),
    ("Forty were wounded and 12 killed.", ["injured", "killed"]),
    ("Some 210 were rescued, 88 drowned and 152 are missing.", ["rescued", "killed", "missing"]),
    ("The raid left 12 people dead and 487 mutilated.", ["killed", "injured"]),
    # one for a whole list
    ("In all 613 people including 106 women, 53 children and 70 older people were killed.", ["killed"] * 4),
    ("The raid killed 12 women, 3 men and 2 boys.", ["killed"] * 3),
    # votes only where votes are counted
    ("By 120 in favour to 3 against, with 11 abstentions, it passed.", ["votes"] * 3),
    ("The dead included 31 women, 28 children and 12 men.", ["killed", "killed", "killed"]),
    ("Two thirds of the dead were children.", ["killed"]),
    ("Over 400 people in 24 districts have been affected.", ["affected", None]),
    (
        "The number of people killed stands at 962, including 98 sailors, and 811 have been injured.",
        ["killed", "killed", "injured"],
    ),
    ("They met 30 others, and 7 died.", [None, "killed"]),
]

UNTYPED = [
    "Twelve States spoke against the plan.",
    "The comments of 12 delegates hurt the talks.",
    "Twelve soldiers watched as a shell killed a goat.",
    "Twelve schools opened after the deaths in March.",
    "Twelve ministers met the displaced.",
    "The 12 members mourned; later the mayor died.",
    "The plan saved $12 million.",
    "Twelve boats left, and the crew was arrested.",
    "It took 12 meetings before the prisoners were freed.",
    "Twelve villages elected a council.",
    "Twelve soldiers killed the mayor.",
    "The heirs of 40, they say, were killed.",
]

GROUPS = [
    ("Twelve women and 3 girls died.", [("women",), ("children", "girls")]),
    ("Twelve older people and 3 villagers died.", [("elderly",), ("civilians",)]),
    ("Twelve soldiers and 3 fighters died.", [("combatants",), ("combatants",)]),
    ("Twelve Ghanaian peacekeepers died.", [("peacekeepers", "nationality: Ghana")]),
    ("Twelve Norwegians died.", [("nationality: Norway",)]),
    ("It holds 12 acres of Norwegian territory.", [()]),
    ("Fourteen girls, aged 10 to 14, were abducted.", [("children", "girls", "age: 10 to 14")]),
    ("Nearly 300 children under five died.", [("children", "age: under 5")]),
    ("Twelve women over 60 died.", [("women", "age: over 60")]),
    ("Twelve journalists and 3 nurses died.", [("journalists",), ("medical workers",)]),
    ("Some 613 people died. Of them, 63 were children.", [(), ("children",)]),
    ("Of them, 26 were children and left.", [("children",)]),
    ("The toll rose to 89, over 12 lakh fled.", [(), ()]),
]


@pytest.mark.parametrize(("text", "counted"), COUNTED)
def test_a_number_counts_what_its_words_say(text: str, counted: list[str | None]) -> None:
    assert [figure.counted for figure in figures(text)] == counted


@pytest.mark.parametrize(("text", "types"), TYPED)
def test_what_befell_those_counted_is_read_from_the_number_s_own_clause(text: str, types: list[str]) -> None:
    assert [figure.type for figure in figures(text)] == types


@pytest.mark.parametrize("text", UNTYPED)
def test_a_word_for_harm_elsewhere_in_the_sentence_gives_no_type(text: str) -> None:
    assert [figure.type for figure in figures(text)] == [None]


@pytest.mark.parametrize(("text", "groups"), GROUPS)
def test_who_they_are_is_read_from_the_noun_phrase(text: str, groups: list[tuple[str, ...]]) -> None:
    assert [figure.groups for figure in figures(text)] == groups


def test_a_noun_is_given_with_what_befell_it() -> None:
    assert [figure.counted for figure in figures("Twelve women were killed and 40 wounded.")] == [
        "women killed",
        "people injured",
    ]


def test_the_unit_of_the_number_before_holds_for_one_that_leaves_it_out() -> None:
    found = figures("Deaths fell from 153 per 100,000 births in 2000 to 113 in 2013.")
    assert [(figure.low, figure.unit) for figure in found] == [(153, "per 100,000"), (113, "per 100,000")]
