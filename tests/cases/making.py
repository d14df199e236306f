"""The files that some cases ask for, built from their texts."""

from __future__ import annotations

import io
from html import escape

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

__all__ = ["as_html_list", "as_narrow_pdf"]


def as_narrow_pdf(text: str) -> bytes:
    """One narrow column in which a line ends in a typed hyphen and another in a soft one."""
    words = text.replace("Without a cease-fire", "Without a cease-\nfire").replace("agreement", "agree\u00ad\nment")
    lines: list[str] = []
    for stretch in words.split("\n"):
        line = ""
        for word in stretch.split(" "):
            if line and len(line) + 1 + len(word) > 34:
                lines.append(line)
                line = word
            else:
                line = f"{line} {word}".strip()
        lines.append(line)
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=True)
    canvas.setFont(_font(), 11)
    for number, line in enumerate(lines):
        canvas.drawString(72, 760 - 14 * number, line)
    canvas.save()
    return out.getvalue()


def _font() -> str:
    """A font with curly marks; reportlab ships Vera."""
    if "Vera" not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont("Vera", "Vera.ttf"))
    return "Vera"


def as_html_list(text: str) -> bytes:
    """A page with neither article nor main: a heading, a paragraph, a list straight in the body, menu and footer around."""
    first, *items = text.split("\n\n")
    listed = "".join(f"<li><span>{escape(item)}</span></li>" for item in items).replace("State", "<nobr>State</nobr>")
    return (
        "<!DOCTYPE html><html><head><meta charset='utf-8'><title>Hearing in Dune</title></head><body>"
        "<nav><a href='/'>Home</a> <a href='/news'>News</a> <a href='/about'>About us</a></nav>"
        f"<h1>Hearing in Dune</h1><p>{escape(first)}</p><ul>{listed}</ul>"
        "<footer>All rights reserved</footer></body></html>"
    ).encode()
