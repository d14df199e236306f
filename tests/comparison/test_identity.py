"""Who is who across reports."""

from __future__ import annotations

import pytest

from comparison.reports import record
from onrecord.comparison.compare import compare


@pytest.mark.parametrize(
    ("name", "linked"),
    [("An investigation by the Selma Press Union", True), ("An investigation by the Karsun Medical Board", False)],
)
def test_a_work_speaks_for_the_body_that_it_is_by(name: str, linked: bool) -> None:
    one = "The Selma Press Union said that 640 people were killed in the theatre."
    other = f"{name} found that the attack killed close to 640 people."
    found = compare([record("work a", one), record(f"work {name}", other)])
    assert any(len(link.mentions) == 2 and link.name.endswith("Selma Press Union") for link in found.speakers) is linked


@pytest.mark.parametrize(
    ("other", "linked"),
    [
        ("H. Nygard", True),
        ("Halvar Nygard", True),
        ("Nygaard", True),
        ("H. Ingstad", False),
        ("Henrik Nygaard", False),
        ("H. Nyquard", False),
    ],
)
def test_a_person_under_another_spelling_is_one(other: str, linked: bool) -> None:
    one = "Halvar Nygaard said that the bridge was closed. He said that the road was open."
    found = compare([record("spelt a", one), record(f"spelt {other}", f"{other} said that the harbour was empty.")])
    assert any(len(link.mentions) == 2 for link in found.speakers) is linked


@pytest.mark.parametrize(("name", "kind"), [("The Foreign Ministry", True), ("The Karsun Press Union", False)])
def test_a_link_by_a_mere_kind_of_body_says_so(name: str, kind: bool) -> None:
    found = compare([record(f"kind {n} {name}", f"{name} said that {n} boats were lost.") for n in (31, 48)])
    (link,) = found.speakers
    assert ("only a kind" in link.evidence) is kind


@pytest.mark.parametrize(
    ("one", "other", "linked"),
    [
        ("Yusuf Qadiri", "Yousef Kadiri", True),
        ("Kemal Kılıç", "Kemal Kilich", True),
        ("Yusuf Qadiri", "Yasmin Kadiri", False),
        ("Karim Qadiri", "Karima Kadiri", False),
    ],
)
def test_names_from_other_scripts_are_one_in_two_spellings(one: str, other: str, linked: bool) -> None:
    texts = (f"{one} said that the bridge was closed.", f"{other} said that the harbour was empty.")
    found = compare(record(f"script {text}", text) for text in texts)
    assert any(len(link.mentions) == 2 for link in found.speakers) is linked
