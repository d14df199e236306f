from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench.counts import Counts
from bench.polnear import Triple, compare, items, links, trim

TEXT = 'He said that "the wells are dry."'


@pytest.mark.parametrize(
    ("words", "that", "expected"),
    [
        ('that "the wells are dry."', True, "the wells are dry"),
        ('that "the wells are dry."', False, 'that "the wells are dry'),
        ('"the wells are dry."', True, "the wells are dry"),
        (" He ", False, "He"),
    ],
)
def test_marks_and_a_leading_that_are_trimmed(words: str, that: bool, expected: str) -> None:
    text = f" {TEXT}"
    start = text.index(words)
    left, right = trim(text, (start, start + len(words)), that=that)
    assert text[left:right] == expected


def test_exact_begin_and_overlap() -> None:
    counts = Counts()
    compare(counts, "cue", {(0, 5), (10, 12), (20, 30)}, {(0, 5), (10, 14), (25, 35)})
    assert [counts.f1(f"{kind}:cue") for kind in ("exact", "begin", "overlap")] == pytest.approx([1 / 3, 2 / 3, 1.0])


def test_triples_need_all_three_parts() -> None:
    gold = [Triple((0, 2), (3, 7), frozenset({(8, 20)})), Triple(None, (30, 35), frozenset({(36, 50)}))]
    near = Triple((0, 1), (3, 7), frozenset({(8, 15)}))
    wrong_source = Triple((21, 22), (30, 35), frozenset({(36, 50)}))
    counts = Counts()
    links(counts, [near, wrong_source], gold)
    assert counts.f1("exact:triple") == 0
    assert counts.f1("overlap:triple") == 0.5
    counts = Counts()
    links(counts, gold, gold)
    assert counts.f1("exact:triple") == counts.f1("overlap:triple") == 1


def test_items_are_scored_by_token(tmp_path: Path) -> None:
    tokens = ["Lima", "said", "``", "the", "wells", "are", "dry", "''", "."]
    labels = ["B-source", "B-cue", "B-content", *["I-content"] * 5, "O"]
    path = tmp_path / "items.jsonl"
    path.write_text(json.dumps({"tokens": tokens, "labels": labels}) + "\n")
    counts = items(path)
    assert counts.f1("exact:source") == counts.f1("exact:cue") == 1
    assert counts.f1("overlap:content") == 1
