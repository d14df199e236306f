"""What quotation marks know better than the model: where quoted words begin and end, and that they are words of somebody.

A content that takes in part of a quotation is drawn to the quotation's edges. A quotation that no content took is given to the
cue whose other words are quoted in the same paragraph (one quotation in pieces), else it stands alone with neither source nor
cue, and whose it is becomes a question for the speakers. A saying that stands in a quotation with its cue is told by whoever is
quoted, and takes nothing from the quotation around it (“The Council recalls that …”).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.attribution.attribution import Attribution
from onrecord.attribution.drafting import kind_of
from onrecord.attribution.structure import Structure, Taken, has_words, is_title, names_something
from onrecord.quotation import Quotation
from onrecord.spans import Span

__all__ = ["complete"]

_FEW = 4


def complete(structure: Structure, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions with every quotation of speech whole, and one more for each that nobody took."""
    found = [_drawn(structure, attribution) for attribution in attributions]
    told = [not _is_quoted(structure, item) for item in found]
    taken = Taken(piece for item, own in zip(found, told, strict=True) if own for piece in item.content)
    left = [q for q in structure.quotations if not q.depth and taken.free(q.inner) and _speech(structure, q)]
    by_block: dict[int, list[int]] = {}
    for number, item in enumerate(found):
        if item.cue and told[number]:
            by_block.setdefault(structure.block(item.cue.start), []).append(number)
    for quotation in left:
        _give(structure, found, by_block.get(structure.block(quotation.span.start), []), quotation)
    found = [replace(item, kind=kind_of(structure, item.content)) for item in found]
    return sorted(found, key=lambda item: (item.content[0].start, -item.content[-1].end))


def _drawn(structure: Structure, attribution: Attribution) -> Attribution:
    pieces: list[Span] = []
    for piece in attribution.content:
        whole = _to_marks(structure, piece, attribution)
        if pieces and whole.start <= pieces[-1].end:
            pieces[-1] = Span(pieces[-1].start, max(pieces[-1].end, whole.end))
        else:
            pieces.append(whole)
    return replace(attribution, content=tuple(pieces))


def _is_quoted(structure: Structure, item: Attribution) -> bool:
    """Whether a cue and all of what it reports stand in one quotation of speech."""
    around = next((q for q in structure.quoted(item.cue) if not q.depth), None) if item.cue else None
    return around is not None and _speech(structure, around) and all(around.span.covers(piece) for piece in item.content)


def _to_marks(structure: Structure, piece: Span, attribution: Attribution) -> Span:
    for quotation in structure.quoted(piece):
        crossed = not piece.covers(quotation.span)
        blocked = any(part and quotation.span.overlaps(part) for part in (attribution.cue, attribution.source))
        if crossed and not blocked and quotation.depth == 0 and not names_something(structure.text, quotation):
            piece = Span(min(piece.start, quotation.span.start), max(piece.end, quotation.span.end))
    return piece


def _speech(structure: Structure, quotation: Quotation) -> bool:
    """Whether the quoted words say something, rather than name it or mark one word."""
    block = structure.blocks[structure.block(quotation.span.start)]
    if block.kind in {"heading", "footnote"} or not has_words(structure.text, [quotation.inner], _FEW):
        return False
    if is_title(structure, quotation.span) or names_something(structure.text, quotation):
        return False
    # Words that open a sentence and close one are a sentence somebody spoke; a phrase inside a sentence may be anything.
    sentence = structure.sentences[structure.sentence(quotation.span.start)]
    inner = quotation.inner.of(structure.text).strip()
    return quotation.span.start <= sentence.start + 1 or inner[-1:] in ".!?…," or not quotation.closed


def _give(structure: Structure, found: list[Attribution], numbers: Sequence[int], quotation: Quotation) -> None:
    """Give a quotation to one of the attributions `numbers`, whose cues stand in its paragraph; else add it on its own."""
    cues = [(number, cue) for number in numbers if (cue := found[number].cue)]
    near = [n for n in numbers if found[n].kind != "indirect" and not _other_between(found[n], n, cues, quotation.span)]
    if near:
        number = min(near, key=lambda n: min(piece.gap(quotation.span) for piece in found[n].content))
        found[number] = replace(found[number], content=tuple(sorted((*found[number].content, quotation.span))))
    else:
        found.append(Attribution(None, None, (quotation.span,), "direct", confidence=0.9))


def _other_between(item: Attribution, number: int, cues: Sequence[tuple[int, Span]], quotation: Span) -> bool:
    """Whether another attribution's cue stands between the quotation and the words of `item`."""
    last = item.content[-1]
    left, right = min(last.end, quotation.end), max(last.start, quotation.start)
    return any(n != number and left <= cue.start < right for n, cue in cues)
