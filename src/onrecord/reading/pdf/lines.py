"""From chunks to lines of text.

A raised figure is written as the superscript digit that Unicode has for it: a note's mark stays apart from the word it
stands at ("the ambulance.¹"), and a power stays a power ("10⁶", "km²"). Raised letters ("19th") stay letters.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.document import Box
from onrecord.reading.pdf.chunks import GAP, Chunk
from onrecord.reading.pdf.turns import back

__all__ = ["Line", "lines", "printed", "rows"]

_RAISED = re.compile(r"[0-9]+(?:[,–-][0-9]+)*|[-+−][0-9]+")
_SUPERSCRIPTS = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
_SPACE = 0.17  # of the type size, as between the letters of a chunk


@dataclass(slots=True)
class Line:
    """One line of text; its box is in the upright frame of its `turn` (quarter turns, counter-clockwise).

    `stops` are places inside the line where words begin after a wide space; `initial`: it opens with a letter that reaches
    over several lines.
    """

    text: str
    box: Box
    base: float
    size: float
    bold: bool
    turn: int = 0
    stops: tuple[float, ...] = ()
    initial: bool = False

    @property
    def on_page(self) -> Box:
        """Its box as PDF counts."""
        return back(self.box, self.turn)


def lines(chunks: Iterable[Chunk], turn: int) -> list[Line]:
    """The lines that `chunks` of one column make, from top to bottom."""
    made = [_line(row, turn) for row in rows(chunks)]
    return [line for line in made if line.text]


def rows(chunks: Iterable[Chunk]) -> list[list[Chunk]]:
    """Chunks that share a baseline, top to bottom, each row from left to right; raised and lowered marks go with their word."""
    found: list[list[Chunk]] = []
    ordered = sorted(chunks, key=lambda chunk: (-chunk.base, chunk.x0))
    for chunk in ordered:
        row = next((row for row in found[-4:] if abs(row[0].base - chunk.base) <= 0.2 * min(row[0].size, chunk.size)), None)
        if row is not None:
            row.append(chunk)
        else:
            found.append([chunk])
    kept: list[list[Chunk]] = []
    for number, row in enumerate(found):
        host = _host(row, found[max(0, number - 2) : number] + found[number + 1 : number + 3])
        if host is None:
            kept.append(row)
        else:
            host.extend(row)
    for row in kept:
        row.sort(key=lambda chunk: chunk.x0)
    return kept


def _host(row: Sequence[Chunk], others: Iterable[list[Chunk]]) -> list[Chunk] | None:
    """The neighbouring row that a row of raised, lowered or initial characters belongs to."""
    for other in others:
        main = max(other, key=lambda chunk: chunk.x1 - chunk.x0)
        if all(_is_mark(chunk, main) and _touches(chunk, other) for chunk in row):
            return other
    return None


def _is_mark(chunk: Chunk, main: Chunk) -> bool:
    if len(chunk.text) > 12:
        return False
    rise = (chunk.base - main.base) / main.size
    if chunk.size <= 0.85 * main.size:
        return -0.6 < rise < 0.75
    # An initial over two or three lines: its top is level with the first line's.
    return _is_initial(chunk, main) and abs(chunk.y1 - main.y1) < main.size


def _touches(chunk: Chunk, others: Iterable[Chunk]) -> bool:
    """Whether it stands beside one of `others`, not above or below."""
    return any(-0.3 < _gap(other, chunk) / max(other.size, chunk.size) < 0.6 for other in others)


def _line(row: Sequence[Chunk], turn: int) -> Line:
    main = max(row, key=lambda chunk: (len(chunk.text), -chunk.x0))
    text = ""
    last: Chunk | None = None
    for chunk in _reading_order(row):
        words = printed(chunk, main)
        if last is not None and _is_apart(last, chunk, main):
            text += " "
        text += words
        last = chunk
    letters = sum(len(chunk.text) for chunk in row)
    bold = 2 * sum(len(chunk.text) for chunk in row if chunk.bold) > letters
    box = Box(row[0].x0, min(main.y0, main.base), max(chunk.x1 for chunk in row), main.y1)
    stops = [stop for chunk in row for stop in chunk.stops]
    stops += [b.x0 for a, b in itertools.pairwise(row) if _gap(a, b) > GAP * main.size]
    return Line(text.strip(), box, main.base, main.size, bold, turn, tuple(stops), _is_initial(row[0], main))


def _is_apart(last: Chunk, chunk: Chunk, main: Chunk) -> bool:
    """Whether a space belongs between two neighbours; none after an initial, whose own size is the measure."""
    size = last.size if _is_initial(last, main) else min(last.size, chunk.size)
    return (chunk.spaced and not _is_initial(last, main)) or _gap(last, chunk) > _SPACE * size


def _is_initial(chunk: Chunk, main: Chunk) -> bool:
    """Whether it is a large letter that opens a paragraph and reaches over several lines."""
    return len(chunk.text) <= 2 and chunk.size >= 1.7 * main.size


def _gap(a: Chunk, b: Chunk) -> float:
    return max(b.x0 - a.x1, a.x0 - b.x1)


def printed(chunk: Chunk, main: Chunk) -> str:
    """The words of a chunk on the line of `main`; a raised figure in superscript digits."""
    raised = chunk.size <= 0.85 * main.size and chunk.base - main.base > 0.12 * main.size
    return chunk.text.translate(_SUPERSCRIPTS) if raised and _RAISED.fullmatch(chunk.text) else chunk.text


def _reading_order(row: Sequence[Chunk]) -> list[Chunk]:
    """Left to right, but stretches of right-to-left chunks the other way round; all the other way round where they prevail."""
    leftward = sum(len(chunk.text) for chunk in row if chunk.right_to_left)
    if 2 * leftward > sum(len(chunk.text) for chunk in row):
        return _stretches(list(row)[::-1], right_to_left=False)
    return _stretches(row, right_to_left=True)


def _stretches(row: Sequence[Chunk], *, right_to_left: bool) -> list[Chunk]:
    ordered: list[Chunk] = []
    stretch: list[Chunk] = []
    for chunk in row:
        if chunk.right_to_left == right_to_left:
            stretch.insert(0, chunk)
        else:
            ordered += [*stretch, chunk]
            stretch = []
    return ordered + stretch
