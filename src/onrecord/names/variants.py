"""Spellings of one name: letters of other scripts written in Latin ones, and slips of the pen.

Two spellings are near when their sounds are written alike (`skeleton`), or when a long word differs in one or two letters. To
be near is not to be one person: `onrecord.speakers.cast` joins two spellings only where nothing in the text speaks against it.
"""

from __future__ import annotations

import functools
import re

from rapidfuzz.distance import Levenshtein

from onrecord.names.likeness import fold

__all__ = ["near", "skeleton"]

# In order: longer groups of letters first. Both sides of each line are ways in which the same sound is written.
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("thch|tch|tsch|tsh", "ch"), ("sch|sh|ş", "s"), ("zh|z", "s"), ("kh|x", "h"), ("gh", "g"), ("ph", "f"), ("th", "t"),
        ("dh", "d"), ("dj|dzh", "j"), ("ck|q", "k"), ("c(?!h)", "k"), ("ou|oo|ow", "u"), ("ee|ie|iy|ii|yi|y", "i"), ("w", "v"),
        ("aa", "a"), ("ae", "e"), ("ih\\b", "i"), ("h\\b", ""),
    )
)  # fmt: skip
_SHORTEST, _LONG = 5, 8


@functools.lru_cache(maxsize=4096)
def skeleton(word: str) -> str:
    """How a name's word sounds, roughly: "Tchiroma" and "Thchiroma", "Yusuf" and "Youssef" come close or out alike."""
    sounds = fold(word)
    for pattern, sound in _SOUNDS:
        sounds = pattern.sub(sound, sounds)
    return re.sub(r"(.)\1+", r"\1", sounds)


def near(one: str, other: str, *, alone: bool = False) -> bool:
    """Whether two words may be spellings of one name; short words only where they sound alike.

    `alone`: no other word of the name supports it, so that a slip must stand in a long word to count as one.
    """
    first, second = fold(one), fold(other)
    if first == second:
        return True
    if min(len(first), len(second)) < _SHORTEST or _endings_differ(first, second):
        return False
    if skeleton(one) == skeleton(other):
        return True
    longest = max(len(first), len(second))
    if first[0] != second[0] or (alone and longest < _LONG):
        return False
    allowed = 1 if longest < _LONG + 1 else 2
    return Levenshtein.distance(first, second, score_cutoff=allowed) <= allowed


def _endings_differ(one: str, other: str) -> bool:
    """Whether the words part only in a last "a", by which many languages tell a woman's family name from a man's."""
    shorter, longer = sorted((one, other), key=len)
    return longer == shorter + "a" or (len(one) == len(other) and one[:-1] == other[:-1] and "a" in (one[-1], other[-1]))
