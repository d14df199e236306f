from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

import pytest
from invented import reading, said

from bench.calibration import Judged, bins, error, judge, svg


def _judged(confidence: float, right: int, wrong: int) -> list[Judged]:
    return [Judged(confidence, n < right, "indirect") for n in range(right + wrong)]


def test_confidence_that_is_the_share_right_has_no_error() -> None:
    assert error(_judged(0.75, 3, 1) + _judged(0.25, 1, 3)) == pytest.approx(0)
    assert error(_judged(1.0, 1, 1)) == pytest.approx(0.5)
    assert error([]) == 0


def test_bins_hold_every_statement_once() -> None:
    judged = [Judged(n / 20, right=True, kind="direct") for n in range(21)]
    assert sum(part.number for part in bins(judged)) == 21
    assert bins(judged)[-1].high == 1


def test_a_statement_is_right_with_words_and_speaker() -> None:
    gold = reading(said("Ana Lima", "the wells were dry"))
    for speaker, words, expected in (("Ana Lima", "wells were dry", True), ("Tamm", "the wells were dry", False)):
        predicted = reading(replace(said(speaker, words), confidence=0.5))
        assert [(one.confidence, one.right) for one in judge(gold, predicted)] == [(0.5, expected)]
    assert not judge(gold, reading(said("Ana Lima", "The meeting ended at noon")))[0].right


def test_the_plot_is_well_formed() -> None:
    root = ElementTree.fromstring(svg(_judged(0.75, 3, 1) + _judged(0.25, 1, 3)))  # noqa: S314
    assert len(root.findall("{http://www.w3.org/2000/svg}circle")) == 2
