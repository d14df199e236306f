"""What is said around a number: where, when, on whose authority, and whether it is denied."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.dates.calendar import MONTHS, WEEKDAYS
from onrecord.dates.expressions import Dated
from onrecord.names.states import adjective_of, is_state
from onrecord.scan import Scan
from onrecord.spans import Span

__all__ = ["authority", "denied", "own_clause", "when", "where"]

_NAME = r"[A-Z][\w’'-]*(?:[\s-](?:(?:of|and|the|del?|al|el|la|los|el-)\s)?[A-Z][\w’'-]*){0,3}"
_PLACE = re.compile(
    r"[inaotIANOT](?<!\w.)(?i:(?<=i)n|(?<=a)t|(?<=n)ear|(?<=o)utside|(?<=a)cross|(?<=t)hroughout|(?<=i)nside|(?<=a)round|(?<=o)ff)"
    r"\s+(?:(?:the\s+)?(?:[a-z]+\s+)?"
    r"(?:town|city|village|province|region|district|camp|state|port|island|valley|area|county|governorate)s?\s+of\s+|the\s+"
    rf"|(?:northern|southern|eastern|western|central|north|south|east|west|north-?eastern|north-?western|south-?eastern|south-?western)\s+)?(?P<place>{_NAME})"
)
# What is named by its place: "the Korrin massacre".
_EVENT = re.compile(
    rf"[Tt](?<!\w.)he\s+(?P<place>{_NAME})\s+(?:massacres?|genocide|killings?|tragedy|bombing|attack|siege|disaster|earthquake|flood|shelling"
    r"|shipwreck|crash|explosion|fire|clashes|battle|raid)\b"
)
_BODIES = re.compile(
    r"\b(?:Council|Committee|Commission|Conference|Convention|Assembly|Agency|Ministry|Parliament|Court|Report|Fund|Organi[sz]ation|Union|Party|Plan"
    r"|Programme|Program|Office|Board|Department|Government|Nations|Security|Article|Resolution|Protocol|Statement|Budget|Congress|Senate|House"
    r"|Appendix|Annex|Index|Ranking|Survey|Table|Figure|Chapter|Section|Phase|Mr|Mrs|Ms|Dr|God|President|Minister|Ambassador|Group|Forum|Summit|Meeting|Session)\b"
)
# A number of its own clause ends at these.
_CLAUSE = re.compile(r"[;:,](?:(?<!,)|\s+(?:and|but|while|whereas)\s)")
_WHO = r"(?P<{0}>(?:the\s+|an?\s+)?[^,.;:()“”\"]{{2,80}}?)"
_SAYING = (
    r"(?:said|says|reported|reports|estimate[sd]?|counted|counts|documented|recorded|put|puts|gave|gives"
    r"|announced|confirmed|claimed|claims|registered|stated|listed|spoke\s+of|speaks?\s+of)"
)
_ACCORDING = re.compile(
    rf"\b(?:according\s+to|citing|quoting|by\s+the\s+(?:estimate|count|account|reckoning)\s+of)\s+"
    rf"(?:(?:the\s+|its\s+)?(?:figures?|data|numbers|statistics|records|information|estimates?|lists?)"
    rf"\s+(?:(?:collected|gathered|compiled|published|released|provided|kept|issued)\s+)?(?:of|from|by)\s+)?{_WHO.format('who')}"
    rf"(?=[,.;:()“”\"]|\s+(?:said|that|as|and|from\s+(?:\d+|some|over|about|more))\b|\s+\d|\Z)",
    re.IGNORECASE,
)
_BY = re.compile(
    r"\b(?i:figures?|data|estimates?|numbers|statistics|count|records|lists?|tally|report)\s+(?:of|from|by|kept\s+by|compiled\s+by|published\s+by|released\s+by)\s+"
    r"(?P<who>(?:the\s+)?[A-Z][^,.;:()“”\"]{1,60}?)(?=[,.;:()“”\"]|\s+(?:say|said|show|showed|suggest|put|that|have|has|is|are|was|were|indicate)\b|\Z)"
)
_SAID = re.compile(
    rf"(?:\A|[,;:—–“\"]\s*|\b(?:but|and|while|whereas|that)\s+)(?P<who>(?:the\s+)?(?:[\w’'-]+\s+){{0,6}}?[\w’'-]+)(?P<comma>,)?\s+(?:has\s+|have\s+|had\s+)?{_SAYING}\s+(?!to\b|by\b|in\b)",
    re.IGNORECASE,
)
# What the three patterns hold, in lower case: most numbers have none of it beside them, which is seen sooner this way.
_LEANS = re.compile(r"according\s|citing\s|quoting\s|by\sthe\s")
_DRAWS = re.compile(r"\s(?:of|from|by)\s+(?:the\s+)?[A-Z]")
_SAYS = re.compile(rf"\s{_SAYING}\s")
_AGAINST = re.compile(r"[wb](?<!\w.)(?:hile|hereas|ut)\s")
_DETERMINING, _LEADING = (
    frozenset({"the", "many", "several", "most", "local"}),
    frozenset({"by", "in", "on", "at", "from", "for"}),
)
_ARTICLES = frozenset({"the", "a", "an"})
_PRONOUNS = frozenset("he she it they we i you who which that there this these those not and but".split())

_FIGURE = (
    r"(?:figures?|numbers?|tolls?|claims?|reports?|estimates?|counts?|allegations?|assertions?"
    r"|suggestions?|accusations?|statements?|rumou?rs?|idea|notion)"
)
_REFUSING = (
    r"(?:reject(?:ed|s|ing)?|dismiss(?:ed|es|ing)?|disput(?:ed|es|ing|e)|refut(?:ed|es|ing|e)"
    r"|contradict(?:ed|s|ing)?|contest(?:ed|s|ing)?|den(?:y|ied|ies|ying))"
)
_INVENTED = (
    r"(?:fabricated|invented|made up|fictitious|staged|faked|an? (?:\w+ )?(?:lie|fabrication|invention|legend|myth|hoax)|lies"
    r"|(?:pure )?(?:inventions|fabrications))"
)
_FALSE = (
    rf"(?:{_INVENTED}|false|untrue|not true|wrong(?! (?:about|on|in|to)\b)|incorrect|inaccurate|baseless|unfounded|groundless"
    r"|exaggerated|inflated|without (?:any )?(?:basis|foundation)|(?:far |much )?too (?:low|high)(?! (?:for|an?)\b)|nonsense"
    r"|an? (?:\w+ )?exaggeration)"
)
_IS_FALSE = rf"(?:is|are|was|were) (?:simply |completely |entirely |utterly |clearly |grossly |plainly )?{_FALSE}"
# "613 is far too low": the number is the subject, and what is said of it is that it is wrong.
_IS_SUBJECT = re.compile(r"(?:\A|[.;:,“”\"'‘(]\s*|\b(?:that|but|and)\s+)\Z")
_WRONG = re.compile(rf"(?:,[^.;,]{{1,60}},)?\s+{_IS_FALSE}\b")
# "The 34 deaths were a fabrication", "the 12 tanks exist on paper only".
_ARE_SUBJECT = re.compile(r"(?:\A|[.;:,“”\"'‘(]\s*|\b(?:that|but|and)\s+)(?:the|those|these|all)\s+\Z")
_NEVER_WERE = re.compile(
    r"(?:\s+(?!and\b|or\b)[a-z]+){1,3}?(?:\s+of (?:which|whom) [^.;,]{1,60}?)?"
    rf"\s+(?:(?:is|are|was|were) {_INVENTED}|exist(?:s|ed)? (?:on paper only|only on paper))\b"
)
# "What a paper reported, that 12 people had drowned, was wrong".
_IN_A_CLAIM, _WAS_WRONG = re.compile(r",\s+that\s+\Z"), re.compile(rf"[^.;,]{{1,60}},\s+{_IS_FALSE}\b")
# "called the figure of nine a fabrication"
_CALLED = re.compile(rf"\b(?:call|describ|brand|label|denounc)\w*\s+(?:the\s+)?{_FIGURE}\s+of\s+(?:[a-z]+\s+){{0,2}}\Z")
_SO = re.compile(rf"\s+(?:as\s+)?[“\"'‘]?{_FALSE}\b")
# "The claim that 300 died does not correspond to the facts": the sentence refutes what its subject says.
_CLAIM = re.compile(
    r"\b(?:assertions?|claims?|allegations?|reports?|statements?|figures?|tolls?|counts?|numbers?|rumou?rs?|suggestions?|pictures?|images|photographs?|footage|videos?)(?:\s+by\s+[^,.;]{1,60}?)?,?\s+(?:that|of|which)\b(?P<rest>.{0,160})\Z",
    re.DOTALL,
)
_REFUTED = re.compile(
    r"(?:(?!\b(?:and (?:that|the)|but|while|whereas)\b)[^.;]){0,200}?"
    r"\b(?:(?:does|do|did) not (?:correspond to|match|fit|reflect) (?:the )?(?:facts?|reality|truth)|"
    rf"{_IS_FALSE})\b"
)
_PARTED = re.compile(r"[.;]|\bbut\b")
_DENIED = re.compile(
    rf"(?:\b(?:den(?:y|ied|ies|ying))\s+(?:that|any|having|\w+ing|there)\b|\b{_REFUSING}\s+(?:\w+\s+){{0,3}}?{_FIGURE}\b"
    r"|\b(?:not|un)\s?true\s+that\b|\b(?:no\s+truth|no\s+basis)\b|\bfalse(?:ly)?\s+(?:that|claim(?:ed|s|ing)?)\b|\bfar\s+from\b"
    rf"|\bno\s+(?:support|evidence|confirmation)\s+(?:for|of)\s+(?:[\w’']+\s+){{0,4}}?{_FIGURE}\b"
    rf"|\b(?:not\s+to\s+(?:believe|trust)|no\s+(?:trust|faith)\s+in)\s+(?:\w+\s+){{0,3}}?(?:{_FIGURE}|messages)\b)(?P<rest>[^.;]{{0,100}})\Z"
    r"|(?<!if )\bnot\s+(?:the\s+|a\s+)?\Z|\b(?:rather\s+than|instead\s+of)\s+(?:the\s+)?\Z"
)
_TURNS = re.compile(
    r"\b(?:but|saying|said|says|adding|added|insist(?:ed|ing|s)|while|instead|although|though|whereas|putting|maintain(?:ed|ing)|yet|however|only|because|after)\b"
)


def denied(lower: str, number: Span, sentence: Span) -> bool:
    """Whether the text says of the number that it is not so: "denied that 300 died", "613 is far too low".

    `lower` is the text in lower case, as for `own_clause`.
    """
    text = lower
    if (claim := _CLAIM.search(text, max(sentence.start, number.start - 200), number.start)) and _REFUTED.match(
        text, number.end, sentence.end
    ):
        return not _PARTED.search(claim["rest"])
    if _WRONG.match(text, number.end, sentence.end) and _IS_SUBJECT.search(text, sentence.start, number.start):
        return True
    near = max(sentence.start, number.start - 16)
    if _NEVER_WERE.match(text, number.end, sentence.end) and _ARE_SUBJECT.search(text, near, number.start):
        return True
    if _WAS_WRONG.match(text, number.end, sentence.end) and _IN_A_CLAIM.search(text, near, number.start):
        return True
    if _CALLED.search(text, max(sentence.start, number.start - 80), number.start) and _SO.match(text, number.end, sentence.end):
        return True
    match = _DENIED.search(text, max(sentence.start, number.start - 160), number.start)
    return bool(match) and not _TURNS.search((match["rest"] or "") if match else "")


def where(text: str, number: Span, sentence: Span, clause: Span) -> str | None:
    """The place named in the number's own clause, behind it first."""
    for match in _PLACE.finditer(text, number.end, max(number.end, clause.end)):
        if place := _place(match):
            return place
    found = [place for match in _PLACE.finditer(text, clause.start, number.start) if (place := _place(match))]
    if found:
        return found[-1]
    opening = _PLACE.match(text, sentence.start, number.start)
    if opening and (place := _place(opening)):
        return place
    happened = _EVENT.search(text, clause.start, clause.end)
    return _place(happened) if happened else None


