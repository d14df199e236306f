"""Sentences that report and that the model passed over.

In a long text the model now and then misses a plain "He also emphasised …" that it finds when it reads the sentence alone.
Sentences without any part of an attribution that hold a reporting verb behind their subject are read again, alone; where it
still sees nothing, a subject at the sentence's start with the verb right behind it is taken as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.attribution.cues import reporting_verb
from onrecord.attribution.decoding import RoleSpan, decode
from onrecord.attribution.encoder import Encoder
from onrecord.attribution.structure import Structure
from onrecord.spans import Span

__all__ = ["recover"]

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_CAPITAL = r"[A-Z][\w'’.-]*"
_SUBJECT = re.compile(
    rf"(?P<subject>He|She|They|{_CAPITAL}(?:\s+(?:{_CAPITAL}|of|the|for|and|de|bin|al|\([\w ]+\)))*?|The\s+(?:\w+\s+){{0,3}}?\w+)"
    r"\s+(?:(?:also|further|then|has|have|had|again|repeatedly|strongly|however)\s+){0,2}(?P<verb>[a-z]+)\s+(?=\w)"
)
_CONFIDENCE = 0.55


def recover(structure: Structure, encoder: Encoder, spans: Sequence[RoleSpan]) -> list[RoleSpan]:
    """`spans` with those found in sentences that had none."""
    silent = _silent(structure, spans)
    tagged = encoder.tag([sentence.of(structure.text) for sentence in silent])
    found = list(spans)
    for sentence, tags in zip(silent, tagged, strict=True):
        again = [replace(span, span=span.span.shift(sentence.start)) for span in decode(tags, encoder.config.labels)]
        complete = {span.role for span in again} >= {"cue", "content"}
        found += again if complete else _as_it_stands(structure.text, sentence)
    return sorted(found, key=lambda span: span.span)


def _silent(structure: Structure, spans: Sequence[RoleSpan]) -> list[Span]:
    touched = {structure.sentence(at) for span in spans for at in (span.span.start, span.span.end - 1)}
    return [
        sentence
        for number, sentence in enumerate(structure.sentences)
        if number not in touched and not structure.quoted(sentence) and _reports(sentence.of(structure.text))
    ]


def _reports(sentence: str) -> bool:
    words = _WORD.findall(sentence)
    return len(words) > 4 and any(reporting_verb(word) for word in words[1:])


def _as_it_stands(text: str, sentence: Span) -> list[RoleSpan]:
    match = _SUBJECT.match(text, sentence.start, sentence.end)
    if not match or not reporting_verb(match["verb"]) or match["verb"].endswith("ing"):
        return []
    verb = Span(match.start("verb"), match.end("verb"))
    source = Span(match.start("subject"), match.end("subject"))
    content = Span(verb.end, sentence.end).trim(text)
    parts = (("source", source), ("cue", verb), ("content", content))
    return [RoleSpan(role, span, _CONFIDENCE) for role, span in parts if span]
