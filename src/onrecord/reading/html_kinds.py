"""What kind of block an element of a page holds."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from onrecord.document import BlockKind

__all__ = ["Kinds"]

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LIST = frozenset(("li", "dt", "dd"))
_CAPTIONS = frozenset(("figcaption", "caption"))
_CAPTION_CLASS = re.compile(r"(?:^|[\s_-])caption(?:$|[\s_-])|wp-caption-text", re.IGNORECASE)
_NOTE_CLASS = re.compile(
    r"(?:^|\s)(?:foot-?notes?|end-?notes?|references|reflist|footnote-definition|sdfootnote|sdendnote|MsoFootnoteText|MsoEndnoteText)(?:$|[\s-])",
    re.IGNORECASE,
)
# Classes that Word gives paragraphs when it saves a page.
_WORD_TITLE = re.compile(r"MsoTitle\b")
_WORD_QUOTE = re.compile(r"Mso(?:Intense)?Quote\b")
_NOTE_ROLES = frozenset(("doc-footnote", "doc-endnote", "doc-endnotes"))
# A cell of more characters than this holds prose: its table is there for the layout.
_PROSE = 300


class Kinds:
    """Tells the kind of blocks; remembers which tables are data and which are layout."""

    def __init__(self) -> None:
        self._data: dict[HtmlElement, bool] = {}

    def of(self, home: HtmlElement) -> tuple[BlockKind, int | None]:
        """The kind of a block that stands right in `home`, and a heading's level."""
        nearest: BlockKind | None = None
        element: HtmlElement | None = home
        while element is not None and element.tag != "body":
            if element.tag in _HEADINGS:
                return "heading", _HEADINGS[element.tag]
            if _WORD_TITLE.search(element.get("class", "")):
                return "heading", 1
            if (element.tag == "blockquote" or _WORD_QUOTE.search(element.get("class", ""))) and nearest in (None, "list-item"):
                return "quote", None
            if _is_note(element):
                return "footnote", None
            nearest = nearest or self._own(element)
            element = element.getparent()
        return nearest or "paragraph", None

    def _own(self, element: HtmlElement) -> BlockKind | None:
        tag = element.tag
        if tag in _CAPTIONS or _CAPTION_CLASS.search(element.get("class", "")):
            return "caption"
        if tag in _LIST or "MsoListParagraph" in element.get("class", ""):
            return "list-item"
        if tag in ("td", "th") and self._is_data(element):
            return "cell"
        return None

    def _is_data(self, cell: HtmlElement) -> bool:
        table = next(cell.iterancestors("table"), None)
        if table is None:
            return False
        if table not in self._data:
            self._data[table] = _holds_data(table)
        return self._data[table]


def _is_note(element: HtmlElement) -> bool:
    return bool(_NOTE_CLASS.search(element.get("class", ""))) or element.get("role") in _NOTE_ROLES


def _holds_data(table: HtmlElement) -> bool:
    """Whether a table holds data: more than one column, short cells, no table or heading inside it."""
    if (
        table.get("role") in ("presentation", "none")
        or next(table.iterdescendants("table", "h1", "h2", "h3"), None) is not None
    ):
        return False
    cells = list(table.iterdescendants("td", "th"))
    rows = sum(1 for _ in table.iterdescendants("tr"))
    return len(cells) > rows and all(len("".join(cell.itertext()).strip()) <= _PROSE for cell in cells)
