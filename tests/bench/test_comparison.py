"""The benchmark of comparison, on a cluster of invented reports."""

from __future__ import annotations

import json
import shutil
import tomllib
from pathlib import Path

import pytest

from bench.comparison import Compared, measure, numbers, pooled, show
from bench.differing import KINDS, kinds_of
from bench.page import Page

CLUSTERS = Path(__file__).parents[2] / "bench" / "data" / "clusters"


FLOORS = tomllib.loads((CLUSTERS.parents[1] / "floors.toml").read_text(encoding="utf-8"))["comparison"]
GOLDS = sorted(CLUSTERS.glob("*/gold.json"))


@pytest.fixture(scope="module")
def measured() -> dict[str, Compared]:
    return measure(CLUSTERS)


def test_the_order_of_the_reports_changes_nothing(measured: dict[str, Compared]) -> None:
    assert all(one.ordered for one in measured.values())


@pytest.mark.parametrize("name", FLOORS)
def test_comparison_stays_above_its_floor(measured: dict[str, Compared], name: str) -> None:
    value = numbers(measured.values())[name]
    assert value is not None
    assert 100 * value >= FLOORS[name]


def test_every_floor_is_measured(measured: dict[str, Compared]) -> None:
    assert set(FLOORS) == set(numbers(measured.values()))


def test_every_cluster_is_in_the_tables_and_so_are_all_together(
    measured: dict[str, Compared], capsys: pytest.CaptureFixture[str]
) -> None:
    show(measured, Page(), errors=1)
    shown = capsys.readouterr().out
    assert all(name in shown for name in (*measured, "all", *KINDS))
    assert pooled(measured.values()).kinds.total() == sum(one.kinds.total() for one in measured.values())


def test_a_cluster_is_scored_with_its_errors(measured: dict[str, Compared]) -> None:
    result = measured["quarry_hospital"]
    assert (result.joined, result.lookalikes) == (0, 1)
    assert result.counts.f1("copied") == 1
    for one in measured.values():
        missed = one.counts.gold["figure pairs"] - one.counts.found["figure pairs"]
        assert sum(error.startswith("figures not joined") for error in one.errors) == missed
        wrong = one.counts.gold["kinds"] - one.counts.right["kinds"]
        assert sum(error.startswith("kind of") for error in one.errors) == wrong


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


@pytest.mark.parametrize("path", GOLDS, ids=lambda path: path.parent.name)
def test_spans_of_the_gold_hold_whole_words(path: Path) -> None:
    gold = json.loads(path.read_text(encoding="utf-8"))
    texts = {report.stem: report.read_text(encoding="utf-8") for report in path.parent.glob("*.txt")}
    places = [*gold["figures"], *(end for one in gold["lookalikes"] for end in one["passages"])]
    places += [end for key in ("repeated_statements", "copied_passages") for group in gold[key] for end in group]
    for place in places:
        text, (start, end) = texts[place["doc"]], place["span"]
        assert text[start:end] == text[start:end].strip() != ""
        assert not text[start - 1 : start + 1].isalnum(), text[start - 5 : end]
        assert not text[end - 1 : end + 1].isalnum(), text[start : end + 5]


@pytest.mark.parametrize("path", GOLDS, ids=lambda path: path.parent.name)
def test_the_gold_says_the_kind_of_every_shared_group(path: Path) -> None:
    gold = json.loads(path.read_text(encoding="utf-8"))
    reports = {one["id"] for one in gold["documents"]}
    assert reports == {report.stem for report in path.parent.glob("*.txt")}
    shared = {
        one["group"]: {other["doc"] for other in gold["figures"] if other["group"] == one["group"]} for one in gold["figures"]
    }
    kinds = kinds_of(gold)
    assert set(kinds) == {group for group, holders in shared.items() if len(holders) > 1}
    assert set(kinds.values()) <= set(KINDS)
