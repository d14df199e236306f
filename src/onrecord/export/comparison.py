"""A comparison as a terminal shows it: reports, figures (those that differ on top), repeated statements, copies, speakers."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.table import Table
from rich.text import Text

from onrecord.comparison.comparison import Comparison, Copied, FigureGroup, Given, Repeated
from onrecord.export.plain import counted, printable

__all__ = ["print_comparison"]

_STANDINGS = {
    "differ": "differ",
    "changed over time": "rises over time",
    "refine": "compatible",
    "agree": "agree",
    "alone": "one report",
}
_LONGEST = 240


def print_comparison(comparison: Comparison, console: Console, *, alone: bool = False) -> None:
    """Write `comparison` to `console`; `alone` shows the figures too that only one report gives."""
    later = (_repeated, _copied, _speakers)
    for part in (_reports(comparison), _figures(comparison, alone=alone), *(show(comparison) for show in later)):
        for line in part:
            console.print(line, soft_wrap=isinstance(line, str))
        console.print()


def label(number: int) -> str:
    """How a report is named in tables: A, B … Z, then A2, B2 …"""
    turn, letter = divmod(number, 26)
    return chr(ord("A") + letter) + (str(turn + 1) if turn else "")


def _reports(comparison: Comparison) -> Iterator[Text | Table | str]:
    count = len(comparison.reports)
    yield Text(f"{counted(count, 'report')}, {comparison.independent} independent", style="bold")
    for number, report in enumerate(comparison.reports):
        name = printable(report.title or report.uri or report.id)
        day = f" ({report.published})" if report.published else ""
        same = "" if report.source == number else f", same source as {label(report.source)}"
        yield f"  {label(number)}  {name}{day}{same}"


def _figures(comparison: Comparison, *, alone: bool) -> Iterator[Text | Table | str]:
    shown = [group for group in comparison.figures if alone or group.standing != "alone"]
    yield Text("Figures", style="bold")
    if not shown:
        yield "  No two reports give a figure for the same thing."
        return
    table = Table(show_edge=False, pad_edge=False, show_lines=True)
    for column in ("what is counted", "figures", "and so they"):
        table.add_column(column, overflow="fold")
    for group in shown:
        stand = f"{_STANDINGS[group.standing]}: {group.reason}"
        table.add_row(Text(_counted(group)), Text("\n".join(_lines(group))), Text(stand))
    yield table
    hidden = len(comparison.figures) - len(shown)
    if hidden:
        yield f"  {counted(hidden, 'more figure')} in one report alone (--alone shows them)"


def _counted(group: FigureGroup) -> str:
    unit = f" ({group.unit})" if group.unit else ""
    return printable(group.counted) + unit


def _lines(group: FigureGroup) -> Iterator[str]:
    """One line for each value, with the reports that give it and on whose word."""
    values: dict[str, list[str]] = {}
    for one in group.given:
        by = f" {printable(one.by)}" if one.by else ""
        values.setdefault(value(one), []).append(f"{label(one.at.report)}{by}")
    for number, givers in values.items():
        yield f"{number}: {'; '.join(dict.fromkeys(givers))}"


def value(one: Given) -> str:
    """A figure in words: "at least 161", "not 300"."""
    number = f"{one.low:,.10g}" if one.low == one.high else f"{one.low:,.10g} to {one.high:,.10g}"
    hedged = number if one.qualifier == "exactly" else f"{one.qualifier} {number}"
    return f"not {hedged} (denied)" if one.denied else hedged


def _repeated(comparison: Comparison) -> Iterator[Text | Table | str]:
    yield Text(f"The same statement in several reports: {len(comparison.repeated)}", style="bold")
    for same in comparison.repeated:
        yield from _same(same)


def _same(same: Repeated) -> Iterator[str]:
    notes = ["wording differs inside quotation marks"] if same.altered else []
    notes += ["credited to different speakers"] if same.speakers_differ else []
    yield f"  {same.likeness:.2f}" + (f"  {', '.join(notes)}" if notes else "")
    for variant in same.variants:
        yield f"    {label(variant.at.report)}  {printable(variant.speaker or 'nobody named')}: {_short(variant.at.words)}"


def _copied(comparison: Comparison) -> Iterator[Text | Table | str]:
    yield Text(f"Copied passages: {len(comparison.copied)}", style="bold")
    for copied in comparison.copied:
        yield from _passage(copied)


def _passage(copied: Copied) -> Iterator[str]:
    left, right = copied.passages
    first = f", {label(copied.earlier)} first" if copied.earlier is not None else ""
    size = f"{counted(copied.words, 'word')}, {copied.likeness:.0%} alike{first}"
    yield f"  {label(left.report)} and {label(right.report)}, {size}"
    yield f"    {_short(left.words)}"


def _speakers(comparison: Comparison) -> Iterator[Text | Table | str]:
    yield Text(f"Speakers in several reports or under several names: {len(comparison.speakers)}", style="bold")
    for link in comparison.speakers:
        reports = ", ".join(label(number) for number in sorted({number for number, _ in link.mentions}))
        others = f", also {', '.join(map(printable, link.names[1:]))}" if len(link.names) > 1 else ""
        yield f"  {printable(link.name)}{others} ({reports})"


def _short(words: str) -> str:
    whole = printable(" ".join(words.split()))
    return whole if len(whole) <= _LONGEST else whole[: _LONGEST - 1].rstrip() + "…"
