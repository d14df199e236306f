"""The record: who said what, in which exact words; as typed values, as JSON, and against its own document.

The shape is `onrecord/record/1`. Every span indexes `document.text` in Unicode code points.
"""

from __future__ import annotations

import functools
import inspect
from typing import Annotated, Any, Final, Literal

import msgspec

from onrecord.document import Document, check_blocks, digest
from onrecord.errors import SchemaError, SchemaVersionError, SpanError
from onrecord.flow import flow
from onrecord.spans import Span

__all__ = [
    "SCHEMA",
    "Act",
    "Candidate",
    "Engine",
    "Figure",
    "Finding",
    "Record",
    "Reference",
    "Role",
    "Speaker",
    "Statement",
    "json_schema",
    "schema_of",
]

SCHEMA: Final = "onrecord/record/1"

Score = Annotated[float, msgspec.Meta(ge=0, le=1)]
SpeakerKind = Literal["person", "organisation", "state", "group", "document", "unnamed"]
StatementKind = Literal["direct", "indirect", "mixed", "continued"]
Qualifier = Literal["exactly", "at least", "over", "about", "up to", "under"]


class Engine(msgspec.Struct, frozen=True, kw_only=True):
    """What made the record: the release, and the model by name and the first 12 digits of its SHA-256."""

    version: str
    model: str


class Role(msgspec.Struct, frozen=True, kw_only=True):
    """An office or description that the text gives a speaker: `title`, the body or country it is `of`, and where it stands."""

    title: str
    of: str | None = None
    span: Span


class Speaker(msgspec.Struct, frozen=True, kw_only=True):
    """Whoever is given words. `name` is the fullest form in the text, without titles; `also` are its other spellings."""

    id: str
    name: str
    kind: SpeakerKind
    honorifics: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    mentions: tuple[Span, ...] = ()


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """Who an unresolved speaker may be, with a score between 0 and 1."""

    speaker: str
    score: Score


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """Words given to a speaker.

    `speaker` is null where it could not be resolved; then `candidates` lists the likeliest. `source` is the words that
    name the speaker, `cue` the reporting words, `content` what was said, in pieces where the cue stands between. `words` are
    the contents as they read, line ends and end-of-line hyphens undone: one string per piece, derived from the text by
    `onrecord.flow` and checked by `Record.verify`. `within` is the statement that this one is quoted in. `negated`: the
    text says that it was not said. `confidence` lies between 0 and 1.
    """

    id: str
    speaker: str | None
    candidates: tuple[Candidate, ...] = ()
    kind: StatementKind
    co_speakers: tuple[str, ...] = ()
    source: Span | None = None
    cue: Span | None = None
    content: tuple[Span, ...]
    words: tuple[str, ...]
    within: str | None = None
    negated: bool = False
    confidence: Score


class Reference(msgspec.Struct, frozen=True, kw_only=True):
    """A citation: the words, and the resolution, treaty or case that they name."""

    id: str
    span: Span
    target: str | None
    status: Literal["resolved", "ambiguous", "unknown"]
    candidates: tuple[str, ...] = ()
    pinpoint: str | None = None
    statement: str | None = None


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """A number with what it counts, of whom, where and when (EDTF), and on whose authority."""

    id: str
    span: Span
    low: float
    high: float
    qualifier: Qualifier
    unit: str | None = None
    counted: str | None = None
    type: str | None = None
    groups: tuple[str, ...] = ()
    where: str | None = None
    when: str | None = None
    part_of: str | None = None
    denied: bool = False
    statement: str | None = None
    authority: str | None = None


class Act(msgspec.Struct, frozen=True, kw_only=True):
    """What a body did: recognised, condemned, adopted, ratified; one act for each body."""

    id: str
    body: str
    verb: str
    object: Span | None
    when: str | None = None
    negated: bool = False
    spans: tuple[Span, ...]
    statement: str | None = None


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """Something that does not fit, with both sides of the misfit; never a verdict."""

    check: str
    severity: Literal["error", "warning", "note"]
    message: str
    spans: tuple[Span, ...]
    evidence: dict[str, Any] = {}


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """All that was found in one document."""

    schema: Literal["onrecord/record/1"] = SCHEMA
    engine: Engine
    document: Document
    speakers: tuple[Speaker, ...] = ()
    statements: tuple[Statement, ...] = ()
    references: tuple[Reference, ...] = ()
    figures: tuple[Figure, ...] = ()
    acts: tuple[Act, ...] = ()
    findings: tuple[Finding, ...] = ()

    def to_json(self) -> str:
        """One line of JSON, the same for the same record, keys in the order of the schema."""
        return msgspec.json.encode(self).decode()

    @classmethod
    def from_json(cls, data: str | bytes) -> Record:
        """Raises `SchemaVersionError` for a version this release does not know, `SchemaError` for any other misfit."""
        try:
            found = msgspec.json.decode(data, type=_Head).schema
        except (msgspec.DecodeError, UnicodeError) as error:
            raise SchemaError(f"not a record, as `onrecord read --json` writes it: {error}") from error
        if found != SCHEMA:
            raise SchemaVersionError(f"the record is of schema {found!r}; this release reads {SCHEMA!r}")
        try:
            return msgspec.json.decode(data, type=cls)
        except (msgspec.DecodeError, SpanError) as error:
            raise SchemaError(f"not of schema {SCHEMA}: {error}") from error

    def speaker(self, statement: Statement) -> Speaker | None:
        """Who the statement is given to; None where that is not resolved."""
        return next((speaker for speaker in self.speakers if speaker.id == statement.speaker), None)

    def verify(self, source: bytes | None = None) -> list[str]:
        """What does not hold, in plain words; an empty list means that the record is sound.

        Recomputes the hash of the text (and of `source`, the original bytes, where given), checks that every span lies in
        the text, that `words` are what the text has there, and that every id points at something.
        """
        return [*_verify_hashes(self, source), *check_blocks(self.document), *_verify_spans(self), *_verify_ids(self)]


