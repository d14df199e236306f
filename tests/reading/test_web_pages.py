"""HTML: the words as a browser shows them, the report told from the page around it, nothing of the report lost."""

from __future__ import annotations

import html as escaping
import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shown import blocks, words

from onrecord.document import Document, check_blocks
from onrecord.errors import EmptyError
from onrecord.reading.read import read


def reading(body: str, head: str = "", **options: str) -> Document:
    page = f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"
    document = read(page.encode(), name="page.html", **options)
    assert check_blocks(document) == []
    return document


def test_list_items_right_in_the_body_and_words_in_rare_tags_stay() -> None:
    document = reading(
        "<nav><a href='/'>Home</a> <a href='/news'>News</a></nav><h1>Hearing in Dune</h1>"
        "<p>Three mayors spoke at the hearing in Dune on the water law.</p>"
        "<ul><li><span>Mayor Ilka Stern: “Our well is dry.”</span></li><li><span>Mayor Bo Lind: “Ours was sold to strangers.”"
        "</span></li><li><span>Mayor Una Kray said the <nobr>State</nobr> had “looked away”.</span></li></ul>"
        "<footer>All rights reserved</footer>"
    )
    assert blocks(document, furniture=True) == [
        ("heading", "Hearing in Dune"),
        ("paragraph", "Three mayors spoke at the hearing in Dune on the water law."),
        ("list-item", "Mayor Ilka Stern: “Our well is dry.”"),
        ("list-item", "Mayor Bo Lind: “Ours was sold to strangers.”"),
        ("list-item", "Mayor Una Kray said the State had “looked away”."),
    ]
    assert document.losses == ("words of menus, footers and links to other pages left out: 5",)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<h3>Wells</h3>", [("heading", "Wells")]),
        ("<blockquote><p>Dry.</p><p>Very.</p></blockquote>", [("quote", "Dry."), ("quote", "Very.")]),
        ("<blockquote><ul><li>Dry.</li></ul></blockquote>", [("quote", "Dry.")]),
        ("<ol><li>one<ul><li>two</li></ul>three</li></ol>", [("list-item", t) for t in ("one", "two", "three")]),
        ("<dl><dt>Stern</dt><dd>Dry.</dd></dl>", [("list-item", "Stern"), ("list-item", "Dry.")]),
        ("<figure><img><figcaption>A well</figcaption></figure>", [("caption", "A well")]),
        ("<div class='wp-caption-text'>A well</div>", [("caption", "A well")]),
        ("<table><tr><th>Town</th><td>12</td></tr></table>", [("cell", "Town"), ("cell", "12")]),
        ("<table><caption>Wells</caption><tr><td>a<td>b</table>", [("caption", "Wells"), ("cell", "a"), ("cell", "b")]),
        (
            "<table role='presentation'><tr><td>Dry.</td><td>Wet.</td></tr></table>",
            [("paragraph", "Dry."), ("paragraph", "Wet.")],
        ),
        ("<table><tr><td><p>One column.</p></td></tr></table>", [("paragraph", "One column.")]),
        ("<div>loose <p>inside</p> text</div>", [("paragraph", "loose"), ("paragraph", "inside"), ("paragraph", "text")]),
        (
            "<ol class='footnotes'><li id='fn1'>See the register.</li></ol><p>Dry.</p>",
            [("paragraph", "Dry."), ("footnote", "See the register.")],
        ),
        ("<p><b>What the town wants</b></p>", [("heading", "What the town wants")]),
        ("<p><b>The town wants water.</b></p>", [("paragraph", "The town wants water.")]),
        ("<p><b>Stern</b> wants water</p>", [("paragraph", "Stern wants water")]),
        ("<b>Wells of Dune</b><br><br>Dry.", [("heading", "Wells of Dune"), ("paragraph", "Dry.")]),
        ("<p class=MsoTitle>Wells<o:p></o:p></p><p class=MsoQuote>Dry</p>", [("heading", "Wells"), ("quote", "Dry")]),
        ("<p class=MsoListParagraph>\u00b7<span>&nbsp;&nbsp; </span>First;</p>", [("list-item", "First;")]),
        ("<p class=MsoFootnoteText><a href='#_ftnref1'>[1]</a> See.</p>", [("footnote", "See.")]),
        ("<p>one<p>two", [("paragraph", "one"), ("paragraph", "two")]),
        ("<p>one<hr>two", [("paragraph", "one"), ("paragraph", "two")]),
    ],
)
def test_kinds_of_blocks(body: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(reading(body)) == expected


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ("  two \n\t words ", "two words"),
        ("a <b> bold</b> word", "a bold word"),
        ("un<b>brok</b>en", "unbroken"),
        ("one<br>two", "one\ntwo"),
        ("one <br/> two", "one\ntwo"),
        ("12&nbsp;wells", "12\u00a0wells"),
        ("&ldquo;Dry&rdquo; &amp; &#8220;wet&#x201d; &lt;b&gt;", "\u201cDry\u201d & \u201cwet\u201d <b>"),
        ("she said <q>Dry</q>.", "she said \u201cDry\u201d."),
        ("she said <q>he said <q>Dry</q></q>.", "she said \u201che said \u2018Dry\u2019\u201d."),
        ("she said <q>\u00abDry\u00bb</q>.", "she said \u00abDry\u00bb."),
        ("she said <q></q>.", "she said ."),
        ("agree\u00adment", "agree\u00adment"),
        ("wa<wbr>ter", "water"),
        ("m<sup>2</sup>", "m2"),
        ("Dry<sup><a href='#fn1'>1</a></sup>.", "Dry."),
        ("Dry<sup id='cite_ref-1'><a href='#cite_note-1'>[1]</a></sup>.", "Dry."),
        ("Dry<a href='#_ftn1'><span>[1]</span></a>.", "Dry."),
        ("Dry, see <a href='#note'>the note</a>.", "Dry, see the note."),
        ("Dry, see <a href='#fn1'>footnote 1</a>.", "Dry, see footnote 1."),
        ("Dry<!-- not --><script>var a = '<p>no</p>';</script><style>p{}</style>.", "Dry."),
        ("Dry<template>no</template><noscript>no</noscript>.", "Dry."),
        ("<a href='/x'>Una Kray</a> said so on Monday in Dune.", "Una Kray said so on Monday in Dune."),
    ],
)
def test_words_are_what_a_browser_shows(inner: str, text: str) -> None:
    assert reading(f"<p>{inner}</p>").text == text


