"""`python -m bench planted FOLDER`: errors planted into documents: how many are found, how many are cried out for nothing.

Each document is read as it is; once for every error, with the paragraphs that hold it at a place of their own; and likewise
with the same paragraphs in a form that fits. An error is found where its check has something new to say of the planted words.
Whatever is said of fitting words is a false alarm. What is said of the documents as they are is listed for a person to judge.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rich.table import Table

from bench.chain import record_of
from bench.page import Page
from bench.planting import PLANTERS, Planted, planted
from bench.progress import watched
from bench.readings import documents
from onrecord.record import Finding, Record
from onrecord.spans import Span

__all__ = ["Result", "insert", "measure", "show"]

_GAP = re.compile(r"\n[ \t]*\n")
# As many errors at once as do not touch each other: the reading of a document takes longest.
_AT_ONCE = 10


@dataclass(slots=True)
class Result:
    """Counts by check; `missed` and `false` say which paragraphs, `as_they_are` what is said of documents as they are."""

    documents: int = 0
    planted: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    false: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)
    alarms: list[str] = field(default_factory=list)
    as_they_are: list[str] = field(default_factory=list)


def measure(folder: Path, *, turns: int = 2, document: str | None = None) -> Result:
    """Plant `turns` errors of every kind into every document of `folder`, and their fitting twins."""
    result = Result()
    for path in watched(documents(folder)):
        if document in (None, path.stem):
            _measure_one(result, path.stem, path.with_suffix(".txt").read_text(encoding="utf-8"), turns)
    return result


def _measure_one(result: Result, name: str, text: str, turns: int) -> None:
    before = _read(text, name).findings
    result.documents += 1
    result.as_they_are += [f"{name}: {one.severity} {one.check}: {one.message}" for one in before]
    said = {(one.check, one.message) for one in before}
    for turn in range(turns):
        errors = planted(f"{name} {turn}")
        random.Random(f"{name} {turn}").shuffle(errors)  # noqa: S311 - no secret
        for at in range(0, len(errors), _AT_ONCE):
            _plant(result, name, text, errors[at : at + _AT_ONCE], said)


def _plant(result: Result, name: str, text: str, errors: Sequence[Planted], said: set[tuple[str, str]]) -> None:
    changed, places = insert(text, [error.misfit for error in errors])
    new = _new(_read(changed, name), said)
    for error, place in zip(errors, places, strict=True):
        result.planted[error.check] += 1
        if any(one.check == error.check and _touches(one, place) for one in new):
            result.found[error.check] += 1
        else:
            result.missed.append(f"{name}: {error.check}: {' / '.join(error.misfit)}")
    fitting, _ = insert(text, [error.fit for error in errors])
    for one in _new(_read(fitting, name), said):
        result.false[one.check] += 1
        result.alarms.append(f"{name}: {one.check}: {one.message}")


def insert(text: str, paragraphs: Sequence[Sequence[str]]) -> tuple[str, list[list[Span]]]:
    """The text with each group of paragraphs put behind a paragraph of its own, spread over it; and where they then stand."""
    ends = [match.start() for match in _GAP.finditer(text.rstrip())] or []
    ends.append(len(text.rstrip()))
    step = len(ends) / len(paragraphs)
    made, at, length = [], 0, 0
    places: list[list[Span]] = []
    for number, group in enumerate(paragraphs):
        end = ends[min(len(ends) - 1, int((number + 1) * step) - 1 if step >= 1 else number)]
        made.append(text[at:end])
        length += end - at
        at, spans = end, []
        for paragraph in group:
            made.append("\n\n" + paragraph)
            spans.append(Span(length + 2, length + 2 + len(paragraph)))
            length += 2 + len(paragraph)
        places.append(spans)
    return "".join([*made, text[at:]]), places


def _read(text: str, name: str) -> Record:
    return record_of(text.encode(), name, media_type="text/plain")


def _new(record: Record, said: set[tuple[str, str]]) -> list[Finding]:
    return [one for one in record.findings if (one.check, one.message) not in said]


def _touches(finding: Finding, places: Sequence[Span]) -> bool:
    return any(span.overlaps(place) for span in finding.spans for place in places)


def show(result: Result, page: Page, *, errors: int = 0) -> None:
    """The table by check; with `errors`, what was missed and cried out for, and what is said of the documents as they are."""
    table = Table(title="planted errors found, by check", title_justify="left")
    for head in ("check", "planted", "found", "recall %", "false alarms on twins"):
        table.add_column(head, justify="left" if head == "check" else "right")
    for name in (*PLANTERS, "all"):
        planted_here, found, false = (
            counts.total() if name == "all" else counts[name] for counts in (result.planted, result.found, result.false)
        )
        recall = f"{100 * found / planted_here:.1f}" if planted_here else "-"
        table.add_row(name, str(planted_here), str(found), recall, str(false))
    page.table(table)
    page.line(f"{result.documents} documents as they are: {len(result.as_they_are)} findings, to be judged by a reader")
    for title, lines in (("missed", result.missed), ("false alarms", result.alarms), ("as they are", result.as_they_are)):
        if errors:
            page.line(title, strong=True)
            for line in lines[:errors]:
                page.line(f"    {line}")
