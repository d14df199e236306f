"""What comes of inputs: the record of each, or why there is none."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli.inputs import Named, source_of

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from onrecord.citations.entries import Entries
    from onrecord.cli.progress import Report
    from onrecord.errors import ReadError
    from onrecord.reading.limits import Limits
    from onrecord.record import Record

__all__ = ["entries_of", "limits_of", "missed", "model_option", "outcomes"]


def _known(_context: click.Context, _parameter: click.Parameter, model: str) -> str:
    from onrecord.attribution.encoder import MODELS

    if model not in MODELS and not (Path(model) / "model.onnx").is_file():
        raise click.BadParameter(f"{model!r} is none of {', '.join(MODELS)}, nor a folder with a model.onnx in it.")
    return model


def _offered(_context: click.Context, _parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    from click.shell_completion import CompletionItem

    from onrecord.attribution.encoder import MODELS

    # Bash forgets what was offered before it was told of folders.
    return [CompletionItem(begun, type="dir"), *(CompletionItem(name) for name in MODELS if name.startswith(begun))]


model_option = click.option(
    "--model",
    default="default",
    callback=_known,
    shell_complete=_offered,
    metavar="NAME|DIR",
    show_default=True,
    help="The model of attribution: default, fast (several times as fast, less exact), or the folder of one of your own.",
)

_MEGABYTE = 1_000_000


def limits_of(max_size: float | None, max_pages: int | None) -> Limits:
    from onrecord.reading.limits import Limits

    usual = Limits()
    return Limits(
        max_bytes=usual.max_bytes if max_size is None else int(max_size * _MEGABYTE),
        max_pages=usual.max_pages if max_pages is None else max_pages,
    )


def entries_of(path: str | None) -> Entries | None:
    from onrecord.citations.additions import additions

    return additions(Path(path)) if path else None


def outcomes(
    named: list[Named],
    *,
    workers: int | None,
    limits: Limits,
    timeout: float | None,
    entries: Entries | None = None,
    model: str = "default",
    ray: str | None = None,
) -> Generator[tuple[Named, Record | ReadError], None, None]:
    from onrecord.batch import cluster
    from onrecord.engine.read import read_many
    from onrecord.errors import ReadError, UnsupportedError

    sources = (source_of(one) for one in named if one.trouble is None)
    if ray:
        results = cluster.read_many(sources, address=ray, limits=limits, timeout=timeout, entries=entries, model=model)
    else:
        count = min(workers, len(named)) if workers else None
        results = read_many(sources, workers=count, limits=limits, timeout=timeout, entries=entries, model=model)
    for one in named:
        if one.trouble is None:
            yield one, next(results)
        else:
            yield one, (UnsupportedError if one.found else ReadError)(one.name, one.trouble)


def missed(named: Named, error: ReadError, report: Report) -> bool:
    """Say why there is no record of an input; True where that is a failure.

    A folder may hold files of any kind; only what the user named himself must be of a kind that is read.
    """
    from onrecord.errors import UnsupportedError

    skipped = named.found and isinstance(error, UnsupportedError)
    report.say(f"{'skipped ' if skipped else ''}{error}")
    report.done(named.shown, "skipped" if skipped else "failed")
    return not skipped
