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
from onrecord.cli.inputs import Named, expand, source_of
from onrecord.cli.progress import progress
from onrecord.cli.records import load

if TYPE_CHECKING:
    from onrecord.comparison.comparison import Comparison
    from onrecord.record import Record

__all__ = ["compare"]


@click.command()
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
@click.pass_context
def compare(  # noqa: PLR0917 - click passes them by name
    context: click.Context,
    inputs: tuple[str, ...],
    as_json: bool,
    page: Path | None,
    alone: bool,
    since: Path | None,
    workers: int | None,
) -> None:
    """Compare reports of one event: figures that differ, statements that repeat, passages that were copied.

    Inputs are reports, as for `onrecord read`, or records that it wrote with --json (files named .json or .jsonl). The
    result does not depend on their order.
    """
    if since and (page or alone):
        raise click.UsageError("--since goes with --json alone; a page shows the comparison of all reports")
    earlier = _earlier(since) if since else None
    records, failed = _records(list(expand(inputs)), workers)
    if earlier:
        _show_news(earlier, records, as_json=as_json)
    else:
        _show(records, as_json=as_json, page=page, alone=alone)
    if failed:
        context.exit(FAILED)


def _show(records: list[Record], *, as_json: bool, page: Path | None, alone: bool) -> None:
    from onrecord.comparison.compare import compare as compare_records

    if len(records) < 2:
        msg = f"comparing needs two reports or more, and {len(records)} could be read"
        raise click.UsageError(msg)
    comparison = compare_records(records)
    if page:
        from onrecord.export.compared import comparison_page

        atomic.write(page, comparison_page(comparison, records).encode())
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


def _records(named: list[Named], workers: int | None) -> tuple[list[Record], bool]:
    """The records of all inputs, and whether one could not be had; each of those is named on standard error."""
    made = [one for one in named if Path(one.name).suffix.casefold() not in {".json", ".jsonl"}]
    records = [record for one in named if one not in made for _, record in load(one.name)]
    failed = False
    with progress(len(made)) as report:
        for one, outcome in _read(made, workers):
            if isinstance(outcome, str):
                report.say(outcome)
                failed = failed or not one.found
                report.done(one.name, "failed")
            else:
                records.append(outcome)
                report.done(one.name, "read")
    return records, failed


def _read(named: list[Named], workers: int | None) -> Iterator[tuple[Named, Record | str]]:
    from onrecord.engine.read import read_many
    from onrecord.record import Record

    good = [one for one in named if one.trouble is None]
    yield from ((one, f"{one.name}: {one.trouble}") for one in named if one.trouble is not None)
    for one, outcome in zip(good, read_many([source_of(one) for one in good], workers=workers), strict=True):
        yield one, outcome if isinstance(outcome, Record) else str(outcome)
