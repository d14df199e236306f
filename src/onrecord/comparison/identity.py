"""One speaker under several names across reports.

Persons are one where one name can stand for the other (surname for full name, initials, near spellings); bodies where their
names have the same words ("Ministry of Defence", "Defence Ministry"), or where one is the acronym that another report spells
out. A surname that fits two people is linked to neither. Every link says on what it rests, and can be undone, since the
records are not touched.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from onrecord.comparison.bodies import WORK, generic, same_body
from onrecord.comparison.comparison import Link
from onrecord.names.likeness import fold, same_person
from onrecord.names.variants import near, skeleton
from onrecord.names.words import PARTICLES
from onrecord.record import Record, Speaker

__all__ = ["Identities", "can_be_one", "identify_across"]

_FIRST = 5


@dataclass(frozen=True, slots=True)
class Identities:
    """Who is who: the number of the person or body for each (report, speaker id), and the links of those with several names."""

    number: dict[tuple[int, str], int]
    links: tuple[Link, ...]

    def of(self, report: int, speaker: str | None) -> int | None:
        """The number of a report's speaker; None where the statement has none."""
        return self.number.get((report, speaker)) if speaker else None


@dataclass(slots=True)
class _One:
    kind: str
    names: list[str]
    mentions: list[tuple[int, str]]
    reasons: list[str]


def identify_across(records: Sequence[Record]) -> Identities:
    """Link the speakers of `records`."""
    known: list[_One] = []
    bins: dict[str, list[int]] = defaultdict(list)
    home: dict[tuple[str, bool], int] = {}
    number: dict[tuple[int, str], int] = {}
    for name, report, speaker in _longest_first(records):
        key = name, speaker.kind == "person"
        if key not in home:
            home[key] = _place(known, bins, speaker.kind, name)
        known[home[key]].mentions.append((report, speaker.id))
        number[report, speaker.id] = home[key]
    links = [_link(one) for one in known if len({report for report, _ in one.mentions}) > 1 or len(one.names) > 1]
    return Identities(number, tuple(sorted(links, key=lambda link: (link.name, link.mentions))))


def can_be_one(one: str, other: str, *, persons: bool) -> bool:
    """Whether the two names can be one person's, or one body's."""
    kind = "person" if persons else "organisation"
    return any(_same(_One(kind, [known], [], []), name) for known, name in ((one, other), (other, one)))


def _longest_first(records: Sequence[Record]) -> Iterator[tuple[str, int, Speaker]]:
    """The speakers, fullest names first, so that a surname meets the full name that it may stand for."""
    every = [(speaker.name, report, speaker) for report, record in enumerate(records) for speaker in record.speakers]
    named = [entry for entry in every if entry[2].kind != "unnamed"]
    yield from sorted(named, key=lambda entry: (-len(entry[0].split()), -len(entry[0]), entry[0], entry[1], entry[2].id))


def _place(known: list[_One], bins: dict[str, list[int]], kind: str, name: str) -> int:
    """The number of the one whom the name stands for, of those in a bin with it, or of a new one."""
    keys = _keys(name) if kind == "person" else {"bodies"}
    fits = [n for n in sorted({n for key in keys for n in bins[key]}) if _same(known[n], name)]
    # A name that fits two is linked to neither.
    found = fits[0] if len(fits) == 1 else next((n for n in fits if known[n].names[0] == name), None)
    if found is None:
        known.append(_One(kind, [name], [], []))
        for key in keys:
            bins[key].append(len(known) - 1)
        return len(known) - 1
    if name not in known[found].names:
        known[found].reasons.append(f"“{name}” can be “{known[found].names[0]}”")
        known[found].names.append(name)
    return found


def _keys(name: str) -> set[str]:
    """What two names of one person have in common: how the last word begins, in letters or in sound."""
    words = name.split()
    last = {words[-1], next((word for word in reversed(words) if word not in PARTICLES), words[-1])}
    return {f"person {begin}" for word in last for begin in (fold(word)[:1], skeleton(word)[:1])}


def _same(one: _One, name: str) -> bool:
    if one.kind != "person":
        return any(same_body(other, name) for other in one.names)
    full, words = one.names[0].split(), name.split()
    return same_person(words, full) or _misspelt(words, full)


def _misspelt(words: Sequence[str], full: Sequence[str]) -> bool:
    """Whether each word is near the full name's; behind an initial, or alone, a surname must sound the same."""
    if len(words) == 1:
        return len(full) > 1 and _sounds_as(words[0], full[-1])
    if len(words) != len(full) or not near(words[-1], full[-1]):
        return False
    pairs = list(zip(words, full, strict=True))
    if all(near(one, other) for one, other in pairs):
        return True
    initials = (len(fold(one)) == 1 and fold(one) == fold(other)[:1] for one, other in pairs[:-1])
    heard = (near(one, other) or _heard_as(one, other) for one, other in pairs[:-1])
    return _sounds_as(words[-1], full[-1]) and (all(initials) or all(heard))


def _heard_as(one: str, other: str) -> bool:
    """Whether two first names sound alike but for one letter inside: "Yusuf" and "Yousef"."""
    first, second = skeleton(one), skeleton(other)
    ends = first[:1] + first[-1:] == second[:1] + second[-1:]
    return ends and min(len(first), len(second)) >= _FIRST and Levenshtein.distance(first, second, score_cutoff=1) <= 1


def _sounds_as(one: str, other: str) -> bool:
    return near(one, other, alone=True) and skeleton(one) == skeleton(other)


def _link(one: _One) -> Link:
    unnamed = all(generic(name) or name == name.casefold() for name in one.names)
    plain = "the same words, though they name only a kind" if unnamed else "the same name"
    evidence = "; ".join(one.reasons) or plain
    mentions = tuple(sorted(one.mentions))
    own = (name for name in one.names if one.kind != "person" and not WORK.match(name))
    return Link(
        name=next(own, one.names[0]),
        names=tuple(sorted(set(one.names), key=lambda n: (-len(n), n))),
        mentions=mentions,
        evidence=evidence,
    )
