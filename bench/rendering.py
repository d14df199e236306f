"""One document in other formats: the same words as HTML, DOCX and PDF (one column and two)."""

from __future__ import annotations

import html
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

from onrecord.document import Document

__all__ = ["FORMATS", "render"]

# A font with the letters of most Latin orthographies; reportlab's own stands in where it is not installed.
_FONT = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")


def render(document: Document, kind: str) -> bytes:
    """The bytes of a file of `kind` (one of `FORMATS`) with the blocks of `document`."""
    blocks = [(block.kind, " ".join(block.span.of(document.text).split())) for block in document.blocks]
    return FORMATS[kind](blocks)


_Blocks = list[tuple[str, str]]
_TAGS = {"heading": "h2", "list-item": "li", "quote": "blockquote"}


def _html(blocks: _Blocks) -> bytes:
    parts = ["<!doctype html><html lang='en'><head><meta charset='utf-8'><title>Report</title></head><body><article>"]
    opened = False
    for kind, words in blocks:
        if (kind == "list-item") is not opened:
            parts.append("</ul>" if opened else "<ul>")
            opened = not opened
        tag = _TAGS.get(kind, "p")
        parts.append(f"<{tag}>{html.escape(words)}</{tag}>")
    parts.append("</ul>" if opened else "")
    return "\n".join([*parts, "</article></body></html>"]).encode()


def _docx(blocks: _Blocks) -> bytes:
    import docx

    document = docx.Document()
    styles = {"heading": "Heading 2", "list-item": "List Bullet", "quote": "Intense Quote"}
    for kind, words in blocks:
        document.add_paragraph(words, style=styles.get(kind))
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _pdf(blocks: _Blocks, *, columns: int) -> bytes:
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

    font = _font()
    size = 10.0 if columns == 1 else 8.5
    body = ParagraphStyle("body", fontName=font, fontSize=size, leading=1.3 * size, spaceAfter=0.8 * size)
    head = ParagraphStyle("head", parent=body, fontSize=1.3 * size, leading=1.7 * size, spaceBefore=size)
    quote = ParagraphStyle("quote", parent=body, leftIndent=18)
    styles = {"heading": head, "quote": quote}
    buffer = io.BytesIO()
    width, height = A4
    margin, gap = 56, 18
    column = (width - 2 * margin - gap * (columns - 1)) / columns
    frames = [Frame(margin + n * (column + gap), margin, column, height - 2 * margin, 0, 0, 0, 0) for n in range(columns)]
    # The same bytes every time: without `invariant` the file carries the date and a random id.
    template = BaseDocTemplate(buffer, pagesize=A4, invariant=1)
    template.addPageTemplates([PageTemplate("page", frames)])
    template.build([Paragraph(html.escape(words, quote=False), styles.get(kind, body)) for kind, words in blocks])
    return buffer.getvalue()


def _font() -> str:
    import reportlab
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    path = _FONT if _FONT.exists() else Path(str(reportlab.__file__)).parent / "fonts" / "Vera.ttf"
    pdfmetrics.registerFont(TTFont(path.stem, str(path)))
    return path.stem


def _one_column(blocks: _Blocks) -> bytes:
    return _pdf(blocks, columns=1)


def _two_columns(blocks: _Blocks) -> bytes:
    return _pdf(blocks, columns=2)


FORMATS: dict[str, Callable[[Any], bytes]] = {
    "html": _html,
    "docx": _docx,
    "pdf, one column": _one_column,
    "pdf, two columns": _two_columns,
}
