"""Resolutions of the General Assembly told by what they are on, in the report of a meeting that gives its session.

"By a recorded vote of 171 in favour to 3 against, the Assembly adopted a resolution on commodities": the session and the
subject say which one, where the catalogue has one alone on all of the subject. It has every resolution that was put to a
recorded vote, and few of the others; so only where the sentence tells of such a vote the one is the target, and elsewhere a
candidate.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from onrecord.citations.catalogue import Catalogue
from onrecord.citations.found import Found
from onrecord.flow import Flow
from onrecord.names.ordinals import ORDINAL, ordinal
from onrecord.sentences import sentence_number, sentences

__all__ = ["with_session"]

_HEAD = 800  # characters in which a meeting's report gives its body and session
_BODY = re.compile(r"\bGeneral\s+Assembly\b", re.IGNORECASE)
_SESSION = re.compile(rf"\b(?P<ordinal>{ORDINAL})\s+session\b", re.IGNORECASE)
_ON = re.compile(r"resolution\s+(?:on|concerning|regarding|about)\s+(?P<subject>.+)\Z", re.DOTALL)
_VOTE = re.compile(r"\brecorded\s+vote\b", re.IGNORECASE)
_LONG = re.compile(r"\w{4,}")
_MOST = 10


def with_session(flow: Flow, found: Iterable[Found], known: Catalogue) -> Iterator[Found]:
    """The citations; those of a resolution on some subject with the resolutions of the session on it."""
    session = _session(flow.text)
    for one in found:
        told = _ON.match(one.span.of(flow.text)) if session and one.status == "unknown" else None
        topics = _topics(told["subject"], known) if told else ()
        may = [each.symbol for each in known.of_session(session, topics)] if session and topics else []
        if len(may) == 1 and _voted(flow, one):
            yield replace(one, target=may[0], status="resolved")
        elif 0 < len(may) <= _MOST:
            yield replace(one, status="ambiguous", candidates=tuple(may))
        else:
            yield one


def _session(text: str) -> str | None:
    """The session of the General Assembly that the head of the text names."""
    told = _SESSION.search(text, 0, _HEAD) if _BODY.search(text, 0, _HEAD) else None
    number = ordinal(told["ordinal"]) if told else None
    return str(number) if number else None


def _topics(subject: str, known: Catalogue) -> tuple[str, ...]:
    """The topics of a subject; none where more of it is on what the catalogue has no topic for."""
    topics = known.topics_in(subject)
    return topics if len(_LONG.findall(known.without_topics(subject))) < len(topics) else ()


def _voted(flow: Flow, one: Found) -> bool:
    """Whether the sentence tells of a recorded vote."""
    block = flow.block(one.span.start)
    among = sentences(flow.text, block.start, block.end)
    number = sentence_number(among, one.span.start)
    return number is not None and bool(_VOTE.search(among[number].of(flow.text)))
