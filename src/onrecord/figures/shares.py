"""Shares: a percentage or a fraction with what it is a share of, and who has it."""

from __future__ import annotations

import re

from onrecord.figures.kinds import groups_of
from onrecord.figures.phrases import HEDGES
from onrecord.spans import Span

__all__ = ["MEMBERS", "of_the_dead", "share"]

MEMBERS = re.compile(
    r"(?:\s+of\s+(?:them|these|those|whom))?\s+(?:were|was|are|is|being)\s+(?:among\s+)?(?P<who>(?:\w+\s+)?(?!(?:and|or|but|who|in|from)\b)\w+)",
    re.IGNORECASE,
)
_SHARING = re.compile(
    r"(?:account(?:ed|s)?\s+for|make\s+up|made\s+up|hold|held|represent(?:ed|s)?|constitut(?:e|ed|es)|comprised?)",
    re.IGNORECASE,
)
_SHARERS = re.compile(rf"(?P<who>(?:[^\W\d_][\w’'-]*\s+){{1,3}}){_SHARING.pattern}\s+{HEDGES}\Z", re.IGNORECASE)
_OF_THE_DEAD = re.compile(
    r"\s+of\s+(?:all\s+)?(?:the|those)\s+(?P<who>dead|killed|injured|wounded|missing|displaced|detained|rescued)\b",
)


def of_the_dead(lower: str, start: int, end: int) -> str | None:
    """Whom a share that ends at `start` is of, where only what befell them is said: "two thirds of the dead".

    `lower` is the text in lower case.
    """
    match = _OF_THE_DEAD.match(lower, start, end)
    return match["who"] if match else None


def share(text: str, number: Span, around: Span, *, behind: int, base: str | None, fraction: bool) -> str | None:
    """A percentage or fraction with its base, and with whom it is of it: "women, share of civilian casualties".

    `around` are the number's own words, `behind` is where the noun phrase behind it ends.
    """
    if base is None:
        return None
    ahead = text[around.start : number.start]
    sharers = _SHARERS.search(ahead[-80:])
    who = _sharer(sharers["who"]) if sharers else None
    members = MEMBERS.match(text, behind, around.end)
    if who is None and members and groups_of(members["who"], None):
        who = members["who"]
    of = f"share of {base}" if re.match(r"\s*(?:of|in\s|out\s+of)\b", text[number.end : around.end]) or fraction else base
    return f"{who}, {of}" if who else of


def _sharer(words: str) -> str | None:
    """Whose share it is, without adverbs and pronouns before it."""
    kept = [
        word
        for word in words.split()
        if not word.endswith("ly") and word.casefold() not in {"which", "that", "they", "it", "and"}
    ]
    return " ".join(kept) or None
