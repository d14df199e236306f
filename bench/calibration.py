"""`python -m bench calibration FOLDER`: does a statement's confidence say how often statements like it are right?

A predicted statement is right where a gold statement of the same words (token F1 of at least one half) or around it has the
same speaker. The expected calibration error (Naeini, Cooper and Hauskrecht, AAAI 2015) is the mean gap between confidence
and share right over ten bins of equal width, weighted by the statements in each.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.table import Table

from bench.chain import predict
from bench.naming import right
from bench.page import Page
from bench.pairing import pair
from bench.progress import watched
from bench.readings import Reading, documents, from_gold
from bench.tokens import Tokens

__all__ = ["Bin", "Judged", "bins", "error", "judge", "measure", "show", "svg"]

BINS = 10


@dataclass(frozen=True, slots=True)
class Judged:
    """One predicted statement: its confidence, and whether words and speaker are right."""

    confidence: float
    right: bool
    kind: str


@dataclass(frozen=True, slots=True)
class Bin:
    """The statements whose confidence lies between `low` and `high`: how many, their mean confidence, the share right."""

    low: float
    high: float
    number: int
    confidence: float
    right: float


def judge(gold: Reading, predicted: Reading) -> list[Judged]:
    """Every predicted statement against the gold."""
    pairing = pair(gold, predicted, Tokens(gold.text))
    partners = {**pairing.split, **{p: g for g, p in pairing.found().items()}}
    return [
        Judged(said.confidence, p in partners and right(said, predicted, gold.statements[partners[p]], gold), said.kind)
        for p, said in enumerate(predicted.statements)
    ]


def measure(folder: Path) -> list[Judged]:
    """Every statement predicted for the documents of `folder`."""
    return [one for path in watched(documents(folder)) for one in judge(from_gold(path), predict(path))]


def bins(judged: Sequence[Judged]) -> list[Bin]:
    """The bins that hold statements, from low to high."""
    filled = []
    for n in range(BINS):
        inside = [one for one in judged if min(int(one.confidence * BINS), BINS - 1) == n]
        if inside:
            mean = sum(one.confidence for one in inside) / len(inside)
            share = sum(one.right for one in inside) / len(inside)
            filled.append(Bin(n / BINS, (n + 1) / BINS, len(inside), mean, share))
    return filled


def error(judged: Sequence[Judged]) -> float:
    """Expected calibration error, between 0 and 1."""
    return sum(part.number * abs(part.confidence - part.right) for part in bins(judged)) / len(judged) if judged else 0.0


def show(judged: Sequence[Judged], page: Page) -> None:
    """The reliability table, and the error for all statements and by kind."""
    table = Table(title=f"calibration over {len(judged)} statements", title_justify="left")
    for head in ("confidence", "statements", "mean confidence", "right"):
        table.add_column(head, justify="right")
    for part in bins(judged):
        table.add_row(f"{part.low:.1f} to {part.high:.1f}", str(part.number), f"{part.confidence:.3f}", f"{part.right:.3f}")
    page.table(table)
    page.line(f"expected calibration error: {100 * error(judged):.1f} points")
    for kind in sorted({one.kind for one in judged}):
        inside = [one for one in judged if one.kind == kind]
        page.line(f"  {kind}: {100 * error(inside):.1f} points over {len(inside)} statements")


_SIDE, _MARGIN = 320, 48


def svg(judged: Sequence[Judged]) -> str:
    """The reliability plot: share right over mean confidence, a disc's area for the number of statements in its bin."""

    def x(value: float) -> float:
        return round(_MARGIN + value * _SIDE, 1)

    def y(value: float) -> float:
        return round(_MARGIN / 2 + (1 - value) * _SIDE, 1)

    width, height = _SIDE + 1.5 * _MARGIN, _SIDE + 1.5 * _MARGIN
    largest = max((part.number for part in bins(judged)), default=1)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" font-family="sans-serif" font-size="12">',
        "<title>Share of statements that are right, by confidence</title>",
        f'<rect width="{width:g}" height="{height:g}" fill="#fff"/>',
        f'<path d="M{x(0)} {y(0)}L{x(1)} {y(1)}" stroke="#777" stroke-dasharray="4 4"/>',
        f'<path d="M{x(0)} {y(1)}V{y(0)}H{x(1)}" fill="none" stroke="#333"/>',
    ]
    for tick in (0, 0.2, 0.4, 0.6, 0.8, 1):
        parts.append(f'<text x="{x(tick)}" y="{y(0) + 16}" text-anchor="middle" fill="#333">{tick:g}</text>')
        parts.append(f'<text x="{x(0) - 6}" y="{y(tick) + 4}" text-anchor="end" fill="#333">{tick:g}</text>')
    for part in bins(judged):
        radius = round(3 + 11 * (part.number / largest) ** 0.5, 1)
        parts.append(
            f'<circle cx="{x(part.confidence)}" cy="{y(part.right)}" r="{radius}" fill="#0b6fa4" fill-opacity=".75">'
            f"<title>{part.number} statements, confidence {part.confidence:.2f}, right {part.right:.2f}</title></circle>"
        )
    parts.append(f'<text x="{x(0.5)}" y="{y(0) + 34}" text-anchor="middle" fill="#333">confidence</text>')
    parts.append(f'<text transform="translate(14 {y(0.5)}) rotate(-90)" text-anchor="middle" fill="#333">right</text>')
    return "\n".join([*parts, "</svg>"]) + "\n"
