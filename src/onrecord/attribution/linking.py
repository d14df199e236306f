"""Which source, cue and content belong together.

A content goes to the cue that is nearest in the sentence's structure: distance in characters, dearer across another cue, a
sentence's end or a paragraph's end, and cheaper the better the model's linking head thinks that the two go together. A cue
takes the nearest source of its sentence; one that has none there takes that of the cue before it in the same sentence ("He
condemned … and stated …").
"""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.attribution.decoding import RoleSpan
from onrecord.attribution.encoder import Tagged
from onrecord.attribution.structure import Structure
from onrecord.spans import Span

__all__ = ["Affinity", "Link", "in_blocks", "link"]

_TOO_FAR = 250
_ACROSS_CUE = 60
_ACROSS_SENTENCE = 300
_ACROSS_SENTENCE_QUOTED = 15
_ACROSS_BLOCK = 400
# What a point of the model's linking head weighs against characters. Between annotated spans of PolNeAR's development part
# contents go to their cue in 91.2 % by structure alone, 93.0 % by both.
_HEAD = 32


@dataclass(frozen=True, slots=True)
class Affinity:
    """How well a cue and a content go together by the model's linking head; 0 where a model has none."""

    tagged: Tagged
    starts: Sequence[int]

    @classmethod
    def of(cls, tagged: Tagged) -> Affinity:
        """That of a text read by the model."""
        return cls(tagged, [piece.start for piece in tagged.pieces])

    def __call__(self, cue: RoleSpan, content: RoleSpan) -> float:
        query, key = self.tagged.link_query, self.tagged.link_key
        if query is None or key is None:
            return 0.0
        return float(query[self._piece(cue)] @ key[self._piece(content)])

    def _piece(self, span: RoleSpan) -> int:
        return max(0, bisect.bisect_right(self.starts, span.span.start) - 1)


@dataclass(frozen=True, slots=True)
class Link:
    """One cue with its source and contents; or a content that has no cue."""

    cue: RoleSpan | None
    source: RoleSpan | None
    contents: tuple[RoleSpan, ...]


def in_blocks(structure: Structure, spans: Sequence[RoleSpan]) -> list[RoleSpan]:
    """The spans, each beginning and ending in a block, a source or cue in the one block where it ends."""
    return [found for span in spans if (found := _in_block(structure, span))]


def _in_block(structure: Structure, span: RoleSpan) -> RoleSpan | None:
    first, last = structure.block(span.span.start), structure.block(span.span.end - 1)
    # Between two blocks there may be marks, as the bars between the cells of a table.
    if span.span.start >= structure.blocks[first].span.end:
        first = min(first + 1, last)
    start = structure.blocks[last if span.role != "content" else first].span.start
    kept = Span(max(start, span.span.start), span.span.end)
    if kept.end > structure.blocks[last].span.end:
        kept = Span(kept.start, max(kept.start, structure.blocks[last].span.end))
    return replace(span, span=kept) if kept else None


def link(structure: Structure, spans: Sequence[RoleSpan], affinity: Affinity | None = None) -> list[Link]:
    """Group `spans` by cue, in text order of their first content. A cue without a content is left out."""
    cues = [span for span in spans if span.role == "cue"]
    sources = [span for span in spans if span.role == "source"]
    contents = [span for span in spans if span.role == "content"]
    taken: dict[int, list[RoleSpan]] = {}
    free = []
    for content in contents:
        nearest = _nearest_cue(structure, content, cues, affinity)
        if nearest is None:
            free.append(content)
        else:
            taken.setdefault(nearest, []).append(content)
    for number, held in taken.items():
        apart = _apart(structure, cues[number], held)
        taken[number] = [content for content in held if content not in apart]
        free += apart
    named = _sources(structure, cues, sources)
    links = [Link(cues[number], named[number], tuple(held)) for number, held in taken.items()]
    links += [Link(None, None, (content,)) for content in free]
    return sorted(links, key=lambda link: link.contents[0].span)


def _apart(structure: Structure, cue: RoleSpan, contents: Sequence[RoleSpan]) -> list[RoleSpan]:
    """Quotations in sentences of their own beside indirect speech in the cue's sentence: statements of their own."""
    sentence = structure.sentence(cue.span.start)
    here = [content for content in contents if structure.sentence(content.span.start) == sentence]
    if not here or any(structure.quoted(content.span) for content in here):
        return []
    return [content for content in contents if content not in here and structure.quoted(content.span)]


def _nearest_cue(structure: Structure, content: RoleSpan, cues: Sequence[RoleSpan], affinity: Affinity | None) -> int | None:
    costs = []
    for number, cue in _near(content, cues):
        cost = _cost(structure, content, cue, cues)
        if cost < _TOO_FAR:
            costs.append((cost - _HEAD * affinity(cue, content) if affinity else cost, number))
    return min(costs)[1] if costs else None


def _near(span: RoleSpan, others: Sequence[RoleSpan]) -> list[tuple[int, RoleSpan]]:
    """The spans close enough to count, with their numbers; found by halving, so that a long text costs no more per span."""
    first = bisect.bisect_left(others, span.span.start - _TOO_FAR, key=lambda other: other.span.end)
    last = bisect.bisect_right(others, span.span.end + _TOO_FAR, key=lambda other: other.span.start)
    return [(number, others[number]) for number in range(first, last)]


def _cost(structure: Structure, content: RoleSpan, cue: RoleSpan, cues: Sequence[RoleSpan]) -> float:
    left, right = sorted((content.span, cue.span))
    cost: float = content.span.gap(cue.span)
    cost += _ACROSS_CUE * sum(left.end <= other.span.start and other.span.end <= right.start for _, other in _near(cue, cues))
    if structure.block(left.start) != structure.block(right.start):
        # "She went on to say:", and the words in a paragraph of their own.
        announced = left == cue.span and structure.text[left.start : right.start].rstrip(' \t\n"“‘«*_>').endswith(":")
        return cost if announced else cost + _ACROSS_BLOCK
    if structure.sentence(max(left.start, left.end - 1)) != structure.sentence(right.start):
        # A cue that is itself quoted ("'… . As she said: …'") has nothing to do with the quotation's other sentences.
        loose = structure.quoted(content.span) and not structure.quoted(cue.span)
        cost += _ACROSS_SENTENCE_QUOTED if loose else _ACROSS_SENTENCE
    return cost


def _sources(structure: Structure, cues: Sequence[RoleSpan], sources: Sequence[RoleSpan]) -> list[RoleSpan | None]:
    named: list[RoleSpan | None] = []
    for number, cue in enumerate(cues):
        sentence = structure.sentence(cue.span.start)
        here = [source for _, source in _near(cue, sources) if structure.sentence(source.span.start) == sentence]
        here = [source for source in here if not _relative_before(structure.text, source.span, cue.span)] or here
        nearest = min(here, key=lambda source: (source.span.gap(cue.span), source.span), default=None)
        if nearest is None and number and structure.sentence(cues[number - 1].span.start) == sentence:
            nearest = named[number - 1]
        named.append(nearest)
    return named


def _relative_before(text: str, source: Span, cue: Span) -> bool:
    """Whether a source is the "who" of a clause that is over before the cue, or that clause: "Lima, who gave no name, said"."""
    first = source.of(text).casefold().split(maxsplit=1)[0]
    return first in {"who", "which"} and "," in text[source.end - 1 : cue.start]
