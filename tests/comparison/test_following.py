"""A linked speaker through the reports."""

from __future__ import annotations

import pytest

from comparison.reports import SEMINARS, record
from onrecord.comparison.compare import compare
from onrecord.comparison.comparison import Comparison, Link


@pytest.fixture(scope="module")
def seminars() -> Comparison:
    return compare(record(name) for name in SEMINARS)


def link(comparison: Comparison, name: str) -> Link:
    (found,) = [link for link in comparison.speakers if link.name == name]
    return found


def test_a_speaker_keeps_the_spellings_and_roles_of_each_report(seminars: Comparison) -> None:
    nygaard = link(seminars, "Halvar Nygaard")
    assert [(one.report, one.name, one.roles) for one in nygaard.named] == [
        (0, "Halvar Nygaard", ("Ambassador",)),
        (1, "Halvar Nygaard", ("Mr.",)),
        (2, "H. Nygard", ()),
    ]
    assert "“H. Nygard” can be “Halvar Nygaard”" in nygaard.evidence


def test_statements_stand_in_the_order_of_the_reports_dates(seminars: Comparison) -> None:
    said = link(seminars, "Halvar Nygaard").said
    days = [seminars.reports[one.at.report].published for one in said]
    assert days == sorted(days, key=str)
    assert said[-1].at.words == "Karsun to withdraw its troops"


def test_the_link_names_the_reports_own_statements(seminars: Comparison) -> None:
    records = {entry.document.id: entry for entry in map(record, SEMINARS)}
    for one in link(seminars, "Ilse Brandt").said:
        statements = {held.id: held for held in records[seminars.reports[one.at.report].id].statements}
        assert " ".join(statements[one.statement].words) == one.at.words
