"""Every pattern of the grammar finds the words marked in its examples, and nothing in its near-misses."""

from __future__ import annotations

import pytest

from onrecord.citations import (
    adopters,
    backreferences,
    by_kind,
    capitalised,
    cases,
    described,
    gazettes,
    instruments,
    laws,
    lettered,
    periodic,
    pinpoints,
    plans,
    resolutions,
    roles,
    symbols,
)
from onrecord.citations.patterns import Pattern
from onrecord.citations.words import words

TABLES = (
    adopters,
    resolutions,
    symbols,
    instruments,
    pinpoints,
    capitalised,
    laws,
    cases,
    backreferences,
    described,
    lettered,
    by_kind,
    plans,
    gazettes,
    periodic,
    roles,
)
PATTERNS = [pattern for table in TABLES for pattern in table.PATTERNS]


@pytest.mark.parametrize(
    ("pattern", "example"),
    [pytest.param(pattern, example, id=f"{pattern.name}: {example}") for pattern in PATTERNS for example in pattern.finds],
)
def test_finds(pattern: Pattern, example: str) -> None:
    before, _, rest = example.partition("«")
    wanted, mark, after = rest.partition("»")
    assert mark, "an example marks its words"
    at_end = pattern.source.endswith("$")
    text = before + wanted if at_end else before + wanted + after
    match = pattern.regex.search(text)
    assert match, text
    assert match[0] == wanted
    padding = "\n".join(["."] * 400)  # so that a whole text is searched around the held words alone
    assert any(one[0] == wanted for one in pattern.every(words(text if at_end else f"{padding}\n{text}\n{padding}")))


@pytest.mark.parametrize(
    ("pattern", "near_miss"),
    [pytest.param(pattern, miss, id=f"{pattern.name}: {miss}") for pattern in PATTERNS for miss in pattern.misses],
)
def test_finds_nothing(pattern: Pattern, near_miss: str) -> None:
    before, mark, after = near_miss.partition("«")
    match = pattern.regex.match(before + after, len(before)) if mark else pattern.regex.search(near_miss)
    assert not (match and match[0]), match


def test_every_pattern_has_both() -> None:
    assert [pattern.name for pattern in PATTERNS if not (pattern.finds and pattern.misses)] == []
    assert len({pattern.name for pattern in PATTERNS}) == len(PATTERNS)
