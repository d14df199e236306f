"""A report as it was read: its text, verbatim, and where each part of it stands."""

from __future__ import annotations

import bisect
import hashlib
from typing import Literal, NamedTuple

import msgspec

from onrecord.errors import SpanError
from onrecord.spans import Span

__all__ = ["Block", "BlockKind", "Box", "Document", "Place", "Source", "digest"]

BlockKind = Literal["heading", "paragraph", "list-item", "quote", "cell", "caption", "footnote", "furniture"]


class Box(NamedTuple):
    """A rectangle on a page, in points (1/72 inch) from the page's lower left corner, as PDF counts."""

    x0: float
    y0: float
    x1: float
    y1: float


class Block(msgspec.Struct, frozen=True, kw_only=True):
    """One paragraph, heading, list item, table cell and so on.

    `page` counts from 1; null where the format has no pages. `boxes` has one rectangle per line of the block (lines of the
    text are set apart by one line feed). `level` is the depth of a heading (1 to 6). `continues`: the block carries on
    the one before it, from which a column's or a page's end parted it.
    """

    kind: BlockKind
    span: Span
    page: int | None = None
    boxes: tuple[Box, ...] = ()
    level: int | None = None
    continues: bool = False


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """The bytes a document was read from: where they were, what they are, their SHA-256 and their number."""

    uri: str | None
    media_type: str
    sha256: str
    bytes: int


class Place(NamedTuple):
    """Where words stand: a page, counted from 1 (null where there are none), and the rectangles that hold them."""

    page: int | None
    boxes: tuple[Box, ...]


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """A report as it was read.

    `text` is what the reader extracted, verbatim: paragraphs are set apart by a blank line, lines inside a paragraph by one
    line feed where the format has lines. `published` is a date in EDTF. `losses` says in plain words what could not be read.
    """

    id: str
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    language: str | None = None
    source: Source
    text: str
    text_sha256: str
    blocks: tuple[Block, ...] = ()
    losses: tuple[str, ...] = ()

    def places(self, span: Span) -> list[Place]:
        """Where the words of `span` stand, block by block.

        A line that the span covers in part gives a rectangle cut in proportion to its characters. Furniture that stands
        between the words is no place of theirs. Raises `SpanError` for a span past the end of the text.
        """
        span.of(self.text)
        # Blocks stand in order and apart (`check_blocks`), so that those of the span are found without a look at the others.
        first = bisect.bisect_right(self.blocks, span.start, key=lambda block: block.span.end)
        last = bisect.bisect_left(self.blocks, span.end, lo=first, key=lambda block: block.span.start)
        held = [block for block in self.blocks[first:last] if block.span.overlaps(span)]
        return [_place(self.text, block, span) for block in held if block.kind != "furniture" or block.span.covers(span)]


def _place(text: str, block: Block, span: Span) -> Place:
    boxes, start = [], block.span.start
    lines = block.span.of(text).split("\n")
    for line, box in zip(lines, block.boxes, strict=False):
        end = start + len(line)
        left, right = max(span.start, start), min(span.end, end)
        if left < right:
            width = (box.x1 - box.x0) / len(line)
            boxes.append(Box(box.x0 + (left - start) * width, box.y0, box.x0 + (right - start) * width, box.y1))
        start = end + 1
    return Place(block.page, tuple(boxes))


def digest(data: bytes | str) -> str:
    """SHA-256 in hexadecimal; of a text, that of its UTF-8 bytes."""
    return hashlib.sha256(data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data).hexdigest()


def check_blocks(document: Document) -> list[str]:
    """What is wrong with the blocks, in plain words; empty when they stand in order, inside the text, apart."""
    faults, at = [], 0
    for number, block in enumerate(document.blocks):
        try:
            block.span.of(document.text)
        except SpanError as error:
            faults.append(f"block {number}: {error}")
        if block.span.start < at:
            faults.append(f"block {number} begins before the one before it ends")
        at = block.span.end
    return faults
