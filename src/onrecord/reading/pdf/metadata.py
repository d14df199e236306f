"""Title and date from a PDF's own metadata, where they are worth anything."""

from __future__ import annotations

import re
from typing import Any

from onrecord.reading.published import edtf

__all__ = ["created", "plausible_title"]

_PROGRAM = re.compile(
    r"untitled|no title|title|document\s*\d*|microsoft\b.*|powerpoint presentation|presentation\s*\d*|slide \d+|layout \d+|"
    r"scan(?:ned)?\b.*|img[_ -]?\d*|print(?:ing)?\b.*|"
    r"full page (?:photo|print)|\(?anonymous\)?|unspecified|pdf|page \d+|none|null",
    re.IGNORECASE,
)
_FILE_NAME = re.compile(
    r"\S+\.[a-z]{2,5}\d?|.*\.(?:docx?|pdf|rtf|odt|indd|qxd|pptx?|xlsx?|html?|txt|tmp|wpd|pmd|fm|tex|dvi)", re.IGNORECASE
)


def plausible_title(stated: str) -> str | None:
    """The title that the metadata state, unless it is a program's default, a file name or a number."""
    title = " ".join(stated.replace("\x00", " ").split())
    words = [word for word in re.split(r"[\s_]+", title) if sum(map(str.isalpha, word)) > 1]
    if not 4 <= len(title) <= 300 or len(words) < 2 or "\ufffd" in title:
        return None
    if _PROGRAM.fullmatch(title) or _FILE_NAME.fullmatch(title) or ("_" in title and " " not in title):
        return None
    return title


def created(pdf: Any) -> str | None:
    """The day on which the file was made, in EDTF; marked as uncertain (``2018-02-26?``): it may be a later print."""
    stated = re.sub(r"^D:", "", pdf.get_metadata_value("CreationDate"))
    day = edtf(stated)
    return f"{day}?" if day else None
