"""Offices and descriptions that a text gives a person, each with the place where it stands.

They stand before the name ("Harbour Minister Ana Lima", "the chair of the Board, Ana Lima,"), behind it between commas ("Ana
Lima, Minister for Water,"), in brackets ("ANA LIMA (Velmora)"), or behind "as", "is" and "was".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from onrecord.names.lexicon import RETIRED, is_office
from onrecord.names.persons import complement, honorific_at, is_general
from onrecord.names.words import PARTICLES, Word, is_acronym, is_capital, words
from onrecord.record import Role
from onrecord.spans import Span
from onrecord.speakers.census import Named

__all__ = ["roles_of"]

_OF = re.compile(r"\s+(?:of|for|to|at|in|on|with|from)\s+(?:the\s+)?", re.IGNORECASE)
_SEGMENT = re.compile(
    r"\s*(?:\([^()]*\))?\s*,\s*(?P<role>[^,;:.()“”\"—\n]{3,160}?)(?=\s*(?:[,;:.()“”\"—\n]|\s(?:who|whose|which|where|and|is|was|were|has|had)\b|\Z))"
)
_COPULA = re.compile(
    r"\s*(?:\([^()]*\))?(?:,[^,;:.()\n]{3,80}?,?)?\s+(?:is|was|as|became|spoke as|speaking as|serving as)\s+(?:the\s+|a\s+|"
    r"an\s+)(?P<role>[^,;:.()“”\"—\n]{3,80})"
)
_SEGMENT_BEFORE = re.compile(r"(?P<role>[^,;:.\n()“”\"]+),\s*\Z")
# "Chairman IRSP, Ambassador Omar Dell": an office before another one, no name before it, is the same person's.
_OPENING_OFFICE = re.compile(
    r"(?:\n|[.!?] |\A|\b[a-z]+, )(?P<role>[A-Z][\w’'-]+(?: (?:[A-Z][\w’'-]+|(?:of|for|the))){0,7}),\s*\Z"
)
# "The Minister for Water (Mr Omar Dell)".
_BEFORE_BRACKET = re.compile(r"(?:\n|[.!?:] |\A|, )(?P<role>[^,;:.!?()\n]{3,90})\s*\(\Z")
# "With us is the mayor of Kessin, Ana Lima": the role begins with its article.
_CLAUSE = re.compile(r"\b(?:is|are|was|were|has|have|had|with|by)\s+(?:[a-z]+\s+)?(?:the|an?)\s")
_AN_ARTICLE = re.compile(r"\b(?:the|a|an|its|his|her|their|[A-Z][\w’'-]*[’']s)\s")
_ARTICLE = re.compile(
    r"(?:(?:said|says|added|told|according to)\s+)?"
    r"(?:(?:as|the|a|an|his|her|its|their|our|who is|who was|\d{1,3}-year-old)\s+)*",
    re.IGNORECASE,
)
_LONGEST_TITLE = 8


def roles_of(text: str, named: Named) -> list[Role]:
    """The roles that stand at one occurrence of a person's name, in text order."""
    found = [*_before(text, named), *_in_bracket(text, named), *_behind(text, named)]
    return sorted(found, key=lambda role: role.span)


def _before(text: str, named: Named) -> Iterator[Role]:
    start = named.before.start
    opening = words(text, max(0, start - 60), start)
    # "the country's water resources minister Omar Said": small words between article and office belong to it.
    for word in reversed(opening[-4:]):
        between = text[word.span.end : start]
        if between.strip(" \n\u00a0’'s") or word.text.casefold() in {"the", "a", "an", "by", "of", "to", "and", "with", "said"}:
            break
        if not (word.possessive or is_capital(word.text) or _adjoins(text, start)):
            break
        start = word.span.start
    whole = Span(start, named.person.span.start)
    # "Board Director General Amb. (Retd) Ana Lima": the rank is the name's.
    role = _role(text, whole) or _role(text, _without_address(text, whole, whole.start))
    if outside := _BEFORE_BRACKET.search(text, max(0, named.before.start - 100), named.before.start):
        yield from filter(None, [_role(text, Span(*outside.span("role")))])
    if role:
        if office := _OPENING_OFFICE.search(text, max(0, role.span.start - 140), role.span.start):
            yield from filter(None, [_role(text, Span(*office.span("role")))])
        yield role
        return
    if named.person.span.start - named.before.start <= 12:
        yield from islice(filter(None, (_role(text, span) for span in _apposed(text, named.before.start))), 1)


