"""The characters of a page as pdfium gives them, with their places and looks.

Three things are settled here and nowhere else: which characters a reader of the page would see (those outside the page,
invisible ones and the second print of a word set twice for boldness are left out and counted), in which direction they
run, and what a hyphen at a line's end was. pdfium writes U+0002 for any hyphen, typed or soft, that it takes to cut a
word at a line's end (`CPDF_TextPage::IsHyphen`); see `_ask_hyphens` for how the character of the file is got back.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from onrecord.document import Box
from onrecord.reading.pdf.pale import PALE, are_unseen
from onrecord.reading.pdf.turns import upright

__all__ = ["Glyph", "Glyphs", "Style", "read_glyphs"]

HYPHEN_MARK = "\x02"
UNMAPPED = "\ufffd"
SMALLEST = 1.5  # points; smaller type is not meant to be read
_INVISIBLE_MODES = (3, 7)  # ISO 32000-1, table 106: neither fill nor stroke; clip only
_FILL_AND_STROKE = 2
_BOLD_NAMES = ("bold", "black", "heavy", "demi")
_FORCE_BOLD = 1 << 18  # ISO 32000-1, table 123
_FORM_DEPTH = 8


_Seen = dict[tuple[str, int], list[tuple[float, float]]]  # places of each character, by its row of one point


class Style(NamedTuple):
    """How a run of characters looks: type size in points, weight, quarter turns from upright (None: slanted), visibility.

    `pale`: in white or nearly so; whether it can be seen depends on what it stands on.
    """

    size: float
    bold: bool
    turn: int | None
    hidden: bool
    pale: bool = False


class Glyph(NamedTuple):
    """A character and its place in the upright frame of its own direction; `base` is the height of its baseline."""

    char: str
    x0: float
    y0: float
    x1: float
    y1: float
    base: float
    style: Style


class _Run(NamedTuple):
    """The characters of one text object: they share a look and a baseline. `owner` is the object's address."""

    owner: int
    style: Style
    base: float
    chars: list[tuple[str, Box]]


@dataclass(slots=True)
class Glyphs:
    """What a page shows, and how many characters were left out for which reason."""

    shown: list[Glyph] = field(default_factory=list)
    hidden: list[Glyph] = field(default_factory=list)
    outside: int = 0
    unmapped: int = 0
    tiny: int = 0


def read_glyphs(page: Any, textpage: Any) -> Glyphs:
    """The characters of a pdfium page in the order of its content.

    `textpage` is closed on return, since asking for hyphens moves what stands on the page.
    """
    frame = Box(*page.get_bbox())
    try:
        runs = _without_unseen(page, list(_runs(textpage)))
    finally:
        textpage.close()
    hyphens = _ask_hyphens(page) if any(char == HYPHEN_MARK for run in runs for char, _ in run.chars) else {}
    found = Glyphs()
    seen: _Seen = {}
    for run in runs:
        hyphen = hyphens.get(run.owner, "-")
        inside = [(hyphen if char == HYPHEN_MARK else char, box) for char, box in run.chars if _is_inside(box, frame)]
        inside = [(char, box) for char, box in inside if char != "\u00ad" or box.x1 - box.x0 > 0.02 * run.style.size]
        found.outside += sum(char != " " for char, _ in run.chars) - sum(char != " " for char, _ in inside)
        _sort_in(found, _glyphs(inside, run.base, run.style), seen)
    return found


def _without_unseen(page: Any, runs: list[_Run]) -> list[_Run]:
    """The runs, those in white on white marked as hidden."""
    pale = [number for number, run in enumerate(runs) if run.style.pale]
    if pale:
        boxes = [_around([box for _, box in runs[number].chars]) for number in pale]
        for number, unseen in zip(pale, are_unseen(page, boxes), strict=True):
            runs[number] = runs[number]._replace(style=runs[number].style._replace(hidden=unseen))
    return runs


