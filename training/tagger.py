"""The model: an encoder with a tag head and a linking head, and what it is fitted to.

Linking: each source and content chooses its cue. The score of a cue that starts at piece `i` for a span that starts at
piece `j` is the inner product of `query[i]` and `key[j]` (after Dozat and Manning, 2017, without the bias terms).
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.encoder import Encoder
from training.pieces import LABELS
from training.windows import IGNORED, Batch

LINK_WIDTH = 64


@dataclass(frozen=True)
class Answer:
    """`tags` `(windows, pieces, labels)` unnormalised; `query` and `key` `(windows, pieces, LINK_WIDTH)`."""

    tags: Tensor
    query: Tensor
    key: Tensor


class Tagger(nn.Module):
    """An encoder and its two heads. There is no dropout: it nearly halves the speed on a CPU, and hidden pieces do its work."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        width = encoder.config.width
        self.encoder = encoder
        self.tags = nn.Linear(width, len(LABELS))
        self.query = nn.Linear(width, LINK_WIDTH)
        self.key = nn.Linear(width, LINK_WIDTH)

    def forward(self, ids: Tensor, mask: Tensor, shapes: Tensor) -> Answer:
        hidden = self.encoder(ids, mask, shapes)
        return Answer(self.tags(hidden), self.query(hidden) / LINK_WIDTH**0.5, self.key(hidden))


def tag_loss(answer: Answer, batch: Batch) -> Tensor:
    """Cross-entropy of the annotated tags, a mean over annotated pieces; 0 where there are none."""
    logits = answer.tags.float().flatten(0, 1)
    if not bool((batch.tags != IGNORED).any()):
        return logits.sum() * 0.0
    return functional.cross_entropy(logits, batch.tags.flatten(), ignore_index=IGNORED)


def soft_loss(answer: Answer, batch: Batch) -> Tensor:
    """Cross-entropy of the teacher's tags, a mean over the pieces that it read; 0 where there are none."""
    logits = answer.tags.float()
    if batch.soft is None:
        return logits.sum() * 0.0
    spoken = batch.soft.sum(-1)
    return -(batch.soft * functional.log_softmax(logits, -1)).sum() / spoken.sum().clamp(min=1.0)


def link_loss(answer: Answer, batch: Batch) -> Tensor:
    """Cross-entropy of each span's cue among the cues of its window, a mean over spans; 0 where there are none."""
    scores = torch.einsum("bid,bjd->bji", answer.query.float(), answer.key.float())
    scores = scores.masked_fill(~batch.cues[:, None, :], -1e4)
    chosen = batch.links != IGNORED
    if not bool(chosen.any()):
        return scores.sum() * 0.0
    return functional.cross_entropy(scores[chosen], batch.links[chosen])
