"""What the PDF reader makes of a page: order, paragraphs, kinds, places."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_specimens import BODY, BOLD, HEIGHT, WIDTH, Sheets, mapped_pdf, read_pdf, words, wrap
from reportlab.lib.colors import Color

from onrecord.document import check_blocks
from onrecord.flow import flow
from onrecord.spans import Span

RIVER = (
    "The river Ossa rose again on Tuesday night and cut the road to Velt, where some four hundred families have camped since "
    "the spring. Relief workers said that the bridge would not bear another week of rain, and that the boats which the "
    "province had promised in May never came."
)
SCHOOL = (
    "“We asked for blankets, and they sent us a commission,” said Mara Tollen, who runs the school at Velt. She added that the "
    "children had been moved twice since January and that nobody had told the parents where the third camp would be."
)
GOVERNOR = (
    "The provincial governor, Iven Kaar, rejected the charge. He told reporters in Dorn that six convoys had passed the ford "
    "before it closed, and that the seventh was turned back by the army for its own safety."
)


def test_lines_of_one_column_make_paragraphs() -> None:
    sheets = Sheets()
    y = sheets.justified(60, 780, wrap(RIVER, 475), width=475) - 6
    sheets.justified(60, y, wrap(SCHOOL, 475), width=475)
    document = read_pdf(sheets.done())
    assert flow(document).text == f"{RIVER}\n\n{SCHOOL}"
    assert words(document) == ["\n".join(wrap(text, 475)) for text in (RIVER, SCHOOL)]
    assert document.losses == ()


@pytest.mark.parametrize("gutter", [14, 20, 40])
@pytest.mark.parametrize("shift", [0, 5], ids=["lines level", "lines not level"])
def test_columns_are_read_one_after_the_other(gutter: int, shift: int) -> None:
    width = (475 - gutter) / 2
    sheets = Sheets()
    left, right = wrap(RIVER, width), wrap(SCHOOL, width)
    # Drawn line by line across the page, as some programs do: the order in the file is no help.
    for number, (a, b) in enumerate(zip(left, right, strict=False)):
        sheets.justified(60, 700 - 12 * number, [a, ""], width=width)
        sheets.justified(60 + width + gutter, 700 - shift - 12 * number, [b, ""], width=width)
    shorter = min(len(left), len(right))
    sheets.lines(60, 700 - 12 * shorter, left[shorter:])
    sheets.lines(60 + width + gutter, 700 - shift - 12 * shorter, right[shorter:])
    assert flow(read_pdf(sheets.done())).text == f"{RIVER}\n\n{SCHOOL}"


def test_a_heading_over_three_columns_comes_first_and_text_below_them_last() -> None:
    sheets = Sheets()
    sheets.line(60, 760, "What was promised and what was brought to the camps", size=16, font=BOLD)
    for x, text in ((60, RIVER), (225, SCHOOL), (390, GOVERNOR)):
        sheets.lines(x, 730, wrap(text, 145))
    below = "A spokesman for the army declined to comment on the seventh convoy when he was asked about it on Friday in Dorn."
    sheets.lines(60, 480, wrap(below, 475))
    document = read_pdf(sheets.done())
    assert flow(document).text.split("\n\n") == [
        "What was promised and what was brought to the camps",
        RIVER,
        SCHOOL,
        GOVERNOR,
        below,
    ]
    assert document.blocks[0].kind == "heading"


def test_loose_justified_lines_are_not_taken_for_columns() -> None:
    lines = wrap(f"{RIVER} {SCHOOL} {GOVERNOR}", 165)
    sheets = Sheets()
    sheets.justified(60, 700, lines, width=205)
    assert flow(read_pdf(sheets.done())).text == " ".join(lines)


def test_a_few_lines_in_the_next_column_are_read_after_the_first() -> None:
    sheets = Sheets()
    lines = wrap(f"{RIVER} {SCHOOL}", 225)
    sheets.justified(60, 700, lines[:-1], width=225)
    sheets.line(310, 700, lines[-1])
    assert flow(read_pdf(sheets.done())).text == f"{RIVER} {SCHOOL}"


def test_an_inset_in_smaller_type_is_read_after_the_text_around_it() -> None:
    lines = wrap(f"{RIVER} {SCHOOL} {GOVERNOR}", 330)
    note = (
        "Who is who. Iven Kaar is the governor. Mara Tollen runs the school at Velt. Both have lived in the valley for years."
    )
    sheets = Sheets()
    y = sheets.lines(60, 700, lines)
    sheets.lines(420, 700, wrap(note, 110, size=8), size=8, leading=9)
    rest = "Observers from the Lake Mission counted eleven lorries at the ford on Monday and none on Tuesday, they said."
    sheets.lines(60, y, wrap(rest, 475))
    found = flow(read_pdf(sheets.done())).text
    assert found.index("turned back by the army") < found.index("Observers from") < found.index("Who is who")


def test_a_speakers_name_in_the_margin_stands_before_the_words() -> None:
    said = [
        (
            "MODERATOR:",
            "We begin with the minister, who has asked to speak first because he must leave for Dorn at four o'clock today.",
        ),
        (
            "MINISTER:",
            "Thank you. I shall be short, and then I shall take whatever questions there are until my car is at the door.",
        ),
        ("Q:", "When will the road to Velt be open again?"),
    ]
    sheets = Sheets()
    y = 700.0
    for name, text in said:
        sheets.line(60, y, name, font=BOLD)
        y = sheets.lines(160, y, wrap(text, 330)) - 4
    assert flow(read_pdf(sheets.done())).text.split("\n\n") == [f"{name} {text}" for name, text in said]


@pytest.mark.parametrize(
    "style",
    [{"indent": 14.0, "space": 0.0}, {"indent": 0.0, "space": 6.0}, {"indent": 0.0, "space": 0.0}],
    ids=["indents", "white space", "short last lines alone"],
)
def test_paragraphs_are_told_by(style: dict[str, float]) -> None:
    texts = [RIVER, SCHOOL, GOVERNOR]
    sheets = Sheets()
    y = 780.0
    for text in texts:
        first, *more = wrap(" " * int(style["indent"] / 2.5) + text, 300)
        sheets.line(60 + style["indent"], y, first.strip())
        y = sheets.lines(60, y - 12, more) - style["space"]
    assert flow(read_pdf(sheets.done())).text.split("\n\n") == texts


def test_a_sentence_goes_on_over_a_pages_end() -> None:
    lines = wrap(f"{RIVER} {SCHOOL}", 475)
    sheets = Sheets()
    sheets.line(60, 815, "Lake Mission Bulletin", size=8)
    sheets.lines(60, 84, lines[:2])
    sheets.line(60, 55, "1 Lake Mission, Report on the Fords, p. 4.", size=7)
    sheets.line(290, 30, "– 1 –", size=8)
    sheets.next_page()
    sheets.line(60, 815, "Lake Mission Bulletin", size=8)
    sheets.lines(60, 780, lines[2:])
    sheets.line(290, 30, "– 2 –", size=8)
    document = read_pdf(sheets.done())
    text = flow(document).text
    assert f"{RIVER} {SCHOOL}" in text
    assert [(block.page, block.continues) for block in document.blocks if block.kind == "paragraph"] == [(1, False), (2, True)]
    assert words(document, "furniture") == ["Lake Mission Bulletin", "– 1 –", "Lake Mission Bulletin", "– 2 –"]
    assert words(document, "footnote") == ["1 Lake Mission, Report on the Fords, p. 4."]


def test_a_table_between_the_halves_of_a_paragraph_waits() -> None:
    lines = wrap(f"{RIVER} {SCHOOL}", 300)
    sheets = Sheets()
    sheets.lines(60, 130, lines[:3])
    for number, row in enumerate([("Camp", "Families", "Boats"), ("Velt", "412", "0"), ("Dorn South", "96", "2")]):
        for x, entry in zip((60, 180, 260), row, strict=True):
            sheets.line(x, 80 - 12 * number, entry, size=9)
    sheets.line(60, 40, "Table 1: Families and boats, by camp", size=9)
    sheets.next_page()
    sheets.lines(60, 780, lines[3:])
    document = read_pdf(sheets.done())
    assert f"{RIVER} {SCHOOL}" in flow(document).text
    assert words(document, "cell") == ["Camp", "Families", "Boats", "Velt", "412", "0", "Dorn South", "96", "2"]
    assert words(document, "caption") == ["Table 1: Families and boats, by camp"]


def test_cells_of_several_lines_stay_together() -> None:
    sheets = Sheets()
    sheets.lines(60, 760, wrap(GOVERNOR, 400))
    y = 690.0
    for camp, families, said in [
        ("Camp", "Families", "What they said"),
        ("Velt", "412", "We asked for blankets and they sent us a commission."),
        ("Dorn South", "96", "The boats never came, and the road is cut until summer."),
    ]:
        sheets.line(60, y, camp)
        sheets.line(150, y, families)
        y = sheets.lines(220, y, wrap(said, 150)) - 8
    assert words(read_pdf(sheets.done()), "cell")[3:] == [
        "Velt",
        "412",
        "We asked for blankets and they sent\nus a commission.",
        "Dorn South",
        "96",
        "The boats never came, and the road\nis cut until summer.",
    ]


def test_a_running_head_on_a_half_filled_sheet_of_two_columns_stays_out_of_them() -> None:
    lines = wrap(f"{RIVER} {SCHOOL}", 225)
    sheets = Sheets()
    sheets.line(60, 815, "Lake Mission Bulletin")
    sheets.canvas.drawRightString(535, 815, "Number 14")
    sheets.justified(60, 780, lines[:9], width=225)
    sheets.lines(310, 780, lines[9:])
    assert flow(read_pdf(sheets.done())).text == f"Lake Mission Bulletin Number 14\n\n{RIVER} {SCHOOL}"


def test_small_type_at_the_very_top_of_a_single_page_is_a_running_head() -> None:
    sheets = Sheets()
    sheets.line(60, 815, "Lake Mission Bulletin, number 14", size=8)
    sheets.line(60, 760, "For release on 12 March", size=8)
    sheets.lines(60, 730, wrap(RIVER, 400))
    document = read_pdf(sheets.done())
    assert words(document, "furniture") == ["Lake Mission Bulletin, number 14"]
    assert flow(document).text.rstrip() == f"For release on 12 March\n\n{RIVER}"


def test_lines_of_a_letters_head_and_close_stay_apart() -> None:
    sheets = Sheets()
    sheets.lines(60, 760, ["Lake Mission", "14 Harbour Street", "Dorn"])
    sheets.lines(60, 690, wrap(RIVER, 400))
    sheets.lines(60, 600, ["Yours faithfully,", "Renn Halvard"])
    text = flow(read_pdf(sheets.done())).text
    assert text.split("\n\n") == ["Lake Mission", "14 Harbour Street", "Dorn", RIVER, "Yours faithfully,", "Renn Halvard"]


def test_headings_lists_quotations_and_their_levels() -> None:
    sheets = Sheets()
    sheets.line(60, 780, "Voices from the Ossa", size=20, font=BOLD)
    sheets.line(60, 750, "At the fords", size=14, font=BOLD)
    y = sheets.lines(60, 725, wrap(RIVER, 400)) - 8
    y = sheets.lines(84, y, wrap("“No convoy was ever turned back. Whoever says so was not at the ford, and I was.”", 330)) - 8
    y = sheets.lines(60, y, wrap(GOVERNOR, 400)) - 8
    for text in (
        "boats for four hundred families, of which none have come, though the province had promised them in May;",
        "a doctor.",
    ):
        sheets.line(60, y, "•")
        y = sheets.lines(74, y, wrap(text, 300))
    document = read_pdf(sheets.done())
    assert [(block.kind, block.level) for block in document.blocks] == [
        ("heading", 1),
        ("heading", 2),
        ("paragraph", None),
        ("quote", None),
        ("paragraph", None),
        ("list-item", None),
        ("list-item", None),
    ]


def test_a_typed_hyphen_stays_and_a_soft_one_goes() -> None:
    lines = [
        "The cease-fire at Lomm still holds.",
        "“Without a cease-",
        "fire agree\u00ad",
        "ment nobody plants,” farmers' leader",
        "Oto Brandl said at the meeting in Karst",
    ]
    sheets = Sheets()
    sheets.lines(60, 700, [*lines, "on Sunday."])
    text = flow(read_pdf(sheets.done())).text
    assert "“Without a cease-fire agreement nobody plants,”" in text
    assert "\u00ad" not in text


def test_a_hyphen_at_a_lines_end_is_the_character_of_the_file(dejavu: str) -> None:
    sheets = Sheets()
    sheets.lines(60, 700, ["The well-being of the cease-", "fire and the agree\u00ad", "ment at Lomm."], font=dejavu)
    assert words(read_pdf(sheets.done())) == ["The well-being of the cease-\nfire and the agree\u00ad\nment at Lomm."]


def test_soft_hyphens_printed_inside_lines_are_hyphens(dejavu: str) -> None:
    sheets = Sheets()
    sheets.lines(60, 700, ["The well\u00adbeing of the cease\u00ad", "fire at Lomm."], font=dejavu)
    assert words(read_pdf(sheets.done())) == ["The well-being of the cease-\nfire at Lomm."]


@pytest.fixture(scope="session")
def dejavu() -> str:
    """The name of an embedded font with a Unicode map. It comes with reportlab (Bitstream Vera)."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    pdfmetrics.registerFont(TTFont("Vera", "Vera.ttf"))
    return "Vera"


