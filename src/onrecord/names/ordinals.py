"""Ordinal numbers in words, as anniversaries and sessions bear them."""

from __future__ import annotations

__all__ = ["ORDINAL", "ordinal"]

_ONES = "first second third fourth fifth sixth seventh eighth ninth".split()
_TEENS = "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split()
_TENS = "twent thirt fort fift sixt sevent eight ninet".split()
_ORDINALS = {
    **{word: number for number, word in enumerate(_ONES, 1)},
    **{word: number for number, word in enumerate(_TEENS, 10)},
    **{f"{ten}ieth": 10 * number for number, ten in enumerate(_TENS, 2)},
    **{f"{ten}y-{one}": 10 * number + place for number, ten in enumerate(_TENS, 2) for place, one in enumerate(_ONES, 1)},
    "hundredth": 100,
}
# Longest first, so that "sixtieth" is not read as "sixt…".
ORDINAL = r"\d{1,4}(?:st|nd|rd|th)|" + "|".join(sorted(_ORDINALS, key=len, reverse=True))


def ordinal(words: str) -> int | None:
    """The number of "62nd" or "sixty-second"; None for what is no ordinal."""
    digits = words[:-2]
    return int(digits) if digits.isdigit() else _ORDINALS.get(words.casefold().replace(" ", "-"))
