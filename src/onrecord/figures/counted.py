"""What the numbers of a text count: the noun phrase, a type, groups of people.

Each number is read with its neighbours: those of one list ("12 women, 3 men and a child were killed") share the verb before
and behind the list, and a number without a noun ("11% in 2024", "200 more") counts what the one before it counted.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.dates.calendar import MONTHS
from onrecord.figures.kinds import before, described, finite, groups_of, homes, noun_type, passive, votes
from onrecord.figures.numerals import Numeral
from onrecord.figures.phrases import AGAIN, HEDGES, behind, given_to, labelled
from onrecord.figures.shares import MEMBERS, of_the_dead, share
from onrecord.scan import Scan
from onrecord.spans import Span

__all__ = ["Counted", "Place", "counted"]


@dataclass(frozen=True, slots=True)
class Counted:
    """The noun phrase (None where the text leaves it out), its type and groups, and a unit taken from the number before."""

    noun: str | None
    type: str | None
    groups: tuple[str, ...]
    unit: str | None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a number stands: its sentence (by index and span) and the number that it is a part of, if any."""

    index: int
    sentence: Span
    whole: int | None


# How far a number's words may lie from it, in characters: what keeps the cost of a long line linear.
_REACH = 240
_TEMPERED = re.compile(rf"(?<!\w){HEDGES}\Z")
# The words in which hedges end; where the stretch does not, there is no need to look for one from each of its characters.
_LAST_OF_HEDGES = tuple(
    "least most than as to of over about around nearly almost some roughly approximately approx approx. estimated further a an"
    " another additional the all only just exactly below under above well these those its their reported alleged total"
    " ~".split()
)
_LONGEST_HEDGES = 80  # characters
_JOINT = re.compile(
    r"\s*(?:,\s*and|,\s*or|,|\band|\bor|\bas\s+well\s+as|\bplus|\(|[,(]?\s*\b(?:including|among\s+(?:them|these|whom)"
    r"|of\s+(?:them|whom|these|which)(?:\s+\w+)?|with|comprising))\s*\Z"
)
_ON = re.compile(r"[^.;:]*(?:\band\b|\bto\b|\bor\b|\bplus\b|,|\bfrom\b|\bin\b)[^.;:]*\Z")
_AGES = re.compile(r",?\s+(?:aged?|under|over|below|above)\b[^,.;]{0,24}")
# "Of the 200 families, 50 have returned": not the 200.
_OF_THE = re.compile(r"\bof\s+(?:the|these|those|its|their|some)\s+\Z")
# "people in 24 districts have been affected": not the districts.
_IN = re.compile(rf"\s+(?:in|across|from)\s+{HEDGES}\Z")
_FAMILY = re.compile(rf"\b(?:an?|one|another|whole|entire)\s+family\s+of\s+{HEDGES}\Z")
_MAGNITUDE = re.compile(rf"\bmagnitude(?:\s+of)?\s+{HEDGES}\Z")
_MONEY = re.compile(r"[A-Z]{3}\Z")
_SHARES = ("%", "fraction")


def counted(scan: Scan, numerals: Sequence[Numeral], places: Sequence[Place]) -> list[Counted]:
    """What each of the numbers counts; `numerals` and `places` go together, in text order."""
    read = [_read(scan, numerals, places, number) for number in range(len(numerals))]
    _types_of_places(scan, read)
    runs = _runs(scan, numerals, places, read)
    _share_types(scan, read, runs)
    found: list[Counted] = []
    for number in range(len(read)):
        found.append(_counted(scan, read, number, found, places[number].whole))
    return found


@dataclass(slots=True)
class _Read:
    """What stands beside one number, while its list is worked out."""

    numeral: Numeral
    start: int  # from where on the words before it are its own
    end: int  # to where the words behind it are
    phrase: Span | None
    kind: str | None
    where: int  # index of the sentence


def _read(scan: Scan, numerals: Sequence[Numeral], places: Sequence[Place], number: int) -> _Read:
    numeral, sentence = numerals[number], places[number].sentence
    start, end = max(sentence.start, numeral.span.start - _REACH), min(sentence.end, numeral.span.end + _REACH)
    if number and numerals[number - 1].span.end > start:
        start = numerals[number - 1].span.end
    if number + 1 < len(numerals) and numerals[number + 1].span.start < end:
        end = numerals[number + 1].span.start
    end = max(end, numeral.span.end)
    money = bool(numeral.unit and _MONEY.match(numeral.unit))
    measured = numeral.unit is not None and numeral.unit not in _SHARES and not numeral.unit.startswith("per ")
    phrase = behind(scan.text, numeral.span.end, end, measured=measured, money=money)
    one = _Read(numeral, min(start, numeral.span.start), end, phrase, None, places[number].index)
    one.kind = None if measured else _own_type(scan, one)
    return one


