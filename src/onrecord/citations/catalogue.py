"""The catalogue: what is known of resolutions, sessions, instruments and cases, and how to look it up.

A number above the newest that the catalogue holds is unknown to it, not wrong; so is a resolution of the General Assembly that
it lacks, since most of those adopted without a vote are not in it. Resolutions of the Security Council up to the newest are
complete.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib import resources
from typing import TypeAlias, TypeVar

import msgspec

from onrecord.citations.entries import Case, Entries, Instrument, Resolution, Session

__all__ = ["Catalogue", "Entry", "Hit", "catalogue"]

Entry: TypeAlias = "Resolution | Instrument | Case"
_E = TypeVar("_E", bound="Resolution | Instrument | Case")
_YEAR_AFTER = re.compile(r"\s*\(\d{4}\)$")
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that a search found, and how well it fits: more is better."""

    entry: Entry
    score: float


@dataclass(frozen=True, eq=False)
class Catalogue:
    """The packaged entries, or those with a user's own."""

    entries: Entries

    def with_entries(self, more: Entries) -> Catalogue:
        """This catalogue with further entries; one with the id or symbol of an entry of ours stands instead of it."""
        ours = self.entries
        return Catalogue(
            msgspec.structs.replace(
                ours,
                council=_replaced(ours.council, more.council, _symbol),
                assembly=_replaced(ours.assembly, more.assembly, _symbol),
                instruments=_replaced(ours.instruments, more.instruments, _id),
                cases=_replaced(ours.cases, more.cases, _id),
            )
        )

    def clashes(self, more: Entries) -> Iterator[str]:
        """In plain words, what of further entries is here already: an id, a symbol, or a name that another goes by."""
        symbols = [one.symbol for one in (*more.council, *more.assembly)]
        for key in (*symbols, *(one.id for one in more.instruments), *(one.id for one in more.cases)):
            if self.entry(key):
                yield f"{key} is in the catalogue already; the entry of the file stands instead of it"
        taken = {form.casefold(): one.id for one in self.entries.instruments for form in one.forms}
        for instrument in more.instruments:
            for form in instrument.forms:
                other = taken.get(form.casefold(), instrument.id)
                if other != instrument.id:
                    yield f"{instrument.id}: {other} goes by {form!r} too; it will be given as ambiguous"

    def resolution(self, symbol: str) -> Resolution | None:
        """The resolution of that symbol; a year behind it, as in `S/RES/822 (1993)`, makes no difference."""
        return self._resolutions.get(_YEAR_AFTER.sub("", symbol))

    def numbered(self, number: int) -> Resolution | None:
        """The General Assembly's resolution of a number from the years when its numbers ran on through the sessions."""
        return self._numbered.get(number)

    def instrument(self, name: str) -> Instrument | None:
        """The instrument of that id, or the edition of a publication: `landmine-monitor-2017`."""
        return self._instruments.get(name) or self._edition(name)

    def _edition(self, name: str) -> Instrument | None:
        series, _, year = name.rpartition("-")
        entry = self._instruments.get(series) if len(year) == 4 and year.isdecimal() else None
        if entry is None or not entry.publisher:
            return None
        return msgspec.structs.replace(entry, id=name, name=f"{entry.name} {year}", title=entry.name)

    def case(self, name: str) -> Case | None:
        """The case of that id."""
        return self._cases.get(name)

    def entry(self, name: str) -> Entry | None:
        """Whatever has that id or symbol."""
        return self.resolution(name) or self.instrument(name) or self.case(name)

    def parts(self, name: str) -> tuple[Instrument, ...]:
        """The protocols of an instrument, or the members of a collective entry."""
        return tuple(one for one in self.entries.instruments if one.parent == name)

    def session(self, name: str) -> Session | None:
        """The session of the General Assembly of that name: `62`, `S-10`, `ES-10`."""
        return self._sessions.get(name)

    def sessions_in(self, year: int) -> tuple[Session, ...]:
        """The sessions of the General Assembly that sat in the year."""
        return tuple(one for one in self.entries.sessions if one.sat_in(year))

    def of_session(self, name: str, topics: Iterable[str]) -> tuple[Resolution, ...]:
        """The resolutions of a session of the General Assembly that are on all of the topics."""
        wanted = set(topics)
        return tuple(one for one in self._by_session.get(name, ()) if wanted <= set(one.topics))

    @functools.cached_property
    def newest(self) -> int:
        """The highest number of a Security Council resolution that is known."""
        return max(_number(one) for one in self.entries.council)

    def council_years(self, year: int) -> range:
        """The numbers of the Security Council's resolutions of a year; empty where none is known."""
        return self._council_years.get(year, range(0))

    def search(self, words: str, *, year: int | None = None, limit: int = 20) -> list[Hit]:
        """Entries by number, symbol, name or topic, the best first."""
        wanted = _folded(words)
        topics = frozenset(self.topics_in(words))
        hits = [Hit(one, score) for one in self._everything() if (score := _fit(one, words, wanted, topics, year)) > 0]
        return sorted(hits, key=lambda hit: -hit.score)[:limit]

    def candidates(
        self, *, body: str | None, year: int, topics: Iterable[str], within: int = 2, limit: int = 10
    ) -> list[Resolution]:
        """Resolutions that "the 2009 resolution" of a body may mean: of its topics, at most `within` years away.

        `body` is `S` (Security Council), `A` (General Assembly) or None for either. Those with most of the topics, and
        with few others, stand first, then the nearest in time.
        """
        wanted = frozenset(topics)
        pool = (one for near in range(year - within, year + within + 1) for one in self._by_year.get(near, ()))
        bodies = {"S": ("S",), "A": ("A",)}.get(body or "", ("S", "A"))
        near = [one for one in pool if one.symbol.startswith(bodies) and not wanted.isdisjoint(one.topics)]
        return sorted(near, key=lambda one: (-_overlap(wanted, one), abs(one.year - year), one.date, one.symbol))[:limit]

    def topics_in(self, text: str) -> tuple[str, ...]:
        """The topics that a text tells of, in the order of their first words: States, and what the list of topics has."""
        found: dict[str, int] = {}
        for match in self._topic_pattern.finditer(text.casefold()):
            for topic in self._topics[match[0]]:
                found.setdefault(topic, match.start())
        return tuple(found)

    def without_topics(self, text: str) -> str:
        """The text in lower case without the words that tell its topics."""
        return self._topic_words.sub(" ", text.casefold())

    @functools.cached_property
    def _topics(self) -> dict[str, list[str]]:
        by_word: dict[str, list[str]] = {}
        for one in self.entries.topics:
            for word in one.words:
                by_word.setdefault(word.casefold(), []).append(one.topic)
        for topic in {topic for one in (*self.entries.council, *self.entries.assembly) for topic in one.topics}:
            by_word.setdefault(topic.casefold(), []).append(topic)
        # What a longer beginning tells, it tells besides what a shorter one does.
        for word, topics in by_word.items():
            shorter = (tells for other, tells in by_word.items() if word != other and word.startswith(other))
            topics += [topic for topic in dict.fromkeys(one for tells in shorter for one in tells) if topic not in topics]
        return by_word

    @functools.cached_property
    def _topic_pattern(self) -> re.Pattern[str]:
        return re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(self._topics, key=lambda word: (-len(word), word)))) + ")")

    @functools.cached_property
    def _topic_words(self) -> re.Pattern[str]:
        return re.compile(self._topic_pattern.pattern + r"\w*")

    @functools.cached_property
    def _resolutions(self) -> dict[str, Resolution]:
        return {one.symbol: one for one in (*self.entries.council, *self.entries.assembly)}

    @functools.cached_property
    def _by_session(self) -> dict[str, list[Resolution]]:
        sessions: dict[str, list[Resolution]] = {}
        for one in self.entries.assembly:
            session, _, number = one.symbol.removeprefix("A/RES/").partition("/")
            if number:
                sessions.setdefault(session, []).append(one)
        return sessions

    @functools.cached_property
    def _by_year(self) -> dict[int, list[Resolution]]:
        years: dict[int, list[Resolution]] = {}
        for one in (*self.entries.council, *self.entries.assembly):
            years.setdefault(one.year, []).append(one)
        return years

    @functools.cached_property
    def _numbered(self) -> dict[int, Resolution]:
        old = ((re.fullmatch(r"A/RES/(\d+)\([IVXL]+\)", one.symbol), one) for one in self.entries.assembly)
        return {int(match[1]): one for match, one in old if match}

    @functools.cached_property
    def _instruments(self) -> dict[str, Instrument]:
        return {one.id: one for one in self.entries.instruments}

    @functools.cached_property
    def _cases(self) -> dict[str, Case]:
        return {one.id: one for one in self.entries.cases}

    @functools.cached_property
    def _sessions(self) -> dict[str, Session]:
        return {one.name: one for one in self.entries.sessions}

    @functools.cached_property
    def _council_years(self) -> dict[int, range]:
        years: dict[int, range] = {}
        for one in self.entries.council:
            known = years.get(one.year)
            years[one.year] = range(known.start if known else _number(one), _number(one) + 1)
        return years

    def _everything(self) -> Iterator[Entry]:
        yield from self.entries.instruments
        yield from self.entries.cases
        yield from self.entries.council
        yield from self.entries.assembly


