"""States: their names, the adjectives of belonging, and the capitals and seats that stand for them."""

from __future__ import annotations

import functools

from onrecord.names.lexicon import rows

__all__ = ["adjective_of", "is_state", "seat_of", "state"]


def _key(name: str) -> str:
    folded = name.casefold().replace("’", "'").replace("‑", "-").replace(".", "").removeprefix("the ")
    return " ".join(folded.split())


@functools.cache
def _names() -> dict[str, str]:
    found: dict[str, str] = {}
    for row in rows("states.csv"):
        for form in (row["name"], *row["also"].split("|")):
            if form:
                found.setdefault(_key(form), row["name"])
    return found


@functools.cache
def _adjectives() -> dict[str, str]:
    found: dict[str, str] = {}
    for row in rows("states.csv"):
        for form in filter(None, row["demonyms"].split("|")):
            found.setdefault(_key(form), row["name"])
    return found


@functools.cache
def _seats() -> dict[str, str]:
    return {_key(row["seat"]): row["state"] for row in rows("metonyms.csv")}


def state(name: str) -> str | None:
    """The State of that name, in the list's spelling; None where the list has none."""
    return _names().get(_key(name))


def is_state(name: str) -> bool:
    """Whether the list has a State, territory or former State of that name."""
    return _key(name) in _names()


def adjective_of(word: str) -> str | None:
    """The State that an adjective or noun of belonging points at ("Ghanaian", "Finns")."""
    key = _key(word)
    return _adjectives().get(key) or _adjectives().get(key.removesuffix("s"))


def seat_of(name: str) -> str | None:
    """The State that a capital or a seat of government stands for ("Ankara", "the Kremlin")."""
    return _seats().get(_key(name))
