"""Offsets of one text in another that differs from it only in white space."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.spans import Span

__all__ = ["Alignment", "AlignmentError"]


class AlignmentError(Exception):
    """Two texts that differ in more than white space."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """`rank[i]`: how many characters other than white space stand before position i of the one text; `places`: where each
    such character stands in the other."""

    rank: tuple[int, ...]
    places: tuple[int, ...]

    @classmethod
    def of(cls, one: str, other: str) -> Alignment:
        """Raises `AlignmentError` where the texts differ in more than white space."""
        if "".join(one.split()) != "".join(other.split()):
            raise AlignmentError("the document's text is not the file's text: they differ in more than white space")
        rank, count = [0], 0
        for character in one:
            count += not character.isspace()
            rank.append(count)
        return cls(tuple(rank), tuple(at for at, character in enumerate(other) if not character.isspace()))

    def carry(self, span: Span | None) -> tuple[int, int] | None:
        """The span in the other text, without white space at its edges; None where nothing is left."""
        if span is None or self.rank[span.start] == self.rank[span.end]:
            return None
        return self.places[self.rank[span.start]], self.places[self.rank[span.end] - 1] + 1
