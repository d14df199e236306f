"""Where records go: lines of JSON, the screen, HTML pages."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import click

from onrecord.cli import atomic

if TYPE_CHECKING:
    from rich.console import Console

    from onrecord.export.outline import Grouping
    from onrecord.record import Record

__all__ = ["Delivery", "JsonLines", "Pages", "Screen"]


class Delivery(Protocol):
    """Takes records in the order of the inputs."""

    def add(self, name: str, record: Record) -> None:
        """Take the record that was made of the input `name`."""

    def close(self) -> None:
        """All records were given."""


class JsonLines:
    """One record per line on standard output, in UTF-8 whatever the locale."""

    def add(self, name: str, record: Record) -> None:
        """Write one line, at once."""
        stream = sys.stdout.buffer
        stream.write(record.to_json().encode() + b"\n")
        stream.flush()

    def close(self) -> None:
        """Nothing is held back."""


class Screen:
    """The terminal view on standard output; without colour where that is no terminal or NO_COLOR is set."""

    def __init__(self, *, by: Grouping = "text", places: bool = False) -> None:
        self._by: Grouping = by
        self._places = places
        self._shown = 0

    def add(self, name: str, record: Record) -> None:
        """Show the record, a rule before each but the first."""
        from onrecord.export.terminal import print_record

        console = _console()
        if self._shown:
            console.print()
            console.rule(characters="=")
        self._shown += 1
        print_record(record, console, by=self._by, places=self._places)
        sys.stdout.flush()

    def close(self) -> None:
        """Nothing is held back."""


class Pages:
    """HTML pages: one at `out`, or, for several records, a folder with a page for each and an index."""

    def __init__(self, out: str, *, several: bool) -> None:
        self._out = Path(out)
        self._folder = several or self._out.is_dir() or out.endswith("/")
        self._index: list[tuple[str, Record]] = []
        if several and self._out.is_file():
            raise click.UsageError(f"--html: several inputs need a folder, and {out} is a file")
        if self._folder:
            self._out.mkdir(parents=True, exist_ok=True)
        elif not self._out.parent.is_dir():
            raise click.UsageError(f"--html: there is no folder {self._out.parent}")

    def add(self, name: str, record: Record) -> None:
        """Write the record's page."""
        from onrecord.export.html import page

        path = self._out
        if self._folder:
            path = self._out / self._free_name(name)
            self._index.append((path.name, record))
        atomic.write(path, page(record).encode())

    def close(self) -> None:
        """Write the index of a folder."""
        from onrecord.export.html import index

        if self._index:
            atomic.write(self._out / "index.html", index(self._index).encode())
        shown = self._out / "index.html" if self._folder else self._out
        if self._index or not self._folder:
            click.echo(f"onrecord: wrote {shown}", err=True)

    def _free_name(self, name: str) -> str:
        from onrecord.cli.pagename import page_name

        return page_name(name, {used for used, _ in self._index} | {"index.html"})


def _console() -> Console:
    from rich.console import Console

    # A character that the terminal's encoding lacks must not end the reading.
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    return Console(highlight=False, markup=False, emoji=False)
