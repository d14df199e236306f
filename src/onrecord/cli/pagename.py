"""Names for the pages of a folder, made from the names of what was read."""

from __future__ import annotations

import itertools
import re
from collections.abc import Container

__all__ = ["page_name"]

_UNSAFE = re.compile(r"[^\w.-]+")
# Most file systems allow 255 bytes; a character can take four.
_LONGEST = 50


def page_name(name: str, used: Container[str]) -> str:
    """A file name that says which input it is of and that none of `used` has: `report.html`, then `report-2.html`."""
    last = name.rstrip("/").rsplit("/", 1)[-1]
    stem = _UNSAFE.sub("-", last.rsplit(".", 1)[0] or last).strip("-.")[:_LONGEST] or "report"
    for number in itertools.count(1):
        candidate = f"{stem}.html" if number == 1 else f"{stem}-{number}.html"
        if candidate not in used:
            return candidate
    raise AssertionError  # count() never ends
