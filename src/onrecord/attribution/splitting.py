"""Sayings that the model took for one, or the other way about.

"She said that A and said that B" are two sayings of hers. "Ms. Lima said that A, as the Relief Office had reported": the model
now and then gives all of it to the Office, which stands inside what Ms. Lima said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.attribution.cues import finite
from onrecord.attribution.decoding import RoleSpan
from onrecord.attribution.doers import doer_before
from onrecord.attribution.linking import Link
from onrecord.attribution.structure import Structure
from onrecord.spans import Span

__all__ = ["split"]

_CONFIDENCE = 0.8
_AND_AGAIN = re.compile(r",?\s+and\s+(?:(?:also|further|then)\s+)?(?P<verb>[a-z]+)\s+that\s+")
_SAID_THAT = re.compile(r"\b(?P<cue>(?:(?:has|have|had)\s+)?(?P<verb>[a-z]+))\s+that\s+")
_AS = re.compile(r",?\s+as\s+")


def split(structure: Structure, links: Sequence[Link]) -> list[Link]:
    """The links, each of one saying."""
    return [part for link in links for part in _again(structure, _with_as(structure, link))]


def _again(structure: Structure, link: Link) -> Iterator[Link]:
    """The link, and one of its own for each time that its verb stands again: "said that A and | said that | B"."""
    last = link.contents[-1]
    again = _verb_again(structure, link.cue.span, last.span) if link.cue and link.cue.span.end <= last.span.start else None
    if not again:
        yield link
        return
    yield replace(link, contents=(*link.contents[:-1], replace(last, span=Span(last.span.start, again.start()))))
    cue = RoleSpan("cue", Span(*again.span("verb")), _CONFIDENCE)
    yield from _again(structure, Link(cue, link.source, (replace(last, span=Span(again.end(), last.span.end)),)))


def _verb_again(structure: Structure, cue: Span, content: Span) -> re.Match[str] | None:
    for match in _AND_AGAIN.finditer(structure.text, content.start, content.end):
        if match["verb"] == cue.of(structure.text).casefold() and not structure.quoted(Span(*match.span())):
            return match
    return None


def _with_as(structure: Structure, link: Link) -> Link:
    """The saying before ", as SOMEBODY reported" where the content begins with its own speaker and verb."""
    text, first = structure.text, link.contents[0].span
    if not link.cue or not link.source or not _AS.fullmatch(text, first.end, min(link.source.span, link.cue.span).start):
        return link
    said = _SAID_THAT.search(text, first.start, first.end)
    source = doer_before(text, Span(first.start, said.start())) if said and finite(said["verb"]) else None
    if not said or not source or source.start != first.start or structure.quoted(first):
        return link
    end = structure.sentences[structure.sentence(first.start)].end
    cue, content = Span(*said.span("cue")), Span(said.end(), end)
    return Link(
        RoleSpan("cue", cue, _CONFIDENCE),
        RoleSpan("source", source, _CONFIDENCE),
        (RoleSpan("content", content, link.contents[0].confidence),),
    )
