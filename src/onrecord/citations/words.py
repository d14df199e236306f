"""A text's words, folded so that names can be looked up: case, accents, possessives and "United Nations" make no difference."""

from __future__ import annotations

import functools
import itertools
import re
import unicodedata
from dataclasses import dataclass

__all__ = ["SMALL", "Words", "fold", "keys", "words"]

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
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

    def places(self, wanted: frozenset[str]) -> list[int]:
        """The words whose folded form is among those wanted."""
        return [at for at, key in enumerate(self.keys) if key in wanted]

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
        return self.text[self.ends[index - 1] : self.starts[index]] in (" ", "\u00a0", "-", "‑", "–", "\u202f")

    def capital(self, index: int) -> bool:
        """Whether the word begins with a capital."""
        return self.text[self.starts[index]].isupper()

    def word(self, index: int) -> str:
        """The word as it stands."""
        return self.text[self.starts[index] : self.ends[index]]


def words(text: str) -> Words:
    """The words of a text."""
    spans = [match.span() for match in _WORD.finditer(text)]
    said = [text[start:end] for start, end in spans]
    known = {word: fold(word) for word in set(said)}
    folded = [known[word] for word in said]
    starts, ends = [start for start, _ in spans], [end for _, end in spans]
    if "united" in known.values() or ("U" in known and "N" in known):
        starts, ends, folded = _merged(text, starts, ends, folded)
    return Words(text, starts, ends, folded)


def _merged(text: str, starts: list[int], ends: list[int], folded: list[str]) -> tuple[list[int], list[int], list[str]]:
    """The words with "United Nations" and "U.N." as one."""
    kept = [True] * len(folded)
    for at, (key, following) in enumerate(itertools.pairwise(folded)):
        if key not in {"united", "u"} or (key, following) not in {("united", "nations"), ("u", "n")}:
            continue
        if text[ends[at] : starts[at + 1]] in (" ", "\u00a0", "\u202f", ".", ". ") and text[starts[at]] == "U":
            stop = following == "n" and text[ends[at + 1] : ends[at + 1] + 1] == "."
            folded[at], ends[at] = "un", ends[at + 1] + stop
            kept[at + 1] = False
    return list(itertools.compress(starts, kept)), list(itertools.compress(ends, kept)), list(itertools.compress(folded, kept))


@functools.lru_cache(maxsize=50_000)
def fold(word: str) -> str:
    """The form under which a word is looked up."""
    key = word.casefold().replace("’", "'").removesuffix("'s")
    if not key.isascii():
        decomposed = unicodedata.normalize("NFKD", key)
        key = "".join(letter for letter in decomposed if not unicodedata.combining(letter)).replace("ı", "i")
    if key in ("vs", "versus"):
        return "v"
    return (
        key.replace("isation", "ization")
        .replace("labour", "labor")
        .replace("programme", "program")
        .replace("defence", "defense")
    )


def keys(name: str) -> tuple[str, ...]:
    """The folded words of a name, small ones left out."""
    return tuple(key for key in words(name).keys if key not in SMALL)
