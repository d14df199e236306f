"""What a page's end does to a sentence: it goes on behind it, and a line of the text that another page has too stays."""

from __future__ import annotations

import pytest
from pdf_specimens import Sheets, read_pdf, words

from onrecord.flow import flow

CAMP = "have camped since the spring. Those who had seen it wrote to the governor, and it was"
CAMPS = ["Velt", "Dorn", "Osk", "Tarsk", "Marn", "Orsha", "Ilm", "Kesh"]
END = "all that was known in Velt."


def over_a_page(end: str, start: str) -> str:
    """How a paragraph reads whose first page ends in the line `end` and whose second begins with `start`."""
    sheets = Sheets()
    sheets.lines(60, 100, ["The river rose again on Tuesday night and cut the road to Velt, where many", CAMP, end])
    sheets.next_page()
    sheets.lines(60, 780, [f"{start} convoys had passed before the ford was closed, and nobody", "said why others had not."])
    return flow(read_pdf(sheets.done())).text


@pytest.mark.parametrize(
    ("end", "start"),
    [
        ("said in public by seven people, two of them in the service of all of the", "Reconstruction"),
        ("said in public by no less than seven people who had been there, among them Ms.", "Tollen’s"),
        ("said in public by no less than seven people who lived there, and by Prof.", "Tollen-Ardenkamp’s"),
    ],
    ids=["a word with no room on the line before", "an honorific", "a title"],
)
def test_a_sentence_goes_on_with_a_capital_over_a_pages_end(end: str, start: str) -> None:
    assert f"{end} {start} convoys" in over_a_page(end, start)


@pytest.mark.parametrize("end", ["said in public.", "signed: Mara Tollen"], ids=["a full stop", "a line with room to spare"])
def test_a_paragraph_that_ends_with_its_page_stays_apart(end: str) -> None:
    assert f"{end}\n\nSeven convoys" in over_a_page(end, "Seven")


def test_a_line_of_the_text_that_two_pages_of_many_share_is_no_running_foot() -> None:
    sheets = Sheets()
    for number, camp in enumerate(CAMPS, 1):
        last = END if camp in ("Dorn", "Ilm") else f"what the people of {camp} told us of it."
        sheets.lines(60, 84, [f"On Monday the road to {camp} was cut by the flood, and this was", last])
        sheets.line(290, 30, str(number))
        sheets.next_page()
    document = read_pdf(sheets.done())
    assert words(document, "furniture") == [str(number) for number in range(1, len(CAMPS) + 1)]
    assert flow(document).text.count(END) == 2


def test_a_running_foot_of_two_lines_is_furniture_on_however_few_pages() -> None:
    foot = ["Lake Mission, Report on the Fords", "not to be quoted before noon"]
    sheets = Sheets()
    for camp in CAMPS:
        sheets.line(60, 400, f"On Monday the road to {camp} was cut by the flood.")
        sheets.lines(60, 64, foot if camp in ("Dorn", "Ilm") else [])
        sheets.next_page()
    assert words(read_pdf(sheets.done()), "furniture") == foot * 2


def test_a_page_that_is_there_twice_keeps_its_text() -> None:
    lines = [f"On Monday the road to {camp} was cut, and all {number} of them wrote so." for number, camp in enumerate(CAMPS)]
    sheets = Sheets()
    for _ in range(2):
        sheets.line(60, 815, "Lake Mission Bulletin")
        sheets.lines(60, 780, lines)
        sheets.lines(60, 130, lines)
        sheets.next_page()
    document = read_pdf(sheets.done())
    assert words(document, "furniture") == ["Lake Mission Bulletin"] * 2
    assert words(document, "paragraph") == ["\n".join(lines)] * 4


@pytest.mark.parametrize(
    ("foot", "stays"),
    [
        ("In the camp beyond it there were {count} boats and no more.", True),
        ("Lake Mission, report of 2017, page {page}", False),
        ("Lake Mission, report of 2017, page {page} of 6", False),
    ],
)
def test_lines_that_differ_in_figures_alone_are_furniture_where_these_count_the_pages(foot: str, *, stays: bool) -> None:
    sheets = Sheets()
    for page, (camp, count) in enumerate(zip(CAMPS[:6], (12, 31, 7, 7, 52, 9), strict=True), 1):
        line = foot.format(page=page, count=count)
        sheets.lines(60, 84, [f"On Monday the road to {camp} was cut, and this was", f"all that {camp} knew.", line])
        sheets.next_page()
    document = read_pdf(sheets.done())
    assert (len(words(document, "furniture")) == 0) is stays
