"""Where a span of a statement begins and ends.

The model was taught on news whose annotators drew some edges elsewhere; these rules bring its spans to those of the project's
guidelines: no leading "that", no final full stop outside quotation marks, no cut words, no stray punctuation, a source without
the apposition after it.
"""

from __future__ import annotations

import re

from onrecord.attribution.structure import Structure
from onrecord.quotation import CLOSING, MARKS, OPENING
from onrecord.spans import Span

__all__ = ["content_edges", "cue_edges", "source_edges", "whole_words"]

# "What she said is that …": the verb before "that" says nothing either.
_LEAD = re.compile(r"(?:[\s,:;–—-]|(?:(?:is|was)\s+)?that\b(?=[\s,]))+", re.IGNORECASE)
# "She rejected that account": the word points, and opens no clause.
_POINTING = re.compile(r"that\s+\w+[\s,;.]*", re.IGNORECASE)
# "As for the fuel: the depot holds …" announces what the words are about.
_TOPIC = re.compile(
    r"(?:as (?:for|to)|regarding|concerning|on|with regard to|turning to)\b[^:,.\n]{1,60}(?::\s+|(?=:)|\Z)", re.IGNORECASE
)
# "KESTREL, Isle of Morn (AW) — A gunman …": where and by whom it was written.
_DATELINE = re.compile(
    r"[A-Z][A-Z’'-]{2,}(?:[ /][A-Z][A-Z’'-]+)*(?:,\s[\w .,]{2,40})?\s*(?:\([^()\n]{2,40}\)\s*)?"
    r"(?:[–—]|--?(?=\s))\s*(?=[A-Z“\"‘])"
)
# A content never ends in a word that only opens what follows.
_TAIL = re.compile(
    r"(?:[\s,;:–—-]|\b(?:and|but|which|who|as|or|while|because|adding)(?=[\s,;:–—-]*\Z)|"
    # "It received a fifth of that, officials said": the word points.
    r"(?<!\bof )(?<!\bto )(?<!\bin )(?<!\bon )(?<!\bby )(?<!\bfor )(?<!\bthan )(?<!\bwith )(?<!\blike )(?<!\babout )"
    r"(?<!\bafter )(?<!\bbefore )\bthat(?=[\s,;:–—-]*\Z)|"
    r"(?<=,\s)(?:in|at|on|by|of|with|from|under|during|after|before|when|where)(?=[\s,;:–—-]*\Z))+\Z"
)
_TAIL_WITHIN = 80  # characters; a long content is not read to its end for each cue before it
_STOP = re.compile(r"(?<!\.)\.\Z|\s*[,;:]\Z")
# "Ms. Karr, who chairs the panel": what follows the comma describes, and names nobody.
_APPOSITION = re.compile(
    r"\s*(?:,\s+(?!the [A-Z][\w ,]* and )(?=[a-z]|\d{1,2}(?:,|\s*\Z))|,\s+(?:The|An?)\s|\([^)]*\)?\s*\Z|\[|\s[–—-]\s).*\Z",
    re.DOTALL,
)
# "said in a news release": where it was said is no part of the verb.
_WHERE_SAID = re.compile(
    r"(?P<verb>(?:(?:has|have|had)\s+)?(?:sa(?:ys?|id)|wrote|writes?|state[sd]?|announce[sd]?|declare[sd]?|add(?:s|ed)|note[sd]?|found|argue[sd]?"
    r"|warn(?:s|ed)?|explain(?:s|ed)?))\s+"
    r"(?:in|at|during|on)\s.+",
    re.IGNORECASE | re.DOTALL,
)
_AND_AT_END = re.compile(r"\s+(?:and|or|but)\Z")
_ADVERB_BEFORE = re.compile(
    r"(?:also|further|furthermore|again|then|later|however|therefore|thus|and|but|today|yesterday|tonight)\s+(?=\w+)",
    re.IGNORECASE,
)
_DAY_BEHIND = re.compile(
    r"(?<=\w)\s+(?:today|yesterday|tonight|(?:(?:on|last)\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)day)\Z", re.IGNORECASE
)


