"""Where records go: lines of JSON, the screen, HTML pages."""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import click

from onrecord import atomic
from onrecord.cli.inputs import STDIN
from onrecord.cli.pagename import page_name

if TYPE_CHECKING:
    from rich.console import Console

    from onrecord.export.html import Listed
    from onrecord.export.outline import Grouping
    from onrecord.record import Record

__all__ = ["Delivery", "JsonLines", "Pages", "Screen", "console"]


class Delivery(Protocol):
    """Takes records in the order of the inputs."""

    def add(self, name: str, record: Record) -> None:
        """Take the record that was made of the input `name`."""

    def miss(self, reason: str) -> None:
        """Take note of an input of which no record was made."""

    def close(self) -> None:
        """All records were given."""


class JsonLines:
    """One record per line on standard output, in UTF-8 whatever the locale."""

    def add(self, name: str, record: Record) -> None:
        """Write one line, at once."""
        stream = sys.stdout.buffer
        stream.write(record.to_json().encode() + b"\n")
        stream.flush()

    def miss(self, reason: str) -> None:
        """Standard error has said it."""

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

        screen = console()
        if self._shown:
            screen.print()
            screen.rule(characters="=")
        self._shown += 1
        print_record(record, screen, by=self._by, places=self._places, unnamed=_unnamed(name))
        sys.stdout.flush()

    def miss(self, reason: str) -> None:
        """Standard error has said it."""

    def close(self) -> None:
        """Nothing is held back."""


class Pages:
    """HTML pages: one at `out`, or, for several records, a folder with a page for each and an index.

    None of `inputs`, the names of what is read, is ever written over.
    """

    def __init__(self, out: str, *, inputs: Sequence[str]) -> None:
        self._out = Path(out)
        self._folder = len(inputs) > 1 or self._out.is_dir() or out.endswith("/")
        self._inputs = {Path(name).resolve() for name in inputs}
        self._listed: list[Listed] = []
        self._missing: list[str] = []
        if self._folder and self._out.is_file():
            raise click.UsageError(f"--html: {len(inputs)} inputs need a folder, and {out} is a file")
        if self._shown.resolve() in self._inputs:
            raise click.UsageError(f"--html: {self._shown} is one of the inputs, and would be written over")
        if self._folder:
            self._out.mkdir(parents=True, exist_ok=True)
        elif not self._out.parent.is_dir():
            raise click.UsageError(f"--html: there is no folder {self._out.parent}")

    def add(self, name: str, record: Record) -> None:
        """Write the record's page."""
        from onrecord.export.html import listed, page

        path = self._out / self._free_name(name) if self._folder else self._out
        atomic.write(path, page(record, unnamed=_unnamed(name)).encode())
        self._listed.append(listed(path.name, record, unnamed=_unnamed(name)))

    def miss(self, reason: str) -> None:
        """The index will say so."""
        self._missing.append(reason)

    def close(self) -> None:
        """Write the index of a folder."""
        from onrecord.export.html import index

        if self._folder:
            atomic.write(self._shown, index(self._listed, missing=self._missing).encode())
        if self._folder or self._listed:
            click.echo(f"onrecord: wrote {self._shown}", err=True)

    @property
    def _shown(self) -> Path:
        return self._out / "index.html" if self._folder else self._out

    def _free_name(self, name: str) -> str:
        used = {one.file for one in self._listed} | {"index.html"}
        used |= {path.name for path in self._inputs if path.parent == self._out.resolve()}
        return page_name(name, used)


def _unnamed(name: str) -> str:
    """What the source of a record is called that came from no file and no address."""
    return "standard input" if name == STDIN else "text"


def console() -> Console:
    """Standard output for rich: no colour where that is no terminal or NO_COLOR is set."""
    from rich.console import Console

    class PipeConsole(Console):
        def on_broken_pipe(self) -> None:
            # Rich would end the program itself, with the code of a failure.
            raise BrokenPipeError

    # A character that the terminal's encoding lacks must not end the reading.
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    return PipeConsole(highlight=False, markup=False, emoji=False)
