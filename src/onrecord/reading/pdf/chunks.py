"""From characters to chunks: stretches of one line that no wide gap parts."""

from __future__ import annotations

import itertools
import re
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.reading.pdf.glyphs import Glyph

__all__ = ["Chunk", "chunks"]

GAP = 0.7  # of the type size: a wider gap may be the space between columns, so it parts chunks
_REACH = 4.0  # of the type size: what stands farther off is not of one run
_WORD_GAP = 0.17  # of the type size: narrower than any word space in justified type, wider than kerning
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


@dataclass(slots=True)
class Chunk:
    """Words on one baseline, in the upright frame. `spaced`: a space stands before it in the file.

    `stops` are places inside it where words begin after a wide space, as after a bullet.
    """

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    base: float
    size: float
    bold: bool
    spaced: bool = False
    stops: tuple[float, ...] = ()

    @property
    def right_to_left(self) -> bool:
        """Whether its first letter belongs to a script written from right to left."""
        return next((_runs_left(char) for char in self.text if char.isalpha()), False)


def _runs_left(char: str) -> bool:
    return char > "\u058f" and _RIGHT_TO_LEFT.match(char) is not None


def chunks(glyphs: Iterable[Glyph]) -> list[Chunk]:
    """The chunks of `glyphs`, which all run in one direction, in the order of the file."""
    made: list[Chunk] = []
    run: list[tuple[Glyph, bool]] = []
    space = False
    for glyph in glyphs:
        if glyph.char == " ":
            space = True
            continue
        if run and not _goes_on(run[-1][0], glyph):
            made += _parted(run)
            run = []
        run.append((glyph, space))
        space = False
    return made + _parted(run)


def _goes_on(last: Glyph, glyph: Glyph) -> bool:
    size = glyph.style.size
    if glyph.style is not last.style:
        size = max(last.style.size, size)
        if min(last.style.size, glyph.style.size) < 0.8 * size:
            return False
    if abs(last.base - glyph.base) > 0.15 * size:
        return False
    leftward = _runs_left(glyph.char)
    if leftward != _runs_left(last.char) and (leftward or glyph.char.isalpha()):
        return False
    if leftward and glyph.x0 < last.x0:
        return last.x0 - glyph.x1 < _REACH * size
    return -0.5 * size < glyph.x0 - last.x1 < _REACH * size


def _parted(run: Sequence[tuple[Glyph, bool]]) -> list[Chunk]:
    """A run of one baseline, cut at wide gaps. In a justified line that is loose throughout, no word space is a gap."""
    if not run:
        return []
    glyphs = [glyph for glyph, _ in run]
    size = max(glyph.style.size for glyph in glyphs)
    gaps = _gaps(glyphs)
    wide = sorted(gap for gap in gaps if gap > _WORD_GAP * size)
    bound = max(GAP * size, 1.6 * statistics.median_low(wide)) if len(wide) > 2 else GAP * size
    cuts = [number for number, gap in enumerate(gaps, 1) if gap > bound]
    return [_chunk(run[start:end]) for start, end in zip([0, *cuts], [*cuts, len(run)], strict=True)]


def _chunk(run: Sequence[tuple[Glyph, bool]]) -> Chunk:
    glyphs = [glyph for glyph, _ in run]
    size = max(glyph.style.size for glyph in glyphs)
    reach = _WORD_GAP * size
    if len(glyphs) > 3:
        # Spaced-out type: what lies between its letters is no word space.
        reach += max(0.0, statistics.median(_gaps(glyphs)))
    words = [[glyphs[0]]]
    for (glyph, space), gap in zip(run[1:], _gaps(glyphs), strict=True):
        if space or gap > reach:
            words.append([])
        words[-1].append(glyph)
    return Chunk(
        _text(words),
        min(glyph.x0 for glyph in glyphs),
        min(glyph.y0 for glyph in glyphs),
        max(glyph.x1 for glyph in glyphs),
        max(glyph.y1 for glyph in glyphs),
        glyphs[0].base,
        size,
        2 * sum(glyph.style.bold for glyph in glyphs) > len(glyphs),
        run[0][1],
    )


def _text(words: Sequence[Sequence[Glyph]]) -> str:
    """The words with a space between them; neighbours from right-to-left scripts in the order in which they are read."""
    written = ["".join(glyph.char for glyph in word) for word in words]
    if any(map(_RIGHT_TO_LEFT.search, written)):
        placed = list(zip(written, (word[0].x0 for word in words), strict=True))
        stretches = itertools.groupby(placed, key=lambda word: _RIGHT_TO_LEFT.search(word[0]) is not None)
        written = [
            word
            for leftward, stretch in stretches
            for word, _ in (sorted(stretch, key=lambda w: -w[1]) if leftward else stretch)
        ]
    return " ".join(written)


def _gaps(glyphs: Sequence[Glyph]) -> list[float]:
    return [b.x0 - a.x1 if b.x0 >= a.x0 else a.x0 - b.x1 for a, b in itertools.pairwise(glyphs)]
