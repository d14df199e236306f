"""The blocks that a reader of a page sees, with the words exactly as a browser shows them.

White space is folded as CSS folds it (not in `pre`), `br` is a line feed, `q` gets the quotation marks that browsers draw.
Scripts, forms and hidden elements are passed over, and so are the marks of notes; what was hidden or struck out is counted,
so that it can be said.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree
from lxml.html import HtmlElement

from onrecord.document import BlockKind
from onrecord.reading.headings import reads_as_heading
from onrecord.reading.html_kinds import Kinds
from onrecord.reading.paragraphs import bullet

__all__ = ["Piece", "Walk", "letters", "walk"]

_PASSED = frozenset((
    "head", "script", "style", "template", "noscript", "noframes", "iframe", "object", "embed", "applet", "svg", "canvas",
    "audio", "video", "map", "dialog", "select", "option", "datalist", "button", "input", "textarea", "progress", "meter", "rp",
))  # fmt: skip
_BLOCK = frozenset((
    "html", "body", "div", "p", "section", "article", "main", "header", "footer", "nav", "aside", "figure", "figcaption",
    "blockquote", "ul", "ol", "li", "dl", "dt", "dd", "menu", "dir", "table", "caption", "thead", "tbody", "tfoot", "tr", "td",
    "th", "pre", "xmp", "listing", "plaintext", "address", "fieldset", "legend", "form", "details", "summary", "center", "hr",
    "hgroup", "search", "h1", "h2", "h3", "h4", "h5", "h6",
))  # fmt: skip
_VERBATIM = frozenset(("pre", "xmp", "listing", "plaintext"))
_STRONG = frozenset(("b", "strong"))
_STRUCK = frozenset(("del", "s", "strike"))
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HIDDEN_CLASS = re.compile(r"(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-text|element-invisible)(?:\s|$)", re.IGNORECASE)
_NOTE_LINK = re.compile(r"#(?:_?ftn|_?edn|fn|cite_note|note|footnote|endnote|sdfootnote|sdendnote)", re.IGNORECASE)
_NOTE_SIGN = re.compile(r"[\[(]?(?:\d{1,3}|[ivx]{1,5}|[a-z]|[*\u2020\u2021\u00a7\u00b6\u2191^]+)[\])]?\.?", re.IGNORECASE)
_NO_LETTER = re.compile(r"[\W_]+")
_SPACE = re.compile(r"[ \t\n\r\f]+")
_AROUND_BREAK = re.compile(r"[ \t]*\n[ \t]*")
# A line that `br` ends parts paragraphs where it is empty, or where a sentence ends before it and another begins after it.
_PARAGRAPH_BREAK = re.compile(
    r"\n{2,}|(?<=[.!?\u2026])\n(?=[\"\u201c\u00ab\u2018(]?[^\W\d_a-z])|(?<=[.!?][\"\u201d\u00bb\u2019)])\n(?=[\"\u201c\u00ab\u2018(]?[^\W\d_a-z])"
)
_MARKS = "\"'\u2018\u2019\u201c\u201d\u00ab\u00bb\u2039\u203a\u201e\u201a"


@dataclass(frozen=True, slots=True)
class Piece:
    """A block as it stands in the page; `linked` counts its letters inside links, `home` is the element around it."""

    kind: BlockKind
    text: str
    level: int | None
    linked: int
    home: HtmlElement


@dataclass(slots=True)
class Walk:
    """What was found: the blocks in the page's order, and how many words were hidden or struck out."""

    pieces: list[Piece] = field(default_factory=list)
    hidden: int = 0
    struck: int = 0


def walk(root: HtmlElement) -> Walk:
    """The blocks of `root`."""
    walker = _Walker(root)
    events = etree.iterwalk(root, events=("start", "end"))
    for event, element in events:
        if event == "end":
            walker.leave(element)
        elif not walker.enter(element):
            events.skip_subtree()
    walker.flush(root)
    return walker.found


