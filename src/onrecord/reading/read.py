"""The door of the step: bytes in, `Document` out, whatever the format."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from onrecord.document import Document
from onrecord.reading.assemble import Origin
from onrecord.reading.detect import DOCX, EML, HTML, MARKDOWN, ODT, PDF, TEXT, detect
from onrecord.reading.limits import Limits, check_bytes

__all__ = ["read"]

_DEFAULT = Limits()
_READERS = {
    PDF: "onrecord.reading.pdf",
    DOCX: "onrecord.reading.docx",
    ODT: "onrecord.reading.odt",
    HTML: "onrecord.reading.html",
    EML: "onrecord.reading.mail",
}


def read(
    data: bytes,
    *,
    name: str,
    uri: str | None = None,
    limits: Limits = _DEFAULT,
    media_type: str | None = None,
) -> Document:
    """Read a report.

    `name` is the input as the user named it and stands in every error; `uri` is kept on the document. The kind of file is
    told from the bytes: `media_type`, with a `charset` where there is one, only settles what bytes leave open (the encoding,
    Markdown or plain text). Raises a `ReadError` that names the input and the reason.
    """
    check_bytes(name, len(data), limits)
    found = detect(name, data, media_type=media_type)
    origin = Origin(name=name, uri=uri, data=data)
    charset = _charset(media_type)
    if found == TEXT:
        from onrecord.reading import text

        return text.read(origin, limits, charset=charset)
    if found == MARKDOWN:
        from onrecord.reading import markdown

        return markdown.read(origin, limits, charset=charset)
    if found == HTML:
        from onrecord.reading import html

        return html.read(origin, limits, charset=charset)
    return _reader(found)(origin, limits)


def _reader(media_type: str) -> Callable[[Origin, Limits], Document]:
    """The reader of a format; each is imported only when a file of its kind comes."""
    module = import_module(_READERS.get(media_type, "onrecord.reading.ocr"))
    reader: Callable[[Origin, Limits], Document] = module.read
    return reader


def _charset(media_type: str | None) -> str | None:
    from email.message import Message

    if not media_type:
        return None
    header = Message()
    header["Content-Type"] = media_type
    return header.get_content_charset()
