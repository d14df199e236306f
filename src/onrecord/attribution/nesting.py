"""Statements inside statements: the model is run again on what was said.

An inner attribution needs all three parts, a source of its own, and a cue that neither denies nor supposes: "nobody had claimed
that it was safe" and "if the auditors warn of losses" report nothing that was said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.attribution.attribution import Attribution
from onrecord.attribution.decoding import RoleSpan, decode
from onrecord.attribution.drafting import draft
from onrecord.attribution.encoder import Encoder
from onrecord.attribution.linking import link
from onrecord.attribution.stretching import stretch
from onrecord.attribution.structure import Structure
from onrecord.spans import Span

__all__ = ["nest"]

_FEWEST_WORDS = 7
_SURE = 0.6
_OWN_VOICE = re.compile(r"(?:I|we|you|one|nobody|no one|anyone|everyone|everybody|who|whoever)", re.IGNORECASE)
_SUPPOSED = re.compile(
    r"\b(?:if|unless|should|would|could|might|may|must|can|will|shall|to|let|whether|when)\s+(?:\w+ly\s+)?\Z", re.IGNORECASE
)
_FUTURE = re.compile(r"(?:would|could|should|will|shall|may|might|must|can|to)\b", re.IGNORECASE)


def nest(structure: Structure, encoder: Encoder, outer: Sequence[Attribution]) -> list[Attribution]:
    """`outer` with the attributions found inside its contents, each behind the one around it and pointing at it."""
    texts = [(number, piece) for number, item in enumerate(outer) for piece in item.content if _worth(structure.text, piece)]
    tagged = encoder.tag([piece.of(structure.text) for _, piece in texts])
    inner: dict[int, list[Attribution]] = {}
    for (number, piece), tags in zip(texts, tagged, strict=True):
        spans = [_shifted(span, piece.start) for span in decode(tags, encoder.config.labels)]
        inner.setdefault(number, []).extend(_kept(structure, piece, spans))
    nested: list[Attribution] = []
    for number, item in enumerate(outer):
        place = len(nested)
        nested.append(item)
        nested += [replace(found, within=place) for found in inner.get(number, ())]
    return nested


def _worth(text: str, piece: Span) -> bool:
    return piece.of(text).count(" ") + 1 >= _FEWEST_WORDS


def _shifted(span: RoleSpan, by: int) -> RoleSpan:
    return replace(span, span=span.span.shift(by))


def _kept(structure: Structure, piece: Span, spans: Sequence[RoleSpan]) -> list[Attribution]:
    links = stretch(structure, link(structure, spans), spans, bound=piece)
    drafts = draft(structure, links, within=piece)
    return [item for item in drafts if _reported(structure.text, item)]


def _reported(text: str, item: Attribution) -> bool:
    if not item.source or not item.cue or item.negated or item.confidence < _SURE:
        return False
    if _OWN_VOICE.fullmatch(item.source.of(text)) or _FUTURE.match(item.cue.of(text)):
        return False
    return not _SUPPOSED.search(text, max(0, item.cue.start - 30), item.cue.start)
