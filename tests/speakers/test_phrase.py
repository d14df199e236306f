"""The words at a cue taken apart: joint speakers, kinds of mentions, articles and brackets."""

import pytest

from onrecord.spans import Span
from onrecord.speakers.mention import Mention
from onrecord.speakers.phrase import read


def mentions(phrase: str) -> list[Mention]:
    return read(phrase, Span(0, len(phrase)))


@pytest.mark.parametrize(
    ("phrase", "names"),
    [
        ("Ardania and Velmora", ["Ardania", "Velmora"]),
        ("Mr. Tamm and Ms. Lima", ["Tamm", "Lima"]),
        ("CANADA, with the EU", ["CANADA", "EU"]),
        ("The CENTRAL AFRICAN REPUBLIC, with BANGLADESH and ERITREA", ["CENTRAL AFRICAN REPUBLIC", "BANGLADESH", "ERITREA"]),
        ("the Harbour Board (HB) and Ana Lima", ["Harbour Board", "Ana Lima"]),
        ("I and the Justice Secretary", ["I", "Justice Secretary"]),
        ("the Institute for Defence Studies and Analyses", ["Institute for Defence Studies and Analyses"]),
        ("the Operations Monitoring and Information Center", ["Operations Monitoring and Information Center"]),
        ("Parliaments of Mexico, Peru and Panama", ["Parliaments of Mexico, Peru and Panama"]),
        (
            "the foreign ministers of Ghana, Mali and Togo and other guests",
            ["foreign ministers of Ghana, Mali and Togo", "other guests"],
        ),
        ("World Bank Velmora and Ardania Country Manager Ana Lima", ["Ana Lima"]),
        ("the Auditor herself", ["Auditor"]),
        ("data collected by Harbour Watch from 41 volunteers", ["Harbour Watch"]),
        ("figures of the Harbour Board", ["Harbour Board"]),
        ("Harbour Watch and by the Board", ["Harbour Watch", "Board"]),
        ("government and military officials", ["government and military officials"]),
    ],
)
def test_joint_speakers_are_parted_and_names_with_and_are_not(phrase: str, names: list[str]) -> None:
    assert [mention.text for mention in mentions(phrase)] == names


@pytest.mark.parametrize(
    ("phrase", "kind", "text"),
    [
        ("the delegation", "body", "delegation"),
        ("A Committee Expert", "office", "Committee Expert"),
        ("Another Expert", "office", "Another Expert"),
        ("the Minister", "office", "Minister"),
        ("She", "pronoun", "She"),
        ("residents", "group", "residents"),
        ("more than 150 states", "group", "150 states"),
        ("Ankara", "state", "Ankara"),
        ("Ghana's", "state", "Ghana"),
        ("the audit report", "document", "audit report"),
        ("Security Council resolution 2139", "document", "Security Council resolution 2139"),
        ("UN Resolution 1325 (2000)", "document", "UN Resolution 1325 (2000)"),
        ("A leaked letter seen by the Harbour Gazette", "document", "leaked letter"),
        ("ANA LIMA (Velmora)", "person", "ANA LIMA"),
        ("My hon. Friend the Member for Sill (Mr Tamm)", "person", "Tamm"),
        ("Omar Said, who chairs the Board of Velmora", "person", "Omar Said"),
        ("a 60-year-old woman", "office", "woman"),
        ("The mayor of Port Velm, Ilse Brandt", "person", "Ilse Brandt"),
        ("an investigator of the Orlan Republic (OPR), Ilse Brandt", "person", "Ilse Brandt"),
        ("In March Velmora", "person", "Velmora"),
        ("What Harbour Rights Watch", "body", "Harbour Rights Watch"),
        ("WHO’s Regional Director, Dr. Ana Lima", "person", "Ana Lima"),
        ("a nurse of WHO", "office", "nurse of WHO"),
        ("WHO", "pronoun", "WHO"),
        ("Mine owner Velmora Resources", "body", "Mine owner Velmora Resources"),
        ("the Harbour Post", "body", "Harbour Post"),
        ("Lowland Courier", "body", "Lowland Courier"),
        ("April Stone", "person", "April Stone"),
    ],
)
def test_kinds_of_mentions(phrase: str, kind: str, text: str) -> None:
    (mention,) = mentions(phrase)
    assert (mention.kind, mention.text) == (kind, text)


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("Harbour Rights Watch said no.", "body", "Harbour Rights Watch"),
        ("Velmora Energy said no.", "body", "Velmora Energy"),
        ("WHO said no.", "body", "WHO"),
        ("US said no.", "state", "US"),
        ("Ana Baker said no.", "person", "Ana Baker"),
        ("Who said no?", "pronoun", "Who"),
        ("WHO SAID NO?", "pronoun", "WHO"),
    ],
)
def test_the_sentence_tells_names_and_pronouns_from_bodies(text: str, kind: str, name: str) -> None:
    (mention,) = read(text, Span(0, text.lower().index(" said")))
    assert (mention.kind, mention.text) == (kind, name)


def test_the_bracket_is_kept() -> None:
    (mention,) = mentions("ANA LIMA (Velmora)")
    assert mention.bracket == "Velmora"


@pytest.mark.parametrize("phrase", ["1.", "the", "…"])
def test_words_that_name_nobody_give_no_mention(phrase: str) -> None:
    assert mentions(phrase) == []


@pytest.mark.parametrize(
    ("phrase", "gender"), [("a spokeswoman", "f"), ("the chairman", "m"), ("the ombudsman", None), ("a widow", "f")]
)
def test_a_noun_may_say_the_gender(phrase: str, gender: str | None) -> None:
    assert mentions(phrase)[0].gender == gender


@pytest.mark.parametrize("label", ["Question", "Q", "Answer"])
def test_the_label_of_a_question_is_nobodys_name(label: str) -> None:
    assert [mention.kind for mention in mentions(label)] == ["unnamed"]
