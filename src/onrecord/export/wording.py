"""The words in which a comparison is shown, on the screen and on the page: names of reports, values, standings, a summary."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.comparison.comparison import ActGroup, CitedGroup, Comparison, DemandGroup, FigureGroup, Given, Report, ToldAct
from onrecord.export.plain import counted

__all__ = ["STANDINGS", "differences", "figure_name", "independent", "label", "report_name", "several", "told", "value"]

STANDINGS = {
    "differ": "differ",
    "changed over time": "change in time",
    "refine": "compatible",
    "agree": "agree",
    "alone": "one report only",
}

_PEOPLE = frozenset({"people", "persons", "civilians", "residents"})


def label(number: int) -> str:
    """How a report is named in tables: A, B … Z, then A2, B2 …"""
    turn, letter = divmod(number, 26)
    return chr(ord("A") + letter) + (str(turn + 1) if turn else "")


def report_name(report: Report) -> str:
    """The report's title; without one the last part of its address."""
    return report.title or (report.uri or "").rstrip("/").rsplit("/", 1)[-1] or report.id


def independent(comparison: Comparison) -> str:
    """How many reports there are, how many sources of their own, and which reports are one source."""
    sources: dict[int, list[int]] = {}
    for number, report in enumerate(comparison.reports):
        sources.setdefault(report.source, []).append(number)
    shared = [" and ".join(map(label, numbers)) for numbers in sources.values() if len(numbers) > 1]
    line = f"{counted(len(comparison.reports), 'report')}, {comparison.independent} independent"
    return f"{line} ({'; '.join(shared)} as one source)" if shared else line


def differences(comparison: Comparison) -> Iterator[tuple[str, str]]:
    """What does not fit, in words, each with the part of the comparison that it stands in."""
    tallies = (
        (sum(group.standing == "differ" for group in comparison.figures), "figure", "figures", "figures"),
        (len(comparison.parts), "part against a total", "parts against totals", "parts"),
        (sum(group.standing == "differ" for group in comparison.acts), "act", "acts", "acts"),
        (sum(map(_doubtful, comparison.cited)), "doubtful citation", "doubtful citations", "cited"),
        (sum(same.altered for same in comparison.repeated), "altered quotation", "altered quotations", "repeated"),
        (
            sum(same.speakers_differ for same in comparison.repeated),
            "statement given to different speakers",
            "statements given to different speakers",
            "repeated",
        ),
    )
    for number, one, many, part in tallies:
        if number:
            yield f"{number:,} {one if number == 1 else many}", part


def _doubtful(group: CitedGroup) -> bool:
    return bool(group.doubts) and group.status != "ambiguous"


# The keys of `onrecord.comparison.context.scope`, in words.
_APART = {
    "wider": "over a longer time",
    "rate": "in every such time",
    "alone": "in one place",
    "earlier": "in an earlier event",
    "expected": "feared or expected",
}


def figure_name(group: FigureGroup) -> str:
    """What a group of figures counts; of people also what befell them, where the words do not say it."""
    befell = f" ({group.type})" if group.type and group.counted.casefold() in _PEOPLE else ""
    some = ", some of them" if group.part else ""
    return f"{group.counted}{befell}{f' ({group.unit})' if group.unit else ''}{some}{_apart(group)}"


def _apart(group: FigureGroup) -> str:
    """What sets those counted apart from others whom the same befell, where the words do not say it."""
    if not group.type or not group.noun or group.noun in group.counted:
        return ""
    return f", {_APART.get(group.noun, group.noun if group.noun[0].islower() else f'in {group.noun}')}"


def value(one: Given) -> str:
    """A figure in words: "at least 161", "not 300"."""
    number = f"{one.low:,.10g}" if one.low == one.high else f"{one.low:,.10g} to {one.high:,.10g}"
    hedged = number if one.qualifier == "exactly" else f"{one.qualifier} {number}"
    return f"not {hedged} (denied)" if one.denied else hedged


def told(one: ToldAct) -> str:
    """When an act was done as one report has it: "2012", "not done", "no year"."""
    if one.negated:
        return f"not done, {one.when}" if one.when else "not done"
    return one.when or "no year"


def several(group: ActGroup | CitedGroup | DemandGroup) -> bool:
    """Whether a group is worth a place on top: two reports have it, or there is something else to say of it."""
    if isinstance(group, ActGroup):
        return group.standing != "alone"
    more = group.doubts if isinstance(group, CitedGroup) else group.outcomes
    return bool(more) or len({one.at.report for one in group.given}) > 1
