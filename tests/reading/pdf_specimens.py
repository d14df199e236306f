"""PDFs made for the tests: invented places and people, set line by line so that a test knows where every line breaks."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from onrecord.document import Document
from onrecord.reading.assemble import Origin
from onrecord.reading.limits import Limits
from onrecord.reading.pdf import read

WIDTH, HEIGHT = 595.0, 842.0
BODY, BOLD = "Times-Roman", "Times-Bold"


class Sheets:
    """A PDF in the making; `done` gives its bytes. The same calls give the same bytes."""

    def __init__(self, size: tuple[float, float] = (WIDTH, HEIGHT), **options: Any) -> None:
        self.buffer = io.BytesIO()
        self.canvas = Canvas(self.buffer, pagesize=size, invariant=1, **options)
        self.drawn: list[tuple[float, float, str, float, float]] = []  # x, baseline, text, size, width of every line

    def line(self, x: float, y: float, text: str, *, size: float = 10, font: str = BODY) -> None:
        """One line of text at a baseline."""
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, y, text)
        self.drawn.append((x, y, text, size, self.canvas.stringWidth(text, font, size)))

    def lines(
        self, x: float, y: float, texts: Iterable[str], *, size: float = 10, font: str = BODY, leading: float = 12
    ) -> float:
        """Lines one under the other; the baseline that comes next."""
        for text in texts:
            self.line(x, y, text, size=size, font=font)
            y -= leading
        return y

    def justified(
        self, x: float, y: float, texts: Sequence[str], *, width: float, size: float = 10, leading: float = 12
    ) -> float:
        """A paragraph set to both edges by wider word spaces, its last line excepted."""
        for number, text in enumerate(texts):
            self.canvas.setFont(BODY, size)
            spare = width - self.canvas.stringWidth(text, BODY, size)
            drawn = self.canvas.beginText(x, y)
            drawn.setWordSpace(spare / max(1, text.count(" ")) if number + 1 < len(texts) else 0)
            drawn.textOut(text)
            self.canvas.drawText(drawn)
            y -= leading
        return y

    def next_page(self) -> None:
        """Begin another page."""
        self.canvas.showPage()

    def done(self) -> bytes:
        """The finished file."""
        self.canvas.showPage()
        self.canvas.save()
        return self.buffer.getvalue()


def wrap(text: str, width: float, *, size: float = 10, font: str = BODY) -> list[str]:
    """`text` in lines no wider than `width` points."""
    from reportlab.lib.utils import simpleSplit

    return simpleSplit(text, font, size, width)


def read_pdf(data: bytes, *, name: str = "report.pdf", limits: Limits | None = None) -> Document:
    """The document that the reader makes of `data`."""
    return read(Origin(name, None, data), limits or Limits())


def words(document: Document, *kinds: str) -> list[str]:
    """The text of the blocks of `kinds` (of all, where none are named), block by block."""
    return [block.span.of(document.text) for block in document.blocks if not kinds or block.kind in kinds]


def save(data: bytes, folder: Path, name: str = "report.pdf") -> Path:
    """Write `data` to a file in `folder`."""
    path = folder / name
    path.write_bytes(data)
    return path
