"""Names that are spelt in two ways, or otherwise than in the list of States."""

from __future__ import annotations

import functools
import itertools
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from onrecord.checks.spelling import near_pairs, slip
from onrecord.checks.subject import Misfit, Subject
from onrecord.names.lexicon import is_body, is_document, is_field, is_group, is_office, rows
from onrecord.names.likeness import fold
from onrecord.names.persons import lower_case_words
from onrecord.names.states import adjective_of, state
from onrecord.names.words import Word, with_capitals
from onrecord.spans import Span

__all__ = ["name_variants"]

_SHORTEST = 6
_STATE_BEFORE = re.compile(
    r"\b(?:parliaments?|governments?|republics?|kingdom|presidents?|embass(?:y|ies)|ambassadors?|delegations?|representatives?|people|"
    r"territory|ministers?|armies|army|states? of)\s+(?:of\s+)?(?:the\s+)?\Z",
    re.IGNORECASE,
)
_LISTED_BEFORE = re.compile(r"([A-Z][\w’'-]+)(?:,\s+|,?\s+and\s+)(?:the\s+)?\Z")
_LISTED_AFTER = re.compile(r"(?:,\s+|,?\s+and\s+)(?:the\s+)?([A-Z][\w’'-]+)")
_NO_STATE = re.compile(r"\b(?:British|District of)\s+\Z")
_AROUND = ',;:!?…()[]"“”«»'  # what stands around a word and is no part of it; a stop may be
_BESIDE = 80  # characters in which the words beside a name stand
_ALSO_SPELT = re.compile(
    r"\b(?:also|sometimes|formerly|previously|or|variously)\s+(?:written|spel(?:t|led)|known|called|transliterated|rendered)"
    r"\s+(?:as\s+)?[\"“‘]?\Z",
    re.IGNORECASE,
)
_LOOK = 40  # characters on either side that tell whether a word stands for a State


def name_variants(subject: Subject) -> Iterator[Misfit]:
    """Two spellings of one name in one report; a State's name spelt otherwise than in the list of States."""
    uses = _uses(subject)
    told: set[frozenset[str]] = set()
    for rare, usual in _pairs(subject, uses):
        told.add(frozenset((rare, usual)))
        if not any(_given_as_other(subject.text, use) for use in (*uses[rare], *uses[usual])):
            yield _two(uses, rare, usual)
    yield from _joined_speakers(subject, told)
    for use, name in _misspelt_states(subject.text, uses):
        if frozenset((fold(use.text), fold(name))) not in told:
            message = f"“{use.text}” stands among the names of States; the list of States has {name}"
            yield Misfit(message, (use.span,), {"spelt": use.text, "listed": name})


def _given_as_other(text: str, use: _Use) -> bool:
    """Whether the text itself gives the word as another spelling ("Harsat (also written Harsaat)")."""
    return bool(_ALSO_SPELT.search(text, max(0, use.start - _LOOK), use.start))


def _two(uses: dict[str, list[_Use]], rare: str, usual: str) -> Misfit:
    one, other = uses[rare], uses[usual]
    counts = " and ".join(f"“{some[0].text}” ({len(some)} time{'' if len(some) == 1 else 's'})" for some in (other, one))
    message = f"two spellings of what may be one name: {counts}"
    spans = (*(use.span for use in one), other[0].span)
    return Misfit(message, spans, {"spellings": {other[0].text: len(other), one[0].text: len(one)}})


class _Use(NamedTuple):
    """A capitalised word where it stands."""

    start: int
    text: str

    @property
    def span(self) -> Span:
        """The place of the word."""
        return Span(self.start, self.start + len(self.text))


def _uses(subject: Subject) -> dict[str, list[_Use]]:
    """The capitalised words of some length by their folded form; the parts of a hyphened name stand apart."""
    starts: dict[str, list[int]] = defaultdict(list)
    for block in subject.flow.blocks:
        for start, word in _long(subject.text, block.span):
            starts[word].append(start)
    found: dict[str, list[_Use]] = defaultdict(list)
    for word, places in starts.items():
        if len(word) >= _SHORTEST and word[0].isupper() and word[1:].islower() and word.isalpha():
            found[fold(word)] += [_Use(start, word) for start in places]
    return {folded: sorted(uses) for folded, uses in found.items()}


def _long(text: str, stretch: Span) -> Iterator[tuple[int, str]]:
    """The long pieces between blanks that have a capital, without the marks around them; the words of those in several."""
    at = stretch.start
    for piece in [piece for piece in stretch.of(text).split() if not piece.islower() and len(piece) >= _SHORTEST]:
        at = text.index(piece, at)
        bare = piece.strip(_AROUND)
        if bare.isalpha():
            yield at + piece.index(bare), bare
        else:
            yield from ((word.span.start, word.text) for word in _capitalised(text, Span(at, at + len(piece))))
        at += len(piece)


def _capitalised(text: str, stretch: Span) -> Iterator[Word]:
    """The words with a capital, and the parts of hyphened ones."""
    for word in with_capitals(text, stretch.start, stretch.end):
        if "-" not in word.text and "‑" not in word.text:
            yield word
        else:
            parts = re.finditer(r"[^\W_]+", word.text)
            yield from (Word(part[0], Span(*part.span()).shift(word.span.start)) for part in parts)


