"""In which statement words stand."""

from __future__ import annotations

import bisect
from collections import defaultdict
from collections.abc import Iterable

from onrecord.record import Statement
from onrecord.spans import Span

__all__ = ["Within"]


class Within:
    """The statements of a record, arranged so that the innermost one around some words is found without reading them all."""

    def __init__(self, statements: Iterable[Statement], *, cues: bool = False) -> None:
        """`cues`: the reporting words of a statement are its own too."""
        inner: dict[str | None, list[tuple[Span, Statement]]] = defaultdict(list)
        for one in statements:
            inner[one.within] += [(piece, one) for piece in (*one.content, *([one.cue] if cues and one.cue else []))]
        self._inner = {around: sorted(pieces, key=lambda pair: pair[0]) for around, pieces in inner.items()}

    def statement(self, span: Span) -> Statement | None:
        """The innermost statement whose content covers the span; None where the words are nobody's."""
        found, around = None, self._around(None, span)
        while around is not None and around is not found:
            found, around = around, self._around(around.id, span)
        return found

    def _around(self, outer: str | None, span: Span) -> Statement | None:
        pieces = self._inner.get(outer, [])
        at = bisect.bisect_right(pieces, span.start, key=lambda pair: pair[0].start)
        # Pieces of one depth do not cross; the nearest before it is the one around it, if any is.
        return next((one for piece, one in reversed(pieces[max(0, at - 3) : at]) if piece.covers(span)), None)
