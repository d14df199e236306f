"""Text that runs in other directions: boxes in the frame in which it is upright, and back on the page."""

from __future__ import annotations

from onrecord.document import Box

__all__ = ["back", "upright"]


def upright(box: Box, turn: int) -> Box:
    """The box in the frame in which text turned by `turn` quarter turns (counter-clockwise) runs from left to right."""
    x0, y0, x1, y1 = box
    return (box, Box(y0, -x1, y1, -x0), Box(-x1, -y1, -x0, -y0), Box(-y1, x0, -y0, x1))[turn]


def back(box: Box, turn: int) -> Box:
    """The box on the page of a box in the upright frame of `turn`."""
    return upright(box, -turn % 4)
