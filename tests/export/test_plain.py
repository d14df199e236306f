"""Words that a terminal would obey are made to be seen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.export.plain import counted, on_one_line, printable


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("plain “words”, ñ, 张", "plain “words”, ñ, 张"),
        ("two\nlines", "two\nlines"),
        ("a\tb", "a b"),
        ("\x1b[2Jgone", "␛[2Jgone"),
        ("\x1b]0;title\x07", "␛]0;title␇"),
        ("\x9b31m", "<U+009B>31m"),
        ("abc\rxyz", "abc␍xyz"),
        ("\x7f\x00", "␡␀"),
        ("user\u202etxt.exe", "user<U+202E>txt.exe"),
        ("half \ud83d", "half \ufffd"),
    ],
)
def test_controls_and_changes_of_direction_are_visible(words, shown):
    assert printable(words) == shown


def test_a_break_of_lines_in_a_name_is_visible():
    assert on_one_line("new\nline\t.txt") == "new␊line .txt"


@given(st.text())
def test_nothing_that_a_terminal_obeys_is_left(words):
    shown = printable(words)
    assert all(one == "\n" or one.isprintable() or ord(one) > 0x9F for one in shown)
    shown.encode()


@pytest.mark.parametrize(("number", "shown"), [(0, "0 pages"), (1, "1 page"), (2, "2 pages"), (12345, "12,345 pages")])
def test_counts_agree_with_their_noun(number, shown):
    assert counted(number, "page") == shown
