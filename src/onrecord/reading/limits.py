"""How much a reader takes before it refuses."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.errors import LimitError

__all__ = ["Limits", "check_bytes"]

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds that hold for every reader; an input past one raises `LimitError`.

    `max_bytes` bounds the input, `max_unpacked_bytes` what the compressed parts of it (of a DOCX or an ODT) unpack to, and
    `max_ratio` how many times larger than the packed part one may be, once it is over 20 megabytes. `max_pages` bounds the
    pages of a PDF or scan, `max_depth` how deep elements stand in one another, `max_parts` the messages inside a message
    and the members of an archive.
    """

    max_bytes: int = 200 * MEGABYTE
    max_pages: int = 5_000
    max_unpacked_bytes: int = 500 * MEGABYTE
    max_ratio: int = 200
    max_depth: int = 500
    max_parts: int = 10_000


def check_bytes(name: str, size: int, limits: Limits) -> None:
    """Raise `LimitError` where `size` bytes are more than the limits allow."""
    if size > limits.max_bytes:
        raise LimitError(
            name, f"{size:,} bytes are more than the limit of {limits.max_bytes:,}; raise the limit to read it all the same"
        )
