"""Plain text: the text is the file, character for character; the blocks upon it are the paragraphs of a careful reader."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shown import blocks, words

from onrecord.document import check_blocks
from onrecord.errors import EmptyError
from onrecord.flow import flow
from onrecord.reading.read import read
from onrecord.reading.text import blocks_of

STERN = (
    "The mayor of Dune, Ilka Stern, told the council on Monday that the wells of the town were dry, and that "
    "nobody from the capital had answered her letters about the river. She said the town would ask its neighbours for help."
)
BRANDL = (
    "Oto Brandl, the clerk, said that 12 of the 14 wells had been sold to strangers in the years before, and that the council "
    "knew of it. “We have the papers,” he said, “and whoever wants to read them may come to the office on any morning.”"
)
KRAY = (
    "Una Kray of the Water Board denied it. The board, she said, had never sold a drop of water to anybody, and would publish "
    "the register of all wells in the province before the end of the year so that people could see for themselves."
)


def shape(text: str) -> list[tuple[str, str]]:
    """Kinds and words of the blocks, lines joined."""
    return [(block.kind, " ".join(block.span.of(text).split())) for block in blocks_of(text)]


@pytest.mark.parametrize(
    "data", [b"  Dry.\n\n\tWells \n", b"a\x0cb", "\u2028a\x85b\x0bc".encode(), b" The wells\n are dry.\n\n\n\nYes."]
)
def test_the_text_is_the_file_character_for_character(data: bytes) -> None:
    document = read(data, name="a.txt")
    assert document.text == data.decode()
    assert check_blocks(document) == []


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from('aB1 .,:;-\u2014\n\t\f"\u201c\u201d>*#()\u2022\u00e9\u05d0'), max_size=200))
def test_blocks_stand_in_order_and_hold_every_word(text: str) -> None:
    found = blocks_of(text)
    at = 0
    for block in found:
        assert at <= block.span.start < block.span.end <= len(text)
        at = block.span.end
        assert block.span == block.span.trim(text)
    covered = "".join(block.span.of(text) for block in found)
    assert sum(c.isalnum() for c in covered) == sum(c.isalnum() for c in text)


@pytest.mark.parametrize("width", [50, 60, 72, 80, 95])
@pytest.mark.parametrize(
    "layout",
    ["blank line", "indented", "indented by a tab", "blank line, all indented", "one line each", "one line each, no blank"],
)
def test_the_same_paragraphs_come_out_of_every_layout(layout: str, width: int) -> None:
    paragraphs = [STERN, BRANDL, KRAY]

    def fill(text: str, first: str = "", rest: str = "") -> str:
        return textwrap.fill(text, width, initial_indent=first, subsequent_indent=rest)

    text = {
        "blank line": "\n\n".join(fill(text) for text in paragraphs),
        "indented": "\n".join(fill(text, "    ") for text in paragraphs),
        "indented by a tab": "\n".join("\t" + fill(text) for text in paragraphs),
        "blank line, all indented": "\n\n".join(fill(text, "      ", "      ") for text in paragraphs),
        "one line each": "\n\n".join(paragraphs),
        "one line each, no blank": "\n".join(paragraphs),
    }[layout]
    assert shape(text) == [("paragraph", text) for text in paragraphs]


@settings(deadline=None)
@given(st.permutations([STERN, BRANDL, KRAY]), st.integers(45, 110))
def test_a_short_last_line_parts_paragraphs_that_follow_without_a_gap(paragraphs: list[str], width: int) -> None:
    filled = [textwrap.fill(text, width) for text in paragraphs]
    found = [text for _, text in shape("\n".join(filled))]
    # Where the last line of a paragraph is full, nothing shows where it ends: the two may stand as one.
    expected, running = [], ""
    for text, lines in zip(paragraphs, filled, strict=True):
        running = f"{running} {text}".strip()
        if len(lines.rpartition("\n")[2]) < 0.6 * width:
            expected.append(running)
            running = ""
    sure = set(expected)
    assert " ".join(found) == " ".join(paragraphs)
    assert all(any(text.endswith(end) for text in found) for end in (one[-40:] for one in sure))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Wells of Dune run dry\n\nThe mayor said so.",
            [("heading", "Wells of Dune run dry"), ("paragraph", "The mayor said so.")],
        ),
        ("WELLS\nThe mayor of the town said so.", [("heading", "WELLS"), ("paragraph", "The mayor of the town said so.")]),
        (
            "Intro here.\n\n## What next\n\nNothing.",
            [("paragraph", "Intro here."), ("heading", "## What next"), ("paragraph", "Nothing.")],
        ),
        (
            "Intro here.\n\n**What next**\n\nNo.",
            [("paragraph", "Intro here."), ("heading", "**What next**"), ("paragraph", "No.")],
        ),
        ("She went on to say that\n\n“we are dry”", [("paragraph", "She went on to say that"), ("paragraph", "“we are dry”")]),
        ("She said:\n\nWe are dry.", [("paragraph", "She said:"), ("paragraph", "We are dry.")]),
        ("The mayor said so.\n\nAnd the clerk", [("paragraph", "The mayor said so."), ("paragraph", "And the clerk")]),
        (
            "Present:\n- Ilka Stern\n- Oto Brandl",
            [("paragraph", "Present:"), ("list-item", "Ilka Stern"), ("list-item", "Oto Brandl")],
        ),
        ("• one\n• two", [("list-item", "one"), ("list-item", "two")]),
        ("1. Calls upon them;\n2. Decides so.", [("list-item", "1. Calls upon them;"), ("list-item", "2. Decides so.")]),
        (
            "She wrote:\n\n    We are dry.\n\nThat was all.",
            [("paragraph", "She wrote:"), ("quote", "We are dry."), ("paragraph", "That was all.")],
        ),
        ("> We are dry.\n> So dry.", [("quote", "We are dry."), ("quote", "So dry.")]),
        (
            "| Town | Wells |\n|---|:---:|\n| Dune | 14 |\n\nDry.",
            [
                *(("cell", "Town"), ("cell", "Wells"), ("furniture", "|---|:---:|"), ("cell", "Dune"), ("cell", "14")),
                ("paragraph", "Dry."),
            ],
        ),
        ("Dry.\n\n* * *\n\nWet.", [("paragraph", "Dry."), ("furniture", "* * *"), ("paragraph", "Wet.")]),
        ("Dry.\n\n-ends-", [("paragraph", "Dry."), ("furniture", "-ends-")]),
        ("Stern: We are dry.\nBrandl: How dry?", [("paragraph", "Stern: We are dry."), ("paragraph", "Brandl: How dry?")]),
        ('Form 7: ""=\n\nRemarks: "" (left blank)', [("paragraph", 'Form 7: ""='), ("paragraph", 'Remarks: "" (left blank)')]),
    ],
)
def test_headings_lists_quotations_and_rules(text: str, expected: list[tuple[str, str]]) -> None:
    assert shape(text) == expected


def test_list_items_may_be_wrapped_with_a_hanging_indent() -> None:
    items = [textwrap.fill(text, 60, initial_indent="  - ", subsequent_indent="    ") for text in (STERN, BRANDL, KRAY)]
    assert shape("\n".join(items)) == [("list-item", text) for text in (STERN, BRANDL, KRAY)]


def test_long_addresses_do_not_hide_the_wrapping() -> None:
    lines = textwrap.wrap(STERN + " " + BRANDL, 70)
    lines.insert(3, "register (https://water.dune.example/" + "register/" * 10 + ") of")
    text = "\n".join(lines)
    assert len(blocks_of(text)) == 1


def test_pages_heads_and_numbers() -> None:
    pages = [f"Town of Dune, minutes\n\n{text}\n\n- {number} -" for number, text in enumerate([STERN, BRANDL, KRAY], 1)]
    document = read("\f".join(pages).encode(), name="a.txt")
    assert [(b.page, b.span.of(document.text)) for b in document.blocks if b.kind == "paragraph"] == [
        (1, STERN),
        (2, BRANDL),
        (3, KRAY),
    ]
    assert words(document, "furniture") == [w for n in (1, 2, 3) for w in ("Town of Dune, minutes", f"- {n} -")]


def test_lone_numbers_that_count_on_are_page_numbers_and_others_are_not() -> None:
    counting = read(b"Dry.\n\n1\n\nWet.\n\n2\n\nDry.\n\n3\n\nWet.", name="a")
    figures = read(b"Killed:\n\n22\n\nWounded:\n\n7\n\nDry.", name="a")
    assert words(counting, "furniture") == ["1", "2", "3"]
    assert words(figures, "furniture") == []


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("Giving an overview of the wells of Dune,\n\nMayor Stern said they were dry.", True),
        ("The board had sold wells to foreign\n\nbuyers, she said.", True),
        ("DUNE, Karst Province —\nThe wells are dry.", True),
        ("Is there any — connections between —\nMR. BRANDL: No.", False),
        ("Dear Mayor Stern of the town of Dune,\n\nThe wells are dry.", False),
        ("The wells are dry.\n\nand so on", False),
        ("She said that\n\n“the wells are dry”", False),
        ("The Water Board\n\npress@water.dune.example", False),
    ],
)
def test_a_broken_off_sentence_is_carried_on(text: str, *, joined: bool) -> None:
    document = read(text.encode(), name="a")
    assert [block.continues for block in document.blocks] == [False, joined]
    assert len(flow(document).blocks) == (1 if joined else 2)


def test_a_headline_is_the_title() -> None:
    assert read(b"Wells of Dune run dry\n\nThe mayor said so.", name="a").title == "Wells of Dune run dry"
    assert read(b"The mayor said so.\n\nThe clerk agreed.", name="a").title is None
    assert read(b"**Wells**\n\nDry.", name="a").title == "Wells"
    assert read(b"## Wells\n\nDry.", name="a").title == "Wells"
    assert read(b"Wells run dry *By Rea Holm*\n\nDry.", name="a").title == "Wells run dry *By Rea Holm*"


@pytest.mark.parametrize("data", [b"\x0c\n \x0c", b"\n\n\xc2\xa0\n"])
def test_white_space_alone_is_empty(data: bytes) -> None:
    with pytest.raises(EmptyError, match="a: "):
        read(data, name="a")


def test_zero_bytes_are_a_stated_loss() -> None:
    document = read(b"The wells\0 are dry.", name="a")
    assert document.text == "The wells\ufffd are dry."
    assert document.losses == ("1 zero bytes stand as U+FFFD",)


def test_blocks_of_a_file_with_every_kind_of_line_end() -> None:
    document = read(b"One.\r\n\r\nTwo.\r\rThree.\n\nFour.", name="a")
    assert blocks(document) == [("paragraph", text) for text in ("One.", "Two.", "Three.", "Four.")]
