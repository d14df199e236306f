"""What a text has named so far, so that its short forms can be taken back to it in time that grows with the text alone."""

from __future__ import annotations

import bisect
from collections.abc import Iterable
from dataclasses import dataclass, field

from onrecord.citations.capitalised import AGREEMENTS, LAWS
from onrecord.citations.catalogue import Catalogue
from onrecord.citations.found import Found
from onrecord.citations.words import Words, keys

__all__ = ["Antecedents"]

_REGIONAL = frozenset("european europe american americas african africa arab islamic asean".split())


@dataclass(eq=False)
class _Group:
    """One instrument of the text: the word sets of all its names, and where it is named."""

    found: Found
    names: list[frozenset[str]]
    starts: list[int] = field(default_factory=list)


class Antecedents:
    """The instruments that a text names, found again by the words of their names."""

    def __init__(self, known: Catalogue) -> None:
        self._known = known
        self._groups: dict[object, _Group] = {}
        self._by_word: dict[str, list[_Group]] = {}
        self._fitting: dict[tuple[frozenset[str], bool], tuple[list[int], list[_Group]]] = {}

    def cite(self, read: Words, found: Found) -> None:
        """Take a citation in, in the order of the text."""
        told = frozenset(keys(found.core.of(read.text))) - {"un"} if found.core else frozenset()
        entry = self._known.instrument(found.target) if found.target else None
        if not told or not (entry or found.target is None):
            return
        key = found.target or (found.candidates, told)
        names = [frozenset(keys(form)) - {"un"} for form in entry.forms] if entry and key not in self._groups else []
        self.name(key, found, [*names, told], found.span.start)

    def name(self, key: object, found: Found, names: Iterable[frozenset[str]], start: int) -> None:
        """Take in that an instrument is named at `start`, and by which words it may be named again."""
        group = self._groups.setdefault(key, _Group(found, []))
        group.starts.append(start)
        self._fitting.clear()
        for name in names:
            if name & (AGREEMENTS | LAWS) and name not in group.names:
                group.names.append(name)
                for word in name:
                    groups = self._by_word.setdefault(word, [])
                    if group not in groups[-1:]:
                        groups.append(group)

    def meant(self, told: frozenset[str], at: int) -> Found | None:
        """The nearest one named before that has all the words in one of its names; else the only one named later."""
        starts, groups = self._named(told)
        place = bisect.bisect_left(starts, at)
        if place:
            return groups[place - 1].found
        return groups[0].found if len(dict.fromkeys(groups)) == 1 else None

    def of_the_united_nations(self, told: frozenset[str], at: int) -> tuple[Found | None, tuple[str, ...]]:
        """Of those that are no region's: the nearest one named before; where there is none, all that are named later."""
        starts, groups = self._named(told, worldwide=True)
        place = bisect.bisect_left(starts, at)
        if place:
            return groups[place - 1].found, ()
        return None, tuple(dict.fromkeys(group.found.target for group in groups if group.found.target))

    def _worldwide(self, found: Found) -> bool:
        entry = self._known.instrument(found.target) if found.target else None
        return entry is not None and not any(_REGIONAL & set(keys(form)) for form in entry.forms)

    def of_year(self, head: str, year: int) -> str | None:
        """The one instrument among them with that head in its name and that year among its own."""
        groups = [group for group in dict.fromkeys(self._by_word.get(head, [])) if group.found.target]
        entries = [self._known.instrument(group.found.target or "") for group in groups]
        fitting = [entry.id for entry in entries if entry and year in entry.years]
        return fitting[0] if len(fitting) == 1 else None

    def targets(self, at: int) -> tuple[list[str], list[str]]:
        """The instruments of the catalogue among them: those named before `at`, the nearest first; those named only later."""
        before: list[tuple[int, str]] = []
        later: list[str] = []
        for group in self._groups.values():
            target, place = group.found.target, bisect.bisect_left(group.starts, at)
            if target and place:
                before.append((group.starts[place - 1], target))
            elif target:
                later.append(target)
        return [target for _, target in sorted(before, reverse=True)], later

    def _named(self, told: frozenset[str], *, worldwide: bool = False) -> tuple[list[int], list[_Group]]:
        """Where those with all the words are named, in order, and which one is named there."""
        places = self._fitting.get((told, worldwide))
        if places is None:
            rarest = min((self._by_word.get(word, []) for word in told), key=len)
            fitting = [group for group in dict.fromkeys(rarest) if any(told <= name for name in group.names)]
            fitting = [group for group in fitting if not worldwide or self._worldwide(group.found)]
            pairs = sorted(((start, group) for group in fitting for start in group.starts), key=lambda pair: pair[0])
            places = self._fitting[told, worldwide] = ([start for start, _ in pairs], [group for _, group in pairs])
        return places
