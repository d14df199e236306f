"""The page of a comparison: every figure with its words in their context, copies side by side, nothing from outside."""

import html
import re
import shutil

import pytest
from playwright.sync_api import sync_playwright

from onrecord.comparison.compare import compare
from onrecord.export.compared import comparison_page
from tests.comparison.reports import FLOOD, SEMINARS, record

HOSTILE = "Mayor <script>alert(1)</script> Ilse Brandt said 61 people were killed in Dune on 3 May 2022.\n"


@pytest.fixture(scope="module")
def records():
    return [record(name) for name in FLOOD]


def shown(page: str) -> str:
    return html.unescape(re.sub(r"<[^>]+>", "", page.split("</style>")[1]))


def test_every_figure_stands_in_words_of_its_report(records):
    comparison = compare(records)
    page = shown(comparison_page(comparison, records))
    texts = {one.document.id: one.document.text for one in records}
    given = [one for group in comparison.figures for one in group.given]
    assert given
    for one in given:
        text = texts[comparison.reports[one.at.report].id]
        around = text[max(one.at.span.start - 8, 0) : one.at.span.end + 8].partition("\n\n")[0]
        assert around.strip() in page


def test_every_row_has_the_day_of_its_report(seminars):
    assert re.search(
        r'<td><a class="at" href="#report-B">B</a> <bdi>[^<]+</bdi> <time class="about">2019-03-10</time></td>', seminars
    )


def test_the_order_of_the_records_does_not_matter(records):
    assert comparison_page(compare(records), records) == comparison_page(compare(records[::-1]), records[::-1])


def test_without_the_texts_the_figures_own_words_are_shown(records):
    assert "<mark>" in comparison_page(compare(records), [])


def test_what_differs_between_copies_is_marked_on_both_sides():
    first = FLOOD["agency"]
    word = next(word for word in re.findall(r"[a-z]{7,}", first) if first.count(word) == 1)
    made = [record("one", first), record("two", first.replace(word, "qqqqq"))]
    comparison = compare(made)
    assert comparison.copied
    page = comparison_page(comparison, made)
    assert f"<mark>{word}</mark>" in page
    assert "<mark>qqqqq</mark>" in page


def test_a_report_cannot_put_markup_on_the_page():
    made = [record("bad", HOSTILE), record("good", HOSTILE.replace("<script>alert(1)</script> ", "").replace("61", "63"))]
    page = comparison_page(compare(made), made)
    assert "<script" not in page.split("</style>")[1]


@pytest.fixture(scope="module")
def seminars():
    made = [record(name) for name in SEMINARS]
    return comparison_page(compare(made), made)


@pytest.mark.parametrize(
    "words",
    [
        "the parliaments of Mexico, Peru and Colombia had recognised the Ostby massacre as genocide",
        "the Parliament of Mexico never recognised the Ostby massacre",
        "resolution 822 (1994)",
        "the release of the hostages held in Karsun",
        "He said that Karsun refused to open the archives of Kesh.",
    ],
)
def test_acts_citations_demands_and_outcomes_are_marked_in_their_words(seminars, words):
    assert f"<mark>{words}</mark>" in seminars


def test_what_differs_leads_to_the_part_where_it_stands(seminars):
    targets = set(re.findall(r'<a href="#(\w+)">', seminars))
    assert {"figures", "parts", "acts", "cited"} <= targets
    assert all(f'id="{target}"' in seminars for target in targets)


def test_the_drawings_have_words_for_those_who_cannot_see_them(seminars):
    said = re.findall(r'<svg [^>]*role="img" aria-label="([^"]+)"', seminars)
    assert len(said) == seminars.count("<svg ")
    assert any("share" in words for words in said)


def test_altered_words_of_a_quotation_are_marked():
    one = 'Mayor Ada Quill said: "We will never leave this burning valley to the river."'
    made = [record("altered a", one), record("altered b", one.replace("never", "not"))]
    page = comparison_page(compare(made), made)
    assert "The words inside quotation marks differ." in page
    assert "<mark>never</mark>" in page
    assert "<mark>not</mark>" in page


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("names", [tuple(FLOOD), tuple(SEMINARS)], ids=["flood", "seminars"])
def test_the_page_fits_the_screen_and_asks_for_nothing(names, tmp_path, width):
    path = tmp_path / "comparison.html"
    records = [record(name) for name in names]
    path.write_text(comparison_page(compare(records), records), encoding="utf-8")
    noise = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        tab = browser.new_page(viewport={"width": width, "height": 900})
        tab.on("console", lambda message: noise.append(message.text))
        tab.on("request", lambda request: noise.append(request.url) if request.url != path.as_uri() else None)
        tab.goto(path.as_uri())
        assert tab.evaluate("document.documentElement.scrollWidth") <= width
        browser.close()
    assert [line for line in noise if line != "data:,"] == []
