"""The text as it reads: what becomes of line ends, hyphens and furniture."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.document import Block, Document, Source, digest
from onrecord.flow import flow
from onrecord.spans import Span


def document(text: str, blocks: list[Block] | None = None) -> Document:
    """A document of one paragraph, if no blocks are given."""
    return Document(
        id="sha256:0",
        source=Source(uri=None, media_type="text/plain", sha256="0", bytes=0),
        text=text,
        text_sha256=digest(text),
        blocks=tuple(blocks or [Block(kind="paragraph", span=Span(0, len(text)))]),
    )


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        ("the dam\nwas safe", "the dam was safe"),
        ("the dam  \n \twas safe", "the dam was safe"),
        ("the inner har-\nbour was dredged", "the inner harbour was dredged"),
        ("the har\u00ad\nbour", "the harbour"),
        ("the har\u00adbour", "the harbour"),
        ("a cease-fire, and the cease-\nfire held", "a cease-fire, and the cease-fire held"),
        ("a cease\u2010fire, and the cease\u2010\nfire held", "a cease\u2010fire, and the cease\u2010fire held"),
        ("the harbour, the har-\nbour", "the harbour, the harbour"),
        ("the Anglo-\nIrish border", "the Anglo-Irish border"),
        ("from 1990-\n1995", "from 1990- 1995"),
        ("he paused -\nand left", "he paused - and left"),
        ("un mot coupé au mi-\nlieu", "un mot coupé au milieu"),
        ("a  double blank stays", "a  double blank stays"),
        ("one line\n\nafter a gap", "one line after a gap"),
        ("-\n", "- "),
        ("\n", " "),
        ("the quota was \u201cdead.\u201d\u00b9 She left.", "the quota was \u201cdead.\u201d She left."),
        ("the quota was \u201cdead.\u201d\u00b9 \u00b2\nShe left\u00b3.", "the quota was \u201cdead.\u201d She left."),
        ("some 40 km\u00b2 (10\u2079 m\u00b3) of \u00b2", "some 40 km\u00b2 (10\u2079 m\u00b3) of \u00b2"),
        ("see https://velm.example/re-\nport/a and go", "see https://velm.example/re-port/a and go"),
        ("(www.velm.example/2014/\nx_1.pdf)", "(www.velm.example/2014/x_1.pdf)"),
        ("at https://velm.example/\nand then", "at https://velm.example/ and then"),
        ("pages and/\nor 12", "pages and/ or 12"),
    ],
)
def test_lines_are_joined_and_hyphens_settled(text, reads):
    assert flow(document(text)).text == reads


def test_furniture_goes_and_a_paragraph_that_it_parted_is_one():
    text = "The board of\n\nHB/14 page 2\n\nPort Velm met.\n\nNext."
    kinds = [
        ("paragraph", 0, 12, False),
        ("furniture", 14, 26, False),
        ("paragraph", 28, 42, False),
        ("paragraph", 44, 49, False),
    ]
    view = flow(document(text, [Block(kind=kind, span=Span(a, b), continues=c) for kind, a, b, c in kinds]))
    assert view.text == "The board of\n\nPort Velm met.\n\nNext."
    text = "The board of\nPort Velm met."
    blocks = [Block(kind="paragraph", span=Span(0, 12)), Block(kind="paragraph", span=Span(13, 27), continues=True)]
    view = flow(document(text, blocks))
    assert view.text == "The board of Port Velm met."
    assert [block.span for block in view.blocks] == [Span(0, 27)]


@pytest.mark.parametrize("between", ["\n\n  HB/14 page 2\n\n", "\n\fHB/14 page 2\n", " HB/14 page 2 ", "\n\n"])
def test_a_paragraph_that_goes_on_behind_furniture_is_one(between):
    text = f"The har-{between}bour held. Next."
    head = text.find("HB/14")
    blocks = [Block(kind="paragraph", span=Span(0, 8))]
    blocks += [Block(kind="furniture", span=Span(head, head + 12))] if head >= 0 else []
    start = text.index("bour")
    blocks += [Block(kind="paragraph", span=Span(start, len(text)), continues=True)]
    view = flow(document(text, blocks))
    assert view.text == "The harbour held. Next."
    assert view.words(view.home(Span(4, 11))) == "harbour"
    assert [block.span for block in view.blocks] == [Span(0, len(view.text))]


def test_words_between_keep_a_paragraph_apart():
    text = "The board\n\nloose words\n\nmet."
    blocks = [Block(kind="paragraph", span=Span(0, 9)), Block(kind="paragraph", span=Span(24, 28), continues=True)]
    assert flow(document(text, blocks)).text == text


@given(st.text(alphabet="ab-\u2010\u00ad \t\n1É.", max_size=60))
def test_letters_and_marks_stay_in_order_and_words_come_home(text):
    view = flow(document(text))
    assert "\n" not in view.text
    assert [c for c in view.text if c in "ab1É."] == [c for c in text if c in "ab1É."]
    for start in range(0, len(view.text), 3):
        span = Span(start, len(view.text))
        assert view.text[start:] in view.words(view.home(span))


@pytest.mark.parametrize(
    "text",
    [
        *("a" * 300_000, "a" + " " * 300_000 + "b", "a-" * 150_000, "a\n" * 150_000, "a-\n" * 100_000),
        *("https://" + "a/\n" * 100_000, ".\u00b9," * 100_000, "\u00b9" * 300_000),
    ],
)
def test_the_cost_grows_with_the_length_and_no_faster(text):
    start = time.perf_counter()
    flow(document(text))
    assert time.perf_counter() - start < 15
