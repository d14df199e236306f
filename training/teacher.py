"""Step `teacher`: a large encoder fitted to the annotated corpus."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path

from numpy.random import Generator

from training.augment import Lexicon, draw, lexicon
from training.encoder import Encoder, EncoderConfig
from training.errors import TrainingError
from training.fit import fit
from training.pieces import Text
from training.progress import Progress
from training.recipe import Recipe
from training.store import load_texts, replace_file
from training.tagger import Tagger
from training.weights import load_encoder
from training.windows import Window, cut_windows


def read_lexicon(recipe: Recipe, work: Path) -> Lexicon:
    """What augmentation needs, from the files of `weights`."""
    from tokenizers import Tokenizer

    vocabulary = Tokenizer.from_file(str(work / "base" / recipe.vocabulary / "tokenizer.json")).get_vocab()
    return lexicon(vocabulary)


def windows_from(texts: Sequence[Text], words: Lexicon, size: int, *, epochs: int) -> Callable[[int, Generator], list[Window]]:
    """Draws an epoch's windows of `size` pieces: every text in one of its forms, cut anew.

    Annotated texts are drawn in every epoch; those that only a teacher has read, in one of the `epochs` each.
    """

    def draw_windows(epoch: int, random: Generator) -> list[Window]:
        drawn = [text for number, text in enumerate(texts) if not text.silver or number % epochs == epoch]
        return [window for text in drawn for window in cut_windows(draw(text, words, random), size, random)]

    return draw_windows


def save_tagger(tagger: Tagger, target: Path) -> None:
    """Write `tagger.safetensors` and `config.json` under `target`."""
    from safetensors.torch import save_file

    target.mkdir(parents=True, exist_ok=True)
    part = replace_file(target / "tagger.safetensors")
    save_file({name: tensor.contiguous() for name, tensor in tagger.state_dict().items()}, part)
    part.replace(target / "tagger.safetensors")
    (target / "config.json").write_text(json.dumps(asdict(tagger.encoder.config), indent=1) + "\n", encoding="utf-8")


def load_tagger(source: Path) -> Tagger:
    """The tagger that `save_tagger` wrote, ready to answer."""
    from safetensors.torch import load_file

    try:
        values = json.loads((source / "config.json").read_text(encoding="utf-8"))
    except OSError as error:
        raise TrainingError(f"{source} holds no fitted model yet: {error}") from error
    tagger = Tagger(Encoder(EncoderConfig(**{**values, "layers": tuple(values["layers"])})))
    tagger.load_state_dict(load_file(source / "tagger.safetensors"))
    return tagger.eval()


def teach(recipe: Recipe, work: Path) -> None:
    """Fit the teacher; its files end up under `work/teacher`, its checkpoint beside them."""
    import torch

    model = recipe.teacher
    torch.manual_seed(model.settings.seed)
    tagger = Tagger(load_encoder(work / "base" / model.base, layers=model.layers or None))
    texts = load_texts(work / "prepared" / "train.npz")
    windows_of = windows_from(texts, read_lexicon(recipe, work), recipe.window - 2, epochs=model.settings.epochs)
    fit(tagger, windows_of, model.settings, work / "teacher" / "checkpoint.pt", Progress("teacher"))
    save_tagger(tagger, work / "teacher")