def test_a_raised_figure_is_written_raised() -> None:
    sheets = Sheets()
    x = 60.0
    for text, size, rise in [
        ("They waited for the ambulance.", 10, 0),
        ("1", 6, 4),
        (" “Nobody came,”", 10, 0),
        ("2", 6, 4),
        (" he said on the 19", 10, 0),
        ("th", 6, 4),
        (" of May; 40 km", 10, 0),
        ("2", 6, 4),
        (" of H", 10, 0),
        ("2", 7, -4),
        ("O.", 10, 0),
    ]:
        sheets.line(x, 700 + rise, text, size=size)
        x += sheets.canvas.stringWidth(text, BODY, size)
    sheets.lines(60, 688, wrap(RIVER, 475))
    read = read_pdf(sheets.done())
    text = read.text.replace("\n", " ")
    assert text.startswith("They waited for the ambulance.¹ “Nobody came,”² he said on the 19th of May; 40 km² of H2O.")
    assert flow(read).text.startswith(
        "They waited for the ambulance. “Nobody came,” he said on the 19th of May; 40 km² of H2O."
    )


def test_notes_at_the_foot_are_set_apart_one_by_one() -> None:
    sheets = Sheets()
    sheets.lines(60, 780, wrap(" ".join([RIVER, SCHOOL, GOVERNOR] * 4), 475))
    for number, note in enumerate(
        ["Lake Mission, Report on the Fords, p. 4.", "The ministry did not answer; its statement of"]
    ):
        sheets.line(60, 93 - 9 * number, str(number + 1), size=5)
        sheets.line(64, 90 - 9 * number, note, size=7.5)
    sheets.line(64, 72, "Wednesday is printed on page 3.", size=7.5)
    document = read_pdf(sheets.done())
    assert words(document, "footnote") == [
        "¹ Lake Mission, Report on the Fords, p. 4.",
        "² The ministry did not answer; its statement of\nWednesday is printed on page 3.",
    ]
    assert document.blocks[0].kind == "paragraph"


