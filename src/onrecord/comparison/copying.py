"""Passages that stand nearly word for word in two reports.

Runs of six words are the seeds. A run that stands in many reports is taken to its first place and to the one before, so
that the cost grows with the number of reports and not with its square. Seeds on nearly the same diagonal, with little between
them, make a passage; its edges are drawn out while the words agree, over small edits too. Hard wraps, hyphens, capitals,
marks and double spaces do not count, since words alone are compared.

Broder, "On the resemblance and containment of documents" (1997), for the idea of shingles.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from onrecord.comparison.words import Token
from onrecord.spans import Span

__all__ = ["Passage", "passages"]

_RUN = 6
_GAP = 14
_SHORTEST = 24
_LIKE = 0.75
# An edit of at most so many words on either side is passed over where so many words agree behind it.
_EDIT, _AGREE = 3, 4
_EDITS: list[tuple[int, int]] = sorted(product(range(_EDIT + 1), range(_EDIT + 1)), key=sum)[1:]


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """A passage of `words` words in two reports, `left` before `right`; `likeness` is the share of words that agree."""

    left: int
    right: int
    left_span: Span
    right_span: Span
    words: int
    likeness: float


def passages(texts: Sequence[Sequence[Token]]) -> list[Passage]:
    """The copied passages among `texts`, in order; each text is the words of one report."""
    found: list[Passage] = []
    for (left, right), seeds in sorted(_seeds(texts).items()):
        for chain in _chains(seeds):
            passage = _passage(texts, left, right, chain)
            if passage:
                found.append(passage)
    return sorted(_apart(found))


def _seeds(texts: Sequence[Sequence[Token]]) -> dict[tuple[int, int], list[tuple[int, int]]]:
    """For each pair of reports, the places of the runs that both have."""
    first: dict[tuple[str, ...], tuple[int, int]] = {}
    last: dict[tuple[str, ...], tuple[int, int]] = {}
    pairs: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for number, text in enumerate(texts):
        words = [token.word for token in text]
        for at in range(len(words) - _RUN + 1):
            run = tuple(words[at : at + _RUN])
            for seen in {first.get(run), last.get(run)} - {None}:
                if seen and seen[0] != number:
                    pairs[seen[0], number].append((seen[1], at))
            first.setdefault(run, (number, at))
            last[run] = (number, at)
    return pairs


def _chains(seeds: Sequence[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """Seeds that follow each other closely in both reports."""
    chain: list[tuple[int, int]] = []
    for left, right in sorted(set(seeds)):
        if chain and not (0 <= left - chain[-1][0] <= _RUN + _GAP and 0 < right - chain[-1][1] <= _RUN + _GAP):
            yield chain
            chain = []
        chain.append((left, right))
    if chain:
        yield chain


def _passage(texts: Sequence[Sequence[Token]], left: int, right: int, chain: Sequence[tuple[int, int]]) -> Passage | None:
    from rapidfuzz.distance import LCSseq

    a, b = ([token.word for token in texts[number]] for number in (left, right))
    (start_a, start_b), (last_a, last_b) = chain[0], chain[-1]
    before = _agreeing(a[:start_a][::-1], b[:start_b][::-1])
    after = _agreeing(a[last_a:], b[last_b:])
    one, other = slice(start_a - before[0], last_a + after[0]), slice(start_b - before[1], last_b + after[1])
    words = max(one.stop - one.start, other.stop - other.start)
    likeness = LCSseq.similarity(a[one], b[other]) / words
    if words < _SHORTEST or likeness < _LIKE:
        return None
    return Passage(left, right, _span(texts[left], one), _span(texts[right], other), words, round(likeness, 3))


def _agreeing(a: Sequence[str], b: Sequence[str]) -> tuple[int, int]:
    """How far the words of both agree from their beginning, small edits passed over."""
    at_a = at_b = 0
    skip: tuple[int, int] | None = (0, 0)
    while skip:
        at_a, at_b = at_a + skip[0], at_b + skip[1]
        while at_a < len(a) and at_b < len(b) and a[at_a] == b[at_b]:
            at_a, at_b = at_a + 1, at_b + 1
        skip = next((edit for edit in _EDITS if _agree(a, b, at_a + edit[0], at_b + edit[1])), None)
    return at_a, at_b


def _agree(a: Sequence[str], b: Sequence[str], at_a: int, at_b: int) -> bool:
    """Whether the next words of both are the same, as many as tell that they go on together."""
    return at_a + _AGREE <= len(a) and a[at_a : at_a + _AGREE] == b[at_b : at_b + _AGREE]


def _span(text: Sequence[Token], words: slice) -> Span:
    return Span(text[words.start].span.start, text[words.stop - 1].span.end)


def _apart(found: Sequence[Passage]) -> list[Passage]:
    """The longest passages of each pair, those that lie inside them left out."""
    kept: list[Passage] = []
    by_pair: dict[tuple[int, int], list[Passage]] = defaultdict(list)
    for passage in sorted(found, key=lambda passage: (-passage.words, passage)):
        others = by_pair[passage.left, passage.right]
        if not any(o.left_span.overlaps(passage.left_span) and o.right_span.overlaps(passage.right_span) for o in others):
            others.append(passage)
            kept.append(passage)
    return kept
