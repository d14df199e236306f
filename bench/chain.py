"""The product's own steps in this process: the record that `onrecord read` would make, without its worker processes."""

from __future__ import annotations

from pathlib import Path

from bench.readings import Reading, from_record
from onrecord.engine.analyse import analyse
from onrecord.reading.read import read
from onrecord.record import Record

__all__ = ["predict", "record_of"]


def record_of(data: bytes, name: str, *, media_type: str | None = None, model: str = "default") -> Record:
    """The record of a file's bytes. Raises `ReadError` where they cannot be read."""
    return analyse(read(data, name=name, media_type=media_type), model=model)


def predict(path: Path, *, model: str = "default") -> Reading:
    """The reading that the product makes of `<id>.txt` with a model, by its name or folder."""
    data = path.with_suffix(".txt").read_bytes()
    return from_record(record_of(data, path.stem, media_type="text/plain", model=model), path.stem, data.decode("utf-8"))
