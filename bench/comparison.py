"""`python -m bench comparison FOLDER`: what a comparison finds of what a careful reader found across the reports of one event.

FOLDER is a cluster (`*.txt` and `gold.json`) or holds clusters. Figure pairs: every two gold figures of different reports; they
belong together where the gold has them in one group. A predicted pair of which one figure is not in the gold counts neither
way. Passages (copied, repeated) are matched as pairs of spans that overlap at both ends. A repeated statement in three reports
is three pairs. Repeated statements inside a copied passage count for the recall like any other; predicted ones inside it
are not held against the precision, and neither are the gold's extra observations. Disagreements, kinds of difference and
denied figures: see `bench.differing`. The reports are compared in several orders, and the result must be the same.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any

from rich.table import Table

from bench.chain import record_of
from bench.counts import Counts, total
from bench.differing import APART, KINDS, Confusion, kinds_of, score_kinds
from bench.page import Page
from onrecord.comparison.compare import compare
from onrecord.comparison.comparison import Comparison, Words
from onrecord.record import Record

__all__ = ["MEASURES", "Compared", "Place", "measure", "numbers", "pooled", "show"]

_OF_FIGURES = ("figure pairs", "disagreements", "denied")
_OF_WORDS = ("copied", "repeated")
MEASURES = (*_OF_FIGURES, *_OF_WORDS)
_COUNTED = ("kinds right", "look-alikes joined", "same in any order")
_ORDERS = 6
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
    kinds: Confusion = field(default_factory=Counter)
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
    result = Compared(ordered=all(found == compare(order) for order in _orders(records)))
    _score_figures(result, gold, found, names, texts)
    _score_passages(result, gold, found, names, texts)
    return result


def _orders(records: Sequence[Record]) -> Iterator[list[Record]]:
    """The records backwards, and shuffled; the same orders every time."""
    yield list(reversed(records))
    # Not for secrets: a fixed seed is what makes an order the same every time.
    generator = random.Random(7)  # noqa: S311
    for _ in range(_ORDERS - 1):
        yield generator.sample(records, k=len(records))


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
    standings = [group.standing for group in found.figures]
    taken = score_kinds(result.counts, kinds_of(gold), [(group, groups[place]) for place, group in places], standings)
    result.kinds = Counter(taken.values())
    result.errors += [f"kind of {group}: {kind}, taken for {given}" for group, (kind, given) in taken.items() if kind != given]
    _score_denied(
        result, gold, [(_place(one.at, found, names), one.denied) for group in found.figures for one in group.given], texts
    )
    for looks in gold.get("lookalikes", ()):
        for pair in combinations([_gold_place(one) for one in looks["passages"]], 2):
            held = [{number for place, number in given if place.meets(end)} for end in pair]
            result.lookalikes += 1
            result.joined += bool(held[0] & held[1])


def _score_denied(
    result: Compared, gold: Mapping[str, Any], given: Sequence[tuple[Place, bool]], texts: Mapping[str, str]
) -> None:
    for one in gold["figures"]:
        place = _gold_place(one)
        wanted, denied = one.get("stance") == "denied", any(denied for other, denied in given if place.meets(other))
        hit = wanted and denied
        result.counts.add("denied", right=hit, predicted=denied, found=hit, gold=wanted)
        if wanted != denied:
            result.errors.append(f"{'denied missed' if wanted else 'denied spurious'}: {_said((place,), texts)}")


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


def _said(pair: Sequence[Place], texts: Mapping[str, str]) -> str:
    return " | ".join(f"{one.report}: {' '.join(texts[one.report][one.start : one.end].split())}" for one in pair)


def show(results: Mapping[str, Compared], page: Page, *, errors: int = 0) -> None:
    """Print tables of the clusters (precision / recall / F1), and the first `errors` errors of each."""
    rows = [*results.items(), *([("all", pooled(results.values()))] if len(results) > 1 else [])]
    for title, names in (("Figures", _OF_FIGURES), ("Passages and statements", _OF_WORDS)):
        table = Table(title=title)
        table.add_column("cluster")
        for name in (*names, *(_COUNTED if names == _OF_FIGURES else ())):
            table.add_column(name, justify="right")
        for cluster, one in rows:
            values = [" / ".join(map(_percent, _values(one.counts, name))) for name in names]
            table.add_row(cluster, *values, *(_counted(one) if names == _OF_FIGURES else ()))
        page.table(table)
    page.table(_confusion(pooled(results.values()).kinds))
    for name, one in results.items():
        for error in one.errors[:errors]:
            page.line(f"{name}: {error}")


def _counted(one: Compared) -> tuple[str, str, str]:
    kinds = f"{one.counts.right['kinds']} of {one.counts.gold['kinds']}"
    return kinds, f"{one.joined} of {one.lookalikes}", "yes" if one.ordered else "no"


def pooled(results: Iterable[Compared]) -> Compared:
    """All clusters as one."""
    every = list(results)
    return Compared(
        counts=total(one.counts for one in every),
        lookalikes=sum(one.lookalikes for one in every),
        joined=sum(one.joined for one in every),
        ordered=all(one.ordered for one in every),
        kinds=sum((one.kinds for one in every), Counter()),
    )


def numbers(results: Iterable[Compared]) -> dict[str, float | None]:
    """The figures of all clusters together that a floor can be set for, as shares of one."""
    one = pooled(results)
    return {
        **{f"{name} F1": one.counts.f1(name) for name in MEASURES},
        "kinds right": one.counts.recall("kinds"),
        "look-alikes kept apart": 1 - one.joined / one.lookalikes if one.lookalikes else None,
    }


def _confusion(kinds: Confusion) -> Table:
    """What each kind of difference was taken for."""
    table = Table(title="Kinds of difference: wanted (rows), given (columns)")
    table.add_column("wanted")
    given = (*KINDS, APART)
    for name in given:
        table.add_column(name, justify="right")
    for wanted in KINDS:
        table.add_row(wanted, *(str(kinds[wanted, name]) for name in given))
    return table


def _values(counts: Counts, name: str) -> tuple[float | None, ...]:
    return counts.precision(name), counts.recall(name), counts.f1(name)


def _percent(value: float | None) -> str:
    return "–" if value is None else f"{100 * value:.1f}"
