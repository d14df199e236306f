from __future__ import annotations

import pytest
from invented import reading, said

from bench.counts import Counts
from bench.readings import Reading
from bench.scores import score, way

GOLD = reading(
    said("Ana Lima", "the wells were dry", source="Ana Lima", cue="said"),
    said("Ana Lima", "The next rain was months away", kind="continued"),
    said("Ana Lima", "“We tried,”", "“We failed.”", source="she", cue="added", kind="direct"),
    said("Tamm", "the council had promised pumps", source="Mr. Tamm", cue="told"),
    said("council", "pumps", source="the council", cue="had promised", within=3),
)

MEASURES = (
    "content",
    "attributed",
    "attributed-inner",
    "attributed-all",
    "exact-content",
    "exact-source",
    "exact-cue",
    "statements",
)


def test_the_gold_itself_scores_one_everywhere() -> None:
    counts = score(GOLD, GOLD)
    assert {measure: counts.f1(measure) for measure in (*MEASURES, "continued", "nested")} == pytest.approx(
        dict.fromkeys((*MEASURES, "continued", "nested"), 1.0)
    )
    assert counts.precision("speaker") == counts.precision("kind") == counts.precision("nested-speaker") == 1


def test_nothing_predicted_scores_nothing() -> None:
    counts = score(GOLD, reading())
    assert {counts.f1(measure) for measure in MEASURES} == {0.0}
    assert counts.precision("speaker") is None
    assert counts.recall("continued") == 0


def test_an_empty_gold_has_no_recall_and_every_prediction_is_wrong() -> None:
    counts = score(reading(), GOLD)
    assert counts.recall("content") is None
    assert counts.f1("content") == 0
    assert counts.precision("statements") == 0


def test_right_words_by_the_wrong_speaker_count_for_content_alone() -> None:
    counts = score(reading(GOLD.statements[0]), reading(said("Tamm", "the wells were dry", source="Ana Lima", cue="said")))
    assert counts.f1("content") == 1
    assert counts.f1("attributed") == 0
    assert (counts.right["speaker"], counts.predicted["speaker"]) == (0, 1)


def test_how_speech_is_cut_up_does_not_matter_to_the_tokens() -> None:
    merged = reading(
        said("Ana Lima", "the wells were dry. The next rain was months away", source="Ana Lima", cue="said"),
        said("Ana Lima", "“We tried,”", source="she", cue="added", kind="direct"),
        said("Ana Lima", "“We failed.”", kind="direct"),
        *GOLD.statements[3:4],
    )
    counts = score(reading(*GOLD.statements[:4]), merged)
    assert counts.f1("attributed") == 1
    # One prediction speaks for two gold statements, two pieces of one gold statement are neither missed nor spurious.
    assert counts.recall("statements") == counts.precision("statements") == 1
    assert counts.f1("exact-content") == pytest.approx(2 * 3 / (4 + 5))


def _cut(text: str) -> Reading:
    return reading(said("Ana Lima", text, source="Ana Lima", cue="said"))


@pytest.mark.parametrize(
    ("predicted", "exact"),
    [
        ("the wells were dry", True),
        ("that the wells were dry.", True),
        (" the wells were dry. ", True),
        ("wells were dry", False),
        ("said that the wells were dry", False),
    ],
)
def test_a_leading_that_stops_and_white_space_are_no_edges(predicted: str, exact: bool) -> None:
    counts = score(reading(GOLD.statements[0]), _cut(predicted))
    assert (counts.f1("exact-content") == 1) is exact
    assert (counts.f1("content") == 1) is exact


def test_words_given_to_two_speakers_count_once_for_each() -> None:
    outer_alone = reading(*GOLD.statements[3:4])
    nested = reading(*GOLD.statements[3:4], said("council", "pumps", source="the council", cue="had promised", within=0))
    counts = score(nested, outer_alone)
    assert counts.f1("attributed") == 1
    assert counts.recall("attributed-inner") == 0
    assert counts.recall("attributed-all") == pytest.approx(5 / 6)
    assert counts.recall("nested") == 0
    # What was not found has no speaker to be wrong about, and costs nothing in the outer layer.
    assert (counts.right["speaker"], counts.predicted["speaker"]) == (1, 1)
    assert counts.recall("statements") == 1


