"""Figures of several reports that count the same thing of the same event.

Two figures belong together where the type is the same (killed, injured, displaced …) and the groups of people counted are,
or, without a type, where the nouns agree; and where neither unit nor whole speaks against it. A part never meets its total:
figures of women, of children, of soldiers stand in groups of their own, and so does a part that names no group. What cannot
be told stands alone: a wrong join misleads more than a missed one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.comparison.befalling import befell, bodies_of, elliptic, number_of, of_the_dead, others, own, tolled
from onrecord.comparison.context import CAUSES, increment, ruined, scope, set_apart, state_of
from onrecord.comparison.counting import BARE, BEFELL, CROWD, HOMES, THERE, TOLLS, herd, named, nobody, who
from onrecord.comparison.dating import day_of
from onrecord.comparison.placing import place_of, places_apart
from onrecord.comparison.scaling import bands, two_counts
from onrecord.comparison.years import Event, event_of, of_other_years
from onrecord.record import Figure, Record

__all__ = ["Key", "Placed", "group"]

_LISTED = re.compile(r"[^.;]{0,120}(?:[,:(]|\band)\s*")
_INCLUDED = re.compile(
    r"\b(?:(?:that|this|the) (?:number|figure|total|toll) (?:includes?|included)"
    r"|among (?:them|these|those|(?:the|our) \w+),? (?:are|were|is|was|there (?:are|were)))\s+\Z",
    re.IGNORECASE,
)
_OF_THESE = re.compile(r"\s+of (?:them|these|those|which|the)\b")
_AND_NOT = re.compile(r"[^.;]{0,80}?,? (?:and |but )?not ")
_OUT_OF = re.compile(r"(?:\A|[.:\n]\s*)(?:Out )?[Oo]f (?:the|these|those|its|their|all|all the) \Z")
_WERE = frozenset({"detained", "displaced", "hostages"})
# "Bridges lost: two" counts bridges.
_LOST = frozenset("lost destroyed damaged".split())
_DISPUTED = frozenset({"killed", "injured"})


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """What a figure counts, as far as it must agree with another's."""

    type: str
    groups: tuple[str, ...]
    noun: str
    unit: str
    part: bool


@dataclass(frozen=True, slots=True)
class Placed:
    """A figure and the report it stands in."""

    report: int
    figure: Figure


def group(records: Sequence[Record]) -> list[tuple[Key, list[Placed]]]:
    """The figures of `records` by what they count, in the order of their keys."""
    held: dict[Key, list[Placed]] = defaultdict(list)
    event = event_of([record.document.text for record in records], [day_of(record.document) for record in records])
    for number, record in enumerate(records):
        for key, figures in _of(record, event).items():
            held[key].extend(Placed(number, figure) for figure in figures)
    return sorted(_by_scale(_by_place(_by_cause(held), [record.document.text for record in records])).items())


def _by_cause(held: dict[Key, list[Placed]]) -> dict[Key, list[Placed]]:
    """Those shot, or dead on the way, among all the dead, unless one report counts them besides the others."""
    merged: dict[Key, list[Placed]] = defaultdict(list)
    for key, placed in held.items():
        rest = replace(key, noun="") if key.type == "killed" and key.noun in dict(CAUSES) else key
        both = {one.report for one in placed} & {one.report for one in held.get(rest, ())}
        merged[key if both else rest].extend(placed)
    return merged


def _by_place(held: dict[Key, list[Placed]], texts: Sequence[str]) -> dict[Key, list[Placed]]:
    """The tolls of places apart from each other and from the toll of all."""
    every = [(key, one) for key, placed in held.items() for one in placed]
    people = [(key, one) for key, one in every if key.type in BEFELL and not key.noun]
    places = places_apart([(one.report, one.figure) for _, one in people], texts, [key.part for key, _ in people])
    known = {(one.report, one.figure.id): place for (_, one), place in zip(people, places, strict=True)}
    apart: dict[Key, list[Placed]] = defaultdict(list)
    for key, one in every:
        place = known.get((one.report, one.figure.id))
        # Of two parts of the dead that nothing names nobody can tell whether they are one.
        if place or not (key.part and key.type in BEFELL):
            apart[replace(key, noun=place, part=False) if place else key].append(one)
    return apart


def _by_scale(held: dict[Key, list[Placed]]) -> dict[Key, list[Placed]]:
    """What one report counts in two numbers that cannot be one count, apart: people by scale, things number by number."""
    apart: dict[Key, list[Placed]] = defaultdict(list)
    for key, placed in held.items():
        figures = [(one.report, one.figure) for one in placed]
        scales = [0] * len(figures) if key.type in _DISPUTED else bands(figures)
        numbered = not key.type and two_counts(figures)
        for one, scale in zip(placed, scales, strict=True):
            mark = f"{one.figure.low:g}" if numbered else "on another scale" if scale else ""
            apart[replace(key, noun=f"{key.noun} {mark}".strip())].append(one)
    return apart


def _of(record: Record, event: Event) -> dict[Key, list[Figure]]:
    """The figures of a report by what they count."""
    text = record.document.text
    by_id = {figure.id: figure for figure in record.figures}
    held: dict[Key, list[Figure]] = defaultdict(list)
    known: dict[str, Key] = {}
    last: tuple[Figure, Key] | None = None
    whole_before: tuple[Figure, Key] | None = None
    for figure in record.figures:
        whole = by_id.get(figure.part_of) if figure.part_of else None
        key = _carried(figure, whole_before, text) or _listed(figure, last, text) or _key(figure, whole, text, known)
        if key and key.type and key in known.values() and increment(figure, text):
            key = replace(key, noun=f"{key.noun} more".strip())
        if key and last and _out_of(last[0], figure, text):
            key = replace(key, part=True)
        if key:
            held[key].append(figure)
            known[figure.id] = key
            last = figure, key
            # "379 died, including 41 children. The surgeon spoke of 1,800": of the dead, not of the children.
            whole_before = whole_before if figure.part_of and whole_before else last
    return _events_apart(held, record, event)


