from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench import swapping
from onrecord.spans import Span

TEXT = (
    "PAKISTAN said an Iraqi envoy of the Czech Republic met Mr. Ben Okri in Baghdad. The Czechs, Okri added, "
    "prayed at a mosque with Muslims. He is from South  Sudan, not Sudan."
)


@pytest.mark.parametrize("turn", range(4))
def test_no_name_is_left_and_the_rest_stays(turn: int) -> None:
    mapping = swapping.countries(TEXT, turn)
    swapped = swapping.swap(TEXT, mapping).text
    for name in ("Pakistan", "Iraqi", "Czech", "Czechs", "Baghdad", "Sudan"):
        assert not re.search(rf"\b{name}\b", swapped, re.IGNORECASE)
    assert "envoy of" in swapped
    assert "met Mr. Ben Okri in" in swapped
    assert " the the " not in swapped
    assert swapped.split()[0].isupper()


def test_the_article_fits_the_new_name() -> None:
    assert swapping.swap("an Iraqi and a Finn", {"Iraqi": "Thai", "Finn": "Angolan"}).text == "a Thai and an Angolan"


def test_persons_change_consistently_and_keep_their_pronouns() -> None:
    mapping = swapping.persons(TEXT, ["Ben Okri"])
    swapped = swapping.swap(TEXT, mapping).text
    given_name, family = mapping["Ben"], mapping["Okri"]
    assert f"Mr. {given_name} {family} in" in swapped
    assert f"{family} added" in swapped
    assert "He is from" in swapped


def test_a_word_that_is_not_only_a_name_stays() -> None:
    assert swapping.persons("Sir Rose Hill sat on the hill.", ["Sir Rose Hill"]).keys() == {"Rose"}


def test_religions_change_with_their_houses() -> None:
    mapping = swapping.religions(TEXT)
    assert mapping["mosque"] != "mosque"
    assert mapping["Muslims"] != "Muslims"


@pytest.mark.parametrize("turn", range(4))
def test_names_of_regions_and_of_states_keep_their_words(turn: int) -> None:
    text = "The Inter-American and inter-American bodies met an American, a Muslim, from the Islamic Republic of Iran."
    swapped = swapping.swap(text, swapping.countries(text, turn)).text
    assert swapped.startswith("The Inter-American and inter-American bodies met a")
    assert " American, " not in swapped
    swapped = swapping.swap(text, swapping.religions(text, turn)).text
    assert "the Islamic Republic of Iran" in swapped
    assert "Muslim" not in swapped


@pytest.mark.parametrize("turn", range(4))
def test_a_name_that_is_its_own_adjective_is_swapped_as_a_name(turn: int) -> None:
    text = "They came from Myanmar."
    assert swapping.countries(text, turn)["Myanmar"] not in {"Myanmar", "Chilean"}
    assert not any(other == "Myanmar" for other in swapping.countries("They came from Chile.", turn).values())


@given(st.integers(0, 30))
def test_spans_outside_the_names_keep_their_words(turn: int) -> None:
    view = swapping.swap(TEXT, swapping.countries(TEXT, turn))
    start = TEXT.index("prayed at")
    assert view.words(Span(start, start + 9)) == "prayed at"
