"""`onrecord verify`: does a record hold against its own document, and against the source file?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli.guard import FAILED, complain
from onrecord.cli.records import load

if TYPE_CHECKING:
    from onrecord.record import Record

__all__ = ["verify"]


@click.command()
@click.argument("record", type=click.Path(exists=True, dir_okay=False, allow_dash=True), metavar="RECORD.json|-")
@click.argument("source", required=False, type=click.Path(exists=True, dir_okay=False, readable=True), metavar="[SOURCE]")
@click.pass_context
def verify(context: click.Context, record: str, source: str | None) -> None:
    """Check that a record holds.

    Every hash is computed again, every span and every wording compared with the text, every id looked up; with SOURCE, the
    file that was read is compared too. Faults are listed, one a line, and the exit code is then 1.
    """
    found = list(load(record))
    if source and len(found) > 1:
        raise click.UsageError(f"{record} holds {len(found)} records; a source can be compared with one only")
    data = Path(source).read_bytes() if source else None
    faulty = False
    for name, one in found:
        faults = one.verify(data)
        faulty = faulty or bool(faults)
        for fault in faults:
            complain(f"{name}: {fault}")
        if not faults:
            click.echo(_sound(name, one, compared=data is not None))
    if faulty:
        context.exit(FAILED)


def _sound(name: str, record: Record, *, compared: bool) -> str:
    from onrecord.export.plain import counted, on_one_line

    counts = f"{counted(len(record.speakers), 'speaker')}, {counted(len(record.statements), 'statement')}"
    source = record.document.source.uri or "a text"
    checked = "the source is the one that was read" if compared else f"source not compared: {source}"
    return on_one_line(f"{name}: holds; {counts}; {checked}")
