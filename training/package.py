"""Step `package`: the exported models into the folders from which onrecord reads them."""

from __future__ import annotations

import shutil
from pathlib import Path

from training.errors import TrainingError
from training.progress import say
from training.recipe import Recipe

FILES = ("CARD.md", "config.json", "model.onnx", "tokenizer.json")


def package(recipe: Recipe, work: Path, target: Path) -> None:
    """Copy the models that the recipe ships to `target`, one folder each; all of them must be there with their cards."""
    sources = {folder: work / "export" / name / "int8" for folder, name in recipe.shipped.items()}
    missing = [str(source / file) for source in sources.values() for file in FILES if not (source / file).exists()]
    if missing:
        raise TrainingError(f"nothing is packaged, since these are missing: {', '.join(missing)}")
    for folder, source in sources.items():
        (target / folder).mkdir(parents=True, exist_ok=True)
        for file in FILES:
            shutil.copyfile(source / file, target / folder / file)
        say(f"package: {target / folder}, from {source}")
