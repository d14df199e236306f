"""What the words at a cue say of the speaker: a name, a body, a State, an office, a pronoun, a group, a document.

`read` takes the source of one attribution apart into the mentions it names (several where the speakers are joint). It looks at
the phrase alone; who is meant is settled in `onrecord.speakers.resolution`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from onrecord.names.lexicon import Gender, is_body, is_document, is_group, is_office
from onrecord.names.persons import DETERMINERS, PersonName, person_in
from onrecord.names.states import adjective_of, is_state, seat_of
from onrecord.names.words import Word, is_acronym, is_capital, words
from onrecord.spans import Span

__all__ = ["PRONOUNS", "Mention", "MentionKind", "read"]

MentionKind = Literal["person", "body", "state", "document", "group", "office", "pronoun", "unnamed"]

PRONOUNS: dict[str, tuple[Gender | None, bool | None]] = {
    "he": ("m", False), "him": ("m", False), "his": ("m", False), "himself": ("m", False),
    "she": ("f", False), "her": ("f", False), "hers": ("f", False), "herself": ("f", False),
    "they": (None, None), "them": (None, None), "their": (None, None), "it": (None, False), "its": (None, False),
    "i": (None, False), "my": (None, False), "me": (None, False), "we": (None, True), "our": (None, True), "us": (None, True),
    "who": (None, None), "which": (None, None), "that": (None, None), "this": (None, False), "these": (None, True),
    "those": (None, True), "both": (None, True), "all": (None, True), "many": (None, True), "some": (None, True),
    "others": (None, True), "you": (None, None), "one": (None, False), "another": (None, False),
}  # fmt: skip
_INDEFINITE = frozenset(
    [
        "a",
        "an",
        "another",
        "some",
        "several",
        "many",
        "most",
        "certain",
        "various",
        "other",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
    ]
)
_PREPOSITIONS = frozenset(
    [
        "of",
        "for",
        "in",
        "from",
        "at",
        "on",
        "to",
        "with",
        "within",
        "by",
        "near",
        "about",
        "against",
        "among",
        "between",
        "including",
        "as",
        "under",
        "over",
        "during",
        "after",
        "before",
        "who",
        "which",
        "that",
        "whose",
        "where",
    ]
)
_RELATIVE = re.compile(
    r",?\s+(?:such as|at the|at a|who|which|whose|whom|seen by|familiar with|briefed on|quoted by|cited by|obtained by|speaking (?:on|in|at|to))\b"
)
_JOINT = re.compile(
    r"\s*,?\s+(?:and|as well as|along with|together with|&)\s+|\s*,\s+with\s+|\s+with\s+(?=[A-Z]{2})", re.IGNORECASE
)
# A clause on who somebody is names nobody else.
_WHO = re.compile(r",?\s+(?:who|whom|whose|which)\b(?! and)")
_AGE = re.compile(r"(?:\d+ )?[\w-]+[- ]years?[- ]old\s+(?=\w)")
_RETIRED = frozenset({"retd", "ret", "rtd", "retired"})
_HEDGE = re.compile(
    r"(?:(?:more|fewer|less) than|at least|about|around|nearly|almost|over|up to|some(?= \d)|(?:a )?(?:large |small )?number of)\s+",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]")
_GENDERED = {"man": "m", "woman": "f", "boy": "m", "girl": "f", "father": "m", "mother": "f", "son": "m", "daughter": "f",
             "brother": "m", "sister": "f", "husband": "m", "wife": "f", "widow": "f", "widower": "m", "king": "m", "queen": "f",
             "prince": "m", "princess": "f", "uncle": "m", "aunt": "f", "nephew": "m", "niece": "f", "lady": "f",
             "gentleman": "m", "grandmother": "f", "grandfather": "m", "nun": "f", "monk": "m", "actress": "f"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mention:
    """One way of pointing at a speaker. `text` is the name or description without article and form of address; `span` is
    where it stands; `head` is its folded head noun; `bracket` what stands in brackets behind it ("Namibia", "OIC")."""

    kind: MentionKind
    text: str
    span: Span
    head: str = ""
    person: PersonName | None = None
    definite: bool = True
    plural: bool | None = False
    gender: Gender | None = None
    bracket: str | None = None


def read(text: str, span: Span) -> list[Mention]:
    """The mentions that a source phrase holds: one, several for joint speakers, in text order; none where it names nobody."""
    span = span.trim(text, ' \t\n\u00a0,;:–—-"“”*_')
    clause = _WHO.search(text, span.start + 1, span.end)
    pieces = _pieces(text, Span(span.start, clause.start()) if clause else span)
    return [mention for piece in pieces if (mention := _one(text, piece))]


def _pieces(text: str, span: Span) -> list[Span]:
    """The phrase cut between joint speakers, where every part can stand alone."""
    masked = _BRACKET.sub(lambda match: "·" * len(match[0]), span.of(text))
    cuts = list(_JOINT.finditer(masked))
    if not cuts:
        return [span]
    if _one_person(text, span):
        return [span]
    starts = [0, *(cut.end() for cut in cuts)]
    ends = [*(cut.start() for cut in cuts), len(masked)]
    parts = [Span(span.start + start, span.start + end) for start, end in zip(starts, ends, strict=True)]
    merged = [parts[0]]
    for part in parts[1:]:
        if _stands(text, part) and _may_end(text, merged[-1], part):
            merged.append(part)
        else:
            merged[-1] = Span(merged[-1].start, part.end)
    return [piece for part in merged for piece in _listed(text, part, joint=len(merged) > 1)]


def _one_person(text: str, span: Span) -> bool:
    """Whether one marked person ends the phrase and nobody stands before: "and" then joins that person's offices or fields."""
    person = person_in(text, words(text, span.start, span.end), certain=True)
    if not person or person.span.end < span.end - 2:
        return False
    before = _JOINT.split(text[span.start : person.span.start])
    fronts = [words(part.strip()) for part in before[:-1]]
    return not any(
        is_state(" ".join(w.text for w in front)) or person_in(part, front) or (len(front) <= 2 and is_acronym(front[-1].text))
        for part, front in zip(before, fronts, strict=False)
        if front
    )


