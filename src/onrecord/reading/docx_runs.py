"""The words of a DOCX paragraph, as the page shows them once its tracked insertions are accepted and deletions gone."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.reading.docx_styles import Styles, child
from onrecord.reading.office_xml import Element, LeftOut, local, named

__all__ = ["Runs"]

_THROUGH = frozenset(
    (
        "hyperlink",
        "smartTag",
        "customXml",
        "fldSimple",
        "sdt",
        "sdtContent",
        "bdo",
        "dir",
        "oMath",
        "oMathPara",
        "num",
        "den",
        "e",
    )
)
_GONE = frozenset(("del", "moveFrom"))
_CHARACTERS = {"tab": "\t", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad", "ptab": "\t"}


@dataclass(slots=True)
class Runs:
    """Reads paragraphs; what stands beside them (text boxes) is kept in `boxes` until it is asked for."""

    styles: Styles
    left_out: LeftOut
    boxes: list[Element] = field(default_factory=list)

    def text(self, paragraph: Element) -> str:
        """The words of a paragraph."""
        parts: list[str] = []
        self._read(paragraph, child(paragraph, "pPr"), parts)
        return "".join(parts)

    def all_bold(self, paragraph: Element) -> bool:
        """Whether every run that has words is set in bold."""
        properties = child(paragraph, "pPr")
        runs = [run for run in paragraph.iter() if local(run) == "r" and _has_words(run)]
        return bool(runs) and all(self.styles.switched(properties, child(run, "rPr"), "b") for run in runs)

    def _read(self, element: Element, paragraph: Element | None, parts: list[str]) -> None:
        for inner in element:
            name = local(inner)
            if name == "r":
                self._read_run(inner, paragraph, parts)
            elif name in _GONE:
                self.left_out.deleted += _words(inner)
            elif name in ("ins", "moveTo"):
                self.left_out.inserted += _words(inner)
                self._read(inner, paragraph, parts)
            elif name in _THROUGH:
                self._read(inner, paragraph, parts)
            else:
                self._read_inner(inner, paragraph, parts)

    def _read_run(self, run: Element, paragraph: Element | None, parts: list[str]) -> None:
        properties = child(run, "rPr")
        if self.styles.switched(paragraph, properties, "vanish"):
            self.left_out.hidden += _words(run)
            return
        if self.styles.switched(paragraph, properties, "strike") or self.styles.switched(paragraph, properties, "dstrike"):
            self.left_out.struck += _words(run)
            return
        for inner in run:
            self._read_inner(inner, paragraph, parts)

    def _read_inner(self, inner: Element, paragraph: Element | None, parts: list[str]) -> None:
        name = local(inner)
        if name == "t":
            parts.append(inner.text or "")
        elif name in _CHARACTERS:
            parts.append(_CHARACTERS[name])
        elif name == "br":
            parts.append("\n")
        elif name == "sym":
            parts.append(self._symbol(inner))
        elif name in ("drawing", "pict", "object"):
            self._beside(inner)
        elif name == "AlternateContent":
            self._alternate(inner, paragraph, parts)
        elif name == "ruby":
            for base in inner:
                if local(base) == "rubyBase":
                    self._read(base, paragraph, parts)

    def _alternate(self, element: Element, paragraph: Element | None, parts: list[str]) -> None:
        """Of the forms in which something is given, the first that has any content."""
        choice = next((choice for choice in element if len(choice)), None)
        if choice is not None:
            self._read(choice, paragraph, parts)

    def _symbol(self, symbol: Element) -> str:
        """A character of a picture font, which has no meaning outside it."""
        try:
            code = int(named(symbol, "char") or "", 16)
        except ValueError:
            code = 0xF000
        if 0xE000 <= code <= 0xF8FF or code > 0x10FFFF or code < 0x20:
            self.left_out.symbols += 1
            return "\ufffd"
        return chr(code)

    def _beside(self, element: Element) -> None:
        boxes = [inner for inner in element.iter() if local(inner) == "txbxContent"]
        self.boxes += boxes
        if not boxes:
            embedded = local(element) == "object"
            self.left_out.embedded += embedded
            self.left_out.pictures += not embedded and any(local(inner) in ("blip", "imagedata") for inner in element.iter())


def _has_words(run: Element) -> bool:
    return any(local(inner) == "t" and (inner.text or "").strip() for inner in run)


def _words(element: Element) -> int:
    return len("".join(inner.text or " " for inner in element.iter() if local(inner) in ("t", "delText", "tab", "br")).split())
