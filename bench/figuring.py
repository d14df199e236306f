"""Figures: which numbers are found with the right value, how exact they are said to be, of which whole they are parts
(annotation rules, 5 and 6).

A figure is found where its span overlaps the gold's and its value is within 0.1 per cent of it, both ends of a range; 25 % is
the fraction 0.25. Qualifiers are counted on found figures alone, and a part where its whole is found too. The gold calls a
plain number "exact" and has no word of its own for "less than", which it calls "up to". Durations, "both" and "the two" count
as errors where they are predicted (the strict setting).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bench.counts import Counts

__all__ = ["Number", "number_faults", "pair_numbers", "score_numbers"]

_CLOSE = 0.001
_NAMED = {"exactly": "exact", "under": "up to"}


@dataclass(frozen=True, slots=True)
class Number:
    """A figure of a reading; `whole` is the index of the one that it is a part of. `unit` matters only where it is a share."""

    span: tuple[int, int]
    low: float
    high: float
    qualifier: str
    unit: str | None = None
    whole: int | None = None

    @property
    def share(self) -> tuple[float, float]:
        """Both ends, a percentage as a fraction."""
        by = 100 if self.unit == "%" else 1
        return self.low / by, self.high / by


def pair_numbers(gold: Sequence[Number], predicted: Sequence[Number]) -> dict[int, int]:
    """The index of the prediction for each gold figure whose words it touches, one to one, in text order."""
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for g, theirs in enumerate(gold):
        for p, ours in enumerate(predicted):
            if p not in taken and max(theirs.span[0], ours.span[0]) < min(theirs.span[1], ours.span[1]):
                pairs[g] = p
                taken.add(p)
                break
    return pairs


def _same(ours: Number, theirs: Number) -> bool:
    # Rounding is no error: a third is 0.333 here and there.
    ends = zip(ours.share, theirs.share, strict=True)
    return all(abs(one - other) <= _CLOSE * max(abs(other), 1e-9) + 1e-9 for one, other in ends) or (
        (ours.low, ours.high) == (theirs.low, theirs.high)
    )


def _qualifier(number: Number) -> str:
    return _NAMED.get(number.qualifier, number.qualifier)


def score_numbers(counts: Counts, gold: Sequence[Number], predicted: Sequence[Number]) -> None:
    """Count figures, qualifiers and parts."""
    pairs = pair_numbers(gold, predicted)
    found = {g: p for g, p in pairs.items() if _same(predicted[p], gold[g])}
    counts.add("figures", right=len(found), predicted=len(predicted), found=len(found), gold=len(gold))
    for g, p in found.items():
        counts.add("qualifiers", right=_qualifier(predicted[p]) == _qualifier(gold[g]), predicted=1)
    back = {p: g for g, p in found.items()}
    ours = {(back[p], back[whole]) for p in back if (whole := predicted[p].whole) is not None and whole in back}
    theirs = {(g, whole) for g in found if (whole := gold[g].whole) is not None and whole in found}
    counts.sets("parts", ours, theirs)


def number_faults(gold: Sequence[Number], predicted: Sequence[Number]) -> Iterator[tuple[str, Number, str]]:
    """Every error: its kind, where, and what was wanted or given."""
    pairs = pair_numbers(gold, predicted)
    for g, theirs in enumerate(gold):
        if g not in pairs:
            yield "missed figure", theirs, f"gold {theirs.low:g} to {theirs.high:g}"
            continue
        ours = predicted[pairs[g]]
        if not _same(ours, theirs):
            yield "wrong value", theirs, f"pred {ours.low:g} to {ours.high:g} | gold {theirs.low:g} to {theirs.high:g}"
        elif _qualifier(ours) != _qualifier(theirs):
            yield "qualifier", theirs, f"pred {_qualifier(ours)} | gold {_qualifier(theirs)}"
        wanted = pairs.get(theirs.whole) if theirs.whole is not None else None
        if wanted != ours.whole:
            yield "part", theirs, f"pred {_of(predicted, ours.whole)} | gold {_of(gold, theirs.whole)}"
    for p, ours in enumerate(predicted):
        if p not in pairs.values():
            yield "spurious figure", ours, f"pred {ours.low:g} to {ours.high:g}"


def _of(numbers: Sequence[Number], whole: int | None) -> str:
    return "no part" if whole is None else f"part of {numbers[whole].high:g}"
