"""Resolutions cited by what they are on, where the text tells of their adoption: "adopted a resolution on fisheries"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.citations.found import Found
from onrecord.citations.patterns import BLANK, MONTHS, WEEKDAYS, Pattern
from onrecord.citations.words import Words
from onrecord.spans import Span

__all__ = ["PATTERNS", "described"]

_S = BLANK
_DAYS = "|".join(f"{day}s?" for day in WEEKDAYS)
# "adopted a resolution on Monday", "on the matter": no subject.
_NO_SUBJECT = (
    rf"(?:{_DAYS}|{'|'.join(MONTHS)}|the{_S}(?:spot|same|matter|subject|issue|topic|question|eve|last|first)"
    r"|this|that|these|those|it|its|such|time|behalf|today|yesterday|which|whether|how|what)\b"
)
_VOTED = rf"(?:in{_S}a{_S}recorded|by{_S}(?:consensus|an?{_S}(?:recorded{_S})?vote|\d)|without{_S}a{_S}vote|with{_S}\d)"
_NO_MORE = rf"(?:{_VOTED}|by{_S}|in{_S}favou?r|that\b|which\b|on{_S}(?:{_DAYS}))"
_ADOPTED = Pattern(
    "a resolution by its subject",
    r"(?:(?<!not)(?<!never)[ ](?:adopted|adopts|adopting|passed|passing)|(?<!\w)By)"
    rf"{_S}(?:(?:also|unanimously){_S})?(?:an?|another|its|the){_S}(?:annual{_S})?"
    rf"(?P<words>resolution{_S}(?:on|concerning){_S}(?!{_NO_SUBJECT})"
    rf"[A-Za-z][\w’'-]*(?:{_S}(?!{_NO_MORE})[A-Za-z][\w’'-]*){{0,13}}?)"
    rf"(?=,|\.(?:\s|$)|;|{_S}{_VOTED})",
    finds=(
        "Assembly« adopted a resolution on river fishing» in a recorded vote",
        "«By a resolution on fisheries», the Assembly",
    ),
    misses=("adopted a resolution on Monday.", "hopes to adopt a resolution on fisheries."),
    words=("resolution",),
    reach=600,
)
PATTERNS = (_ADOPTED,)


def described(read: Words) -> Iterator[Found]:
    """The resolutions; the catalogue cannot tell which they are."""
    on = [at for at in read.places({"resolution"}) if read.keys[at + 1 : at + 2] in (["on"], ["concerning"])]
    for match in _ADOPTED.around(read, on):
        yield Found.unknown(Span(*match.span("words")))
