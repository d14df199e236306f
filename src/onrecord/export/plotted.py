"""A dot plot of figures: one lane for each, its value as a dot, a range as a line, a bound as an arrow.

The drawing is data for a template; what it shows stands in words beside it, so that nobody needs to see it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.comparison.comparison import Given
from onrecord.export.wording import value

__all__ = ["Lane", "Plot", "Tick", "plot"]

_LEFT = 150.0
_WIDTH = 330.0
_LANE = 22
_ARROW = 20.0
_LABEL = 130.0
# Beyond this ratio of the largest value to the smallest, the scale is logarithmic.
_WIDE = 40
_MOST = 24
_TICKS = 5
_AXIS = 20
# The breadth of a digit of the axis, and the least room between two numbers.
_DIGIT, _GAP = 6.5, 6.0


@dataclass(frozen=True, slots=True)
class Lane:
    """One figure: who gives it, and where it is drawn. `arrow`: +1 where more is possible, -1 where less is, else 0."""

    name: str
    number: str
    y: int
    low: float
    high: float
    arrow: int
    hollow: bool

    @property
    def tip(self) -> float:
        """Where the arrow ends."""
        return self.high + _ARROW if self.arrow > 0 else self.low - _ARROW


@dataclass(frozen=True, slots=True)
class Tick:
    """A number on the axis."""

    x: float
    number: str


@dataclass(frozen=True, slots=True)
class Plot:
    """The lanes, the ticks of the axis below them and how high that stands, the height of the drawing, the words that say the
    same, whether the scale is logarithmic, and how many figures had no room."""

    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    axis: int
    height: int
    said: str
    logarithmic: bool
    left_out: int

    @property
    def hollow(self) -> bool:
        """Whether a dot is hollow, so that the legend must say what that means."""
        return any(lane.hollow for lane in self.lanes)

    @property
    def bounded(self) -> bool:
        """Whether an arrow is drawn."""
        return any(lane.arrow for lane in self.lanes)


def plot(named: Sequence[tuple[str, Given]]) -> Plot:
    """The plot of figures with the names of their givers, smallest first; at most 24 lanes."""
    ordered = sorted(named, key=lambda entry: (entry[1].low, entry[1].high, entry[0]))[:_MOST]
    lows, highs = [one.low for _, one in ordered], [one.high for _, one in ordered]
    logarithmic = min(lows) > 0 and max(highs) / min(lows) > _WIDE
    scale = math.log10 if logarithmic else float
    bottom, top = scale(min(lows)) if logarithmic else 0.0, scale(max(highs))
    size = top - bottom or 1.0

    def x(number: float) -> float:
        return round(_LEFT + _ARROW + (scale(number) - bottom) / size * (_WIDTH - 2 * _ARROW - _LABEL), 1)

    lanes = tuple(
        Lane(name, value(one), _LANE * place + 14, x(one.low), x(one.high), _arrow(one), one.denied or one.qualifier == "about")
        for place, (name, one) in enumerate(ordered)
    )
    axis = _LANE * len(lanes) + 8
    return Plot(
        lanes=lanes,
        ticks=_legible(Tick(x(number), f"{number:,.10g}") for number in _ticks(min(lows), max(highs), logarithmic=logarithmic)),
        axis=axis,
        height=axis + _AXIS,
        said="; ".join(f"{lane.name}: {lane.number}" for lane in lanes),
        logarithmic=logarithmic,
        left_out=len(named) - len(lanes),
    )


def _legible(ticks: Iterable[Tick]) -> tuple[Tick, ...]:
    """The ticks whose numbers do not run into the one before."""
    kept: list[Tick] = []
    for tick in ticks:
        if not kept or tick.x - kept[-1].x > _DIGIT * (len(tick.number) + len(kept[-1].number)) / 2 + _GAP:
            kept.append(tick)
    return tuple(kept)


def _ticks(low: float, high: float, *, logarithmic: bool) -> list[float]:
    """Round numbers for the axis, 1, 2 or 5 times a power of ten: between the values, or in equal steps from nought."""
    if logarithmic:
        powers = range(math.floor(math.log10(low)), math.floor(math.log10(high)) + 1)
        sizes = (1, 2, 5) if len(powers) < _TICKS - 1 else (1,)
        inside = [size * 10.0**power for power in powers for size in sizes if low <= size * 10.0**power <= high]
        return inside[:: math.ceil(len(inside) / _TICKS)]
    if high <= 0:
        return [0.0]
    power = 10.0 ** math.floor(math.log10(high))
    step_size = next(size * power for size in (0.1, 0.2, 0.5, 1, 2, 5) if high / (size * power) < _TICKS)
    return [step_size * number for number in range(int(high / step_size) + 1)]


def _arrow(one: Given) -> int:
    return {"at least": 1, "over": 1, "up to": -1, "under": -1}.get(one.qualifier, 0)
