"""What leads up to a word for an instrument in lower case, and what follows it: article, adjectives, subject."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.citations.patterns import YEAR
from onrecord.citations.words import Words
from onrecord.names.lexicon import bag

__all__ = ["DEFINITE", "Lead", "lead", "subject_end"]

DEFINITE = bag("the its their his her our this that")
_ARTICLES = DEFINITE | bag("a an another")
# No adjective or noun stands before a head among these.
_NOT_LEADING = bag(
    """of on in to for by with from at as and or but if than that which who whom whose where when while because since
    under into is are was were be been being has have had do does did will would shall should can could may might must
    not no any every each he she it they we you i said says told also only then there here about against between
    before after during until without through over per via all both some such these those many most several few other"""
)
# A subject goes on over these alone; any other small word ends it.
_LINKING = bag("of on against for between and or the a an other all in")
_ENDING = bag(
    """is are was were be been being has have had do does did will would shall should can could may might must not
    that which who whom whose where when while because since as by with from at under into before after during until
    without than it he she they we you i there here this these those but if so said says took takes came went gave
    gives made makes became including such today yesterday last next earlier later also only still now already yet to"""
)
# Behind "and" these begin a new clause.
_VERBS = bag(
    """work ensure call urge respect implement continue help make take refrain allow commit engage stop avoid act
    abide end adhere cooperate join seek find"""
)
_BEFORE_TO = bag("access right rights respect assistance aid support relation regard amendment amendments")
_PARTICIPLE_AFTER = _LINKING | bag("concerning internally forcibly recently newly highly more less to")
_YEAR = re.compile(YEAR)
_LONGEST_LEAD = 5
_LONGEST_SUBJECT = 14


@dataclass(frozen=True, slots=True)
class Lead:
    """The words before a head: the first behind the article, and the article; `""` where there is none.

    `owned`: in place of an article a name or noun in the possessive stands there.
    """

    first: int
    article: str
    owned: bool = False

    @property
    def definite(self) -> bool:
        """Whether the words say that one particular thing is meant."""
        return self.owned or self.article in DEFINITE


def lead(read: Words, at: int, *, longest: int = _LONGEST_LEAD) -> Lead:
    """The adjectives and nouns between an article and the head at `at`."""
    first = at
    while first and at - first <= longest and read.close(first):
        key = read.keys[first - 1]
        if _possessive(read, first - 1):
            return Lead(first, "", owned=True)
        if key in _ARTICLES:
            return Lead(first, key)
        if key in _NOT_LEADING or at - first == longest:
            break
        first -= 1
    return Lead(first, "")


def _possessive(read: Words, index: int) -> bool:
    if read.possessive(index):
        return True
    return read.word(index)[-1:] == "s" and read.text[read.ends[index] : read.ends[index] + 2] in ("' ", "’ ")


def subject_end(read: Words, at: int) -> int | None:
    """The last word of the subject that begins at word `at`; None where there is none."""
    last = joint = None
    for index in range(at, min(len(read), at + _LONGEST_SUBJECT)):
        key = read.keys[index]
        if index > at and not read.close(index) and not _listed(read, index):
            break
        if key in _ENDING and not (key == "to" and read.keys[index - 1] in _BEFORE_TO):
            break
        if index > at and _goes_over(read, index):
            break
        if joint is not None and _possessive(read, index):
            return joint  # "the report on Velmora and the Board's report": somebody else's begins
        joint = last if key in ("and", "or") else joint
        if key not in _LINKING and not key.endswith("ly"):
            last = index
        if _YEAR.fullmatch(key):
            break
    return last


def _goes_over(read: Words, index: int) -> bool:
    """Whether the sentence goes on at the word, so that the subject ends before it."""
    key, before = read.keys[index], read.keys[index - 1]
    if before in ("and", "or"):
        return key.endswith("ed") or key in _VERBS
    if before == "in":
        return not read.capital(index) and key != "the"
    return key.endswith("ed") and before not in _PARTICIPLE_AFTER and not read.capital(index)


def _listed(read: Words, index: int) -> bool:
    """Whether a comma before the word stands in a list whose last member follows: ", protection of civilians and aid"."""
    if read.text[read.ends[index - 1] : read.starts[index]] != ", ":
        return False
    if read.keys[index] in _ARTICLES:
        return False
    for after in range(index, min(len(read), index + 5)):
        if after > index and not read.close(after):
            return False
        if read.keys[after] in ("and", "or"):
            return after > index
        if read.keys[after] in _ENDING or read.keys[after].endswith("ed"):
            return False
    return False
