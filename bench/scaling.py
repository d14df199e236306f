"""`python -m bench scale`: what a comparison of 10, 100 and 1,000 reports of one event costs.

The reports of a folder of clusters are read once. Of their records others are made: numbers, days, persons' names and, but in
every fourth, one word in seven are exchanged for others of the same length, so that every span still holds and reports agree,
differ, repeat each other and are copied. Each number of records is compared in a process of its own. Time is the processor's,
so that what else runs on the machine counts little; memory is the most that the process held, records included.
"""

from __future__ import annotations

import multiprocessing
import random
import re
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
from rich.table import Table

from bench.chain import record_of
from bench.machine import machine
from bench.page import Page
from onrecord.comparison.compare import compare
from onrecord.document import digest
from onrecord.flow import flow
from onrecord.record import Record

__all__ = ["Cost", "cost", "measure", "records", "show", "variant"]

# A number of people or the like: neither a year nor part of a longer number.
_NUMBER = re.compile(r"(?<![\d.,:])[1-9]\d?,\d{3}(?![\d,])|(?<![\d.,:/])(?!1[789]\d\d|20\d\d)[1-9]\d+(?![\d:]|[.,]\d)")
_WORD = re.compile(r"\b[a-z]{4,}\b")
_VOWELS, _CONSONANTS = "aeiou", "bcdfghjklmnpqrstvwxyz"
_EVERY = 7
# Everything in a record that is words of its text.
_WORDS = {"text", "title", "name", "counted", "authority", "body", "of"}


@dataclass(frozen=True, slots=True)
class Cost:
    """So many records compared: processor seconds, most memory in bytes, and how much was found of each kind."""

    records: int
    seconds: float
    memory: int
    found: dict[str, int]


def records(folder: Path, number: int) -> list[Record]:
    """`number` records made from the texts of the clusters in `folder`; the same ones every time."""
    files = sorted(folder.glob("*/*.txt"))
    if not files:
        raise ValueError(f"no cluster of texts in {folder}")
    bases = [record_of(path.read_bytes(), path.stem, media_type="text/plain") for path in files[:number]]
    return [variant(bases[turn % len(bases)], turn // len(bases)) for turn in range(number)]


def variant(record: Record, turn: int) -> Record:
    """The record with other numbers, names and words in it, of the same length."""
    exchange = _exchange(record, turn)
    made = _mapped(msgspec.to_builtins(record), exchange)
    document = made["document"]
    document["text_sha256"] = digest(document["text"])
    document["source"]["sha256"] = digest(f"{turn} {document['text']}")
    document["id"] = f"sha256:{document['source']['sha256']}"
    for figure in made["figures"]:
        for side in ("low", "high"):
            figure[side] = float(exchange(f"{figure[side]:.0f}")) if figure[side].is_integer() else figure[side]
    changed = msgspec.convert({**made, "findings": []}, Record)
    view = flow(changed.document)
    said = (msgspec.structs.replace(one, words=tuple(map(view.words, one.content))) for one in changed.statements)
    return msgspec.structs.replace(changed, statements=tuple(said))


def _exchange(record: Record, turn: int) -> Callable[[str], str]:
    """What puts other words in the place of a record's own: the same ones for the same words."""
    chance = random.Random(f"{record.document.id} {turn}")  # noqa: S311 - nothing secret
    text = record.document.text
    digits = {number.replace(",", ""): chance.choice("123456789") for number in _NUMBER.findall(text)}
    persons = {word for one in record.speakers if one.kind == "person" for word in one.name.split() if len(word) > 2}
    plain = sorted(set(_WORD.findall(text)))
    rare = set(chance.sample(plain, len(plain) // _EVERY)) if turn % 4 else set()
    words = {word: _turned(word, turn % 5) for word in persons} | {word: _turned(word, turn) for word in rare}
    either = "|".join(rf"\b{re.escape(word)}\b" for word in sorted(words, key=len, reverse=True))
    pattern = re.compile(f"{_NUMBER.pattern}|{either or '(?!)'}")

    def exchanged(match: re.Match[str]) -> str:
        found = match[0]
        return words[found] if found in words else digits.get(found.replace(",", ""), found[0]) + found[1:]

    return lambda part: pattern.sub(exchanged, part)


def _turned(word: str, by: int) -> str:
    """The word with each letter `by` places on among the vowels or the consonants."""
    return "".join(_on(letter, by) for letter in word)


def _on(letter: str, by: int) -> str:
    for letters in (_VOWELS, _CONSONANTS, _VOWELS.upper(), _CONSONANTS.upper()):
        if letter in letters:
            return letters[(letters.index(letter) + by) % len(letters)]
    return letter


def _mapped(value: Any, exchange: Callable[[str], str], key: str = "") -> Any:
    match value:
        case dict():
            return {name: _mapped(inner, exchange, name) for name, inner in value.items()}
        case list() | tuple():
            return [_mapped(inner, exchange, key) for inner in value]
        case str() if key in _WORDS:
            return exchange(value)
    return value


def measure(made: Sequence[Record], numbers: Sequence[int]) -> list[Cost]:
    """Compare the first of the records, as many as `numbers` say."""
    lines = [record.to_json() for record in made]
    results = []
    for number in numbers:
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            results.append(pool.apply(cost, (lines[:number],)))
    return results


def cost(lines: Sequence[str]) -> Cost:
    """Compare the records of `lines` in this process."""
    held = [Record.from_json(line) for line in lines]
    start = time.process_time()
    comparison = compare(held)
    seconds = time.process_time() - start
    found = {part: len(getattr(comparison, part)) for part in ("figures", "acts", "repeated", "copied", "speakers")}
    return Cost(len(held), seconds, _most_memory(), found)


def _most_memory() -> int:
    """Peak resident memory in bytes (Linux); not `ru_maxrss`, which a new process takes over from the one that started it."""
    (peak,) = re.findall(r"^VmHWM:\s+(\d+) kB$", Path("/proc/self/status").read_text(encoding="utf-8"), re.MULTILINE)
    return int(peak) * 1024


def show(results: Sequence[Cost], page: Page) -> None:
    """A row for each number of records."""
    page.line("\n".join(machine()))
    table = Table(title="reports of one event compared, one process", title_justify="left")
    for head in ("records", "processor seconds", "each", "most memory", *results[0].found):
        table.add_column(head, justify="right")
    for one in results:
        each = f"{1000 * one.seconds / one.records:.0f} ms"
        counts = (f"{count:,}" for count in one.found.values())
        table.add_row(f"{one.records:,}", f"{one.seconds:.1f}", each, f"{one.memory / 1e6:,.0f} MB", *counts)
    page.table(table)
