"""What each paragraph is: heading, list item, caption, quotation, footnote or running text."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from onrecord.reading.pdf.lines import Line
from onrecord.reading.pdf.pages import Page
from onrecord.reading.pdf.paragraphs import BULLET, ENDED, NUMBERED, Paragraph

__all__ = ["body_size", "name_kinds", "take_footnotes"]

_CAPTION = re.compile(
    r"(?:figure|fig\.|table|chart|map|photo|image|graph|plate|box)\s*(?:\d+|[A-Z]\b)?(?:\.\d+)*\s*[.:–—|-]", re.IGNORECASE
)
_MARK = re.compile(r"(?P<number>[⁰¹²³⁴-⁹]+|\d{1,3}(?=[.)]?\s))|[*†‡§]{1,3}")
_FROM_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_SMALL = 0.93  # of the body's size: type of footnotes
_LARGE = 1.12  # of the body's size: type of headings


def body_size(pages: Iterable[Page]) -> float:
    """The type size, to half a point, in which most of the text is set."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            sizes[round(2 * line.size) / 2] += len(line.text)
    return max(sizes, key=lambda size: (sizes[size], size)) if sizes else 10.0


def take_footnotes(page: Page, body: float) -> list[list[Line]]:
    """Take the notes at the foot of the columns of `page` out of them; the lines of each note.

    The first may be one that began on the page before: then it opens with no mark.
    """
    notes: list[list[Line]] = []
    for column in page.columns:
        start = _first_note(column.lines, page, body)
        for line in column.lines[start:]:
            if not notes or _opens_note(line, notes):
                notes.append([])
            notes[-1].append(line)
        column.lines = column.lines[:start]
    return notes


def _first_note(lines: Sequence[Line], page: Page, body: float) -> int:
    """Where the notes at the end of a column begin; the column's end where it has none."""
    start = len(lines)
    for line in reversed(lines):
        small = line.size <= _SMALL * body or (_mark(line) and line.text[0] in "⁰¹²³⁴⁵⁶⁷⁸⁹")
        if not small or line.turn != page.turn or line.box.y1 > page.bottom + 0.6 * (page.top - page.bottom):
            break
        start -= 1
    if start == len(lines) or not any(_mark(line) for line in lines[start:]):
        return len(lines)
    lowest = min(line.base for line in lines[start:])
    below = [o for o in page.lines if o.turn == page.turn and o.base < lowest - 1 and o.size > _SMALL * body]
    first = lines[start]
    if any(o.box.x0 < first.box.x1 and first.box.x0 < o.box.x1 for o in below):
        return len(lines)
    return start


def _mark(line: Line) -> str | None:
    match = _MARK.match(line.text)
    return match[0] if match and len(line.text) > match.end() + 1 else None


def _opens_note(line: Line, notes: Sequence[Sequence[Line]]) -> bool:
    """Whether a line opens a note: with a mark that, where it is a number, follows the number of the last note."""
    mark = _mark(line)
    if mark is None:
        return False
    last = _mark(notes[-1][0])
    here, before = _number(mark), _number(last or "")
    return here is None or before is None or here == before + 1


def _number(mark: str) -> int | None:
    figures = mark.translate(_FROM_SUPERSCRIPT)
    return int(figures) if figures.isdigit() else None


def name_kinds(found: Sequence[Paragraph], body: float) -> None:
    """Set the kind of every paragraph, and the level of headings."""
    for paragraph in found:
        paragraph.kind = "paragraph"
        first = paragraph.lines[0].text
        if _CAPTION.match(first) and paragraph.size <= body * 1.05 and len(paragraph.text) < 600:
            paragraph.kind = "caption"
        elif _is_heading(paragraph, body):
            paragraph.kind = "heading"
        elif BULLET.match(first) or NUMBERED.match(first):
            paragraph.kind = "list-item"
    _name_quotations(found)
    _rank_headings([paragraph for paragraph in found if paragraph.kind == "heading"])


def _is_heading(paragraph: Paragraph, body: float) -> bool:
    text = paragraph.text
    if len(text) > 220 or len(paragraph.lines) > 4 or not any(char.isalpha() for char in text):
        return False
    if paragraph.size >= _LARGE * body:
        return True
    bold = all(line.bold for line in paragraph.lines)
    capitals = text.isupper() and len(paragraph.lines) <= 2 and sum(char.isalpha() for char in text) > 3
    ended = text.rstrip()[-1] in '.;,”"' and len(text) > 40
    return paragraph.size >= 0.95 * body and (bold or capitals) and len(paragraph.lines) <= 3 and not ended


def _name_quotations(found: Sequence[Paragraph]) -> None:
    """A paragraph of two lines or more that stands in on both sides, between paragraphs that do not, is a block quotation."""
    for _, together in itertools.groupby(found, key=lambda paragraph: (paragraph.page, paragraph.column)):
        column = list(together)
        for paragraph in column:
            if paragraph.kind == "paragraph" and len(paragraph.lines) > 1 and _stands_in(paragraph, column):
                paragraph.kind = "quote"


def _stands_in(paragraph: Paragraph, column: Sequence[Paragraph]) -> bool:
    others = [line for other in column if other is not paragraph for line in other.lines]
    if len(others) < 3 or not ENDED.search(paragraph.text):
        return False
    left, right = min(line.box.x0 for line in others), max(line.box.x1 for line in others)
    size = paragraph.size
    return all(line.box.x0 - left > size and right - line.box.x1 > 0.8 * size for line in paragraph.lines)


def _rank_headings(headings: Sequence[Paragraph]) -> None:
    """Levels by type size, the largest first; at most six."""
    sizes = sorted({round(2 * heading.size) / 2 for heading in headings}, reverse=True)
    for heading in headings:
        heading.level = min(6, 1 + sizes.index(round(2 * heading.size) / 2))
