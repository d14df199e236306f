"""What the sentences of later reports say became of a demand.

Each sentence is read once: it is kept under those of its words that some demand has, so that a demand is held only against
the sentences that share a word with it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.comparison.actions import Action
from onrecord.comparison.comparison import Outcome
from onrecord.comparison.reading import Reading
from onrecord.comparison.things import Thing
from onrecord.comparison.times import later
from onrecord.comparison.words import stem, stems, tokens
from onrecord.sentences import sentences
from onrecord.spans import Span

__all__ = ["Sentences", "Wanted"]

# How many of the words of what was demanded a sentence must have.
_SAME = 0.6
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_PLACED = re.compile(r"\w*\s+(?:of|in|at|from)\s+[A-Z]")


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence with its place in the text as it reads."""

    reading: Reading
    span: Span
    words: frozenset[str]

    @property
    def text(self) -> str:
        return self.span.of(self.reading.view.text)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a demand is about, the names in it, and the day of the report that has it first (EDTF)."""

    thing: Thing
    names: frozenset[str]
    since: str


class Sentences:
    """The sentences of all reports that have one of the words of `wanted`."""

    def __init__(self, readings: Sequence[Reading], wanted: frozenset[str]) -> None:
        self._by_word: dict[str, list[_Sentence]] = defaultdict(list)
        for reading in readings if wanted else ():
            for span in _spans(reading):
                found = stems(span.of(reading.view.text)) & wanted
                sentence = _Sentence(reading, span, found)
                for word in found:
                    self._by_word[word].append(sentence)

    def tell(self, action: Action, wanted: Sequence[Wanted]) -> Iterator[Outcome]:
        """What later reports say became of a demand, given in one way or several."""
        found = {(one.reading.number, one.span): one for way in wanted for one in self._answers(action, way)}
        for _, sentence in sorted(found.items(), key=lambda entry: entry[0]):
            if kind := action.told(sentence.text):
                at = sentence.reading.view.home(sentence.span)
                yield Outcome(at=sentence.reading.words(at), kind=kind, by=_teller(sentence.reading, at))

    def _answers(self, action: Action, wanted: Wanted) -> Iterator[_Sentence]:
        """The sentences of later reports with most of the words for the thing, that tell of nothing earlier or of others."""
        for one in (one for word in wanted.thing.words for one in self._by_word.get(word, ())):
            shared = wanted.thing.words & one.words
            if len(shared) < _SAME * len(wanted.thing.words) or not later(one.reading.published, wanted.since):
                continue
            text = one.text
            named = not action.own or any(name in text for name in wanted.names)
            years = [int(year) for year in _YEAR.findall(text)]
            if (
                named
                and _same(wanted.thing, text, shared)
                and min(years, default=9999) >= int(wanted.since[:4].replace("X", "0"))
            ):
                yield one


def _spans(reading: Reading) -> Iterator[Span]:
    text = reading.view.text
    for block in reading.view.blocks:
        yield from sentences(text, block.span.start, block.span.end)


def _same(thing: Thing, text: str, shared: frozenset[str]) -> bool:
    """Whether the sentence can be about the thing and not about another's: the archives of Kesh are not those of Lunde."""
    if not thing.names or any(name in text for name in thing.names):
        return True
    heads = [token.span for token in tokens(text) if stem(token.word) in shared]
    return not any(_PLACED.match(text, head.end) for head in heads)


def _teller(reading: Reading, at: Span) -> str | None:
    """Who says the sentence, or most of it; None where it is the report."""
    for statement in reading.record.statements:
        said = sum(len(piece) for piece in statement.content if at.covers(piece) or piece.covers(at))
        if statement.speaker and not statement.negated and 2 * said >= len(at):
            return reading.speaker(statement.id)
    return None