class _Walker:
    """Reads a tree in order; `parts` is the text of the block that is being read."""

    def __init__(self, root: HtmlElement) -> None:
        self.found = Walk()
        self._root = root
        self._kinds = Kinds()
        self._parts: list[str] = []
        self._linked = 0
        self._spaced = True
        self._bold = 0
        self._links = self._strong = self._quotes = self._verbatim = 0
        self._skipped: HtmlElement | None = None

    def enter(self, element: HtmlElement) -> bool:
        """Read an element's start; false where nothing inside it is to be read."""
        tag = element.tag
        if tag in _BLOCK:
            self.flush(element.getparent())
        if self._passes(element):
            self._skipped = element
            return False
        self._links += tag == "a"
        self._strong += tag in _STRONG
        self._verbatim += tag in _VERBATIM
        if tag == "q":
            self._quotes += 1
            self._draw(element, "\u201c" if self._quotes % 2 else "\u2018", first=True)
        elif tag == "br":
            self._write("\n")
        if element.text:
            self._read(element.text)
        return True

    def leave(self, element: HtmlElement) -> None:
        """Read an element's end and the text after it."""
        tag = element.tag
        if self._skipped is element:
            self._skipped = None
        else:
            if tag in _BLOCK:
                self.flush(element)
            elif tag == "q":
                self._draw(element, "\u201d" if self._quotes % 2 else "\u2019", first=False)
                self._quotes -= 1
            self._links -= tag == "a"
            self._strong -= tag in _STRONG
            self._verbatim -= tag in _VERBATIM
        if element.tail and element is not self._root:
            self._read(element.tail)

    def flush(self, home: HtmlElement | None) -> None:
        """End the block that is being read; `home` is the element that holds it."""
        text, linked, bold = "".join(self._parts), self._linked, self._bold
        self._parts, self._linked, self._bold, self._spaced = [], 0, 0, True
        if home is None or not text.strip():
            return
        if self._verbatim:
            self._flush_verbatim(text, linked, home)
            return
        kind, level = self._kinds.of(home)
        for part in map(str.strip, _PARAGRAPH_BREAK.split(_AROUND_BREAK.sub("\n", text).strip())):
            words = part[bullet(part) :] if kind == "list-item" else part
            count = letters(words) if linked or bold else 0
            # Bold type comes first where a block is bold in part.
            set_apart = kind == "paragraph" and 0 < count <= bold and reads_as_heading(words)
            self.found.pieces.append(Piece("heading" if set_apart else kind, words, level, min(linked, count), home))
            linked, bold = max(0, linked - count), max(0, bold - count)

    def _flush_verbatim(self, text: str, linked: int, home: HtmlElement) -> None:
        """Preformatted text has its paragraphs as plain text has."""
        from onrecord.reading.text import blocks_of

        for block in blocks_of(text):
            self.found.pieces.append(Piece(block.kind, block.span.of(text), block.level, min(linked, len(block.span)), home))

    def _passes(self, element: HtmlElement) -> bool:
        tag = element.tag
        if not isinstance(tag, str) or tag in _PASSED or _is_note_mark(element):
            self.found.hidden += _words(element) if tag in ("noscript", "dialog") else 0
            return True
        if tag in _STRUCK:
            self.found.struck += _words(element)
            return True
        if _is_hidden(element):
            self.found.hidden += _words(element)
            return True
        return False

    def _read(self, text: str) -> None:
        if not self._verbatim:
            text = _SPACE.sub(" ", text)
            if self._spaced and text[0] == " ":
                text = text[1:]
        self._write(text)

    def _write(self, text: str) -> None:
        if text:
            self._spaced = text[-1] in " \n"
            self._parts.append(text)
            if self._links or self._strong:
                count = letters(text)
                self._linked += count if self._links else 0
                self._bold += count if self._strong else 0

    def _draw(self, element: HtmlElement, mark: str, *, first: bool) -> None:
        """Draw a `q` element's quotation mark, unless the page's author has typed one."""
        words = "".join(element.itertext()).strip()
        if words and (words[0] if first else words[-1]) not in _MARKS:
            self._write(mark)
            self._spaced = first


def letters(text: str) -> int:
    """How many letters and digits a text has."""
    return len(_NO_LETTER.sub("", text))


def _words(element: HtmlElement) -> int:
    return len(" ".join(element.itertext()).split())


def _is_hidden(element: HtmlElement) -> bool:
    attributes = element.attrib
    return bool(
        attributes
        and (
            "hidden" in attributes
            or _HIDDEN_STYLE.search(attributes.get("style", ""))
            or _HIDDEN_CLASS.search(attributes.get("class", ""))
        )
    )


def _is_note_mark(element: HtmlElement) -> bool:
    """Whether the element is the mark of a note: nothing but a number or sign that leads to the note, or back from it."""
    if element.get("role") == "doc-noteref":
        return True
    if element.tag == "sup" and len(element) == 1 and element[0].tag == "a":
        element = element[0]
    if element.tag != "a" or not _NOTE_LINK.match(element.get("href", "")):
        return False
    return bool(_NOTE_SIGN.fullmatch("".join(element.itertext()).strip()))
