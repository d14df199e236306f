"""Planted errors: the same for the same seed, put where the report says, and found."""

from __future__ import annotations

import pytest

from bench.planted import Result, insert, measure
from bench.planting import PLANTERS, planted
from onrecord.checks.registry import CHECKS

TEXT = "The store at Bel was shut.\n\nNobody spoke of the roads.\n\nThe rains came late.\n"


def test_there_is_an_error_for_every_check():
    assert list(PLANTERS) == list(CHECKS)


@pytest.mark.parametrize("seed", ["a", "b", "c 1"])
def test_the_same_seed_plants_the_same_and_twins_differ(seed):
    assert planted(seed) == planted(seed)
    assert all(error.misfit != error.fit and len(error.misfit) == len(error.fit) for error in planted(seed))


@pytest.mark.parametrize("count", [1, 2, 3, 5])
def test_paragraphs_stand_where_they_are_said_to_and_the_text_stays(count):
    groups = [(f"First of {number}.", f"Second of {number}.") for number in range(count)]
    changed, places = insert(TEXT, groups)
    assert [[span.of(changed) for span in spans] for spans in places] == [list(group) for group in groups]
    for paragraph in (*TEXT.strip().split("\n\n"), *(one for group in groups for one in group)):
        assert paragraph in changed.split("\n\n") or paragraph in changed.strip().split("\n\n")


def test_nearly_all_are_found_and_their_twins_raise_nothing(tmp_path):
    (tmp_path / "bel.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "bel.json").write_text("{}", encoding="utf-8")
    result: Result = measure(tmp_path, turns=2)
    assert result.planted.total() == 2 * len(CHECKS)
    assert result.found.total() >= 0.9 * result.planted.total(), result.missed
    assert result.alarms == []
    assert result.as_they_are == []
