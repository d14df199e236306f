"""ODT: what LibreOffice shows is what is read; what is left out is said."""

from __future__ import annotations

import io

import odfdo
import pytest
from office_making import flat_odt, odt, zipped
from shown import blocks

from onrecord.document import Document, check_blocks
from onrecord.errors import DamagedError, EncryptedError
from onrecord.reading.read import read


def reading(body: str, **parts: str) -> Document:
    document = read(odt(body, **parts), name="report.odt")
    assert check_blocks(document) == []
    return document


LIST = (
    "<text:list><text:list-item><text:p>one</text:p><text:list><text:list-item><text:p>two</text:p></text:list-item>"
    "</text:list></text:list-item></text:list>"
)
TABLE = (
    "<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>Town</text:p></table:table-cell>"
    "<table:table-cell><text:p>Wells</text:p></table:table-cell></table:table-row></table:table-header-rows>"
    "<table:table-row><table:table-cell><text:p>Dune</text:p></table:table-cell><table:table-cell><text:p>12</text:p>"
    "</table:table-cell></table:table-row></table:table>"
)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('<text:h text:outline-level="2">Wells</text:h>', [("heading", "Wells")]),
        ('<text:p text:style-name="Heading_20_3">Wells</text:p>', [("heading", "Wells")]),
        ('<text:p text:style-name="P1">“Dry.”</text:p>', [("quote", "“Dry.”")]),
        ('<text:p text:style-name="Illustration">Fig. 1</text:p>', [("caption", "Fig. 1")]),
        (
            LIST,
            [("list-item", "one"), ("list-item", "two")],
        ),
        ("<text:section><text:p>inside</text:p></text:section>", [("paragraph", "inside")]),
        (
            TABLE,
            [("cell", "Town"), ("cell", "Wells"), ("cell", "Dune"), ("cell", "12")],
        ),
    ],
)
def test_kinds_of_blocks(body: str, expected: list[tuple[str, str]]) -> None:
    automatic = '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Quotations"/>'
    assert blocks(reading(body, automatic=automatic)) == expected


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ("a  \n b", "a b"),
        ("  a ", "a"),
        ('a<text:s text:c="3"/>b', "a   b"),
        ("a<text:s/>b", "a b"),
        ("a<text:tab/>b<text:line-break/>c", "a\tb\nc"),
        ("a <text:span> b</text:span>", "a b"),
        ("we <text:a>are</text:a> <text:span>dr<text:span>y</text:span></text:span>.", "we are dry."),
        ("x<text:soft-page-break/>y", "xy"),
        ("<text:ruby><text:ruby-base>base</text:ruby-base><text:ruby-text>gloss</text:ruby-text></text:ruby>", "base"),
    ],
)
def test_white_space_and_characters(inner: str, text: str) -> None:
    assert reading(f"<text:p>{inner}</text:p>").text == text


def test_tracked_changes_notes_comments_and_boxes() -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:creator>Oto Brandl</dc:creator>"
        "</office:change-info><text:p>forty two wells</text:p></text:deletion></text:changed-region></text:tracked-changes>"
        "<text:p>Twelve<text:change/> wells<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        "<text:p>See the register.</text:p></text:note-body></text:note> are<office:annotation><text:p>sure?</text:p>"
        "</office:annotation> dry.<draw:frame><draw:text-box><text:p>Boxed.</text:p></draw:text-box></draw:frame></text:p>"
        "<text:p><draw:frame><draw:image/></draw:frame>More.</text:p>"
    )
    document = reading(body)
    assert blocks(document) == [
        ("paragraph", "Twelve wells are dry."),
        ("paragraph", "Boxed."),
        ("paragraph", "More."),
        ("footnote", "See the register."),
    ]
    assert document.losses == (
        "left out 3 words that tracked changes delete",
        "left out 1 comment in the margin",
        "1 picture not read",
    )


def test_hidden_and_struck_words_are_counted_and_left_out() -> None:
    automatic = (
        '<style:style style:name="T1"><style:text-properties text:display="none"/></style:style>'
        '<style:style style:name="T2"><style:text-properties style:text-line-through-style="solid"/></style:style>'
    )
    body = '<text:p>a<text:span text:style-name="T1"> b c</text:span><text:span text:style-name="T2"> d</text:span> e</text:p>'
    document = reading(body, automatic=automatic)
    assert document.text == "a e"
    assert document.losses == ("left out 2 words of hidden text", "left out 1 word, struck out in the report")


def test_headers_and_tables_of_contents_are_furniture() -> None:
    styles = "<style:master-page><style:header><text:p>Town of Dune</text:p></style:header></style:master-page>"
    body = "<text:table-of-content><text:index-body><text:p>Wells 1</text:p></text:index-body></text:table-of-content>"
    document = reading(body + "<text:p>Dry.</text:p>", styles=styles)
    assert blocks(document, furniture=True) == [("paragraph", "Dry."), ("furniture", "Wells 1"), ("furniture", "Town of Dune")]


def test_what_the_file_says_about_itself() -> None:
    meta = (
        "<dc:title>Hearing in Dune</dc:title><dc:creator>Oto Brandl</dc:creator><dc:publisher>Water Board</dc:publisher>"
        "<meta:creation-date>2021-05-12T08:00:00</meta:creation-date><dc:language>fr-BE</dc:language>"
    )
    document = reading("<text:p>Sec.</text:p>", meta=meta)
    assert (document.title, document.publisher) == ("Hearing in Dune", "Water Board")
    assert (document.language, document.published) == ("fr", "2021-05-12")


def test_the_flat_form_reads_the_same() -> None:
    body = "<text:h>Wells</text:h><text:p>Dry.</text:p>"
    flat = read(flat_odt(body), name="report.fodt")
    assert blocks(flat) == blocks(reading(body))
    assert flat.source.media_type == "application/vnd.oasis.opendocument.text"


def test_a_file_written_by_odfdo() -> None:
    made = odfdo.Document("text")
    made.body.clear()
    made.body.append(odfdo.Header(1, "Hearing in Dune"))
    made.body.append(odfdo.Paragraph("Mayor   Stern:\t“Dry.”"))
    made.body.append(odfdo.List(["one", "two"]))
    buffer = io.BytesIO()
    made.save(buffer)
    assert blocks(read(buffer.getvalue(), name="a")) == [
        ("heading", "Hearing in Dune"),
        ("paragraph", "Mayor   Stern:\t“Dry.”"),
        ("list-item", "one"),
        ("list-item", "two"),
    ]


def test_an_encrypted_file_says_what_to_do() -> None:
    manifest = "<manifest:manifest xmlns:manifest='urn:m'><manifest:encryption-data/></manifest:manifest>"
    members = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "META-INF/manifest.xml": manifest,
        "content.xml": b"\x9f\x01",
    }
    with pytest.raises(EncryptedError, match=r"a\.odt: it is encrypted; save a copy without a password"):
        read(zipped(members), name="a.odt")


def test_a_file_without_content_is_damaged() -> None:
    with pytest.raises(DamagedError, match=r"content\.xml is missing"):
        read(zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), name="a.odt")
