"""Sources that the model left short or left out.

A source is drawn out over the titles in front of it ("H.E. | Mr. Ali Alizada") and over a list that the model took for content.
A cue without one takes the subject of its sentence: the names right before it ("…, Chairman ISSI, Ambassador Mahmood
highlighted"), or those at the sentence's start with a description between ("Gen. Karr, the chief guest, appreciated").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.attribution.cues import finite
from onrecord.attribution.decoding import RoleSpan
from onrecord.attribution.doers import doer_before, doer_behind
from onrecord.attribution.linking import Link
from onrecord.attribution.structure import Structure, Taken
from onrecord.names.lexicon import is_office
from onrecord.spans import Span

__all__ = ["name_sources", "subject"]

_NAME = r"(?:[^\W\d_a-z][\w.’'-]*|\([A-Z][\w. ]*\))"
_NAMES = re.compile(rf"(?:[Tt]he\s+)?{_NAME}(?:\s+(?:{_NAME}|of|the|for|and|de|da|van|von|bin|al|el|la|du))*")
_BEFORE = re.compile(rf"(?:{_NAME}\s+)+\Z")
_PREPOSITION = re.compile(r"\b(?:on|in|at|from|to|since|until|by|for|with|of)\s+\Z", re.IGNORECASE)
# Numbers of resolutions and reports, and what is listed beside them up to the clause's end.
_ITEM = r"(?:the\s+)?(?:\d[\d/]*|[A-Z]\S*)(?:\s+(?:[A-Z][\w.-]*|\(\d{4}\)|resolutions?))*"
_AND = r"(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s+as\s+well\s+as\s+)"
# "President Lind welcomed the delegates, | noting": the subject of the main verb.
_PARTICIPLE = re.compile(r"(?:\w+ly\s+)?[a-z]+ing\b")
_MAIN_SUBJECT = re.compile(rf"(?P<source>{_NAMES.pattern}|He|She|They)\s+(?:[a-z]+ly\s+)?[a-z]+(?:ed|s)\s[^:;“”\"]*,\s*")
# "Chief of the Regional Office, | Ms. Lind"; "Harbour Board Fellow and | former Governor Dr. Lind".
_OFFICES = re.compile(rf"(?P<names>{_NAMES.pattern})(?P<comma>,)?\s+")
_FORMER = re.compile(r"(?:former|then|acting|interim|incoming|outgoing)\b")
# "Mayor Lucan | Best said": the rest of a name that the model took for part of the verb.
_NAME_IN_CUE = re.compile(r"(?:[A-Z][\w’'.-]*\s+)+(?=[a-z])")
# "Relief Office Warns | of": a verb in capitals that it took for part of a name.
_LAST_WORD = re.compile(r"\s+([A-Z]\w+)\Z")
_LONE_PREPOSITION = re.compile(r"(?:of|for|on|against|about|to|that)", re.IGNORECASE)
# "It is waiting, | Marie Okafor, | its delegate, said": a name that it took for words said.
_FULL_NAME = re.compile(r"(?:[A-Z][\w’'.-]+\s+){1,3}[A-Z][\w’'-]+")
_SPACE = re.compile(r"\s+")
_DOCUMENTS = re.compile(rf"\s+(?:resolutions?|reports?|declarations?|decisions?)\s+{_ITEM}(?:{_AND}{_ITEM})*(?![\w/])")
_THAT = re.compile(r"\bthat\s+\Z")
_ARTICLE = re.compile(r"(?:the|a|an|his|her|their|its)", re.IGNORECASE)
_PRONOUN = re.compile(r"(?:he|she|they|we)\Z", re.IGNORECASE)
_ADVERBS = re.compile(r"(?:\s+(?:also|further|then|again|has|have|had|is|was|however|later|once|repeatedly|strongly|\w+ly))+\Z")
# Capitalised at a sentence's start, and no part of a name.
_OPENERS = frozenset(
    (
        "in on at but and while however meanwhile moreover furthermore also then when as after before for with similarly "
        "earlier later today yesterday additionally finally although though since because if by from to a an this that these "
        "those his her its their our it there both some many most several all each every another other such no not"
    ).split()
)
_CONFIDENCE = 0.8


def name_sources(structure: Structure, links: Sequence[Link], spans: Sequence[RoleSpan]) -> list[Link]:
    """The links with their sources whole, and with the sentence's subject where they had none."""
    taken = Taken(span.span for span in spans)
    named: list[Link] = []
    for link in links:
        whole = _with_source(structure, link, taken)
        if named and _same_sentence(structure, named[-1], whole):
            if whole.cue and not whole.source:
                whole = replace(whole, source=named[-1].source)
            whole = _with_own(structure.text, named[-1], whole)
        named.append(whole)
    return named


