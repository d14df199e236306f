"""DOCX: what Word shows is what is read; what is left out is said."""

from __future__ import annotations

import io

import docx as python_docx
import mammoth
import pytest
from office_making import STRICT, W, docx, paragraph, part
from shown import blocks, words

from onrecord.document import Document, check_blocks
from onrecord.errors import DamagedError, EmptyError
from onrecord.reading.read import read

STYLES = part(
    "styles",
    '<w:style w:styleId="H2"><w:name w:val="heading 2"/></w:style>'
    '<w:style w:styleId="Mine"><w:name w:val="My heading"/><w:basedOn w:val="H2"/></w:style>'
    '<w:style w:styleId="Outlined"><w:name w:val="Chapter"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    '<w:style w:styleId="T"><w:name w:val="Title"/></w:style>'
    '<w:style w:styleId="Q"><w:name w:val="Intense Quote"/></w:style>'
    '<w:style w:styleId="C"><w:name w:val="caption"/></w:style>'
    '<w:style w:styleId="TOC"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:styleId="L"><w:name w:val="List Paragraph"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>'
    '<w:style w:styleId="Ghost"><w:name w:val="Ghost"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:styleId="Loop1"><w:name w:val="a"/><w:basedOn w:val="Loop2"/></w:style>'
    '<w:style w:styleId="Loop2"><w:name w:val="b"/><w:basedOn w:val="Loop1"/></w:style>',
)


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def reading(body: str, **parts: str) -> Document:
    document = read(docx(body, parts={"styles": STYLES, **parts}), name="report.docx")
    assert check_blocks(document) == []
    return document


