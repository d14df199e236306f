"""The text as it reads: line ends and end-of-line hyphens undone, furniture out of the way.

A `Flow` is the one view that the analysis runs on and that words are shown in. It joins the lines of a paragraph (a
paragraph that goes on after a column's or page's end among them), takes out soft hyphens, settles hyphens at line ends, and
drops running heads. Nothing else changes: letters, marks and spaces inside a line stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import msgspec

from onrecord.document import Block, Document
from onrecord.spans import Edit, Span, TextView

__all__ = ["Flow", "flow"]

SOFT_HYPHEN = "\u00ad"
_HYPHENS = "-\u2010" + SOFT_HYPHEN
_WHITE_SPACE = re.compile(r"[ \t\n]*")
_STRAY_SOFT_HYPHEN = re.compile(SOFT_HYPHEN + r"(?![ \t]*\n)")
_COMPOUND = re.compile(r"(?<![^\W\d_])[^\W\d_]++(?:[-\u2010][^\W\d_]++)+")  # tried at the head of words only
_WORD = re.compile(r"[^\W\d_]++")
_LETTERS = re.compile(r"[^\W\d_]*")


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
    at = text.find("\n", piece.start, piece.end)
    while at >= 0:
        end = _WHITE_SPACE.match(text, at, piece.end).end()  # type: ignore[union-attr]  # it matches anything
        yield _line_end(text, piece, Span(_back(text, piece.start, at, _is_blank), end), known)
        at = text.find("\n", end, piece.end)
    for match in _STRAY_SOFT_HYPHEN.finditer(text, piece.start, piece.end):
        yield Edit(Span(match.start(), match.end()), "")


def _line_end(text: str, piece: Span, gap: Span, known: _Words) -> Edit:
    """What becomes of the white space between two lines, and of a hyphen before it."""
    if gap.start > piece.start and text[gap.start - 1] in _HYPHENS:
        hyphen = gap.start - 1
        before = text[_back(text, piece.start, hyphen, _is_letter) : hyphen]
        if before:
            after = _LETTERS.match(text, gap.end, piece.end)[0]  # type: ignore[index]  # it matches anything
            kept = text[hyphen] != SOFT_HYPHEN and known.keeps_hyphen(before, after)
            return Edit(gap if kept else Span(hyphen, gap.end), "")
    return Edit(gap, " ")


def _back(text: str, start: int, at: int, among: Callable[[str], bool]) -> int:
    """How far back from `at` the characters are all of a kind. (A pattern would look from every character on.)"""
    while at > start and among(text[at - 1]):
        at -= 1
    return at


def _is_blank(character: str) -> bool:
    return character in " \t"


def _is_letter(character: str) -> bool:
    return character.isalnum() and not character.isdecimal()


def _with_gap(text: str, span: Span) -> Span:
    """The span with the white space after it, so that no empty paragraph is left where it stood."""
    rest = len(text) - span.end - len(text[span.end :].lstrip())
    return Span(span.start, span.end + rest)
