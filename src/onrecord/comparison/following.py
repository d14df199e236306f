"""A linked speaker through the reports: how each names them, and what they say, in the order of the reports' dates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from onrecord.comparison.comparison import Link, Named, Said
from onrecord.comparison.reading import Reading
from onrecord.record import Role, Speaker

__all__ = ["followed"]


def followed(readings: Sequence[Reading], link: Link) -> Link:
    """The link with its names and statements; `readings` stand in the order of their dates, those without one last."""
    speakers = [(readings[number], speaker) for number, speaker in link.mentions]
    return msgspec.structs.replace(
        link,
        named=tuple(named for reading, speaker in speakers for named in _named(reading, speaker)),
        said=tuple(sorted((said for reading, speaker in speakers for said in _said(reading, speaker)), key=lambda one: one.at)),
    )


def _named(reading: Reading, wanted: str) -> Iterator[Named]:
    for speaker in reading.record.speakers:
        if speaker.id == wanted:
            yield Named(
                report=reading.number, speaker=speaker.id, name=speaker.name, also=speaker.also, roles=tuple(_roles(speaker))
            )


def _roles(speaker: Speaker) -> Iterator[str]:
    """The roles in words, each once, the honorifics before them."""
    yield from dict.fromkeys((*speaker.honorifics, *map(_role, speaker.roles)))


def _role(role: Role) -> str:
    return f"{role.title} of {role.of}" if role.of else role.title


def _said(reading: Reading, speaker: str) -> Iterator[Said]:
    for statement in reading.record.statements:
        if speaker == statement.speaker or speaker in statement.co_speakers:
            yield Said(at=reading.said(statement), statement=statement.id, kind=statement.kind, negated=statement.negated)
