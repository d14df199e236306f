"""The verbs of acts, and how a verb stands in its clause: tense, voice, negation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.names.lexicon import bag
from onrecord.spans import Span

__all__ = ["Deed", "deeds"]

# What an act is called; its past and participle, present and plain form; the words behind it that belong to it.
# No present where it is a noun as well ("Sanctions Committee").
_VERBS: tuple[tuple[str, str, str, str, str], ...] = (
    ("recognised", "recogni[sz]ed", "recogni[sz]es", "recogni[sz]e", ""),
    ("condemned", "condemned", "condemns", "condemn", ""),
    ("adopted", "adopted", "adopts", "adopt", ""),
    ("passed", "passed", "passes", "pass", ""),
    ("ratified", "ratified", "ratifies", "ratify", ""),
    ("acceded to", "acceded", "accedes", "accede", "to"),
    ("signed", "signed", "signs", "sign", ""),
    ("voted for", "voted", "votes", "vote", "for|in favou?r of"),
    ("voted against", "voted", "votes", "vote", "against"),
    ("rejected", "voted", "votes", "vote", "down"),
    ("expelled", "expelled", "expels", "expel", ""),
    ("sanctioned", "sanctioned", "", "sanction", ""),
    ("sanctioned", "imposed", "imposes", "impose", "(?:[a-z]+ ){0,2}sanctions (?:on|against)"),
    ("affirmed", "affirmed", "affirms", "affirm", ""),
    ("reaffirmed", "re-?affirmed", "re-?affirms", "re-?affirm", ""),
    ("approved", "approved", "approves", "approve", ""),
    ("endorsed", "endorsed", "endorses", "endorse", ""),
    ("rejected", "rejected", "rejects", "reject", ""),
    ("denounced", "denounced", "denounces", "denounce", ""),
    ("withdrew from", "withdrew|withdrawn", "withdraws", "withdraw", "from"),
    ("suspended", "suspended", "suspends", "suspend", ""),
    ("repealed", "repealed", "repeals", "repeal", ""),
    ("banned", "banned|outlawed", "bans|outlaws", "ban|outlaw", ""),
    ("authorised", "authori[sz]ed", "authori[sz]es", "authori[sz]e", ""),
    ("proclaimed", "proclaimed", "proclaims", "proclaim", ""),
)
_COMPILED = tuple(
    (
        name,
        re.compile(
            rf"\b(?:(?P<past>{past})|(?P<present>{present or '(?!)'})|(?P<plain>{plain}))\b"
            + (rf" (?:{tail})\b" if tail else ""),
            re.IGNORECASE,
        ),
    )
    for name, past, present, plain, tail in _VERBS
)
_FORMS = "|".join(form for _, past, present, plain, _ in _VERBS for form in (past, present, plain) if form)
# All verbs at once, in lower case: a sentence without one is none of an act's.
_ANY = re.compile(rf"(?<!\w)(?:{_FORMS})\b")
_BE = bag("was were is are been being be")
_HAVE = bag("has have had having hasn't haven't hadn't")
_DO = bag("did does do didn't doesn't don't")
# After these the act is wished for, possible or to come.
_MODAL = bag("will would shall should may might can could must to let")
_NEGATIVE = bag("not never hasn't haven't hadn't didn't doesn't don't wasn't weren't isn't aren't nor neither")
_LEFT_UNDONE = bag("failed fails refused refuses declined declines yet omitted neglected")
_ADVERBS = bag(
    "also already always again further then now since so far jointly both all once twice yet thus even only just too itself"
    " likewise similarly"
)
_TAIL = re.compile(r"[\w’'-]+\Z")
# What is "passed" without one of these is a place, a time or a ball.
_PASSED = re.compile(
    r"\b(?:resolutions?|bills?|laws?|motions?|acts?|texts?|amendments?|declarations?|decrees?|budgets?|legislation)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb of an act: `group` is the verb with its auxiliaries and adverbs, `verb` the verb alone.

    `passive` goes by the auxiliary alone; whether a bare participle is one is told by what stands behind it.
    """

    name: str
    group: Span
    verb: Span
    passive: bool
    participle: bool
    negated: bool


def deeds(text: str, lower: str, sentence: Span) -> list[Deed]:
    """The acts that a sentence tells of as done or left undone, in order; not those asked for, intended or possible.

    `lower` is the text in lower case, position by position.
    """
    found = sorted(_every(text, lower, sentence), key=lambda deed: (deed.verb.start, -deed.verb.end))
    kept: list[Deed] = []
    for deed in found:
        if not kept or deed.verb.start >= kept[-1].verb.end:
            kept.append(deed)
    return kept


def _every(text: str, lower: str, sentence: Span) -> Iterator[Deed]:
    for word in _ANY.finditer(lower, sentence.start, sentence.end):
        for name, pattern in _COMPILED:
            match = pattern.match(text, word.start(), sentence.end)
            if not match:
                continue
            if name == "passed" and not _PASSED.search(text, match.end(), min(sentence.end, match.end() + 80)):
                continue
            deed = _deed(text, sentence, name, match)
            if deed:
                yield deed


def _deed(text: str, sentence: Span, name: str, match: re.Match[str]) -> Deed | None:
    start, before = _auxiliaries(text, sentence.start, match.start())
    undone = _LEFT_UNDONE & set(before)
    if (_MODAL & set(before) and not undone) or not _agrees(match, before, undone=bool(undone)):
        return None
    past = bool(match["past"])
    passive = past and bool(_BE & set(before))
    negated = bool(undone or _NEGATIVE & set(before))
    verb = Span(match.start(), match.end())
    return Deed(name, Span(start, match.end()), verb, passive, past and not _HAVE & set(before), negated)


def _agrees(match: re.Match[str], before: list[str], *, undone: bool) -> bool:
    """Whether the form can be a predicate here: a plain form only behind "did" or "failed to"; a present one alone."""
    if match["plain"] and not match["past"]:
        return undone or bool(_DO & set(before))
    if match["present"] and not match["past"]:
        return not (_BE | _HAVE | _DO) & set(before)
    return True


def _auxiliaries(text: str, start: int, end: int) -> tuple[int, list[str]]:
    """Where the verb's auxiliaries and adverbs begin, and these words folded, from right to left."""
    words: list[str] = []
    at = end
    while True:
        left = at
        while left > start and text[left - 1] in " \u00a0":
            left -= 1
        match = _TAIL.search(text, max(start, left - 30), left) if left < at else None
        word = match[0].casefold().replace("’", "'") if match else ""
        if not match or not _belongs(word):
            return at, words
        words.append(word)
        at = match.start()


def _belongs(word: str) -> bool:
    kinds = (_BE, _HAVE, _DO, _MODAL, _NEGATIVE, _LEFT_UNDONE, _ADVERBS)
    return any(word in kind for kind in kinds) or (word.endswith("ly") and len(word) > 4 and word not in {"assembly", "italy"})
