"""The transformer encoder, one implementation for the two families used.

BERT (Devlin et al., 2019) and MPNet (Song et al., 2020) differ only in that MPNet adds a learned bias by relative
position to every attention score and numbers its positions from two. Both get one more input here, the *shape* of each
piece (see `onrecord.attribution.shapes`), whose embedding starts at zero, so that an unfitted model answers as its base does.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from onrecord.attribution.shapes import SHAPES


@dataclass(frozen=True)
class EncoderConfig:
    """Sizes of an encoder, and how its vocabulary relates to BERT's.

    `shift` is what must be added to a BERT piece id to get this encoder's; `relative_buckets` is 0 where the encoder
    has no relative position bias. `layers` names the base's layers that are kept, lowest first.
    """

    vocabulary: int
    positions: int
    first_position: int
    width: int
    heads: int
    inner: int
    layers: tuple[int, ...]
    relative_buckets: int
    epsilon: float
    shift: int
    cls: int
    sep: int
    pad: int
    mask: int


def relative_buckets(length: int, buckets: int, *, furthest: int = 128) -> Tensor:
    """Bucket of every pair of positions, `(length, length)` int64.

    Half the buckets look each way; in each half the nearest distances have one bucket each and the others share
    logarithmically wider ones up to `furthest` (Raffel et al., 2020, section 2.1).
    """
    position = torch.arange(length)
    distance = position[None, :] - position[:, None]
    half = buckets // 2
    exact = half // 2
    away = distance.abs()
    scaled = torch.log(away.clamp(min=1).float() / exact) / math.log(furthest / exact) * (half - exact)
    far = (exact + scaled.long()).clamp(max=half - 1)
    return torch.where(away < exact, away, far) + (distance > 0).long() * half


class Layer(nn.Module):
    """Self-attention and feed-forward, each followed by a sum and a normalisation."""

    def __init__(self, config: EncoderConfig) -> None:
        super().__init__()
        self.heads = config.heads
        self.qkv = nn.Linear(config.width, 3 * config.width)
        self.out = nn.Linear(config.width, config.width)
        self.attention_norm = nn.LayerNorm(config.width, eps=config.epsilon)
        self.up = nn.Linear(config.width, config.inner)
        self.down = nn.Linear(config.inner, config.width)
        self.output_norm = nn.LayerNorm(config.width, eps=config.epsilon)

    def forward(self, hidden: Tensor, bias: Tensor) -> Tensor:
        batch, length, width = hidden.shape
        q, k, v = self.qkv(hidden).view(batch, length, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        mixed = functional.scaled_dot_product_attention(q, k, v, attn_mask=bias.to(q.dtype))
        mixed = self.out(mixed.transpose(1, 2).reshape(batch, length, width))
        hidden = self.attention_norm(hidden + mixed)
        normalised: Tensor = self.output_norm(hidden + self.down(functional.gelu(self.up(hidden))))
        return normalised


class Encoder(nn.Module):
    """Pieces and shapes in, one vector a piece out, `(batch, pieces, width)`."""

    def __init__(self, config: EncoderConfig) -> None:
        super().__init__()
        self.config = config
        self.words = nn.Embedding(config.vocabulary, config.width)
        self.positions = nn.Embedding(config.positions, config.width)
        self.shapes = nn.Embedding(SHAPES, config.width)
        self.norm = nn.LayerNorm(config.width, eps=config.epsilon)
        self.layers = nn.ModuleList(Layer(config) for _ in config.layers)
        nn.init.zeros_(self.shapes.weight)
        if config.relative_buckets:
            # Held fixed: a bias that asks for a gradient would rule out the fused attention kernel.
            self.relative = nn.Parameter(torch.zeros(config.relative_buckets, config.heads), requires_grad=False)

    def attention_bias(self, mask: Tensor) -> Tensor:
        """What is added to attention scores: minus infinity, nearly, for padding; the relative bias where there is one."""
        bias = (1.0 - mask[:, None, None, :].float()) * -1e4
        if self.config.relative_buckets:
            buckets = relative_buckets(mask.shape[1], self.config.relative_buckets)
            return bias + self.relative[buckets].permute(2, 0, 1)[None]
        return bias.expand(-1, -1, mask.shape[1], -1)

    def forward(self, ids: Tensor, mask: Tensor, shapes: Tensor) -> Tensor:
        places = torch.arange(ids.shape[1]) + self.config.first_position
        hidden: Tensor = self.norm(self.words(ids) + self.positions(places)[None] + self.shapes(shapes))
        bias = self.attention_bias(mask)
        for layer in self.layers:
            hidden = layer(hidden, bias)
        return hidden
