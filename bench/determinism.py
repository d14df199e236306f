"""`python -m bench determinism FOLDER`: the same bytes, whatever the run and the number of workers."""

from __future__ import annotations

import hashlib
from collections import Counter
from pathlib import Path

from bench.page import Page
from bench.readings import documents
from onrecord import ReadError, read_many

__all__ = ["digest", "measure", "show"]


def digest(folder: Path, *, workers: int) -> str:
    """SHA-256 of the records of all texts of `folder`, one JSON line each, in the order of their names."""
    total = hashlib.sha256()
    for record in read_many([path.with_suffix(".txt") for path in documents(folder)], workers=workers):
        if isinstance(record, ReadError):
            raise record
        total.update(record.to_json().encode() + b"\n")
    return total.hexdigest()


def measure(folder: Path, *, runs: int = 20) -> Counter[tuple[int, str]]:
    """How often each digest came out, by number of workers; every run in processes of its own."""
    found: Counter[tuple[int, str]] = Counter()
    for workers in (1, 2):
        for _ in range(runs):
            found[workers, digest(folder, workers=workers)] += 1
    return found


def show(found: Counter[tuple[int, str]], page: Page) -> None:
    """A line for each digest, and how many there are."""
    for (workers, value), times in sorted(found.items()):
        page.line(f"{times} runs with {workers} worker{'s' * (workers > 1)}: {value}")
    page.line(f"digests: {len({value for _, value in found})}")
