"""Sayings inside somebody's words, told by their form: what is found, and the near-misses that report nothing."""

import pytest

from onrecord.attribution.attribution import Attribution
from onrecord.attribution.cited import authority, cited
from onrecord.attribution.nesting import in_each_other, until_own_words
from onrecord.attribution.structure import Structure
from onrecord.spans import Span
from tests.speakers.telling import read_text

Told = tuple[str | None, str, list[str]]


def inside(text: str, *, direct: bool = False) -> list[Told]:
    structure = Structure.of(read_text(text))
    return [
        (item.source and item.source.of(text), item.cue.of(text), [piece.of(text) for piece in item.content])
        for item in cited(structure, Span(0, len(text)), direct=direct)
        if item.cue
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Harbour Board had warned that the dam would fail", ("the Harbour Board", "had warned", ["the dam would fail"])),
        ("the report stated that prices had doubled", ("the report", "stated", ["prices had doubled"])),
        (
            "the Assembly had repeatedly condemned the attacks on wells",
            ("the Assembly", "had repeatedly condemned", ["the attacks on wells"]),
        ),
        ("she recalled how, in May, he had called for a new vote", ("he", "had called for", ["a new vote"])),
        ("the mayor told the guests that the road was shut", ("the mayor", "told", ["the road was shut"])),
        ("the Commission stated in its report that shells were found", ("the Commission", "stated", ["shells were found"])),
        (
            "we heard the hon. Member for Port Velm say no, as “we know” shows, but the Board said: “It is over.”",
            ("the Board", "said", ["“It is over.”"]),
        ),
        ("article 6, which states: “All may vote.”", ("which", "states", ["“All may vote.”"])),
        ("according to the audit, 40 wells were dry", ("the audit", "according to", ["40 wells were dry"])),
        ("40 wells were dry, according to Velmoran officials", ("Velmoran officials", "according to", ["40 wells were dry"])),
        (
            "according to information presented by the applicants, the river had turned black",
            ("the applicants", "according to information presented by", ["the river had turned black"]),
        ),
        ("they passed a motion whereby they condemned the shelling of Ostby", ("they", "condemned", ["the shelling of Ostby"])),
        ("the mayor as saying that the wells were dry", ("the mayor", "saying", ["the wells were dry"])),
        ("they quoted Ana Lima as saying the wells were dry", ("Ana Lima", "saying", ["the wells were dry"])),
        (
            "she echoed Ardania’s call for a new inquiry into the flood",
            ("Ardania", "call for", ["a new inquiry into the flood"]),
        ),
        (
            "it shared the Secretary-General’s finding that the posts were unsafe and his view of the road",
            ("the Secretary-General", "finding", ["the posts were unsafe"]),
        ),
        ("it backed the call by the women’s group for a greater part", ("the women’s group", "call", ["a greater part"])),
        (
            "her delegation shared the concern voiced by the envoy of Borovia that the draft lacked a timetable",
            ("the envoy of Borovia", "concern voiced", ["the draft lacked a timetable"]),
        ),
        ("the claim by the company that nobody lived there was false", ("the company", "claim", ["nobody lived there"])),
        (
            "the minister’s promise that no school would close had been broken",
            ("the minister", "promise", ["no school would close"]),
        ),
        ("the mayor, for his part, assured him that nobody was held", ("the mayor", "assured", ["nobody was held"])),
        (
            "as the mission has confirmed, the posts are in the gorge",
            ("the mission", "has confirmed", ["the posts are in the gorge"]),
        ),
        (
            "the posts, as the auditor noted in May, are in the gorge",
            ("the auditor", "noted", ["the posts", "are in the gorge"]),
        ),
        ("two mills had closed, as the union pointed out", ("the union", "pointed out", ["two mills had closed"])),
        ("there were reports of shots near the port", (None, "reports of", ["shots near the port"])),
        ("it was stressed that the talks must go on", (None, "was stressed", ["the talks must go on"])),
        ("new arrivals are reportedly fleeing the floods", (None, "reportedly", ["new arrivals are", "fleeing the floods"])),
        ("claims had, reportedly, passed nine thousand", (None, "reportedly", ["claims had", "passed nine thousand"])),
        (
            "the Governor had made it clear that no toll would be raised",
            ("the Governor", "had made it clear", ["no toll would be raised"]),
        ),
        ("the Board took the view that the quay was hers", ("the Board", "took the view", ["the quay was hers"])),
        ("in May the Harbour Court held that the permits were void", ("the Harbour Court", "held", ["the permits were void"])),
        ("the survey shows that two wells in five are foul", ("the survey", "shows", ["two wells in five are foul"])),
        ("in the view of the Harbour Board, the pier was sold", ("the Harbour Board", "in the view of", ["the pier was sold"])),
        ("the ward had no water, as the Board reported", ("the Board", "reported", ["the ward had no water"])),
        (
            "their own position on the talks, which is that no envoy can be received, but we go on",
            ("their", "position", ["no envoy can be received"]),
        ),
        ("the Board’s answer was that the pumps were too old", ("the Board", "answer", ["the pumps were too old"])),
        ("the message from the Board was that nobody would leave", ("the Board", "message", ["nobody would leave"])),
        ("he had complaints from the nurses that nets were cut", ("the nurses", "complaints", ["nets were cut"])),
        ("the minister’s promise to rebuild the school was recalled", ("the minister", "promise", ["to rebuild the school"])),
        (
            "he saw the statement of the Harbour Board that the pier leaks",
            ("the Harbour Board", "statement", ["the pier leaks"]),
        ),
        ("the mayor used to say that debts are ropes", ("the mayor", "used to say", ["debts are ropes"])),
        ("having been told by guards that all had left", ("guards", "having been told by", ["all had left"])),
        ("the mayor wrote to us as follows: “It is over.”", ("the mayor", "wrote", ["“It is over.”"])),
        ("an audit by the Board that found that wells were dry", ("that", "found", ["wells were dry"])),
        (
            "in its ruling of May the Harbour Court held that the pier is hers",
            ("the Harbour Court", "held", ["the pier is hers"]),
        ),
        ("there are reports that the consul has been recalled", (None, "reports that", ["the consul has been recalled"])),
    ],
)
def test_a_saying_inside_what_was_said_is_told_by_its_form(text: str, expected: Told) -> None:
    assert expected in inside(text)


