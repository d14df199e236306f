"""Times against each other."""

from __future__ import annotations

import pytest

from onrecord.comparison.times import clash, later


@pytest.mark.parametrize(
    ("one", "other", "excluded"),
    [
        ("2012", "2011", True),
        ("2012", "2012-02-14", False),
        ("2012-02", "2012-03-01", True),
        ("2010/2013", "2012", False),
        ("2013/..", "2012", True),
        ("../2011", "2012", True),
        ("201X", "2012", False),
        ("2012?", "2012", False),
        ("some day", "2012", False),
    ],
)
def test_two_times_exclude_each_other(one: str, other: str, excluded: bool) -> None:
    assert clash(one, other) is clash(other, one) is excluded


@pytest.mark.parametrize(
    ("one", "other", "after"),
    [("2019-05-02", "2019-03-04", True), ("2019", "2019-03-04", False), (None, "2019", False), ("2019", None, False)],
)
def test_one_time_is_wholly_after_another(one: str | None, other: str | None, after: bool) -> None:
    assert later(one, other) is after
