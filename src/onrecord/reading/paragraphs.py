"""Paragraphs of a plain text: hard-wrapped or one to a line, parted by blank lines, by indentation or by a short last line.

Whether a text is hard-wrapped is told from its line breaks. In a wrapped text the next line's first word would not have
fitted on the line; in a text of one paragraph to a line it would have.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.reading.continuation import greets
from onrecord.reading.lines import Line

__all__ = ["Chunk", "Wrap", "bullet", "chunks_of", "is_row", "marked", "paragraphs_of", "wrap_of"]

_BULLET = re.compile(
    r"[\u2022\u2023\u25aa\u25ab\u25cf\u25cb\u25e6\u25ba\u25b8\u2043\u00b7\u27a2\u2756\uf0b7\u25a0\u25a1](?=\s|\w)\s*"
)
_SOFT_BULLET = re.compile(r"(?:[-*+\u2013\u2014o]\s+)(?=\S)")
_NUMBER = re.compile(r"\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]\s+(?=\S)")
_ENDED = re.compile(r"[.!?\u2026:;]['\")\]\u2019\u201d\u00bb]*$")
_STOPPED = re.compile(r"[.!?\u2026:]['\")\]\u2019\u201d\u00bb]*$|'{2}$")
_OPENS = re.compile(r"[\s\"'`(\[*_\u2018\u201c\u00ab\u201e\u2013\u2014-]*[^\W\d_a-z]|[\s(\[]*\d|[\"`\u201c\u00ab\u201e]")
# No hard-wrapped text has lines longer than this; paragraphs in one line mostly are.
_WIDEST = 200
# Nor words longer than this, but for web addresses, which may reach past the margin.
_LONGEST_WORD = 40


@dataclass(frozen=True, slots=True)
class Chunk:
    """Lines with nothing between them but line ends."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Wrap:
    """How a text is hard-wrapped.

    `width` is its right margin in columns, `share` how much of it a line must fill to count as full (less than all where
    the lines were broken in a proportional type), `margin` its left margin, `indent` by how many columns its paragraphs
    begin further in; 0 where they do not.
    """

    width: int
    share: float
    margin: int = 0
    indent: int = 0

    def fits(self, line: Line, following: Line) -> bool:
        """Whether the next line's first word would have fitted, so that the break was meant."""
        word = following.text.split(maxsplit=1)[0]
        return line.indent + len(line.text) + 1 + len(word) <= self.share * self.width


def chunks_of(lines: Sequence[Line], beside: set[int]) -> list[Chunk]:
    """Runs of lines with words, cut at blank lines, page ends and furniture."""
    chunks: list[Chunk] = []
    run: list[Line] = []
    for i, line in enumerate(lines):
        if run and (line.blank or i in beside or line.page != run[-1].page):
            chunks.append(Chunk(tuple(run)))
            run = []
        if not line.blank and i not in beside:
            run.append(line)
    return [*chunks, Chunk(tuple(run))] if run else chunks


def wrap_of(chunks: Sequence[Chunk]) -> Wrap | None:
    """How the text is hard-wrapped; null where it is not."""
    pairs = [pair for chunk in chunks for pair in _inner(chunk)]
    if len(pairs) < 2 or not _goes_on(pairs):
        return None
    lengths = sorted(line.indent + len(line.text) for line, _ in pairs if _longest_word(line) <= _LONGEST_WORD)
    width = lengths[min(len(lengths) - 1, int(0.97 * len(lengths)))] if lengths else 0
    if not 30 <= width <= _WIDEST:
        return None
    for share, needed in ((1.0, 0.93), (0.85, 0.6)):
        wrap = Wrap(width, share, _margin(chunks), _first_line_indent(chunks))
        if sum(not wrap.fits(*pair) for pair in pairs) >= needed * len(pairs):
            return wrap
    return None


