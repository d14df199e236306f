"""The record: JSON in and out, its schema, and its checks against its own document."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from specimen import SOURCE, specimen

from onrecord.document import Block, Box, Document, Source, digest
from onrecord.errors import SchemaError, SchemaVersionError
from onrecord.record import Act, Candidate, Engine, Figure, Finding, Record, Reference, Role, Speaker, Statement, json_schema
from onrecord.spans import Span

SCHEMA_FILE = Path(__file__).parents[1] / "docs" / "reference" / "onrecord-record-1.schema.json"
replace = msgspec.structs.replace

# No lone surrogates: they are no text, and JSON in UTF-8 has no way to write them.
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
maybe = st.none() | texts
spans = st.tuples(st.integers(0, 2**40), st.integers(0, 2**40)).map(lambda ends: Span(*sorted(ends)))
several_texts = st.lists(texts, max_size=3).map(tuple)
several_spans = st.lists(spans, max_size=3).map(tuple)
numbers = st.floats(allow_nan=False, allow_infinity=False, width=32)
scores = st.floats(0, 1)
boxes = st.builds(Box, numbers, numbers, numbers, numbers)


def several(part: st.SearchStrategy) -> st.SearchStrategy:
    return st.lists(part, max_size=2).map(tuple)


blocks = st.builds(
    Block,
    kind=st.sampled_from(["heading", "cell", "furniture"]),
    span=spans,
    page=st.none() | st.integers(1, 9000),
    boxes=several(boxes),
    level=st.none() | st.integers(1, 6),
    continues=st.booleans(),
)
documents = st.builds(
    Document,
    id=texts,
    title=maybe,
    published=maybe,
    publisher=maybe,
    language=maybe,
    source=st.builds(Source, uri=maybe, media_type=texts, sha256=texts, bytes=st.integers(0, 2**40)),
    text=texts,
    text_sha256=texts,
    blocks=several(blocks),
    losses=several_texts,
)
speakers = st.builds(
    Speaker,
    id=texts,
    name=texts,
    kind=st.sampled_from(["person", "state", "unnamed"]),
    honorifics=several_texts,
    also=several_texts,
    roles=several(st.builds(Role, title=texts, of=maybe, span=spans)),
    mentions=several_spans,
)
statements = st.builds(
    Statement,
    id=texts,
    speaker=maybe,
    candidates=several(st.builds(Candidate, speaker=texts, score=scores)),
    kind=st.sampled_from(["direct", "indirect", "mixed", "continued"]),
    co_speakers=several_texts,
    source=st.none() | spans,
    cue=st.none() | spans,
    content=several_spans,
    words=several_texts,
    within=maybe,
    negated=st.booleans(),
    confidence=scores,
)
references = st.builds(
    Reference, id=texts, span=spans, target=maybe, status=st.sampled_from(["resolved", "unknown"]), candidates=several_texts
)
figures = st.builds(
    Figure,
    id=texts,
    span=spans,
    low=numbers,
    high=numbers,
    qualifier=st.sampled_from(["exactly", "at least"]),
    groups=several_texts,
)
acts = st.builds(Act, id=texts, body=texts, verb=texts, object=st.none() | spans, spans=several_spans)
findings = st.builds(
    Finding,
    check=texts,
    severity=st.sampled_from(["error", "note"]),
    message=texts,
    spans=several_spans,
    evidence=st.dictionaries(
        texts, st.none() | st.booleans() | st.integers(-9, 9) | texts | st.lists(texts, max_size=2), max_size=2
    ),
)
records = st.builds(
    Record,
    engine=st.builds(Engine, version=texts, model=texts),
    document=documents,
    speakers=several(speakers),
    statements=several(statements),
    references=several(references),
    figures=several(figures),
    acts=several(acts),
    findings=several(findings),
)
valid = jsonschema.Draft202012Validator(json_schema()).validate


@given(records)
def test_json_gives_back_the_record_and_fits_the_schema(record):
    line = record.to_json()
    assert "\n" not in line
    assert Record.from_json(line) == record
    assert Record.from_json(line).to_json() == line
    valid(json.loads(line))


def test_the_schema_is_a_schema_and_the_published_one():
    jsonschema.Draft202012Validator.check_schema(json_schema())
    assert json.loads(SCHEMA_FILE.read_text(encoding="utf-8")) == json_schema(), (
        "write it anew: onrecord schema > docs/reference/…"
    )


def test_every_field_is_written_also_where_it_is_empty():
    written = json.loads(specimen().to_json())
    assert set(written) == set(Record.__struct_fields__)
    assert set(written["statements"][0]) == set(Statement.__struct_fields__)


def changed(path: str, value: object) -> str:
    """The specimen's JSON with the value at a dotted path put in place of another."""
    tree = json.loads(specimen().to_json())
    *way, last = (int(step) if step.isdigit() else step for step in path.split("."))
    part = tree
    for step in way:
        part = part[step]
    part[last] = value
    return json.dumps(tree)


@pytest.mark.parametrize(
    ("path", "value", "where"),
    [
        ("statements.1.confidence", "high", r"\$\.statements\[1\]\.confidence"),
        ("statements.1.confidence", 1.5, r"\$\.statements\[1\]\.confidence"),
        ("statements.0.kind", "shouted", r"\$\.statements\[0\]\.kind"),
        ("statements.0.content", [[9, 3]], r"\$\.statements\[0\]\.content"),
        ("statements.0.content", [[1]], r"\$\.statements\[0\]\.content\[0\]"),
        ("statements.0.content", [[-1, 4]], r"\$\.statements\[0\]\.content"),
        ("document.blocks.0.kind", "poem", r"\$\.document\.blocks\[0\]\.kind"),
        ("speakers", None, r"\$\.speakers"),
        ("document", {}, r"\$\.document"),
    ],
)
def test_json_of_another_shape_is_refused_by_reader_and_schema_with_the_path(path, value, where):
    line = changed(path, value)
    with pytest.raises(SchemaError, match=where):
        Record.from_json(line)