def _pairs(subject: Subject, uses: dict[str, list[_Use]]) -> Iterator[tuple[str, str]]:
    """Pairs of words that may be one name: the rarer spelling first."""
    lower = lower_case_words(subject.text)
    starts = {one.start for one in subject.sentences}
    names = sorted(word for word, found in uses.items() if _is_name(subject.text, word, found, lower, starts))
    company = functools.cache(lambda word: _company(subject.text, uses[word]))
    for one, other in sorted(near_pairs(names)):
        if slip(one, other):
            rare, usual = sorted((one, other), key=lambda word: (bool(_known(uses[word][0].text)), len(uses[word]), word))
            if _one_name(uses[rare], uses[usual], company(rare), company(usual)):
                yield rare, usual


def _is_name(text: str, word: str, found: Sequence[_Use], lower: frozenset[str], starts: Set[int]) -> bool:
    """Whether the word is nothing but a name: never in lower case, no noun of the lists, not only at sentences' starts."""
    if word in lower or all(_opens(text, use, starts) for use in found):
        return False
    return not any(is_noun(word) for is_noun in (is_body, is_document, is_field, is_group, is_office))


def _opens(text: str, use: _Use, starts: Set[int]) -> bool:
    """Whether the word opens a sentence or a quotation, where others have a capital too."""
    return use.start in starts or text[use.start - 1 : use.start] in '"“‘'


def _one_name(one: Sequence[_Use], other: Sequence[_Use], mine: Set[str], theirs: Set[str]) -> bool:
    """Whether two spellings, of which the second is the more usual, are one name; `mine` and `theirs` is their company."""
    known = [_known(word) for word in (one[0].text, other[0].text)]
    if all(known) or _apart(mine, theirs):
        return False
    return bool(mine & theirs) or any(known) or len(other) >= max(2, 3 * (len(one) - 1))


def _known(word: str) -> str | None:
    """The State that a word names or belongs to, by the list's own spelling."""
    name = state(word)
    return (word if name and fold(word) in fold(name).split() else None) or adjective_of(word)


def _company(text: str, found: Sequence[_Use]) -> frozenset[str]:
    """The capitalised words, folded, that stand right before and behind the name."""
    return frozenset(word for use in found for word in _beside(text, use))


def _beside(text: str, use: _Use) -> Iterator[str]:
    around = [*_capitalised(text, Span(max(0, use.span.start - _BESIDE), min(len(text), use.span.end + _BESIDE)))]
    for left, right in itertools.pairwise(around):
        if use.span in (left.span, right.span) and _capitals(text, left, right):
            yield fold(right.text if left.span == use.span else left.text)


def _capitals(text: str, left: Word, right: Word) -> bool:
    """Whether both begin with a capital and nothing but a space or hyphen stands between."""
    capitals = left.text[0].isupper() and right.text[0].isupper()
    return capitals and not text[left.span.end : right.span.start].strip(" -‑.")


def _apart(mine: Set[str], theirs: Set[str]) -> bool:
    """Whether each spelling stands with other names only, as two persons' names do."""
    return bool(mine and theirs) and not mine & theirs and not any(slip(a, b) for a in mine for b in theirs)


def _joined_speakers(subject: Subject, told: set[frozenset[str]]) -> Iterator[Misfit]:
    """Spellings that the resolution of speakers has joined."""
    for speaker in subject.record.speakers:
        for form in speaker.also:
            pairs = zip(speaker.name.split(), form.split(), strict=False)
            differing = [pair for pair in pairs if fold(pair[0]) != fold(pair[1])]
            if not differing or any(frozenset(map(fold, pair)) in told for pair in differing):
                continue
            places = [Span(at.start(), at.end()) for at in re.finditer(rf"\b{re.escape(form)}\b", subject.text)]
            if places and form.split()[-1] != form.split()[-1].upper():
                told.update(frozenset(map(fold, pair)) for pair in differing)
                message = f"two spellings of what may be one name: “{speaker.name}” and “{form}”"
                yield Misfit(message, tuple(places), {"spellings": [speaker.name, form], "speaker": speaker.id})


def _misspelt_states(text: str, uses: dict[str, list[_Use]]) -> Iterator[tuple[_Use, str]]:
    """Words that stand where a State's name does, and that are one with a slip."""
    for word, found in uses.items():
        name = _nearest(word)
        if name and not _known(found[0].text):
            yield from ((use, name) for use in found if _for_state(text, use))


@functools.lru_cache(maxsize=4096)
def _nearest(word: str) -> str | None:
    """The only State whose name of one word is the word with a slip."""
    near = [
        name
        for name, plain in _state_words().get(word[0], ())
        if abs(len(plain) - len(word)) <= 1 and slip(word, plain, allowed=1)
    ]
    return near[0] if len(near) == 1 else None


@functools.cache
def _state_words() -> dict[str, list[tuple[str, str]]]:
    """The names of States of one word, each also folded, by their first letter."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in rows("states.csv"):
        if " " not in row["name"]:
            found[fold(row["name"])[0]].append((row["name"], fold(row["name"])))
    return found


def _for_state(text: str, use: _Use) -> bool:
    """Whether the word stands in a list of States, or behind "Parliament of" and the like."""
    before = text[max(0, use.span.start - _LOOK) : use.span.start]
    if _NO_STATE.search(before):
        return False
    if _STATE_BEFORE.search(before):
        return True
    left, right = _LISTED_BEFORE.search(before), _LISTED_AFTER.match(text, use.span.end)
    return any(_is_listed(match) for match in (left, right))


def _is_listed(match: re.Match[str] | None) -> bool:
    return bool(match and state(match[1]))
