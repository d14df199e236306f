"""Files that are there whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

__all__ = ["write"]

# What `open` would give a new file; the temporary one is private at first.
_MODE = 0o666


def write(path: Path, data: bytes) -> None:
    """Write `data` to `path` beside it and move it there, so that an interruption leaves the old file or none.

    Raises `OSError` with the name of `path`.
    """
    try:
        _write(path, data)
    except OSError as error:
        # As it comes it names the temporary file, or none.
        raise OSError(error.errno, error.strerror, str(path)) from error


def _write(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            os.fchmod(file.fileno(), _MODE & ~_umask())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    # The only way to ask is to set it.
    mask = os.umask(0)
    os.umask(mask)
    return mask
