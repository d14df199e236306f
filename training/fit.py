"""Fitting a tagger to windows: the loop that teacher and students share.

What a batch holds depends on the seed, the epoch and its number alone, and so do the random numbers within a step. So a
run that was stopped goes on from its checkpoint exactly as if it had not been.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.random import Generator
from torch import Tensor, nn
from torch.optim import AdamW

from training.progress import Progress
from training.recipe import Settings
from training.store import replace_file
from training.tagger import Answer, Tagger, link_loss, soft_loss, tag_loss
from training.windows import Batch, Window, collate, in_batches


@dataclass
class Place:
    """How far a run has come: batches `done` of `epoch`, `step` over all epochs."""

    epoch: int = 0
    done: int = 0
    step: int = 0


def autocast() -> torch.autocast:
    """Half the bits where the processor multiplies them natively; elsewhere bfloat16 is emulated and slower."""
    able = torch.cpu.get_capabilities()
    native = bool(able.get("avx512_bf16") or able.get("amx_bf16") or able.get("bf16"))
    return torch.autocast("cpu", dtype=torch.bfloat16, enabled=native)


def optimizer(tagger: Tagger, settings: Settings) -> AdamW:
    """AdamW with a rate for the encoder and one for heads and shapes, which are new; no weight decay on norms and biases."""
    groups: dict[tuple[float, float], list[nn.Parameter]] = {}
    for name, parameter in tagger.named_parameters():
        if parameter.requires_grad:
            body = name.startswith("encoder.") and "shapes" not in name
            decays = 0.01 if parameter.ndim > 1 else 0.0
            groups.setdefault((settings.rate if body else settings.head_rate, decays), []).append(parameter)
    return AdamW(
        [{"params": p, "lr": rate, "weight_decay": decay, "peak": rate} for (rate, decay), p in groups.items()],
        fused=True,
    )


def rate_factor(settings: Settings, *, step: int, progress: float) -> float:
    """Share of the peak rate at `step`, the run being done to the share `progress`."""
    return min(1.0, (step + 1) / settings.warmup) * min(1.0, max(0.0, 1.0 - progress) / settings.decay)


def loss_of(answer: Answer, batch: Batch, settings: Settings) -> Tensor:
    """The weighted sum of the losses."""
    loss = settings.tags * tag_loss(answer, batch) + settings.link * link_loss(answer, batch)
    return loss + settings.soft * soft_loss(answer, batch) if settings.soft else loss


def save_checkpoint(path: Path, tagger: Tagger, adam: AdamW, place: Place) -> None:
    """Everything needed to go on, in one file that is never half written."""
    part = replace_file(path)
    torch.save({"model": tagger.state_dict(), "optimizer": adam.state_dict(), "place": vars(place)}, part)
    part.replace(path)


def load_checkpoint(path: Path, tagger: Tagger, adam: AdamW) -> Place:
    """Where to go on: at the checkpoint, or at the beginning where there is none."""
    if not path.exists():
        return Place()
    state: dict[str, Any] = torch.load(path, map_location="cpu", weights_only=True)
    tagger.load_state_dict(state["model"])
    peaks = [group["peak"] for group in adam.param_groups]
    adam.load_state_dict(state["optimizer"])
    for group, peak in zip(adam.param_groups, peaks, strict=True):
        group["peak"] = peak  # the recipe's word holds, not that of the run that was stopped
    return Place(**state["place"])


def batches_from(
    windows_of: Callable[[int, Generator], list[Window]], settings: Settings, place: Place
) -> Iterator[tuple[list[Window], float]]:
    """The batches still to do, each with the share of the whole run that stands before it. Moves `place` on."""
    while place.epoch < settings.epochs:
        random = np.random.default_rng([settings.seed, place.epoch])
        batches = in_batches(windows_of(place.epoch, random), settings.batch, random)
        while place.done < len(batches):
            yield batches[place.done], (place.epoch + place.done / len(batches)) / settings.epochs
            place.done += 1
            place.step += 1
        place.epoch, place.done = place.epoch + 1, 0


def fit(
    tagger: Tagger,
    windows_of: Callable[[int, Generator], list[Window]],
    settings: Settings,
    checkpoint: Path,
    progress: Progress,
) -> None:
    """Fit `tagger` in place; `windows_of(epoch, random)` draws an epoch's windows."""
    adam = optimizer(tagger, settings)
    place = load_checkpoint(checkpoint, tagger, adam)
    tagger.train()
    saved = time.monotonic()
    with ThreadPoolExecutor(settings.shares, initializer=torch.set_num_threads, initargs=(1,)) as pool:
        for windows, share in batches_from(windows_of, settings, place):
            factor = rate_factor(settings, step=place.step, progress=share)
            loss = take_step(tagger, adam, batches_of(windows, tagger, settings, place), settings, factor=factor, pool=pool)
            progress.tell(share, pieces=sum(len(window.ids) for window in windows), loss=loss)
            if time.monotonic() - saved > settings.checkpoint_every:
                ahead = Place(place.epoch, place.done + 1, place.step + 1)
                save_checkpoint(checkpoint, tagger, adam, ahead)
                saved = time.monotonic()
    save_checkpoint(checkpoint, tagger, adam, place)
    tagger.eval()


def batches_of(windows: list[Window], tagger: Tagger, settings: Settings, place: Place) -> list[Batch]:
    """The windows in tensors, in as many shares as the settings say; what is random is seeded by the place."""
    random = np.random.default_rng([settings.seed, place.epoch, place.done])
    shares = [windows[number :: settings.shares] for number in range(settings.shares)]
    return [collate(share, tagger.encoder.config, random, masked=settings.masked) for share in shares if share]


def take_step(
    tagger: Tagger, adam: AdamW, batches: list[Batch], settings: Settings, *, factor: float, pool: ThreadPoolExecutor
) -> float:
    """One step down the mean gradient of the shares, at `factor` of the peak rates; the mean loss before it.

    Each share has a thread of its own from end to end. Threads that share out every single product wait for each other a
    thousand times a step, which is dear where other work takes turns on the same processors.
    """
    parameters = [parameter for parameter in tagger.parameters() if parameter.requires_grad]
    answers = list(pool.map(lambda batch: gradients(tagger, parameters, batch, settings), batches))
    for parameter, *parts in zip(parameters, *(parts for _, parts in answers), strict=True):
        parameter.grad = sum(parts[1:], parts[0]) / len(parts)
    nn.utils.clip_grad_norm_(parameters, 1.0)
    for group in adam.param_groups:
        group["lr"] = group["peak"] * factor
    adam.step()
    return sum(loss for loss, _ in answers) / len(answers)


def gradients(
    tagger: Tagger, parameters: list[nn.Parameter], batch: Batch, settings: Settings
) -> tuple[float, tuple[Tensor, ...]]:
    """The loss on one share and its gradient."""
    with autocast():
        answer = tagger(batch.ids, batch.mask, batch.shapes)
    loss = loss_of(answer, batch, settings)
    return float(loss.detach()), torch.autograd.grad(loss, parameters)
