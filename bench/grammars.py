"""`python -m bench grammars FOLDER`: megabytes a second of each step behind attribution, in documents and in long ones.

The texts of a folder are read and attributed once, before the clock starts. Then each is timed by itself, and some in turn put
one behind the other until the document is as long as asked for. Processor time counts, so that other work on the machine
disturbs little; the fastest of three runs is taken. A megabyte is a million bytes of text in UTF-8.
"""

from __future__ import annotations

import itertools
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from msgspec.structs import replace
from rich.table import Table

from bench.page import Page
from bench.progress import watched
from onrecord.acts.find import find
from onrecord.attribution.attribute import attribute
from onrecord.checks.check import check
from onrecord.citations.cite import cite
from onrecord.document import Document, digest
from onrecord.engine.analyse import completed
from onrecord.figures.count import count
from onrecord.flow import flow
from onrecord.reading.read import read
from onrecord.record import Speaker, Statement
from onrecord.scan import Scan
from onrecord.spans import Span
from onrecord.speakers.identify import Voices, identify

__all__ = ["SIZES", "STEPS", "Attributed", "attributed", "joined", "seconds", "show"]

STEPS = ("dates", "citations", "figures", "acts", "checks")
SIZES = (50_000, 200_000, 800_000)
_GAP = "\n\n"
_RUNS = 3
_Made = TypeVar("_Made")


@dataclass(frozen=True, slots=True)
class Attributed:
    """A document with its speakers and statements, spans of its text."""

    document: Document
    speakers: tuple[Speaker, ...]
    statements: tuple[Statement, ...]

    @property
    def size(self) -> int:
        """Bytes of the text in UTF-8."""
        return len(self.document.text.encode())


def attributed(path: Path) -> Attributed:
    """The reading of a text file."""
    document = read(path.read_bytes(), name=path.name, media_type="text/plain")
    view = flow(document)
    voices = identify(view, attribute(view))
    speakers = tuple(_moved_speaker(one, "", view.home) for one in voices.speakers)
    return Attributed(document, speakers, tuple(_moved_statement(one, "", "", view.home) for one in voices.statements))


def joined(parts: Sequence[Attributed], size: int) -> Attributed:
    """The parts in turn, one behind the other, until `size` bytes are reached; a part's speakers are the same in every turn."""
    texts: list[str] = []
    blocks, speakers, statements = [], list[Speaker](), list[Statement]()
    at = written = 0
    for number, part in enumerate(itertools.cycle(parts)):
        if written >= size:
            break

        def moved(span: Span, by: int = at) -> Span:
            return span.shift(by)

        texts.append(part.document.text)
        blocks += [replace(block, span=moved(block.span)) for block in part.document.blocks]
        if number < len(parts):
            speakers += [_moved_speaker(one, f"{number}-", moved) for one in part.speakers]
        statements += [_moved_statement(one, f"{number}-", f"{number % len(parts)}-", moved) for one in part.statements]
        at += len(part.document.text) + len(_GAP)
        written += part.size + len(_GAP)
    text = _GAP.join(texts)
    document = replace(parts[0].document, text=text, text_sha256=digest(text), blocks=tuple(blocks))
    return Attributed(document, tuple(speakers), tuple(statements))


_Move = Callable[[Span], Span]


def _moved_speaker(one: Speaker, prefix: str, move: _Move) -> Speaker:
    roles = tuple(replace(role, span=move(role.span)) for role in one.roles)
    return replace(one, id=prefix + one.id, roles=roles, mentions=tuple(map(move, one.mentions)))


def _moved_statement(one: Statement, prefix: str, speaking: str, move: _Move) -> Statement:
    return replace(
        one,
        id=prefix + one.id,
        speaker=speaking + one.speaker if one.speaker else None,
        co_speakers=tuple(speaking + name for name in one.co_speakers),
        candidates=tuple(replace(may, speaker=speaking + may.speaker) for may in one.candidates),
        source=move(one.source) if one.source else None,
        cue=move(one.cue) if one.cue else None,
        content=tuple(map(move, one.content)),
        within=prefix + one.within if one.within else None,
    )


def seconds(one: Attributed) -> Counter[str]:
    """Processor seconds of each step on the document, the fastest of three runs."""
    view = flow(one.document)
    here = view.view.map.to_view
    voices = Voices(
        tuple(_moved_speaker(each, "", here) for each in one.speakers),
        tuple(_moved_statement(each, "", "", here) for each in one.statements),
    )
    record = completed(one.document, Scan(view), voices)
    taken = [_once(Scan(view), voices, lambda scan: check(record, scan=scan)) for _ in range(_RUNS)]
    return Counter({step: min(run[step] for run in taken) for step in STEPS})


def _once(scan: Scan, voices: Voices, checked: Callable[[Scan], object]) -> dict[str, float]:
    """One run; the sentences count where they are first asked for, with the expressions of time."""
    dated, _ = _timed(lambda: (scan.sentences, scan.times))
    citing, cited = _timed(lambda: cite(scan.flow))
    counting, _ = _timed(lambda: count(scan, statements=voices.statements, references=cited))
    finding, _ = _timed(lambda: find(scan, statements=voices.statements))
    checking, _ = _timed(lambda: checked(scan))
    return dict(zip(STEPS, (dated, citing, counting, finding, checking), strict=True))


def _timed(do: Callable[[], _Made]) -> tuple[float, _Made]:
    start = time.process_time()
    made = do()
    return time.process_time() - start, made


def show(folder: Path, sizes: Sequence[int], page: Page) -> None:
    """Measure and print the table: each text by itself, then one document of every size."""
    parts = [attributed(path) for path in watched(sorted(folder.glob("*.txt")))]
    table = Table(title="megabytes of text a second, by step", title_justify="left")
    for head in ("text", *STEPS, "together"):
        table.add_column(head, justify="left" if head == "text" else "right")
    total = sum((seconds(part) for part in parts), Counter[str]())
    _row(table, f"{len(parts)} documents, {sum(part.size for part in parts):,} bytes", sum(part.size for part in parts), total)
    for size in sizes:
        whole = joined(parts, size)
        _row(table, f"one document, {whole.size:,} bytes", whole.size, seconds(whole))
    page.table(table)


def _row(table: Table, name: str, size: int, taken: Counter[str]) -> None:
    rates = [size / 1e6 / max(taken[step], 1e-9) for step in STEPS]
    together = size / 1e6 / max(taken.total(), 1e-9)
    table.add_row(name, *(f"{rate:.2f}" for rate in (*rates, together)))