def _around(boxes: Sequence[Box]) -> Box:
    x0, y0, x1, y1 = zip(*boxes, strict=True)
    return Box(min(x0), min(y0), max(x1), max(y1))


def _is_inside(box: Box, frame: Box) -> bool:
    return frame.x0 <= (box.x0 + box.x1) / 2 <= frame.x1 and frame.y0 <= (box.y0 + box.y1) / 2 <= frame.y1


def _glyphs(chars: Iterable[tuple[str, Box]], base: float, style: Style) -> list[Glyph]:
    turn = style.turn or 0
    if turn == 0:
        return [Glyph(char, *box, base, style) for char, box in chars]
    return [Glyph(char, *upright(box, turn), base, style) for char, box in chars]


def _sort_in(found: Glyphs, glyphs: list[Glyph], seen: _Seen) -> None:
    if not glyphs:
        return
    style = glyphs[0].style
    letters = [glyph for glyph in glyphs if glyph.char != " "]
    if style.size < SMALLEST:
        found.tiny += len(letters)
    elif style.hidden:
        found.hidden += glyphs
    else:
        if letters and _stands_already(letters[0], seen):
            glyphs = [glyph for glyph in glyphs if glyph.char != " " and not _stands_already(glyph, seen)]
        found.unmapped += sum(glyph.char == UNMAPPED for glyph in glyphs)
        found.shown += glyphs
        for glyph in glyphs:
            seen.setdefault((glyph.char, int(glyph.base)), []).append((glyph.x0, glyph.base))


def _stands_already(glyph: Glyph, seen: _Seen) -> bool:
    """Whether the same character stands (nearly) there: bold type or a shadow, made by printing twice."""
    reach = min(glyph.style.size / 10, max(glyph.x1 - glyph.x0, 0.01) / 3)
    row = int(glyph.base)
    places = [place for near in (row - 1, row, row + 1) for place in seen.get((glyph.char, near), ())]
    return any(abs(x - glyph.x0) <= reach and abs(base - glyph.base) <= reach for x, base in places)


def _runs(textpage: Any) -> Iterator[_Run]:
    """What each text object of the file holds (without the characters that pdfium adds), in order."""
    import pypdfium2.raw as c

    unicode_of, owner_of, box_of = c.FPDFText_GetUnicode, c.FPDFText_GetTextObject, c.FPDFText_GetLooseCharBox
    raw = textpage.raw  # saves a look-up for each of the calls below
    rect = c.FS_RECTF()
    fonts: dict[int, bool] = {}
    run = _Run(0, Style(0, bold=False, turn=0, hidden=False), 0.0, [])
    high = 0
    for index in range(c.FPDFText_CountChars(raw)):
        code = unicode_of(raw, index)
        thing = owner_of(raw, index)
        if not thing or code in (10, 13):
            continue
        owner = ctypes.addressof(thing.contents)
        if owner != run.owner:
            if run.chars:
                yield run
            style = _style(textpage, index, thing, fonts)
            run = _Run(owner, style, _base(textpage, index, style.turn or 0), [])
        box_of(raw, index, rect)
        if 0xDC00 <= code <= 0xDFFF and high:
            # Beyond U+FFFF, pdfium gives the two halves of UTF-16 one after the other.
            run.chars[-1] = (chr(0x10000 + ((high - 0xD800) << 10) + code - 0xDC00), run.chars[-1][1])
            high = 0
            continue
        high = code if 0xD800 <= code <= 0xDBFF else 0
        run.chars.append((_character(code), Box(rect.left, rect.bottom, rect.right, rect.top)))
    if run.chars:
        yield run


def _base(textpage: Any, index: int, turn: int) -> float:
    import pypdfium2.raw as c

    x, y = ctypes.c_double(), ctypes.c_double()
    c.FPDFText_GetCharOrigin(textpage, index, x, y)
    return (y.value, -x.value, -y.value, x.value)[turn]


def _character(code: int) -> str:
    if code == ord(HYPHEN_MARK):
        return HYPHEN_MARK
    if code in (9, 0x20, 0xA0):
        return " "
    if code < 0x20 or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF or 0x7F <= code < 0xA0:
        return UNMAPPED
    return chr(code)