def test_every_span_has_a_place_on_the_page() -> None:
    sheets = Sheets()
    sheets.lines(60, 700, ["Mara Tollen said that the", "boats never came."], font="Courier")
    document = read_pdf(sheets.done())
    start = document.text.index("Tollen")
    [place] = document.places(Span(start, start + len("Tollen")))
    [box] = place.boxes
    width = sheets.canvas.stringWidth("x", "Courier", 10)
    assert place.page == 1
    assert (box.x0, box.x1) == pytest.approx((60 + 5 * width, 60 + 11 * width), abs=0.5)
    assert box.y0 < 700 < box.y1
    assert all(len(block.boxes) == block.span.of(document.text).count("\n") + 1 for block in document.blocks)


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_turned_pages_are_read_upright_and_placed_as_pdf_counts(turn: int) -> None:
    sheets = Sheets()
    sheets.canvas.setPageRotation(turn)
    # With a quarter turn reportlab swaps the sides of the sheet, so that it is shown upright.
    origin = {90: (HEIGHT, 0), 180: (WIDTH, HEIGHT), 270: (0, WIDTH)}[turn]
    sheets.canvas.translate(*origin)
    sheets.canvas.rotate(turn)
    sheets.lines(60, 500, wrap(RIVER, 225))
    sheets.lines(310, 500, wrap(SCHOOL, 225))
    document = read_pdf(sheets.done())
    assert flow(document).text == f"{RIVER}\n\n{SCHOOL}"
    box = document.blocks[0].boxes[0]
    expected = {90: (HEIGHT - 500, 60), 180: (WIDTH - 60, HEIGHT - 500), 270: (500, WIDTH - 60)}[turn]
    assert min(abs(box.x0 - expected[0]), abs(box.x1 - expected[0])) < 8
    assert min(abs(box.y0 - expected[1]), abs(box.y1 - expected[1])) < 8


