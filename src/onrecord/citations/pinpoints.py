"""Articles, paragraphs, chapters, before a name or after it: they belong to the citation."""

from __future__ import annotations

import re

from onrecord.citations.patterns import BLANK, Pattern
from onrecord.spans import Span

__all__ = ["LIST", "PART", "PATTERNS", "pinpoint_after", "pinpoint_before"]

_S = BLANK
PART = (
    r"(?:(?:[Cc]ommon[ \u00a0]|[Oo]perative[ \u00a0]|[Ss]ub-?)?"
    r"(?:[Aa]rticles?|ARTICLES?|[Aa]rts?\.?|[Pp]aragraphs?|[Pp]aras?\.?|[Cc]hapters?|[Ss]ections?|[Ss]ecs?\.?|[Rr]ules?|[Pp]rinciples?"
    r"|[Tt]argets?|[Gg]oals?|[Aa]nnex(?:es)?|[Pp]arts?|[Cc]lauses?|[Rr]egulations?|[Rr]ecommendations?|OP|PP)|§§?)"
)
_LETTER = r"\([a-zA-Z0-9]{1,4}\)"
_ONE = (
    rf"(?:\d{{1,3}}(?:\.\d{{1,3}})?(?:[ \u00a0]?{_LETTER}){{0,3}}|[IVXL]{{1,7}}\b|{_LETTER}"
    r"|(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)\b|[A-D]\b)"
)
LIST = rf"{_ONE}(?:(?:[ \u00a0]?[,–-][ \u00a0]?|,?{_S}(?:and|to|or|bis){_S}){_ONE}){{0,8}}(?:{_S}bis\b)?"
_PREAMBLE = r"(?:[Pp]reamble|[Pp]reambular paragraph(?: \d+)?)"
_BEFORE = Pattern(
    "a pinpoint before the name",
    rf"(?P<pin>(?:(?:{PART}{_S}{LIST}|{_PREAMBLE})(?:(?:{_S}of|{_S}and|,){_S})?){{0,2}}(?:{PART}{_S}{LIST}|{_PREAMBLE}))"
    rf"(?:,?{_S}(?:of|to|in|under|from|common{_S}to)(?:{_S}(?:the|its|his|their|our|that|this|said|all|both))?|)"
    rf"(?:{_S}(?:UN|four))?{_S}$",
    finds=(
        "under «Article 2(c) of the »", "«paragraphs 4 and 5 of »",
        "«Chapter VII of the UN »", "«Article 3 common to the four »",
        "«Articles 1, 2, 3 and 8 of the »", "«article 6.3 of the »", "«Chapter Five of the »", "«Target (e) of the »",
        "«paragraph 3 of Article 12 of the »",
    ),
    misses=("the parties to the ", "part of the ", "12 articles in the ", "in the article of the "),
)  # fmt: skip
# What every pinpoint before a name ends in; most names have none before them.
_LEADS_UP = re.compile(
    r"(?:[\d)IVXLA-D]|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|bis|[Pp]reamble|[Pp]reambular paragraph)"
    rf"(?:,?{_S}(?:of|to|in|under|from|common{_S}to)(?:{_S}[a-z]+)?)?(?:{_S}(?:UN|four))?{_S}\Z"
)
_AFTER = Pattern(
    "a pinpoint after the name",
    rf"(?:,?{_S}(?:at{_S})?|,{_S}(?:and{_S})?in{_S}(?:particular{_S})?(?:its{_S})?|,?{_S}(?:especially|notably){_S}|{_S}\()"
    rf"(?P<pin>{PART}{_S}{LIST}|{_PREAMBLE})(?:{_S}thereof|(?<=\))(?=\))|)",
    finds=(
        "Ibid.«, para. 3»",
        "Protocol« Article 7.4»",
        "2286 (2016)«, preamble» (",
        "Convention« (art. 4»)",
        "2339« paragraphs 27 and 28»",
        "Treaty«, in particular arts. 6 and 7».",
        "Agreement«, in particular Article 2 thereof», and",
    ),
    misses=("Convention«, and Article 4", "Protocol«; para. 3", "Convention on page 3"),
)
PATTERNS = (_BEFORE, _AFTER)
_WINDOW = 110
_LEADING_WORDS = 6  # "preambular paragraph common to the four"


def pinpoint_before(text: str, at: int, *, floor: int) -> tuple[int, str] | None:
    """Where a pinpoint begins that leads up to `at` and not before `floor`, and its words."""
    window = max(floor, at - _WINDOW)
    last = text[window:at].rsplit(None, _LEADING_WORDS)
    looked = window + (len(last[0]) if len(last) > _LEADING_WORDS else 0)
    if not _LEADS_UP.search(text, looked, at):
        return None
    match = _BEFORE.regex.search(text[window:at])
    return (window + match.start("pin"), match["pin"].strip(" ,")) if match else None


def pinpoint_after(text: str, at: int) -> tuple[Span, str] | None:
    """The pinpoint that follows `at`, and its words; a bracket around it belongs to the span."""
    match = _AFTER.regex.match(text, at)
    if not match:
        return None
    end = match.end() + (match[0].lstrip().startswith("(") and text[match.end() : match.end() + 1] == ")")
    return Span(match.start(), end), match["pin"]
