"""The HTML page, read back by a parser: its text, its links, and what hostile reports cannot do to it."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from specimen import specimen

from onrecord.document import Block, digest
from onrecord.export.html import index, listed, page
from onrecord.flow import flow
from onrecord.record import Record, Role, Speaker, Statement
from onrecord.spans import Span

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\"'&amp; {{ 7*7 }} javascript:alert(1)"
VOID = {"meta", "link", "br", "img", "hr"}


class Page(HTMLParser):
    """A page read back: the text of the element `#text`, all ids and links, and which classes stand around each character."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.words = ""
        self.classes: list[set[str]] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[tuple[str, dict[str, str]]] = []
        self._open: list[tuple[str, dict[str, str]]] = []
        self.feed(html)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.tags.append((tag, given))
        self.ids += [given["id"]] if "id" in given else []
        self.links += [given["href"]] if "href" in given else []
        if tag not in VOID:
            self._open.append((tag, given))

    def handle_endtag(self, tag):
        assert self._open.pop()[0] == tag

    def handle_data(self, data):
        self.words += data
        if any(given.get("id") == "text" for _, given in self._open):
            self.text += data
            around = {name for _, given in self._open for name in given.get("class", "").split()}
            self.classes += [around] * len(data)


def with_text(text: str, *, blocks: tuple[Block, ...] = (), **parts) -> Record:
    """A record of that text, without statements unless they are given."""
    record = specimen()
    document = replace(record.document, text=text, text_sha256=digest(text), blocks=blocks)
    return replace(record, document=document, **{"speakers": (), "statements": (), **parts})


def stated(text: str, name: str, span: Span) -> Record:
    """A record of that text in which the speaker `name` says what stands at `span`."""
    record = with_text(text)
    words = (flow(record.document).words(span),)
    speaker = Speaker(id="s1", name=name, kind="person", also=(name,), roles=(Role(title=name, of=name, span=span),))
    statement = Statement(id=name, speaker="s1", kind="direct", content=(span,), words=words, confidence=0.5)
    return replace(record, speakers=(speaker,), statements=(statement,))


@pytest.fixture(scope="module")
def read():
    return Page(page(specimen()))


def test_the_text_is_the_documents_character_for_character(read):
    assert read.text == specimen().document.text


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=80))
@settings(max_examples=60)
def test_any_text_can_be_read_back_from_its_page(text):
    assert Page(page(with_text(text))).text == text


def test_what_html_cannot_write_keeps_its_place():
    assert Page(page(with_text("a\x00b\ud83dc"))).text == "a\ufffdb\ufffdc"


@pytest.mark.parametrize("words", ["يوم السبت قال الوزير", "עברית", "\u202ereversed", "é", "\r\n\r", "\t\x0b\x0c"])
def test_directions_and_odd_spaces_keep_the_text_exact(words):
    assert Page(page(with_text(f"{words}\n\n{words}"))).text == f"{words}\n\n{words}"


def test_every_statement_is_marked_in_its_exact_place(read):
    for statement in specimen().statements:
        for span in statement.content:
            for position in range(span.start, span.end):
                assert {"said", statement.kind} <= read.classes[position]
    unsaid = specimen().document.text.index("He was")
    assert "said" not in read.classes[unsaid]


def test_source_and_cue_roles_and_furniture_are_marked(read):
    text = specimen().document.text
    assert "source" in read.classes[text.index("Ambassador Varga said")]
    assert "cue" in read.classes[text.index("recalled")]
    assert "role" in read.classes[text.index("its chair")]
    assert "furniture" in read.classes[text.index("HB/2031")]


def test_the_quoted_stand_inside_whom_quotes_them():
    html = page(specimen())
    outer, inner = html.index('id="t7"'), html.index('id="t8"')
    between = html[outer:inner]
    assert between.count("<span") > between.count("</span")


