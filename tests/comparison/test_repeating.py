"""Which statements of several reports say the same."""

from __future__ import annotations

import pytest

from comparison.reports import record
from onrecord.comparison.compare import compare
from onrecord.comparison.comparison import Repeated


def repeated(*texts: str) -> tuple[Repeated, ...]:
    """What reports of these texts repeat."""
    return compare(record(f"said {text}", text) for text in texts).repeated


def test_each_sentence_of_a_statement_finds_its_own_like() -> None:
    one = '"Not a single live round was fired on the square. The number of 34 dead is a lie," Minister Goran Vitek said.'
    found = repeated(
        one,
        "Minister Goran Vitek said that his men had not fired one live round.",
        "Minister Goran Vitek called the number of 34 dead a lie.",
    )
    assert sorted(len(same.variants) for same in found) == [2, 2]
    assert {same.variants[0].at.words.strip('"').split()[0] for same in found} & {"Not", "The"}


def test_sentences_that_follow_each_other_everywhere_are_one() -> None:
    said = '"The harbour of Lisk will be dredged by the spring. Every boat will have a berth again," Mayor Ada Quill'
    (same,) = repeated(f"{said} said.", f"On Monday there was rain. {said} told the council.")
    assert all(variant.at.words.startswith('"The harbour') and "berth" in variant.at.words for variant in same.variants)
    assert not same.altered


def test_a_sentence_that_its_cue_parts_is_one() -> None:
    (same,) = repeated(
        '"The harbour of Lisk," Mayor Ada Quill said, "will be dredged by the spring."',
        "Mayor Ada Quill said that the harbour of Lisk will be dredged by the spring.",
    )
    assert {variant.at.words.count("harbour") + variant.at.words.count("spring") for variant in same.variants} == {2}


def test_whoever_speaks_for_a_body_says_what_it_says() -> None:
    (same,) = repeated(
        "The Ministry of Works of Orland said that no dredger had been near the sluice of Lisk that night.",
        "The Ministry of Works of Orland was silent at first. The ministry's spokesman Per Holm said that its dredgers "
        "had been nowhere near the sluice.",
    )
    assert {variant.speaker for variant in same.variants} == {"Ministry of Works of Orland", "Per Holm"}
    assert not same.speakers_differ


def test_what_a_body_publishes_it_says_itself() -> None:
    found = repeated(
        "Harbour Watch, 30 June 2031 - summary of findings\n\n"
        "The sluice of Lisk was most likely opened by hand, and from the inside.",
        "The sluice was most likely opened by hand, Harbour Watch said on Monday.",
    )
    (same,) = found
    assert {(variant.kind, variant.speaker) for variant in same.variants} == {
        ("own words", "Harbour Watch"),
        ("indirect", "Harbour Watch"),
    }
    assert [variant.statement is None for variant in same.variants].count(True) == 1


def test_a_headline_publishes_nothing() -> None:
    assert not repeated(
        "Harbour Watch blames the town\n\nThe sluice of Lisk was most likely opened by hand, and from the inside.",
        "The sluice was most likely opened by hand, Harbour Watch said on Monday.",
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Ada Quill said that the number of the dead was not known.",
            "Per Holm said that the number of the ships was growing.",
        ),
        ("Ada Quill said that the harbour was closed.", "Ada Quill said that the bakery would open on Monday."),
    ],
)
def test_a_word_or_two_in_common_is_no_repetition(one: str, other: str) -> None:
    assert not repeated(one, other)


def test_a_body_under_its_short_and_its_long_name_is_not_two_speakers() -> None:
    (same,) = repeated(
        "The Ministry of Health said that 471 people were killed and 342 injured in the blast at the clinic.",
        "The Health Ministry of the Northern Council said that 471 people were killed and 342 injured in the blast.",
    )
    assert not same.speakers_differ


def test_officials_of_two_reports_are_not_one_speaker() -> None:
    assert not repeated(
        "A quake struck the valley of Anor early on Monday, killing more than 600 people, officials said.",
        "More than 23,700 people were killed by the quakes of May, officials said.",
    )


def test_two_sayings_of_one_matter_are_no_altered_quotation() -> None:
    found = repeated(
        '"It was a deeply shameful event in our history," Prime Minister Teresa Maine told the House on the massacre at Korva.',
        '"The tragedy of Korva is a shameful scar on our history," Prime Minister Teresa Maine told the newspaper.',
    )
    assert not any(same.altered for same in found)
