"""The plain text of a message: quoted replies, and the signature under the line of two hyphens."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from onrecord.reading.assemble import Assembly
from onrecord.reading.decoding import line_feeds
from onrecord.reading.text import blocks_of

__all__ = ["add_plain"]

_REPLY = re.compile(r"(?:>[ ]?)+")
_SIGNATURE = "-- "


def add_plain(assembly: Assembly, text: str, *, flowed: bool = False) -> None:
    """Add the blocks of a message's text: what is quoted from another message as `quote`, the signature as furniture.

    `flowed`: the message says of itself that a line which ends in a space goes on in the next (RFC 3676).
    """
    signed = False
    for depth, lines in groupby(line_feeds(text).split("\n"), key=_depth):
        stripped = [_REPLY.sub("", line, count=1) if depth else line for line in lines]
        if flowed:
            stripped = _flowing(stripped)
        if not depth and not signed and _SIGNATURE in stripped:
            at = stripped.index(_SIGNATURE)
            _add(assembly, "\n".join(stripped[:at]), quoted=False, signed=False)
            stripped, signed = stripped[at + 1 :], True
        _add(assembly, "\n".join(stripped), quoted=depth > 0, signed=signed)


def _flowing(lines: Iterable[str]) -> list[str]:
    """The lines as they were before they were broken, without the spaces that guard their beginnings."""
    found = [""]
    for line in lines:
        # Where the message says `delsp=yes`, a space of the text stands before the one that was put there.
        found[-1] += line.removeprefix(" ")[: -1 if line.endswith("  ") else None]
        if line == _SIGNATURE or not line.endswith(" "):
            found.append("")
    return found[:-1] if not found[-1] else found


def _depth(line: str) -> int:
    """How many replies deep a line is quoted."""
    match = _REPLY.match(line)
    return match[0].count(">") if match else 0


def _add(assembly: Assembly, text: str, *, quoted: bool, signed: bool) -> None:
    for block in blocks_of(text):
        kind = "furniture" if signed or block.kind == "furniture" else "quote" if quoted else block.kind
        level = block.level if kind == "heading" else None
        assembly.add(kind, block.span.of(text), level=level, continues=block.continues and kind != "furniture")
