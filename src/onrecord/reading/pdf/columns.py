"""Reading order: an XY-cut (Nagy and Seth, 1984) that looks for the gutters between columns first.

A page is cut where a strip of white, with text on both sides, runs down a *band* of it. A chunk that crosses the strip (a
heading over two columns, the full-width text above or below) ends the band, so one page may hold one, two and three
columns under each other. What a band parts is cut again, until no gutter is left. A band whose sides match line by line
with short or numeric entries is a table and stays together, to be read row by row.
"""

from __future__ import annotations

import bisect
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.reading.pdf.chunks import Chunk
from onrecord.reading.pdf.lines import rows
from onrecord.reading.pdf.markers import with_markers
from onrecord.reading.pdf.tables import NUMERIC, gutters, table_in

__all__ = ["Region", "regions"]

_STEP = 1.0  # points between places tried for a gutter
_DEEP = 12


@dataclass(slots=True)
class Region:
    """Chunks to be read together. `table`: row by row; `gutters`: the middles of the white between its columns."""

    chunks: list[Chunk]
    table: bool = False
    gutters: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class _Band:
    x: float
    top: float
    bottom: float
    left: list[Chunk]
    right: list[Chunk]


def regions(chunks: Sequence[Chunk]) -> list[Region]:
    """The regions of a page in reading order."""
    head, middle, foot = _without_margins(with_markers(chunks))
    return [Region(part) for part in (head,) if part] + list(_cut(middle, 0)) + [Region(part) for part in (foot,) if part]


def _without_margins(chunks: list[Chunk]) -> tuple[list[Chunk], list[Chunk], list[Chunk]]:
    """What stands at the head and foot of a page, set apart by white space and small type, and all between them.

    A running head reaches over the columns without crossing their gutter, so it would be read as part of them.
    """
    if len(chunks) < 3:
        return [], chunks, []
    usual = statistics.median(chunk.size for chunk in chunks)
    found = rows(chunks)
    head = next((n for n in (2, 1) if _apart(found[:n], found[n:], usual)), 0)
    foot = next((n for n in (2, 1) if _apart(found[len(found) - n :], found[head : len(found) - n], usual)), 0)
    end = len(found) - foot
    head_rows, middle, foot_rows = found[:head], found[head:end], found[end:]
    return _flat(head_rows), _flat(middle), _flat(foot_rows)


def _flat(found: Sequence[Sequence[Chunk]]) -> list[Chunk]:
    return [chunk for row in found for chunk in row]


def _apart(edge: Sequence[Sequence[Chunk]], rest: Sequence[Sequence[Chunk]], usual: float) -> bool:
    if len(rest) < 3:
        return False
    inner, others = _flat(edge), _flat(rest)
    above = min(chunk.y0 for chunk in inner) - max(chunk.y1 for chunk in others)
    below = min(chunk.y0 for chunk in others) - max(chunk.y1 for chunk in inner)
    small = all(chunk.size <= 0.93 * usual for chunk in inner)
    return max(above, below) > (0.5 if small else 1.2) * usual and (small or _spans_page(inner, others))


def _spans_page(edge: Sequence[Chunk], others: Sequence[Chunk]) -> bool:
    """Whether `edge` stands at the left and right edge of the text, or in its middle, as a running head does.

    The end of a paragraph at the top of a second column does not, and what stands at the left alone needs no care.
    """
    left, right = min(chunk.x0 for chunk in (*edge, *others)), max(chunk.x1 for chunk in (*edge, *others))
    if all(abs(chunk.x0 - left) < chunk.size for chunk in edge):
        return False
    return all(
        min(abs(chunk.x0 - left), abs(chunk.x1 - right), abs(chunk.x0 + chunk.x1 - left - right) / 2) < chunk.size
        for chunk in edge
    )


