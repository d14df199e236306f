from __future__ import annotations

import pytest
from invented import said

from bench.naming import alike, same

SAME = [
    ("Ana Lima", "ANA LIMA"),
    ("Dr. Ana Lima", "Ana Lima"),
    ("H.E. Mr. Anton Varga", "Anton Varga"),
    ("Lt. Gen. (Retd) Anton Varga", "Anton Varga"),
    ("Former mayor Ilse Brandt", "Ilse Brandt"),
    ("the Harbour Board", "Harbour Board"),
    ("Organisation of Wells (OW)", "Organisation of Wells"),
    ("José Ortiz", "Jose Ortiz"),
    ("Mr. Tamm", "Tamm"),
    ("the Chair", "Chair"),
]
DIFFERENT = [
    ("Lima", "Ana Lima"),
    ("Ana Lima", "Lima"),
    ("Ana Tamm", "Ana Lima"),
    ("wife of Ana Lima", "Ana Lima"),
    ("Harbour Board of Velm", "Harbour Board"),
    ("Chair", "Ambassador"),
    ("", "Ana Lima"),
]


@pytest.mark.parametrize(("predicted", "name"), SAME)
def test_one_name(predicted: str, name: str) -> None:
    assert same(predicted, name)


@pytest.mark.parametrize(("predicted", "name"), DIFFERENT)
def test_two_names(predicted: str, name: str) -> None:
    assert not same(predicted, name)


def test_another_form_of_the_right_name_is_told_from_a_wrong_name() -> None:
    gold = said("Ana Lima", "pumps").speaker
    assert alike(said("Lima", "pumps").speaker, gold)
    assert not alike(said("Tamm", "pumps").speaker, gold)
    assert not alike(None, gold)
