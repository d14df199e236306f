"""Records in a folder of files that are there whole or not at all (`onrecord read --into`)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli.inputs import STDIN, Named, is_address

if TYPE_CHECKING:
    from onrecord.record import Record

__all__ = ["Into"]


class Into:
    """Takes records into the folder `out`; `left` are those of the inputs `named` that it does not hold yet."""

    def __init__(self, out: str, named: Sequence[Named], *, model: str) -> None:
        from onrecord import __version__
        from onrecord.attribution.encoder import model_id
        from onrecord.batch.parts import Parts
        from onrecord.record import Engine

        for one in named:
            if one.name == STDIN or is_address(one.name):
                raise click.UsageError(f"--into takes files and folders, since {one.name} may be another thing next time")
        self._out = out
        self._parts = Parts(Path(out), made_by=Engine(version=__version__, model=model_id(model)))
        self.left = [one for one in named if not self._parts.holds(Path(one.name))]
        if len(self.left) < len(named):
            click.echo(f"onrecord: {out} holds {len(named) - len(self.left)} of {len(named)} already", err=True)

    def add(self, name: str, record: Record) -> None:
        """Take the record."""
        self._parts.add(record)

    def miss(self, reason: str) -> None:
        """Standard error has said it, and the next run tries again."""

    def stop(self) -> None:
        """Write what is not written yet, also where the reading is cut off."""
        self._parts.close()

    def close(self) -> None:
        """Say what there is."""
        from onrecord.export.plain import counted

        self.stop()
        click.echo(f"onrecord: {counted(len(self._parts), 'record')} in {self._out}", err=True)
