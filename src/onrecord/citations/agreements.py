"""Agreements known by the form of their names alone, and short forms that may point back to a fuller name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.citations.capitalised import AGREEMENTS, KINDS, LINKS, goes_on, leftmost, rightmost
from onrecord.citations.words import Words
from onrecord.names.lexicon import is_body, is_office
from onrecord.names.states import adjective_of, is_state

__all__ = ["SHORT_FORMS", "Phrase", "phrases", "proper"]

# With a capital and "the" these are short forms of a name; a convention may be a meeting.
SHORT_FORMS = frozenset("agreement agreements accord accords treaty protocol covenant pact".split())
_LOWER = frozenset("agreement agreements accord accords treaty declaration pact".split())
_REGIONS = frozenset("un international european african american arab islamic au eu ilo unesco labor inter oas asean".split())


@dataclass(frozen=True, slots=True)
class Phrase:
    """Capitalised words around a word for an agreement: the first and the last one, and the folded ones that tell.

    `titled`: the word comes first, as in "Treaty of the Two Banks"; that is a name by itself.
    """

    first: int
    last: int
    told: frozenset[str]
    titled: bool = False


def phrases(read: Words) -> Iterator[Phrase]:
    """Words for agreements with capitalised words before them, such as may point back to a fuller name."""
    for at in read.places(AGREEMENTS):
        if read.keys[at].startswith("covenant") or read.word(at).isupper():
            continue
        if (last := rightmost(read, at)) > at:
            first = leftmost(read, at, links=False)
            yield Phrase(first, last, _told(read, first, last), titled=True)
        elif not goes_on(read, at):
            first = leftmost(read, at, links=read.capital(at))
            if first < at and read.capital(at - 1):
                yield Phrase(first, at, _told(read, first, at))


def _told(read: Words, first: int, last: int) -> frozenset[str]:
    return frozenset(read.keys[first : last + 1]) - LINKS - {"un"}


def proper(read: Words, phrase: Phrase) -> bool:
    """Whether the phrase names an agreement by itself: with a word that is no mere kind, office, body or State, or "the"."""
    if phrase.titled or _the_one(read, phrase):
        return True
    before = [index for index in range(phrase.first, phrase.last) if read.keys[index] not in LINKS]
    telling = [index for index in before if read.keys[index] not in KINDS and not read.keys[index].isdigit()]
    head = read.keys[phrase.last]
    if head.startswith("convention") and not _REGIONS & set(read.keys[phrase.first : phrase.last]):
        return False  # most often a meeting
    if not read.capital(phrase.last):
        if head not in _LOWER:
            return False
        telling = [index for index in telling if not _of_somebody(read, index)]
        sentence = phrase.first == 0 or not read.joined(phrase.first)
        return bool(telling) and not sentence and len(before) == 1
    return bool(telling) and not (len(telling) == 1 and _of_somebody(read, telling[0]))


def _the_one(read: Words, phrase: Phrase) -> bool:
    """Whether a kind alone is a short form: "the Peace Agreement", with capitals."""
    first = phrase.first
    if read.keys[phrase.last] not in SHORT_FORMS or not first or read.keys[first - 1] != "the" or not read.close(first):
        return False
    return all(map(read.capital, range(first, phrase.last + 1))) and not all(
        _of_somebody(read, index) for index in range(first, phrase.last)
    )


def _of_somebody(read: Words, index: int) -> bool:
    key, word = read.keys[index], read.word(index)
    return (
        is_body(key)
        or is_office(key)
        or is_state(word)
        or adjective_of(word) is not None
        or word.isupper()
        or read.possessive(index)
    )
