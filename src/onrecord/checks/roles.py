"""A speaker whose office is given in two ways that do not go together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from onrecord.checks.subject import Misfit, Subject
from onrecord.names.lexicon import is_office
from onrecord.names.likeness import fold
from onrecord.names.states import adjective_of, state
from onrecord.record import Role

__all__ = ["role_differs"]

_NOT_NOW = re.compile(
    r"\b(?:former\w*|ex|then|late|deputy|vice|acting|designate|elect|outgoing|incoming|honorary|previous)\b", re.IGNORECASE
)
_RANKS = frozenset("brigadier colonel major captain lieutenant sergeant corporal commander admiral commodore".split())


def role_differs(subject: Subject) -> Iterator[Misfit]:
    """One speaker as ambassador of two States, or in two ranks, neither of them a former one."""
    for speaker in subject.record.speakers:
        if speaker.kind != "person":
            continue
        roles = {_shown(role): role for role in speaker.roles if not _NOT_NOW.search(_shown(role))}
        for one, other in combinations(roles.values(), 2):
            if why := _conflict(one, other):
                message = f"{speaker.name} is {_shown(one)} and {_shown(other)} in one report"
                spans = (subject.here(one.span), subject.here(other.span))
                evidence = {"speaker": speaker.id, "roles": [_shown(one), _shown(other)], "differ_in": why}
                yield Misfit(message, spans, evidence)


def _shown(role: Role) -> str:
    return f"{role.title} of {role.of}" if role.of else role.title


def _conflict(one: Role, other: Role) -> str | None:
    """In what the two roles cannot both be the speaker's, State or rank; None where they can."""
    heads = [_head(role) for role in (one, other)]
    if None in heads:
        return None
    if heads[0] != heads[1]:
        return "rank" if all(fold(role.title) in _RANKS for role in (one, other)) else None
    states = [_state_of(role) for role in (one, other)]
    return "State" if all(states) and states[0] != states[1] else None


def _head(role: Role) -> str | None:
    """The noun of the office: the last of the title's words that is one."""
    return next((word for word in reversed(fold(role.title).split()) if is_office(word)), None)


def _state_of(role: Role) -> str | None:
    """The State that the role belongs to, named after "of" or by an adjective before the office."""
    whole = role.of or ""
    short = re.sub(r"^(?:the )?(?:Republic|Kingdom|State) of (?:the )?", "", whole)
    if named := state(whole) or state(short):
        return named
    return next((found for word in role.title.split() if (found := adjective_of(word))), None)
