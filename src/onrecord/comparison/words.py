"""The words of a text as they are compared: folded case, straight marks, no punctuation, each with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.quotation import straighten
from onrecord.spans import Span

__all__ = ["Token", "folded", "tokens"]

# Dashes part words, whatever their length; a hyphen or apostrophe inside a word does not.
_WORD = re.compile(r"[^\W_]+(?:[-'’\u2010\u2011][^\W_]+)*(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class Token:
    """A word and its span."""

    word: str
    span: Span


def tokens(text: str, within: Span | None = None) -> list[Token]:
    """The words of `text` (of its stretch `within`)."""
    bounds = within or Span(0, len(text))
    return [
        Token(folded(match[0]), Span(match.start(), match.end())) for match in _WORD.finditer(text, bounds.start, bounds.end)
    ]


def folded(word: str) -> str:
    """The word as it is compared with others."""
    return straighten(word).replace("\u2010", "-").replace("\u2011", "-").casefold()
