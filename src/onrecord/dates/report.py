"""The day of a report, against which "last Tuesday" is read."""

from __future__ import annotations

from datetime import date

__all__ = ["report_day"]


def report_day(published: str | None) -> date | None:
    """The day that a document's date (EDTF, perhaps doubtful: "2018-02-20?") names; None where it names no single day."""
    try:
        return date.fromisoformat((published or "").rstrip("?~%")[:10])
    except ValueError:
        return None
