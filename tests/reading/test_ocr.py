"""Scans: pages without a text layer, and pictures of pages.

They run with Tesseract where it is installed; elsewhere a stand-in program answers in its place with the words that it is
told to find, so that all that is ours is tested everywhere.
"""

from __future__ import annotations

import io
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from pdf_specimens import HEIGHT, WIDTH, Sheets, read_pdf, words, wrap
from PIL import Image

from onrecord.document import Document
from onrecord.errors import DamagedError, EmptyError, LimitError, UnsupportedError
from onrecord.flow import flow
from onrecord.reading import ocr
from onrecord.reading.assemble import Origin
from onrecord.reading.limits import Limits
from onrecord.spans import Span

RIVER = (
    "The river rose again on Tuesday night and cut the road to the camp, where some four hundred families have lived since "
    "the spring. Relief workers said that the bridge would not bear another week of rain."
)
GOVERNOR = (
    "The governor rejected the charge. He told reporters that six convoys had passed the ford before it closed, and that the "
    "seventh was turned back by the army."
)
STAND_IN = """#!{python}
import sys
if "--version" in sys.argv:
    print("tesseract 5.0.0")
    sys.exit()
picture = sys.stdin.buffer.read()
if not picture.startswith((b"P5", b"\\x89PNG", b"\\xff\\xd8", b"II*", b"MM")) or len(picture) < 100:
    sys.exit("Error during processing.")
sys.stdout.write(open({answer!r}, encoding="utf-8").read())
"""


@pytest.fixture
def tesseract(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Sheets], None]:
    """Called with the sheets that are going to be scanned: they are what the stand-in finds."""
    answer = tmp_path / "answer.hocr"
    if not shutil.which("tesseract"):
        program = tmp_path / "bin" / "tesseract"
        program.parent.mkdir()
        program.write_text(STAND_IN.format(python=sys.executable, answer=str(answer)))
        program.chmod(0o755)
        monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    return lambda sheets: _answer(answer, sheets)


def _answer(path: Path, sheets: Sheets) -> None:
    """What Tesseract says of a scan of `sheets` at 300 dots per inch, in hOCR."""
    unit = 300 / 72
    spans = []
    for x, y, text, size, width in sheets.drawn:
        top, bottom = HEIGHT - y - 0.7 * size, HEIGHT - y + 0.2 * size
        edges = " ".join(f"{edge * unit:.0f}" for edge in (x, top, x + width, bottom))
        title = f"bbox {edges}; baseline 0 {-0.2 * size * unit:.0f}; x_size {0.9 * size * unit:.1f}"
        at, found = x, []
        for word in text.split(" "):
            end = at + sheets.canvas.stringWidth(word, "Times-Roman", size)
            box = f"{at * unit:.0f} 0 {end * unit:.0f} 9"
            found.append(f"<span class='ocrx_word' title='bbox {box}; x_wconf 95'>{word}</span>")
            at = end + 0.25 * size
        spans.append(f'<p class="ocr_par"><span class="ocr_line" title="{title}">{"".join(found)}</span></p>')
    page = f"bbox 0 0 {WIDTH * unit:.0f} {HEIGHT * unit:.0f}; ppageno 0; scan_res 300 300"
    path.write_text(
        f'<html xmlns="http://www.w3.org/1999/xhtml"><div class="ocr_page" title="{page}">{"".join(spans)}</div></html>'
    )


def _picture(sheets: Sheets, kind: str = "png") -> bytes:
    """The first page as a picture of 300 dots per inch."""
    with pypdfium2.PdfDocument(sheets.done()) as pdf:
        picture = pdf[0].render(scale=300 / 72, grayscale=True).to_pil()
    out = io.BytesIO()
    picture.save(out, kind, dpi=(300, 300))
    return out.getvalue()


def _scanned(sheets: Sheets, tmp_path: Path, *, stamp: str = "", turn: int = 0) -> bytes:
    """A PDF whose only page is a picture of `sheets`."""
    path = tmp_path / "page.png"
    path.write_bytes(_picture(sheets))
    if turn:
        Image.open(path).rotate(turn, expand=True).save(path, dpi=(300, 300))
    size = (HEIGHT, WIDTH) if turn in (90, 270) else (WIDTH, HEIGHT)
    scan = Sheets(size=size)
    scan.canvas.drawImage(str(path), 0, 0, *size)
    if stamp:
        scan.line(60, 20, stamp, size=8)
    data = scan.done()
    if not turn:
        return data
    import pypdf

    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    writer.pages[0].rotate(turn)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _two_columns() -> Sheets:
    sheets = Sheets()
    sheets.lines(60, 740, wrap(RIVER, 225, size=11), size=11, leading=14)
    sheets.lines(320, 740, wrap(GOVERNOR, 225, size=11), size=11, leading=14)
    return sheets


def _read_picture(data: bytes, *, limits: Limits | None = None) -> Document:
    return ocr.read(Origin("scan.png", None, data), limits or Limits())


