"""The statement in which words stand."""

from msgspec.structs import replace

from onrecord.record import Statement
from onrecord.spans import Span
from onrecord.within import Within


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
    found = {place: within.statement(Span(*place)) for place in places}
    assert {place: one and one.id for place, one in found.items()} == places


def test_a_statement_may_hold_its_cue_too() -> None:
    told = replace(said("st1", (20, 40)), cue=Span(10, 19))
    assert Within([told]).statement(Span(10, 19)) is None
    assert Within([told], cues=True).statement(Span(10, 19)) == told


def test_statements_within_each_other_in_a_ring_end_somewhere() -> None:
    within = Within([said("st1", (0, 10), within="st2"), said("st2", (0, 10), within="st1")])
    assert within.statement(Span(1, 2)) is None


def test_no_statements_no_place() -> None:
    assert Within([]).statement(Span(0, 1)) is None
