"""One statement in several reports: the same speaker, the same words or the same meaning.

Statements are compared sentence by sentence (`onrecord.comparison.claims`) and by their words, weighted by how rare each is
among all of them (TF-IDF; Salton and Buckley 1988), and by the order of letters (rapidfuzz). Only pairs that share a rare
word are compared at all, so that the cost stays near linear. Sentences that follow each other in every report are shown as
one. A quotation given in other words inside its marks is altered; the same words given to different people are said to be so.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from onrecord.comparison.claims import Claim, claims
from onrecord.comparison.comparison import Repeated, Variant, Words
from onrecord.comparison.identity import Identities
from onrecord.comparison.words import STOP, stem, tokens
from onrecord.names.likeness import fold
from onrecord.record import Record
from onrecord.spans import Span

__all__ = ["repeated"]

# How much of their weighted words two statements must share, and how many words: least where one speaker gives both, most
# where two do.
_ONE_SPEAKER = (0.18, 2)
_OWN_WORDS = (0.25, 3)
_UNNAMED = (0.5, 3)
_OTHER_SPEAKER = (0.65, 3)
# From here on it is the same wording, whoever speaks.
_SAME_WORDS = 0.8
# Below it two quotations are two sayings of one matter, not one saying in other words.
_ALTERED = 0.4
# How far a sentence counts as a report of a longer one that has its words, and how many words that takes.
_WITHIN, _SHARED = 0.6, 3
_FEWEST = 4
_COMMON = 40
# Among so few statements nothing can be told of how rare a word is.
_LEAST = 40
# Words of casualty reporting that say the same.
_SENSE = {
    word: sense
    for sense, words in {
        "kill": "killed kill kills killing dead death deaths died die dies perished lives lost fatalities",
        "hurt": "injured injuries injury wounded hurt wounds",
        "child": "children child minors kids",
    }.items()
    for word in words.split()
}


@dataclass(frozen=True, slots=True)
class _Said:
    claim: Claim
    words: Counter[str]

    @property
    def report(self) -> int:
        return self.claim.report


def repeated(records: Sequence[Record], who: Identities) -> list[Repeated]:
    """The statements that two or more of `records` give, each with its variants."""
    said = [entry for claim in claims(records, who) if (entry := _said(claim))]
    weights = _weights(said)
    pairs: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for left, right in _candidates(said, weights):
        likeness = _likeness(said[left], said[right], weights)
        if likeness is not None:
            pairs[left].append((right, likeness))
            pairs[right].append((left, likeness))
    return [_repeated(said, pairs, run) for run in _runs(said, _groups(said, pairs))]


def _said(claim: Claim) -> _Said | None:
    """The claim with the words that tell something; None where they are too few."""
    every = tokens(claim.plain)
    words = Counter(_SENSE.get(token.word, stem(token.word)) for token in every if token.word not in STOP)
    enough = len(every) >= _FEWEST or any(token.word[0].isdigit() for token in every)
    return _Said(claim, words) if enough and len(words) > 1 else None


def _weights(said: Sequence[_Said]) -> dict[str, float]:
    """How much each word tells: the fewer statements have it, the more."""
    holders = Counter(word for entry in said for word in entry.words)
    every = max(len(said), _LEAST)
    return {word: math.log((1 + every) / (1 + count)) + 0.1 for word, count in holders.items()}


def _candidates(said: Sequence[_Said], weights: dict[str, float]) -> list[tuple[int, int]]:
    """Pairs from different reports that share at least one word that not too many statements have."""
    holders: dict[str, list[int]] = defaultdict(list)
    for number, entry in enumerate(said):
        for word in entry.words:
            holders[word].append(number)
    pairs = {
        (left, right)
        for numbers in holders.values()
        if len(numbers) <= _COMMON
        for place, left in enumerate(numbers)
        for right in numbers[place + 1 :]
        if said[left].report != said[right].report
    }
    return sorted(pairs)


def _likeness(left: _Said, right: _Said, weights: dict[str, float]) -> float | None:
    """How alike two statements are; None below what counts. Other speakers' need the same words, not the same meaning."""
    from rapidfuzz import fuzz

    one, other = left.claim, right.claim
    if one.statement is None and other.statement is None:
        return None
    common = left.words.keys() & right.words.keys()
    shared = sum(weights[word] ** 2 for word in common)
    sizes = [math.sqrt(sum(weights[word] ** 2 for word in entry.words)) for entry in (left, right)]
    meaning = shared / (sizes[0] * sizes[1]) if all(sizes) else 0.0
    wording = fuzz.token_sort_ratio(one.plain.casefold(), other.plain.casefold()) / 100
    if one.speakers & other.speakers:
        needed = _OWN_WORDS if "own words" in {one.kind, other.kind} else _ONE_SPEAKER
        # A short report of a long sentence has most of its words in it.
        meaning = max(meaning, _WITHIN * shared / min(sizes) ** 2 if len(common) >= _SHARED else 0.0)
    elif "own words" in {one.kind, other.kind}:
        return None
    else:
        needed = _OTHER_SPEAKER if one.speakers and other.speakers else _UNNAMED
    if (meaning < needed[0] or len(common) < needed[1]) and wording < _SAME_WORDS:
        return None
    return round(max(meaning, wording if wording >= _SAME_WORDS else 0.0), 3)


