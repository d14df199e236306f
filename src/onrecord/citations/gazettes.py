"""What stands in a series of official volumes: a parliament's record, a law gazette, a collection of treaties.

The target says series, volume and column or page, as the series itself is cited: "Official Report, 3 May 2011; Vol. 527,
c. 418" is `hansard-commons-2011-05-03-c418`, "OJ L 123, 4.5.2016, p. 1" is `oj-l-123-2016-p1`, "81 FR 12345" `81-fr-12345`,
"1249 U.N.T.S. 13" `unts-1249-13`,
"50 U.S.C. 1701" `50-usc-1701`, "[2025] UKSC 30" `uksc-2025-30`, "SI 2026/1144" `uksi-2026-1144`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from onrecord.citations.found import Found
from onrecord.citations.patterns import BLANK, MONTH, MONTHS, YEAR, Pattern
from onrecord.citations.words import Words
from onrecord.spans import Span

__all__ = ["PATTERNS", "gazettes"]

_S = BLANK
_DAY = rf"(?P<day>\d{{1,2}}){_S}(?P<month>{MONTH}),?{_S}(?P<year>{YEAR})"
_VOLUME = rf"(?:[;,.]?{_S}(?:(?:[Vv]ol(?:ume|\.)?{_S})(?P<volume>\d{{1,4}})|(?P<bare>\d{{1,4}})))?"
_COLUMN = r"(?P<column>\d{1,4}(?:WS|WH|GC|W|P|MC)?)(?:[ \u00a0]?[-–][ \u00a0]?\d{1,4}(?:WS|WH|GC|W|P|MC)?)?"
_HANSARD = Pattern(
    "a column of the record of the British Parliament",
    rf"\b(?:Official{_S}Report|(?:(?:House{_S}of{_S})?(?P<before>Commons|Lords){_S})?(?:Hansard|HANSARD)|H(?P<short>[CL]){_S}Deb(?:ates?)?)"
    rf"(?:[,;:]?{_S}\(?(?:House{_S}of{_S})?(?P<house>Commons|Lords|HC|HL)\)?)?[,;:]?{_S}\(?{_DAY}\)?{_VOLUME}"
    rf"[;,]?{_S}(?:cols?\.?|cc?\.|columns?){_S}{_COLUMN}",
    finds=(
        "[«Official Report, 3 May 2011; Vol. 527, c. 418».]",
        "(«Official Report, Lords, 3 May 2017; Vol. 700, col. 12WS»)",
        "«Hansard, 4 July 1952, vol 503, cols. 12-14» and",
        "«HC Deb 5 March 1981, vol 1000, c. 415»",
        "«HL Deb, 5 March 1981, cols 415-20»",
    ),
    misses=("Official Report on fishing, 2016", "Official Report, 3 May 2011", "Hansard of 5 May"),
    words=("Official Report", "Hansard", "HC Deb", "HC Debate", "HC Debates", "HL Deb", "HL Debate", "HL Debates"),
    reach=140,
)
_UNION = Pattern(
    "the Official Journal of the European Union",
    rf"\b(?:(?:OJ|Official{_S}Journal(?:{_S}of{_S}the{_S}European{_S}(?:Union|Communities))?,?)"
    rf"{_S}(?P<series>[LC]){_S}?(?P<number>\d{{1,4}}))[,;]?{_S}"
    rf"(?:\d{{1,2}}[./]\d{{1,2}}[./]|(?:of{_S})?\d{{1,2}}{_S}{MONTH}{_S})(?P<year>{YEAR})"
    rf"(?:,{_S}pp?\.{_S}?(?P<page>\d{{1,4}})(?:[–-]\d{{1,4}})?)?",
    finds=(
        "(«OJ L 123, 4.5.2016, p. 1»)",
        "«Official Journal of the European Union, L 12, 5 May 2014, p. 3»",
        "«OJ C 83, 30.3.2010»",
    ),
    misses=("OJ Simpson, 4.5.2016", "OJ L 123", "the Official Journal"),
    words=("OJ ", "Official Journal"),
    reach=120,
)
_REGISTER = Pattern(
    "the Federal Register or the Statutes at Large of the United States",
    rf"(?<![\w.])(?P<volume>\d{{1,3}}){_S}(?P<series>Fed\.{_S}Reg\.|FR|F\.R\.|Stat\.){_S}(?P<page>\d{{1,3}},\d{{3}}|\d{{2,6}})(?![\d.,]\d|\w)",
    finds=("at «81 FR 12345».", "«86 Fed. Reg. 7009», 7010", "«104 Stat. 327»"),
    misses=("81 FR trains", "page 81 FR", "12 FRANCS 300"),
    words=("FR ", "Stat."),
    held=("Fed. Reg.", "F.R."),
    reach=40,
)
_TREATIES = Pattern(
    "a collection of treaties",
    rf"(?<![\w.])(?P<volume>\d{{1,4}}){_S}(?P<series>U\.?N\.?T\.?S\.?|L\.?N\.?T\.?S\.?|U\.S\.T\.|UST|I\.?L\.?M\.?){_S}(?:No\.{_S})?(?P<page>\d{{1,6}})(?!\w)",
    finds=("«1249 U.N.T.S. 13»,", "at «75 UNTS 287».", "«94 LNTS 65»", "«21 ILM 1261»"),
    misses=("1249 UNTS", "the U.N.T.S. 13", "12 GUNTS 3"),
    words=("UNTS", "LNTS", "UST", "ILM"),
    held=("N.T.S.", "U.S.T.", "I.L.M."),
    reach=40,
)
_SERIES = Pattern(
    "the United Nations Treaty Series in words",
    rf"\b(?P<series>United{_S}Nations|League{_S}of{_S}Nations),?{_S}Treaty{_S}Series,{_S}vol\.{_S}(?P<volume>\d{{1,4}}),{_S}"
    rf"(?:No\.{_S}(?P<number>\d{{1,6}})|p\.{_S}(?P<page>\d{{1,5}}))",
    finds=("«United Nations, Treaty Series, vol. 1155, No. 18232».", "«League of Nations, Treaty Series, vol. 94, p. 65»"),
    misses=("United Nations Treaty Series", "Treaty Series, vol. 5"),
    words=("Treaty Series",),
    reach=80,
)
_CODE = Pattern(
    "the codes of the United States",
    rf"(?<![\w.])(?P<title>\d{{1,2}}){_S}(?P<series>U\.?S\.?C\.?|C\.?F\.?R\.?){_S}(?:(?:§{{1,2}}|[Pp]arts?|pts?\.){_S})?"
    r"(?P<section>\d{1,5}[a-z]?(?:\.\d+)?)(?![\w/])",
    finds=("(«50 U.S.C. 1701» et seq.)", "«31 C.F.R. Part 587» the", "«42 USC § 1983»."),
    misses=("the U.S.C. 12", "50 USC players", "at 31 CFR"),
    words=("USC ", "CFR ", ".C.", ".R."),
    reach=30,
)
_NEUTRAL = Pattern(
    "a judgment by its court, year and number",
    rf"\[(?P<year>{YEAR})\]{_S}(?P<court>[A-Z]{{2,6}}(?:{_S}(?:Civ|Crim))?){_S}(?P<number>\d{{1,4}})(?!\w)",
    finds=("Lima v Tamm «[2025] UKSC 30» at", "«[2019] EWCA Civ 1020»."),
    misses=("[2025] the", "[12] UKSC 30", "(2025) UKSC 30"),
    words=tuple(f"[{year}]" for year in range(1990, 2100)),
    reach=24,
)
_INSTRUMENTS = Pattern(
    "a statutory instrument of the United Kingdom",
    rf"\bS\.?I\.?{_S}(?:No\.?{_S})?(?P<year>{YEAR})/(?P<number>\d{{1,4}})(?![\d/])",
    finds=("(«SI 2026/1144»)", "«S.I. No. 2019/12»"),
    misses=("SI 23/2019", "MSI 2026/12"),
    words=("SI ", ".I."),
    reach=30,
)
PATTERNS = (_HANSARD, _UNION, _REGISTER, _TREATIES, _SERIES, _CODE, _NEUTRAL, _INSTRUMENTS)
# Who speaks in which House.
_SPOKEN = {
    "commons": ("hon. Friend", "hon. Member", "hon. Gentleman", "hon. Lady", "hon. and learned", "House of Commons",
                "Mr Speaker", "Mr. Speaker", "Madam Speaker", "Deputy Speaker"),
    "lords": ("noble Lord", "noble Baroness", "noble Friend", "noble and learned", "House of Lords", "My Lords"),
}  # fmt: skip
_MONTHS = {month[:3]: number for number, month in enumerate(MONTHS, 1)}


def gazettes(read: Words) -> Iterator[Found]:
    """What is cited by volume and column or page. Such a citation names its place by itself."""
    for pattern, named in _KINDS:
        for match in pattern.every(read):
            yield Found(Span(*match.span()), named(match), "resolved", core=Span(*match.span()))
    matches = list(_HANSARD.every(read))
    spoken = _houses(read.text) if matches else []
    for match in matches:
        span = Span(*match.span())
        targets = tuple(_hansard(match, house) for house in _house(match) or spoken)
        if len(targets) == 1:
            yield Found(span, targets[0], "resolved", core=span)
        else:
            yield Found(span, None, "ambiguous", targets, core=span)


def _houses(text: str) -> list[str]:
    """The House that speaks in the text; both where it does not tell."""
    houses = [house for house, signs in _SPOKEN.items() if any(sign in text for sign in signs)]
    return houses if len(houses) == 1 else ["commons", "lords"]


def _house(match: re.Match[str]) -> list[str]:
    """The House that the citation names, if it does."""
    told = match["before"] or match["house"] or match["short"]
    return [] if told is None else ["lords" if told in ("Lords", "HL", "L") else "commons"]


def _hansard(match: re.Match[str], house: str) -> str:
    day = f"{match['year']}-{_MONTHS[match['month'][:3]]:02}-{int(match['day']):02}"
    return f"hansard-{house}-{day}-c{match['column'].lower()}"


def _union(match: re.Match[str]) -> str:
    page = f"-p{match['page']}" if match["page"] else ""
    return f"oj-{match['series'].lower()}-{match['number']}-{match['year']}{page}"


def _register(match: re.Match[str]) -> str:
    series = "stat" if match["series"].startswith("Stat") else "fr"
    return f"{match['volume']}-{series}-{match['page'].replace(',', '')}"


def _treaties(match: re.Match[str]) -> str:
    return f"{match['series'].replace('.', '').lower()}-{match['volume']}-{match['page']}"


def _in_words(match: re.Match[str]) -> str:
    series = "unts" if match["series"].startswith("United") else "lnts"
    return f"{series}-{match['volume']}-{match['page'] or 'no-' + match['number']}"


_KINDS: tuple[tuple[Pattern, Callable[[re.Match[str]], str]], ...] = (
    (_UNION, _union),
    (_REGISTER, _register),
    (_TREATIES, _treaties),
    (_SERIES, _in_words),
    (_CODE, lambda match: f"{match['title']}-{match['series'].replace('.', '').lower()}-{match['section']}"),
    (_NEUTRAL, lambda match: f"{'-'.join(match['court'].lower().split())}-{match['year']}-{match['number']}"),
    (_INSTRUMENTS, lambda match: f"uksi-{match['year']}-{match['number']}"),
)
