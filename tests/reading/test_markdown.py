"""Markdown: the words without the marks, the blocks with their kinds."""

from __future__ import annotations

import pytest
from shown import blocks

from onrecord.errors import EmptyError, LimitError
from onrecord.reading.read import read


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("# Wells\n\nThey are *dry*, **she** said.", [("heading", "Wells"), ("paragraph", "They are dry, she said.")]),
        ("Wells\n=====\n\nDry.", [("heading", "Wells"), ("paragraph", "Dry.")]),
        ("one\ntwo", [("paragraph", "one two")]),
        ("one  \ntwo", [("paragraph", "one\ntwo")]),
        ("> “Dry,”\n> she said.\n\nYes.", [("quote", "“Dry,” she said."), ("paragraph", "Yes.")]),
        ("- one\n- two\n  1. three", [("list-item", text) for text in ("one", "two", "three")]),
        ("| a | b |\n|---|---|\n| 1 | **2** |", [("cell", text) for text in "ab12"]),
        ("[Una Kray](https://dune.example) said ![x](y.png) `so`.", [("paragraph", "Una Kray said so.")]),
        ("AT&amp;T \\*dry\\* &copy;", [("paragraph", "AT&T *dry* ©")]),
        ("<script>no</script>\n\nDry <b>wells</b>.", [("paragraph", "Dry wells.")]),
        ('"Dry," she said -- twice...', [("paragraph", '"Dry," she said -- twice...')]),
    ],
)
def test_words_without_marks(source: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(read(source.encode(), name="a.md")) == expected


def test_struck_words_are_a_stated_loss() -> None:
    document = read(b"Twelve ~~or so~~ wells.", name="a.md")
    assert document.text == "Twelve wells."
    assert document.losses == ("words struck out in the report and left out: 2",)


def test_front_matter_states_title_date_and_language() -> None:
    source = '---\ntitle: "Wells: a report"\ndate: 2021-05-12\nlang: en\n---\n\n# Other\n\nDry.'
    document = read(source.encode(), name="a.md")
    assert (document.title, document.published, document.language) == ("Wells: a report", "2021-05-12", "en")
    assert blocks(document) == [("heading", "Other"), ("paragraph", "Dry.")]


def test_the_first_heading_is_the_title() -> None:
    assert read(b"# Wells\n\n# More\n\nDry.", name="a.md").title == "Wells"


def test_nothing_is_dropped_without_a_word_however_deep() -> None:
    deep = read((b"> " * 50) + b"Dry.", name="a.md")
    assert blocks(deep) == [("quote", "Dry.")]
    with pytest.raises(LimitError, match="nested more than 100 deep"):
        read((b"> " * 500) + b"Dry.", name="a.md")


def test_marks_alone_are_empty() -> None:
    with pytest.raises(EmptyError):
        read(b"---\ntitle: x\n---\n", name="a.md")
