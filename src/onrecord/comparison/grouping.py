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

from onrecord.comparison.context import befell, set_apart, wider
from onrecord.comparison.words import folded
from onrecord.record import Figure, Record

__all__ = ["Key", "Placed", "group"]

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
# Words for people at large: a count of them is a count of people.
_PEOPLE = frozenset(
    "people persons civilians residents inhabitants citizens victims individuals souls lives casualties bodies".split()
)
_SMALL = frozenset("of the a an in at on for and or by with from to their his her its other more some".split())
_BEFELL = frozenset("sheltering killed injured missing displaced detained hostages returned rescued buried".split())
_NOT_GROUPS = frozenset({"civilians", "refugees"})
# "The toll of the blast", "the authorities' version": what is counted is not what is named.
_TOLLS = frozenset("toll tolls deaths dead fatalities".split())
_ACCOUNTS = frozenset("version count estimate figure figures data tally".split())
# Without what befell them, a number of these says as little as one of people.
_BARE = _PEOPLE | {"families", "households", "survivors", "witnesses", "men", "names"}


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
            if key := _key(figure, whole, record.document.text):
                held[key].append(Placed(number, figure))
    return sorted(held.items())


def _key(figure: Figure, whole: Figure | None, text: str) -> Key | None:
    """None for a figure of which too little is known to put it beside others."""
    apart = set_apart(figure, text)
    # Each asker asks others: how many two of them heard is not one count.
    if apart == "asked" and figure.type != "killed":
        return None
    nouns, groups = _named(figure)
    # What befell the whole befell its parts: "613 people died, among them 63 children".
    kind = _kind(figure, nouns, text) or (_kind(whole, _named(whole)[0], text) if whole and groups else "")
    part = whole is not None and not groups
    event = "wider" if wider(figure, text) else apart or ""
    if kind in _BEFELL:
        plain = groups or not nouns or set(nouns) & (_PEOPLE | _TOLLS) or kind in nouns
        return Key(kind, groups, event or ("" if plain else nouns[-1]), figure.unit or "", part)
    # "People" alone says nothing of what they did or what befell them.
    if not nouns or set(nouns) <= _BARE:
        return None
    return Key(kind, groups, " ".join(nouns), figure.unit or "", part)


def _named(figure: Figure) -> tuple[list[str], tuple[str, ...]]:
    """The nouns counted and the groups of people; none where the words name an account, not who is counted."""
    words = [folded(word) for word in _WORD.findall(figure.counted or "")]
    nouns = [word for word in words if word not in _SMALL]
    if nouns and nouns[0] in _ACCOUNTS:
        return [], ()
    return nouns, tuple(name for name in figure.groups if name not in _NOT_GROUPS)


def _kind(figure: Figure, nouns: Sequence[str], text: str) -> str:
    if figure.type:
        return figure.type
    if nouns and (nouns[0] in _TOLLS or nouns[-1] in _TOLLS):
        return "killed"
    known = figure.unit is None and set(nouns) <= _BARE
    return (befell(figure, text) if known else None) or ""
