"""When two words are one with a slip of the pen."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from onrecord.names.variants import skeleton

__all__ = ["near_pairs", "slip"]

_SHORTEST, _TWO_SLIPS = 5, 11
# Two ways of writing English, not slips: -ise and -ize, -our and -or, -re and -er, -ce and -se, ae and e.
_HOUSE = tuple(
    (re.compile(pattern), sign)
    for pattern, sign in (
        ("is(?=[aei])", "iz"), ("our", "or"), ("(?:ere|re)(d?)$", r"er\1"), ("ce", "se"), ("ae|oe", "e"),
        ("ll(?=e[dr]|ing|or)", "l"),
    )
)  # fmt: skip
_MOST = 50  # words alike in one respect; more are no slips but made so
_BELONGING = re.compile("(?:i?ans?|ites?|ese|ish|as?|s)$")  # of a place, and of its people
_ENDINGS = 3  # letters: words that part only in their last ones are forms of one word, or two words


def slip(one: str, other: str, *, allowed: int | None = None) -> bool:
    """Whether two folded words differ by one letter left out, put in, changed or swapped; or by two, in a long word, or where
    they sound alike or have the same letters.

    Words that part only at their end ("minister", "ministry"), in a plural, or in the spelling of a house are no slips.
    """
    from rapidfuzz.distance import OSA

    if one == other or one[:1] != other[:1] or min(len(one), len(other)) < _SHORTEST:
        return False
    if one.startswith(other) or other.startswith(one) or one[:-1] == other[:-1]:
        return False
    if _house(one) == _house(other) or _BELONGING.sub("", one) == _BELONGING.sub("", other):
        return False
    alike = sorted(one) == sorted(other) or skeleton(one) == skeleton(other)
    most = allowed or (2 if alike or min(len(one), len(other)) >= _TWO_SLIPS else 1)
    distance = OSA.distance(one, other, score_cutoff=most)
    if distance > most:
        return False
    common = next((n for n, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), 0)
    return distance == 1 or max(len(one), len(other)) - common > _ENDINGS


def _house(word: str) -> str:
    for pattern, sign in _HOUSE:
        word = pattern.sub(sign, word)
    return word


def near_pairs(words: Iterable[str]) -> set[tuple[str, str]]:
    """The pairs of `words` that may be slips of each other, found without comparing each with each.

    Two words one letter apart are alike once a letter is left out of one or both (SymSpell; Garbe 2012); others share their
    letters or their sound.
    """
    alike: dict[str, list[str]] = defaultdict(list)
    for word in words:
        # Of two letters alike in a row, leaving out either comes to the same.
        left = [word[:at] + word[at + 1 :] for at in range(len(word)) if at == 0 or word[at] != word[at - 1]]
        for key in {word, "".join(sorted(word)), skeleton(word), *left}:
            alike[key].append(word)
    return {
        (min(one, other), max(one, other))
        for group in alike.values()
        if len(group) > 1
        for place, one in enumerate(group[:_MOST])
        for other in group[place + 1 : _MOST]
    }
