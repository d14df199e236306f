"""ODT (OpenDocument 1.2 and later), read from its XML; the flat form (.fodt) among it.

Tracked insertions are kept and deletions left out; footnotes stand apart, headers and footers are furniture; comments,
pictures and whatever else is left out is a stated loss.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.document import BlockKind, Document
from onrecord.errors import EncryptedError
from onrecord.reading.archive import Archive
from onrecord.reading.assemble import Assembly, Origin
from onrecord.reading.limits import Limits
from onrecord.reading.odt_runs import Runs
from onrecord.reading.odt_styles import Styles
from onrecord.reading.office_xml import Element, LeftOut, local, parse_xml, table_blocks
from onrecord.reading.published import agreed

__all__ = ["read"]

_MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
# Elements that hold paragraphs without being blocks of their own.
_THROUGH = frozenset(
    ("section", "index-body", "index-title", "text", "list-item", "list-header", "text-box", "numbered-paragraph")
)
_INDEXES = frozenset(
    ("table-of-content", "illustration-index", "table-index", "alphabetical-index", "bibliography", "user-index")
)
_ROWS = frozenset(("table-rows", "table-header-rows", "table-row-group"))


def read(origin: Origin, limits: Limits) -> Document:
    """An ODT file. Raises `DamagedError`, `EncryptedError`, `LimitError` or `EmptyError`."""
    parts = _parts(origin, limits)
    assembly, left_out = Assembly(), LeftOut()
    body = _Body(assembly, Runs(Styles(*parts), left_out))
    for part in parts:
        for element in part.iter():
            if local(element) == "text" and _is_body(element):
                body.add(element)
            elif local(element) in ("header", "footer") and "style" in str(element.tag):
                body.add(element, kind="furniture")
    left_out.say(assembly)
    meta = _meta(parts)
    stated = agreed(meta.get("creation-date"), meta.get("date"))
    if stated and assembly.parts:
        assembly.lose(f"the date {stated} is when the file says that it was made and changed")
    return assembly.document(
        origin,
        _MEDIA_TYPE,
        title=meta.get("title"),
        published=stated,
        publisher=meta.get("publisher"),
        language=(meta.get("language") or "").partition("-")[0].lower() or None,
    )


def _parts(origin: Origin, limits: Limits) -> list[Element]:
    """The parts that have text, styles and metadata: members of the container, or the flat form's one."""
    if not origin.data.startswith(b"PK"):
        return [parse_xml(origin.name, "content", origin.data)]
    archive = Archive(origin.name, origin.data, limits)
    if "META-INF/manifest.xml" in archive and b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise EncryptedError(origin.name, "it is encrypted; save a copy without a password and read that")
    paths = ["content.xml", *(path for path in ("styles.xml", "meta.xml") if path in archive)]
    return [parse_xml(origin.name, path, archive.read(path)) for path in paths]


def _is_body(element: Element) -> bool:
    parent = element.getparent()
    return parent is not None and local(parent) == "body"


def _meta(parts: list[Element]) -> dict[str, str]:
    """What the file says about itself, by local name; of several values, the first."""
    stated: dict[str, str] = {}
    for part in parts:
        for meta in part.iter():
            if local(meta) == "meta":
                for entry in meta:
                    if value := " ".join((entry.text or "").split()):
                        stated.setdefault(local(entry), value)
    return stated


class _Body:
    """Adds the blocks of the document's parts to the assembly."""

    def __init__(self, assembly: Assembly, runs: Runs) -> None:
        self._assembly = assembly
        self._runs = runs

    def add(self, container: Element, *, kind: BlockKind | None = None) -> None:
        """Add the blocks of a container, all of the `kind` given, or each of its own."""
        for element in container:
            self._add(element, kind)

    def _add(self, element: Element, kind: BlockKind | None) -> None:
        name = local(element)
        if name in ("p", "h"):
            self._add_paragraph(element, kind)
        elif name == "list":
            self.add(element, kind=kind or "list-item")
        elif name == "table":
            self._add_table(element, kind)
        elif name in _INDEXES:
            self.add(element, kind="furniture")
        elif name in _THROUGH:
            self.add(element, kind=kind)
        elif name == "tracked-changes":
            self._runs.count_changes(element)
        elif name in ("frame", "custom-shape", "rect", "g", "a"):
            self._runs.keep_beside(element)
        self._add_beside(kind)

    def _add_paragraph(self, paragraph: Element, forced: BlockKind | None) -> None:
        kind, level = self._runs.styles.kind(paragraph)
        # A heading inside a numbered list is a numbered heading.
        if forced and not (forced == "list-item" and kind == "heading"):
            kind, level = forced, None
        self._assembly.add(kind, self._runs.text(paragraph), level=level)

    def _add_table(self, table: Element, forced: BlockKind | None) -> None:
        rows = [[list(self._paragraphs(cell)) for cell in row if local(cell) == "table-cell"] for row in _rows(table)]
        for is_cell, text in table_blocks(rows):
            self._assembly.add(forced or ("cell" if is_cell else "paragraph"), text)

    def _paragraphs(self, container: Element) -> Iterator[str]:
        for element in container:
            if local(element) in ("p", "h"):
                yield self._runs.text(element)
            elif local(element) in (*_THROUGH, *_ROWS, "list", "table", "table-row", "table-cell"):
                yield from self._paragraphs(element)

    def _add_beside(self, kind: BlockKind | None) -> None:
        """What the paragraph carried along: text boxes after it, footnotes behind the text."""
        boxes, notes = self._runs.take_beside()
        for box in boxes:
            self.add(box, kind=kind)
        for note in notes:
            self.add(note, kind="footnote")


def _rows(table: Element) -> Iterator[Element]:
    for element in table:
        if local(element) == "table-row":
            yield element
        elif local(element) in _ROWS:
            yield from _rows(element)
