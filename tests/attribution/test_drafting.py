"""Links of raw spans drafted to attributions, without a model."""

from __future__ import annotations

import pytest

from onrecord.attribution.decoding import RoleSpan
from onrecord.attribution.drafting import draft
from onrecord.attribution.linking import Link
from onrecord.attribution.structure import Structure
from onrecord.spans import Span
from tests.speakers.telling import read_text


def drafted(text: str, source: str, cue: str, content: str) -> list[tuple[str | None, str | None, str]]:
    structure = Structure.of(read_text(text))

    def span(role: str, words: str) -> RoleSpan:
        at = text.index(words)
        return RoleSpan(role, Span(at, at + len(words)), 0.9)

    link = Link(span("cue", cue), span("source", source), (span("content", content),))
    return [
        (item.source and item.source.of(text), item.cue and item.cue.of(text), item.content[0].of(text))
        for item in draft(structure, [link])
    ]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("There was no room for loans which the people promise to repay.", "the people", "promise", "to repay"),
        ("The dam, which the people expect, is late.", "the people", "expect", "The dam"),
        ("600 SAID TO BE DEAD", "600", "SAID", "TO BE DEAD"),
        ("Asked whether he would go, Lima left.", "Lima", "Asked", "whether he would go"),
        ("The situation of the ferrymen calls for care.", "The situation of the ferrymen", "calls for", "care"),
        ("His Government had asked for soldiers.", "His Government", "had asked for", "soldiers"),
        ("Lima said the, and left.", "Lima", "said", "the"),
        ("One, who asked not to be named, left.", "who", "asked", "not"),
        ("Not everyone blames the council.", "Not everyone", "blames", "the council"),
        ("BOARD PRESS STATEMENT ON FLOOD IN OSK", "BOARD", "PRESS STATEMENT ON", "FLOOD IN OSK"),
        ("It refers to the young, while the Board counts all.", "the Board", "refers to", "the young"),
        ("Lima is expected to testify.", "Lima", "is expected", "to testify"),
    ],
)
def test_what_says_nothing_is_no_attribution(text: str, source: str, cue: str, content: str) -> None:
    assert drafted(text, source, cue, content) == []


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "drawn"),
    [
        ("She asked whether he would go.", "She", "asked", "whether he would go", ("She", "asked", "whether he would go")),
        (
            "The dam was safe, Lima continued.",
            "Lima",
            "continued",
            "The dam was safe",
            ("Lima", "continued", "The dam was safe"),
        ),
        ("Her country said no.", "Her country", "said", "no", ("Her country", "said", "no")),
        ("Lima promised to repay.", "Lima", "promised", "to repay", ("Lima", "promised", "to repay")),
        (
            "The dam, which the auditors said was unsafe, is shut.",
            "the auditors",
            "said",
            "was unsafe",
            ("the auditors", "said", "was unsafe"),
        ),
        (
            "Lima voiced her deep concern about the delay.",
            "Lima",
            "voiced",
            "her deep concern about the delay",
            ("Lima", "voiced her deep concern about", "the delay"),
        ),
        (
            "Lima expressed hope that the road would open.",
            "Lima",
            "expressed",
            "hope that the road would open",
            ("Lima", "expressed hope", "the road would open"),
        ),
    ],
)
def test_what_is_said_is_drawn_as_the_guidelines_say(
    text: str, source: str, cue: str, content: str, drawn: tuple[str, str, str]
) -> None:
    assert drafted(text, source, cue, content) == [drawn]


def test_what_a_thing_is_called_is_the_quoted_name_alone() -> None:
    text = "They closed the school, which she called “a disgrace”."
    structure = Structure.of(read_text(text))
    pieces = [Span(0, 23), Span(41, 53)]
    found = draft(
        structure,
        [
            Link(
                RoleSpan("cue", Span(34, 40), 0.9),
                RoleSpan("source", Span(30, 33), 0.9),
                tuple(RoleSpan("content", piece, 0.9) for piece in pieces),
            )
        ],
    )
    assert [piece.of(text) for item in found for piece in item.content] == ["“a disgrace”"]


def test_whoever_is_asked_is_no_part_of_the_question() -> None:
    text = "Col. Brandt asked the Minister for Water whether he had seen the dam."
    assert drafted(text, "Col. Brandt", "asked", "for Water whether he had seen the dam") == [
        ("Col. Brandt", "asked", "whether he had seen the dam")
    ]


@pytest.mark.parametrize(
    ("content", "drawn"),
    [
        ("KESTREL, Isle of Morn (AW) — A gunman gave up", "A gunman gave up"),
        ("PORT VELM/LISK, 4 May - The port is shut", "The port is shut"),
        ("UNWW — which runs the camp — is short of money", "UNWW — which runs the camp — is short of money"),
        ("It received a fifth of that", "It received a fifth of that"),
        ("It received a fifth, that", "It received a fifth"),
    ],
)
def test_a_content_has_no_dateline_and_no_that_but_one_which_points(content: str, drawn: str) -> None:
    assert drafted(f"{content}, police said.", "police", "said", content) == [("police", "said", drawn)]
