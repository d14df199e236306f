"""PDF files, read with pdfium (https://pdfium.googlesource.com/pdfium/) page by page.

pdfium is not thread-safe: one process reads one file at a time. It may crash or hang on a hostile file; whoever must
survive that reads in a process of its own (see the engine).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from onrecord.document import Box, Document
from onrecord.errors import DamagedError, EmptyError, EncryptedError, LimitError, ReadError
from onrecord.reading.assemble import Assembly, Origin
from onrecord.reading.pdf.compose import compose
from onrecord.reading.pdf.glyphs import Glyphs, read_glyphs
from onrecord.reading.pdf.pages import Page, lay_out

if TYPE_CHECKING:
    from onrecord.reading.limits import Limits

__all__ = ["read"]

MEDIA_TYPE = "application/pdf"


def read(origin: Origin, limits: Limits) -> Document:
    """The document in a PDF file.

    Raises `EncryptedError`, `DamagedError`, `EmptyError` (no words in it) or `LimitError` (too many bytes or pages).
    """
    if not origin.data:
        raise EmptyError(origin.name, "the file is empty (0 bytes)")
    if len(origin.data) > limits.max_bytes:
        raise LimitError(origin.name, f"it has {len(origin.data):,} bytes, more than the limit of {limits.max_bytes:,}")
    assembly = Assembly()
    with _opened(origin) as pdf:
        if len(pdf) > limits.max_pages:
            raise LimitError(origin.name, f"it has {len(pdf):,} pages, more than the limit of {limits.max_pages:,}")
        pages = list(_pages(pdf, assembly))
    compose(pages, assembly)
    return assembly.document(origin, MEDIA_TYPE)


@contextmanager
def _opened(origin: Origin) -> Iterator[Any]:
    import pypdfium2
    import pypdfium2.raw as c

    try:
        pdf = pypdfium2.PdfDocument(origin.data)
    except pypdfium2.PdfiumError as error:
        if error.err_code in (c.FPDF_ERR_PASSWORD, c.FPDF_ERR_SECURITY):
            raise EncryptedError(origin.name, "the PDF is encrypted; save a copy without its password") from None
        raise DamagedError(origin.name, "the PDF is damaged or cut short: no page of it can be found") from None
    try:
        yield pdf
    finally:
        pdf.close()


def _pages(pdf: Any, assembly: Assembly) -> Iterator[Page]:
    import pypdfium2

    for index in range(len(pdf)):
        try:
            page = pdf[index]
        except pypdfium2.PdfiumError:
            assembly.lose(f"page {index + 1} is damaged and could not be read")
            continue
        try:
            glyphs = read_glyphs(page, page.get_textpage())
            yield lay_out(index + 1, glyphs.shown, Box(*page.get_bbox()))
        finally:
            page.close()
