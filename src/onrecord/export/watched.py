"""News as a terminal shows it: the new reports, figures that changed and new ones, new speakers, citations and acts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console
from rich.text import Text

from onrecord.comparison.comparison import ActGroup, CitedGroup, FigureGroup, Given
from onrecord.comparison.news import ChangedFigure, News, NewSpeaker
from onrecord.export.cited import target_label
from onrecord.export.lines import entry, print_lines
from onrecord.export.plain import counted, printable
from onrecord.export.wording import STANDINGS, label, report_name, told, value

__all__ = ["print_news"]

_Line = Text | str


def print_news(news: News, console: Console) -> None:
    """Write `news` to `console`; nothing where nothing is new."""
    if not news:
        return
    parts = (
        _reports(news),
        _changed(news.changed),
        _listed("Speakers whose own figure changed", (line for one in news.changed for line in _own(one))),
        _figures("New figures", news.figures),
        _figures("New disagreements", news.disagreements),
        _listed("New speakers", map(_speaker, news.speakers)),
        _listed("New citations", map(_citation, news.cited)),
        _listed("New acts of bodies", map(_act, news.acts)),
    )
    for lines in filter(None, map(list, parts)):
        print_lines(lines, console)
        console.print()


def _reports(news: News) -> Iterator[_Line]:
    """The new reports, and those of the earlier ones that a table below names."""
    new = len(news.reports) - news.earlier
    yield Text(f"{counted(new, 'new report')}, beside {counted(news.earlier, 'earlier one')}", style="bold")
    named = {one.at.report for changed in news.changed for one in (*changed.before, *(own.before for own in changed.own))}
    named |= {one.at.report for group in news.disagreements for one in group.given}
    for number in (*range(news.earlier, len(news.reports)), *sorted(n for n in named if n < news.earlier)):
        report = news.reports[number]
        day = f" ({report.published})" if report.published else ""
        yield f"  {label(number)}  {printable(report_name(report))}{day}{', earlier' if number < news.earlier else ''}"


def _changed(changed: Sequence[ChangedFigure]) -> Iterator[_Line]:
    if changed:
        yield Text(f"Changed figures: {len(changed)}", style="bold")
    for one in changed:
        before = (f"before: {line}" for line in _values(one.before))
        now = [f"now: {line}" for line in _values(one.now)] or ["now: none but these"]
        yield from entry(_counted(one), _standing(one), (*before, *now))


def _own(changed: ChangedFigure) -> Iterator[str]:
    for one in changed.own:
        before, now = (f"{value(given)} ({label(given.at.report)})" for given in (one.before, one.now))
        yield f"{printable(one.by)}, {_counted(changed)}: {before}, now {now}"


def _figures(head: str, groups: Sequence[FigureGroup]) -> Iterator[_Line]:
    if groups:
        yield Text(f"{head}: {len(groups)}", style="bold")
    for group in groups:
        yield from entry(_counted(group), _standing(group), _values(group.given))


def _counted(group: FigureGroup | ChangedFigure) -> str:
    return printable(group.counted) + (f" ({group.unit})" if group.unit else "")


def _standing(group: FigureGroup | ChangedFigure) -> str:
    return f"{STANDINGS[group.standing]}: {group.reason}"


def _values(given: Iterable[Given]) -> Iterator[str]:
    """One line for each value, with the reports that give it and on whose word."""
    values: dict[str, list[str]] = {}
    for one in given:
        values.setdefault(value(one), []).append(f"{label(one.at.report)}{f' {printable(one.by)}' if one.by else ''}")
    for words, givers in values.items():
        yield f"{words}: {'; '.join(dict.fromkeys(givers))}"


def _listed(head: str, lines: Iterable[str]) -> Iterator[_Line]:
    found = list(lines)
    if found:
        yield Text(f"{head}: {len(found)}", style="bold")
        yield from (f"  {line}" for line in found)


def _speaker(speaker: NewSpeaker) -> str:
    return f"{printable(speaker.name)} ({', '.join(map(label, speaker.reports))})"


def _citation(group: CitedGroup) -> str:
    known = ", ".join(filter(None, target_label(group.target))) if group.target else ""
    return f"{known or f'“{printable(group.forms[0])}”, {group.status}'} ({_reported(one.at.report for one in group.given)})"


def _act(group: ActGroup) -> str:
    first = group.told[0]
    what = f" {printable(first.object)}" if first.object else ""
    when = " or ".join(dict.fromkeys(map(told, group.told)))
    return f"{printable(group.body)} {group.verb}{what}, {when} ({_reported(one.at.report for one in group.told)})"


def _reported(numbers: Iterable[int]) -> str:
    return ", ".join(label(number) for number in sorted(set(numbers)))
