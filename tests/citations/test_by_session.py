"""Resolutions told by their subject in the report of a meeting of the General Assembly."""

import pytest

from onrecord.citations.cite import cite
from onrecord.flow import flow
from onrecord.reading.read import read
from onrecord.record import Reference

HEAD = "GENERAL ASSEMBLY PLENARY\nSEVENTY-SECOND SESSION, 74TH MEETING (AM)\n\n"
VOTED = "By a {} adopted in a recorded vote of 171 in favour to 3 against, the Assembly asked for more open markets."


def only(text: str) -> Reference:
    (found,) = cite(flow(read(text.encode(), name="a test", media_type="text/plain")))
    return found


@pytest.mark.parametrize(
    ("words", "target"),
    [
        ("resolution on commodities", "A/RES/72/205"),
        ("resolution on the international financial system and development", "A/RES/72/203"),
    ],
)
def test_session_subject_and_vote_together_say_which(words: str, target: str) -> None:
    found = only(HEAD + VOTED.format(words + ","))
    assert (found.target, found.status) == (target, "resolved")


def test_without_a_vote_the_one_is_a_candidate() -> None:
    found = only(HEAD + "The Assembly then adopted a resolution on commodities, and rose for the day.")
    assert (found.target, found.status, found.candidates) == (None, "ambiguous", ("A/RES/72/205",))


@pytest.mark.parametrize(
    "text",
    [
        VOTED.format("resolution on commodities,"),
        "HARBOUR COUNCIL OF ARDANIA\nSEVENTY-SECOND SESSION\n\n" + VOTED.format("resolution on commodities,"),
        HEAD + VOTED.format("resolution on the bottling of river water,"),
        HEAD + VOTED.format("resolution on commodities and amphibious windmills,"),
    ],
)
def test_without_a_session_or_a_subject_that_the_catalogue_knows_it_is_unknown(text: str) -> None:
    assert only(text).status == "unknown"
