"""What a page says about itself in markup made for it: title, date, publisher, language.

Only stated values count (Open Graph, Dublin Core, schema.org in JSON-LD or microdata, `time` marked as the date of
publication, `title`, `lang`); nothing is guessed from the running text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml.html import HtmlElement

from onrecord.reading.published import edtf

__all__ = ["Metadata", "metadata"]

_TITLE = ("og:title", "citation_title", "dc.title", "dcterms.title", "twitter:title")
_PUBLISHED = (
    "article:published_time", "og:published_time", "datepublished", "citation_publication_date", "citation_date",
    "dcterms.issued", "dc.date.issued", "dcterms.created", "dc.date.created", "dc.date", "dcterms.date", "parsely-pub-date",
    "sailthru.date", "pubdate", "publish-date", "publishdate", "publication_date", "date",
)  # fmt: skip
_PUBLISHER = ("og:site_name", "dc.publisher", "dcterms.publisher", "citation_publisher", "publisher", "application-name")
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]+)*$")
_LONGEST = 500


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is stated; null where nothing is."""

    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    language: str | None = None


def metadata(root: HtmlElement) -> Metadata:
    """What the page states about itself."""
    stated, linked = _meta(root), list(_linked_data(root))
    return Metadata(
        title=_first(stated, _TITLE) or _headline(root) or _text(next(root.iter("title"), None)),
        published=_published(root, stated, linked),
        publisher=_first(stated, _PUBLISHER) or _publisher(linked),
        language=_language(root, stated),
    )


def _meta(root: HtmlElement) -> dict[str, str]:
    """The `meta` elements, by lower-case name or property; of several, the first."""
    stated: dict[str, str] = {}
    for element in root.iter("meta"):
        key = (
            element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv") or ""
        ).strip()
        value = _fold(element.get("content"))
        if key and value:
            stated.setdefault(key.lower(), value)
    return stated


def _first(stated: dict[str, str], keys: tuple[str, ...]) -> str | None:
    return next((stated[key] for key in keys if key in stated), None)


def _headline(root: HtmlElement) -> str | None:
    """The page's only `h1`."""
    headlines = [text for text in (_text(element) for element in root.iter("h1")) if text]
    return headlines[0] if len(headlines) == 1 else None


def _published(root: HtmlElement, stated: dict[str, str], linked: list[dict[str, Any]]) -> str | None:
    candidates = [stated[key] for key in _PUBLISHED if key in stated]
    candidates += [entry["datePublished"] for entry in linked if isinstance(entry.get("datePublished"), str)]
    candidates += _marked_times(root)
    return next((date for date in map(edtf, candidates) if date), None)


def _marked_times(root: HtmlElement) -> list[str]:
    """Elements marked as the date of publication, else the page's only `time`."""
    marked = [element for element in root.iter() if element.get("itemprop") == "datePublished" or "pubdate" in element.attrib]
    times = list(root.iter("time"))
    chosen = marked or (times if len(times) == 1 else [])
    return [
        value for element in chosen for value in (element.get("datetime") or element.get("content") or _text(element),) if value
    ]


def _linked_data(root: HtmlElement) -> Iterator[dict[str, Any]]:
    """The objects of the page's JSON-LD, outermost first."""
    for script in root.iter("script"):
        if (script.get("type") or "").strip().lower() == "application/ld+json" and script.text:
            try:
                found = json.loads(script.text, strict=False)
            except (ValueError, RecursionError):
                continue
            yield from _objects(found)


def _objects(found: Any) -> Iterator[dict[str, Any]]:
    """A JSON-LD value as objects: itself, the members of a list, or those of its graph."""
    entries = found if isinstance(found, list) else [found]
    for entry in entries:
        if isinstance(entry, dict):
            yield entry
            graph = entry.get("@graph")
            yield from (inner for inner in graph if isinstance(inner, dict)) if isinstance(graph, list) else ()


def _publisher(linked: list[dict[str, Any]]) -> str | None:
    for entry in linked:
        publisher = entry.get("publisher")
        name = publisher.get("name") if isinstance(publisher, dict) else publisher
        if isinstance(name, str) and _fold(name):
            return _fold(name)
    return None


def _language(root: HtmlElement, stated: dict[str, str]) -> str | None:
    html = next(root.iter("html"), root)
    for value in (html.get("lang"), html.get("xml:lang"), stated.get("content-language"), stated.get("dc.language")):
        if value and (match := _LANGUAGE.match(value.strip())):
            return match[1].lower()
    return None


def _text(element: HtmlElement | None) -> str | None:
    return None if element is None else _fold("".join(element.itertext()))


def _fold(text: str | None) -> str | None:
    """White space folded; null for nothing, and cut where nobody could mean it."""
    folded = " ".join((text or "").split())
    return folded[:_LONGEST] or None
