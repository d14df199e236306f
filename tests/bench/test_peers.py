from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from bench.counts import Counts
from bench.peers import environment, measure, readings
from bench.readings import Reading, from_gold

EXAMPLES = Path(__file__).parents[2] / "examples" / "gold"


@pytest.fixture
def peer(tmp_path: Path) -> Path:
    """A tool that finds one quotation in every text and fails half-way, in place of the peer's Python."""
    answer = {"statements": [{"speaker": [0, 4], "cue": None, "content": [5, 20]}], "faults": ["marks do not pair"]}
    program = tmp_path / "answer.py"
    program.write_text(
        "import json, sys\n"
        f"print(json.dumps({{name: {json.dumps(answer).replace('null', 'None')} for name in json.load(sys.stdin)}}))\n"
    )
    # The shell stands between, since a first line `#!` takes no path with a space in it.
    script = tmp_path / "python"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{program}"\n')
    script.chmod(0o755)
    return script


def test_what_a_peer_finds_is_a_reading_of_the_same_text(peer: Path) -> None:
    with environment(peer) as python:
        found, faults = readings(EXAMPLES, python)
    reading = found["harbour-news"]
    assert [(said.kind, said.content, said.cue) for said in reading.statements] == [("direct", ((5, 20),), None)]
    assert reading.statements[0].speaker is not None
    assert reading.statements[0].speaker.name == reading.text[:4]
    assert len(faults) == len(found) == 5


def test_a_peer_is_scored_by_the_metric_of_the_product() -> None:
    def nothing(path: Path) -> Reading:
        return Reading(path.stem, from_gold(path).text, ())

    counts: Counts = measure(EXAMPLES, from_gold)
    assert counts.f1("attributed") == 1
    assert measure(EXAMPLES, nothing).f1("content") == 0
