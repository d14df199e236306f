"""A document as the tests compare it."""

from __future__ import annotations

from onrecord.document import Document


def blocks(document: Document, *, furniture: bool = False) -> list[tuple[str, str]]:
    """The blocks in order: kind and words; without furniture unless it is asked for."""
    return [(block.kind, block.span.of(document.text)) for block in document.blocks if furniture or block.kind != "furniture"]


def words(document: Document, kind: str) -> list[str]:
    """The words of the blocks of one kind."""
    return [text for found, text in blocks(document, furniture=True) if found == kind]