def test_of_two_statements_with_the_same_words_who_quotes_stands_outside():
    record = with_text("Citing ministry figures, he said forty had died.", speakers=specimen().speakers)
    span = Span(33, 47)
    words = (flow(record.document).words(span),)
    inner = Statement(id="st2", speaker="s3", kind="indirect", content=(span,), words=words, within="st1", confidence=0.5)
    outer = replace(inner, id="st1", speaker="s1", within=None)
    html = page(replace(record, statements=(inner, outer)))
    assert html.index('id="t1"') < html.index('id="t2"') < html.index("forty had died")
    assert "Anton Varga, quoting Osei Lantry" in html[html.index('id="t2"') :]


def test_a_line_end_that_cuts_a_word_is_marked_and_kept(read):
    at = specimen().document.text.index("har-\nbour") + 3
    assert "hyphen" in read.classes[at]
    assert "line-end" in read.classes[at + 1]


def test_every_link_leads_somewhere_and_every_id_is_given_once(read):
    assert len(read.ids) == len(set(read.ids))
    assert {link[1:] for link in read.links if link.startswith("#")} <= set(read.ids)


def test_text_and_list_lead_to_each_other(read):
    for number in range(1, 16):
        assert {f"#t{number}", f"#s{number}"} <= set(read.links)
        assert {f"t{number}", f"s{number}"} <= set(read.ids)


@pytest.mark.parametrize(
    "shown",
    [
        "7 speakers, 15 statements, 5 of them unresolved",
        "Anton Varga, quoting Osei Lantry",
        "Port Velm, with Ardania",
        "Antón Warga",
        "former Minister of Waters, Ardania",
        "page 3 has no text layer; install tesseract-ocr to read it",
        "attribution-en@0123456789ab",
        "onrecord/record/1",
        "not said",
        "quotes Osei Lantry",
        specimen().document.id,
        specimen().document.text_sha256,
    ],
)
def test_the_page_says(read, shown):
    assert shown in re.sub(r"\s+", " ", read.words)


def test_candidates_of_the_unresolved_are_linked_with_their_scores(read):
    assert re.search(r"Perhaps Ilse Brandt\s+0\.48, Velm Pilots’ Union\s+0\.22", read.words)


def test_each_kind_label_and_state_is_there_for_who_sees_no_colour(read):
    labels = {given["data-label"] for tag, given in read.tags if "data-label" in given}
    assert {"AV", "IB", "PV+Ar", "AV …", "?", "? not said"} <= labels
    spoken = [given["aria-label"] for tag, given in read.tags if tag == "a" and "tag" in given.get("class", "")]
    assert "Anton Varga, continued: statement st2 in the list" in spoken
    assert "Unresolved (“She”), not said, indirect: statement st8 in the list" in spoken


