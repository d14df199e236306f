"""The product's own steps on a text, in this process: the record that `onrecord read` would make."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec

from bench.readings import Reading, from_record
from onrecord.attribution.attribute import attribute
from onrecord.attribution.attribution import Attribution
from onrecord.flow import Flow, flow
from onrecord.reading.assemble import Assembly, Origin
from onrecord.record import Engine, Record, Speaker, Statement
from onrecord.spans import Span
from onrecord.speakers.identify import Voices, identify

__all__ = ["predict", "record_of"]


def record_of(data: bytes, name: str) -> Record:
    """The record of a text file's bytes."""
    assembly = Assembly()
    for paragraph in re.split(r"\n[ \t]*\n", data.decode("utf-8")):
        assembly.add("paragraph", paragraph)
    document = assembly.document(Origin(name, None, data), "text/plain")
    view = flow(document)
    attributions = attribute(view)
    try:
        voices = identify(view, attributions)
    except NotImplementedError:  # until the step of speakers stands
        voices = _by_source(view, attributions)

    def home(span: Span | None) -> Span | None:
        return view.home(span) if span else None

    return Record(
        engine=Engine(version="0", model="?"),
        document=document,
        speakers=voices.speakers,
        statements=tuple(
            msgspec.structs.replace(s, source=home(s.source), cue=home(s.cue), content=tuple(map(view.home, s.content)))
            for s in voices.statements
        ),
    )


def predict(path: Path) -> Reading:
    """The reading that the product makes of `<id>.txt`."""
    data = path.with_suffix(".txt").read_bytes()
    return from_record(record_of(data, path.stem), path.stem, data.decode("utf-8"))


def _by_source(view: Flow, attributions: list[Attribution]) -> Voices:
    names = {view.text[a.source.start : a.source.end] for a in attributions if a.source}
    speakers = {name: Speaker(id=f"s{n}", name=name, kind="unnamed") for n, name in enumerate(sorted(names))}
    return Voices(
        tuple(speakers.values()),
        tuple(
            Statement(
                id=f"st{n}",
                speaker=speakers[a.source.of(view.text)].id if a.source else None,
                kind=a.kind,
                source=a.source,
                cue=a.cue,
                content=a.content,
                words=tuple(p.of(view.text) for p in a.content),
                within=None if a.within is None else f"st{a.within}",
                confidence=a.confidence,
            )
            for n, a in enumerate(attributions)
        ),
    )
