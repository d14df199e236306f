"""One page: its text layer, or what can be recognised in its picture."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from onrecord.document import Box
from onrecord.reading.pdf.glyphs import UNMAPPED, Glyph, Glyphs, read_glyphs
from onrecord.reading.pdf.losses import Losses
from onrecord.reading.pdf.pages import Page, lay_out
from onrecord.reading.pdf.scans import page_of_scan, recognise_page
from onrecord.reading.pdf.tesseract import DOUBTFUL, INSTALL, OcrFailure, version

__all__ = ["read_page"]

_PICTURE = 0.5  # of the page: a picture that covers more may be the page itself
_FEW = 60  # letters: a stamp or a page number on a scan, not a page of text
_UNREADABLE = 0.3  # of the letters: with more of them unknown, the text layer is of no use


def read_page(page: Any, number: int, losses: Losses) -> Page:
    """The page `number`; what is left out of it is stated in `losses`."""
    frame = Box(*page.get_bbox())
    covered = _covered(page, frame)
    things = _count_objects(page)
    glyphs = read_glyphs(page, page.get_textpage())
    shown, hidden = _letters(glyphs.shown), _letters(glyphs.hidden)
    if hidden > 10 * shown and covered > _PICTURE:
        losses.on(number, "a picture whose text layer another program made by character recognition; taken as it is")
        return lay_out(number, [*glyphs.shown, *glyphs.hidden], frame)
    unknown = glyphs.unmapped > _UNREADABLE * max(1, shown)
    if (shown == 0 and things) or unknown or (shown < _FEW and covered > _PICTURE):
        scanned = _recognised(page, number, frame, losses, shown=shown, unknown=unknown)
        if scanned is not None:
            return scanned
    _state_left_out(glyphs, number, hidden, losses)
    return lay_out(number, glyphs.shown, frame)


def _letters(glyphs: list[Glyph]) -> int:
    return sum(glyph.char != " " for glyph in glyphs)


def _state_left_out(glyphs: Glyphs, number: int, hidden: int, losses: Losses) -> None:
    counts = (
        (hidden, "invisible characters left out"),
        (glyphs.outside, "characters outside the visible page left out"),
        (glyphs.tiny, "characters too small to be read left out"),
        (glyphs.unmapped, f"characters without a Unicode value in the file; each stands as {UNMAPPED}"),
    )
    for count, what in counts:
        if count:
            losses.on(number, f"{count:,} {what}" if count > 1 else f"1 {what.replace('characters', 'character', 1)}")


def _recognised(page: Any, number: int, frame: Box, losses: Losses, *, shown: int, unknown: bool) -> Page | None:
    """The page by optical character recognition; None where that gives no more than the text layer has."""
    why = "its text layer has no Unicode values" if unknown else "no text layer"
    program = version()
    if program is None:
        if shown == 0 or unknown:
            losses.on(number, f"{why}; {INSTALL}")
        return None
    try:
        scan = recognise_page(page)
    except OcrFailure as failure:
        losses.on(number, f"{why}, and it could not be recognised: {failure}")
        return None
    found = sum(len(chunk.text) for chunk in scan.chunks)
    if found == 0 and shown == 0:
        losses.on(number, f"{why}, and no words were recognised on it (Tesseract {program})")
    if found == 0 or (not unknown and found < 3 * shown):
        return None
    losses.on(number, f"{why}; read by optical character recognition (Tesseract {program})")
    if scan.doubtful:
        losses.on(number, f"{scan.doubtful:,} of {scan.words:,} words recognised with a confidence under {DOUBTFUL} %")
    return page_of_scan(number, scan, frame, turn=page.get_rotation() // 90 % 4)


def _count_objects(page: Any) -> int:
    import pypdfium2.raw as c

    return int(c.FPDFPage_CountObjects(page))


def _covered(page: Any, frame: Box) -> float:
    """The share of the page that its largest picture covers."""
    area = max(1.0, (frame.x1 - frame.x0) * (frame.y1 - frame.y0))
    return max((_area(box, frame) / area for box in _pictures(page)), default=0.0)


def _pictures(page: Any) -> Iterator[Box]:
    import pypdfium2

    for thing in page.get_objects(filter=(pypdfium2.raw.FPDF_PAGEOBJ_IMAGE,), max_depth=4):
        yield Box(*thing.get_bounds())


def _area(box: Box, frame: Box) -> float:
    width = min(box.x1, frame.x1) - max(box.x0, frame.x0)
    height = min(box.y1, frame.y1) - max(box.y0, frame.y0)
    return max(0.0, width) * max(0.0, height)