@pytest.mark.parametrize("turn", [0, 90], ids=["upright", "turned"])
def test_a_page_without_a_text_layer_is_recognised_and_that_is_said(
    turn: int, tesseract: Callable[[Sheets], None], tmp_path: Path
) -> None:
    sheets = _two_columns()
    tesseract(sheets)
    document = read_pdf(_scanned(sheets, tmp_path, turn=turn))
    assert flow(document).text == f"{RIVER}\n\n{GOVERNOR}"
    [loss] = document.losses
    assert loss.startswith("page 1: no text layer; read by optical character recognition (Tesseract 5")
    start = document.text.index("governor")
    [box] = document.places(Span(start, start + 8))[0].boxes
    x, y = (320, 740) if not turn else (HEIGHT - 740, 320)
    assert abs(box.x0 - x) < 40
    assert abs(box.y0 - y) < 40


def test_a_stamp_on_a_scan_does_not_make_it_a_page_of_text(tesseract: Callable[[Sheets], None], tmp_path: Path) -> None:
    sheets = _two_columns()
    tesseract(sheets)
    assert RIVER in flow(read_pdf(_scanned(sheets, tmp_path, stamp="Registry 0014"))).text


@pytest.mark.parametrize("kind", ["png", "jpeg", "tiff"])
def test_pictures_are_read(kind: str, tesseract: Callable[[Sheets], None]) -> None:
    sheets = _two_columns()
    tesseract(sheets)
    document = _read_picture(_picture(sheets, kind))
    assert flow(document).text == f"{RIVER}\n\n{GOVERNOR}"
    assert document.source.media_type == f"image/{kind}"
    assert document.losses[0].startswith("page 1: no text layer; read by optical character recognition (Tesseract 5")


def test_without_tesseract_a_scan_is_a_loss_with_the_command_that_mends_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheets = _two_columns()
    path = tmp_path / "page.png"
    path.write_bytes(_picture(sheets))
    mixed = Sheets()
    mixed.lines(60, 700, wrap(RIVER, 400))
    mixed.next_page()
    mixed.canvas.drawImage(str(path), 0, 0, WIDTH, HEIGHT)
    mixed.next_page()
    mixed.canvas.drawImage(str(path), 0, 0, WIDTH, HEIGHT)
    data, picture = mixed.done(), path.read_bytes()
    monkeypatch.setenv("PATH", str(tmp_path))
    document = read_pdf(data)
    assert words(document) == ["\n".join(wrap(RIVER, 400))]
    assert document.losses == ("pages 2-3: no text layer; to read it, install Tesseract: apt-get install tesseract-ocr",)
    with pytest.raises(EmptyError, match=r"scan\.png: .*apt-get install tesseract-ocr"):
        _read_picture(picture)


def test_a_text_layer_made_by_another_programs_recognition_is_taken_and_said(tmp_path: Path) -> None:
    path = tmp_path / "page.png"
    path.write_bytes(_picture(_two_columns()))
    sheets = Sheets()
    sheets.canvas.drawImage(str(path), 0, 0, WIDTH, HEIGHT)
    for number, line in enumerate(wrap(RIVER, 225, size=11)):
        hidden = sheets.canvas.beginText(60, 740 - 14 * number)
        hidden.setFont("Times-Roman", 11)
        hidden.setTextRenderMode(3)
        hidden.textOut(line)
        sheets.canvas.drawText(hidden)
    document = read_pdf(sheets.done())
    assert flow(document).text == RIVER
    assert document.losses == (
        "page 1: a picture whose text layer another program made by character recognition; taken as it is",
    )


def test_a_blank_page_is_no_loss() -> None:
    sheets = Sheets()
    sheets.lines(60, 700, wrap(RIVER, 400))
    sheets.next_page()
    assert read_pdf(sheets.done()).losses == ()


def test_pictures_that_cannot_be_read_are_errors_of_ours(tesseract: Callable[[Sheets], None]) -> None:
    tesseract(Sheets())
    for data, error in [
        (b"", EmptyError),
        (b"GIF89a not a picture we take", UnsupportedError),
        (b"\x89PNG\r\n\x1a\n cut short", DamagedError),
        (b"II*\x00\x08\x00\x00\x00\x00\x00\x08\x00\x00\x00", (LimitError, DamagedError)),
    ]:
        with pytest.raises(error, match=r"^scan\.png: "):
            _read_picture(data, limits=Limits(max_pages=100))


def test_a_tiff_of_too_many_pages_is_refused_before_it_is_recognised() -> None:
    pages = [Image.new("L", (80, 40), 255) for _ in range(4)]
    out = io.BytesIO()
    pages[0].save(out, "tiff", save_all=True, append_images=pages[1:])
    with pytest.raises(LimitError, match="more pages than the limit of 3"):
        _read_picture(out.getvalue(), limits=Limits(max_pages=3))
