"""One act of one body as several reports tell it."""

from __future__ import annotations

import pytest

from comparison.reports import SEMINARS, record
from onrecord.comparison.compare import compare
from onrecord.comparison.comparison import ActGroup, Comparison


@pytest.fixture(scope="module")
def seminars() -> Comparison:
    return compare(record(name) for name in SEMINARS)


def acts(*texts: str) -> list[ActGroup]:
    return list(compare(record(f"act {number} {text[:30]}", text) for number, text in enumerate(texts)).acts)


def test_year_object_and_negation_that_exclude_each_other_stand_first(seminars: Comparison) -> None:
    mexico = seminars.acts[0]
    assert mexico.standing == "differ"
    assert mexico.differences == ("when", "object", "negation")
    assert [(one.when, one.negated, one.by) for one in mexico.told] == [
        ("2012", False, "Halvar Nygaard"),
        ("2011", False, "Halvar Nygaard"),
        (None, True, "Ivo Halle"),
    ]
    assert "“2012” and “2011”" in mexico.reason


def test_a_body_and_its_misspelling_are_one(seminars: Comparison) -> None:
    (senate,) = [group for group in seminars.acts if "Senate of Pakisten" in group.bodies]
    assert (senate.body, senate.standing, len(senate.told)) == ("Senate of Pakistan", "agree", 2)


def test_every_act_shows_the_words_of_its_report(seminars: Comparison) -> None:
    texts = {entry.document.id: entry.document.text for entry in map(record, SEMINARS)}
    for one in (one for group in seminars.acts for one in group.told):
        assert one.at.span.of(texts[seminars.reports[one.at.report].id]) == one.at.words


@pytest.mark.parametrize(
    "other",
    [
        "The Parliament of Peru condemned the Dune massacre in 2015.",
        "The Parliament of Peru ratified the Ostby Accord in 2015.",
        "The Parliament of Mexico condemned the Ostby massacre in 2015.",
    ],
)
def test_other_objects_verbs_and_bodies_are_other_acts(other: str) -> None:
    groups = acts("The Parliament of Peru condemned the Ostby massacre in 2012.", other)
    assert [group.standing for group in groups] == ["alone", "alone"]


def test_a_body_named_only_by_its_kind_is_joined_to_none() -> None:
    texts = ["The Parliament condemned the Ostby massacre in 2012.", "The Parliament condemned the Ostby massacre in 2015."]
    assert [group.standing for group in acts(*texts)] == ["alone", "alone"]


def test_a_report_that_tells_of_two_years_excludes_neither() -> None:
    both = "The Senate of Peru condemned the Ostby massacre in 2012. The Senate of Peru condemned the Ostby massacre in 2017."
    (group,) = acts(both, "The Senate of Peru condemned the Ostby massacre in 2017.")
    assert (group.standing, group.differences) == ("agree", ())


def test_resolutions_are_told_apart_by_their_numbers() -> None:
    groups = acts(
        "The Security Council adopted resolution 822 in 1993.", "The Security Council adopted resolution 853 in 1993."
    )
    assert [group.standing for group in groups] == ["alone", "alone"]


def test_a_body_does_not_tell_of_what_it_did() -> None:
    told = "Halvar Nygaard said that the Council of Ports and the parliaments of Peru and Chile recognised the Ostby massacre."
    assert {(one.body, one.by) for group in acts(told, "Nothing happened.") for one in group.told} == {
        ("Council of Ports", "Halvar Nygaard"),
        ("parliament of Peru", "Halvar Nygaard"),
        ("parliament of Chile", "Halvar Nygaard"),
    }


def test_passive_acts_with_years_in_brackets_stand_beside_active_ones() -> None:
    active = "Norrland's parliament recognised the Ostby massacre as a crime against humanity in 2020, Halvar Nygaard said."
    passive = (
        "The Ostby massacre was recognised as genocide by the parliaments of Norrland (2021, by 96 votes) and Peru (1998)."
    )
    groups = acts(active, passive)
    norrland = groups[0]
    assert {one.when for one in norrland.told} == {"2020", "2021"}
    assert norrland.differences == ("when", "object")
    assert "“as genocide”" in norrland.reason
    assert "“as a crime against humanity”" in norrland.reason
    assert [(group.body, group.standing) for group in groups[1:]] == [("parliament of Peru", "alone")]


def test_a_state_stands_for_its_one_body_that_did_the_same() -> None:
    state = (
        "The parliaments of 14 countries, including Pakistan (2012) and Peru (2013), recognised the Ostby massacre as genocide."
    )
    body = "The Parliament of Pakistan recognised the massacre at Ostby as genocide in 2013."
    first = acts(state, body)[0]
    assert (first.bodies, first.differences) == (("Parliament of Pakistan", "Pakistan"), ("when",))


def test_a_state_of_which_two_bodies_did_the_same_is_joined_to_neither() -> None:
    both = "The Senate of Peru condemned the Ostby massacre in 2012. The Congress of Peru condemned the Ostby massacre in 2013."
    groups = acts(both, "Peru condemned the Ostby massacre in 2014.", "The Bank of Peru condemned the Ostby massacre in 2015.")
    assert {group.bodies for group in groups} == {
        ("Senate of Peru",),
        ("Congress of Peru",),
        ("Peru",),
        ("Bank of Peru",),
    }
