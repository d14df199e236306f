"""Whether a line reads as a heading, by its words alone."""

from __future__ import annotations

import re

__all__ = ["reads_as_heading"]

_ENDING = re.compile(r"[.!?,;:\u2026\u2013\u2014=<>/|+-]['\")\]\u2019\u201d\u00bb]*$|['`]{2}$|\"\"")
_QUOTED = re.compile(r"[\"`'\u2018\u201c\u00ab\u201e\u2039]")
# No heading ends in one of these.
_FUNCTION = re.compile(
    r"a|an|the|and|or|but|nor|of|to|in|on|at|by|for|with|from|as|that|which|who|whom|whose|is|are|was|were|be|been|has|have|had|"
    r"said|says|say|stated|told|asked|added|noted|not|also|it|he|she|they|we|i|his|her|their|its|our|my"
)
_LONGEST_HEADING = 120
_LONGEST_TITLE = 250


def reads_as_heading(line: str, *, first: bool = False) -> bool:
    """Whether a line reads as a heading: short, neither ended nor broken off as a sentence is.

    The `first` line of a report may be longer (a headline is often a sentence) and may begin with a quotation mark.
    """
    longest, most = (_LONGEST_TITLE, 40) if first else (_LONGEST_HEADING, 16)
    words = line.split()
    if not words or len(line) > longest or len(words) > most or _ENDING.search(line) or (_QUOTED.match(line) and not first):
        return False
    last = words[-1].strip("\"'\u2019\u201d").lower()
    return not line[0].islower() and not _FUNCTION.fullmatch(last) and any(character.isalpha() for character in line)
