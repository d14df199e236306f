"""Who said what, in spans: the guidelines' edges, kinds, pieces, turns and nesting, on sentences written for these tests."""

from collections.abc import Iterator

import pytest

from onrecord.attribution.attribute import attribute
from onrecord.attribution.attribution import Attribution
from onrecord.flow import Flow, flow
from onrecord.reading.read import read


def found_in(text: str) -> tuple[Flow, list[Attribution]]:
    view = flow(read(text.encode(), name="test", media_type="text/plain"))
    return view, attribute(view)


def told(text: str) -> list[tuple[str | None, str | None, list[str], str]]:
    """Source, cue, content and kind of every attribution, in words."""
    view, found = found_in(text)

    def words(item: Attribution) -> Iterator[str | None]:
        for span in (item.source, item.cue):
            yield span.of(view.text) if span else None

    return [(*words(item), [piece.of(view.text) for piece in item.content], item.kind) for item in found]


EDGES = [
    ("Ms. Okoro said that the wells were dry.", ("Ms. Okoro", "said", ["the wells were dry"], "indirect")),
    ("She also stressed the need for speed.", ("She", "stressed", ["the need for speed"], "indirect")),
    (
        "With two schools closed, Mayor Lind stressed that the buses must run.",
        ("Mayor Lind", "stressed", ["With two schools closed", "the buses must run"], "indirect"),
    ),
    ("On prices, Mr. Tamm said they had doubled.", ("Mr. Tamm", "said", ["they had doubled"], "indirect")),
    (
        "The Court asked the State to report on its measures within a month.",
        ("The Court", "asked", ["the State to report on its measures within a month"], "indirect"),
    ),
    (
        "Governor Ilse Brandt, who lost the vote, said the count was unfair.",
        ("Governor Ilse Brandt", "said", ["the count was unfair"], "indirect"),
    ),
    (
        "H.E. Mr. Anton Varga, while speaking at the opening, said the treaty was alive.",
        ("H.E. Mr. Anton Varga", "said", ["the treaty was alive"], "indirect"),
    ),
    ("“It is over,” said Mayor Una Kray.", ("Mayor Una Kray", "said", ["“It is over,”"], "direct")),
    (
        "Mr. Tamm said the plan was “dead on arrival” in the Senate.",
        ("Mr. Tamm", "said", ["the plan was “dead on arrival” in the Senate"], "mixed"),
    ),
    (
        "“We tried,” Ms. Okoro said. “We failed.”",
        ("Ms. Okoro", "said", ["“We tried,”", "“We failed.”"], "direct"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), EDGES)
def test_spans_are_drawn_as_the_guidelines_say(text: str, expected: tuple[str, str, list[str], str]) -> None:
    assert told(text) == [expected]


def test_a_word_that_points_is_no_opening_of_a_clause() -> None:
    ((_, _, content, _),) = told("Ms. Dalia Renko, Chargé d’affaires of Tarsk, rejected that account.")
    assert content == ["that account"]


def test_a_content_ends_before_a_word_that_only_opens_what_follows() -> None:
    text = "Ambassador Una Kray recalled the flood at Dune in February 1992, in which, she said, 61 people lost their lives."
    assert ["the flood at Dune in February 1992"] in [content for _, _, content, _ in told(text)]


def test_what_this_points_at_is_the_content() -> None:
    text = "The territories are part of Velmora, and this has been affirmed in Security Council resolutions 901 and 902."
    ((_, _, content, _),) = told(text)
    assert content == ["The territories are part of Velmora"]


def test_a_cue_without_a_subject_of_its_own_takes_that_of_the_sentence() -> None:
    assert [source for source, *_ in told("She condemned the raid and stated that the guards had slept.")] == ["She", "She"]


def test_a_headline_is_not_carried_on_by_the_next() -> None:
    found = told('Ministry says talks "constructive"\n\nTalks held in Osk\n\nThe talks on the river, held in Osk, went on.')
    assert [content for _, _, content, _ in found] == [['talks "constructive"']]


def test_words_in_cells_of_a_table_are_nobodys() -> None:
    assert told("| Speaker | Position |\n|---|---|\n| Mr. Brill said | The dam is safe |\n| Ms. Farr | Denied |") == []


@pytest.mark.parametrize(
    "text",
    [
        "The Assembly adopted the budget.",
        "The Senate unanimously passed a law.",
        "The forum focused on the role of farmers there.",
    ],
)
def test_procedure_gives_nobody_words(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("The minister did not say that the bridge was closed.", True),
        ("The minister said that the bridge was not closed.", False),
    ],
)
def test_only_a_denied_cue_is_negated(text: str, negated: bool) -> None:
    _, found = found_in(text)
    assert [item.negated for item in found] == [negated]


def test_each_paragraph_of_a_quotation_is_an_attribution_of_its_own() -> None:
    text = "“The river took it,” Mr. Lim said.\n\n“For nine days nobody came to us.\n\n“On the tenth we left.”\n\nIt is closed."
    assert [(source, content) for source, _, content, _ in told(text)] == [
        ("Mr. Lim", ["“The river took it,”"]),
        (None, ["“For nine days nobody came to us."]),
        (None, ["“On the tenth we left.”"]),
    ]


TRANSCRIPT = """Question: When does the road open?

Ms. Karr: On Friday. We have two crews there.

The bridge comes later.

(Laughter.)

Question: And who pays?

Ms. Karr: The auditors told us that the fund was empty. We shall borrow."""


