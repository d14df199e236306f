"""Passages that stand nearly word for word in two reports.

Runs of eight words are the seeds. A run that stands in many reports is taken to its first place and to the one before, so
that the cost grows with the number of reports and not with its square. Seeds on nearly the same diagonal, with little between
them, make a passage; its edges are drawn out word by word while the words agree. Hard wraps, capitals, marks and double
spaces do not count, since words alone are compared.

Broder, "On the resemblance and containment of documents" (1997), for the idea of shingles.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.comparison.words import Token
from onrecord.spans import Span

__all__ = ["Passage", "passages"]

_RUN = 8
_GAP = 14
_SHORTEST = 24
_LIKE = 0.75


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
    a, b = texts[left], texts[right]
    start_a, start_b = chain[0]
    end_a, end_b = chain[-1][0] + _RUN, chain[-1][1] + _RUN
    while start_a and start_b and a[start_a - 1].word == b[start_b - 1].word:
        start_a, start_b = start_a - 1, start_b - 1
    while end_a < len(a) and end_b < len(b) and a[end_a].word == b[end_b].word:
        end_a, end_b = end_a + 1, end_b + 1
    covered = {at + offset for at, _ in chain for offset in range(_RUN)} | set(range(start_a, chain[0][0]))
    words = max(end_a - start_a, end_b - start_b)
    likeness = (len(covered) + end_a - (chain[-1][0] + _RUN)) / words
    if words < _SHORTEST or likeness < _LIKE:
        return None
    spans = Span(a[start_a].span.start, a[end_a - 1].span.end), Span(b[start_b].span.start, b[end_b - 1].span.end)
    return Passage(left, right, *spans, words, round(min(likeness, 1.0), 3))


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
