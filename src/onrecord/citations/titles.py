"""Instruments and cases cited by name: a tree of all names, walked word by word.

Small words, case and accents make no difference, one misspelt word is forgiven where nothing else could be meant, and short
forms are only taken with capitals. The walk is linear: from a word on, it goes no further than the longest name.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from onrecord.citations.capitalised import AGREEMENTS, kinds_alone
from onrecord.citations.catalogue import Catalogue
from onrecord.citations.forms import forms
from onrecord.citations.words import SMALL, Words, keys, one_slip

__all__ = ["Match", "Name", "Titles", "risky"]

# Short forms with an everyday meaning besides: they count only where the instrument is named in full too.
_RISKY = frozenset(
    """API CAB CAT CBD CCM CCPR CCW CMW CPED DOP ECN ECT GCM GCR GC GFA
    ICMW IWT LPA OPIC OPSC OST TAC TEU TIAR ATT CA3 C029 P1-1""".split()
)
# A name goes on behind these to that of a place or body.
_BODIES = frozenset("centre center hotel street prize award foundation building hall avenue organization".split())
_TITLING = frozenset("on of for against to concerning".split())
_TELLING = 4  # words of a title
_MISSPELT_FROM = 5  # letters: shorter words are too near to others


@dataclass
class Name:
    """What stands at the end of a path: whom the name means, and in which exact spelling where it is an acronym.

    `loose`: the name is ours, cut from a fuller one, and others may go by it.
    """

    targets: list[str] = field(default_factory=list)
    acronyms: set[str] = field(default_factory=set)
    prose: bool = False
    loose: bool = False


Tree: TypeAlias = "dict[str, Tree | Name]"


@dataclass(frozen=True, slots=True)
class Match:
    """A name found: its first and last word, and what it means."""

    first: int
    last: int
    name: Name
    acronym: bool = False


class Titles:
    """All names of a catalogue."""

    def __init__(self, known: Catalogue) -> None:
        self._root: Tree = {}
        for form, targets, loose in forms(known):
            self._add(form, targets, loose=loose)

    def _add(self, form: str, targets: Iterable[str], *, loose: bool = False) -> None:
        path = keys(form)
        if not path:
            return
        node = self._root
        for key in path:
            node = node.setdefault(key, {})  # type: ignore[assignment]  # only the empty key has a name
        name = node.setdefault("", Name(loose=loose))
        if not isinstance(name, Name) or (loose and name.targets and not name.loose):
            return
        if name.loose and not loose:
            name.targets.clear()
            name.loose = False
        name.targets += [target for target in targets if target not in name.targets]
        if (form == form.upper() and any(letter.isalpha() for letter in form)) or (
            form.isalpha() and sum(letter.isupper() for letter in form) > len(form) / 2
        ):
            name.acronyms.add(form)
        else:
            name.prose = True

    def find(self, read: Words) -> Iterator[Match]:
        """Every name in the text, the longest from each word on, without overlaps."""
        behind = 0
        for at in sorted([*self._opening(read), *self._misspelt(read)]):
            if at < behind:
                continue
            match = self._walk(read, at)
            if match and _accepted(read, match):
                yield match
                behind = match.last + 1

    def _opening(self, read: Words) -> Iterator[int]:
        """Where a name may begin, by its first word and the next one alone: most words that one begins with begin none."""
        last = len(read) - 1
        for key in self._root.keys() & read.distinct:
            below = self._root[key]
            at = read.places({key})
            if not isinstance(below, dict) or "" in below:
                yield from at
                continue
            for index in at:
                following = read.keys[index + 1] if index < last else ""
                if (
                    following in below
                    or following in SMALL
                    or (len(following) >= _MISSPELT_FROM and read.text[read.starts[index + 1]].isupper())
                ):
                    yield index

    def _misspelt(self, read: Words) -> Iterator[int]:
        """Words that may be the first of a name, misspelt: "Convnetion on the Rights of the Child", "Genva Conventions"."""
        titling = [at - 1 for at in read.places(_TITLING) if at]
        slips = {
            key
            for key in {read.keys[at] for at in titling}
            if key[:1] in self._initials and key not in self._root and _near(key, self._heads) is not None
        }
        yield from (at for at in titling if read.keys[at] in slips and read.capital(at))
        yield from (at - 1 for at in read.places(AGREEMENTS) if at and read.close(at) and self._slip(read, at - 1) is not None)

    def _slip(self, read: Words, at: int) -> Tree | None:
        """Where the name goes on whose first word the one at `at` is with a slip, and whose second is the word behind it."""
        key, head = read.keys[at], read.keys[at + 1] if at + 1 < len(read) else ""
        if key in self._root or not read.capital(at) or head not in AGREEMENTS:
            return None
        return _near(key, self._before.get(head, {}))

    @functools.cached_property
    def _before(self) -> dict[str, Tree]:
        """The first words of names by the word for an agreement that stands right behind them."""
        found: dict[str, Tree] = {}
        for key, below in self._root.items():
            for head in AGREEMENTS & below.keys() if isinstance(below, dict) else ():
                found.setdefault(head, {})[key] = below
        return found

    @functools.cached_property
    def _heads(self) -> Tree:
        """The words for kinds of instruments with which titles begin."""
        return {head: self._root[head] for head in AGREEMENTS if head in self._root}

    @functools.cached_property
    def _initials(self) -> frozenset[str]:
        return frozenset(head[0] for head in self._heads)

    def _walk(self, read: Words, first: int) -> Match | None:
        node, at, last, best = self._root, first, first, None
        misspelt, depth = False, 0
        while at < len(read) and (at == first or read.joined(at)):
            key = read.keys[at]
            if at == first + 1 and key in SMALL and read.keys[first] == "un":
                break  # "adopted by the United Nations of the Charter": the body, not a part of the name
            if at > first and key in SMALL and key not in node:
                at += 1
                continue
            below = node.get(key)
            if below is None and not misspelt and read.capital(at):
                below = _near(key, node) if at > first else _near(key, self._heads) or self._slip(read, at)
                misspelt = below is not None
            if not isinstance(below, dict):
                break
            node, last = below, at
            depth += 1
            if isinstance(name := node.get(""), Name) and not (misspelt and name.loose):
                best = Match(first, last, name, _is_acronym(read, first, last, name))
            at += 1
        if best is None or best.last < last:
            # A long title may be broken off where no other one begins with the same words.
            told = depth >= _TELLING and read.keys[first] in self._root and read.keys[last] not in SMALL
            only = _only(node) if told else None
            return Match(first, last, only) if only else best
        return best


def _only(node: Tree) -> Name | None:
    """The one thing that all names below the node mean."""
    names: list[Name] = []
    below = [node]
    while below:
        for inner in below.pop().values():
            if isinstance(inner, Name):
                names.append(inner)
            else:
                below.append(inner)
        if len({tuple(name.targets) for name in names}) > 1:
            return None
    return next((name for name in names if name.prose), None)


def _near(key: str, node: Tree) -> Tree | None:
    """The one word below the node from which the key differs by a slip of one letter."""
    if len(key) < _MISSPELT_FROM:
        return None
    near = [
        below
        for word, below in node.items()
        if -1 <= len(word) - len(key) <= 1
        and word[0] == key[0]
        and len(word) >= _MISSPELT_FROM
        and word.rstrip("s") != key.rstrip("s")
        and not word.isdigit()
        and one_slip(key, (word,))
    ]
    return near[0] if len(near) == 1 and isinstance(near[0], dict) else None


def _is_acronym(read: Words, first: int, last: int, name: Name) -> bool:
    return _spelt(read, first, last) in name.acronyms


def _spelt(read: Words, first: int, last: int) -> str:
    return (
        read.text[read.starts[first] : read.ends[last]]
        .removesuffix("'s")
        .removesuffix("’s")
        .replace("‑", "-")
        .replace("\u00a0", " ")
    )


def _accepted(read: Words, match: Match) -> bool:
    """Whether the words are written as a name is."""
    if match.acronym:
        return True
    spelt = _spelt(read, match.first, match.last)
    if not match.name.prose or spelt.count(")") > spelt.count("("):
        return False
    told = [index for index in range(match.first, match.last + 1) if read.keys[index] not in SMALL]
    capitals = [index for index in told if read.capital(index)]
    after = match.last + 1
    if after < len(read) and read.close(after) and read.capital(after) and read.keys[after] in _BODIES:
        return False
    if not capitals:
        return _in_lower_case(read, match)
    if len(told) < 3:
        return told[0] in capitals or read.keys[told[0]].isdigit()
    return True


def _in_lower_case(read: Words, match: Match) -> bool:
    """Whether a name stands in lower case, as some newspapers and parliaments print it: "the genocide convention"."""
    ends = {read.keys[match.first], read.keys[match.last]}
    led = match.first > 0 and read.close(match.first) and read.keys[match.first - 1] == "the"
    return led and not match.name.loose and bool(ends & AGREEMENTS) and not kinds_alone(_spelt(read, match.first, match.last))


def risky(spelt: str) -> bool:
    """Whether a short form needs its instrument named in full somewhere in the text."""
    return spelt in _RISKY
