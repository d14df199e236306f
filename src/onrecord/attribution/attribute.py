"""The door of attribution: from a document as it reads to who-said-what in spans."""

from __future__ import annotations

from onrecord.attribution.attribution import Attribution
from onrecord.flow import Flow

__all__ = ["attribute"]


def attribute(flow: Flow) -> list[Attribution]:
    """Every attribution in `flow`, in text order."""
    raise NotImplementedError
