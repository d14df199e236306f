"""What the catalogue holds: resolutions, sessions, instruments, publications, cases.

Dates are ISO 8601, as far as they are known."""

from __future__ import annotations

import msgspec

__all__ = ["Ambiguity", "Case", "Entries", "Instrument", "Resolution", "Session", "Topic", "TreatyBody"]


class Resolution(msgspec.Struct, frozen=True, array_like=True):
    """A resolution of the Security Council or the General Assembly; `names` are those that it goes by in prose."""

    symbol: str
    date: str
    topics: tuple[str, ...] = ()
    names: tuple[str, ...] = ()

    @property
    def year(self) -> int:
        """The year of adoption."""
        return int(self.date[:4])


class Session(msgspec.Struct, frozen=True, array_like=True):
    """A session of the General Assembly: `62`, `S-10`, `ES-10`. Every number of the session lies below `below`, if known."""

    name: str
    opened: str
    closed: str | None
    below: int | None

    def sat_in(self, year: int) -> bool:
        """Whether the session was open in some part of the year."""
        return int(self.opened[:4]) <= year <= int((self.closed or "9999")[:4])


class Instrument(msgspec.Struct, frozen=True, array_like=True):
    """A treaty, declaration, statute or settlement.

    `adopted` is the date that it is cited by, `other_dates` are further ones with what happened then. `in_force` is a date,
    `not in force`, or empty where that is unknown or does not apply. `verified`: a second source has the same date.
    A standing publication, which comes out year by year, has its `publisher` and no dates.
    """

    id: str
    name: str
    title: str = ""
    adopted: str = ""
    in_force: str = ""
    place: str = ""
    parent: str | None = None
    aliases: tuple[str, ...] = ()
    other_dates: tuple[tuple[str, str], ...] = ()
    verified: bool = False
    resolutions: tuple[str, ...] = ()
    publisher: str = ""

    @property
    def years(self) -> frozenset[int]:
        """Every year that it may be cited by."""
        dates = (self.adopted, self.in_force, *(date for date, _ in self.other_dates))
        return frozenset(int(date[:4]) for date in dates if date[:4].isdigit())

    @property
    def forms(self) -> tuple[str, ...]:
        """All that it is called, the usual name first."""
        return tuple(dict.fromkeys(filter(None, (self.name, self.title, *self.aliases))))


class Case(msgspec.Struct, frozen=True, array_like=True):
    """A case before a court, with its number there and the decision meant."""

    id: str
    court: str
    title: str
    number: str = ""
    date: str = ""
    kind: str = ""
    aliases: tuple[str, ...] = ()


class Ambiguity(msgspec.Struct, frozen=True, array_like=True):
    """A name that several instruments go by."""

    form: str
    candidates: tuple[str, ...]


class TreatyBody(msgspec.Struct, frozen=True, array_like=True):
    """A committee or court, the instrument that is "the Convention" where it speaks, and how its documents' symbols begin."""

    body: str
    instrument: str
    symbol: str = ""


class Topic(msgspec.Struct, frozen=True, array_like=True):
    """A topic of resolutions, and the beginnings of words that tell of it."""

    topic: str
    words: tuple[str, ...]


class Entries(msgspec.Struct, frozen=True, kw_only=True):
    """Everything, as it is stored; or what a user adds. `codes` are those of States in symbols, by their names."""

    council: tuple[Resolution, ...] = ()
    assembly: tuple[Resolution, ...] = ()
    sessions: tuple[Session, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    cases: tuple[Case, ...] = ()
    ambiguities: tuple[Ambiguity, ...] = ()
    bodies: tuple[TreatyBody, ...] = ()
    topics: tuple[Topic, ...] = ()
    codes: dict[str, str] = {}
