"""Whether a sentence goes on from one paragraph to the next, over a blank line, a column's or a page's end."""

from __future__ import annotations

import re

__all__ = ["carries_on", "greets"]

_FINISHED = re.compile(r"[.!?:;\u2026]['\")\]\u2019\u201d\u00bb]*$")
# A place in capitals and a dash, as news copy begins.
_DATELINE = re.compile(r"[^\W\d_]{2,}(?<![a-z])[^.!?:]{0,80}[\u2013\u2014]")
# A clause of five words or more that ends in a comma and neither addresses anybody nor takes leave.
_BROKEN_OFF = re.compile(r"(?!Dear |Yours |Excellenc|Sincerely|Respectfully|Honou?rable |Ladies )\S+(?:\s+\S+){4,},")
_GREETING = re.compile(r"(?:Dear|Hi|Hello)(?:\s\S+){1,6},")
_QUOTED = re.compile(r"[\"`'\u2018\u201c\u00ab\u201e\u2039]")
_ADDRESS = re.compile(r"https?:|www\.|tel\b|e-?mail\b|\S+@\S", re.IGNORECASE)


def greets(line: str) -> bool:
    """Whether the line is the greeting of a letter, behind which the letter begins, in lower case or not."""
    return _GREETING.fullmatch(line) is not None


def carries_on(end: str, start: str) -> bool:
    """Whether the paragraph (or line) `start` carries on the sentence in which `end` ends.

    `end` must not finish a sentence, and `start` must not begin one: it is in lower case, or stands after a dateline or
    after a clause that a comma breaks off.
    """
    if not end or not start or _QUOTED.match(start) or _ADDRESS.match(start):
        return False
    last = end.rpartition("\n")[2].rstrip()
    if _DATELINE.fullmatch(last) or _BROKEN_OFF.fullmatch(last):
        return True
    return start[0].islower() and not _FINISHED.search(last) and not greets(last)
