"""The day of a report: what its format says, else what its head says.

A date in the head is the report's own in a dateline ("LISK, 4 May 2031 (Agency) - Rescuers …"), in a line of its own or of a
few words ("Selma Herald, 6 May 2031", "Communiqué No. 7 of 5 May 2031"), behind "adopted on" or "situation at 18.00 on", or
where somebody "said on Wednesday 5 May 2031" what is reported. Any other date in a sentence, or in a title after "on", "in" or
"since", is the event's and not the report's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from onrecord.dates.expressions import dates
from onrecord.document import Document

__all__ = ["day_of"]

_LINES, _WORDS, _PLACE, _BODY = 6, 14, 5, 25
_DAY = re.compile(r"\d{4}-\d\d-\d\d\Z")
_MONTH = re.compile(r"\d{4}-\d\d\Z")
_LEANS = re.compile(r"\b(?:on|in|since|after|before|until|by|from|to|between|during|and|the)\s+\Z", re.IGNORECASE)
_OF = re.compile(r"\bof\s+\Z", re.IGNORECASE)
_ISSUED = re.compile(
    r"\b(?:no|nr|number|communiqu\w+|statement|bulletin|report|release|notice|letter|record|minutes|edition|issue)\b",
    re.IGNORECASE,
)
_SAID = re.compile(r"\b(?:said|told|announced|reported|stated|declared)(?: \w+){0,2} on (?:\w+day,? )?\Z")
_GIVEN_OUT = re.compile(
    r"\b(?:adopted|issued|published|released|dated|delivered|handed down|(?:laid before|presented to) [\w ]{3,40}?|presented"
    r"|(?:situation|figures|data)(?: as)?(?: at| of)?[\w .:]{0,12}?|as at|as of)(?: on)?\s+\Z"
    r"|\A(?:report|judgment|statement|communiqu\w+|letter|bulletin|resolution|decision|note)(?: \w+){0,2} of\s+\Z",
    re.IGNORECASE,
)
_CLOSES = re.compile(r"\s*(?:[-–—.:|(,]|\Z)")
_SMALL = re.compile(r"\b[a-z]{2,}")


def day_of(document: Document) -> str | None:
    """The day of the report in EDTF, or its month where no day is said; None where neither format nor head says it."""
    return document.published or next(_said(document.text), None)


def _said(text: str) -> Iterator[str]:
    lines = (line for line in text.splitlines() if line.strip())
    for line in islice(lines, _LINES):
        for dated in dates(line):
            edtf = dated.interval.edtf if dated.interval else ""
            before, after = line[: dated.span.start], line[dated.span.end :]
            heading = _heading(line, before)
            said = heading or _dateline(before, after) or _SAID.search(before) or _GIVEN_OUT.search(before)
            if (_DAY.match(edtf) and said) or (_MONTH.match(edtf) and heading):
                yield edtf
        if len(line.split()) > _BODY:
            return


def _dateline(before: str, after: str) -> bool:
    """Whether only a place in capitals stands before the date, and what follows closes it."""
    return len(before.split()) <= _PLACE and not _SMALL.search(before) and bool(_CLOSES.match(after))


def _heading(line: str, before: str) -> bool:
    """Whether the line is a few words, and none of them hangs the date on an event."""
    if len(line.split()) > _WORDS or _LEANS.search(before):
        return False
    return not _OF.search(before) or bool(_ISSUED.search(before))
