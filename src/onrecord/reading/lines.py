"""The lines of a plain text: where they stand, and which of them are running heads, page numbers and rules."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.spans import Span

__all__ = ["Line", "furniture", "lines_of"]

_TAB = 8
_BREAK = re.compile(r"[\n\f]")
_RULE = re.compile(r"(?:[-=_*~#+.|:\u2013\u2014\u2500-\u257f]\s?){3,}|[-#*\s]*(?:ends?|30|more)[-#*\s]*", re.IGNORECASE)
_NAMED_PAGE = re.compile(
    r"\W*page\s+\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\W*|\W*\d{1,4}\s*(?:/|of)\s*\d{1,4}\W*|[-\u2013\u2014]\s*\d{1,4}\s*[-\u2013\u2014]",
    re.IGNORECASE,
)
_BARE_PAGE = re.compile(r"\W{0,2}(\d{1,4})\W{0,2}")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: the span of its words (no white space at the edges), its indentation in columns, and its page from 1.

    A line without words has an empty span.
    """

    span: Span
    text: str
    indent: int
    page: int

    @property
    def blank(self) -> bool:
        return not self.text


def lines_of(text: str) -> list[Line]:
    """The lines of `text`, parted by line feeds; a form feed parts pages and lines alike."""
    lines, start, page = [], 0, 1
    for match in _BREAK.finditer(text + "\n"):
        raw = text[start : match.start()]
        words = raw.strip()
        words = "" if set(words) <= {">", " "} else words  # a quoted blank line
        left = len(raw) - len(raw.lstrip())
        at = start + (left if words else 0)
        indent = sum(_TAB if character == "\t" else 1 for character in raw[:left])
        lines.append(Line(Span(at, at + len(words)), words, indent, page))
        start = match.end()
        page += match[0] == "\f"
    return lines


def furniture(lines: Sequence[Line]) -> set[int]:
    """The numbers of the lines that belong to the page and not to the report."""
    found = {i for i, line in enumerate(lines) if line.text and _is_rule(line.text)}
    edges = _page_edges(lines)
    found |= _page_numbers(lines, edges)
    return found | _running_heads(lines, edges)


def _is_rule(text: str) -> bool:
    return bool(_RULE.fullmatch(text)) and not text.isalpha()


def _page_edges(lines: Sequence[Line]) -> dict[int, set[int]]:
    """Per page, its first two and last two lines with words; empty where the text has no page breaks."""
    if not lines or lines[-1].page == 1:
        return {}
    pages: dict[int, list[int]] = {}
    for i, line in enumerate(lines):
        if line.text:
            pages.setdefault(line.page, []).append(i)
    return {page: {*found[:2], *found[-2:]} for page, found in pages.items()}


def _page_numbers(lines: Sequence[Line], edges: dict[int, set[int]]) -> set[int]:
    at_edge = set().union(*edges.values())
    found, bare = set(), []
    for i, line in enumerate(lines):
        alone = _alone(lines, i)
        if (alone or i in at_edge) and _NAMED_PAGE.fullmatch(line.text):
            found.add(i)
        elif match := _BARE_PAGE.fullmatch(line.text):
            if i in at_edge:
                found.add(i)
            elif alone:
                bare.append((i, int(match[1])))
    return found | _counting(bare)


def _alone(lines: Sequence[Line], i: int) -> bool:
    """Whether no line with words stands right above or below."""
    return (i == 0 or lines[i - 1].blank) and (i + 1 == len(lines) or lines[i + 1].blank)


def _counting(numbers: Iterable[tuple[int, int]]) -> set[int]:
    """Lone numbers are page numbers where three or more count on by one."""
    run: list[tuple[int, int]] = []
    found: set[int] = set()
    for i, number in numbers:
        run = [*run, (i, number)] if run and number == run[-1][1] + 1 else [(i, number)]
        if len(run) >= 3:
            found |= {at for at, _ in run}
    return found


def _running_heads(lines: Sequence[Line], edges: dict[int, set[int]]) -> set[int]:
    """Lines at the edges of pages that read the same, but for their numbers, on half of the pages and on three or more."""
    shapes = {i: re.sub(r"\d+", "#", lines[i].text) for edge in edges.values() for i in edge}
    counts = Counter(shapes.values())
    enough = max(3, len(edges) / 2)
    return {i for i, shape in shapes.items() if counts[shape] >= enough}