def test_an_inner_statement_at_the_top_level_keeps_content_and_speaker() -> None:
    flat = reading(*GOLD.statements[3:4], said("council", "pumps", source="the council", cue="had promised"))
    nested = reading(*GOLD.statements[3:4], said("council", "pumps", source="the council", cue="had promised", within=0))
    counts = score(nested, flat)
    assert counts.precision("attributed") == 1
    assert counts.recall("attributed-inner") == 1
    assert counts.recall("nested") == 0
    assert (counts.right["speaker"], counts.predicted["speaker"]) == (2, 2)


def _continued(gold: Reading, predicted: Reading) -> tuple[float | None, ...]:
    counts = score(gold, predicted)
    return tuple(value for name in ("continued", "continued-words") for value in (counts.precision(name), counts.recall(name)))


def test_continued_speech_is_scored_by_words_and_speaker() -> None:
    gold = reading(*GOLD.statements[:2])
    narration = said("Tamm", "The meeting ended at noon", kind="continued")
    assert _continued(gold, gold) == (1, 1, 1, 1)
    assert _continued(gold, reading(*gold.statements, narration)) == (0.5, 1, 0.5, 1)
    wrong = reading(gold.statements[0], said("Tamm", "The next rain was months away", kind="continued"))
    assert _continued(gold, wrong) == (0, 0, 1, 1)
    run_on = reading(said("Ana Lima", "the wells were dry. The next rain was months away"))
    assert _continued(gold, run_on) == (None, 1, None, 1)


def test_a_source_where_the_gold_has_none_is_neither_right_nor_wrong() -> None:
    gold = reading(said("Ana Lima", "the wells were dry"))
    assert score(gold, reading(GOLD.statements[0])).f1("exact-source") is None


def test_no_speaker_in_the_gold_takes_none_or_the_sources_own_words() -> None:
    gold = reading(said(None, "the council had promised pumps", source="reporters"))
    for speaker, expected in ((None, 1), ("Reporters", 1), ("Tamm", 0)):
        predicted = reading(said(speaker, "the council had promised pumps", source="reporters"))
        counts = score(gold, predicted)
        assert counts.f1("attributed") == counts.precision("speaker") == expected
    assert counts.precision("unresolved") == 0


def test_unresolved_is_counted_apart_and_is_wrong() -> None:
    counts = score(reading(GOLD.statements[0]), reading(said(None, "the wells were dry")))
    assert counts.precision("unresolved") == 1
    assert counts.right["missing-speaker"] == 1
    assert counts.f1("attributed") == 0


@pytest.mark.parametrize(
    ("speaker", "source", "kind", "expected"),
    [
        ("Ana Lima", "Ana Lima", "indirect", "full name"),
        ("Lima", "Ana Lima", "indirect", "full name"),
        ("Jaan Tamm", "Mr. Tamm", "indirect", "part of a name"),
        ("Ana Lima", "she", "indirect", "pronoun"),
        ("Harbour Board", "the council", "indirect", "title"),
        ("Ana Lima", None, "direct", "no source"),
        ("Ana Lima", None, "continued", "continuation"),
    ],
)
def test_ways_of_pointing_at_a_speaker(speaker: str, source: str | None, kind: str, expected: str) -> None:
    statement = said(speaker, "pumps", source=source, kind=kind)
    assert way(reading(statement), statement) == expected


def test_kinds_are_counted_on_what_was_found() -> None:
    counts: Counts = score(GOLD, reading(said("Ana Lima", "the wells were dry", kind="mixed")))
    assert counts.predicted["confusion:indirect>mixed"] == 1
    assert counts.recall("kind:direct") == 0
    assert counts.recall("kind:indirect") == pytest.approx(1 / 2)
