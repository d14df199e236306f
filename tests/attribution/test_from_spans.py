"""What the rules make of the model's spans, on sentences written for these tests; no model is asked."""

from __future__ import annotations

import re

import pytest

from onrecord.attribution.decoding import RoleSpan
from onrecord.attribution.drafting import draft
from onrecord.attribution.linking import link
from onrecord.attribution.quoting import complete
from onrecord.attribution.splitting import split
from onrecord.attribution.stretching import stretch
from onrecord.attribution.structure import Structure
from onrecord.attribution.subjects import name_sources
from onrecord.spans import Span
from tests.speakers.telling import read_text

MARKS = {"‹": ("source", "›"), "{": ("cue", "}"), "⟦": ("content", "⟧")}


def unmarked(marked: str) -> tuple[str, list[RoleSpan]]:
    """The text without marks and the spans that they stood around, as the model might give them."""
    text, spans = "", []
    for part in re.findall(r"‹[^›]*›|\{[^}]*\}|⟦[^⟧]*⟧|[^‹{⟦]+", marked):
        role, _ = MARKS.get(part[0], (None, None))
        words = part[1:-1] if role else part
        spans += [RoleSpan(role, Span(len(text), len(text) + len(words)), 0.9)] if role else []
        text += words
    return text, spans


def told(marked: str) -> list[tuple[str | None, str | None, list[str]]]:
    """Source, cue and content of each attribution that comes of the marked spans."""
    text, spans = unmarked(marked)
    structure = Structure.of(read_text(text))
    links = name_sources(structure, split(structure, link(structure, spans)), spans)
    found = complete(structure, draft(structure, stretch(structure, links, spans)))
    return [
        (item.source and item.source.of(text), item.cue and item.cue.of(text), [piece.of(text) for piece in item.content])
        for item in found
    ]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("In its report on ⟦the upper wells⟧, ‹the panel› {noted} ⟦that two had collapsed⟧.", ["two had collapsed"]),
        ("Comparing ⟦the two ports⟧, ‹he› {stressed} ⟦the need for cranes⟧.", ["the need for cranes"]),
        ("⟦The visit was short⟧, although ‹the panel› {had found} that ⟦two had collapsed⟧.", ["two had collapsed"]),
        ("⟦In addition⟧, ‹he› {said}, ⟦the ferry was late⟧.", ["the ferry was late"]),
        ("With regard to ⟦the new mines⟧, ‹a delegate› {said} ⟦that they were closed⟧.", ["they were closed"]),
        ("On prices, ‹he› {said} ⟦they had doubled⟧.", ["they had doubled"]),
        ("⟦On prices⟧, ‹he› {said} ⟦that they had doubled⟧.", ["they had doubled"]),
        (
            "⟦On Monday the port was closed⟧, ‹he› {said}, ⟦and nobody knew⟧.",
            ["On Monday the port was closed", "and nobody knew"],
        ),
        # What is said begins with its preposition.
        ("⟦In Osk⟧, ‹he› {said}, ⟦the ferry was late⟧.", ["In Osk", "the ferry was late"]),
        ("⟦If the rains fail⟧, ‹she› {said}, ⟦all would be lost⟧.", ["If the rains fail", "all would be lost"]),
    ],
)
def test_an_opener_before_the_speaker_is_no_part_of_what_is_said(marked: str, expected: list[str]) -> None:
    assert [content for _, _, content in told(marked)] == [expected]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "‹She› {said} ⟦that the dam was old and said that nobody had looked at it⟧.",
            [("She", "said", ["the dam was old"]), ("She", "said", ["nobody had looked at it"])],
        ),
        (
            "‹She› {said} ⟦that the dam was old and that nobody had looked at it⟧.",
            [("She", "said", ["the dam was old and that nobody had looked at it"])],
        ),
        (
            "⟦Ms. Lima said that 40 wells were dry⟧, as ‹the Relief Office› {reported} last week.",
            [("Ms. Lima", "said", ["40 wells were dry, as the Relief Office reported last week"])],
        ),
        (
            "⟦Ms. Lima said that 40 wells were dry⟧, ‹the Relief Office› {reported}.",
            [("the Relief Office", "reported", ["Ms. Lima said that 40 wells were dry"])],
        ),
    ],
)
def test_each_saying_stands_by_itself(marked: str, expected: list[tuple[str, str, list[str]]]) -> None:
    assert told(marked) == expected


