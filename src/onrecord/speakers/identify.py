"""The door of speakers: from attributions to statements with speakers."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.attribution.attribution import Attribution
from onrecord.flow import Flow
from onrecord.record import Speaker, Statement
from onrecord.speakers.cast import Cast
from onrecord.speakers.census import take
from onrecord.speakers.continuation import carry_on
from onrecord.speakers.ledger import write
from onrecord.speakers.setting import Setting
from onrecord.speakers.who import settle

__all__ = ["Voices", "identify"]


@dataclass(frozen=True, slots=True)
class Voices:
    """Speakers in the order in which they first speak, and statements in text order; spans are of the flow's text."""

    speakers: tuple[Speaker, ...]
    statements: tuple[Statement, ...]


def identify(flow: Flow, attributions: list[Attribution]) -> Voices:
    """Who says each attribution, and what goes on with no cue."""
    setting = Setting.of(flow)
    cast = Cast.of(flow.text, take(setting))
    settled = settle(setting, cast, attributions)
    entries = carry_on(setting, cast, settled)
    speakers, statements = write(flow.text, cast, entries)
    return Voices(speakers, statements)
