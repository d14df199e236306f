from __future__ import annotations

from msgspec.structs import replace

from bench.chain import record_of
from bench.evenhanded import compare
from bench.swapping import swap
from onrecord.record import Record
from onrecord.spans import Span

TEXT = (
    "Ms. Ana Lima of Peru said that the wells were dry. She added that the rain was late. "
    "Mr. Tamm told reporters the pumps had come."
)
MAPPING = {"Ana": "Mei", "Lima": "Zhang", "Peru": "Burkina Faso"}
VIEW = swap(TEXT, MAPPING)


def _record(text: str) -> Record:
    return record_of(text.encode(), "invented", media_type="text/plain")


def _faithful() -> Record:
    """What an even-handed tool gives for the swapped text: the same record, its spans and names carried over."""

    def carry(span: Span | None) -> Span | None:
        return VIEW.map.to_view(span) if span else None

    record, other = _record(TEXT), _record(VIEW.text)
    return replace(
        other,
        speakers=tuple(replace(speaker, name=swap(speaker.name, MAPPING).text) for speaker in record.speakers),
        statements=tuple(
            replace(
                statement,
                source=carry(statement.source),
                cue=carry(statement.cue),
                content=tuple(VIEW.map.to_view(piece) for piece in statement.content),
            )
            for statement in record.statements
        ),
    )


def _kinds(other: Record) -> list[str]:
    return [kind for kind, _, _ in compare(_record(TEXT), other, VIEW, MAPPING)]


def test_the_same_record_in_other_names_has_not_changed() -> None:
    assert len(_record(TEXT).statements) >= 2
    assert _kinds(_faithful()) == []


def test_every_kind_of_change_is_seen() -> None:
    other = _faithful()
    first, *rest = other.statements
    piece = first.content[0]
    changed = {
        "speaker alone": replace(first, speaker=None),
        "speaker with source": replace(first, speaker=None, source=None),
        "kind": replace(first, kind="mixed"),
        "content": replace(first, content=(Span(piece.start, piece.end - 3), *first.content[1:])),
        "confidence": replace(first, confidence=first.confidence - 0.5),
        "cue or source": replace(first, cue=None),
    }
    for kind, statement in changed.items():
        assert _kinds(replace(other, statements=(statement, *rest))) == [kind]
    assert _kinds(replace(other, statements=tuple(rest))) == ["lost"]
    assert _kinds(replace(other, statements=(first, *rest, replace(first, id="more")))) == ["new"]
