"""Names of persons: where one begins and ends in a phrase, and the forms of address before it.

The rules go by form alone (capitals, particles, initials, forms of address, offices), never by lists of names, so that a name
of any language is read alike. Gender is known only where a form of address says it.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.names.lexicon import Gender, bag, honorifics, is_body, is_company, is_document, is_field, is_group, is_office
from onrecord.names.states import adjective_of, is_state, seat_of
from onrecord.names.words import PARTICLES, Word, is_acronym, is_name_word, shaped
from onrecord.spans import Span

__all__ = ["DETERMINERS", "PersonName", "complement", "honorific_at", "is_general", "lower_case_words", "person_in"]

DETERMINERS = bag(
    "the a an this that these those his her its their whose our my your some several many most certain various another "
    "other both all each every no any few two three four five six seven eight nine ten one"
)
_ROYAL = bag("prince princess king queen emperor empress pope sultan emir amir duke duchess patriarch")
_ADDRESS = bag("mr mrs ms miss mx dr prof professor sir dame lord lady h.e he")
_OF_GENERALS = bag(
    "director secretary attorney consul solicitor inspector governor surgeon auditor advocate comptroller postmaster "
    "prosecutor procurator registrar commissioner controller adjutant quartermaster accountant agent superintendent"
)
# What belongs to the title of an office, and is not what it is the office of.
_COMPLEMENTS = (("d'affaires",), ("of", "staff"), ("of", "state"), ("of", "mission"), ("of", "cabinet"), ("in", "charge"))
_PAIRS = (("“", "”"), ("‘", "’"), ("«", "»"), ("(", ")"))
_ATTACHED = re.compile(r"-(?:backed|led|based|allied|linked|controlled|funded|born|affiliated|aligned)\Z")
_LONE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr)\.? ([A-Z][\w’'-]+)(?! [A-Z])|(?:(?<=[.!?”\"] )|(?<=\n))([A-Z][\w’-]+) "
    r"(?:said|says|told|added|warned|stressed)\b|"
    r"\b(?:said|says|added|told) ([A-Z][\w’-]+)(?=[.,])"
)
# "Ana Baker said", unless an article stands before ("the Home Secretary said").
_SAYING = re.compile(
    r"(?<![A-Z’'-])(\b[\w’'-]+ )?(?<![\w’'-])([A-Z][a-z’'-]+) ([A-Z][a-z’'-]+),? "
    r"(?:said|says|told|added|warned|argued|wrote|noted)\b"
)
_HEADLINE_VERBS = bag(
    "says tells urges warns claims denies vows slams welcomes condemns seeks asks demands rejects announces admits insists "
    "accuses reveals confirms pledges criticises criticizes"
)
# "UN Special Envoy said": an office, whatever stands before it.
_OF_OFFICES = bag(
    "special deputy prime foreign vice home chief general assistant senior former permanent executive acting interior first "
    "health personal national regional associate"
)
_BEHIND_NAMES = bag("phd dphil md mp mps mep msp esq obe kbe cbe mbe qc kc sc frs")
_PARTIES = bag("conservative labour liberal democrat republican nationalist unionist socialist independent green party")
_LONGEST = 6
_LINKS = bag("of for to in at on and the")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name: its words without forms of address, which stand apart with the gender that they say; `text` is the name
    as it is written, with single spaces."""

    words: tuple[str, ...]
    text: str
    span: Span
    honorifics: tuple[str, ...] = ()
    gender: Gender | None = None


def honorific_at(words: Sequence[Word], at: int) -> tuple[int, Gender | None]:
    """How many words from `at` are one form of address (0 for none), and the gender that it says."""
    if is_general(words, at):
        return 0, None
    for length in (3, 2, 1):
        key = tuple(word.folded for word in words[at : at + length])
        # "Doctors’ Union": a possessive is nobody's form of address.
        if (
            len(key) == length
            and key in honorifics()
            and is_name_word(words[at].text)
            and not words[at + length - 1].possessive
        ):
            # "Sri" is a form of address, "Sri Lanka" is none.
            return (0, None) if is_state(" ".join(w.text for w in words[at : at + 2])) else (length, honorifics()[key])
    return 0, None


def is_general(words: Sequence[Word], at: int) -> bool:
    """Whether a word is the second of "Director General" and the like, and no rank."""
    return 0 < at < len(words) and words[at].folded == "general" and words[at - 1].folded in _OF_GENERALS


def complement(words: Sequence[Word], at: int) -> int:
    """How many words from `at`, behind an office, are part of its title ("chief of staff", "chargé d'affaires"); 0 for none."""
    return next((len(one) for one in _COMPLEMENTS if tuple(w.folded for w in words[at : at + len(one)]) == one), 0)


