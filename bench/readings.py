"""A reading of a text: who is given which words. The one form in which gold and predictions are compared."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.align import Alignment
from bench.citing import Citation
from bench.figuring import Number
from onrecord.record import Record

__all__ = ["Interval", "Reading", "Said", "Voice", "documents", "from_gold", "from_record"]

Interval = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker: the name, and the other forms that count as that name."""

    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """One statement; intervals index the reading's text. `within` is the index of the statement around it.

    `confidence` is that of a prediction; a gold statement is certain.
    """

    speaker: Voice | None
    source: Interval | None
    cue: Interval | None
    content: tuple[Interval, ...]
    kind: str
    within: int | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Reading:
    """A text with its statements, in text order."""

    id: str
    text: str
    statements: tuple[Said, ...]
    citations: tuple[Citation, ...] = ()
    figures: tuple[Number, ...] = ()

    def depth(self, index: int) -> int:
        """How many statements stand around statement `index`."""
        depth, around = 0, self.statements[index].within
        while around is not None and depth <= len(self.statements):
            depth, around = depth + 1, self.statements[around].within
        return depth

    def words(self, interval: Interval | None) -> str:
        """The words of an interval; empty for None."""
        return "" if interval is None else self.text[interval[0] : interval[1]]


def documents(folder: Path) -> list[Path]:
    """The gold files of a folder, by name: every `<id>.json` beside a `<id>.txt`."""
    return [path for path in sorted(folder.glob("*.json")) if path.with_suffix(".txt").exists()]


def from_gold(path: Path) -> Reading:
    """The gold reading of `<id>.json` beside `<id>.txt`."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    text = path.with_suffix(".txt").read_bytes().decode("utf-8")
    voices = {speaker["id"]: Voice(speaker["name"], tuple(speaker["aliases"])) for speaker in gold["speakers"]}
    said = tuple(_gold_statement(item, voices) for item in gold["statements"])
    citations, figures = map(_gold_citation, gold["references"]), map(_gold_figure, gold.get("figures", ()))
    return Reading(gold["id"], text, said, tuple(citations), tuple(figures))


def _gold_citation(item: dict[str, Any]) -> Citation:
    # A note may call further ids acceptable.
    noted = re.findall(r"([\w/.-]+) is to be accepted", item.get("note", ""))
    start, end = item["span"]
    return Citation((start, end), tuple(filter(None, (item["id"], *noted))))


def _gold_figure(item: dict[str, Any]) -> Number:
    low, high = item["value"] if isinstance(item["value"], list) else (item["value"], item["value"])
    start, end = item["span"]
    return Number((start, end), low, high, item["qualifier"] or "exact", item.get("unit"), item["part_of"])


def _gold_statement(item: dict[str, Any], voices: dict[str, Voice]) -> Said:
    return Said(
        speaker=voices[item["speaker"]] if item["speaker"] else None,
        source=_interval(item["source"]),
        cue=_interval(item["cue"]),
        content=tuple((start, end) for start, end in item["content"]),
        kind=item["kind"],
        within=item["quoted_by"],
    )


def _interval(pair: Sequence[int] | None) -> Interval | None:
    return None if pair is None else (pair[0], pair[1])


def from_record(record: Record, name: str, text: str) -> Reading:
    """The reading of a record, its spans taken to `text`, the file that the record was made from."""
    alignment = Alignment.of(record.document.text, text)
    voices = {speaker.id: Voice(speaker.name, speaker.also) for speaker in record.speakers}
    order = {statement.id: index for index, statement in enumerate(record.statements)}
    said = tuple(
        Said(
            speaker=voices[statement.speaker] if statement.speaker else None,
            source=alignment.carry(statement.source),
            cue=alignment.carry(statement.cue),
            content=tuple(filter(None, map(alignment.carry, statement.content))),
            kind=statement.kind,
            within=order[statement.within] if statement.within else None,
            confidence=statement.confidence,
        )
        for statement in record.statements
    )
    return Reading(name, text, said, tuple(_citations(record, alignment)), tuple(_figures(record, alignment)))


def _citations(record: Record, alignment: Alignment) -> Iterator[Citation]:
    for reference in record.references:
        if span := alignment.carry(reference.span):
            ids = (reference.target,) if reference.target else reference.candidates
            yield Citation(span, ids, resolved=reference.status == "resolved")


def _figures(record: Record, alignment: Alignment) -> Iterator[Number]:
    order = {figure.id: index for index, figure in enumerate(record.figures)}
    for figure in record.figures:
        # A number is never white space alone, so that every one of them has its place, and indices stay right.
        span = alignment.carry(figure.span) or (0, 0)
        whole = order[figure.part_of] if figure.part_of else None
        yield Number(span, figure.low, figure.high, figure.qualifier, figure.unit, whole)
