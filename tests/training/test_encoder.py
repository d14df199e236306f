"""The encoder and how a base is cut."""

from __future__ import annotations

import pytest
import torch

from training.encoder import Encoder, EncoderConfig, relative_buckets
from training.weights import select


def config(*, buckets: int) -> EncoderConfig:
    return EncoderConfig(
        vocabulary=50, positions=40, first_position=2, width=16, heads=2, inner=32, layers=(0, 1), relative_buckets=buckets,
        epsilon=1e-5, shift=4, cls=0, sep=2, pad=1, mask=49,
    )  # fmt: skip


@pytest.mark.parametrize("buckets", [0, 8])
def test_padding_changes_no_answer(buckets: int) -> None:
    torch.manual_seed(1)
    encoder = Encoder(config(buckets=buckets)).eval()
    ids = torch.randint(5, 49, (1, 9))
    shapes = torch.randint(0, 9, (1, 9))
    with torch.inference_mode():
        alone = encoder(ids, torch.ones_like(ids), shapes)
        padded = [torch.nn.functional.pad(t, (0, 6), value=v) for t, v in ((ids, 1), (torch.ones_like(ids), 0), (shapes, 0))]
        among = encoder(*padded)
    assert torch.allclose(alone, among[:, :9], atol=1e-5)


def test_shapes_say_nothing_until_they_are_fitted() -> None:
    torch.manual_seed(1)
    encoder = Encoder(config(buckets=8)).eval()
    ids = torch.randint(5, 49, (2, 9))
    mask = torch.ones_like(ids)
    assert torch.equal(encoder(ids, mask, torch.zeros_like(ids)), encoder(ids, mask, torch.full_like(ids, 8)))


def test_relative_buckets_tell_near_distances_and_sides_apart() -> None:
    table = relative_buckets(300, 32)
    assert table[0, :8].tolist() == [0, 17, 18, 19, 20, 21, 22, 23]
    assert table[:8, 0].tolist() == list(range(8))
    assert table[0, 128:].unique().tolist() == [31]
    assert table[0, 8] < table[0, 100]


def test_only_kept_layers_are_taken() -> None:
    state = {f"layers.{n}.up.weight": torch.tensor(n) for n in range(12)} | {"words.weight": torch.tensor(-1)}
    kept = select(state, (0, 1))
    assert {name: int(value) for name, value in kept.items()} == {
        "words.weight": -1,
        "layers.0.up.weight": 0,
        "layers.1.up.weight": 1,
    }
