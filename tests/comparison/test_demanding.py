"""Who demands what, and what later reports say became of it."""

from __future__ import annotations

import pytest

from comparison.reports import SEMINARS, dated, record
from onrecord.comparison.compare import compare
from onrecord.comparison.comparison import Comparison, DemandGroup

_DEMAND = "Ilse Brandt urged the government of Karsun to release the 14 hostages."


@pytest.fixture(scope="module")
def seminars() -> Comparison:
    return compare(record(name) for name in SEMINARS)


def demand(comparison: Comparison, action: str) -> DemandGroup:
    (found,) = [group for group in comparison.demands if group.action == action]
    return found


def outcomes(*reports: tuple[str, str]) -> list[str]:
    """The outcomes of the demand of the first report; each report is its day and its text."""
    found = compare(dated(f"demand {day} {text[:40]}", day, text) for day, text in reports)
    return [one.kind for one in demand(found, "release").outcomes]


def test_one_demand_in_other_words_is_one(seminars: Comparison) -> None:
    assert [one.at.words for one in demand(seminars, "release").given] == [
        "the government of Karsun to release the 14 hostages",
        "the release of the hostages held in Karsun",
    ]


def test_a_later_report_says_what_became_of_it(seminars: Comparison) -> None:
    release, archives = demand(seminars, "release"), demand(seminars, "open")
    assert {one.kind for one in release.outcomes} == {"done"}
    assert {one.at.words.split(",")[0] for one in release.outcomes} >= {"Karsun released all 14 hostages on Friday"}
    assert [(one.kind, one.by) for one in archives.outcomes] == [("refused", "Ivo Halle")]


def test_where_no_report_says_plainly_nothing_is_said(seminars: Comparison) -> None:
    troops = demand(seminars, "withdraw")
    assert {one.by for one in troops.given} == {"Foreign Ministry", "H. Nygard"}
    assert troops.outcomes == ()


@pytest.mark.parametrize(
    ("day", "text", "kinds"),
    [
        ("2019-04-01", "The hostages were released, the ministry said.", ["done"]),
        ("2019-02-01", "The hostages were released, the ministry said.", []),
        ("2019", "The hostages were released, the ministry said.", []),
        ("2019-04-01", "If the hostages were released, talks would begin, the ministry said.", []),
        ("2019-04-01", "The archives were released, the ministry said.", []),
    ],
)
def test_only_a_later_report_on_the_same_object_counts(day: str, text: str, kinds: list[str]) -> None:
    assert outcomes(("2019-03-04", _DEMAND), (day, text)) == kinds


def test_what_was_not_demanded_is_no_demand() -> None:
    texts = ["Ilse Brandt did not call for the release of the hostages.", "Ilse Brandt said that the hostages were released."]
    assert compare(record(f"no demand {number}", text) for number, text in enumerate(texts)).demands == ()


@pytest.mark.parametrize(
    ("text", "demanded"),
    [
        ("Ilse Brandt said that the archives must be opened.", True),
        ("Ilse Brandt said that the archives should finally be opened.", True),
        ("Ilse Brandt said that the archives were opened and that one must be patient.", False),
        ("Ilse Brandt said that the archives must have been opened in 2012.", False),
    ],
)
def test_a_duty_is_a_demand_only_of_the_act_behind_it(text: str, demanded: bool) -> None:
    found = compare([record(f"duty {text}", text), record("nothing", "The harbour was empty on Sunday.")])
    assert bool(found.demands) is demanded


def test_half_of_two_words_is_another_object() -> None:
    texts = [
        "Ilse Brandt urged both armies to stop targeting civilians.",
        "Oskar Lind urged the army to stop hiding behind civilians.",
    ]
    found = compare(record(f"half {number}", text) for number, text in enumerate(texts))
    assert [len(group.given) for group in found.demands] == [1, 1]


@pytest.mark.parametrize(
    ("told", "kinds"),
    [
        ("Karsun recognised the massacre on Friday.", ["done"]),
        ("Karsun has not recognised the massacre.", ["not done"]),
        ("Mexico recognised the massacre on Friday.", []),
        ("Karsun recognised the massacre in 2011.", []),
    ],
)
def test_what_each_does_for_itself_another_cannot_have_done_nor_the_past(told: str, kinds: list[str]) -> None:
    found = compare(
        [
            dated("recognise", "2019-03-04", "Ilse Brandt called on Karsun to recognise the massacre."),
            dated(f"recognised {told}", "2019-05-04", told),
        ]
    )
    assert [one.kind for one in demand(found, "recognise").outcomes] == kinds
