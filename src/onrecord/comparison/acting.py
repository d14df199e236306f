"""One act of one body as several reports tell it: in which year, done to what and as what, done or left undone.

Acts are one where the body, the verb and the object are: the same citation, or the same names and half the words. A body of
which a report says only what kind it is ("the Parliament") is joined to none in another report.
"""

from __future__ import annotations

import operator
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal, TypeVar

from onrecord.comparison.bodies import generic, joined, same_body, speaks_for
from onrecord.comparison.comparison import ActGroup, ToldAct, Words
from onrecord.comparison.reading import Reading
from onrecord.comparison.things import Thing, clusters, thing
from onrecord.comparison.times import clash
from onrecord.comparison.words import overlap, stems
from onrecord.names.states import state
from onrecord.record import Act
from onrecord.spans import Span

__all__ = ["acts_across"]

_AS_BEHIND = re.compile(r"\s+as\s+((?:[\w’'-]+\s+){1,6}?)by\b", re.IGNORECASE)
_AS = re.compile(r"\s+(?:as|to be|constituted|amounted to)\s+", re.IGNORECASE)
_ALIKE = 0.5
_S = TypeVar("_S")
# The body's name in one spelling, the verb, and the only report that it may be joined in (-1: any).
_Key = tuple[str, str, int]


@dataclass(frozen=True, slots=True)
class _Placed:
    """An act with what it was done to: citations, names, other words, and as what."""

    told: ToldAct
    verb: str
    targets: frozenset[str]
    what: Thing
    taken_as: str

    @property
    def bare(self) -> bool:
        """Whether nothing tells what it was done to."""
        return not (self.targets or self.what.words)


def acts_across(readings: Sequence[Reading]) -> list[ActGroup]:
    """The acts of all reports, those told in different ways first, then those that most reports tell."""
    placed = [_placed(reading, act) for reading in readings for act in reading.record.acts]
    home = joined(one.told.body for one in placed)
    held: dict[_Key, list[_Placed]] = defaultdict(list)
    for one in placed:
        body = one.told.body
        held[home[body], one.verb, one.told.at.report if generic(body) else -1].append(one)
    groups = [_group(same) for alike in _with_states(held).values() for same in _same(alike)]
    rank = {"differ": 0, "agree": 1, "alone": 2}
    return sorted(groups, key=lambda group: (rank[group.standing], -len(_reports(group.told)), group.told[0].at))


def _with_states(held: dict[_Key, list[_Placed]]) -> dict[_Key, list[_Placed]]:
    """The acts told of a mere State put to those of the one body of it that did the same."""
    organs = {
        key: [other for other in held if other[1] == key[1] and speaks_for(other[0], key[0])] for key in held if state(key[0])
    }
    for key, found in organs.items():
        if len(found) == 1:
            held[found[0]] += held.pop(key)
    return held


def _placed(reading: Reading, act: Act) -> _Placed:
    spans = [*act.spans, *([act.object] if act.object else [])]
    whole = Span(min(span.start for span in spans), max(span.end for span in spans))
    what = reading.view.words(act.object) if act.object else ""
    told = ToldAct(
        at=reading.words(whole),
        act=act.id,
        body=act.body,
        object=what or None,
        when=act.when,
        negated=act.negated,
        by=_teller(reading, act),
    )
    core, *rest = _AS.split(what, maxsplit=1)
    # "The raid was recognised as a crime by the parliament."
    behind = (_AS_BEHIND.match(reading.record.document.text, span.end) for span in act.spans)
    taken_as = [*rest, *(match[1] for match in behind if match)]
    return _Placed(told, act.verb, _cited(reading, act), thing(core), " ".join(" ".join(taken_as).split()))


def _teller(reading: Reading, act: Act) -> str | None:
    """Who tells of the act. A body that "recognised" something is given that as its statement, and tells of nothing."""
    for statement, name in reading.tellers(act.statement):
        done = statement.cue and any(span.overlaps(statement.cue) for span in act.spans)
        if not done and not same_body(name, act.body):
            return name
    return None


def _cited(reading: Reading, act: Act) -> frozenset[str]:
    """What is cited in the act's object."""
    return frozenset(
        one.target for one in reading.record.references if one.target and act.object and act.object.overlaps(one.span)
    )


def _same(alike: Sequence[_Placed]) -> list[list[_Placed]]:
    """The acts of one body and verb, by what they were done to; one without an object belongs to the only group there is."""
    groups = clusters([one for one in alike if not one.bare], _object_alike)
    bare = [one for one in alike if one.bare]
    if len(groups) <= 1:
        return [sorted([*(one for group in groups for one in group), *bare], key=_order)]
    return [sorted(group, key=_order) for group in [*groups, *([one] for one in bare)]]


def _order(one: _Placed) -> Words:
    return one.told.at


def _object_alike(one: _Placed, other: _Placed) -> bool:
    if one.targets and other.targets:
        return bool(one.targets & other.targets)
    return one.what.alike(other.what)


def _group(same: Sequence[_Placed]) -> ActGroup:
    told = tuple(one.told for one in same)
    found = dict(_differences(same))
    names = Counter(one.body for one in told)
    spelt = {name.casefold(): name for name in sorted(names, reverse=True)}
    bodies = sorted(spelt.values(), key=lambda name: (-names[name], -len(name), name))
    several = len(_reports(told)) > 1
    return ActGroup(
        body=bodies[0],
        bodies=tuple(bodies),
        verb=same[0].verb,
        told=told,
        differences=tuple(found),
        standing="differ" if found else "agree" if several else "alone",
        reason="; ".join(found.values()) or ("nothing in them excludes another" if several else "one report tells of it"),
    )


def _reports(told: Sequence[ToldAct]) -> set[int]:
    return {one.at.report for one in told}


def _differences(same: Sequence[_Placed]) -> Iterator[tuple[Literal["when", "object", "negation"], str]]:
    """In what two reports exclude each other, with both sides in words."""
    if pair := _clash(same, lambda one: one.told.when, clash):
        yield "when", f"“{pair[0].told.when}” and “{pair[1].told.when}” exclude each other"
    if pair := _clash(same, lambda one: stems(one.taken_as) or None, lambda one, other: overlap(one, other) < _ALIKE):
        yield "object", f"“as {pair[0].taken_as}” and “as {pair[1].taken_as}” are not the same"
    if pair := _clash(same, lambda one: one.told.negated, operator.ne):
        yield "negation", "one report says that it was done, another that it was not"


def _clash(
    same: Sequence[_Placed], side: Callable[[_Placed], _S | None], excludes: Callable[[_S, _S], bool]
) -> tuple[_Placed, _Placed] | None:
    """The first acts of two reports of which no telling fits one of the other's: who tells of two years excludes neither."""
    told: dict[int, list[tuple[_Placed, _S]]] = defaultdict(list)
    for one in same:
        if (value := side(one)) is not None:
            told[one.told.at.report].append((one, value))
    for ours, theirs in combinations(told.values(), 2):
        if all(excludes(a, b) for _, a in ours for _, b in theirs):
            return ours[0][0], theirs[0][0]
    return None
