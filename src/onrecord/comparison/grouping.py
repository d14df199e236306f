"""Figures of several reports that count the same thing of the same event.

Two figures belong together where the type is the same (killed, injured, displaced …) and the groups of people counted are,
or, without a type, where the nouns agree; and where neither unit nor whole speaks against it. A part never meets its total:
figures of women, of children, of soldiers stand in groups of their own, and so does a part that names no group. What cannot
be told stands alone: a wrong join misleads more than a missed one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.comparison.befalling import befell, bodies_of, elliptic, number_of, tolled
from onrecord.comparison.context import damaged, earlier, ruined, scope, set_apart
from onrecord.comparison.placing import places_apart
from onrecord.comparison.scaling import bands, two_counts
from onrecord.comparison.words import folded
from onrecord.record import Figure, Record

__all__ = ["Key", "Placed", "group"]

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_LISTED = re.compile(r"[^.;]{0,120}(?:,|\band)\s+")
_INCLUDED = re.compile(r"\b(?:that|this|the) (?:number|figure|total|toll) (?:includes?|included)\s+\Z", re.IGNORECASE)
# Words for people at large: a count of them is a count of people.
_PEOPLE = frozenset(
    (
        "people persons civilians residents inhabitants citizens victims individuals souls lives casualties bodies villagers "
        "townspeople locals"
    ).split()
)
_SMALL = frozenset("of the a an in at on for and or by with from to their his her its other more some less so".split())
_BEFELL = frozenset(
    "sheltering trapped killed injured missing displaced detained hostages returned rescued buried aboard attending".split()
)
_DISPUTED = frozenset({"killed", "injured"})
_NOT_GROUPS = frozenset({"civilians", "refugees"})
# Those on duty are never all whom something befell.
_SERVICE = frozenset(
    (
        "officers officer troops guards policemen firefighters rescuers sailors pilots guardsmen gendarmes servicemen crew "
        "staff"
    ).split()
)
# "The toll of the blast", "the authorities' version": what is counted is not what is named.
_TOLLS = frozenset("toll tolls death deaths dead fatalities corpses murdered slain injuries".split())
_ACCOUNTS = frozenset("version count estimate figure figures data tally".split())
# "The number of those who perished when police stormed the hall": the first word says who.
_NUMBERED = _PEOPLE | _TOLLS | {"those", "killed"}
_HOMES = frozenset("homes houses dwellings".split())
# "A girl of eight", "two brothers aged 9 and 12", "earthquakes of magnitude 7.8 and 7.6".
_MEASURED = re.compile(
    r"\b(?:(?:girl|boy|child|man|woman|son|daughter|baby) of|aged|magnitudes?(?: of)?)\s+"
    r"(?:[\d.]+(?:,\s+|\s+(?:and|or|to)\s+))*\Z",
    re.IGNORECASE,
)
_NEAR = 40
# Without what befell them, a number of these says as little as one of people.
_CROWD = frozenset("demonstrators protesters participants marchers crowd".split())
# Those who were somewhere for a reason: with what befell them, all whom it befell.
_THERE = _CROWD | frozenset(
    "passengers worshippers pilgrims miners workers students tourists guests spectators migrants".split()
)
_BARE = _PEOPLE | {"families", "households", "survivors", "witnesses", "men", "names", "patients", "wounded", "others"}


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
    for number, record in enumerate(records):
        for key, figures in _of(record).items():
            held[key].extend(Placed(number, figure) for figure in figures)
    return sorted(_by_scale(_by_place(held, [record.document.text for record in records])).items())


def _by_place(held: dict[Key, list[Placed]], texts: Sequence[str]) -> dict[Key, list[Placed]]:
    """The tolls of places apart from each other and from the toll of all."""
    every = [(key, one) for key, placed in held.items() for one in placed]
    people = [(key, one) for key, one in every if key.type in _BEFELL and not key.noun]
    places = places_apart([(one.report, one.figure) for _, one in people], texts)
    known = {(one.report, one.figure.id): place for (_, one), place in zip(people, places, strict=True)}
    apart: dict[Key, list[Placed]] = defaultdict(list)
    for key, one in every:
        place = known.get((one.report, one.figure.id))
        apart[replace(key, noun=place) if place else key].append(one)
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


def _of(record: Record) -> dict[Key, list[Figure]]:
    """The figures of a report by what they count."""
    text = record.document.text
    by_id = {figure.id: figure for figure in record.figures}
    held: dict[Key, list[Figure]] = defaultdict(list)
    last: tuple[Figure, Key] | None = None
    whole_before: tuple[Figure, Key] | None = None
    for figure in record.figures:
        whole = by_id.get(figure.part_of) if figure.part_of else None
        key = _carried(figure, whole_before, text) or _listed(figure, last, text) or _key(figure, whole, text)
        if key:
            held[key].append(figure)
            last = figure, key
            # "379 died, including 41 children. The surgeon spoke of 1,800": of the dead, not of the children.
            whole_before = whole_before if figure.part_of and whole_before else last
    return _events_apart(held, text)


def _carried(figure: Figure, last: tuple[Figure, Key] | None, text: str) -> Key | None:
    """What the figure before counts, where this one stands alone behind a verb of counting in the same paragraph."""
    if last is None or figure.type or not elliptic(figure, text):
        return None
    same = "\n\n" not in text[last[0].span.end : figure.span.start] and not figure.part_of
    return last[1] if same and (last[1].type or last[1].groups) else None


def _listed(figure: Figure, last: tuple[Figure, Key] | None, text: str) -> Key | None:
    """What befell those before it in a list ("the dead include 51 children and 112 women"; "that number includes 21 …")."""
    if last is None or figure.type or figure.part_of or last[1].type not in _BEFELL:
        return None
    groups = _named(figure, text)[1]
    between = text[last[0].span.end : figure.span.start]
    listed = last[1].groups and _LISTED.fullmatch(between)
    return replace(last[1], groups=groups) if groups and (listed or _INCLUDED.search(between)) else None


def _events_apart(held: dict[Key, list[Figure]], text: str) -> dict[Key, list[Figure]]:
    """A report that counts the same of two events, one of them years before, counts two things."""
    apart: dict[Key, list[Figure]] = defaultdict(list)
    for key, figures in held.items():
        before = [figure for figure in figures if earlier(figure, text)]
        contrast = len(before) < len(figures)
        for figure in figures:
            old = contrast and figure in before
            apart[replace(key, noun=f"{key.noun} earlier".strip()) if old else key].append(figure)
    return apart


def _key(figure: Figure, whole: Figure | None, text: str) -> Key | None:
    """None for a figure of which too little is known to put it beside others."""
    nouns, groups = _named(figure, text)
    if _nobody(figure, text):
        return None
    if _HOMES.intersection(nouns) or ("buildings" in nouns and ruined(figure, text)):
        return Key("homes", (), "damaged" if damaged(figure, text) else "", figure.unit or "", part=False)
    # What befell the whole befell its parts: "613 people died, among them 63 children".
    kind = _kind(figure, nouns, text) or (_kind(whole, _named(whole, text)[0], text) if whole and groups else "")
    apart = set_apart(figure, text, kind)
    # Each asker asks others: how many two of them heard is not one count.
    if apart == "asked":
        return None
    part = whole is not None and not groups and apart is None
    if kind in _BEFELL:
        noun = " ".join(word for word in (scope(figure, text), apart, _who(nouns, groups)) if word)
        return Key(kind, groups, noun, figure.unit or "", part)
    # "People" alone says nothing of what they did or what befell them.
    if not nouns or set(nouns) <= _BARE:
        return None
    return Key(kind, groups, " ".join(nouns), figure.unit or "", part)


def _nobody(figure: Figure, text: str) -> bool:
    """Whether the number is an age or the strength of an earthquake, whatever befell those near it."""
    return figure.unit is None and bool(_MEASURED.search(text, max(0, figure.span.start - _NEAR), figure.span.start))


def _who(nouns: Sequence[str], groups: tuple[str, ...]) -> str:
    """The noun that sets those counted apart from people at large, where no group does."""
    if groups or set(nouns) <= _BARE or set(nouns) & (_PEOPLE | _TOLLS | _THERE):
        return ""
    service = [noun for noun in nouns if noun in _SERVICE]
    if service:
        return service[0]
    return "" if set(nouns) & _BEFELL else nouns[-1]


def _named(figure: Figure, text: str) -> tuple[list[str], tuple[str, ...]]:
    """The nouns counted and the groups of people; none where the words name an account, not who is counted."""
    named = number_of(figure, text)
    words = [folded(word) for word in _WORD.findall(named or figure.counted or "")]
    nouns = [word for word in words if word not in _SMALL]
    if nouns and nouns[0] in (_NUMBERED if named else _ACCOUNTS):
        return [], ()
    return nouns, tuple(name for name in figure.groups if name not in _NOT_GROUPS)


def _kind(figure: Figure, nouns: Sequence[str], text: str) -> str:
    if bodies_of(figure, text):
        return "killed"
    if figure.type:
        return figure.type
    if nouns and (nouns[0] in _TOLLS or nouns[-1] in _TOLLS):
        return "killed"
    known = figure.unit is None and (set(nouns) <= _BARE or figure.groups or nouns[-1] in _THERE)
    kind = befell(figure, text) if known else tolled(figure, text)
    return kind or ("attending" if set(nouns) & _CROWD else "")
