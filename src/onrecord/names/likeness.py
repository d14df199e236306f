"""When two forms are one person's name: the surname for the full name, initials for first names."""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Sequence

from onrecord.names.lexicon import bag
from onrecord.names.words import PARTICLES

__all__ = ["fold", "same_person", "surname_of"]

# Letters that are written without their mark where a keyboard lacks them, and that have no mark to take off.
_LETTERS = str.maketrans("ıłøđə", "iloda")
_AFTER_NAME = bag("jr sr ii iii iv v phd md mp esq obe kbe cbe qc kc sc mbe rn")


@functools.lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """The name without accents, case and marks: the form that names are compared in."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    kept = (c for c in plain.translate(_LETTERS) if not unicodedata.combining(c))
    return "".join(" " if c in "-‑‐ " else "" if c in ".'’ʼ`" else c for c in kept)


def surname_of(words: Sequence[str]) -> str:
    """The last word of a name that is no addition ("Jr.", "III"), folded."""
    kept = [word for word in words if fold(word) not in _AFTER_NAME] or list(words)
    return fold(kept[-1])


def same_person(shorter: Sequence[str], longer: Sequence[str]) -> bool:
    """Whether the shorter form can name the person of the longer: its words stand in the longer in order, ends agreeing.

    "Lima", "A. Lima", "Ana Lima" can be "Ana Maria Lima"; "Maria" alone cannot, nor can "Eva Lima".
    """
    one = [fold(word) for word in shorter if word not in PARTICLES]
    other = [fold(word) for word in longer if word not in PARTICLES]
    if not one or len(one) > len(other) or not _agree(one[-1], other[-1]):
        return False
    at = len(other) - 1
    for word in reversed(one[:-1]):
        at -= 1
        while at >= 0 and not _agree(word, other[at]):
            at -= 1
        if at < 0:
            return False
    return len(one) == 1 or _agree(one[0], other[0]) or len(one) == len(other) or at == len(other) - len(one)


def _agree(one: str, other: str) -> bool:
    if len(one) == 1 or len(other) == 1:
        return one[:1] == other[:1]
    return one == other
