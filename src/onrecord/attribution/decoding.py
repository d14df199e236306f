"""From log-probabilities to spans: the best sequence of labels in which every I- follows its own B- or I-.

Viterbi (1967), with transitions allowed or not and no weights of their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from onrecord.attribution.encoder import Tagged
from onrecord.spans import Span

__all__ = ["RoleSpan", "decode"]

_FORBIDDEN = np.float32(-1e4)


@dataclass(frozen=True, slots=True)
class RoleSpan:
    """Words in one role (`source`, `cue` or `content`), with the mean probability that the model gives that role there."""

    role: str
    span: Span
    confidence: float


def decode(tagged: Tagged, labels: Sequence[str]) -> list[RoleSpan]:
    """The spans of the best sequence of labels, in text order."""
    if not tagged.pieces:
        return []
    path = _viterbi(tagged.log_probabilities, labels)
    spans = []
    start = 0
    while start < len(path):
        prefix, _, role = labels[path[start]].partition("-")
        end = start + 1
        if prefix == "B":
            inside = labels.index(f"I-{role}")
            while end < len(path) and path[end] == inside:
                end += 1
            rows = tagged.log_probabilities[start:end, [path[start], inside]]
            confidence = float(np.exp(rows).sum(axis=1).mean())
            spans.append(RoleSpan(role, Span(tagged.pieces[start].start, tagged.pieces[end - 1].end), confidence))
        start = end
    return spans


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
