"""Counts that add up over documents, and what is read off them."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import dataclass, field

__all__ = ["Counts", "interval", "macro", "resampled", "total"]


@dataclass(slots=True)
class Counts:
    """For each measure: how many of the predicted were right, how many predicted, how many of the gold found, how many gold."""

    right: Counter[str] = field(default_factory=Counter)
    predicted: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)

    def add(self, measure: str, *, right: int = 0, predicted: int = 0, found: int = 0, gold: int = 0) -> None:
        """Count."""
        self.right[measure] += right
        self.predicted[measure] += predicted
        self.found[measure] += found
        self.gold[measure] += gold

    def sets(self, measure: str, predicted: Set[object], gold: Set[object]) -> None:
        """Count two sets of which the common part is right."""
        common = len(predicted & gold)
        self.add(measure, right=common, predicted=len(predicted), found=common, gold=len(gold))

    def precision(self, measure: str) -> float | None:
        """Share of the predicted that is right; None where nothing was predicted."""
        return self.right[measure] / self.predicted[measure] if self.predicted[measure] else None

    def recall(self, measure: str) -> float | None:
        """Share of the gold that was found; None where there is none."""
        return self.found[measure] / self.gold[measure] if self.gold[measure] else None

    def f1(self, measure: str) -> float | None:
        """Harmonic mean of the two; 0 where one of them is none; None where nothing was predicted and there is no gold."""
        precision, recall = self.precision(measure), self.recall(measure)
        if precision is None and recall is None:
            return None
        if not precision or not recall:
            return 0.0
        return 2 * precision * recall / (precision + recall)


def total(counts: Iterable[Counts]) -> Counts:
    """The sum."""
    whole = Counts()
    for part in counts:
        whole.right.update(part.right)
        whole.predicted.update(part.predicted)
        whole.found.update(part.found)
        whole.gold.update(part.gold)
    return whole


def macro(counts: Sequence[Counts], value: Callable[[Counts], float | None]) -> float | None:
    """The mean over the documents that have the value."""
    values = [found for found in map(value, counts) if found is not None]
    return sum(values) / len(values) if values else None


def resampled(counts: Sequence[Counts], *, draws: int = 1000, seed: int = 7) -> list[Counts]:
    """Totals over documents drawn with replacement, `draws` times; the same seed gives the same draws."""
    # Not for secrets: a fixed seed is what makes an interval the same every time.
    generator = random.Random(seed)  # noqa: S311
    return [total(generator.choices(counts, k=len(counts))) for _ in range(draws)] if counts else []


def interval(drawn: Sequence[Counts], value: Callable[[Counts], float | None]) -> tuple[float, float] | None:
    """95 % bootstrap interval of a value over `resampled` totals; None where none of them has the value."""
    values = sorted(found for found in map(value, drawn) if found is not None)
    if not values:
        return None
    return values[int(0.025 * (len(values) - 1))], values[int(0.975 * (len(values) - 1))]
