"""Which reports repeat each other: reports as dots below each other, an arc between two that share words.

The drawing is data for a template; every arc stands in words beside it too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from onrecord.comparison.comparison import Comparison
from onrecord.export.plain import counted
from onrecord.export.wording import label, report_name

__all__ = ["Arc", "Dot", "Graph", "graph", "shares"]

_ROW = 30
_X = 190.0
_WIDEST = 170.0
_THICKEST = 5.0
_NAME = 40
_MOST = 40


@dataclass(frozen=True, slots=True)
class Dot:
    """A report: its label, its name and day, and how far down it stands."""

    label: str
    name: str
    y: int


@dataclass(frozen=True, slots=True)
class Arc:
    """What two reports share. `copied`: a passage word for word; then `arrow` says which way it went, +1 down, -1 up, 0 where
    dates do not tell. `path` and `width` draw it, `tip` is where an arrow ends."""

    said: str
    copied: bool
    arrow: int
    path: str
    width: float
    tip: int


@dataclass(frozen=True, slots=True)
class Graph:
    """The dots and arcs, the height of the drawing, and how many reports had no room."""

    dots: tuple[Dot, ...]
    arcs: tuple[Arc, ...]
    height: int
    left_out: int

    @property
    def copied(self) -> bool:
        """Whether an arc is of a copied passage."""
        return any(arc.copied for arc in self.arcs)

    @property
    def directed(self) -> bool:
        """Whether an arc has an arrow."""
        return any(arc.arrow for arc in self.arcs)

    @property
    def said(self) -> str:
        """The same in words."""
        return "; ".join(arc.said for arc in self.arcs)


def graph(comparison: Comparison) -> Graph | None:
    """The graph of the reports that share statements or passages; None where none do. At most 40, those that share most."""
    statements = _statements(comparison)
    words, first = _copies(comparison)
    weight = Counter(number for pair in [*statements.elements(), *words] for number in pair)
    shown = sorted(sorted(weight, key=lambda number: (-weight[number], number))[:_MOST])
    if not shown:
        return None
    y = {number: _ROW * place + 18 for place, number in enumerate(shown)}
    pairs = [pair for pair in sorted({*statements, *words}) if pair[0] in y and pair[1] in y]
    arcs = []
    for pair in pairs:
        ends = y[pair[0]], y[pair[1]]
        if pair in statements:
            said = f"{label(pair[0])} and {label(pair[1])} share {counted(statements[pair], 'statement')}"
            arcs.append(_arc(said, ends, _height(ends) - 5, width=min(1 + statements[pair] / 2, _THICKEST)))
        if pair in words:
            arcs.append(_copy(pair, ends, words[pair], first.get(pair)))
    dots = tuple(Dot(label(number), _name(comparison, number), y[number]) for number in shown)
    return Graph(dots, tuple(arcs), _ROW * len(shown) + 10, len(weight) - len(shown))


def _statements(comparison: Comparison) -> Counter[tuple[int, int]]:
    """How many statements each two reports share."""
    shared: Counter[tuple[int, int]] = Counter()
    for same in comparison.repeated:
        shared.update(combinations(sorted({variant.at.report for variant in same.variants}), 2))
    return shared


def _copies(comparison: Comparison) -> tuple[Counter[tuple[int, int]], dict[tuple[int, int], int]]:
    """How many words each two reports have from one another, and which had them first."""
    words: Counter[tuple[int, int]] = Counter()
    first: dict[tuple[int, int], int] = {}
    for copied in comparison.copied:
        one, other = sorted(passage.report for passage in copied.passages)
        words[one, other] += copied.words
        if copied.earlier is not None:
            first[one, other] = copied.earlier
    return words, first


def _copy(pair: tuple[int, int], ends: tuple[int, int], words: int, first: int | None) -> Arc:
    if first is None:
        said = f"{label(pair[0])} and {label(pair[1])} have {counted(words, 'word')} in common"
        return _arc(said, ends, _height(ends), width=2.5, copied=True)
    last = pair[1] if first == pair[0] else pair[0]
    said = f"{label(last)} has {counted(words, 'word')} that {label(first)} had before"
    return _arc(said, ends, _height(ends), width=2.5, copied=True, arrow=1 if last == pair[1] else -1)


def _arc(said: str, ends: tuple[int, int], reach: float, *, width: float, copied: bool = False, arrow: int = 0) -> Arc:
    top, bottom = ends
    path = f"M{_X} {top}C{_X - reach:.0f} {top} {_X - reach:.0f} {bottom} {_X} {bottom}"
    return Arc(said, copied, arrow, path, round(width, 1), bottom if arrow > 0 else top)


def _height(ends: tuple[int, int]) -> float:
    """How far an arc goes out: further the further apart its ends are."""
    return min(_WIDEST, 40 + 0.45 * (ends[1] - ends[0]))


def _name(comparison: Comparison, number: int) -> str:
    report = comparison.reports[number]
    name = report_name(report)
    day = f" ({report.published})" if report.published else ""
    return (name if len(name) <= _NAME else name[: _NAME - 1].rstrip() + "…") + day


def shares(comparison: Comparison) -> Iterator[tuple[str, list[int | None]]]:
    """For each report, how many statements it shares with each other one; None for itself."""
    shared = _statements(comparison)
    for one in sorted({number for pair in shared for number in pair}):
        others = range(len(comparison.reports))
        yield label(one), [None if one == other else shared[min(one, other), max(one, other)] for other in others]
