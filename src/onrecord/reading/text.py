"""Plain text. The document's text is the decoded file, character for character; the blocks lie upon it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from onrecord.document import Block, Document
from onrecord.errors import EmptyError
from onrecord.reading.assemble import Origin, make_document
from onrecord.reading.continuation import carries_on
from onrecord.reading.decoding import decode, line_feeds
from onrecord.reading.headings import reads_as_heading
from onrecord.reading.limits import Limits
from onrecord.reading.lines import Line, furniture, lines_of
from onrecord.reading.paragraphs import bullet, chunks_of, is_row, marked, paragraphs_of, wrap_of
from onrecord.spans import Span

__all__ = ["blocks_of", "read"]

_MARK = re.compile(r"(#{1,6})\s+\S|(\*\*|__)[^*_]+(?:\*\*|__):?$")
_CELL = re.compile(r"[^|\u2502]+")
_QUOTED = re.compile(r"[\"`'\u2018\u201c\u00ab\u201e\u2039]")


def read(origin: Origin, limits: Limits, *, charset: str | None = None) -> Document:
    """A plain text. Raises `EmptyError` where it has no words."""
    decoded = decode(origin.data, charset)
    text, losses = line_feeds(decoded.text), list(decoded.losses)
    if zeros := text.count("\0"):
        text = text.replace("\0", "\ufffd")
        losses.append(f"{zeros} zero bytes stand as U+FFFD")
    blocks = blocks_of(text)
    if not blocks:
        raise EmptyError(origin.name, "no words were found in it")
    first = blocks[0]
    title = _unmarked(first.span.of(text)) if first.kind == "heading" else None
    return make_document(origin, "text/plain", text=text, blocks=blocks, losses=losses, title=title)


def _unmarked(heading: str) -> str:
    """A heading without the signs that make it one."""
    words = heading.lstrip("# ")
    for mark in ("**", "__"):
        if words.startswith(mark) and words.endswith(mark):
            words = words[2:-2]
    return words


def blocks_of(text: str) -> list[Block]:
    """The blocks of a plain text, in order; spans leave out white space and a list item's bullet."""
    lines = lines_of(text)
    beside = furniture(lines)
    paged = bool(lines) and lines[-1].page > 1
    chunks = chunks_of(lines, beside)
    wrap = wrap_of(chunks)
    groups = [group for chunk in chunks for group in paragraphs_of(chunk, wrap)]
    blocks = list(_blocks(groups))
    blocks += [Block(kind="furniture", span=lines[i].span, page=lines[i].page) for i in beside]
    blocks.sort(key=lambda block: block.span)
    return blocks if paged else [msgspec.structs.replace(block, page=None) for block in blocks]


def _blocks(groups: Sequence[tuple[Line, ...]]) -> Iterator[Block]:
    before: Block | None = None
    for i, group in enumerate(groups):
        following = groups[i + 1] if i + 1 < len(groups) else None
        previous = groups[i - 1] if i else None
        if is_row(group[0].text):
            yield from _cells(group[0])
            before = None
            continue
        block = _block(group, previous, following)
        if before and previous and before.kind == "quote" and block.kind == "paragraph" and _set_in(group, previous):
            block = msgspec.structs.replace(block, kind="quote")
        alike = before and before.kind == block.kind and block.kind in ("paragraph", "quote")
        if alike and previous and carries_on(previous[-1].text, group[0].text):
            block = msgspec.structs.replace(block, continues=True)
        yield block
        before = block


def _cells(row: Line) -> Iterator[Block]:
    """The cells of a table's row that is drawn in characters."""
    for match in _CELL.finditer(row.text):
        if span := Span(*match.span()).trim(row.text):
            yield Block(kind="cell", span=span.shift(row.span.start), page=row.page)


def _set_in(group: tuple[Line, ...], previous: tuple[Line, ...]) -> bool:
    """Whether a paragraph stands as far from the margin as the block quotation before it."""
    margin = min(line.indent for line in previous)
    return margin >= 2 and all(line.indent >= margin for line in group)


def _block(group: tuple[Line, ...], previous: tuple[Line, ...] | None, following: tuple[Line, ...] | None) -> Block:
    span = Span(group[0].span.start, group[-1].span.end)
    first, page = group[0].text, group[0].page
    if first.startswith(">") and all(line.text.startswith(">") for line in group):
        marks = len(first) - len(first.lstrip("> \t"))
        # The marks of the lines after the first stand in the text, and go where lines are joined (`onrecord.flow`).
        return Block(kind="quote", span=Span(span.start + marks, span.end), page=page)
    if marked(first):
        return Block(kind="list-item", span=Span(span.start + bullet(first), span.end), page=page)
    if level := _heading_level(group, previous, following):
        return Block(kind="heading", span=span, page=page, level=level if level > 0 else None)
    if previous and previous[-1].text.endswith(":") and min(line.indent for line in group) >= previous[-1].indent + 2:
        return Block(kind="quote", span=span, page=page)
    return Block(kind="paragraph", span=span, page=page)


def _heading_level(group: tuple[Line, ...], previous: tuple[Line, ...] | None, following: tuple[Line, ...] | None) -> int:
    """The level of a heading; -1 for one whose level does not show; 0 for what is no heading."""
    line = group[0].text
    if len(group) > 1 or following is None:
        return 0
    if match := _MARK.match(line):
        return len(match[1]) if match[1] else -1
    if not reads_as_heading(line, first=previous is None):
        return 0
    shouted = line.isupper() and len(line) > 3
    return -1 if shouted or _stands_apart(group, previous, following) else 0


def _stands_apart(group: tuple[Line, ...], previous: tuple[Line, ...] | None, following: tuple[Line, ...]) -> bool:
    """Whether what follows can stand under a heading: set apart, or longer; and neither a quotation nor the sentence's rest."""
    after = following[0].text
    if (_QUOTED.match(after) and previous) or after[0].islower():
        return False
    gap = following[0].span.start - group[-1].span.end
    return gap > 1 or len(" ".join(line.text for line in following)) > 2 * len(group[0].text)
