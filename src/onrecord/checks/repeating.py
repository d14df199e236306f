"""The same words twice: given to two speakers, or quoted once so and once otherwise."""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass

from onrecord.checks.subject import Misfit, Subject
from onrecord.quotation import MARKS
from onrecord.record import Statement
from onrecord.spans import Span

__all__ = ["same_words_two_speakers", "self_quoted_difference"]

_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
# "Was quoted as saying" gives a speaker their own words.
_QUOTING = re.compile(r"(?<!was )(?<!were )(?<!been )\b(?:quot|echo|recit)(?:ed|es|ing)\b(?! as\b)", re.IGNORECASE)
_FIRST_PERSON = frozenset({"i", "we"})
_FEWEST = 9  # words: what is shorter, two people may well both say
_RUN = 5  # words in a row that two sentences must share to be compared at all
_ALIKE = 0.72
_ALIKE_QUOTED = 0.8


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence of a statement, folded to words."""

    statement: Statement
    span: Span
    words: tuple[str, ...]


def same_words_two_speakers(subject: Subject) -> Iterator[Misfit]:
    """One sentence, word for word or nearly, that the report gives to two speakers."""
    seen: set[tuple[str, str]] = set()
    named = _names(subject)
    for one, other, likeness in _alike(_told(subject, named), _ALIKE, _two_voices):
        pair = (one.statement.id, other.statement.id)
        if pair in seen or any(_quotes(subject, told.statement) for told in (one, other)):
            continue
        seen.add(pair)
        names = [named[told.statement.speaker or ""] for told in (one, other)]
        given = [f"{name} (“{_short(subject, told)}”)" for name, told in ((names[0], one), (names[1], other))]
        message = f"nearly the same words are given to {given[0]} and to {given[1]}"
        evidence = {"speakers": names, "statements": list(pair), "likeness": round(likeness, 2)}
        yield Misfit(message, (one.span, other.span), evidence)


def self_quoted_difference(subject: Subject) -> Iterator[Misfit]:
    """A quotation that the report gives twice in different words, both times between quotation marks."""
    for one, other, likeness in _alike(_quoted(subject), _ALIKE_QUOTED, _one_quotation):
        if subject.text.count("\n", one.span.end, other.span.start) == 0:
            continue  # a speaker's own figure of speech, not a second telling
        message = f"one quotation in two wordings: “{_short(subject, one)}” and “{_short(subject, other)}”"
        evidence = {
            "wordings": [one.span.of(subject.text), other.span.of(subject.text)],
            "only_first": _only(one.words, other.words),
            "only_second": _only(other.words, one.words),
            "likeness": round(likeness, 2),
        }
        yield Misfit(message, (one.span, other.span), evidence)


def _quotes(subject: Subject, statement: Statement) -> bool:
    """Whether the cue says that the words are another's: "…", she quoted her colleague."""
    return bool(statement.cue and _QUOTING.search(subject.flow.words(statement.cue)))


def _names(subject: Subject) -> dict[str, str]:
    """The names of speakers by id without groups and the unnamed, who may be another too, and documents, which have authors."""
    return {one.id: one.name for one in subject.record.speakers if one.kind not in {"group", "unnamed", "document"}}


def _told(subject: Subject, named: Container[str | None]) -> list[_Told]:
    """The sentences of the statements whose speaker is `named`, headings and what they cite of others apart."""
    found: list[_Told] = []
    inner = _inner(subject)
    for statement in _by_name(subject):
        if statement.speaker not in named:
            continue
        own = inner.get(statement.id, ())
        for piece in subject.contents[statement.id]:
            if subject.headed(piece):
                continue
            for sentence in subject.sentences_in(piece):
                if not _another_s(sentence, own):
                    found += _long(statement, sentence, subject)
    return [one for one in found if any(map(str.islower, one.span.of(subject.text)))]


def _inner(subject: Subject) -> dict[str, list[Span]]:
    """For each statement the words in it that are given to somebody else."""
    found: dict[str, list[Span]] = defaultdict(list)
    for statement in subject.record.statements:
        if statement.within is not None:
            found[statement.within] += subject.contents[statement.id]
    return found


def _another_s(sentence: Span, inner: Sequence[Span]) -> bool:
    """Whether most of a sentence is what its speaker cites: "Mr. Lima had told the radio: …" in a transcript."""
    return 2 * sum(len(sentence.part_in(span)) for span in inner) > len(sentence)


