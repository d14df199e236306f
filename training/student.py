"""Step `student`: a smaller encoder fitted to the teacher's tags, and to the annotation where there is some.

Hinton, Vinyals and Dean, "Distilling the Knowledge in a Neural Network", 2015, at temperature 1: tags are few and the
teacher is rarely sure of a wrong one. What the teacher linked in unannotated texts is learnt as if it were annotated.
"""

from __future__ import annotations

from pathlib import Path

from training.errors import TrainingError
from training.fit import fit
from training.label import PARTS, labelled
from training.progress import Progress
from training.recipe import Recipe
from training.tagger import Tagger
from training.teacher import annotated_windows, read_lexicon, save_tagger
from training.weights import load_encoder


def study(recipe: Recipe, name: str, work: Path) -> None:
    """Fit the student `name` of the recipe; its files end up under `work/students/name`."""
    import torch

    model = recipe.model(name)
    texts = [text for part in PARTS for text in labelled(recipe, work, part)]
    if not texts:
        raise TrainingError(f"{work / 'labels'} holds no answers of a teacher; run the step `label` first")
    torch.manual_seed(model.settings.seed)
    tagger = Tagger(load_encoder(work / "base" / model.base, layers=model.layers or None))
    target = recipe.folder(name, work)
    windows_of = annotated_windows(texts, read_lexicon(recipe, work), recipe.window - 2)
    fit(tagger, windows_of, model.settings, target / "checkpoint.pt", Progress(f"student {name}"))
    save_tagger(tagger, target)