def _style(textpage: Any, index: int, thing: Any, fonts: dict[int, bool]) -> Style:
    import pypdfium2.raw as c

    matrix, red, green, blue, alpha = c.FS_MATRIX(), *(ctypes.c_uint(255) for _ in range(4))
    if not c.FPDFText_GetMatrix(textpage, index, matrix):
        matrix = c.FS_MATRIX(1, 0, 0, 1, 0, 0)
    mode = c.FPDFTextObj_GetTextRenderMode(thing)
    c.FPDFText_GetFillColor(textpage, index, red, green, blue, alpha)
    hidden = mode in _INVISIBLE_MODES or (alpha.value == 0 and mode == 0)
    pale = mode == 0 and not hidden and min(red.value, green.value, blue.value) >= PALE
    scale = math.hypot(matrix.c, matrix.d) or 1.0
    degrees = math.degrees(math.atan2(matrix.b, matrix.a)) % 360
    turn = round(degrees / 90)
    straight = abs(degrees - 90 * turn) < 8
    size = round(abs(c.FPDFText_GetFontSize(textpage, index)) * scale, 2)
    return Style(size, mode == _FILL_AND_STROKE or _is_bold(thing, fonts), turn % 4 if straight else None, hidden, pale)


def _is_bold(thing: Any, fonts: dict[int, bool]) -> bool:
    import pypdfium2.raw as c

    font = c.FPDFTextObj_GetFont(thing)
    if not font:
        return False
    address = ctypes.addressof(font.contents)
    if address not in fonts:
        buffer = ctypes.create_string_buffer(256)
        c.FPDFFont_GetBaseFontName(font, buffer, 256)
        name = buffer.value.decode("utf-8", "replace").casefold()
        fonts[address] = any(word in name for word in _BOLD_NAMES) or bool(c.FPDFFont_GetFlags(font) & _FORCE_BOLD)
    return fonts[address]


def _ask_hyphens(page: Any) -> dict[int, str]:
    """What each text object on the page ends in, where that is a hyphen: ``-`` or U+00AD.

    pdfium takes a hyphen for the cut of a word only where the next text object stands on another line. So every text
    object is moved (in memory) onto one line, far apart, and the page's text is asked for again.
    """
    import pypdfium2.raw as c

    for number, thing in enumerate(_text_objects(page)):
        matrix = c.FS_MATRIX()
        c.FPDFPageObj_GetMatrix(thing, matrix)
        c.FPDFPageObj_Transform(thing, 1, 0, 0, 1, 2000 * number - matrix.e, -matrix.f)
    last: dict[int, str] = {}
    textpage = page.get_textpage()
    try:
        for index in range(c.FPDFText_CountChars(textpage)):
            thing = c.FPDFText_GetTextObject(textpage, index)
            code = c.FPDFText_GetUnicode(textpage, index)
            if thing and code != 0x20:
                last[ctypes.addressof(thing.contents)] = _character(code)
    finally:
        textpage.close()
    return {owner: char for owner, char in last.items() if char in "-\u00ad"}


def _text_objects(page: Any) -> Iterator[Any]:
    """The text objects of a page, those inside form objects among them."""
    import pypdfium2.raw as c

    for index in range(c.FPDFPage_CountObjects(page)):
        yield from _within(c.FPDFPage_GetObject(page, index), 0)


def _within(thing: Any, depth: int) -> Iterator[Any]:
    import pypdfium2.raw as c

    kind = c.FPDFPageObj_GetType(thing)
    if kind == c.FPDF_PAGEOBJ_TEXT:
        yield thing
    elif kind == c.FPDF_PAGEOBJ_FORM and depth < _FORM_DEPTH:
        for index in range(c.FPDFFormObj_CountObjects(thing)):
            yield from _within(c.FPDFFormObj_GetObject(thing, index), depth + 1)
