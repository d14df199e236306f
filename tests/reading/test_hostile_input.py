"""Hostile input: refused with a reason, or read, and quickly either way."""

from __future__ import annotations

import io
import random
import time
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from office_making import W, docx, odt, paragraph, zipped

from onrecord.document import Document, check_blocks
from onrecord.errors import ReadError
from onrecord.reading.read import read

MAIL = "From: a@dune.example\nTo: b@dune.example\nSubject: Wells\nMIME-Version: 1.0\n"
# Generous, for a slow machine that does other things besides; each case is well under a second by itself.
SECONDS = 10.0


def laughs(root: str, doctype: str = "r") -> str:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "ha"}">' for n in range(10))
    return f'<?xml version="1.0"?><!DOCTYPE {doctype} [{entities}]>{root.format("&e9;")}'


def docx_of(document: str) -> bytes:
    return zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": document})


def many_parts(count: int) -> str:
    return MAIL + "Content-Type: multipart/mixed; boundary=b\n\n" + "--b\nContent-Type: text/plain\n\nhi\n" * count + "--b--"


CASES: dict[str, tuple[Callable[[], bytes], str]] = {
    "HTML 100,000 deep": (lambda: b"<html>" + b"<div>" * 100_000 + b"x", "nested more than 500 deep"),
    "HTML 100,000 deep in line": (lambda: b"<html>" + b"<b>" * 100_000 + b"x", "nested more than 500 deep"),
    "100,000 attributes": (
        lambda: b"<html><p " + b" ".join(b"a%d=1" % n for n in range(100_000)) + b">x",
        "more than 2,000 attributes",
    ),
    "300,000 tags that never close": (lambda: b"<html><p>" + b"<a " * 300_000, "no text was found"),
    "a million ampersands": (lambda: b"<html><p>" + b"&" * 1_000_000, ""),
    "a comment that never ends": (lambda: b"<html><!--" + b"-" * 1_000_000, "no text was found"),
    "HTML entity bomb": (lambda: laughs("<html><body><p>{} Dry.</p></body></html>", "html").encode(), ""),
    "DOCX entity bomb": (
        lambda: docx_of(laughs(f'<w:document xmlns:w="{W}">{{}}</w:document>')),
        "defines entities of its own",
    ),
    "DOCX that reads other files": (
        lambda: docx_of(f'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document xmlns:w="{W}">&x;</w:document>'),
        "defines entities of its own",
    ),
    "DOCX bomb": (lambda: docx(paragraph("a" * 60_000_000)), "a ZIP bomb"),
    "ODT bomb": (lambda: odt(f"<text:p>{'a' * 60_000_000}</text:p>"), "a ZIP bomb"),
    "DOCX 50,000 deep": (
        lambda: docx("<w:sdt><w:sdtContent>" * 50_000 + "</w:sdtContent></w:sdt>" * 50_000),
        "nested too deep",
    ),
    "DOCX tables 60 deep": (lambda: docx("<w:tbl><w:tr><w:tc>" * 60 + paragraph("x") + "</w:tc></w:tr></w:tbl>" * 60), ""),
    "ODT with a billion spaces": (lambda: odt('<text:p>a<text:s text:c="999999999"/>b</text:p>'), ""),
    "ZIP of 20,000 members": (lambda: zipped({f"f{n}": "" for n in range(20_000)}), "more than 10,000 members"),
    "messages 3,000 deep": (lambda: (MAIL + "Content-Type: message/rfc822\n\nSubject: x\n" * 3_000).encode(), "30 deep"),
    "multiparts 2,000 deep": (
        lambda: (MAIL + "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(2_000))).encode(),
        "more than 1,000 nested parts",
    ),
    "12,000 parts": (lambda: many_parts(12_000).encode(), "more than 10,000 parts"),
    "a header of 50,000 addresses": (lambda: ("From: " + '"a" <b@c>, ' * 50_000 + "\nTo: x\nSubject: y\n\nDry.").encode(), ""),
    "a subject of 100,000 encoded words": (lambda: (MAIL + "X: " + "=?utf-8?q?a?= " * 100_000 + "\n\nDry.").encode(), ""),
    "one line of 5,000,000 letters": (lambda: b"a" * 5_000_000, ""),
    "one line of 500,000 sentences": (lambda: b"The well is dry. " * 300_000, ""),
    "30,000 short lines": (lambda: b"a\n" * 30_000, ""),
    "a million hyphens": (lambda: b"-" * 1_000_000, ""),
    "half a million stars and spaces": (lambda: b"* " * 500_000, ""),
    "a million blank columns": (lambda: b"a" + b" " * 1_000_000 + b"b", ""),
    "random bytes": (lambda: random.Random(1).randbytes(200_000), "binary data"),  # noqa: S311
}
MARKDOWN: dict[str, tuple[Callable[[], bytes], str]] = {
    "brackets": (lambda: b"[" * 100_000, "too large for Markdown"),
    "stars": (lambda: b"*a " * 100_000, "too large for Markdown"),
    "a table far too wide": (
        lambda: b"|a" * 2_000 + b"|\n" + b"|-" * 2_000 + b"|\n" + b"|x\n" * 3_000,
        "too large for Markdown",
    ),
    "quotations 100,000 deep": (lambda: b"> " * 100_000 + b"x", "nested more than 100 deep"),
    "lists 1,000 deep": (lambda: b"".join(b" " * (2 * n) + b"- a\n" for n in range(1_000)), "nested more than 100 deep"),
}


def outcome(data: bytes, name: str) -> Document | ReadError:
    """The document, or the error with which it was refused; any other error fails the test."""
    try:
        document = read(data, name=name)
    except ReadError as error:
        return error
    assert check_blocks(document) == []
    return document


def check(data: bytes, name: str, reason: str) -> None:
    started = time.monotonic()
    found = outcome(data, name)
    assert time.monotonic() - started < SECONDS
    if reason:
        assert isinstance(found, ReadError)
        assert found.name == name
        assert reason in found.reason
    else:
        assert isinstance(found, Document), found


@pytest.mark.parametrize("case", CASES)
def test_hostile_input_is_read_or_refused_quickly(case: str) -> None:
    make, reason = CASES[case]
    check(make(), "hostile", reason)


@pytest.mark.parametrize("case", MARKDOWN)
def test_hostile_markdown_is_read_or_refused_quickly(case: str) -> None:
    make, reason = MARKDOWN[case]
    check(make(), "hostile.md", reason)


def unpacked(container: bytes) -> bytes:
    """The same container with its members stored as they are, so that what spoils it reaches the XML."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(container)) as packed, zipfile.ZipFile(buffer, "w") as stored:
        for member in packed.namelist():
            stored.writestr(member, packed.read(member))
    return buffer.getvalue()


WHOLE = {
    "docx": unpacked(docx(paragraph("The wells of Dune are dry.") * 3)),
    "odt": unpacked(odt("<text:p>The wells of Dune are dry.</text:p>" * 3)),
    "packed.docx": docx(paragraph("The wells of Dune are dry.") * 3),
    "eml": (
        MAIL.replace("Wells", "=?utf-8?B?V2VsbHM=?=")
        + "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>Dry.</p>\n--b--"
    ).encode(),
    "html": b"<!DOCTYPE html><html><body><table><tr><td>a<td>b</table><blockquote><q>Dry</q></blockquote><ul><li>x</ul>",
    "md": b"---\ntitle: x\n---\n# Wells\n\n> dry\n\n- a\n  - b\n\n|a|b|\n|-|-|\n|1|2|\n",
}


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(sorted(WHOLE)), st.data())
def test_a_file_cut_or_spoilt_anywhere_is_read_or_refused_by_name(kind: str, data: st.DataObject) -> None:
    whole = WHOLE[kind]
    cut = data.draw(st.integers(0, len(whole)))
    spoilt = data.draw(st.lists(st.tuples(st.integers(0, len(whole) - 1), st.integers(0, 255)), max_size=4))
    changed = bytearray(whole)
    for place, byte in spoilt:
        changed[place] = byte
    found = outcome(bytes(changed[:cut]), f"spoilt.{kind}")
    assert isinstance(found, Document) or str(found).startswith(f"spoilt.{kind}: ")


@settings(deadline=None, max_examples=100)
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    # A PDF or an image may come about by chance; their readers have tests of their own.
    if not data.startswith((b"%PDF", b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"II*", b"MM\0*")):
        found = outcome(data, "any")
        assert isinstance(found, Document) or found.name == "any"