def _cut(chunks: Sequence[Chunk], depth: int) -> Iterator[Region]:
    band = _best_band(chunks) if depth < _DEEP else None
    if band is None:
        if chunks:
            yield Region(list(chunks))
        return
    table = table_in([*band.left, *band.right])
    inside = {id(chunk) for chunk in table or (*band.left, *band.right)}
    top = max(_middle(chunk) for chunk in table) if table else band.top
    rest = [chunk for chunk in chunks if id(chunk) not in inside]
    yield from _cut([chunk for chunk in rest if _middle(chunk) >= top], depth + 1)
    below = [chunk for chunk in rest if _middle(chunk) < top]
    if table:
        yield Region(table, table=True, gutters=gutters(table))
        yield from _cut(below, depth + 1)
        return
    main, inset = _inset(band)
    yield from _cut(main or band.left, depth + 1)
    if not inset:
        yield from _cut(band.right, depth + 1)
    yield from _cut(below, depth + 1)
    yield from _cut(inset, depth + 1)


def _inset(band: _Band) -> tuple[list[Chunk], list[Chunk]]:
    """The main side and the inset, where one side is narrower and set in another size; else nothing.

    The text around an inset goes on below it, so the inset is read last.
    """
    (left_width, left_size), (right_width, right_size) = (_measure(side) for side in (band.left, band.right))
    if abs(left_size - right_size) <= 0.08 * max(left_size, right_size):
        return [], []
    if right_width < 0.6 * left_width:
        return band.left, band.right
    if left_width < 0.6 * right_width:
        return band.right, band.left
    return [], []


def _measure(side: Sequence[Chunk]) -> tuple[float, float]:
    """Width and type size of a side."""
    width = max(chunk.x1 for chunk in side) - min(chunk.x0 for chunk in side)
    return width, statistics.median(chunk.size for chunk in side)


def _middle(chunk: Chunk) -> float:
    return (chunk.y0 + chunk.y1) / 2


def _best_band(chunks: Sequence[Chunk]) -> _Band | None:
    ordered = sorted(chunks, key=lambda chunk: -_middle(chunk))
    bands = [band for x in _candidates(chunks) for band in _bands(ordered, x)]
    return max(bands, key=lambda band: (round(band.top - band.bottom), -band.x), default=None)


def _candidates(chunks: Sequence[Chunk]) -> list[float]:
    """Places just left of where chunks begin, that have chunks on either side."""
    starts = sorted({round(chunk.x0 / _STEP) * _STEP - _STEP for chunk in chunks})
    ends, begins = sorted(chunk.x1 for chunk in chunks), sorted(chunk.x0 for chunk in chunks)
    return [x for x in starts if bisect.bisect_right(ends, x) >= 2 and bisect.bisect_left(begins, x) < len(begins)]


def _bands(ordered: Sequence[Chunk], x: float) -> Iterator[_Band]:
    """The stretches, from top to bottom, in which nothing crosses the vertical at `x` and which are columns."""
    left: list[Chunk] = []
    right: list[Chunk] = []
    for chunk in ordered:
        if chunk.x1 <= x:
            left.append(chunk)
        elif chunk.x0 >= x:
            right.append(chunk)
        else:
            yield from _band(x, left, right)
            left, right = [], []
    yield from _band(x, left, right)


def _band(x: float, left: list[Chunk], right: list[Chunk]) -> Iterator[_Band]:
    """The band, without a head that stands over its right side alone, if it parts columns."""
    if len(left) < 2 or not right:
        return
    right = _without_head(left, right)
    white = min(c.x0 for c in right) - max(c.x1 for c in left)
    size = statistics.median(chunk.size for chunk in (*left, *right))
    if white < 0.6 * size or not (_both_long(left, right, white / size) or _left_is_column(left, right)):
        return
    if _is_label_column(left, right):
        return
    yield _Band(x, max(_middle(c) for c in (*left, *right)), min(_middle(c) for c in (*left, *right)), left, right)


