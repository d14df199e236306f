"""Which cues give somebody words, and which tell what was done."""

from __future__ import annotations

import pytest

from onrecord.attribution.cues import impersonal, procedural, said_of_subject
from onrecord.spans import Span


def is_procedural(marked: str) -> bool:
    """Of a sentence with `{cue}` and `[content]`."""
    text = marked.translate(str.maketrans("", "", "{}[]"))
    cue = Span(marked.index("{"), marked.index("}") - 1)
    start = marked.index("[") - (2 if marked.index("[") > marked.index("{") else 0)
    content = Span(start, start + marked.index("]") - marked.index("[") - 1)
    return procedural(text, cue, content)


@pytest.mark.parametrize(
    "marked",
    [
        "{Giving} [a detailed overview of the flood], Lima thanked the donors.",
        "{Presenting} [the report of the panel], she sat down.",
        "Speaking was over; {speaking on} [the dam], he stood up.",
        "Lima {welcomed} [the participants].",
        "The President {declared} [the ninth session open].",
        "They {adopted} [the budget].",
        "Ardania {ratified} [the Convention in 2010].",
        "The plan {is designed} [to bring growth].",
    ],
)
def test_what_was_done_gives_nobody_words(marked: str) -> None:
    assert is_procedural(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "Lima {welcomed} [the participants' plan].",
        "Lima {declared} [the bridge safe].",
        "She {gave} [her word that it would hold].",
        "He {said}, [the overview was late].",
        "He {thanked} [the donors for their patience].",
    ],
)
def test_what_was_said_is_somebodys(marked: str) -> None:
    assert not is_procedural(marked)


@pytest.mark.parametrize(
    ("cue", "alone"),
    [
        ("was stressed", True),
        ("were raised about", True),
        ("has been repeatedly reported", True),
        ("allegedly", True),
        ("was increasingly being disregarded", False),
        ("was also imperative", False),
    ],
)
def test_a_passive_stands_without_a_source_where_its_verb_reports(cue: str, alone: bool) -> None:
    assert impersonal(cue) is alone


@pytest.mark.parametrize(
    ("cue", "of_subject"),
    [
        ("was accused of", True),
        ("has been widely called", True),
        ("is being urged", True),
        ("is demanding", False),
        ("is reportedly demanding", False),
        ("are now accusing", False),
        ("have been warning", False),
        ("was quoted as saying", False),
    ],
)
def test_what_others_say_of_a_subject_is_not_its_own_saying(cue: str, *, of_subject: bool) -> None:
    assert said_of_subject(cue) is of_subject


def test_to_add_to_something_says_nothing() -> None:
    assert is_procedural("Arrivals {add} [to the burden].")
