"""What new reports bring that an earlier comparison had not, as typed data: `onrecord/news/1`."""

from __future__ import annotations

import functools
from typing import Any, Final, Literal

import msgspec

from onrecord.comparison.comparison import ActGroup, CitedGroup, FigureGroup, Given, Report, Standing
from onrecord.record import SpeakerKind, schema_of

__all__ = ["SCHEMA", "ChangedFigure", "NewSpeaker", "News", "OwnFigure", "json_schema"]

SCHEMA: Final = "onrecord/news/1"


class OwnFigure(msgspec.Struct, frozen=True, kw_only=True):
    """A speaker who gives another figure than before; `before` is the latest of the earlier ones."""

    by: str
    before: Given
    now: Given


class ChangedFigure(msgspec.Struct, frozen=True, kw_only=True):
    """A figure that was given before and that new reports give otherwise.

    `before` are the values of the earlier reports, `now` those of the new ones that no earlier report has, `own` the speakers
    whose own figure changed. `standing` and `reason` are of all reports together.
    """

    counted: str
    type: str | None
    groups: tuple[str, ...]
    unit: str | None
    before: tuple[Given, ...]
    now: tuple[Given, ...]
    own: tuple[OwnFigure, ...]
    standing: Standing
    reason: str


class NewSpeaker(msgspec.Struct, frozen=True, kw_only=True):
    """A speaker whom no earlier report names, and the new reports that do."""

    name: str
    kind: SpeakerKind
    reports: tuple[int, ...]


class News(msgspec.Struct, frozen=True, kw_only=True):
    """What is new. `reports` are the earlier ones, `earlier` of them, and then the new ones; words point into all of them.

    `figures` were not given before, `changed` were given otherwise; `disagreements` exclude each other since the new reports;
    `speakers`, `cited` and `acts` occur in no earlier report. It does not depend on the order of the new records.
    """

    schema: Literal["onrecord/news/1"] = SCHEMA
    reports: tuple[Report, ...]
    earlier: int
    figures: tuple[FigureGroup, ...] = ()
    changed: tuple[ChangedFigure, ...] = ()
    disagreements: tuple[FigureGroup, ...] = ()
    speakers: tuple[NewSpeaker, ...] = ()
    cited: tuple[CitedGroup, ...] = ()
    acts: tuple[ActGroup, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything is new; reports that say nothing new are none."""
        return any((self.figures, self.changed, self.disagreements, self.speakers, self.cited, self.acts))

    def to_json(self) -> str:
        """One line of JSON, the same for the same news."""
        return msgspec.json.encode(self).decode()


@functools.cache
def _schema_bytes() -> bytes:
    return msgspec.json.encode(schema_of(News, SCHEMA, "onrecord news, version 1"))


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of news."""
    schema: dict[str, Any] = msgspec.json.decode(_schema_bytes())
    return schema
