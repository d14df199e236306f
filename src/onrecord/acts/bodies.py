"""Bodies beside a verb: a name is read word by word away from the verb, as far as words can belong to a body's name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.acts.lists import BRACKET, Body, members, merged, named, pieces_of
from onrecord.acts.names import OPENERS, PREPOSITIONS, firm_name, lead, plain, prefix, suffix
from onrecord.names.lexicon import bag, is_group, is_office
from onrecord.names.states import state
from onrecord.names.words import words
from onrecord.spans import Span

__all__ = ["bodies_before", "bodies_behind"]

_ITS_YEAR = re.compile(r"\s+in\s+(?:1[89]|20)\d\d\b")
# Words in a capital that are no name.
_NO_NAME = OPENERS | bag(
    "he she it they we you i this these those who whoever nobody everybody everyone none neither no all both some many most"
    " several others another one two three a an its his her their our my there here now then later instead yet also"
    " thus hence moreover furthermore similarly finally recently lately accordingly additionally consequently subsequently"
)
# Words that stand before a State's name of one word.
_BEFORE_NAME = bag("north south east west northern southern eastern western new upper lower")
# Words that stand in a capital before a State's name at the head of a sentence.
_NOT_FIRST = PREPOSITIONS | OPENERS | _NO_NAME | _BEFORE_NAME
_WORD_LONGEST = 30  # characters
_NEAR = 2000  # characters before a name in which a person may be called by it and another


def bodies_before(text: str, start: int, end: int, *, states: bool = False) -> list[Body]:
    """The bodies of the list that ends at `end`, in text order; none where what stands there is no body.

    With `states`, only States and bodies can do what is told, so that a name that the list of States lacks is one of them.
    """
    pieces = merged(text, pieces_of(text, start, end))
    taken: list[tuple[Span, bool]] = []
    for number, piece in enumerate(reversed(pieces)):
        name = suffix(text, piece, whole=number > 0)
        if name is None:
            # "Ministers from Kenya, Peru and Norway signed": persons did it, and the whole list says whence they are.
            if _of_persons(text, piece):
                return []
            break
        firm = firm_name(text, name)
        if number == 0 and not (firm or _proper(text, name)):
            return []
        taken.append((name, firm))
        if name.start > lead(text, piece):
            break
    return list(named(text, _settled(text, members(text, taken[::-1]), states=states)))


def bodies_behind(text: str, start: int, end: int, *, states: bool = False) -> list[Body]:
    """The bodies of the list that begins at `start`, in text order; `states` as for `bodies_before`."""
    taken: list[tuple[Span, bool]] = []
    pieces = merged(text, pieces_of(text, start, end), from_left=True)
    for piece, following in zip(pieces, [*pieces[1:], None], strict=True):
        name = prefix(text, piece)
        if name is None or not (taken or firm_name(text, name) or (states and _proper(text, name))):
            break
        taken.append((name, firm_name(text, name)))
        behind = Span(name.end, piece.trim(text).end)
        if behind and not BRACKET.fullmatch(behind.of(text)) and not _goes_on(text, behind, following):
            break
    return list(named(text, _settled(text, members(text, taken), states=states)))


def _goes_on(text: str, behind: Span, following: Span | None) -> bool:
    """Whether a list goes on behind a year: "by the parliament of Kenya in 2008 and by that of Peru", "… and Peru in 2009"."""
    if not following or not _ITS_YEAR.fullmatch(behind.of(text)):
        return False
    return text.endswith("by ", 0, following.start) or any(
        match.end() == following.end for match in _ITS_YEAR.finditer(text, following.start, following.end)
    )


def _of_persons(text: str, piece: Span) -> bool:
    """Whether a piece is persons by where they are from or what they speak for ("delegates of Kenya")."""
    found = words(text, piece.start, piece.end)
    at = next((n for n in range(len(found) - 1, 0, -1) if found[n].folded in PREPOSITIONS), 0)
    noun = found[at - 1].folded if at and found[at].folded in {"from", "of", "for"} and found[-1].text[0].isupper() else ""
    return bool(noun) and (is_office(noun) or is_office(noun.removesuffix("s")) or is_group(noun))


def _settled(text: str, taken: Sequence[tuple[Span, bool]], *, states: bool) -> list[tuple[Span, bool]]:
    """The names, those that the list of States lacks taken for States where only States act, or beside one."""
    beside = states or any(firm and state(plain(text, name)) for name, firm in taken)
    return [(name, firm or (beside and _proper(text, name))) for name, firm in taken]


def _proper(text: str, name: Span) -> bool:
    """Whether the words are a name that may be a State's: capitals, no form of address, and no person's name near before."""
    said = plain(text, name).split()
    if not said or not all(word[0].isupper() for word in said) or not _of_one_word(said):
        return False
    if said[0].casefold() in _NO_NAME or is_office(said[-1].casefold()):
        return False
    return not _person_s(text, " ".join(said), name)


def _person_s(text: str, said: str, name: Span) -> bool:
    """Whether the text has called a person so shortly before: the name stood behind another word in a capital."""
    at = text.find(f" {said}", max(0, name.start - _NEAR), name.end)
    while at >= 0:
        before = text[max(0, at - _WORD_LONGEST) : at].split()[-1:]
        if before and before[0][0].isupper() and before[0][-1] not in ",;:" and before[0].casefold() not in _NOT_FIRST:
            return True
        at = text.find(f" {said}", at + 1, name.end)
    return False


def _of_one_word(said: Sequence[str]) -> bool:
    """Whether the name is one word, but for "South" and the like; two are more often a person's."""
    return len(said) == 1 or (len(said) == 2 and said[0].casefold() in _BEFORE_NAME)
