"""Where words stand, for a reader who wants to look them up in the original."""

from __future__ import annotations

from onrecord.document import Document
from onrecord.spans import Span

__all__ = ["place"]


def place(document: Document, span: Span) -> str:
    """Offsets in the text, then page by page the rectangle around the words, in points from the lower left corner."""
    shown = [f"characters {span.start}-{span.end}"]
    for page, boxes in document.places(span):
        if boxes:
            left, low = min(box.x0 for box in boxes), min(box.y0 for box in boxes)
            right, high = max(box.x1 for box in boxes), max(box.y1 for box in boxes)
            shown.append(f"p.{page}, {left:.0f},{low:.0f} to {right:.0f},{high:.0f} pt")
    return "; ".join(shown)
