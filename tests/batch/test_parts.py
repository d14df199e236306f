"""Records in a folder: whole files, gone on with where an earlier process ended."""

from __future__ import annotations

import sys
from pathlib import Path

import msgspec
import pytest
from specimen import specimen

from onrecord.batch.parts import Parts
from onrecord.errors import RecordError
from onrecord.record import Record

MADE_BY = specimen().engine


def record(name: str) -> Record:
    """The specimen as if it were read from a file of that name."""
    made = specimen()
    source = msgspec.structs.replace(made.document.source, uri=name)
    return msgspec.structs.replace(made, document=msgspec.structs.replace(made.document, source=source))


def write(folder: Path, names: str, *, closed: bool = True) -> None:
    """Add a record for each letter, two to a file; where not `closed`, as a process does that is killed."""
    parts = Parts(folder, made_by=MADE_BY, size=2)
    for name in names:
        if not parts.holds(Path(name)):
            parts.add(record(name))
    if closed:
        parts.close()


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize("stop", range(6))
@pytest.mark.parametrize("closed", [True, False])
def test_cut_off_anywhere_and_gone_on_with_the_files_are_the_same(tmp_path: Path, stop: int, closed: bool) -> None:
    write(tmp_path / "whole", "abcde")
    write(tmp_path / "cut", "abcde"[:stop], closed=closed)
    write(tmp_path / "cut", "abcde")
    assert files(tmp_path / "cut") == files(tmp_path / "whole")
    assert [len(data.splitlines()) for data in files(tmp_path / "whole").values()] in ([2, 2, 1], [2, 1, 2], [1, 2, 2])


def test_what_was_written_is_held_and_what_was_not_is_not(tmp_path: Path) -> None:
    write(tmp_path, "abc", closed=False)
    parts = Parts(tmp_path, made_by=MADE_BY, size=2)
    assert [parts.holds(Path(name)) for name in "abc"] == [True, True, False]
    assert len(parts) == 2


def test_what_a_killed_process_left_half_written_is_removed(tmp_path: Path) -> None:
    write(tmp_path, "ab")
    (tmp_path / ".000002.jsonl.x7k_2a.part").write_bytes(b'{"schema":')
    (tmp_path / "notes.txt").write_text("the user's own")
    Parts(tmp_path, made_by=MADE_BY)
    assert sorted(files(tmp_path)) == ["000001.jsonl", "notes.txt"]


def test_a_file_that_was_taken_away_is_not_written_over_another(tmp_path: Path) -> None:
    write(tmp_path, "abcd")
    (tmp_path / "000001.jsonl").unlink()
    before = files(tmp_path)
    write(tmp_path, "abcd")
    assert before.items() <= files(tmp_path).items()
    assert len(b"".join(files(tmp_path).values()).splitlines()) == 4


def test_records_of_another_release_are_not_mixed_in(tmp_path: Path) -> None:
    write(tmp_path, "ab")
    with pytest.raises(RecordError, match=r"was made by onrecord .* and this is onrecord 9\.9 .*; name another folder"):
        Parts(tmp_path, made_by=msgspec.structs.replace(MADE_BY, version="9.9"))


def test_a_line_that_is_no_record_is_named(tmp_path: Path) -> None:
    (tmp_path / "000001.jsonl").write_text("words\n")
    with pytest.raises(RecordError, match=r"000001\.jsonl has a line that is no record"):
        Parts(tmp_path, made_by=MADE_BY)


@pytest.mark.skipif(sys.platform == "win32", reason="no such locks there")
def test_two_at_once_do_not_write_over_each_other(tmp_path: Path) -> None:
    first = Parts(tmp_path, made_by=MADE_BY)
    with pytest.raises(RecordError, match="another onrecord is writing to"):
        Parts(tmp_path, made_by=MADE_BY)
    del first
    assert len(Parts(tmp_path, made_by=MADE_BY)) == 0
