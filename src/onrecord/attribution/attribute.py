"""The door of attribution: from a document as it reads to who-said-what in spans."""

from __future__ import annotations

from onrecord.attribution.attribution import Attribution
from onrecord.attribution.decoding import decode
from onrecord.attribution.drafting import draft
from onrecord.attribution.encoder import load
from onrecord.attribution.linking import link
from onrecord.attribution.structure import Structure
from onrecord.flow import Flow

__all__ = ["attribute"]


def attribute(flow: Flow) -> list[Attribution]:
    """Every attribution in `flow`, in text order. Raises `ModelError` where the model cannot be loaded."""
    encoder = load()
    structure = Structure.of(flow)
    (tagged,) = encoder.tag([structure.text])
    spans = decode(tagged, encoder.config.labels)
    return draft(structure, link(structure, spans))
