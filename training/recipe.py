"""The recipe: every choice of the shipped model in one TOML file."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from training.errors import TrainingError
from training.fit import Settings

WINDOW = 256


@dataclass(frozen=True)
class Model:
    """A tagger to fit: the base it starts from, how many of its layers it keeps (0: all), and how it is fitted."""

    base: str
    layers: int
    settings: Settings


@dataclass(frozen=True)
class Recipe:
    """`window` counts pieces with [CLS] and [SEP]; `wheels` lists each base's packages; `students` are by name."""

    window: int
    wheels: dict[str, list[str]]
    teacher: Model
    students: dict[str, Model]


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
            window=table.get("window", WINDOW),
            wheels=table["wheels"],
            teacher=read_model(table["teacher"], f"{path}, [teacher]"),
            students={
                name: read_model(values, f"{path}, [students.{name}]") for name, values in table["students"].items()
            },
        )
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise TrainingError(f"{path} cannot be read: {error}") from error
    except KeyError as error:
        raise TrainingError(f"{path}: table {error} is missing") from error
