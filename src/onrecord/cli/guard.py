"""What the command line does when something goes wrong: plain words on standard error and a documented exit code."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import traceback
from pathlib import Path
from typing import Any, NoReturn

import click

from onrecord.errors import OnrecordError

__all__ = ["FAILED", "INTERNAL", "INTERRUPTED", "PIPE_CLOSED", "GuardedGroup", "complain"]

FAILED = 1
# As in sysexits.h: an internal software error.
INTERNAL = 70
# As shells report a command that a signal ended: 128 and its number (SIGINT 2, SIGPIPE 13).
INTERRUPTED, PIPE_CLOSED = 130, 141
# What only writing meets; whoever writes a file names it.
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


class GuardedGroup(click.Group):
    """A group of commands from which no traceback escapes."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; whatever it raises ends in an exit code."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit):
            raise
        except BrokenPipeError:
            _forget_output()
            ctx.exit(PIPE_CLOSED)
        except (KeyboardInterrupt, click.Abort):
            complain("interrupted")
            ctx.exit(INTERRUPTED)
        except (OnrecordError, OSError) as error:
            complain(_words(error))
            ctx.exit(FAILED)
        except Exception as error:
            _fault(ctx, error)


def complain(message: str) -> None:
    """One line on standard error, under the name of the program."""
    from onrecord.export.plain import on_one_line

    click.echo(f"onrecord: {on_one_line(message)}", err=True)


def _words(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        if error.filename is not None:
            return f"{os.fsdecode(error.filename)}: {error.strerror}"
        if error.errno in _FULL:
            return f"standard output: {error.strerror}"
    return str(error)


def _forget_output() -> None:
    """Send what is still buffered nowhere: the interpreter would complain about it at its end."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def _fault(ctx: click.Context, error: Exception) -> NoReturn:
    if ctx.params.get("debug"):
        traceback.print_exc()
    last = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{Path(last.filename).name}:{last.lineno}"
    complain(
        f"a fault of onrecord itself ({type(error).__name__} at {where}: {error}). Please report it, with what "
        "`onrecord --version` says and what the same command prints after `onrecord --debug`."
    )
    ctx.exit(INTERNAL)
