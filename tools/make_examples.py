"""Draw the demonstration documents: `examples/seminar.pdf` from `seminar.md`, and `examples/letter-scan.pdf` (`make examples`).

They look as such papers do: hard-wrapped lines, words cut at line ends, a running head, page numbers, a footnote; the second
is a picture of a typed letter with no text in it. Nothing in them happened, and nobody in them lives.
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

EXAMPLES = Path(__file__).parents[1] / "examples"
WIDTH, HEIGHT = 595, 842  # A4, in points
LEFT, RIGHT, TOP, BOTTOM = 92, 503, 742, 128
PRINTED = "1716303600"  # 21 May 2024, in seconds since 1970: reportlab takes the date of a document from it
HEAD = "Institute for Mountain Studies · Seminar Report 7/2024"
NOTE = "* The Arda Commission sat from 2015 to 2016. Its report was printed in both languages."
NOTED = "Commission’s report"
# Where a typesetter may cut a word.
CUTS = {
    "displaced": "dis-placed",
    "diplomats": "diplo-mats",
    "residents": "resi-dents",
    "Ambassador": "Ambas-sador",
    "children": "chil-dren",
    "responsible": "respon-sible",
    "Government": "Govern-ment",
    "Governments": "Govern-ments",
    "positions": "posi-tions",
    "interviewed": "inter-viewed",
    "Commission": "Com-mission",
    "seminar": "semi-nar",
    "delegations": "delega-tions",
    "neighbour": "neigh-bour",
    "resolution": "resolu-tion",
    "inquiry": "in-quiry",
    "parties": "par-ties",
    "hundred": "hun-dred",
    "observed": "ob-served",
}
LETTER = """Osk Relief Committee
12 Harbour Row, Port Selby
2 June 2024

To the Director of the Institute for Mountain Studies

Dear Dr. Aalto,

Mr. Jonas Weir, our treasurer, told the committee last
week that 38 parcels had not arrived. He said that the
carrier had lost them at the border.

"Nobody has taken responsibility," Mr. Weir said.

Yours sincerely,
E. Marsh, Secretary
"""


def main() -> None:
    """Write both documents."""
    os.environ["SOURCE_DATE_EPOCH"] = PRINTED
    (EXAMPLES / "seminar.pdf").write_bytes(seminar((EXAMPLES / "seminar.md").read_text()))
    (EXAMPLES / "letter-scan.pdf").write_bytes(scan(LETTER))


def seminar(markdown: str) -> bytes:
    """The report as a PDF of a few pages, the same bytes every time."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(WIDTH, HEIGHT), invariant=True)
    canvas.setTitle("Ten Years after the Flight from the Lower Arda")
    canvas.setAuthor("Institute for Mountain Studies")
    y, page = float(TOP), 1
    _furnish(canvas, page)
    for font, size, lines, gap in _set(canvas, markdown):
        if y - gap - size * 1.6 * min(2, len(lines)) < BOTTOM:
            y, page = _turn(canvas, page)
        else:
            y -= gap
        for line in lines:
            if y < BOTTOM:
                y, page = _turn(canvas, page)
            canvas.setFont(font, size)
            canvas.drawString(LEFT, y, line)
            if NOTED in line:
                canvas.setFont("Times-Roman", 9)
                canvas.drawString(LEFT, BOTTOM - 34, NOTE)
            y -= size * 1.45
    canvas.save()
    return out.getvalue()


def scan(text: str) -> bytes:
    """A page that holds nothing but a picture of `text`, slightly askew, as a scanner makes it."""
    typed = io.BytesIO()
    canvas = Canvas(typed, pagesize=(WIDTH, HEIGHT), invariant=True)
    canvas.rotate(0.4)
    for number, line in enumerate(text.splitlines()):
        canvas.setFont("Courier", 12)
        canvas.drawString(80, 740 - 20 * number, line)
    canvas.save()
    page = pypdfium2.PdfDocument(typed.getvalue())[0].render(scale=200 / 72).to_pil()
    picture = page.convert("L").point(lambda shade: 255 if shade > 140 else 0).convert("1", dither=Image.Dither.NONE)
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(WIDTH, HEIGHT), invariant=True)
    canvas.drawImage(ImageReader(picture), 0, 0, WIDTH, HEIGHT)
    canvas.save()
    return out.getvalue()


def _furnish(canvas: Canvas, page: int) -> None:
    canvas.setFont("Times-Italic", 9)
    canvas.drawString(LEFT, HEIGHT - 56, HEAD)
    canvas.setFont("Times-Roman", 9)
    canvas.drawCentredString(WIDTH / 2, 52, f"Page {page}")


def _turn(canvas: Canvas, page: int) -> tuple[float, int]:
    canvas.showPage()
    _furnish(canvas, page + 1)
    return TOP, page + 1


def _set(canvas: Canvas, markdown: str) -> Iterator[tuple[str, float, list[str], float]]:
    """Font, size, lines and the gap above, for each paragraph."""
    for paragraph in markdown.strip().split("\n\n"):
        if paragraph.startswith("# "):
            font, size, gap = "Times-Bold", 18, 0
        elif paragraph.startswith("## "):
            font, size, gap = "Times-Bold", 13, 14
        else:
            font, size, gap = "Times-Roman", 12, 8
        text = paragraph.lstrip("# ").replace(NOTED, NOTED + "*")
        yield font, size, list(_wrap(canvas, text, font, size)), gap


def _wrap(canvas: Canvas, text: str, font: str, size: float) -> Iterator[str]:
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}".lstrip()
        if canvas.stringWidth(longer, font, size) <= RIGHT - LEFT:
            line = longer
            continue
        head, tail = _cut(word)
        if head and canvas.stringWidth(f"{line} {head}", font, size) <= RIGHT - LEFT:
            yield f"{line} {head}"
            line = tail
        else:
            yield line
            line = word
    yield line


def _cut(word: str) -> tuple[str, str]:
    """The word in two, with a hyphen behind the first half; ("", word) where it may not be cut."""
    bare = word.strip(".,“”’")
    if bare not in CUTS:
        return "", word
    head, tail = word.replace(bare, CUTS[bare]).split("-")
    return f"{head}-", tail


if __name__ == "__main__":
    main()
