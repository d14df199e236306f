"""How the figures of a group stand to each other: they agree, one refines another, the count changed over time, or they differ.

"At least 161" and 613 do not contradict each other, nor do "over 200" and 485, or "up to 1,000" and 800; "about" leaves a
tenth on either side. A count that only rises from one day's reports to a later day's is a toll that rises. A figure that a
report gives in order to deny it stands against whoever gives it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise

from onrecord.comparison.comparison import Given, Standing

__all__ = ["bounds", "said", "standing"]

_ABOUT = 0.1
_INFINITE = float("inf")


def standing(given: Sequence[Given], published: Sequence[str | None]) -> tuple[Standing, str]:
    """How the figures stand to each other, and why; `published` has the day of each report (EDTF, null where unknown)."""
    if len({one.at.report for one in given}) == 1 and len({(one.low, one.high) for one in given}) == 1:
        return "alone", "one report gives it"
    if any(one.denied for one in given) and not all(one.denied for one in given):
        return "differ", "one report gives a figure that another, or another speaker, denies"
    if len({(one.low, one.high, one.qualifier) for one in given}) == 1:
        return "agree", "every report gives the same figure"
    clash = next(((one, other) for one, other in combinations(given, 2) if not _compatible(one, other)), None)
    if clash is None:
        return "refine", "the figures differ in how exact they are, and none excludes another"
    if _rises(given, published):
        return "changed over time", "later reports give higher figures, and no two reports of one day differ"
    left, right = clash
    return "differ", f"{said(left)} and {said(right)} exclude each other"


def bounds(one: Given) -> tuple[float, float]:
    """The least and the most that a figure allows."""
    low, high = one.low, one.high
    return {
        "exactly": (low, high),
        "at least": (low, _INFINITE),
        "over": (low, _INFINITE),
        "about": (low * (1 - _ABOUT), high * (1 + _ABOUT)),
        "up to": (0.0, high),
        "under": (0.0, high),
    }[one.qualifier]


def _compatible(one: Given, other: Given) -> bool:
    (low, high), (least, most) = bounds(one), bounds(other)
    return max(low, least) <= min(high, most)


def _rises(given: Sequence[Given], published: Sequence[str | None]) -> bool:
    """Whether the figures of each day agree, and each later day's are higher."""
    days: dict[str, list[Given]] = {}
    for one in given:
        day = published[one.at.report]
        if day is None:
            return False
        days.setdefault(day, []).append(one)
    if len(days) < 2 or any(not _compatible(a, b) for held in days.values() for a, b in combinations(held, 2)):
        return False
    return all(max(one.low for one in days[a]) <= min(one.low for one in days[b]) for a, b in pairwise(sorted(days)))


def said(one: Given) -> str:
    """The figure in words, without what it counts: "at least 161", "500 to 1,000"."""
    number = f"{one.low:,g}" if one.low == one.high else f"{one.low:,g} to {one.high:,g}"
    return number if one.qualifier == "exactly" else f"{one.qualifier} {number}"
