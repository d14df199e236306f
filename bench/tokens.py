"""Word tokens: the unit in which spans are compared, so that marks, stops and white space at an edge do not matter."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable

from bench.readings import Interval, Reading, Said

__all__ = ["Tokens"]

_WORD = re.compile(r"\w+(?:['’]\w+)*")
# A leading "that" and leading linking words are no part of what was said (annotation rules, 3.6 and 6).
LINKING = frozenset(
    {"that", "and", "but", "or", "also", "so", "moreover", "furthermore", "however", "then", "thus", "therefore"}
)


class Tokens:
    """The words of a text by number."""

    def __init__(self, text: str) -> None:
        matches = list(_WORD.finditer(text))
        self.starts = [match.start() for match in matches]
        self.ends = [match.end() for match in matches]
        self.words = [match[0].casefold() for match in matches]

    def of(self, interval: Interval) -> range:
        """The numbers of the words that the interval touches."""
        return range(bisect.bisect_right(self.ends, interval[0]), bisect.bisect_left(self.starts, interval[1]))

    def narrow(self, interval: Interval) -> range:
        """The same without linking words at the front; all of it where there is nothing else."""
        numbers = self.of(interval)
        first = numbers.start
        while first < numbers.stop and self.words[first] in LINKING:
            first += 1
        return range(first, numbers.stop) if first < numbers.stop else numbers

    def content(self, said: Said) -> frozenset[int]:
        """The words of a statement's content: linking words count only inside a piece."""
        return frozenset(number for piece in said.content for number in self.narrow(piece))

    def contents(self, reading: Reading) -> list[frozenset[int]]:
        """The words of each statement of a reading."""
        return [self.content(said) for said in reading.statements]

    def show(self, text: str, numbers: Iterable[int]) -> str:
        """The text from the first to the last of the words."""
        ordered = sorted(numbers)
        return " ".join(text[self.starts[ordered[0]] : self.ends[ordered[-1]]].split()) if ordered else ""
