"""Statements inside statements: the model is run again on what was said.

An inner attribution needs all three parts, a source of its own, and a cue that neither denies nor supposes: "nobody had claimed
that it was safe" and "if the auditors warn of losses" report nothing that was said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.attribution.attribution import Attribution
from onrecord.attribution.cues import reports_speech
from onrecord.attribution.decoding import RoleSpan, decode
from onrecord.attribution.drafting import draft
from onrecord.attribution.encoder import Encoder
from onrecord.attribution.linking import link
from onrecord.attribution.stretching import stretch
from onrecord.attribution.structure import Structure
from onrecord.spans import Span

__all__ = ["nest"]

_FEWEST_WORDS = 7
_SURE = 0.5
_NOBODY = re.compile(
    r"(?:I|me|my|we|us|our|you|your|one|it|its|his|her|their|nobody|no one|anyone|everyone|everybody|who|whoever|what)",
    re.IGNORECASE,
)
_SUPPOSED = re.compile(
    r"\b(?:if|unless|should|would|could|might|may|must|can|will|shall|to|let|whether|when)\s+(?:\w+ly\s+)?\Z", re.IGNORECASE
)
_FUTURE = re.compile(r"(?:would|could|should|will|shall|may|might|must|can|to)\b", re.IGNORECASE)


def nest(structure: Structure, encoder: Encoder, found: Sequence[Attribution]) -> list[Attribution]:
    """`found` with the attributions inside their contents, each behind the one around it and pointing at it."""
    outer, inner = _contained(found)
    texts = [(number, piece) for number, item in enumerate(outer) for piece in item.content if _worth(structure.text, piece)]
    tagged = encoder.tag([piece.of(structure.text) for _, piece in texts])
    for (number, piece), tags in zip(texts, tagged, strict=True):
        spans = [_shifted(span, piece.start) for span in decode(tags, encoder.config.labels)]
        known = [item.cue for item in inner[number] if item.cue]
        new = [item for item in _kept(structure, piece, spans) if not any(item.cue and item.cue.overlaps(cue) for cue in known)]
        inner[number] += new
    nested: list[Attribution] = []
    for number, item in enumerate(outer):
        place = len(nested)
        nested.append(item)
        nested += [replace(held, within=place) for held in sorted(inner[number], key=lambda held: held.content[0])]
    return nested


def _contained(found: Sequence[Attribution]) -> tuple[list[Attribution], list[list[Attribution]]]:
    """The attributions that stand in no other's content, and for each of them those that do."""
    outer: list[Attribution] = []
    inner: list[list[Attribution]] = []
    for item in sorted(found, key=lambda item: (item.content[0].start, -item.content[-1].end)):
        # In text order, the one around it can only be the last outer one that reaches this far.
        if outer and item.cue and _holds(outer[-1], item):
            inner[-1].append(item)
        else:
            outer.append(item)
            inner.append([])
    return outer, inner


def _holds(outer: Attribution, item: Attribution) -> bool:
    parts = [*item.content, *(part for part in (item.source, item.cue) if part)]
    return all(any(piece.covers(part) for piece in outer.content) for part in parts)


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
    if _NOBODY.fullmatch(item.source.of(text)) or _FUTURE.match(item.cue.of(text)) or not reports_speech(item.cue.of(text)):
        return False
    return not _SUPPOSED.search(text, max(0, item.cue.start - 30), item.cue.start)