def test_two_breaks_part_paragraphs_and_so_does_one_between_sentences() -> None:
    document = reading("<div>First paragraph.<br><br>Second one\nis here.<br>Third, he said.<br>and on</div>")
    assert blocks(document) == [
        ("paragraph", "First paragraph."),
        ("paragraph", "Second one is here."),
        ("paragraph", "Third, he said.\nand on"),
    ]


def test_preformatted_text_has_its_paragraphs() -> None:
    wrapped = textwrap.fill(
        "The mayor of Dune said that all of the wells in the town were dry and that nobody had come. " * 3, 60
    )
    document = reading(f"<pre>Wells in Dune\n\n{wrapped}\n\nThe clerk agreed.</pre>")
    assert blocks(document) == [("heading", "Wells in Dune"), ("paragraph", wrapped), ("paragraph", "The clerk agreed.")]


def test_hidden_and_struck_words_are_counted_and_left_out() -> None:
    document = reading(
        "<p>Open <span style='display: none'>a secret</span><s>old</s> words.</p><p hidden>more of it</p>"
        "<p class='sr-only'>skip</p><p style='visibility:hidden'>x</p>"
    )
    assert document.text == "Open words."
    assert document.losses == (
        "words hidden by the page and left out: 7",
        "words struck out in the report and left out: 1",
    )