@pytest.mark.parametrize(
    ("style", "properties", "kind", "level"),
    [
        ("H2", "", "heading", 2),
        ("Mine", "", "heading", 2),
        ("Outlined", "", "heading", 1),
        ("T", "", "heading", 1),
        ("", '<w:outlineLvl w:val="3"/>', "heading", 4),
        ("", '<w:outlineLvl w:val="9"/>', "paragraph", None),
        ("Q", "", "quote", None),
        ("C", "", "caption", None),
        ("TOC", "", "furniture", None),
        ("L", "", "list-item", None),
        ("L", '<w:numPr><w:numId w:val="0"/></w:numPr>', "paragraph", None),
        ("", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>', "list-item", None),
        ("Loop1", "", "paragraph", None),
        ("NotThere", "", "paragraph", None),
    ],
)
def test_a_paragraphs_kind_comes_from_its_style(style: str, properties: str, kind: str, level: int | None) -> None:
    document = reading(paragraph("The wells of Dune are dry.", style, properties))
    assert blocks(document, furniture=True) == [(kind, "The wells of Dune are dry.")]
    assert document.blocks[0].level == level


def test_a_short_line_in_bold_is_a_heading() -> None:
    bold = "<w:p>" + run("What the town wants", "<w:b/>") + "</w:p>"
    sentence = "<w:p>" + run("The town wants water.", "<w:b/>") + "</w:p>"
    partly = "<w:p>" + run("What the ", "<w:b/>") + run("town wants") + "</w:p>"
    assert [kind for kind, _ in blocks(reading(bold + sentence + partly))] == ["heading", "paragraph", "paragraph"]


def test_tracked_insertions_are_kept_and_deletions_left_out_and_both_are_said() -> None:
    body = (
        f"<w:p>{run('The mayor said ')}<w:ins w:id='1'>{run('twelve')}</w:ins>"
        "<w:del w:id='2'><w:r><w:delText>forty two</w:delText></w:r></w:del>"
        f"<w:moveTo w:id='3'>{run(' old')}</w:moveTo><w:moveFrom w:id='4'>{run('gone')}</w:moveFrom>"
        f"{run(' wells are dry.')}</w:p>"
    )
    document = reading(body)
    assert document.text == "The mayor said twelve old wells are dry."
    assert "left out 3 words that tracked changes delete" in document.losses
    assert "kept 2 words that tracked changes insert and nobody has accepted yet" in document.losses


def test_a_paragraph_whose_end_is_deleted_runs_into_the_next() -> None:
    mark = "<w:rPr><w:del w:id='1'/></w:rPr>"
    document = reading(paragraph("The mayor said that ", properties=mark) + paragraph("the wells are dry."))
    assert document.text == "The mayor said that the wells are dry."


def test_content_controls_are_read_around_runs_paragraphs_and_cells() -> None:
    def control(inner: str) -> str:
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>"

    row = f"<w:tr><w:tc>{paragraph('Wells')}</w:tc>{control('<w:tc>' + paragraph('12') + '</w:tc>')}</w:tr>"
    body = control(paragraph("Whole.")) + f"<w:p>{run('In ')}{control(run('part.'))}</w:p><w:tbl>{row}{control(row)}</w:tbl>"
    document = reading(body)
    expected = [("paragraph", "Whole."), ("paragraph", "In part."), *[("cell", "Wells"), ("cell", "12")] * 2]
    assert blocks(document) == expected


def test_hidden_and_struck_words_are_counted_and_left_out() -> None:
    body = f"<w:p>{run('Open')}{run(' secret plan', '<w:vanish/>')}{run(' old', '<w:strike/>')}{run(' words')}</w:p>"
    shown = "<w:p>" + run("shown", '<w:vanish w:val="0"/>') + "</w:p>"
    document = reading(body + paragraph("nobody sees me", "Ghost") + shown)
    assert blocks(document) == [("paragraph", "Open words"), ("paragraph", "shown")]
    assert {"left out 5 words of hidden text", "left out 1 word, struck out in the report"} <= set(document.losses)


def test_footnotes_stand_behind_the_text_and_headers_are_furniture() -> None:
    note = f"<w:footnote w:id='1'>{paragraph('See the register.')}</w:footnote>"
    line = f"<w:footnote w:id='0' w:type='separator'>{paragraph('----')}</w:footnote>"
    document = reading(
        f"<w:p>{run('Dry')}<w:r><w:footnoteReference w:id='1'/></w:r>{run(' wells.')}</w:p>" + paragraph("More."),
        footnotes=part("footnotes", line + note),
        header=part("hdr", paragraph("Town of Dune")),
    )
    assert blocks(document, furniture=True) == [
        ("paragraph", "Dry wells."),
        ("paragraph", "More."),
        ("footnote", "See the register."),
        ("furniture", "Town of Dune"),
    ]


def test_comments_and_pictures_are_stated_losses() -> None:
    picture = "<w:r><w:drawing><a:blip xmlns:a='urn:a'/></w:drawing></w:r>"
    document = reading(
        f"<w:p>{run('Dry.')}{picture}</w:p>",
        comments=part("comments", f"<w:comment w:id='1'>{paragraph('really?')}</w:comment>"),
    )
    assert document.text == "Dry."
    assert document.losses == ("left out 1 comment in the margin", "1 picture not read")


def test_text_boxes_are_read_once() -> None:
    box = f"<w:txbxContent>{paragraph('Boxed words.')}</w:txbxContent>"
    both = (
        "<mc:AlternateContent xmlns:mc='urn:mc'><mc:Choice><w:drawing>" + box + "</w:drawing></mc:Choice>"
        "<mc:Fallback><w:pict>" + box + "</w:pict></mc:Fallback></mc:AlternateContent>"
    )
    document = reading(f"<w:p>{run('Outside.')}<w:r>{both}</w:r></w:p>")
    assert blocks(document) == [("paragraph", "Outside."), ("paragraph", "Boxed words.")]


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ("<w:t>a</w:t><w:tab/><w:t>b</w:t>", "a\tb"),
        ("<w:t>a</w:t><w:br/><w:t>b</w:t>", "a\nb"),
        ("<w:t>Anglo</w:t><w:noBreakHyphen/><w:t>Dunian</w:t>", "Anglo\u2011Dunian"),
        ("<w:t>agree</w:t><w:softHyphen/><w:t>ment</w:t>", "agree\u00adment"),
        ("<w:t>x</w:t><w:sym w:font='Arial' w:char='00E9'/>", "x\u00e9"),
        ("<w:t>x</w:t><w:sym w:font='Wingdings' w:char='F04A'/>", "x\ufffd"),
        ("<w:t>x</w:t><w:instrText>PAGE</w:instrText>", "x"),
        ("<w:t>\u201cWe are dry\u201d</w:t>", "\u201cWe are dry\u201d"),
    ],
)
def test_characters(inner: str, text: str) -> None:
    assert reading(f"<w:p><w:r>{inner}</w:r></w:p>").text == text


