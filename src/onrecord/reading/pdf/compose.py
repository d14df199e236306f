"""From laid-out pages to blocks: kinds, what goes on over a page's end, and what waits until it has."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Iterator, Sequence

from onrecord.document import Box
from onrecord.reading.assemble import Assembly
from onrecord.reading.pdf.furniture import take_furniture
from onrecord.reading.pdf.kinds import body_size, name_kinds, take_footnotes
from onrecord.reading.pdf.lines import Line
from onrecord.reading.pdf.pages import Page
from onrecord.reading.pdf.paragraphs import ENDED, Paragraph, leading, paragraphs, would_fit
from onrecord.sentences import sentences

__all__ = ["compose"]

_SOFT_HYPHEN = "\u00ad"
_USUAL = 1.2  # leading in type sizes, where a document is too short to tell its own


def compose(pages: Sequence[Page], assembly: Assembly) -> None:
    """Add the blocks of all `pages` to `assembly`."""
    _settle_soft_hyphens(pages)
    body = body_size(pages)
    furniture = take_furniture(pages, body)
    notes = {page.number: take_footnotes(page, body) for page in pages}
    usual = _usual_leading(pages)
    found = [paragraph for page in pages for paragraph in _of_page(page, usual)]
    name_kinds([paragraph for paragraph in found if paragraph.kind != "cell"], body)
    for paragraph in _in_order(found):
        _add(assembly, paragraph)
    for page in pages:
        _add_notes(assembly, notes[page.number], page.number)
        for line in furniture[page.number]:
            assembly.add("furniture", line.text, page=page.number, boxes=[line.on_page])


def _settle_soft_hyphens(pages: Iterable[Page]) -> None:
    """Write ``-`` for U+00AD throughout a document that prints U+00AD inside its lines.

    A soft hyphen is printed at a line's end only; a file that shows it elsewhere has it for the hyphen itself (some word
    processors name the glyph so).
    """
    lines = [line for page in pages for column in page.columns for part in (column.lines, *column.cells) for line in part]
    if any(_SOFT_HYPHEN in line.text[:-1] for line in lines):
        for line in lines:
            line.text = line.text.replace(_SOFT_HYPHEN, "-")


def _usual_leading(pages: Iterable[Page]) -> float:
    ratios = [ratio for page in pages for column in page.columns for ratio in leading(column.lines)]
    return statistics.median_low(ratios) if ratios else _USUAL


def _of_page(page: Page, usual: float) -> Iterator[Paragraph]:
    for number, column in enumerate(page.columns):
        yield from paragraphs(column.lines, page=page.number, usual=usual, column=number)
        for cell in column.cells:
            yield Paragraph(cell, page.number, kind="cell", column=number)


def _in_order(found: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs, with captions, tables and so on that part the halves of one moved behind it."""
    waiting: list[Paragraph] = []
    last: Paragraph | None = None
    indents = any(paragraph.indented and paragraph.kind == "paragraph" for paragraph in found)
    for paragraph in found:
        if last is not None and _goes_on(last, paragraph, indents=indents):
            paragraph.continues = True
            paragraph.kind = last.kind
            yield paragraph
            last = paragraph
            continue
        if paragraph.kind in ("caption", "cell") and last is not None:
            waiting.append(paragraph)
            continue
        yield from waiting
        waiting = []
        yield paragraph
        last = paragraph
    yield from waiting


def _goes_on(last: Paragraph, paragraph: Paragraph, *, indents: bool) -> bool:
    """Whether `paragraph` is the rest of `last`, parted from it by a column's or page's end."""
    if (last.page, last.column) == (paragraph.page, paragraph.column):
        return False
    if last.kind not in ("paragraph", "list-item", "quote") or paragraph.kind not in ("paragraph", "quote"):
        return False
    if abs(last.size - paragraph.size) > 0.08 * last.size:
        return False
    if _directly_below(last, paragraph):
        return True
    first = paragraph.lines[0]
    if not _ends(last.lines[-1].text, first.text):
        cut = last.full or not would_fit(first, last.room)
        return first.text[0].islower() or (cut and not (indents and paragraph.indented))
    return last.full and indents and not paragraph.indented and last.lines[-1].text[-1] not in ":"


def _ends(line: str, following: str) -> bool:
    """Whether a line ends a sentence, and not in an abbreviation ("according to Mr.") that `following` goes on from."""
    if not line.endswith("."):
        return bool(ENDED.search(line))
    return any(sentence.end == len(line) for sentence in sentences(f"{line} {following}"))


def _directly_below(last: Paragraph, paragraph: Paragraph) -> bool:
    """Whether lines follow as inside a paragraph, though what stands beside them parts them into columns."""
    a, b = last.lines[-1], paragraph.lines[0]
    close = last.page == paragraph.page and 0 < a.base - b.base < 1.3 * a.size
    return close and abs(last.left - b.box.x0) < 0.3 * a.size and last.full and not paragraph.indented


def _add(assembly: Assembly, paragraph: Paragraph) -> None:
    assembly.add(
        paragraph.kind,
        paragraph.text,
        page=paragraph.page,
        boxes=_boxes(paragraph.lines),
        level=paragraph.level if paragraph.kind == "heading" else None,
        continues=paragraph.continues,
    )


def _add_notes(assembly: Assembly, notes: Sequence[Sequence[Line]], page: int) -> None:
    for note in notes:
        assembly.add("footnote", "\n".join(line.text for line in note), page=page, boxes=_boxes(note))


def _boxes(lines: Iterable[Line]) -> list[Box]:
    return [Box(*(round(edge, 2) for edge in line.on_page)) for line in lines]
