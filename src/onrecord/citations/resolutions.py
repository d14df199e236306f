"""Resolutions cited by number: singly, in lists and ranges, with or without the body that adopted them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.citations.catalogue import Catalogue
from onrecord.citations.found import Found
from onrecord.citations.numbering import Forum, resolution_target
from onrecord.citations.patterns import BLANK, DATE, YEAR, Pattern
from onrecord.citations.words import Words
from onrecord.names.lexicon import is_body
from onrecord.spans import Span

__all__ = ["PATTERNS", "resolutions"]

_S = BLANK
_WORD = Pattern(
    "the word before the number",
    r"(?<![\w/])(?:[Rr]esolution|RESOLUTION|[Rr]es\.|RES\.)(?P<many>[sS])?(?:\s?(?:[Nn]os?\.?|[Nn]umbers?|[Nn]°|№))?(?![\w‑-])",
    finds=("under «resolution» 5", "«Resolutions» 822 and 853", "«Resolution No.» 7", "GA «Res.» 377"),
    misses=("resolute 5", "the resolution-making bodies", "irresolutions"),
    words=("resolution", "resolutions", "res.", "resolutionno.", "resolutionnos.", "resolutionsnos."),
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
    rf"|(?P<council>\d{{1,4}})(?![\d/]|[.,]\d|\s?(?:%|per cent|percent)|[-‑–][a-z])(?:\s?\((?P<year>{YEAR})\))?",
    finds=("«2216 (2015)»", "«62/243»", "«217 A (III)»", "«ES-10/21»", "«S-30/1»", "«2005/20»", "«822»", "«377(V)»"),
    misses=("«12,000 people", "«1.5", "the (III)", "«7%", "«5-year"),
)
_BETWEEN = Pattern(
    "between two numbers of a list",
    r"(?:\s?[,;]\s{0,2}(?:and\s{1,2}|as well as\s|or\s)?|\s{1,2}(?:and|or|to|through|as well as|&)\s{1,2}|\s?[–-]\s?|\s?/\s)"
    r"(?:(?:nos?\.?|resolutions?|numbers?)\s)?(?:of\s)?",
    finds=("822«, »853", "822« and »853", "822«, and »853", "822« to »853", "822«–»825"),
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
_DATED = Pattern(
    "the date after a number",
    rf"{_S}(?:of|dated|adopted{_S}on){_S}{DATE}",
    finds=("62/243« of 14 March 2008»", "242« of 1967»", "55« dated March 5, 2001»"),
    misses=("62/243 of the Assembly", "242 in the year"),
)
_BODY_BEFORE = Pattern(
    "the body before the word",
    rf"(?:(?P<year>{YEAR}){_S})?"
    r"(?P<body>(?:(?:UN|U\.N\.|United Nations)[ \u00a0])?(?:Security Council|General Assembly|Human Rights Council"
    r"|Economic and Social Council|Commission on Human Rights)|UNSC|UNGA|UNHRC|HRC|ECOSOC|UN|U\.N\.|United Nations|SC|GA)"
    rf"(?:['’]s)?{_S}(?:draft{_S})?$",
    finds=("the «Security Council »", "under «2009 UN General Assembly »", "the «Security Council’s »"),
    misses=("the Council of ministers ", "Security Council. "),
)
_BODY_AFTER = Pattern(
    "the body after the number",
    rf"{_S}(?:of|by){_S}(?:the{_S})?(?P<body>(?:(?:UN|U\.N\.|United Nations){_S})?"
    r"(?:Security Council|General Assembly|Human Rights Council))",
    finds=("1325« of the Security Council»", "62/243« of the United Nations General Assembly»"),
    misses=("1325 of the Council", "1325 in the Security Council"),
)
_OTHER_AFTER = Pattern(
    "another body after the number",
    rf"{_S}(?:of|by){_S}(?:the{_S})?(?P<body>[A-Z][\w’'-]*(?:{_S}(?:(?:of|for|on|and|the){_S}){{0,2}}[A-Z][\w’'-]*){{0,6}})",
    finds=("1416« of the Parliamentary Assembly of the Council of Europe»", "5« by the Velmoran Senate»"),
    misses=("1416 of the assembly", "1416 in Velmora"),
)
_UNNUMBERED = Pattern(
    "a resolution by its year alone",
    rf"(?:(?:of|in|from){_S})(?P<when>{DATE})(?:(?P<next>,?{_S}(?:and|or){_S})(?P<other>{YEAR})(?=[\s,.;](?!\d)))?",
    finds=("«in 2012»", "«of 21 January 2010»", "«in 2012 and 2017» respectively"),
    misses=("in the year 2012", "of 20 people"),
)
PATTERNS = (_WORD, _SHORT, _NUMBER, _BETWEEN, _TO_NUMBER, _DATED, _BODY_BEFORE, _BODY_AFTER, _OTHER_AFTER, _UNNUMBERED)

_WINDOW = 90
_BODIES_END = ("Council", "Assembly", "Human Right", "UN", "U.N.", "Nation", "SC", "GA", "HRC", "ECOSOC", "'", "’")
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
        before = _before(text, match.start())
        found = list(_numbers(text, match.end(), many=bool(match["many"])))
        if found:
            yield from _cited(text, before, found, forum, known)
        else:
            yield from _unnumbered(text, before, match)
    for match in _SHORT.every(read):
        body = _Before(match.start(), _body(match["body"]))
        found = list(_numbers(text, match.end(), many=True))
        yield from _cited(text, body, found, forum, known)


@dataclass(frozen=True, slots=True)
class _Before:
    """What stands before the word: where the citation begins, whose resolution it is, of which year."""

    start: int
    body: str | None
    year: str | None = None


def _body(name: str) -> str:
    """The body as a letter: S Security Council, A General Assembly, H Human Rights Council, E ECOSOC, C the old Commission."""
    for letter, signs in (("H", ("Human Rights Council", "HRC")), ("C", ("Commission",)), ("E", ("Economic", "ECOSOC"))):
        if any(sign in name for sign in signs):
            return letter
    if "Security" in name or name in ("UNSC", "UNSCR", "SCR", "SC"):
        return "S"
    return "A" if "Assembly" in name or name in ("UNGA", "UNGAR", "GA") else "U"


def _before(text: str, at: int) -> _Before:
    window = text[max(0, at - _WINDOW) : at]
    match = _BODY_BEFORE.regex.search(window) if _ends_in_body(window) else None
    if match:
        return _Before(at - len(window) + match.start(), _body(match["body"]), match["year"])
    return _other_body(text, window, at)


def _ends_in_body(window: str) -> bool:
    """Whether a body may stand at the window's end, by the end of its name."""
    name = window.rstrip().removesuffix("draft").rstrip().removesuffix("s")
    return name.endswith(_BODIES_END)


