"""Where a position stands: in which block, sentence and quotation, and which quotations only give a thing its name."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from onrecord.document import Block
from onrecord.flow import Flow
from onrecord.quotation import Quotation, quotations
from onrecord.sentences import sentences
from onrecord.spans import Span

__all__ = ["WORD", "Structure", "Taken", "has_words", "is_title", "names_something"]

_LONGEST_TITLE = 25  # words
# Words and numbers, with what apostrophes and hyphens join to them.
WORD = re.compile(r"\w+(?:['’-]\w+)*")


@dataclass(frozen=True, slots=True)
class Structure:
    """A flow's text with its blocks, sentences and quotations, each in text order; no sentence or quotation crosses a block."""

    text: str
    blocks: tuple[Block, ...]
    sentences: tuple[Span, ...]
    quotations: tuple[Quotation, ...]

    @classmethod
    def of(cls, flow: Flow) -> Structure:
        """Take the text apart."""
        text = flow.text
        split = [sentence for block in flow.blocks for sentence in sentences(text, block.span.start, block.span.end)]
        quoted = [mark for block in flow.blocks for mark in quotations(text, block.span.start, block.span.end)]
        return cls(text, flow.blocks, tuple(split), tuple(quoted))

    def block(self, at: int) -> int:
        """The index of the block that holds position `at`, or of the last one that begins before it."""
        return max(0, bisect.bisect_right(self.blocks, at, key=lambda block: block.span.start) - 1)

    def sentence(self, at: int) -> int:
        """The index of the sentence that holds position `at`, or of the last one that begins before it."""
        return max(0, bisect.bisect_right(self.sentences, at, key=lambda sentence: sentence.start) - 1)

    def quoted(self, span: Span) -> list[Quotation]:
        """The quotations that share words with `span`."""
        first = bisect.bisect_left(self.quotations, span.start, key=lambda quotation: quotation.span.start)
        # Those that begin before the span can only stand in the same block, which holds few.
        start = self.blocks[self.block(span.start)].span.start if self.blocks else 0
        first = bisect.bisect_left(self.quotations, start, key=lambda quotation: quotation.span.start, hi=first)
        found = []
        for quotation in self.quotations[first:]:
            if quotation.span.start >= span.end:
                break
            if quotation.inner.overlaps(span):
                found.append(quotation)
        return found

    def opened_at(self, at: int) -> Quotation | None:
        """The quotation whose opening mark stands at `at`."""
        first = bisect.bisect_left(self.quotations, at, key=lambda quotation: quotation.span.start)
        return next((mark for mark in self.quotations[first : first + 1] if mark.span.start == at), None)


def has_words(text: str, spans: Iterable[Span], fewest: int) -> bool:
    """Whether the spans hold `fewest` words together; no more of them are read."""
    words = (word for span in spans for word in WORD.finditer(text, span.start, span.end))
    return sum(1 for _ in islice(words, fewest)) == fewest


def is_title(structure: Structure, span: Span) -> bool:
    """Whether a quotation is all of a short paragraph and ends in no stop ("“Ten years after the flood”" under a headline)."""
    quotation, block = structure.opened_at(span.start), structure.blocks[structure.block(span.start)]
    if quotation is None or not quotation.closed or not quotation.span == span == block.span:
        return False
    return quotation.inner.of(structure.text)[-1:].isalnum() and not has_words(structure.text, [span], _LONGEST_TITLE + 1)


def names_something(text: str, quotation: Quotation) -> bool:
    """Whether the marks stand around a title or a name ('the "Harbour Plan"'), which quotes nobody."""
    inner = quotation.inner
    words = [match[0] for match in islice(WORD.finditer(text, inner.start, inner.end), 9)]
    small = {"of", "the", "and", "for", "in", "on", "to", "a", "an"}
    return len(words) <= 8 and len(words) > 1 and all(word[0].isupper() or word in small for word in words)


class Taken:
    """Which stretches of the text are taken by parts of attributions; asked by halving, whatever their number."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)
        self._longest = max((len(span) for span in self._spans), default=0)

    def near(self, stretch: Span) -> list[Span]:
        """The spans that share words with `stretch`, in order."""
        first = bisect.bisect_left(self._spans, stretch.start - self._longest, key=lambda span: span.start)
        last = bisect.bisect_left(self._spans, stretch.end, key=lambda span: span.start)
        return [span for span in self._spans[first:last] if span.overlaps(stretch)]

    def free(self, stretch: Span) -> bool:
        """Whether none of them shares words with `stretch`."""
        return not self.near(stretch)
