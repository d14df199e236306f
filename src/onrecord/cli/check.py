"""`onrecord check`: what does not fit together in reports."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from onrecord.cli.delivery import console
from onrecord.cli.guard import FAILED
from onrecord.cli.inputs import Named, expand
from onrecord.cli.outcomes import entries_of, limits_of, missed, model_option, outcomes
from onrecord.cli.progress import progress
from onrecord.cli.records import is_stored, sound

if TYPE_CHECKING:
    from onrecord.errors import ReadError
    from onrecord.record import Finding, Record

__all__ = ["check"]

_SEVERITIES = ("note", "warning", "error")


def _offered(_context: click.Context, _parameter: click.Parameter, begun: str) -> list[str]:
    from onrecord.checks.registry import CHECKS

    return [name for name in CHECKS if name.startswith(begun)]


@click.command(short_help="Show what does not fit together in reports.")
@click.argument("inputs", nargs=-1, required=True, metavar="FILE|URL|DIR|RECORD.json|-...", type=click.Path(allow_dash=True))
@click.option(
    "--only", multiple=True, metavar="NAME", shell_complete=_offered, help="Make this check only; may be given several times."
)
@click.option(
    "--off", multiple=True, metavar="NAME", shell_complete=_offered, help="Leave this check out; may be given several times."
)
@click.option(
    "--fail-on",
    type=click.Choice(_SEVERITIES),
    help="End with exit code 1 where a finding is at least as grave as this.",
)
@click.option("--json", "as_json", is_flag=True, help="The findings of each input as a line of JSON, and nothing else there.")
@click.option("--places", is_flag=True, help="On screen: say where the words of each finding stand (offsets, page, rectangle).")
@click.option("--workers", type=click.IntRange(min=1), metavar="N", help="As for `onrecord read`.")
@click.option("--time-limit", type=click.FloatRange(min=0, min_open=True), metavar="SECONDS", help="As for `onrecord read`.")
@click.option("--catalogue", metavar="YAML", type=click.Path(exists=True, dir_okay=False), help="As for `onrecord read`.")
@model_option
@click.pass_context
def check(  # noqa: PLR0917 - click passes them by name
    context: click.Context,
    inputs: tuple[str, ...],
    only: tuple[str, ...],
    off: tuple[str, ...],
    fail_on: str | None,
    as_json: bool,
    places: bool,
    workers: int | None,
    time_limit: float | None,
    catalogue: str | None,
    model: str,
) -> None:
    """Show what does not fit together in reports, and nothing else of them.

    Each finding names both sides of a misfit: a date and its weekday, a total and its parts, a resolution and its year. None
    says who is right. Inputs are reports, as for `onrecord read`, or records that it wrote with --json (files named .json or
    .jsonl). The page "Checks" of the documentation has the checks by name.
    """
    from onrecord.checks.check import chosen
    from onrecord.errors import OnrecordError, ReadError
    from onrecord.export.plain import counted

    try:
        names = frozenset(chosen(only=only or None, off=off))
    except OnrecordError as error:
        raise click.UsageError(str(error)) from error
    failed = grave = False
    named = list(expand(inputs))
    with progress(len(named)) as report:
        for one, made in _outcomes(named, workers=workers, timeout=time_limit, catalogue=catalogue, model=model):
            if isinstance(made, ReadError):
                failed |= missed(one, made, report)
                continue
            number = 0
            for of, record in made:
                if isinstance(record, ReadError):
                    report.say(str(record))
                    failed = True
                    continue
                findings = [finding for finding in record.findings if finding.check in names]
                number += len(findings)
                with report.aside():
                    _show(of, record, findings, as_json=as_json, places=places)
                grave = grave or _grave(findings, fail_on)
            report.done(one.shown, counted(number, "finding"))
    if failed or grave:
        context.exit(FAILED)


def _outcomes(
    named: list[Named], *, workers: int | None, timeout: float | None, catalogue: str | None, model: str
) -> Iterator[tuple[Named, Iterable[tuple[Named, Record | ReadError]] | ReadError]]:
    """The record of each input, in order, or those of a file of records, each with the report that it is of."""
    from onrecord.errors import ReadError

    fresh = [one for one in named if not is_stored(one)]
    made = outcomes(
        fresh, workers=workers, limits=limits_of(None, None), timeout=timeout, entries=entries_of(catalogue), model=model
    )
    for one in named:
        if is_stored(one):
            yield one, ((Named(name), record) for name, record in sound(one.name))
        else:
            _, outcome = next(made)
            yield one, outcome if isinstance(outcome, ReadError) else [(one, outcome)]


def _show(named: Named, record: Record, findings: list[Finding], *, as_json: bool, places: bool) -> None:
    from msgspec import json
    from msgspec.structs import replace

    from onrecord.export.findings import print_findings

    if as_json:
        line = json.encode({"source": named.name, "document": record.document.id, "findings": findings})
        sys.stdout.buffer.write(line + b"\n")
        sys.stdout.buffer.flush()
        return
    print_findings(named.shown, replace(record, findings=tuple(findings)), console(), places=places)
    sys.stdout.flush()


def _grave(findings: list[Finding], least: str | None) -> bool:
    return least is not None and any(_SEVERITIES.index(one.severity) >= _SEVERITIES.index(least) for one in findings)
