"""The word lists of `names/data`: forms of address, offices, nouns for bodies, documents and groups.

Every list is a hand-edited file that says at its head what belongs in it. Forms of address come from many languages and
rites, and all are read by the same rule.
"""

from __future__ import annotations

import csv
import functools
from importlib import resources
from typing import Literal

__all__ = [
    "RETIRED",
    "Gender",
    "bag",
    "honorifics",
    "is_body",
    "is_company",
    "is_document",
    "is_field",
    "is_group",
    "is_office",
    "listed",
    "rows",
]

Gender = Literal["m", "f"]


def bag(listed: str) -> frozenset[str]:
    """The words of a string: how a short list stands in the code."""
    return frozenset(listed.split())


# Behind a rank: "Lt. Gen. (Retd)".
RETIRED = bag("retd ret rtd retired")


def _text(name: str) -> str:
    return resources.files("onrecord.names").joinpath("data", name).read_text(encoding="utf-8")


@functools.cache
def listed(name: str) -> frozenset[str]:
    """The words of a list, folded."""
    lines = (line for line in _text(name).splitlines() if not line.startswith("#"))
    return frozenset(word for line in lines for word in line.casefold().split())


@functools.cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of a table; lines that begin with # are notes."""
    lines = [line for line in _text(name).splitlines() if not line.startswith("#")]
    return tuple(csv.DictReader(lines))


@functools.cache
def honorifics() -> dict[tuple[str, ...], Gender | None]:
    """Forms of address and ranks, as folded words without stops, with the gender that the form itself says."""
    found: dict[tuple[str, ...], Gender | None] = {}
    for row in rows("honorifics.csv"):
        key = tuple(row["form"].casefold().replace(".", "").replace("’", "'").split())
        found[key] = "m" if row["gender"] == "m" else "f" if row["gender"] == "f" else None
    return found


@functools.cache
def is_office(word: str) -> bool:
    """Whether the folded word is an office or trade of one person; a compound counts by its last part."""
    offices = listed("offices.txt")
    return word in offices or word.rpartition("-")[2] in offices


@functools.cache
def is_body(word: str) -> bool:
    """Whether the folded word is a noun for a body, in either number."""
    bodies = listed("bodies.txt")
    return word in bodies or word.removesuffix("s") in bodies or (word.endswith("ies") and word[:-3] + "y" in bodies)


@functools.cache
def is_company(word: str) -> bool:
    """Whether the folded word ends the name of a company or newspaper."""
    return word in listed("companies.txt")


@functools.cache
def is_document(word: str) -> bool:
    """Whether the folded word is a noun for a document, in either number."""
    documents = listed("documents.txt")
    return word in documents or word.removesuffix("s") in documents


@functools.cache
def is_group(word: str) -> bool:
    """Whether the folded word is a plural noun for people."""
    return word in listed("groups.txt") or (word.endswith("s") and not word.endswith("ss") and is_office(word[:-1]))


@functools.cache
def is_field(word: str) -> bool:
    """Whether the folded word is a field of office ("water", "affairs")."""
    return word in listed("fields.txt")
