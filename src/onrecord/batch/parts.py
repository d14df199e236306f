"""Records in a folder, so many in each file, so that a reading that was cut off goes on where it ended.

The files are `000001.jsonl`, `000002.jsonl` …: one record a line, in the order of the inputs. Each is there whole or not at
all, and all of them together are what `onrecord read --json` would have printed. A process that is killed loses the records of
one file at most, one that is asked to end loses none.
"""

from __future__ import annotations

import os
import re
import sys
import weakref
from pathlib import Path

import msgspec

from onrecord import atomic
from onrecord.errors import RecordError
from onrecord.record import Engine, Record

if sys.platform != "win32":
    import fcntl

__all__ = ["Parts"]

_SIZE = 100
_NAME = re.compile(r"\d{6}\.jsonl")
_LEFT = re.compile(r"\.\d{6}\.jsonl\..*\.part")


class _Source(msgspec.Struct):
    uri: str | None


class _Document(msgspec.Struct):
    source: _Source


class _Head(msgspec.Struct):
    engine: Engine
    document: _Document


class Parts:
    """The records in `folder`, which is made where it is missing.

    Raises `RecordError` where another process is writing there, and where the folder holds records that another release or
    model made, or lines that are no records.
    """

    def __init__(self, folder: Path, *, made_by: Engine, size: int = _SIZE) -> None:
        self._folder = folder
        self._size = size
        self._made_by = made_by
        self._held: set[str | None] = set()
        self._open: list[bytes] = []
        self._unwritten = 0
        folder.mkdir(parents=True, exist_ok=True)
        self._lock()
        files = sorted(path for path in folder.iterdir() if _NAME.fullmatch(path.name))
        for path in files:
            self._take(path)
        last = int(files[-1].stem) if files else 0
        self._number = last if self._open else last + 1
        for path in folder.iterdir():
            if _LEFT.fullmatch(path.name):  # of a process that was killed
                path.unlink()

    def __len__(self) -> int:
        return len(self._held)

    def holds(self, path: Path) -> bool:
        """Whether the report at `path` has its record here."""
        return os.fsencode(path).decode(errors="backslashreplace") in self._held

    def add(self, record: Record) -> None:
        """Take a record, and write a file where that makes one full."""
        self._held.add(record.document.source.uri)
        self._open.append(record.to_json().encode() + b"\n")
        self._unwritten += 1
        if len(self._open) == self._size:
            self.close()
            self._number += 1
            self._open = []

    def close(self) -> None:
        """Write what is not written yet."""
        if self._unwritten:
            atomic.write(self._folder / f"{self._number:06}.jsonl", b"".join(self._open))
            self._unwritten = 0

    def _lock(self) -> None:
        """Keep other processes out as long as this object lives; where one is killed, no lock stays behind."""
        if sys.platform != "win32":
            folder = os.open(self._folder, os.O_RDONLY)
            weakref.finalize(self, os.close, folder)
            try:
                fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                message = f"another onrecord is writing to {self._folder}; let it end, or name another folder"
                raise RecordError(message) from error
            except OSError:
                return  # a file system without locks

    def _take(self, path: Path) -> None:
        """Note what a file holds; one that is not full is gone on with."""
        lines = path.read_bytes().splitlines(keepends=True)
        for line in lines:
            try:
                head = msgspec.json.decode(line, type=_Head)
            except msgspec.DecodeError as error:
                raise RecordError(f"{path} has a line that is no record: {error}") from error
            if head.engine != self._made_by:
                theirs, ours = (f"onrecord {one.version} with model {one.model}" for one in (head.engine, self._made_by))
                raise RecordError(f"{path} was made by {theirs}, and this is {ours}; name another folder")
            self._held.add(head.document.source.uri)
        self._open = lines if len(lines) < self._size else []
