"""Number words of English and their values, Indian scales among them."""

from __future__ import annotations

import re

__all__ = ["BIG", "NUMBER_WORDS", "SCALES", "SPOKEN", "value_of_words"]

_UNITS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
        " eighteen nineteen".split()
    )
}
_TENS = {
    word: value
    for value, word in zip(range(20, 100, 10), "twenty thirty forty fifty sixty seventy eighty ninety".split(), strict=True)
}
SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12.0, "lakh": 1e5, "lakhs": 1e5,
    "crore": 1e7, "crores": 1e7, "bn": 1e9, "mn": 1e6, "m": 1e6, "k": 1e3, "b": 1e9,
}  # fmt: skip
_SMALL = {**_UNITS, **_TENS}

NUMBER_WORDS = "|".join(sorted(_SMALL, key=len, reverse=True))
BIG = r"hundred|thousand|million|billion|trillion|dozen|lakhs?|crores?"
_WORD = rf"(?:(?:{NUMBER_WORDS})(?:[\s-](?:{NUMBER_WORDS}))*)"
_SCORE = r"(?:two|three|four|five|six|seven|eight|nine)[\s-]score"
# "two hundred and fifty thousand", "half a million", "a dozen", "a hundred and twenty", "three score"; never "one" alone,
# which is an article.
SPOKEN = (
    rf"(?:a\s)?half(?:\sa)?\s(?:million|billion|dozen)|{_SCORE}(?:\sand\s{_WORD})?|"
    rf"a\s(?:hundred|thousand)\sand\s{_WORD}(?:\s(?:{BIG})(?!s\b))?|(?:a|an)\s(?:{BIG})(?:\sand\sa\shalf)?(?!s)|"
    rf"{_WORD}(?:\s(?:{BIG})(?!s\b)(?:\s(?:and\s)?{_WORD}(?:\s(?:{BIG})(?!s\b))?)*)?"
)


def value_of_words(words: str) -> float | None:
    """The value of a number in words; None for "one" and "zero" alone, and for words that make no number."""
    tokens = re.split(r"[\s-]+", words.casefold())
    if "half" in tokens[:2] and tokens[-1] in SCALES:
        return 0.5 * SCALES[tokens[-1]]
    if tokens[0] in {"a", "an"}:
        tokens[0] = "one"
    if tokens in (["one"], ["zero"]):
        return None
    total = current = 0.0
    for token in tokens:
        if token in _SMALL:
            current += _SMALL[token]
        elif token in {"hundred", "dozen", "score"}:
            current = (current or 1) * SCALES.get(token, 20)
        elif token in SCALES:
            total, current = total + (current or 1) * SCALES[token], 0.0
    return total + current
