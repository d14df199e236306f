"""Quotation marks: the one place that knows them.

`quotations` pairs the marks of one paragraph. It reads straight and curly, double and single marks, German low marks,
guillemets and the ``…'' and ''…'' of typewriters; tells apostrophes from closing single marks; lets a quotation stand inside
another; and takes one that is never closed to the paragraph's end, saying so.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from onrecord.spans import Span

__all__ = ["CLOSING", "MARKS", "OPENING", "Quotation", "opens_with_mark", "quotations", "straighten"]

OPENING = "“„«‹‘‚‟‛"
CLOSING = "”»›’"
MARKS = OPENING + CLOSING + "\"'`"

# Two marks of a typewriter are one. A pattern that begins with a set of signs looks for these alone, which is twice as fast.
_TOKEN = re.compile("[" + re.escape(MARKS) + r"](?:(?<=`)`|(?<=')')?")
_FAMILY = {
    "“": "double", "”": "double", "„": "double", "‟": "double", '"': "double", "``": "double", "''": "double",
    "‘": "single", "’": "single", "‚": "single", "‛": "single", "'": "single", "`": "single",
    "«": "guillemet", "»": "guillemet", "‹": "single guillemet", "›": "single guillemet",
}  # fmt: skip
_OPENS_ALWAYS = {"„", "‚", "‟", "‛", "``", "«", "‹"}
_CLOSES_ALWAYS = {"»", "›"}
_SINGLE = re.compile(r"['’‘]")
_STOPS = ".,!?;:…—–-"
_BEFORE_OPENING = " \t\n\u00a0([{—–-/" + OPENING + "\"'"
_STRAIGHT = str.maketrans(dict.fromkeys("“”„‟«»", '"') | dict.fromkeys("‘’‚‛‹›`", "'"))


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks: `span` holds the marks too, `inner` the words alone.

    `closed` is False where the closing mark is missing (the quotation then goes to the paragraph's end). `depth` is 0 for
    one that stands in no other.
    """

    span: Span
    inner: Span
    closed: bool
    depth: int


@dataclass(slots=True)
class _Open:
    family: str
    mark: str
    span: Span


@dataclass(slots=True)
class _Pairing:
    """The marks read so far: what is open, and what was closed."""

    text: str
    start: int
    end: int
    stack: list[_Open] = field(default_factory=list)
    opened: Counter[str] = field(default_factory=Counter)  # how many of the stack are of each family, and of each mark
    found: list[Quotation] = field(default_factory=list)

    def open(self, mark: str, span: Span) -> None:
        self.stack.append(_Open(_FAMILY[mark], mark, span))
        self.opened.update((_FAMILY[mark], mark))

    def close(self, family: str, span: Span) -> bool:
        """Close the innermost open mark of `family`; marks opened inside it and never closed are dropped."""
        while self.has(family):
            opened = self.stack.pop()
            self.opened.subtract((opened.family, opened.mark))
            if opened.family == family:
                inner = Span(opened.span.end, span.start)
                if inner.of(self.text).strip():
                    self.found.append(Quotation(Span(opened.span.start, span.end), inner, True, len(self.stack)))
                return True
        return False

    def finish(self) -> list[Quotation]:
        end = Span(self.start, self.end).trim(self.text).end
        for depth, opened in enumerate(self.stack):
            # A single mark that nothing closes was an apostrophe.
            if opened.family != "single" and opened.span.end < end:
                self.found.append(Quotation(Span(opened.span.start, end), Span(opened.span.end, end), False, depth))
        return sorted(self.found, key=lambda quotation: (quotation.span.start, -quotation.span.end))

    def has(self, what: str) -> bool:
        """Whether a mark of that family, or that very mark, is open."""
        return self.opened[what] > 0


