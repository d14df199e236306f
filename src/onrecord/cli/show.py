"""`onrecord show`: the way back from JSON to a view."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from onrecord.cli.delivery import Delivery, Pages, Screen
from onrecord.cli.guard import FAILED, complain
from onrecord.cli.inputs import STDIN
from onrecord.cli.records import load

if TYPE_CHECKING:
    from onrecord.export.outline import Grouping

__all__ = ["show"]


@click.command()
@click.argument("record", type=click.Path(exists=True, dir_okay=False, allow_dash=True), metavar="RECORD.json|-")
@click.option(
    "--html", metavar="OUT", type=click.Path(), help="Write a page to the file OUT; for several records, to the folder OUT."
)
@click.option("--by", type=click.Choice(["text", "speaker"]), default="text", help="As for `onrecord read`.")
@click.option("--places", is_flag=True, help="As for `onrecord read`.")
@click.pass_context
def show(context: click.Context, record: str, html: str | None, by: Grouping, places: bool) -> None:
    """Show records that `onrecord read --json` wrote.

    A record that does not hold against its own document is not shown; its faults are listed, and the exit code is then 1.
    """
    found = list(load(record))
    delivery: Delivery = (
        Pages(html, inputs=[record, *(name for name, _ in found[1:])]) if html else Screen(by=by, places=places)
    )
    faulty = False
    for name, one in found:
        faults = one.verify()
        for fault in faults:
            complain(f"{name}: {fault}")
            delivery.miss(f"{name}: {fault}")
        if not faults:
            delivery.add(one.document.source.uri or ("text" if name == STDIN else name), one)
        faulty = faulty or bool(faults)
    delivery.close()
    if faulty:
        context.exit(FAILED)