def _by_name(subject: Subject) -> Iterator[Statement]:
    """The statements without those of an "I", as in a letter that is printed whole, and without what goes on from them."""
    own = False
    for statement in subject.record.statements:
        if statement.source is not None:
            own = subject.flow.words(statement.source).casefold() in _FIRST_PERSON
        elif statement.kind != "continued":
            own = False
        if not own:
            yield statement


def _quoted(subject: Subject) -> list[_Told]:
    """The sentences between quotation marks, each with the statement that it stands in."""
    found: list[_Told] = []
    for block in subject.flow.blocks:
        for quotation in subject.quotations[block.span]:
            statement = None if quotation.depth or not quotation.closed else subject.statement(quotation.inner)
            if statement is not None:
                for sentence in subject.sentences_in(quotation.inner):
                    found += _long(statement, sentence, subject)
    return found


def _long(statement: Statement, sentence: Span, subject: Subject) -> Iterator[_Told]:
    """The sentence, unless it is short."""
    if sentence.end - sentence.start >= 2 * _FEWEST - 1:
        folded = sentence.of(subject.text).casefold().replace("’", "'").replace("‘", "'").replace("`", "'")
        words = tuple(_WORD.findall(folded))
        if len(words) >= _FEWEST:
            yield _Told(statement, sentence, words)


def _alike(told: Sequence[_Told], least: float, may: Callable[[_Told, _Told], bool]) -> Iterator[tuple[_Told, _Told, float]]:
    """Pairs of sentences, of those that `may` be meant, with a run of words in common and most of their words in one order."""
    from rapidfuzz.distance import LCSseq

    for a, b in sorted(_sharing(told)):
        if not may(told[a], told[b]):
            continue
        likeness = LCSseq.normalized_similarity(told[a].words, told[b].words)
        if likeness >= least:
            yield told[a], told[b], likeness


def _sharing(told: Sequence[_Told]) -> set[tuple[int, int]]:
    """Which sentences, by number, share a run of words, each with those soon behind it alone.

    Runs are known by their hashes; two that share one by chance are told apart by their likeness.
    """
    runs = [set(map(hash, zip(*(one.words[at:] for at in range(_RUN)), strict=False))) for one in told]
    repeated = {run for run, times in Counter(itertools.chain.from_iterable(runs)).items() if times > 1}
    holders: dict[int, list[int]] = defaultdict(list)
    for number, own in enumerate(runs):
        for run in own & repeated:
            holders[run].append(number)
    return {(a, b) for numbers in holders.values() for place, a in enumerate(numbers) for b in numbers[place + 1 : place + 20]}


def _two_voices(one: _Told, other: _Told) -> bool:
    """Whether two say the sentences, apart from each other; two who give other numbers say two things."""
    apart = not (_one_voice(one.statement, other.statement) or one.span.overlaps(other.span))
    return apart and _numbers(one.words) == _numbers(other.words)


def _one_quotation(one: _Told, other: _Told) -> bool:
    """Whether the sentences may be one quotation in two wordings."""
    apart = not (one.span.overlaps(other.span) or _holds(one.words, other.words))
    return apart and _may_be_one(one.statement, other.statement)


def _one_voice(one: Statement, other: Statement) -> bool:
    """Whether one speaker says both, or the text leaves open who says one of them."""
    mine, theirs = {one.speaker, *one.co_speakers}, {other.speaker, *other.co_speakers}
    return bool(mine & theirs) or None in (one.speaker, other.speaker)


def _may_be_one(one: Statement, other: Statement) -> bool:
    return one.speaker is None or other.speaker is None or one.speaker == other.speaker


def _holds(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the shorter stands word for word in the longer."""
    short, long = sorted((one, other), key=len)
    return any(long[at : at + len(short)] == short for at in range(len(long) - len(short) + 1))


def _numbers(words: tuple[str, ...]) -> list[str]:
    return sorted(word for word in words if word[0].isdigit())


def _only(one: tuple[str, ...], other: tuple[str, ...]) -> list[str]:
    return [word for word in one if word not in other]


def _short(subject: Subject, told: _Told) -> str:
    words = told.span.of(subject.text).strip(MARKS).split()
    return " ".join(words) if len(words) <= 14 else " ".join(words[:12]) + " …"
