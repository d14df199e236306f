"""White type on white paper: words that a file holds and no reader of the page sees."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from onrecord.document import Box
from onrecord.reading.pdf.turns import upright

__all__ = ["PALE", "are_unseen"]

PALE = 245  # of 255: type in lighter colours is looked at on the page
_SCALE = 1.0  # pixels per point: enough to tell a dark ground from a white one
_PIXELS = 20_000_000


def are_unseen(page: Any, boxes: Sequence[Box]) -> list[bool]:
    """For each box of pale type, whether all of it is as pale when the page is rendered."""
    width, height = page.get_size()
    scale = min(_SCALE, (_PIXELS / max(1.0, width * height)) ** 0.5)
    bitmap = page.render(scale=scale, grayscale=True)
    try:
        pixels, stride, size = bytes(bitmap.buffer), bitmap.stride, (bitmap.width, bitmap.height)
    finally:
        bitmap.close()
    turn = page.get_rotation() // 90 % 4
    corner = upright(Box(*page.get_bbox()), turn)
    unseen = []
    for box in boxes:
        x0, y0, x1, y1 = upright(box, turn)
        left, right = _bounds((x0 - corner.x0) * scale, (x1 - corner.x0) * scale, size[0])
        top, bottom = _bounds(size[1] - (y1 - corner.y0) * scale, size[1] - (y0 - corner.y0) * scale, size[1])
        rows = (pixels[row * stride + left : row * stride + right] for row in range(top, bottom))
        unseen.append(all(min(row, default=255) >= PALE for row in rows))
    return unseen


def _bounds(first: float, last: float, limit: int) -> tuple[int, int]:
    return max(0, min(limit, int(first))), max(0, min(limit, int(last) + 1))