def _same_sentence(structure: Structure, before: Link, link: Link) -> bool:
    if not before.cue or not link.cue:
        return False
    return structure.sentence(before.cue.span.start) == structure.sentence(link.cue.span.start)


def _with_source(structure: Structure, link: Link, taken: Taken) -> Link:
    link = _with_name_before(structure.text, _with_verb(structure.text, _with_rest_of_name(structure.text, link)))
    if not link.cue:
        return link
    if link.source is None or _ARTICLE.fullmatch(link.source.span.of(structure.text)):
        found = _named_behind(structure, link) or subject(
            structure, link.cue.span, taken, besides=link.source.span if link.source else None
        )
        return replace(link, source=RoleSpan("source", found, _CONFIDENCE)) if found else link
    source = replace(link.source, span=_with_numbers(structure, _with_titles(structure, link.source.span), taken))
    if _lists_on(link.source.span, link.cue.span, link.contents):
        rest = link.contents[0].span
        return replace(link, source=replace(source, span=Span(source.span.start, rest.end)), contents=link.contents[1:])
    return replace(link, source=source)


def _with_own(text: str, before: Link, link: Link) -> Link:
    """The link with the subject right before its cue for a source, where it shares that of the cue before: "said that the Board
    had met and that | the Ministry | had promised to comply"."""
    cue, first = link.cue, before.cue
    if not cue or not first or link.source != before.source or not first.span.end < cue.span.start:
        return link
    own = doer_before(text, Span(first.span.end, cue.span.start))
    if own is None or not (_THAT.search(text, first.span.end, own.start) or text.startswith("whose", own.start)):
        return link
    contents = tuple(content for content in link.contents if not (content.span.overlaps(own) and content.span.end <= own.end))
    return replace(link, source=RoleSpan("source", own, _CONFIDENCE), contents=contents) if contents else link


def _named_behind(structure: Structure, link: Link) -> Span | None:
    """The noun phrase of whose article alone the model made a source: "according to | the | emergencies ministry"."""
    if not link.cue or not link.source or link.source.span.start < link.cue.span.end:
        return None
    end = structure.sentences[structure.sentence(link.source.span.start)].end
    return doer_behind(structure.text, Span(link.source.span.start, end))


def _with_rest_of_name(text: str, link: Link) -> Link:
    """The link with the capitalised words that open its cue as the end of the source right before them."""
    if not link.cue or not link.source or not _SPACE.fullmatch(text, link.source.span.end, link.cue.span.start):
        return link
    rest = _NAME_IN_CUE.match(text, link.cue.span.start, link.cue.span.end)
    if not rest:
        return link
    source = replace(link.source, span=Span(link.source.span.start, rest.end()).trim(text))
    return replace(link, source=source, cue=replace(link.cue, span=Span(rest.end(), link.cue.span.end)))


def _with_verb(text: str, link: Link) -> Link:
    """The link with the verb of a headline in its cue, where the model took that for a name: "Relief Office | Warns | of …"."""
    if not link.cue or not link.source or not _LONE_PREPOSITION.fullmatch(link.cue.span.of(text)):
        return link
    verb = _LAST_WORD.search(text, link.source.span.start, link.source.span.end)
    if not verb or not finite(verb[1].casefold()) or not _SPACE.fullmatch(text, verb.end(), link.cue.span.start):
        return link
    source = replace(link.source, span=Span(link.source.span.start, verb.start()))
    return replace(link, source=source, cue=replace(link.cue, span=Span(verb.start(1), link.cue.span.end)))


def _with_name_before(text: str, link: Link) -> Link:
    """The link with the name that its source describes for a source, where the model took that for content."""
    name = link.contents[-1].span
    if not link.source or len(link.contents) == 1 or text[name.end : link.source.span.start] != ", ":
        return link
    if not _FULL_NAME.fullmatch(text, name.start, name.end):
        return link
    return replace(link, source=replace(link.source, span=name), contents=link.contents[:-1])