@pytest.mark.parametrize("version", ["onrecord/record/2", "onrecord/record/1.1", ""])
def test_an_unknown_version_is_refused_and_named(version):
    with pytest.raises(SchemaVersionError, match=rf"'{version}'; this release reads 'onrecord/record/1'"):
        Record.from_json(changed("schema", version))


@pytest.mark.parametrize("data", ["", "[]", "{}", "{", '{"schema": 1}', b"\xff\xfe", '{"schema": "onrecord/record/1"}', "null"])
def test_what_is_no_record_is_refused(data):
    with pytest.raises(SchemaError):
        Record.from_json(data)


def test_fields_of_a_later_release_do_not_hinder():
    assert Record.from_json(changed("document.mood", "gloomy")) == specimen()


def test_a_sound_record_has_no_faults_with_and_without_its_source():
    assert specimen().verify() == []
    assert specimen().verify(SOURCE) == []


def with_text(record: Record, text: str) -> Record:
    return replace(record, document=replace(record.document, text=text))


def with_statement(record: Record, **changes: object) -> Record:
    return replace(record, statements=(replace(record.statements[0], **changes), *record.statements[1:]))


def with_speaker(record: Record, **changes: object) -> Record:
    return replace(record, speakers=(replace(record.speakers[0], **changes), *record.speakers[1:]))


def with_source(record: Record, **changes: object) -> Record:
    return replace(record, document=replace(record.document, source=replace(record.document.source, **changes)))


PAST_THE_END = Span(0, 10**6)
FIRST = specimen().statements[0]
TAMPERINGS = [
    ("another text", lambda r: with_text(r, r.document.text.replace("silt", "gold", 1)), "SHA-256 differs from text_sha256"),
    ("words put in a mouth", lambda r: with_statement(r, words=("We are guilty",)), "its words are not those of the text"),
    ("a span moved", lambda r: with_statement(r, content=(FIRST.content[0].shift(1),)), "its words are not those of the text"),
    ("a piece left out", lambda r: with_statement(r, content=()), "its words are not those of the text"),
    ("a span past the end", lambda r: with_statement(r, content=(PAST_THE_END,)), "reaches past the text's"),
    ("a cue past the end", lambda r: with_statement(r, cue=PAST_THE_END), "reaches past the text's"),
    ("an empty source", lambda r: with_statement(r, source=Span(4, 4)), "empty span at 4"),
    ("a speaker who is not there", lambda r: with_statement(r, speaker="s99"), "there is no 's99'"),
    ("a candidate who is not there", lambda r: with_statement(r, candidates=(Candidate(speaker="s98", score=1),)), "no 's98'"),
    ("a co-speaker who is not there", lambda r: with_statement(r, co_speakers=("s97",)), "there is no 's97'"),
    ("inside a statement that is not there", lambda r: with_statement(r, within="st99"), "there is no 'st99'"),
    ("a mention past the end", lambda r: with_speaker(r, mentions=(PAST_THE_END,)), "speaker s1: span"),
    ("a role past the end", lambda r: with_speaker(r, roles=(Role(title="Chair", span=PAST_THE_END),)), "speaker s1: span"),
    ("another source", lambda r: with_source(r, sha256="0" * 64), "the document's id is not the SHA-256 of its source"),
    (
        "blocks out of order",
        lambda r: replace(r, document=replace(r.document, blocks=r.document.blocks[::-1])),
        "begins before the one before it ends",
    ),
    (
        "an act in a statement that is not there",
        lambda r: replace(r, acts=(Act(id="a1", body="B", verb="v", object=None, spans=(Span(0, 3),), statement="st98"),)),
        "act a1: there is no 'st98'",
    ),
    (
        "a figure that is part of none",
        lambda r: replace(r, figures=(Figure(id="f1", span=Span(0, 3), low=1, high=1, qualifier="exactly", part_of="f9"),)),
        "figure f1: there is no 'f9'",
    ),
    (
        "a finding past the end",
        lambda r: replace(r, findings=(Finding(check="dates", severity="note", message="m", spans=(PAST_THE_END,)),)),
        "finding 0 (dates): span",
    ),
    (
        "a reference past the end",
        lambda r: replace(r, references=(Reference(id="r1", span=PAST_THE_END, target=None, status="unknown"),)),
        "reference r1: span",
    ),
]


@pytest.mark.parametrize(("tamper", "fault"), [case[1:] for case in TAMPERINGS], ids=[case[0] for case in TAMPERINGS])
def test_tampering_is_found_and_named(tamper, fault):
    faults = tamper(specimen()).verify()
    assert any(fault in found for found in faults), faults


@pytest.mark.parametrize(
    ("data", "faults"),
    [
        (SOURCE[:-1], ["SHA-256 differs", "bytes"]),
        (SOURCE[::-1], ["SHA-256 differs"]),
        (b"", ["SHA-256 differs", "bytes"]),
    ],
)
def test_another_source_file_is_found(data, faults):
    found = specimen().verify(data)
    assert len(found) == len(faults)
    for fault, words in zip(faults, found, strict=True):
        assert fault in words


def test_the_digest_of_a_text_is_that_of_its_bytes():
    assert digest("“dam”") == digest("“dam”".encode())
