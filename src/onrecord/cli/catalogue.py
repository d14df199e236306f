"""`onrecord catalogue`: what onrecord knows of resolutions, instruments and cases."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli.guard import FAILED, complain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.citations.catalogue import Catalogue, Entry

__all__ = ["catalogue"]

_OWN = click.option(
    "--catalogue",
    "own",
    metavar="YAML",
    type=click.Path(exists=True, dir_okay=False),
    help="Further entries, as for `onrecord read`.",
)


@click.group()
def catalogue() -> None:
    """Look up what reports cite: resolutions, treaties, cases.

    Resolutions of the Security Council and the General Assembly with their dates, treaties and other instruments with the names
    that they go by, cases before international courts.
    """


@catalogue.command()
@click.argument("words", nargs=-1, required=True)
@click.option("--year", type=int, metavar="YEAR", help="Only what is of this year.")
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, metavar="N", help="At most so many.")
@_OWN
@click.pass_context
def search(context: click.Context, words: tuple[str, ...], year: int | None, limit: int, own: str | None) -> None:
    """Find entries by number, symbol, name or topic, the best first.

    \b
    onrecord catalogue search 822
    onrecord catalogue search Kashmir --year 1948
    """
    hits = _known(own).search(" ".join(words), year=year, limit=limit)
    for hit in hits:
        click.echo(_line(hit.entry))
    if not hits:
        complain("nothing found")
        context.exit(FAILED)


@catalogue.command()
@click.argument("names", nargs=-1, required=True, metavar="ID|SYMBOL...")
@_OWN
@click.pass_context
def show(context: click.Context, names: tuple[str, ...], own: str | None) -> None:
    """Show all that is known of an entry, by its id or symbol.

    \b
    onrecord catalogue show S/RES/822 geneva-convention-iv-1949
    """
    known = _known(own)
    missing = False
    for number, name in enumerate(names):
        entry = known.entry(name)
        if entry is None:
            complain(f"{name}: not in the catalogue")
            missing = True
            continue
        if number:
            click.echo()
        for label, value in _facts(entry, known):
            click.echo(f"{label:<12} {value}")
    if missing:
        context.exit(FAILED)


@catalogue.command(short_help="Check a file of further entries.")
@click.argument("file", metavar="YAML", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.pass_context
def check(context: click.Context, file: Path) -> None:
    """Check a file of further entries, and say which names in it others go by too."""
    from onrecord.citations.additions import additions
    from onrecord.citations.catalogue import catalogue as ours

    more = additions(file)
    number = len(more.instruments) + len(more.cases) + len(more.council) + len(more.assembly)
    clashes = list(ours().clashes(more))
    for clash in clashes:
        complain(f"{file}: {clash}")
    click.echo(f"read: {number}; at odds with the catalogue: {len(clashes)}")
    if clashes:
        context.exit(FAILED)


def _known(own: str | None) -> Catalogue:
    from onrecord.citations.additions import additions
    from onrecord.citations.catalogue import catalogue as ours

    return ours().with_entries(additions(Path(own))) if own else ours()


def _line(entry: Entry) -> str:
    from onrecord.citations.entries import Instrument, Resolution

    if isinstance(entry, Resolution):
        return f"{entry.symbol}  {entry.date}  {', '.join((*entry.names, *entry.topics))}".rstrip()
    date = entry.adopted if isinstance(entry, Instrument) else entry.date
    name = entry.name if isinstance(entry, Instrument) else f"{entry.title} ({entry.court})"
    return "  ".join(filter(None, (entry.id, date, name)))


def _facts(entry: Entry, known: Catalogue) -> Iterator[tuple[str, str]]:
    """Labels and values, those that are known."""
    from onrecord.citations.entries import Instrument, Resolution

    if isinstance(entry, Resolution):
        facts = [
            ("symbol", entry.symbol),
            ("date", entry.date),
            ("known as", "; ".join(entry.names)),
            ("topics", "; ".join(entry.topics)),
        ]
    elif isinstance(entry, Instrument):
        parts = "; ".join(part.id for part in known.parts(entry.id))
        facts = [
            ("id", entry.id), ("name", entry.name), ("title", entry.title), ("publisher", entry.publisher),
            ("adopted", entry.adopted + (" (in two sources)" if entry.verified else "")), ("in force", entry.in_force),
            *((what, date) for date, what in entry.other_dates), ("place", entry.place), ("known as", "; ".join(entry.aliases)),
            ("belongs to", entry.parent or ""), ("parts", parts), ("resolutions", "; ".join(entry.resolutions)),
        ]  # fmt: skip
    else:
        facts = [
            ("id", entry.id), ("title", entry.title), ("court", entry.court), ("number", entry.number),
            ("date", entry.date), ("decision", entry.kind), ("known as", "; ".join(entry.aliases)),
        ]  # fmt: skip
    yield from ((label, value) for label, value in facts if value)
