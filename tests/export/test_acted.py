"""Acts, in the terminal view and on the page."""

from __future__ import annotations

import io
import re
from html import unescape

import msgspec
import pytest
from rich.console import Console
from specimen import specimen

from onrecord.export.acted import acted
from onrecord.export.html import page
from onrecord.export.outline import outline
from onrecord.export.terminal import print_record
from onrecord.record import Act, Finding, Record
from onrecord.spans import Span


@pytest.fixture
def record() -> Record:
    """The specimen, as if some of its words told of acts; the second and third share their verb."""
    plain = specimen()
    words = [Span(*match.span()) for match in re.finditer(r"[^\W\d_]{5,}", plain.document.text)]
    said = plain.statements[0].id
    acts = (
        Act(id="a1", body="Harbour Board", verb="adopted", object=words[2], when="2017-05", spans=(words[0], words[1])),
        Act(
            id="a2", body="Parliament of Kenia", verb="recognised", object=words[5], spans=(words[3], words[6]), statement=said
        ),
        Act(id="a3", body="UK", verb="recognised", object=None, negated=True, spans=(words[4], words[6])),
    )
    finding = Finding(
        check="name-variants",
        severity="note",
        message="Kenia",
        spans=(words[3],),
        evidence={"spelt": "Kenia", "listed": "Kenya"},
    )
    return msgspec.structs.replace(plain, acts=acts, findings=(finding,))


def screen_of(record: Record, *, places: bool = False) -> str:
    screen = io.StringIO()
    print_record(record, Console(file=screen, width=200), places=places)
    return screen.getvalue()


def test_each_act_is_told_with_body_verb_object_date_and_teller(record: Record) -> None:
    arranged = outline(record)
    said = record.statements[0]
    entry = next(entry for entry in arranged.entries if entry.statement.id == said.id)
    words = {one.id: arranged.view.words(one.object) for one in record.acts if one.object}
    assert [one.line for one in acted(arranged)] == [
        f"Harbour Board adopted {words['a1']}; 2017-05",
        f"Parliament of Kenia recognised {words['a2']}; the list of States has Kenya; said by {entry.name} ({said.id})",
        "UK NOT recognised; United Kingdom of Great Britain and Northern Ireland",
    ]


def test_a_statement_of_many_is_told_by_the_first_of_them(record: Record) -> None:
    first, second = record.speakers[:2]
    said = msgspec.structs.replace(record.statements[0], speaker=first.id, co_speakers=(second.id,))
    shown = acted(outline(msgspec.structs.replace(record, statements=(said, *record.statements[1:]))))
    assert shown[1].facts[-1] == f"said by {first.name} and others ({said.id})"


def test_the_terminal_lists_them_and_says_where_they_stand(record: Record) -> None:
    one, *_ = acted(outline(record))
    assert f"\n3 acts\n  a1  {one.body} {one.deed} (2017-05)\n" in screen_of(record)
    told = screen_of(record, places=True).partition("3 acts")[2].partition("a2")[0]
    assert all(f"characters {span.start}-{span.end}" in told for span in record.acts[0].spans)
    assert not re.search(r"^\d+ acts?$", screen_of(specimen()), re.MULTILINE)


def test_the_page_marks_each_and_lists_it_with_a_way_to_the_text(record: Record) -> None:
    shown = page(record)
    for one in record.acts:
        assert shown.count(f'id="d{one.id}"') == 1
        assert shown.count(f'href="#d{one.id}"') == 1
    # Three bodies and two verbs, each verb marked once.
    assert shown.count('<span class="act" title=') == 5
    text = re.search(r'<article id="text".*?>(.*)</article>', shown, re.DOTALL)
    assert text
    assert unescape(re.sub(r"<[^>]*>", "", text[1])) == record.document.text
    assert 'class="acts"' not in page(specimen())


def test_words_of_an_act_cannot_become_markup(record: Record) -> None:
    first = msgspec.structs.replace(record.acts[0], body='<b>"Board"</b>', verb="<i>")
    shown = page(msgspec.structs.replace(record, acts=(first,)))
    assert "<b>" not in shown
    assert "<i>" not in shown


def test_words_of_an_act_print_nothing_that_a_terminal_obeys(record: Record) -> None:
    first = msgspec.structs.replace(record.acts[0], id="a\x1b[2J", body="\x1b[31mBoard", when="\x1b[0m")
    assert "\x1b" not in screen_of(msgspec.structs.replace(record, acts=(first,)))
