"""The text as it reads: line ends and end-of-line hyphens undone, furniture out of the way.

A `Flow` is the one view that the analysis runs on and that words are shown in. It joins the lines of a paragraph (a
paragraph that goes on after a column's or page's end among them, whatever running heads stand between), takes out soft
hyphens, settles hyphens at line ends, drops running heads and the raised numbers of notes, and makes addresses whole that a
line's end cut. Nothing else changes: letters, marks and spaces inside a line stay as they are.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import msgspec

from onrecord.document import Block, Document
from onrecord.spans import Edit, Span, TextView

__all__ = ["Flow", "flow"]

SOFT_HYPHEN = "\u00ad"
_HYPHENS = "-\u2010" + SOFT_HYPHEN
_BREAK = re.compile(r"[\n\f]")
_WHITE_SPACE = re.compile(r"[ \t\n\f]*+")
# Between the lines of a quotation in plain text stand the marks that make it one: "… corroded.\n> Nobody …".
_QUOTED_SPACE = re.compile(r"(?:[ \t\n\f]*+>)*[ \t\n\f]*+")
_STRAY_SOFT_HYPHEN = re.compile(SOFT_HYPHEN + r"(?![ \t]*\n)")
_COMPOUND = re.compile(r"(?<![^\W\d_])[^\W\d_]++(?:[-\u2010][^\W\d_]++)+")  # tried at the head of words only
_WORD = re.compile(r"[^\W\d_]++")
_LETTERS = re.compile(r"[^\W\d_]*")
# The raised number of a note, behind a mark or a word of four letters or more: "km²" and "10⁹" are none.
_RAISED = r"[\u2070\u00b9\u00b2\u00b3\u2074-\u2079]"
_NOTE = re.compile(rf"(?:(?<=[.,;:!?\u2026\"'\u2019\u201d\u00bb)\]])|(?<=[^\W\d_]{{4}})){_RAISED}++(?:[, ]{_RAISED}++)*(?!\w)")
_ADDRESS = re.compile(r"[(<\[]?(?:https?://|www\.)\S+")
_ADDRESS_ON = re.compile(r"(?=\S*[\d/=_&?%#-])[^\W_][^\s()<>]*")


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

    def block(self, at: int) -> Span:
        """The block of a place of `text`, the one before it where it lies between two; all of `text` before the first."""
        number = bisect.bisect_right(self.blocks, at, key=lambda block: block.span.start) - 1
        return self.blocks[number].span if number >= 0 else Span(0, len(self.text))

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
    inside = {hole for _, piece in pieces for hole in piece.holes}
    beside = (block.span for block in document.blocks if block.kind == "furniture" and block.span not in inside)
    edits += [Edit(_with_gap(text, span), "") for span in beside]
    view = TextView.of(text, edits)
    return Flow(view, tuple(msgspec.structs.replace(block, span=view.map.to_view(piece.span)) for block, piece in pieces))


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch in which lines are joined, the furniture that stands in it, and whether it is a block quotation."""

    span: Span
    holes: tuple[Span, ...] = ()
    quoted: bool = False


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


def _pieces(document: Document) -> Iterator[tuple[Block, _Piece]]:
    """Each block with the stretch of it and of those that continue it."""
    first: Block | None = None
    piece = _Piece(Span(0, 0))
    holes: tuple[Span, ...] = ()
    for block in document.blocks:
        if block.kind == "furniture":
            holes = (*holes, block.span)
            continue
        if first and block.continues and _nothing_between(document.text, piece.span.end, holes, block.span.start):
            piece = replace(piece, span=Span(piece.span.start, block.span.end), holes=(*piece.holes, *holes))
        else:
            if first:
                yield first, piece
            first, piece = block, _Piece(block.span, quoted=block.kind == "quote")
        holes = ()
    if first:
        yield first, piece


def _nothing_between(text: str, start: int, holes: Sequence[Span], end: int) -> bool:
    """Whether `text[start:end]` holds no words but those of `holes`."""
    starts = (start, *(hole.end for hole in holes))
    ends = (*(hole.start for hole in holes), end)
    return not any(text[left:right].strip() for left, right in zip(starts, ends, strict=True))


def _join(text: str, piece: _Piece, known: _Words) -> Iterator[Edit]:
    ends = [_line_end(text, piece.span, gap, known) for gap in _gaps(text, piece)]
    yield from ends
    lines = zip((piece.span.start, *(e.span.end for e in ends)), (*(e.span.start for e in ends), piece.span.end), strict=True)
    for start, end in lines:
        for pattern in (_STRAY_SOFT_HYPHEN, _NOTE):
            for match in pattern.finditer(text, start, end):
                yield Edit(Span(match.start(), match.end()), "")


def _gaps(text: str, piece: _Piece) -> Iterator[Span]:
    """The white space between the lines of a piece, with the furniture in it."""
    span, after = piece.span, {hole.start: hole.end for hole in piece.holes}
    space = _QUOTED_SPACE if piece.quoted else _WHITE_SPACE
    breaks = (match.start() for match in _BREAK.finditer(text, span.start, span.end))
    reached = span.start
    for at in sorted((*breaks, *after)):
        if at < reached:
            continue
        start = _back(text, reached, at, _is_blank)
        reached = space.match(text, at, span.end).end()  # type: ignore[union-attr]  # it matches anything
        while reached in after:
            reached = space.match(text, after[reached], span.end).end()  # type: ignore[union-attr]
        yield Span(start, reached)


def _line_end(text: str, piece: Span, gap: Span, known: _Words) -> Edit:
    """What becomes of the white space between two lines, and of a hyphen before it."""
    if _cuts_address(text, piece, gap):
        return Edit(gap, "")
    if gap.start > piece.start and text[gap.start - 1] in _HYPHENS:
        hyphen = gap.start - 1
        before = text[_back(text, piece.start, hyphen, _is_letter) : hyphen]
        if before:
            after = _LETTERS.match(text, gap.end, piece.end)[0]  # type: ignore[index]  # it matches anything
            kept = text[hyphen] != SOFT_HYPHEN and known.keeps_hyphen(before, after)
            return Edit(gap if kept else Span(hyphen, gap.end), "")
    return Edit(gap, " ")


def _cuts_address(text: str, piece: Span, gap: Span) -> bool:
    """Whether a web address goes on behind `gap`: it breaks off in a sign that ends none, and what follows looks like one."""
    if gap.start == piece.start or text[gap.start - 1] not in "/-_=&?%#":
        return False
    start = _back(text, piece.start, gap.start, lambda character: not character.isspace())
    return bool(_ADDRESS.fullmatch(text, start, gap.start) and _ADDRESS_ON.match(text, gap.end, piece.end))


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
