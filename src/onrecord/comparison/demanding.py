"""Who demands what in which reports, and what later reports say became of it.

A demand is a statement with a word for demanding ("urged", "called for"), or one that says of a known action that it must be
done. Two demands are one where the action and its object are. What became of it is told only by a report of a later date, in
a sentence that has the same action as done, not done or refused, and the same object; otherwise nothing is said.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.comparison.actions import Action, asked
from onrecord.comparison.comparison import Demand, DemandGroup
from onrecord.comparison.outcomes import Sentences, Wanted
from onrecord.comparison.reading import Reading
from onrecord.comparison.things import Thing, clusters, thing
from onrecord.comparison.words import stems
from onrecord.record import Statement

__all__ = ["demands_across"]

_CUE = re.compile(
    r"\b(?:call(?:ed|s|ing)?(?: \w+){0,2} (?:for|on|upon|to)\b|(?:urg|demand|implor|exhort)(?:e|ed|es|s|ing)?\b"
    r"|appeal(?:ed|s|ing)?\b|insist(?:ed|s|ing)?(?: on| that)?\b|press(?:ed|es|ing) for\b|request(?:ed|s|ing)?\b)",
    re.IGNORECASE,
)
_DUTY = re.compile(r"\b(?:must|should|ought to|has to|have to)\b", re.IGNORECASE)
_SOFT = re.compile(r"\b(?:insist|request|appeal)", re.IGNORECASE)
_FEWEST = 2
_SAME = 0.6


@dataclass(frozen=True, slots=True)
class _Placed:
    """A demand with its action, where that is known, and its object."""

    reading: Reading
    statement: Statement
    action: Action | None
    what: Thing


def demands_across(readings: Sequence[Reading]) -> list[DemandGroup]:
    """The demands of all reports: first those of which a later report says what became, then those in most reports."""
    held: dict[str, list[_Placed]] = defaultdict(list)
    for reading in readings:
        for placed in _demands(reading):
            held[placed.action.name if placed.action else ""].append(placed)
    told = Sentences(
        readings, frozenset(word for alike in held.values() for one in alike if one.action for word in one.what.words)
    )
    groups = [_group(same, told) for alike in held.values() for same in clusters(alike, _alike)]
    return sorted(
        groups,
        key=lambda one: (not one.outcomes, -len({given.at.report for given in one.given}), one.given[0].at, one.action or ""),
    )


def _demands(reading: Reading) -> Iterator[_Placed]:
    found = {statement.id: list(_of(reading, statement)) for statement in reading.record.statements if not statement.negated}
    # A demand that somebody quotes is that of whoever makes it.
    outer = {statement.within for statement in reading.record.statements if found.get(statement.id)}
    for name, placed in found.items():
        if name not in outer:
            yield from placed


def _of(reading: Reading, statement: Statement) -> Iterator[_Placed]:
    words, urged = " ".join(statement.words), _urged(reading, statement)
    if not urged and not _DUTY.search(words):
        return
    known = [
        _Placed(reading, statement, one.action, what)
        for one in asked(words)
        if (urged or one.duty) and (what := thing(one.words)).words
    ]
    yield from known
    if urged and not known and len(stems(words)) >= _FEWEST:
        yield _Placed(reading, statement, None, thing(words))


def _urged(reading: Reading, statement: Statement) -> bool:
    """Whether the words that report it are words for demanding; those that can be milder need a known action."""
    cue = reading.view.words(statement.cue) if statement.cue else ""
    if cue.casefold() in {"call", "called", "calls", "calling"}:
        cue = f"{cue} {statement.words[0].split()[0]}"
    if _SOFT.search(cue):
        return any(True for _ in asked(" ".join(statement.words)))
    return bool(_CUE.search(cue))


def _alike(one: _Placed, other: _Placed) -> bool:
    if not one.what.alike(other.what, _SAME):
        return False
    return one.action is not None or len(one.what.words & other.what.words) >= _FEWEST


def _group(same: Sequence[_Placed], told: Sentences) -> DemandGroup:
    ordered = sorted(same, key=lambda one: (one.reading.number, one.statement.content))
    action, given = ordered[0].action, [_demand(one) for one in ordered]
    dated = [one.reading.published for one in ordered if one.reading.published]
    wanted = [Wanted(one.what, thing(" ".join(one.statement.words)).names, min(dated)) for one in ordered] if dated else []
    outcomes = told.tell(action, wanted) if action else ()
    return DemandGroup(
        action=action.name if action else None,
        demanded=given[0].at.words,
        given=tuple(dict.fromkeys(given)),
        outcomes=tuple(outcomes),
    )


def _demand(one: _Placed) -> Demand:
    return Demand(at=one.reading.said(one.statement), statement=one.statement.id, by=one.reading.speaker(one.statement.id))
