"""Words with their places, and what their shape says: capital, initial, possessive, particle of a name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.spans import Span

__all__ = ["PARTICLES", "Word", "is_acronym", "is_capital", "is_name_word", "shaped", "with_capitals", "words"]


def _bag(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_WORD = re.compile(r"[^\W_][\w&]*+(?:[.'’‐‑\-/·](?=\w)[\w&]*+)*(?:\.(?!\w))?[’']?")
_POSSESSIVE = re.compile(r"(?:['’][sS]|(?<=[sS])['’])\Z")
_INITIAL = re.compile(r"(?:[^\W\d_][.\-‐‑])*[^\W\d_]\.\Z")
_ABBREVIATIONS = _bag(
    "mr mrs ms mx dr prof st sr jr hon rev revd fr gen lt lieut maj col brig capt sgt cpl adm cmdr cdr cllr sen rep "
    "gov amb pres atty engr eng ing lic adv arch ven retd ret rtd mme mlle msgr mgr messrs smt inc ltd co corp"
)
# Lower-case words that stand inside names of persons, of whatever language.
PARTICLES = _bag(
    "a af ag ait al ap av bar bat ben bin binti bint d da dal dalla das de degli dei del della delle den der des di "
    "do dos du e el ed ibn il in-het la las le los lo mac mint mac nic ní op ould uld st te ten ter 't un ul ur van "
    "vande vander ver vom von vor y z ze zu zum zur het"
)
_GLUED = re.compile(r"(?:a[lnrstdz]|ash|el|es|ul|ur|ud|abd|ad-d|d|l|de|o|t)[-‐‑'’ʼ](?=[^\W\d_])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Word:
    """A word without its possessive ending; `span` is without it too. A stop stays only on an abbreviation or initial."""

    text: str
    span: Span
    possessive: bool = False

    @property
    def folded(self) -> str:
        """Lower case, without stops inside or at the end, with plain hyphens: the form that word lists are asked for."""
        return self.text.casefold().replace(".", "").replace("‑", "-").replace("‐", "-").replace("’", "'")


def words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of `text[start:end]`."""
    return [_word(match) for match in _WORD.finditer(text, start, len(text) if end is None else end)]


def with_capitals(text: str, start: int, end: int) -> list[Word]:
    """Those words of `text[start:end]` that hold a capital."""
    found: list[Word] = []
    for piece in text[start:end].split():
        if piece != piece.lower():
            start = text.index(piece, start)
            pieces = _WORD.finditer(text, start, start + len(piece))
            found += [_word(match) for match in pieces if match[0] != match[0].lower()]
            start += len(piece)
    return found


def _word(match: re.Match[str]) -> Word:
    found = match[0]
    possessive = _POSSESSIVE.search(found)
    if possessive:
        found = found[: possessive.start()]
    elif found[-1] in "’'":
        found = found[:-1]
    if found.endswith(".") and not _INITIAL.match(found) and found[:-1].casefold() not in _ABBREVIATIONS:
        found = found[:-1]
    return Word(found, Span(match.start(), match.start() + len(found)), possessive is not None)


def is_capital(word: str) -> bool:
    """Whether the word begins with a capital (or a numeral joined to one, as "G-77")."""
    return word[:1].isupper()


def is_name_word(word: str) -> bool:
    """Whether the word can be part of a name: capital, or a glued article before one ("al-Haddad", "d'Orsay")."""
    glued = _GLUED.match(word)
    return is_capital(word) or (glued is not None and is_capital(word[glued.end() :]))


def is_acronym(word: str) -> bool:
    """Whether the word is written as letters standing for words: "OIC", "U.N.", "UNDOF", "G-77", "MoFA"."""
    bare = word.replace(".", "")
    capitals = sum(character.isupper() for character in bare)
    return 2 <= len(bare) <= 12 and capitals >= 2 and capitals * 2 >= len(bare) and bare[0].isupper()


def shaped(text: str) -> str:
    """ "CAPITALS" where the letters are all capitals, "Title" where the first is, else "lower"."""
    letters = [character for character in text if character.isalpha()]
    if len(letters) > 1 and all(character.isupper() for character in letters):
        return "CAPITALS"
    return "Title" if letters and letters[0].isupper() else "lower"
