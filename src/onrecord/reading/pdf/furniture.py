"""Running heads, repeated feet and page numbers."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from onrecord.reading.pdf.lines import Line
from onrecord.reading.pdf.pages import Page

__all__ = ["take_furniture"]

_MARGIN = 0.15  # of the page's height, at the top and at the bottom
_EDGE = 0.06  # of the page's height: outside the margins of text
_SMALL = 0.85  # of the size of the text
_SHARE = 3  # a running head that touches the text stands on one page in three or more,
_FEWEST = 3  # and on so many
_NUMBERS = 4  # a line with more is no running head that counts pages
_LEADING = 1.45  # type sizes: lines of a paragraph stand no farther apart
_DRIFT = 4.0  # points by which a repeated line may move from page to page
_Places = dict[tuple[str, bool, int], set[int]]  # pages on which a line's words stand, by margin and height
_NUMBER = re.compile(r"\b(?:\d+|[ivxlc]+)\b", re.IGNORECASE)
_PAGE_NUMBER = re.compile(
    r"(?:page|p\.|seite|página)?\s*[-–—|\[(]*\s*(?:\d{1,4}|[ivxlc]{1,6})\s*(?:(?:of|/|\|)\s*\d{1,4})?\s*[-–—|\])]*",
    re.IGNORECASE,
)


def take_furniture(pages: Sequence[Page], body: float) -> dict[int, list[Line]]:
    """Take running heads, feet and page numbers out of `pages`; what was taken, by page number.

    A line in the top or bottom margin is furniture where it stands at the same height on another page too, whatever
    numbers it has, or where it is a page number set apart from the text. So is small type (beside `body`, the size of the
    text) set apart at the very top: on a sheet of one page nothing else tells a running head. A repeated line that is set
    like the text and touches it, or touches another such line that does, may be the text's own (“back.” at the foot of two
    pages of three hundred, a page that is there twice): it is furniture only where a third of the pages have it, and three,
    with the same numbers or such as grow with the page's (“Kessin: 12 boats”, “Kessin: 31 boats” are a list's).
    """
    places: _Places = defaultdict(set)
    for page in pages:
        for line, top in _marginal(page):
            for key in (_key(line), *_exact_keys(line, page)):
                places[key, top, _step(line, page, top=top)].add(page.number)
    taken: dict[int, list[Line]] = {}
    for page in pages:
        repeated = _repeated(page, places, len(pages))
        found = [line for line, top in _marginal(page) if id(line) in repeated or _is_alone(line, page, body, top=top)]
        gone = {id(line) for line in found}
        for column in page.columns:
            column.lines = [line for line in column.lines if id(line) not in gone]
        taken[page.number] = found + page.watermarks
    return taken


def _marginal(page: Page) -> list[tuple[Line, bool]]:
    """Lines in the margins, with whether it is the top one."""
    reach = _MARGIN * (page.top - page.bottom)
    found = []
    for line in page.lines:
        if line.turn == page.turn:
            if line.box.y0 >= page.top - reach:
                found.append((line, True))
            elif line.box.y1 <= page.bottom + reach:
                found.append((line, False))
    return found


def _key(line: Line) -> str:
    return " ".join(_NUMBER.sub("#", line.text.casefold()).split())


def _exact_keys(line: Line, page: Page) -> Iterator[str]:
    """The line's words with each number as it is, or as far as it is from the page's: equal ones stand on like lines."""
    words = _key(line).split("#")
    numbers = _NUMBER.findall(line.text.casefold())
    if len(numbers) > _NUMBERS:
        yield f"={line.text.casefold()}"
        return
    forms = [(f"={n}", f"+{int(n) - page.number}") if n.isdecimal() else ("#",) for n in numbers]
    for chosen in itertools.product(*forms):
        yield "=" + "".join(itertools.chain.from_iterable(itertools.zip_longest(words, chosen, fillvalue="")))


def _step(line: Line, page: Page, *, top: bool) -> int:
    """How far from the page's edge the line stands, in steps of `_DRIFT` points."""
    return round((page.top - line.base if top else line.base - page.bottom) / _DRIFT)


def _repeated(page: Page, places: _Places, pages: int) -> set[int]:
    """The ids of the lines in the margins that other pages have too."""
    found, text = set(), set()
    # From the text outwards.
    for line, top in sorted(_marginal(page), key=lambda one: one[0].base * (1 if one[1] else -1)):
        there = len(_pages_of(_key(line), line, page, places, top=top))
        inward = [other for other in page.lines if _touches(line, other, top=top)]
        if any(id(other) in text or len(_pages_of(_key(other), other, page, places, top=top)) < 2 for other in inward):
            text.add(id(line))
        if id(line) in text:
            there = max(len(_pages_of(key, line, page, places, top=top)) for key in _exact_keys(line, page))
        if there >= (max(_FEWEST, pages / _SHARE) if id(line) in text else 2):
            found.add(id(line))
    return found


def _pages_of(key: str, line: Line, page: Page, places: _Places, *, top: bool) -> set[int]:
    """The pages that have a line of that `key` at the height of `line`."""
    step = _step(line, page, top=top)
    return {number for near in (step - 1, step, step + 1) for number in places.get((key, top, near), ())}


def _touches(line: Line, other: Line, *, top: bool) -> bool:
    """Whether `other` is the next line towards the text, set as inside a paragraph."""
    distance = (line.base - other.base) * (1 if top else -1)
    alike = line.turn == other.turn and abs(line.size - other.size) <= 0.08 * line.size
    over = line.box.x0 < other.box.x1 and other.box.x0 < line.box.x1
    return alike and over and 0 < distance < _LEADING * line.size


def _is_alone(line: Line, page: Page, body: float, *, top: bool) -> bool:
    """Whether a line is a page number set apart from the text, or small type set apart at the very top."""
    if line.turn != page.turn or not _stands_apart(line, page, top=top):
        return False
    edge = page.top - _EDGE * (page.top - page.bottom)
    return bool(_PAGE_NUMBER.fullmatch(line.text)) or (top and line.base > edge and line.size <= _SMALL * body)


def _stands_apart(line: Line, page: Page, *, top: bool) -> bool:
    """Whether nothing lies between the line and the page's edge, and some white between it and the text."""
    others = [other for other in page.lines if other is not line and other.turn == page.turn]
    if top:
        return not any(o.base > line.base + 1 for o in others) and all(line.box.y0 - o.box.y1 > 0.5 * line.size for o in others)
    return not any(o.base < line.base - 1 for o in others) and all(o.box.y0 - line.box.y1 > 0.5 * line.size for o in others)