def _lists_on(source: Span, cue: Span, contents: Sequence[RoleSpan]) -> bool:
    """Whether the model took the end of a list of sources for content: "the OIC and Parliaments of Mexico, | Peru, Chad"."""
    first, last = contents[0].span, contents[-1].span
    return 0 <= first.start - source.end <= 2 and 0 <= cue.start - first.end <= 2 and last.start >= cue.end


def _with_titles(structure: Structure, source: Span) -> Span:
    """The source with the capitalised words directly before it, and with an office that opens the sentence."""
    sentence = structure.sentences[structure.sentence(source.start)]
    if sentence.start < source.start and _holds_office(structure.text, Span(sentence.start, source.start), source):
        return Span(sentence.start, source.end)
    if sentence.start >= source.start or not structure.text[source.start].isupper():
        return source
    match = _BEFORE.search(structure.text, sentence.start, source.start)
    if not match:
        return source
    words = match[0].split()
    start = match.start()
    # "On Monday Mr. Karr", "in Beru Ilka Stern": what a preposition governs is no title.
    if _PREPOSITION.search(structure.text, sentence.start, start):
        return source
    while words and words[0].casefold().strip(".,") in _OPENERS:
        start = structure.text.index(words[0], start) + len(words[0])
        words = words[1:]
    return Span(start, source.end).trim(structure.text)


def _holds_office(text: str, before: Span, source: Span) -> bool:
    """Whether the words before a source are the offices of whom it names: "Chief of the Regional Office, | Ms. Lind"."""
    offices = _OFFICES.fullmatch(text, before.start, before.end)
    if not offices or offices["names"].split()[0].casefold() in _OPENERS:
        return False
    if not offices["comma"]:
        return bool(_FORMER.match(text, source.start))
    return text[source.start].isupper() and any(is_office(word.casefold()) for word in offices["names"].split())


def _with_numbers(structure: Structure, source: Span, taken: Taken) -> Span:
    """The source with the documents that it is the author of: "the Security Council | resolutions 822 and 853"."""
    sentence = structure.sentences[structure.sentence(source.start)]
    match = _DOCUMENTS.match(structure.text, source.end, sentence.end)
    if not match or not taken.free(Span(source.end, match.end())):
        return source
    return Span(source.start, match.end())


def subject(structure: Structure, cue: Span, taken: Taken, *, besides: Span | None = None) -> Span | None:
    """The subject of a cue that has no source; None where the words before it are no name."""
    text = structure.text
    sentence = structure.sentences[structure.sentence(cue.start)]
    if sentence.start >= cue.start:
        return None
    if _PARTICIPLE.match(text, cue.start) and (main := _MAIN_SUBJECT.fullmatch(text, sentence.start, cue.start)):
        return None if main["source"].split()[0].casefold() in _OPENERS else Span(*main.span("source"))
    head = Span(sentence.start, cue.start).trim(text)
    head = Span(head.start, head.start + len(_ADVERBS.sub("", head.of(text))))
    if any(span != besides for span in taken.near(head)):
        return None
    parts = _parts(text, head)
    last = _trailing_names(text, parts)
    if last:
        return Span(last[0].start, last[-1].end)
    return parts[0] if len(parts) > 1 and _nameable(text, parts[0]) else None


def _parts(text: str, head: Span) -> list[Span]:
    """The stretches between the commas of `head`."""
    parts, start = [], head.start
    for match in re.finditer(r",\s*", head.of(text)):
        parts.append(Span(start, head.start + match.start()))
        start = head.start + match.end()
    return [part for part in [*parts, Span(start, head.end)] if part]


def _trailing_names(text: str, parts: Sequence[Span]) -> list[Span]:
    names: list[Span] = []
    for part in reversed(parts):
        if not _nameable(text, part):
            break
        names.insert(0, part)
    return names


def _nameable(text: str, part: Span) -> bool:
    words = part.of(text)
    if _PRONOUN.fullmatch(words):
        return True
    return bool(_NAMES.fullmatch(words)) and words.split()[0].casefold().strip(".") not in _OPENERS and len(words.split()) <= 14
