"""Names that are spelt in two ways, or otherwise than in the list of States."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

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
_LOOK = 40  # characters on either side that tell whether a word stands for a State


@dataclass(frozen=True, slots=True)
class _Use:
    """A capitalised word where it stands, with the capitalised words right before and behind it."""

    word: str
    span: Span
    before: str | None
    after: str | None
    opens: bool


def name_variants(subject: Subject) -> Iterator[Misfit]:
    """Two spellings of one name in one report; a State's name spelt otherwise than in the list of States."""
    uses = _uses(subject)
    told: set[frozenset[str]] = set()
    for rare, usual in _pairs(subject.text, uses):
        told.add(frozenset((rare, usual)))
        yield _two(uses, rare, usual)
    yield from _joined_speakers(subject, told)
    for use, name in _misspelt_states(subject.text, uses):
        if frozenset((fold(use.word), fold(name))) not in told:
            message = f"“{use.word}” stands among the names of States; the list of States has {name}"
            yield Misfit(message, (use.span,), {"spelt": use.word, "listed": name})


def _two(uses: dict[str, list[_Use]], rare: str, usual: str) -> Misfit:
    one, other = uses[rare], uses[usual]
    counts = " and ".join(f"“{some[0].word}” ({len(some)} time{'' if len(some) == 1 else 's'})" for some in (other, one))
    message = f"two spellings of what may be one name: {counts}"
    spans = (*(use.span for use in one), other[0].span)
    return Misfit(message, spans, {"spellings": {other[0].word: len(other), one[0].word: len(one)}})


def _uses(subject: Subject) -> dict[str, list[_Use]]:
    """The capitalised words of the text by their folded form; the parts of a hyphened name stand apart."""
    text = subject.text
    found: dict[str, list[_Use]] = defaultdict(list)
    starts = {one.start for one in subject.sentences}
    folded = functools.cache(fold)
    for block in subject.flow.blocks:
        parts = [part for word in with_capitals(text, block.span.start, block.span.end) for part in _parts(word)]
        for number, word in enumerate(parts):
            if not (word.text[0].isupper() and word.text[1:].islower() and word.text.isalpha()):
                continue
            before = folded(parts[number - 1].text) if number and _capitals(text, parts[number - 1], word) else None
            after = folded(parts[number + 1].text) if _capitals(text, word, *parts[number + 1 : number + 2]) else None
            opens = word.span.start in starts or text[word.span.start - 1 : word.span.start] in '"“‘'
            found[folded(word.text)].append(_Use(word.text, word.span, before, after, opens))
    return found


def _parts(word: Word) -> list[Word]:
    if "-" not in word.text and "‑" not in word.text:
        return [word]
    return [
        Word(match[0], Span(word.span.start + match.start(), word.span.start + match.end()))
        for match in re.finditer(r"[^\W_]+", word.text)
    ]


def _capitals(text: str, left: Word, right: Word | None = None) -> bool:
    """Whether both begin with a capital and nothing but a space or hyphen stands between."""
    if right is None or not (left.text[0].isupper() and right.text[0].isupper()):
        return False
    return not text[left.span.end : right.span.start].strip(" -‑.")


def _pairs(text: str, uses: dict[str, list[_Use]]) -> Iterator[tuple[str, str]]:
    """Pairs of words that may be one name: the rarer spelling first."""
    lower = lower_case_words(text)
    names = sorted(word for word, found in uses.items() if _is_name(word, found, lower))
    for pair in sorted(near_pairs(names)):
        rare, usual = sorted(pair, key=lambda word: (bool(_known(uses[word][0].word)), len(uses[word]), word))
        if _one_name(rare, usual, uses[rare], uses[usual]):
            yield rare, usual


def _is_name(word: str, found: Sequence[_Use], lower: frozenset[str]) -> bool:
    """Whether the word is nothing but a name: never in lower case, no noun of the lists, not only at sentences' starts."""
    if len(word) < _SHORTEST or word in lower or all(use.opens for use in found):
        return False
    return not any(is_noun(word) for is_noun in (is_body, is_document, is_field, is_group, is_office))


def _one_name(rare: str, usual: str, one: Sequence[_Use], other: Sequence[_Use]) -> bool:
    company = _company(one) & _company(other)
    if not slip(rare, usual):
        return False
    known = [_known(word) for word in (one[0].word, other[0].word)]
    if all(known) or _apart(one, other):
        return False
    return bool(company) or any(known) or len(other) >= max(2, 3 * (len(one) - 1))


def _known(word: str) -> str | None:
    """The State that a word names or belongs to, by the list's own spelling."""
    name = state(word)
    return (word if name and fold(word) in fold(name).split() else None) or adjective_of(word)


def _company(found: Sequence[_Use]) -> set[str]:
    """The capitalised words that the name stands together with."""
    return {word for use in found for word in (use.before, use.after) if word}


def _apart(one: Sequence[_Use], other: Sequence[_Use]) -> bool:
    """Whether each spelling stands with other names only, as two persons' names do."""
    mine, theirs = _company(one), _company(other)
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
        if name and not _known(found[0].word):
            yield from ((use, name) for use in found if _for_state(text, use))


@functools.lru_cache(maxsize=4096)
def _nearest(word: str) -> str | None:
    """The only State whose name of one word is the word with a slip."""
    if len(word) < _SHORTEST:
        return None
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