PROSE = [
    "The mayor of Dune, Ilka Stern, told the council on Monday that the wells of the town had been dry since the spring.",
    "“Nobody told us that the river would be turned,” she said, adding that the town would ask for help from the capital.",
    "The clerk of the council, Oto Brandl, said that 12 of the 14 wells had been sold to strangers in the years before.",
    "Una Kray, who speaks for the Water Board, denied it and said that the board had “never sold a drop of water to anybody”.",
]
MENU = "".join(
    f"<li><a href='/{word}'>{word}</a></li>" for word in ("News", "Sport", "Weather", "Culture", "Markets", "Opinion")
)
TEASERS = "".join(f"<div><a href='/{n}'>Another story about something else, number {n}</a></div>" for n in range(6))


def site(article: str) -> str:
    return (
        f"<div id='top'><ul class='menu'>{MENU}</ul></div><div class='wrap'><div class='story'>{article}</div>"
        f"<div class='sidebar'><h3>Most read</h3>{TEASERS}</div></div>"
        "<div class='foot'>© 2021 Dune Herald. All rights reserved.</div>"
    )


def test_the_report_is_told_from_the_page_around_it() -> None:
    paragraphs = "".join(f"<p>{text}</p>" for text in PROSE)
    counts = "<ul><li>Wells sold: 12</li><li>Wells left: 2.</li></ul>"
    article = f"<h1>Wells of Dune are dry</h1><div class='by'>By Rea Holm</div>{paragraphs}{counts}"
    document = reading(site(article + f"<p>{PROSE[0]}</p>"))
    texts = [text for _, text in blocks(document)]
    assert texts == ["Wells of Dune are dry", "By Rea Holm", *PROSE, "Wells sold: 12", "Wells left: 2.", PROSE[0]]
    assert not any("Another story" in text or text in ("News", "Most read") for text in texts)
    assert "© 2021 Dune Herald. All rights reserved." in words(document, "furniture")
    assert document.losses[0].startswith("words of menus, footers and links to other pages left out: ")


def test_short_lines_around_one_linked_line_are_all_kept() -> None:
    document = reading(
        "<dl><dt>THE MAYOR</dt><dd>Good morning.</dd></dl><p>Mr. Stern: We are dry.</p><h2><a href='/a'>Linked heading</a></h2>"
        "<p><a href='/b'>The whole of this paragraph is one link to a longer story about the wells.</a></p>"
        "<p><a href='/c'>More</a></p>"
    )
    assert [text for _, text in blocks(document)] == [
        "THE MAYOR",
        "Good morning.",
        "Mr. Stern: We are dry.",
        "Linked heading",
        "The whole of this paragraph is one link to a longer story about the wells.",
    ]
    assert document.losses == ("words of menus, footers and links to other pages left out: 1",)


def test_a_headline_without_markup_in_a_table_for_the_layout_stays_with_its_report() -> None:
    cell = f"<font size=4>Wells of Dune run dry</font><br><br>{PROSE[0]}<br><br>{PROSE[1]}"
    foot = "<tr><td><a href='/u'>Unsubscribe</a> | <a href='/v'>View in browser</a></td></tr>"
    document = reading(f"<table><tr><td>{cell}</td></tr>{foot}</table>")
    assert [text for _, text in blocks(document)] == ["Wells of Dune run dry", PROSE[0], PROSE[1]]


@settings(deadline=None, max_examples=50)
@given(st.permutations(PROSE), st.integers(1, 4), st.sampled_from(["p", "div", "li", "blockquote", "section"]))
def test_no_sentence_of_a_report_is_lost_however_it_is_marked_up(prose: list[str], count: int, tag: str) -> None:
    inner = "".join(f"<{tag}>{escaping.escape(text)}</{tag}>" for text in prose[:count])
    document = reading(site("<h1>Wells of Dune</h1>" + (f"<ul>{inner}</ul>" if tag == "li" else inner)))
    assert [text for _, text in blocks(document) if text in PROSE] == prose[:count]


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from("ab .\"'\u201c\u201d<>&\u00e9\u05d0\U0001f600\n"), min_size=1, max_size=60))
def test_the_words_of_a_paragraph_come_back_but_for_folded_space(text: str) -> None:
    folded = " ".join(text.split())
    if folded:
        assert reading(f"<p>{escaping.escape(text)}</p>").text == folded


