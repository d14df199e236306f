"""Everybody whom a text names: persons with their forms of address, brackets and offices; bodies with their short forms.

The census is taken over the whole text before any speaker is resolved, so that a surname at a cue finds its full name wherever
that stands: in a list of participants, in a caption, in the sentence that introduces the person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.names.lexicon import RETIRED, bag, is_body, is_document, is_office
from onrecord.names.persons import PersonName, complement, lower_case_words, person_in
from onrecord.names.states import is_state
from onrecord.names.words import PARTICLES, Word, is_acronym, is_capital, is_name_word, words
from onrecord.sentences import OPENERS
from onrecord.spans import Span
from onrecord.speakers.setting import Setting

__all__ = ["Census", "Named", "take"]

_SHORT = re.compile(r"\(\s*(?:the\s+)?[\"“‘']?([A-Z][A-Za-z0-9.&/\-]{1,14})[\"”’']?\s*\)")
_SMALL = bag("of for the and on in to de des du la et y e del against from with at")
_DAYS = bag("monday tuesday wednesday thursday friday saturday sunday")
_CALENDAR = bag(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september "
    "october november december"
)


_NEXT_NAME = re.compile(r",\s+([A-Z][\w’'-]+(?: [A-Z][\w’'.-]+)+)(?=,| [a-z])")
_TIMED = re.compile(r"\b(?:in|by|since|until|from|last|this|early|late|of)\s+\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Named:
    """A person's name where it stands. `certain`: an office, form of address or bracket says that it is a person's."""

    person: PersonName
    before: Span
    bracket: str | None
    certain: bool


@dataclass(frozen=True, slots=True)
class Census:
    """`people` and, `alone`, single capitals that may be surnames, in text order; `long_forms`: short form of a body (as
    written) to its name in full; `bodies`: names of bodies in text order."""

    people: tuple[Named, ...]
    alone: tuple[PersonName, ...]
    long_forms: dict[str, str]
    bodies: tuple[tuple[str, Span], ...]


def take(setting: Setting) -> Census:
    """The census of a text."""
    short = _long_forms(setting.text)
    named = [named for sentence in setting.sentences for named in _people(setting.text, sentence)]
    named = [one for one in named if one.person.text not in short]
    people = tuple(one for one in named if one.certain or len(one.person.words) > 1)
    alone = tuple(one.person for one in named if not one.certain and len(one.person.words) == 1)
    return Census(people, alone, short, tuple(_bodies(setting)))


def _people(text: str, sentence: Span) -> Iterator[Named]:
    """Persons, and single capitals, which name nobody as long as nothing else tells that somebody has that name."""
    for found in _runs(text, words(text, sentence.start, sentence.end)):
        # "Echoing Varga, she said …": the participle is no part of the name.
        participle = found[0].span.start == sentence.start and found[0].folded.endswith("ing") and len(found) > 1
        run = found[1:] if participle else found
        if run[0].folded in _CALENDAR and (
            len(run) == 1 or _TIMED.search(text, max(0, run[0].span.start - 10), run[0].span.start)
        ):
            # "In March Velmora claimed": the month belongs to no name, as it does in "April Stone".
            run = run[1:]
        if not run:
            continue
        person = person_in(text, run)
        if person is None:
            continue
        if _place_of_next(text, run, person):
            continue
        marked = person_in(text, run, certain=True) is not None
        bracket = _bracket(text, person.span.end)
        if not marked and bracket is None and len(person.words) > 1 and _of_common_words(text, person):
            continue  # common words in a heading's capitals
        start = run[0].span.start
        yield Named(person, Span(start, max(start, person.span.start)), bracket, marked or bracket is not None)


def _place_of_next(text: str, run: Sequence[Word], person: PersonName) -> bool:
    """Whether what follows "of" is a place, since the name stands behind a comma ("mayor of Port Velm, Ana Lima,")."""
    before = [word for word in run if word.span.end <= person.span.start]
    if person.honorifics or not before or before[-1].text != "of":
        return False
    match = _NEXT_NAME.match(text, person.span.end)
    behind = words(text, match.start(1), match.end(1)) if match else []
    named = person_in(text, behind) if behind else None
    return named is not None and len(named.words) == len(behind) > 1


def _of_common_words(text: str, person: PersonName) -> bool:
    common = lower_case_words(text)
    return any(word.casefold() in common and word.casefold() not in PARTICLES for word in person.words)


def _runs(text: str, found: Sequence[Word]) -> Iterator[list[Word]]:
    """Stretches of words in capitals with the particles between them, nothing but space or a stop in between."""
    run: list[Word] = []
    for word in found:
        gap = text[run[-1].span.end : word.span.start].strip(" .\u00a0\n") if run else ""
        broken = bool(gap) and not (gap == "(" and word.folded in RETIRED) and not (gap == ")" and run[-1].folded in RETIRED)
        if run and (broken or run[-1].possessive or word.folded in _DAYS):
            yield from _trimmed(run)
            run = []
        if _in_name(word, run, lone=is_office(word.folded)):
            run.append(word)
        elif run:
            yield from _trimmed(run)
            run = []
    yield from _trimmed(run)


def _in_name(word: Word, run: Sequence[Word], *, lone: bool) -> bool:
    if word.folded in _DAYS:
        return False
    if not run:
        # An office in small letters may open it: "spokesperson Ana Lima".
        return (is_name_word(word.text) and word.text.casefold() not in OPENERS) or (lone and word.text.islower())
    if word.text in {"of", "for", "to", "the"} and any(is_office(other.folded) for other in run):
        return True
    if is_office(run[-1].folded) and complement([word], 0):
        return True
    if word.text in PARTICLES and word.text not in {"a", "d", "e", "y", "do", "no", "mint"}:
        return True
    return is_name_word(word.text) or lone


def _trimmed(run: Sequence[Word]) -> Iterator[list[Word]]:
    kept = list(run)
    while kept and kept[-1].text.islower():
        kept.pop()
    while kept and kept[0].folded in _CALENDAR and len(kept) > 2:
        kept.pop(0)
    if kept:
        yield kept


def _bracket(text: str, end: int) -> str | None:
    match = re.compile(r"\s*\(([A-Z][^()\n]{1,60})\)").match(text, end)
    if not match or re.search(r"\d", match[1]) or _is_short(match[1]):
        return None
    return match[1].strip()


def _is_short(bracket: str) -> bool:
    """Whether the bracket gives a body's short form; a State's counts as its name."""
    return is_acronym(bracket.strip()) and not is_state(bracket)


def _long_forms(text: str) -> dict[str, str]:
    """ "Harbour Board of Velmora (HBV)": the words before the bracket whose initials the short form takes."""
    found: dict[str, str] = {}
    for match in _SHORT.finditer(text):
        name = _spelt_out(words(text, max(0, match.start() - 160), match.start()), match[1], text)
        if name:
            found.setdefault(match[1], name)
    return found


def _spelt_out(before: Sequence[Word], short: str, text: str) -> str | None:
    letters = [c.casefold() for c in short if c.isalpha()]
    for count in range(2, min(len(before), len(letters) * 2 + 3) + 1):
        tail = before[-count:]
        if any(c in text[tail[0].span.start : tail[-1].span.end] for c in "\n;:()"):
            return None
        initials = [w.text[0].casefold() for w in tail if w.text.casefold() not in _SMALL]
        hyphened = [part[0].casefold() for w in tail if w.text.casefold() not in _SMALL for part in w.text.split("-") if part]
        every = [w.text[0].casefold() for w in tail]
        if is_capital(tail[0].text) and letters in (initials, every, hyphened):
            return " ".join(text[tail[0].span.start : tail[-1].span.end].split())
    return None


def _bodies(setting: Setting) -> Iterator[tuple[str, Span]]:
    """Capitalised phrases that hold a noun for a body or document: "Commission on Human Rights in Velmora"."""
    for sentence in setting.sentences:
        run: list[Word] = []
        for word in [*words(setting.text, sentence.start, sentence.end), None]:
            if word and (_capital_of_body(word, run) and not _parted(setting.text, run, word)):
                run.append(word)
                continue
            while run and run[-1].text in _SMALL:
                run.pop()
            if len(run) > 1 and any(is_body(w.folded) or is_document(w.folded) for w in run):
                span = Span(run[0].span.start, run[-1].span.end)
                yield " ".join(span.of(setting.text).split()), span
            run = [word] if word and _capital_of_body(word, []) else []


def _capital_of_body(word: Word, run: Sequence[Word]) -> bool:
    if is_capital(word.text) and not (not run and word.text.casefold() in OPENERS):
        return True
    if run and is_document(run[-1].folded) and word.text[0].isdigit():
        return True
    return bool(run) and word.text in _SMALL


def _parted(text: str, run: Sequence[Word], word: Word) -> bool:
    return bool(run) and bool(text[run[-1].span.end : word.span.start].strip())
