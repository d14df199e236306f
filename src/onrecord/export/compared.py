"""A comparison as one page of HTML: figures with a plot of their values, repeated statements, copied passages, speakers.

As the page of a record, it needs no script, no other file and no other host, and its words are the reports' own.
"""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations

from onrecord.comparison.comparison import Comparison, Copied, FigureGroup, Report, Words
from onrecord.comparison.words import Token, tokens
from onrecord.export.comparison import label, value
from onrecord.export.html import render
from onrecord.export.plotted import Plot, plot
from onrecord.record import Record

__all__ = ["comparison_page"]

_CONTEXT = 110
_LONGEST_COPY = 1200
_STANDINGS = {
    "differ": "differ",
    "changed over time": "change over time",
    "refine": "compatible",
    "agree": "agree",
    "alone": "one report only",
}


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words of a passage; `marked` where they are what one looks for, or differ from the other passage's."""

    words: str
    marked: bool


@dataclass(frozen=True, slots=True)
class _Row:
    """A figure as one report gives it, with its words in their context."""

    label: str
    value: str
    by: str | None
    context: tuple[_Piece, ...]


@dataclass(frozen=True, slots=True)
class _Group:
    """Figures for one thing: how they stand, the plot of their values, and a row for each."""

    counted: str
    standing: str
    word: str
    reason: str
    plot: Plot | None
    rows: tuple[_Row, ...]


@dataclass(frozen=True, slots=True)
class _Pair:
    """A passage as two reports have it."""

    labels: tuple[str, str]
    words: int
    likeness: float
    earlier: str | None
    sides: tuple[tuple[_Piece, ...], tuple[_Piece, ...]]


def comparison_page(comparison: Comparison, records: Sequence[Record]) -> str:
    """The page of a comparison of `records`, whose texts give the words around each figure."""
    texts = {record.document.id: record.document.text for record in records}
    groups = [_group(comparison, group, texts) for group in comparison.figures]
    return render(
        "comparison.html.j2",
        comparison=comparison,
        reports=[(label(number), _name(report), report, number) for number, report in enumerate(comparison.reports)],
        label=label,
        groups=[group for group in groups if group.standing != "alone"],
        alone=[group for group in groups if group.standing == "alone"],
        repeated=comparison.repeated,
        copied=[_pair(copied) for copied in comparison.copied],
        echoes=list(_echoes(comparison)),
    )


def _name(report: Report) -> str:
    return report.title or (report.uri or "").rstrip("/").rsplit("/", 1)[-1] or report.id


def _group(comparison: Comparison, group: FigureGroup, texts: Mapping[str, str]) -> _Group:
    rows = tuple(
        _Row(label(one.at.report), value(one), one.by, tuple(_context(comparison, one.at, texts))) for one in group.given
    )
    unit = f" ({group.unit})" if group.unit else ""
    drawn = plot([(f"{label(one.at.report)} {one.by or ''}".strip(), one) for one in group.given]) if _varied(group) else None
    return _Group(group.counted + unit, group.standing, _STANDINGS[group.standing], group.reason, drawn, rows)


def _varied(group: FigureGroup) -> bool:
    """Whether there are two values or more, so that a plot shows something."""
    return len({(one.low, one.high, one.qualifier) for one in group.given}) > 1


def _context(comparison: Comparison, at: Words, texts: Mapping[str, str]) -> Iterator[_Piece]:
    """The figure's words, marked, with the words of its paragraph around them."""
    text = texts.get(comparison.reports[at.report].id)
    if text is None:
        yield _Piece(at.words, marked=True)
        return
    start = max(text.rfind("\n\n", 0, at.span.start) + 1, at.span.start - _CONTEXT, 0)
    stop = text.find("\n\n", at.span.end)
    end = min(stop if stop >= 0 else len(text), at.span.end + _CONTEXT)
    start = _word_start(text, start, at.span.start)
    before, after = text[start : at.span.start], text[at.span.end : end]
    if end < len(text) and text[end : end + 1].isalnum():
        after = after.rpartition(" ")[0]
    yield _Piece(("… " if start > 0 else "") + before.lstrip(), marked=False)
    yield _Piece(text[at.span.start : at.span.end], marked=True)
    yield _Piece(after + (" …" if end < len(text) else ""), marked=False)


def _word_start(text: str, start: int, limit: int) -> int:
    while 0 < start < limit and text[start - 1].isalnum():
        start += 1
    return start


def _pair(copied: Copied) -> _Pair:
    left, right = copied.passages
    earlier = label(copied.earlier) if copied.earlier is not None else None
    return _Pair(
        (label(left.report), label(right.report)), copied.words, copied.likeness, earlier, _sides(left.words, right.words)
    )


def _sides(left: str, right: str) -> tuple[tuple[_Piece, ...], tuple[_Piece, ...]]:
    """Both passages, cut where the words of one differ from the other's."""
    ours, theirs = tokens(left), tokens(right)
    matcher = difflib.SequenceMatcher(None, [one.word for one in ours], [one.word for one in theirs], autojunk=False)
    differing: tuple[set[int], set[int]] = (set(), set())
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal":
            differing[0].update(range(a, b))
            differing[1].update(range(c, d))
    return tuple(_pieces(left, ours, differing[0])), tuple(_pieces(right, theirs, differing[1]))


def _pieces(text: str, found: Sequence[Token], differing: set[int]) -> Iterator[_Piece]:
    at = 0
    for number in sorted(differing):
        span = found[number].span
        if span.start >= _LONGEST_COPY:
            break
        yield _Piece(text[at : span.start], marked=False)
        yield _Piece(text[span.start : span.end], marked=True)
        at = span.end
    rest = text[at : max(at, _LONGEST_COPY)]
    yield _Piece(rest + (" …" if max(at, _LONGEST_COPY) < len(text) else ""), marked=False)


def _echoes(comparison: Comparison) -> Iterator[tuple[str, list[int | None]]]:
    """For each report, how many statements it shares with each other one; None for itself."""
    shared: Counter[tuple[int, int]] = Counter()
    for same in comparison.repeated:
        shared.update(permutations({variant.at.report for variant in same.variants}, 2))
    for a in sorted({a for a, _ in shared}):
        yield label(a), [None if a == b else shared[a, b] for b in range(len(comparison.reports))]
