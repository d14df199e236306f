"""The statement in which words stand."""

from onrecord.engine.within import Within
from onrecord.record import Statement
from onrecord.spans import Span


def said(name: str, *pieces: tuple[int, int], within: str | None = None) -> Statement:
    content = tuple(Span(*piece) for piece in pieces)
    return Statement(
        id=name, speaker=None, kind="indirect", content=content, words=("",) * len(pieces), within=within, confidence=1
    )


def test_the_innermost_statement_is_meant() -> None:
    within = Within([said("st1", (0, 40), (60, 90)), said("st2", (10, 30), within="st1"), said("st3", (100, 120))])
    places = {
        (2, 8): "st1",
        (12, 20): "st2",
        (25, 35): "st1",
        (65, 70): "st1",
        (45, 50): None,
        (105, 110): "st3",
        (85, 95): None,
    }
    assert {place: within.statement(Span(*place)) for place in places} == places


def test_statements_within_each_other_in_a_ring_end_somewhere() -> None:
    within = Within([said("st1", (0, 10), within="st2"), said("st2", (0, 10), within="st1")])
    assert within.statement(Span(1, 2)) is None


def test_no_statements_no_place() -> None:
    assert Within([]).statement(Span(0, 1)) is None
