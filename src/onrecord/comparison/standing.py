"""How the figures of a group stand to each other: they agree, one refines another, the count changed over time, or they differ.

"At least 161" and 613 do not contradict each other, nor do "over 200" and 485, or "up to 1,000" and 800; "about" leaves a
tenth on either side. A count that only rises from one day's reports to a later day's is a toll that rises; that of the
missing, the trapped or the held may as well only fall. A count that changes after years is disputed, not going on. A figure
that a report gives in order to deny it stands against whoever gives it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise

from onrecord.comparison.comparison import Given, Standing

__all__ = ["FALLING", "bounds", "said", "standing"]

# Types of which fewer are left as time goes on.
FALLING = frozenset({"missing", "trapped", "detained", "hostages", "sheltering"})
_ABOUT = 0.1
_YEARS = 2
_HOURS = 1.25
_INFINITE = float("inf")


def standing(given: Sequence[Given], published: Sequence[str | None], *, falls: bool = False) -> tuple[Standing, str]:
    """How the figures stand to each other, and why; `published` has the day of each report (EDTF, null where unknown).

    `falls`: the count may fall as time goes on.
    """
    if len({one.at.report for one in given}) == 1 and len({(one.low, one.high) for one in given}) == 1:
        return "alone", "one report gives it"
    denied, held = [one for one in given if one.denied], [one for one in given if not one.denied]
    if denied and held:
        return "differ", _denial(denied, held)
    if len({(one.low, one.high) for one in given}) == 1 and _alike(given):
        return "agree", "every report gives the same figure"
    clash = next(((one, other) for one, other in combinations(given, 2) if not _compatible(one, other)), None)
    if clash is None:
        return "refine", "the figures differ in how exact they are, and none excludes another"
    days = _days(given, published)
    way = "higher" if _rises(days) else "lower" if falls and _rises(days[::-1]) else None
    if way:
        close = "no two reports of one day differ" + ("" if all(map(_agree, days)) else " by much")
        return "changed over time", f"later reports give {way} figures, and {close}"
    left, right = clash
    return "differ", f"{said(left)} and {said(right)} exclude each other"


def _denial(denied: Sequence[Given], held: Sequence[Given]) -> str:
    if any(_compatible(one, other) for one in denied for other in held):
        return "one report gives a figure that another, or another speaker, denies"
    return f"{said(denied[0])} is given in order to be denied, and no report here gives it otherwise"


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


def _alike(given: Sequence[Given]) -> bool:
    """Whether the qualifiers say no more than that a number is about right."""
    return len({one.qualifier for one in given}) == 1 or {one.qualifier for one in given} == {"exactly", "about"}


def _days(given: Sequence[Given], published: Sequence[str | None]) -> list[list[Given]]:
    """The figures day by day; none where there is but one day, or where years lie between.

    A figure without a day says nothing of the order, unless it is the least or the most of all.
    """
    days: dict[str, list[Given]] = {}
    for one in given:
        days.setdefault(published[one.at.report] or "", []).append(one)
    undated = days.pop("", [])
    if len(days) < 2 or int(max(days)[:4]) - int(min(days)[:4]) > _YEARS:
        return []
    dated = [one.low for held in days.values() for one in held]
    if any(not min(dated) <= one.low <= max(dated) for one in undated):
        return []
    return [days[day] for day in sorted(days)]


def _rises(days: Sequence[Sequence[Given]]) -> bool:
    """Whether the figures of each day agree, and each next day's are higher, or as high as far as they are exact.

    Where a count rises through three days or more, two reports of one day may be some hours apart.
    """
    if not days or not all(_agree(held) or (len(days) > 2 and _near(held)) for held in days):
        return False
    return all(one.low <= other.low or _compatible(one, other) for a, b in pairwise(days) for one in a for other in b)


def _agree(held: Sequence[Given]) -> bool:
    return all(_compatible(a, b) for a, b in combinations(held, 2))


def _near(held: Sequence[Given]) -> bool:
    """Whether the figures of one day lie close together, and no report gives two that exclude each other."""
    close = max(one.low for one in held) <= _HOURS * min(one.low for one in held)
    return close and all(a.at.report != b.at.report or _compatible(a, b) for a, b in combinations(held, 2))


def said(one: Given) -> str:
    """The figure in words, without what it counts: "at least 161", "500 to 1,000"."""
    number = f"{one.low:,g}" if one.low == one.high else f"{one.low:,g} to {one.high:,g}"
    return number if one.qualifier == "exactly" else f"{one.qualifier} {number}"
