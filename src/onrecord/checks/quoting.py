"""Quotation marks that open and never close."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.checks.subject import Misfit, Subject
from onrecord.document import Block
from onrecord.quotation import Quotation, opens_with_mark
from onrecord.spans import Span

__all__ = ["quotation_unclosed"]

_ENDS = re.compile(r"[.!?][\"”’'»)\]]*\Z")
_CLOSING = re.compile(r"[”»]|(?<=[\w.,!?…])\"(?=[\s.,;:)]|\Z)")
_OPENING = re.compile(r"[“«„]|(?:(?<=[\s(])|\A)\"(?=\w)")
_INCHES = re.compile(r"\d\Z")
_TWO_SINGLE = re.compile("’’|''")
_SHOWN = 8  # words of the quotation in the message
_AHEAD = 40  # paragraphs in which a long quotation may still close


def quotation_unclosed(subject: Subject) -> Iterator[Misfit]:
    """A quotation mark with no partner. A quotation that goes on in the next paragraph has its own mark there, and is right."""
    blocks = subject.prose
    for number, block in enumerate(blocks):
        for quotation in subject.quotations[block.span]:
            # Of several that stay open, the outermost tells.
            if (
                quotation.closed
                or quotation.depth
                or _goes_on(subject.text, blocks, number)
                or _no_quotation(subject.text, block, quotation)
            ):
                continue
            opening = quotation.inner.trim(subject.text).of(subject.text).split()
            shown = " ".join(opening[:_SHOWN])
            more = " …" if len(opening) > _SHOWN else ""
            mark = Span(quotation.span.start, quotation.inner.start)
            message = f"the quotation mark before “{shown}{more}” is not closed by the end of the paragraph"
            yield Misfit(message, (mark,), {"opens": shown, "mark": mark.of(subject.text)})


def _no_quotation(text: str, block: Block, quotation: Quotation) -> bool:
    """Marks of inches, marks closed by others, paragraphs cut short, heads of lists: it cannot be said what closes them."""
    if (
        _INCHES.search(text, max(block.span.start, quotation.span.start - 1), quotation.span.start)
        and text[quotation.span.start] in '"”'
    ):
        return True
    mark = text[quotation.span.start]
    # Straight marks in pairs, of which one stands on the wrong side of a space.
    if mark == '"' and text.count('"', block.span.start, block.span.end) % 2 == 0:
        return True
    # Two single marks typed for a double one.
    if _TWO_SINGLE.search(text, quotation.inner.start, block.span.end):
        return True
    return not _ENDS.search(block.span.of(text).rstrip())


def _goes_on(text: str, blocks: Sequence[Block], number: int) -> bool:
    """Whether the quotation goes on behind its paragraph: the next opens with a mark, or one soon after closes it."""
    following = blocks[number + 1 : number + 1 + _AHEAD]
    if not following:
        return False
    start = following[0].span.start
    if opens_with_mark(text, start) or text[start : start + 1].islower():
        return True
    return _closes(text, Span(start, following[-1].span.end))


def _closes(text: str, stretch: Span) -> bool:
    """Whether a mark in the stretch closes what was open before it, once those that open inside it have closed."""
    depth = 1
    marks = [(match.start(), 1) for match in _OPENING.finditer(text, stretch.start, stretch.end)]
    marks += [(match.start(), -1) for match in _CLOSING.finditer(text, stretch.start, stretch.end)]
    for _, step in sorted(marks):
        depth += step
        if depth == 0:
            return True
    return False