def _listed(text: str, part: Span, *, joint: bool) -> list[Span]:
    """ "Ardania, Velmora" before "and Estova": the members of a list, not a name with its apposition."""
    pieces = re.split(r",\s+", part.of(text))
    if not joint or len(pieces) == 1:
        return [part]
    spans, at = [], part.start
    for piece in pieces:
        at = text.index(piece, at)
        spans.append(Span(at, at + len(piece)))
        at += len(piece)
    heads = [words(text, piece.start, piece.end) for piece in spans]
    if all(head and is_capital(head[0].text) and not any(is_office(w.folded) for w in head) for head in heads) and all(
        not any(word.text in _PREPOSITIONS for word in head) for head in heads
    ):
        return spans
    return [part]


def _stands(text: str, part: Span) -> bool:
    found = words(text, part.start, part.end)
    if not found:
        return False
    first = found[0]
    if (
        first.text.casefold() in DETERMINERS
        or first.text.casefold() in PRONOUNS
        or (first.text[0].isdigit() and len(found) > 1)
    ):
        return True
    return is_capital(first.text) and not (len(found) == 1 and is_office(first.folded))


def _may_end(text: str, left: Span, right: Span) -> bool:
    """Whether the left part is whole: no name of a body ("for Defence and Analyses") or list of members goes on in the right."""
    found = words(text, left.start, left.end)
    following = words(text, right.start, right.end)
    if not found:
        return False
    open_complement = next((i for i in range(len(found) - 1, -1, -1) if found[i].text in {"of", "for", "on", "from"}), None)
    if open_complement is not None and _plural(found[max(0, open_complement - 1)]):
        # "parliaments of Ardania and the Velmoran Republic": all of them belong to the complement.
        rest = following[1:] if following[0].text == "the" else following
        return following[0].text in {"other", "some", "several", "others"} or not (
            is_state(" ".join(w.text for w in rest)) or "," in right.of(text) or len(rest) <= 2
        )
    determined = following[0].text.casefold() in DETERMINERS
    if determined or following[0].text.casefold() in PRONOUNS:
        return True
    if open_complement is not None:
        return any(is_body(w.folded) or is_office(w.folded) or is_acronym(w.text) for w in following)
    if found[0].text.casefold() in {"the", "a", "an"} and following[0].text.casefold() not in DETERMINERS:
        # "the Operations Monitoring and Information Centre": the first part alone is no name.
        whole = is_body(found[-1].folded) or is_acronym(found[-1].text) or is_state(" ".join(w.text for w in found[1:]))
        return whole or is_office(found[-1].folded) or is_group(found[-1].folded)
    if is_office(found[-1].folded) and any(is_office(w.folded) for w in following):
        # "Fellow and former Governor Ana Lima": two offices of one person.
        return person_in(text, found) is not None
    return True


def _plural(word: Word) -> bool:
    return is_group(word.folded) or (word.folded.endswith("s") and (is_body(word.folded) or is_document(word.folded)))


def _one(text: str, span: Span) -> Mention | None:
    core, bracket = _without_bracket(text, span)
    inner = _bracketed_person(text, span)
    found = words(text, core.start, core.end)
    if not any(word.text[0].isalpha() and word.text.casefold() not in {"the", "a", "an"} for word in found):
        return None
    if len(found) <= 2 and found[0].text.casefold() in PRONOUNS and (len(found) == 1 or found[1].text.casefold() in PRONOUNS):
        gender, plural = PRONOUNS[found[0].text.casefold()]
        return Mention("pronoun", found[0].text, core, found[0].text.casefold(), plural=plural, gender=gender)
    named = inner or _named(text, core)
    if named:
        return replace(_person(text, named, found), bracket=bracket)
    return replace(_described(text, core), bracket=bracket)


