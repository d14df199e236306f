"""Sayings told by a noun: "Ardania's call for …", "a request by the Board to …", "their position is that …", "reports of …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord.attribution.attribution import Attribution
from onrecord.attribution.doers import doer_behind, owner_before
from onrecord.spans import Span

__all__ = ["in_nouns", "without_verdict"]

_NOUN = (
    r"(?:calls?|appeals?|requests?|proposals?|demands?|warnings?|claims?|allegations?|recommendations?|pleas?|assertions?|"
    r"findings?|statements?)"
)
_VIEW = (
    r"(?:concerns?|fears?|views?|beliefs?|opinions?|positions?|arguments?|accusations?|complaints?|suggestions?|conclusions?|"
    r"promises?|pledges?|assurances?|doubts?|hopes?)"
)
_OWNED = re.compile(
    rf"[’']s?\s+(?:[a-z-]+\s+){{0,2}}?(?P<cue>{_NOUN}(?:\s+(?:for|of|on|about))?|{_VIEW}(?=\s+that\s)"
    r"|(?:promise|pledge|offer|threat)(?=\s+to\s))\s+(?:that\s+)?(?=\S)"
)
_MADE_BY = re.compile(
    rf"\b(?P<cue>(?:(?:{_NOUN}|complaints?)(?:\s+(?:made|issued))?"
    rf"|{_VIEW}\s+(?:voiced|expressed|raised|held|given|made|put forward|shared)))"
    r"\s+(?:by|from)\s+(?=\S)",
    re.IGNORECASE,
)
# "the statement of the Board that …", but not "the findings of the Board on …".
_OF = re.compile(rf"\b(?P<cue>{_NOUN}|{_VIEW})\s+of\s+(?=\S)")
_LEADS = re.compile(r"\s+(?:for|that|on)\s+|\s+(?=to\s)")
# "The message from the villages was that …", "the Board's answer is that …", "their position …, which is that …".
_IS_THAT = re.compile(
    r"(?:\b(?P<their>their|your)\s+(?:own\s+)?|(?P<owned>[’']s?\s+)(?:[a-z]+\s+)?|\b[Tt]he\s+)"
    r"(?P<cue>message|position|view|answer|argument|response|reply|conclusion|stance|complaint|explanation)\b"
    r"(?:\s+(?:from|of)\s+(?P<whose>[^,;:.]{3,60}?))?(?:\s+(?:as to|on|to)\s[^,;:.]{3,80})?(?:,\s+which)?"
    r"\s+(?:is|was|has been|had been)\s+that\s+"
)
# "There were reports of shots", but not "the periodic reports of Ardania".
_REPORTS = re.compile(
    r"\b(?:were|are|been|receiv\w+|heard|had|have|some|several|numerous|many|more|with|by|about|amid|recent|unconfirmed|credible|"
    r"alarming|disturbing)\s+(?P<cue>(?:reports|allegations|rumou?rs) (?:of|that))\s+(?=[a-z])"
)
# Where a noun phrase that says what is asked for ends at the latest.
_PHRASE_END = re.compile(
    r"[,;]|\s[–—-]\s|\s(?:is|are|was|were|has|have|had|should|would|must|will|can|could|may|might|but|because|while|which|who)\s"
)
# A claim ends where the sentence goes on to judge it: "the claim that the wells were clean | was false".
_JUDGED = (
    r"\s(?:is|are|was|were|has|have|had|remains?|proved)\s(?:(?:been|not|never|to be|simply|also|\w+ly)\s)*"
    r"(?:false|untrue|true|wrong|unfounded|baseless|groundless|justified|unjustified|mistaken|misleading|absurd|refuted|rejected|dismissed|denied|broken|"
    r"kept|disproved|disproven|contradicted|confirmed|ignored|heeded|withdrawn|contested|shared|echoed|fair|unfair|a\slie)\b"
)
_CLAUSE_END = re.compile(rf"[,;]|\sand\s(?:his|her|its|their|that|the)\s|{_JUDGED}")
_BUT = re.compile(r",\s+(?:but|and)\s+(?:I|we)\b")
_NOUN_CUE = re.compile(rf"\b(?:{_NOUN}|{_VIEW})\b")
_VERDICT = re.compile(_JUDGED)

# Who says it (None: nobody), the cue, what is said.
Told = tuple[Span | None, Span, Span]


def in_nouns(text: str, bound: Span) -> Iterator[Told]:
    """The sayings that nouns tell of in `bound`, a sentence or part of one."""
    for match in _OWNED.finditer(text, bound.start, bound.end):
        source = owner_before(text, Span(bound.start, match.start()))
        cue = Span(*match.span("cue"))
        if source and (" " in cue.of(text) or text[match.end() : match.end() + 3] == "to " or "that" in match[0]):
            yield source, cue, _clause(text, match, bound)
    for form in (_MADE_BY, _OF):
        for match in form.finditer(text, bound.start, bound.end):
            source = doer_behind(text, Span(match.end(), bound.end))
            leads = _LEADS.match(text, source.end, bound.end) if source else None
            if source and leads and (form is _MADE_BY or "that" in leads[0]):
                yield source, Span(*match.span("cue")), _clause(text, leads, bound)
    for match in _IS_THAT.finditer(text, bound.start, bound.end):
        if source := _whose(text, match, bound):
            turn = _BUT.search(text, match.end(), bound.end)
            yield source, Span(*match.span("cue")), Span(match.end(), turn.start() if turn else bound.end)
    for match in _REPORTS.finditer(text, bound.start, bound.end):
        yield None, Span(*match.span("cue")), _clause(text, match, bound)


def _whose(text: str, match: re.Match[str], bound: Span) -> Span | None:
    if match["their"]:
        return Span(*match.span("their"))
    if match["owned"]:
        return owner_before(text, Span(bound.start, match.start()))
    return doer_behind(text, Span(*match.span("whose"))) if match["whose"] else None


def _clause(text: str, lead: re.Match[str], bound: Span) -> Span:
    """What stands behind `lead`: a clause where that ends in "that", else a noun phrase."""
    ends = _CLAUSE_END if "that" in lead[0] else _PHRASE_END
    end = ends.search(text, lead.end(), bound.end)
    return Span(lead.end(), end.start() if end else bound.end)


def without_verdict(text: str, item: Attribution) -> Attribution:
    """The item without what its sentence says of it: "the claim that the wells were clean | was false"."""
    if not item.cue or not item.content or not _NOUN_CUE.search(item.cue.of(text)):
        return item
    *pieces, last = item.content
    verdict = _VERDICT.search(text, last.start, last.end)
    return replace(item, content=(*pieces, Span(last.start, verdict.start()))) if verdict else item
