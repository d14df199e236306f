"""`onrecord verify`: does a record hold against its own document, and against the source file?"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from onrecord.cli.guard import FAILED, complain
from onrecord.cli.records import load

__all__ = ["verify"]


@click.command()
@click.argument("record", type=click.Path(exists=True, dir_okay=False, allow_dash=True), metavar="RECORD.json")
@click.argument("source", required=False, type=click.Path(exists=True, dir_okay=False, readable=True), metavar="[SOURCE]")
@click.pass_context
def verify(context: click.Context, record: str, source: str | None) -> None:
    """Check that a record holds.

    Every hash is computed again, every span and every wording compared with the text, every id looked up; with SOURCE, the
    file that was read is compared too. Faults are listed, one a line, and the exit code is then 1.
    """
    if record == "-" and source is None and sys.stdin.isatty():
        raise click.UsageError("standard input is a terminal; give a record's file")
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
            checked = (
                "the source is the one that was read"
                if source
                else f"source not compared: {one.document.source.uri or 'a text'}"
            )
            click.echo(f"{name}: holds; {len(one.speakers)} speakers, {len(one.statements)} statements; {checked}")
    if faulty:
        context.exit(FAILED)
