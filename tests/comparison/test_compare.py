"""Several reports of one event beside each other."""

from __future__ import annotations

from itertools import permutations

import jsonschema
import msgspec
import pytest

from comparison.reports import FLOOD, SEMINARS, record
from onrecord.comparison.compare import compare
from onrecord.comparison.comparison import Comparison, FigureGroup, json_schema


@pytest.fixture(scope="module")
def flood() -> Comparison:
    return compare(record(name) for name in FLOOD)


def killed(comparison: Comparison, *groups: str) -> FigureGroup:
    (found,) = [group for group in comparison.figures if group.type == "killed" and group.groups == groups]
    return found


def uris(comparison: Comparison, numbers: set[int]) -> set[str | None]:
    return {comparison.reports[number].uri for number in numbers}


def test_figures_that_exclude_each_other_differ_and_stand_first(flood: Comparison) -> None:
    total = killed(flood)
    assert {(one.low, one.qualifier) for one in total.given} >= {(34, "exactly"), (43, "exactly"), (30, "at least")}
    assert total.standing == "differ"
    assert flood.figures[0].standing == "differ"


def test_a_part_never_meets_its_total(flood: Comparison) -> None:
    children = killed(flood, "children")
    assert {one.low for one in children.given} == {12}
    assert children.standing == "agree"


def test_the_same_number_of_something_else_is_not_joined(flood: Comparison) -> None:
    for group in flood.figures:
        assert not {"engineers", "children"} <= {word for one in group.given for word in (group.counted or "").split() if one}


def test_a_copied_passage_is_found_whole(flood: Comparison) -> None:
    (copied,) = flood.copied
    assert uris(flood, {words.report for words in copied.passages}) == {"agency.txt", "herald.txt"}
    for words in copied.passages:
        assert words.words.startswith("The river rose by four metres")
        assert words.words.endswith("the bell of the church")


def test_other_marks_and_dashes_are_no_other_wording(flood: Comparison) -> None:
    (school,) = [same for same in flood.repeated if "school" in same.variants[0].at.words]
    assert not school.altered
    assert not school.speakers_differ


@pytest.mark.parametrize("order", list(permutations(FLOOD))[::7])
def test_the_order_of_the_records_does_not_matter(flood: Comparison, order: tuple[str, ...]) -> None:
    assert compare(record(name) for name in order) == flood


@pytest.mark.parametrize("order", list(permutations(SEMINARS))[1:])
def test_the_order_of_dated_records_does_not_matter(order: tuple[str, ...]) -> None:
    assert compare(record(name) for name in order).to_json() == compare(record(name) for name in SEMINARS).to_json()


def test_reports_stand_in_the_order_of_their_days_also_where_only_the_dateline_says_them() -> None:
    later = record("dateline b", "LISK, 6 May 2031 (Agency) - The bridge was closed, the mayor said.")
    earlier = record("dateline a", "LISK, 4 May 2031 (Agency) - The bridge was open, the mayor said.")
    assert [report.published for report in compare([later, earlier]).reports] == ["2031-05-04", "2031-05-06"]


def test_a_report_given_twice_counts_once(flood: Comparison) -> None:
    assert compare(record(name) for name in [*FLOOD, "agency"]) == flood


def test_a_reprint_is_no_source_of_its_own() -> None:
    reprint = record("reprint", FLOOD["agency"].upper() + "\n\nFrom our agency.")
    assert compare([record("agency"), reprint, record("union")]).independent == 2


@pytest.mark.parametrize("names", [tuple(FLOOD), tuple(SEMINARS)], ids=["flood", "seminars"])
def test_the_comparison_keeps_to_its_schema(names: tuple[str, ...]) -> None:
    found = compare(record(name) for name in names)
    jsonschema.Draft202012Validator.check_schema(json_schema())
    jsonschema.Draft202012Validator(json_schema()).validate(msgspec.json.decode(found.to_json()))
    assert msgspec.json.decode(found.to_json(), type=Comparison) == found


def test_every_span_has_the_words_that_it_says(flood: Comparison) -> None:
    documents = {entry.document.id: entry.document for entry in (record(name) for name in FLOOD)}
    for words in (words for copied in flood.copied for words in copied.passages):
        text = documents[flood.reports[words.report].id].text
        assert words.span.of(text).split() == words.words.split()


def test_a_quotation_in_other_marks_is_unaltered_while_two_tolls_differ() -> None:
    one = 'Mayor Ada Quill said: "We\'ll rebuild the school - all of it." She put the number of dead in Ostby at 34.'
    other = "Mayor Ada Quill said: “We’ll rebuild the school – all of it.” She put the number of dead in Ostby at 43."
    found = compare([record("b44 a", one), record("b44 b", other)])
    toll = next(group for group in found.figures if {given.low for given in group.given} == {34, 43})
    assert toll.standing == "differ"
    assert "34" in toll.reason
    assert "43" in toll.reason
    quoted = [group for group in found.repeated if "rebuild" in group.variants[0].at.words]
    assert [(len(group.variants), group.altered, group.speakers_differ) for group in quoted] == [(2, False, False)]
