"""Which labels open a turn, told by their form and by their return."""

import pytest

from onrecord.attribution.structure import Structure
from onrecord.attribution.turns import turns
from tests.speakers.telling import read_text


def labels(text: str) -> list[str | None]:
    return [turn.label and turn.label.of(text) for turn in turns(Structure.of(read_text(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Brandt (Port Velm) (Con): I ask for clarity.", ["Ana Brandt (Port Velm) (Con)"]),
        (
            "The Minister for Justice (Omar Tamm): I thank them.\n\nOmar Tamm: The dam is safe.",
            ["The Minister for Justice (Omar Tamm)", "Omar Tamm"],
        ),
        ("Opening Hours (Weekdays): From nine to five.\n\nThe road was shut.", []),
        ("Harbour Board v. Ana Lima: clerk heard.\n\nHarbour Board v. Ana Lima: “The pier is hers.”", []),
    ],
)
def test_a_members_seat_and_a_name_that_returns_make_a_label(text: str, expected: list[str]) -> None:
    assert labels(text) == expected


@pytest.mark.parametrize(
    "note",
    [
        "The interview was conducted by Hanna Voss and has been shortened.",
        "Question put and negatived.",
        "The House divided: Ayes 31, Noes 12.",
    ],
)
def test_what_a_record_says_of_itself_ends_the_turn(note: str) -> None:
    text = f"Ms. Lima: We are ready.\n\nQuestion: When?\n\nMs. Lima: Soon.\n\n{note}"
    assert [turn.words.of(text) for turn in turns(Structure.of(read_text(text)))] == ["We are ready.", "When?", "Soon."]
