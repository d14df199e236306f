"""The HTML page as a browser shows it: links, narrow screens, dark mode, print, and nothing fetched or run."""

import itertools
import shutil

import pytest
from msgspec.structs import replace
from playwright.sync_api import sync_playwright
from specimen import specimen

from onrecord.export.html import index, listed, page

WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def browser():
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        yield launched
        launched.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    path = tmp_path_factory.mktemp("pages") / "minutes.html"
    path.write_text(page(specimen()), encoding="utf-8")
    return path.as_uri()


@pytest.fixture
def opened(browser, address):
    """Opens the page with the given settings; at the end, nothing but the page was fetched and nothing complained."""
    contexts, noise = [], []

    def open_page(where=address, **settings):
        context = browser.new_context(**settings)
        contexts.append(context)
        tab = context.new_page()
        tab.on("console", lambda message: noise.append(message.text))
        tab.on("pageerror", lambda error: noise.append(str(error)))
        tab.on("request", lambda request: noise.append(request.url) if request.url not in {where, "data:,"} else None)
        tab.goto(where)
        return tab

    yield open_page
    for context in contexts:
        context.close()
    assert noise == []


def in_view(tab, selector: str) -> bool:
    box = tab.locator(selector).first.bounding_box()
    return box is not None and 0 <= box["y"] < tab.viewport_size["height"]


def test_the_text_is_the_documents_also_in_a_browser(opened):
    assert opened().evaluate("document.getElementById('text').textContent") == specimen().document.text


def test_selected_words_are_the_documents_without_labels(opened):
    tab = opened(viewport=WIDE)
    tab.evaluate("getSelection().selectAllChildren(document.getElementById('t3'))")
    assert tab.evaluate("getSelection().toString()") == "Ships of a deeper draught had turned back since March"


@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
def test_a_statement_leads_to_its_words_and_the_words_back(opened, viewport):
    tab = opened(viewport=viewport, reduced_motion="reduce")
    tab.locator("#s15 a[href='#t15']").click()
    assert tab.url.endswith("#t15")
    assert in_view(tab, "#t15")
    assert tab.evaluate("getComputedStyle(document.getElementById('t15')).outlineStyle") == "solid"
    tab.locator("#t15 > a.tag").click()
    assert tab.url.endswith("#s15")
    assert in_view(tab, "#s15")


def test_links_work_from_the_keyboard(opened):
    tab = opened(viewport=WIDE)
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    assert tab.url.endswith("#text")
    tab.locator(".speakers a").nth(1).focus()
    tab.keyboard.press("Enter")
    assert tab.url.endswith("#k1")


@pytest.mark.parametrize("width", [320, 390, 768, 1000, 1280, 1920])
def test_nothing_is_wider_than_the_screen(opened, width):
    tab = opened(viewport={"width": width, "height": 800})
    assert tab.evaluate("document.documentElement.scrollWidth") <= width


def test_a_word_without_end_does_not_widen_the_page(browser, tmp_path):
    record = specimen()
    speakers = (replace(record.speakers[0], name="A" * 400, also=("B" * 400,)), *record.speakers[1:])
    document = replace(record.document, title="T" * 400, losses=("L" * 400,))
    path = tmp_path / "long.html"
    path.write_text(page(replace(record, speakers=speakers, document=document)), encoding="utf-8")
    tab = browser.new_page(viewport=PHONE)
    tab.goto(path.as_uri())
    assert tab.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    tab.close()


def test_text_and_list_stand_side_by_side_only_where_there_is_room(opened):
    def left(tab):
        return [tab.locator(part).bounding_box()["x"] for part in (".report", ".list")]

    first, second = left(opened(viewport=WIDE))
    assert second > first + 400
    first, second = left(opened(viewport=PHONE))
    assert first == second


def test_dark_mode_is_dark_and_print_is_not(opened):
    tab = opened(viewport=WIDE, color_scheme="dark")
    lightness = "getComputedStyle(document.body).backgroundColor.match(/\\d+/g).reduce((sum, one) => sum + +one, 0) / 3"
    assert tab.evaluate(lightness) < 40
    tab.emulate_media(media="print", color_scheme="dark")
    assert tab.evaluate(lightness) > 240


def test_print_shows_the_whole_list(opened):
    tab = opened(viewport=WIDE)
    tab.emulate_media(media="print")
    assert tab.evaluate("getComputedStyle(document.querySelector('.list')).overflowY") == "visible"
    assert tab.pdf(format="A4").startswith(b"%PDF")


def test_kinds_differ_in_more_than_colour(opened):
    tab = opened()
    styles = tab.evaluate(
        "['direct', 'mixed', 'indirect', 'continued'].map(kind => "
        "getComputedStyle(document.querySelector('#text .said.' + kind)).borderBottomStyle)"
    )
    assert styles == ["solid", "double", "dotted", "dashed"]


def test_headings_descend_without_gaps_and_landmarks_are_named(opened):
    tab = opened()
    levels = tab.evaluate("[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(one => +one.tagName[1])")
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    assert tab.evaluate("document.querySelectorAll('main, header, footer').length") >= 3
    assert tab.locator("section:not([aria-labelledby])").count() == 0
    nameless = "[...document.querySelectorAll('a')].filter(one => !one.textContent.trim() && !one.ariaLabel).length"
    assert tab.evaluate(nameless) == 0


def test_a_script_that_got_into_the_page_would_not_run(browser, tmp_path):
    path = tmp_path / "hostile.html"
    injected = "<script>document.title = 'owned'</script><b onclick=1 onmouseover=1>x</b></main>"
    path.write_text(page(specimen()).replace("</main>", injected), encoding="utf-8")
    tab = browser.new_page()
    tab.goto(path.as_uri())
    assert tab.title().endswith("who said what")
    tab.close()


def test_the_index_leads_to_the_pages(opened, address, tmp_path):
    (tmp_path / "minutes 1.html").write_text(page(specimen()), encoding="utf-8")
    (tmp_path / "index.html").write_text(index([listed("minutes 1.html", specimen())]), encoding="utf-8")
    tab = opened((tmp_path / "index.html").as_uri(), viewport=PHONE)
    assert tab.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert tab.locator("main a").get_attribute("href") == "minutes%201.html"
