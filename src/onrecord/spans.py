"""Spans of text, and views of a text that keep the way back.

All offsets are Unicode code points (Python string indices), intervals are half-open: `text[start:end]`.

A view is a text made from another by a list of edits (joined lines, undone hyphens). Its `OffsetMap` takes spans of the
view back to spans of the source, so that whatever is found in the view can be shown in the exact words of the source.
Three laws hold (see tests/test_spans.py): offsets never cross (monotone); a span that no edit touches has the same text
on both sides; and a span of the view, taken to the source and back, covers at least itself.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import msgspec

from onrecord.errors import SpanError

__all__ = ["Edit", "OffsetMap", "Span", "TextView"]


class Span(msgspec.Struct, frozen=True, array_like=True, order=True):
    """The half-open interval `[start, end)` of a text, in code points. In JSON: `[start, end]`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise SpanError(f"a span needs 0 <= start <= end, not [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words of `text` that the span covers. Raises `SpanError` where the text ends before the span does."""
        if self.end > len(text):
            raise SpanError(f"span [{self.start}, {self.end}) reaches past the text's {len(text)} characters")
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether every position of `other` lies in this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return max(self.start, other.start) < min(self.end, other.end)

    def part_in(self, other: Span) -> Span:
        """The part of the span that lies in `other`; of no length where none does."""
        start = max(self.start, other.start)
        return Span(start, max(start, min(self.end, other.end)))

    def gap(self, other: Span) -> int:
        """Characters between the two; 0 where they touch or overlap."""
        return max(0, max(self.start, other.start) - min(self.end, other.end))

    def shift(self, by: int) -> Span:
        """The same length, `by` characters further on."""
        return Span(self.start + by, self.end + by)

    def trim(self, text: str, characters: str | None = None) -> Span:
        """The span without white space (or `characters`) at its edges; empty at its start where nothing is left."""
        words = self.of(text)
        left = len(words) - len(words.lstrip(characters))
        kept = len(words.strip(characters))
        return Span(self.start + left, self.start + left + kept)


@dataclass(frozen=True, slots=True)
class Edit:
    """Write `text` in the view in place of what `span` covers in the source; a view never adds where nothing stood."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Where each position of a view stands in its source.

    The source is cut into pieces: `source[i]`, `view[i]` are the starts of piece i on either side, `edited[i]` says whether
    the view wrote something of its own there. A last piece of no length marks both ends. Positions inside an edited piece
    have no counterpart of their own: a start maps to the piece's start, an end to its end.
    """

    source: tuple[int, ...]
    view: tuple[int, ...]
    edited: tuple[bool, ...]

    def to_source(self, span: Span) -> Span:
        """The span of the source that holds all that `span` covers in the view."""
        return _carry(span, self.view, self.source, self.edited)

    def to_view(self, span: Span) -> Span:
        """The span of the view that holds all that `span` covers in the source."""
        return _carry(span, self.source, self.view, self.edited)


def _carry(span: Span, here: Sequence[int], there: Sequence[int], edited: Sequence[bool]) -> Span:
    if span.end > here[-1]:
        raise SpanError(f"span [{span.start}, {span.end}) reaches past the text's {here[-1]} characters")
    # The last piece that begins at or before the start; of pieces of no length at one place, the one with length.
    first = bisect.bisect_right(here, span.start) - 1
    start = there[first] + (0 if edited[first] else span.start - here[first])
    if span.start == span.end:
        return Span(start, start)
    # The last piece that begins before the end.
    last = bisect.bisect_left(here, span.end) - 1
    end = there[last + 1] if edited[last] else there[last] + span.end - here[last]
    return Span(start, max(start, end))


@dataclass(frozen=True, slots=True)
class TextView:
    """A text made from `source` by edits, with the way back."""

    source: str
    text: str
    map: OffsetMap

    @classmethod
    def of(cls, source: str, edits: Iterable[Edit] = ()) -> TextView:
        """Apply `edits`, which may come in any order. Raises `SpanError` where two overlap, one is empty or passes the end."""
        source_starts, view_starts, edited, parts = [0], [0], [False], []
        at = length = 0
        for edit in sorted(edits, key=lambda e: e.span):
            if not at <= edit.span.start < edit.span.end <= len(source):
                raise SpanError(f"edit of [{edit.span.start}, {edit.span.end}) overlaps another, is empty or passes the end")
            parts += [source[at : edit.span.start], edit.text]
            length += edit.span.start - at
            source_starts += [edit.span.start, edit.span.end]
            view_starts += [length, length + len(edit.text)]
            edited += [True, False]
            length += len(edit.text)
            at = edit.span.end
        parts.append(source[at:])
        source_starts.append(len(source))
        view_starts.append(length + len(source) - at)
        edited.append(False)
        return cls(source, "".join(parts), OffsetMap(tuple(source_starts), tuple(view_starts), tuple(edited)))

    def words(self, span: Span) -> str:
        """The words of the view for a span of the source."""
        return self.map.to_view(span).of(self.text)
