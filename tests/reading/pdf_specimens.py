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


def raw_pdf(objects: list[bytes], *, root: int = 1) -> bytes:
    """A PDF of the given objects, numbered from 1, with a right cross-reference table."""
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return out + b"trailer\n<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, root, start)


def mapped_pdf(content: bytes, unicode_of: dict[str, str]) -> bytes:
    """A PDF of one page with the given content, in a font F whose map names other characters than its glyphs show."""
    pairs = b"".join(
        b"<%02x> <%s>\n" % (ord(code), char.encode("utf-16-be").hex().encode()) for code, char in unicode_of.items()
    )
    cmap = b"begincmap 1 begincodespacerange <00> <ff> endcodespacerange %d beginbfchar\n%sendbfchar endcmap" % (
        len(unicode_of),
        pairs,
    )
    return raw_pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 595 842]>>",
            b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
            b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>",
            b"<</Length %d>>stream\n%s\nendstream" % (len(cmap), cmap),
        ]
    )
