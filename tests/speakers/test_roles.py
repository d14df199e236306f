"""Offices that a text gives persons, where each stands."""

import pytest

from onrecord.speakers.census import take
from onrecord.speakers.roles import roles_of
from onrecord.speakers.setting import Setting
from tests.speakers.telling import read_text


def roles(text: str, name: str) -> list[tuple[str, str | None]]:
    setting = Setting.of(read_text(text))
    people = [named for named in take(setting).people if named.person.text == name]
    return [(role.title, role.of) for named in people for role in roles_of(setting.text, named)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Harbour Minister Ana Lima left.", [("Harbour Minister", None)]),
        ("Ana Lima, Minister for Water of Velmora, left.", [("Minister", "Water of Velmora")]),
        ("Ana Lima, the country's water minister, left.", [("water minister", "country")]),
        ("The chair of the Harbour Board, Ana Lima, left.", [("chair", "Harbour Board")]),
        ("HSC Director General Amb. (Retd) Ana Lima left.", [("HSC Director General", None)]),
        ("Ambassador of Velmora H.E. Ms. Ana Lima left.", [("Ambassador", "Velmora")]),
        ("So said Ana Lima, a 58-year-old lawyer whose brother died.", [("lawyer", None)]),
        ("ANA LIMA (Velmora) left.", [("Velmora", None)]),
        ("Dr. Ana Lima was the Chief Guest of the day.", [("Chief Guest", "day")]),
        ("Ana Lima, National Adviser was late.", [("National Adviser", None)]),
        ("It spoke on behalf of the Envoy for Velmora, Ana Lima.", [("Envoy", "Velmora")]),
        ("Omar Said, chair of the Harbour Board, Ana Lima and others left.", []),
        ("Ana Lima, Special Envoy Varga and others met.", []),
        ("Ana Lima, on 4 May, left.", []),
        ("Ana Lima, Harbour Adviser was the Chief Guest at the occasion.", [("Harbour Adviser", None), ("Chief Guest", None)]),
        ("Greeting the guests, Chairman IRSP, Ambassador Ana Lima spoke.", [("Chairman", "IRSP"), ("Ambassador", None)]),
        ("The Minister for Water (Ms Ana Lima): I am grateful.", [("Minister", "Water")]),
        ("The market (Ana Lima) was empty.", []),
        ("With us is the mayor of Velmora, Ana Lima.", [("mayor", "Velmora")]),
        ("Chargé d’affaires Ana Lima left.", [("Chargé d’affaires", None)]),
        ("The Chargé d'affaires of Velmora, Ana Lima, left.", [("Chargé d'affaires", "Velmora")]),
        ("Ana Lima, Secretary of State for Water, left.", [("Secretary of State", "Water")]),
        ("Army Chief of Staff Gen. Ana Lima left.", [("Army Chief of Staff", None)]),
        ("Ana Lima, the army's chief of staff, left.", [("chief of staff", "army")]),
        ("Ana Lima, Chief of Staff NDF, left.", [("Chief of Staff", "NDF")]),
        ("Ana Lima, Officer in Charge in Velmora, left.", [("Officer in Charge", "Velmora")]),
        ("Deputy Prosecutor General Ana Lima left.", [("Deputy Prosecutor General", None)]),
        ("Omar Said, Chairman IRSP, Ambassador Ana Lima and others left.", [("Ambassador", None)]),
    ],
)
def test_roles_of_ana_lima(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert roles(text, "ANA LIMA" if "ANA" in text else "Ana Lima") == expected