def _inner(chunk: Chunk) -> Iterator[tuple[Line, Line]]:
    """Lines and the ones after them, where neither indentation nor a bullet shows that a paragraph begins."""
    for line, following in zip(chunk.lines, chunk.lines[1:], strict=False):
        if following.indent < line.indent + 2 and not _BULLET.match(following.text):
            yield line, following


def _goes_on(pairs: Sequence[tuple[Line, Line]]) -> bool:
    """Whether lines go on in the middle of a sentence, as a list of names or titles does not."""
    cased = [following.text[0].islower() for _, following in pairs if following.text[0].isalpha()]
    cased = cased if any(c.lower() != c.upper() for _, f in pairs for c in f.text[:20]) else []
    return not cased or sum(cased) >= 0.3 * len(cased)


def _margin(chunks: Sequence[Chunk]) -> int:
    """The indentation that most lines have; of several, the least."""
    counts = Counter(line.indent for chunk in chunks for line in chunk.lines)
    return min(counts, key=lambda indent: (-counts[indent], indent))


def _first_line_indent(chunks: Sequence[Chunk]) -> int:
    """By how many columns paragraphs begin further in than the line before them; 0 where three or more do not agree."""
    steps = Counter(
        following.indent - line.indent
        for chunk in chunks
        for line, following in zip(chunk.lines, chunk.lines[1:], strict=False)
        if following.indent >= line.indent + 2 and not marked(line.text)
    )
    step, count = steps.most_common(1)[0] if steps else (0, 0)
    return step if count >= 3 else 0


def paragraphs_of(chunk: Chunk, wrap: Wrap | None) -> Iterator[tuple[Line, ...]]:
    """The chunk's lines, paragraph by paragraph."""
    wrapped = wrap if wrap and not any(_overflows(line, wrap) for line in chunk.lines) else None
    paragraph = [chunk.lines[0]]
    for line in chunk.lines[1:]:
        if wrapped is None or _parts(paragraph[-1], line, wrapped, paragraph[0]):
            yield tuple(paragraph)
            paragraph = []
        paragraph.append(line)
    yield tuple(paragraph)


def _overflows(line: Line, wrap: Wrap) -> bool:
    """Whether a line is longer than the wrapping allows, also without its longest word (an address cannot be wrapped)."""
    return len(line.text) > 1.25 * wrap.width and len(line.text) - _longest_word(line) > wrap.width


def _longest_word(line: Line) -> int:
    return max(map(len, line.text.split()), default=0)


def _parts(line: Line, following: Line, wrap: Wrap, first: Line) -> bool:
    """Whether a paragraph begins with `following`."""
    if _BULLET.match(following.text) or is_row(line.text) or is_row(following.text) or greets(line.text):
        return True
    fits, stopped, opens = wrap.fits(line, following), _STOPPED.search(line.text), bool(_OPENS.match(following.text))
    if marked(following.text) and (fits or _ENDED.search(line.text)):
        return True
    hanging = marked(first.text) and following.indent > first.indent
    if opens and not hanging and following.indent >= wrap.margin + 2 and following.indent >= line.indent:
        at_margin = line.indent == wrap.margin and following.indent == wrap.margin + wrap.indent
        return bool(stopped or fits or at_margin) and (following.indent > line.indent or bool(wrap.indent))
    if not fits or not opens:
        return False
    short = len(line.text) + line.indent <= 0.6 * wrap.width and not line.text.endswith((",", "-"))
    return bool(stopped) or short


def marked(text: str) -> bool:
    """Whether the line begins with a list item's bullet, dash, number or letter."""
    return bool(bullet(text) or _NUMBER.match(text))


def is_row(text: str) -> bool:
    """Whether the line is a row of a table drawn in characters ("| Ardania | 14 |")."""
    return len(text) > 1 and text[0] in "|\u2502" and text[-1] in "|\u2502"


def bullet(text: str) -> int:
    """How many characters of a bullet or dash, with the space after it, the line begins with."""
    match = _BULLET.match(text) or _SOFT_BULLET.match(text)
    return match.end() if match else 0
