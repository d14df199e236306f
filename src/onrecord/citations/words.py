"""A text's words, folded so that names can be looked up: case, accents, possessives and "United Nations" make no difference."""

from __future__ import annotations

import functools
import itertools
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass

__all__ = ["SMALL", "Words", "fold", "keys", "one_slip", "words"]

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_ASKED = re.compile(r"(\W*)(?:(\w+) )?(\w+)(\W*)")
_SHORTEST_SPELT_TWICE = len("labour")
_LONG = 50  # characters of a piece that no other text is likely to have
# Between two words of one name. A stop belongs to an abbreviation before it.
_GAP = re.compile(r"[ \u00a0\u2009\u202f,()\-‐‑–—/\"“”'’«»]{1,4}")
_ABBREVIATED = frozenset("no nos st art dr".split())
_BLANKS = frozenset((" ", "\u00a0", "-", "‑", "–", "\u202f"))
# Words that names are given with or without.
SMALL = frozenset("the of on and for to in a an with or by from at".split())


@dataclass(frozen=True)
class Words:
    """The words of `text`: where each begins and ends, and its folded form."""

    text: str
    starts: list[int]
    ends: list[int]
    keys: list[str]

    def __len__(self) -> int:
        return len(self.keys)

    @functools.cached_property
    def _places(self) -> dict[str, list[int]]:
        places = defaultdict(list)
        for at, key in enumerate(self.keys):
            places[key].append(at)
        return dict(places)

    @property
    def distinct(self) -> Set[str]:
        """The folded forms that the text has."""
        return self._places.keys()

    def places(self, wanted: Set[str]) -> list[int]:
        """The words whose folded form is among those wanted."""
        return sorted(itertools.chain.from_iterable(self._places[key] for key in wanted & self._places.keys()))

    def where(self, *wanted: str) -> Iterator[tuple[int, int]]:
        """Where words stand that are given with what is written right before and behind them: `Law`, `report, `, `) Act`.

        Of two words, as in `Official Report`, the places of the second. A word that is given with a capital has one there.
        """
        for one in wanted:
            lead, before, key, tail, capital = _asked(one)
            for at in self._places.get(key, ()):
                start, end = self.starts[at], self.ends[at]
                if (
                    (not capital or self.text[start].isupper())
                    and self.text.startswith(tail, end)
                    and self.text.endswith(lead, 0, start)
                    and (not before or (at and self.keys[at - 1] == before))
                ):
                    yield start, end

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
        return self.text[self.ends[index - 1] : self.starts[index]] in _BLANKS

    def capital(self, index: int) -> bool:
        """Whether the word begins with a capital."""
        return self.text[self.starts[index]].isupper()

    def word(self, index: int) -> str:
        """The word as it stands."""
        return self.text[self.starts[index] : self.ends[index]]

    def possessive(self, index: int) -> bool:
        """Whether the word ends in 's."""
        return self.word(index)[-2:] in ("'s", "’s")

    def end(self, index: int) -> int:
        """Where the word ends in the text, without a possessive's 's."""
        return self.ends[index] - 2 * self.possessive(index)


def words(text: str) -> Words:
    """The words of a text."""
    # A text says most of what stands between two blanks many times: each is read once.
    pieces = text.split(" ")
    known = {piece: _in_short(piece) if len(piece) < _LONG else _in_piece(piece) for piece in set(pieces)}
    starts: list[int] = []
    ends: list[int] = []
    folded: list[str] = []
    at = 0
    for piece in pieces:
        for start, end, key in known[piece]:
            starts.append(at + start)
            ends.append(at + end)
            folded.append(key)
        at += len(piece) + 1
    return Words(text, *_merged(text, starts, ends, folded))


def _in_piece(piece: str) -> tuple[tuple[int, int, str], ...]:
    """Where each word of a stretch without blanks begins and ends, and its folded form."""
    bare = piece.rstrip(".,;:)”\n")
    if bare.isalnum():
        return ((0, len(bare), fold(bare)),)
    return tuple((match.start(), match.end(), fold(match[0])) for match in _WORD.finditer(piece))


_in_short = functools.lru_cache(maxsize=50_000)(_in_piece)


def _merged(text: str, starts: list[int], ends: list[int], folded: list[str]) -> tuple[list[int], list[int], list[str]]:
    """The words with "United Nations" and "U.N." as one."""
    second = []
    for first, following in (("united", "nations"), ("u", "n")):
        for at in _pairs(folded, first, following):
            if text[ends[at] : starts[at + 1]] in (" ", "\u00a0", "\u202f", ".", ". ") and text[starts[at]] == "U":
                stop = following == "n" and text[ends[at + 1] : ends[at + 1] + 1] == "."
                folded[at], ends[at] = "un", ends[at + 1] + stop
                second.append(at + 1)
    if not second:
        return starts, ends, folded
    kept = bytearray(b"\1") * len(folded)
    for at in second:
        kept[at] = 0
    return list(itertools.compress(starts, kept)), list(itertools.compress(ends, kept)), list(itertools.compress(folded, kept))


def _pairs(folded: list[str], first: str, following: str) -> Iterator[int]:
    """Where the one word stands right before the other."""
    at = -1
    for _ in range(folded.count(first)):
        at = folded.index(first, at + 1)
        if folded[at + 1 : at + 2] == [following]:
            yield at


@functools.cache
def _asked(wanted: str) -> tuple[str, str, str, str, bool]:
    """What is written before a word, the word before it, the word itself, what is written behind; if it has a capital."""
    lead, before, word, tail = _ASKED.findall(wanted)[0]
    return " " if before else lead, fold(before), fold(word), tail, word[0].isupper()


def fold(word: str) -> str:
    """The form under which a word is looked up."""
    key = word.casefold().replace("’", "'").removesuffix("'s")
    if not key.isascii():
        decomposed = unicodedata.normalize("NFKD", key)
        key = "".join(letter for letter in decomposed if not unicodedata.combining(letter)).replace("ı", "i")
    if key in ("vs", "versus"):
        return "v"
    if len(key) < _SHORTEST_SPELT_TWICE:
        return key
    return (
        key.replace("isation", "ization")
        .replace("labour", "labor")
        .replace("programme", "program")
        .replace("defence", "defense")
    )


@functools.lru_cache(maxsize=10_000)
def keys(name: str) -> tuple[str, ...]:
    """The folded words of a name, small ones left out."""
    return tuple(key for key in words(name).keys if key not in SMALL)


def one_slip(key: str, wanted: Iterable[str]) -> bool:
    """Whether a word differs from one of those wanted by one letter that is left out, put in, exchanged or moved by one."""
    from rapidfuzz.distance import DamerauLevenshtein

    return any(DamerauLevenshtein.distance(word, key, score_cutoff=1) == 1 for word in wanted)
