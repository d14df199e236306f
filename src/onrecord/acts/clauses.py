"""What an act is done to, and when: the object beside the verb, the date of its clause."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence

from onrecord.acts.verbs import Deed
from onrecord.dates.expressions import Dated, dates
from onrecord.spans import Span

__all__ = ["clause_end", "object_before", "object_behind", "times_of"]

_CLAUSE_END = re.compile(
    r"[;:!?”\"]|\.(?=\s|\Z)|,?\s+(?:whereby|which|who|while|whereas|although|though|because|but)\b|,\s+(?:and|saying|adding|noting|calling"
    r"|citing|after|when|as)\b|\s+[–—-]\s",
    re.IGNORECASE,
)
_OBJECT_END = re.compile(
    r",(?=\s)|\s+\((?!(?:1[89]|20)\d\d\))"
    r"|\s+in\s+the\s+strongest\b|\s+(?:on|at)\s+(?:its\s+)?(?:first|second|third|final)\s+reading\b"
    r"|\s+in a (?:recorded\s+|roll-call\s+)?vote\b|\s+without a vote\b"
    r"|\s+nor\b|\s+(?:from|after|before|following|during|since|until|when|if|unless|unanimously|respectively|by)\b"
    r"|\s+and\s+(?:also\s+)?(?:has|have|had|was|were|is|are|\w+ed)\b",
    re.IGNORECASE,
)
# Between the verb and its object: "adopted, without a vote, a resolution", "but never ratified, the Convention".
_HOW = re.compile(
    r",?\s+(?:without a vote|by (?:consensus|acclamation)|as (?:orally )?amended"
    r"|(?:by|in) a (?:recorded |roll-call )?vote\b[^,;]*(?:,\s+with[^,;]*)?),(?=\s)",
    re.IGNORECASE,
)
_DATE_LEAD = re.compile(
    r"\b(?:in|on|during|since|by|early|late|mid|last|this)\s+(?:the\s+|early\s+|late\s+|mid-?\s*)?\Z", re.IGNORECASE
)
_OWN_LEAD = re.compile(r"(?:last|this|yesterday|today|earlier)\b", re.IGNORECASE)
_RESPECTIVELY = re.compile(r"\b(?:in|on)\s+(?P<list>[^.;]{4,90}?),?\s+respectively\b", re.IGNORECASE)
_LIST_JOINT = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+")
_OPENS_CLAUSE = re.compile(
    r"[,;:“\"(]|\b(?:that|though|although|while|whereas|because|whereby|which|where|if|when|and|but|said|says)\b", re.IGNORECASE
)
_ARTICLE = re.compile(r"\b(?:a|an|the|its|this|that|no|his|her|their|all)\s+(?=\S)", re.IGNORECASE)
_NEAR = 90


def clause_end(text: str, start: int, sentence: Span) -> int:
    """Where the clause that a verb at `start` opens ends."""
    match = _CLAUSE_END.search(text, start, sentence.end)
    return match.start() if match else sentence.end


def object_behind(text: str, deed: Deed, end: int, times: Sequence[Dated]) -> Span | None:
    """What the act is done to, in an active clause: the words behind the verb up to a date, a comma or another clause."""
    start = _behind(text, deed.verb.end, end, times)
    if cut := _OBJECT_END.search(text, start, end):
        end = cut.start()
    for dated in _between(times, start, end):
        lead = _DATE_LEAD.search(text, start, dated.span.start)
        if lead or _OWN_LEAD.match(text, dated.span.start):
            end = min(end, lead.start() if lead else dated.span.start)
    span = Span(start, max(start, end)).trim(text, " \u00a0\t\n,.;:")
    return span if span else None


def _behind(text: str, start: int, end: int, times: Sequence[Dated]) -> int:
    """Where the words behind a verb begin, past how and on which day it was done ("ruled on Monday that …")."""
    if how := _HOW.match(text, start, end):
        start = how.end()
    start = Span(start, max(start, end)).trim(text, " \u00a0\t\n").start
    said = _between(times, start, end)[:1]
    if said and _DATE_LEAD.fullmatch(text, start, said[0].span.start):
        start = Span(said[0].span.end, max(said[0].span.end, end)).trim(text, " \u00a0\t\n").start
    return start


def object_before(text: str, deed: Deed, sentence: Span) -> Span | None:
    """What the act is done to, in a passive clause: the subject; of a bare participle, the noun phrase right before it."""
    end = Span(sentence.start, deed.group.start).trim(text, " \u00a0\t\n,").end
    start = sentence.start
    for match in _OPENS_CLAUSE.finditer(text, sentence.start, end):
        start = match.end()
    if not deed.passive:
        articles = list(_ARTICLE.finditer(text, max(start, end - _NEAR), end))
        start = articles[-1].start() if articles else start
    span = Span(start, max(start, end)).trim(text, " \u00a0\t\n,")
    return span if span else None


def times_of(text: str, deed: Deed, lead: Span, end: int, times: Sequence[Dated], *, count: int) -> list[str | None]:
    """When each of `count` bodies did it, in EDTF: one for each where the text says "respectively", else one for all.

    `lead` are the words before the subject, in which the date may stand; `end` is where the clause ends.
    """
    listed = _RESPECTIVELY.search(text, deed.verb.end, end)
    if listed and count > 1:
        each = [_alone(piece) for piece in _LIST_JOINT.split(listed["list"])]
        if len(each) == count and all(each):
            return list(each)
    behind = [dated for dated in _between(times, deed.verb.end, end) if _dates_clause(text, dated)]
    before = [dated for dated in _between(times, lead.start, lead.end) if _dates_clause(text, dated)]
    chosen = behind[0] if behind else before[-1] if before else None
    return [chosen.interval.edtf if chosen and chosen.interval else None] * count


def _between(times: Sequence[Dated], start: int, end: int) -> list[Dated]:
    first = bisect.bisect_left(times, start, key=lambda dated: dated.span.start)
    last = bisect.bisect_left(times, end, key=lambda dated: dated.span.start)
    return list(times[first:last])


def _dates_clause(text: str, dated: Dated) -> bool:
    """Whether the expression says when, rather than naming something ("the 1948 Convention", "the report of 3 May")."""
    if not dated.interval or dated.duration:
        return False
    before = _DATE_LEAD.search(text, max(0, dated.span.start - 24), dated.span.start)
    return bool(before or _OWN_LEAD.match(text, dated.span.start))


def _alone(words: str) -> str | None:
    """The date that the words are, in EDTF."""
    found = dates(f"in {words}")
    return found[0].interval.edtf if len(found) == 1 and found[0].interval else None