@pytest.mark.parametrize(
    "text",
    [
        "nobody had claimed that the dam was safe",
        "the Board had not said that the dam was safe",
        "if the auditors had warned that stocks were low, all would know",
        "she asked whether the Board had stated that it was safe",
        "the Board would say that the dam was safe",
        "how can the Board say that the dam was safe?",
        "the measures recommended that day were many",
        "his delegation welcomed the report and urged the Board to act",
        "the periodic reports of Ardania were read",
        "according to plan, the vote was held",
        "as the world grows warmer, the harvests fail",
        "as had been agreed in May, the line was drawn",
        "Ardania’s position on the border had not changed",
        "the Board had held that post for ten years",
        "the Board should make it clear that no toll is due",
        "the talks made clear headway on the pier",
        "our position is that the pier is ours",
        "the position is that of a clerk in the harbour",
        "the gate was closed, as the Board asked in May",
        "the road is expected to open in June",
        "the findings of the Board on torture were read",
        "the mayor was used to the noise of the mill",
        "she held that found objects were hers",
    ],
)
def test_what_is_denied_supposed_or_the_speakers_own_is_no_other_saying(text: str) -> None:
    assert not inside(text)


def test_the_speakers_own_saying_of_another_day_counts_only_word_for_word() -> None:
    told = "we announced that the fields were clear"
    assert inside(told, direct=True) == [("we", "announced", ["the fields were clear"])]
    assert not inside(told)
    assert not inside("we say that the fields are clear", direct=True)


def test_what_a_speaker_cites_has_the_same_words() -> None:
    text = "Citing ministry figures, he said 40 people had died."
    structure = Structure.of(read_text(text))
    said = Attribution(Span(25, 27), Span(28, 32), (Span(33, 51),), "indirect")
    named = authority(structure, said)
    assert named is not None
    assert named.source is not None
    assert named.cue is not None
    assert (named.source.of(text), named.cue.of(text), named.content) == ("ministry figures", "Citing", said.content)


def test_sayings_inside_sayings_point_at_the_nearest_around_them() -> None:
    around = Attribution(Span(0, 4), Span(5, 9), (Span(10, 60),), "indirect")
    inner = Attribution(Span(12, 16), Span(17, 20), (Span(21, 40),), "indirect")
    apart = Attribution(Span(62, 64), Span(65, 68), (Span(70, 80),), "indirect")
    assert [item.within for item in in_each_other([apart, inner, around], 3)] == [3, 4, 3]


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("the road was shut, but when we came it was open", "the road was shut"),
        ("he would send tents, and to this day I have seen none", "he would send tents"),
        ("the road was shut, so I turned back", "the road was shut"),
        ("the road was shut, but we should wait", "the road was shut, but we should wait"),
        ("the road was shut, and we were to wait", "the road was shut, and we were to wait"),
        ("the road was shut, but nobody knew why", "the road was shut, but nobody knew why"),
    ],
)
def test_inside_a_quotation_what_another_said_ends_where_the_speaker_goes_on_as_i(said: str, kept: str) -> None:
    text = f"He told me that {said}"
    item = Attribution(Span(0, 2), Span(3, 7), (Span(len(text) - len(said), len(text)),), "indirect")
    assert [piece.of(text) for piece in until_own_words(text, item).content] == [kept]
