"""The words of a comparison: what stands on top of it, on the screen and on the page."""

import pytest

from onrecord.comparison.compare import compare
from onrecord.comparison.comparison import Comparison, FigureGroup, Report
from onrecord.export.wording import differences, figure_name, independent, label, report_name
from tests.comparison.reports import SEMINARS, record


def report(number: int, source: int, title: str | None = None, uri: str | None = None) -> Report:
    return Report(id=f"sha256:{number}", title=title, uri=uri, publisher=None, published=None, source=source)


@pytest.mark.parametrize(("number", "name"), [(0, "A"), (25, "Z"), (26, "A2"), (52, "A3")])
def test_reports_are_named_by_letters(number, name):
    assert label(number) == name


def test_a_report_without_a_title_is_named_by_its_address():
    assert report_name(report(0, 0, uri="https://example.org/news/flood.html")) == "flood.html"
    assert report_name(report(0, 0)) == "sha256:0"


def test_reprints_are_named_as_one_source():
    comparison = Comparison(reports=(report(0, 0), report(1, 0), report(2, 2)), independent=2)
    assert independent(comparison) == "3 reports, 2 independent (A and B as one source)"


def test_what_differs_is_told_in_a_line():
    found = dict(differences(compare(record(name) for name in SEMINARS)))
    assert {"1 figure", "2 parts against totals", "1 act", "1 doubtful citation"} <= set(found)
    assert found["1 act"] == "acts"


@pytest.mark.parametrize(("counted", "name"), [("people", "people (sheltering)"), ("people hurt", "people hurt")])
def test_people_are_told_apart_by_what_befell_them(counted, name):
    group = FigureGroup(counted=counted, type="sheltering", groups=(), unit=None, given=(), standing="alone", reason="")
    assert figure_name(group) == name


@pytest.mark.parametrize(
    ("noun", "name"),
    [
        ("Anor", "people killed, in Anor"),
        ("rebel-held", "people killed, rebel-held"),
        ("earlier", "people killed, in an earlier event"),
        ("wider", "people killed, over a longer time"),
    ],
)
def test_what_sets_people_apart_is_said(noun, name):
    group = FigureGroup(
        counted="people killed", type="killed", groups=(), noun=noun, unit=None, given=(), standing="alone", reason=""
    )
    assert figure_name(group) == name
