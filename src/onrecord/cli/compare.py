"""`onrecord compare`: what several reports agree and disagree about."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord import atomic
from onrecord.cli.delivery import console
from onrecord.cli.guard import FAILED, complain
from onrecord.cli.inputs import Named, expand
from onrecord.cli.outcomes import entries_of, limits_of, missed, model_option, outcomes
from onrecord.cli.progress import progress
from onrecord.cli.records import is_stored, sound

if TYPE_CHECKING:
    from onrecord.comparison.comparison import Comparison
    from onrecord.errors import ReadError
    from onrecord.record import Record

__all__ = ["compare"]

_TOO_FEW = "comparing needs two reports or more, and "


@click.command(short_help="Show where reports of one event agree and differ.")
@click.argument("inputs", nargs=-1, required=True, metavar="FILE|URL|DIR|RECORD.json...", type=click.Path(allow_dash=True))
@click.option("--json", "as_json", is_flag=True, help="The comparison as JSON on standard output, and nothing else there.")
@click.option(
    "--html", "page", type=click.Path(dir_okay=False, path_type=Path), metavar="OUT", help="Write a page to the file OUT."
)
@click.option("--alone", is_flag=True, help="On screen: show what only one report has, too.")
@click.option(
    "--since",
    metavar="OLD.json",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Show only what is new or different against an earlier comparison, as --json wrote it.",
)
@click.option("--workers", type=click.IntRange(min=1), metavar="N", help="As for `onrecord read`.")
@click.option("--time-limit", type=click.FloatRange(min=0, min_open=True), metavar="SECONDS", help="As for `onrecord read`.")
@click.option("--catalogue", metavar="YAML", type=click.Path(exists=True, dir_okay=False), help="As for `onrecord read`.")
@model_option
@click.pass_context
def compare(  # noqa: PLR0917 - click passes them by name
    context: click.Context,
    inputs: tuple[str, ...],
    as_json: bool,
    page: Path | None,
    alone: bool,
    since: Path | None,
    workers: int | None,
    time_limit: float | None,
    catalogue: str | None,
    model: str,
) -> None:
    """Compare reports of one event: figures that differ, statements that repeat, passages that were copied.

    Inputs are reports, as for `onrecord read`, or records that it wrote with --json (files named .json or .jsonl). The
    result does not depend on their order.
    """
    if since and (page or alone):
        raise click.UsageError("--since goes with --json alone; a page shows the comparison of all reports")
    earlier = _earlier(since) if since else None
    named = list(expand(inputs, leave_out=str(page) if page else None))
    if page:
        _check_free(page, named)
    records: list[Record] = []
    failed = _take_stored(named, records)
    fresh = [one for one in named if not is_stored(one)]
    made = outcomes(
        fresh, workers=workers, limits=limits_of(None, None), timeout=time_limit, entries=entries_of(catalogue), model=model
    )
    failed |= _read(made, len(fresh), records)
    if failed and not earlier and len(records) < 2:
        complain(f"{_TOO_FEW}{len(records)} could be read")
    elif earlier:
        _show_news(earlier, records, as_json=as_json)
    else:
        _show(records, as_json=as_json, page=page, alone=alone)
    if failed:
        context.exit(FAILED)


def _show(records: list[Record], *, as_json: bool, page: Path | None, alone: bool) -> None:
    from onrecord.comparison.compare import compare as compare_records

    if len(records) < 2:
        raise click.UsageError(f"{_TOO_FEW}there is {len(records)}")
    comparison = compare_records(records)
    if page:
        from onrecord.export.compared import comparison_page

        atomic.write(page, comparison_page(comparison, records).encode())
        click.echo(f"onrecord: wrote {page}", err=True)
    if as_json:
        sys.stdout.buffer.write(comparison.to_json().encode() + b"\n")
    elif not page:
        from onrecord.export.comparison import print_comparison

        print_comparison(comparison, console(), alone=alone)


def _show_news(earlier: Comparison, records: list[Record], *, as_json: bool) -> None:
    from onrecord.comparison.watch import watch
    from onrecord.export.plain import counted
    from onrecord.export.watched import print_news

    news = watch(earlier, records)
    if as_json:
        sys.stdout.buffer.write(news.to_json().encode() + b"\n")
    else:
        print_news(news, console())
    if not news:
        fresh = len(news.reports) - news.earlier
        known = len({record.document.id for record in records}) - fresh
        complain(f"nothing new in {counted(fresh, 'report')}" + (f"; {known} compared before" if known else ""))


def _earlier(path: Path) -> Comparison:
    from onrecord.comparison.comparison import Comparison
    from onrecord.errors import SchemaError

    try:
        return Comparison.from_json(path.read_bytes())
    except SchemaError as error:
        raise SchemaError(f"{path}: {error}; --since takes what `onrecord compare --json` wrote") from error


def _check_free(page: Path, named: list[Named]) -> None:
    if not page.parent.is_dir():
        raise click.UsageError(f"--html: there is no folder {page.parent}")
    if page.resolve() in {Path(one.name).resolve() for one in named}:
        raise click.UsageError(f"--html: {page} is one of the inputs, and would be written over")


def _take_stored(named: list[Named], records: list[Record]) -> bool:
    """Add the records of files of records to `records`; True where one cannot be used."""
    from onrecord.errors import ReadError

    failed = False
    for one in filter(is_stored, named):
        for _, outcome in sound(one.name):
            if isinstance(outcome, ReadError):
                complain(str(outcome))
                failed = True
            else:
                records.append(outcome)
    return failed


def _read(made: Iterator[tuple[Named, Record | ReadError]], total: int, records: list[Record]) -> bool:
    """Add what is made of the inputs to `records`; True where one that had to be readable was not."""
    from onrecord.errors import ReadError

    failed = False
    with progress(total) as report:
        for one, outcome in made:
            if isinstance(outcome, ReadError):
                failed |= missed(one, outcome, report)
            else:
                records.append(outcome)
                report.done(one.shown, "read")
    return failed
