"""Fictional reports of one event, as records."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from onrecord.engine.analyse import analyse
from onrecord.reading.read import read
from onrecord.record import Record

__all__ = ["FLOOD", "SEMINARS", "dated", "record"]

_HERE = Path(__file__).parent
FLOOD = {path.stem: path.read_text(encoding="utf-8") for path in sorted((_HERE / "flood").glob("*.txt"))}
# Three reports of what was said of one massacre, with their dates.
SEMINARS = {path.stem: path.read_text(encoding="utf-8") for path in sorted((_HERE / "seminars").glob("*.md"))}


@cache
def record(name: str, text: str | None = None) -> Record:
    """The record of a report of `FLOOD` or `SEMINARS`, or of `text`."""
    if text is None and name in SEMINARS:
        return _markdown(name, SEMINARS[name])
    return analyse(read((text or FLOOD[name]).encode(), name=name, uri=f"{name}.txt", media_type="text/plain"))


@cache
def dated(name: str, day: str, text: str) -> Record:
    """The record of `text`, published on `day`."""
    return _markdown(name, f"---\ndate: {day}\n---\n\n{text}")


def _markdown(name: str, text: str) -> Record:
    return analyse(read(text.encode(), name=name, uri=f"{name}.md", media_type="text/markdown"))
