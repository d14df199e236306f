"""Descriptions: what a noun phrase that holds no person's name points at ("the delegation", "two officials", "the report")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.names.lexicon import Gender, bag, is_body, is_company, is_document, is_group, is_office
from onrecord.names.persons import DETERMINERS
from onrecord.names.states import adjective_of, is_state, seat_of
from onrecord.names.words import Word, is_acronym, is_capital, words
from onrecord.spans import Span
from onrecord.speakers.mention import Mention, MentionKind

__all__ = ["GENDERED", "PREPOSITIONS", "describe", "gender_of"]

_INDEFINITE = bag("a an another some several many most certain various other one two three four five six")
PREPOSITIONS = bag(
    "of for in from at on to with within by near about against among between including as under over during after "
    "before who which that whose where"
)
_RELATIVE = re.compile(
    r",?\s+(?:such as|at the|at a|who|which|whose|whom|seen by|familiar with|briefed on|quoted by|cited by|obtained by|"
    r"speaking (?:on|in|at|to)|(?<=s )(?:working|operating|based|living|gathered|meeting|active|present) (?:in|at|on|near))\b"
)
_COMPOUND = re.compile(r"^(?:[a-z]+-[a-z]+ )+(?=[A-Z])")
_AGE = re.compile(r"(?:\d+ )?[\w-]+[- ]years?[- ]old\s+(?=\w)")
_HEDGE = re.compile(
    r"(?:(?:more|fewer|less) than|at least|about|around|nearly|almost|over|up to|some(?= \d)|(?:a )?(?:large |"
    r"small )?number of)\s+",
    re.IGNORECASE,
)
_MEN = bag("man boy father son brother husband widower king prince uncle nephew gentleman grandfather monk chairman spokesman")
_WOMEN = bag("woman girl mother daughter sister wife widow queen princess aunt niece lady grandmother nun actress")
# "-man" of these says nothing of gender.
_NEUTRAL = bag("human ombudsman alderman")
# The nouns of which `gender_of` can tell the gender, as a pattern; those of several are left out.
GENDERED = rf"(?:{'|'.join(sorted(_MEN | _WOMEN))}|[a-z]+man)"


def describe(text: str, span: Span) -> Mention:
    found = words(text, span.start, span.end)
    determiner = found[0].text.casefold() if found[0].text.casefold() in DETERMINERS else ""
    keeps = determiner in {"another", "other", "some", "several", "many", "most", "certain", "various"}
    # "two of the guests" is not "of the guests".
    keeps = keeps or (len(found) > 1 and found[1].text == "of")
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
    if kind == "body":
        # "child-focused World Relief": the name begins at its capital.
        name = _COMPOUND.sub("", name)
    if kind == "office" and not definite:
        # "an expert in the first round": where somebody stood is no part of the description.
        name = name.partition(" in ")[0]
    plural = is_group(head.folded) or head.folded in {"people", "women", "men"}
    return Mention(kind, name, core, head.folded, definite=definite, plural=plural, gender=gender_of(head.folded))


def _without_apposition(text: str, core: Span) -> Span:
    comma = core.of(text).find(", ")
    return core if comma < 0 or " and " in core.of(text)[comma:] else Span(core.start, core.start + comma)


def _head(found: Sequence[Word]) -> Word:
    """The head noun: the word before the first preposition, or the last word."""
    for number, word in enumerate(found):
        if number and word.text in PREPOSITIONS:
            return found[number - 1]
    return found[-1]


def _kind(name: str, found: Sequence[Word], head: Word) -> MentionKind:
    capital = is_capital(head.text)
    named_body = capital and len(found) > 1 and (is_body(head.folded) or is_company(head.folded))
    if is_state(name) or seat_of(name):
        return "state"
    # "The Harbour Post" is a newspaper.
    if (is_document(head.folded) and not named_body) or any(
        w.folded in {"resolution", "resolutions", "report"} for w in found[:-1] if found[-1].text[0].isdigit()
    ):
        return "document"
    if is_group(head.folded) and not named_body:
        return "group"
    if is_office(head.folded):
        return "office"
    if is_body(head.folded) or is_acronym(head.text) or (capital and not adjective_of(head.text)):
        return "body"
    return "group" if head.text.endswith("s") else "unnamed"


def gender_of(noun: str) -> Gender | None:
    """The gender that a noun itself says ("widow", "spokesman")."""
    if noun in _WOMEN or noun.endswith(("woman", "women")):
        return "f"
    if noun in _MEN or (noun.endswith(("man", "men")) and noun not in _NEUTRAL):
        return "m"
    return None