@functools.cache
def catalogue() -> Catalogue:
    """The catalogue that comes with onrecord."""
    data = resources.files("onrecord.citations").joinpath("catalogue.msgpack").read_bytes()
    return Catalogue(msgspec.msgpack.decode(data, type=Entries))


def _replaced(ours: Iterable[_E], more: Iterable[_E], key: Callable[[_E], str]) -> tuple[_E, ...]:
    return tuple({key(one): one for one in (*ours, *more)}.values())


def _symbol(one: Resolution) -> str:
    return one.symbol


def _id(one: Instrument | Case) -> str:
    return one.id


def _number(one: Resolution) -> int:
    return int(one.symbol.rpartition("/")[2])


def _overlap(wanted: frozenset[str], one: Resolution) -> float:
    """Common topics, less a little for each that was not asked for."""
    topics = set(one.topics)
    return len(wanted & topics) - 0.1 * len(topics - wanted)


def _fit(one: Entry, words: str, wanted: frozenset[str], topics: frozenset[str], year: int | None) -> float:
    """How well an entry answers a search; 0 where it does not."""
    if year is not None and year not in _years(one):
        return 0
    exact = 10 if words.casefold() in {name.casefold() for name in _names(one)} else 0
    named = max(len(wanted & held) / len(wanted | held) for held in map(_folded, _names(one))) if wanted else 0
    every = any(wanted <= _folded(name) for name in _names(one))
    shared = _overlap(topics, one) if isinstance(one, Resolution) and topics & set(one.topics) else 0
    return exact + (4 * named if every else 0) + max(shared, 0)


def _names(one: Entry) -> tuple[str, ...]:
    if isinstance(one, Resolution):
        return (one.symbol, one.symbol.removeprefix("S/RES/").removeprefix("A/RES/"), *one.names)
    if isinstance(one, Instrument):
        return (one.id, *one.forms)
    return (one.id, one.title, one.number, *one.aliases)


def _years(one: Entry) -> frozenset[int]:
    if isinstance(one, Instrument):
        return one.years
    return frozenset([int(one.date[:4])]) if one.date[:4].isdigit() else frozenset()


def _folded(words: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in _WORD.findall(words))
