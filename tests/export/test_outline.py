"""An outline: speakers counted, statements in text order, chains of who quotes whom."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from specimen import specimen

from onrecord.export.outline import outline
from onrecord.record import Record


@pytest.fixture(scope="module")
def arranged():
    return outline(specimen())


def by_id(arranged, name):
    return next(entry for entry in arranged.entries if entry.statement.id == name)


def shuffled(record: Record, order: list[int]) -> Record:
    return replace(record, statements=tuple(record.statements[number] for number in order))


def within(record: Record, **outer: str) -> Record:
    """The record with statements put inside others."""
    statements = tuple(replace(one, within=outer.get(one.id, one.within)) for one in record.statements)
    return replace(record, statements=statements)


@given(st.permutations(range(15)))
def test_statements_come_in_text_order_whatever_their_order_in_the_record(order):
    found = [entry.statement.id for entry in outline(shuffled(specimen(), order)).entries]
    assert found == [f"st{number}" for number in range(15)]


@pytest.mark.parametrize(
    ("statement", "heading"),
    [
        ("st1", "Anton Varga"),
        ("st5", "Ilse Brandt, quoting unresolved (“my deputy”)"),
        ("st7", "Anton Varga, quoting Osei Lantry"),
        ("st8", "Unresolved (“She”)"),
        ("st10", "Port Velm, with Ardania"),
        ("st11", "Unresolved"),
    ],
)
def test_the_heading_says_who_speaks_and_through_whom(arranged, statement, heading):
    assert by_id(arranged, statement).heading == heading


def test_a_quotation_in_a_quotation_in_a_quotation():
    entry = by_id(outline(within(specimen(), st7="st6", st8="st7")), "st8")
    assert entry.heading == "Anton Varga, quoting Osei Lantry, quoting unresolved (“She”)"
    assert entry.depth == 2


def test_words_stand_in_text_order_with_source_and_cue_between(arranged):
    def pieces(name):
        return [(piece.role, piece.words) for piece in by_id(arranged, name).pieces]

    assert pieces("st4")[:2] == [("said", "“We did not sign,”"), ("told", "Dr. Brandt replied")]
    assert pieces("st11") == [("said", "The tolls"), ("told", "allegedly"), ("said", "doubled in a year")]
    # The line end and its hyphen are undone, as in the record's own words.
    assert pieces("st1")[1][1].startswith("the dredging of the inner harbour had")


def test_words_between_source_and_cue_are_shown_as_left_out():
    record = specimen()
    first = record.statements[1]
    text = record.document.text
    cue = replace(first.cue, start=text.index("guest"), end=text.index("guest") + 5)
    moved = replace(record, statements=(replace(first, cue=cue),))
    assert outline(moved).entries[0].pieces[0].words == "guest … Ambassador Varga"


def test_the_highest_page_and_the_pages_of_a_statement(arranged):
    assert arranged.pages == 2
    assert by_id(arranged, "st7").pages == (2,)
    bare = replace(specimen(), document=replace(specimen().document, blocks=()))
    assert outline(bare).pages is None


def test_the_unresolved_are_counted_and_keep_their_candidates(arranged):
    assert arranged.unresolved == 5
    candidates = [(voice.speaker.name, score) for voice, score in by_id(arranged, "st8").candidates]
    assert candidates == [("Ilse Brandt", 0.48), ("Velm Pilots’ Union", 0.22)]


def test_co_speakers_count_as_speaking(arranged):
    assert {voice.speaker.name: voice.statements for voice in arranged.voices}["Ardania"] == 1


def test_groups_by_text_begin_anew_at_each_change_and_keep_the_quoted_with_whom_quotes_them(arranged):
    groups = [(group.heading, [entry.statement.id for entry in group.entries]) for group in arranged.groups("text")]
    assert groups[1:4] == [
        ("Anton Varga", ["st1", "st2", "st3"]),
        ("Ilse Brandt", ["st4", "st5"]),
        ("Anton Varga", ["st6", "st7"]),
    ]


def test_groups_by_speaker_hold_all_of_a_speaker_in_text_order(arranged):
    groups = {group.heading: [entry.statement.id for entry in group.entries] for group in arranged.groups("speaker")}
    assert groups["Anton Varga"] == ["st1", "st2", "st3", "st6", "st7"]
    assert sorted(itertools.chain(*groups.values())) == sorted(entry.statement.id for entry in arranged.entries)


def test_unresolved_statements_with_other_candidates_stand_apart(arranged):
    assert [len(group.entries) for group in arranged.groups("speaker") if not group.voices] == [2, 1]


def test_statements_inside_each_other_in_a_ring_are_all_shown():
    ring = outline(within(specimen(), st1="st2", st2="st3", st3="st1", st4="st4"))
    assert {entry.statement.id for entry in ring.entries} == {f"st{number}" for number in range(15)}
    assert len(ring.entries) == 15


def test_a_document_without_a_title_is_called_by_the_heading_that_it_begins_with():
    record = specimen()
    untitled = replace(record.document, title=None)
    assert outline(replace(record, document=untitled)).title == record.document.title
    assert outline(replace(record, document=replace(untitled, blocks=untitled.blocks[1:]))).title is None
