"""The benchmark of comparison, on a cluster of invented reports."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from bench.comparison import measure

CLUSTERS = Path(__file__).parents[2] / "bench" / "data" / "clusters"


def test_a_cluster_is_scored_with_its_errors() -> None:
    (result,) = [one for name, one in measure(CLUSTERS).items() if name == "quarry_hospital"]
    assert result.ordered
    assert (result.joined, result.lookalikes) == (0, 1)
    assert result.counts.f1("copied") == 1
    assert result.counts.gold["figure pairs"] > result.counts.found["figure pairs"] > 0
    missed = result.counts.gold["figure pairs"] - result.counts.found["figure pairs"]
    assert sum(error.startswith("figures not joined") for error in result.errors) == missed


def test_a_wrong_gold_lowers_the_score(tmp_path: Path) -> None:
    cluster = shutil.copytree(CLUSTERS / "quarry_hospital", tmp_path / "wrong")
    path = cluster / "gold.json"
    gold = json.loads(path.read_text(encoding="utf-8"))
    for number, one in enumerate(gold["figures"]):
        one["group"] = f"group {number}"
    path.write_text(json.dumps(gold | {"copied_passages": []}), encoding="utf-8")
    result = measure(cluster)["wrong"]
    assert result.counts.precision("figure pairs") == 0
    assert result.counts.precision("copied") == 0


def test_a_folder_without_gold_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"no gold\.json"):
        measure(tmp_path)
