"""Tolls of several places: "212 in Anor" is not "35 in Brenn", and neither is the toll of both.

The place of the event itself sets nothing apart, since one report says it and the next does not: it is the one that most
reports have in their heads. Another place sets a figure apart where one report counts the same in two places, or where few
reports are about it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from onrecord.record import Figure

__all__ = ["place_of", "places_apart"]

_HEAD, _SENTENCE = 400, 240
_END = re.compile(r"(?<=[a-z\d)”\"'’])[.!?]\s+(?=[A-Z“\"'+*•–-])|\n\s*\n")
_SPACES = re.compile(r"\s+")
_NUMBER = re.compile(r"\d")
_TIME = frozenset(
    (
        "january february march april may june july august september october november december monday tuesday wednesday "
        "thursday friday saturday sunday"
    ).split()
)
_NAME = r"[A-Z]\w+(?:[ -][A-Z]\w+){0,2}"
_SIDE = r"(?:(?:the|all of|central|(?:north|south|east|west)(?:-?(?:east|west))?(?:ern)?)\s)*"
_KIND = r"(?:(?:[a-z]+-(?:held|controlled)\s)?(?:town|city|village|port|district|province|region)\sof\s)"
_IN = rf"\s{_SIDE}(?:{_KIND}?(?P<name>{_NAME})(?P<both>\sand\s{_SIDE}{_NAME})?|(?P<held>[a-z]+-(?:held|controlled))\s)"
_COUNTED = (
    r"\b(?:tolls?|deaths?|dead|died|killed|injured|wounded|hurt|missing|fatalities|victims|people|persons|civilians|perished"
    r"|recovered|bodies)"
)
_BEHIND = re.compile(rf"{_COUNTED}\s(?:in|across|inside){_IN}")
_BEFORE = re.compile(rf"(?:(?:\A|(?:\A|[,;:(]|\sand|\bwhile|\bbut)\s)(?:[Ii]n|[Aa]cross)|{_COUNTED}\sin){_IN}")
# "29 in Anor and 12 in Brenn": where nothing but the number tells of those counted.
_AT_ONCE = re.compile(rf"\A(?:\s(?:downstream|upstream|more))?\s(?:in|from){_IN}")
# "The attack on the school in Anor, 24 by our count", "at the pit of Anor a tub hurt four".
_HOUSE = (
    r"(?:school|market|hospital|clinic|church|mosque|temple|pit|mine|colliery|camp|prison|station|port|harbour|hotel|village|town"
    r"|bridge|plant|factory|works)"
)
_HOUSED = re.compile(
    r"\b(?:[Oo]n|[Oo]f|[Aa]t|[Ii]n|struck|hit|bombed|shelled|stormed)\s(?:a|an|the|another)\s(?:[a-z]+\s)?"
    rf"{_HOUSE}\s(?:in|of|at|near){_IN}"
)
_THERE = re.compile(r"\A[^.;,]*\b(?:died|killed|perished|injured|hurt|shot|held|fell)\sthere\b")
_NAMED = re.compile(rf"\b(?:in|at|near)\s(?:the\s)?(?P<held>(?!))?(?P<name>{_NAME})(?P<both>(?!))?")
# "Dead in the Anor hospital", "killed in the Anor blast": the event itself or its house, not a place with a toll of its own.
_OF_EVENT = re.compile(
    r"\s(?:\w+\s)?(?:hospital|clinic|school|theatre|theater|church|mosque|market|camp|prison|station|hotel|mine|hall|building|blast"
    r"|explosion|attack|strike|air\s?strike|raid|massacre|killings|bombing|shelling|shooting|fire|crash|disaster|(?:earth)?quake"
    r"|flood|storm|war|battle|uprising|protests?)s?\b",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    rf"\A[^,;.]*?{_COUNTED}\s(?:in|across|inside)\s(?:the|this|that|its|their)\s(?:\w+\s)?"
    r"(?:territory|enclave|region|area|province|country|city|town|village|north|south|east|west|strip|district|valley)\b"
)
_AT = rf"\b(?:[Ii]n|at|near|across|and|hit|struck)\s{_SIDE}"
_ABOUT = re.compile(rf"{_AT}(?P<name>{_NAME})")


def place_of(figure: Figure, text: str) -> str:
    """The one place for which the sentence gives the figure ("in Anor", "rebel-held"), or "" where it names none or two."""
    before, after = text[: figure.span.start], text[figure.span.end :]
    ahead = _SPACES.sub(" ", _END.split(before[-_SENTENCE:])[-1])
    behind = _NUMBER.split(_SPACES.sub(" ", _END.split(after[:_SENTENCE])[0]))[0]
    match = _BEHIND.search(behind) or _AT_ONCE.match(behind)
    if match is None and not _ELSEWHERE.match(behind):
        patterns = (*((_NAMED,) if _THERE.match(behind) else ()), _BEFORE, _HOUSED)
        match = next((found[-1] for pattern in patterns if (found := list(pattern.finditer(ahead)))), None)
    if match is None or match["both"] or _event(match):
        return ""
    name = match["held"] or match["name"]
    return "" if name.casefold() in _TIME else name


def _event(match: re.Match[str]) -> bool:
    """Whether the name is of the event or its house, by its own last word or by the next."""
    last = match.string.rfind(" ", 0, match.end())
    return bool(match["name"] and (_OF_EVENT.match(match.string, last) or _OF_EVENT.match(match.string, match.end())))


def places_apart(counted: Sequence[tuple[int, Figure]], texts: Sequence[str], parts: Sequence[bool]) -> list[str]:
    """For each figure, given with the number of its report, the place that sets it apart from the others, or "".

    `parts`: whether a report gives the figure as a part of another, so that its place is not that of all.
    """
    places = [place_of(figure, texts[report]) for report, figure in counted]
    by_report: dict[int, set[str]] = defaultdict(set)
    for (report, _), place in zip(counted, places, strict=True):
        by_report[report] |= {place} - {""}
    several = set().union(*(held for held in by_report.values() if len(held) > 1))
    heads = _heads(texts)
    most = max(heads.values(), default=0)
    main = [name for name in heads if heads[name] == most]
    # Two places that are told of alike share the event; one alone is where it was.
    shared = {name for name in several if 3 * heads[name] >= 2 * most}
    spare = set() if len(shared) > 1 else set(main) - {place for place, part in zip(places, parts, strict=True) if part}
    apart = {
        place
        for place in places
        if place and (place in several or 2 * heads[place] < most) and not any(_within(place, name) for name in spare)
    }
    return [place if place in apart else "" for place in places]


def _heads(texts: Sequence[str]) -> Counter[str]:
    """In how many reports the head is about a place, for each place that some head names."""
    heads = [_SPACES.sub(" ", text[:_HEAD]) for text in texts]
    names = {match["name"] for head in heads for match in _ABOUT.finditer(head)}
    return Counter(
        name
        for name in sorted(names)
        if name.casefold() not in _TIME
        for head in heads
        if re.search(rf"{_AT}{re.escape(name)}\b", head)
    )


def _within(one: str, other: str) -> bool:
    """Whether one name has the other in it: "Anor" and "Anor City"."""
    first, second = set(one.split()), set(other.split())
    return first <= second or second <= first