def _both_long(left: Sequence[Chunk], right: Sequence[Chunk], white: float) -> bool:
    """Whether both sides have lines enough beside each other, the more the narrower the white between them (in type sizes)."""
    upper = min(max(_middle(c) for c in left), max(_middle(c) for c in right))
    lower = max(min(_middle(c) for c in left), min(_middle(c) for c in right))
    both = min(len(_heights(side, upper, lower)) for side in (left, right))
    return both >= (2 if white >= 2.5 else 3 if white >= 1.2 else 4) and _aligned(right)


def _left_is_column(left: Sequence[Chunk], right: Sequence[Chunk]) -> bool:
    """Whether `left` is a column of prose in its own right, so that even a line or two beside it are the next column.

    So it is where it is long, and no line of `right` goes on from a line of it that ends early.
    """
    if len(_heights(left, float("inf"), float("-inf"))) < 8 or statistics.median(len(c.text.split()) for c in left) < 4:
        return False
    edge = max(chunk.x1 for chunk in left)
    beside = [a for a in left if any(abs(a.base - b.base) < 0.2 * b.size for b in right)]
    return all(edge - chunk.x1 < 0.25 * (chunk.x1 - chunk.x0) for chunk in beside)


def _without_head(left: Sequence[Chunk], right: Sequence[Chunk]) -> list[Chunk]:
    """`right` without what stands above the top of `left` and apart from the rest, such as a date in the corner."""
    top = max(chunk.y1 for chunk in left)
    above = [chunk for chunk in right if chunk.y0 > top]
    rest = [chunk for chunk in right if chunk.y0 <= top]
    if not above or not rest:
        return list(right)
    space = min(chunk.y0 for chunk in above) - max(chunk.y1 for chunk in rest)
    return rest if space > 1.5 * rest[0].size else list(right)


def _aligned(side: Sequence[Chunk]) -> bool:
    """Whether the lines of a side start at one edge, or at that and an indent, as a column's do and a river's do not.

    Figures of a table may share their right edge or their middle instead.
    """
    lines = rows(side)
    size = statistics.median(chunk.size for chunk in side)
    starts = [row[0].x0 for row in lines]
    edge, shared = _commonest(starts, 0.3 * size)
    second = _commonest([x for x in starts if abs(x - edge) >= 0.3 * size and x > edge - 3 * size], 0.3 * size)[1]
    if shared + second >= 0.75 * len(starts) and shared >= 2:
        return True
    if sum(bool(NUMERIC.fullmatch(chunk.text)) for chunk in side) < 0.5 * len(side):
        return False
    ends, middles = [row[-1].x1 for row in lines], [(row[0].x0 + row[-1].x1) / 2 for row in lines]
    return max(_commonest(ends, 0.3 * size)[1], _commonest(middles, 0.3 * size)[1]) >= 0.75 * len(starts)


def _commonest(values: Sequence[float], reach: float) -> tuple[float, int]:
    """The value that has the most others within `reach`, and how many (itself among them)."""
    counts = [(sum(abs(other - value) < reach for other in values), -value) for value in values]
    count, value = max(counts, default=(0, 0.0))
    return -value, count


def _heights(chunks: Sequence[Chunk], upper: float, lower: float) -> set[int]:
    """The distinct baselines of the chunks between two heights."""
    return {
        round(chunk.base / (0.4 * chunk.size)) for chunk in chunks if lower - chunk.size <= _middle(chunk) <= upper + chunk.size
    }


def _is_label_column(left: Sequence[Chunk], right: Sequence[Chunk]) -> bool:
    """Whether `left` only names what stands beside it ("MODERATOR:"), so that each name belongs before its words."""
    if not all(any(abs(a.base - b.base) < 0.2 * b.size for b in right) for a in left):
        return False
    named = sum(chunk.text.endswith(":") for chunk in left) > 0.6 * len(left)
    length = statistics.mean(len(chunk.text) for chunk in left)
    return named or (len(left) <= 0.6 * len(right) and length < 0.4 * statistics.mean(len(chunk.text) for chunk in right))
