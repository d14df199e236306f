"""Quotation marks: pairs of every style, apostrophes told from them, slips of typesetters borne."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.quotation import MARKS, quotations, straighten

PAIRS = [
    ('He said "we are" and left. "Go," he said.', ['"we are"', '"Go,"']),
    ("“All of it,” she said.", ["“All of it,”"]),
    ("„Nein“, sagte er.", ["„Nein“"]),
    ("«Oui», dit-il.", ["«Oui»"]),
    ("``Peace,'' he said.", ["``Peace,''"]),
    ("''Peace,'' he said. ''And then?''", ["''Peace,''", "''And then?''"]),
    ("'It's the boys' fault,' she said. 'No.'", ["'It's the boys' fault,'", "'No.'"]),
    ("‘The crews’ nets weren’t torn in the ’90s,’ he said.", ["‘The crews’ nets weren’t torn in the ’90s,’"]),
    ("“One” and ”two” were read out.", ["“One”", "”two”"]),
    ("“He told us “never” twice.”", ["“He told us “never” twice.”", "“never”"]),
    ('A 6" pipe was "quoted" there.', ['"quoted"']),
    ("The workers' union met in the '80s.", []),
    ('Remarks: "" (left blank)', []),
]


@pytest.mark.parametrize(("text", "found"), PAIRS)
def test_marks_are_paired(text: str, found: list[str]) -> None:
    assert [quotation.span.of(text) for quotation in quotations(text)] == found


def test_a_quotation_inside_another_is_deeper() -> None:
    text = "“She called it ‘a farce’ to my face.”"
    assert [(quotation.depth, quotation.closed) for quotation in quotations(text)] == [(0, True), (1, True)]


def test_a_quotation_never_closed_goes_to_the_end_and_says_so() -> None:
    text = "“We left at dawn,” she said, “and came back at noon."
    last = quotations(text)[-1]
    assert (last.closed, last.span.of(text)) == (False, "“and came back at noon.")


@given(st.text(alphabet=MARKS + "ab .,\n", max_size=60))
def test_quotations_lie_in_the_text_and_never_cross(text: str) -> None:
    found = quotations(text)
    for number, one in enumerate(found):
        assert one.span.covers(one.inner)
        assert one.inner.of(text).strip()
        assert not any(
            one.span.overlaps(other.span) and not one.span.covers(other.span) and not other.span.covers(one.span)
            for other in found[number + 1 :]
        )


@given(st.text(alphabet=MARKS + "ab", max_size=30))
def test_straight_marks_stand_where_the_others_stood(text: str) -> None:
    assert len(straighten(text)) == len(text)
