"""Sayings told in the passive: who speaks and what was said, and the near-misses that report nothing so."""

import pytest

from onrecord.attribution.decoding import RoleSpan
from onrecord.attribution.linking import Link
from onrecord.attribution.passives import in_passive, with_passives
from onrecord.attribution.structure import Structure
from onrecord.spans import Span
from tests.speakers.telling import read_text

Parts = tuple[str, str, str]


def passives(text: str) -> list[Parts]:
    structure = Structure.of(read_text(text))
    found = [told for sentence in structure.sentences for told in in_passive(structure, sentence)]
    return [(told.source.of(text), told.cue.of(text), told.content.of(text).rstrip(".")) for told in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Minister Sefu Lole was quoted by state television as saying that the wells were safe.",
            ("Minister Sefu Lole", "was quoted by state television as saying", "the wells were safe"),
        ),
        (
            "Jan Holm, a fisherman, was quoted as saying: “We are tired.”",
            ("Jan Holm", "was quoted as saying", "“We are tired.”"),
        ),
        (
            "She was quoted in the Tide as telling a friend that she would resign.",
            ("She", "was quoted in the Tide as telling a friend", "she would resign"),
        ),
        (
            "The mayor was reported to have told ministers that the talks had failed.",
            ("The mayor", "was reported to have told ministers", "the talks had failed"),
        ),
        (
            "“We will not go,” the governor was quoted as saying by the Norland agency.",
            ("the governor", "was quoted as saying", "“We will not go,”"),
        ),
        ("Residents were told by soldiers that the road was mined.", ("soldiers", "were told by", "the road was mined")),
        (
            "Lien said the union had been told by the Authority that nothing was settled.",
            ("the Authority", "had been told by", "nothing was settled"),
        ),
    ],
)
def test_a_saying_in_the_passive_is_its_subject_s_or_its_agent_s(text: str, expected: Parts) -> None:
    assert passives(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor was quoted in three papers.",
        "The bridge was reported to have collapsed in the night.",
        "Residents were told that the road was mined.",
        "Residents were told by night that the road was mined.",
        "The mayor was quoted as saying so.",
    ],
)
def test_what_names_no_speaker_or_no_words_is_none(text: str) -> None:
    assert passives(text) == []


def test_what_the_model_made_of_the_passive_gives_way() -> None:
    text = "Lole was quoted by the Tide as saying that he would go."
    structure = Structure.of(read_text(text))

    def part(role: str, words: str) -> RoleSpan:
        at = text.index(words)
        return RoleSpan(role, Span(at, at + len(words)), 0.9)

    (link,) = with_passives(
        structure, [Link(part("cue", "was quoted"), part("source", "the Tide"), (part("content", "Lole"),))]
    )
    assert link.source is not None
    assert (link.source.span.of(text), link.contents[0].span.of(text)) == ("Lole", "he would go.")


def test_a_passive_in_somebody_s_words_is_left_to_nesting() -> None:
    text = "Lima said he had been told by guards that nobody may leave."
    structure = Structure.of(read_text(text))
    cue, said = RoleSpan("cue", Span(5, 9), 0.9), RoleSpan("content", Span(10, len(text) - 1), 0.9)
    links = [Link(cue, None, (said,))]
    assert with_passives(structure, links) == links
