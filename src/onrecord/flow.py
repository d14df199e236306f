"""The text as it reads: line ends and end-of-line hyphens undone, furniture out of the way.

A `Flow` is the one view that the analysis runs on and that words are shown in. It joins the lines of a paragraph (a
paragraph that goes on after a column's or page's end among them), takes out soft hyphens, settles hyphens at line ends, and
drops running heads. Nothing else changes: letters, marks and spaces inside a line stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from onrecord.document import Block, Document
from onrecord.spans import Edit, Span, TextView

__all__ = ["Flow", "flow"]

SOFT_HYPHEN = "\u00ad"
_LINE_END = re.compile(r"(?P<before>[^\W\d_]*)(?P<hyphen>[-\u2010\u00ad]?)[ \t]*\n[ \t]*(?P<after>[^\W\d_]*)")
_STRAY_SOFT_HYPHEN = re.compile(SOFT_HYPHEN + r"(?![ \t]*\n)")
_COMPOUND = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)+")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Flow:
    """A document as it reads.

    Every step of the analysis works on `text` and gives spans of it; `home` takes such a span back to the document.
    `blocks` are the document's blocks with spans of `text`: a block and those that continue it are one, furniture is gone.
    """

    view: TextView
    blocks: tuple[Block, ...]

    @property
    def text(self) -> str:
        """The text of the view, one line per block."""
        return self.view.text

    def home(self, span: Span) -> Span:
        """The span of the document's text for a span of `text`."""
        return self.view.map.to_source(span)

    def words(self, span: Span) -> str:
        """How a span of the document's text reads."""
        return self.view.words(span)


def flow(document: Document) -> Flow:
    """The document as it reads: every paragraph one line, no furniture."""
    text = document.text
    pieces = list(_pieces(document))
    known = _Words(text)
    edits = [edit for _, piece in pieces for edit in _join(text, piece, known)]
    edits += [Edit(_with_gap(text, block.span), "") for block in document.blocks if block.kind == "furniture"]
    view = TextView.of(text, edits)
    return Flow(view, tuple(msgspec.structs.replace(block, span=view.map.to_view(piece)) for block, piece in pieces))


class _Words:
    """The words of a text that stand unbroken in it: they settle what a hyphen at a line's end was."""

    def __init__(self, text: str) -> None:
        self.compounds = {match[0].casefold().replace("\u2010", "-") for match in _COMPOUND.finditer(text)}
        self.words = {match[0].casefold() for match in _WORD.finditer(text)}

    def keeps_hyphen(self, before: str, after: str) -> bool:
        """Whether `before-` at a line's end and `after` on the next are a compound, not one word cut in two."""
        if f"{before}-{after}".casefold() in self.compounds:
            return True
        if (before + after).casefold() in self.words:
            return False
        # A name goes on in a capital ("Anglo-Irish"); a cut word never does.
        return not before or not after or after[0].isupper()


def _pieces(document: Document) -> Iterator[tuple[Block, Span]]:
    """Stretches in which lines are joined: each block with the span of it and of those that continue it."""
    first: Block | None = None
    span = Span(0, 0)
    for block in document.blocks:
        if block.kind == "furniture":
            continue
        if first and block.continues and not document.text[span.end : block.span.start].strip():
            span = Span(span.start, block.span.end)
            continue
        if first:
            yield first, span
        first, span = block, block.span
    if first:
        yield first, span


def _join(text: str, piece: Span, known: _Words) -> Iterator[Edit]:
    for match in _LINE_END.finditer(text, piece.start, piece.end):
        if match["hyphen"] and match["before"]:
            kept = match["hyphen"] != SOFT_HYPHEN and known.keeps_hyphen(match["before"], match["after"])
            start = match.end("hyphen") if kept else match.start("hyphen")
            yield Edit(Span(start, match.start("after")), "")
        else:
            yield Edit(Span(match.end("hyphen"), match.start("after")), " ")
    for match in _STRAY_SOFT_HYPHEN.finditer(text, piece.start, piece.end):
        yield Edit(Span(match.start(), match.end()), "")


def _with_gap(text: str, span: Span) -> Span:
    """The span with the white space after it, so that no empty paragraph is left where it stood."""
    rest = len(text) - span.end - len(text[span.end :].lstrip())
    return Span(span.start, span.end + rest)