def _place(match: re.Match[str]) -> str | None:
    name = match["place"].removesuffix("’s").removesuffix("'s")
    first = name.split()[0].casefold().rstrip(".")
    if first in MONTHS or first in WEEKDAYS or _BODIES.search(name):
        return None
    if is_state(name):
        return name
    name = name.split(" and ")[0]
    if adjective_of(name) or (name.isupper() and len(name) < 6):
        return None  # "in English", "at UNSC"
    return name


def own_clause(lower: str, number: Span, sentence: Span, others: Sequence[Span]) -> Span:
    """The stretch around a number without the clauses of `others`, the numbers beside it."""
    start, end = max(sentence.start, number.start - 200), min(sentence.end, number.end + 200)
    for other in others:
        if other.end <= number.start and (cut := _last(lower, other.end, number.start)):
            start = max(start, cut)
        elif other.start >= number.end and (match := _CLAUSE.search(lower, number.end, other.start)):
            end = min(end, match.start())
    return Span(min(start, number.start), max(end, number.end))


def _last(lower: str, start: int, end: int) -> int | None:
    found = list(_CLAUSE.finditer(lower, start, end))
    return found[-1].end() if found else None


def when(number: Span, sentence: Span, clause: Span, others: Sequence[Span], times: Sequence[Dated]) -> str | None:
    """The nearest time of the number's own clause, with none of `others` between if it can be, else of the sentence's opening.

    In EDTF.
    """
    known = [time for time in times if time.interval and not time.duration and sentence.covers(time.span)]
    inside = [time for time in known if clause.covers(time.span)]
    free = [time for time in inside if not any(_between(other, number, time.span) for other in others)] or inside
    nearest = min(free, key=lambda time: (_distance(time.span, number), time.span), default=None)
    if nearest is None:
        nearest = next(
            (time for time in known if time.span.start - sentence.start < 40 and time.span.end <= number.start), None
        )
    return nearest.interval.edtf if nearest and nearest.interval else None


