"""`onrecord read`: from reports to records."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import click

from onrecord.cli.delivery import Delivery, JsonLines, Pages, Screen
from onrecord.cli.guard import FAILED
from onrecord.cli.inputs import Named, expand
from onrecord.cli.into import Into
from onrecord.cli.outcomes import entries_of, limits_of, missed, model_option, outcomes
from onrecord.cli.progress import Report, progress

if TYPE_CHECKING:
    from onrecord.errors import ReadError
    from onrecord.export.outline import Grouping
    from onrecord.record import Record

__all__ = ["read"]


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="FILE|URL|DIR|-...", type=click.Path(allow_dash=True))
@click.option("--json", "as_json", is_flag=True, help="One record per line on standard output, and nothing else there.")
@click.option(
    "--html", metavar="OUT", type=click.Path(), help="Write a page to the file OUT; for several inputs, to the folder OUT."
)
@click.option(
    "--by",
    type=click.Choice(["text", "speaker"]),
    default="text",
    help="On screen: a heading at each change of speaker (text, the default), or all of a speaker's statements together.",
)
@click.option("--places", is_flag=True, help="On screen: say where each statement stands (offsets, page, rectangle).")
@click.option(
    "--workers",
    type=click.IntRange(min=1),
    metavar="N",
    help="Processes that read at the same time (default: one per processor).",
)
@click.option(
    "--into",
    metavar="DIR",
    type=click.Path(file_okay=False),
    help="Write the records to files in the folder DIR, and leave out inputs whose records are there already.",
)
@click.option(
    "--ray",
    metavar="ADDRESS",
    help="Read on a Ray cluster: host:port of its head, auto (this machine belongs to it) or local (start one here).",
)
@click.option(
    "--time-limit",
    type=click.FloatRange(min=0, min_open=True),
    metavar="SECONDS",
    help="Give an input up after this long (default: 120, and 300 more for each megabyte).",
)
@click.option(
    "--max-size",
    type=click.FloatRange(min=0, min_open=True),
    metavar="MB",
    help="Refuse an input larger than this (default: 200).",
)
@click.option(
    "--max-pages", type=click.IntRange(min=1), metavar="N", help="Refuse an input with more pages than this (default: 5000)."
)
@click.option(
    "--catalogue",
    metavar="YAML",
    type=click.Path(exists=True, dir_okay=False),
    help="Further instruments, resolutions and cases that reports may cite.",
)
@model_option
@click.pass_context
def read(  # noqa: PLR0917 - click passes them by name
    context: click.Context,
    inputs: tuple[str, ...],
    as_json: bool,
    html: str | None,
    by: Grouping,
    places: bool,
    workers: int | None,
    into: str | None,
    ray: str | None,
    time_limit: float | None,
    max_size: float | None,
    max_pages: int | None,
    catalogue: str | None,
    model: str,
) -> None:
    """Read reports and show who said what.

    PDF, HTML, DOCX, ODT, e-mail, Markdown and plain text, known by their content. An http(s) address is fetched, a folder is
    walked (hidden files are left out), and - is standard input. Records come in the order of the inputs, the same whatever the
    number of workers. With none of --json, --html and --into, each is shown on the screen.
    """
    if into and (as_json or html):
        raise click.UsageError("--into stands without --json and --html: `onrecord show` has those for what it wrote")
    if ray and workers:
        raise click.UsageError("--workers is for this machine alone, and --ray for a cluster")
    # What an earlier run wrote is no input of this one.
    named = list(expand(inputs, leave_out=html or into))
    parts = Into(into, named, model=model) if into else None
    deliveries: list[Delivery] = [parts] if parts else _deliveries(named, as_json=as_json, html=html, by=by, places=places)
    left = parts.left if parts else named
    limits, entries = limits_of(max_size, max_pages), entries_of(catalogue)
    made = outcomes(left, workers=workers, limits=limits, timeout=time_limit, entries=entries, model=model, ray=ray)
    failed = 0
    try:
        with progress(len(left)) as report, contextlib.closing(made):
            for one, outcome in made:
                failed += _deliver(one, outcome, deliveries, report)
    finally:
        if parts:
            parts.stop()
    for delivery in deliveries:
        delivery.close()
    if failed:
        context.exit(FAILED)


def _deliveries(named: list[Named], *, as_json: bool, html: str | None, by: Grouping, places: bool) -> list[Delivery]:
    deliveries: list[Delivery] = []
    if as_json:
        deliveries.append(JsonLines())
    if html:
        deliveries.append(Pages(html, inputs=[one.name for one in named]))
    return deliveries or [Screen(by=by, places=places)]


def _deliver(named: Named, outcome: Record | ReadError, deliveries: list[Delivery], report: Report) -> bool:
    """Hand one record on; True where there is none and that is a failure."""
    from onrecord.errors import ReadError
    from onrecord.export.plain import counted

    if isinstance(outcome, ReadError):
        for delivery in deliveries:
            delivery.miss(str(outcome))
        return missed(named, outcome, report)
    with report.aside():
        for delivery in deliveries:
            delivery.add(named.name, outcome)
    counts = f"{counted(len(outcome.speakers), 'speaker')}, {counted(len(outcome.statements), 'statement')}"
    report.done(named.shown, counts)
    return False
