"""References: which citations are found, and whether what they point at is right (annotation rules, 4 and 6).

Found is what overlaps. A target is right where it is the gold's id, or one that the gold's note calls acceptable, or where the
prediction is ambiguous and has it among its candidates. Ids that neither the catalogue has nor are symbols ("local slugs") and
null ids count for detection alone, so a prediction on them is right wherever it overlaps.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bench.counts import Counts
from onrecord.citations.catalogue import catalogue

__all__ = ["Citation", "citation_faults", "score_citations"]

_SYMBOL = re.compile(r"[A-Z][A-Z-]*/\S+")


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation of a reading: where, the ids that are right for it (of a prediction: its target or candidates).

    `resolved`: a prediction that gives one target and calls it certain.
    """

    span: tuple[int, int]
    ids: tuple[str, ...]
    resolved: bool = False

    @property
    def listed(self) -> bool:
        """Whether its id can be looked up: it is in the catalogue, or a symbol; editions of publications are local slugs."""
        return any(_SYMBOL.match(one) or _in_catalogue(one) for one in self.ids)


def _in_catalogue(name: str) -> bool:
    entry = catalogue().entry(name)
    return entry is not None and not getattr(entry, "publisher", "")


def _overlaps(one: Citation, other: Citation) -> bool:
    return max(one.span[0], other.span[0]) < min(one.span[1], other.span[1])


def _right(predicted: Citation, gold: Citation) -> bool:
    return _overlaps(predicted, gold) and (not gold.listed or bool(set(predicted.ids) & set(gold.ids)))


def score_citations(counts: Counts, gold: tuple[Citation, ...], predicted: tuple[Citation, ...]) -> None:
    """Count detection and targets; `references-listed` are the gold's that can be looked up, `references-resolved` ours."""
    for one in predicted:
        counts.add("references-found", right=any(_overlaps(one, other) for other in gold), predicted=1)
        right = any(_right(one, other) for other in gold)
        counts.add("references", right=right, predicted=1)
        if one.resolved:
            counts.add("references-resolved", right=right, predicted=1)
    for one in gold:
        found = any(_right(other, one) for other in predicted)
        counts.add("references-found", found=any(_overlaps(one, other) for other in predicted), gold=1)
        counts.add("references", found=found, gold=1)
        if one.listed:
            counts.add("references-listed", found=found, gold=1)


def citation_faults(gold: tuple[Citation, ...], predicted: tuple[Citation, ...]) -> Iterator[tuple[str, Citation, str]]:
    """Every error: its kind, where, and what was wanted or given."""
    for one in gold:
        given = [other for other in predicted if _overlaps(one, other)]
        if not given:
            yield "missed reference", one, " ".join(one.ids) or "no id"
        elif not any(_right(other, one) for other in given):
            theirs = " ".join(name for other in given for name in other.ids) or "nothing"
            yield "wrong target", one, f"pred {theirs} | gold {' '.join(one.ids)}"
    for one in predicted:
        if not any(_overlaps(one, other) for other in gold):
            yield "spurious reference", one, " ".join(one.ids) or "no target"