def person_in(text: str, words: Sequence[Word], *, certain: bool = False) -> PersonName | None:
    """The person whom a noun phrase names at its end, or None.

    `certain`: only where a form of address or an office before the name says that it is one.
    """
    # In a headline's capitals the verb behind a name is none of its words ("Mayor Ana Lima Says").
    words = words[: next((at for at, word in enumerate(words) if at and word.folded in _HEADLINE_VERBS), len(words))]
    articled = False
    while words and words[0].text.casefold() in DETERMINERS:
        articled, words = words[0].text.casefold() in {"the", "a", "an"}, words[1:]
    start, titles, gender, marked = _name_start(text, words)
    if start + 1 < len(words) and _ATTACHED.search(words[start].text):
        start += 1
    name = _run(text, words, start)
    while len(name) > (1 if titles else 2) and name[-1].folded in _BEHIND_NAMES and name[-2].folded not in _PARTIES:
        name.pop()
    if all((word.folded,) in honorifics() for word in name):
        return None
    if not name or ((certain or articled) and not marked) or not _plausible(text, name, titles, marked=marked):
        return None
    # "Envoy for the Ombra Highlands" names no person.
    if not _ends_phrase(text, words, start + len(name)) or (start and words[start - 1].text == "the"):
        return None
    first = name[0].span.start
    if titles and titles[-1].casefold() in _ROYAL:
        # "Prince Mired of Jordan" is the whole name.
        name, first = _of_realm(words, start, name), words[start - 1].span.start
    span = _with_mark(text, Span(first, name[-1].span.end))
    return PersonName(
        words=tuple(word.text for word in name),
        text=" ".join(span.of(text).split()),
        span=span,
        honorifics=tuple(titles),
        gender=gender,
    )


def _ends_phrase(text: str, words: Sequence[Word], after: int) -> bool:
    """Whether nothing but what a comma, bracket or dash sets apart stands behind the name, or "of" a realm, or "MP"."""
    while after < len(words) and words[after].folded in _BEHIND_NAMES:
        after += 1
    if after >= len(words) or words[after].text == "of":
        return True
    return bool(text[words[after - 1].span.end : words[after].span.start].strip(" .\u00a0\n")) or words[after - 1].possessive


def _of_realm(words: Sequence[Word], start: int, name: list[Word]) -> list[Word]:
    after = start + len(name)
    if after + 1 < len(words) and words[after].text == "of" and is_name_word(words[after + 1].text):
        return [*name, *words[after : after + 2]]
    return name


def _with_mark(text: str, span: Span) -> Span:
    """The span with the mark that closes a by-name in it (Ana "Nina" Lima, Omar ‘Abu Said’)."""
    inside, behind = span.of(text), text[span.end : span.end + 1]
    opened = any(inside.count(opening) > inside.count(behind) for opening, closing in _PAIRS if closing == behind)
    straight = behind == '"' and inside.count('"') % 2 == 1
    return Span(span.start, span.end + 1) if behind and (opened or straight) else span


def _name_start(text: str, words: Sequence[Word]) -> tuple[int, list[str], Gender | None, bool]:
    """Where the name begins: behind the last form of address, office, complement of an office, or possessor."""
    start, titles, marked, at = 0, list[str](), False, 0
    gender: Gender | None = None
    while at < len(words):
        length, said = honorific_at(words, at)
        if length and not _is_first_name(text, words, at, length):
            titles.append(" ".join(word.text for word in words[at : at + length]))
            gender, marked = said or gender, True
            at = start = at + length
        elif (is_office(words[at].folded) or is_general(words, at)) and at + 1 < len(words) and words[at].folded != "king":
            at = start = _behind_complement(text, words, at + 1 + complement(words, at + 1))
            marked, titles, gender = True, [], None
        elif words[at].text == "of" and _is_name(words[start:at], titles):
            # "Ms. Sabira Nur of the Farmers' League": whose the league is, is no part of her name.
            break
        elif words[at].possessive and at + 1 < len(words):
            at = start = at + 1
        else:
            at += 1
    return start, titles, gender, marked


def _is_name(words: Sequence[Word], titles: Sequence[str]) -> bool:
    """Whether the words before "of" are a whole name: behind a form of address, or two capitals that are no body's."""
    named = bool(words) and all(is_name_word(word.text) for word in words)
    return named and (bool(titles) or (len(words) > 1 and not any(is_body(word.folded) for word in words)))


def _is_first_name(text: str, words: Sequence[Word], at: int, length: int) -> bool:
    """Whether what looks like a form of address is a name's own word: it ends the phrase, or a name stands before it."""
    if at + length >= len(words):
        return True
    alone = words[at].text
    if alone in {"U", "Ma", "Ko", "Don", "Dom", "Ven", "Eng", "Arch"}:
        return at > 0 and is_name_word(words[at - 1].text) and not is_office(words[at - 1].folded)
    return False


