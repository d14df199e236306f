"""The styles of a DOCX file: which of them make a heading, a list item, a quotation, a caption or hidden text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.document import BlockKind
from onrecord.reading.office_xml import Element, local, named

__all__ = ["Styles", "child", "on"]

# Word writes the names of its own styles in English, whatever language it speaks to its user.
_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_QUOTE = re.compile(r"quot(?:e|ation)|block ?text|zitat|citation|citat|cita\b", re.IGNORECASE)
_OFF = frozenset(("0", "false", "off", "none"))


def child(element: Element | None, *path: str) -> Element | None:
    """The first descendant along a path of local names; null where it breaks off."""
    for name in path:
        if element is None:
            return None
        element = next((inner for inner in element if local(inner) == name), None)
    return element


def on(properties: Element | None, name: str) -> bool | None:
    """Whether a property is switched on; null where it is not mentioned."""
    found = child(properties, name)
    return None if found is None else (named(found, "val") or "1").lower() not in _OFF


@dataclass(frozen=True, slots=True)
class _Style:
    name: str
    parent: str | None
    outline: int | None
    listed: bool
    runs: Element | None


class Styles:
    """The styles by id, each knowing the one it is based on."""

    def __init__(self, root: Element | None) -> None:
        found = [] if root is None else [style for style in root if local(style) == "style"]
        self._styles = {named(style, "styleId") or "": _style(style) for style in found}

    def kind(self, properties: Element | None) -> tuple[BlockKind, int | None]:
        """The kind of a paragraph with these properties, and a heading's level."""
        chain = self._chain(_value(properties, "pStyle"))
        for style in chain:
            if match := _HEADING.fullmatch(style.name):
                return "heading", min(6, max(1, int(match[1])))
            if style.name.lower() == "title":
                return "heading", 1
            if style.name.lower() == "subtitle":
                return "heading", 2
        outline = _outline(properties)
        outline = outline if outline is not None else next((s.outline for s in chain if s.outline is not None), None)
        if outline is not None and outline < 9:
            return "heading", min(6, outline + 1)
        return self._lesser_kind(properties, chain), None

    def _lesser_kind(self, properties: Element | None, chain: list[_Style]) -> BlockKind:
        names = [style.name.lower() for style in chain]
        if any(_QUOTE.search(name) for name in names):
            return "quote"
        if any(name.startswith(("toc ", "table of ")) for name in names):
            return "furniture"
        if "caption" in names:
            return "caption"
        if any(name in ("footnote text", "endnote text") for name in names):
            return "footnote"
        number = _value(child(properties, "numPr"), "numId")
        listed = any(style.listed for style in chain) or any(name.startswith("list ") for name in names)
        return "list-item" if number != "0" and (number or listed) else "paragraph"

    def switched(self, paragraph: Element | None, run: Element | None, name: str) -> bool:
        """Whether a property of characters (`vanish`, `strike`, `b`) is on for a run of a paragraph with these properties."""
        direct = on(run, name)
        if direct is not None:
            return direct
        chain = [*self._chain(_value(run, "rStyle")), *self._chain(_value(paragraph, "pStyle"))]
        return next((state for style in chain if (state := on(style.runs, name)) is not None), False)

    def _chain(self, style: str | None) -> list[_Style]:
        """A style and those it is based on."""
        chain: list[_Style] = []
        while style is not None and style in self._styles and len(chain) < 20:
            chain.append(self._styles[style])
            style = self._styles[style].parent
        return chain


def _style(style: Element) -> _Style:
    paragraph = child(style, "pPr")
    return _Style(
        name=_value(style, "name") or "",
        parent=_value(style, "basedOn"),
        outline=_outline(paragraph),
        listed=child(paragraph, "numPr") is not None,
        runs=child(style, "rPr"),
    )


def _value(element: Element | None, name: str) -> str | None:
    found = child(element, name)
    return None if found is None else named(found, "val")


def _outline(properties: Element | None) -> int | None:
    value = _value(properties, "outlineLvl")
    return int(value) if value and value.isdecimal() else None
