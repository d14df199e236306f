"""A page as laid out: its lines in reading order, region by region."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from onrecord.document import Box
from onrecord.reading.pdf.chunks import Chunk, chunks
from onrecord.reading.pdf.columns import Region, regions
from onrecord.reading.pdf.glyphs import Glyph
from onrecord.reading.pdf.lines import Line, lines, rows
from onrecord.reading.pdf.turns import upright

__all__ = ["Column", "Page", "lay_out", "page_of"]


@dataclass(slots=True)
class Column:
    """Lines that are read one after the other. `table`: the lines of a table; then `cells` has one list of lines per cell."""

    lines: list[Line]
    cells: list[list[Line]] = field(default_factory=list)

    @property
    def table(self) -> bool:
        """Whether this is a table."""
        return bool(self.cells)


@dataclass(slots=True)
class Page:
    """The columns of a page in reading order. `bottom` and `top` bound the page in the upright frame of its text."""

    number: int
    columns: list[Column]
    turn: int = 0
    bottom: float = 0.0
    top: float = 0.0
    watermarks: list[Line] = field(default_factory=list)

    @property
    def lines(self) -> Iterator[Line]:
        """All lines outside tables."""
        return (line for column in self.columns for line in column.lines)


def lay_out(number: int, glyphs: Iterable[Glyph], frame: Box) -> Page:
    """The page that `glyphs` make; slanted text becomes watermarks."""
    by_turn: dict[int | None, list[Glyph]] = {}
    for glyph in glyphs:
        by_turn.setdefault(glyph.style.turn, []).append(glyph)
    slanted = by_turn.pop(None, [])
    page = page_of(number, {turn: chunks(found) for turn, found in by_turn.items() if turn is not None}, frame)
    page.watermarks = _watermarks(slanted)
    return page


def page_of(number: int, by_turn: Mapping[int, list[Chunk]], frame: Box) -> Page:
    """The page that chunks make: those in its main direction first, turned ones after them."""
    turns = sorted(by_turn, key=lambda turn: (-sum(len(chunk.text) for chunk in by_turn[turn]), turn))
    columns = [column for turn in turns for column in _columns(by_turn[turn], turn)]
    main = turns[0] if turns else 0
    edges = upright(frame, main)
    return Page(number, columns, main, edges.y0, edges.y1)


def _columns(found: list[Chunk], turn: int) -> list[Column]:
    return [_column(region, turn) for region in regions(found)]


def _column(region: Region, turn: int) -> Column:
    if not region.table:
        return Column(lines(region.chunks, turn))
    return Column([], [cell for row in _table_rows(region) for cell in _cells(row, region.gutters, turn)])


def _table_rows(region: Region) -> list[list[Chunk]]:
    """The rows of a table: a line with one entry alone goes on with the row above it where it stands close."""
    found: list[list[Chunk]] = []
    base = 0.0
    for row in rows(region.chunks):
        size = row[0].size
        if found and len(row) == 1 and base - row[0].base < 1.35 * size:
            found[-1] += row
        else:
            found.append(list(row))
        base = row[0].base
    return found


def _cells(row: list[Chunk], gutters: tuple[float, ...], turn: int) -> list[list[Line]]:
    places: dict[int, list[Chunk]] = {}
    for chunk in row:
        middle = (chunk.x0 + chunk.x1) / 2
        places.setdefault(sum(gutter < middle for gutter in gutters), []).append(chunk)
    return [lines(places[place], turn) for place in sorted(places)]


def _watermarks(slanted: list[Glyph]) -> list[Line]:
    if not slanted:
        return []
    text = "".join(glyph.char for glyph in slanted)
    edges = [(g.x0, g.y0, g.x1, g.y1) for g in slanted if g.char != " "]
    if not edges:
        return []
    x0, y0, x1, y1 = zip(*edges, strict=True)
    box = Box(min(x0), min(y0), max(x1), max(y1))
    return [Line(" ".join(text.split()), box, box.y0, slanted[0].style.size, bold=False)]
