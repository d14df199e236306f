"""Where sentences begin and end."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.sentences import sentences
from onrecord.spans import Span

ONE = [
    "Lt. Gen. (Retd) Omar Tahan Yusufi thanked the hosts.",
    "H.E. Mr. Anton Varga spoke for the hosts of the forum.",
    "The U.S. Embassy in Marun declined to comment.",
    "Under No. 5 of the rules, Prof. J. R. Okoye asked for the floor.",
    "“Why now?” she asked.",
    "“Why now?” Ilse Brandt asked.",
    "Brigadier (Retd.) Anton Varga, Director of the Harbour Board, spoke first.",
    "“12. Requests the Secretary to report;",
    "**U.S. MILITARY STAYS**",
    "He left at 5 p.m. Tuesday.",
    "It cost 5.3 million, i.e. twice the estimate of Oct. 3.",
    "2. Calls upon both parties to withdraw;",
    "Ilse M. Brandt Jr. of Velmora Corp. Holdings spoke.",
    "They waited ... and waited.",
    "Document A/99/L.7 was read out.",
    "See Art. 4 and para. 12 of the text.",
]
SEVERAL = [
    ("He said so. She did not.", ["He said so.", "She did not."]),
    ("“It is over.” The hall emptied.", ["“It is over.”", "The hall emptied."]),
    ("It is over.” “We leave.”", ["It is over.”", "“We leave.”"]),
    ("He moved to the U.S. The rest stayed.", ["He moved to the U.S.", "The rest stayed."]),
    ("The answer was no. Nobody spoke.", ["The answer was no.", "Nobody spoke."]),
    ("Is it safe? No! Go.", ["Is it safe?", "No!", "Go."]),
    ("Justice will prevail.The seminar closed.", ["Justice will prevail.", "The seminar closed."]),
    ("The dam failed.[3] It was old.", ["The dam failed.[3]", "It was old."]),
    ("A heading\n\nA sentence. Another", ["A heading", "A sentence.", "Another"]),
    ("He came in 1998. 40 others followed.", ["He came in 1998.", "40 others followed."]),
    ("They chose Plan B. It failed.", ["They chose Plan B.", "It failed."]),
    ("(The road was shut.) Nobody came.", ["(The road was shut.)", "Nobody came."]),
    ("So it ended… The rest is known.", ["So it ended…", "The rest is known."]),
    ('He said: "Go." "Now?" she asked.', ['He said: "Go."', '"Now?" she asked.']),
]


@pytest.mark.parametrize("text", ONE)
def test_a_stop_that_ends_no_sentence_does_not_part_it(text: str) -> None:
    assert [span.of(text) for span in sentences(text)] == [text]


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_sentences_are_parted_at_their_stops(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in sentences(text)] == expected


def test_only_the_stretch_asked_for_is_split() -> None:
    text = "One. Two. Three."
    assert [span.of(text) for span in sentences(text, 5, 9)] == ["Two."]


@given(st.text(alphabet='aB .!?\n"“”’()5U'))
def test_sentences_stand_in_order_and_cover_every_word(text: str) -> None:
    found = sentences(text)
    assert all(left.end <= right.start for left, right in itertools.pairwise(found))
    covered = "".join(span.of(text) for span in found)
    assert "".join(covered.split()) == "".join(text.split())
    assert all(span == span.trim(text) and span != Span(span.start, span.start) for span in found)
