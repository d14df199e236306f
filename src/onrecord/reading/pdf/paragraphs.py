"""From the lines of a column to its paragraphs."""

from __future__ import annotations

import itertools
import math
import re
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from onrecord.document import BlockKind
from onrecord.reading.pdf.lines import Line

__all__ = ["BULLET", "ENDED", "Paragraph", "leading", "paragraphs", "would_fit"]

BULLET = re.compile(r"[•‣▪●○■□◦·∙\uf0b7\uf0a7\uf0d8\u2713\u27a2]\s*\S|[*–—-]\s+\S")
NUMBERED = re.compile(r"\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]\s+\S")
ENDED = re.compile(r"[.!?:;…][\"'”’»)\]]*[⁰¹²³⁴-⁹*†‡]*$|[”»][⁰¹²³⁴-⁹]*$")
_INDENT = 0.6  # of the type size


@dataclass(slots=True)
class Paragraph:
    """Lines that make one block. `indented`: its first line stands in; `right`: the column's right edge, null where too few
    lines show it.
    """

    lines: list[Line]
    page: int
    kind: BlockKind = "paragraph"
    level: int | None = None
    indented: bool = False
    right: float | None = None
    continues: bool = False
    column: int = 0

    @property
    def text(self) -> str:
        """Its lines, one line feed between them."""
        return "\n".join(line.text for line in self.lines)

    @property
    def left(self) -> float:
        """Where its lines begin, the first excepted if it has more."""
        return min(line.box.x0 for line in self.lines[1:] or self.lines)

    @property
    def room(self) -> float:
        """What is left of the column's width behind its last line, in points."""
        return math.inf if self.right is None else self.right - self.lines[-1].box.x1

    @property
    def full(self) -> bool:
        """Whether its last line reaches the column's edge, or nearly."""
        return self.room < 3 * self.lines[-1].size

    @property
    def size(self) -> float:
        """The type size of its longest line."""
        return max(self.lines, key=lambda line: len(line.text)).size


class _Edges(NamedTuple):
    """The edges of a column. `hanging`: its paragraphs stand out at their first line, rather than in."""

    left: float
    right: float
    hanging: bool = False

    def stands_in(self, line: Line) -> bool:
        """Whether a line begins well inside the left edge."""
        return line.box.x0 - self.left > _INDENT * line.size


def leading(lines: Sequence[Line]) -> list[float]:
    """Distances between successive baselines, in type sizes, of lines of one size that stand close."""
    ratios = [(a.base - b.base) / a.size for a, b in itertools.pairwise(lines) if _same_size(a, b)]
    return [ratio for ratio in ratios if 0.8 < ratio < 2.2]


def paragraphs(lines: Sequence[Line], *, page: int, usual: float, column: int = 0) -> list[Paragraph]:
    """The paragraphs of a column. `usual` is the document's usual leading in type sizes."""
    if not lines:
        return []
    near = leading(lines)
    if len(near) >= 4:
        usual = min(usual, statistics.quantiles(near, n=5)[0]) if min(near) < usual else statistics.quantiles(near, n=5)[0]
    edges = _edges(lines)
    # One or two lines alone, such as a running head, do not show where a column's edge is.
    wide = len(lines) > 2
    made: list[Paragraph] = []
    for group in _groups(lines, usual):
        made += _split(group, _own_edges(group, edges), page, column)
    for paragraph in made:
        paragraph.right = paragraph.right if wide else None
    return made


def _groups(lines: Sequence[Line], usual: float) -> list[list[Line]]:
    """Cut where white space, type size or weight say so."""
    groups = [[lines[0]]]
    for a, b in itertools.pairwise(lines):
        distance = (a.base - b.base) / max(a.size, b.size)
        if distance > 1.22 * usual or distance < -0.5 or not _same_size(a, b) or a.bold != b.bold:
            groups.append([])
        groups[-1].append(b)
    return groups


