"""Agreement of spans."""

from __future__ import annotations

import pytest

from training.measures import Scores, calibration, trimmed

TEXT = "“So be it,” said Mara Oru. She left."
GOLD = [(2, 0, 11, 0), (1, 12, 16, 0), (0, 17, 25, 0)]


def f1(found: list[tuple[int, int, int, int]]) -> dict[str, float]:
    scores = Scores()
    scores.add(TEXT, found, GOLD)
    return {f"{role} {measure}": score.f1 for (role, measure), score in scores.by_role.items()} | {"triples": scores.triples.f1}


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (GOLD, {"content exact": 100, "source exact": 100, "triples": 100}),
        ([(2, 1, 9, 0), *GOLD[1:]], {"content exact": 100, "triples": 100}),
        ([(2, 1, 6, 0), *GOLD[1:]], {"content exact": 0, "content begin": 100, "content overlap": 100, "triples": 0}),
        ([(2, 4, 9, 0), *GOLD[1:]], {"content begin": 0, "content overlap": 100}),
        ([*GOLD[:2], (0, 17, 25, 7)], {"source exact": 100, "triples": 0}),
        ([*GOLD, (0, 27, 30, 1)], {"source exact": pytest.approx(66.67, abs=0.01), "triples": 100}),
        ([], {"content exact": 0, "triples": 0}),
    ],
)
def test_scores(found: list[tuple[int, int, int, int]], expected: dict[str, float]) -> None:
    assert {name: score for name, score in f1(found).items() if name in expected} == expected


def test_a_span_of_marks_alone_is_trimmed_to_nothing() -> None:
    assert trimmed("“.”", (2, 0, 3, 4)) == (2, 1, 1, 4)


def test_calibration_is_the_mean_gap_between_confidence_and_truth() -> None:
    assert calibration([(0.75, True), (0.75, True), (0.75, True), (0.75, False)]) == pytest.approx(0)
    assert calibration([(1.0, False), (1.0, True)]) == pytest.approx(50)
    assert calibration([]) == 0
