"""Block quotations and lists: words set apart on the page, that whoever announces them said.

"The report states:", "She went on to say:", "On 3 May 2021, Jan Koller <jan@velm.example> wrote:" before one block or several
of kind `quote` give these to the subject of the verb, one direct attribution for each block, the first with source and cue.
"We urge:" before a list does so to its first item; the speakers' step lets the others follow.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.attribution.attribution import Attribution
from onrecord.attribution.cues import reports_speech
from onrecord.attribution.edges import content_edges, source_edges
from onrecord.attribution.structure import WORD, Structure, Taken
from onrecord.attribution.subjects import subject
from onrecord.spans import Span

__all__ = ["announce"]

_COLON = re.compile(r":[\"'“‘«*_]*\Z")
# What mail programs write above the message that they quote; the name may be an address, and in quotation marks.
_NAME = r"[\"“]?(?P<{0}>[^\W\d_][^\n<>\":,]{{1,60}}?|[^\s<>@]+@[^\s<>@]+)[\"”]?"
_BOX = r"\s+[<(\[][^\s<>]+@[^\s<>]+[>)\]]"
_MAIL = re.compile(
    rf"(?:On\s[^\n]{{6,80}}?(?:\d|[AP]M)\)?,?\s+{_NAME.format('dated')}(?:{_BOX})?|(?:(?<=\n)|^){_NAME.format('boxed')}{_BOX})"
    r"(?:\s+via\s[^:\n]{1,40})?\s+(?P<cue>wrote|writes|said):\Z",
    re.MULTILINE,
)
# "said Minister Varga:", "reads the letter of the Board:"
_INVERTED = re.compile(
    r"\s+(?P<source>(?!(?:on|upon|for|to|with|about)\b)(?:the\s|an?\s|his\s|her\s|their\s|its\s)?[^\W\d_][^,:;.]{1,80}?)\s*:\Z"
)
_ADVERBIAL = re.compile(
    r"\s+(?:as follows|that|the following|thus|this|in part|further|also|in \d{4}|at the time)\b", re.IGNORECASE
)
# "We call on:"
_RULES = re.compile(r"\s+(?:on|upon|for|to|with)(?=\s*:\Z)")
_BY = re.compile(r"\b(?P<cue>in the words of|according to|as told by)\s+(?P<source>[^,:;]{2,80}?)\s*:\Z", re.IGNORECASE)
# Verbs that report before a colon, and much else elsewhere.
_ONLY_HERE = frozenset(("continue", "continues", "continued", "began", "begins", "goes", "went", "runs", "ran"))
_PHRASE = re.compile(
    r"(?:[^\n,:;]{1,60},\s+|(?:then|later|next|here|there|and|but|so)\s+)?"
    r"(?P<source>(?:the|an?|his|her|their|its|one|another)\s(?:[\w’'-]+\s){1,8}?)\s*"
    r"(?:also |then |further |later |even |has |had |will )*",
    re.IGNORECASE,
)
_VERB_LAST = re.compile(r"\w+(?:\s+(?:that|for|on|the following))*:[*_]*\Z")
_CONFIDENCE = 0.85
_FARTHEST = 400  # characters of a block that are looked at for what it announces


@dataclass(frozen=True, slots=True)
class _Announcement:
    source: Span | None
    cue: Span


def announce(structure: Structure, found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions with one for each block that is announced as somebody's words; those with a cue in it stand inside."""
    kept, added = list(found), list(_listed(structure, found))
    for words, announcement in _announced(structure, found):
        kept = [item for item in kept if not _replaced(item, words, announcement)]
        part = announcement or _Announcement(None, Span(0, 0))
        added.append(Attribution(part.source, part.cue or None, (words,), "direct", confidence=_CONFIDENCE))
    return sorted([*kept, *added], key=lambda item: (item.content[0].start, -item.content[-1].end))


