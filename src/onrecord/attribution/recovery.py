"""Sentences that report and that the model passed over.

In a long text the model now and then misses a plain "He also emphasised …" that it finds when it reads the sentence alone.
Sentences without a cue that hold a reporting verb are read again, alone, and so are headlines, whose clipped words the text
around them puts in the shade; where it still sees nothing, a reporting verb with a name or pronoun for its subject is taken as
it stands, and so is what is said "reportedly". In "The Board took into account that, according to the staff, …" it hears the
staff alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.attribution.cited import hearsay
from onrecord.attribution.cues import reporting_verb, reports_speech
from onrecord.attribution.decoding import RoleSpan, decode
from onrecord.attribution.encoder import Encoder
from onrecord.attribution.structure import WORD, Structure, Taken, has_words
from onrecord.attribution.subjects import subject
from onrecord.spans import Span

__all__ = ["recover"]

_HEARSAY = frozenset({"reportedly", "allegedly", "purportedly"})
_CONFIDENCE = 0.55
# What headlines have for "said": "hits back at", "rejects".
_STANCE = re.compile(r".*\b(?:at|for|on|against)|(?:reject|dismiss|defend|slam|blast|oppos)\w*", re.IGNORECASE)
_THAT_ACCORDING = re.compile(
    r"\b(?P<cue>(?:(?:has|have|had)\s+)?(?:noted|found|considered|recalled|observed|stated|said|added|held|(?:took|taken)\s+"
    r"(?:into\s+(?:account|consideration)|note))),?\s+that,?\s+(?=according to\b)"
)
_ROLES = {"source", "cue", "content"}
# "…, she continued." ends a sentence; "She asked what evidence …" opens one.
_BEHIND = re.compile(
    r",[”\"’]?\s+(?P<source>he|she|they|(?:the\s+)?[A-Z][\w’'-]+(?:\s+[A-Z][\w’'.-]+){0,3})\s+"
    r"(?P<cue>continued|went on|concluded|said|added|observed|insisted|argued|noted|explained|warned|stressed)\s*[.]?\s*\Z"
)
_ASKED = re.compile(
    r"(?P<source>He|She|They|(?:Mr|Ms|Mrs|Dr)\. [A-Z][\w’'-]+)\s+(?:(?:also|then|further)\s+)?(?P<cue>asked)\s+"
    r"(?:the\s+\w+\s+)?(?=(?:what|whether|how|why|when|where|who|which|if)\b)"
)


def recover(structure: Structure, encoder: Encoder, spans: Sequence[RoleSpan]) -> list[RoleSpan]:
    """`spans` with those found in sentences that had no cue."""
    silent = _silent(structure, spans)
    found: list[RoleSpan] = []
    again: list[Span] = []
    for sentence in structure.sentences:
        if said := _THAT_ACCORDING.search(structure.text, sentence.start, sentence.end):
            parts = _around_authority(structure, sentence, said, spans)
            found += parts
            again += [sentence] if parts else []
    for sentence in silent:
        tagged = encoder.tag(sentence.of(structure.text))
        parts = [replace(span, span=span.span.shift(sentence.start)) for span in decode(tagged, encoder.config.labels)]
        if _is_headline(structure, sentence):
            parts = parts if {span.role for span in parts} == _ROLES and _says(structure.text, parts) else []
        elif not {span.role for span in parts} >= {"cue", "content"}:
            parts = _as_it_stands(structure, sentence)
        if parts:
            found += parts
            again.append(sentence)
    anew = Taken(again)
    kept = [span for span in spans if anew.free(span.span)]
    return sorted([*kept, *found], key=lambda span: span.span)


def _silent(structure: Structure, spans: Sequence[RoleSpan]) -> list[Span]:
    roles: dict[int, set[str]] = {}
    for span in spans:
        roles.setdefault(structure.sentence(span.span.start), set()).add(span.role)
    return [
        sentence
        for number, sentence in enumerate(structure.sentences)
        if ("cue" not in roles.get(number, ()) and _may_report(structure, sentence)) or _is_headline(structure, sentence)
    ]


def _around_authority(structure: Structure, sentence: Span, said: re.Match[str], spans: Sequence[RoleSpan]) -> list[RoleSpan]:
    """The parts of a saying in which another's is told by "according to", where the model found that one alone."""
    cue = Span(*said.span("cue"))
    source = subject(structure, cue, Taken(()))
    if not source or any(span.role == "cue" and span.span.overlaps(cue) for span in spans):
        return []
    return _parts(said, Span(said.end(), sentence.end), source)


def _says(text: str, parts: Sequence[RoleSpan]) -> bool:
    cues = [part.span.of(text) for part in parts if part.role == "cue"]
    return all(reports_speech(cue) or _STANCE.fullmatch(cue) for cue in cues)


def _is_headline(structure: Structure, sentence: Span) -> bool:
    return structure.blocks[structure.block(sentence.start)].kind == "heading"


def _may_report(structure: Structure, sentence: Span) -> bool:
    if _BEHIND.search(structure.text, sentence.start, sentence.end) or _ASKED.match(
        structure.text, sentence.start, sentence.end
    ):
        return True
    return not structure.quoted(sentence) and _reports(sentence.of(structure.text))


def _reports(sentence: str) -> bool:
    words = WORD.findall(sentence)
    return len(words) > 4 and any(word.islower() and (reporting_verb(word) or word in _HEARSAY) for word in words[1:])


def _as_it_stands(structure: Structure, sentence: Span) -> list[RoleSpan]:
    """The first reporting verb of the sentence, its subject and what follows it; nothing where the subject is no name."""
    if said := hearsay(structure, sentence):
        return [RoleSpan("cue", said[0], _CONFIDENCE), *(RoleSpan("content", piece, _CONFIDENCE) for piece in said[1])]
    if behind := _BEHIND.search(structure.text, sentence.start, sentence.end):
        return _parts(behind, Span(sentence.start, behind.start()))
    if asked := _ASKED.match(structure.text, sentence.start, sentence.end):
        return _parts(asked, Span(asked.end(), sentence.end))
    for match in WORD.finditer(structure.text, sentence.start, sentence.end):
        verb = Span(match.start(), match.end())
        if not match[0].islower() or not reporting_verb(match[0]) or match[0].endswith("ing"):
            continue
        source = subject(structure, verb, Taken(()))
        content = Span(verb.end, sentence.end).trim(structure.text)
        if not source or not has_words(structure.text, [content], 2):
            return []
        parts = (("source", source), ("cue", verb), ("content", content))
        return [RoleSpan(role, span, _CONFIDENCE) for role, span in parts]
    return []


def _parts(match: re.Match[str], content: Span, source: Span | None = None) -> list[RoleSpan]:
    named = {"source": source or Span(*match.span("source")), "cue": Span(*match.span("cue")), "content": content}
    return [RoleSpan(role, span, _CONFIDENCE) for role, span in named.items()]
