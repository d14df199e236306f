"""The terminal view, read as a person reads it: by its words, at several widths, with and without colour."""

import io
import re

import pytest
from msgspec.structs import replace
from rich.cells import cell_len
from rich.console import Console
from specimen import specimen

from onrecord.export.terminal import print_record
from onrecord.flow import flow
from onrecord.spans import Span

ESCAPE = re.compile(r"\x1b\[[\d;]*m")


def view(record=None, *, width=80, colour=False, **options) -> str:
    stream = io.StringIO()
    console = Console(
        file=stream, width=width, highlight=False, force_terminal=colour, color_system="standard" if colour else None
    )
    print_record(record or specimen(), console, **options)
    return stream.getvalue()


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines()]


def test_the_header_says_what_was_read_and_what_was_not():
    assert lines(view())[:5] == [
        "Harbour Board hears of silt, tolls and a dam “nobody has inspected”",
        "2031-04-09, Port Velm Gazette",
        "board/minutes-14.pdf (application/pdf, 2 pages, 67 bytes)",
        "! page 3 has no text layer; install tesseract-ocr to read it",
        "! a table on page 2 has merged cells",
    ]


def test_speakers_come_first_with_roles_and_other_spellings():
    shown = lines(view(width=100))
    assert "7 speakers, 15 statements (5 unresolved)" in shown
    assert "4  Anton Varga (H.E. Mr.), Ambassador, Ardania; also “Antón Warga”" in shown
    assert "2  Ilse Brandt (Dr.), chair, Harbour Board; former Minister of Waters, Ardania" in shown
    assert "1  Velm Pilots’ Union [organisation]; also “VPU”" in shown


@pytest.mark.parametrize(
    "line",
    [
        "st2  continued Ships of a deeper draught had turned back since March (p.1, 0.88)",
        "st11 indirect  The tolls [allegedly] doubled in a year (p.2, 0.55)",
        "st8  indirect  NOT SAID [She did not say] who had ordered the inspection (p.2, 0.81)",
        "Unresolved (“She”): perhaps Ilse Brandt 0.48, Velm Pilots’ Union 0.22",
        "Anton Varga, quoting Osei Lantry",
        "Ilse Brandt, quoting unresolved (“my deputy”)",
        "Port Velm, with Ardania",
    ],
)
def test_kinds_candidates_and_chains_are_written_out(line):
    assert line in lines(view(width=120))


def test_the_quoted_are_set_in_under_whom_quotes_them():
    shown = view(width=120)
    outer, inner = (next(line for line in shown.splitlines() if name in line) for name in ("  st6 ", "  st7 "))
    assert inner.index("st7") == outer.index("st6") + 2


def over_paragraphs():
    """The specimen with a statement that goes on over a blank line."""
    record = specimen()
    text = record.document.text
    span = Span(text.index("“We did not"), text.index("“We did not") + 300)
    words = (flow(record.document).words(span),)
    assert "\n" in words[0]
    return replace(
        record, statements=(*record.statements, replace(record.statements[1], id="st99", content=(span,), words=words))
    )


@pytest.mark.parametrize("width", [200, 120, 80, 50, 40, 30, 24])
def test_no_line_is_wider_than_the_terminal_and_none_ends_in_spaces(width):
    for line in view(over_paragraphs(), width=width, places=True).splitlines():
        assert cell_len(line) <= width
        assert line == line.rstrip()


def test_a_terminal_too_narrow_for_the_columns_still_gets_every_word():
    shown = re.sub(r"\s+", "", view(width=10))
    assert all(re.sub(r"\s+", "", words) in shown for statement in specimen().statements for words in statement.words)


def test_without_colour_the_same_words_stand_there():
    coloured = view(colour=True)
    assert "\x1b[" in coloured
    assert ESCAPE.sub("", coloured) == view()


def test_quoted_words_have_a_colour_and_reported_ones_have_none():
    coloured = view(colour=True, width=200)
    assert "\x1b[32m“We did not sign,”\x1b[0m" in coloured
    assert "\x1b[32m“careful silence”\x1b[0m" in coloured
    assert re.search(r"\x1b\[32m[^\x1b]*night sailings", coloured) is None


def test_places_are_offsets_and_rectangles():
    text = specimen().document.text
    start = text.index("Ships of")
    assert f"characters {start}-{start + 53}; p.1, 72,672 to 495,698 pt" in lines(view(places=True))


def test_a_report_cannot_give_the_terminal_orders():
    record = specimen()
    document = replace(
        record.document, title="\x1b[2J\x1b]0;owned\x07 calm", publisher="\u202egazette", losses=("\x1b[8mhidden",)
    )
    speakers = (replace(record.speakers[0], name="\x1b[31mAnton", also=("\x9b1m",)), *record.speakers[1:])
    shown = view(replace(record, document=document, speakers=speakers))
    assert not set(shown) & {"\x1b", "\x07", "\x9b", "\u202e"}


def test_markup_of_the_report_is_shown_and_not_obeyed():
    record = specimen()
    speakers = (replace(record.speakers[0], name="[red]Anton[/red] :smile:"), *record.speakers[1:])
    assert "[red]Anton[/red] :smile:" in view(replace(record, speakers=speakers))


def test_a_record_of_nothing_is_shown_as_such():
    empty = replace(specimen(), speakers=(), statements=())
    assert lines(view(empty))[-1] == "0 speakers, 0 statements"
