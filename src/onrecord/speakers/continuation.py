"""Speech that goes on with no cue and no quotation marks: which sentences carry on a speaker's report.

A sentence is a candidate when nobody, or only somebody who may be cited, is given its words, and somebody spoke before it. A
logistic scorer over the signs of `onrecord.speakers.telling` (weights in `continuation.json`, made by
`training/continuation.py`) decides; the threshold stands where few of the writer's own sentences get through, since words put
into somebody's mouth are the worse error.
"""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Sequence
from dataclasses import replace
from importlib import resources

import msgspec

from onrecord.attribution.attribution import Attribution
from onrecord.spans import Span
from onrecord.speakers.cast import Cast
from onrecord.speakers.frames import Frame, frame_of
from onrecord.speakers.ledger import Entry
from onrecord.speakers.setting import Setting
from onrecord.speakers.story import Choice
from onrecord.speakers.telling import NAMES, is_procedure, tells_of_another
from onrecord.speakers.walk import Candidate, Walk

__all__ = ["carry_on", "probability"]

_QUOTED = re.compile(r"[“\"«‘]([^“”\"«»‘’]{2,})[”\"»’]")
_SMALL = "of|the|and|for|in|on|to|a|an|from|with|by|at"
# Who reports another's speech does not say "I" there: the writer does.
_I = re.compile(
    r"(?:\A\W*|[,;:–—]\s+|\b(?:and|but|that|when|so|as|if|because|where|while|than|whom|which)\s+)I(?:\s+[a-z]|[’']\w)"
)
# A title or short name: every long word in capitals.
_TITLE = re.compile(rf"(?:[A-Z0-9][\w’'\-]*[,:]?|{_SMALL})(?: (?:[A-Z0-9][\w’'\-]*[,:]?|{_SMALL}))*")
# How sure a frame makes that a sentence is its speaker's.
_FRAMED = 0.9
# How sure it is that the items of a list are of whoever opens it.
_LISTED = 0.9
_MARKER = re.compile(r"[\s•*_–—-]*(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]\s+)?")
# Others' words between two of the speaker's own sentences are most likely cited by the speaker.
_CITING = 0.3
# A paragraph in which "he" means the speaker of the one before, and that names nobody else, is most likely the speaker's.
_ENCLOSED = 0.35
# Hearsay is as likely the writer's.
_HEARSAY = 0.85


def carry_on(setting: Setting, cast: Cast, settled: Sequence[Entry]) -> list[Entry]:
    """The settled entries, and those of sentences that carry on somebody's report; what these cite stands inside them."""
    entries = list(settled)
    frame = _before_turns(frame_of(setting, cast), settled)
    before = 1.0
    for candidate in Walk(setting, cast, settled, frame).candidates():
        framed = frame is not None and frame.start <= candidate.sentence.start < frame.end and candidate.party is frame.party
        alone = probability(candidate.signs)
        # A sentence that carries on a continued one is speech only if that one is.
        chance = max(
            alone * (before if candidate.run else 1.0), _FRAMED if framed else 0.0, _LISTED if candidate.listed else 0.0
        )
        if candidate.hosted and not (candidate.returns or framed or candidate.listed):
            # Others' words stand inside a report only where its speaker goes on behind them.
            continue
        if not (framed or candidate.listed) and _I.search(_QUOTED.sub("", candidate.sentence.of(setting.text))):
            continue
        threshold = _threshold([entries[index] for index in candidate.hosted])
        threshold = _ENCLOSED if candidate.enclosed and not candidate.hosted else threshold
        if chance >= threshold and _may_be_speech(setting, candidate):
            candidate.taken = True
            before = alone
            for index in (*candidate.hosted, *candidate.aside):
                inner = replace(entries[index].attribution, within=len(entries))
                entries[index] = replace(entries[index], attribution=inner)
            entries.append(_entry(setting.text, candidate, chance))
    return entries


def _before_turns(frame: Frame | None, settled: Sequence[Entry]) -> Frame | None:
    """The frame up to the first labelled turn: from there on the labels say who speaks."""
    starts = [entry.attribution.content[0].start for entry in settled if entry.attribution.turn and entry.attribution.source]
    first = next((start for start in starts if frame and start > frame.start), None)
    return replace(frame, end=min(frame.end, first)) if frame and first else frame


def _threshold(hosted: Sequence[Entry]) -> float:
    """How likely a sentence must be speech, by the words of others in it."""
    if not hosted:
        return _model().threshold
    return _CITING if any(entry.parties for entry in hosted) else _HEARSAY


def _may_be_speech(setting: Setting, candidate: Candidate) -> bool:
    """Whether the words are a sentence of the running text: no heading, note, date line or step of a meeting."""
    text = candidate.sentence.of(setting.text)
    block = setting.blocks[setting.block(candidate.sentence.start)]
    if (
        block.kind in {"heading", "cell", "caption", "footnote"}
        or is_procedure(text)
        or tells_of_another(text, candidate.party)
    ):
        return False
    return candidate.listed or text.rstrip('*_"”’)] ')[-1:] in ".!?…;:"


def _entry(text: str, candidate: Candidate, chance: float) -> Entry:
    content = candidate.sentence.trim(text, " \t\n\u00a0•*_-–—")
    if candidate.listed and (marker := _MARKER.match(text, content.start, content.end)):
        content = Span(marker.end(), content.end).trim(text, " \t\n;,")
    if content.of(text).endswith(".") and not content.of(text).endswith(".."):
        content = Span(content.start, content.end - 1)
    # Words of the speaker in marks make it mixed; the marks of a title do not.
    quoted = any(not _TITLE.fullmatch(match[1]) for match in _QUOTED.finditer(content.of(text)))
    attribution = Attribution(source=None, cue=None, content=(content,), kind="indirect")
    choice = Choice((candidate.party,), chance)
    return Entry(attribution, choice, choice.parties, kind="mixed" if quoted else "continued")


def probability(values: Sequence[float]) -> float:
    """The probability that a sentence with these signs carries on the report."""
    weights = _model().weights
    return 1 / (1 + math.exp(-sum(weights[name] * value for name, value in zip(NAMES, values, strict=True))))


class _Model(msgspec.Struct, frozen=True):
    threshold: float
    weights: dict[str, float]


@functools.cache
def _model() -> _Model:
    data = resources.files("onrecord.speakers").joinpath("continuation.json").read_bytes()
    return msgspec.json.decode(data, type=_Model)
