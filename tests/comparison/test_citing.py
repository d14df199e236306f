"""What several reports cite."""

from __future__ import annotations

import pytest

from comparison.reports import SEMINARS, record
from onrecord.comparison.compare import compare
from onrecord.comparison.comparison import CitedGroup, Comparison


@pytest.fixture(scope="module")
def seminars() -> Comparison:
    return compare(record(name) for name in SEMINARS)


def cited(*texts: str) -> list[CitedGroup]:
    return list(compare(record(f"cites {number} {text[:30]}", text) for number, text in enumerate(texts)).cited)


def test_what_most_reports_cite_stands_first_with_all_its_forms(seminars: Comparison) -> None:
    first = seminars.cited[0]
    assert (first.target, first.status) == ("S/RES/822", "resolved")
    assert set(first.forms) == {"resolutions 822", "resolution 822 (1994)"}
    assert [one.by for one in first.given] == ["Ilse Brandt", "Ilse Brandt"]


def test_findings_about_a_citation_stand_with_it(seminars: Comparison) -> None:
    (doubt,) = seminars.cited[0].doubts
    assert doubt.check == "resolution-year"
    assert "30 April 1993" in doubt.message
    assert doubt.at.words == "resolution 822 (1994)"


def test_what_is_ambiguous_is_never_joined_to_what_is_resolved() -> None:
    groups = cited(
        "The lawyer cited Additional Protocol I of 1977.",
        "The lawyer cited the Additional Protocol.",
        "The judge cited the Additional Protocol.",
    )
    assert [(group.status, len(group.given)) for group in groups] == [("ambiguous", 2), ("resolved", 1)]
    assert groups[0].target is None
    assert len(groups[0].candidates) == 2
