"""Names of persons in phrases: where they begin, what stands before them, what is none."""

import pytest

from onrecord.names.likeness import same_person, surname_of
from onrecord.names.persons import PersonName, person_in
from onrecord.names.words import words


def named(phrase: str) -> PersonName | None:
    return person_in(phrase, words(phrase))


@pytest.mark.parametrize(
    ("phrase", "name", "honorifics"),
    [
        ("Ana Lima", "Ana Lima", ()),
        ("H.E. Mr. Anton Varga", "Anton Varga", ("H.E.", "Mr.")),
        ("Lt. Gen. (Retd) Omar Khan Said", "Omar Khan Said", ("Lt. Gen.", "Retd")),
        ("Sir W. TAMM", "W. TAMM", ("Sir",)),
        ("NUR ASHA BINTI OMAR", "NUR ASHA BINTI OMAR", ()),
        ("Daw Mya Mya Sein", "Mya Mya Sein", ("Daw",)),
        ("U Thaung", "Thaung", ("U",)),
        ("Sheikh Idris al-Karam", "Idris al-Karam", ("Sheikh",)),
        ("Haji Musa bin Daud", "Musa bin Daud", ("Haji",)),
        ("Begum Razia", "Begum Razia", ()),
        ("Prof. J. R. Okoye", "J. R. Okoye", ("Prof.",)),
        ("Dr Ilse van der Berg", "Ilse van der Berg", ("Dr",)),
        ("T.K. Tamaʻi", "T.K. Tamaʻi", ()),
        ("Velmora's water minister Joana d'Avila", "Joana d'Avila", ()),
        ("Minister for Water Ana Lima", "Ana Lima", ()),
        ("Minister of Foreign Affairs of Velmora Ana Lima", "Ana Lima", ()),
        ("Chairman HBV, Ambassador Ana Lima", "Ana Lima", ("Ambassador",)),
        ("The chair of the Harbour Women’s Union, Rahel Akol", "Rahel Akol", ()),
        ("Harbour Institute Fellow and Bank of Velmora former Governor Dr. Ana Lima", "Ana Lima", ("Dr.",)),
        ("Queen Amara of Ardania", "Queen Amara of Ardania", ("Queen",)),
        ("President Omar Said Omar ‘Tariq’", "Omar Said Omar ‘Tariq’", ()),
        ("Sir Godfrey Harker - Lampton", "Godfrey Harker - Lampton", ("Sir",)),
        ("Mayor Ana Lima Says", "Ana Lima", ()),
        ("Sima Dorr KC", "Sima Dorr", ()),
        ("Ana Lima MP", "Ana Lima", ()),
        ("Dr. Dorr PhD", "Dorr", ("Dr.",)),
        ("Ms. Sabira Nur of the Farmers' League", "Sabira Nur", ("Ms.",)),
        ("Omar Tal of the Teachers’ Union", "Omar Tal", ()),
        ("Prof. Benin", "Benin", ("Prof.",)),
    ],
)
def test_the_name_is_read_and_what_stands_before_it_is_not(phrase: str, name: str, honorifics: tuple[str, ...]) -> None:
    found = named(phrase)
    assert found is not None
    assert found.text == name
    assert found.honorifics == honorifics


@pytest.mark.parametrize(
    "phrase",
    [
        "the Harbour Board",
        "Home Secretary",
        "The Presidential Secretary",
        "Saudi Arabia",
        "UNHCR",
        "Several witnesses",
        "Jonglei women",
        "the General Assembly",
        "Velmoran Network for Human Rights",
        "Minister of Water",
        "Scottish Conservative MP",
        "Chairman HBV",
        "Committee Experts",
        "The Osk Doctors’ Union",
        "Special Envoy for the Ombra Highlands",
    ],
)
def test_what_names_no_person_is_not_taken_for_one(phrase: str) -> None:
    assert named(phrase) is None


def test_a_capital_that_stands_in_small_letters_elsewhere_is_no_name() -> None:
    assert person_in("Farmers asked. The farmers left.", words("Farmers")) is None


def test_an_occupation_that_is_said_to_speak_alone_is_a_surname() -> None:
    text = "Ana Baker came. Baker said no."
    found = person_in(text, words(text, 0, 9))
    assert found is not None
    assert found.text == "Ana Baker"
    assert person_in("Ana Baker came.", words("Ana Baker")) is None


@pytest.mark.parametrize(
    ("phrase", "gender"),
    [
        ("Mr. Tamm", "m"),
        ("Ms. Tamm", "f"),
        ("Dr. Tamm", None),
        ("Maria Tamm", None),
        ("Lady Tamm", "f"),
        ("General Tamm", None),
    ],
)
def test_gender_is_what_the_form_of_address_says_and_nothing_else(phrase: str, gender: str | None) -> None:
    found = named(phrase)
    assert found is not None
    assert found.gender == gender


@pytest.mark.parametrize(
    ("shorter", "longer", "same"),
    [
        ("Lima", "Ana Maria Lima", True),
        ("A. Lima", "Ana Maria Lima", True),
        ("Ana Lima", "Ana Maria Lima", True),
        ("Varga", "Anton Várga", True),
        ("Maria", "Ana Maria Lima", False),
        ("Eva Lima", "Ana Maria Lima", False),
        ("de Souza", "Joana de Souza", True),
    ],
)
def test_a_shorter_form_stands_for_the_longer(shorter: str, longer: str, *, same: bool) -> None:
    assert same_person(shorter.split(), longer.split()) is same


def test_additions_are_no_surname() -> None:
    assert surname_of(["Ana", "Lima", "Jr."]) == "lima"


@pytest.mark.parametrize("phrase", ["DR Congo", "the Farmers' League", "Bank of Velmora's League"])
def test_a_state_or_a_league_is_nobody_s_name(phrase: str) -> None:
    assert named(phrase) is None


def test_a_special_envoy_who_said_something_is_not_called_envoy() -> None:
    text = "UN Special Envoy said little. The Mayor's Special Envoy told more."
    assert person_in(text, words(text, 0, 16)) is None
