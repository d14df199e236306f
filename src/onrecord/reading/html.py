"""HTML pages: the report's blocks in the words a browser shows; menus, footers and the like behind them as furniture."""

from __future__ import annotations

from onrecord.document import Document
from onrecord.reading.assemble import Assembly, Origin
from onrecord.reading.html_main import main_pieces
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
    main = main_pieces(page, found.pieces)
    for i, piece in enumerate(found.pieces):
        assembly.add(piece.kind if i in main else "furniture", piece.text, level=piece.level if i in main else None)
    if found.hidden:
        assembly.lose(f"words hidden by the page and left out: {found.hidden}")
    if found.struck:
        assembly.lose(f"words struck out in the report and left out: {found.struck}")
