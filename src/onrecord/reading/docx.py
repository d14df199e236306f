"""DOCX (ECMA-376, transitional and strict), read from its XML.

Tracked insertions are kept and deletions left out; content controls and text boxes are read; footnotes stand apart, headers
and footers are furniture; comments, pictures and whatever else is left out is a stated loss.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from onrecord.document import BlockKind, Document
from onrecord.reading.archive import Archive
from onrecord.reading.assemble import Assembly, Origin
from onrecord.reading.docx_runs import Runs
from onrecord.reading.docx_styles import Styles, child
from onrecord.reading.headings import reads_as_heading
from onrecord.reading.limits import Limits
from onrecord.reading.office_xml import Element, LeftOut, local, named, parse_xml, table_blocks
from onrecord.reading.published import agreed

__all__ = ["read"]

_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_THROUGH = frozenset(("sdtContent", "customXml", "smartTag", "ins", "moveTo"))
_GONE = frozenset(("del", "moveFrom"))


def read(origin: Origin, limits: Limits) -> Document:
    """A DOCX file. Raises `DamagedError`, `EncryptedError`, `LimitError` or `EmptyError`."""
    package = _Package(origin.name, Archive(origin.name, origin.data, limits))
    assembly, left_out = Assembly(), LeftOut()
    body = _Body(assembly, Runs(Styles(package.related("styles")), left_out))
    body.add(_container(package.main))
    for notes in ("footnotes", "endnotes"):
        body.add_notes(package.related(notes))
    for part in ("header", "footer"):
        for root in package.all_related(part):
            body.add_around(root)
    comments = package.related("comments")
    left_out.comments = 0 if comments is None else sum(local(comment) == "comment" for comment in comments)
    left_out.say(assembly)
    core = package.core()
    stated = agreed(core.get("created"), core.get("modified"))
    if stated and assembly.parts:
        assembly.lose(f"the date {stated} is when the file says that it was made and changed")
    return assembly.document(
        origin,
        _MEDIA_TYPE,
        title=core.get("title"),
        published=stated,
        publisher=core.get("publisher"),
        language=(core.get("language") or "").partition("-")[0].lower() or None,
    )


class _Package:
    """The parts of the file and how they are related (ECMA-376 part 2)."""

    def __init__(self, name: str, archive: Archive) -> None:
        self.name = name
        self._archive = archive
        self._path = next(iter(self._targets("", "officeDocument")), "word/document.xml")
        self.main = self._part(self._path)

    def related(self, kind: str) -> Element | None:
        """The part of that kind that belongs to the document; null where there is none."""
        return next(iter(self.all_related(kind)), None)

    def all_related(self, kind: str) -> list[Element]:
        """The parts of that kind, in the order of their names."""
        return [self._part(path) for path in sorted(self._targets(self._path, kind)) if path in self._archive]

    def core(self) -> dict[str, str]:
        """What the file says about itself, by the local names of Dublin Core."""
        path = next(iter(self._targets("", "core-properties")), "docProps/core.xml")
        if path not in self._archive:
            return {}
        return {local(entry): " ".join((entry.text or "").split()) for entry in self._part(path) if (entry.text or "").strip()}

    def _part(self, path: str) -> Element:
        return parse_xml(self.name, path, self._archive.read(path))

    def _targets(self, source: str, kind: str) -> list[str]:
        folder, file = posixpath.split(source)
        path = posixpath.join(folder, "_rels", f"{file}.rels")
        if path not in self._archive:
            return []
        relations = [relation for relation in self._part(path) if (named(relation, "Type") or "").endswith("/" + kind)]
        targets = [named(relation, "Target") or "" for relation in relations if named(relation, "TargetMode") != "External"]
        return [posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/") for target in targets]


def _container(main: Element) -> Element:
    body = child(main, "body")
    return main if body is None else body


class _Body:
    """Adds the blocks of the document's parts to the assembly."""

    def __init__(self, assembly: Assembly, runs: Runs) -> None:
        self._assembly = assembly
        self._runs = runs
        self._before = ""

    def add(self, container: Element, *, kind: BlockKind | None = None) -> None:
        """Add the blocks of a container, all of the `kind` given, or each of its own."""
        for element in self._elements(container):
            if local(element) == "tbl":
                self._add_table(element, kind)
            elif (text := self._text(element)) is not None:
                self._add_paragraph(element, text, kind)
            self._add_boxes(kind)

    def add_notes(self, root: Element | None) -> None:
        """Add footnotes or endnotes; the lines that part them from the text are among them and are left out."""
        for note in () if root is None else root:
            if named(note, "type") in (None, "normal"):
                self.add(note, kind="footnote")

    def add_around(self, root: Element) -> None:
        """Add a running header or footer."""
        self.add(root, kind="furniture")

    def _elements(self, container: Element) -> Iterator[Element]:
        """The paragraphs and tables of a container, through content controls and tracked changes."""
        for element in container:
            name = local(element)
            if name in ("p", "tbl"):
                yield element
            elif name == "sdt":
                content = child(element, "sdtContent")
                yield from () if content is None else self._elements(content)
            elif name in _THROUGH:
                yield from self._elements(element)
            elif name == "altChunk":
                self._runs.left_out.embedded += 1

    def _text(self, paragraph: Element) -> str | None:
        """The paragraph's words, after those of paragraphs whose end a tracked change deletes; null for such a one."""
        text = self._before + self._runs.text(paragraph)
        mark = child(paragraph, "pPr", "rPr")
        if mark is not None and any(local(inner) in _GONE for inner in mark):
            self._before = text
            return None
        self._before = ""
        return text

    def _add_paragraph(self, paragraph: Element, text: str, forced: BlockKind | None) -> None:
        kind, level = self._runs.styles.kind(child(paragraph, "pPr"))
        if forced:
            kind, level = forced, None
        elif kind == "paragraph" and reads_as_heading(text.strip()) and self._runs.all_bold(paragraph):
            kind = "heading"
        self._assembly.add(kind, text, level=level)

    def _add_table(self, table: Element, forced: BlockKind | None) -> None:
        rows = [self._cells(row) for row in self._inside(table, "tr") if child(row, "trPr", "del") is None]
        for is_cell, text in table_blocks(rows):
            self._assembly.add(forced or ("cell" if is_cell else "paragraph"), text)

    def _cells(self, row: Element) -> list[list[str]]:
        return [list(self._paragraphs(cell)) for cell in self._inside(row, "tc")]

    def _inside(self, container: Element, name: str) -> Iterator[Element]:
        """Rows of a table or cells of a row, also those inside content controls."""
        for element in container:
            if local(element) == name:
                yield element
            elif local(element) in ("sdt", *_THROUGH):
                yield from self._inside(element, name)

    def _paragraphs(self, cell: Element) -> Iterator[str]:
        for element in self._elements(cell):
            if local(element) == "tbl":
                for row in self._inside(element, "tr"):
                    for inner in self._inside(row, "tc"):
                        yield from self._paragraphs(inner)
            elif (text := self._text(element)) is not None:
                yield text

    def _add_boxes(self, kind: BlockKind | None) -> None:
        boxes, self._runs.boxes = self._runs.boxes, []
        for box in boxes:
            self.add(box, kind=kind)
