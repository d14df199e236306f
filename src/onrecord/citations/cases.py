"""Cases: by their number before a court, and by "A v. B" where the catalogue does not have them."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from onrecord.citations.catalogue import Catalogue
from onrecord.citations.found import Found
from onrecord.citations.patterns import BLANK, Pattern
from onrecord.citations.words import Words
from onrecord.search import near
from onrecord.spans import Span

__all__ = ["PATTERNS", "cases"]

_S = BLANK
_NUMBER = Pattern(
    "a case's number",
    r"\b(?P<tribunal>(?:IT|ICTR|MICT|SCSL|STL|ICC)-\d{2}(?:/\d\d)?-[\w/-]*\d(?:-[A-Z]\w*)?)(?!\w)"
    r"|(?:(?<=[Cc]ase )|(?<=[Cc]ases ))(?P<union>[CTF][-‑]\d{1,4}/\d\d)(?!\d)"
    r"|\b[Nn]os?\.[ \u00a0]?(?P<application>\d{1,5}/\d\d)(?![\d/])",
    finds=(
        "Application «no. 13216/05»",
        "«IT-94-1-A»",
        "«ICC-02/05-01/09»",
        "Case No. «ICTR-96-4-T»",
        "app. «no. 25781/94»",
        "(Case «C-311/18»)",
    ),
    misses=("no. 5", "IT-department", "case no. five", "resolution 62/243", "page 12/05", "an F-16/20"),
    words=("C-", "T-", "F-", "IT-", "ICTR-", "MICT-", "SCSL-", "STL-", "ICC-", "no.", "nos."),
    reach=80,
)
_CALLED = Pattern(
    "what a case's number is called",
    rf"\b(?:[Aa]pplications?|[Aa]pps?\.?|[Cc]ases?){_S}(?:[Nn]os?\.?{_S})?$",
    finds=("in «Application »", "«Case No. »"),
    misses=("the applicant ", "Case"),
)
_WORD = r"[A-Z][\w’'.-]*"
_PARTY = rf"(?:{_WORD}|and|of|the|\([A-Z]\w*\))"
_VERSUS = Pattern(
    "one party against another",
    rf"(?<![\w’'])(?P<one>{_WORD}(?:{_S}{_PARTY}){{0,6}}){_S}v\.?{_S}(?:the{_S})?{_WORD}(?:(?<![a-z]{{3}}\.){_S}(?:(?:and|of|the){_S}(?:the{_S})?)?{_WORD}){{0,4}}(?<![.])",
    finds=(
        "in «Varga v. Velmora»",
        "«Varga v. Velmora». The",
        "«Lima and Others v. the Republic of Ardania»",
        "«Prosecutor v Tamm»",
    ),
    misses=("Varga vs the city", "section v. of the", "5 v. 4", "us v. them", "Ardania vs. Velmora"),
)
PATTERNS = (_NUMBER, _CALLED, _VERSUS)
_AGAINST = re.compile(r"\sv\.?\s")
_OPENING = re.compile(r"^(?:(?:In|The|See|Cf\.?|And|But|As|Both|Citing|Recalling|Of|Under|also)\s)+")


def cases(read: Words, known: Catalogue) -> Iterator[Found]:
    """Cases by number, and by the names of the parties."""
    text, by_number = read.text, _by_number(known)
    for match in _NUMBER.every(read):
        targets = by_number.get(match["tribunal"] or match["union"] or match["application"], [])
        called = _CALLED.regex.search(text[max(0, match.start() - 20) : match.start()])
        yield _numbered(Span(match.start() - (len(called[0]) if called else 0), match.end()), targets)
    for sign in near(_AGAINST, text, "v ", "v.", "v\u00a0", "v\n", reach=4):
        if span := _parties(text, sign.start()):
            yield Found.unknown(span)


@functools.lru_cache(maxsize=2)
def _by_number(known: Catalogue) -> dict[str, list[str]]:
    """The ids of the catalogue's cases by their numbers."""
    found: dict[str, list[str]] = {}
    for case in known.entries.cases:
        for number in re.findall(r"\d+/\d\d|[A-Z]{2,5}-\d\d[\w/-]*", case.number):
            found.setdefault(number, []).append(case.id)
    return found


def _parties(text: str, at: int) -> Span | None:
    """The names on both sides of a "v.", which stand within a few words of it."""
    for match in _VERSUS.regex.finditer(text, max(0, at - 90), at + 90):
        if match.end("one") == at and not match[0].isupper():
            opening = _OPENING.match(match[0])
            end = match.start() + len(match[0].rstrip(".'’"))
            return Span(match.start() + (opening.end() if opening else 0), end)
    return None


def _numbered(span: Span, targets: list[str]) -> Found:
    if len(targets) == 1:
        return Found(span, targets[0], "resolved", core=span)
    return Found(span, None, "ambiguous" if targets else "unknown", tuple(targets), core=span)
