"""Instruments and cases cited by name: a tree of all names, walked word by word.

Small words, case and accents make no difference, one misspelt word is forgiven where nothing else could be meant, and short
forms are only taken with capitals. The walk is linear: from a word on, it goes no further than the longest name.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from onrecord.citations.catalogue import Catalogue
from onrecord.citations.named import AGREEMENTS, kinds_alone
from onrecord.citations.words import SMALL, Words, keys

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
        for form, targets, loose in _forms(known):
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
        """Words that may be the first of a title, misspelt: "Convnetion on the Rights of the Child"."""
        titling = [at - 1 for at in read.places(_TITLING) if at]
        slips = {
            key
            for key in {read.keys[at] for at in titling}
            if key[:1] in self._initials and key not in self._root and _near(key, self._heads) is not None
        }
        return (at for at in titling if read.keys[at] in slips and read.capital(at))

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
                below = _near(key, node if at > first else self._heads)
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
    alike = [
        (word, below)
        for word, below in node.items()
        if -1 <= len(word) - len(key) <= 1
        and word[0] == key[0]
        and len(word) >= _MISSPELT_FROM
        and word.rstrip("s") != key.rstrip("s")
        and not word.isdigit()
    ]
    if not alike:
        return None
    from rapidfuzz.distance import DamerauLevenshtein

    near = [below for word, below in alike if DamerauLevenshtein.distance(word, key, score_cutoff=1) <= 1]
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
    if len(told) < 3:
        return bool(capitals) and (told[0] in capitals or read.keys[told[0]].isdigit())
    return bool(capitals)


def risky(spelt: str) -> bool:
    """Whether a short form needs its instrument named in full somewhere in the text."""
    return spelt in _RISKY


def _forms(known: Catalogue) -> Iterator[tuple[str, tuple[str, ...], bool]]:
    entries = known.entries
    for one in entries.ambiguities:
        yield one.form, one.candidates, False
    settled = {keys(one.form) for one in entries.ambiguities}
    for instrument in entries.instruments:
        for form in instrument.forms:
            if form == instrument.title != instrument.name and kinds_alone(form):
                continue
            if keys(form) not in settled:
                yield form, (instrument.id,), False
            if form.startswith("ILO "):
                yield form.replace("ILO ", "International Labour Organization "), (instrument.id,), False
        yield from ((form, (instrument.id,), True) for form in (*_cut(instrument.name), *_unprefixed(instrument.forms)))
    for resolution in entries.assembly:
        yield from ((name, (resolution.symbol,), True) for name in resolution.names if not name.isupper())
    for case in entries.cases:
        title = re.sub(r".*\(([^()]* v\. [^()]*)\)", r"\1", case.title)
        forms = [title, *case.aliases] if " v. " in title else case.aliases
        yield from ((form, (case.id,), False) for form in forms if len(keys(form)) > 1)


def _unprefixed(forms: Iterable[str]) -> Iterator[str]:
    """Long names without "United Nations" or "International" in front."""
    for form in forms:
        bare = re.sub(r"^(?:UN|United Nations|International) ", "", form)
        if bare != form and len(keys(bare)) > 2:
            yield bare


def _cut(name: str) -> Iterator[str]:
    """The name without its year or what stands in brackets."""
    bare = name.partition(" (")[0]
    before, _, after = bare.rpartition(" of ")
    if after.isdigit():
        bare = before
    first, _, rest = bare.partition(" ")
    bare = rest if first.isdigit() and len(first) == 4 else bare
    if bare != name and len(keys(bare)) > 1:
        yield bare
