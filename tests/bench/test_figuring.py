from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from bench.counts import Counts
from bench.figuring import Number, number_faults, score_numbers
from bench.figuring_peers import measure
from bench.readings import from_gold

EXAMPLES = Path(__file__).parents[2] / "examples" / "gold"
GOLD = (
    Number((0, 3), 613, 613, "exact"),
    Number((10, 13), 106, 106, "about", whole=0),
    Number((20, 22), 53, 53, "exact", whole=0),
    Number((30, 40), 0.25, 0.25, "up to", "fraction"),
    Number((50, 60), 8, 10, "exact"),
)
PREDICTED = (
    Number((0, 3), 613, 613, "exactly"),
    Number((9, 13), 106, 106, "exactly", whole=0),
    Number((20, 22), 35, 35, "exactly"),
    Number((30, 34), 25, 25, "under", "%", whole=0),
    Number((70, 74), 2017, 2017, "exactly"),
)


def test_values_qualifiers_and_parts_are_counted_apart() -> None:
    counts = Counts()
    score_numbers(counts, GOLD, PREDICTED)
    assert (counts.precision("figures"), counts.recall("figures")) == (3 / 5, 3 / 5)
    assert counts.precision("qualifiers") == 2 / 3
    assert (counts.precision("parts"), counts.recall("parts")) == (1 / 2, 1)


def test_the_gold_itself_scores_one() -> None:
    counts = Counts()
    score_numbers(counts, GOLD, GOLD)
    assert [counts.f1("figures"), counts.precision("qualifiers"), counts.f1("parts")] == [1, 1, 1]


def test_every_error_is_listed_with_what_was_wanted() -> None:
    assert [(kind, one.span, told) for kind, one, told in number_faults(GOLD, PREDICTED)] == [
        ("qualifier", (10, 13), "pred exact | gold about"),
        ("wrong value", (20, 22), "pred 35 to 35 | gold 53 to 53"),
        ("part", (20, 22), "pred no part | gold part of 613"),
        ("part", (30, 40), "pred part of 613 | gold no part"),
        ("missed figure", (50, 60), "gold 8 to 10"),
        ("spurious figure", (70, 74), "pred 2017 to 2017"),
    ]


def test_a_rounded_fraction_is_right_and_half_a_range_is_not() -> None:
    counts = Counts()
    gold = (Number((0, 7), 0.33, 0.33, "exact", "fraction"), Number((8, 12), 8, 10, "exact"))
    score_numbers(counts, gold, (Number((0, 7), 0.33, 0.33, "exactly"), Number((8, 12), 8, 8, "exactly")))
    assert counts.right["figures"] == 1


@pytest.fixture
def peer(tmp_path: Path) -> Path:
    """A tool that finds the number 7 in the first letter of every text, in place of the peer's Python."""
    program = tmp_path / "answer.py"
    program.write_text(
        "import json, sys\nprint(json.dumps({name: [[0, 1, 7.0, False]] for name in json.load(sys.stdin)}))\n", encoding="utf-8"
    )
    # The shell stands between, since a first line `#!` takes no path with a space in it.
    script = tmp_path / "python"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{program}"\n', encoding="utf-8")
    script.chmod(0o755)
    return script


def test_a_peer_is_scored_by_the_metric_of_the_product(peer: Path, tmp_path: Path) -> None:
    folder = tmp_path / "gold"
    folder.mkdir()
    (folder / "a.txt").write_text("7 wells are dry, 12 are not.", encoding="utf-8")
    figures = [
        {"span": span, "value": value, "qualifier": "exact", "part_of": None} for span, value in (([0, 1], 7), ([17, 19], 12))
    ]
    gold = {"id": "a", "speakers": [], "statements": [], "references": [], "figures": figures}
    (folder / "a.json").write_text(json.dumps(gold), encoding="utf-8")
    measured = measure(folder, peer)
    assert measured["quantulum3"].recall("figures") == 1 / 2
    assert measured["onrecord"].recall("figures") == 1


def test_the_documents_that_come_with_the_project_have_figures() -> None:
    assert sum(len(from_gold(path).figures) for path in EXAMPLES.glob("*.json")) > 0
