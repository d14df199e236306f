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
from dataclasses import dataclass

from onrecord.comparison.words import folded
from onrecord.record import Figure, Record

__all__ = ["Key", "Placed", "group"]

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
# Words for people at large: a count of them is a count of people.
_PEOPLE = frozenset(
    "people persons civilians residents inhabitants citizens victims individuals souls lives casualties bodies".split()
)
_SMALL = frozenset("of the a an in at on for and or by with from to their his her its other more some".split())
_BEFELL = frozenset("killed injured missing displaced detained hostages returned rescued buried".split())
_NOT_GROUPS = frozenset({"civilians", "refugees"})


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
        by_id = {figure.id: figure for figure in record.figures}
        for figure in record.figures:
            whole = by_id.get(figure.part_of) if figure.part_of else None
            if key := _key(figure, whole):
                held[key].append(Placed(number, figure))
    return sorted(held.items())


def _key(figure: Figure, whole: Figure | None) -> Key | None:
    """None for a figure of which too little is known to put it beside others."""
    words = [folded(word) for word in _WORD.findall(figure.counted or "")]
    nouns = [word for word in words if word not in _SMALL]
    groups = tuple(name for name in figure.groups if name not in _NOT_GROUPS)
    # What befell the whole befell its parts: "613 people died, among them 63 children".
    kind = figure.type or (whole.type if whole and groups else None) or ""
    part = whole is not None and not groups
    if kind in _BEFELL:
        noun = "" if groups or not nouns or set(nouns) & _PEOPLE or kind in nouns else nouns[-1]
        return Key(kind, groups, noun, figure.unit or "", part)
    # "People" alone says nothing of what they did or what befell them.
    if not nouns or set(nouns) <= _PEOPLE:
        return None
    return Key(kind, groups, " ".join(nouns), figure.unit or "", part)
