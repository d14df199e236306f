"""Turns of dialogue among the attributions.

The words of a turn are one direct attribution per paragraph; who is quoted inside it is found by nesting. A turn told in the
third person ("Mr. Tamm: asked the Minister whether …") stays as the model found it, with the label for its source.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.attribution.attribution import Attribution
from onrecord.attribution.structure import Structure
from onrecord.attribution.turns import Turn, turns
from onrecord.spans import Span

__all__ = ["speak"]

_NEAR = 25


def speak(structure: Structure, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions with one for each paragraph of a turn in place of what the model found inside it."""
    rest = list(attributions)
    spoken: list[Attribution] = []
    first = 0
    for turn in turns(structure):
        parts = [turn.words, *([turn.label] if turn.label else [])]
        whole = Span(min(parts).start, max(part.end for part in parts))
        # Both lists stand in text order: what ended before this turn cannot lie in a later one.
        while first < len(rest) and rest[first].content[-1].end <= whole.start:
            first += 1
        last = first
        while last < len(rest) and rest[last].content[0].start < whole.end:
            last += 1
        held = rest[first:last]
        told = next((number for number, item in enumerate(held) if _told(structure.text, turn, item)), None)
        if told is None:
            # What the model found inside a turn may be somebody's whom the speaker quotes: nesting decides.
            rest[first:last] = [item for item in held if item.cue and _lies_in(turn.words, item)]
            spoken.append(_turn(structure, turn))
        else:
            rest[first + told] = replace(held[told], source=turn.label, turn=True)
    return sorted([*spoken, *rest], key=lambda item: (item.content[0].start, -item.content[-1].end))


def _lies_in(words: Span, item: Attribution) -> bool:
    parts = [*item.content, *filter(None, (item.source, item.cue))]
    return all(words.covers(part) for part in parts) and item.content != (words,)


def _told(text: str, turn: Turn, item: Attribution) -> bool:
    """Whether the turn begins with a cue: it is told, not spoken."""
    return bool(turn.label and item.cue and item.cue.start - turn.words.start < _NEAR and text[turn.words.start].islower())


def _turn(structure: Structure, turn: Turn) -> Attribution:
    text = structure.text
    words = turn.words
    if not turn.quoted and text[words.end - 1] in ".–—-":
        words = Span(words.start, words.end - 1).trim(text)
    if not turn.quoted and words and text[words.start] in "–—-":
        words = Span(words.start + 1, words.end).trim(text)
    return Attribution(turn.label, None, (words or turn.words,), "direct", turn=True, confidence=0.95)
