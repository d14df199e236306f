"""Step `student`: a smaller encoder fitted to the teacher's tags, and to the annotation where there is some.

Hinton, Vinyals and Dean, "Distilling the Knowledge in a Neural Network", 2015, at temperature 1: tags are few and the
teacher is rarely sure of a wrong one. What the teacher linked in unannotated texts is learnt as if it were annotated. A student
whose settings give the teacher no weight (`soft = 0`) learns from the annotation alone and needs no teacher.
"""

from __future__ import annotations

from pathlib import Path

from training.errors import TrainingError
from training.fit import fit
from training.label import PARTS, labelled
from training.pieces import Text
from training.progress import Progress
from training.recipe import Recipe
from training.store import load_texts
from training.tagger import Tagger
from training.teacher import read_lexicon, save_tagger, windows_from
from training.weights import load_encoder


def lessons(recipe: Recipe, work: Path, *, taught: bool) -> list[Text]:
    """The texts to learn from: those that the teacher has read, or the annotated ones without its answers."""
    if not taught:
        return load_texts(work / "prepared" / "train.npz")
    texts = [text for part in PARTS for text in labelled(recipe, work, part)]
    if not texts:
        raise TrainingError(f"{work / 'labels'} holds no answers of a teacher; run the step `label` first")
    return texts


def study(recipe: Recipe, name: str, work: Path) -> None:
    """Fit the student `name` of the recipe; its files end up under `work/students/name`."""
    import torch

    model = recipe.model(name)
    texts = lessons(recipe, work, taught=model.settings.soft > 0)
    torch.manual_seed(model.settings.seed)
    tagger = Tagger(load_encoder(work / "base" / model.base, layers=model.layers or None))
    target = recipe.folder(name, work)
    windows_of = windows_from(texts, read_lexicon(recipe, work), recipe.window - 2, epochs=model.settings.epochs)
    fit(tagger, windows_of, model.settings, target / "checkpoint.pt", Progress(f"student {name}"))
    save_tagger(tagger, target)