_NAME_WORD = re.compile(r"[^\W\d_][\w’'.-]*")
_LONGEST_ABBREVIATION = 4
_CONNECTING = frozenset(("of", "and", "for", "on", "the"))


def _other_body(text: str, window: str, at: int) -> _Before:
    """A parliament, committee or organisation whose resolution it is: its name runs up to the word."""
    names = [match for match in _NAME_WORD.finditer(window) if match.end() < len(window) or match.end() == len(window)]
    if not names or window[names[-1].end() :].strip():
        return _Before(at, None)
    last = names[-1][0].removesuffix("'s").removesuffix("’s")
    heading = text[at].isupper() and text[at + 1 : at + 2].isupper()
    acronym = last.isupper() and len(last) > 1 and not heading
    if not last[:1].isupper() or not (acronym or is_body(last.casefold())) or last in ("Council", "Assembly"):
        return _Before(at, None)
    start = names[-1].start()
    for name in reversed(names[:-1]):
        if window[name.end() : start].strip() or not (name[0][0].isupper() or name[0] in _CONNECTING):
            break
        if name[0][-1] == "." and len(name[0]) > _LONGEST_ABBREVIATION:
            break  # a sentence ends
        if name[0][0].isupper():
            start = name.start()
    return _Before(at - len(window) + start, "other")


def _numbers(text: str, at: int, *, many: bool) -> Iterator[re.Match[str]]:
    """The numbers that follow the word; of a list, each. A bare number counts as another one only after a plural."""
    blank = _TO_NUMBER.regex.match(text, at)
    match = _NUMBER.regex.match(text, blank.end()) if blank else None
    for _ in range(_LONGEST_LIST):
        if match is None:
            return
        yield match
        dated = _DATED.regex.match(text, match.end())
        between = _BETWEEN.regex.match(text, dated.end() if dated else match.end())
        match = _NUMBER.regex.match(text, between.end()) if between else None
        if match and match["council"] and not match["year"] and (not many or len(match["council"]) < 2):
            return


def _cited(text: str, before: _Before, found: list[re.Match[str]], forum: Forum, known: Catalogue) -> Iterator[Found]:
    body = before.body
    after = _BODY_AFTER.regex.match(text, found[-1].end()) if found and body is None else None
    if after:
        body = _body(after["body"])
    elif found and body is None and (after := _other_after(text, found[-1].end())):
        body = "other"
    start = before.start
    for number, match in enumerate(found):
        end = after.end() if after and number == len(found) - 1 else match.end()
        dated = _DATED.regex.match(text, end)
        end = dated.end() if dated else end
        target = resolution_target(match, body, forum, known)
        if target is not None:
            name, status, candidates = target
            core = Span(match.start(), match.end())
            yield Found(Span(start, end), name, status, candidates, core=core)
        start = found[number + 1].start() if number + 1 < len(found) else end


def _other_after(text: str, at: int) -> re.Match[str] | None:
    """A parliament or organisation named behind the number."""
    match = _OTHER_AFTER.regex.match(text, at)
    names = match["body"].split() if match else []
    told = any(is_body(name.casefold()) or (name.isupper() and len(name) > 1) for name in names)
    return match if told and names[-1] != "Council" else None


def _unnumbered(text: str, before: _Before, match: re.Match[str]) -> Iterator[Found]:
    """ "The 2009 General Assembly resolution", "resolution in 2012" after the name of a body in the same sentence."""
    blank = re.compile(BLANK).match(text, match.end())
    dated = _UNNUMBERED.regex.match(text, blank.end()) if blank else None
    if before.year:
        yield Found(Span(before.start, match.end()), None, "ambiguous", core=Span(*match.span()))
    elif dated and not match["many"] and (before.body or _sentence_has_body(text, match.start())):
        end = dated.end("when")
        yield Found(Span(before.start, end), None, "unknown", core=Span(*match.span()))
        if dated["other"]:
            yield Found.unknown(Span(*dated.span("other")))


def _sentence_has_body(text: str, at: int) -> bool:
    window = text[max(0, at - 400) : at].rpartition(". ")[2].rpartition("\n")[2]
    return any(name[0][0].isupper() and is_body(name[0].casefold()) for name in _NAME_WORD.finditer(window))