def test_slanted_text_is_a_watermark() -> None:
    sheets = Sheets()
    sheets.lines(60, 700, wrap(RIVER, 400))
    sheets.canvas.translate(200, 400)
    sheets.canvas.rotate(45)
    sheets.line(0, 0, "DRAFT ONLY", size=60)
    document = read_pdf(sheets.done())
    assert flow(document).text.rstrip() == RIVER
    assert words(document, "furniture") == ["DRAFT ONLY"]


def test_words_printed_twice_are_read_once() -> None:
    sheets = Sheets()
    for shift in (0, 0.3, 0.6):
        sheets.line(60 + shift, 720, "Called all hill balls well, still 1,111 too", size=11)
    sheets.lines(60, 700, wrap(RIVER, 400))
    assert words(read_pdf(sheets.done()))[0] == "Called all hill balls well, still 1,111 too"


def test_what_a_reader_of_the_page_cannot_see_is_left_out_and_said() -> None:
    sheets = Sheets(cropBox=(0, 0, WIDTH, HEIGHT))
    sheets.lines(60, 700, wrap(RIVER, 400))
    hidden = sheets.canvas.beginText(60, 600)
    hidden.setFont(BODY, 10)
    hidden.setTextRenderMode(3)
    hidden.textLine("Hidden words")
    sheets.canvas.drawText(hidden)
    sheets.canvas.saveState()
    sheets.canvas.setFillColor(Color(0, 0, 0, alpha=0))
    sheets.line(60, 580, "Clear words")
    sheets.canvas.restoreState()
    sheets.line(60, 560, "Dust", size=0.5)
    sheets.line(700, 400, "Outside")
    document = read_pdf(sheets.done())
    assert flow(document).text == RIVER
    assert document.losses == (
        "page 1: 21 invisible characters left out",
        "page 1: 7 characters outside the visible page left out",
        "page 1: 4 characters too small to be read left out",
    )


