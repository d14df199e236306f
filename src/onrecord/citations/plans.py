"""Plans and strategies told by the years that they are for: "the 2014-2020 agrarian policy", "its strategy for 2018-2022"."""

from __future__ import annotations

import bisect

from onrecord.citations.leading import lead
from onrecord.citations.patterns import BLANK, YEAR, Pattern
from onrecord.citations.words import Words

__all__ = ["PATTERNS", "of_years"]

_S = BLANK
_RANGE = rf"{YEAR}[ \u00a0]?[-–/][ \u00a0]?(?:{YEAR}|\d\d)(?!\d)"
_RANGE_BEFORE = Pattern(
    "the years of a plan before its name",
    rf"(?<![\w/–-])(?P<range>\(?{_RANGE}\)?){_S}"
    rf"(?:(?!(?:the|a|an|its|their|his|her|this|that|is|was|were|has|have|had|will|in|by)\b)[\w’‑-]+{_S}){{0,7}}$",
    finds=("the two-year «(2017-2018) harbour lights and buoys »", "the «2014-2020 agrarian »"),
    misses=("in 2017-2018 the ", "in 2017 the agrarian "),
)
_RANGE_AFTER = Pattern(
    "the years of a plan behind its name",
    rf"(?:,?{_S}(?:for{_S}(?:the{_S}(?:period|years){_S})?)?)\(?{_RANGE}\)?",
    finds=("plan« for 2018-2022», he", "strategy« (2016–2020)»", "roadmap« 2018-2021»", "plan« for the period 2018-2020»"),
    misses=("plan« for 2018", "plan« in 2018-2022"),
)
PATTERNS = (_RANGE_BEFORE, _RANGE_AFTER)
_WINDOW = 90


def of_years(read: Words, at: int) -> tuple[int, int] | None:
    """The first word of the citation and where it ends in the text, for a plan, policy or strategy at `at`."""
    start = read.starts[at]
    if after := _RANGE_AFTER.regex.match(read.text, read.ends[at]):
        words = lead(read, at)
        return words.first, after.end()
    window = read.text[max(0, start - _WINDOW) : start]
    before = _RANGE_BEFORE.regex.search(window) if "20" in window or "19" in window else None
    if before:
        opening = start - len(window) + before.start("range")
        first = bisect.bisect_left(read.starts, opening, 0, at)
        # "Two-year (2017-2018) road map": the adjectives stand before the bracket.
        bracket = read.text[opening] == "(" and first > 0 and read.text[read.ends[first - 1] : opening] == " "
        return lead(read, first - bracket, longest=3).first, read.ends[at]
    return None
