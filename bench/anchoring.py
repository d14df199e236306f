"""`python -m bench anchoring FOLDER`: are the words exact, in every format, and are they the document's?

Every text of FOLDER is read as it stands and as HTML, DOCX and PDF made from it. Counted: records that `verify` finds sound
(every span in the text, every statement's words what the text has there); statements whose words the text file itself has,
white space and hyphens aside (so nothing was invented, and no reader changed a word); and statements that come out of every
format with the same words and the same speaker.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from rich.table import Table

from bench.chain import record_of
from bench.page import Page
from bench.progress import watched
from bench.readings import documents
from bench.rendering import FORMATS, render
from onrecord.record import Record

__all__ = ["Anchored", "measure", "plain", "show", "statements_of"]

_SOFT = re.compile(r"[\s\-\u00ad\u2010\u2011]+")


@dataclass(slots=True)
class Anchored:
    """Counts of one format, and what differed, in words."""

    documents: int = 0
    sound: int = 0
    statements: int = 0
    in_text: int = 0
    expected: int = 0
    same_words: int = 0
    same: int = 0
    differences: list[str] = field(default_factory=list)


def plain(words: str) -> str:
    """The words without white space and hyphens, which a layout may add or take away."""
    return _SOFT.sub("", words)


def statements_of(record: Record) -> Counter[tuple[tuple[str, ...], str]]:
    """Every statement as its words and its speaker's name."""
    found: Counter[tuple[tuple[str, ...], str]] = Counter()
    for statement in record.statements:
        speaker = record.speaker(statement)
        found[tuple(map(plain, statement.words)), plain(speaker.name) if speaker else ""] += 1
    return found


def measure(folder: Path, *, document: str | None = None) -> dict[str, Anchored]:
    """Counts by format, "text" first: its statements are what the other formats are held against."""
    results = {kind: Anchored() for kind in ("text", *FORMATS)}
    for path in watched(documents(folder)):
        if document in (None, path.stem):
            data = path.with_suffix(".txt").read_bytes()
            first = record_of(data, path.stem, media_type="text/plain")
            text = plain(data.decode("utf-8"))
            files = {"text": data, **{kind: render(first.document, kind) for kind in FORMATS}}
            for kind, made in files.items():
                record = first if kind == "text" else record_of(made, f"{path.stem} as {kind}")
                notes = _count(results[kind], record, made, first, text)
                results[kind].differences += [f"{path.stem}: {note}" for note in notes]
    return results


def _count(result: Anchored, record: Record, data: bytes, first: Record, text: str) -> list[str]:
    """Count one record; what differs, in words."""
    result.documents += 1
    faults = record.verify(data)
    result.sound += not faults
    result.statements += len(record.statements)
    foreign = [words for statement in record.statements for words in statement.words if plain(words) not in text]
    result.in_text += sum(all(plain(words) in text for words in statement.words) for statement in record.statements)
    expected, found = statements_of(first), statements_of(record)
    result.expected += expected.total()
    result.same += (expected & found).total()
    result.same_words += (_words(expected) & _words(found)).total()
    notes = [*faults, *(f"not in the text: {words}" for words in foreign)]
    notes += [f"missing: {speaker}: {' … '.join(words)}" for words, speaker in expected - found]
    return [*notes, *(f"instead: {speaker}: {' … '.join(words)}" for words, speaker in found - expected)]


def _words(statements: Counter[tuple[tuple[str, ...], str]]) -> Counter[tuple[str, ...]]:
    words: Counter[tuple[str, ...]] = Counter()
    for (said, _), number in statements.items():
        words[said] += number
    return words


def show(results: dict[str, Anchored], page: Page, *, errors: int = 0) -> None:
    """One row a format; then the first `errors` differences of each."""
    table = Table(title="exact words, in every format", title_justify="left")
    for head in ("format", "documents", "sound", "statements", "words in the text", "same words as text", "and same speaker"):
        table.add_column(head, justify="left" if head == "format" else "right")
    for kind, result in results.items():
        cells = (result.documents, result.sound, result.statements, result.in_text)
        shares = (_share(result.same_words, result.expected), _share(result.same, result.expected))
        table.add_row(kind, *map(str, cells), *shares)
    page.table(table)
    for kind, result in results.items():
        for line in result.differences[:errors]:
            page.line(f"{kind}: {line}")


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "-"
