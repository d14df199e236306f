"""PDFs that are broken, locked, too large or made to do harm."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pypdf
import pytest
from pdf_specimens import Sheets, raw_pdf, read_pdf, save

from onrecord.errors import DamagedError, EmptyError, EncryptedError, LimitError, OnrecordError
from onrecord.reading.limits import Limits

MUTATIONS = Path(__file__).with_name("pdf_mutations.py")


def _report(pages: int = 2, *, compressed: bool = True) -> bytes:
    sheets = Sheets(pageCompression=int(compressed))
    for page in range(pages):
        sheets.lines(
            60, 700, [f"Page {page + 1} of the report from the camp at Velt,", "where the river rose again on Tuesday."]
        )
        if page + 1 < pages:
            sheets.next_page()
    return sheets.done()


@pytest.mark.parametrize("user", ["secret", ""], ids=["needs a password", "may be read without one"])
def test_an_encrypted_file_is_refused_only_where_a_password_is_needed(user: str) -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(_report()))
    writer.encrypt(user, "owner", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    if not user:
        assert "camp at Velt" in read_pdf(out.getvalue()).text
        return
    with pytest.raises(EncryptedError, match=r"^letters/report\.pdf: the PDF is encrypted; save a copy without its password$"):
        read_pdf(out.getvalue(), name="letters/report.pdf")


@pytest.mark.parametrize(
    ("data", "error", "reason"),
    [
        (b"", EmptyError, "the file is empty"),
        (b"%PDF-1.7\n", DamagedError, "damaged or cut short"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 40, DamagedError, "damaged or cut short"),
        (raw_pdf([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>"]), DamagedError, "damaged or cut short"),
        (
            raw_pdf([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", b"<</Type/Page/Parent 2 0 R>>"]),
            EmptyError,
            "no text was found",
        ),
        (
            raw_pdf([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>"]),
            DamagedError,
            "none of its 2 pages can be read",
        ),
    ],
    ids=["no bytes", "a head alone", "garbage", "no pages", "a page without content", "a page tree that holds itself"],
)
def test_a_file_without_a_page_to_read_is_an_error_that_says_why(data: bytes, error: type[OnrecordError], reason: str) -> None:
    with pytest.raises(error, match=reason) as raised:
        read_pdf(data)
    assert str(raised.value).startswith("report.pdf: ")


@pytest.mark.parametrize("count", [7, 999_999_999])
def test_a_count_of_pages_that_lies_does_no_harm(count: int) -> None:
    data = _report(1, compressed=False).replace(b"/Count 1 ", b"/Count %d " % count)
    assert "camp at Velt" in read_pdf(data).text


def test_too_many_pages_or_bytes_are_refused() -> None:
    with pytest.raises(LimitError, match=r"3 pages are more than the limit of 2"):
        read_pdf(_report(3), limits=Limits(max_pages=2))
    with pytest.raises(LimitError, match="bytes"):
        read_pdf(_report(3), limits=Limits(max_bytes=100))
    assert read_pdf(_report(3), limits=Limits(max_pages=3)).blocks


def test_a_page_that_cannot_be_read_is_a_loss_and_the_others_are_read() -> None:
    data = raw_pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2/MediaBox[0 0 595 842]>>",
            b"(not a page)",
            b"<</Type/Page/Parent 2 0 R/Contents 5 0 R/Resources<</Font<</F 6 0 R>>>>>>",
            b"<</Length 46>>stream\nBT /F 12 Tf 60 700 Td (Velt is cut off.) Tj ET \nendstream",
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        ]
    )
    document = read_pdf(data)
    assert document.text == "Velt is cut off."
    assert document.losses == ("page 1: damaged, and could not be read",)


def test_a_broken_cross_reference_table_is_rebuilt() -> None:
    data = _report()
    start = data.rindex(b"startxref")
    assert read_pdf(data[:start] + b"startxref\n7\n%%EOF\n").text == read_pdf(data).text


def test_a_file_cut_short_says_that_words_may_be_missing() -> None:
    data = _report()
    document = read_pdf(data[: data.rindex(b"startxref")])
    assert "camp at Velt" in document.text
    assert document.losses == ("the file lacks its end mark: it may have been cut short, and words or pages may be missing",)


def test_characters_without_a_unicode_value_are_counted() -> None:
    data = raw_pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 595 842]>>",
            b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
            b"<</Length 50>>stream\nBT /F 12 Tf 60 700 Td (Velt is \\001 cut off.) Tj ET\nendstream",
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        ]
    )
    document = read_pdf(data)
    assert document.losses == ("page 1: 1 character without a Unicode value in the file; each stands as \ufffd",)


@pytest.mark.parametrize("compressed", [True, False], ids=["compressed", "plain"])
def test_damaged_copies_end_in_a_document_or_an_error_of_ours(compressed: bool, tmp_path: Path) -> None:
    path = save(_report(compressed=compressed), tmp_path)
    done = subprocess.run([sys.executable, str(MUTATIONS), str(path)], capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    outcomes = {line.split(" ", 1)[1]: int(line.split(" ", 1)[0]) for line in done.stdout.splitlines()}
    assert sum(outcomes.values()) == 160
    assert set(outcomes) <= {"read", "DamagedError", "EmptyError", "EncryptedError", "LimitError"}
    assert outcomes["read"] > 40