def _behind_complement(text: str, words: Sequence[Word], at: int) -> int:
    """Where the name begins behind an office and what it is the office of ("Minister for Water Ana Lima")."""
    if at >= len(words) or words[at].text not in _LINKS:
        return at
    run = len(words)
    while run > at and _goes_on_left(text, words, at, run):
        run -= 1
    if len(words) - run > 2 and words[run - 1].text in _LINKS:
        # Nothing parts the name from the complement: a name of two words is the likeliest.
        return len(words) - 2
    return run if len(words) - run >= 2 or _comma(text, words, run) else len(words)


def _comma(text: str, words: Sequence[Word], at: int) -> bool:
    return 0 < at < len(words) and "," in text[words[at - 1].span.end : words[at].span.start]


def _goes_on_left(text: str, words: Sequence[Word], at: int, run: int) -> bool:
    """Whether the word before `run` still belongs to a name that ends the phrase."""
    word = words[run - 1]
    if len(words) - run >= _LONGEST or _comma(text, words, run) or (word.possessive and run < len(words)):
        return False
    if not (is_name_word(word.text) or word.text in PARTICLES):
        return False
    return not _closes_complement(words, at, run)


def _closes_complement(words: Sequence[Word], at: int, run: int) -> bool:
    word = words[run - 1]
    if is_body(word.folded) or is_field(word.folded) or (is_acronym(word.text) and shaped(words[-1].text) != "CAPITALS"):
        return True
    return any(is_state(" ".join(w.text for w in words[first:run])) for first in range(max(at, run - 4), run))


def _run(text: str, words: Sequence[Word], start: int) -> list[Word]:
    """The words of a name from `start`: capitals and the particles between them, nothing but space or a stop between."""
    name: list[Word] = []
    for number, word in enumerate(words[start:], start):
        gap = text[name[-1].span.end : word.span.start].strip(" .\u00a0\n“\"‘'") if name else ""
        # Scans part a double name: "Locker - Lampson".
        if gap and not (gap == "-" and number == len(words) - 1 and len(name) > 1):
            break
        if not is_name_word(word.text) and word.text not in PARTICLES:
            break
        name.append(word)
        if word.possessive:
            break
    while name and name[-1].text.islower():
        name.pop()
    return name


def _plausible(text: str, name: Sequence[Word], titles: Sequence[str], *, marked: bool) -> bool:
    """Whether a run of words can be a person's name and is not a body's, a State's, an office or a common noun."""
    whole, last = " ".join(word.text for word in name), name[-1].folded
    addressed = bool(titles) and titles[-1].casefold().rstrip(".") in _ADDRESS
    # "Prof. Benin" may be somebody; "DR Congo" is a State.
    place = is_state(whole) and not (addressed and titles[-1] != "DR")
    if len(name) > _LONGEST + (2 if marked else 0) or any(character.isdigit() for character in whole) or place:
        return False
    if addressed or last in _lone_surnames(text):
        # "General Assembly" is no general; "Mr. House" may be a person, and so may be "Ana Baker", once "Baker said" is read.
        return True
    if any(is_noun(last) for is_noun in (is_body, is_company, is_document, is_group, is_office)) or (
        not titles and seat_of(whole)
    ):
        return False
    if not titles and any(is_body(word.folded) for word in name) and shaped(whole) != "CAPITALS":
        return False
    if len(name) > 1 and not marked and all(word.folded in lower_case_words(text) for word in name):
        # "Health Sector" beside "the health sector".
        return False
    return len(name) > 1 or not _common(text, name[0], marked=marked, titled=bool(titles))


def _common(text: str, word: Word, *, marked: bool, titled: bool) -> bool:
    """Whether a word alone is more likely a body's short form ("Chairman ISSI"), an adjective or a common noun."""
    if is_acronym(word.text) and (len(word.text) <= 5 or not marked):
        return True
    return not titled and (adjective_of(word.text) is not None or word.folded in lower_case_words(text))


@functools.lru_cache(maxsize=4)
def _lone_surnames(text: str) -> frozenset[str]:
    """Nouns for offices and the like that stand alone as a name in the text ("Mr. Baker", "Baker said", "said Baker")."""
    found = [match[1] or match[2] or match[3] for match in _LONE.finditer(text)]
    for match in _SAYING.finditer(text):
        before = (match[1] or "").strip()
        owned = before.endswith(("'s", "’s")) or match[2].casefold() in _OF_OFFICES
        nobody = is_body(match[3].casefold()) or is_company(match[3].casefold())
        if not (owned or nobody or {before.casefold(), match[2].casefold()} & DETERMINERS):
            found.append(match[3])
    return frozenset(word.casefold() for word in found if word.casefold() not in DETERMINERS)


@functools.lru_cache(maxsize=4)
def lower_case_words(text: str) -> frozenset[str]:
    """The words that stand somewhere in the text in lower case: capitals at a sentence's start make them no names."""
    return frozenset(word for word in set(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text)) if word.islower())
