"""What the words around a figure say of it, where its own noun does not: what befell the people, and of which event they are.

"Some 600 people were sheltering in the cellar" counts those who sheltered; "it killed close to 600 people" counts the dead;
"6,100 have been killed since January" counts a whole war, and never meets the toll of one night. A number that stands alone
("the union documented at least 43.") takes what the paragraph before it counts.
"""

from __future__ import annotations

import re

from onrecord.record import Figure

__all__ = ["befell", "set_apart", "wider"]

_AFTER, _BEFORE, _PARAGRAPH = 90, 60, 240
_STOP = re.compile(r"[.;!?:](?=\s|$)|\n\s*\n")
_NUMBER = re.compile(r"\d")
_SHELTER = re.compile(
    r"\b(?:shelter(?:ed|ing)?|tak(?:en|ing) (?:refuge|cover|shelter)|took (?:refuge|cover|shelter)|hid|hiding)\b", re.IGNORECASE
)
_KILLED = re.compile(r"\b(?:kill(?:ed|ing|s)?|deaths?|dead|died|death toll|lives|massacred|murdered|perished)\b", re.IGNORECASE)
_TOLL = re.compile(r"\b(?:death toll|toll|dead|deaths|killed)\b", re.IGNORECASE)
_ALONE = re.compile(r"\s*(?:[.,;)]|and\b|or\b|later\b|$)", re.IGNORECASE)
_WIDER = re.compile(
    r"\bsince (?:the (?:war|invasion|conflict|fighting|offensive|uprising)|(?:january|february|march|april|may|june|july|august"
    r"|september|october|november|december)\b|(?:19|20)\d\d)|\b(?:whole|entire) (?:war|campaign|conflict)"
    r"|\b(?:throughout|during|over the course of) the (?:war|campaign|conflict)\b",
    re.IGNORECASE,
)
_MAIMED = re.compile(r"\b(?:mutilat\w+|maimed|crippled|disabled)\b", re.IGNORECASE)
_ASKED = re.compile(r"\b(?:interview\w*|spoke|spoken|testif\w+|testimon\w+)\b", re.IGNORECASE)


def befell(figure: Figure, text: str) -> str | None:
    """What the sentence says befell people of whom the figure says no more; "sheltering", "killed", or None."""
    before, after = _around(figure, text)
    if _SHELTER.search(after):
        return "sheltering"
    # What stands before another number belongs to that number.
    near = _NUMBER.split(before)[-1][-_BEFORE:]
    if _SHELTER.search(near):
        return "sheltering"
    if _KILLED.search(near):
        return "killed"
    if figure.counted is None and _ALONE.match(text, figure.span.end):
        paragraph = text[max(0, figure.span.start - _PARAGRAPH) : figure.span.start].rpartition("\n\n")[2]
        return "killed" if _TOLL.search(paragraph) else None
    return None


def wider(figure: Figure, text: str) -> bool:
    """Whether the sentence counts a whole war or a long time, not one event."""
    before, after = _around(figure, text)
    return bool(_WIDER.search(before) or _WIDER.search(after))


def set_apart(figure: Figure, text: str) -> str | None:
    """What sets those counted apart from others of the same kind: "mutilated" (not merely hurt), "asked" (by one asker)."""
    before, after = _around(figure, text)
    if _MAIMED.search(figure.counted or "") or _MAIMED.search(_NUMBER.split(after)[0]):
        return "mutilated"
    return "asked" if _ASKED.search(_NUMBER.split(before)[-1]) or _ASKED.search(_NUMBER.split(after)[0]) else None


def _around(figure: Figure, text: str) -> tuple[str, str]:
    """The rest of the sentence on either side of the figure, not much of it."""
    start, end = figure.span.start, figure.span.end
    before = _STOP.split(text[max(0, start - 2 * _AFTER) : start])[-1]
    return before, _STOP.split(text[end : end + _AFTER])[0]