@pytest.mark.parametrize(
    ("head", "body", "field", "expected"),
    [
        ("<title>Wells | Dune Herald</title>", "", "title", "Wells | Dune Herald"),
        ("<title>Wells | Dune Herald</title>", "<h1>Wells are dry</h1>", "title", "Wells are dry"),
        ("<title>a</title><meta property='og:title' content='Wells &amp; rivers'>", "", "title", "Wells & rivers"),
        ("<meta property='article:published_time' content='2021-05-12T23:00:00Z'>", "", "published", "2021-05-12"),
        ("<meta name='DC.date.issued' content='12 May 2021'>", "", "published", "2021-05-12"),
        ("<meta name='date' content='02/03/2021'>", "", "published", "2021"),
        (
            '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2021-05-12"}</script>',
            "",
            "published",
            "2021-05-12",
        ),
        (
            '<script type="application/ld+json">{"@graph": [{"datePublished": "2021-05-12"}]}</script>',
            "",
            "published",
            "2021-05-12",
        ),
        ('<script type="application/ld+json">{"broken"</script>', "", "published", None),
        ("", "<time datetime='2021-05-12'>today</time>", "published", "2021-05-12"),
        ("", "<time datetime='2021-05-12'>a</time><time datetime='2020-01-01'>b</time>", "published", None),
        ("", "<time datetime='2020-01-01'>b</time><time pubdate datetime='2021-05-12'>a</time>", "published", "2021-05-12"),
        ("", "<p>On 1 May 2020 the wells ran dry.</p>", "published", None),
        ("<meta property='og:site_name' content='Dune Herald'>", "", "publisher", "Dune Herald"),
        ('<script type="application/ld+json">{"publisher": {"name": "Dune Herald"}}</script>', "", "publisher", "Dune Herald"),
        ("", "", "publisher", None),
        ("<meta http-equiv='content-language' content='pt-BR'>", "", "language", "pt"),
    ],
)
def test_what_the_page_states_about_itself(head: str, body: str, field: str, expected: str | None) -> None:
    assert getattr(reading(body + "<p>Dry.</p>", head), field) == expected


def test_the_language_of_the_page() -> None:
    assert read(b"<html lang='en-GB'><p>Dry.", name="a").language == "en"


@pytest.mark.parametrize(
    ("declaration", "encoding"),
    [
        ("<meta charset='iso-8859-2'>", "iso8859-2"),
        ("<meta http-equiv='Content-Type' content='text/html; charset=windows-1250'>", "cp1250"),
        ("<meta charset=utf-8>", "utf-8"),
        ("<meta charset=iso-8859-1>", "utf-8-sig"),
    ],
)
def test_the_encoding_that_a_page_declares(declaration: str, encoding: str) -> None:
    text = "Starosta Łukasz powiedział, że studnia jest sucha."
    document = read(f"<html><head>{declaration}</head><p>{text}</p>".encode(encoding), name="a")
    assert (document.text, document.losses) == (text, ())


def test_the_transports_charset_comes_before_the_pages() -> None:
    text = "Мэр сказал, что колодец пересох."
    page = f"<html><head><meta charset='windows-1252'></head><p>{text}</p>".encode("koi8-r")
    assert read(page, name="a", media_type="text/html; charset=koi8-r").text == text


@pytest.mark.parametrize("page", ["<html></html>", "<html><script>x</script>", "<!-- only -->", "<html><p hidden>x"])
def test_a_page_without_words_is_empty(page: str) -> None:
    with pytest.raises(EmptyError, match=r"^a\.html: no text was found in it"):
        read(page.encode(), name="a.html")
