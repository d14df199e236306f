"""One way of pointing at a speaker: a name, a body, a State, an office, a pronoun, a group, a document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.names.lexicon import Gender
from onrecord.names.persons import PersonName
from onrecord.names.words import Word, is_acronym
from onrecord.spans import Span

__all__ = ["PRONOUNS", "Mention", "MentionKind", "is_pronoun"]

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

_AROUND = 20  # characters


def is_pronoun(text: str, word: Word) -> bool:
    """Whether a word of `text` is a pronoun; "WHO" and "US" are a body and a State, unless all is in capitals there."""
    if word.text.casefold() not in PRONOUNS:
        return False
    around = text[max(0, word.span.start - _AROUND) : word.span.start] + text[word.span.end : word.span.end + _AROUND]
    return not is_acronym(word.text) or not any(map(str.islower, around))


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
