"""Failures that users of other tools reported, each as a small text: ours must come out right.

The texts were written for this project; `from` in each case names the public report of the failure.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from cases.making import as_html_list, as_narrow_pdf
from onrecord.engine.analyse import analyse
from onrecord.reading.read import read
from onrecord.record import Record

CASES: list[dict[str, Any]] = [
    json.loads(line) for line in (Path(__file__).parent / "cases.jsonl").read_text(encoding="utf-8").splitlines()
]
MAKERS = {"b38": as_narrow_pdf, "b41": as_html_list}


def record_of(case: dict[str, Any]) -> Record:
    make = MAKERS.get(case["id"])
    data = make(case["input"]) if make else case["input"].encode()
    return analyse(read(data, name=case["id"], media_type=None if make else "text/plain"))


def words(pieces: list[str] | tuple[str, ...]) -> str:
    """The words of the pieces, edges trimmed of marks and punctuation, so that a cut elsewhere is no difference."""
    return " ".join(" ".join(re.findall(r"[\w’'-]*\w[\w’'-]*", piece.strip(' "“”‘’.,!?'))) for piece in pieces)


def said(record: Record) -> list[tuple[str | None, str, str]]:
    """Who, which words and in which kind, neighbouring statements of one speaker and kind run together."""
    joined: list[tuple[str | None, str, str]] = []
    for statement in record.statements:
        speaker = record.speaker(statement)
        entry = (speaker.name if speaker else None, words(statement.words), statement.kind)
        if joined and (joined[-1][0], joined[-1][2]) == (entry[0], entry[2]):
            joined[-1] = (entry[0], f"{joined[-1][1]} {entry[1]}", entry[2])
        else:
            joined.append(entry)
    return joined


def wanted(case: dict[str, Any]) -> list[tuple[str | None, str, str]]:
    joined: list[tuple[str | None, str, str]] = []
    for expected in case["expect"]["statements"]:
        entry = (expected["speaker"], words(expected["content"]), expected["kind"])
        if joined and (joined[-1][0], joined[-1][2]) == (entry[0], entry[2]):
            joined[-1] = (entry[0], f"{joined[-1][1]} {entry[1]}", entry[2])
        else:
            joined.append(entry)
    return joined


def having(part: str) -> list[Any]:
    return [pytest.param(case, id=f"{case['id']} {case['kind']}") for case in CASES if part in case["expect"]]


@pytest.mark.parametrize("case", having("statements"))
def test_the_reported_failure_does_not_happen_here(case: dict[str, Any]) -> None:
    found = said(record_of(case))
    # "Question" is as right as nobody for an unnamed questioner, as the case's note says.
    found = [(None if name == "Question" else name, content, kind) for name, content, kind in found]
    assert found == wanted(case)


@pytest.mark.parametrize("case", having("figures"))
def test_the_figures_of_a_reported_failure_are_read_and_nothing_else_is(case: dict[str, Any]) -> None:
    record = record_of(case)
    found = [(one.span.of(record.document.text), one.low, one.high, one.unit) for one in record.figures]
    expected = case["expect"]["figures"]
    assert found == [(one["text"], one["value"], one["value"], one.get("unit")) for one in expected]
    for figure, one in zip(record.figures, expected, strict=True):
        assert set((figure.counted or "").casefold().split()) & set(one["counted"].casefold().split())
    # The cases ask of none that it be taken as a part.
    assert {figure.part_of for figure in record.figures} == {None}


@pytest.mark.parametrize("case", having("checks"))
def test_the_checks_of_a_reported_failure_say_what_they_should(case: dict[str, Any]) -> None:
    assert [finding.check for finding in record_of(case).findings] == case["expect"]["checks"]
