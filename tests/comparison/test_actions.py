"""What is demanded, and what a sentence says became of it."""

from __future__ import annotations

import pytest

from onrecord.comparison.actions import asked


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the government of Karsun to release the 14 hostages", [("release", "the 14 hostages")]),
        ("the release of the hostages held in Karsun", [("release", "of the hostages held in Karsun")]),
        ("the archives of Kesh must be opened", [("open", "the archives of Kesh must")]),
        ("that Karsun free the hostages and open the archives", [("release", "the hostages and"), ("open", "the archives")]),
        ("the minister to resign", [("resign", "the minister to")]),
        ("an end to the siege", [("stop", "to the siege")]),
        ("by the end of the month", []),
        ("an open letter", []),
    ],
)
def test_the_action_and_its_object(words: str, expected: list[tuple[str, str]]) -> None:
    assert [(one.action.name, one.words.strip()) for one in asked(words)] == expected


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The hostages were released on Friday.", "done"),
        ("Karsun released all 14 hostages.", "done"),
        ("Karsun has since freed the hostages.", "done"),
        ("None of the hostages was released.", "not done"),
        ("No side ever released the hostages.", "not done"),
        ("The hostages have not been released.", "not done"),
        ("Karsun did not release the hostages.", "not done"),
        ("Karsun refused to release the hostages.", "refused"),
        ("Karsun rejected the call for the release of the hostages.", "refused"),
        ("The hostages will not be released, it said.", "refused"),
        ("If the hostages were released, talks could begin.", None),
        ("He asked whether the hostages were released.", None),
        ("Karsun denied that the hostages were released.", None),
        ("He called for the hostages to be released.", None),
        ("The hostages should be released.", None),
        ("The hostages released in 2017 told their story.", None),
    ],
)
def test_only_plain_words_tell_what_became_of_it(sentence: str, told: str | None) -> None:
    (release,) = [one.action for one in asked("the release of the hostages")]
    assert release.told(sentence) == told
