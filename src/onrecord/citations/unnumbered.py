"""Resolutions cited by their body and year alone: where, and which they may be by what the text around tells of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

from onrecord.citations.catalogue import Catalogue
from onrecord.citations.entries import Resolution
from onrecord.citations.found import Found
from onrecord.flow import Flow
from onrecord.search import around, places
from onrecord.sentences import sentence_number, sentences
from onrecord.spans import Span

__all__ = ["Candidates", "Unnumbered", "unnumbered", "with_candidates"]

_BODY = (
    r"(?P<{0}>(?:UN|U\.N\.|United\s+Nations)\s+(?:Security\s+Council|General\s+Assembly)|Security\s+Council|General\s+Assembly"
    r"|UNSC|UNGA|UN|U\.N\.|United\s+Nations)"
)
_NO_NUMBER = r"\s+[Rr]esolution\b(?!\s*(?:no\b|nos\b|number|\d|[A-Z]/|\())"
_UNNUMBERED = (
    re.compile(rf"\b(?P<year>(?:19|20)\d\d)\s+{_BODY.format('body')}{_NO_NUMBER}"),
    re.compile(rf"\b{_BODY.format('body')}{_NO_NUMBER}\s+(?:of|from|in|adopted\s+in|passed\s+in)\s+(?P<year>(?:19|20)\d\d)\b"),
    re.compile(rf"\b{_BODY.format('body')}['’]s?\s+(?P<year>(?:19|20)\d\d){_NO_NUMBER}"),
)
# What stands before the word itself: the end of a body's name, or else of a year.
_LED_BY = ("UN", "UNSC", "UNGA", "U.N.", "Council", "Assembly", "Nations", "'", "’", "'s", "’s")
_BEFORE = 200  # characters
_LONG = 2000  # characters of a sentence that is longer than any in prose
_Known: TypeAlias = dict[tuple[str | Span, str | None, int], list[Resolution]]


@dataclass(frozen=True, slots=True)
class Unnumbered:
    """Words that give a resolution's year and body: `S` Security Council, `A` General Assembly, None the United Nations."""

    span: Span
    body: str | None
    year: int


def unnumbered(text: str) -> Iterator[Unnumbered]:
    """Every resolution that the text cites by body and year alone."""
    led = [place for place in places(text, "esolution") if _leads_up(text, place[0])]
    for pattern in _UNNUMBERED:
        for match in around(pattern, text, led, reach=_BEFORE):
            yield Unnumbered(Span(*match.span()), _body(match["body"]), int(match["year"]))


def _leads_up(text: str, at: int) -> bool:
    """Whether a body's name or a year stands before the word."""
    before = text[max(0, at - 1 - _BEFORE) : max(0, at - 1)]
    led_by = before.rstrip()
    return led_by != before and (led_by.endswith(_LED_BY) or led_by[-1:].isdecimal())


def _body(name: str) -> str | None:
    if re.search("Security|UNSC", name):
        return "S"
    return "A" if re.search("General|UNGA", name) else None


class Candidates:
    """The resolutions that such words may mean in a text; what was looked up is kept, since a text may say the same again."""

    def __init__(self, flow: Flow, catalogue: Catalogue) -> None:
        self._flow = flow
        self._catalogue = catalogue
        self._known: _Known = {}
        self._sentences: dict[Span, list[Span]] = {}

    def of(self, one: Unnumbered) -> list[Resolution]:
        """Resolutions on the topics of the sentence; where it has none, of the paragraph, else of the text."""
        text = self._flow.text
        block = self._flow.block(one.span.start)
        sentence = self._sentence(one.span, block)
        for stretch in (sentence, block, Span(0, len(text))):
            # Sentences recur with the same words; of a block, to read the words over at each citation takes too long.
            key = stretch.of(text) if stretch is sentence and len(stretch) <= _LONG else stretch
            found = self._known.get((key, one.body, one.year))
            if found is None:
                topics = self._catalogue.topics_in(stretch.of(text))
                found = self._catalogue.candidates(body=one.body, year=one.year, topics=topics) if topics else []
                self._known[key, one.body, one.year] = found
            if found:
                return found
        return []

    def _sentence(self, span: Span, block: Span) -> Span:
        if block not in self._sentences:
            self._sentences[block] = sentences(self._flow.text, block.start, block.end)
        among = self._sentences[block]
        number = sentence_number(among, span.start)
        return span if number is None else among[number]


def with_candidates(flow: Flow, found: list[Found], known: Catalogue) -> Iterator[Found]:
    """The citations; those that give only a body and a year with what they may mean."""
    by_start = {one.span.start: one for one in unnumbered(flow.text)}
    candidates = Candidates(flow, known)
    for one in found:
        words = by_start.get(one.span.start)
        may = candidates.of(words) if words and one.target is None and not one.candidates else []
        yield replace(one, status="ambiguous", candidates=tuple(each.symbol for each in may)) if may else one
