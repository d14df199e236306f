"""Texts in pieces on disk: one `.npz` a corpus, arrays of all texts laid end to end."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from training.errors import TrainingError
from training.pieces import Span, Text


def replace_file(path: Path) -> Path:
    """Where to write before renaming to `path`, so that a reader sees the old file or the new one, never half."""
    path.parent.mkdir(parents=True, exist_ok=True)
    return path.with_name(f".{path.name}.part")


def save_texts(path: Path, texts: Sequence[Text]) -> None:
    """Write `texts`; `load_texts` gives them back equal and in order."""
    spans = [
        (number, reader, span.role, span.start, span.end, span.event)
        for number, text in enumerate(texts)
        for reader, reading in enumerate(text.readings)
        for span in reading
    ]
    part = replace_file(path)
    with part.open("wb") as file:
        np.savez(
            file,
            names=np.array([text.name for text in texts], dtype=np.str_),
            lengths=np.array([len(text.ids) for text in texts], dtype=np.int64),
            readers=np.array([len(text.readings) for text in texts], dtype=np.int64),
            ids=np.concatenate([text.ids for text in texts]),
            shapes=np.concatenate([text.shapes for text in texts]),
            offsets=np.concatenate([text.offsets for text in texts]),
            words=np.frombuffer("".join(text.text for text in texts).encode(), dtype=np.uint8),
            characters=np.array([len(text.text) for text in texts], dtype=np.int64),
            spans=np.array(spans, dtype=np.int32).reshape(-1, 6),
        )
    part.replace(path)


def load_texts(path: Path) -> list[Text]:
    """The texts that `save_texts` wrote."""
    if not path.exists():
        raise TrainingError(f"{path} is missing; run the step `prepare` first")
    with np.load(path) as data:
        ends = np.cumsum(data["lengths"])
        names, readers, spans = data["names"], data["readers"], data["spans"]
        characters, words = np.cumsum([0, *data["characters"]]), data["words"].tobytes().decode()
        ids, shapes, offsets = (np.split(data[key], ends[:-1]) for key in ("ids", "shapes", "offsets"))
    readings: list[list[list[Span]]] = [[[] for _ in range(count)] for count in readers]
    for number, reader, role, start, end, event in spans.tolist():
        readings[number][reader].append(Span(role, start, end, event))
    return [
        Text(
            name=str(name),
            text=words[characters[i] : characters[i + 1]],
            ids=ids[i],
            shapes=shapes[i],
            offsets=offsets[i],
            readings=tuple(map(tuple, readings[i])),
        )
        for i, name in enumerate(names)
    ]
