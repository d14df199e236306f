"""Markdown (CommonMark with tables and strike-through): the text with the marks taken out, the blocks with their kinds."""

from __future__ import annotations

import re

from onrecord.document import Document
from onrecord.errors import EmptyError, LimitError
from onrecord.reading.assemble import Assembly, Origin
from onrecord.reading.decoding import decode, line_feeds
from onrecord.reading.html_parsing import parse
from onrecord.reading.html_walk import walk
from onrecord.reading.limits import Limits
from onrecord.reading.published import edtf

__all__ = ["read"]

_GAP = re.compile(r"\n[ \t]*\n")
_SIGNS = re.compile(r"[\[*_`~<!]")
_DEEPEST = 100
_MOST_SIGNS = 5_000
_MOST_CELLS = 300_000
_FRONT = re.compile(r"---[ \t]*\n(?P<fields>(?:.*\n){0,200}?)(?:---|\.\.\.)[ \t]*(?:\n|$)")
_FIELD = re.compile(r"(?P<key>[A-Za-z][\w-]*):[ \t]*(?P<value>\S.*)")


def read(origin: Origin, limits: Limits, *, charset: str | None = None) -> Document:
    """A Markdown text. Raises `EmptyError` where it has no words.

    A block of fields between two lines of hyphens at the top ("front matter") gives title, date and language.
    """
    from markdown_it import MarkdownIt

    decoded = decode(origin.data, charset)
    fields, body = _front_matter(line_feeds(decoded.text))
    if not body.strip():
        raise EmptyError(origin.name, "no words were found in it")
    if _is_hostile(body):
        raise LimitError(
            origin.name, "a paragraph or a table in it is too large for Markdown; rename it to .txt to read it as text"
        )
    markdown = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable(["table", "strikethrough"])
    tokens = markdown.parse(body)
    # What stands deeper than `maxNesting` the parser drops without a word.
    if any(token.level >= _DEEPEST - 1 for token in tokens):
        raise LimitError(origin.name, f"its lists and quotations are nested more than {_DEEPEST} deep")
    page: str = markdown.renderer.render(tokens, markdown.options, {})
    found = walk(parse(origin.name, page, limits))
    assembly = Assembly(losses=list(decoded.losses))
    for piece in found.pieces:
        assembly.add(piece.kind, piece.text, level=piece.level)
    if found.struck:
        assembly.lose(f"words struck out in the report and left out: {found.struck}")
    headline = next((piece.text for piece in found.pieces if piece.kind == "heading" and piece.level == 1), None)
    return assembly.document(
        origin,
        "text/markdown",
        title=fields.get("title") or headline,
        published=edtf(fields.get("date")),
        publisher=fields.get("publisher"),
        language=(fields.get("lang") or fields.get("language") or "").partition("-")[0].lower() or None,
    )


def _is_hostile(text: str) -> bool:
    """Whether the parser would take time that grows with a square: on a paragraph full of marks, or a table far too wide."""
    return any(
        len(_SIGNS.findall(paragraph)) > _MOST_SIGNS or _cells(paragraph) > _MOST_CELLS for paragraph in _GAP.split(text)
    )


def _cells(paragraph: str) -> int:
    """How many cells the paragraph has if it is a table; rows that are too short are filled up."""
    lines = paragraph.split("\n")
    return len(lines) * max(line.count("|") for line in lines)


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    """The fields above the text, and the text."""
    match = _FRONT.match(text)
    if not match:
        return {}, text
    fields = (_FIELD.match(line) for line in match["fields"].splitlines())
    return {field["key"].lower(): field["value"].strip().strip("\"'") for field in fields if field}, text[match.end() :]