def _announced(structure: Structure, found: Sequence[Attribution]) -> Iterator[tuple[Span, _Announcement | None]]:
    """Every block of kind `quote` that is announced, with the announcement where it is the first of its run."""
    running = False
    for number, block in enumerate(structure.blocks):
        if block.kind != "quote":
            running = False
            continue
        before = _announcement(structure, structure.blocks[number - 1].span, found) if number else None
        if before or running:
            running = True
            # The line that a mail program wrote above an older message announces, and is nobody's words.
            if not _MAIL.search(_tail(structure.text, block.span)):
                yield block.span, before


def _listed(structure: Structure, found: Sequence[Attribution]) -> Iterator[Attribution]:
    """The first item of every list that a verb and a colon open, where nothing was found in either."""
    text, taken = structure.text, Taken(piece for item in found for piece in item.content)
    for before, block in itertools.pairwise(structure.blocks):
        if block.kind != "list-item" or before.kind == "list-item" or not taken.free(Span(before.span.start, block.span.end)):
            continue
        told = _VERB_LAST.search(text, before.span.start, before.span.end)
        announced = _told(structure, Span(before.span.start, told.end())) if told else None
        if announced and (item := content_edges(structure, block.span)):
            yield Attribution(announced.source, announced.cue, (item,), "indirect", confidence=_CONFIDENCE)


def _announcement(structure: Structure, before: Span, found: Sequence[Attribution]) -> _Announcement | None:
    """Who announces, in the words of the block `before`, what follows it; None where nobody does."""
    start, tail = max(before.start, before.end - _FARTHEST), _tail(structure.text, before)
    if not _COLON.search(tail):
        return None
    if mail := _MAIL.search(tail):
        name = mail.span("dated" if mail["dated"] else "boxed")
        return _Announcement(Span(*name).shift(start), Span(*mail.span("cue")).shift(start))
    linked = (item for item in found if item.cue and before.covers(item.cue) and item.content[0].start >= before.end)
    if item := next(linked, None):
        return _Announcement(item.source, item.cue)  # type: ignore[arg-type]  # those without a cue are left out
    return _told(structure, Span(start, start + len(_COLON.sub(":", tail))))


def _tail(text: str, block: Span) -> str:
    return text[max(block.start, block.end - _FARTHEST) : block.end]


def _told(structure: Structure, before: Span) -> _Announcement | None:
    """The last reporting verb of the sentence that ends with `before`, with its subject before it or behind it."""
    sentence = structure.sentences[structure.sentence(before.end - 1)]
    within = Span(max(before.start, sentence.start), before.end)
    if by := _BY.search(structure.text, within.start, within.end):
        return _Announcement(source_edges(structure.text, Span(*by.span("source"))), Span(*by.span("cue")))
    for word in reversed(list(WORD.finditer(structure.text, within.start, within.end))):
        verb = Span(word.start(), word.end())
        if not _reports(structure.text, verb):
            continue
        inverted = _INVERTED.match(structure.text, verb.end, within.end)
        if inverted and not _ADVERBIAL.match(structure.text, verb.end):
            return _Announcement(source_edges(structure.text, Span(*inverted.span("source"))), verb)
        ruled = _RULES.match(structure.text, verb.end, within.end)
        verb = Span(verb.start, ruled.end() if ruled else verb.end)
        source = subject(structure, verb, Taken(())) or _noun_phrase(structure.text, sentence, verb)
        return _Announcement(source, verb) if source else None
    return None


def _reports(text: str, verb: Span) -> bool:
    word = verb.of(text)
    return word.islower() and (reports_speech(word) or word in _ONLY_HERE) and not word.endswith("ing")


def _noun_phrase(text: str, sentence: Span, verb: Span) -> Span | None:
    """All that stands before the verb in its sentence, where that is a noun with its article and not much else."""
    match = _PHRASE.fullmatch(text, sentence.start, verb.start)
    return Span(*match.span("source")).trim(text) if match else None


def _replaced(item: Attribution, words: Span, announcement: _Announcement | None) -> bool:
    """Whether a block quotation takes the place of an attribution: of words in it, announced likewise or by nobody."""
    inside = words.covers(Span(item.content[0].start, item.content[-1].end))
    return inside and (item.cue is None or bool(announcement and item.cue == announcement.cue))
