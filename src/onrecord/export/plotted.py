"""A dot plot of figures: one lane for each, its value as a dot, a range as a line, a bound as an arrow.

The drawing is data for a template; what it shows stands in words beside it, so that nobody needs to see it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.comparison.comparison import Given
from onrecord.export.comparison import value

__all__ = ["Lane", "Plot", "plot"]

_LEFT = 150.0
_WIDTH = 330.0
_LANE = 22
_ARROW = 20.0
_LABEL = 130.0
# Beyond this ratio of the largest value to the smallest, the scale is logarithmic.
_WIDE = 40
_MOST = 24


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
class Plot:
    """The lanes, the height of the drawing, the words that say the same, and whether the scale is logarithmic."""

    lanes: tuple[Lane, ...]
    height: int
    said: str
    logarithmic: bool


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
    return Plot(lanes, _LANE * len(lanes) + 8, "; ".join(f"{lane.name}: {lane.number}" for lane in lanes), logarithmic)


def _arrow(one: Given) -> int:
    return {"at least": 1, "over": 1, "up to": -1, "under": -1}.get(one.qualifier, 0)
