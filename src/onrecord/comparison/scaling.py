"""Two numbers that one report gives for like things, though they cannot count the same.

Nobody gives 10 and 450 for one count in one breath: "ten rockets were fired" that night and "some 450 fell" in all. And where
a report says of 1,300 people and of 350,000 that they are trapped, those are the people of a house and of a city, whoever
says so. Of the dead and the hurt this cannot be told: parties to a conflict do give 14 and 3,000 for one attack.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise

from onrecord.record import Figure

__all__ = ["bands", "two_counts"]

_TWICE, _SCALE = 2, 50


def two_counts(figures: Iterable[tuple[int, Figure]]) -> bool:
    """Whether a report gives two numbers far apart on one authority; `figures` with the numbers of their reports."""
    return any(_two(*pair) for pair in combinations(figures, 2))


def _two(one: tuple[int, Figure], other: tuple[int, Figure]) -> bool:
    (left, first), (right, second) = one, other
    plain = first.authority == second.authority and not (first.denied or second.denied)
    return left == right and plain and _apart(first, second, _TWICE)


def _apart(one: Figure, other: Figure, times: int) -> bool:
    small, large = sorted((one, other), key=lambda figure: figure.low)
    return small.high * times <= large.low


def bands(figures: Sequence[tuple[int, Figure]]) -> list[int]:
    """For each figure the number of its scale: 0 for that of most figures, and for all where no report has two.

    One scale ends where the next number is fifty times as large.
    """
    if not any(left == right and _apart(one, other, _SCALE) for (left, one), (right, other) in combinations(figures, 2)):
        return [0] * len(figures)
    ordered = sorted(range(len(figures)), key=lambda place: figures[place][1].low)
    scale = dict.fromkeys(ordered, 0)
    for before, after in pairwise(ordered):
        scale[after] = scale[before] + _apart(figures[before][1], figures[after][1], _SCALE)
    held = list(scale.values())
    rank = sorted(set(held), key=lambda number: (-held.count(number), number))
    return [rank.index(scale[place]) for place in range(len(figures))]
