"""Figures, in the terminal view and on the page."""

from __future__ import annotations

import io
import re
from html import unescape

import msgspec
import pytest
from rich.console import Console
from specimen import specimen

from onrecord.export.figured import figured
from onrecord.export.html import page
from onrecord.export.outline import outline
from onrecord.export.terminal import print_record
from onrecord.record import Figure, Record


@pytest.fixture
def record() -> Record:
    """The specimen, as if four of its words were figures."""
    plain = specimen()
    words = [match.span() for match in re.finditer(r"[^\W\d_]{5,}", plain.document.text)]
    told: list[dict[str, object]] = [
        {"low": 613, "high": 613, "qualifier": "at least", "counted": "people killed", "type": "killed", "where": "Korrin"},
        {
            "low": 24,
            "high": 24,
            "qualifier": "exactly",
            "counted": "children",
            "type": "killed",
            "groups": ("children", "girls"),
            "part_of": "f1",
        },
        {"low": 5e6, "high": 7e6, "qualifier": "about", "unit": "USD", "when": "2017", "authority": "the Harbour Board"},
        {
            "low": 300,
            "high": 300,
            "qualifier": "exactly",
            "counted": "goats",
            "denied": True,
            "statement": plain.statements[0].id,
        },
    ]
    figures = [
        msgspec.convert({"id": f"f{number}", "span": list(span), **one}, Figure)
        for number, (span, one) in enumerate(zip(words, told, strict=False), 1)
    ]
    return msgspec.structs.replace(plain, figures=tuple(figures))


def test_each_figure_is_told_with_all_that_is_said_of_it(record: Record) -> None:
    arranged = outline(record)
    words = [arranged.view.words(one.span) for one in record.figures]
    name = next(entry.name for entry in arranged.entries if entry.statement.id == record.statements[0].id)
    assert [(one.number, one.line) for one in figured(arranged)] == [
        (f"at least {words[0]} (613)", "people killed; in Korrin"),
        (f"{words[1]} (24)", f"children; killed; girls; part of {words[0]} (f1)"),
        (f"about {words[2]} (5,000,000 to 7,000,000 USD)", "2017; according to the Harbour Board"),
        (f"not {words[3]} (300)", f"goats; said by {name} ({record.statements[0].id}); denied"),
    ]


def test_the_terminal_lists_them(record: Record) -> None:
    screen = io.StringIO()
    print_record(record, Console(file=screen, width=200))
    one, _, money, _ = figured(outline(record))
    assert f"\n4 figures\n  f1  {one.number} people killed (in Korrin)\n" in screen.getvalue()
    assert f"\n  f3  {money.number} (2017; according to the Harbour Board)\n" in screen.getvalue()
    screen = io.StringIO()
    print_record(specimen(), Console(file=screen, width=200))
    assert "figure" not in screen.getvalue()


def test_the_terminal_says_where_they_stand(record: Record) -> None:
    screen = io.StringIO()
    print_record(record, Console(file=screen, width=200), places=True)
    span = record.figures[0].span
    assert f"{span.start}" in screen.getvalue().partition("4 figures")[2].partition("f2")[0]


def test_the_page_marks_each_and_lists_it_with_a_way_to_the_text(record: Record) -> None:
    shown = page(record)
    for one in record.figures:
        assert shown.count(f'id="n{one.id}"') == 1
        assert shown.count(f'href="#n{one.id}"') == 1
    assert 'title="people killed; in Korrin"' in shown
    text = re.search(r'<article id="text".*?>(.*)</article>', shown, re.DOTALL)
    assert text
    assert unescape(re.sub(r"<[^>]*>", "", text[1])) == record.document.text
    assert 'class="figures"' not in page(specimen())


def test_words_of_a_figure_cannot_become_markup(record: Record) -> None:
    first = msgspec.structs.replace(record.figures[0], counted='<b>"goats"</b>', authority="<i>")
    shown = page(msgspec.structs.replace(record, figures=(first,)))
    assert "<b>" not in shown
    assert "<i>" not in shown