def test_data_tables_give_cells_and_layout_tables_paragraphs() -> None:
    def table(*rows: list[str]) -> str:
        cells = ["".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows]
        return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"

    prose = "The mayor of Dune said that the wells are dry. " * 8
    data, layout = reading(table(["Dune", "12"], ["Karst", "7"])), reading(table([prose, "Contact"]))
    assert blocks(data) == [("cell", "Dune"), ("cell", "12"), ("cell", "Karst"), ("cell", "7")]
    assert [kind for kind, _ in blocks(layout)] == ["paragraph", "paragraph"]


def test_the_strict_form_reads_the_same() -> None:
    body = paragraph("The wells are dry.") + f"<w:p>{run('So it is.')}</w:p>"
    strict, usual = (read(docx(body, namespace=namespace), name="a") for namespace in (STRICT, W))
    assert strict.text == usual.text == "The wells are dry.\n\nSo it is."


def test_what_the_file_says_about_itself() -> None:
    core = (
        "<c:coreProperties xmlns:c='urn:c' xmlns:dc='urn:dc' xmlns:dcterms='urn:t'><dc:title>Hearing in Dune</dc:title>"
        "<dc:creator>python-docx</dc:creator><dc:publisher>Water Board</dc:publisher>"
        "<dcterms:created>2021-05-12T08:00:00Z</dcterms:created>"
        "<dc:language>en-GB</dc:language></c:coreProperties>"
    )
    document = reading(paragraph("Dry."), core=core)
    assert (document.title, document.publisher, document.language) == ("Hearing in Dune", "Water Board", "en")
    assert document.published == "2021-05-12"
    assert document.losses == ("the date 2021-05-12 is when the file says that it was made and changed",)


def test_nothing_that_mammoth_reads_is_missing() -> None:
    made = python_docx.Document()
    made.add_heading("Hearing in Dune", 1)
    made.add_paragraph("Mayor Ilka Stern: “Our well is dry.”", style="List Bullet")
    made.add_paragraph("She said so twice.").add_run(" Nobody answered.").bold = True
    table = made.add_table(2, 2)
    table.cell(0, 0).text, table.cell(1, 1).text = "Dune", "12 wells"
    buffer = io.BytesIO()
    made.save(buffer)
    ours = read(buffer.getvalue(), name="a").text.split()
    assert ours == mammoth.extract_raw_text(buffer).value.split()


@pytest.mark.parametrize(
    ("data", "error", "reason"),
    [
        (docx(""), EmptyError, "no text was found in it"),
        (docx(paragraph("Dry."))[:-40], DamagedError, "cut off or malformed"),
        (docx(paragraph("Dry."))[:200], DamagedError, "cut off or malformed"),
        (docx("<w:p>"), DamagedError, "word/document.xml is cut off or malformed"),
    ],
)
def test_damaged_files_are_refused_by_name(data: bytes, error: type[Exception], reason: str) -> None:
    with pytest.raises(error, match=f"^lost.docx: .*{reason}"):
        read(data, name="lost.docx")


def test_running_heads_are_not_repeated_words_of_the_report() -> None:
    document = reading(paragraph("Dry."), footer=part("ftr", paragraph("Page 1")))
    assert words(document, "furniture") == ["Page 1"]
