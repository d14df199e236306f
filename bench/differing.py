"""How the figures of several reports stand to each other, beside what a careful reader says.

`gold.json` says it in `differences`: for every group of figures that reports share, or of which one report gives two values,
the kind: agreement, refinement, time or disagreement. A cluster without that key lists under `disagreements` the groups whose
values differ, with a reason in words; there rounding is a refinement, "over time" is time, anything else a disagreement, and
a group of two reports that is not listed is an agreement.

A gold group is judged by the predicted group that holds most of its figures; where none holds two, it is apart. A predicted
disagreement is one that holds two figures of the gold; it is right where most of its figures are of a group whose kind it is.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from bench.counts import Counts

__all__ = ["APART", "KINDS", "Confusion", "kinds_of", "score_kinds"]

KINDS = ("agreement", "refinement", "time", "disagreement")
APART = "apart"
_NAMED = {"agree": "agreement", "refine": "refinement", "changed over time": "time", "differ": "disagreement"}

# How often each kind (first) was taken for each (second); "apart" where the figures were not put together.
Confusion = Counter[tuple[str, str]]


def kinds_of(gold: Mapping[str, Any]) -> dict[str, str]:
    """The kind of the difference of each gold group that has one."""
    if "differences" in gold:
        return {one["group"]: one["kind"] for one in gold["differences"]}
    reports: dict[str, set[str]] = defaultdict(set)
    for one in gold["figures"]:
        reports[one["group"]].add(one["doc"])
    shared = {group: "agreement" for group, holders in reports.items() if len(holders) > 1}
    return shared | {one["group"]: _kind(one["reason"]) for one in gold.get("disagreements", ())}


def _kind(reason: str) -> str:
    if "over time" in reason:
        return "time"
    return "refinement" if reason.startswith("rounding") else "disagreement"


def score_kinds(
    counts: Counts, kinds: Mapping[str, str], held: Sequence[tuple[str, set[int]]], standings: Sequence[str]
) -> dict[str, tuple[str, str]]:
    """Count "disagreements" and "kinds". `held`: each gold figure's group and the numbers of the predicted groups that hold it;
    `standings`: how each predicted group's figures stand. Returns for each
    gold group its kind and what it was taken for."""
    inside: dict[int, Counter[str]] = defaultdict(Counter)
    for group, numbers in held:
        for number in numbers:
            inside[number][group] += 1
    taken: dict[str, tuple[str, str]] = {}
    for group, kind in kinds.items():
        given = _NAMED.get(_standing(group, inside, standings), APART)
        taken[group] = kind, given
        counts.add("kinds", right=kind == given, predicted=given != APART, found=kind == given, gold=1)
        counts.add("disagreements", found=kind == given == "disagreement", gold=kind == "disagreement")
    for number, groups in inside.items():
        if _NAMED.get(standings[number]) == "disagreement" and groups.total() > 1:
            right = kinds.get(_most(groups)) == "disagreement"
            counts.add("disagreements", right=right, predicted=1)
    return taken


def _standing(group: str, inside: Mapping[int, Counter[str]], standings: Sequence[str]) -> str:
    best = max(inside, key=lambda number: (inside[number][group], -number), default=None)
    return standings[best] if best is not None and inside[best][group] > 1 else APART


def _most(groups: Counter[str]) -> str:
    return max(sorted(groups), key=groups.__getitem__)
