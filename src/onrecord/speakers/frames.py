"""Texts whose every sentence is one person's by their own first words.

"This is a summary of what was said by the agency's spokesperson Ana Lima, to whom quoted text may be attributed": from there on
the whole is hers (annotation rules, 3.18).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.spans import Span
from onrecord.speakers.cast import Cast, Party
from onrecord.speakers.phrase import read
from onrecord.speakers.setting import Setting

__all__ = ["Frame", "author_of", "frame_of"]

_FRAME = re.compile(
    r"\b(?:(?:summary|text) of what|(?:this|that|here|following|below) is what|what (?=(?:was|is) said by))\b"
    r"[^.\n“”\"]{0,80}?\b(?:said by|said|told)\b|"
    r"\b(?:quoted )?(?:text|words|remarks|statement|following)\b[^.\n]{0,40}?\b(?:may|can|should|is to|"
    r"are to) be (?:attributed|quoted)\b|"
    r"\btranscript of[^.\n]{0,60}?\bbriefing\b[^.\n]{0,20}?\b(?:by|with)\b",
    re.IGNORECASE,
)
_STATEMENT = re.compile(
    r"\b(?:statement|remarks|address|speech|message|intervention|keynote|op-?ed|opinion|blog post|letter|"
    r"briefing)\b[^.\n]{0,60}?"
    r"\b(?:by|of|from)\s+(?=\S)",
    re.IGNORECASE,
)
# What follows the author's name in a title.
_WHERE = re.compile(r"\s+(?:at|to|on|in|before|during|for)\s|[,;:(\n]|\.\s|\Z")
_ENDS = re.compile(
    r"\W*(?:for (?:more|further) information|media contacts?|press contacts?|contacts?\b|notes? (?:to|for) (?:editors?|"
    r"the media)|"
    r"\* ?\* ?\*|###|-+ ?ends? ?-+|ends\b|background\b|about the\b)",
    re.IGNORECASE,
)
# A frame stands at the head of its text.
_WITHIN_BLOCKS = 5


@dataclass(frozen=True, slots=True)
class Frame:
    """From `start` to `end` all is said by `party`."""

    party: Party
    start: int
    end: int


def frame_of(setting: Setting, cast: Cast) -> Frame | None:
    """The frame of a text, where its head states one."""
    for sentence in setting.sentences:
        if setting.block(sentence.start) >= _WITHIN_BLOCKS:
            return None
        match = _FRAME.search(setting.text, sentence.start, sentence.end)
        people = [party for span, party in cast.named_between(sentence.start, sentence.end) if party.certain]
        if match and people:
            return Frame(people[0], sentence.end, _end(setting, sentence.end))
    return None


def author_of(setting: Setting, cast: Cast) -> Party | None:
    """Who says "I" in a text that its head calls somebody's statement, speech or letter."""
    for sentence in setting.sentences:
        if setting.block(sentence.start) >= _WITHIN_BLOCKS:
            return None
        match = _STATEMENT.search(setting.text, sentence.start, sentence.end)
        if not match:
            continue
        where = _WHERE.search(setting.text, match.end(), sentence.end)
        end = where.start() if where else sentence.end
        people = [party for span, party in cast.named_between(match.end(), end) if span.start - match.end() < 60]
        mentions = read(setting.text, Span(match.end(), end))
        named = [mention for mention in mentions if mention.kind in {"state", "body"}]
        if people or named:
            return people[0] if people else cast.other(named[0])
    return None


def _end(setting: Setting, start: int) -> int:
    for block in setting.blocks:
        if block.span.start > start and _ENDS.match(setting.text, block.span.start):
            return block.span.start
    return len(setting.text)
