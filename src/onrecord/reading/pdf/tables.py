"""Tables: rows of short or numeric entries that stand in columns."""

from __future__ import annotations

import re
import statistics
from collections.abc import Sequence

from onrecord.reading.pdf.chunks import Chunk
from onrecord.reading.pdf.lines import rows

__all__ = ["NUMERIC", "gutters", "table_in"]

NUMERIC = re.compile(r"[\d\s.,%$€£()+–-]+|n/?a|\.\.+|[–—-]")


def table_in(chunks: Sequence[Chunk]) -> list[Chunk]:
    """The chunks from the first row of short or numeric entries to the last, if the most of them are a table; else none."""
    found = rows(chunks)
    shared = [number for number, row in enumerate(found) if len(row) > 1]
    if len(shared) < 2:
        return []
    inner = found[shared[0] : shared[-1] + 1]
    if len(shared) < 0.5 * len(inner):
        return []
    inner += _rest_of_cells(inner[-1], found[shared[-1] + 1 :])
    cells = [chunk for row in inner if len(row) > 1 for chunk in row]
    numeric = sum(bool(NUMERIC.fullmatch(chunk.text)) for chunk in cells) / len(cells)
    words = statistics.median(len(chunk.text.split()) for chunk in cells)
    return [chunk for row in inner for chunk in row] if numeric >= 0.3 or words <= 3 else []


def gutters(chunks: Sequence[Chunk]) -> tuple[float, ...]:
    """The middles of the white strips that part the columns of a table."""
    middles: list[float] = []
    reach: float | None = None
    for chunk in sorted(chunks, key=lambda chunk: chunk.x0):
        if reach is not None and chunk.x0 - reach > 0.5 * chunk.size:
            middles.append((reach + chunk.x0) / 2)
        reach = max(chunk.x1, reach if reach is not None else chunk.x1)
    return tuple(middles)


def _rest_of_cells(last: Sequence[Chunk], below: Sequence[list[Chunk]]) -> list[list[Chunk]]:
    """The rows below the last full one that are further lines of its cells, the first column's excepted."""
    rest: list[list[Chunk]] = []
    base = last[0].base
    for row in below:
        starts = [chunk.x0 for chunk in last[1:]]
        in_cells = all(any(abs(chunk.x0 - start) < 0.3 * chunk.size for start in starts) for chunk in row)
        if not in_cells or base - row[0].base > 1.35 * row[0].size:
            break
        rest.append(row)
        base = row[0].base
    return rest
