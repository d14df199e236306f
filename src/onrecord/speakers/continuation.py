"""Speech that goes on with no cue and no quotation marks: which sentences carry on a speaker's report.

A sentence is a candidate when nobody is given its words and somebody spoke before it. A logistic scorer over the signs of
`onrecord.speakers.telling` (weights in `continuation.json`, made by `training/continuation.py`) decides; the threshold stands
where few of the writer's own sentences get through, since words put into somebody's mouth are the worse error.
"""

from __future__ import annotations

import bisect
import functools
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import resources

import msgspec

from onrecord.attribution.attribution import Attribution
from onrecord.spans import Span
from onrecord.speakers.cast import Cast, Party
from onrecord.speakers.ledger import Entry
from onrecord.speakers.resolution import Choice
from onrecord.speakers.setting import Setting
from onrecord.speakers.telling import NAMES, Place, shift, signs

__all__ = ["Candidate", "Walk", "carry_on", "probability"]


_QUOTED = re.compile(r"[“\"«‘]([^“”\"«»‘’]{2,})[”\"»’]")
# A title or short name: every long word in capitals.
_TITLE = re.compile(
    r"(?:[A-Z0-9][\w’'\-]*[,:]?|of|the|and|for|in|on|to|a|an|from|with|by|at)(?: (?:[A-Z0-9][\w’'\-]*[,:]?|of|the|and|for|in|on|to|a|an|from|with|by|at))*"
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may carry on the report of `party`, with its signs."""

    sentence: Span
    party: Party
    signs: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class _Speech:
    """A sentence with speech at its end: whose, of which kind."""

    party: Party | None
    kind: str
    weak: bool


class Walk:
    """Goes through the sentences in order; the caller says of every candidate whether it was taken."""

    def __init__(self, setting: Setting, cast: Cast, entries: Sequence[Entry]) -> None:
        self.setting, self.cast = setting, cast
        self.speech = _speech_by_sentence(setting, entries)
        top = [entry for entry in entries if entry.attribution.within is None]
        quoted = sum(entry.attribution.kind != "indirect" for entry in top)
        self.share = len(self.speech) / max(1, len(setting.sentences))
        self.direct = quoted / max(1, len(top))
        brackets = {party.name for party in cast.people() if party.bracket and party.name.isupper()}
        self.coverage = len(brackets) >= 2
        reported = " ".join(
            s.of(setting.text) for entry in top if entry.attribution.kind == "indirect" for s in entry.attribution.content
        )
        self.shift = shift(reported)

    def candidates(self) -> Iterator[tuple[Candidate, _Answer]]:
        last: _Speech | None = None
        since = run = block = 0
        for number, sentence in enumerate(self.setting.sentences):
            here = self.setting.block(sentence.start)
            speech = self.speech.get(number)
            if speech:
                last, since, run, block = speech, 0, 0, here
                continue
            if last is None or last.party is None:
                continue
            place = self._place(number, sentence, last, since=since, apart=here - block, run=run)
            people = self.cast.named_between(sentence.start, sentence.end)
            answer = _Answer()
            yield Candidate(sentence, last.party, tuple(signs(self.setting, sentence, place, last.party, people))), answer
            if answer.taken:
                last, since, run, block = _Speech(last.party, "continued", weak=False), 0, run + 1, here
            else:
                since += 1

    def _place(self, number: int, sentence: Span, last: _Speech, *, since: int, apart: int, run: int) -> Place:
        block = self.setting.blocks[self.setting.block(sentence.start)].span
        following = self._next(number, block)
        same = following is not None and (following.party is last.party or following.party is None)
        return Place(
            since=since,
            apart=apart,
            first=sentence.start == block.start,
            kind=last.kind,
            run=run,
            next_same=same,
            next_other=following is not None and not same,
            share=self.share,
            direct=self.direct,
            coverage=self.coverage,
            shift=self.shift,
        )

    def _next(self, number: int, block: Span) -> _Speech | None:
        for other in range(number + 1, len(self.setting.sentences)):
            if self.setting.sentences[other].start >= block.end:
                return None
            if other in self.speech:
                return self.speech[other]
        return None


@dataclass(slots=True)
class _Answer:
    taken: bool = False


def carry_on(setting: Setting, cast: Cast, entries: Sequence[Entry]) -> list[Entry]:
    """Entries for the sentences that carry on somebody's report, in text order."""
    found = []
    for candidate, answer in Walk(setting, cast, entries).candidates():
        chance = probability(candidate.signs)
        if chance >= _model().threshold:
            answer.taken = True
            found.append(_entry(setting.text, candidate, chance))
    return found


def _entry(text: str, candidate: Candidate, chance: float) -> Entry:
    content = candidate.sentence.trim(text, " \t\n\u00a0•*_-–—")
    if content.of(text).endswith(".") and not content.of(text).endswith(".."):
        content = Span(content.start, content.end - 1)
    # Words of the speaker in marks make it mixed; the marks of a title do not.
    quoted = any(not _TITLE.fullmatch(match[1]) for match in _QUOTED.finditer(content.of(text)))
    attribution = Attribution(source=None, cue=None, content=(content,), kind="indirect")
    choice = Choice((candidate.party,), chance)
    return Entry(attribution, choice, choice.parties, kind="mixed" if quoted else "continued")


def probability(values: Sequence[float]) -> float:
    """The probability that a sentence with these signs carries on the report."""
    weights = _model().weights
    return 1 / (1 + math.exp(-sum(weights[name] * value for name, value in zip(NAMES, values, strict=True))))


class _Model(msgspec.Struct, frozen=True):
    threshold: float
    weights: dict[str, float]


@functools.cache
def _model() -> _Model:
    data = resources.files("onrecord.speakers").joinpath("continuation.json").read_bytes()
    return msgspec.json.decode(data, type=_Model)


def _speech_by_sentence(setting: Setting, entries: Sequence[Entry]) -> dict[int, _Speech]:
    """For every sentence that holds speech, the speech that stands last in it."""
    found: dict[int, _Speech] = {}
    for entry in entries:
        attribution = entry.attribution
        if attribution.within is not None:
            continue
        party = entry.parties[0] if entry.parties else None
        for span in _spans(attribution):
            first = setting.sentence(span.start)
            last = max(first, bisect.bisect_left(setting.sentences, span.end, key=lambda s: s.start) - 1)
            for number in range(first, last + 1):
                if party or number not in found:
                    found[number] = _Speech(party, attribution.kind, weak=False)
    return found


def _spans(attribution: Attribution) -> list[Span]:
    return [*attribution.content, *filter(None, (attribution.source, attribution.cue))]
