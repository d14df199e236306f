"""Fictional reports of one event, as records."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from onrecord.engine.analyse import analyse
from onrecord.reading.read import read
from onrecord.record import Record

__all__ = ["FLOOD", "record"]

FLOOD = {path.stem: path.read_text(encoding="utf-8") for path in sorted((Path(__file__).parent / "flood").glob("*.txt"))}


@cache
def record(name: str, text: str | None = None) -> Record:
    """The record of a report of `FLOOD`, or of `text`."""
    return analyse(read((text or FLOOD[name]).encode(), name=name, uri=f"{name}.txt", media_type="text/plain"))
