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
from onrecord.comparison.comparison import Demand, DemandGroup, Outcome
from onrecord.comparison.reading import Reading
from onrecord.comparison.things import Thing, clusters, thing
from onrecord.comparison.times import later
from onrecord.comparison.words import stem, stems, tokens
from onrecord.record import Statement
from onrecord.sentences import sentences
from onrecord.spans import Span

__all__ = ["demands_across"]

_CUE = re.compile(
    r"\b(?:call(?:ed|s|ing)?(?: \w+){0,2} (?:for|on|upon|to)\b|(?:urg|demand|implor|exhort)(?:e|ed|es|s|ing)?\b"
    r"|appeal(?:ed|s|ing)?\b|insist(?:ed|s|ing)?(?: on| that)?\b|press(?:ed|es|ing) for\b|request(?:ed|s|ing)?\b)",
    re.IGNORECASE,
)
_SOFT = re.compile(r"\b(?:insist|request|appeal)", re.IGNORECASE)
_FEWEST = 2
_SAME = 0.6
_PLACED = re.compile(r"\w*\s+(?:of|in|at|from)\s+[A-Z]")


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
    groups = [_group(same, readings) for alike in held.values() for same in clusters(alike, _alike)]
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


def _group(same: Sequence[_Placed], readings: Sequence[Reading]) -> DemandGroup:
    ordered = sorted(same, key=lambda one: (one.reading.number, one.statement.content))
    given = [
        Demand(at=one.reading.said(one.statement), statement=one.statement.id, by=one.reading.speaker(one.statement.id))
        for one in ordered
    ]
    return DemandGroup(
        action=ordered[0].action.name if ordered[0].action else None,
        demanded=given[0].at.words,
        given=tuple(dict.fromkeys(given)),
        outcomes=tuple(_outcomes(ordered, readings)),
    )


def _outcomes(same: Sequence[_Placed], readings: Sequence[Reading]) -> Iterator[Outcome]:
    dated = [one.reading.published for one in same if one.reading.published]
    action = same[0].action
    if action is None or not dated:
        return
    for reading in readings:
        if later(reading.published, min(dated)):
            yield from _told(reading, action, [one.what for one in same])


def _told(reading: Reading, action: Action, wanted: Sequence[Thing]) -> Iterator[Outcome]:
    text = reading.view.text
    for block in reading.view.blocks:
        for span in sentences(text, block.span.start, block.span.end):
            sentence = span.of(text)
            kind = action.told(sentence)
            if kind and any(_about(one, sentence) for one in wanted):
                at = reading.view.home(span)
                yield Outcome(at=reading.words(at), kind=kind, by=_teller(reading, at))


def _about(wanted: Thing, sentence: str) -> bool:
    """Whether the sentence has most words of what was demanded, and not of another: Kesh's archives are not Lunde's."""
    shared = wanted.words & stems(sentence)
    if len(shared) < _SAME * len(wanted.words):
        return False
    if not wanted.names or any(name in sentence for name in wanted.names):
        return True
    heads = [token.span for token in tokens(sentence) if stem(token.word) in shared]
    return not any(_PLACED.match(sentence, head.end) for head in heads)


def _teller(reading: Reading, at: Span) -> str | None:
    """Who says the sentence, or most of it; None where it is the report."""
    for statement in reading.record.statements:
        said = sum(len(piece) for piece in statement.content if at.covers(piece) or piece.covers(at))
        if statement.speaker and not statement.negated and 2 * said >= len(at):
            return reading.speaker(statement.id)
    return None