def test_a_turn_belongs_to_its_label_paragraph_by_paragraph() -> None:
    outer = [(source, content) for source, cue, content, _ in told(TRANSCRIPT) if cue is None]
    assert outer == [
        ("Question", ["When does the road open?"]),
        ("Ms. Karr", ["On Friday. We have two crews there"]),
        (None, ["The bridge comes later"]),
        ("Question", ["And who pays?"]),
        ("Ms. Karr", ["The auditors told us that the fund was empty. We shall borrow"]),
    ]


def test_words_quoted_inside_a_turn_point_at_it() -> None:
    view, found = found_in(TRANSCRIPT)
    (inner,) = [item for item in found if item.within is not None]
    assert inner.content[0].of(view.text) == "the fund was empty"
    assert found[inner.within or 0].content[0].covers(inner.content[0])


@pytest.mark.parametrize(
    "text",
    [
        "One thing is certain: the road will not open before Friday.\n\nThe market was empty.",
        "Contact: Ana Lima\n\nTel: 555 0199",
        "Interview: “We shall wait.”\n\nThe mayor spoke on Friday.",
        "RIVER TALKS: what we know\n\nThe talks began on Monday.",
    ],
)
def test_a_colon_alone_makes_no_speaker(text: str) -> None:
    assert not any(item.turn for item in found_in(text)[1])


@pytest.mark.parametrize("gap", [" ", "\n\n"])
def test_a_signed_quotation_belongs_to_the_name_after_the_dash(gap: str) -> None:
    text = f"“Water remembers what we forget.”{gap}— Una Kray, mayor of Dune\n\nThe hearing began at noon in the old mill."
    assert told(text)[0][:3] == ("Una Kray, mayor of Dune", None, ["“Water remembers what we forget.”"])


def test_a_signed_quotation_ends_the_turn_before_it() -> None:
    signed = "“We shall not be counted twice.”\n\n— Una Kray"
    assert told(f"{TRANSCRIPT}\n\n{signed}")[-1][:3] == ("Una Kray", None, ["“We shall not be counted twice.”"])
    assert [row[0] for row in told(f"{TRANSCRIPT}\n\n{signed}")].count("Una Kray") == 1


def test_an_attitude_belongs_to_its_cue() -> None:
    found = told("Velmora’s delegate expressed her Government’s firm support for the reform of the Board.")
    assert [(row[1], row[2]) for row in found] == [("expressed her Government’s firm support for", ["the reform of the Board"])]


def test_what_befalls_people_says_nothing() -> None:
    assert told("The plight of the ferrymen calls attention to the state of the piers.") == []


def test_a_plain_question_reported_and_a_verb_behind_are_found() -> None:
    text = (
        "ANA LIMA (Velmora) said the wells were dry. The visit had been “a theatre”, although the Board had found that most "
        "gauges were out of order, she continued. She asked what evidence the delegation of Ardania relied on."
    )
    cues = [(row[0], row[1]) for row in told(text)]
    assert ("she", "continued") in cues
    assert ("She", "asked") in cues


def test_a_question_put_to_the_speaker_is_not_hers() -> None:
    found = told("Asked whether the mayor would step down, Lima replied: “Ask me after the vote.”")
    assert [(row[0], row[2]) for row in found] == [("Lima", ["“Ask me after the vote.”"])]


def test_a_text_without_words_of_anybody_has_no_attributions() -> None:
    assert told("The dam is 40 metres high. It was built in 1961.") == []


def test_spans_of_a_long_text_do_not_depend_on_what_stands_far_away() -> None:
    filler = "The valley has four villages and one road. " * 120
    text = filler + "\n\nMs. Okoro said that the wells were dry.\n\n" + filler
    assert told(text) == [("Ms. Okoro", "said", ["the wells were dry"], "indirect")]


def test_inside_what_was_said_each_has_a_source_of_its_own() -> None:
    said = told("Dr. Norrin said that the Court had ordered their release, and that the Ministry had promised to comply.")
    assert ("the Ministry", "had promised", ["to comply"]) in [item[:3] for item in said[1:]]
    shared = told("Dr. Norrin said that the Court had ordered their release and had warned the Ministry of a fine.")
    assert {source for source, *_ in shared[1:]} <= {"the Court"}


def test_what_is_only_supposed_was_not_said() -> None:
    assert told("If the operator says again that the gates were shut, somebody should ask for the logs.") == []
    assert told("In May the operator said again that the gates were shut.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ms. Lima said that 40 wells were dry, as the Relief Office reported last week. She asked for pumps.",
            ["40 wells were dry, as the Relief Office reported last week"],
        ),
        (
            "What the envoy said is that most chapters are closed.",
            ["most chapters are closed"],
        ),
        (
            "Dr. Norrin said that the Court had ordered their release, and that the Ministry had promised to comply.",
            ["the Court had ordered their release, and that the Ministry had promised to comply"],
        ),
        ("When the floor was opened, Ms. Lima asked whether the wells were dry.", ["whether the wells were dry"]),
        ("If the rains fail, Ms. Lima said, the wells would be dry.", ["If the rains fail", "the wells would be dry"]),
    ],
)
def test_what_was_said_takes_in_its_own_clauses_and_no_others(text: str, expected: list[str]) -> None:
    assert told(text)[0][2] == expected
