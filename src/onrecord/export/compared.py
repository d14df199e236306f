"""A comparison as one page of HTML: what differs on top, every figure, act, citation and demand with the words it stands in.

As the page of a record, it needs no script, no other file and no other host, and its words are the reports' own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from onrecord.comparison.comparison import (
    ActGroup,
    CitedGroup,
    Comparison,
    Copied,
    DemandGroup,
    FigureGroup,
    Given,
    Link,
    Named,
    Parts,
    Repeated,
    Words,
)
from onrecord.export.cited import target_label
from onrecord.export.echoed import graph, shares
from onrecord.export.html import render
from onrecord.export.passages import Piece, around, beside, marked
from onrecord.export.plotted import Plot, plot
from onrecord.export.wording import STANDINGS, differences, figure_name, independent, label, report_name, several, told, value
from onrecord.record import Record

__all__ = ["comparison_page"]

# Beyond these a table of who shares what with whom is no help.
_TABLE = 26
_MARKS = "\"'“”‘’«»,. "
_T = TypeVar("_T", ActGroup, CitedGroup, DemandGroup)


@dataclass(frozen=True, slots=True)
class _Row:
    """What one report says, in a word, who says it, and its words in their context."""

    label: str
    day: str | None
    value: str
    by: str | None
    context: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class _Group:
    """What several reports say of one thing: its name and what else it is called, how they stand, and a row for each."""

    name: str
    also: tuple[str, ...]
    standing: str
    word: str
    reason: str
    plot: Plot | None
    rows: tuple[_Row, ...]


@dataclass(frozen=True, slots=True)
class _Variant:
    """A statement as one report has it; what differs from the others is marked."""

    label: str
    by: str
    kind: str
    words: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class _Same:
    """A statement that several reports have."""

    altered: bool
    speakers_differ: bool
    variants: tuple[_Variant, ...]


@dataclass(frozen=True, slots=True)
class _Pair:
    """A passage as two reports have it."""

    labels: tuple[str, str]
    words: int
    likeness: float
    earlier: str | None
    sides: tuple[tuple[Piece, ...], tuple[Piece, ...]]


@dataclass(frozen=True, slots=True)
class _Person:
    """A linked speaker: the names and roles report by report, and the statements in order."""

    link: Link
    named: tuple[tuple[str, str | None, Named], ...]
    said: tuple[tuple[str, str | None, str, str], ...]


class _Page:
    """The comparison with the texts of its reports, from which the words around a place are taken."""

    def __init__(self, comparison: Comparison, records: Iterable[Record]) -> None:
        texts = {record.document.id: record.document.text for record in records}
        self.reports = comparison.reports
        self.texts = [texts.get(report.id) for report in comparison.reports]

    def row(self, at: Words, value: str, by: str | None) -> _Row:
        """A row with the words of `at` in their context; alone, where the report's text is not at hand."""
        text = self.texts[at.report]
        context = (Piece(at.words, marked=True),) if text is None else tuple(around(text, at.span))
        return _Row(label(at.report), self.day(at.report), value, by, context)

    def day(self, report: int) -> str | None:
        """When the report was published."""
        return self.reports[report].published

    def figures(self, group: FigureGroup) -> _Group:
        """Figures for one thing, with a plot where there are two values or more."""
        varied = len({(one.low, one.high, one.qualifier) for one in group.given}) > 1
        drawn = plot([(f"{label(one.at.report)} {one.by or ''}".strip(), one) for one in group.given]) if varied else None
        word, rows = STANDINGS[group.standing], self._given(group.given)
        return _Group(figure_name(group), (), group.standing, word, group.reason, drawn, rows)

    def parts(self, parts: Parts) -> _Group:
        """A part and a total of different reports."""
        return _Group(parts.reason, (), "differ", "", "", None, self._given(parts.given))

    def _given(self, given: Iterable[Given]) -> tuple[_Row, ...]:
        return tuple(self.row(one.at, value(one), one.by) for one in given)

    def act(self, group: ActGroup) -> _Group:
        """An act of a body."""
        rows = tuple(self.row(one.at, told(one), one.by) for one in group.told)
        name, also = f"{group.body} {group.verb}", group.bodies[1:]
        return _Group(name, also, group.standing, STANDINGS[group.standing], group.reason, None, rows)

    def cited(self, group: CitedGroup) -> _Group:
        """What is cited; where that is not known, the words in quotation marks with what they may mean."""
        rows = [self.row(one.at, one.pinpoint or "cited", one.by) for one in group.given]
        doubts = "; ".join(dict.fromkeys(doubt.message for doubt in group.doubts))
        if group.status == "resolved" and group.target:
            name, detail = target_label(group.target)
            also = tuple(form for form in group.forms if form != name)
            known = ", ".join(filter(None, (name, detail)))
            word = "with a finding" if doubts else ""
            return _Group(known, also, "differ" if doubts else "agree", word, doubts, None, tuple(rows))
        perhaps = ", ".join(target_label(one)[0] for one in group.candidates)
        reason = doubts or (f"perhaps {perhaps}" if perhaps else "not in the catalogue")
        return _Group(f"“{group.forms[0]}”", group.forms[1:], group.status, group.status, reason, None, tuple(rows))

    def demand(self, group: DemandGroup) -> _Group:
        """A demand, and what later reports say became of it."""
        rows = [self.row(one.at, "demanded", one.by) for one in group.given]
        rows += [self.row(one.at, f"told as {one.kind}", one.by) for one in group.outcomes]
        kinds = ", ".join(dict.fromkeys(one.kind for one in group.outcomes))
        word = f"later told as {kinds}" if kinds else ""
        return _Group(f"“{group.demanded.strip(_MARKS)}”", (), "", word, "", None, tuple(rows))

    def person(self, link: Link) -> _Person:
        """A linked speaker through the reports."""
        named = tuple((label(one.report), self.day(one.report), one) for one in link.named)
        said = tuple(
            (label(one.at.report), self.day(one.at.report), f"{'not said, ' if one.negated else ''}{one.kind}", one.at.words)
            for one in link.said
        )
        return _Person(link, named, said)


