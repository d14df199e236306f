"""The door of reading: the kind of file by its content, and refusals that say what to do."""

from __future__ import annotations

import pytest
from office_making import docx, odt, paragraph, zipped

from onrecord.errors import DamagedError, EmptyError, EncryptedError, LimitError, ReadError, UnsupportedError
from onrecord.reading.limits import Limits
from onrecord.reading.read import read

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(3_000)
MAIL = b"From: Una Kray <una@dune.example>\nTo: press@dune.example\nSubject: Wells\n\nThe wells are dry."


def ole(stream: str) -> bytes:
    return OLE + stream.encode("utf-16-le") + bytes(3_000)


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (b"The wells are dry.", "text/plain"),
        ("The wells are dry.".encode("utf-16"), "text/plain"),
        (b"<p>The wells are dry.</p>", "text/html"),
        (b"\xef\xbb\xbf  <!-- saved --> <!DOCTYPE html><title>x</title><p>Dry.", "text/html"),
        (b'<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml"><body><p>Dry.</p></body></html>', "text/html"),
        ("<html><p>Dry.</p>".encode("utf-16"), "text/html"),
        (b"Some words first <p>one</p> <p>two</p> <p>three</p>", "text/html"),
        (MAIL, "message/rfc822"),
        (MAIL.replace(b"\n", b"\r\n"), "message/rfc822"),
        (b"From una@dune.example Sat May 1 10:00:00 2021\n" + MAIL, "message/rfc822"),
        (docx(paragraph("Dry.")), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        (odt("<text:p>Dry.</text:p>"), "application/vnd.oasis.opendocument.text"),
        (b"A speaker said: see %PDF-1.4 in the specification.", "text/plain"),
        (b"Subject: the wells\n\nThe mayor said they were dry.", "text/plain"),
        (b"Mayor: We are dry.\nClerk: How long?\nMayor: A year.", "text/plain"),
        (b"if a < b and c > d, the mayor said, <nothing> follows", "text/plain"),
        (b"Dry.\0", "text/plain"),
        *(
            (word + b" is what the mayor of Dune said.", "text/plain")
            for word in (b"BMW", b"RIFF", b"ID3", b"MZ", b"BZh", b"OggS")
        ),
    ],
)
def test_the_kind_is_told_from_the_bytes_whatever_the_name(data: bytes, media_type: str) -> None:
    for name in ("report.pdf", "report", "-", "report.docx"):
        assert read(data, name=name).source.media_type == media_type


@pytest.mark.parametrize(
    ("name", "media_type", "expected"),
    [
        ("notes.md", None, "text/markdown"),
        ("NOTES.MARKDOWN", None, "text/markdown"),
        ("notes.txt", None, "text/plain"),
        ("notes.txt", "text/markdown; charset=utf-8", "text/markdown"),
        ("notes.md", "text/plain", "text/plain"),
        ("notes", "application/pdf", "text/plain"),
    ],
)
def test_name_and_media_type_settle_only_ties_between_kinds_of_text(name: str, media_type: str | None, expected: str) -> None:
    assert read(b"# Wells\n\nThey are *dry*.", name=name, media_type=media_type).source.media_type == expected


def test_the_charset_of_the_media_type_is_heard() -> None:
    text = "Starosta \u0141ukasz powiedzia\u0142, \u017ce studnia jest sucha."
    document = read(text.encode("iso8859-2"), name="a", media_type="text/plain; charset=ISO-8859-2")
    assert (document.text, document.losses) == (text, ())


