"""Long work says how far it is, on standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

__all__ = ["watched"]


def watched(paths: Sequence[Path]) -> Iterator[Path]:
    """The paths, each announced as it is begun: on a terminal in one line, else in lines of their own."""
    terminal = sys.stderr.isatty()
    for number, path in enumerate(paths, 1):
        line = f"{number}/{len(paths)} {path.stem}"
        sys.stderr.write(f"\r\x1b[K{line}" if terminal else f"{line}\n")
        sys.stderr.flush()
        yield path
    if terminal:
        sys.stderr.write("\r\x1b[K")
