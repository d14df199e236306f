"""A text's words, folded so that names can be looked up: case, accents, possessives and "United Nations" make no difference."""

from __future__ import annotations

import functools
import re
import unicodedata
from dataclasses import dataclass

__all__ = ["SMALL", "Words", "fold", "keys", "words"]

_WORD = re.compile(r"U(?:nited|NITED)[ \u00a0\u202f]N(?:ations|ATIONS)\b|\bU\.[ \u00a0]?N\.|[^\W_]+(?:['’][^\W_]+)*")
# Between two words of one name. A stop belongs to an abbreviation before it.
_GAP = re.compile(r"[ \u00a0\u2009\u202f,()\-‐‑–—/\"“”'’«»]{1,4}")
_ABBREVIATED = frozenset("no nos st art dr".split())
# Words that names are given with or without.
SMALL = frozenset("the of on and for to in a an with or by from at".split())


@dataclass(frozen=True, slots=True)
class Words:
    """The words of `text`: where each begins and ends, and its folded form."""

    text: str
    starts: list[int]
    ends: list[int]
    keys: list[str]

    def __len__(self) -> int:
        return len(self.keys)

    def joined(self, index: int) -> bool:
        """Whether the word and the one before it may belong to one name."""
        if not index:
            return False
        gap = self.text[self.ends[index - 1] : self.starts[index]]
        if gap == " " or _GAP.fullmatch(gap):
            return True
        before = self.keys[index - 1]
        return gap == ". " and (len(before) == 1 or before in _ABBREVIATED)

    def close(self, index: int) -> bool:
        """Whether only a blank or a hyphen stands between the word and the one before it."""
        if not index:
            return False
        return self.text[self.ends[index - 1] : self.starts[index]] in (" ", "\u00a0", "-", "‑", "–", "\u202f", "  ")

    def capital(self, index: int) -> bool:
        """Whether the word begins with a capital."""
        return self.text[self.starts[index]].isupper()

    def word(self, index: int) -> str:
        """The word as it stands."""
        return self.text[self.starts[index] : self.ends[index]]


def words(text: str) -> Words:
    """The words of a text."""
    starts, ends, folded = [], [], []
    for match in _WORD.finditer(text):
        start, end = match.span()
        starts.append(start)
        ends.append(end)
        folded.append(fold(match[0]))
    return Words(text, starts, ends, folded)


@functools.lru_cache(maxsize=50_000)
def fold(word: str) -> str:
    """The form under which a word is looked up."""
    key = word.casefold().replace("’", "'").removesuffix("'s")
    if not key.isascii():
        decomposed = unicodedata.normalize("NFKD", key)
        key = "".join(letter for letter in decomposed if not unicodedata.combining(letter)).replace("ı", "i")
    if key in ("vs", "versus"):
        return "v"
    if key in ("united nations", "u.n.", "u. n.", "united\u00a0nations", "united\u202fnations"):
        return "un"
    return key.replace("isation", "ization").replace("labour", "labor").replace("programme", "program").replace("defence", "defense")


def keys(name: str) -> tuple[str, ...]:
    """The folded words of a name, small ones left out."""
    return tuple(key for key in words(name).keys if key not in SMALL)
