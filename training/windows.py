"""Texts cut to windows, windows put into batches of tensors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.random import Generator
from numpy.typing import NDArray
from torch import Tensor

from training.augment import clip
from training.encoder import EncoderConfig
from training.pieces import LABELS, ROLES, Span, Text, tags

IGNORED = -100


@dataclass(frozen=True)
class Window:
    """A stretch of a text. `tags` is None where nobody annotated; `soft` is a teacher's answer, if any.

    `spans` are counted from the window's first piece and clipped to it.
    """

    ids: NDArray[np.int32]
    shapes: NDArray[np.int8]
    spans: tuple[Span, ...]
    tags: NDArray[np.int64] | None = None
    soft: NDArray[np.float16] | None = None


@dataclass(frozen=True)
class Batch:
    """Tensors of some windows, all `(windows, pieces)`.

    `tags` and `links` are `IGNORED` where there is nothing to learn. `links` holds, at the first piece of a source or
    content, the place of the first piece of its cue; `cues` tells the first pieces of cues. `soft`, if there,
    is `(windows, pieces, labels)` and zero where the teacher was silent.
    """

    ids: Tensor
    mask: Tensor
    shapes: Tensor
    tags: Tensor
    links: Tensor
    cues: Tensor
    soft: Tensor | None = None


def cut_windows(text: Text, size: int, random: Generator) -> list[Window]:
    """`text` in windows of `size` pieces, the first one shorter by chance, so that the cuts fall elsewhere each time."""
    windows, start = [], 0
    end = int(random.integers(size // 2, size + 1))
    reading = text.readings[0] if text.readings else ()
    whole = tags(reading, len(text.ids)) if text.readings and not text.silver else None
    while start < len(text.ids):
        end = min(end, len(text.ids))
        windows.append(
            Window(
                ids=text.ids[start:end],
                shapes=text.shapes[start:end],
                spans=tuple(clip(reading, start, end)),
                tags=None if whole is None else whole[start:end],
                soft=None if text.soft is None else text.soft[start:end],
            )
        )
        start, end = end, end + size
    return windows


def in_batches(windows: list[Window], size: int, random: Generator) -> list[list[Window]]:
    """Windows of like length together, the batches in random order."""
    noisy = [len(window.ids) + 20 * random.random() for window in windows]
    order = np.argsort(noisy, kind="stable")
    batches = [[windows[i] for i in order[k : k + size]] for k in range(0, len(order), size)]
    return [batches[i] for i in random.permutation(len(batches))]


def link_targets(spans: Sequence[Span], length: int) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Per piece the place of the cue that a source or content starting there belongs to, and where cues start."""
    links = np.full(length, IGNORED, dtype=np.int64)
    cues = np.zeros(length, dtype=np.bool_)
    first: dict[int, int] = {}
    for span in spans:
        if ROLES[span.role] == "cue":
            first.setdefault(span.event, span.start)
            cues[span.start] = True
    for span in spans:
        if ROLES[span.role] != "cue" and span.event in first:
            links[span.start] = first[span.event]
    return links, cues


def collate(windows: Sequence[Window], config: EncoderConfig, random: Generator | None, *, masked: float = 0.0) -> Batch:
    """The windows as one batch, each between [CLS] and [SEP]; a share `masked` of the pieces hidden."""
    length = max(len(window.ids) for window in windows) + 2
    shape = (len(windows), length)
    ids = np.full(shape, config.pad, dtype=np.int64)
    mask, shapes = np.zeros(shape, dtype=np.int64), np.zeros(shape, dtype=np.int64)
    labels, links = np.full(shape, IGNORED, dtype=np.int64), np.full(shape, IGNORED, dtype=np.int64)
    cues = np.zeros(shape, dtype=np.bool_)
    soft = np.zeros((*shape, len(LABELS)), dtype=np.float32) if any(w.soft is not None for w in windows) else None
    for row, window in enumerate(windows):
        n = len(window.ids)
        inside = slice(1, n + 1)
        ids[row, inside] = window.ids + config.shift
        if random is not None:
            ids[row, inside][random.random(n) < masked] = config.mask
        ids[row, 0], ids[row, n + 1] = config.cls, config.sep
        mask[row, : n + 2] = 1
        shapes[row, inside] = window.shapes
        if window.tags is not None:
            labels[row, inside] = window.tags
        targets, cues[row, inside] = link_targets(window.spans, n)
        links[row, inside] = np.where(targets >= 0, targets + 1, IGNORED)
        if soft is not None and window.soft is not None:
            soft[row, inside] = np.exp(window.soft.astype(np.float32))
    return Batch(
        ids=torch.from_numpy(ids),
        mask=torch.from_numpy(mask),
        shapes=torch.from_numpy(shapes),
        tags=torch.from_numpy(labels),
        links=torch.from_numpy(links),
        cues=torch.from_numpy(cues),
        soft=None if soft is None else torch.from_numpy(soft),
    )
