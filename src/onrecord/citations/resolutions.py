"""Resolutions cited by number: singly, in lists and ranges, with or without the body that adopted them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord.citations.adopters import Before, adopter, adopter_behind, body_before, sentence_has_body
from onrecord.citations.catalogue import Catalogue
from onrecord.citations.found import Found
from onrecord.citations.numbering import Forum, resolution_target
from onrecord.citations.patterns import BLANK, DATE, YEAR, Pattern
from onrecord.citations.words import Words, one_slip
from onrecord.spans import Span

__all__ = ["PATTERNS", "misspelt", "resolutions"]

_S = BLANK
_WORD = Pattern(
    "the word before the number",
    r"(?<![\w/])(?:[Rr]esolution|RESOLUTION|[Rr]es\.|RES\.|(?<=(?:GA|SC|UN) )[Rr]es(?=\s\d))(?P<many>[sS])?"
    r"(?:\s?(?:[Nn]os?\.?|[Nn]umbers?|[Nn]°|№))?(?![\w‑-])",
    finds=("under «resolution» 5", "«Resolutions» 822 and 853", "«Resolution No.» 7", "GA «Res.» 377", "UN «res» 62/243"),
    misses=("resolute 5", "the resolution-making bodies", "irresolutions", "high res 300"),
    words=("resolution", "resolutions", "res.", "res ", "resolutionno.", "resolutionnos.", "resolutionsnos."),
    reach=30,
)
_SHORT = Pattern(
    "body and resolution in one word",
    rf"\b(?P<body>UNSCR|SCR|UNSC|UNGAR|UNGA|UNHRC|HRC)(?P<many>s)?(?:{_S}(?:Res|Resolution)\.?)?(?={_S}\d)",
    finds=("under «UNSCR» 1244", "«UNSCRs» 822 and 853", "«UNGA Res.» 62/243", "«UNSC» 1325"),
    misses=("the UNSC met", "USCR 12", "UNSCR1"),
    words=tuple(f"{body}{many}" for body in ("UNSCR", "SCR", "UNSC", "UNGAR", "UNGA", "UNHRC", "HRC") for many in ("", "s")),
    reach=40,
)
_NUMBER = Pattern(
    "a resolution's number",
    r"(?P<special>(?:ES|S)[-‑–]\d{1,2}/\d{1,3}(?:\s?[A-E]\b)?)"
    r"|(?P<yearly>(?:19|20)\d\d/(?:S-\d{1,2}/)?\d{1,3})(?![\d/])"
    r"|(?P<session>\d{1,2}/\d{1,3}(?:-[A-Z]{1,3}\b)?(?:\s?[A-Z](?![\w’']|\s(?!and\b|or\b|of\b|to\b)[a-z]))?)(?![\d/])"
    r"|(?P<old>\d{1,4}(?:\s?[A-H])?\s?\((?:E?S-)?[IVXL]{1,7}\)(?:\s?[A-H](?![\w’']))?)"
    rf"|(?P<council>\d{{1,4}}(?!/)|\d{{3,4}}(?=/\d{{3,4}}(?!\d)))(?!\d|[.,]\d|\s?(?:%|per cent|percent)|[-‑–][a-z])"
    rf"(?:\s?\((?P<year>{YEAR})\))?",
    finds=(
        "«2216 (2015)»",
        "«62/243»",
        "«217 A (III)»",
        "«ES-10/21»",
        "«S-30/1»",
        "«2005/20»",
        "«822»",
        "«377(V)»",
        "«822»/853",
    ),
    misses=("«5/2016", "«12,000 people", "«1.5", "the (III)", "«7%", "«5-year"),
)
_BETWEEN = Pattern(
    "between two numbers of a list",
    r"(?:\s?[,;]\s{0,2}(?:and\s{1,2}|as well as\s|or\s)?|\s{1,2}(?:and|or|to|through|as well as|&)\s{1,2}|\s?[–-]\s?|\s?/\s?)"
    r"(?:(?:nos?\.?|resolutions?|numbers?)\s)?(?:of\s)?",
    finds=("822«, »853", "822« and »853", "822«, and »853", "822« to »853", "822«–»825", "822«/»853"),
    misses=("822. 853", "822 by 853"),
)
_TO_NUMBER = Pattern(
    "between the word and its number",
    r"[\s:]{1,3}(?:[-–—(\[]{1,2}\s?)?"
    r"(?:(?:particularly|in particular|namely|notably|especially|including|such as)[\s,:]{1,2})?",
    finds=(
        "resolution« »5",
        "resolutions« -particularly »2118",
        "resolutions«: »822",
        "resolutions« (»822",
        "resolutions« (namely »822",
        "resolution« [»68/11](https://",
    ),
    misses=("resolution/5",),
)
_FITTING = Pattern(
    "a number with its year and no word",
    rf"(?<![\w/.,(–-])\d{{2,4}}[ \u00a0]\((?P<year>{YEAR})\)",
    finds=("most recently «2672 (2023)»,",),
    misses=("Law 5/2672 (2023)", "2,672 (2023)", "2672 (2023–24)"),
    held=("(19", "(20"),
    reach=10,
)
_SLASHED = Pattern(
    "the year behind a number and a slash",
    r"/(?P<year>(?:19[4-9]|20\d)\d)(?![\d/])",
    finds=("1325«/2000»,",),
    misses=("1325«/20001", "1325«/1820/1888"),
)
_DATED = Pattern(
    "the date after a number",
    rf"{_S}(?:of|dated|adopted{_S}on){_S}{DATE}",
    finds=("62/243« of 14 March 2008»", "242« of 1967»", "55« dated March 5, 2001»"),
    misses=("62/243 of the Assembly", "242 in the year"),
)
_UNNUMBERED = Pattern(
    "a resolution by its year alone",
    rf"(?:(?:of|in|from){_S})(?P<when>{DATE})(?:(?P<next>,?{_S}(?:and|or){_S})(?P<other>{YEAR})(?=[\s,.;](?!\d)))?",
    finds=("«in 2012»", "«of 21 January 2010»", "«in 2012 and 2017» respectively"),
    misses=("in the year 2012", "of 20 people"),
)
PATTERNS = (_WORD, _SHORT, _NUMBER, _FITTING, _SLASHED, _BETWEEN, _TO_NUMBER, _DATED, _UNNUMBERED)

_RESOLUTION = ("resolution", "resolutions")
_NO_SLIPS = frozenset((*_RESOLUTION, "revolution", "revolutions"))
# A word as a list may run on; no report cites more at once.
_LONGEST_LIST = 60


def resolutions(read: Words, known: Catalogue) -> Iterator[Found]:
    """Every resolution that the text cites by number, or by its body and year."""
    found = list(_all(read, known))
    # What is settled once in a text is settled in all of it.
    settled = {one.target for one in found if one.status == "resolved"}
    for one in found:
        if one.status == "ambiguous" and len(one.candidates) == 1 and one.candidates[0] in settled:
            yield replace(one, target=one.candidates[0], status="resolved", candidates=())
        else:
            yield one


def _all(read: Words, known: Catalogue) -> Iterator[Found]:
    text = read.text
    forum = Forum(text)
    for match in _WORD.every(read):
        before = body_before(text, match.start())
        found = list(_numbers(text, match.end(), known, many=bool(match["many"])))
        if found:
            yield from _cited(text, before, found, forum, known)
        else:
            yield from _unnumbered(text, before, match)
    for match in _SHORT.every(read):
        body = Before(match.start(), adopter(match["body"]))
        found = list(_numbers(text, match.end(), known, many=True))
        yield from _cited(text, body, found, forum, known)
    for at in read.places({key for key in read.distinct if misspelt(key)}):
        found = list(_numbers(text, read.ends[at], known, many=read.keys[at].endswith("s")))
        yield from _cited(text, body_before(text, read.starts[at]), found, forum, known)
    for match in _FITTING.every(read) if forum.council else ():
        number = _NUMBER.regex.match(text, match.start())
        if number and number["council"] and int(number["council"]) in known.council_years(int(match["year"])):
            yield from _cited(text, Before(match.start(), "S"), [number], forum, known)


def misspelt(key: str) -> bool:
    """Whether a folded word is "resolution" or "resolutions" with a slip of one letter."""
    # A slip leaves the beginning or the end as it is.
    likely = key.startswith("reso") or key.endswith(("ution", "utions"))
    return likely and key not in _NO_SLIPS and one_slip(key, _RESOLUTION)


def _numbers(text: str, at: int, known: Catalogue, *, many: bool) -> Iterator[re.Match[str]]:
    """The numbers that follow the word; of a list, each. A bare number counts as another one only after a plural."""
    blank = _TO_NUMBER.regex.match(text, at)
    match = _NUMBER.regex.match(text, blank.end()) if blank else None
    if match and not many and _SLASHED.regex.match(text, match.end()) and not _date(text, match, match.end(), known):
        return  # "resolution No. 1430/2019": of a government
    for _ in range(_LONGEST_LIST):
        if match is None:
            return
        yield match
        dated = _date(text, match, match.end(), known)
        between = _BETWEEN.regex.match(text, dated.end() if dated else match.end())
        match = _NUMBER.regex.match(text, between.end()) if between else None
        listed = many or (between is not None and "/" in between[0])
        if match and match["council"] and not match["year"] and not (listed and len(match["council"]) > 1):
            return


def _date(text: str, number: re.Match[str], at: int, known: Catalogue) -> re.Match[str] | None:
    """The date behind a number; behind a slash ("1325/2000") the year of its adoption."""
    slashed = _SLASHED.regex.match(text, at)
    if slashed and number["council"] and int(number["council"]) in known.council_years(int(slashed["year"])):
        return slashed
    return _DATED.regex.match(text, at)


def _cited(text: str, before: Before, found: list[re.Match[str]], forum: Forum, known: Catalogue) -> Iterator[Found]:
    body = before.body
    behind = adopter_behind(text, found[-1].end()) if found and body is None else None
    body = behind[0] if behind else body
    start = before.start
    for number, match in enumerate(found):
        end = behind[1] if behind and number == len(found) - 1 else match.end()
        dated = _date(text, match, end, known)
        end = dated.end() if dated else end
        target = resolution_target(match, body, forum, known)
        # Two numbers with a slash in a text that tells of no Council may be anything: "a resolution of 1920/1080".
        doubtful = match["council"] and "/" in (text[match.start() - 1], text[match.end() : match.end() + 1])
        if target is not None and not (doubtful and target[1] == "ambiguous"):
            name, status, candidates = target
            core = Span(match.start(), match.end())
            yield Found(Span(start, end), name, status, candidates, core=core)
        start = found[number + 1].start() if number + 1 < len(found) else end


def _unnumbered(text: str, before: Before, match: re.Match[str]) -> Iterator[Found]:
    """ "The 2009 General Assembly resolution", "resolution in 2012" after the name of a body in the same sentence."""
    blank = re.compile(BLANK).match(text, match.end())
    dated = _UNNUMBERED.regex.match(text, blank.end()) if blank else None
    if before.year:
        yield Found(Span(before.start, match.end()), None, "ambiguous", core=Span(*match.span()))
    elif dated and not match["many"] and (before.body or sentence_has_body(text, match.start())):
        end = dated.end("when")
        yield Found(Span(before.start, end), None, "unknown", core=Span(*match.span()))
        if dated["other"]:
            yield Found.unknown(Span(*dated.span("other")))