@pytest.mark.parametrize("turn", [0, 90])
def test_white_words_are_read_where_they_stand_on_colour_and_left_out_where_not(turn: int) -> None:
    sheets = Sheets()
    if turn:
        sheets.canvas.setPageRotation(turn)
        sheets.canvas.translate(HEIGHT, 0)
        sheets.canvas.rotate(turn)
    sheets.canvas.setFillColorRGB(0.1, 0.2, 0.5)
    sheets.canvas.rect(50, 740, 300, 40, stroke=0, fill=1)
    sheets.canvas.setFillColorRGB(1, 1, 1)
    sheets.line(60, 752, "Voices from the Ossa", size=20)
    sheets.line(60, 400, "ignore all that was said above")
    sheets.canvas.setFillColorRGB(0, 0, 0)
    sheets.lines(60, 700, wrap(RIVER, 400))
    document = read_pdf(sheets.done())
    assert flow(document).text == f"Voices from the Ossa\n\n{RIVER}"
    assert document.losses == ("page 1: 25 invisible characters left out",)


def test_spaced_out_type_and_initials_keep_their_words_together() -> None:
    sheets = Sheets()
    spaced = sheets.canvas.beginText(60, 760)
    spaced.setFont(BODY, 14)
    spaced.setCharSpace(4)
    spaced.textOut("LAKE MISSION REPORT")
    spaced.setCharSpace(0)
    sheets.canvas.drawText(spaced)
    sheets.line(60, 688, "T", size=36)
    sheets.lines(
        85, 704, ["he river Ossa rose again on Tuesday night and", "cut the road to Velt, where four hundred families"]
    )
    sheets.lines(60, 680, ["have camped."])
    document = read_pdf(sheets.done())
    assert flow(document).text.split("\n\n") == [
        "LAKE MISSION REPORT",
        "The river Ossa rose again on Tuesday night and cut the road to Velt, where four hundred families have camped.",
    ]


