"""PolNeAR as it is distributed: one text file a document, one brat file an annotator.

Newell, Margolin and Ruths, "An Attribution Relations Corpus for Political News", LREC 2018. A brat file holds `T` lines
(a span: label, one or more fragments in characters, the words) and `E` lines (an attribution: `Role:T` pairs).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from training.errors import TrainingError
from training.pieces import ROLES, CharacterSpan

LINE = re.compile(r"[TE]\d+\t")
ANNOTATOR = re.compile(r"(?P<name>.+)_(?P<annotator>[0-9a-f]{4})")


@dataclass(frozen=True)
class Document:
    """One text and every annotator's reading, one span for each fragment of an annotation."""

    name: str
    text: str
    readings: tuple[tuple[CharacterSpan, ...], ...]


def fragments(field: str) -> tuple[str, list[tuple[int, int]]]:
    """Label and fragments of a `T` line's second field, such as ``Content 5 9;20 31``."""
    label, _, places = field.partition(" ")
    pairs = [place.split() for place in places.split(";")]
    return label.lower(), [(int(start), int(end)) for start, end in pairs]


def read_annotation(path: Path) -> tuple[CharacterSpan, ...]:
    """One annotator's fragments; those of one attribution share the event number."""
    spans: dict[str, tuple[str, list[tuple[int, int]]]] = {}
    events: list[str] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if not LINE.match(line):  # the words of a span may hold line ends
            continue
        fields = line.split("\t")
        try:
            if line.startswith("T"):
                spans[fields[0]] = fragments(fields[1])
            else:
                events.append(fields[1])
        except (IndexError, ValueError) as error:
            raise TrainingError(f"{path}, line {number}: not a brat annotation: {line[:60]!r} ({error!r})") from error
    return tuple(span for number, event in enumerate(events) for span in of_event(event, spans, number))


def of_event(field: str, spans: dict[str, tuple[str, list[tuple[int, int]]]], event: int) -> list[CharacterSpan]:
    """The fragments that an `E` line ties together. A few lines of the corpus name spans that are not there: left out."""
    labelled = [spans[name] for name in (pair.partition(":")[2] for pair in field.split()) if name in spans]
    return [(ROLES.index(label), start, end, event) for label, places in labelled if label in ROLES for start, end in places]


def read_documents(folder: Path) -> Iterator[Document]:
    """The documents under `folder`, which has `text/` and `attributions/`, by name."""
    annotations: dict[str, list[Path]] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        match = ANNOTATOR.fullmatch(path.stem)
        annotations.setdefault(match["name"] if match else path.stem, []).append(path)
    if not annotations:
        raise TrainingError(f"{folder} has no attributions/*.ann; expected a part of PolNeAR there")
    for name, paths in sorted(annotations.items()):
        text = (folder / "text" / f"{name}.txt").read_bytes().decode("utf-8")
        yield Document(name, text, tuple(read_annotation(path) for path in paths))
