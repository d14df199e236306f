"""The characters of a page as pdfium gives them, with their places and looks.

Three things are settled here and nowhere else: which characters a reader of the page would see (those outside the page,
invisible ones and the second print of a word set twice for boldness are left out and counted), in which direction they
run, and what a hyphen at a line's end was. pdfium writes U+0002 for any hyphen, typed or soft, that it takes to cut a
word at a line's end (`CPDF_TextPage::IsHyphen`); see `_ask_hyphens` for how the character of the file is got back.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from onrecord.document import Box

__all__ = ["Glyph", "Glyphs", "Style", "read_glyphs"]

HYPHEN_MARK = "\x02"
UNMAPPED = "\ufffd"
SMALLEST = 1.5  # points; smaller type is not meant to be read
_INVISIBLE_MODES = (3, 7)  # ISO 32000-1, table 106: neither fill nor stroke; clip only
_FILL_AND_STROKE = 2
_BOLD_NAMES = ("bold", "black", "heavy", "demi")
_FORCE_BOLD = 1 << 18  # ISO 32000-1, table 123
_FORM_DEPTH = 8


_Seen = dict[tuple[str, int, int], tuple[float, float]]


class Style(NamedTuple):
    """How a run of characters looks: type size in points, weight, quarter turns from upright (None: slanted), visibility."""

    size: float
    bold: bool
    turn: int | None
    hidden: bool


class Glyph(NamedTuple):
    """A character and its place in the upright frame of its own direction; `base` is the height of its baseline."""

    char: str
    x0: float
    y0: float
    x1: float
    y1: float
    base: float
    style: Style


@dataclass(slots=True)
class Glyphs:
    """What a page shows, and how many characters were left out for which reason."""

    shown: list[Glyph] = field(default_factory=list)
    hidden: list[Glyph] = field(default_factory=list)
    outside: int = 0
    unmapped: int = 0
    tiny: int = 0


def upright(box: Box, turn: int) -> Box:
    """The box in the frame in which text turned by `turn` quarter turns (counter-clockwise) runs from left to right."""
    x0, y0, x1, y1 = box
    return (box, Box(y0, -x1, y1, -x0), Box(-x1, -y1, -x0, -y0), Box(-y1, x0, -y0, x1))[turn]


def read_glyphs(page: Any, textpage: Any) -> Glyphs:
    """The characters of a pdfium page in the order of its content.

    `textpage` is closed on return, since asking for hyphens moves what stands on the page.
    """
    frame = Box(*page.get_bbox())
    try:
        raw = list(_raw(textpage))
    finally:
        textpage.close()
    hyphens = _ask_hyphens(page) if any(char == HYPHEN_MARK for char, *_ in raw) else {}
    found = Glyphs()
    seen: _Seen = {}
    before: tuple[Box, int] | None = None
    for char, box, origin, style, owner in raw:
        glyph = _glyph(hyphens.get(owner, "-") if char == HYPHEN_MARK else char, box, origin, style)
        # pdfium gives the letters of a ligature one after the other in one and the same box.
        _sort_in(found, glyph, box, frame, {} if before == (box, owner) else seen)
        before = box, owner
    return found


def _glyph(char: str, box: Box, origin: tuple[float, float], style: Style) -> Glyph:
    turn = style.turn or 0
    place = upright(box, turn)
    x, y = origin
    base = (y, -x, -y, x)[turn]
    return Glyph(char, *place, base, style)


def _sort_in(found: Glyphs, glyph: Glyph, box: Box, frame: Box, seen: _Seen) -> None:
    if glyph.char == " ":
        (found.hidden if glyph.style.hidden else found.shown).append(glyph)
        return
    middle_x, middle_y = (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2
    if not (frame.x0 <= middle_x <= frame.x1 and frame.y0 <= middle_y <= frame.y1):
        found.outside += 1
    elif glyph.style.size < SMALLEST:
        found.tiny += 1
    elif glyph.style.hidden:
        found.hidden.append(glyph)
    elif not _printed_twice(glyph, seen):
        found.unmapped += glyph.char == UNMAPPED
        found.shown.append(glyph)


def _printed_twice(glyph: Glyph, seen: _Seen) -> bool:
    """Whether the same character stands (nearly) there already: bold type or a shadow, made by printing twice."""
    reach = min(glyph.style.size / 10, max(glyph.x1 - glyph.x0, 0.01) / 3)
    step = 2 * reach
    x, y = math.floor(glyph.x0 / step), math.floor(glyph.base / step)
    for key in [(glyph.char, i, j) for i in (x - 1, x, x + 1) for j in (y - 1, y, y + 1)]:
        place = seen.get(key)
        if place and abs(place[0] - glyph.x0) <= reach and abs(place[1] - glyph.base) <= reach:
            return True
    seen[glyph.char, x, y] = glyph.x0, glyph.base
    return False


def _raw(textpage: Any) -> Iterator[tuple[str, Box, tuple[float, float], Style, int]]:
    """Every character that the file holds (not those that pdfium adds), with the text object that owns it."""
    import pypdfium2.raw as c

    rect, x, y = c.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    looks: dict[int, Style] = {}
    fonts: dict[int, bool] = {}
    for index in range(c.FPDFText_CountChars(textpage)):
        code = c.FPDFText_GetUnicode(textpage, index)
        thing = c.FPDFText_GetTextObject(textpage, index)
        if not thing or code in (10, 13):
            continue
        owner = ctypes.addressof(thing.contents)
        if owner not in looks:
            looks[owner] = _style(textpage, index, thing, fonts)
        c.FPDFText_GetLooseCharBox(textpage, index, rect)
        c.FPDFText_GetCharOrigin(textpage, index, x, y)
        yield _character(code), Box(rect.left, rect.bottom, rect.right, rect.top), (x.value, y.value), looks[owner], owner


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
    scale = math.hypot(matrix.c, matrix.d) or 1.0
    degrees = math.degrees(math.atan2(matrix.b, matrix.a)) % 360
    turn = round(degrees / 90)
    straight = abs(degrees - 90 * turn) < 8
    size = round(abs(c.FPDFText_GetFontSize(textpage, index)) * scale, 2)
    return Style(size, mode == _FILL_AND_STROKE or _is_bold(thing, fonts), turn % 4 if straight else None, hidden)


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