def _apposed(text: str, end: int) -> Iterator[Span]:
    """Where a role may begin that stands before the name and a comma ("The chair of the Board, Ana Lima,")."""
    segment = _SEGMENT_BEFORE.search(text, max(0, end - 140), end)
    if not segment:
        return
    role = Span(*segment.span("role"))
    # Behind a comma the whole is the office of whoever stands before it ("Omar Said, chair of the Board, Ana Lima").
    if text[role.start - 1 : role.start] != "," and not _CLAUSE.search(text, role.start, role.end):
        yield role
    for match in _AN_ARTICLE.finditer(text, role.start, role.end):
        if match.start() > role.start:
            yield Span(match.start(), role.end)


def _adjoins(text: str, start: int) -> bool:
    following = words(text, start, start + 40)
    return bool(following) and is_office(following[0].folded) and following[0].text.islower()


def _in_bracket(text: str, named: Named) -> Iterator[Role]:
    if named.bracket:
        at = text.index(named.bracket, named.person.span.end)
        yield Role(title=named.bracket, span=Span(at, at + len(named.bracket)))


def _behind(text: str, named: Named) -> Iterator[Role]:
    for pattern in (_SEGMENT, _COPULA):
        match = pattern.match(text, named.person.span.end)
        role = _role(text, Span(match.start("role"), match.end("role"))) if match else None
        if role:
            yield role


def _role(text: str, span: Span) -> Role | None:
    """The role that a stretch states: it has an office as its head, and not too much before that."""
    span = span.trim(text, " \t\n\u00a0,;*_")
    article = _ARTICLE.match(text, span.start, span.end)
    if article and article.end() < span.end:
        span = Span(article.end(), span.end)
    found = words(text, span.start, span.end)
    head = _office(found)
    if head is None or head >= _LONGEST_TITLE or _only_address(found):
        return None
    if _names_next(text, found, head) or any(word.text[0].isdigit() for word in found[:head]):
        return None
    return _with_owner(text, span, found, head)


def _with_owner(text: str, span: Span, found: Sequence[Word], head: int) -> Role:
    """The role whose office is the word `head`, and what it is the office of: behind "of", in letters, or before it."""
    end = found[head + complement(found, head + 1)].span.end
    title = Span(span.start, end)
    behind = _OF.match(text, end, span.end)
    if behind and behind[0].split()[0] in {"at", "in", "on"} and text[behind.end() : span.end].islower():
        # "the chief guest at the occasion"
        return Role(title=_clean(text, title), span=title)
    if behind:
        span = _without_address(text, span, behind.end())
        return Role(title=_clean(text, title), of=_clean(text, Span(behind.end(), span.end)) or None, span=span)
    short = next((word for word in found if word.span.start > end), None)
    if short and is_acronym(short.text):
        return Role(title=_clean(text, title), of=short.text, span=Span(span.start, short.span.end))
    owner = next((word for word in found[:head] if word.possessive), None)
    if owner:
        after = found[found.index(owner) + 1].span.start
        return Role(title=_clean(text, Span(after, end)), of=_clean(text, Span(span.start, owner.span.end)), span=title)
    return Role(title=_clean(text, title), span=title)


def _without_address(text: str, span: Span, start: int) -> Span:
    """The role without forms of address at its end, which are the next name's ("Ambassador of Velmora H.E. Mr. …")."""
    found = words(text, start, span.end)
    kept = len(found)
    while kept and (found[kept - 1].folded in RETIRED or _ends_in_address(found, kept)):
        kept -= 1
    return Span(span.start, found[kept - 1].span.end) if 0 < kept < len(found) else span


def _ends_in_address(found: Sequence[Word], end: int) -> bool:
    return any(honorific_at(found, end - length)[0] == length for length in (1, 2, 3) if length <= end)


def _names_next(text: str, found: Sequence[Word], head: int) -> bool:
    """ "Lima, Special Envoy Varga met …": the office is the next person's."""
    if head + 1 >= len(found):
        return False
    following = found[head + 1]
    if head + 2 == len(found) and is_acronym(following.text):
        return False
    named = is_capital(following.text) or (following.text in PARTICLES and len(following.text) > 1 and following.text != "la")
    return named and not text[found[head].span.end : following.span.start].strip()


def _office(found: Sequence[Word]) -> int | None:
    """The index of the head: the last of the offices before the first preposition."""
    head = None
    for number, word in enumerate(found):
        if number and word.text in {"of", "for", "to", "at", "in", "on", "with", "from", "by", "who", "that"}:
            return head
        if (is_office(word.folded) or is_general(found, number)) and not word.possessive:
            head = number
    return head


def _only_address(found: Sequence[Word]) -> bool:
    """Whether the words are forms of address alone, which are kept apart ("Ms.", "Sir"); ranks and offices are roles too."""
    at = 0
    while at < len(found):
        length, _ = honorific_at(found, at)
        if not length:
            return False
        at += length
    return not any(is_office(word.folded) for word in found)


def _clean(text: str, span: Span) -> str:
    return " ".join(span.trim(text, " \t\n\u00a0,;*_").of(text).split())
