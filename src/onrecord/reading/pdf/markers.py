"""Bullets, numbers and notes' marks that stand before words with white space between."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.reading.pdf.chunks import Chunk
from onrecord.reading.pdf.lines import printed
from onrecord.reading.pdf.tables import NUMERIC

__all__ = ["with_markers"]

_MARKER = re.compile(
    r"[•‣▪●○■□◦·∙*–—\-\uf0b7\uf0a7\uf0d8\u2713\u27a2]|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]|\d{1,3}|[⁰¹²³⁴-⁹]+|[*†‡§]{1,3}"
)


def with_markers(chunks: Sequence[Chunk]) -> list[Chunk]:
    """Join a bullet, number or note's mark with the words that it stands before, however wide the space between."""
    joined = list(chunks)
    for mark in chunks:
        host = _host(mark, joined) if _MARKER.fullmatch(mark.text) else None
        if host is not None:
            text = f"{printed(mark, host)} {host.text}"
            joined[joined.index(host)] = replace(host, text=text, x0=mark.x0, spaced=mark.spaced, stops=(host.x0,))
            joined.remove(mark)
    return joined


def _host(mark: Chunk, chunks: Sequence[Chunk]) -> Chunk | None:
    """The words that a marker at the start of a line stands before; None where it stands elsewhere or before figures."""
    level = [chunk for chunk in chunks if chunk is not mark and _is_level(mark, chunk)]
    # A bare number with something before it, even far off, is an entry of a table.
    reach = (8 if mark.text.isalnum() else 1) * mark.size
    if any(-1 <= mark.x0 - chunk.x1 < reach for chunk in level):
        return None
    host = min((chunk for chunk in level if chunk.x0 >= mark.x1 - 1), key=lambda chunk: chunk.x0, default=None)
    if host is None or host.x0 - mark.x1 > 4 * host.size or _MARKER.fullmatch(host.text) or NUMERIC.fullmatch(host.text):
        return None
    return host


def _is_level(mark: Chunk, chunk: Chunk) -> bool:
    if mark.size <= 0.85 * chunk.size:
        return 0 <= mark.base - chunk.base < 0.6 * chunk.size
    return abs(mark.base - chunk.base) < 0.3 * chunk.size
