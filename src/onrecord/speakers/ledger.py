"""From settled attributions to the record's speakers and statements, with their ids."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.attribution.attribution import Attribution
from onrecord.record import Candidate, Role, Speaker, Statement, StatementKind
from onrecord.speakers.cast import Cast, Party
from onrecord.speakers.resolution import Choice

__all__ = ["Entry", "write"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One statement before it has an id: the attribution, the choice made, the parties kept (none: unresolved)."""

    attribution: Attribution
    choice: Choice
    parties: tuple[Party, ...]
    kind: StatementKind | None = None


def write(text: str, cast: Cast, entries: Sequence[Entry]) -> tuple[tuple[Speaker, ...], tuple[Statement, ...]]:
    """Speakers in the order in which they first speak (those only offered as candidates last), statements in text order."""
    ids: dict[int, str] = {}
    order: list[Party] = []
    for parties in [*(entry.parties for entry in entries), *(_open(entry) for entry in entries)]:
        for party in parties:
            if id(party) not in ids:
                order.append(party)
                ids[id(party)] = f"s{len(order)}"
    statements = tuple(_statement(text, number, entry, ids) for number, entry in enumerate(entries))
    return tuple(_speaker(party, ids[id(party)]) for party in order), statements


def _open(entry: Entry) -> tuple[Party, ...]:
    return () if entry.parties else tuple(party for party, _ in entry.choice.candidates)


def _statement(text: str, number: int, entry: Entry, ids: dict[int, str]) -> Statement:
    attribution = entry.attribution
    candidates = tuple(
        Candidate(speaker=ids[id(party)], score=round(score, 3))
        for party, score in entry.choice.candidates
        if not entry.parties
    )
    sure = entry.choice.score if entry.parties else 1 - entry.choice.score
    return Statement(
        id=f"st{number + 1}",
        speaker=ids[id(entry.parties[0])] if entry.parties else None,
        candidates=candidates,
        kind=entry.kind or attribution.kind,
        co_speakers=tuple(ids[id(party)] for party in entry.parties[1:]),
        source=attribution.source,
        cue=attribution.cue,
        content=attribution.content,
        words=tuple(span.of(text) for span in attribution.content),
        within=None if attribution.within is None else f"st{attribution.within + 1}",
        negated=attribution.negated,
        confidence=round(attribution.confidence * sure, 3),
    )


def _speaker(party: Party, id: str) -> Speaker:
    roles: list[Role] = []
    for role in sorted(party.roles, key=lambda role: role.span):
        if (role.title.casefold(), role.of) not in {(known.title.casefold(), known.of) for known in roles}:
            roles.append(role)
    return Speaker(
        id=id,
        name=party.name,
        kind=party.kind,
        honorifics=tuple(party.honorifics),
        roles=tuple(roles),
        mentions=tuple(party.seen),
    )
