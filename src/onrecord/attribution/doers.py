"""The noun phrase that does what a verb in the middle of a sentence says, found by its form.

`onrecord.attribution.subjects` asks for a sentence's own subject; here the verb may stand in any clause ("… that the Harbour
Board had warned …", "… resolution 9, which states: …").
"""

from __future__ import annotations

import re

from onrecord.names.lexicon import bag, is_body, is_document, is_group, is_office
from onrecord.names.persons import DETERMINERS
from onrecord.names.words import Word, is_acronym, is_capital, words
from onrecord.spans import Span

__all__ = ["doer_before", "doer_behind", "owner_before", "supposed"]

_BOUNDARY = re.compile(
    r"[,;:—–“”\"()\[\]?!]|\b(?:that|and|but|or|because|as|if|whether|when|whenever|while|where|since|although|though|whereby|than|"
    r"unless|after|before|until|so|who|which|whom|whose|what|how|why|yet|said|says|told)\b"
)
_SUPPOSED = re.compile(
    r"\b(?:if|whether|unless|until|in case|so that|suppose|imagine|hope[sd]?|wish(?:es|ed)?)\s+\Z", re.IGNORECASE
)
_IF = re.compile(r"(?:if|unless|whether)\s", re.IGNORECASE)
# "In May the Board said": the month asks nothing.
_ASKED = re.compile(r"\b(?:may|(?i:can|could|do|does|did|will|would|should|might|must))\s+\Z")
_FRONT = re.compile(
    # Up to the last noun phrase that no preposition governs: "in its report on the floods | the Board".
    r"(?:in|on|at|during|for|by|of|from|to|with|under|through|last|this|next|earlier|today|yesterday)\b[^,]*\s"
    r"(?<!\bof\s)(?<!\bin\s)(?<!\bon\s)(?<!\bat\s)(?<!\bby\s)(?<!\bto\s)(?<!\bfor\s)(?<!\band\s)(?<!\bfrom\s)(?<!\bwith\s)"
    r"(?=(?:the|an?|his|her|their|its|our|my)\s)",
    re.IGNORECASE,
)
_FINITE = bag("was were is are am be been being has have had do does did not will would can could should must may might to")
_PREPOSITIONS = bag("of for in from at on to with by about against among between including as under over near within")
_PRONOUNS = bag("he she they it we i which who")
_LONGEST = 14
_FARTHEST = 400  # characters before a verb that are looked at for its subject
_OWNER = re.compile(
    r"(?:\b(?:the|an?|his|her|their|its|our|my)\s+(?:[\w-]+\s+){0,3}?)?"
    r"(?:\b[A-Z][\w/-]*\s+(?:of\s+(?:the\s+)?|and\s+)?)*(?:\b[A-Z][\w/-]*|(?<=\s)[a-z-]+)\Z"
)
_NOUN_ENDS = re.compile(
    r"[,;:—–“”\"()\[\]?!]|\s(?:is|are|was|were|has|have|had|should|would|must|will|can|could|may|might|that|for|to|as|and|but|said)\s"
)


def doer_before(text: str, bound: Span) -> Span | None:
    """The noun phrase in `bound` that ends where it ends; None where the words there name nobody who can say a thing."""
    bound = Span(max(bound.start, bound.end - _FARTHEST), bound.end).trim(text)
    end = bound.end
    if end > bound.start and text[end - 1] == ",":
        # "The Board, which met in May, had warned": the apposition is passed over.
        opens = text.rfind(",", bound.start, end - 1)
        return doer_before(text, Span(bound.start, opens)) if opens > 0 and end - opens < 120 else None
    cuts = list(_BOUNDARY.finditer(text, bound.start, end))
    start = cuts[-1].end() if cuts else bound.start
    if cuts and start == end:
        # "a report by the auditor that found …": what "that" opens is a clause on the noun before it.
        noun = cuts[-1][0] == "that" and doer_before(text, Span(bound.start, cuts[-1].start()))
        relative = cuts[-1][0] in {"which", "who"} or noun
        return Span(cuts[-1].start(), end) if relative else None
    # "whose chief inspector": the pronoun stands for a determiner.
    span = Span(cuts[-1].start() if cuts and cuts[-1][0] == "whose" else start, end).trim(text)
    if front := _FRONT.match(text, span.start, span.end):
        span = Span(front.end(), span.end)
    return span if span and _nameable(words(text, span.start, span.end)) else None


def doer_behind(text: str, bound: Span) -> Span | None:
    """The noun phrase that opens `bound` ("according to | the Harbour Board, …")."""
    match = _NOUN_ENDS.search(text, bound.start, bound.end)
    span = Span(bound.start, match.start() if match else bound.end).trim(text, " \n\t.")
    return span if span and _nameable(words(text, span.start, span.end)) else None


def owner_before(text: str, bound: Span) -> Span | None:
    """Whose something is: the name, or the noun with its determiner, that ends where `bound` ends."""
    match = _OWNER.search(text, max(bound.start, bound.end - 100), bound.end)
    span = Span(match.start(), bound.end) if match else None
    return span if span and _nameable(words(text, span.start, span.end)) else None


def supposed(text: str, start: int, floor: int) -> bool:
    """Whether the clause whose subject begins at `start` only supposes or asks ("if the auditors warn", "do they think")."""
    before = text[max(floor, start - 30) : start]
    return bool(_SUPPOSED.search(before) or _ASKED.search(before) or _IF.match(text, start))


def _nameable(found: list[Word]) -> bool:
    if not 0 < len(found) <= _LONGEST:
        return False
    first = found[0]
    if first.folded in _PRONOUNS and not is_acronym(first.text):
        return len(found) == 1
    if any(word.text in _FINITE for word in found):
        return False
    head = _head(found)
    known = any(is_noun(head.folded) for is_noun in (is_office, is_body, is_group, is_document))
    # "according to plan": a bare noun in the singular is nobody.
    many = is_group(head.folded) or head.folded.endswith("s")
    opens = first.folded in DETERMINERS or is_capital(first.text) or (known and many) or first.text[0].isdigit()
    return opens and (known or (is_capital(head.text) and head.folded not in DETERMINERS))


def _head(found: list[Word]) -> Word:
    for number, word in enumerate(found):
        if number and word.text in _PREPOSITIONS:
            return found[number - 1]
    return found[-1]
