"""States: their names, the adjectives of belonging, and the capitals and seats that stand for them."""

from __future__ import annotations

import functools
import re

from onrecord.names.lexicon import rows

__all__ = ["adjective_of", "is_state", "seat_of", "state"]

# Formal names are read by their form, so that no State's needs to be in the list: "the Republic of Ghana", "the Ghanaian
# Federation", "the Occupied Ghanaian Territory".
_REALM = (
    r"(?:(?:arab|bolivarian|co-?operative|democratic|federal|federative|hashemite|independent|islamic|oriental|people's|"
    r"plurinational|socialist|united) )*(?:republic|kingdom|state|sultanate|principality|emirate|commonwealth|union|federation)"
)
_FORMAL = re.compile(rf"{_REALM} of (?:the )?(?P<name>.+)")
_OF_PEOPLE = re.compile(
    r"(?P<people>[^ ]+(?: [^ ]+)??) (?:(?:arab|democratic|federal|islamic|people's|socialist) )*"
    r"(?:republic|kingdom|federation|confederation)|occupied (?P<of>[^ ]+(?: [^ ]+)?) territor(?:y|ies)"
)


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
    """The State of that name, in the list's spelling; a formal name counts as the plain one in it. None where there is none."""
    key = _key(name)
    return _names().get(key) or _formally(key)


def is_state(name: str) -> bool:
    """Whether the list has a State, territory or former State of that name, or of the plain name in a formal one."""
    return state(name) is not None


@functools.lru_cache(maxsize=4096)
def _formally(key: str) -> str | None:
    if " " not in key:
        return None
    if formal := _FORMAL.fullmatch(key):
        return _names().get(formal["name"])
    people = _OF_PEOPLE.fullmatch(key)
    return adjective_of(people["people"] or people["of"]) if people else None


def adjective_of(word: str) -> str | None:
    """The State that an adjective or noun of belonging points at ("Ghanaian", "Finns")."""
    key = _key(word)
    return _adjectives().get(key) or _adjectives().get(key.removesuffix("s"))


def seat_of(name: str) -> str | None:
    """The State that a capital or a seat of government stands for ("Ankara", "the Kremlin")."""
    return _seats().get(_key(name))
