"""Which blocks of a page are the report, and which belong to the page around it.

Trafilatura says where the report is; the blocks are our own. The element that holds nearly all of what Trafilatura took is
the report's home, and every block in it counts, also what Trafilatura drops (list items outside a list's usual place,
words in rare tags), but for navigation, footers and lists of links.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from onrecord.reading.html_walk import Piece

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
_KEPT_SHARE = 0.9
_NOT_WORD = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Parts:
    """The numbers of the pieces that are the `report`, and of those that only lead elsewhere (`menus`)."""

    report: frozenset[int]
    menus: frozenset[int]


def parts_of(page: str, pieces: Sequence[Piece]) -> Parts:
    """Tell the report from the page around it; where no report stands out, all that is no menu is the report."""
    apart = {i for i, piece in enumerate(pieces) if _stands_apart(piece.home)}
    plain = {i for i, piece in enumerate(pieces) if i not in apart and not _stands_around(piece.home) and not _is_links(piece)}
    if not plain:
        return Parts(frozenset(range(len(pieces))), frozenset())
    report = plain
    if len(plain) < len(pieces):
        taken = _taken(page, pieces)
        home = _home(pieces, taken)
        if home is not None:
            inside = taken | {i for i in plain if _within(pieces[i].home, home)}
            report = {i for i in inside | plain if _belongs(i, pieces, taken, inside)}
    menus = {i for i, piece in enumerate(pieces) if i in apart or _is_links(piece)} - report
    return Parts(frozenset(report), frozenset(menus))


def _belongs(i: int, pieces: Sequence[Piece], taken: set[int], inside: set[int]) -> bool:
    """Whether a piece is the report's.

    Between the headline and the last piece that Trafilatura took, whatever stands in the report's home is (and between the
    headline and that home, subtitle, author and date); outside these bounds only what reads as prose.
    """
    # Headlines are repeated all over a page, so they are no bounds.
    bounds = [n for n in taken if pieces[n].kind != "heading"] or list(taken)
    first, last = min(bounds), max(bounds)
    headline = max((n for n in range(first + 1) if pieces[n].kind == "heading" and pieces[n].level == 1), default=first)
    if headline <= i <= first:
        return True
    if i not in inside:
        return False
    return headline <= i <= last or (_is_prose(pieces[i]) and not _RIGHTS.search(pieces[i].text))


def _is_prose(piece: Piece) -> bool:
    return piece.kind == "cell" or (len(piece.text) >= 25 and bool(_SENTENCE.search(piece.text)))


def _stands_apart(home: HtmlElement) -> bool:
    """Whether the page's markup says that an element is no part of the report."""
    return any(element.tag in _APART or element.get("role") in _APART_ROLES for element in _outwards(home))


def _stands_around(home: HtmlElement) -> bool:
    """Whether names that pages give their parts suggest it."""
    for element in _outwards(home):
        if element.tag == "aside" or element.get("role") == "complementary":
            return True
        if element.tag not in ("article", "main") and _AROUND_CLASS.search(
            f"{element.get('class', '')} {element.get('id', '')}"
        ):
            return True
    return False


def _outwards(element: HtmlElement | None) -> Iterator[HtmlElement]:
    """The element and those around it, within the body."""
    while element is not None and element.tag not in ("body", "html"):
        yield element
        element = element.getparent()


def _is_links(piece: Piece) -> bool:
    return piece.kind != "heading" and piece.linked >= 0.8 * len(piece.text)


def _taken(page: str, pieces: Sequence[Piece]) -> set[int]:
    """The pieces that Trafilatura's extraction of the page holds."""
    import trafilatura

    extract = trafilatura.extract(page, output_format="txt", favor_recall=True, include_comments=False, include_tables=True)
    words = _NOT_WORD.sub("", (extract or "").lower())
    return {i for i, piece in enumerate(pieces) if len(piece.text) >= 25 and _NOT_WORD.sub("", piece.text.lower()) in words}


def _home(pieces: Sequence[Piece], taken: set[int]) -> HtmlElement | None:
    """The innermost element that holds nearly all of the text that was taken; null where too little was."""
    weights: Counter[HtmlElement] = Counter()
    total = sum(len(pieces[i].text) for i in taken)
    if total < 0.15 * sum(len(piece.text) for piece in pieces):
        return None
    for i in sorted(taken):
        for element in (pieces[i].home, *pieces[i].home.iterancestors()):
            weights[element] += len(pieces[i].text)
    enough = [element for element, weight in weights.items() if weight >= _KEPT_SHARE * total]
    return max(enough, key=lambda element: sum(1 for _ in element.iterancestors()), default=None)


def _within(element: HtmlElement, home: HtmlElement) -> bool:
    return element is home or any(ancestor is home for ancestor in element.iterancestors())
