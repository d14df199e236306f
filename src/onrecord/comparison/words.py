"""The words of a text as they are compared: folded case, straight marks, no punctuation, each with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.quotation import straighten
from onrecord.spans import Span

__all__ = ["STOP", "Token", "folded", "overlap", "stem", "stems", "tokens"]

# Dashes part words, whatever their length; a hyphen or apostrophe inside a word does not, nor does a hyphen at a line's end.
_WORD = re.compile(r"[^\W_]+(?:(?:[-'’\u2010\u2011\u00ad]|-[ \t]*\n[ \t]*)[^\W_]+)*(?:[.,]\d+)*")
_HYPHEN = re.compile(r"[-\u00ad]\s*")

# Words that tell nothing of what a sentence is about.
STOP = frozenset(
    (
        "the a an of to in on at by for from with and or but as is are was were be been being has have had that this these "
        "those it its he she they his her their him them we our i my you your not no nor so than then there here which who "
        "whom whose what when where while if would could should may might must will can shall do does did more most such all "
        "any both each few into over under about after before between through during against also only own same very just "
        "because until up down out"
    ).split()
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word and its span."""

    word: str
    span: Span


def tokens(text: str, within: Span | None = None) -> list[Token]:
    """The words of `text` (of its stretch `within`), without hyphens, since one at a line's end can be either kind."""
    bounds = within or Span(0, len(text))
    found = _WORD.finditer(text, bounds.start, bounds.end)
    return [Token(_HYPHEN.sub("", folded(match[0])), Span(match.start(), match.end())) for match in found]


def folded(word: str) -> str:
    """The word as it is compared with others."""
    return straighten(word).replace("\u2010", "-").replace("\u2011", "-").casefold()


def stem(word: str) -> str:
    """The word without the endings of number and tense, so that "blew up" meets "blown up" at least in "up"."""
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def stems(text: str) -> frozenset[str]:
    """The stems of the words of `text` that tell something."""
    return frozenset(stem(token.word) for token in tokens(text) if token.word not in STOP)


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the smaller set that the larger has too; 0 where one is empty (Szymkiewicz and Simpson)."""
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0
