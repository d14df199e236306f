"""Numbers that count nothing: dates and times, ages, ordinals, numbers of articles, notes and items, multiples."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.figures.numerals import Numeral
from onrecord.spans import Span

__all__ = ["Starts", "counts"]

_NUMBERED = re.compile(
    r"\b(?:resolutions?|articles?|arts?|paragraphs?|paras?|chapters?|sections?|rules?|annex(?:es)?|protocols?|nos?|numbers?|pages?"
    r"|pp?|vols?|volumes?|parts?|phase|category|level|class|type|version|lots?|rooms?|floor|channel|flight|route|highway"
    r"|bill|act|law|form|case|order|columns?|c|grade|stage|tables?|figures?|box|notes?|items?|goals?|targets?|session|meeting"
    r"|recitals?|clauses?|criteri(?:on|a)|cap|regulation|licen[cs]e|decree|notice|appendix|schedule|hc|hl|day|week|sdg|unscr|tel|telephone|phone|fax|gate|unit|apartment|division|brigade|regiment|battalion|sector)"
    r"\.?\s?(?:no\.?\s?)?(?P<listed>(?:\d[\w/.()]*(?:,|\s+and|\s+to|\s+or|,\s+and)\s+)*)(?:\d+\s?\()?\Z"
)
_NOUN = re.compile(r"\s+(?:[a-z]+\s+)?[a-z]{3,}s\b")
_AGED = re.compile(r"\baged?\b[^.]{0,20}\Z")
_AGED_GROUP = re.compile(
    r"\b(?:children|girls|boys|women|men|people|those|infants|kids|persons|adults|youths?|anyone|everyone)\s+(?:aged\s+|who\s+(?:are|were)\s+)?"
    r"(?:under|over|below|above|younger\s+than|older\s+than)\s+(?:the\s+age\s+of\s+)?\Z"
)
_AGES = re.compile(r"[\s\u2011-]?(?:years?[\s\u2011-]old|years?\s+of\s+age|months?[\s\u2011-]old)")
_TIMES = re.compile(r"(?:\s+times\b|-?fold\b|\s?°|\s?x\b|(?:st|nd|rd|th)\b)")
_LENGTHS = re.compile(
    r"(?:\s+(?:to|or)\s+\w+)?[\s\u2011-]+(?:(?:consecutive|full|whole|long|more|short|calendar|working)\s+)?"
    r"(?:seconds?|minutes?|hours?|days?|nights?|weeks?|fortnights?|months?|years?|decades?|centur(?:y|ies))\b"
)
_POINTING_BACK = re.compile(r"\b(?:the|these|those|both|his|her|their|its|our|all)\s+\Z")
_SMALL_WORDS = frozenset({"two"})
_ASKED_FOR = re.compile(
    r"\b(?:ask(?:ed|ing|s)?|appeal(?:ed|ing|s)?|request(?:ed|ing|s)?|call(?:ed|ing|s)?)\s+for\s+(?:an?\s+additional\s+|some\s+|about\s+)?\Z"
)
# "the Group of Nine" is a name, "a group of nine men" a count.
_NAMED_GROUP = re.compile(r"\bGroup of (?:the )?\Z")
# "9 October 2033, 18.40"
_CLOCK, _DATED = re.compile(r"[0-2]?\d\.[0-5]\d"), re.compile(r"\b\d{4},?\s+\Z")
_NOTE = re.compile(r"[^\W\d_][.!?,;]?[”’\"')\]]?\Z")
_IN_SQUARE_BRACKETS = re.compile(r"\[\d{1,3}\]")
_PHONE = re.compile(r"(?:\+|\(0)\d[\d\s()-]{6,}")
_ADDRESS = re.compile(
    r"[a-z]?,?\s+(?:[A-Z][\w’'-]+\s+){1,3}(?:Street|St|Road|Rd|Row|Avenue|Ave|Lane|Square|Boulevard|Way|Drive|Place|Terrace|Quay"
    r"|Crescent|Court|Plaza|Gardens)\b"
)
# "the 2011 census": a year, though no time of anything told.
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_OF_A_YEAR = re.compile(r"\b(?:the|its|their|this|an?|per|[’']s)\s+\Z")
_YEARLY = re.compile(
    r"\s+(?:[a-z]+\s+)?(?:census|elections?|referendum|wars?|conflict|uprising|revolution|invasion|coup|surveys?|report|budget"
    r"|agreement|accords?|ceasefire|constitution|earthquake|tsunami|floods?|famine|massacre|genocide|season|edition|summit"
    r"|conference|appeal|plan|levels?|figures?|total)\b"
)
_WHO_IS = re.compile(r"\bwho\s+(?:is|was|turned|turns)\s+(?:now\s+|just\s+)?\Z")
_NO_NOUN = re.compile(r"\s*(?:[,.;)”\"]|and\b|but\b|or\b|when\b)")
_IN_A_SYMBOL = re.compile(r"\d\(\Z")
_OPENING = " \t\"'“‘«("
_NAME_COMMA = re.compile(r"[A-Z][\w’'-]+,\s\Z")
_COMMA_WORD = re.compile(r",\s+[a-zA-Z]")
_ITEM = re.compile(r"\s*\(?\d{1,3}[.)]\s")


@dataclass(frozen=True, slots=True)
class Starts:
    """Where blocks begin, in text order."""

    at: Sequence[int]

    def start(self, position: int) -> int:
        """The start of the block that holds `position`."""
        return self.at[max(0, bisect.bisect_right(self.at, position) - 1)] if self.at else 0


def counts(text: str, numeral: Numeral, blocks: Starts) -> bool:
    """Whether `numeral`, which is no part of a time or a citation, counts or measures something."""
    span = numeral.span
    around = _Around.of(text, span)
    if _timed(span.of(text), around):
        return False
    if _ASKED_FOR.search(around.low_before) or _NAMED_GROUP.search(around.before):
        return False
    if not numeral.unit and (_numbered(around) or _aged(around, numeral)):
        return False
    if not numeral.unit and (_TIMES.match(around.low_after) or _LENGTHS.match(around.low_after)):
        return False
    return not _glued(text, numeral, blocks) and not _points_back(text, numeral)


@dataclass(frozen=True, slots=True)
class _Around:
    """The words right before and behind a number, as they stand and in lower case, in which most patterns read them.

    A pattern that ignores case takes three times as long as one that reads lower case.
    """

    before: str
    after: str
    low_before: str
    low_after: str

    @classmethod
    def of(cls, text: str, number: Span) -> _Around:
        before, after = text[max(0, number.start - 60) : number.start], text[number.end : number.end + 40]
        return cls(before, after, before.lower(), after.lower())


def _timed(number: str, around: _Around) -> bool:
    """The hour behind a date; the year of "the 2011 census"."""
    if _CLOCK.fullmatch(number):
        return bool(_DATED.search(around.before))
    return bool(_YEAR.fullmatch(number) and _OF_A_YEAR.search(around.low_before) and _YEARLY.match(around.low_after))


def _numbered(around: _Around) -> bool:
    """The number of an article, a flight, a page; also in a list, unless it has a noun: "resolution 900 and 12 reports"."""
    match = _NUMBERED.search(around.low_before)
    if around.after.startswith(")") and _IN_A_SYMBOL.search(around.before):
        return True  # "A.1116(30)"
    return bool(match) and not (match and match["listed"] and _NOUN.match(around.after))


def _aged(around: _Around, numeral: Numeral) -> bool:
    """An age: "aged 10", "ten years old", "who is 34 and", "Lino Lasuba, 32, said"."""
    before, after = around.low_before, around.low_after
    if _AGES.match(after):
        return True
    if numeral.high >= 120:
        return False
    if _AGED_GROUP.search(before) or (_WHO_IS.search(before) and _NO_NOUN.match(around.after)):
        return True
    named = numeral.digits and _COMMA_WORD.match(around.after) and _NAME_COMMA.search(around.before)
    return bool(_AGED.search(before) or named)


def _glued(text: str, numeral: Numeral, blocks: Starts) -> bool:
    """Note marks behind a word ("ambulance.1") or in brackets, item numbers, numbers of phones and houses."""
    span = numeral.span
    if not numeral.digits:
        return False
    if _IN_SQUARE_BRACKETS.match(text, span.start - 1) and text[max(0, span.start - 2) : span.start - 1] != " ":
        return True
    if span.start and not text[span.start - 1].isspace() and _NOTE.search(text[max(0, span.start - 4) : span.start]):
        return True
    if _ITEM.match(text, span.start) and not text[blocks.start(span.start) : span.start].strip(_OPENING):
        return True
    around = _PHONE.finditer(text, max(0, span.start - 20), span.end + 20)
    return any(match.start() <= span.start < match.end() for match in around) or bool(_ADDRESS.match(text, span.end))


def _points_back(text: str, numeral: Numeral) -> bool:
    """ "The two countries": both of what was named, not a count."""
    words = numeral.span.of(text).casefold()
    return words in _SMALL_WORDS and bool(
        _POINTING_BACK.search(text[max(0, numeral.span.start - 11) : numeral.span.start].lower())
    )
