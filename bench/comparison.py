"""`python -m bench comparison FOLDER`: what a comparison finds of what a careful reader found across the reports of one event.

FOLDER is a cluster (`*.txt` and `gold.json`) or holds clusters. Figure pairs: every two gold figures of different reports; they
belong together where the gold has them in one group. A predicted pair of which one figure is not in the gold counts neither
way. Passages (copied, repeated) are matched as pairs of spans that overlap at both ends. A repeated statement in three reports
is three pairs. Repeated statements inside a copied passage count for the recall like any other; predicted ones inside it
are not held against the precision, and neither are the gold's extra observations.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any

from rich.table import Table

from bench.chain import record_of
from bench.counts import Counts
from bench.page import Page
from onrecord.comparison.compare import compare
from onrecord.comparison.comparison import Comparison, Words

__all__ = ["MEASURES", "Compared", "Place", "measure", "show"]

MEASURES = ("figure pairs", "copied", "repeated")
_EXTRA = ("repeated_own_voice", "same_claim_other_speaker", "fact_disagreements")


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A stretch of a report, by the name of its file."""

    report: str
    start: int
    end: int

    def meets(self, other: Place) -> bool:
        """Whether they share a character."""
        return self.report == other.report and max(self.start, other.start) < min(self.end, other.end)


Pair = tuple[Place, Place]


@dataclass(slots=True)
class Compared:
    """The counts of one cluster, and its errors in words."""

    counts: Counts = field(default_factory=Counts)
    lookalikes: int = 0
    joined: int = 0
    ordered: bool = True
    errors: list[str] = field(default_factory=list)


def measure(folder: Path) -> dict[str, Compared]:
    """The results of each cluster, by its name. Raises `ValueError` where there is none."""
    clusters = [path.parent for path in sorted({*folder.glob("gold.json"), *folder.glob("*/gold.json")})]
    if not clusters:
        raise ValueError(f"no gold.json in {folder} nor in a folder of it")
    return {cluster.name: _cluster(cluster) for cluster in clusters}


def _cluster(folder: Path) -> Compared:
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    paths = sorted(folder.glob("*.txt"))
    records = [record_of(path.read_bytes(), path.stem, media_type="text/plain") for path in paths]
    texts = {path.stem: path.read_text(encoding="utf-8") for path in paths}
    for path, record in zip(paths, records, strict=True):
        if record.document.text != texts[path.stem]:
            raise ValueError(f"{path} is not read as it stands, so that the gold's spans do not fit")
    names = {record.document.id: path.stem for path, record in zip(paths, records, strict=True)}
    found = compare(records)
    result = Compared(ordered=found == compare(reversed(records)))
    _score_figures(result, gold, found, names, texts)
    _score_passages(result, gold, found, names, texts)
    return result


def _place(words: Words, found: Comparison, names: Mapping[str, str]) -> Place:
    return Place(names[found.reports[words.report].id], words.span.start, words.span.end)


def _gold_place(one: Mapping[str, Any]) -> Place:
    return Place(one["doc"], *one["span"])


def _score_figures(
    result: Compared, gold: Mapping[str, Any], found: Comparison, names: Mapping[str, str], texts: Mapping[str, str]
) -> None:
    places = [(_gold_place(one), one["group"]) for one in gold["figures"]]
    given = [(_place(one.at, found, names), number) for number, group in enumerate(found.figures) for one in group.given]
    groups = {place: {number for other, number in given if place.meets(other)} for place, _ in places}
    for (left, one), (right, other) in combinations(places, 2):
        if left.report == right.report:
            continue
        wanted, joined = one == other, bool(groups[left] & groups[right])
        result.counts.add("figure pairs", right=wanted and joined, predicted=joined, found=wanted and joined, gold=wanted)
        if wanted != joined:
            error = "figures not joined" if wanted else "figures wrongly joined"
            result.errors.append(f"{error}: {one} {_said((left, right), texts)}" + ("" if wanted else f" ({other})"))
    for looks in gold.get("lookalikes", ()):
        for pair in combinations([_gold_place(one) for one in looks["passages"]], 2):
            held = [{number for place, number in given if place.meets(end)} for end in pair]
            result.lookalikes += 1
            result.joined += bool(held[0] & held[1])


def _score_passages(
    result: Compared, gold: Mapping[str, Any], found: Comparison, names: Mapping[str, str], texts: Mapping[str, str]
) -> None:
    copied = _pairs([_gold_place(end) for end in group] for group in gold.get("copied_passages", ()))
    said = _pairs([_gold_place(end) for end in group] for group in gold.get("repeated_statements", ()))
    extra = [one for key in _EXTRA for one in gold.get(key, ())]
    spared = [*copied, *_pairs([_gold_place(end) for end in one["passages"]] for one in extra)]
    ours = _pairs([_place(end, found, names) for end in one.passages] for one in found.copied)
    theirs = _pairs([_place(one.at, found, names) for one in group.variants] for group in found.repeated)
    _score_pairs(result, "copied", (copied, ours, []), texts)
    _score_pairs(result, "repeated", (said, theirs, spared), texts)


def _pairs(groups: Iterable[list[Place]]) -> list[Pair]:
    """Every two places of a group that are of different reports, in order."""
    pairs = (pair for group in groups for pair in combinations(sorted(group), 2))
    return [pair for pair in pairs if pair[0].report != pair[1].report]


def _score_pairs(
    result: Compared, name: str, pairs: tuple[list[Pair], list[Pair], list[Pair]], texts: Mapping[str, str]
) -> None:
    """`pairs`: the gold's, the predicted, and those that count neither way."""
    gold, ours, spared = pairs
    for pair in gold:
        hit = any(_alike(pair, other) for other in ours)
        result.counts.add(name, found=hit, gold=1)
        if not hit:
            result.errors.append(f"{name} missed: {_said(pair, texts)}")
    for pair in ours:
        hit = any(_alike(pair, other) for other in gold)
        if not hit and any(_alike(pair, other) for other in spared):
            continue
        result.counts.add(name, right=hit, predicted=1)
        if not hit:
            result.errors.append(f"{name} spurious: {_said(pair, texts)}")


def _alike(one: Pair, other: Pair) -> bool:
    return one[0].meets(other[0]) and one[1].meets(other[1])


def _said(pair: Pair, texts: Mapping[str, str]) -> str:
    return " | ".join(f"{one.report}: {' '.join(texts[one.report][one.start : one.end].split())}" for one in pair)


def show(results: Mapping[str, Compared], page: Page, *, errors: int = 0) -> None:
    """Print a table of the clusters, and the first `errors` errors of each."""
    table = Table(title="Comparison")
    table.add_column("cluster")
    for name in MEASURES:
        table.add_column(f"{name} P / R / F1", justify="right")
    table.add_column("look-alikes joined", justify="right")
    table.add_column("same in any order", justify="right")
    for name, one in results.items():
        numbers = (" / ".join(map(_percent, _values(one.counts, measure))) for measure in MEASURES)
        table.add_row(name, *numbers, f"{one.joined} of {one.lookalikes}", "yes" if one.ordered else "no")
    page.table(table)
    for name, one in results.items():
        for error in one.errors[:errors]:
            page.line(f"{name}: {error}")


def _values(counts: Counts, name: str) -> tuple[float | None, ...]:
    return counts.precision(name), counts.recall(name), counts.f1(name)


def _percent(value: float | None) -> str:
    return "–" if value is None else f"{100 * value:.1f}"
