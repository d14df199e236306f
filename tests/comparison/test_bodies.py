"""When two names are one body's."""

from __future__ import annotations

from itertools import permutations

import pytest

from onrecord.comparison.bodies import generic, joined, same_body


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ministry of Defence", "the Defence Ministry"),
        ("Mexican Parliament", "Parliament of Mexico"),
        ("Norrland’s parliament", "parliament of Norrland"),
        ("Senate of Pakistan", "Senate of Pakisten"),
        ("Organisation of Harbour Towns (OHT)", "OHT"),
        ("UN Security Council", "Security Council of the United Nations"),
        ("Ministry of Defence", "Ministry of Defense"),
    ],
)
def test_one_body(one: str, other: str) -> None:
    assert same_body(one, other)
    assert same_body(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Parliament of Austria", "Parliament of Australia"),
        ("Northern Command", "Southern Command"),
        ("Senate of Colombia", "Parliament of Colombia"),
        ("Committee on Justice", "Committee on Trade"),
        ("statement", "statements"),
    ],
)
def test_two_bodies(one: str, other: str) -> None:
    assert not same_body(one, other)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("the Parliament", True),
        ("Foreign Ministry", True),
        ("Security Council", False),
        ("some states", True),
        ("General Assembly", False),
    ],
)
def test_a_name_may_say_only_what_kind_of_body_it_is(name: str, kind: bool) -> None:
    assert generic(name) is kind


def test_names_are_joined_in_any_order() -> None:
    names = ["Senate of Pakisten", "Senate of Pakistan", "Pakistani Senate", "Senate of Peru"]
    homes = [joined(order) for order in permutations(names)]
    assert all(home == homes[0] for home in homes)
    assert len(set(homes[0].values())) == 2
