"""Words of reports beside each other, cut where they differ; and words in the paragraph that they stand in."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.comparison.comparison import Repeated
from onrecord.comparison.words import Token, tokens
from onrecord.spans import Span

__all__ = ["Piece", "around", "beside", "marked"]

_AROUND = 110
_LONGEST = 1200
# Wordings of which less agrees are not two forms of one.
_LIKE = 0.5


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a passage; `marked` where they are what one looks for, or differ from the other passage's."""

    words: str
    marked: bool


def around(text: str, span: Span) -> Iterator[Piece]:
    """The words of the span, marked, with the words of their paragraph around them."""
    start = max(text.rfind("\n\n", 0, span.start) + 1, span.start - _AROUND, 0)
    stop = text.find("\n\n", span.end)
    end = min(stop if stop >= 0 else len(text), span.end + _AROUND)
    while 0 < start < span.start and (text[start - 1].isalnum() or text[start - 1] in "'’-"):
        start += 1
    before, after = text[start : span.start], text[span.end : end]
    if end < len(text) and text[end : end + 1].isalnum():
        after = after.rpartition(" ")[0]
    yield Piece(("… " if start > 0 else "") + before.lstrip(), marked=False)
    yield Piece(text[span.start : span.end], marked=True)
    yield Piece(after + (" …" if end < len(text) else ""), marked=False)


def beside(left: str, right: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Both passages, cut where the words of one differ from the other's."""
    ours, theirs = tokens(left), tokens(right)
    differing: tuple[set[int], set[int]] = (set(), set())
    for kind, a, b, c, d in _matcher(ours, theirs).get_opcodes():
        if kind != "equal":
            differing[0].update(range(a, b))
            differing[1].update(range(c, d))
    return tuple(_pieces(left, ours, differing[0])), tuple(_pieces(right, theirs, differing[1]))


def marked(same: Repeated) -> list[tuple[Piece, ...]]:
    """The wordings of one statement, cut where they differ: quotations each from the first quotation, where they are altered;
    else all from the first report's. A wording of which less than half agrees is another wording, and left whole."""
    compared = [n for n, one in enumerate(same.variants) if one.kind == "direct" or not same.altered]
    found = [tokens(one.at.words) for one in same.variants]
    differing: list[set[int]] = [set() for _ in found]
    for number in compared[1:]:
        matcher = _matcher(found[compared[0]], found[number])
        if matcher.ratio() >= _LIKE:
            for kind, a, b, c, d in matcher.get_opcodes():
                if kind != "equal":
                    differing[compared[0]].update(range(a, b))
                    differing[number].update(range(c, d))
    return [
        tuple(_pieces(one.at.words, words, apart)) for one, words, apart in zip(same.variants, found, differing, strict=True)
    ]


def _matcher(ours: Sequence[Token], theirs: Sequence[Token]) -> difflib.SequenceMatcher[str]:
    return difflib.SequenceMatcher(None, [one.word for one in ours], [one.word for one in theirs], autojunk=False)


def _pieces(text: str, found: Sequence[Token], differing: set[int]) -> Iterator[Piece]:
    at = 0
    for number in sorted(differing):
        span = found[number].span
        if span.start >= _LONGEST:
            break
        yield Piece(text[at : span.start], marked=False)
        yield Piece(text[span.start : span.end], marked=True)
        at = span.end
    rest = text[at : max(at, _LONGEST)]
    yield Piece(rest + (" …" if max(at, _LONGEST) < len(text) else ""), marked=False)
