"""Step `label`: the teacher reads texts, and its answers are kept for students to learn from.

The teacher reads as it ships, in int8, which answers alike and several times as fast, in a process for each core. Texts are
read in a shuffled order, some at a time; every such shard is one file under `work/labels`, so a run that was stopped goes
on with the shards that are missing, and a student can be fitted to as many as there are.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path

import numpy as np

from onrecord.attribution.encoder import load
from training.errors import TrainingError
from training.export import export
from training.pieces import Span, Text
from training.progress import Progress
from training.reader import linked
from training.recipe import Recipe
from training.store import load_texts, replace_file

SHARD = 64
PARTS = ("train", "unannotated")


def order(texts: int, seed: int) -> list[list[int]]:
    """The numbers of the texts, shuffled, in shards."""
    shuffled = np.random.default_rng(seed).permutation(texts).tolist()
    return [shuffled[start : start + SHARD] for start in range(0, texts, SHARD)]


def shard_file(work: Path, part: str, number: int) -> Path:
    """Where a shard's answers lie."""
    return work / "labels" / f"{part}-{number:04}.npz"


def label(recipe: Recipe, work: Path, teacher: Path | None = None) -> None:
    """Read the annotated and the unannotated texts with the teacher; what is there already is not read again.

    `teacher` is the folder of an exported model to read with in place of the recipe's own.
    """
    folder = teacher or exported(recipe, work)
    with ProcessPoolExecutor(os.cpu_count(), multiprocessing.get_context("spawn")) as pool:
        for part in PARTS:
            if (work / "prepared" / f"{part}.npz").exists():
                label_part(recipe, work, part, folder, pool)


def exported(recipe: Recipe, work: Path) -> Path:
    """Where the recipe's teacher is as it ships; it is exported if it was not yet."""
    folder = work / "export" / "teacher" / "int8"
    if not (folder / "model.onnx").exists():
        export(recipe, "teacher", work)
    return folder


def label_part(recipe: Recipe, work: Path, part: str, folder: Path, pool: ProcessPoolExecutor) -> None:
    """Read what is still missing of one part."""
    texts = load_texts(work / "prepared" / f"{part}.npz")
    shards = order(len(texts), recipe.teacher.settings.seed)
    if part == "unannotated":
        shards = shards[: round(recipe.silver * len(shards))]
    missing = [number for number in range(len(shards)) if not shard_file(work, part, number).exists()]
    lots = [[texts[i] for i in shards[number]] for number in missing]
    files = [shard_file(work, part, number) for number in missing]
    progress = Progress(f"label {part}")
    for done, lot in enumerate(pool.map(save_answers, files, [folder] * len(lots), lots), start=1):
        progress.tell(done / len(lots), pieces=lot)


def save_answers(path: Path, folder: Path, texts: list[Text]) -> int:
    """Read `texts` with the model in `folder` and write the log-probabilities and the linked spans; the number of pieces."""
    encoder = load(str(folder))
    answers = [encoder.tag(text.text) for text in texts]
    for text, answer in zip(texts, answers, strict=True):
        if len(answer.pieces) != len(text.ids):
            raise TrainingError(f"{text.name}: the teacher's pieces are not those of `prepare`; run `prepare` again")
    spans = [
        (number, span.role, span.start, span.end, span.event)
        for number, answer in enumerate(answers)
        for span in linked(answer)
    ]
    part = replace_file(path)
    with part.open("wb") as file:
        np.savez_compressed(
            file,
            soft=np.concatenate([answer.log_probabilities for answer in answers]).astype(np.float16),
            spans=np.array(spans, dtype=np.int32).reshape(-1, 5),
        )
    part.replace(path)
    return sum(len(text.ids) for text in texts)


def labelled(recipe: Recipe, work: Path, part: str) -> Iterator[Text]:
    """The texts of `part` that the teacher has read, with its answers; annotators' readings stay, if there are any."""
    path = work / "prepared" / f"{part}.npz"
    texts = load_texts(path) if path.exists() else []
    for number, shard in enumerate(order(len(texts), recipe.teacher.settings.seed)):
        answers = shard_file(work, part, number)
        if answers.exists():
            with np.load(answers) as data:
                soft, spans = data["soft"], data["spans"].tolist()
            ends = np.cumsum([len(texts[i].ids) for i in shard])
            for place, (i, rows) in enumerate(zip(shard, np.split(soft, ends[:-1]), strict=True)):
                own = tuple(Span(*span) for text, *span in spans if text == place)
                yield with_answers(texts[i], rows, own)


def with_answers(text: Text, soft: np.ndarray[tuple[int, ...], np.dtype[np.float16]], spans: tuple[Span, ...]) -> Text:
    """`text` with a teacher's tags, and its spans where nobody annotated."""
    return replace(text, soft=soft) if text.readings else replace(text, soft=soft, readings=(spans,), silver=True)
