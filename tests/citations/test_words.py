"""Words as they are looked up: by their folded forms, and with what is written beside them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.citations.words import fold, words

_TEXT = "The Velm Law No. 3 (Ports) Act, Velmora’s report, and the Official Report of Velm\u00a0Bay on by-law 5."


def test_words_have_their_places_in_the_text() -> None:
    read = words(_TEXT)
    assert [_TEXT[start:end] for start, end in zip(read.starts, read.ends, strict=True)][
        :6
    ] == "The Velm Law No 3 Ports".split()
    assert read.keys[:8] == ["the", "velm", "law", "no", "3", "ports", "act", "velmora"]
    assert read.places({"velm", "bay"}) == [1, 14, 15]


@given(st.text(alphabet="aB'’-. \u00a0\n_é"))
def test_words_are_those_of_the_whole_text(text: str) -> None:
    read = words(text)
    found = list(re.finditer(r"[^\W_]+(?:['’][^\W_]+)*", text))
    assert [*zip(read.starts, read.ends, strict=True)] == [match.span() for match in found]
    assert read.keys == [fold(match[0]) for match in found]


def test_united_nations_is_one_word_however_written() -> None:
    assert words("The United Nations and the U.N. in United\u00a0Nations united nations").keys == (
        "the un and the un in un united nations".split()
    )


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("law", ["Law", "law"]),
        ("Law", ["Law"]),
        (") Act", ["Act"]),
        ("report, ", ["report"]),
        ("Official Report", ["Report"]),
        ("Velm Bay", []),
        ("Reports", []),
    ],
)
def test_words_are_found_with_what_is_written_beside_them(wanted: str, found: list[str]) -> None:
    assert [_TEXT[start:end] for start, end in words(_TEXT).where(wanted)] == found
