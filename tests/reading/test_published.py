"""Dates of publication: as far as they are sure, never further."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.published import agreed, edtf


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("2021-05-12", "2021-05-12"),
        ("2021-05-12T23:30:00-11:00", "2021-05-12"),
        ("2021-05-12 08:00:00", "2021-05-12"),
        ("2021/05/12", "2021-05-12"),
        ("2021.5.2", "2021-05-02"),
        ("20210512", "2021-05-12"),
        ("20210512T0800", "2021-05-12"),
        ("2021-05", "2021-05"),
        ("2021", "2021"),
        ("12 May 2021", "2021-05-12"),
        ("12th of May, 2021", "2021-05-12"),
        ("Wed, 12 May 2021 09:00:00 GMT", "2021-05-12"),
        ("May 12, 2021", "2021-05-12"),
        ("Wednesday, May 12th, 2021 - 10:21", "2021-05-12"),
        ("Sept. 1, 2021", "2021-09-01"),
        ("12-May-2021", "2021-05-12"),
        ("May 2021", "2021-05"),
        ("25/02/2021", "2021-02-25"),
        ("02/25/2021", "2021-02-25"),
        ("03/03/2021", "2021-03-03"),
        ("02/03/2021", "2021"),
        ("25.02.2021", "2021-02-25"),
        ("2021-02-30", None),
        ("99/99/2021", None),
        ("yesterday", None),
        ("", None),
        (None, None),
        ("1700000000", None),
        ("May the wells last until 2021", None),
    ],
)
def test_stated_dates(stated: str | None, expected: str | None) -> None:
    assert edtf(stated) == expected


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 12, 31)))
def test_any_day_written_plainly_is_that_day(day: date) -> None:
    assert edtf(day.isoformat()) == day.isoformat()
    assert edtf(f"{day.day} {day:%B} {day.year}") == day.isoformat()


@given(st.text())
def test_any_words_give_a_date_or_none(words: str) -> None:
    edtf(words)


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        (("2021-05-12T08:00:00Z", "2021-05-12T17:00:00Z"), "2021-05-12"),
        (("2021-05-12T08:00:00Z", "2021-05-19T17:00:00Z"), "2021-05"),
        (("2021-05-12T08:00:00Z", "2021-11-01T17:00:00Z"), "2021"),
        (("2013-12-23T23:15:00Z", "2021-05-12T08:00:00Z"), None),
        (("2021-05-12T08:00:00Z", None), "2021-05-12"),
        ((None, "no date"), None),
    ],
)
def test_two_dates_of_an_office_file_give_what_they_agree_on(stated: tuple[str | None, ...], expected: str | None) -> None:
    assert agreed(*stated) == expected