def test_nothing_comes_from_elsewhere_and_nothing_runs(read):
    assert not [tag for tag, _ in read.tags if tag in {"script", "img", "iframe", "object", "embed", "form", "base"}]
    assert not [name for _, given in read.tags for name in given if name.startswith("on") or name in {"src", "style"}]
    assert [link for link in read.links if not link.startswith("#")] == ["data:,"]
    assert "url(" not in page(specimen())
    policy = next(given["content"] for _, given in read.tags if given.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none'; style-src 'sha256-")


def test_hostile_words_are_words():
    record = stated(HOSTILE, HOSTILE, Span(0, len(HOSTILE)))
    source = replace(record.document.source, uri=HOSTILE, media_type=HOSTILE)
    document = replace(record.document, source=source, title=HOSTILE, publisher=HOSTILE, published=HOSTILE, language=HOSTILE)
    document = replace(document, losses=(HOSTILE,), id=HOSTILE)
    read = Page(page(replace(record, document=document)))
    assert read.text == HOSTILE
    # What is said of a reading is not always a loss: a guessed encoding, a page that was recognised.
    assert "How it was read" in read.words
    assert not [tag for tag, _ in read.tags if tag in {"script", "img"}]
    assert {link for link in read.links if not link.startswith("#")} == {"data:,"}
    assert "49" not in read.words.replace(digest(HOSTILE), "")
    listing = Page(index([listed("a b.html", replace(record, document=document))], missing=[HOSTILE]))
    assert listing.links == ["data:,", "a%20b.html"]


@pytest.mark.parametrize(
    ("uri", "linked"),
    [
        ("https://velm.example/minutes?a=1&b=2", True),
        ("http://velm.example", True),
        ("javascript:alert(1)", False),
        ("a.pdf", False),
    ],
)
def test_only_an_address_is_a_link_to_the_source(uri, linked):
    record = specimen()
    document = replace(record.document, source=replace(record.document.source, uri=uri))
    assert (uri in Page(page(replace(record, document=document))).links) == linked


def test_words_outside_every_block_are_shown_as_paragraphs():
    text = "First words.\n\nSecond\nwords.\n \nThird."
    read = Page(page(with_text(text, blocks=(Block(kind="paragraph", span=Span(14, 27)),))))
    assert read.text == text
    assert [given["class"] for tag, given in read.tags if tag == "p" and given.get("class") == "paragraph"] == ["paragraph"] * 3


def test_blocks_keep_their_kind():
    kinds = {given.get("class"): tag for tag, given in Page(page(specimen())).tags}
    wanted = {"heading": "h3", "paragraph": "p", "list-item": "li", "quote": "blockquote", "furniture": "p", "footnote": "p"}
    assert {kind: kinds.get(kind) for kind in wanted} == wanted


def test_a_statement_over_two_blocks_and_a_page_is_marked_in_both():
    text = "She said the tide was high\n\nand would stay high"
    blocks = (
        Block(kind="paragraph", span=Span(0, 26), page=1),
        Block(kind="paragraph", span=Span(28, 47), page=2, continues=True),
    )
    record = with_text(text, blocks=blocks)
    span = Span(9, 47)
    words = (flow(record.document).words(span),)
    statement = Statement(id="st1", speaker=None, kind="indirect", content=(span,), words=words, confidence=0.5)
    read = Page(page(replace(record, statements=(statement,))))
    assert read.text == text
    assert all("said" in read.classes[position] for position in [*range(9, 26), *range(28, 47)])
    assert read.ids.count("t1") == 1


def test_pages_are_marked_where_they_turn_also_back_again():
    text = "a\n\nb\n\nc\n\nd"
    blocks = tuple(Block(kind="paragraph", span=Span(at, at + 1), page=page) for at, page in [(0, 1), (3, 2), (6, 2), (9, 1)])
    read = Page(page(with_text(text, blocks=blocks)))
    assert read.text == text
    assert [given["data-page"] for _, given in read.tags if "data-page" in given] == ["1", "2", "1"]
    assert [name for name in read.ids if name in {"p1", "p2"}] == ["p1", "p2"]


def test_crossing_statements_and_roles_are_all_marked():
    text = "alpha beta gamma delta"
    record = with_text(text)
    spans = {"st1": Span(0, 10), "st2": Span(6, 16), "st3": Span(11, 22)}
    statements = tuple(
        Statement(id=name, speaker="s1", kind="direct", content=(span,), words=(span.of(text),), confidence=0.5)
        for name, span in spans.items()
    )
    speaker = Speaker(id="s1", name="A", kind="person", roles=(Role(title="r", span=Span(3, 13)),))
    read = Page(page(replace(record, speakers=(speaker,), statements=statements)))
    assert read.text == text
    assert all("said" in around for around in read.classes)
    assert all("role" in read.classes[position] for position in range(3, 13))


def test_the_same_record_gives_the_same_page():
    assert page(specimen()) == page(specimen())


def test_the_index_says_what_was_read_and_what_was_not():
    read = Page(index([listed("minutes.html", specimen())], missing=["b.pdf: a password is needed"]))
    words = re.sub(r"\s+", " ", read.words)
    assert "1 report, 1 not read" in words
    assert "b.pdf: a password is needed" in words
    assert "7 speakers 15 statements, 5 unresolved" in words
    assert "minutes.html" in read.links
