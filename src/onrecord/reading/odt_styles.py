"""The styles of an ODT file: which of them make a heading, a quotation, a caption, hidden or struck text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.document import BlockKind
from onrecord.reading.office_xml import Element, local, named

__all__ = ["Styles"]

_HEADING = re.compile(r"heading (\d+)", re.IGNORECASE)
_QUOTE = re.compile(r"quotations?|quote|block text", re.IGNORECASE)
_CAPTION = re.compile(r"caption|illustration|drawing|figure", re.IGNORECASE)
# OpenDocument writes a space or a sign in a style's name as its code between low lines.
_ESCAPE = re.compile(r"_([0-9a-f]{2})_")


@dataclass(frozen=True, slots=True)
class _Style:
    parent: str | None
    hidden: bool
    struck: bool


class Styles:
    """The styles by name, each knowing its parent."""

    def __init__(self, *parts: Element | None) -> None:
        self._styles: dict[str, _Style] = {}
        for part in parts:
            for style in () if part is None else part.iter():
                if local(style) == "style" and (name := named(style, "name")):
                    self._styles.setdefault(name, _style(style))

    def kind(self, paragraph: Element) -> tuple[BlockKind, int | None]:
        """The kind of a paragraph, and a heading's level."""
        names = self._names(named(paragraph, "style-name"))
        if local(paragraph) == "h":
            level = named(paragraph, "outline-level") or "1"
            return "heading", max(1, min(6, int(level))) if level.isdecimal() else 1
        for name in names:
            if match := _HEADING.fullmatch(name):
                return "heading", max(1, min(6, int(match[1])))
            if name.lower() in ("title", "subtitle"):
                return "heading", 1 if name.lower() == "title" else 2
            if _QUOTE.fullmatch(name):
                return "quote", None
            if _CAPTION.fullmatch(name):
                return "caption", None
        return "paragraph", None

    def hides(self, element: Element) -> bool:
        """Whether the characters of a paragraph or span are hidden."""
        return any(style.hidden for style in self._chain(named(element, "style-name")))

    def strikes(self, element: Element) -> bool:
        """Whether the characters of a paragraph or span are struck out."""
        return any(style.struck for style in self._chain(named(element, "style-name")))

    def _names(self, style: str | None) -> list[str]:
        """The names of a style and of those it derives from, as a user sees them."""
        names: list[str] = []
        while style and len(names) < 20:
            names.append(_ESCAPE.sub(lambda match: chr(int(match[1], 16)), style))
            found = self._styles.get(style)
            style = found.parent if found else None
        return names

    def _chain(self, style: str | None) -> list[_Style]:
        chain: list[_Style] = []
        while style and style in self._styles and len(chain) < 20:
            chain.append(self._styles[style])
            style = self._styles[style].parent
        return chain


def _style(style: Element) -> _Style:
    properties = [inner for inner in style if local(inner) == "text-properties"]
    through = [named(inner, "text-line-through-style") or named(inner, "text-line-through-type") for inner in properties]
    return _Style(
        parent=named(style, "parent-style-name"),
        hidden=any(named(inner, "display") == "none" for inner in properties),
        struck=any(value not in (None, "none") for value in through),
    )
