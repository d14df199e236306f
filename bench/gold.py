"""`python -m bench gold FOLDER`: the product's record of every document against the gold beside it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.table import Table

from bench.counts import Counts, interval, macro, resampled, total
from bench.listing import ERROR_KINDS, Fault, faults
from bench.page import Page
from bench.progress import watched
from bench.readings import Reading, documents, from_gold
from bench.scores import KINDS, WAYS, score

__all__ = ["Scored", "half", "measure", "numbers", "show", "show_faults"]

SEED = "seminar-islamabad-2018"
HALVES = ("building", "checking")


@dataclass(frozen=True, slots=True)
class Scored:
    """One document with its counts and errors."""

    id: str
    half: str
    counts: Counts
    faults: tuple[Fault, ...]


def half(name: str) -> str:
    """The half that a document belongs to, by its name alone: the seed and every even first byte of SHA-256 build."""
    return "building" if name == SEED or hashlib.sha256(name.encode()).digest()[0] % 2 == 0 else "checking"


def measure(
    folder: Path, predict: Callable[[Path], Reading], *, only: str = "all", document: str | None = None
) -> list[Scored]:
    """Score the documents of `folder`: all, one half or one document."""
    scored = []
    for path in watched(documents(folder)):
        if only in ("all", half(path.stem)) and document in (None, path.stem):
            gold, predicted = from_gold(path), predict(path)
            scored.append(Scored(path.stem, half(path.stem), score(gold, predicted), tuple(faults(gold, predicted))))
    return scored


Value = Callable[[Counts], float | None]


def _f1(name: str) -> Value:
    return lambda counts: counts.f1(name)


def _precision(name: str) -> Value:
    return lambda counts: counts.precision(name)


def _recall(name: str) -> Value:
    return lambda counts: counts.recall(name)


ROWS: tuple[tuple[str, Value], ...] = (
    ("attributed-token F1", _f1("attributed")),
    ("attributed-token precision", _precision("attributed")),
    ("attributed-token recall", _recall("attributed")),
    ("attributed-token F1, inner", _f1("attributed-inner")),
    ("attributed-token F1, outer and inner", _f1("attributed-all")),
    ("content-token F1", _f1("content")),
    ("content-token precision", _precision("content")),
    ("content-token recall", _recall("content")),
    ("speaker accuracy on found contents", _precision("speaker")),
    ("unresolved, share of statements", _precision("unresolved")),
    ("statements: precision", _precision("statements")),
    ("statements: recall", _recall("statements")),
    ("exact content F1", _f1("exact-content")),
    ("exact source F1", _f1("exact-source")),
    ("exact cue F1", _f1("exact-cue")),
    ("kind accuracy on found contents", _precision("kind")),
    *((f"recall {kind}", _recall(f"kind:{kind}")) for kind in KINDS),
    ("continuation precision (words and speaker)", _precision("continued")),
    ("continuation recall (words and speaker)", _recall("continued")),
    ("continuation precision (words)", _precision("continued-words")),
    ("continuation recall (words)", _recall("continued-words")),
    ("nested precision", _precision("nested")),
    ("nested recall", _recall("nested")),
    ("nested speaker accuracy", _precision("nested-speaker")),
    ("references found: F1", _f1("references-found")),
    ("references found: precision", _precision("references-found")),
    ("references found: recall", _recall("references-found")),
    ("references and targets: F1", _f1("references")),
    ("references and targets: precision", _precision("references")),
    ("references and targets: precision of those resolved", _precision("references-resolved")),
    ("references and targets: recall", _recall("references")),
    ("references and targets: recall, those that can be looked up", _recall("references-listed")),
    ("figures: F1", _f1("figures")),
    ("figures: precision", _precision("figures")),
    ("figures: recall", _recall("figures")),
    ("qualifier accuracy on found figures", _precision("qualifiers")),
    ("part and whole: F1", _f1("parts")),
    ("part and whole: precision", _precision("parts")),
    ("part and whole: recall", _recall("parts")),
    *((f"speaker by {name}", _precision(f"way:{name}")) for name in WAYS),
)


def numbers(scored: Sequence[Scored]) -> dict[str, float | None]:
    """Every row's micro value over the documents."""
    whole = total(item.counts for item in scored)
    return {name: value(whole) for name, value in ROWS}


