"""The comparison of several records, as typed data: `onrecord/comparison/1`.

Everything in it points at words: `Words` names a document by its number in `documents` and a span of that document's text.
"""

from __future__ import annotations

import functools
from typing import Any, Literal

import msgspec

from onrecord.record import Qualifier
from onrecord.spans import Span

__all__ = [
    "SCHEMA",
    "Comparison",
    "Copied",
    "FigureGroup",
    "Given",
    "Link",
    "Repeated",
    "Report",
    "Variant",
    "Words",
    "json_schema",
]

SCHEMA = "onrecord/comparison/1"

Standing = Literal["agree", "refine", "changed over time", "differ", "alone"]


class Words(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """A stretch of one report: the report's number, the span of its text, and the words as they read."""

    report: int
    span: Span
    words: str


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """A report that was compared. `source` is the number of the independent source that it belongs to."""

    id: str
    title: str | None
    uri: str | None
    publisher: str | None
    published: str | None
    source: int


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """One figure as one report gives it. `by` is whom the report names for it; null where it speaks itself."""

    at: Words
    figure: str
    low: float
    high: float
    qualifier: Qualifier
    by: str | None
    denied: bool = False


class FigureGroup(msgspec.Struct, frozen=True, kw_only=True):
    """Figures that count the same thing of the same event, and how they stand to each other, with the reason."""

    counted: str
    type: str | None
    groups: tuple[str, ...]
    unit: str | None
    given: tuple[Given, ...]
    standing: Standing
    reason: str


class Variant(msgspec.Struct, frozen=True, kw_only=True):
    """A statement as one report gives it."""

    at: Words
    statement: str
    speaker: str | None
    kind: str


class Repeated(msgspec.Struct, frozen=True, kw_only=True):
    """One statement in several reports. `altered`: words inside quotation marks differ. `speakers_differ`: it is credited to
    different people. `likeness` lies between 0 and 1."""

    variants: tuple[Variant, ...]
    altered: bool
    speakers_differ: bool
    likeness: float


class Copied(msgspec.Struct, frozen=True, kw_only=True):
    """A passage that stands nearly word for word in two reports. `earlier`: the report that had it first, where dates tell."""

    passages: tuple[Words, Words]
    words: int
    likeness: float
    earlier: int | None


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """One speaker under the names that the reports give."""

    name: str
    names: tuple[str, ...]
    mentions: tuple[tuple[int, str], ...]
    evidence: str


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """What several reports agree and disagree about. It does not depend on the order of the records."""

    schema: str = SCHEMA
    reports: tuple[Report, ...]
    independent: int
    figures: tuple[FigureGroup, ...] = ()
    repeated: tuple[Repeated, ...] = ()
    copied: tuple[Copied, ...] = ()
    speakers: tuple[Link, ...] = ()

    def to_json(self) -> str:
        """One line of JSON, the same for the same comparison."""
        return msgspec.json.encode(self).decode()


@functools.cache
def _schema_bytes() -> bytes:
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": SCHEMA}
    return msgspec.json.encode({**head, **msgspec.json.schema(Comparison)})


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a comparison."""
    schema: dict[str, Any] = msgspec.json.decode(_schema_bytes())
    return schema