@pytest.mark.parametrize(
    ("data", "error", "reason"),
    [
        (b"", EmptyError, "it has no bytes"),
        (b" \n\t\r\n ", EmptyError, "it holds white space only"),
        (b"\xef\xbb\xbf", EmptyError, "it holds white space only"),
        (bytes(range(256)) * 40, UnsupportedError, "neither text nor a kind of file that onrecord knows"),
        (ole("WordDocument"), UnsupportedError, r"a Word 97-2003 \(.doc\) file; save it as .docx, .odt or .pdf"),
        (ole("Workbook"), UnsupportedError, r"an Excel 97-2003 \(.xls\) file"),
        (ole("__properties_version1.0"), UnsupportedError, r"an Outlook \(.msg\) message; save it as .eml"),
        (ole("EncryptedPackage"), EncryptedError, "an encrypted Office document; save a copy without a password"),
        (OLE[:100], DamagedError, "cut off"),
        (b'[ {"said": "The wells are dry."}]', UnsupportedError, "this is JSON, which is data; save the text in it as .txt"),
        (b'\n{\n  "schema": "onrecord/record/1"}', UnsupportedError, "a record that onrecord made; `onrecord show` shows it"),
        (b"{\\rtf1\\ansi The wells}", UnsupportedError, r"a Rich Text \(RTF\) file; save it as .docx"),
        (zipped({"[Content_Types].xml": "x", "xl/workbook.xml": "x"}), UnsupportedError, "an Excel workbook"),
        (zipped({"[Content_Types].xml": "x", "ppt/presentation.xml": "x"}), UnsupportedError, "a PowerPoint presentation"),
        (zipped({"mimetype": "application/epub+zip"}), UnsupportedError, "an EPUB book"),
        (
            zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}),
            UnsupportedError,
            "an OpenDocument spreadsheet",
        ),
        (zipped({"report.txt": "Dry."}), UnsupportedError, "a ZIP archive; unpack it first"),
        (b"PK\x03\x04" + bytes(50), DamagedError, "its ZIP container is cut off or malformed"),
        (b"\x1f\x8b\x08" + bytes(50), UnsupportedError, "a gzip file; unpack it first"),
        (b"\x7fELF" + bytes(50), UnsupportedError, "this is a program"),
        (b"BM\x36\x10\0\0\0\0\0\0\x36" + bytes(40), UnsupportedError, "a bitmap image; save it as PNG or TIFF"),
        (b"\0\0\0\x18ftypheic" + bytes(40), UnsupportedError, "a HEIC photograph"),
        (b"RIFF\x10\0\0\0WAVEfmt ", UnsupportedError, "an audio file"),
        (b"a.txt" + bytes(252) + b"ustar\x0000" + bytes(250), UnsupportedError, "a tar archive; unpack it first"),
        (b"%!PS-Adobe-3.0", UnsupportedError, "a PostScript file; make a PDF of it"),
        (b'<?xml version="1.0"?><!-- a --><rss><channel/></rss>', UnsupportedError, "XML of the kind <rss>"),
        (MAIL.replace(b"The wells are dry.", b""), None, ""),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_name_and_what_to_do(
    data: bytes, error: type[ReadError] | None, reason: str
) -> None:
    if error is None:
        assert read(data, name="bad.pdf").text.startswith("Wells")
        return
    with pytest.raises(error, match=f"^bad.pdf: .*{reason}"):
        read(data, name="bad.pdf")


def test_an_input_over_the_limit_is_refused_before_it_is_looked_at() -> None:
    with pytest.raises(LimitError, match=r"big\.txt: 11 bytes are more than the limit of 10"):
        read(b"%PDF-123456", name="big.txt", limits=Limits(max_bytes=10))


def test_the_document_carries_hashes_size_and_address() -> None:
    document = read(b"The wells are dry.", name="-", uri="https://dune.example/wells")
    assert document.source.uri == "https://dune.example/wells"
    assert document.source.bytes == 18
    assert document.id == "sha256:" + document.source.sha256
    assert document.text_sha256 == document.source.sha256


def test_an_error_survives_the_way_between_processes() -> None:
    import pickle

    with pytest.raises(EmptyError) as caught:
        read(b"", name="empty.txt")
    assert str(pickle.loads(pickle.dumps(caught.value))) == "empty.txt: it has no bytes"  # noqa: S301
