"""The subject of a cue that came without a source, and the noun that a relative pronoun points back at."""

from __future__ import annotations

import re

from onrecord.names.lexicon import is_body, is_document, is_group, is_office
from onrecord.names.words import is_capital, is_name_word, words
from onrecord.spans import Span
from onrecord.speakers.cast import Cast
from onrecord.speakers.mention import Mention
from onrecord.speakers.phrase import read
from onrecord.speakers.setting import Setting

__all__ = ["antecedent", "subject"]

_ADVERB = r"(?:\s+(?:also|further|then|later|again|once|now|even|still|first|earlier|subsequently|\w+ly))*"
_PRONOUN = re.compile(rf"\b(he|she|they|it|I|we|who)\b,?{_ADVERB}\s*\Z", re.IGNORECASE)
_NOUN = re.compile(
    rf"\b((?:the|a|an|another|several|some|other|one|two|three)\s+(?:[\w’'-]+\s+){{0,4}}?[\w’'-]+(?:\s+(?:of|for|"
    rf"from)\s+(?:the\s+)?"
    rf"[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*)*)?){_ADVERB}\s*\Z",
    re.IGNORECASE,
)
_APPOSED = re.compile(rf"(?:\s*\([^()]*\))?(?:\s*,[^.;:“”\"]{{2,120}},)?{_ADVERB}\s*\Z")
_WIDER = re.compile(
    r"(?:\b(?:the|a|an|its|their)\s+)?(?:\b[A-Z][\w’'\-]*|\b\d[\w/()]*)(?:\s+(?:[A-Z][\w’'\-]*|\(?\d[\w/()]*))*\s+(?:of|"
    r"on|by)\s+\Z"
)
# "Ana Lima, head of the Board, who …": an apposition may stand between, another subject may not.
_APPOSED_NAME = re.compile(r"(?:\s*\([^()]*\))?(?:,\s+[^.;:“”\"]{2,120})?,?\s*")
# "a nurse at the hospital, who": a body is no "who".
_WITH_PLACE = re.compile(
    r"\b(?:the|an?|one|another|his|her|their|its)\s+(?:[\w’'-]+\s+){0,3}?[a-z’'-]+\s+(?:at|in|from|of|with|near|for)\s+[^,.;:]*\Z",
    re.IGNORECASE,
)
_SMALL_HEAD = re.compile(r"\b([a-z]+)\s+(?:of|on|by)\s+\Z")
# "the [Salt Convention](https://…) which": where a link leads is no part of the name.
_LINK = re.compile(r"\]\([^()\s]*\)\Z")
_NOUNS = (is_document, is_body, is_group, is_office)
_SUBJECTS = frozenset({"person", "body", "state", "document", "group", "office"})
# A determiner opens the noun that "which" points at, if nothing but that noun and its complements follows.
_DETERMINED = re.compile(
    r"\b(?:the|a|an|its|his|her|our|my|their|this|that|another|one|several|some)\s+(?=[^,.;:]*\Z)", re.IGNORECASE
)


def subject(setting: Setting, cast: Cast, cue: Span) -> Mention | None:
    """Who stands as the subject right before a cue in its sentence, with at most an adverb or an apposition between."""
    text, start = setting.text, setting.sentence_span(cue.start).start
    before = text[start : cue.start]
    pronoun = _PRONOUN.search(before)
    if pronoun:
        return _first(text, Span(start + pronoun.start(1), start + pronoun.end(1)))
    for span, party in reversed(cast.named_between(start, cue.start)):
        if span.end <= cue.start and _APPOSED.fullmatch(text, span.end, cue.start) and party.certain:
            return _first(text, span)
    noun = _NOUN.search(before)
    if noun:
        mention = _first(text, Span(start + noun.start(1), start + noun.end(1)))
        alone = noun.start(1) == 0 and mention is not None
        return mention if mention and (alone or mention.kind in _SUBJECTS) else None
    return None


def antecedent(setting: Setting, cast: Cast, at: int) -> Mention | None:
    """What "which", "who" or "that" at position `at` points back at: the noun phrase that ends right before it."""
    text, start = setting.text, setting.sentence_span(at).start
    people = [span for span, party in cast.named_between(start, at) if party.certain]
    if text[at : at + 3].casefold() == "who" and people and _APPOSED_NAME.fullmatch(text, people[-1].end, at):
        return _first(text, people[-1])
    offset = max(start, at - 200)
    before = _LINK.sub("", text[offset:at].rstrip(" ,\n\u00a0–—-"))
    capitals = _capitals(text, offset, offset + len(before))
    nearest = list(_DETERMINED.finditer(before))[-1:]
    for match in nearest:
        # "Resolution 9 of the Council": the whole is meant.
        mention = _first(text, Span(offset + _wider(before, match.start()), offset + len(before)))
        whole = _WITH_PLACE.search(before) if text[at : at + 3].casefold() == "who" else None
        if whole and whole.start() < match.start() and mention and (mention.kind == "body" or is_body(mention.head)):
            return _first(text, Span(offset + whole.start(), offset + len(before)))
        if mention and (mention.kind == "person" or any(is_noun(mention.head) for is_noun in _NOUNS)):
            return mention
    if capitals:
        wider = _first(text, Span(offset + _wider(before, capitals.span.start - offset), offset + len(before)))
        return wider if wider and wider.kind == "document" else capitals
    return None


def _wider(before: str, start: int) -> int:
    """Where the noun phrase begins of which a complement begins at `start`."""
    capitals = _WIDER.search(before, 0, start)
    if capitals:
        return capitals.start()
    small = _SMALL_HEAD.search(before, 0, start)
    return small.start() if small and (is_document(small[1]) or is_body(small[1])) else start


def _capitals(text: str, start: int, end: int) -> Mention | None:
    """The capitalised phrase that ends a stretch, with a bracketed year or number behind it."""
    found = words(text, start, end)
    first = len(found)
    while first and (
        is_name_word(found[first - 1].text)
        or found[first - 1].text[0].isdigit()
        or found[first - 1].text in {"of", "on", "for", "the", "and"}
    ):
        if first < len(found) and re.search(r"[,.;:]", text[found[first - 1].span.end : found[first].span.start]):
            break
        first -= 1
    while first < len(found) and not is_capital(found[first].text):
        first += 1
    if 0 < first < len(found) and found[first - 1].text == "the":
        first -= 1
    return _first(text, Span(found[first].span.start, end)) if first < len(found) else None


def _first(text: str, span: Span) -> Mention | None:
    return next(iter(read(text, span)), None)