def quotations(text: str, start: int = 0, end: int | None = None) -> list[Quotation]:
    """The quotations of the paragraph `text[start:end]`, in text order, an inner one behind the one around it."""
    end = len(text) if end is None else end
    pairing = _Pairing(text, start, end)
    for match in _TOKEN.finditer(text, start, end):
        _take(pairing, match[0], Span(match.start(), match.end()))
    return pairing.finish()


def _take(pairing: _Pairing, mark: str, span: Span) -> None:
    family = _FAMILY[mark]
    if mark in _OPENS_ALWAYS:
        pairing.open(mark, span)
    elif mark in _CLOSES_ALWAYS:
        if not pairing.close(family, span) and mark == "»":
            pairing.open(mark, span)
    elif family == "single":
        _take_single(pairing, mark, span)
    elif _opens(pairing, mark, span):
        pairing.open(mark, span)
    elif not pairing.close(family, span) and mark == "”" and _before_word(pairing, span):
        # A closing mark where one should open: a common slip of typesetters.
        pairing.open(mark, span)


def _neighbours(pairing: _Pairing, span: Span) -> tuple[str, str]:
    """The characters before and after, a line feed standing for the paragraph's ends."""
    before = pairing.text[span.start - 1] if span.start > pairing.start else "\n"
    after = pairing.text[span.end] if span.end < pairing.end else "\n"
    return before, after


def _before_word(pairing: _Pairing, span: Span) -> bool:
    before, after = _neighbours(pairing, span)
    return before in _BEFORE_OPENING and not after.isspace()


def _opens(pairing: _Pairing, mark: str, span: Span) -> bool:
    """Whether a double mark that may do either opens a quotation."""
    before, after = _neighbours(pairing, span)
    if mark == "“":
        # It closes a German quotation, or one of the same family where nothing else can be meant: behind words, before a space.
        return not (pairing.has("„") or (pairing.has("double") and after.isspace() and not before.isspace()))
    if mark == "”":
        return False
    if after.isspace() or before.isalnum() or before in _STOPS:
        return not pairing.has("double") and _before_word(pairing, span)
    if before.isspace() or before in _BEFORE_OPENING:
        return not (pairing.has("double") and not after.isalnum() and after not in "[(…'‘$£€")
    return not pairing.has("double")


def _take_single(pairing: _Pairing, mark: str, span: Span) -> None:
    before, after = _neighbours(pairing, span)
    if before.isalnum() and after.isalnum():
        return  # an apostrophe inside a word
    if _opens_single(pairing, mark, span):
        pairing.open(mark, span)
    elif not before.isspace() and before not in "([{" and pairing.has("single") and not _possessive(pairing, span):
        pairing.close("single", span)


def _opens_single(pairing: _Pairing, mark: str, span: Span) -> bool:
    before, after = _neighbours(pairing, span)
    if before not in _BEFORE_OPENING or after.isspace() or after in _STOPS:
        return False
    if after.isdigit() and re.match(r"\d\ds?\b", pairing.text[span.end : span.end + 4]):
        return False  # '90s
    return mark != "’" or not (pairing.has("single") or after.islower())


def _possessive(pairing: _Pairing, span: Span) -> bool:
    """Whether the mark after "dredgers" in "the dredgers' wake" is no end of the quotation that is open."""
    before, after = _neighbours(pairing, span)
    if before not in "sxz" or not after.isspace():
        return False
    for match in _SINGLE.finditer(pairing.text, span.end, pairing.end):
        later = Span(match.start(), match.end())
        left, right = _neighbours(pairing, later)
        if left.isspace() and not right.isspace() and not right.isdigit():
            return False  # the next one opens before any closes
        if not right.isalnum() and left in _STOPS:
            return True
    return False


def opens_with_mark(text: str, start: int) -> bool:
    """Whether a double quotation mark or guillemet opens at `start`."""
    match = _TOKEN.match(text, start)
    return bool(match and _FAMILY[match[0]] in {"double", "guillemet"} and match[0] != "»")


def straighten(text: str) -> str:
    """Every mark as its straight twin, one character for one; what is left compares as words."""
    return text.translate(_STRAIGHT)
