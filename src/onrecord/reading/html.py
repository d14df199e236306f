"""HTML pages: the report's blocks in the words a browser shows, behind them as furniture what else the page says."""

from __future__ import annotations

from onrecord.document import Document
from onrecord.reading.assemble import Assembly, Origin
from onrecord.reading.html_main import parts_of
from onrecord.reading.html_metadata import metadata
from onrecord.reading.html_parsing import decode_page, parse
from onrecord.reading.html_walk import Walk, walk
from onrecord.reading.limits import Limits

__all__ = ["add_page", "read"]


def read(origin: Origin, limits: Limits, *, charset: str | None = None) -> Document:
    """An HTML page. Raises `EmptyError` where it shows no words, `LimitError` where it is nested too deep."""
    decoded = decode_page(origin.data, charset)
    assembly = Assembly(losses=list(decoded.losses))
    root = parse(origin.name, decoded.text, limits)
    add_page(assembly, decoded.text, walk(root))
    stated = metadata(root)
    return assembly.document(
        origin,
        "text/html",
        title=stated.title,
        published=stated.published,
        publisher=stated.publisher,
        language=stated.language,
    )


def add_page(assembly: Assembly, page: str, found: Walk) -> None:
    """Add a page's blocks; say what it hides and what it strikes out."""
    parts = parts_of(page, found.pieces)
    left_out = 0
    for i, piece in enumerate(found.pieces):
        if i in parts.report:
            assembly.add(piece.kind, piece.text, level=piece.level)
        elif i in parts.menus:
            left_out += len(piece.text.split())
        else:
            assembly.add("furniture", piece.text)
    for count, what in (
        (left_out, "words of menus, footers and links to other pages left out"),
        (found.hidden, "words hidden by the page and left out"),
        (found.struck, "words struck out in the report and left out"),
    ):
        if count:
            assembly.lose(f"{what}: {count}")
