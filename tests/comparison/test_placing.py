"""Tolls of several places stand apart; the place of the event itself sets nothing apart."""

from __future__ import annotations

import pytest

from comparison.reports import record
from comparison.test_grouping import together
from onrecord.comparison.placing import place_of


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The agency said 341 people had been killed in Anor.", "Anor"),
        ("In Anor, at least 341 people died in seven districts, the minister said.", "Anor"),
        ("The death toll in southern Anor rose to 341 on Friday.", "Anor"),
        ("In rebel-held areas at least 341 people were killed, the agency said.", "rebel-held"),
        ("At least 341 people were killed in Anor and Brenn.", ""),
        ("A blast at the clinic in Anor killed 341 people.", "Anor"),
        ("Later a missile hit a school in Anor, to the east, leaving 341 people dead.", "Anor"),
        ("The dead were found in two towns: in Brenn 41, and 341 in Anor.", "Anor"),
        ("Three buses went down at the Anor Pass; the 341 who died there were buried.", "Anor Pass"),
        ("Bombs fell on the rebel-held town of Anor, where 341 people were killed in Anor.", "Anor"),
        ("At least 341 dead in Anor clinic blast, officials say.", ""),
        ("At least 341 people were killed in Anor Hospital, officials say.", ""),
        ("In May 341 people were killed, the agency said.", ""),
        ("In Anor few were hurt, and 341 people were killed in the valley.", ""),
    ],
)
def test_the_sentence_names_the_place_of_a_toll(text: str, place: str) -> None:
    found = record("placed", text)
    figure = next(one for one in found.figures if one.low == 341)
    assert place_of(figure, found.document.text) == place


_FIRST = (
    "Quake strikes in Anor and in Brenn\n\nIn Anor at least 212 people were killed, the agency said. In Brenn 35 people died."
    "\n\nIn all 247 people were killed."
)


def test_two_countries_have_two_tolls_and_both_have_one() -> None:
    second = "Search goes on in Anor and in Brenn\n\nThe toll in Anor rose to 340, and 61 people were killed in Brenn."
    third = "At least 401 people were killed by the quake in Anor and in Brenn, officials said."
    assert together(_FIRST, second, third) >= {frozenset({212, 340}), frozenset({35, 61}), frozenset({247, 401})}


def test_the_place_of_the_event_sets_nothing_apart_and_another_does() -> None:
    one = "Blast in Lisk\n\nAt least 40 people were killed in Lisk, the ministry said. In Orland 6,100 people were killed."
    other = "Blast at the market in Lisk\n\nThe explosion killed 43 people, the council said."
    assert together(one, other) >= {frozenset({40, 43}), frozenset({6100})}
