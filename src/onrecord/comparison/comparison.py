"""The comparison of several records, as typed data: `onrecord/comparison/1`.

Everything in it points at words: `Words` names a report by its number in `reports` and a span of that report's text.
"""

from __future__ import annotations

import functools
from typing import Any, Final, Literal

import msgspec

from onrecord.errors import SchemaError, SpanError
from onrecord.record import Qualifier, SpeakerKind, schema_of
from onrecord.spans import Span

__all__ = [
    "SCHEMA",
    "ActGroup",
    "CitedGroup",
    "Citing",
    "Comparison",
    "Copied",
    "Demand",
    "DemandGroup",
    "Doubt",
    "FigureGroup",
    "Given",
    "Link",
    "Named",
    "Outcome",
    "Parts",
    "Repeated",
    "Report",
    "Said",
    "ToldAct",
    "Variant",
    "Voice",
    "Words",
    "json_schema",
]

SCHEMA: Final = "onrecord/comparison/1"

Standing = Literal["agree", "refine", "changed over time", "differ", "alone"]


class Words(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """A stretch of one report: the report's number, the span of its text, and the words as they read."""

    report: int
    span: Span
    words: str


class Voice(msgspec.Struct, frozen=True, kw_only=True):
    """A speaker of a report who has a name."""

    name: str
    kind: SpeakerKind


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """A report that was compared. `published` is its day as its format or its head says it, `source` the number of the
    independent source that it belongs to."""

    id: str
    title: str | None
    uri: str | None
    publisher: str | None
    published: str | None
    source: int
    speakers: tuple[Voice, ...] = ()


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
    """Figures that count the same thing of the same event, and how they stand to each other, with the reason.

    `counted` are the commonest words for what is counted; `noun` is as much of it as all figures of the group have in common
    besides type and groups, and `part` says that each is a part of a total.
    """

    counted: str
    type: str | None
    groups: tuple[str, ...]
    noun: str = ""
    unit: str | None
    part: bool = False
    given: tuple[Given, ...]
    standing: Standing
    reason: str


class Variant(msgspec.Struct, frozen=True, kw_only=True):
    """A statement as one report gives it. `statement` is its id there; null where the report itself says it (`kind` is "own
    words", `speaker` the body that its head names) or gives a number on an authority without a verb of saying ("figure")."""

    at: Words
    statement: str | None
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


class Parts(msgspec.Struct, frozen=True, kw_only=True):
    """A part in one report beside a whole in another where the two do not fit, or where one report counts a number within a
    whole that another counts besides it. `given`: the part and the whole of each report."""

    given: tuple[Given, ...]
    reason: str


class ToldAct(msgspec.Struct, frozen=True, kw_only=True):
    """What a body did as one report tells it: `act` is its id there, `when` EDTF, `by` whoever the report gives it to; null
    where it speaks itself."""

    at: Words
    act: str
    body: str
    object: str | None
    when: str | None
    negated: bool
    by: str | None


class ActGroup(msgspec.Struct, frozen=True, kw_only=True):
    """One act of one body as the reports tell it; `bodies` are the spellings. `differences` say in what the reports exclude
    each other: the time, what it was done to or as, or whether it was done."""

    body: str
    bodies: tuple[str, ...]
    verb: str
    told: tuple[ToldAct, ...]
    differences: tuple[Literal["when", "object", "negation"], ...]
    standing: Literal["differ", "agree", "alone"]
    reason: str


class Citing(msgspec.Struct, frozen=True, kw_only=True):
    """A citation in one report: `reference` is its id there, `by` whoever the report has citing it."""

    at: Words
    reference: str
    pinpoint: str | None
    by: str | None


class Doubt(msgspec.Struct, frozen=True, kw_only=True):
    """A finding about a citation: the check, and what it says."""

    at: Words
    check: str
    message: str


class CitedGroup(msgspec.Struct, frozen=True, kw_only=True):
    """What the reports cite as one thing: a target of the catalogue, or, where that is ambiguous or unknown, the same words."""

    target: str | None
    status: Literal["resolved", "ambiguous", "unknown"]
    candidates: tuple[str, ...]
    forms: tuple[str, ...]
    given: tuple[Citing, ...]
    doubts: tuple[Doubt, ...]


class Demand(msgspec.Struct, frozen=True, kw_only=True):
    """A demand as one report gives it: the statement's id there, and who makes it."""

    at: Words
    statement: str
    by: str | None


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What a later report says of what was demanded: that it was done, was not done, or was refused."""

    at: Words
    kind: Literal["done", "not done", "refused"]
    by: str | None


class DemandGroup(msgspec.Struct, frozen=True, kw_only=True):
    """One demand in all reports that have it, and what later reports say became of it in plain words.

    `action` is what is to be done ("release"), where that is one of the actions that are known; `demanded` are the words of
    the first report.
    """

    action: str | None
    demanded: str
    given: tuple[Demand, ...]
    outcomes: tuple[Outcome, ...]


class Named(msgspec.Struct, frozen=True, kw_only=True):
    """A speaker as one report names them: the id, the name, other spellings, and roles."""

    report: int
    speaker: str
    name: str
    also: tuple[str, ...]
    roles: tuple[str, ...]


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """A statement of a linked speaker."""

    at: Words
    statement: str
    kind: str
    negated: bool


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """One speaker under the names that the reports give: how each names them, and what they say, earliest report first.

    The link can be undone: `mentions` and `named` keep the reports' own speakers apart.
    """

    name: str
    names: tuple[str, ...]
    mentions: tuple[tuple[int, str], ...]
    evidence: str
    named: tuple[Named, ...] = ()
    said: tuple[Said, ...] = ()


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """What several reports agree and disagree about. It does not depend on the order of the records."""

    schema: Literal["onrecord/comparison/1"] = SCHEMA
    reports: tuple[Report, ...]
    independent: int
    figures: tuple[FigureGroup, ...] = ()
    parts: tuple[Parts, ...] = ()
    acts: tuple[ActGroup, ...] = ()
    cited: tuple[CitedGroup, ...] = ()
    demands: tuple[DemandGroup, ...] = ()
    repeated: tuple[Repeated, ...] = ()
    copied: tuple[Copied, ...] = ()
    speakers: tuple[Link, ...] = ()

    def to_json(self) -> str:
        """One line of JSON, the same for the same comparison."""
        return msgspec.json.encode(self).decode()

    @classmethod
    def from_json(cls, data: str | bytes) -> Comparison:
        """Raises `SchemaError` for what is no comparison of this schema."""
        try:
            return msgspec.json.decode(data, type=cls)
        except (msgspec.DecodeError, UnicodeError, SpanError) as error:
            raise SchemaError(f"not of schema {SCHEMA}: {error}") from error


@functools.cache
def _schema_bytes() -> bytes:
    return msgspec.json.encode(schema_of(Comparison, SCHEMA, "onrecord comparison, version 1"))


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a comparison."""
    schema: dict[str, Any] = msgspec.json.decode(_schema_bytes())
    return schema
