"""Records from files that `onrecord read --json` wrote: one record per line, or one spread over many lines."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.record import Record

__all__ = ["load"]


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
