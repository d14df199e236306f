"""Pages that are pictures: rendered, recognised, and laid out like any other page."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from onrecord.document import Box
from onrecord.reading.pdf.chunks import Chunk
from onrecord.reading.pdf.pages import Page, page_of
from onrecord.reading.pdf.tesseract import Scan, recognise
from onrecord.reading.pdf.turns import upright

__all__ = ["level_sizes", "page_of_scan", "recognise_page"]

RESOLUTION = 300  # dots per inch
_PIXELS = 40_000_000  # at most; larger sheets are rendered more coarsely


def recognise_page(page: Any) -> Scan:
    """What is recognised on a pdfium page, upright as it is shown. Raises `OcrFailure`."""
    width, height = page.get_size()
    resolution = int(min(RESOLUTION, 72 * (_PIXELS / max(1.0, width * height)) ** 0.5))
    bitmap = page.render(scale=resolution / 72, grayscale=True)
    try:
        rows = memoryview(bytes(bitmap.buffer))
        pixels = b"".join(rows[at : at + bitmap.width] for at in range(0, bitmap.stride * bitmap.height, bitmap.stride))
        image = b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + pixels
    finally:
        bitmap.close()
    return recognise(image, resolution=resolution)[0]


def page_of_scan(number: int, scan: Scan, frame: Box, *, turn: int = 0) -> Page:
    """The page that a scan makes. `frame` bounds the page as PDF counts; the scan shows it after `turn` quarter turns."""
    corner = upright(frame, turn)
    moved = [
        replace(
            chunk,
            x0=chunk.x0 + corner.x0,
            x1=chunk.x1 + corner.x0,
            y0=chunk.y0 + corner.y0,
            y1=chunk.y1 + corner.y0,
            base=chunk.base + corner.y0,
        )
        for chunk in level_sizes(scan.chunks)
    ]
    return page_of(number, {turn: moved}, frame)


def level_sizes(chunks: Sequence[Chunk]) -> list[Chunk]:
    """The chunks with type sizes near the usual one set to it: recognised sizes waver by a few per cent."""
    if not chunks:
        return []
    usual = statistics.median(chunk.size for chunk in chunks for _ in chunk.text)
    return [replace(chunk, size=usual) if abs(chunk.size - usual) < 0.12 * usual else chunk for chunk in chunks]