@pytest.mark.parametrize(
    ("marked", "source", "cue"),
    [
        ("President Lind welcomed the delegates, {noting} ⟦that the pass was open⟧.", "President Lind", "noting"),
        ("‹Mayor Lucan› {Best said} ⟦the pass was open⟧.", "Mayor Lucan Best", "said"),
        (
            "Chief of the Regional Office, ‹Ms. Lind› {said} ⟦the pass was open⟧.",
            "Chief of the Regional Office, Ms. Lind",
            "said",
        ),
        ("Harbour Fellow and ‹former Governor Lind› {said} ⟦it was open⟧.", "Harbour Fellow and former Governor Lind", "said"),
        ("‹Relief Office Warns› {of} ⟦empty wells⟧", "Relief Office", "Warns of"),
        ("In Osk, ‹Ms. Lind› {said} ⟦the pass was open⟧.", "Ms. Lind", "said"),
        ("⟦The pass was open⟧, {according to} ‹the› rescue ministry.", "the rescue ministry", "according to"),
        ("‹The miners› {called} ⟦for peace in the valley⟧.", "The miners", "called for"),
        ("‹The Court› {today ruled} ⟦that the pass was open⟧.", "The Court", "ruled"),
        ("‹The Court› {ruled on Monday} ⟦that the pass was open⟧.", "The Court", "ruled"),
        ("‹Lilia Arin, 24› {said} ⟦the pass was open⟧.", "Lilia Arin", "said"),
        ("‹Council resolutions 822, 853 and 9› {said} ⟦it was open⟧.", "Council resolutions 822, 853 and 9", "said"),
        ("‹The herders and› {said} ⟦the pass was open⟧.", "The herders", "said"),
        ("‹The Board› {said in a news release} ⟦that the pass was open⟧.", "The Board", "said"),
    ],
)
def test_sources_are_whole_and_cues_bare(marked: str, source: str, cue: str) -> None:
    ((found, verb, _),) = told(marked)
    assert (found, verb) == (source, cue)


@pytest.mark.parametrize(
    "marked",
    [
        "‹The ministry› {gave} ⟦no comment⟧.",
        "‹Three mayors› {spoke} at the hearing ⟦on the water law⟧.",
        "One herder, ‹who› {did not want} ⟦to be named⟧, left.",
        "One herder, ‹who› {asked} ⟦not to be named⟧, left.",
        "‹The Harbour Board› hears {calls for} ⟦steady funding⟧.",
        "‹The Harbour Board› {concluded its general debate on} ⟦the valley⟧.",
        "‹Two› {accounts of} ⟦one night⟧",
        "⟦A message⟧ {was then read out} by ‹the mayor›.",
        "‹The treaty› {prohibits} ⟦the sale of salt⟧.",
        "There is no room for loans which ‹the town› expects and ‹the Board› {promises} ⟦to repay⟧.",
    ],
)
def test_nobody_s_words_are_told(marked: str) -> None:
    assert told(marked) == []


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("⟦The meeting opened the resolution⟧, ‹which› {reaffirms} ⟦the right to water⟧.", ["the right to water"]),
        ("⟦It is still waiting⟧, ⟦Marie Okafor⟧, ‹its delegate›, {said}.", ["It is still waiting"]),
        ("‹He› {wrote} ⟦to the director, Jonas Rehn: “Same account as last time.”⟧", ["“Same account as last time.”"]),
        ("{The call} by ‹the women› ⟦for peace in the valley⟧.", ["peace in the valley"]),
        (
            "‹He› {said} ⟦the Tana basin⟧, a source of power and of food for many towns, ⟦may dry up⟧.",
            ["the Tana basin, a source of power and of food for many towns, may dry up"],
        ),
    ],
)
def test_contents_hold_what_is_said_and_no_more(marked: str, expected: list[str]) -> None:
    assert [content for _, _, content in told(marked)] == [expected]


def test_a_saying_in_a_quotation_takes_nothing_from_whoever_is_quoted() -> None:
    text = "“‹The Harbour Council› {recognizes} that ⟦‘shared salt’, as the elders call it, feeds the valley⟧, and it goes on.”"
    whole = "“The Harbour Council recognizes that ‘shared salt’, as the elders call it, feeds the valley, and it goes on.”"
    assert told(text)[0] == (None, None, [whole])


def test_a_long_paragraph_in_marks_is_no_title() -> None:
    words = " ".join(["and the herders of the valley"] * 6)
    assert told(f"“The Council stands by its word {words}”") == [(None, None, [f"“The Council stands by its word {words}”"])]
    assert told("“Ten years after the flood”") == []
