"""How the code that ships reads a fitted model: its `config.json`, and its spans with what links them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from onrecord.attribution.decoding import decode
from onrecord.attribution.encoder import Tagged
from training.encoder import EncoderConfig
from training.pieces import LABELS, ROLES, Span

INPUTS = ("input_ids", "attention_mask", "shapes")
OUTPUTS = ("log_probabilities", "link_query", "link_key")
# What the logarithm of a distance in pieces weighs against the linking head, which learnt to tell apart the cues of one
# window only. Between annotated spans of PolNeAR's development part, contents go to their cue in 93.0 % by distance
# alone, 79.7 % by the head alone, 96.7 % by both; sources in 93.0, 74.2 and 93.7 %.
DISTANCE = 4.0


def model_config(config: EncoderConfig, window: int) -> dict[str, Any]:
    """The `config.json` of an exported tagger."""
    return {
        "labels": LABELS,
        "window": window,
        "inputs": INPUTS,
        "output": OUTPUTS[0],
        "link_query": OUTPUTS[1],
        "link_key": OUTPUTS[2],
        "cls": config.cls,
        "sep": config.sep,
    }


def linked(tagged: Tagged, *, reach: int = 254) -> list[Span]:
    """The decoded spans in pieces, in text order; those that belong together share the event, which is a cue's number.

    Each source and content goes to the cue, among those that start within `reach` pieces, that the linking head and nearness
    together score highest; in a model without that head, to the nearest. One with no cue in reach gets an event of its own.
    """
    starts = {piece.start: number for number, piece in reversed(list(enumerate(tagged.pieces)))}
    ends = {piece.end: number + 1 for number, piece in enumerate(tagged.pieces)}
    spans = [
        Span(ROLES.index(found.role), starts[found.span.start], ends[found.span.end], number)
        for number, found in enumerate(decode(tagged, LABELS))
    ]
    cues = [span for span in spans if ROLES[span.role] == "cue"]
    return [span if ROLES[span.role] == "cue" else choose(span, cues, tagged, reach) for span in spans]


def choose(span: Span, cues: Sequence[Span], tagged: Tagged, reach: int) -> Span:
    """`span` in the event of the cue that it goes to."""
    near = [cue for cue in cues if abs(cue.start - span.start) < reach]
    if not near:
        return span
    gaps = np.array([max(cue.start - span.end, span.start - cue.end, 0) for cue in near])
    scores = -DISTANCE * np.log1p(gaps)
    if tagged.link_query is not None and tagged.link_key is not None:
        scores += tagged.link_query[[cue.start for cue in near]] @ tagged.link_key[span.start]
    return replace(span, event=near[int(scores.argmax())].event)
