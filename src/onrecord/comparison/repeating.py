"""One statement in several reports: the same speaker, the same words or the same meaning.

Statements are compared by their words, weighted by how rare each is among all the statements (TF-IDF; Salton and Buckley
1988), and by the order of letters (rapidfuzz). Only pairs that share a rare word are compared at all, so that the cost stays
near linear. A quotation given in other words inside its marks is altered; the same words given to different people are said
to be so.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.comparison.comparison import Repeated, Variant, Words
from onrecord.comparison.identity import Identities
from onrecord.comparison.words import STOP, stem, tokens
from onrecord.record import Record, Statement
from onrecord.spans import Span

__all__ = ["repeated"]

# How much of their weighted words two statements must share: least where one speaker gives both, most where two do.
_ONE_SPEAKER = 0.25
_UNNAMED = 0.5
_OTHER_SPEAKER = 0.65
# From here on it is the same wording, whoever speaks.
_SAME_WORDS = 0.8
_FEWEST = 4
_COMMON = 40


@dataclass(frozen=True, slots=True)
class _Said:
    report: int
    statement: Statement
    speaker: int | None
    words: Counter[str]
    plain: str


def repeated(records: Sequence[Record], who: Identities) -> list[Repeated]:
    """The statements that two or more of `records` give, each with its variants."""
    said = [entry for number, record in enumerate(records) for entry in _of(number, record, who)]
    weights = _weights(said)
    pairs: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for left, right in _candidates(said, weights):
        likeness = _likeness(said[left], said[right], weights)
        if likeness is not None:
            pairs[left].append((right, likeness))
            pairs[right].append((left, likeness))
    return [_repeated(records, [said[n] for n in group], pairs, group) for group in _groups(said, pairs)]


def _of(number: int, record: Record, who: Identities) -> Iterator[_Said]:
    for statement in record.statements:
        plain = " ".join(statement.words)
        every = tokens(plain)
        words = Counter(stem(token.word) for token in every if token.word not in STOP)
        if len(every) >= _FEWEST and len(words) > 1:
            yield _Said(number, statement, who.of(number, statement.speaker), words, plain)


def _weights(said: Sequence[_Said]) -> dict[str, float]:
    """How much each word tells: the fewer statements have it, the more."""
    holders = Counter(word for entry in said for word in entry.words)
    return {word: math.log((1 + len(said)) / (1 + count)) + 0.1 for word, count in holders.items()}


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

    shared = sum(weights[word] ** 2 for word in left.words.keys() & right.words.keys())
    sizes = [math.sqrt(sum(weights[word] ** 2 for word in entry.words)) for entry in (left, right)]
    meaning = shared / (sizes[0] * sizes[1]) if all(sizes) else 0.0
    wording = fuzz.token_sort_ratio(left.plain.casefold(), right.plain.casefold()) / 100
    if left.speaker is not None and left.speaker == right.speaker:
        needed = _ONE_SPEAKER
    else:
        needed = _UNNAMED if left.speaker is None or right.speaker is None else _OTHER_SPEAKER
    if meaning < needed and wording < _SAME_WORDS:
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


def _repeated(
    records: Sequence[Record], said: Sequence[_Said], pairs: dict[int, list[tuple[int, float]]], group: Sequence[int]
) -> Repeated:
    likeness = min((value for n in group for other, value in pairs[n] if other in group), default=1.0)
    quoted = {_compared(entry.plain) for entry in said if entry.statement.kind == "direct"}
    return Repeated(
        variants=tuple(_variant(records, entry) for entry in said),
        altered=len(quoted) > 1,
        speakers_differ=len({entry.speaker for entry in said if entry.speaker is not None}) > 1,
        likeness=likeness,
    )


def _compared(plain: str) -> str:
    """The words alone: other marks and dashes are no other wording."""
    return " ".join(token.word for token in tokens(plain))


def _variant(records: Sequence[Record], entry: _Said) -> Variant:
    record, statement = records[entry.report], entry.statement
    span = Span(statement.content[0].start, statement.content[-1].end)
    speaker = record.speaker(statement)
    return Variant(
        at=Words(report=entry.report, span=span, words=entry.plain),
        statement=statement.id,
        speaker=speaker.name if speaker else None,
        kind=statement.kind,
    )