def _groups(said: Sequence[_Said], pairs: dict[int, list[tuple[int, float]]]) -> list[list[int]]:
    """Statements joined pair by pair, the likest first, at most one of a report in a group unless it says it twice."""
    group: dict[int, list[int]] = {}
    every = sorted((-likeness, left, right) for left, others in pairs.items() for right, likeness in others if left < right)
    for _, left, right in every:
        one, other = group.get(left, [left]), group.get(right, [right])
        if one is other or {said[n].report for n in one} & {said[n].report for n in other}:
            continue
        joined = sorted([*one, *other])
        for number in joined:
            group[number] = joined
    unique = {tuple(numbers) for numbers in group.values()}
    return [list(numbers) for numbers in sorted(unique)]


def _runs(said: Sequence[_Said], groups: Sequence[list[int]]) -> list[list[list[int]]]:
    """The groups, sentences that follow each other in every report as one: of each variant the sentences."""
    runs: list[list[list[int]]] = []
    for group in groups:
        if runs and _goes_on(said, runs[-1], group):
            runs[-1] = [[*held, n] for held, n in zip(runs[-1], group, strict=True)]
        else:
            runs.append([[n] for n in group])
    return runs


def _goes_on(said: Sequence[_Said], run: Sequence[list[int]], group: Sequence[int]) -> bool:
    """Whether each sentence is the next of the same statement."""
    if len(run) != len(group):
        return False
    pairs = [(said[held[-1]].claim, said[n].claim, n - held[-1]) for held, n in zip(run, group, strict=True)]
    return all(
        one.statement and (one.report, one.statement) == (two.report, two.statement) and far == 1 for one, two, far in pairs
    )


def _repeated(said: Sequence[_Said], pairs: dict[int, list[tuple[int, float]]], run: Sequence[list[int]]) -> Repeated:
    every = [n for numbers in run for n in numbers]
    likeness = min((value for n in every for other, value in pairs[n] if other in every), default=1.0)
    whole = [_whole([said[n].claim for n in numbers]) for numbers in run]
    quoted = {_compared(claim.plain) for claim in whole if claim.kind == "direct"}
    named = [claim for claim in whole if claim.speakers]
    return Repeated(
        variants=tuple(_variant(claim) for claim in whole),
        altered=len(quoted) > 1 and likeness >= _ALTERED,
        speakers_differ=any(_others(*pair) for pair in combinations(named, 2)),
        likeness=likeness,
    )


def _others(one: Claim, other: Claim) -> bool:
    """Whether two claims name different speakers; "the Health Ministry" may be "the Health Ministry of Orlen"."""
    first, second = (set(fold(claim.by or "").split()) - STOP for claim in (one, other))
    return not (one.speakers & other.speakers or first <= second or second <= first)


def _whole(parts: Sequence[Claim]) -> Claim:
    """The sentences as one claim."""
    span = Span(parts[0].span.start, parts[-1].span.end)
    return replace(parts[0], span=span, plain=" ".join(part.plain for part in parts))


def _compared(plain: str) -> str:
    """The words alone: other marks and dashes are no other wording."""
    return " ".join(token.word for token in tokens(plain))


def _variant(claim: Claim) -> Variant:
    return Variant(
        at=Words(report=claim.report, span=claim.span, words=claim.plain),
        statement=claim.statement,
        speaker=claim.by,
        kind=claim.kind,
    )
