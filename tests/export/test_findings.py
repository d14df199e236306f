"""Findings as the screen and the page show them."""

from __future__ import annotations

import io
import re

import pytest
from msgspec.structs import replace
from rich.console import Console
from specimen import specimen

from onrecord.export.html import page
from onrecord.export.terminal import print_record
from onrecord.record import Finding, Record
from onrecord.spans import Span


@pytest.fixture
def record() -> Record:
    made = specimen()
    text = made.document.text
    first, second = text.index("Anton Varga"), text.index("Ilse Brandt")
    findings = (
        Finding(check="role-differs", severity="note", message="<b>two</b> offices\x1b[31m", spans=(Span(first, first + 11),)),
        Finding(
            check="date-order",
            severity="error",
            message="“A” is after “B”",
            spans=(Span(second, first + 11), Span(second, second + 4)),
        ),
    )
    return replace(made, findings=findings)


def shown(record: Record, *, width: int = 90, places: bool = False) -> str:
    stream = io.StringIO()
    print_record(record, Console(file=stream, width=width, highlight=False), places=places)
    return stream.getvalue()


def test_the_screen_lists_them_behind_the_statements(record):
    text = shown(record)
    assert "2 findings: what does not fit together" in text
    assert "error     “A” is after “B” (date-order, p.1)" in text
    assert text.index("st13") < text.index("2 findings")
    assert "\x1b" not in text
    assert "characters" in shown(record, places=True).rpartition("2 findings")[2]


def test_no_findings_no_section():
    assert "does not fit" not in shown(specimen())
    assert "does not fit" not in page(specimen())


def test_the_page_marks_their_words_and_leads_to_the_list_and_back(record):
    html = page(record)
    for number in (1, 2):
        assert len(re.findall(rf'id="m{number}"', html)) == len(re.findall(rf'id="w{number}"', html)) == 1
        assert f'href="#m{number}"' in html
        assert f'href="#w{number}"' in html
    assert "&lt;b&gt;two&lt;/b&gt;" in html
    assert "<b>two" not in html


def test_marks_of_findings_leave_the_text_as_it_is(record):
    article = re.search(r'<article id="text".*?</article>', page(record), re.DOTALL)
    assert article
    plain = re.search(r'<article id="text".*?</article>', page(specimen()), re.DOTALL)
    assert plain
    assert re.sub(r"<[^>]+>", "", article[0]) == re.sub(r"<[^>]+>", "", plain[0])
