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

__all__ = ["STDIN", "Named", "expand", "source_of"]

STDIN = "-"
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Named:
    """One input: its name, and the folder that it was found in, null where the user named it himself."""

    name: str
    folder: str | None = None


def expand(names: Iterable[str]) -> Iterator[Named]:
    """The inputs, each once, in the order given; a folder's files sorted by path, without hidden ones.

    An empty folder stands for itself, so that it is not passed over in silence.
    """
    seen: set[str] = set()
    for name in names:
        for one in _opened(name):
            if one.name not in seen:
                seen.add(one.name)
                yield one


def source_of(named: Named) -> Source:
    """The input as the engine takes it: an address, a path, or the bytes on standard input."""
    if named.name == STDIN:
        from onrecord.engine.sources import Input

        return Input(_standard_input(), STDIN)
    return named.name if _ADDRESS.match(named.name) else Path(named.name)


def _opened(name: str) -> Iterator[Named]:
    if name == STDIN or _ADDRESS.match(name) or not Path(name).is_dir():
        yield Named(name)
        return
    files = sorted(_walk(name))
    yield from (Named(file, name) for file in files)
    if not files:
        yield Named(name)


def _walk(folder: str) -> Iterator[str]:
    for base, folders, files in os.walk(folder, onerror=_refuse):
        folders[:] = [one for one in folders if not one.startswith(".")]
        yield from (os.path.join(base, one) for one in files if not one.startswith("."))  # noqa: PTH118


def _refuse(error: OSError) -> None:
    raise error


def _standard_input() -> bytes:
    if sys.stdin.isatty():
        click.echo("onrecord: reading standard input; end it with Ctrl-D", err=True)
    return sys.stdin.buffer.read()
