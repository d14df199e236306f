"""`python -m bench evenhanded FOLDER`: what changes in a record when only names change.

Every document is read again with its countries, its persons or its religions swapped (`bench.swapping`), and the two records
are compared statement by statement, the spans of the first taken to the swapped text. A speaker that changes together with the
words of the source was misread by the model; one that changes alone, by the rules that resolve speakers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from rich.table import Table

from bench import swapping
from bench.align import Alignment
from bench.chain import record_of
from bench.naming import same
from bench.page import Page
from bench.progress import watched
from bench.readings import documents
from onrecord.record import Record, Statement
from onrecord.spans import Span, TextView

__all__ = ["CHANGES", "Change", "compare", "measure", "show"]

CHANGES = ("lost", "new", "content", "kind", "speaker with source", "speaker alone", "nesting", "cue or source", "confidence")
# The kinds of change that make a statement another one for its reader.
GRAVE = CHANGES[:7]
CONFIDENCE = 0.1


@dataclass(frozen=True, slots=True)
class Change:
    """One statement that came out otherwise: how, and its words before and after."""

    kind: str
    document: str
    family: str
    before: str
    after: str


@dataclass(slots=True)
class Result:
    """Statements compared and the changes found, by family of names."""

    compared: Counter[str]
    touched: Counter[str]
    changes: list[Change]


def measure(folder: Path, *, turns: int = 2, document: str | None = None) -> Result:
    """Swap and compare every document of `folder`, `turns` times for each family of names."""
    result = Result(Counter(), Counter(), [])
    for path in watched(documents(folder)):
        if document in (None, path.stem):
            record = record_of(path.with_suffix(".txt").read_bytes(), path.stem, media_type="text/plain")
            for family in swapping.FAMILIES:
                for turn in range(turns):
                    _measure_one(result, path.stem, record, family, _mapping(record, family, turn))
    return result


def _mapping(record: Record, family: str, turn: int) -> dict[str, str]:
    text = record.document.text
    if family == "countries":
        return swapping.countries(text, turn)
    if family == "religions":
        return swapping.religions(text, turn)
    return swapping.persons(text, [speaker.name for speaker in record.speakers if speaker.kind == "person"], turn)


def _measure_one(result: Result, name: str, record: Record, family: str, mapping: Mapping[str, str]) -> None:
    view = swapping.swap(record.document.text, mapping)
    if view.text == view.source:
        return
    other = record_of(view.text.encode(), name, media_type="text/plain")
    changes = list(compare(record, other, view, mapping))
    result.compared[family] += len(record.statements)
    result.touched[family] += len({before for kind, before, _ in changes if kind in GRAVE})
    result.changes += [Change(kind, name, family, before, after) for kind, before, after in changes]


def compare(record: Record, other: Record, view: TextView, mapping: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Every change: its kind, the words before, the words after. The worst kind of change of a statement stands for it."""
    alignment = Alignment.of(view.text, other.document.text)

    def carry(span: Span | None) -> tuple[int, int] | None:
        return alignment.carry(view.map.to_view(span)) if span else None

    left = list(other.statements)
    for statement in record.statements:
        content = tuple(carry(piece) for piece in statement.content)
        match = _match(content, left)
        words = " … ".join(statement.words)
        if match is None:
            yield "lost", words, ""
            continue
        left.remove(match)
        speaker = record.speaker(statement)
        name = swapping.swap(speaker.name, mapping).text if speaker else None
        theirs = other.speaker(match)
        same_speaker = (name is None and theirs is None) or bool(name and theirs and _named(name, theirs.name))
        carried = (content, carry(statement.cue), carry(statement.source))
        if kind := _difference(statement, match, carried, same_speaker=same_speaker):
            yield kind, _told(record, statement), _told(other, match)
    for statement in left:
        yield "new", "+ " + " … ".join(statement.words), _told(other, statement)


_Pieces = tuple[tuple[int, int] | None, ...]


def _match(content: _Pieces, others: list[Statement]) -> Statement | None:
    """The statement of the same words; else the one that shares most, at least half of both together."""
    wanted = {place for piece in content if piece for place in range(*piece)}

    def shared(statement: Statement) -> float:
        offered = {place for piece in statement.content for place in range(piece.start, piece.end)}
        return 2 * len(wanted & offered) / (len(wanted) + len(offered))

    best = max(others, key=shared, default=None)
    return best if best is not None and shared(best) >= 0.5 else None


def _named(name: str, other: str) -> bool:
    return name == other or same(name, other)


_Carried = tuple[_Pieces, tuple[int, int] | None, tuple[int, int] | None]


def _difference(before: Statement, after: Statement, carried: _Carried, *, same_speaker: bool) -> str | None:
    content, cue, source = carried
    checks = (
        ("content", content == tuple((piece.start, piece.end) for piece in after.content)),
        ("speaker alone" if source == _pair(after.source) else "speaker with source", same_speaker),
        ("kind", before.kind == after.kind),
        ("nesting", (before.within is None) == (after.within is None)),
        ("cue or source", cue == _pair(after.cue) and source == _pair(after.source)),
        ("confidence", abs(before.confidence - after.confidence) <= CONFIDENCE),
    )
    return next((kind for kind, holds in checks if not holds), None)


def _pair(span: Span | None) -> tuple[int, int] | None:
    return (span.start, span.end) if span else None


def _told(record: Record, statement: Statement) -> str:
    speaker = record.speaker(statement)
    return f"[{statement.kind} by {speaker.name if speaker else 'nobody'}] {' … '.join(statement.words)}"


def show(result: Result, page: Page, *, errors: int = 0) -> None:
    """The table by family of names, and the first `errors` changes of each kind."""
    table = Table(title="statements that change when only names change, per cent of those compared", title_justify="left")
    for head in ("names", "compared", "changed", *CHANGES):
        table.add_column(head, justify="left" if head == "names" else "right")
    for family in (*swapping.FAMILIES, "all"):
        compared = result.compared.total() if family == "all" else result.compared[family]
        touched = result.touched.total() if family == "all" else result.touched[family]
        counts = Counter(change.kind for change in result.changes if family in ("all", change.family))
        shares = [f"{100 * count / compared:.1f}" if compared else "-" for count in (touched, *(counts[k] for k in CHANGES))]
        table.add_row(family, str(compared), *shares)
    page.table(table)
    for kind in CHANGES if errors else ():
        for change in [change for change in result.changes if change.kind == kind][:errors]:
            page.line(f"{kind} ({change.family}, {change.document})", strong=True)
            page.line(f"    {change.before}\n    {change.after}")