def show(scored: Sequence[Scored], page: Page) -> None:
    """The table of all rows: micro with its interval, macro, both halves, the seed document."""
    counts = [item.counts for item in scored]
    whole, drawn = total(counts), resampled(counts)
    parts = [total(item.counts for item in scored if item.half == name) for name in HALVES]
    seed = total(item.counts for item in scored if item.id == SEED)
    table = Table(title=f"{len(scored)} documents", title_justify="left")
    table.add_column("per cent")
    for head in ("micro", "95 % interval", "macro", *HALVES, "seed", "n"):
        table.add_column(head, justify="right")
    for name, value in ROWS:
        bounds = interval(drawn, value)
        between = f"{100 * bounds[0]:.1f} to {100 * bounds[1]:.1f}" if bounds else "-"
        row = [_percent(value(whole)), between, _percent(macro(counts, value)), *(_percent(value(part)) for part in parts)]
        table.add_row(name, *row, _percent(value(seed)), _basis(name, whole))
    page.table(table)
    page.table(_documents(scored))
    page.table(_confusion(whole))


def _basis(name: str, whole: Counts) -> str:
    for kind in KINDS:
        if name == f"recall {kind}":
            return str(whole.gold[f"kind:{kind}"])
    if name.startswith("speaker by "):
        return str(whole.predicted[f"way:{name.removeprefix('speaker by ')}"])
    return ""


def _documents(scored: Sequence[Scored]) -> Table:
    table = Table(title="by document", title_justify="left")
    for head in ("document", "half", "attributed F1", "content F1", "speaker", "unresolved", "gold", "predicted"):
        table.add_column(head, justify="left" if head in ("document", "half") else "right")
    for item in sorted(scored, key=lambda item: item.counts.f1("attributed") or 0.0):
        c = item.counts
        cells = map(_percent, (c.f1("attributed"), c.f1("content"), c.precision("speaker"), c.precision("unresolved")))
        table.add_row(item.id, item.half, *cells, str(c.gold["statements"]), str(c.predicted["statements"]))
    return table


def _confusion(whole: Counts) -> Table:
    table = Table(title="kind: gold in rows, predicted in columns, found statements only", title_justify="left")
    table.add_column("gold")
    for kind in KINDS:
        table.add_column(kind, justify="right")
    for kind in KINDS:
        table.add_row(kind, *(str(whole.predicted[f"confusion:{kind}>{other}"]) for other in KINDS))
    return table


def _percent(value: float | None) -> str:
    return "-" if value is None else f"{100 * value:.1f}"


def show_faults(scored: Sequence[Scored], number: int, page: Page) -> None:
    """The `number` worst errors of each kind: most words first."""
    everything = [fault for item in scored for fault in item.faults]
    for kind in ERROR_KINDS:
        of_kind = sorted((f for f in everything if f.kind == kind), key=lambda f: (-f.weight, f.document, f.at))
        page.line(f"--- {kind}: {len(of_kind)} errors, {sum(f.weight for f in of_kind)} words", strong=True)
        for fault in of_kind[:number]:
            page.line(f"[{fault.document}:{fault.at}] {fault.weight} words", strong=True)
            for line in fault.lines:
                page.line(f"    {line}")


def as_json(scored: Sequence[Scored]) -> str:
    """All numbers as one line of JSON: the whole, both halves, the seed, each document."""
    data: dict[str, Any] = {"all": numbers(scored)}
    for name in HALVES:
        data[name] = numbers([item for item in scored if item.half == name])
    data["documents"] = {item.id: numbers([item]) for item in scored}
    return json.dumps(data, ensure_ascii=False)
