"""Spellings of one name."""

import pytest

from onrecord.names.variants import near


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Faradshev", "Faradzev"),
        ("Thchiroma", "Tchiroma"),
        ("Hassan", "Hasan"),
        ("Mohamed", "Mohammed"),
        ("Herrmann", "Hermann"),
        ("Ouédraogo", "Ouedraogo"),
        ("Lavalie", "Lavali"),
        ("Goonetileke", "Goonetilleke"),
    ],
)
def test_spellings_of_one_name_are_near(one: str, other: str) -> None:
    assert near(one, other)
    assert near(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Petrov", "Petrova"), ("Kowalski", "Kowalska"), ("Lima", "Luma"), ("Silva", "Selwyn"), ("Okoro", "Okoye")],
)
def test_different_names_are_not(one: str, other: str) -> None:
    assert not near(one, other)


def test_a_slip_in_a_short_word_needs_the_rest_of_the_name_to_agree() -> None:
    assert near("Marten", "Martin")
    assert not near("Marten", "Martin", alone=True)
