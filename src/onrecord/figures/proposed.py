"""Numbers that are only proposed: "called to increase the fund to $1 billion", "would raise the number to 500".

What is reported as done counts ("managed to cut the number to 40"), and so does what is needed ("$22 million would be needed").
"""

from __future__ import annotations

import re

from onrecord.figures.numerals import Numeral
from onrecord.figures.phrases import HEDGES

__all__ = ["proposed"]

_REACH = 120  # characters before a number
_CHANGE = r"(?:increase|raise|expand|cut|reduce|lower|boost|lift|enlarge|double|triple)"
# "To" behind these is no wish but a deed.
_DONE = "".join(
    rf"(?<!\b{word} )" for word in "managed helped able continued used served enough had began begun started failed".split()
)
_ENDS = rf"{HEDGES}\Z"
_TARGET = re.compile(
    rf"\b(?:{_DONE}to|would|should|must|could)\s+(?:\w+ly\s+)?{_CHANGE}\s+(?:[^.;:,\d]{{1,60}}?\s)?to\s+{_ENDS}"
)
_DEMAND = re.compile(
    r"\b(?:propos(?:e|ed|es|ing)|request(?:ed|s|ing)?|demand(?:ed|s|ing)?|seek(?:s|ing)?|sought"
    r"|(?:proposals?|pleas?|plead(?:ed|s|ing)?|press(?:ed|es|ing)?|push(?:ed|es|ing)?|ask(?:ed|ing|s)?|appeal(?:ed|ing|s)?"
    r"|requests?|call(?:ed|ing|s)?)\s+for)"
    rf"\s+{_ENDS}"
)
_URGED = re.compile(
    r"\b(?:ask(?:ed|s|ing)?|urg(?:ed|es|ing)|call(?:ed|s|ing)?\s+(?:up)?on|appeal(?:ed|s|ing)?\s+to)\s+"
    rf"(?:[^.;:,\d]{{2,60}}?\s)to\s+[a-z]{{3,}}\s+{_ENDS}"
)


def proposed(text: str, numeral: Numeral) -> bool:
    """Whether the words before the number make it a target, a demand or a wish; "proposed three ways" counts what was said."""
    before = text[max(0, numeral.span.start - _REACH) : numeral.span.start].lower()
    few = not numeral.digits and numeral.unit is None and numeral.high <= 12
    return not few and any(pattern.search(before) for pattern in (_TARGET, _DEMAND, _URGED))
