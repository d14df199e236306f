"""The door of attribution: from a document as it reads to who-said-what in spans.

text ──encoder──▶ tags ──decoding──▶ spans ──linking, splitting──▶ links ──drafting, edges──▶ attributions
     ──quoting──▶ every quotation whole ──announcing──▶ block quotations ──speaking──▶ turns of dialogue
     ──nesting──▶ statements inside statements
"""

from __future__ import annotations

from onrecord.attribution.announcing import announce
from onrecord.attribution.attribution import Attribution
from onrecord.attribution.decoding import decode
from onrecord.attribution.drafting import draft
from onrecord.attribution.encoder import load
from onrecord.attribution.linking import Affinity, in_blocks, link
from onrecord.attribution.nesting import nest
from onrecord.attribution.passives import with_passives
from onrecord.attribution.quoting import complete
from onrecord.attribution.recovery import recover
from onrecord.attribution.speaking import speak
from onrecord.attribution.splitting import split
from onrecord.attribution.stretching import stretch
from onrecord.attribution.structure import Structure
from onrecord.attribution.subjects import name_sources
from onrecord.flow import Flow

__all__ = ["attribute"]


def attribute(flow: Flow, *, model: str = "default") -> list[Attribution]:
    """Every attribution in `flow`, in text order, an inner one behind the one around it.

    `model` is a name or a folder (see `onrecord.attribution.encoder`). Raises `ModelError` where the model cannot be loaded.
    """
    encoder = load(model)
    structure = Structure.of(flow)
    tagged = encoder.tag(structure.text)
    spans = recover(structure, encoder, in_blocks(structure, decode(tagged, encoder.config.labels)))
    links = split(structure, link(structure, spans, Affinity.of(tagged)))
    links = name_sources(structure, with_passives(structure, links), spans)
    drafts = draft(structure, stretch(structure, links, spans))
    return nest(structure, encoder, speak(structure, announce(structure, complete(structure, drafts))))
