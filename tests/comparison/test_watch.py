"""What new reports bring that an earlier comparison had not."""

from __future__ import annotations

from itertools import permutations

import jsonschema
import msgspec
import pytest

from comparison.reports import FLOOD, record
from onrecord.comparison.compare import compare
from onrecord.comparison.comparison import Comparison
from onrecord.comparison.news import News, json_schema
from onrecord.comparison.watch import watch
from onrecord.errors import SchemaError

LATER = {
    "evening": """Toll in Ostby rises

Mayor Ada Quill said on Wednesday that 51 people had died in the flood in Ostby, among them 12 children. Some 300 people have
been displaced, said Dr Runa Vike, the head of the hospital. Vike cited Security Council resolution 1325 (2000).
""",
    "chronicle": """Farmers count again

At least 30 people were killed in Ostby, Per Holm, chair of the Valley Farmers' Union, said. The union condemned the State for
its silence. Quill said that 43 people had died.
""",
}


@pytest.fixture(scope="module")
def earlier() -> Comparison:
    """The comparison of the first reports, as it comes back from a file."""
    return Comparison.from_json(compare(record(name) for name in FLOOD).to_json())


@pytest.fixture(scope="module")
def news(earlier: Comparison) -> News:
    return watch(earlier, [record(name, text) for name, text in LATER.items()])


def values(given: tuple) -> set[tuple[float, str]]:
    return {(one.low, one.qualifier) for one in given}


def test_reports_that_were_compared_bring_nothing_new(earlier: Comparison) -> None:
    news = watch(earlier, [record(name) for name in FLOOD])
    assert not news
    assert news.reports == earlier.reports


def test_a_new_report_that_only_repeats_what_is_known_is_no_news(earlier: Comparison) -> None:
    news = watch(earlier, [record("echo", "Mayor Ada Quill said on Monday that 43 people were killed in Ostby.")])
    assert len(news.reports) == news.earlier + 1
    assert not news


def test_a_figure_that_is_given_otherwise_is_changed(news: News) -> None:
    (killed,) = [changed for changed in news.changed if changed.type == "killed"]
    assert values(killed.before) >= {(34, "exactly"), (43, "exactly"), (30, "at least")}
    assert values(killed.now) == {(51, "exactly")}
    assert killed.standing == "differ"
    assert killed.reason.startswith("51 and ")


def test_a_speaker_whose_own_figure_changed_is_named_with_both(news: News) -> None:
    own = {(one.by, one.before.low, one.now.low) for changed in news.changed for one in changed.own}
    assert own == {("Ada Quill", 43, 51)}


def test_a_figure_nobody_gave_before_is_new(news: News) -> None:
    (displaced,) = news.figures
    assert (displaced.type, values(displaced.given)) == ("displaced", {(300, "about")})


def test_speakers_known_under_another_name_are_not_new(news: News) -> None:
    assert [(one.name, one.kind) for one in news.speakers] == [("Runa Vike", "person")]


def test_citations_are_new_once(news: News, earlier: Comparison) -> None:
    assert [group.target for group in news.cited] == ["S/RES/1325"]
    both = compare([*(record(name) for name in FLOOD), *(record(name, text) for name, text in LATER.items())])
    again = watch(both, [record("third", "Resolution 1325 (2000) of the Security Council was cited by Vike.")])
    assert not again.cited


def test_acts_of_bodies_are_new_once(news: News) -> None:
    assert ("condemned", True) in {(group.verb, group.told[0].at.report >= news.earlier) for group in news.acts}


def test_figures_that_exclude_each_other_only_now_are_a_new_disagreement() -> None:
    earlier = compare([record("first", "Fire in Hamn killed 7 people."), record("second", "The fire in Hamn killed 7 people.")])
    news = watch(earlier, [record("third", "The fire killed 9 people, the police of Hamn said.")])
    (group,) = news.disagreements
    assert (group.standing, values(group.given)) == ("differ", {(7, "exactly"), (9, "exactly")})
    assert not watch(earlier, [record("fourth", "The fire killed at least 7 people, the police of Hamn said.")]).disagreements


def test_a_part_is_no_change_of_its_total(earlier: Comparison) -> None:
    news = watch(earlier, [record("nurse", "The nurse Ida Moe said that 9 children had been killed in the flood in Ostby.")])
    assert {changed.groups for changed in news.changed} == {("children",)}


def test_words_point_into_old_and_new_reports(news: News) -> None:
    texts = {
        record(name, text).document.id: record(name, text).document.text for name, text in [*FLOOD.items(), *LATER.items()]
    }
    given = [one for changed in news.changed for one in (*changed.before, *changed.now)]
    given += [one for group in news.figures for one in group.given]
    assert {one.at.report >= news.earlier for one in given} == {True, False}
    for one in given:
        text = texts[news.reports[one.at.report].id]
        assert text[one.at.span.start : one.at.span.end].split() == one.at.words.split()


def test_the_order_of_the_new_records_does_not_matter(news: News, earlier: Comparison) -> None:
    for order in permutations(LATER.items()):
        assert watch(earlier, [record(name, text) for name, text in order]) == news


def test_news_keep_to_their_schema(news: News) -> None:
    jsonschema.Draft202012Validator(json_schema()).validate(msgspec.json.decode(news.to_json()))


@pytest.mark.parametrize("data", ["", "{}", '{"schema":"onrecord/record/1"}', "[1]"])
def test_what_is_no_comparison_is_not_taken_for_one(data: str) -> None:
    with pytest.raises(SchemaError, match="not of schema onrecord/comparison/1"):
        Comparison.from_json(data)
