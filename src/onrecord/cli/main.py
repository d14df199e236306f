"""The `onrecord` command.

Commands import what they need when they run, so that `onrecord --help` loads neither the model nor the readers.
"""

from __future__ import annotations

import signal
import sys
from types import FrameType

import click

from onrecord.cli.catalogue import catalogue
from onrecord.cli.check import check
from onrecord.cli.compare import compare
from onrecord.cli.completion import completion
from onrecord.cli.guard import GuardedGroup
from onrecord.cli.read import read
from onrecord.cli.schema import schema
from onrecord.cli.show import show
from onrecord.cli.verify import verify

__all__ = ["cli", "main"]


def main() -> None:
    """The entry point of the `onrecord` command."""
    signal.signal(signal.SIGTERM, _terminated)
    cli(prog_name="onrecord")


def _terminated(number: int, frame: FrameType | None) -> None:
    # An exit by exception runs the clean-up that a signal's default would skip.
    sys.exit(128 + number)


def _print_version(context: click.Context, parameter: click.Parameter, value: bool) -> None:
    if value and not context.resilient_parsing:
        from onrecord import __version__
        from onrecord.attribution.encoder import model_id

        click.echo(f"onrecord {__version__}, model {model_id()}")
        context.exit()


@click.group(cls=GuardedGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_print_version, help="Release and model.")
@click.option("--debug", is_flag=True, envvar="ONRECORD_DEBUG", help="Show tracebacks of internal errors.")
def cli(debug: bool) -> None:
    """Who said what, in which exact words, on whose authority.

    \b
    onrecord read report.pdf                  on the screen
    onrecord read report.pdf --json           the record, for programs
    onrecord read report.pdf --html page.html a page to read it on
    onrecord check report.pdf                 what does not fit together
    onrecord compare reports/                 what several reports differ in

    Nothing leaves this machine; an address is fetched only when you name it.

    \b
    Exit codes:
      0    all went well
      1    some inputs failed (each is named on standard error), a record does not hold,
           or a finding is as grave as --fail-on
      2    the command was not understood
      70   a fault of onrecord itself
      130  interrupted (Ctrl-C)
      141  whatever read the output stopped reading
    """


for command in (read, check, compare, show, verify, catalogue, schema, completion):
    cli.add_command(command)
