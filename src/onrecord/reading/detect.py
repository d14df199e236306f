"""What kind of file the bytes are, told from the bytes alone.

A name or a declared media type settles ties only between kinds that are text all the same (Markdown or plain text).
"""

from __future__ import annotations

import re

from onrecord.errors import DamagedError, EmptyError, EncryptedError, UnsupportedError
from onrecord.reading.archive import kind_of_archive
from onrecord.reading.decoding import decode

__all__ = ["DOCX", "EML", "HTML", "MARKDOWN", "ODT", "PDF", "TEXT", "detect"]

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"
HTML = "text/html"
MARKDOWN = "text/markdown"
TEXT = "text/plain"
EML = "message/rfc822"

_HEAD = 8_192


# What kinds of files begin with; long enough each that no text begins so.
_IMAGES = (
    (rb"\x89PNG\r\n\x1a\n", "image/png"),
    (rb"\xff\xd8\xff", "image/jpeg"),
    (rb"II\*\0|MM\0\*", "image/tiff"),
    (rb"RIFF....WEBP", "image/webp"),
    (rb"GIF8[79]a", "image/gif"),
    (rb"\0\0\0\x0cjP  \r\n", "image/jp2"),
)
_REFUSED = (
    (rb'\s*\{\s*"schema"\s*:\s*"onrecord/record/', "a record that onrecord made; `onrecord show` shows it"),
    (rb"\x1f\x8b\x08", "a gzip file; unpack it first"),
    (rb"BZh[1-9]1AY&SY", "a bzip2 file; unpack it first"),
    (rb"\xfd7zXZ\0", "an xz file; unpack it first"),
    (rb"\x28\xb5\x2f\xfd", "a Zstandard file; unpack it first"),
    (rb"7z\xbc\xaf\x27\x1c", "a 7-Zip archive; unpack it first"),
    (rb"Rar!\x1a\x07", "a RAR archive; unpack it first"),
    (rb".{257}ustar[\0 ]", "a tar archive; unpack it first"),
    (rb"PK\x05\x06", "an empty ZIP archive"),
    (rb"\x7fELF|MZ.\0", "a program"),
    (rb"SQLite format 3\0", "an SQLite database"),
    (rb"\0...ftyp(?:hei|mif1)", "a HEIC photograph; save it as PNG or JPEG and read that"),
    (rb"\0...ftypavif", "an AVIF image; save it as PNG or JPEG and read that"),
    (rb"\0...ftyp|\x1aE\xdf\xa3|RIFF....AVI ", "a video or audio file"),
    (rb"ID3[\x02-\x04]\0|OggS\0|RIFF....WAVE|fLaC\0|\xff[\xfb\xf3\xf2]", "an audio file"),
    (rb"wOF[F2]\0\x01", "a font"),
    (rb"%!PS", "a PostScript file; make a PDF of it (ps2pdf) and read that"),
    (rb"AT&TFORM", "a DjVu file; make a PDF of it (ddjvu -format=pdf) and read that"),
    (rb"\xffWPC", "a WordPerfect file; save it as .docx, .odt or .pdf and read that"),
    (rb"\{\\rtf", "a Rich Text (RTF) file; save it as .docx, .odt or .pdf and read that"),
    (rb"BM....\0\0\0\0", "a bitmap image; save it as PNG or TIFF and read that"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Names of streams in an OLE container, which stands before and behind the old Office formats and encrypted new ones.
_OLE_KINDS = (
    ("WordDocument", "a Word 97-2003 (.doc) file; save it as .docx, .odt or .pdf and read that"),
    ("Workbook", "an Excel 97-2003 (.xls) file; save the text as .docx, .odt or .pdf and read that"),
    ("PowerPoint Document", "a PowerPoint 97-2003 (.ppt) file; save it as .pdf and read that"),
    ("__properties_version1.0", "an Outlook (.msg) message; save it as .eml and read that"),
)
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*|<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta|article|main|div|p|h[1-6]|"
    r"table|section|script|style|link|noscript|header|nav|center|font|ul|ol)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAGS = re.compile(r"</(?:p|div|span|a|li|ul|td|tr|h[1-6]|body|html|article|blockquote)>", re.IGNORECASE)
_JSON = re.compile(r'\s*(?:\[\s*)?\{\s*"[^"\n]*"\s*:')
_XML = re.compile(r"\s*<\?xml\b")
_ROOT = re.compile(r"<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)")
_HEADER = re.compile(r"([A-Za-z][A-Za-z0-9-]*):[ \t]?.*(?:\n[ \t]+.*)*\n?")
_MAIL_HEADERS = frozenset((
    "from", "to", "cc", "date", "subject", "received", "message-id", "mime-version", "return-path", "reply-to", "sender",
    "delivered-to", "content-type", "content-transfer-encoding", "x-mailer",
))  # fmt: skip
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]")


def detect(name: str, data: bytes, *, media_type: str | None = None) -> str:
    """The media type of `data`.

    Raises `EmptyError` for no bytes, `EncryptedError` for an encrypted Office container, and `UnsupportedError`, which says
    what it is and what to do, for kinds that no reader takes.
    """
    if not data.strip(b" \t\r\n\0\x0c\xef\xbb\xbf\xfe\xff"):
        raise EmptyError(name, "it has no bytes" if not data else "it holds white space only")
    if data.find(b"%PDF-", 0, 1_024) >= 0 and not _looks_like_text_before(data):
        return PDF
    if data.startswith(b"PK\x03\x04"):
        return _archive(name, data)
    if data.startswith(_OLE):
        raise _ole(name, data)
    for magic, kind in _IMAGES:
        if re.match(magic, data, re.DOTALL):
            return kind
    for magic, kind in _REFUSED:
        if re.match(magic, data, re.DOTALL):
            raise UnsupportedError(name, f"this is {kind}")
    return _text(name, data, media_type)


def _looks_like_text_before(data: bytes) -> bool:
    """Whether "%PDF-" is only mentioned: prose or markup of some length stands before it."""
    before = data[: data.find(b"%PDF-")]
    return len(before.split()) > 3


def _archive(name: str, data: bytes) -> str:
    kind = kind_of_archive(name, data)
    if kind == "docx":
        return DOCX
    if kind == "odt":
        return ODT
    raise UnsupportedError(name, f"this is {kind}")


def _ole(name: str, data: bytes) -> EncryptedError | UnsupportedError | DamagedError:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return EncryptedError(name, "it is an encrypted Office document; save a copy without a password and read that")
    for stream, kind in _OLE_KINDS:
        if stream.encode("utf-16-le") in data:
            return UnsupportedError(name, f"this is {kind}")
    if len(data) < 2_048:
        return DamagedError(name, "it is an Office 97-2003 container that is cut off")
    return UnsupportedError(name, "this is an Office 97-2003 file; save it as .docx, .odt or .pdf and read that")


def _text(name: str, data: bytes, media_type: str | None) -> str:
    declared = (media_type or "").partition(";")[0].strip().lower()
    head = decode(_whole_lines(data)).text
    _refuse_binary(name, head)
    if declared in (TEXT, MARKDOWN):
        return declared
    if _JSON.match(head):
        raise UnsupportedError(name, "this is JSON, which is data; save the text in it as .txt, .html or .docx and read that")
    if _HTML.match(head) or head.lstrip().startswith("<!--") or declared in (HTML, "application/xhtml+xml"):
        return HTML
    if _XML.match(head):
        return _xml(name, head)
    if _is_mail(head):
        return EML
    if len(_TAGS.findall(head)) >= 3:
        return HTML
    return MARKDOWN if name.lower().endswith((".md", ".markdown", ".mdown", ".mkd")) else TEXT


def _whole_lines(data: bytes) -> bytes:
    """The beginning of the data, not cut inside a line (and so not inside a character) where lines are short."""
    if len(data) <= _HEAD:
        return data
    end = data.rfind(b"\n", 0, _HEAD)
    # A cut at an offset that 4 divides keeps UTF-16 and UTF-32 in step.
    return data[: end + 1] if end > 0 and b"\0" not in data[:_HEAD] else data[:_HEAD]


def _refuse_binary(name: str, head: str) -> None:
    if len(_CONTROL.findall(head)) > max(2, 0.03 * len(head)):
        raise UnsupportedError(name, "this is neither text nor a kind of file that onrecord knows (binary data)")


def _xml(name: str, head: str) -> str:
    """XHTML may hide behind comments and an entity table; any other XML is refused by the name of its root."""
    body = re.sub(r"<!--.*?-->|<\?.*?\?>", "", head, flags=re.DOTALL)
    doctype = re.search(r"<!DOCTYPE\s+([\w:.-]+)", body, re.IGNORECASE)
    root = _ROOT.search(re.sub(r"<![^>\[]*(?:\[.*?\]\s*)?>", "", body, flags=re.DOTALL))
    found = (doctype[1] if doctype else root[1] if root else "?").lower()
    if found == "html":
        return HTML
    if f'mimetype="{ODT}"' in head:
        return ODT
    raise UnsupportedError(
        name, f"this is XML of the kind <{found}>; save the text as .html, .docx, .odt or .pdf and read that"
    )


def _is_mail(head: str) -> bool:
    """Two header fields that mail has, among fields that stand without a blank line from the first line on."""
    text = head.replace("\r\n", "\n").lstrip("\n")
    if text.startswith("From ") and "\n" in text:
        text = text.partition("\n")[2]
    seen, at = set(), 0
    while match := _HEADER.match(text, at):
        seen.add(match[1].lower())
        at = match.end()
    strong = seen & _MAIL_HEADERS
    return len(strong) >= 3 or (len(strong) == 2 and bool(strong & {"message-id", "mime-version", "received", "return-path"}))
