"""From the lines of a column to its paragraphs."""

from __future__ import annotations

import re
import statistics
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from onrecord.document import BlockKind
from onrecord.reading.pdf.lines import Line

__all__ = ["BULLET", "ENDED", "Paragraph", "leading", "paragraphs"]

BULLET = re.compile(r"[•‣▪●○■□◦·∙\uf0b7\uf0a7\uf0d8\u2713\u27a2]\s*\S|[*–—-]\s+\S")
NUMBERED = re.compile(r"\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]\s+\S")
ENDED = re.compile(r"[.!?:;…][\"'”’»)\]]*[⁰¹²³⁴-⁹*†‡]*$|[”»][⁰¹²³⁴-⁹]*$")
_INDENT = 0.6  # of the type size


@dataclass(slots=True)
class Paragraph:
    """Lines that make one block. `indented`: its first line stands in; `full`: its last line reaches the column's edge."""

    lines: list[Line]
    page: int
    kind: BlockKind = "paragraph"
    level: int | None = None
    indented: bool = False
    full: bool = False
    continues: bool = False
    column: int = 0

    @property
    def text(self) -> str:
        """Its lines, one line feed between them."""
        return "\n".join(line.text for line in self.lines)

    @property
    def size(self) -> float:
        """The type size of its longest line."""
        return max(self.lines, key=lambda line: len(line.text)).size


class _Edges(NamedTuple):
    left: float
    right: float


@dataclass(slots=True)
class _Open:
    """The paragraph being collected."""

    lines: list[Line] = field(default_factory=list)


def leading(lines: Sequence[Line]) -> list[float]:
    """Distances between successive baselines, in type sizes, of lines of one size that stand close."""
    pairs = zip(lines, lines[1:], strict=False)
    ratios = [(a.base - b.base) / a.size for a, b in pairs if _same_size(a, b)]
    return [ratio for ratio in ratios if 0.8 < ratio < 2.2]


def paragraphs(lines: Sequence[Line], *, page: int, usual: float, column: int = 0) -> list[Paragraph]:
    """The paragraphs of a column. `usual` is the document's usual leading in type sizes."""
    if not lines:
        return []
    near = leading(lines)
    if len(near) >= 4:
        usual = min(usual, statistics.quantiles(near, n=5)[0]) if min(near) < usual else statistics.quantiles(near, n=5)[0]
    edges = _Edges(min(line.box.x0 for line in lines), max(line.box.x1 for line in lines))
    made: list[Paragraph] = []
    for group in _groups(lines, usual):
        made += _split(group, _own_edges(group, edges), page, column)
    return made


def _groups(lines: Sequence[Line], usual: float) -> list[list[Line]]:
    """Cut where white space, type size or weight say so."""
    groups = [[lines[0]]]
    for a, b in zip(lines, lines[1:], strict=False):
        distance = (a.base - b.base) / max(a.size, b.size)
        if distance > 1.22 * usual or distance < -0.5 or not _same_size(a, b) or a.bold != b.bold:
            groups.append([])
        groups[-1].append(b)
    return groups


def _same_size(a: Line, b: Line) -> bool:
    return abs(a.size - b.size) <= 0.08 * max(a.size, b.size) and a.turn == b.turn


def _own_edges(group: Sequence[Line], edges: _Edges) -> _Edges:
    """Text that stands in on both sides (a block quotation) has edges of its own."""
    left, right = min(line.box.x0 for line in group), max(line.box.x1 for line in group)
    if len(group) > 2 and left - edges.left > group[0].size:
        return _Edges(left, right)
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
            indented=part[0].box.x0 - edges.left > _INDENT * part[0].size,
            full=edges.right - part[-1].box.x1 < 3 * part[-1].size,
            column=column,
        )
        for part in parts
    ]


def _begins(before: Sequence[Line], line: Line, after: Line | None, edges: _Edges) -> bool:
    """Whether `line` begins a paragraph after the lines `before`."""
    last = before[-1]
    if _centred(last, line, edges):
        return False
    fits = _would_fit(last, line, edges)
    ended = bool(ENDED.search(last.text))
    if BULLET.match(line.text) and line.text[0] not in "–—-*":
        return True
    if (BULLET.match(line.text) or NUMBERED.match(line.text)) and (fits or ended):
        return True
    if fits and (ended or not line.text[0].islower()):
        return True
    return _indent_begins(before, line, after)


def _indent_begins(before: Sequence[Line], line: Line, after: Line | None) -> bool:
    last, step = before[-1], _INDENT * line.size
    if line.box.x0 > last.box.x0 + step:
        if len(before) > 1:
            return True
        hanging = after is not None and abs(after.box.x0 - line.box.x0) < step
        return not hanging and not BULLET.match(last.text) and not NUMBERED.match(last.text)
    if line.box.x0 < last.box.x0 - step:
        return len(before) > 1
    return False


def _would_fit(last: Line, line: Line, edges: _Edges) -> bool:
    """Whether the first word of `line` had room at the end of `last`: then the line was broken on purpose."""
    word = line.text.split()[0]
    width = (len(word) + 1.5) * (line.box.x1 - line.box.x0) / len(line.text)
    return width + 0.3 * line.size < edges.right - last.box.x1


def _centred(a: Line, b: Line, edges: _Edges) -> bool:
    if a.box.x0 - edges.left < a.size and b.box.x0 - edges.left < b.size:
        return False
    same = abs((a.box.x0 + a.box.x1) - (b.box.x0 + b.box.x1)) < a.size
    middle = abs((a.box.x0 + a.box.x1) - (edges.left + edges.right)) < 2 * a.size
    return same and middle and abs(a.box.x0 - b.box.x0) > 0.5 * a.size
