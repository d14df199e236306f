"""Takes the words at a cue apart into mentions of speakers.

`read` looks at the phrase alone; who is meant is settled in `onrecord.speakers.resolution`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.names.lexicon import RETIRED, is_body, is_document, is_office
from onrecord.names.persons import DETERMINERS, PersonName, person_in
from onrecord.names.words import Word, is_acronym, is_capital, words
from onrecord.spans import Span
from onrecord.speakers.address import address
from onrecord.speakers.description import PREPOSITIONS, describe, gender_of
from onrecord.speakers.joints import cut_joints
from onrecord.speakers.mention import PRONOUNS, Mention, is_pronoun

__all__ = ["read"]

# A clause on who somebody is names nobody else.
_WHO = re.compile(r",?\s+(?:who|whom|whose|which)\b(?! and)")
# "a worker named Ana Lima".
_CALLED = re.compile(r"\b(?:named|called|identified as)\s+(?=[A-Z])")
_TIME = re.compile(
    r"\b(?:in|by|on|since|until|from|last|this|early|late|of) (?:January|February|March|April|May|June|July|August|September|"
    r"October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday),?\s+",
    re.IGNORECASE,
)
# Labels of turns that name nobody.
_LABEL = re.compile(r"Q|A|Question|Answer|Questioner|Voice|Press|Audience|Response|Reply")
# "What Harbour Watch documented": the word opens the clause.
_ASKING = re.compile(r"(?:what|how|why|where|when|that)\s+(?=[A-Z])", re.IGNORECASE)
# "data collected by the Harbour Board from 41 volunteers" are the Board's.
_DATA = re.compile(
    r"(?:(?:the|its|their|new|latest|official|recent|preliminary)\s+)*(?:data|figures|statistics|information|estimates|numbers|records)\s+"
    r"(?:(?:that\s+was\s+|that\s+were\s+)?(?:collected|compiled|gathered|published|released|provided|issued|presented|kept)\s+)?(?:by|from|of)\s+"
    r"(?P<who>(?:the\s+)?[A-Z].*?)(?=\s+(?:from|in|on|between|during|over)\s+(?:\d|some|the\s+[a-z])|\Z)",
    re.DOTALL,
)
# "the Auditor herself".
_SELF = re.compile(r"\s+(?:him|her|it|them|my|our)sel(?:f|ves)\Z")
# "United Nations figures", "ministry data": whoever counted speaks.
_COUNTS = re.compile(r"\s+(?:(?:latest|official|own) )?(?:figures|data|statistics|estimates|numbers)\Z")
_BRACKET = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]")


def read(text: str, span: Span) -> list[Mention]:
    """The mentions that a source phrase holds: one, several for joint speakers, in text order; none where it names nobody."""
    span = _behind_opening(text, span.trim(text, ' \t\n\u00a0,;:–—-"“”*_'))
    if data := _DATA.match(text, span.start, span.end):
        span = Span(*data.span("who"))
    span = Span(span.start, span.start + len(_SELF.sub("", span.of(text))))
    if span.of(text).count(")") > span.of(text).count("("):
        span = span.trim(text, " )")
    clause = _WHO.search(text, span.start + 1, span.end)
    span = Span(span.start, clause.start()) if clause else span
    pieces = cut_joints(text, _without_apposition(text, span))
    return [mention for piece in pieces if (mention := _one(text, piece))]


def _behind_opening(text: str, span: Span) -> Span:
    """The phrase without words that open its clause ("What the Board found", "In March Velmora claimed").

    A month or day belongs to no name where a preposition rules it; "April Stone" keeps hers.
    """
    if opening := _ASKING.match(text, span.start, span.end):
        span = Span(opening.end(), span.end)
    start = max(0, span.start - 12)
    time = next((match for match in _TIME.finditer(text, start, span.end) if match.end() > span.start), None)
    return Span(time.end(), span.end) if time and time.end() < span.end and time.start() <= span.start else span


def _without_apposition(text: str, span: Span) -> Span:
    """ "Ana Lima, Operations and Programmes Manager": the offices behind a name join nobody else to it."""
    first, *others = _parts(text, span)
    if not others or not person_in(text, words(text, first.start, first.end)):
        return span
    rest = words(text, first.end, span.end)
    offices = any(is_office(word.folded) for word in rest)
    people = any(person_in(text, words(text, part.start, part.end), certain=True) for part in others)
    return first if offices and not people else span


def _one(text: str, span: Span) -> Mention | None:
    core, bracket = _without_bracket(text, _whose_counts(text, span))
    inner = _bracketed_person(text, span)
    found = words(text, core.start, core.end)
    if not any(word.text[0].isalpha() and word.text.casefold() not in {"the", "a", "an"} for word in found):
        return None
    pronouns = [is_pronoun(text, word) for word in found[:2]]
    if pronouns[0] and found[0].text.casefold() in {"who", "which"}:
        found, pronouns = found[:1], pronouns[:1]
        core = found[0].span
    if len(found) <= 2 and all(pronouns):
        gender, plural = PRONOUNS[found[0].text.casefold()]
        return Mention("pronoun", found[0].text, core, found[0].text.casefold(), plural=plural, gender=gender)
    if _LABEL.fullmatch(text, core.start, core.end):
        return Mention("unnamed", core.of(text), core, core.of(text).casefold())
    if not inner and (form := address(text, core)):
        mention, rest = form
        return mention if mention.bracket or not rest else _one(text, rest)
    named = inner or _behind_office(text, span) or _named(text, core)
    if named:
        return replace(_person(text, named, found), bracket=bracket)
    return replace(describe(text, core), bracket=bracket)


def _whose_counts(text: str, span: Span) -> Span:
    """The body whose figures are named, without the figures; the whole phrase where it names none ("official figures")."""
    counts = _COUNTS.search(text, span.start, span.end)
    found = words(text, span.start, counts.start()) if counts else []
    if counts and found and (is_capital(found[-1].text) or is_body(found[-1].folded)):
        return Span(span.start, counts.start())
    return span


def _without_bracket(text: str, span: Span) -> tuple[Span, str | None]:
    match = _BRACKET.search(text, span.start, span.end)
    if not match or match[1].isdigit() or (words(match[1])[:1] and words(match[1])[0].folded in RETIRED):
        # "Resolution 1325 (2000)" is the whole name, and so is "(Retd)" a part of the rank.
        return span, None
    if match.start() == span.start:
        return Span(match.end(), span.end).trim(text), match[1]
    return Span(span.start, match.start()), match[1]


def _bracketed_person(text: str, span: Span) -> PersonName | None:
    match = _BRACKET.search(text, span.start, span.end)
    return person_in(text, words(text, match.start(1), match.end(1)), certain=True) if match else None


def _named(text: str, span: Span) -> PersonName | None:
    """The person whom the phrase names; of several parts between commas, the first with a form of address, else the first."""
    introduced = _CALLED.search(text, span.start, span.end)
    if introduced:
        return person_in(text, words(text, introduced.end(), span.end))
    people = [person for part in _parts(text, span) if (person := person_in(text, words(text, part.start, part.end)))]
    addressed = [person for person in people if person.honorifics and not _short(person)]
    if addressed:
        return addressed[0]
    if _of_description(words(text, span.start, span.end)):
        return None
    full = [person for person in people if not _short(person)] or people
    # "One refugee, Omar Said": two words name better than one.
    return next((person for person in full if len(person.words) > 1), full[0] if full else None)


def _behind_office(text: str, span: Span) -> PersonName | None:
    """The person whose whole name stands between commas behind an office ("the mayor of Port Velm, Ilse Brandt")."""
    first, *others = _parts(text, span)
    found = words(text, first.start, first.end)
    if not others or found[0].text.casefold() not in {"the", "a", "an"} or not any(is_office(w.folded) for w in found):
        return None
    if person_in(text, found, certain=True) and not any(word.text in PREPOSITIONS for word in found):
        return None
    for part in others:
        listed = words(text, part.start, part.end)
        person = person_in(text, listed)
        if person and 1 < len(person.words) == len(listed):
            return person
    return None


def _parts(text: str, span: Span) -> list[Span]:
    """The stretches of a phrase between its commas."""
    parts, at = [], span.start
    for match in re.compile(r",\s+").finditer(text, span.start, span.end):
        parts.append(Span(at, match.start()))
        at = match.end()
    return [*parts, Span(at, span.end)]


def _short(person: PersonName) -> bool:
    return len(person.words) == 1 and is_acronym(person.words[0])


def _of_description(found: Sequence[Word]) -> bool:
    """Whether the phrase is a description with a lower-case head ("members of the Council", "the delegation of Velmora")."""
    first = 1 if found[0].text.casefold() in DETERMINERS else 0
    for number, word in enumerate(found[first:], first):
        if word.text in PREPOSITIONS:
            before = found[number - 1]
            return number > first and not is_office(before.folded) and not _ends_in_name(found[:number])
    return False


def _ends_in_name(found: Sequence[Word]) -> bool:
    """Whether the words before a preposition end in a name."""
    return is_capital(found[-1].text) and not is_body(found[-1].folded) and not is_document(found[-1].folded)


def _person(text: str, person: PersonName, found: Sequence[Word]) -> Mention:
    gender = person.gender
    for word in found:
        if word.span.start < person.span.start:
            gender = gender or gender_of(word.folded)
    return Mention("person", person.text, person.span, person.words[-1].casefold(), person, gender=gender)
