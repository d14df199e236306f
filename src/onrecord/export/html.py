"""A record as one page of HTML that needs nothing but itself: no script, no other file, no other host.

What comes from the document is escaped, and the page's own policy forbids scripts, frames and requests besides.
"""

from __future__ import annotations

import base64
import functools
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.document import Document
from onrecord.export.acted import acted
from onrecord.export.body import body, hue
from onrecord.export.cited import cited
from onrecord.export.figured import figured
from onrecord.export.outline import Entry, Outline, Voice, outline
from onrecord.export.palette import DARK, HUES, LIGHT, variables
from onrecord.export.place import place
from onrecord.record import Record

if TYPE_CHECKING:
    from jinja2 import Environment, Template

__all__ = ["Listed", "index", "listed", "page", "render"]

_TEMPLATES = Path(__file__).parent / "templates"
# HTML has no way to write these two (https://html.spec.whatwg.org/#parse-error-null-character-reference).
_UNWRITABLE = re.compile("[\x00\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Listed:
    """A record as an index shows it, which is less than a record: an index may be of thousands."""

    file: str
    title: str
    publisher: str | None
    published: str | None
    origin: str
    speakers: int
    statements: int
    unresolved: int


@dataclass(frozen=True, slots=True)
class _Numbered:
    """An entry with its number on the page, the one around it, those inside it, and where its words stand."""

    number: int
    entry: Entry
    hue: str
    outer: _Numbered | None
    inner: list[_Numbered]
    places: str


@dataclass(frozen=True, slots=True)
class _Card:
    """A speaker with all that it says; `shared` are statements given to another speaker first. No voice: not resolved."""

    voice: Voice | None
    hue: str
    entries: list[_Numbered]
    shared: list[_Numbered]


def page(record: Record, *, unnamed: str = "text") -> str:
    """The record's page. Its spans must hold (`Record.verify`). `unnamed` is what a source without path and address is called.

    The text stands in the element `#text`, whose text content is `document.text`, except that a NUL or half a surrogate
    pair is U+FFFD there.
    """
    arranged = outline(record)
    numbered = _numbered(arranged)
    return render(
        "page.html.j2",
        outline=arranged,
        record=record,
        document=record.document,
        cards=_cards(arranged, numbered),
        cited=cited(record, arranged.view),
        figures=figured(arranged),
        acts=acted(arranged),
        hues=HUES,
        body=body(arranged),
        title=_title(arranged),
        address=_address(record.document),
        origin=record.document.source.uri or unnamed,
        words=len(record.document.text.split()),
    )


def listed(file: str, record: Record, *, unnamed: str = "text") -> Listed:
    """What an index says of the record whose page is `file`; `unnamed` as for the page."""
    arranged = outline(record)
    document, origin = record.document, record.document.source.uri or unnamed
    counts = len(arranged.voices), len(arranged.entries), arranged.unresolved
    return Listed(file, _title(arranged), document.publisher, document.published, origin, *counts)


def index(reports: Sequence[Listed], *, missing: Sequence[str] = ()) -> str:
    """A page that links to the pages of several records, and says what is `missing`, one reason a line."""
    return render("index.html.j2", reports=reports, missing=missing)


def render(template: str, **values: object) -> str:
    """The template filled in, with the style that all pages share."""
    text = _template(template).render(style=_style(), policy=_policy(), **values)
    return _UNWRITABLE.sub("\ufffd", text)


@functools.cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    # Every value is escaped; what is HTML already is marked so in the template that shows it.
    return Environment(
        loader=FileSystemLoader(_TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )


@functools.cache
def _template(name: str) -> Template:
    return _environment().get_template(name)


@functools.cache
def _style() -> str:
    colours = f":root{{{variables(LIGHT)}}}@media screen and (prefers-color-scheme:dark){{:root{{{variables(DARK)}}}}}"
    hues = "".join(f".c{name}{{--c:var(--c{name});--t:var(--t{name})}}" for name in [*range(HUES), "x"])
    return f"{colours}{hues}\n{(_TEMPLATES / 'page.css').read_text(encoding='utf-8')}"


@functools.cache
def _policy() -> str:
    digest = base64.b64encode(hashlib.sha256(_style().encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"


def _title(arranged: Outline) -> str:
    """What the page is called: by the document itself, else by its file."""
    uri = arranged.record.document.source.uri or ""
    return arranged.title or uri.rstrip("/").rsplit("/", 1)[-1] or "A report without a title"


def _address(document: Document) -> str | None:
    """The source's address where it is one that a link may lead to."""
    uri = document.source.uri or ""
    return uri if re.match(r"https?://", uri, re.IGNORECASE) else None


def _numbered(arranged: Outline) -> list[_Numbered]:
    found: list[_Numbered] = []
    open_at: list[_Numbered] = []
    document = arranged.record.document
    for number, entry in enumerate(arranged.entries, 1):
        del open_at[entry.depth :]
        outer = open_at[-1] if open_at else None
        places = "; ".join(place(document, span) for span in entry.statement.content)
        one = _Numbered(number, entry, hue(entry), outer, [], places)
        if outer:
            outer.inner.append(one)
        open_at.append(one)
        found.append(one)
    return found


def _cards(arranged: Outline, numbered: list[_Numbered]) -> list[_Card]:
    cards = [_Card(voice, str(voice.rank % HUES), [], []) for voice in arranged.voices]
    unresolved = _Card(None, "x", [], [])
    for one in numbered:
        first, *others = one.entry.voices or (None,)
        (cards[first.rank] if first else unresolved).entries.append(one)
        for other in others:
            if other:
                cards[other.rank].shared.append(one)
    return [*cards, unresolved] if unresolved.entries else cards