def _carried(figure: Figure, last: tuple[Figure, Key] | None, text: str) -> Key | None:
    """What the figure before counts, where this one stands alone behind a verb of counting in the same paragraph."""
    corrected = figure.denied and last and _AND_NOT.fullmatch(text, last[0].span.end, figure.span.start)
    if last is None or figure.type or not (corrected or elliptic(figure, text)):
        return None
    same = "\n\n" not in text[last[0].span.end : figure.span.start] and not figure.part_of
    return last[1] if same and (last[1].type or last[1].groups) else None


def _out_of(whole: Figure, figure: Figure, text: str) -> bool:
    """Whether both count one noun, said once: "of the 22 lamps in the shaft fourteen were dark"."""
    between = text[whole.span.end : figure.span.start]
    said = whole.counted == figure.counted and bool(_OUT_OF.search(text, max(0, whole.span.start - 40), whole.span.start))
    return said and not re.search(r"[.;,:]", between)


def _listed(figure: Figure, last: tuple[Figure, Key] | None, text: str) -> Key | None:
    """What befell those before it in a list ("the dead include 51 children and 112 women"; "that number includes 21 …")."""
    if last is None or figure.type or figure.part_of or last[1].type not in BEFELL:
        return None
    groups = named(figure, text)[1]
    between = text[last[0].span.end : figure.span.start]
    placed = not groups and place_of(figure, text)
    listed = (last[1].groups or placed or ":" in between) and _LISTED.fullmatch(between)
    found = (groups or placed) and (listed or _INCLUDED.search(between))
    return replace(last[1], groups=groups, part=bool(placed)) if found else None


def _events_apart(held: dict[Key, list[Figure]], record: Record, event: Event) -> dict[Key, list[Figure]]:
    """A report that counts the same of two events, one of them years before, counts two things."""
    apart: dict[Key, list[Figure]] = defaultdict(list)
    for key, figures in held.items():
        marks = (
            of_other_years(figures, record.document.text, event, day_of(record.document)) if key.type else [""] * len(figures)
        )
        for figure, mark in zip(figures, marks, strict=True):
            apart[replace(key, noun=f"{key.noun} {mark}".strip())].append(figure)
    return apart


def _key(figure: Figure, whole: Figure | None, text: str, known: Mapping[str, Key]) -> Key | None:
    """None for a figure of which too little is known to put it beside others; `known`: the keys of those before it."""
    nouns, groups = named(figure, text)
    around = named(whole, text)[0] if whole else []
    if nobody(figure, text):
        return None
    if key := _herd_or_homes(figure, whole, nouns, around, text):
        return key
    # What befell the whole befell its parts: "613 people died, among them 63 children".
    of_whole = (known[whole.id].type if whole.id in known else _kind(whole, around, text)) if whole else ""
    inherited = whole is not None and groups and figure.type == whole.type and whole.id in known
    kind = (of_whole if inherited else "") or _kind(figure, nouns, text) or (of_whole if groups else "")
    apart = set_apart(figure, text, kind)
    # Each asker asks others: how many two of them heard is not one count.
    if apart == "asked":
        return None
    heard = whole is not None and set_apart(whole, text, of_whole) == "asked"
    some = (whole is not None and kind == of_whole) or heard or (kind == "killed" and of_the_dead(figure, text))
    part = some and not groups and apart is None
    if kind in BEFELL:
        noun = " ".join(word for word in (scope(figure, text), apart, who(nouns, groups)) if word)
        return Key(kind, groups, noun, figure.unit or "", part)
    # "People" alone says nothing of what they did or what befell them, nor does "children".
    if not nouns or set(nouns) <= BARE or groups:
        return None
    return Key(kind, (), " ".join([noun for noun in nouns if noun not in _LOST] or nouns), figure.unit or "", part)


def _herd_or_homes(figure: Figure, whole: Figure | None, nouns: Sequence[str], around: Sequence[str], text: str) -> Key | None:
    """What counts animals or houses, whatever became of them; `around` are the nouns of the whole."""
    if kept := herd(nouns):
        return Key("", (), kept, figure.unit or "", whole is not None)
    homes = HOMES.intersection(nouns) or (HOMES.intersection(around) and _OF_THESE.match(text, figure.span.end))
    if homes or ("buildings" in nouns and ruined(figure, text)):
        return Key("homes", (), state_of(figure, text), figure.unit or "", part=False)
    return None


def _kind(figure: Figure, nouns: Sequence[str], text: str) -> str:
    if bodies_of(figure, text) and own(figure, text) == "missing":
        return "missing"
    if bodies_of(figure, text) or (number_of(figure, text) and tolled(figure, text)):
        return "killed"
    if figure.type:
        # "Eight prisoners were shot": what befell them, not what they were.
        were = figure.type in _WERE and figure.type not in (figure.counted or "").split()
        bare = were or others(figure, text) or (figure.part_of and not figure.groups)
        return (own(figure, text) if bare else None) or figure.type
    if nouns and (nouns[0] in TOLLS or nouns[-1] in TOLLS):
        return "killed"
    if nouns == ["victims"] and figure.unit is None:
        return befell(figure, text) or "killed"
    known = figure.unit is None and (set(nouns) <= BARE or figure.groups or nouns[-1] in THERE)
    kind = befell(figure, text) if known else tolled(figure, text)
    return kind or ("attending" if set(nouns) & CROWD else "")
