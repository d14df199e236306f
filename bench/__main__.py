"""The command line: one command per measurement."""

from __future__ import annotations

from pathlib import Path

import click
from rich.console import Console

from bench import gold as bench_gold
from bench.chain import predict

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.group()
def main() -> None:
    """Measure onrecord: accuracy, speed, exactness, sameness. Every command says what it needs."""


@main.command()
@click.argument("folder", type=_FOLDER)
@click.option("--half", type=click.Choice(["building", "checking", "all"]), default="all", show_default=True)
@click.option("--document", help="Only the document of this name.")
@click.option("--errors", type=int, default=0, metavar="N", help="Also list the N worst errors of every kind.")
@click.option("--json", "as_json", is_flag=True, help="Print the numbers as JSON.")
def gold(folder: Path, half: str, document: str | None, errors: int, as_json: bool) -> None:
    """Score the record of every FOLDER/<id>.txt against FOLDER/<id>.json."""
    scored = bench_gold.measure(folder, predict, only=half, document=document)
    console = Console(width=160) if not Console().is_terminal else Console()
    if as_json:
        click.echo(bench_gold.as_json(scored))
        return
    bench_gold.show(scored, console)
    if errors:
        bench_gold.show_faults(scored, errors, console)


if __name__ == "__main__":
    main()
