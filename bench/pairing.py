"""Which predicted statement is which gold statement (annotation rules, 6)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bench.readings import Reading
from bench.tokens import Tokens

__all__ = ["Pairing", "pair"]

LEAST = 0.5
COVERED = 0.8


@dataclass(frozen=True, slots=True)
class Pairing:
    """Indices of statements: gold to predicted.

    `pairs` are one to one. `merged`: gold statements without a pair of their own whose words lie in one prediction of the
    same nesting depth, and that prediction. `split`: predictions without a pair whose words lie in one gold statement of
    the same depth or a deeper one, and that statement.
    """

    pairs: dict[int, int]
    merged: dict[int, int]
    split: dict[int, int]

    def found(self) -> dict[int, int]:
        """Every gold statement that was found, with the prediction that speaks for it."""
        return {**self.merged, **self.pairs}


def pair(gold: Reading, predicted: Reading, tokens: Tokens) -> Pairing:
    """Pairs of the same nesting depth first, by the words shared; then, for inner statements, of any depth."""
    wanted, offered = tokens.contents(gold), tokens.contents(predicted)
    pairs: dict[int, int] = {}
    same_depth = [(g, p) for g in range(len(wanted)) for p in range(len(offered)) if gold.depth(g) == predicted.depth(p)]
    _match(same_depth, wanted, offered, pairs)
    # An inner statement predicted at the top level gets content and speaker.
    inner = [(g, p) for g in range(len(wanted)) for p in range(len(offered)) if gold.depth(g) > predicted.depth(p)]
    _match(inner, wanted, offered, pairs)
    used = set(pairs.values())
    golds, predictions = range(len(wanted)), range(len(offered))
    merged = {
        g: p
        for g in golds
        if g not in pairs
        for p in _holder(wanted[g], offered, (p for p in predictions if predicted.depth(p) == gold.depth(g)))
    }
    split = {
        p: g
        for p in predictions
        if p not in used
        for g in _holder(offered[p], wanted, (g for g in golds if gold.depth(g) >= predicted.depth(p)))
    }
    return Pairing(pairs, merged, split)


def _match(
    candidates: list[tuple[int, int]], wanted: list[frozenset[int]], offered: list[frozenset[int]], pairs: dict[int, int]
) -> None:
    def shared(g: int, p: int) -> int:
        return len(wanted[g] & offered[p])

    used = set(pairs.values())
    ranked = sorted((c for c in candidates if shared(*c)), key=lambda c: (-shared(*c), _unlike(wanted[c[0]], offered[c[1]]), c))
    for g, p in ranked:
        enough = 2 * shared(g, p) >= LEAST * (len(wanted[g]) + len(offered[p]))
        if enough and g not in pairs and p not in used:
            pairs[g] = p
            used.add(p)


def _unlike(one: frozenset[int], other: frozenset[int]) -> int:
    return len(one ^ other)


def _holder(words: frozenset[int], others: list[frozenset[int]], numbers: Iterable[int]) -> list[int]:
    """The statement that holds nearly all of `words`, the smallest of several; none where there is none."""
    holders = [n for n in numbers if words and len(words & others[n]) >= COVERED * len(words)]
    return [min(holders, key=lambda n: (len(others[n]), n))] if holders else []