class _Head(msgspec.Struct):
    schema: str


def _verify_hashes(record: Record, source: bytes | None) -> list[str]:
    document, faults = record.document, []
    if digest(document.text) != document.text_sha256:
        faults.append("the text is not the one that was read: its SHA-256 differs from text_sha256")
    if document.id != f"sha256:{document.source.sha256}":
        faults.append("the document's id is not the SHA-256 of its source")
    if source is not None and digest(source) != document.source.sha256:
        faults.append("the source file is not the one that was read: its SHA-256 differs")
    if source is not None and len(source) != document.source.bytes:
        faults.append(f"the source file has {len(source)} bytes, the record says {document.source.bytes}")
    return faults


def _spans(record: Record) -> list[tuple[str, Span]]:
    """Every span of the record, with the name of the part that it belongs to."""
    named: list[tuple[str, Span]] = []
    for speaker in record.speakers:
        spans = [*speaker.mentions, *(role.span for role in speaker.roles)]
        named += [(f"speaker {speaker.id}", span) for span in spans]
    for statement in record.statements:
        # An empty span counts as false, and is a fault.
        spans = [*statement.content, *(span for span in (statement.source, statement.cue) if span is not None)]
        named += [(f"statement {statement.id}", span) for span in spans]
    named += [(f"reference {item.id}", item.span) for item in record.references]
    named += [(f"figure {item.id}", item.span) for item in record.figures]
    named += [(f"act {act.id}", span) for act in record.acts for span in act.spans]
    named += [(f"act {act.id}", act.object) for act in record.acts if act.object is not None]
    named += [(f"finding {n} ({finding.check})", span) for n, finding in enumerate(record.findings) for span in finding.spans]
    return named


def _verify_spans(record: Record) -> list[str]:
    faults = []
    for name, span in _spans(record):
        try:
            if not span.of(record.document.text):
                faults.append(f"{name}: empty span at {span.start}")
        except SpanError as error:
            faults.append(f"{name}: {error}")
    if faults:
        return faults
    view = flow(record.document)
    for statement in record.statements:
        if tuple(view.words(span) for span in statement.content) != statement.words:
            faults.append(f"statement {statement.id}: its words are not those of the text")
    return faults


def _verify_ids(record: Record) -> list[str]:
    speakers = {speaker.id for speaker in record.speakers}
    statements = {statement.id for statement in record.statements}
    figures = {figure.id for figure in record.figures}
    wanted: list[tuple[str, str | None, set[str]]] = []
    for statement in record.statements:
        named = [statement.speaker, *statement.co_speakers, *(candidate.speaker for candidate in statement.candidates)]
        wanted += [(f"statement {statement.id}", name, speakers) for name in named]
        wanted.append((f"statement {statement.id}", statement.within, statements))
    parts: tuple[Reference | Figure | Act, ...] = (*record.references, *record.figures, *record.acts)
    wanted += [(f"{type(part).__name__.lower()} {part.id}", part.statement, statements) for part in parts]
    wanted += [(f"figure {figure.id}", figure.part_of, figures) for figure in record.figures]
    return [f"{name}: there is no {target!r}" for name, target, known in wanted if target is not None and target not in known]


def schema_of(kind: type, schema: str, title: str) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a struct that is tagged with the name `schema`."""
    made = msgspec.json.schema(kind)
    for part in made["$defs"].values():
        # Python 3.13 takes the indentation out of docstrings, earlier ones leave it in.
        part["description"] = inspect.cleandoc(part["description"])
    made["$defs"][kind.__name__]["required"].insert(0, "schema")
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:{schema.replace('/', ':')}",
        "title": title,
    }
    return {**head, **made}


@functools.cache
def _schema_bytes() -> bytes:
    return msgspec.json.encode(schema_of(Record, SCHEMA, "onrecord record, version 1"))


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a record."""
    schema: dict[str, Any] = msgspec.json.decode(_schema_bytes())
    return schema
