"""Where things stand in a text: blocks, sentences, and what lies between two places."""

from __future__ import annotations

import bisect
import functools
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.document import Block
from onrecord.flow import Flow
from onrecord.sentences import sentences
from onrecord.spans import Span

__all__ = ["Setting"]


@dataclass(frozen=True)
class Setting:
    """A flow's text with its blocks and sentences in text order; no sentence crosses a block."""

    text: str
    blocks: tuple[Block, ...]
    sentences: tuple[Span, ...]

    @classmethod
    def of(cls, flow: Flow) -> Setting:
        """Split the text into sentences, block by block."""
        split = [s for block in flow.blocks for s in sentences(flow.text, block.span.start, block.span.end)]
        return cls(flow.text, flow.blocks, tuple(split))

    @functools.cached_property
    def _block_starts(self) -> list[int]:
        return [block.span.start for block in self.blocks]

    @functools.cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def block(self, at: int) -> int:
        """The index of the block that holds position `at`, or of the last one that begins before it."""
        return _last_before(self._block_starts, at)

    def sentence(self, at: int) -> int:
        """The index of the sentence that holds position `at`, or of the last one that begins before it."""
        return _last_before(self._sentence_starts, at)

    def sentence_span(self, at: int) -> Span:
        """The sentence that holds position `at`."""
        return self.sentences[self.sentence(at)] if self.sentences else Span(0, len(self.text))


def _last_before(starts: Sequence[int], at: int) -> int:
    return max(0, bisect.bisect_right(starts, at) - 1)
