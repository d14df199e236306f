"""Brat files as PolNeAR's annotators left them."""

from __future__ import annotations

from pathlib import Path

import pytest

from training.errors import TrainingError
from training.polnear import read_annotation, read_documents


def written(folder: Path, annotation: str) -> Path:
    path = folder / "paper_2019-01-01_a-title_0a1b.ann"
    path.write_text(annotation, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("annotation", "expected"),
    [
        ("T1\tSource 0 2\tHe\nT2\tCue 3 7\tsaid\nE1\tSource:T1 Cue:T2\n", [(0, 0, 2, 0), (1, 3, 7, 0)]),
        ("E1\tAttribution:T2 Cue:T1\nT1\tCue 3 7\tsaid\nT2\tAttribution 3 7\tsaid\n", [(1, 3, 7, 0)]),
        ("E1\tContent:T1\nT1\tContent 5 9;20 31\tfour and more\n", [(2, 5, 9, 0), (2, 20, 31, 0)]),
        ("T1\tContent 0 9\twords with\nTurned lines\nE1\tContent:T1 Cue:T9\n", [(2, 0, 9, 0)]),
        ("T1\tCue 0 4\tsaid\nE1\tCue:T1\nE2\tCue2:T1\n#1\tNote\n", [(1, 0, 4, 0), (1, 0, 4, 1)]),
        ("", []),
    ],
)
def test_spans_of_one_attribution_share_the_event(tmp_path: Path, annotation: str, expected: list[tuple[int, ...]]) -> None:
    assert list(read_annotation(written(tmp_path, annotation))) == expected


def test_a_damaged_line_is_named(tmp_path: Path) -> None:
    with pytest.raises(TrainingError, match="line 2: not a brat annotation"):
        read_annotation(written(tmp_path, "T1\tCue 0 4\tsaid\nT2\tCue 0 x\tsaid\n"))


def test_documents_come_with_all_their_readings_and_exact_line_ends(tmp_path: Path) -> None:
    for name in ("text", "attributions"):
        (tmp_path / name).mkdir()
    (tmp_path / "text" / "a.txt").write_bytes(b"He said\r\nso.")
    for reader, end in (("0a1b", 2), ("ffff", 7)):
        (tmp_path / "attributions" / f"a_{reader}.ann").write_text(f"T1\tSource 0 {end}\tx\nE1\tSource:T1\n")
    (document,) = read_documents(tmp_path)
    assert document.text == "He said\r\nso."
    assert document.readings == (((0, 0, 2, 0),), ((0, 0, 7, 0),))


def test_a_folder_without_annotation_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TrainingError, match="no attributions"):
        next(read_documents(tmp_path))