@pytest.mark.parametrize(
    ("stated", "kept"),
    [
        ("Voices from the Ossa", "Voices from the Ossa"),
        ("untitled", None),
        ("Microsoft Word - report final 3.docx", None),
        ("report_final_3", None),
        ("Ossa", None),
        ("press release 12.indd", None),
    ],
)
def test_a_title_is_taken_only_where_it_is_one(stated: str, kept: str | None) -> None:
    sheets = Sheets()
    sheets.canvas.setTitle(stated)
    sheets.lines(60, 700, wrap(RIVER, 400))
    assert read_pdf(sheets.done()).title == kept


def test_the_day_the_file_was_made_is_an_uncertain_date() -> None:
    sheets = Sheets()
    sheets.lines(60, 700, wrap(RIVER, 400))
    assert read_pdf(sheets.done()).published == "2000-01-01?"


def test_form_fields_comments_and_embedded_files_are_stated_as_losses() -> None:
    import io

    import pypdf

    sheets = Sheets()
    sheets.lines(60, 700, wrap(RIVER, 400))
    sheets.canvas.acroForm.textfield(name="name", x=60, y=500, value="Brandl")
    sheets.canvas.textAnnotation("Is this so?", Rect=(60, 400, 80, 420))
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(sheets.done()))
    writer.add_attachment("figures.csv", b"camp,boats")
    out = io.BytesIO()
    writer.write(out)
    assert read_pdf(out.getvalue()).losses == (
        "the embedded file 'figures.csv' was not read",
        "page 1: 1 form field was not read",
        "page 1: 1 annotation (comment, highlight or stamp) was not read",
    )


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"BT /F 12 Tf 60 700 Td (The sign said ) Tj (DCBA) Tj ( then left.) Tj ET", "The sign said אבגד then left."),
        (b"BT /F 12 Tf 60 700 Td (They wrote ) Tj (GFE) Tj ( ) Tj (DCBA) Tj ( there.) Tj ET", "They wrote אבגד הוז there."),
    ],
    ids=["one word", "two words"],
)
def test_words_from_right_to_left_keep_the_order_in_which_they_are_read(content: bytes, text: str) -> None:
    letters = dict(zip("ABCDEFG", "אבגדהוז", strict=True))
    plain = {char: char for char in "Theysignsadwrotlf. "}
    assert flow(read_pdf(mapped_pdf(content, {**plain, **letters}))).text == text


def test_characters_beyond_the_basic_plane_and_ligatures() -> None:
    data = mapped_pdf(b"BT /F 12 Tf 60 700 Td (a b x) Tj ET", {"a": "\U0001f600", "b": "\ufb01", "x": "ffi", " ": " "})
    assert read_pdf(data).text == "\U0001f600 fi ffi"


SENTENCES = st.lists(st.sampled_from(f"{RIVER} {SCHOOL} {GOVERNOR}".split()), min_size=8, max_size=120)


@settings(max_examples=25, deadline=None)
@given(SENTENCES, st.integers(8, 12), st.integers(120, 460), st.booleans())
def test_no_word_is_lost_added_or_moved(text: list[str], size: int, width: int, justified: bool) -> None:
    lines = wrap(" ".join(text), width, size=size)
    sheets = Sheets()
    if justified:
        sheets.justified(60, 790, lines, width=width, size=size, leading=1.2 * size)
    else:
        sheets.lines(60, 790, lines, size=size, leading=1.2 * size)
    document = read_pdf(sheets.done())
    assert document.text.split() == text
    assert check_blocks(document) == []
