"""A comparison as a terminal shows it: what differs in a line, then figures, acts, citations, demands, statements, speakers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from rich.console import Console
from rich.text import Text

from onrecord.comparison.comparison import (
    ActGroup,
    CitedGroup,
    Comparison,
    Copied,
    DemandGroup,
    FigureGroup,
    Link,
    Repeated,
)
from onrecord.export.cited import target_label
from onrecord.export.lines import entry, print_lines
from onrecord.export.passages import Piece, marked
from onrecord.export.plain import counted, printable
from onrecord.export.wording import STANDINGS, differences, figure_name, independent, label, report_name, several, told, value

__all__ = ["print_comparison"]

_LONGEST = 240
_Line = Text | str
_T = TypeVar("_T", ActGroup, CitedGroup, DemandGroup)


def print_comparison(comparison: Comparison, console: Console, *, alone: bool = False) -> None:
    """Write `comparison` to `console`; `alone` shows the figures, acts, citations and demands too that only one report has."""
    parts: tuple[Iterable[_Line], ...] = (
        _reports(comparison),
        _figures(comparison, alone=alone),
        _parts(comparison),
        _acts(comparison.acts, alone=alone),
        _cited(comparison.cited, alone=alone),
        _demands(comparison, alone=alone),
        _repeated(comparison),
        _copied(comparison),
        _speakers(comparison),
    )
    for lines in map(list, parts):
        print_lines(lines, console)
        if lines:
            console.print()


def _reports(comparison: Comparison) -> Iterator[_Line]:
    yield Text(independent(comparison), style="bold")
    for number, report in enumerate(comparison.reports):
        day = f" ({report.published})" if report.published else ""
        same = "" if report.source == number else f", same source as {label(report.source)}"
        yield f"  {label(number)}  {printable(report_name(report))}{day}{same}"
    found = ", ".join(words for words, _ in differences(comparison))
    yield f"  What differs: {found}" if found else "  Nothing was found that differs."


def _figures(comparison: Comparison, *, alone: bool) -> Iterator[_Line]:
    shown = [group for group in comparison.figures if alone or group.standing != "alone"]
    yield Text("Figures", style="bold")
    if not shown:
        yield "  No two reports give a figure for the same thing."
        return
    for group in shown:
        yield from _figure(comparison, group)
    yield from _hidden(len(comparison.figures) - len(shown), "more figure")


def _hidden(number: int, noun: str) -> Iterator[str]:
    if number:
        yield f"  {counted(number, noun)} in one report alone (--alone shows them)"


def _figure(comparison: Comparison, group: FigureGroup) -> Iterator[_Line]:
    values = _values(((value(one), one.at.report, one.by) for one in group.given), comparison)
    return entry(printable(figure_name(group)), f"{STANDINGS[group.standing]}: {group.reason}", values)


def _values(given: Iterable[tuple[str, int, str | None]], dated: Comparison | None = None) -> Iterator[str]:
    """One line for each value: the reports that give it, on whose word, and, where `dated` has their days, since when."""
    values: dict[str, list[str]] = {}
    first: dict[str, str] = {}
    for words, report, by in given:
        values.setdefault(words, []).append(f"{label(report)}{f' {printable(by)}' if by else ''}")
        if dated and (day := dated.reports[report].published):
            first[words] = min(first.get(words, day), day)
    for words, givers in values.items():
        since = f" (first {first[words]})" if words in first else ""
        yield f"{words}: {'; '.join(dict.fromkeys(givers))}{since}"


def _parts(comparison: Comparison) -> Iterator[_Line]:
    if comparison.parts:
        yield Text(f"Parts against totals: {len(comparison.parts)}", style="bold")
    for parts in comparison.parts:
        yield f"  {printable(parts.reason)}"
        yield from (f"    {line}" for line in _values((value(one), one.at.report, one.by) for one in parts.given))


def _shown(groups: Sequence[_T], *, alone: bool) -> list[_T]:
    return [group for group in groups if alone or several(group)]


def _acts(groups: Sequence[ActGroup], *, alone: bool) -> Iterator[_Line]:
    if not groups:
        return
    shown = _shown(groups, alone=alone)
    yield Text(f"Acts of bodies in several reports: {sum(map(several, groups))}", style="bold")
    for group in shown:
        yield from _act(group)
    yield from _hidden(len(groups) - len(shown), "more act")


def _act(group: ActGroup) -> Iterator[_Line]:
    also = f" (also {', '.join(map(printable, group.bodies[1:]))})" if len(group.bodies) > 1 else ""
    lines = ((f"{told(one)}{f', {_short(one.object)}' if one.object else ''}", one.at.report, one.by) for one in group.told)
    said = f"{STANDINGS[group.standing]}: {printable(group.reason)}"
    return entry(f"{printable(group.body)} {group.verb}{also}", said, _values(lines))


def _cited(groups: Sequence[CitedGroup], *, alone: bool) -> Iterator[_Line]:
    known = [group for group in groups if group.status == "resolved"]
    unsure = [group for group in groups if group.status != "resolved"]
    shown = _shown(known, alone=alone)
    if known:
        yield Text(f"Citations in several reports, or with a finding: {sum(map(several, known))}", style="bold")
    for group in shown:
        yield from _citation(group)
    yield from _hidden(len(known) - len(shown), "more citation")
    if unsure:
        yield Text(f"Citations that do not say which, or are not in the catalogue: {len(unsure)}", style="bold")
    for group in unsure:
        yield from _citation(group)


def _citation(group: CitedGroup) -> Iterator[_Line]:
    name = ", ".join(filter(None, target_label(group.target))) if group.target else f"“{printable(group.forms[0])}”"
    perhaps = ", ".join(target_label(one)[0] for one in group.candidates)
    otherwise = f"perhaps {perhaps}" if perhaps else "" if group.status == "resolved" else "not in the catalogue"
    doubts = "; ".join(printable(message) for message in dict.fromkeys(doubt.message for doubt in group.doubts))
    lines = (
        (f"“{_short(one.at.words)}”{f', {printable(one.pinpoint)}' if one.pinpoint else ''}", one.at.report, one.by)
        for one in group.given
    )
    return entry(name, doubts or otherwise, _values(lines))


def _demands(comparison: Comparison, *, alone: bool) -> Iterator[_Line]:
    groups = comparison.demands
    if not groups:
        return
    shown = _shown(groups, alone=alone)
    yield Text(f"Demands in several reports, or with an outcome: {sum(map(several, groups))}", style="bold")
    for group in shown:
        kinds = ", ".join(dict.fromkeys(one.kind for one in group.outcomes))
        yield f"  {group.action or 'something else'}{f', later told as {kinds}' if kinds else ''}"
        for demand in group.given:
            yield f"    {label(demand.at.report)}  {printable(demand.by or 'nobody named')}: {_short(demand.at.words)}"
        for one in group.outcomes:
            day = comparison.reports[one.at.report].published
            by = f"{printable(one.by)} in " if one.by else ""
            yield f"    {one.kind}, {by}{label(one.at.report)} ({day}): {_short(one.at.words)}"
    yield from _hidden(len(groups) - len(shown), "more demand")


def _repeated(comparison: Comparison) -> Iterator[_Line]:
    yield Text(f"The same statement in several reports: {len(comparison.repeated)}", style="bold")
    for same in comparison.repeated:
        yield from _same(same)


def _same(same: Repeated) -> Iterator[_Line]:
    notes = ["wording differs inside quotation marks"] if same.altered else []
    notes += ["credited to different speakers"] if same.speakers_differ else []
    yield f"  {same.likeness:.2f}" + (f"  {', '.join(notes)}" if notes else "")
    pieces = marked(same)
    for variant in same.variants:
        yield f"    {label(variant.at.report)}  {printable(variant.speaker or 'nobody named')}: {_short(variant.at.words)}"
    differing = [
        f"{label(variant.at.report)} {words}"
        for variant, found in zip(same.variants, pieces, strict=True)
        if (words := ", ".join(f"“{run}”" for run in _runs(found)))
    ]
    if same.altered and differing:
        yield f"    only in one: {'; '.join(differing)}"


def _runs(pieces: Sequence[Piece]) -> Iterator[str]:
    """The marked words of a passage, those that stand together as one."""
    run = ""
    for piece in (*pieces, Piece(".", marked=False)):
        if piece.marked or not piece.words.strip():
            run += piece.words
        elif run.strip():
            yield _short(run)
            run = ""


def _copied(comparison: Comparison) -> Iterator[_Line]:
    yield Text(f"Copied passages: {len(comparison.copied)}", style="bold")
    for copied in comparison.copied:
        yield from _passage(copied)


def _passage(copied: Copied) -> Iterator[str]:
    left, right = copied.passages
    first = f", {label(copied.earlier)} first" if copied.earlier is not None else ""
    size = f"{counted(copied.words, 'word')}, {copied.likeness:.0%} alike{first}"
    yield f"  {label(left.report)} and {label(right.report)}, {size}"
    yield f"    {_short(left.words)}"


def _speakers(comparison: Comparison) -> Iterator[_Line]:
    yield Text(f"Speakers in several reports or under several names: {len(comparison.speakers)}", style="bold")
    for link in comparison.speakers:
        yield from _speaker(comparison, link)


def _speaker(comparison: Comparison, link: Link) -> Iterator[str]:
    yield f"  {printable(link.name)} (linked because of {printable(link.evidence)})"
    for named in link.named:
        day = comparison.reports[named.report].published
        roles = f", {printable(', '.join(named.roles))}" if named.roles else ""
        yield f"    {label(named.report)}{f' {day}' if day else ''}  {printable(', '.join((named.name, *named.also)))}{roles}"
        for said in link.said:
            if said.at.report == named.report:
                yield f"       {'(not said) ' if said.negated else ''}{_short(said.at.words)}"


def _short(words: str) -> str:
    whole = printable(" ".join(words.split()))
    return whole if len(whole) <= _LONGEST else whole[: _LONGEST - 1].rstrip() + "…"
