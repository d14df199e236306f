"""How a number is qualified, and of which other number it is a part."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.figures.kinds import groups_of
from onrecord.figures.numerals import Numeral
from onrecord.figures.phrases import HEDGES, behind
from onrecord.record import Qualifier
from onrecord.spans import Span

__all__ = ["parts", "qualifier"]

_BEFORE: tuple[tuple[Qualifier, str], ...] = (
    ("at least", r"at least|(?:no|not) (?:less|fewer) than|a minimum of|minimum|upwards of"),
    (
        "up to",
        (
            r"up to|as many as|as much as|at most|a maximum of|no more than"
            r"|(?:does|do|did|could|can) not exceed|not exceeding|not (?:\w+ ){0,3}more than|maximum"
        ),
    ),
    ("over", r"more than|over|above|exceed(?:s|ed|ing)|in excess of|surpass(?:es|ed|ing)|beyond"),
    ("under", r"less than|fewer than|under|below"),
    (
        "about",
        r"nearly|almost|about|around|some|approx\.?|approximately|roughly|close to|an? (?:\w+ )?estimated|estimated|circa",
    ),
)
_QUALIFIERS = tuple(
    (name, re.compile(rf"(?:\b(?:{words})|~)\s+(?:(?:the|a|an|of|additional|another|further|total of)\s+)*\Z"))
    for name, words in _BEFORE
)
# "The dispute over 40 ballot boxes", "complaints about 12 officers": the noun rules the word, which says nothing of the number.
_RULED = re.compile(
    r"\b(?:disputes?|rows?|quarrels?|conflicts?|controvers(?:y|ies)|concern(?:s|ed)?|anger|outrage|fury|alarm|protests?|talks|negotiations?"
    r"|fights?|fighting|wars?|battles?|control|clash(?:es|ed)?|arguments?|debates?|worr(?:y|ies|ied)|questions?|information|complaints?"
    r"|news|details|presided|authority|power)\s+(?:over|about|around)\s\Z"
)
# "The toll has passed 300": a count does, where a ship that passed three villages counts them.
_PASSES = re.compile(r"\b(?:pass(?:es|ed)|tops|topped|cross(?:es|ed))\s+(?:the\s+)?\Z")
_PASSING_COUNT = re.compile(
    r"\b(?:tolls?|numbers?|counts?|totals?|tally|figures?|population|deaths|casualties|turnout)\b"
    r"(?:(?!\b(?:as|when|while|after|before|and|that|which|who)\b)[^.;,:]){0,60}\Z"
)
_ESTIMATE = re.compile(
    r"\b(?:an? (?:\w+ )?estimated|ha(?:s|ve) estimated that|estimates? (?:that|of|suggest(?: that)?)|estimated)"
    r"\s+(?:\w+\s+){0,3}\Z"
)
_OR_MORE = re.compile(r"\s*(?:\+|plus\b|or more\b|and more\b|or over\b|or higher\b)")
_OR_SO = re.compile(r"\s*(?:or so|or thereabouts|, give or take)\b")

_OPENS_PARTS = re.compile(
    r"\b(?:includ(?:ing|es|ed)|among (?:them|whom|which|these|those)|of (?:whom|which|them|these|those)|comprising"
    r"|consisting of|made up of|composed of)\b",
    re.IGNORECASE,
)
_REACH = 120  # characters between a whole and its part
_POINTS_BACK = re.compile(
    r"[\"'“‘(]*(?:of|among|amongst)\s+(?:them|these|those|whom|this\s+(?:number|total|figure)|the\s+(?:dead|total|victims|injured|wounded|killed))\b"
    r"|[\"'“‘(]*(?:they|these|those|the\s+(?:dead|victims|total|figure|number|toll)|this(?:\s+(?:number|total|figure))?)\s+includ(?:e|ed|es)\b",
    re.IGNORECASE,
)
_TAKES_UP = re.compile(r"(?:\s+\w+)?\s+of\s+(?:(?:them|whom|which|it)\b|(?:these|those)\b(?!\s+\w+s\b))", re.IGNORECASE)
# "19 of whom were …, and that up to 40": the opener is the number's before.
# "Only 12 women were members of the Diet, which has 90 members".
_MEMBERS_OF = re.compile(
    r"\s+(?:\w+\s+){1,3}?(?:were|are|was|is|served?|sit|sat)\s+(?:as\s+)?(?P<noun>\w+s)\s+(?:of|in|on)\b[^.;:]{0,80}?"
    rf"\b(?:which|that|whose|with|of)\s+(?:has\s+|had\s+)?{HEDGES}",
    re.IGNORECASE,
)
_MEMBERS_ARE = "(?:members|seats|representatives|deputies|senators|delegates|judges|legislators|lawmakers|councillors)"
_ANOTHER_CLAUSE = re.compile(r"\b(?:that|while|but|whereas)\b|;", re.IGNORECASE)
# "40 hurt; the dead included 12 children": of another number.
_OTHERS_INCLUDE = re.compile(r"[;:]\s*(?:and\s+)?the\s+(?:dead|killed|injured|wounded|missing)\s+includ", re.IGNORECASE)
_VERB_BEHIND = re.compile(r"\s+(?:\w+\s+){1,2}(?:were|was|are|had|have)\b", re.IGNORECASE)
_NARROWER = re.compile(r"(?:\s+\w+)?\s+of\s+(?:those|these)\s+(?:in|who|that|with|living|at|from|under)\b", re.IGNORECASE)
_ELSEWHERE = re.compile(rf",\s+(?:in|on|at|from|by|aboard)\s+{HEDGES}\Z", re.IGNORECASE)
_MEMBERS = re.compile(rf"\s+(?:were|are)\s+(?P<who>(?:\w+\s+)?\w+)(?:,\s*(?:and\s+)?|\s+and\s+){HEDGES}", re.IGNORECASE)
_MORE = re.compile(r"\b(?:more|another|further|additional)\b", re.IGNORECASE)
_WITH = re.compile(rf",\s+with\s+{HEDGES}\Z", re.IGNORECASE)
# "14 were fatal, up from 48": another time's number, and no part.
_COMPARED = re.compile(
    rf"\b(?:(?:up|down|rise|rose|fall|fell|increase|decrease|drop|dropped|jump|decline)s? (?:from|on)"
    rf"|(?:compared|against|versus)(?: (?:with|to))?)\s+(?:the\s+|a\s+)?{HEDGES}\Z",
    re.IGNORECASE,
)
_HAPPENED = re.compile(r"\b(?:had|has|have|was|were|is|are|been|died|killed|lost)\b", re.IGNORECASE)
_OTHERS = re.compile(r"\s+others?\b", re.IGNORECASE)
_CASES, _ENDS = frozenset({"cases", "casualties", "victims", "patients"}), frozenset({"deaths", "fatalities", "injuries"})
_FUNDED = re.compile(r"\s+(?:funded|financed|covered|met|paid|subscribed)\b", re.IGNORECASE)
_OUT_OF = re.compile(
    rf"(?:\A|[.;:,]\s*|\b(?:that|and|but)\s+)(?:out\s+)?of\s+(?:the|these|those|its|their|our|your|his|her|all|some)\s+{HEDGES}\Z",
    re.IGNORECASE,
)
_OF_THOSE = re.compile(rf"(?:\s+[^\W\d_][\w’'-]*){{0,8}},\s+{HEDGES}", re.IGNORECASE)
_OPENS_BRACKET = re.compile(r"(?:\s+[^\W\d_][\w’'-]*){0,4}\s*\(\s*(?:including\s+)?")
_COUNTS_IN_BRACKET = re.compile(r"\s+[^\W\d_][^()]*?(?:[,;/]|\band)\s*(?:\d|[a-z]+\s+[A-Za-z]+)[^()]*\)")
_ONLY_OF = re.compile(
    r"(?:(?:\s+\w+){0,3}\s+out\s+of|(?:\s+\w+)?\s+of)\s+(?:the|its|their|our|your|my|his|her|a\s+total\s+of|all|these|those|some|about|more\s+than)?\s*"
    r"(?:\w+(?:['’]s|s['’])\s+)?",
    re.IGNORECASE,
)


def qualifier(text: str, number: Span) -> Qualifier:
    """How exact the number is said to be; "exactly" where nothing is said."""
    before = text[max(0, number.start - 40) : number.start].lower()
    after = text[number.end : number.end + 16].lower()
    if _OR_MORE.match(after):
        return "at least"
    if _OR_SO.match(after):
        return "about"
    if _RULED.search(before):
        return "exactly"
    for name, pattern in _QUALIFIERS:
        if pattern.search(before):
            return name
    if (passes := _PASSES.search(before)) and _PASSING_COUNT.search(
        text[max(0, number.start - _REACH) : number.start - len(passes[0])].lower()
    ):
        return "over"
    return "about" if _ESTIMATE.search(before) else "exactly"


def parts(text: str, numerals: Sequence[Numeral], sentences: Sequence[Span], where: Sequence[int]) -> list[int | None]:
    """For each number the index of the one that it is a part of, by the words between them.

    `sentences` are those of the text, `where` has for each number the index of its own. Both numbers stand in one sentence,
    or the part's sentence opens with "Of them", "Among these", "They include" right behind the whole's.
    """
    wholes: list[int | None] = [None] * len(numerals)
    for index in range(1, len(numerals)):
        if where[index] == where[index - 1]:
            _inside(text, numerals, index, wholes)
        elif where[index] == where[index - 1] + 1:
            before = [near for near in range(max(0, index - 3), index) if where[near] == where[index - 1]]
            wholes[index] = _across(text, numerals, index, wholes, before=before, start=sentences[where[index]].start)
    # A chain "7 of the 32, 7 of the 29" never makes a whole a part.
    return [whole if whole is not None and wholes[whole] is None else None for whole in wholes]


def _inside(text: str, numerals: Sequence[Numeral], index: int, wholes: list[int | None]) -> None:
    before, number = numerals[index - 1], numerals[index]
    between = text[before.span.end : number.span.start]
    if len(between) > _REACH or _COMPARED.search(between):
        return
    members = _MEMBERS_OF.fullmatch(between)
    if _alike(before, number) and (_ONLY_OF.fullmatch(between) or (members and _counts(text, number, members["noun"]))):
        wholes[index - 1] = index  # "seven of the 13 seats"
    else:
        wholes[index] = _earlier(text, numerals, index, wholes)


def _earlier(text: str, numerals: Sequence[Numeral], index: int, wholes: Sequence[int | None]) -> int | None:
    """The whole of a number among those before it in the sentence."""
    before, number = numerals[index - 1], numerals[index]
    between = text[before.span.end : number.span.start]
    earlier = wholes[index - 1]
    around = index - 1 if earlier is None or earlier == index else earlier
    if (_opens_parts(text, before, between) and _alike(number, numerals[around])) or _brackets(text, numerals, index):
        return around
    opened = _OUT_OF.search(text[max(0, before.span.start - 40) : before.span.start])
    if opened and _OF_THOSE.fullmatch(between) and _alike(number, before):
        return index - 1  # "Of the 200 families, 50 have returned"
    if _TAKES_UP.match(text, number.span.end):
        return _taken_up(text, numerals, index, around, own=earlier is None)
    if _with(text, before, number, between) or (_FUNDED.match(text, number.span.end) and _funds(before, number)):
        return index - 1
    listed = _same_list(between, text[number.span.end : number.span.end + 40]) or _same_bracket(text, numerals, around, index)
    return around if earlier is not None and around != index - 1 and listed else None


def _taken_up(text: str, numerals: Sequence[Numeral], index: int, around: int, *, own: bool) -> int | None:
    """The whole of "12 of them": the number before, but not the districts of "312 homes in four districts, 140 of which"."""
    number = numerals[index]
    if not _alike(number, numerals[around]):
        far = numerals[index - 2] if index > 1 else None
        between = text[far.span.end : number.span.start] if far else ""
        return index - 2 if far and len(between) <= _REACH and "." not in between and _alike(number, far) else None
    if _MORE.search(text, numerals[index - 1].span.end, number.span.start):
        return None
    return around if own or not _NARROWER.match(text, number.span.end) else None


def _counts(text: str, number: Numeral, noun: str) -> bool:
    """Whether the noun stands right behind the number; members of a body are its deputies, judges and the like."""
    noun = _MEMBERS_ARE if noun.casefold() == "members" else noun
    return re.match(rf"\s+(?:\w+\s+)?{noun}\b", text[number.span.end : number.span.end + _REACH], re.IGNORECASE) is not None


def _opens_parts(text: str, before: Numeral, between: str) -> bool:
    """Whether the words between say that a part follows ("including", "of whom"), and not in a clause of its own."""
    opened = _OPENS_PARTS.search(between)
    taken = _TAKES_UP.match(text, before.span.end)
    return bool(opened) and not (taken and _ANOTHER_CLAUSE.search(between)) and not _OTHERS_INCLUDE.search(between)


def _same_bracket(text: str, numerals: Sequence[Numeral], whole: int, index: int) -> bool:
    """Whether the number stands in the bracket that opens behind the whole ("214 (72 killed and 142 injured)")."""
    between = text[numerals[whole].span.end : numerals[index].span.start]
    near = text[numerals[index - 1].span.end : numerals[index].span.start]
    opened = "(" in between and ")" not in between and len(near.split()) <= 5 and _alike(numerals[index], numerals[whole])
    return opened and bool(re.search(r"[,;/]|\band\b", near)) and "(" not in near


def _with(text: str, before: Numeral, number: Numeral, between: str) -> bool:
    """ "1,800 cases of cholera, with 22 deaths": the same noun on both sides, or cases and what they ended in."""
    if not _WITH.search(between) or before.unit or number.unit or number.low > before.high:
        return False
    whole = behind(text, before.span.end, number.span.start, measured=False, money=False)
    part = behind(text, number.span.end, number.span.end + _REACH, measured=False, money=False)
    if not whole or not part:
        return False
    nouns = [re.split(r"\s+of\s", phrase.of(text).casefold())[0].split()[-1] for phrase in (whole, part)]
    return nouns[0] == nouns[1] or (nouns[0] in _CASES and nouns[1] in _ENDS)


def _funds(before: Numeral, number: Numeral) -> bool:
    """ "The $434 million plan is 49 per cent funded"."""
    return number.unit == "%" and before.unit is not None and before.unit.isupper() and len(before.unit) == 3


def _across(
    text: str, numerals: Sequence[Numeral], index: int, wholes: Sequence[int | None], *, before: Sequence[int], start: int
) -> int | None:
    """The whole among the numbers `before`, of the sentence before, where this one opens by pointing back at it.

    The last of them that can be one: in "1,140 deaths, 31 per cent more. Of these, 402 …" the first.
    """
    opening = text[start : numerals[index].span.start]
    follows = _TAKES_UP.match(text, numerals[index].span.end)
    if len(opening) > 120 or not (_POINTS_BACK.match(opening) or (follows and len(opening) < 40)):
        return None
    for near in reversed(before):
        if _COMPARED.search(text, max(0, numerals[near].span.start - 60), numerals[near].span.start):
            continue
        earlier = wholes[near]
        around = near if earlier is None else earlier
        if _alike(numerals[index], numerals[around]):
            return around
    return None


def _alike(part: Numeral, whole: Numeral) -> bool:
    """Whether one may be a part of the other: a share of anything, else no more of the same unit."""
    if part.unit in ("%", "fraction"):
        return whole.unit not in ("%", "fraction")
    return part.unit == whole.unit and part.low <= whole.high


def _brackets(text: str, numerals: Sequence[Numeral], index: int) -> bool:
    """Whether two or more counts in brackets, each with its noun, stand right behind the whole: "90 (12 children, 8 women)"."""
    before, number = numerals[index - 1], numerals[index]
    between = text[before.span.end : number.span.start]
    if not _OPENS_BRACKET.fullmatch(between) or before.unit or number.unit or number.low >= before.high:
        return False
    return bool(_COUNTS_IN_BRACKET.match(text, number.span.end, number.span.end + 200))


def _same_list(between: str, after: str) -> bool:
    """Whether nothing but the end of one item and a joint stand between two numbers ("106 women, 53 children and 70 …")."""
    if _OTHERS.match(after):
        return False  # "15 children, and over 100 others"
    if (members := _MEMBERS.fullmatch(between)) and groups_of(members["who"], None):
        return not _VERB_BEHIND.match(after)  # "40 were men, 19 women"
    if _ELSEWHERE.search(between):
        return False  # "67 infants, in 48 boats"
    joined = re.search(r",|\band\b|\bas well as\b", between)
    return len(between.split()) <= 6 and bool(joined) and not re.search(r"[.;:)]", between) and not _HAPPENED.search(between)
