"""`python -m bench polnear FOLDER`: spans and links against PolNeAR (Newell, Margolin and Ruths, LREC 2018), whole documents.

Of a document's annotators the first by file name is taken. White space, quotation marks and stops at the edges do not count on
either side. Two readings are measured: the model's own tags on the text as it stands, whose contents begin with "that" as
PolNeAR's do; and the product's spans, whose contents begin after it, so that there it is cut from the gold's contents too.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.table import Table

from bench.chain import predict
from bench.counts import Counts
from bench.page import Page
from bench.progress import watched
from bench.readings import Interval
from onrecord.attribution.decoding import decode
from onrecord.attribution.encoder import load
from training.polnear import read_annotation, read_documents

__all__ = ["MEASURES", "compare", "items", "links", "raw", "show", "trim"]

ROLES = ("source", "cue", "content")
MEASURES = ("exact", "begin", "overlap")
_LEFT = " \t\n\"“”'‘’`"
_RIGHT = _LEFT + ".,;:"
_THAT = re.compile(r"that\b\s*", re.IGNORECASE)
# Penn Treebank's ways of writing marks.
_PENN = {"``": '"', "''": '"', "`": "'", "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}"}

Spans = set[Interval]


@dataclass(frozen=True, slots=True)
class Triple:
    """An attribution: its source (none, or where it begins and ends), its cue, the pieces of its content."""

    source: Interval | None
    cue: Interval | None
    content: frozenset[Interval]


def trim(text: str, span: Interval, *, that: bool = False) -> Interval:
    """The span without marks and white space at its edges; with `that`, also without a leading "that"."""
    start, end = span
    words = text[start:end]
    start += len(words) - len(words.lstrip(_LEFT))
    if that and (match := _THAT.match(text, start, end)):
        start = match.end()
        start += len(text[start:end]) - len(text[start:end].lstrip(_LEFT))
    return start, max(start, end - (len(words) - len(words.rstrip(_RIGHT))))


def compare(counts: Counts, role: str, predicted: Spans, gold: Spans) -> None:
    """Count spans of one role: the same span, the same beginning, at least one character in common."""
    counts.sets(f"exact:{role}", predicted, gold)
    counts.sets(f"begin:{role}", {start for start, _ in predicted}, {start for start, _ in gold})
    counts.add(
        f"overlap:{role}",
        right=_overlapping(predicted, gold),
        predicted=len(predicted),
        found=_overlapping(gold, predicted),
        gold=len(gold),
    )


def _overlapping(spans: Spans, others: Spans) -> int:
    return sum(any(max(a, c) < min(b, d) for c, d in others) for a, b in spans)


def links(counts: Counts, predicted: Sequence[Triple], gold: Sequence[Triple]) -> None:
    """Count triples: all three parts the same; all three overlapping (none on both sides counts), one to one."""
    counts.sets("exact:triple", set(predicted), set(gold))
    left, found = list(predicted), 0
    for wanted in gold:
        fitting = [given for given in left if _alike(given, wanted)]
        if fitting:
            left.remove(max(fitting, key=lambda given: len(given.content & wanted.content)))
            found += 1
    counts.add("overlap:triple", right=found, predicted=len(predicted), found=found, gold=len(gold))


def _alike(one: Triple, other: Triple) -> bool:
    parts = ((one.source, other.source), (one.cue, other.cue))
    same = all(a is None and b is None if a is None or b is None else _overlapping({a}, {b}) for a, b in parts)
    return same and _overlapping(set(one.content), set(other.content)) > 0


def raw(folder: Path) -> Counts:
    """The model's tags on the documents of `folder` (with `text/` and `attributions/`)."""
    encoder, counts = load(), Counts()
    for document in read_documents(folder):
        tagged = encoder.tag(document.text)
        spans = decode(tagged, encoder.config.labels)
        for number, role in enumerate(ROLES):
            predicted = {trim(document.text, (s.span.start, s.span.end)) for s in spans if s.role == role}
            gold = {trim(document.text, (start, end)) for kind, start, end, _ in document.readings[0] if kind == number}
            compare(counts, role, predicted, gold)
    return counts