def _untempered(lower: str, start: int, end: int) -> str:
    """The words before a number without its hedges ("killing at least")."""
    stretch = lower[start:end]
    if not stretch.rstrip().endswith(_LAST_OF_HEDGES):
        return stretch
    match = _TEMPERED.search(stretch, max(0, len(stretch) - _LONGEST_HEDGES))
    return stretch[: match.start()] if match else stretch


def _own_type(scan: Scan, one: _Read) -> str | None:
    """The type said right beside the number: what is done to them, or what they are said to be directly behind."""
    text = scan.lower
    behind_at = one.phrase.end if one.phrase else one.numeral.span.end
    words = one.phrase.of(text) if one.phrase else ""
    ahead, after = (
        _untempered(text, max(one.start, one.numeral.span.start - 90), one.numeral.span.start),
        text[behind_at : one.end],
    )
    if votes(text[one.numeral.span.end : one.end]):
        return "votes"
    if homes(words, ahead, after):
        return "homes"
    kind = passive(text, behind_at, one.end, bare=True) or _relative(text, behind_at, one.end)
    if kind == "detained" and noun_type(words) == "killed":
        return "killed"  # "nine deaths in custody"
    apposed = re.search(r"\bof\s+\Z", ahead) and after.startswith(",")  # "half the population of 26 million, need aid"
    return kind or before(ahead) or (None if apposed else finite(text, behind_at, one.end))


_WHO = re.compile(r",?\s+(?:who|that|which)\s+(?:(?:had|have|has|were|was|are|is)\s+)?")


def _relative(lower: str, start: int, end: int) -> str | None:
    match = _WHO.match(lower, start, end)
    return passive(lower, match.end(), end) if match else None


def _types_of_places(scan: Scan, read: Sequence[_Read]) -> None:
    """What is said behind "12 people in 3 villages" is said of the people."""
    for left, right in itertools.pairwise(read):
        if left.where != right.where or not left.phrase or left.numeral.unit not in (None, *_SHARES) or right.kind == "votes":
            continue
        if left.kind is None and right.kind and _IN.fullmatch(scan.lower, left.phrase.end, right.numeral.span.start):
            left.kind, right.kind = right.kind, None


def _runs(scan: Scan, numerals: Sequence[Numeral], places: Sequence[Place], read: Sequence[_Read]) -> list[range]:
    """The numbers that stand in one list, or in a whole with its parts: runs of neighbours."""
    runs, first = [], 0
    for number in range(1, len(read) + 1):
        joined = number < len(read) and places[number].index == places[number - 1].index
        if joined:
            left = read[number - 1]
            at = left.phrase.end if left.phrase else left.numeral.span.end
            joined = at <= numerals[number].span.start and bool(
                _JOINT.match(_untempered(scan.lower, at, numerals[number].span.start))
            )
        if not joined:
            runs.append(range(first, number))
            first = number
    return runs


def _share_types(scan: Scan, read: Sequence[_Read], runs: Sequence[range]) -> None:
    """Members of a list without a type of their own take the one behind the list, else the first one's."""
    for whole_run in runs:
        own = len(whole_run) > 1 and read[whole_run[-1]].phrase is None and read[whole_run[-1]].kind
        run = whole_run[:-1] if own else whole_run  # "962, including 98 sailors, and 811 have been injured"
        if len(run) < 2:
            continue
        last, first = read[run[-1]], read[run[0]]
        at = last.phrase.end if last.phrase else last.numeral.span.end
        shared = (
            finite(scan.lower, at, last.end)
            or before(_untempered(scan.lower, first.start, first.numeral.span.start))
            or first.kind
        )
        for number in run:
            if _OF_THE.search(scan.lower[max(0, read[number].numeral.span.start - 24) : read[number].numeral.span.start]):
                continue
            if read[number].kind is None and read[number].numeral.unit in (None, *_SHARES):
                read[number].kind = shared if shared != "votes" else None


def _counted(scan: Scan, read: Sequence[_Read], number: int, earlier: Sequence[Counted], whole: int | None) -> Counted:
    one = read[number]
    unit = one.numeral.unit
    kind = one.kind
    noun = _noun(scan, read, number, whole)
    if unit in _SHARES and (dead := of_the_dead(scan.lower, one.numeral.span.end, one.end)):
        noun, kind = f"share of {dead}", kind or _of_label(dead)
    if noun is None:
        noun, kind, unit = _elsewhere(scan, read, number, earlier, whole)
    if noun is None and one.phrase and (unit or "").startswith("per "):
        noun = " ".join(one.phrase.of(scan.text).split())
    if kind is None and whole is not None and whole < number:
        kind = earlier[whole].type
    if kind is None and noun and unit in (None, *_SHARES):
        kind = noun_type(noun)
    groups = groups_of(f"{noun}{_aged(scan, one)}", kind) if noun else ()
    return Counted(described(noun, kind), kind, groups, unit)


