"""From log-probabilities to spans: the best sequence of labels in which every I- follows its own B- or I-, its ends set anew.

Viterbi (1967), with transitions allowed or not and no weights of their own, says which spans there are and where they begin.
It judges piece by piece, and so ends a span at the median of the ends that the model holds possible: at the second of three
that are 0.4, 0.3 and 0.3 likely. The likeliest is where the probability of being inside falls most.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from onrecord.attribution.encoder import Tagged
from onrecord.spans import Span

__all__ = ["RoleSpan", "decode"]

_FORBIDDEN = np.float32(-1e4)
_OVER = 0.1  # a span that goes on with less than this probability is over


@dataclass(frozen=True, slots=True)
class RoleSpan:
    """Words in one role (`source`, `cue` or `content`), with the mean probability that the model gives that role there."""

    role: str
    span: Span
    confidence: float


def decode(tagged: Tagged, labels: Sequence[str]) -> list[RoleSpan]:
    """The spans of the best sequence of labels, each with its likeliest end, in text order."""
    if not tagged.pieces:
        return []
    path = _viterbi(tagged.log_probabilities, labels)
    starts = [row for row, label in enumerate(path) if labels[label].startswith("B-")]
    spans = []
    for start, limit in pairwise([*starts, len(path)]):
        role = labels[path[start]].removeprefix("B-")
        begun, inside = path[start], labels.index(f"I-{role}")
        least = next((row for row in range(start + 1, limit) if path[row] != inside), limit) - start
        probabilities = np.exp(tagged.log_probabilities[start : limit + 1, [begun, inside]])
        length = _length(probabilities[: limit - start].sum(axis=1), probabilities[1:, 1], least)
        words = Span(tagged.pieces[start].start, tagged.pieces[start + length - 1].end)
        spans.append(RoleSpan(role, words, float(probabilities[:length].sum(axis=1).mean())))
    return spans


def _length(within: npt.NDArray[np.float32], goes_on: npt.NDArray[np.float32], least: int) -> int:
    """How many pieces a span has whose probability is `within` at each piece, and `goes_on` at each piece behind.

    Looked at are all ends up to where it has surely ended, behind the `least` pieces that Viterbi gives it.
    """
    goes_on = np.append(goes_on, np.float32(0))[: len(within)]
    over = np.flatnonzero(goes_on[least - 1 :] < _OVER)
    last = least + int(over[0]) if len(over) else len(within)
    return 1 + int((within - goes_on)[:last].argmax())


def _viterbi(scores: npt.NDArray[np.float32], labels: Sequence[str]) -> list[int]:
    steps = np.array([[0 if _allowed(before, after) else _FORBIDDEN for after in labels] for before in labels], np.float32)
    best = scores[0] + np.array([0 if _allowed("O", label) else _FORBIDDEN for label in labels], np.float32)
    back = np.empty(scores.shape, np.intp)
    columns = np.arange(len(labels))
    for row in range(1, len(scores)):
        totals = best[:, None] + steps
        back[row] = totals.argmax(axis=0)
        best = totals[back[row], columns] + scores[row]
    path = [int(best.argmax())]
    for row in range(len(scores) - 1, 0, -1):
        path.append(int(back[row, path[-1]]))
    return path[::-1]


def _allowed(before: str, after: str) -> bool:
    """I- goes on from B- or I- of its own role; every other label may follow any."""
    return not after.startswith("I-") or before[1:] == after[1:]
