"""Which blocks of a page are the report, and which belong to the page around it.

Trafilatura says where the report is; the blocks are our own. The element that holds nearly all of what Trafilatura took is
the report's home, and every block in it counts, also what Trafilatura drops (list items outside a list's usual place,
words in rare tags), but for navigation, footers and lists of links.
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from onrecord.reading.html_walk import Piece, letters

__all__ = ["Parts", "parts_of"]

_APART = frozenset(("nav", "footer"))
_APART_ROLES = frozenset(("navigation", "contentinfo", "search", "menu", "menubar", "toolbar", "alert", "dialog"))
_AROUND_CLASS = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|footer|sidebar|side-bar|share|sharing|social|related|recommended|"
    r"comments?|cookies?|consent|newsletter|subscribe|subscription|promo|advert(?:isement)?|ads?|banner|popup|modal|pagination|"
    r"pager|skip-?links?|toolbar|copyright|tags|most-?read|trending|login|signup|widget|print-?only|no-?print)(?:$|[\s_-])",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.!?\u2026\u3002\uff01\uff1f\u061f\u0964]\W*$")
_RIGHTS = re.compile(r"all rights reserved|\u00a9|privacy policy|terms of (?:use|service)", re.IGNORECASE)
_DENSE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_SILENT = logging.NullHandler()
# A page with less than this beside its plain text has no frame of menus and side columns to be told apart.
_FRAME_SHARE = 0.05
_KEPT_SHARE = 0.9
# Where Trafilatura takes less of the text than this, it has not found the report.
_TAKEN_SHARE = 0.5
_NOT_WORD = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Parts:
    """The numbers of the pieces that are the `report`, and of those that only lead elsewhere (`menus`)."""

    report: frozenset[int]
    menus: frozenset[int]


def parts_of(page: str, pieces: Sequence[Piece]) -> Parts:
    """Tell the report from the page around it; where no report stands out, all that is no menu is the report."""
    menus = {i for i, piece in enumerate(pieces) if _stands_apart(piece.home) or _is_links(piece)}
    plain = {i for i, piece in enumerate(pieces) if i not in menus and not _stands_around(piece.home, None)}
    if not plain and not menus:
        return Parts(frozenset(range(len(pieces))), frozenset())
    report = plain
    beside = sum(len(piece.text) for i, piece in enumerate(pieces) if i not in plain)
    if beside > _FRAME_SHARE * sum(len(piece.text) for piece in pieces):
        taken = _taken(page, pieces)
        home = _home(pieces, taken, plain)
        report = plain if home is None else _report(pieces, menus, taken, home)
    report = report or set(range(len(pieces)))
    return Parts(frozenset(report), frozenset(menus - report))


def _report(pieces: Sequence[Piece], menus: set[int], taken: set[int], home: HtmlElement) -> set[int]:
    """The pieces of the report, given where it stands.

    Between the headline and the last piece that Trafilatura took, whatever stands in the report's home is (and between the
    headline and that home, subtitle, author and date); outside these bounds only what reads as prose, or stands in one
    element with the first or last piece.
    """
    # Headlines and links are repeated all over a page, so they are no bounds.
    bounds = [n for n in taken - menus if pieces[n].kind != "heading"] or list(taken)
    first, last = min(bounds), max(bounds)
    headline = max((n for n in range(first + 1) if pieces[n].kind == "heading" and pieces[n].level == 1), default=first)
    # A name on the report's home, or on what that stands in, says nothing about the report.
    shared = _shared(pieces[headline].home, home)
    above = {n for n in range(headline, first) if n not in menus and not _stands_around(pieces[n].home, shared)}
    inside = {n for n, piece in enumerate(pieces) if n not in menus and _within(piece.home, home)}
    inside = taken | {n for n in inside if not _stands_around(pieces[n].home, home)}
    prose = {n for n in inside - menus if _is_prose(pieces[n]) and not _RIGHTS.search(pieces[n].text)}
    beside = {n for n, piece in enumerate(pieces) if piece.home in (pieces[first].home, pieces[last].home)} - menus
    return {headline} | above | beside | {n for n in inside if headline <= n <= last} | prose


def _shared(one: HtmlElement, other: HtmlElement) -> HtmlElement:
    """The innermost element that holds both."""
    around = {other, *other.iterancestors()}
    return next(element for element in (one, *one.iterancestors()) if element in around)


def _is_prose(piece: Piece) -> bool:
    return piece.kind == "cell" or (_weighs(piece.text) and bool(_SENTENCE.search(piece.text)))


def _stands_apart(home: HtmlElement) -> bool:
    """Whether the page's markup says that an element is no part of the report."""
    return any(element.tag in _APART or element.get("role") in _APART_ROLES for element in _outwards(home))


def _stands_around(element: HtmlElement, home: HtmlElement | None) -> bool:
    """Whether names that pages give their parts suggest it, of the elements inside `home`."""
    for outer in _outwards(element):
        if outer is home:
            return False
        if outer.tag == "aside" or outer.get("role") == "complementary":
            return True
        if outer.tag not in ("article", "main") and _AROUND_CLASS.search(f"{outer.get('class', '')} {outer.get('id', '')}"):
            return True
    return False


def _outwards(element: HtmlElement | None) -> Iterator[HtmlElement]:
    """The element and those around it, within the body."""
    while element is not None and element.tag not in ("body", "html"):
        yield element
        element = element.getparent()


def _is_links(piece: Piece) -> bool:
    if piece.kind == "heading" or not piece.linked or piece.linked < 0.8 * letters(piece.text):
        return False
    return not (len(piece.text) >= 60 and _SENTENCE.search(piece.text))


def _taken(page: str, pieces: Sequence[Piece]) -> set[int]:
    """The pieces that Trafilatura's extraction of the page holds."""
    import trafilatura

    # It would say on stderr what it thinks of the page, where nobody has set up logging.
    logging.getLogger("trafilatura").addHandler(_SILENT)
    extract = trafilatura.extract(page, output_format="txt", favor_recall=True, include_comments=False, include_tables=True)
    words = _NOT_WORD.sub("", (extract or "").lower())
    return {i for i, piece in enumerate(pieces) if _weighs(piece.text) and _NOT_WORD.sub("", piece.text.lower()) in words}


def _weighs(text: str) -> bool:
    """Whether a text is long enough not to be found anywhere by chance; Chinese, Japanese and Korean say it in fewer signs."""
    return len(text) >= (12 if _DENSE.search(text) else 25)


def _home(pieces: Sequence[Piece], taken: set[int], plain: set[int]) -> HtmlElement | None:
    """The innermost element that holds nearly all of the text that was taken; null where too little was."""
    weights: Counter[HtmlElement] = Counter()
    total = sum(len(pieces[i].text) for i in taken)
    if not taken or total < _TAKEN_SHARE * sum(len(pieces[i].text) for i in plain):
        return None
    for i in sorted(taken):
        for element in (pieces[i].home, *pieces[i].home.iterancestors()):
            weights[element] += len(pieces[i].text)
    enough = [element for element, weight in weights.items() if weight >= _KEPT_SHARE * total]
    return max(enough, key=lambda element: sum(1 for _ in element.iterancestors()), default=None)


def _within(element: HtmlElement, home: HtmlElement) -> bool:
    return element is home or any(ancestor is home for ancestor in element.iterancestors())
