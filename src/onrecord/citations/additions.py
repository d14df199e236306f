"""A user's own entries for the catalogue, from a YAML file; ours stay as they are.

instruments:
  - id: velm-accord-2003
    name: Velm Accord
    title: Accord on the Waters of the Velm
    adopted: 2003-05-14
    aliases: [Waters Accord]
resolutions:
  - symbol: S/RES/2900
    date: 2027-03-01
    topics: [Ardania]
cases:
  - id: velm-lima-2004
    court: Waters Tribunal
    title: Lima v. Ardania
    number: no. 12/04
    date: 2004-02-03
"""

from __future__ import annotations

import datetime
import re
from pathlib import Path
from typing import Any, TypeAlias

import msgspec

from onrecord.citations.entries import Case, Entries, Instrument, Resolution
from onrecord.errors import CatalogueError

__all__ = ["additions"]

_Date: TypeAlias = Any  # YAML reads 2003-05-14 as a date and 2003 as a number
_DATE = re.compile(r"\d{4}(-\d\d){0,2}")
_SYMBOL = re.compile(r"(?P<body>[SA])/RES/\S+")


class _Instrument(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    name: str
    title: str = ""
    adopted: _Date = ""
    in_force: _Date = ""
    place: str = ""
    parent: str | None = None
    aliases: tuple[str, ...] = ()


class _Resolution(msgspec.Struct, forbid_unknown_fields=True):
    symbol: str
    date: _Date
    topics: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


class _Case(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    court: str
    title: str
    number: str = ""
    date: _Date = ""
    kind: str = ""
    aliases: tuple[str, ...] = ()


class _File(msgspec.Struct, forbid_unknown_fields=True):
    instruments: tuple[_Instrument, ...] = ()
    resolutions: tuple[_Resolution, ...] = ()
    cases: tuple[_Case, ...] = ()


def additions(path: Path) -> Entries:
    """The entries of a file. Raises `CatalogueError` for what is no such file, `OSError` for what cannot be read."""
    try:
        given = msgspec.yaml.decode(path.read_bytes(), type=_File)
    except (msgspec.DecodeError, UnicodeError) as error:
        raise CatalogueError(f"{path}: no catalogue: {error}") from error
    resolutions = [_resolution(path, one) for one in given.resolutions]
    return Entries(
        council=tuple(one for one in resolutions if one.symbol.startswith("S")),
        assembly=tuple(one for one in resolutions if one.symbol.startswith("A")),
        instruments=tuple(_instrument(path, one) for one in given.instruments),
        cases=tuple(
            Case(one.id, one.court, one.title, one.number, _date(path, one.date, one.id), one.kind, one.aliases)
            for one in given.cases
        ),
    )


def _resolution(path: Path, one: _Resolution) -> Resolution:
    if not _SYMBOL.fullmatch(one.symbol) or (one.symbol[0] == "S" and not one.symbol[6:].isdecimal()):
        raise CatalogueError(f"{path}: {one.symbol!r} is no symbol such as S/RES/822 or A/RES/62/243")
    date = _date(path, one.date, one.symbol)
    if not date:
        raise CatalogueError(f"{path}: {one.symbol}: the date is missing")
    return Resolution(one.symbol, date, one.topics, one.names)


def _instrument(path: Path, one: _Instrument) -> Instrument:
    return Instrument(
        id=one.id,
        name=one.name,
        title=one.title,
        adopted=_date(path, one.adopted, one.id),
        in_force=_date(path, one.in_force, one.id),
        place=one.place,
        parent=one.parent,
        aliases=one.aliases,
    )


def _date(path: Path, given: _Date, of: str) -> str:
    """The date as the catalogue has it."""
    date = given.isoformat() if isinstance(given, datetime.date) else str(given)
    if date and not _DATE.fullmatch(date):
        raise CatalogueError(f"{path}: {of}: {date!r} is no date; write 2003-05-14, 2003-05 or 2003")
    return date
