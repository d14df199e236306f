from __future__ import annotations

from pathlib import Path

import pytest

from bench.chain import record_of
from bench.scaling import cost, records, variant
from onrecord.record import Record

CLUSTERS = Path(__file__).parents[2] / "bench" / "data" / "clusters"

TEXT = """Ferry sinks off Lisk

The ferry carried 380 people, said Elin Maro of the port office of Lisk, and 131 of them died. Maro had counted them on 3 May
2033.
"""


@pytest.fixture(scope="module")
def made() -> list[Record]:
    return records(CLUSTERS, 60)


def test_records_that_were_made_are_sound_and_none_is_another(made: list[Record]) -> None:
    assert [record.verify() for record in made] == [[]] * 60
    assert len({record.document.id for record in made}) == 60
    assert [record.document.text for record in records(CLUSTERS, 3)] == [record.document.text for record in made[:3]]


def test_numbers_and_names_change_with_the_turn_and_what_was_read_of_them_too() -> None:
    base = record_of(TEXT.encode(), "ferry", media_type="text/plain")
    other = variant(base, 4)
    assert len(other.document.text) == len(base.document.text)
    assert "2033" in other.document.text
    numbers = {f"{figure.low:.0f}" for figure in other.figures}
    assert numbers == {other.document.text[figure.span.start : figure.span.end] for figure in other.figures}
    assert {speaker.name for speaker in other.speakers}.isdisjoint({"Elin Maro"})
    assert all(speaker.name in other.document.text for speaker in other.speakers if speaker.kind == "person")


def test_a_cost_has_time_and_memory_and_what_was_found(made: list[Record]) -> None:
    found = cost([record.to_json() for record in made])
    assert found.records == 60
    assert found.seconds > 0
    assert found.memory > 30_000_000
    assert found.found["copied"] > 0
    assert found.found["repeated"] > 0
