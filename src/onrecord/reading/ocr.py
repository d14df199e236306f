"""Pictures of pages (PNG, JPEG, TIFF), read by optical character recognition with Tesseract.

Places are in points, reckoned with the resolution that the picture states, or else with 300 dots per inch.
"""

from __future__ import annotations

import struct

from onrecord.document import Box, Document
from onrecord.errors import DamagedError, EmptyError, LimitError, UnsupportedError
from onrecord.reading.assemble import Assembly, Origin
from onrecord.reading.limits import Limits, check_bytes
from onrecord.reading.pdf.compose import compose
from onrecord.reading.pdf.losses import Losses
from onrecord.reading.pdf.scans import page_of_scan
from onrecord.reading.pdf.tesseract import DOUBTFUL, INSTALL, OcrFailure, recognise, version

__all__ = ["read"]

_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
)


def read(origin: Origin, limits: Limits) -> Document:
    """The document in a picture, or in the pictures of a TIFF.

    Raises `EmptyError` (nothing recognised, or no Tesseract to do it), `DamagedError`, `UnsupportedError` or `LimitError`.
    """
    if not origin.data:
        raise EmptyError(origin.name, "the file is empty (0 bytes)")
    check_bytes(origin.name, len(origin.data), limits)
    media_type = next((kind for magic, kind in _MAGIC if origin.data.startswith(magic)), None)
    if media_type is None:
        raise UnsupportedError(origin.name, "not a PNG, JPEG or TIFF picture")
    count = _tiff_pages(origin.data, limits.max_pages) if media_type == "image/tiff" else 1
    if count > limits.max_pages:
        raise LimitError(origin.name, f"it has more pages than the limit of {limits.max_pages:,}; raise the limit to read it")
    program = version()
    if program is None:
        raise EmptyError(origin.name, f"the picture has no text layer; {INSTALL}")
    assembly = Assembly()
    _add_scans(origin, assembly, program)
    return assembly.document(origin, media_type)


def _add_scans(origin: Origin, assembly: Assembly, program: str) -> None:
    losses = Losses()
    try:
        scans = recognise(origin.data)
    except OcrFailure as failure:
        raise DamagedError(origin.name, f"the picture could not be read: {failure}") from None
    pages = []
    for number, scan in enumerate(scans, 1):
        losses.on(number, f"no text layer; read by optical character recognition (Tesseract {program})")
        if scan.doubtful:
            losses.on(number, f"{scan.doubtful:,} of {scan.words:,} words recognised with a confidence under {DOUBTFUL} %")
        pages.append(page_of_scan(number, scan, Box(0, 0, scan.width, scan.height)))
    compose(pages, assembly)
    losses.state(assembly)


def _tiff_pages(data: bytes, limit: int) -> int:
    """The number of pictures in a TIFF (TIFF 6.0, section 2: a chain of directories), counted no further than past `limit`."""
    order = "<" if data.startswith(b"II") else ">"
    count, at = 0, 4
    while count <= limit:
        try:
            (at,) = struct.unpack_from(f"{order}I", data, at)
            if at == 0:
                break
            (entries,) = struct.unpack_from(f"{order}H", data, at)
        except struct.error:
            break
        at += 2 + 12 * entries
        count += 1
    return count
