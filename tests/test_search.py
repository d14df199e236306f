"""What is found around words that every match holds is what a search of the whole text finds."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.search import around, either, lowered, near, places

_PLAN = re.compile(r"\b(?:[Tt]he )?[Ww]ater Plan(?: of \d{4})?(?!\w)")


@given(st.lists(st.sampled_from(["the ", "The ", "water ", "Water ", "Plan", "Plan ", "of ", "2031", "\n", "x" * 30])))
def test_every_match_is_found_once_and_in_order(pieces: list[str]) -> None:
    text = "".join(pieces)
    found = [match.span() for match in near(_PLAN, text, "Plan", reach=20)]
    assert found == [match.span() for match in _PLAN.finditer(text)]


def test_matches_may_hold_one_word_or_another_and_any_case() -> None:
    pattern = re.compile(r"\b(?:harbour|port) (?:act|code)\b", re.IGNORECASE)
    text = "The Port Act, then the HARBOUR CODE; no port."
    found = near(pattern, text, "harbour", "port", within=lowered(text), reach=20)
    assert [match[0] for match in found] == ["Port Act", "HARBOUR CODE"]


def test_what_never_stands_there_costs_no_search() -> None:
    slow = re.compile(r"(?:a+)+b")
    start = time.process_time()
    assert list(near(slow, "a" * 40, "b", reach=10)) == []
    assert time.process_time() - start < 1


@pytest.mark.parametrize("text", ["", "ABC", "İstanbul and İzmir", "ΑΣ ΑΣ", "ẞ Straße"])
def test_lower_case_keeps_every_letter_at_its_place(text: str) -> None:
    assert len(lowered(text)) == len(text)
    assert all(low in (sign, sign.lower(), "ς") for low, sign in zip(lowered(text), text, strict=True))


@given(st.text())
def test_lower_case_has_the_length_of_the_text(text: str) -> None:
    assert len(lowered(text)) == len(text)


@given(st.sets(st.text(alphabet="abc", min_size=1, max_size=4), min_size=1), st.text(alphabet="abc ", max_size=30))
def test_any_of_some_words_is_found_the_longest_first(words: set[str], text: str) -> None:
    longest_first = re.compile("|".join(sorted(words, key=len, reverse=True)))
    assert re.compile(either(words)).findall(text) == longest_first.findall(text)


def test_words_may_be_patterns_that_begin_with_a_letter() -> None:
    assert re.findall(either(["recogni[sz]ed", "re-?affirmed", "signed"]), "recognized, re-affirmed, signed") == [
        "recognized",
        "re-affirmed",
        "signed",
    ]


def test_places_of_words_are_in_the_order_of_the_text() -> None:
    assert places("dam, quay, dam", "quay", "dam") == [(0, 3), (5, 9), (11, 14)]


def test_around_places_alone_a_text_is_searched() -> None:
    text = "the water Plan" + " " * 100 + "the water Plan"
    assert [match.start() for match in around(_PLAN, text, [(110, 114)], reach=20)] == [text.rindex("the")]
