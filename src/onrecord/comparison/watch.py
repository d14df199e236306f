"""The door of watching: what new reports bring that an earlier comparison had not.

The earlier reports are known by their comparison alone; their records are not needed. A figure is the same where it counts the
same thing, and new where no earlier report gives that value for it. A speaker, a citation and an act are new where nothing in
the earlier reports can be the same one: what may be known is not announced.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

import msgspec

from onrecord.comparison.bodies import generic, same_body
from onrecord.comparison.compare import compare
from onrecord.comparison.comparison import (
    ActGroup,
    CitedGroup,
    Citing,
    Comparison,
    Doubt,
    FigureGroup,
    Given,
    Report,
    ToldAct,
)
from onrecord.comparison.identity import can_be_one
from onrecord.comparison.news import ChangedFigure, News, NewSpeaker, OwnFigure
from onrecord.comparison.standing import FALLING, standing
from onrecord.comparison.things import thing
from onrecord.comparison.words import folded
from onrecord.record import Record

__all__ = ["watch"]

_Key = tuple[str | None, tuple[str, ...], str, str | None, bool]
_Value = tuple[float, float, str, bool]
_Placed = TypeVar("_Placed", Given, ToldAct, Citing, Doubt)


def watch(earlier: Comparison, records: Iterable[Record]) -> News:
    """What of `records` is new or different against `earlier`; a report that was compared then is passed over."""
    known = {report.id for report in earlier.reports}
    found = compare(record for record in records if record.document.id not in known)
    count = len(earlier.reports)
    reports = (*earlier.reports, *(_renumbered(report, count) for report in found.reports))
    pairs = list(_pairs(earlier, found, [report.published for report in reports]))
    return News(
        reports=reports,
        earlier=count,
        figures=tuple(pair.both for pair in pairs if pair.before is None),
        changed=tuple(changed for pair in pairs if (changed := _changed(pair))),
        disagreements=tuple(pair.both for pair in pairs if pair.disagree),
        speakers=tuple(_speakers(earlier, found)),
        cited=tuple(_cited(earlier, found)),
        acts=tuple(_acts(earlier, found)),
    )


@dataclass(frozen=True, slots=True)
class _Pair:
    """What is counted, as it was given `before` (if it was), in the new reports alone, and as both together stand."""

    before: FigureGroup | None
    now: tuple[Given, ...]
    both: FigureGroup

    @property
    def disagree(self) -> bool:
        """Whether the figures exclude each other, and did not before."""
        return self.both.standing == "differ" and (self.before is None or self.before.standing != "differ")


def _pairs(earlier: Comparison, found: Comparison, published: Sequence[str | None]) -> Iterator[_Pair]:
    """The figures of the new reports, each beside the earlier ones of what it counts."""
    before = {_key(group): group for group in earlier.figures}
    for group in found.figures:
        old = before.get(_key(group))
        now = _placed(group.given, len(earlier.reports))
        given = (*old.given, *now) if old else now
        # The new ones first, so that a clash is told of them.
        given_anew = (*now, *old.given) if old else now
        stand, reason = standing(given_anew, published, falls=group.type in FALLING)
        counted = old.counted if old else group.counted
        yield _Pair(old, now, msgspec.structs.replace(group, counted=counted, given=given, standing=stand, reason=reason))


def _key(group: FigureGroup) -> _Key:
    return group.type, group.groups, group.noun, group.unit, group.part


def _value(given: Given) -> _Value:
    return given.low, given.high, given.qualifier, given.denied


def _changed(pair: _Pair) -> ChangedFigure | None:
    """None where every new value was given before, and nobody gives another than they did."""
    if pair.before is None:
        return None
    values = {_value(one) for one in pair.before.given}
    now = tuple(one for one in pair.now if _value(one) not in values)
    own = tuple(_own(pair.before.given, pair.now))
    if not now and not own:
        return None
    return ChangedFigure(
        counted=pair.both.counted,
        type=pair.both.type,
        groups=pair.both.groups,
        unit=pair.both.unit,
        before=pair.before.given,
        now=now,
        own=own,
        standing=pair.both.standing,
        reason=pair.both.reason,
    )


def _own(before: Sequence[Given], now: Sequence[Given]) -> Iterator[OwnFigure]:
    """The speakers who give a figure that they did not give before; who only denies one gives none."""
    for one in now:
        theirs = [old for old in before if not old.denied and _one_speaker(old.by, one.by)]
        if one.by and theirs and not one.denied and _value(one) not in map(_value, theirs):
            yield OwnFigure(by=one.by, before=theirs[-1], now=one)


def _one_speaker(one: str | None, other: str | None) -> bool:
    """Whether two names, of whatever kind, can be one speaker's."""
    return bool(one and other) and any(can_be_one(str(one), str(other), persons=persons) for persons in (True, False))


def _speakers(earlier: Comparison, found: Comparison) -> Iterator[NewSpeaker]:
    """The new speakers, each under the longest of their names; one called by its kind alone ("the ministry") may be any."""
    known = [(one.name, one.kind == "person") for report in earlier.reports for one in report.speakers]
    voices = [(one, number) for number, report in enumerate(found.reports) for one in report.speakers]
    new: dict[tuple[str, str], list[int]] = {}
    for voice, number in sorted(voices, key=lambda entry: (-len(entry[0].name), entry[0].name, entry[1])):
        person = voice.kind == "person"
        if not person and generic(voice.name):
            continue
        if any(kind == person and can_be_one(voice.name, name, persons=person) for name, kind in known):
            continue
        same = (key for key in new if (key[1] == "person") == person and can_be_one(voice.name, key[0], persons=person))
        new.setdefault(next(same, (voice.name, voice.kind)), []).append(number + len(earlier.reports))
    for (name, kind), reports in sorted(new.items()):
        yield msgspec.convert({"name": name, "kind": kind, "reports": sorted(set(reports))}, NewSpeaker)


def _cited(earlier: Comparison, found: Comparison) -> Iterator[CitedGroup]:
    """What no earlier report cites: neither the same thing, nor anything in the same words."""
    targets = {group.target for group in earlier.cited if group.target}
    forms = {folded(form) for group in earlier.cited for form in group.forms}
    for group in found.cited:
        if group.target in targets or (group.target is None and forms & set(map(folded, group.forms))):
            continue
        count = len(earlier.reports)
        yield msgspec.structs.replace(group, given=_placed(group.given, count), doubts=_placed(group.doubts, count))


def _acts(earlier: Comparison, found: Comparison) -> Iterator[ActGroup]:
    for group in found.acts:
        if not any(_one_act(group, old) for old in earlier.acts):
            yield msgspec.structs.replace(group, told=_placed(group.told, len(earlier.reports)))


def _one_act(one: ActGroup, other: ActGroup) -> bool:
    """Whether body and verb agree, and the object where both name one."""
    if one.verb != other.verb or not same_body(one.body, other.body):
        return False
    objects, others = _objects(one), _objects(other)
    return not objects or not others or any(thing(a).alike(thing(b)) for a in objects for b in others)


def _objects(group: ActGroup) -> set[str]:
    return {told.object for told in group.told if told.object}


def _placed(given: Sequence[_Placed], count: int) -> tuple[_Placed, ...]:
    """The same, in reports that stand behind `count` others."""
    return tuple(
        msgspec.structs.replace(one, at=msgspec.structs.replace(one.at, report=one.at.report + count)) for one in given
    )


def _renumbered(report: Report, count: int) -> Report:
    return msgspec.structs.replace(report, source=report.source + count)
