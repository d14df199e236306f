"""The quality floor: measured on documents that the project carries, so that a change that costs accuracy shows at once."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

import bench
from bench.chain import predict
from bench.gold import measure, numbers
from bench.marked import compile_marked
from bench.readings import documents

EXAMPLES = Path(__file__).parents[2] / "examples" / "gold"
FLOORS = {
    name: least
    for name, least in tomllib.loads((Path(bench.__file__).parent / "floors.toml").read_text(encoding="utf-8")).items()
    if name != "comparison"
}


@pytest.fixture(scope="module")
def measured() -> dict[str, float | None]:
    return numbers(measure(EXAMPLES, predict))


@pytest.mark.parametrize("name", FLOORS)
def test_accuracy_stays_above_its_floor(measured: dict[str, float | None], name: str) -> None:
    value = measured[name]
    assert value is not None
    assert 100 * value >= FLOORS[name]


def test_there_is_a_document_of_every_genre() -> None:
    assert len(documents(EXAMPLES)) == 5


@pytest.mark.parametrize("path", documents(EXAMPLES), ids=lambda path: path.stem)
def test_examples_are_what_their_marked_text_says(path: Path) -> None:
    text, gold = compile_marked(path.stem, path.with_suffix(".marked").read_text(encoding="utf-8"))
    assert path.with_suffix(".txt").read_text(encoding="utf-8") == text
    assert json.loads(path.read_text(encoding="utf-8")) == gold


@pytest.mark.parametrize("path", documents(EXAMPLES), ids=lambda path: path.stem)
def test_gold_spans_hold_whole_words_without_white_space(path: Path) -> None:
    text, gold = compile_marked(path.stem, path.with_suffix(".marked").read_text(encoding="utf-8"))
    statements = gold["statements"]
    spans = [span for item in statements for span in (*item["content"], item["source"], item["cue"]) if span]
    spans += [item["span"] for item in (*gold["references"], *gold["figures"])]
    for start, end in spans:
        assert text[start:end] == text[start:end].strip()
        assert not text[start - 1 : start + 1].isalnum(), text[start - 5 : end]
        assert not text[end - 1 : end + 1].isalnum(), text[start : end + 5]
    for item in statements:
        assert item["content"]
        around = item["quoted_by"]
        assert around is None or statements[around]["content"][0][0] <= item["content"][0][0]


def test_marks_that_do_not_pair_are_refused() -> None:
    head = 'genre = "x"\nsource = "x"\nspeakers = []\nstatements = []\nreferences = []\nfigures = []\n---\n'
    with pytest.raises(ValueError, match="never closed"):
        compile_marked("x", head + "{0s:Lima said.")
    with pytest.raises(ValueError, match="never opened"):
        compile_marked("x", head + "Lima} said.")
