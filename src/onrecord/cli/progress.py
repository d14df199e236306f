"""How far a reading of several inputs is: a bar on a terminal, plain lines otherwise, on standard error either way."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Protocol

import click

from onrecord.cli.guard import complain

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

__all__ = ["Report", "progress"]


class Report(Protocol):
    """Told of every input that is done."""

    def done(self, name: str, outcome: str) -> None:
        """One more input is done, with what came of it in a few words."""

    def say(self, message: str) -> None:
        """Something about an input that the user must see."""

    def aside(self) -> contextlib.AbstractContextManager[None]:
        """While something is written to the same terminal."""


class _Silent:
    """For a single input."""

    def done(self, name: str, outcome: str) -> None:
        """Nothing to say."""

    def say(self, message: str) -> None:
        complain(message)

    def aside(self) -> contextlib.AbstractContextManager[None]:
        return contextlib.nullcontext()


class _Lines(_Silent):
    def __init__(self, total: int) -> None:
        self._total = total
        self._count = 0

    def done(self, name: str, outcome: str) -> None:
        from onrecord.export.plain import on_one_line

        self._count += 1
        click.echo(f"{self._count}/{self._total} {on_one_line(name)}: {outcome}", err=True)


class _Bar:
    def __init__(self, bar: Progress, task: TaskID) -> None:
        self._bar = bar
        self._task = task

    def done(self, name: str, outcome: str) -> None:
        self._bar.advance(self._task)

    def say(self, message: str) -> None:
        with self.aside():
            complain(message)

    @contextlib.contextmanager
    def aside(self) -> Iterator[None]:
        """The bar gives way: it and the words would be written over each other."""
        self._bar.stop()
        try:
            yield
        finally:
            self._bar.start()


@contextlib.contextmanager
def progress(total: int) -> Iterator[Report]:
    """Report on `total` inputs."""
    if total < 2:
        yield _Silent()
    elif not sys.stderr.isatty():
        yield _Lines(total)
    else:
        with _bar() as bar:
            yield _Bar(bar, bar.add_task("reading", total=total))


def _bar() -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    return Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False, redirect_stderr=False)
