"""From a document to its record: the steps, one after the other, and the way home from the flow's text to the document's."""

from __future__ import annotations

import contextlib
import threading
from typing import TYPE_CHECKING

from msgspec.structs import replace

from onrecord import __version__
from onrecord.attribution.attribute import attribute
from onrecord.attribution.encoder import load, model_id
from onrecord.document import Document
from onrecord.errors import ModelError, RecordError
from onrecord.flow import Flow, flow
from onrecord.reading.read import read
from onrecord.record import Engine, Record, Speaker, Statement
from onrecord.speakers.identify import identify

if TYPE_CHECKING:
    from onrecord.engine.wire import Task
    from onrecord.engine.worker import Job

__all__ = ["analyse", "analyst"]

_DECIMALS = 3  # of scores: further ones differ between processors


def analyst() -> Job:
    """The job of a worker: from bytes to the JSON of their record. The model loads beside the reading of the first input."""
    loading = threading.Thread(target=_load, daemon=True)
    loading.start()

    def job(task: Task) -> bytes:
        document = read(task.data, name=task.name, uri=task.uri, limits=task.limits, media_type=task.media_type)
        loading.join()
        return analyse(document).to_json().encode()

    return job


def analyse(document: Document) -> Record:
    """The record of `document`, its spans and words checked against the text. Raises `ModelError` where the model fails."""
    view = flow(document)
    voices = identify(view, attribute(view))
    record = Record(
        engine=Engine(version=__version__, model=model_id()),
        document=document,
        speakers=tuple(_speaker(view, speaker) for speaker in voices.speakers),
        statements=tuple(_statement(view, statement) for statement in voices.statements),
    )
    if faults := record.verify():
        raise RecordError("the record is unsound: " + "; ".join(faults[:3]))
    return record


def _load() -> None:
    with contextlib.suppress(ModelError):  # the first analysis meets it again, and can say so
        load()


def _speaker(view: Flow, speaker: Speaker) -> Speaker:
    """The speaker with spans of the document."""
    return replace(
        speaker,
        roles=tuple(replace(role, span=view.home(role.span)) for role in speaker.roles),
        mentions=tuple(view.home(span) for span in speaker.mentions),
    )


def _statement(view: Flow, statement: Statement) -> Statement:
    """The statement with spans of the document, the words at them, and rounded scores."""
    content = tuple(view.home(span) for span in statement.content)
    return replace(
        statement,
        source=view.home(statement.source) if statement.source is not None else None,
        cue=view.home(statement.cue) if statement.cue is not None else None,
        content=content,
        words=tuple(view.words(span) for span in content),
        candidates=tuple(replace(one, score=round(one.score, _DECIMALS)) for one in statement.candidates),
        confidence=round(statement.confidence, _DECIMALS),
    )
