"""Marks: whatever they are, the HTML is properly nested and its text is the text."""

import re
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from onrecord.export.marks import Mark, escape, nest
from onrecord.spans import Span

TEXT = st.text(alphabet="ab <&>\"'\n\r\t😀é", max_size=30)


class Nesting(HTMLParser):
    """Reads HTML back: its text, and which elements stood around every character."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.around: list[tuple[str, ...]] = []
        self.open: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.open.append(dict(attrs)["class"])

    def handle_endtag(self, tag):
        self.open.pop()

    def handle_data(self, data):
        self.text += data
        self.around += [tuple(self.open)] * len(data)


def read_back(html: str) -> Nesting:
    parser = Nesting()
    parser.feed(html)
    parser.close()
    assert parser.open == []
    return parser


@st.composite
def marked_texts(draw):
    text = draw(TEXT)
    ends = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)
    spans = [Span(*one) for one in draw(st.lists(ends, max_size=6))]
    block = Span(*draw(ends))
    marks = [
        Mark(span, draw(st.integers(0, 2)), f'<span class="{n}" id="{n}">', f'<span class="{n}">')
        for n, span in enumerate(spans)
        if span
    ]
    return text, block, marks


@given(marked_texts())
def test_every_character_stands_in_its_marks_and_in_no_others(case):
    text, block, marks = case
    found = read_back("".join(nest(text, block, marks)))
    assert found.text == block.of(text)
    for position, around in enumerate(found.around, block.start):
        expected = {mark.start.split('"')[1] for mark in marks if mark.span.start <= position < mark.span.end}
        assert set(around) == expected


@given(marked_texts())
def test_a_mark_is_opened_with_its_id_once_at_most(case):
    text, block, marks = case
    ids = re.findall(r' id="(\d+)"', "".join(nest(text, block, marks)))
    assert len(ids) == len(set(ids))


def test_of_marks_on_the_same_words_the_lower_rank_is_outside():
    marks = [Mark(Span(0, 2), 2, '<span class="in">', ""), Mark(Span(0, 2), 1, '<span class="out">', "")]
    assert "".join(nest("ab", Span(0, 2), marks)) == '<span class="out"><span class="in">ab</span></span>'


def test_a_mark_that_crosses_another_is_opened_again_behind_it():
    marks = [Mark(Span(0, 2), 0, "<i>", "<i>", "</i>"), Mark(Span(1, 3), 0, '<b id="b">', "<b>", "</b>")]
    assert "".join(nest("abc", Span(0, 3), marks)) == '<i>a<b id="b">b</b></i><b>c</b>'


def test_a_mark_from_an_earlier_block_is_opened_without_its_id():
    marks = [Mark(Span(0, 5), 0, '<b id="b">', "<b>", "</b>")]
    assert "".join(nest("ab\n\ncd", Span(4, 6), marks)) == "<b>c</b>d"


@given(TEXT)
def test_escaped_words_read_back_as_they_were(words):
    assert read_back(escape(words)).text == words