def comparison_page(comparison: Comparison, records: Sequence[Record]) -> str:
    """The page of a comparison of `records`, whose texts give the words around each figure."""
    page = _Page(comparison, records)
    groups = [page.figures(group) for group in comparison.figures]
    known = [group for group in comparison.cited if group.status == "resolved"]
    return render(
        "comparison.html.j2",
        comparison=comparison,
        headline=independent(comparison),
        differences=list(differences(comparison)),
        reports=[(label(number), report_name(report), report, number) for number, report in enumerate(comparison.reports)],
        label=label,
        groups=[group for group in groups if group.standing != "alone"],
        alone=[group for group in groups if group.standing == "alone"],
        parts=[page.parts(parts) for parts in comparison.parts],
        acts=_split(comparison.acts, page.act),
        cited=_split(known, page.cited),
        unsure=[page.cited(group) for group in comparison.cited if group.status != "resolved"],
        demands=_split(comparison.demands, page.demand),
        repeated=[_same(same) for same in comparison.repeated],
        copied=[_pair(copied) for copied in comparison.copied],
        graph=graph(comparison),
        shares=list(shares(comparison)) if len(comparison.reports) <= _TABLE else [],
        people=[page.person(link) for link in comparison.speakers],
    )


def _split(groups: Sequence[_T], shown: Callable[[_T], _Group]) -> tuple[list[_Group], list[_Group]]:
    """What several reports have, and what one has alone."""
    return [shown(group) for group in groups if several(group)], [shown(group) for group in groups if not several(group)]


def _same(same: Repeated) -> _Same:
    variants = tuple(
        _Variant(label(one.at.report), one.speaker or "nobody named", one.kind, words)
        for one, words in zip(same.variants, marked(same), strict=True)
    )
    return _Same(same.altered, same.speakers_differ, variants)


def _pair(copied: Copied) -> _Pair:
    left, right = copied.passages
    earlier = label(copied.earlier) if copied.earlier is not None else None
    return _Pair(
        (label(left.report), label(right.report)), copied.words, copied.likeness, earlier, beside(left.words, right.words)
    )
