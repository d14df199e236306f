"""What an act or a demand is about, as far as two of them must agree in it: the names, and the words that tell something."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from onrecord.comparison.words import overlap, stems
from onrecord.names.variants import near

__all__ = ["Thing", "clusters", "thing"]

_NAME = re.compile(r"\b[A-Z][\w’'-]+")
_POINTING = frozenset("it this that them these those so he she they".split())
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Thing:
    """The names in the words for something, and the stems of all words; both are empty where the words say nothing of it."""

    names: frozenset[str]
    words: frozenset[str]

    def alike(self, other: Thing, least: float = 0.5) -> bool:
        """Whether both can be one: they have the share `least` of the words of the shorter, and a name where each has names."""
        if self.names and other.names and not any(near(a, b) for a in self.names for b in other.names):
            return False
        return overlap(self.words, other.words) >= least


def thing(words: str) -> Thing:
    """What `words` are about; how many there are of it makes no other thing."""
    told = frozenset(word for word in stems(words) - _POINTING if not word[0].isdigit())
    return Thing(frozenset(_NAME.findall(words)), told)


def clusters(entries: Sequence[_T], same: Callable[[_T, _T], bool]) -> list[list[_T]]:
    """The entries joined wherever two are the `same`, directly or through others; the order makes no difference."""
    groups: list[list[_T]] = []
    for one in entries:
        meeting = [group for group in groups if any(same(one, other) for other in group)]
        groups = [group for group in groups if group not in meeting]
        groups.append([*(other for group in meeting for other in group), one])
    return groups
