"""What a PDF holds that was not read, in plain words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from onrecord.reading.assemble import Assembly

__all__ = ["Losses", "note_file", "note_page"]

_LINK, _TEXT, _POPUP, _FILE, _WIDGET = 2, 1, 16, 17, 20  # FPDF_ANNOT_* of fpdf_annot.h
_SHOWN_NAMES = 20


@dataclass(slots=True)
class Losses:
    """Losses by their wording, with the pages that they befell: the same loss on many pages is stated once."""

    pages: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    whole: list[str] = field(default_factory=list)

    def on(self, page: int, loss: str) -> None:
        """State a loss on a page; the words follow "page 3: "."""
        self.pages[loss].append(page)

    def state(self, assembly: Assembly) -> None:
        """Hand all to `assembly`, those of the whole file first."""
        for loss in self.whole:
            assembly.lose(loss)
        for loss, pages in self.pages.items():
            assembly.lose(f"{_named(pages)}: {loss}")


def _named(pages: Sequence[int]) -> str:
    """``page 3`` or ``pages 3-5, 9``."""
    stretches: list[list[int]] = []
    for page in pages:
        if stretches and page == stretches[-1][1] + 1:
            stretches[-1][1] = page
        else:
            stretches.append([page, page])
    words = ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in stretches)
    return f"page{'s' if len(pages) > 1 else ''} {words}"


def note_file(pdf: Any, data: bytes, losses: Losses) -> None:
    """State what the file as a whole holds beside its pages, and whether it seems cut short."""
    if b"%%EOF" not in data[-2048:]:
        losses.whole.append("the file lacks its end mark: it may have been cut short, and words or pages may be missing")
    if pdf.get_formtype() in (2, 3):
        losses.whole.append("the file is an XFA form; what the form draws itself was not read")
    for name in _attachments(pdf):
        losses.whole.append(f"the embedded file {name!r} was not read")


def _attachments(pdf: Any) -> Iterator[str]:
    import pypdfium2

    count = pdf.count_attachments()
    for index in range(min(count, _SHOWN_NAMES)):
        try:
            name = pdf.get_attachment(index).get_name()
        except pypdfium2.PdfiumError:
            name = ""
        yield re.sub(r"\s+", " ", name)[:200] or f"number {index + 1}"
    if count > _SHOWN_NAMES:
        yield f"and {count - _SHOWN_NAMES:,} more"


def note_page(page: Any, number: int, losses: Losses) -> None:
    """State form fields, comments and stamps on a page."""
    import pypdfium2.raw as c

    counts: dict[str, int] = defaultdict(int)
    for index in range(min(c.FPDFPage_GetAnnotCount(page), 10_000)):
        annotation = c.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        kind = c.FPDFAnnot_GetSubtype(annotation)
        c.FPDFPage_CloseAnnot(annotation)
        if kind == _WIDGET:
            counts["form field"] += 1
        elif kind == _FILE:
            counts["attached file"] += 1
        elif kind not in (_LINK, _POPUP):
            counts["annotation (comment, highlight or stamp)"] += 1
    for what, count in counts.items():
        first, _, rest = what.partition(" (")
        named = f"{count:,} {first}{'s' if count > 1 else ''}{' (' + rest if rest else ''}"
        losses.on(number, f"{named} {'were' if count > 1 else 'was'} not read")
