"""The XML parts of office files, parsed so that no entity bomb goes off, and what DOCX and ODT have in common."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from onrecord.errors import DamagedError, LimitError
from onrecord.reading.assemble import Assembly

__all__ = ["LeftOut", "local", "named", "parse_xml", "table_blocks"]

Element = etree._Element  # noqa: SLF001  # lxml has no public name for the type of its elements.
# A cell of more characters than this holds prose: its table is there for the layout.
_PROSE = 300


def parse_xml(name: str, part: str, data: bytes) -> Element:
    """The root of a part. Raises `DamagedError` for XML that is malformed or defines entities, `LimitError` for too deep."""
    # An office file has no document type; one that has is made to blow up in the reader (or fetch files).
    if b"<!DOCTYPE" in data[:4_096] or b"<!ENTITY" in data:
        raise DamagedError(name, f"its part {part} defines entities of its own, which no office file does (an XML bomb?)")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if re.search(r"depth|huge", str(error), re.IGNORECASE):
            raise LimitError(name, f"the elements of its part {part} are nested too deep or too large") from error
        raise DamagedError(name, f"its part {part} is cut off or malformed") from error


def local(element: Element) -> str:
    """An element's name without its namespace, which differs between the transitional and the strict form of a format."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def named(element: Element, name: str) -> str | None:
    """The value of the attribute of that local name."""
    return next((str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), None)


@dataclass(slots=True)
class LeftOut:
    """Counts of what a reader passes over, to be said on the record."""

    deleted: int = 0
    inserted: int = 0
    hidden: int = 0
    struck: int = 0
    comments: int = 0
    pictures: int = 0
    symbols: int = 0
    embedded: int = 0

    def say(self, assembly: Assembly) -> None:
        """State every count that is not zero as a loss."""
        for count, loss in (
            (self.deleted, "left out {} that tracked changes delete"),
            (self.inserted, "kept {} that tracked changes insert and nobody has accepted yet"),
            (self.hidden, "left out {} of hidden text"),
            (self.struck, "left out {}, struck out in the report"),
        ):
            if count:
                assembly.lose(loss.format(_many(count, "word")))
        for count, thing, what in (
            (self.comments, "comment", "left out {} in the margin"),
            (self.pictures, "picture", "{} not read"),
            (self.symbols, "character", "{} of a picture font could not be read"),
            (self.embedded, "embedded file", "{} not read"),
        ):
            if count:
                assembly.lose(what.format(_many(count, thing)))


def _many(count: int, thing: str) -> str:
    return f"1 {thing}" if count == 1 else f"{count:,} {thing}s"


def table_blocks(rows: list[list[list[str]]]) -> Iterator[tuple[bool, str]]:
    """The texts of a table in reading order, each with whether it is a cell.

    `rows` holds cells, a cell its paragraphs. A table of one column, or with prose in its cells, is there for the layout: its
    paragraphs are paragraphs.
    """
    data = any(len(row) > 1 for row in rows) and all(sum(map(len, cell)) <= _PROSE for row in rows for cell in row)
    for row in rows:
        for cell in row:
            if data:
                yield True, "\n".join(paragraph for paragraph in cell if paragraph.strip())
            else:
                yield from ((False, paragraph) for paragraph in cell)
