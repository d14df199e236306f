"""One speaker under several names across reports.

Persons are one where one name can stand for the other (surname for full name, initials, near spellings); bodies where their
names have the same words ("Ministry of Defence", "Defence Ministry"), or where one is the acronym that another report spells
out. A surname that fits two people is linked to neither. Every link says on what it rests, and can be undone, since the
records are not touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.comparison.comparison import Link
from onrecord.names.likeness import fold, same_person
from onrecord.names.variants import near
from onrecord.record import Record, Speaker

__all__ = ["Identities", "identify_across"]

_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_ACRONYM = re.compile(r"\(([A-Z][A-Za-z&-]{1,11})\)")
_WORK = re.compile(
    r"^(?:an? |the )?(?:investigation|inquiry|report|study|survey|analysis|statement)\b.*?\bby (?=.*[A-Z])", re.IGNORECASE
)
_SMALL = frozenset("of the and for in on to de la".split())


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
    number: dict[tuple[int, str], int] = {}
    for name, report, speaker in _longest_first(records):
        found = _find(known, speaker, name)
        if found is None:
            known.append(_One(speaker.kind, [name], [(report, speaker.id)], []))
            found = len(known) - 1
        else:
            one = known[found]
            if name not in one.names:
                one.reasons.append(f"“{name}” can be “{one.names[0]}”")
                one.names.append(name)
            one.mentions.append((report, speaker.id))
        number[report, speaker.id] = found
    links = [_link(one) for one in known if len({report for report, _ in one.mentions}) > 1 or len(one.names) > 1]
    return Identities(number, tuple(sorted(links, key=lambda link: (link.name, link.mentions))))


def _longest_first(records: Sequence[Record]) -> Iterator[tuple[str, int, Speaker]]:
    """The speakers, fullest names first, so that a surname meets the full name that it may stand for."""
    every = [(speaker.name, report, speaker) for report, record in enumerate(records) for speaker in record.speakers]
    named = [entry for entry in every if entry[2].kind != "unnamed"]
    yield from sorted(named, key=lambda entry: (-len(entry[0].split()), entry[0], entry[1], entry[2].id))


def _find(known: Sequence[_One], speaker: Speaker, name: str) -> int | None:
    fits = [n for n, one in enumerate(known) if (one.kind == "person") == (speaker.kind == "person") and _same(one, name)]
    # A name that fits two is linked to neither.
    return fits[0] if len(fits) == 1 else next((n for n in fits if known[n].names[0] == name), None)


def _same(one: _One, name: str) -> bool:
    if one.kind != "person":
        return any(_same_body(other, name) for other in one.names)
    full = one.names[0].split()
    words = name.split()
    if same_person(words, full):
        return True
    return len(words) == len(full) > 1 and all(near(a, b) for a, b in zip(words, full, strict=True))


def _same_body(one: str, other: str) -> bool:
    left, right = _author(one), _author(other)
    if _bag(left) == _bag(right):
        return True
    return _acronym(left) == right or _acronym(right) == left


def _author(name: str) -> str:
    """The body without its article; of "the investigation by the Press Union" the body whose work it is."""
    return _ARTICLE.sub("", _WORK.sub("", name))


def _bag(name: str) -> frozenset[str]:
    """The words of a body's name, whatever their order, without those that only join."""
    return frozenset(fold(name).split()) - _SMALL


def _acronym(name: str) -> str | None:
    """The acronym that a body's name bears in brackets, or else makes with its capitals."""
    if match := _ACRONYM.search(name):
        return match[1]
    words = [word for word in name.split() if word.casefold() not in _SMALL]
    return "".join(word[0] for word in words) if len(words) > 1 and all(word[0].isupper() for word in words) else None


def _link(one: _One) -> Link:
    evidence = "; ".join(one.reasons) or "the same name"
    mentions = tuple(sorted(one.mentions))
    own = (name for name in one.names if one.kind != "person" and not _WORK.match(name))
    return Link(
        name=next(own, one.names[0]),
        names=tuple(sorted(set(one.names), key=lambda n: (-len(n), n))),
        mentions=mentions,
        evidence=evidence,
    )
