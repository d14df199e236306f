"""Reading order: an XY-cut (Nagy and Seth, 1984) that looks for the gutters between columns first.

A page is cut where a strip of white, with text on both sides, runs down a *band* of it. A chunk that crosses the strip (a
heading over two columns, the full-width text above or below) ends the band, so one page may hold one, two and three
columns under each other. What a band parts is cut again, until no gutter is left. A band whose sides match line by line
with short or numeric entries is a table and stays together, to be read row by row.
"""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.reading.pdf.chunks import Chunk
from onrecord.reading.pdf.lines import rows

__all__ = ["Region", "regions"]

_STEP = 1.0  # points between places tried for a gutter
_DEEP = 12
_MARKER = re.compile(
    r"[•‣▪●○■□◦·∙*–—\-\uf0b7\uf0a7\uf0d8\u2713\u27a2]|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]|\d{1,3}|[⁰¹²³⁴-⁹]+|[*†‡§]{1,3}"
)
_NUMERIC = re.compile(r"[\d\s.,%$€£()+–-]+|n/?a|\.\.+|[–—-]")


@dataclass(slots=True)
class Region:
    """Chunks to be read together. `table`: row by row, each chunk a cell (then `gutters` are the middles of its white strips)."""

    chunks: list[Chunk]
    table: bool = False
    gutters: tuple[float, ...] = ()
    aside: bool = False


@dataclass(frozen=True, slots=True)
class _Band:
    x: float
    top: float
    bottom: float
    left: list[Chunk]
    right: list[Chunk]


def regions(chunks: Sequence[Chunk]) -> list[Region]:
    """The regions of a page in reading order."""
    return list(_cut(_with_markers(chunks), 0))


def _cut(chunks: Sequence[Chunk], depth: int) -> Iterator[Region]:
    band = _best_band(chunks) if depth < _DEEP else None
    if band is None:
        if chunks:
            yield Region(list(chunks))
        return
    inside = {id(chunk) for chunk in (*band.left, *band.right)}
    rest = [chunk for chunk in chunks if id(chunk) not in inside]
    yield from _cut([chunk for chunk in rest if _middle(chunk) >= band.top], depth + 1)
    if _is_table(band):
        yield Region([*band.left, *band.right], table=True, gutters=_gutters([*band.left, *band.right]))
    else:
        yield from _cut(band.left, depth + 1)
        yield from _cut(band.right, depth + 1)
    yield from _cut([chunk for chunk in rest if _middle(chunk) < band.top], depth + 1)


def _middle(chunk: Chunk) -> float:
    return (chunk.y0 + chunk.y1) / 2


def _with_markers(chunks: Sequence[Chunk]) -> list[Chunk]:
    """Join a bullet or number with the words that it stands before, however wide the space between."""
    taken: set[int] = set()
    joined = list(chunks)
    for mark in chunks:
        if not _MARKER.fullmatch(mark.text):
            continue
        after = [c for c in joined if c is not mark and c.x0 >= mark.x1 - 1 and abs(c.base - mark.base) < 0.35 * max(c.size, mark.size)]
        host = min(after, key=lambda chunk: chunk.x0, default=None)
        before = any(c for c in joined if c is not mark and c.x1 <= mark.x0 + 1 and abs(c.base - mark.base) < 0.2 * c.size)
        if host is None or before or host.x0 - mark.x1 > 4 * host.size or _MARKER.fullmatch(host.text):
            continue
        if _NUMERIC.fullmatch(host.text):
            continue
        joined[joined.index(host)] = Chunk(
            f"{mark.text} {host.text}", mark.x0, host.y0, host.x1, host.y1, host.base, host.size, host.bold, mark.spaced
        )
        taken.add(id(mark))
    return [chunk for chunk in joined if id(chunk) not in taken]


def _best_band(chunks: Sequence[Chunk]) -> _Band | None:
    bands = [band for x in _candidates(chunks) for band in _bands(chunks, x)]
    return max(bands, key=lambda band: (round(band.top - band.bottom), -band.x), default=None)


def _candidates(chunks: Sequence[Chunk]) -> list[float]:
    """Places just right of where chunks end, at which at least two chunks lie on either side."""
    ends = sorted({round(chunk.x1 / _STEP) * _STEP + _STEP for chunk in chunks})
    return [x for x in ends if sum(c.x1 <= x for c in chunks) >= 2 and sum(c.x0 >= x for c in chunks) >= 2]


