"""Words in pictures, recognised by Tesseract, which runs as a program of its own.

Its hOCR output (http://kba.github.io/hocr-spec/1.2/) is read for words, baselines and type sizes; the order of reading is
found by the same rules as for a text layer. One thread and a fixed resolution give the same answer every time.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from onrecord.document import Box
from onrecord.reading.pdf.chunks import GAP, Chunk

__all__ = ["INSTALL", "OcrFailure", "Scan", "recognise", "version"]

INSTALL = "to read it, install Tesseract: apt-get install tesseract-ocr"
DOUBTFUL = 60  # of 100: below this confidence a word is counted as doubtful
_SECONDS = 300  # for one picture
_UNSTATED = 70  # dots per inch: what Tesseract writes where a picture states no resolution
_USUAL = 300  # dots per inch: what is taken for it then
_TYPE_SIZE = 0.9  # of Tesseract's row height (ascender to descender)
_BOX = re.compile(r"\bbbox (-?\d+) (-?\d+) (-?\d+) (-?\d+)")
_BASELINE = re.compile(r"\bbaseline (-?[\d.]+) (-?[\d.]+)")
_ROW = re.compile(r"\bx_size ([\d.]+)")
_CONFIDENCE = re.compile(r"\bx_wconf (\d+)")
_RESOLUTION = re.compile(r"\bscan_res (\d+)")


class OcrFailure(Exception):  # noqa: N818 - it never leaves this package: it becomes a loss or a ReadError
    """Tesseract could not be run on a picture; the message says why."""


@dataclass(slots=True)
class Scan:
    """What was recognised on one picture: its size in points, chunks in points from its lower left corner, doubtful words."""

    width: float
    height: float
    chunks: list[Chunk] = field(default_factory=list)
    words: int = 0
    doubtful: int = 0


def version() -> str | None:
    """Tesseract's version, such as ``5.3.0``; null where it is not installed."""
    program = shutil.which("tesseract")
    if program is None:
        return None
    said = subprocess.run([program, "--version"], capture_output=True, timeout=30, check=False)  # noqa: S603
    match = re.search(rb"tesseract v?(\d[\w.]*)", said.stdout + said.stderr)
    return match[1].decode() if match else "of unknown version"


def recognise(image: bytes, *, resolution: int | None = None) -> list[Scan]:
    """The scans in an image file (PNG, JPEG, TIFF, PNM), one for each picture in it.

    `resolution` in dots per inch; without it, what the file says or Tesseract reckons. Raises `OcrFailure`.
    """
    program = shutil.which("tesseract")
    if program is None:
        raise OcrFailure("Tesseract is not installed")
    command = [program, "stdin", "stdout", "-l", "eng", *(["--dpi", str(resolution)] if resolution else []), "hocr"]
    try:
        done = subprocess.run(  # noqa: S603
            command,
            input=image,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    except subprocess.TimeoutExpired:
        raise OcrFailure(f"Tesseract took longer than {_SECONDS} seconds") from None
    if done.returncode != 0 or not done.stdout:
        raise OcrFailure(f"Tesseract failed: {_complaint(done.stderr)}")
    return list(_scans(done.stdout))


def _complaint(stderr: bytes) -> str:
    said = [line for line in stderr.decode("utf-8", "replace").splitlines() if line.strip() and "Estimating" not in line]
    if any("traineddata" in line for line in said):
        return "its English data are missing (apt-get install tesseract-ocr-eng)"
    return said[-1].strip() if said else "it gave no reason"


def _scans(hocr: bytes) -> Iterator[Scan]:
    from lxml import etree

    root = etree.fromstring(hocr, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True))
    for page in root.iterfind(".//{*}div[@class='ocr_page']"):
        title = page.get("title", "")
        box = _box(title)
        stated = _RESOLUTION.search(title)
        resolution = int(stated[1]) if stated else _UNSTATED
        unit = 72 / (_USUAL if resolution == _UNSTATED else max(1, resolution))
        scan = Scan(box.x1 * unit, box.y1 * unit)
        for line in page.iterfind(".//{*}p/{*}span"):
            scan.chunks += _line(line, scan, unit)
        yield scan


def _box(title: str) -> Box:
    match = _BOX.search(title)
    return Box(*(float(edge) for edge in match.groups())) if match else Box(0, 0, 0, 0)


def _line(line: Any, scan: Scan, unit: float) -> list[Chunk]:
    title = line.get("title", "")
    box, row, baseline = _box(title), _ROW.search(title), _BASELINE.search(title)
    size = _TYPE_SIZE * (float(row[1]) if row else box.y1 - box.y0) * unit
    slope, rise = (float(baseline[1]), float(baseline[2])) if baseline else (0.0, 0.0)
    base = scan.height - unit * (box.y1 + rise + slope * (box.x1 - box.x0) / 2)
    made: list[Chunk] = []
    for word in line.iterfind("{*}span[@class='ocrx_word']"):
        text = " ".join("".join(word.itertext()).split())
        if not text:
            continue
        confidence = _CONFIDENCE.search(word.get("title", ""))
        scan.words += 1
        scan.doubtful += confidence is not None and int(confidence[1]) < DOUBTFUL
        place = _box(word.get("title", ""))
        x0, x1 = place.x0 * unit, place.x1 * unit
        if made and x0 - made[-1].x1 < 2 * GAP * size:
            made[-1].text += " " + text
            made[-1].x1 = x1
        else:
            made.append(Chunk(text, x0, base - 0.22 * size, x1, base + 0.78 * size, base, size, bold=False, spaced=True))
    return made
