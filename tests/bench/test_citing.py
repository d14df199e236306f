from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from bench.citing import Citation, citation_faults, score_citations
from bench.citing_peers import measure
from bench.counts import Counts
from bench.readings import from_gold

EXAMPLES = Path(__file__).parents[2] / "examples" / "gold"
GOLD = (
    Citation((0, 10), ("S/RES/822",)),
    Citation((20, 30), ("additional-protocol-i-1977", "additional-protocols-1977")),
    Citation((40, 50), ("velm-ports-act-2015",)),
    Citation((60, 70), ()),
)
PREDICTED = (
    Citation((5, 10), ("S/RES/853",)),
    Citation((20, 25), ("additional-protocol-ii-1977", "additional-protocol-i-1977")),
    Citation((41, 50), ()),
    Citation((80, 90), ("S/RES/874",)),
)


def test_detection_and_targets_are_counted_apart() -> None:
    counts = Counts()
    score_citations(counts, GOLD, PREDICTED)
    assert (counts.precision("references-found"), counts.recall("references-found")) == (3 / 4, 3 / 4)
    assert (counts.precision("references"), counts.recall("references")) == (2 / 4, 2 / 4)
    assert counts.recall("references-listed") == 1 / 2


def test_every_error_is_listed_with_what_was_wanted() -> None:
    assert [(kind, one.span, told) for kind, one, told in citation_faults(GOLD, PREDICTED)] == [
        ("wrong target", (0, 10), "pred S/RES/853 | gold S/RES/822"),
        ("missed reference", (60, 70), "no id"),
        ("spurious reference", (80, 90), "S/RES/874"),
    ]


def test_a_note_may_call_a_further_id_acceptable(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The Protocol.", encoding="utf-8")
    note = "Protocol I is meant; additional-protocols-1977 is to be accepted too"
    reference = {"span": [4, 12], "id": "additional-protocol-i-1977", "note": note}
    gold = {"id": "a", "speakers": [], "statements": [], "references": [reference]}
    (tmp_path / "a.json").write_text(json.dumps(gold), encoding="utf-8")
    assert from_gold(tmp_path / "a.json").citations == (
        Citation((4, 12), ("additional-protocol-i-1977", "additional-protocols-1977")),
    )


@pytest.fixture
def peer(tmp_path: Path) -> Path:
    """Tools that find the first ten letters of every text, and nothing, in place of the peers' Python."""
    program = tmp_path / "answer.py"
    program.write_text(
        "import json, sys\n"
        "texts = json.load(sys.stdin)\n"
        "print(json.dumps({'one': {name: [[0, 10]] for name in texts}, 'two': {name: [] for name in texts}}))\n"
    )
    script = tmp_path / "python"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{program}"\n')
    script.chmod(0o755)
    return script


def test_peers_are_measured_beside_the_product_on_the_same_documents(peer: Path) -> None:
    counts = measure(EXAMPLES, peer)
    assert list(counts) == ["onrecord", "one", "two"]
    assert counts["one"].predicted["references-found"] == 5
    assert counts["two"].precision("references-found") is None
    assert counts["onrecord"].gold["references-found"] == counts["two"].gold["references-found"]
