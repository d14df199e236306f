"""The verbs of acts, and how a verb stands in its clause: tense, voice, negation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.names.lexicon import bag
from onrecord.search import either
from onrecord.spans import Span

__all__ = ["Deed", "again", "deeds", "verbs"]

_BY_VOTES = r"(?:(?:by |unanimously |overwhelmingly |narrowly )?(?:\d[\d,]*(?: votes)?(?:-| to )\d[\d,]* )?)"
# What an act is called; its past and participle, present and plain form; the words behind it that belong to it.
# No present where it is a noun as well ("Sanctions Committee").
_VERBS: tuple[tuple[str, str, str, str, str], ...] = (
    ("recognised", "recogni[sz]ed", "recogni[sz]es", "recogni[sz]e", ""),
    ("condemned", "condemned", "condemns", "condemn", ""),
    ("adopted", "adopted", "adopts", "adopt", ""),
    ("passed", "passed", "passes", "pass", ""),
    ("ratified", "ratified", "ratifies", "ratify", ""),
    ("acceded to", "acceded", "accedes", "accede", "to"),
    ("signed", "signed(?! (?:up|off|on|in) )", "signs", "sign", ""),
    ("voted for", "voted", "votes", "vote", rf"{_BY_VOTES}(?:for|in favou?r(?: of)?)"),
    ("voted against", "voted", "votes", "vote", rf"{_BY_VOTES}against"),
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
    ("vetoed", "vetoed", "vetoes", "veto", ""),
    ("abolished", "abolished", "abolishes", "abolish", ""),
    ("lifted", "lifted", "lifts", "lift", ""),
    ("extended", "extended", "extends", "extend", ""),
    ("severed", "severed", "severs", "sever", ""),
    ("established", "established", "establishes", "establish", ""),
    ("convicted", "convicted", "convicts", "convict", ""),
    ("acquitted", "acquitted", "acquits", "acquit", ""),
    ("sentenced", "sentenced", "", "sentence", ""),
    ("upheld", "upheld", "upholds", "uphold", ""),
    (
        "overturned",
        "overturned|quashed|annulled|struck down",
        "overturns|quashes|annuls",
        "overturn|quash|annul|strike down",
        "",
    ),
    # What a court holds is a clause; a board that "held that view" holds none.
    (
        "held",
        "held",
        "",
        "hold",
        r"(?=(?:(?:on|in|last|this) [^,.;]{3,40} )?that (?:the|an?|its?|they|there|th(?:is|ese|ose)|no|both|such)\b)",
    ),
    ("ruled", "ruled", "", "rule", r"(?=(?:(?:on|in|last|this) [^,.;]{3,40} )?(?:that|in favou?r of|against)\b)"),
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
_OR = re.compile(r"\|(?![^(]*\))")  # between forms, not inside what may stand behind one
_FORMS = {form for _, *listed, _ in _VERBS for forms in listed for form in _OR.split(forms) if form}
# All verbs at once, in lower case, with the sign before them.
_ANY = re.compile(rf"\W(?:{either(_FORMS)})\b")
_BE = bag("was were is are been being be")
_HAVE = bag("has have had having hasn't haven't hadn't")
_DO = bag("did does do didn't doesn't don't")
# After these the act is wished for, possible or to come.
_MODAL = bag("will would shall should may might can could must to let")
_NEGATIVE = bag("not never hasn't haven't hadn't didn't doesn't don't wasn't weren't isn't aren't nor neither")
_LEFT_UNDONE = bag("failed fails refused refuses declined declines yet omitted neglected")
_ADVERBS = bag(
    "also already always again further then now since so far jointly both all once twice yet thus even only just too itself"
    " likewise similarly ever"
)
# "The House voted by 312 to 290 to reject", "Norway was the first State to ratify".
_VOTED = re.compile(
    rf"\b(?:voted {_BY_VOTES}|(?:was|became|is) (?:among )?the"
    r" (?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
    r"|\d+(?:st|nd|rd|th)|latest|last|only) (?:[\w-]+ ){0,3}?)\Z",
    re.IGNORECASE,
)
_VOTED_LONGEST = 60  # characters
# "Chile did so", "Kenya did.", "Denmark has not", "followed by that of Peru": what the verb before says.
_SAME = re.compile(
    r"\b(?:did\s+(?:so|the\s+same|likewise)|followed\s+suit|ha(?:s|ve|d)\s+(?P<undone>not\s+)?(?:(?:yet|also|since)\s+)?done\s+so"
    r"|(?:so|as|(?P<nor>nor|neither))\s+(?P<behind>did|has|have|had)(?=\s+(?:the\s+)?[A-Z])"
    r"|(?P<behind_it>followed(?:\s+\w+)?\s+by)(?=\s+th(?:e|at|ose)\s)"
    r"|(?P<bare>(?P<never>never\s+)?did)(?=\s*(?:[.;,)]|\Z)|\s+(?:in|on|last|this|later|earlier|too|also)\b)"
    r"|(?P<left>(?:has|have|had|did)\s+not(?:\s+yet)?(?=\s*(?:[.;,)]|\Z))))(?!\w)",
    re.IGNORECASE,
)
_TAIL = re.compile(r"[\w’'-]+\Z")
# Verbs of many things, which are acts where one of these is what they are done to: what is "passed" otherwise is a place or a
# time, what is "extended" a road or a hand.
_ONLY_OF = {
    name: re.compile(rf"\b(?:{things})\b", re.IGNORECASE)
    for name, things in (
        ("passed", "resolutions?|bills?|laws?|motions?|acts?|texts?|amendments?|declarations?|decrees?|budgets?|legislation"),
        ("lifted", "sanctions|embargo|ban|blockade|siege|suspension|curfew|state of emergency|immunity|moratorium"),
        ("extended", "mandate|sanctions|embargo|ceasefire|truce|state of emergency|moratorium|recognition"),
        ("severed", "ties|relations"),
        (
            "established",
            "commissions?|committee|tribunal|court|mission|council|panel|agency|inquiry|mechanism|authority|relations",
        ),
        (
            "upheld",
            "convictions?|sentences?|verdicts?|judge?ments?|rulings?|decisions?|bans?|laws?|appeals?|acquittals?|orders?",
        ),
    )
}
_THING_NEAR = 80  # characters
_BY_AHEAD = re.compile(r"[^.;,]{0,25}\bby\b")


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


def verbs(lower: str) -> list[int]:
    """Where a verb of an act begins, whatever is said of it; `lower` is the text in lower case, position by position."""
    # With the line feed that gives the first word a sign before it, a match begins where its word stands.
    return [match.start() for match in _ANY.finditer(f"\n{lower}")]


def deeds(text: str, sentence: Span, at: Sequence[int]) -> list[Deed]:
    """The acts that a sentence tells of as done or left undone, in order; not those asked for, intended or possible.

    `at` are the places of the sentence's `verbs`.
    """
    found = sorted(_every(text, sentence, at), key=lambda deed: (deed.verb.start, -deed.verb.end))
    kept: list[Deed] = []
    for deed in found:
        if not kept or deed.verb.start >= kept[-1].verb.end:
            kept.append(deed)
    return kept


def again(text: str, sentence: Span) -> list[Deed]:
    """The places where a sentence says of an act that another did it too, or did not; their name is empty.

    `participle` says that the other is named behind ("so did Chile", "followed by that of Chile").
    """
    return [
        Deed(
            "", Span(*one.span()), Span(*one.span()), passive=False, participle=bool(one["behind"] or one["behind_it"]),
            negated=bool(one["undone"] or one["left"] or one["nor"] or one["never"]),
        )
        for one in _SAME.finditer(text, sentence.start, sentence.end)
    ]  # fmt: skip


def _every(text: str, sentence: Span, at: Sequence[int]) -> Iterator[Deed]:
    for start in at:
        for name, pattern in _COMPILED:
            match = pattern.match(text, start, sentence.end)
            if not match:
                continue
            if not _fits(text, sentence, name, match):
                continue
            deed = _deed(text, sentence, name, match)
            if deed:
                yield deed


def _fits(text: str, sentence: Span, name: str, match: re.Match[str]) -> bool:
    """Whether a verb of many things has one near it that makes it an act: behind it, or before it in the passive."""
    things, start, end = _ONLY_OF.get(name), match.start(), match.end()
    if not things or things.search(text, end, min(sentence.end, end + _THING_NEAR)):
        return True
    before = things.search(text, max(sentence.start, start - _THING_NEAR), start)
    return bool(before and _BY_AHEAD.match(text, end, sentence.end))


def _deed(text: str, sentence: Span, name: str, match: re.Match[str]) -> Deed | None:
    start, before = _auxiliaries(text, sentence.start, match.start())
    undone = _LEFT_UNDONE & set(before)
    voted = _VOTED.search(text, max(sentence.start, start - _VOTED_LONGEST), start) if before[-1:] == ["to"] else None
    start = voted.start() if voted else start
    whole = bool(undone or voted)
    if (_MODAL & set(before) and not whole) or not _agrees(match, before, whole=whole):
        return None
    past = bool(match["past"])
    passive = past and bool(_BE & set(before))
    negated = bool(undone or _NEGATIVE & set(before))
    verb = Span(match.start(), match.end()).trim(text)
    return Deed(name, Span(start, verb.end), verb, passive, past and not _HAVE & set(before), negated)


def _agrees(match: re.Match[str], before: list[str], *, whole: bool) -> bool:
    """Whether the form can be a predicate here: a plain one only behind "did", "failed to", "voted to"; a present one alone.

    `whole` says that what stands before it makes it one.
    """
    if match["plain"] and not match["past"]:
        return whole or bool(_DO & set(before))
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
        # A name in a capital is no adverb, whatever it ends in ("Sicily").
        if not match or not _belongs(word) or (word.endswith("ly") and match[0][0].isupper() and match.start() > start):
            return at, words
        words.append(word)
        at = match.start()


def _belongs(word: str) -> bool:
    kinds = (_BE, _HAVE, _DO, _MODAL, _NEGATIVE, _LEFT_UNDONE, _ADVERBS)
    return any(word in kind for kind in kinds) or (word.endswith("ly") and len(word) > 4 and word not in {"assembly", "italy"})