def _same_size(a: Line, b: Line) -> bool:
    return abs(a.size - b.size) <= 0.08 * max(a.size, b.size) and a.turn == b.turn


def _edges(lines: Sequence[Line]) -> _Edges:
    edges = _Edges(min(line.box.x0 for line in lines), max(line.box.x1 for line in lines))
    out = [line for line in lines if not edges.stands_in(line)]
    marked = sum(_is_marked(line) for line in out)
    return edges._replace(hanging=2 * len(out) <= len(lines) or 2 * marked > len(out))


def _own_edges(group: Sequence[Line], edges: _Edges) -> _Edges:
    """Text that stands in on both sides (a block quotation) has edges of its own."""
    if len(group) > 2 and min(line.box.x0 for line in group) - edges.left > group[0].size:
        return _edges(group)
    return edges


def _split(group: Sequence[Line], edges: _Edges, page: int, column: int) -> list[Paragraph]:
    """Cut a group where indents, markers and short lines say so."""
    parts = [[group[0]]]
    for number, line in enumerate(group[1:], 1):
        after = group[number + 1] if number + 1 < len(group) else None
        if _begins(parts[-1], line, after, edges):
            parts.append([])
        parts[-1].append(line)
    return [
        Paragraph(
            part,
            page,
            indented=edges.stands_in(part[0]),
            right=edges.right,
            column=column,
        )
        for part in parts
    ]


def _begins(before: Sequence[Line], line: Line, after: Line | None, edges: _Edges) -> bool:
    """Whether `line` begins a paragraph after the lines `before`."""
    last = before[-1]
    if _centred(last, line, edges):
        return False
    fits = would_fit(line, edges.right - last.box.x1)
    ended = bool(ENDED.search(last.text))
    if BULLET.match(line.text) and line.text[0] not in "–—-*":
        return True
    if _is_marked(line) and (fits or ended):
        return True
    if fits and (ended or not line.text[0].islower()):
        return True
    if any(abs(line.box.x0 - stop) < 0.3 * line.size for stop in before[0].stops):
        return False
    return _indent_begins(before, line, after, edges)


def _indent_begins(before: Sequence[Line], line: Line, after: Line | None, edges: _Edges) -> bool:
    last, step = before[-1], _INDENT * line.size
    if before[0].initial:
        return False
    if line.box.x0 < last.box.x0 - step:
        return len(before) > 1
    if edges.hanging:
        return line.box.x0 > last.box.x0 + step and len(before) > 1
    if not edges.stands_in(line):
        return False
    if line.box.x0 > last.box.x0 + step:
        hanging = after is not None and abs(after.box.x0 - line.box.x0) < step
        return len(before) > 1 or not (hanging and _is_marked(last))
    # After a line that stands in, one that does begins a paragraph, unless both end early too: a quotation set in.
    return len(before) == 1 and after is not None and max(last.box.x1, line.box.x1) > edges.right - 0.8 * line.size


def _is_marked(line: Line) -> bool:
    return bool(BULLET.match(line.text) or NUMBERED.match(line.text))


def would_fit(line: Line, room: float) -> bool:
    """Whether the first word of `line` had room at the end of the line before: then that was broken on purpose."""
    word = line.text.split()[0]
    width = (len(word) + 1.5) * (line.box.x1 - line.box.x0) / len(line.text)
    return width + 0.3 * line.size < room


def _centred(a: Line, b: Line, edges: _Edges) -> bool:
    """Whether two lines are set to the middle of the column, one of them well inside its edges."""
    if max(a.box.x0, b.box.x0) - edges.left < 2.5 * a.size:
        return False
    middles = [(line.box.x0 + line.box.x1) / 2 for line in (a, b)]
    middle = (edges.left + edges.right) / 2
    return all(abs(place - middle) < 0.5 * a.size for place in middles) and abs(middles[0] - middles[1]) < 0.3 * a.size
