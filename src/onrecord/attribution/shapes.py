"""What an uncased vocabulary loses of a text: capitals and line breaks, as one small number a word piece.

A piece's *shape* is `capitals + 3 * breaks`:

- `capitals`: 0 where the piece does not begin with a capital, 1 where it does, 2 where all its letters, two or more, are;
- `breaks`: 0 on the same line as the piece before, 1 first on a line, 2 first after a blank line or of the text.

Special pieces have shape 0. A model whose `config.json` names a third input is given these; models are trained on them too.
"""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["SHAPES", "shapes_of"]

SHAPES = 9


def shapes_of(text: str, offsets: Sequence[tuple[int, int]]) -> list[int]:
    """The shape of every piece of `text`, the pieces given by where they start and end."""
    befores = (0, *(end for _, end in offsets))
    return [_shape(text, start, end, before) for (start, end), before in zip(offsets, befores, strict=False)]


def _shape(text: str, start: int, end: int, before: int) -> int:
    word = text[start:end]
    capitals = int(word[:1].isupper())
    if capitals and word.isupper() and sum(map(str.isalpha, word)) > 1:
        capitals = 2
    breaks = 2 if before == 0 else min(2, text.count("\n", before, start))
    return capitals + 3 * breaks
