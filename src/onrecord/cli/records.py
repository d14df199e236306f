"""Records from files that `onrecord read --json` wrote: one record per line, or one spread over many lines."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.cli.inputs import Named, is_address

if TYPE_CHECKING:
    from onrecord.record import Record

__all__ = ["is_stored", "load"]

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
    data = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    lines = [(number, line) for number, line in enumerate(data.split(b"\n"), 1) if line.strip()]
    if len(lines) > 1 and lines[0][1].rstrip().endswith(b"}"):
        for number, line in lines:
            yield _record(f"{path}, line {number}", line)
    else:
        yield _record(path, data)


def _record(name: str, data: bytes) -> tuple[str, Record]:
    from onrecord.errors import RecordError
    from onrecord.record import Record

    try:
        return name, Record.from_json(data)
    except RecordError as error:
        raise type(error)(f"{name}: {error}") from error
