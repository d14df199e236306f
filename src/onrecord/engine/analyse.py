"""From a document to its record: the steps, one after the other, and the way home from the flow's text to the document's."""

from __future__ import annotations

import contextlib
import threading
from typing import TYPE_CHECKING

from msgspec.structs import replace

from onrecord import __version__
from onrecord.acts.find import find
from onrecord.attribution.attribute import attribute
from onrecord.attribution.encoder import load, model_id
from onrecord.checks.check import check
from onrecord.citations.catalogue import Catalogue, catalogue
from onrecord.citations.cite import cite
from onrecord.dates.report import report_day
from onrecord.document import Document
from onrecord.errors import ModelError, RecordError
from onrecord.figures.count import count
from onrecord.flow import Flow, flow
from onrecord.reading.read import read
from onrecord.record import Act, Engine, Record, Reference, Speaker, Statement
from onrecord.scan import Scan
from onrecord.speakers.identify import Voices, identify
from onrecord.within import Within

if TYPE_CHECKING:
    from onrecord.engine.wire import Task
    from onrecord.engine.worker import Job

__all__ = ["analyse", "analyst", "completed"]

_DECIMALS = 3  # of scores: further ones differ between processors


def analyst() -> Job:
    """The job of a worker: from bytes to the JSON of their record. The model loads beside the reading of the first input."""

    def job(task: Task) -> bytes:
        loading = threading.Thread(target=_load, args=(task.model,), daemon=True)
        loading.start()
        document = read(task.data, name=task.name, uri=task.uri, limits=task.limits, media_type=task.media_type)
        loading.join()
        known = catalogue().with_entries(task.entries) if task.entries else None
        return analyse(document, known=known, model=task.model).to_json().encode()

    return job


def analyse(document: Document, *, known: Catalogue | None = None, model: str = "default") -> Record:
    """The record of `document`, its spans and words checked against the text. Raises `ModelError` where the model fails.

    `known` is the catalogue of what may be cited, by default the one that comes with onrecord; `model` names the model of
    attribution, or its folder.
    """
    view = flow(document)
    voices = identify(view, attribute(view, model=model))
    scan = Scan(view, report_day(document.published))
    record = completed(document, scan, voices, known=known, model=model)
    if faults := record.verify():
        raise RecordError("the record is unsound: " + "; ".join(faults[:3]))
    return record


def completed(
    document: Document, scan: Scan, voices: Voices, *, known: Catalogue | None = None, model: str = "default"
) -> Record:
    """The record of a document whose speakers and statements are known (spans of the flow's text), not yet verified."""
    view = scan.flow
    cited = cite(view, known=known)
    figures = count(scan, statements=voices.statements, references=cited)
    acts = find(scan, statements=voices.statements)
    statements = tuple(_statement(view, statement) for statement in voices.statements)
    within = Within(statements)
    record = Record(
        engine=Engine(version=__version__, model=model_id(model)),
        document=document,
        speakers=tuple(_speaker(view, speaker) for speaker in voices.speakers),
        statements=statements,
        references=tuple(_reference(view, reference, within) for reference in cited),
        figures=tuple(replace(figure, span=view.home(figure.span)) for figure in figures),
        acts=tuple(_act(view, act) for act in acts),
    )
    return replace(record, findings=check(record, known=known, scan=scan))


def _load(model: str) -> None:
    with contextlib.suppress(ModelError):  # the analysis meets it again, and can say so
        load(model)


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


def _reference(view: Flow, reference: Reference, within: Within) -> Reference:
    """The reference with its span of the document, and the statement that it stands in."""
    span = view.home(reference.span)
    around = within.statement(span)
    return replace(reference, span=span, statement=around.id if around else None)


def _act(view: Flow, act: Act) -> Act:
    """The act with spans of the document."""
    return replace(
        act,
        object=view.home(act.object) if act.object is not None else None,
        spans=tuple(view.home(span) for span in act.spans),
    )
