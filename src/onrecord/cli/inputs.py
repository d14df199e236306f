"""What the user named on the command line, folders opened into the files in them."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from onrecord.engine.sources import Source

__all__ = ["STDIN", "Named", "expand", "is_address", "source_of"]

STDIN = "-"
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Named:
    """One input: its name, whether a walk found it or the user named it himself, and where it is not opened, why."""

    name: str
    found: bool = False
    trouble: str | None = None

    @property
    def shown(self) -> str:
        """The name as people read it."""
        return "standard input" if self.name == STDIN else self.name


def expand(names: Iterable[str], *, leave_out: str | None = None) -> Iterator[Named]:
    """The inputs, each once, in the order given; a folder's files sorted by path, without hidden ones.

    `leave_out` is a file or folder that the walk passes by.
    """
    passed_by = Path(leave_out).resolve() if leave_out else None
    seen: set[str] = set()
    for name in names:
        for one in _opened(name, passed_by):
            if one.name not in seen:
                seen.add(one.name)
                yield one


def source_of(named: Named) -> Source:
    """The input as the engine takes it: an address, a path, or the bytes on standard input."""
    if named.name == STDIN:
        from onrecord.engine.sources import Input

        return Input(_standard_input(), named.shown)
    return named.name if is_address(named.name) else Path(named.name)


def is_address(name: str) -> bool:
    """Whether it is something to fetch."""
    return _ADDRESS.match(name) is not None


def _opened(name: str, passed_by: Path | None) -> Iterator[Named]:
    if name == STDIN or is_address(name) or not Path(name).is_dir():
        yield Named(name)
        return
    errors: list[OSError] = []
    files = sorted(_walk(name, passed_by, errors))
    yield from (Named(file, found=True, trouble=_no_file(file)) for file in files)
    yield from (Named(str(error.filename), trouble=f"cannot be opened: {error.strerror}") for error in errors)
    if not files and not errors:
        yield Named(name, trouble="there are no files in this folder")


def _walk(folder: str, passed_by: Path | None, errors: list[OSError]) -> Iterator[str]:
    for base, folders, files in os.walk(folder, onerror=errors.append):
        folders[:] = [one for one in folders if _counts(base, one, passed_by)]
        yield from (os.path.join(base, one) for one in files if _counts(base, one, passed_by))  # noqa: PTH118


def _no_file(path: str) -> str | None:
    """What there is instead of a file: a pipe in a folder would be waited for without end."""
    other = os.path.exists(path) and not os.path.isfile(path)  # noqa: PTH110, PTH113
    return "this is no file but a pipe, a socket or a device" if other else None


def _counts(base: str, name: str, passed_by: Path | None) -> bool:
    return not name.startswith(".") and (passed_by is None or Path(base, name).resolve() != passed_by)


def _standard_input() -> bytes:
    if sys.stdin.isatty():
        click.echo("onrecord: reading standard input; end it with Ctrl-D", err=True)
    return sys.stdin.buffer.read()
