"""States, adjectives of belonging, seats of government."""

import pytest

from onrecord.names.lexicon import rows
from onrecord.names.states import adjective_of, is_state, seat_of, state


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("GHANA", "Ghana"),
        ("the Netherlands", "Netherlands"),
        ("Ivory Coast", "Côte d'Ivoire"),
        ("Viet Nam", "Viet Nam"),
        ("Velmora", None),
        ("the Hashemite Kingdom of Ghana", "Ghana"),
        ("Sri Lankan Arab Republic", "Sri Lanka"),
        ("the Occupied Ghanaian Territory", "Ghana"),
        ("Democratic Republic of the Congo", "Democratic Republic of the Congo"),
        ("Republic of Velmora", None),
        ("Harbour Federation", None),
    ],
)
def test_a_state_is_known_by_any_of_its_names(name: str, known: str | None) -> None:
    assert state(name) == known
    assert is_state(name) is (known is not None)


def test_adjectives_and_seats_point_at_their_state() -> None:
    assert adjective_of("Ghanaian") == "Ghana"
    assert adjective_of("Finns") == "Finland"
    assert seat_of("Ankara") == state("Türkiye")
    assert adjective_of("Harbour") is None
    assert seat_of("Kandor") is None


def test_every_seat_belongs_to_a_state_of_the_list() -> None:
    assert not [row["seat"] for row in rows("metonyms.csv") if not is_state(row["state"])]
