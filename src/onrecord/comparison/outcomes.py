"""What the sentences of later reports say became of a demand.

Each sentence is read once: it is kept under those of its words that some demand has, so that a demand is held only against
the sentences that share a word with it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.comparison.actions import Action
from onrecord.comparison.comparison import Outcome
from onrecord.comparison.reading import Reading
from onrecord.comparison.things import Thing
from onrecord.comparison.times import later
from onrecord.comparison.words import stem, stems, tokens
from onrecord.sentences import sentences
from onrecord.spans import Span

__all__ = ["Sentences"]

# How many of the words of what was demanded a sentence must have.
_SAME = 0.6
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

    def tell(self, action: Action, things: Iterable[Thing], since: str) -> Iterator[Outcome]:
        """What reports later than `since` (EDTF) say became of the demand that something be done to one of the `things`."""
        found = {(one.reading.number, one.span): one for thing in things for one in self._about(thing, since)}
        for _, sentence in sorted(found.items(), key=lambda entry: entry[0]):
            if kind := action.told(sentence.text):
                at = sentence.reading.view.home(sentence.span)
                yield Outcome(at=sentence.reading.words(at), kind=kind, by=_teller(sentence.reading, at))

    def _about(self, thing: Thing, since: str) -> Iterator[_Sentence]:
        """The sentences with most of the words for a thing, and not of another: Kesh's archives are not Lunde's."""
        held = (one for word in thing.words for one in self._by_word.get(word, ()))
        for one in held:
            shared = thing.words & one.words
            if len(shared) >= _SAME * len(thing.words) and later(one.reading.published, since) and _same(thing, one, shared):
                yield one


def _spans(reading: Reading) -> Iterator[Span]:
    text = reading.view.text
    for block in reading.view.blocks:
        yield from sentences(text, block.span.start, block.span.end)


def _same(thing: Thing, sentence: _Sentence, shared: frozenset[str]) -> bool:
    text = sentence.text
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
