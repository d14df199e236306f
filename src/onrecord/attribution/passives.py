"""Sayings told in the passive, with their subject or their agent for a speaker.

"The mayor was quoted by the Tide as saying that …", "“…”, the mayor was quoted as saying", "she was reported to have said …":
the subject speaks, not the paper. "Residents were told by soldiers that …": the agent speaks, not whoever hears.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.attribution.cues import reports_speech
from onrecord.attribution.decoding import RoleSpan
from onrecord.attribution.doers import doer_before, doer_behind
from onrecord.attribution.linking import Link
from onrecord.attribution.structure import Structure, Taken, has_words
from onrecord.attribution.subjects import subject
from onrecord.spans import Span

__all__ = ["Passive", "in_passive", "with_passives"]

_CONFIDENCE = 0.8
_FEWEST = 2  # words that a content has
_BE = r"\b(?:(?:has|have|had|having)\s+(?:also\s+|\w+ly\s+)?been|is|are|was|were)\s+(?:(?:also|later|then|widely|\w+ly)\s+)?"
_WHERE = r"(?:\s+(?:by|in|on)\s+[^,;:.“”\"]{2,60}?)?"
_VERB = r"(?P<verb>\w+)(?:(?:\s+[\w’'.-]+){1,6}?(?=\s+that\s))?"
_AS_SAYING = re.compile(rf"(?P<cue>{_BE}(?:quoted|cited|heard|recorded|reported){_WHERE}\s+as\s+(?=\w+ing\b){_VERB})")
_TO_HAVE_SAID = re.compile(
    rf"(?P<cue>{_BE}(?:quoted|reported|said|alleged|rumou?red|understood|believed|heard)\s+to\s+(?:have\s+)?{_VERB})"
)
_TOLD_BY = re.compile(rf"(?P<cue>{_BE}(?:told|informed|assured|warned|advised|promised|reminded)\s+by)\s+(?=\S)")
_THAT = re.compile(r"\s*,?\s*that\s+")
_LEAD = re.compile(r"(?:\s*,?\s*that\b)?\s*[:,]?\s*")
# What stands behind a quotation's cue and is no content: "… was quoted as saying by the Tide".
_AGENT = re.compile(r"(?:by|in|on|to|at|after|during|when|while)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Passive:
    """One such saying: who speaks, the words of the cue and the words said."""

    source: Span
    cue: Span
    content: Span


def with_passives(structure: Structure, links: Sequence[Link]) -> list[Link]:
    """The links with each saying in the passive in place of what the model made of it, unless it stands in somebody's words."""
    kept = list(links)
    for sentence in structure.sentences:
        for told in in_passive(structure, sentence):
            same = [link for link in kept if link.cue and link.cue.span.overlaps(told.cue)]
            others = [link for link in kept if link not in same]
            if structure.quoted(told.cue) or any(c.span.covers(told.cue) for link in others for c in link.contents):
                continue
            source, cue = RoleSpan("source", told.source, _CONFIDENCE), RoleSpan("cue", told.cue, _CONFIDENCE)
            kept = [*others, Link(cue, source, _contents(structure, same, told))]
    return sorted(kept, key=lambda link: link.contents[0].span)


def _contents(structure: Structure, links: Sequence[Link], told: Passive) -> tuple[RoleSpan, ...]:
    """What the model took for said, as far as it is: behind the cue, or in a quotation; else the words by their form."""
    found = [content for link in links for content in link.contents]
    whole = RoleSpan("content", told.content, _CONFIDENCE)
    if told.content.start < told.cue.start:
        return (whole, *(c for c in found if not c.span.overlaps(told.content) and structure.quoted(c.span)))
    behind = [
        replace(c, span=Span(max(c.span.start, told.content.start), c.span.end))
        for c in found
        if c.span.end > told.content.start
    ]
    return tuple(behind) or (whole,)


def in_passive(structure: Structure, bound: Span) -> Iterator[Passive]:
    """The sayings in the passive that stand in `bound`, a sentence or part of one."""
    text = structure.text
    for form in (_AS_SAYING, _TO_HAVE_SAID):
        for match in form.finditer(text, bound.start, bound.end):
            if reports_speech(match["verb"]) and (found := _of_subject(structure, bound, match)):
                yield found
    for match in _TOLD_BY.finditer(text, bound.start, bound.end):
        source = doer_behind(text, Span(match.end(), bound.end))
        that = _THAT.match(text, source.end, bound.end) if source else None
        if source and that and has_words(text, [content := Span(that.end(), bound.end)], _FEWEST):
            yield Passive(source, Span(*match.span("cue")), content)


def _of_subject(structure: Structure, bound: Span, match: re.Match[str]) -> Passive | None:
    text, cue = structure.text, Span(*match.span("cue"))
    lead = _LEAD.match(text, cue.end, bound.end)
    behind = Span(lead.end() if lead else cue.end, bound.end)
    quote = next((q.span for q in reversed(structure.quoted(Span(bound.start, cue.start)))), None)
    said_before = (
        quote and quote.end <= cue.start and (not has_words(text, [behind], _FEWEST) or _AGENT.match(text, behind.start))
    )
    content = quote if quote and said_before else behind
    start = quote.end if quote and quote.end <= cue.start else bound.start
    source = None if said_before else subject(structure, cue, Taken(()))
    source = source or doer_before(text, Span(start, cue.start))
    if source is None or not source or source.start < start or not has_words(text, [content], _FEWEST):
        return None
    opened = structure.opened_at(content.start)
    return Passive(source, cue, opened.span if opened else content)
