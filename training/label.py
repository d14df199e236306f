"""Step `label`: the teacher reads texts, and its answers are kept for students to learn from.

Texts are read in a shuffled order, some at a time; every such shard is one file under `work/labels`, so a run that
was stopped goes on with the first shard that is missing, and a student can be fitted to as many as there are.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np

from onrecord.attribution.encoder import Encoder
from training.errors import TrainingError
from training.pieces import Span, Text
from training.progress import Progress
from training.reader import linked, reader
from training.recipe import Recipe
from training.store import load_texts, replace_file
from training.teacher import load_tagger

SHARD = 64
PARTS = ("train", "unannotated")


def order(texts: int, seed: int) -> list[list[int]]:
    """The numbers of the texts, shuffled, in shards."""
    shuffled = np.random.default_rng(seed).permutation(texts).tolist()
    return [shuffled[start : start + SHARD] for start in range(0, texts, SHARD)]


def shard_file(work: Path, part: str, number: int) -> Path:
    """Where a shard's answers lie."""
    return work / "labels" / f"{part}-{number:04}.npz"


def label(recipe: Recipe, work: Path) -> None:
    """Read the annotated and the unannotated texts with the teacher; what is there already is not read again."""
    encoder = reader(load_tagger(work / "teacher"), work / "base" / recipe.teacher.base / "tokenizer.json", recipe.window)
    for part in PARTS:
        if not (work / "prepared" / f"{part}.npz").exists():
            continue
        texts = load_texts(work / "prepared" / f"{part}.npz")
        shards = order(len(texts), recipe.teacher.settings.seed)
        if part == "unannotated":
            shards = shards[: round(recipe.silver * len(shards))]
        progress = Progress(f"label {part}")
        for number, shard in enumerate(shards):
            if not shard_file(work, part, number).exists():
                save_answers(shard_file(work, part, number), encoder, [texts[i] for i in shard])
                progress.tell((number + 1) / len(shards), pieces=sum(len(texts[i].ids) for i in shard))


def save_answers(path: Path, encoder: Encoder, texts: list[Text]) -> None:
    """Read `texts` and write the log-probabilities and the linked spans, text after text."""
    answers = encoder.tag([text.text for text in texts])
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