def _noun(scan: Scan, read: Sequence[_Read], number: int, whole: int | None) -> str | None:
    """The noun phrase of a number by the words right beside it."""
    one, text = read[number], scan.text
    span, unit = one.numeral.span, one.numeral.unit
    ahead = scan.lower[max(one.start, span.start - 40) : span.start]
    if unit is None and _MAGNITUDE.search(ahead):
        return "magnitude"
    if unit is None and _FAMILY.search(ahead):
        return "family members"
    noun = votes(scan.lower[span.end : one.end]) or (" ".join(one.phrase.of(text).split()) if one.phrase else None)
    if noun and (noun.casefold().split()[-1] in AGAIN or noun.endswith(("'s", "’s")) or (unit or "").startswith("per ")):
        noun = None
    if noun is None and whole is not None and whole > number and (of := read[whole].phrase):
        noun = " ".join(of.of(text).split())  # "seven of the 13 seats"
    if unit in _SHARES:
        behind_at = one.phrase.end if one.phrase else span.end
        return share(text, span, Span(one.start, one.end), behind=behind_at, base=noun, fraction=unit == "fraction")
    if noun is None and (members := MEMBERS.match(text, span.end, one.end)) and groups_of(members["who"], None):
        return members["who"]  # "Of them, 63 were children"
    return noun


def _aged(scan: Scan, one: _Read) -> str:
    """The ages said right behind the noun: ", aged 10 to 14"."""
    match = _AGES.match(scan.lower, one.phrase.end if one.phrase else one.numeral.span.end, one.end + 24)
    return scan.text[match.start() : match.end()] if match else ""


def _elsewhere(
    scan: Scan, read: Sequence[_Read], number: int, earlier: Sequence[Counted], whole: int | None
) -> tuple[str | None, str | None, str | None]:
    """Noun, type and unit of a number with no noun behind it: from a label or a verb before it, or from the number before."""
    one = read[number]
    unit, kind = one.numeral.unit, one.kind
    stretch = scan.text[max(one.start, one.numeral.span.start - 160) : one.numeral.span.start]
    label = labelled(stretch)
    if label and label.casefold() not in MONTHS:
        kind = kind or _of_label(label)
        return (None if kind and " " not in label else label), kind, unit
    given = given_to(stretch, measured=unit is not None and unit not in _SHARES)
    if given and given.casefold().split()[-1] not in AGAIN:
        return given, kind or noun_type(given), unit
    if whole is not None and whole < number and earlier[whole].noun:
        return _plain(earlier[whole]), kind or earlier[whole].type, unit
    if number and _follows(scan, read[number - 1], one):
        previous = earlier[_compared_with(scan, read, number)]
        if kind and kind != previous.type and (previous.type or previous.groups):
            return None, kind, unit  # "12 women were killed and 40 wounded": not said to be women
        if previous.noun and previous.type != "votes" and (unit in (None, previous.unit) or unit in _SHARES):
            noun = _plain(previous)
            of_whole = unit in _SHARES and previous.unit not in _SHARES
            return (f"share of {noun}" if of_whole else noun), kind or previous.type, unit or _unit(previous, one)
    return None, kind, unit


def _of_label(label: str) -> str | None:
    return noun_type(label) or passive(label.lower(), 0, len(label))


def _follows(scan: Scan, left: _Read, one: _Read) -> bool:
    """Whether a number goes on from the one before it: "7% of output in 2021 and 9% in 2023", "200 more"."""
    between = scan.lower[left.numeral.span.end : one.numeral.span.start]
    apart = re.search(r"\b(?:when|where|there)\b", between)
    return left.where == one.where and len(between) <= 140 and not apart and bool(_ON.match(between))


def _compared_with(scan: Scan, read: Sequence[_Read], number: int) -> int:
    """Which number one goes on from: the one before, but not the villages in "12,450 in 38 villages, up from 9,800"."""
    one, near = read[number], number - 1
    left = read[near]
    people = read[near - 1] if near else None
    placed = people and people.where == one.where and people.phrase and people.phrase.end < left.numeral.span.start
    if people and people.phrase and placed and _IN.fullmatch(scan.lower, people.phrase.end, left.numeral.span.start):
        return near - 1
    return near


def _unit(previous: Counted, one: _Read) -> str | None:
    """The unit of the number before, for one that leaves it out ("from 153 per 100,000 to 113"); half of it is no fraction."""
    return None if previous.unit == "fraction" or (previous.unit == "%" and one.numeral.low > 100) else previous.unit


def _plain(of: Counted) -> str | None:
    """The noun of another number without the type that was added to it."""
    noun = of.noun or ""
    return noun.removesuffix(f" {of.type}") if of.type else of.noun
