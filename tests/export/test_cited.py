"""What is cited, in the terminal view and on the page."""

from __future__ import annotations

import io
import re
from html import unescape

import msgspec
import pytest
from rich.console import Console
from specimen import specimen

from onrecord.export.cited import cited
from onrecord.export.html import page
from onrecord.export.terminal import print_record
from onrecord.flow import flow
from onrecord.record import Record, Reference
from onrecord.spans import Span


@pytest.fixture
def record() -> Record:
    """The specimen, as if five of its words cited something."""
    plain = specimen()
    words = [Span(*match.span()) for match in re.finditer(r"[^\W\d_]{5,}", plain.document.text)]
    told: list[dict[str, object]] = [
        {"target": "S/RES/822", "status": "resolved", "pinpoint": "paragraph 4"},
        {"target": "S/RES/822", "status": "resolved"},
        {"target": None, "status": "ambiguous", "candidates": ("additional-protocol-i-1977", "velm-accord")},
        {"target": None, "status": "unknown"},
        {"target": "S/RES/9100", "status": "unknown"},
    ]
    references = [
        msgspec.convert({"id": f"r{number}", "span": [span.start, span.end], **one}, Reference)
        for number, (span, one) in enumerate(zip(words, told, strict=False), 1)
    ]
    return msgspec.structs.replace(plain, references=tuple(references))


def test_each_thing_is_listed_once_with_what_is_known_of_it(record: Record) -> None:
    found = cited(record, flow(record.document))
    words = [one.span.of(record.document.text) for one in record.references]
    assert [(one.line, len(one.references), one.certain) for one in found] == [
        ("S/RES/822; 1993-04-30", 2, True),
        (f"“{words[2]}”; ambiguous, perhaps Additional Protocol I, velm-accord", 1, False),
        (f"“{words[3]}”; not in the catalogue", 1, False),
        ("S/RES/9100; not in the catalogue", 1, False),
    ]


def test_the_terminal_lists_it_at_the_end(record: Record) -> None:
    screen = io.StringIO()
    print_record(record, Console(file=screen, width=100))
    assert "\n4 cited\n   2  S/RES/822; 1993-04-30\n" in screen.getvalue()
    screen = io.StringIO()
    print_record(specimen(), Console(file=screen, width=100))
    assert "cited" not in screen.getvalue()


def test_the_page_links_text_and_list_both_ways_and_keeps_the_words(record: Record) -> None:
    html = page(record)
    for target in re.findall(r'href="#([iq][^"]*)"', html):
        assert f'id="{target}"' in html
    assert len(re.findall(r'class="to" href="#i1"', html)) == 2
    assert '<a href="#qr1" aria-label="Reference r1 in the text" title="paragraph 4">r1</a>' in html
    article = re.search(r'<article id="text".*?>(.*)</article>', html, re.DOTALL)
    assert article
    assert unescape(re.sub(r"<[^>]*>", "", article[1])) == record.document.text
    assert "Cited" not in page(specimen())
