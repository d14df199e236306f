"""Records from files that `onrecord read --json` wrote: one record per line, or one spread over many lines."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.cli.inputs import Named, is_address

if TYPE_CHECKING:
    from onrecord.errors import ReadError
    from onrecord.record import Record

__all__ = ["is_stored", "load", "sound"]

_RECORDS = {".json", ".jsonl"}
_BEGINS = re.compile(rb'\s*\{\s*"schema"\s*:\s*"onrecord/record/')


def is_stored(named: Named) -> bool:
    """Whether an input is a file of records, by its name; in a folder, which may hold other JSON, by how it begins too."""
    path = Path(named.name)
    if named.trouble is not None or path.suffix.casefold() not in _RECORDS or is_address(named.name):
        return False
    if not named.found:
        return True
    try:
        with path.open("rb") as file:
            return _BEGINS.match(file.read(1_000)) is not None
    except OSError:
        return False


def load(path: str) -> Iterator[tuple[str, Record]]:
    """Each record of a file (`-` for standard input) with a name for messages: the path, and the line where there are several.

    Raises `RecordError` for what is no record, `OSError` for what cannot be read.
    """
    for name, data in _lines(path):
        yield name, _record(name, data)


def sound(path: str) -> Iterator[tuple[str, Record | ReadError]]:
    """Each record of a file that holds, with the report that it is of; in the place of another, why it cannot be used."""
    from onrecord.errors import ReadError, RecordError

    try:
        lines = _lines(path)
    except OSError as error:
        yield path, ReadError(path, f"cannot be opened: {error.strerror}")
        return
    for name, data in lines:
        try:
            record = _record(name, data)
        except RecordError as error:
            yield name, ReadError(name, str(error.__cause__))
            continue
        faults = record.verify()
        yield (name, ReadError(name, "; ".join(faults))) if faults else (record.document.source.uri or name, record)


def _lines(path: str) -> list[tuple[str, bytes]]:
    data = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    lines = [(f"{path}, line {number}", line) for number, line in enumerate(data.split(b"\n"), 1) if line.strip()]
    return lines if len(lines) > 1 and lines[0][1].rstrip().endswith(b"}") else [(path, data)]


def _record(name: str, data: bytes) -> Record:
    from onrecord.errors import RecordError
    from onrecord.record import Record

    try:
        return Record.from_json(data)
    except RecordError as error:
        raise type(error)(f"{name}: {error}") from error
