"""The product's own steps in this process: the record that `onrecord read` would make, without its worker processes."""

from __future__ import annotations

from pathlib import Path

from bench.readings import Reading, from_record
from onrecord.attribution.attribute import attribute
from onrecord.attribution.attribution import Attribution
from onrecord.document import Document
from onrecord.engine.analyse import analyse
from onrecord.flow import Flow, flow
from onrecord.reading.read import read
from onrecord.record import Engine, Record, Speaker, Statement

__all__ = ["predict", "record_of"]


def record_of(data: bytes, name: str, *, media_type: str | None = None) -> Record:
    """The record of a file's bytes. Raises `ReadError` where they cannot be read."""
    document = read(data, name=name, media_type=media_type)
    try:
        return analyse(document)
    except NotImplementedError:  # until the step of speakers stands
        return _by_source(document)


def predict(path: Path) -> Reading:
    """The reading that the product makes of `<id>.txt`."""
    data = path.with_suffix(".txt").read_bytes()
    return from_record(record_of(data, path.stem, media_type="text/plain"), path.stem, data.decode("utf-8"))


def _by_source(document: Document) -> Record:
    view = flow(document)
    attributions: list[Attribution] = attribute(view)
    names = {view.text[a.source.start : a.source.end] for a in attributions if a.source}
    speakers = {name: Speaker(id=f"s{n}", name=name, kind="unnamed") for n, name in enumerate(sorted(names))}
    return Record(
        engine=Engine(version="0", model="?"),
        document=document,
        speakers=tuple(speakers.values()),
        statements=tuple(_plain(view, n, a, speakers) for n, a in enumerate(attributions)),
    )


def _plain(view: Flow, n: int, a: Attribution, speakers: dict[str, Speaker]) -> Statement:
    return Statement(
        id=f"st{n}",
        speaker=speakers[a.source.of(view.text)].id if a.source else None,
        kind=a.kind,
        source=view.home(a.source) if a.source else None,
        cue=view.home(a.cue) if a.cue else None,
        content=tuple(view.home(piece) for piece in a.content),
        words=tuple(piece.of(view.text) for piece in a.content),
        within=None if a.within is None else f"st{a.within}",
        confidence=a.confidence,
    )
