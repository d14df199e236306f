"""A comparison on the terminal."""

import io

import pytest
from rich.console import Console

from onrecord.comparison.compare import compare
from onrecord.export.comparison import print_comparison
from tests.comparison.reports import SEMINARS, record


def printed(*, alone: bool = False, names=tuple(SEMINARS), extra=(), width: int = 200) -> str:
    out = io.StringIO()
    records = [*(record(name) for name in names), *extra]
    print_comparison(compare(records), Console(file=out, width=width), alone=alone)
    return out.getvalue()


@pytest.fixture(scope="module")
def screen():
    return printed()


def test_what_differs_stands_on_top(screen):
    head = screen.split("Figures")[0]
    assert head.startswith("3 reports, 3 independent")
    assert "What differs: 1 figure, 2 parts against totals, 1 act" in head


def test_every_value_says_when_it_was_first_seen(screen):
    assert "314: A hospital; B Foreign Ministry (first 2019-03-04)" in screen


def test_acts_are_told_with_year_object_and_teller(screen):
    assert "2011, the Ostby massacre as a crime against humanity: B Halvar Nygaard" in screen
    assert "not done, the Ostby massacre: C Ivo Halle" in screen
    assert "(also Senate of Pakisten)" in screen


def test_citations_have_their_forms_and_findings(screen):
    assert "“resolution 822 (1994)”: B Ilse Brandt" in screen
    assert "S/RES/822 was adopted on 30 April 1993" in screen


def test_demands_have_what_became_of_them_with_the_day(screen):
    assert "release, later told as done" in screen
    assert 'done, Ivo Halle in C (2019-05-02): "The hostages were released without conditions,"' in screen
    assert "refused, Ivo Halle in C (2019-05-02)" in screen


def test_speakers_have_spellings_roles_and_statements_by_date(screen):
    part = screen.split("Speakers in several reports")[1]
    places = [part.index(f"{words}") for words in ("A 2019-03-04  Halvar Nygaard, Ambassador", "C 2019-05-02  H. Nygard")]
    assert places == sorted(places)
    assert "“H. Nygard” can be “Halvar Nygaard”" in part


def test_what_one_report_has_alone_is_counted_and_shown_on_request(screen):
    assert "2 more acts in one report alone (--alone shows them)" in screen
    assert "parliament of Peru recognised" not in screen
    assert "parliament of Peru recognised" in printed(alone=True)


def test_the_words_in_which_quotations_differ_are_named():
    one = 'Mayor Ada Quill said: "We will never leave this burning valley to the river."'
    other = 'Mayor Ada Quill said: "We will not leave this burning valley to the river."'
    shown = printed(names=(), extra=(record("altered a", one), record("altered b", other)))
    assert "wording differs inside quotation marks" in shown
    assert "only in one: A “never”; B “not”" in shown or "only in one: A “not”; B “never”" in shown


def test_a_narrow_screen_has_no_line_too_long_and_every_word(screen):
    narrow = printed(width=60)
    assert max(map(len, narrow.splitlines())) <= 60
    assert narrow.split() == screen.split()


def test_what_is_counted_is_named_by_the_words_that_say_most():
    one = "Some 1,150 houses stood in the water, and 310 of them cannot be repaired. At least 1,400 head of cattle drowned."
    other = "Dwellings flooded: 1,140. Dwellings destroyed: 212. The farmers count 1,650 cows that perished."
    shown = printed(names=(), extra=(record("named a", one), record("named b", other)))
    assert "cannot\n" not in shown
    assert "  cattle\n" in shown or "  head of cattle killed\n" in shown