def _distance(time: Span, number: Span) -> int:
    """Characters between the two; a time behind the number ("11% in 2024") is nearer than one before it."""
    return time.gap(number) * (1 if time.start >= number.end else 2)


def _between(other: Span, number: Span, time: Span) -> bool:
    return number.end <= other.start < time.start or time.end <= other.start < number.start


def authority(scan: Scan, number: Span, sentence: Span, clause: Span, speaking: Span | None) -> str | None:
    """Who is named beside the number as the one whose figure it is; not the one at `speaking`, the statement's own source."""
    named: list[Span] = []
    text, lower = scan.text, scan.lower
    near = _contrasted(lower, number, sentence)
    if _LEANS.search(lower, near.start, near.end):
        found = _ACCORDING.finditer(text, near.start, near.end)
        named += [Span(*match.span("who")) for match in found if _somebody(match["who"])]
    if _DRAWS.search(text, clause.start, clause.end):
        named += [Span(*match.span("who")) for match in _BY.finditer(text, clause.start, clause.end)]
    ahead = text[clause.start : number.start]
    said = list(_SAID.finditer(ahead)) if _SAYS.search(lower, clause.start, number.start) else []
    spoken = [Span(*match.span("who")).shift(clause.start) for match in said if _speaks(match)]
    named += [span for span in spoken if not any(span.overlaps(other) for other in named)]
    if not named:
        return None
    who = min(named, key=lambda span: (span.gap(number), span))
    return None if speaking and who.overlaps(speaking) else " ".join(who.of(text).split())


def _contrasted(lower: str, number: Span, sentence: Span) -> Span:
    """The words around a number up to what is set against it: "while residents spoke of 60"."""
    start, end = max(sentence.start, number.start - 240), min(sentence.end, number.end + 240)
    before = [match.end() for match in _AGAINST.finditer(lower, start, number.start)]
    after = _AGAINST.search(lower, number.end, max(end, number.end))
    return Span(before[-1] if before else min(start, number.start), after.start() if after else max(end, number.end))


def _speaks(said: re.Match[str]) -> bool:
    """Whether the words before the verb are its subject; before a comma only a name is ("the mayor, Ana Lima, gave …")."""
    named = all(word[0].isupper() or "-" in word for word in said["who"].split()) and " " in said["who"]
    return _somebody(said["who"]) and (named or not said["comma"])


def _somebody(who: str) -> bool:
    """Whether the words name somebody: with an article or a capital, and no pronoun."""
    words = who.split()
    if words[0].casefold() in _PRONOUNS or words[-1].casefold() in _PRONOUNS | _ARTICLES:
        return False
    first = words[0].casefold()
    if first in _LEADING:
        return False
    return first in _DETERMINING or any(word[0].isupper() for word in words)