def product(folder: Path) -> Counts:
    """The product's spans and links on the same documents, a leading "that" cut from the gold's contents."""
    counts = Counts()
    for path in watched(sorted((folder / "text").glob("*.txt"))):
        reading = predict(path)
        annotations = sorted((folder / "attributions").glob(f"{path.stem}_*.ann"))
        gold = _triples(reading.text, read_annotation(annotations[0])) if annotations else []
        predicted = [
            Triple(
                trim(reading.text, said.source) if said.source else None,
                trim(reading.text, said.cue) if said.cue else None,
                frozenset(trim(reading.text, piece, that=True) for piece in said.content),
            )
            for said in reading.statements
            if said.kind != "continued"  # PolNeAR annotates no speech that goes on without a cue
        ]
        links(counts, predicted, gold)
        for role in ROLES:
            compare(counts, role, _spans(predicted, role), _spans(gold, role))
    return counts


def _spans(triples: Iterable[Triple], role: str) -> Spans:
    if role == "content":
        return {piece for triple in triples for piece in triple.content}
    return {span for triple in triples if (span := triple.source if role == "source" else triple.cue)}


def _triples(text: str, fragments: Sequence[tuple[int, int, int, int]]) -> list[Triple]:
    triples = []
    for event in sorted({event for _, _, _, event in fragments}):
        parts = [[(start, end) for kind, start, end, of in fragments if kind == number and of == event] for number in range(3)]
        source, cue = (trim(text, (min(p)[0], max(p, key=lambda s: s[1])[1])) if p else None for p in parts[:2])
        if parts[2]:
            triples.append(Triple(source, cue, frozenset(trim(text, piece, that=True) for piece in parts[2])))
    return triples


def items(path: Path) -> Counts:
    """The model's tags on CofeNet's items (Wang et al., COLING 2022): one passage at a time, spans of whole tokens."""
    encoder, counts = load(), Counts()
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    texts, places = zip(*(_joined(row["tokens"]) for row in rows), strict=True)
    for row, text, starts in zip(rows, texts, places, strict=True):
        spans = decode(encoder.tag(text), encoder.config.labels)
        gold = _labelled(row["labels"])
        for role in ROLES:
            predicted = {_tokens(starts, s.span.start, s.span.end) for s in spans if s.role == role}
            compare(counts, role, predicted, {(start, end) for kind, start, end in gold if kind == role})
    return counts


def _joined(tokens: Sequence[str]) -> tuple[str, list[Interval]]:
    places, at, words = [], 0, [_PENN.get(token, token) for token in tokens]
    for word in words:
        places.append((at, at + len(word)))
        at += len(word) + 1
    return " ".join(words), places


def _tokens(places: Sequence[Interval], start: int, end: int) -> Interval:
    touched = [n for n, (a, b) in enumerate(places) if max(a, start) < min(b, end)]
    return touched[0], touched[-1] + 1


def _labelled(labels: Sequence[str]) -> list[tuple[str, int, int]]:
    spans: list[tuple[str, int, int]] = []
    for n, label in enumerate(labels):
        prefix, _, role = label.partition("-")
        if prefix == "B":
            spans.append((role, n, n + 1))
        elif prefix == "I" and spans and spans[-1][2] == n and spans[-1][0] == role:
            spans[-1] = (role, spans[-1][1], n + 1)
    return spans


def show(measured: dict[str, Counts], page: Page) -> None:
    """One row for each reading and measure: F1 per role, and of triples where there are any."""
    table = Table(title="PolNeAR, F1 in per cent", title_justify="left")
    for head in ("reading", "measure", *ROLES, "triple"):
        table.add_column(head, justify="left" if head in ("reading", "measure") else "right")
    for name, counts in measured.items():
        for kind in MEASURES:
            values = (counts.f1(f"{kind}:{role}") for role in (*ROLES, "triple"))
            table.add_row(name, kind, *("-" if value is None else f"{100 * value:.1f}" for value in values))
    page.table(table)
