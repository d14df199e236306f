"""Other names in the same text: countries with their peoples and capitals, persons, religions, swapped consistently.

A swap gives every name of one kind that a text holds another name of that kind that the text does not hold, the same one
each time, in the same case. Nothing else changes but "a" and "an" before the new name. Pronouns stay as they are: what a
text says of a person's gender it says with pronouns and titles, not with the name, and a tool that reads names must not
mind. The lists are in `bench/data`; which name takes whose place turns with `turn`.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from bench.naming import TITLES
from onrecord.spans import Edit, Span, TextView

__all__ = ["FAMILIES", "countries", "persons", "religions", "swap"]

FAMILIES = ("countries", "persons", "religions")
_DATA = Path(__file__).parent / "data"
# In the names of continents, their bodies and regions the word is no country's.
_NO_COUNTRYS = ("Inter-American", "Latin American", "Pan-American", "North American", "South American", "Syrian Golan")
_VOWEL = re.compile(r"[aeiou]", re.IGNORECASE)


def _table(name: str) -> list[dict[str, str]]:
    with (_DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def countries(text: str, turn: int = 0) -> dict[str, str]:
    """For each country of the text: its name, adjective, people and capital to those of another country."""
    mapping = {name: name for name in _NO_COUNTRYS}
    table = _table("countries.csv")
    # Where a name serves as its adjective too, nothing tells which of the two stands in a text: it is swapped as the name, and
    # takes no other's place ("from Chilean").
    for row, other in _partners(table, text, turn, [row for row in table if row["name"] != row["adjective"]]):
        full = f"the {other['name']}" if other["article"] else other["name"]
        if row["article"]:
            mapping[f"{row['article']} {row['name']}"] = full
        mapping[row["name"]] = other["name"] if row["article"] else full
        for part in ("people", "adjective", "capital"):
            mapping.setdefault(row[part], other[part])
    return mapping


def religions(text: str, turn: int = 0) -> dict[str, str]:
    """For each religion of the text: the faith, its followers, houses and clergy to those of another."""
    # A faith in a State's own name is part of that name.
    mapping = {name: name for name in ("Islamic Republic", "Islamic Emirate", "Islamic State")}
    table = _table("religions.csv")
    for row, other in _partners(table, text, turn, table):
        for part, word in row.items():
            mapping.setdefault(word, other[part])
    return mapping


def persons(text: str, names: Iterable[str], turn: int = 0) -> dict[str, str]:
    """For each word of the persons' names: another given name for those in front, another family name for the last.

    Titles stay, and so does a word that the text also has in lower case: it is not only a name.
    """
    free = [row for row in _table("persons.csv") if not any(_holds(text, name) for name in row.values())]
    lower = set(re.findall(r"\b[a-z]\w+", text))
    mapping: dict[str, str] = {}
    taken = turn
    for name in names:
        words = re.findall(r"\b[A-Z][\w’'-]+", name)
        for place, word in enumerate(words):
            known = word.casefold() in map(str.casefold, mapping) or word.casefold() in TITLES
            if len(word) > 2 and word.casefold() not in lower and not known:
                row = free[taken % len(free)]
                mapping[word] = row["family"] if place == len(words) - 1 else row["given"]
                taken += 5
    return mapping


_Row = dict[str, str]


def _partners(table: Sequence[_Row], text: str, turn: int, fit: Sequence[_Row]) -> list[tuple[_Row, _Row]]:
    """For each row that the text holds a word of, a row of `fit` that it holds none of, and that takes an article alike."""
    here = [row for row in table if any(_holds(text, word) for word in row.values() if word)]
    free = [row for row in fit if row not in here]
    pairs = []
    for number, row in enumerate(here):
        alike = [other for other in free if other.get("article") == row.get("article")] or free
        if alike:
            pairs.append((row, alike[(7 * number + 3 * turn) % len(alike)]))
    return pairs


def _holds(text: str, word: str) -> bool:
    return re.search(rf"\b{re.escape(word)}\b", text, re.IGNORECASE) is not None


def swap(text: str, mapping: Mapping[str, str]) -> TextView:
    """The text with the names of `mapping` in place of those they stand for, longest first, and the way back."""
    if not mapping:
        return TextView.of(text)
    forms = {name.casefold(): other for name, other in mapping.items()}
    longest = [r"\s+".join(map(re.escape, name.split())) for name in sorted(mapping, key=len, reverse=True)]
    pattern = re.compile(rf"(?P<article>\b[Aa]n? )?\b(?P<name>{'|'.join(longest)})\b", re.IGNORECASE)
    return TextView.of(text, [edit for match in pattern.finditer(text) for edit in _edits(match, forms)])


def _edits(match: re.Match[str], forms: Mapping[str, str]) -> Iterable[Edit]:
    found = match["name"]
    other = _cased(found, forms[" ".join(found.casefold().split())])
    article = match["article"]
    if article and article.strip() in ("a", "an", "A", "An"):
        fitting = article[0] + ("n " if _VOWEL.match(other) else " ")
        if fitting != article:
            yield Edit(Span(*match.span("article")), fitting)
    if other.casefold() != found.casefold():
        yield Edit(Span(*match.span("name")), other)


def _cased(found: str, other: str) -> str:
    if found.isupper() and len(found) > 1:
        return other.upper()
    if found[:1].isupper():
        return other[:1].upper() + other[1:]
    return other