def _bands(chunks: Sequence[Chunk], x: float) -> Iterator[_Band]:
    """The stretches, from top to bottom, in which nothing crosses the vertical at `x` and which are columns."""
    left: list[Chunk] = []
    right: list[Chunk] = []
    top = float("inf")
    for chunk in sorted(chunks, key=lambda chunk: -_middle(chunk)):
        if chunk.x1 <= x:
            left.append(chunk)
        elif chunk.x0 >= x:
            right.append(chunk)
        else:
            yield from _band(x, top, left, right)
            left, right, top = [], [], _middle(chunk)
    yield from _band(x, top, left, right)


def _band(x: float, top: float, left: list[Chunk], right: list[Chunk]) -> Iterator[_Band]:
    """The band, without what stands above and below the part where both sides have text, if it parts columns."""
    if len(left) < 2 or len(right) < 2:
        return
    right = _without_head(left, right)
    upper = min(max(_middle(c) for c in left), max(_middle(c) for c in right))
    lower = max(min(_middle(c) for c in left), min(_middle(c) for c in right))
    size = statistics.median(chunk.size for chunk in (*left, *right))
    white = min(c.x0 for c in right) - max(c.x1 for c in left)
    both = min(len(_heights(side, upper + size, lower - size)) for side in (left, right))
    if both < 2 or (both < 4 and white < 1.2 * size) or white < 0.6 * size or _is_label_column(left, right):
        return
    yield _Band(x, max(_middle(c) for c in (*left, *right)), min(_middle(c) for c in (*left, *right)), left, right)


def _without_head(left: Sequence[Chunk], right: Sequence[Chunk]) -> list[Chunk]:
    """`right` without what stands above the top of `left` and apart from the rest, such as a date in the corner."""
    top = max(chunk.y1 for chunk in left)
    above = [chunk for chunk in right if chunk.y0 > top]
    rest = [chunk for chunk in right if chunk.y0 <= top]
    if not above or not rest:
        return list(right)
    space = min(chunk.y0 for chunk in above) - max(chunk.y1 for chunk in rest)
    return rest if space > 1.5 * rest[0].size else list(right)


def _heights(chunks: Sequence[Chunk], upper: float, lower: float) -> set[int]:
    """The distinct baselines of the chunks between two heights."""
    return {round(chunk.base / (0.4 * chunk.size)) for chunk in chunks if lower <= _middle(chunk) <= upper}


def _is_label_column(left: Sequence[Chunk], right: Sequence[Chunk]) -> bool:
    """Whether `left` only names what stands beside it ("MODERATOR:"), so that each name belongs before its words."""
    if len(left) > 0.6 * len(right):
        return False
    beside = sum(any(abs(a.base - b.base) < 0.2 * b.size for b in right) for a in left)
    words = statistics.mean(len(chunk.text) for chunk in left)
    return beside == len(left) and words < 0.4 * statistics.mean(len(chunk.text) for chunk in right)


def _is_table(band: _Band) -> bool:
    """Whether the band's chunks stand in rows of short or numeric entries."""
    chunks = [*band.left, *band.right]
    found = rows(chunks)
    shared = [row for row in found if len(row) > 1]
    if len(shared) < 2 or len(shared) < 0.5 * len(found):
        return False
    cells = [chunk for row in shared for chunk in row]
    numeric = sum(bool(_NUMERIC.fullmatch(chunk.text)) for chunk in cells) / len(cells)
    words = statistics.median(len(chunk.text.split()) for chunk in cells)
    return numeric >= 0.3 or words <= 3


def _gutters(chunks: Sequence[Chunk]) -> tuple[float, ...]:
    """The middles of the white strips that part the columns of a table."""
    middles: list[float] = []
    reach: float | None = None
    for chunk in sorted(chunks, key=lambda chunk: chunk.x0):
        if reach is not None and chunk.x0 - reach > 0.5 * chunk.size:
            middles.append((reach + chunk.x0) / 2)
        reach = max(chunk.x1, reach if reach is not None else chunk.x1)
    return tuple(middles)
