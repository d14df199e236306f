"""What every pattern of the grammar is: an expression with words that it must find, and near-misses that it must not.

In an example the words to be found stand between «»; in a near-miss « stands where the pattern is tried, if only there. A test
runs all of them both ways.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from onrecord.citations.words import Words
from onrecord.search import around, places

__all__ = ["BLANK", "DATE", "MONTH", "MONTHS", "WEEKDAYS", "YEAR", "Pattern"]

BLANK = r"[ \u00a0\u2009\u202f]{1,3}"
YEAR = r"(?:1[6-9]|20)\d\d"
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTH = rf"(?:{'|'.join(MONTHS)}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?"
DATE = rf"(?:\d{{1,2}}{BLANK}{MONTH},?{BLANK}{YEAR}|{MONTH}{BLANK}(?:\d{{1,2}},?{BLANK})?{YEAR}|{YEAR}(?!\d))"


@dataclass(frozen=True)
class Pattern:
    """A regular expression of the grammar.

    `words` (see `Words.where`) and `held`, signs or parts of words, are what every match holds one of, and lies within `reach`
    characters of it: around them alone a whole text is searched. Words cost no search.
    """

    name: str
    source: str
    finds: tuple[str, ...]
    misses: tuple[str, ...] = field(default=())
    words: tuple[str, ...] = ()
    held: tuple[str, ...] = ()
    reach: int = 0

    @functools.cached_property
    def regex(self) -> re.Pattern[str]:
        """The expression, compiled when it is first used."""
        return re.compile(self.source)

    def every(self, read: Words) -> Iterator[re.Match[str]]:
        """What the expression finds in a whole text, in order."""
        if not (self.words or self.held):
            return self.regex.finditer(read.text)
        at = sorted([*read.where(*self.words), *places(read.text, *self.held)])
        return around(self.regex, read.text, at, reach=self.reach)

    def around(self, read: Words, at: Iterable[int]) -> Iterator[re.Match[str]]:
        """What it finds around some words alone."""
        return around(self.regex, read.text, ((read.starts[index], read.ends[index]) for index in at), reach=self.reach)
