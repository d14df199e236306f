"""Which blocks of a page are the report, and which belong to the page around it.

Trafilatura says where the report is; the blocks are our own. The element that holds nearly all of what Trafilatura took is
the report's home, and every block in it counts, also what Trafilatura drops (list items outside a list's usual place,
words in rare tags), but for navigation, footers and lists of links.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from lxml.html import HtmlElement

from onrecord.reading.html_walk import Piece

__all__ = ["main_pieces"]

_AROUND = frozenset(("nav", "footer", "aside"))
_AROUND_ROLES = frozenset(
    ("navigation", "contentinfo", "search", "menu", "menubar", "toolbar", "alert", "dialog", "complementary")
)
_AROUND_CLASS = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|footer|sidebar|side-bar|share|sharing|social|related|recommended|"
    r"comments?|cookies?|consent|newsletter|subscribe|subscription|promo|advert(?:isement)?|ads?|banner|popup|modal|pagination|"
    r"pager|skip-?links?|toolbar|copyright|tags|most-?read|trending|login|signup|widget|print-?only|no-?print)(?:$|[\s_-])",
    re.IGNORECASE,
)
_KEPT_SHARE = 0.9
_NOT_WORD = re.compile(r"[\W_]+")


def main_pieces(page: str, pieces: Sequence[Piece]) -> set[int]:
    """The numbers of the pieces that are the report; all but the page's furniture where no report stands out."""
    around = [_stands_around(piece.home) for piece in pieces]
    plain = {i for i, place in enumerate(around) if not place and not _is_links(pieces[i])}
    if not plain:
        return set(range(len(pieces)))
    if len(plain) == len(pieces):
        return plain
    taken = _taken(page, pieces)
    home = _home(pieces, taken)
    if home is None:
        return plain
    inside = {i for i in plain if _within(pieces[i].home, home)}
    return inside | taken | _above(pieces, plain, inside | taken)


def _stands_around(home: HtmlElement) -> bool:
    element: HtmlElement | None = home
    while element is not None and element.tag not in ("body", "html"):
        if element.tag in _AROUND or element.get("role") in _AROUND_ROLES:
            return True
        if element.tag not in ("article", "main") and _AROUND_CLASS.search(
            f"{element.get('class', '')} {element.get('id', '')}"
        ):
            return True
        element = element.getparent()
    return False


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


def _above(pieces: Sequence[Piece], plain: set[int], inside: set[int]) -> set[int]:
    """The headline above the report's home, and what stands between the two (subtitle, author, date)."""
    first = min(inside, default=0)
    headlines = [i for i in range(first) if pieces[i].kind == "heading" and pieces[i].level == 1]
    return {i for i in range(headlines[-1], first) if i in plain or i == headlines[-1]} if headlines else set()
