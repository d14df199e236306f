"""The words of an ODT paragraph, with white space as OpenDocument means it (part 3, section 6.1.2)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from onrecord.reading.odt_styles import Styles
from onrecord.reading.office_xml import Element, LeftOut, local, named

__all__ = ["Runs"]

_SPACE = re.compile(r"[ \t\r\n]+")
_FRAMES = frozenset(("frame", "custom-shape", "rect", "g"))
_PASSED = frozenset(("ruby-text", "hidden-text", "hidden-paragraph", "script", "note-citation", "bookmark-ref-start"))
_MOST_SPACES = 1_000


@dataclass(slots=True)
class Runs:
    """Reads paragraphs; text boxes and footnotes met on the way are kept until they are asked for."""

    styles: Styles
    left_out: LeftOut
    boxes: list[Element] = field(default_factory=list)
    notes: list[Element] = field(default_factory=list)

    def text(self, paragraph: Element) -> str:
        """The words of a paragraph."""
        parts: list[str] = []
        self._read(paragraph, parts)
        return "".join(parts)

    def take_beside(self) -> tuple[list[Element], list[Element]]:
        """The text boxes and the bodies of notes met since the last call."""
        beside = self.boxes, self.notes
        self.boxes, self.notes = [], []
        return beside

    def keep_beside(self, frame: Element) -> None:
        """Keep a frame's text boxes; count its pictures."""
        boxes = [inner for inner in frame.iter() if local(inner) == "text-box"]
        self.boxes += boxes
        if not boxes:
            self.left_out.pictures += any(local(inner) == "image" for inner in frame.iter())
            self.left_out.embedded += any(local(inner) in ("object", "object-ole") for inner in frame.iter())

    def count_changes(self, changes: Element) -> None:
        """Count the words that tracked changes delete; what they insert stands in the text itself."""
        for change in changes.iter():
            if local(change) == "deletion":
                words = [text for part in change if local(part) != "change-info" for text in part.itertext()]
                self.left_out.deleted += len(" ".join(map(str, words)).split())

    def _read(self, element: Element, parts: list[str]) -> None:
        if self._is_out_of_sight(element):
            return
        self._add(element.text, parts)
        for inner in element:
            self._read_inner(inner, parts)
            self._add(inner.tail, parts)

    def _read_inner(self, inner: Element, parts: list[str]) -> None:
        name = local(inner)
        if name == "s":
            count = named(inner, "c") or "1"
            parts.append(" " * min(int(count), _MOST_SPACES) if count.isdecimal() else " ")
        elif name == "tab":
            parts.append("\t")
        elif name == "line-break":
            parts.append("\n")
        elif name == "note":
            self.notes += [body for body in inner if local(body) == "note-body"]
        elif name == "annotation":
            self.left_out.comments += 1
        elif name in _FRAMES:
            self.keep_beside(inner)
        elif name not in _PASSED:
            self._read(inner, parts)

    def _is_out_of_sight(self, element: Element) -> bool:
        words = 0
        if local(element) in ("span", "p", "h"):
            hidden, struck = self.styles.hides(element), self.styles.strikes(element)
            words = len(" ".join(map(str, element.itertext())).split()) if hidden or struck else 0
            self.left_out.hidden += words if hidden else 0
            self.left_out.struck += words if struck and not hidden else 0
        return words > 0

    def _add(self, text: str | None, parts: list[str]) -> None:
        if text:
            folded = _SPACE.sub(" ", text)
            # White space at the start, or after white space that counted already, does not count.
            if folded[0] == " " and (not parts or parts[-1][-1:] in (" ", "\n", "\t")):
                folded = folded[1:]
            parts.append(folded)
