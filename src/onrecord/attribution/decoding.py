"""From log-probabilities to spans: the best sequence of labels in which every I- follows its own B- or I-, its edges set anew.

Viterbi (1967), with transitions allowed or not and no weights of their own, says where there are spans. It judges piece by
piece, where the model holds several edges of one span possible. So it ends a span at the median of the possible ends: at the
second of three that are 0.4, 0.3 and 0.3 likely. The likeliest is where the probability of being inside falls most. And it
takes two possible beginnings for two spans, though the first hardly ends where the second begins.
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
_ENDS = 0.5  # the probability that a span ends, from which on one that abuts is another
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
    probabilities = np.exp(tagged.log_probabilities)
    spans = []
    for start, limit in pairwise([*_starts(path, probabilities, labels), len(path)]):
        begun, inside = columns = _columns(labels, path[start])
        least = next((row for row in range(start + 1, limit) if path[row] not in columns), limit) - start
        within = probabilities[start:limit, columns].sum(axis=1)
        length = _length(within, probabilities[start + 1 : limit + 1, inside], least)
        words = Span(tagged.pieces[start].start, tagged.pieces[start + length - 1].end)
        spans.append(RoleSpan(labels[begun].removeprefix("B-"), words, float(within[:length].mean())))
    return spans


def _columns(labels: Sequence[str], begun: int) -> list[int]:
    """The numbers of a role's two labels, by that of its B-."""
    return [begun, labels.index(labels[begun].replace("B-", "I-"))]


def _starts(path: Sequence[int], probabilities: npt.NDArray[np.float32], labels: Sequence[str]) -> list[int]:
    """Where spans begin: where Viterbi has it, and of two that abut, but more likely are one, where it more likely does."""
    starts: list[int] = []
    for row, label in enumerate(path):
        if not labels[label].startswith("B-"):
            continue
        begun, inside = columns = _columns(labels, label)
        if starts and path[row - 1] in columns and probabilities[row - 1, columns].sum() - probabilities[row, inside] < _ENDS:
            starts[-1] = max(starts[-1], row, key=lambda start: probabilities[start, begun])
        else:
            starts.append(row)
    return starts


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