def _without_bracket(text: str, span: Span) -> tuple[Span, str | None]:
    match = _BRACKET.search(text, span.start, span.end)
    if not match or (words(match[1])[:1] and words(match[1])[0].folded in {"retd", "ret", "rtd", "retired"}):
        return span, None
    if match.start() == span.start:
        return Span(match.end(), span.end).trim(text), match[1]
    return Span(span.start, match.start()), match[1]


def _bracketed_person(text: str, span: Span) -> PersonName | None:
    match = _BRACKET.search(text, span.start, span.end)
    return person_in(text, words(text, match.start(1), match.end(1)), certain=True) if match else None


def _named(text: str, span: Span) -> PersonName | None:
    """The person whom the phrase names; of several parts between commas, the first with a form of address, else the first."""
    people = [person for part in _parts(text, span) if (person := person_in(text, words(text, part.start, part.end)))]
    addressed = [person for person in people if person.honorifics and not _short(person)]
    if addressed:
        return addressed[0]
    if _of_description(words(text, span.start, span.end)):
        return None
    full = [person for person in people if not _short(person)] or people
    # "One refugee, Omar Said": two words name better than one.
    return next((person for person in full if len(person.words) > 1), full[0] if full else None)


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
        if word.text in _PREPOSITIONS:
            before = found[number - 1]
            return number > first and not is_office(before.folded) and not person_like(found[:number])
    return False


def person_like(found: Sequence[Word]) -> bool:
    """Whether the words before a preposition end in a name."""
    return is_capital(found[-1].text) and not is_body(found[-1].folded) and not is_document(found[-1].folded)


def _person(text: str, person: PersonName, found: Sequence[Word]) -> Mention:
    gender = person.gender
    for word in found:
        if word.span.start < person.span.start:
            gender = gender or _gender_of(word.folded)
    return Mention("person", person.text, person.span, person.words[-1].casefold(), person, gender=gender)


def _gender_of(noun: str) -> Gender | None:
    for ending, gender in (("woman", "f"), ("women", "f"), ("man", "m"), ("men", "m")):
        if noun.endswith(ending) and noun not in {"human", "ombudsman", "chairman", "spokesman", "alderman"}:
            return "f" if gender == "f" else "m"
    found = _GENDERED.get(noun)
    return "m" if found == "m" or noun in {"chairman", "spokesman"} else "f" if found == "f" else None


def _described(text: str, span: Span) -> Mention:
    found = words(text, span.start, span.end)
    determiner = found[0].text.casefold() if found[0].text.casefold() in DETERMINERS else ""
    keeps = determiner in {"another", "other", "some", "several", "many", "most", "certain", "various"}
    start = found[0].span.start if keeps or not determiner else found[1].span.start if len(found) > 1 else span.start
    cut = _RELATIVE.search(text, start, span.end)
    core = Span(start, cut.start() if cut else span.end).trim(text, " \n\t\u00a0,;")
    core = _without_apposition(text, core)
    hedge = _HEDGE.match(text, core.start, core.end)
    core = Span(hedge.end(), core.end) if hedge else core
    inside = words(text, core.start, core.end) or found
    head = _head(inside)
    age = _AGE.match(text, core.start, core.end)
    core = Span(age.end(), core.end) if age else core
    name = " ".join(core.of(text).split())
    name = name[: -len("’s")] if inside[-1].possessive and name[-2:] in {"'s", "’s"} else name
    definite = determiner not in _INDEFINITE and not (not determiner and not is_capital(inside[0].text))
    kind = _kind(name, inside, head)
    if kind == "office" and not definite:
        # "an expert in the first round": where somebody stood is no part of the description.
        name = name.partition(" in ")[0]
    plural = is_group(head.folded) or head.folded in {"people", "women", "men"}
    return Mention(kind, name, core, head.folded, definite=definite, plural=plural, gender=_gender_of(head.folded))


def _without_apposition(text: str, core: Span) -> Span:
    comma = core.of(text).find(", ")
    return core if comma < 0 or " and " in core.of(text)[comma:] else Span(core.start, core.start + comma)


def _head(found: Sequence[Word]) -> Word:
    """The head noun: the word before the first preposition, or the last word."""
    for number, word in enumerate(found):
        if number and word.text in _PREPOSITIONS:
            return found[number - 1]
    return found[-1]


def _kind(name: str, found: Sequence[Word], head: Word) -> MentionKind:
    capital = is_capital(head.text)
    if is_state(name) or seat_of(name):
        return "state"
    if is_document(head.folded) or any(
        w.folded in {"resolution", "resolutions", "report"} for w in found[:-1] if found[-1].text[0].isdigit()
    ):
        return "document"
    if is_group(head.folded) and not (capital and len(found) > 1 and is_body(head.folded)):
        return "group"
    if is_office(head.folded):
        return "office"
    if is_body(head.folded) or is_acronym(head.text):
        return "body"
    if capital and not adjective_of(head.text):
        return "body"
    return "group" if head.text.endswith("s") else "unnamed"
