"""Marks on a text, as properly nested HTML whose text content is the text, character for character."""

from __future__ import annotations

import heapq
import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.spans import Span

__all__ = ["Mark", "escape", "nest"]

_SPECIAL = re.compile("[&<>\"'\r]")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "\r": "&#13;"}


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of the text to be put between two tags.

    `start` opens it where it begins, `again` where it has to be opened a second time (after a block's end, or inside another
    mark that it crosses). Of marks on the same span that of the lowest `rank` is outermost.
    """

    span: Span
    rank: int
    start: str
    again: str
    end: str = "</span>"


def escape(words: str) -> str:
    """The words as HTML. A bare carriage return would come out as a line feed, so it is written as a reference."""
    return _SPECIAL.sub(lambda match: _ENTITIES[match[0]], words)


def nest(text: str, span: Span, marks: Iterable[Mark]) -> Iterator[str]:
    """The words of `span` as HTML, with whatever of the marks lies in it."""
    order = itertools.count()
    waiting = [
        (max(mark.span.start, span.start), -min(mark.span.end, span.end), mark.rank, next(order), mark)
        for mark in marks
        if mark.span.overlaps(span)
    ]
    heapq.heapify(waiting)
    opened: list[tuple[int, Mark]] = []
    at = span.start
    while waiting:
        start, stop, rank, _, mark = heapq.heappop(waiting)
        while opened and opened[-1][0] <= start:
            end, inner = opened.pop()
            yield escape(text[at:end]) + inner.end
            at = end
        end = -stop
        if opened and opened[-1][0] < end:
            # It crosses the mark that it begins in: its rest is opened again behind that one.
            heapq.heappush(waiting, (opened[-1][0], -end, rank, next(order), mark))
            end = opened[-1][0]
        yield escape(text[at:start]) + (mark.start if start == mark.span.start else mark.again)
        at = start
        opened.append((end, mark))
    for end, mark in reversed(opened):
        yield escape(text[at:end]) + mark.end
        at = end
    yield escape(text[at : span.end])
