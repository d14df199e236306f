"""Step `card`: what a model is, what it was made of and how well it does, for its folder and for people."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from string import Template
from typing import Any

from training.errors import TrainingError
from training.pieces import ROLES
from training.progress import say
from training.recipe import Model, Recipe

SILVER = "; the share {:g} of unannotated press releases, meeting coverage and news through its teacher's eyes"
TEMPLATE = Path(__file__).with_name("card.md")


def table(figures: dict[str, dict[str, Any]]) -> str:
    """The measured figures as a Markdown table, one row for each form of the model and each set."""
    head = [f"{role} {measure}" for measure in ("exact", "begin", "overlap") for role in ROLES] + ["triples"]
    rows = ["| form, set | " + " | ".join(head) + " | words/s |", "|---|" + "--:|" * (len(head) + 1)]
    for name, measured in figures.items():
        cells = [f"{measured[column][2]:.1f}" if column in measured else "" for column in head]
        rows.append(f"| {name} | " + " | ".join(cells) + f" | {measured['words per second']} |")
    return "\n".join(rows)


def settings(model: Model) -> str:
    """The recipe of one model in a line."""
    layers = f"the lowest {model.layers} layers" if model.layers else "all layers"
    values = ", ".join(f"{key} {value}" for key, value in vars(model.settings).items() if key != "checkpoint_every")
    return f"{layers}; {values}"


def write_card(recipe: Recipe, name: str, work: Path) -> None:
    """Write `CARD.md` beside the exported model `name`; its figures are those that `evaluate` kept."""
    folder, measured = work / "export" / name / "int8", work / "figures" / f"{name}.json"
    try:
        figures = json.loads(measured.read_text(encoding="utf-8"))["figures"]
        file = (folder / "model.onnx").read_bytes()
    except OSError as error:
        raise TrainingError(f"the card of {name} needs an exported and evaluated model: {error}") from error
    model = recipe.model(name)
    text = Template(TEMPLATE.read_text(encoding="utf-8")).substitute(
        name=next((folder for folder, shipped in recipe.shipped.items() if shipped == name), name),
        base=", ".join(recipe.wheels[model.base]),
        settings=settings(model),
        teacher=f"{recipe.teacher.base}, {settings(recipe.teacher)}" if model.settings.soft else "none",
        silver=SILVER.format(recipe.silver) if model.settings.soft and recipe.silver else "",
        window=recipe.window,
        megabytes=f"{len(file) / 1e6:.1f}",
        digest=hashlib.sha256(file).hexdigest(),
        figures=table(figures),
    )
    (folder / "CARD.md").write_text(text, encoding="utf-8")
    say(f"card {name}: {folder / 'CARD.md'}")