def whole_words(text: str, span: Span) -> Span:
    """The span widened to whole words: no letter or digit directly outside either edge."""
    start, end = span.start, span.end
    while start > 0 and start < len(text) and text[start].isalnum() and text[start - 1].isalnum():
        start -= 1
    while 0 < end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    return Span(start, end)


def content_edges(structure: Structure, span: Span) -> Span:
    """A content's span as the guidelines draw it; empty where nothing but marks is left."""
    text = structure.text
    span = whole_words(text, span).trim(text)
    if (match := _LEAD.match(text, span.start, span.end)) and not _POINTING.fullmatch(text, span.start, span.end):
        span = Span(match.end(), span.end)
    if (span.start == 0 or text[span.start - 1] == "\n") and (dateline := _DATELINE.match(text, span.start, span.end)):
        span = Span(dateline.end(), span.end)
    announced = _TOPIC.match(text, span.start, span.end)
    if announced and ":" in (announced[0].rstrip()[-1:], text[announced.end() : announced.end() + 1]):
        span = Span(announced.end(), span.end)
    span = _with_marks(structure, span)
    if not any(quotation.span.end == span.end for quotation in structure.quoted(span)):
        end = max(span.start, span.end - _TAIL_WITHIN)
        words = _TAIL.sub("", text[end : span.end])
        words = _STOP.sub("", words) if not _abbreviated(words) else words
        span = Span(span.start, end + len(words.rstrip()))
    return span


def _abbreviated(words: str) -> bool:
    """Whether the final stop belongs to an abbreviation ("the U.S.", "Foods Inc.")."""
    return bool(re.search(r"(?:\b[A-Z]\.)+[A-Z]\.\Z|\b(?:Inc|Ltd|Co|Corp|Jr|Sr|etc|a\.m|p\.m)\.\Z", words))


def _with_marks(structure: Structure, span: Span) -> Span:
    """The span with a quotation's marks where it holds all of the quotation's words, without a mark that has no partner."""
    text = structure.text
    for quotation in structure.quoted(span):
        inner = quotation.inner.trim(text)
        if span.start <= inner.start and quotation.span.start < span.start and inner.end <= span.end + 1:
            span = Span(quotation.span.start, span.end)
        if span.start <= inner.start and inner.end <= span.end + 1 and span.end < quotation.span.end:
            span = Span(span.start, quotation.span.end)
    return _without_lone_marks(structure, span)


def _without_lone_marks(structure: Structure, span: Span) -> Span:
    text = structure.text
    quoted = structure.quoted(span)
    opening = {quotation.span.start for quotation in quoted}
    # One that closes what began before the span has its partner outside.
    closing = {quotation.span.end for quotation in quoted if quotation.span.start >= span.start}
    start, end = span.start, span.end
    while start < end and text[start] in OPENING + '"' + "”" and start not in opening:
        start += 1
    while start < end and text[end - 1] in CLOSING + '"' + "“" and end not in closing and not _apostrophe(text, end - 1):
        end -= 1
    return Span(start, end).trim(text) if start < end else Span(start, start)


def _apostrophe(text: str, at: int) -> bool:
    return text[at] in "'’" and at > 0 and text[at - 1].isalpha()


def cue_edges(text: str, span: Span) -> Span:
    """A cue's span: without punctuation at its edges, an adverb before a verb ("also stressed"), or where it was said."""
    span = whole_words(text, span).trim(text, " \t\n,:;.-–—" + MARKS)
    if where := _WHERE_SAID.fullmatch(text, span.start, span.end):
        span = Span(span.start, where.end("verb"))
    if day := _DAY_BEHIND.search(text, span.start, span.end):
        span = Span(span.start, day.start())
    adverb = _ADVERB_BEFORE.match(text, span.start, span.end)
    return Span(adverb.end(), span.end) if adverb and adverb.end() < span.end else span


def source_edges(text: str, span: Span) -> Span:
    """A source's span: the noun phrase, without the apposition or bracket after it."""
    span = whole_words(text, span).trim(text, " \t\n,:;–—-" + MARKS)
    kept = _AND_AT_END.sub("", _APPOSITION.sub("", span.of(text)))
    return Span(span.start, span.start + len(kept)) if kept.strip() else span
