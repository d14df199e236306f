"""PDF files, read with pdfium (https://pdfium.googlesource.com/pdfium/) page by page.

pdfium is not thread-safe: one process reads one file at a time. It may crash or hang on a hostile file; whoever must
survive that reads in a process of its own, as the engine does.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from onrecord.document import Document
from onrecord.errors import DamagedError, EmptyError, EncryptedError, LimitError
from onrecord.reading.assemble import Assembly, Origin
from onrecord.reading.limits import Limits, check_bytes
from onrecord.reading.pdf.compose import compose
from onrecord.reading.pdf.losses import Losses, note_file, note_page
from onrecord.reading.pdf.metadata import created, plausible_title
from onrecord.reading.pdf.pages import Page
from onrecord.reading.pdf.read_page import read_page

__all__ = ["read"]

MEDIA_TYPE = "application/pdf"


def read(origin: Origin, limits: Limits) -> Document:
    """The document in a PDF file.

    Raises `EncryptedError`, `DamagedError`, `EmptyError` (no words in it) or `LimitError` (too many bytes or pages).
    """
    if not origin.data:
        raise EmptyError(origin.name, "the file is empty (0 bytes)")
    check_bytes(origin.name, len(origin.data), limits)
    assembly, losses = Assembly(), Losses()
    with _opened(origin) as pdf:
        count = len(pdf)
        if count > limits.max_pages:
            raise LimitError(
                origin.name, f"{count:,} pages are more than the limit of {limits.max_pages:,}; raise the limit to read it"
            )
        note_file(pdf, origin.data, losses)
        title = plausible_title(pdf.get_metadata_value("Title"))
        published = created(pdf)
        pages = list(_pages(pdf, losses))
    if not pages:
        raise DamagedError(origin.name, f"the PDF is damaged: none of its {count:,} pages can be read")
    compose(pages, assembly)
    losses.state(assembly)
    return assembly.document(origin, MEDIA_TYPE, title=title, published=published)


@contextmanager
def _opened(origin: Origin) -> Iterator[Any]:
    import pypdfium2
    import pypdfium2.raw as c

    try:
        pdf = pypdfium2.PdfDocument(origin.data)
    except pypdfium2.PdfiumError as error:
        if error.err_code == c.FPDF_ERR_PASSWORD:
            raise EncryptedError(origin.name, "the PDF is encrypted; save a copy without its password") from None
        if error.err_code == c.FPDF_ERR_SECURITY:
            raise EncryptedError(origin.name, "the PDF is encrypted in a way that cannot be undone here") from None
        raise DamagedError(origin.name, "the PDF is damaged or cut short: no page can be found in it") from None
    try:
        yield pdf
    finally:
        pdf.close()


def _pages(pdf: Any, losses: Losses) -> Iterator[Page]:
    """The pages that can be read, each released before the next is loaded."""
    import pypdfium2

    for number in range(1, len(pdf) + 1):
        try:
            page = pdf[number - 1]
        except pypdfium2.PdfiumError:
            losses.on(number, "damaged, and could not be read")
            continue
        try:
            note_page(page, number, losses)
            yield read_page(page, number, losses)
        except pypdfium2.PdfiumError:
            losses.on(number, "damaged, and could not be read")
        finally:
            page.close()
