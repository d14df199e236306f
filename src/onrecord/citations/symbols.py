"""Documents cited by symbol: resolutions, records, reports, drafts, press releases, European acts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.citations.catalogue import Catalogue
from onrecord.citations.found import Found
from onrecord.citations.numbering import assembly, council
from onrecord.citations.patterns import Pattern
from onrecord.citations.words import Words
from onrecord.spans import Span

__all__ = ["PATTERNS", "SYMBOL_BEHIND", "symbols"]

_BODIES = "CEDAW|CCPR|CERD|CRPD|CMW|CED|CAT|CRC|HRI|FCCC|TD|DP|CD|NPT|APLC|ICCD|UNEP|ICC-ASP|BWC|SPLOS|ISBA|PCNICC|EIB|CAC"
_PRESS = (
    "GA/SPD|GA/DIS|GA/SHC|GA/EF|GA/AB|GA/L|GA/COL|GA/PAL|GA|SC|SG/SM|SG/A|SG/T|DSG/SM|ECOSOC|PAL|WOM|HR/CT|HR|SEA|ENV/DEV|PI|IK"
    "|AFR|OBV|ORG|NGO|REF|SOC/CP|SOC|POP|IHA|L/T|DC|DEV|PKO|CS|HQ|SAG|TAD|TRC|UNFPA"
)
_END = r"(?![\w/]|-\d)"
_SYMBOL = Pattern(
    "a document's symbol",
    r"(?<![\w/.-])(?:"
    r"(?P<council>S/RES/(?P<council_number>\d{1,4})(?:[ \u00a0]?\(\d{4}\)|/\d{4})?)"
    r"|(?P<assembly>A/RES/(?P<assembly_number>(?:E?S-)?\d{1,2}/\d{1,3}(?:[ \u00a0]?[A-E]\b)?"
    r"|\d{1,4}(?:[ \u00a0]?[A-H])?[ \u00a0]?\((?:E?S-)?[IVXL]+\)(?:[ \u00a0]?\[?[A-H]\b\]?)?))"
    r"|(?P<other>S/(?:(?:PV\.|AC\.|C\.|CONF\.)\d+[\w./-]*|(?:PRST|INF|AGENDA|NC|PET)/[\w./-]*\d|(?:19|20)\d\d/\d{1,4}(?:/[\w.]+)*|\d{4,5})"
    r"|A/(?:(?:HRC|C\.\d|CN\.\d{1,2}|AC\.\d+|CONF\.\d+|BUR|INF|PV\.\d+|ES-\d+|S-\d+|DEC)/[\w./-]*\d|(?:ES-|S-)?\d{2}/(?:[A-Z]+[./])*\d+(?:/[\w.]+)*|\d{3,4})"
    r"(?:[-–]S/(?:19|20)\d\d/\d+)?"
    r"|E/(?:(?:CN|C|ICEF|ESCWA|ECE|ECA|LC|RES|AC|CONF)[./][\w./-]*\d|(?:19|20)\d\d/(?:[A-Z]+[./])*\d+(?:/[\w.]+)*)"
    r"|ST/[A-Z]+/[\w./-]*\d"
    rf"|(?:{_BODIES})/(?:[\w.-]+/)*[\w.-]*\d"
    r"|WHA\d{2}\.\d{1,3}|GC\(\d+\)/RES/\d+|GOV/(?:19|20)\d\d/\d+)"
    rf"|(?P<press>(?:{_PRESS})/\d{{3,5}}(?:-[A-Z]+(?:/[A-Z]+)?/\d{{1,5}})*))" + _END,
    finds=(
        "document «S/2017/1024».", "«S/RES/1325 (2000)»", "«S/PV.8136», page 3", "draft «A/72/L.33»", "«A/52/871-S/1998/318»",
        "«A/HRC/RES/28/7»", "«E/CN.4/2005/85»", "(«A/C.3/72/L.33»)", "«CEDAW/C/GTM/8-9»", "«FCCC/CP/2002/1» and", "«GA/11990»",
        "«SC/13123»", "«SG/SM/18804-OBV/1759»", "«GA/SPD/654»", "«A/RES/217(III)[A]»", "«A/RES/62/243»",
        "«S/25704»", "«A/RES/ES-10/21»", "«WHA58.3»",
    ),
    misses=(
        "form A/4", "and/or 2017", "S/he", "N/A", "24/7", "AC/DC", "flight BA/123", "page A/12", "TV/2", "XSC/13123", "https://example.org/A/72/490",
        "SC/13123/x/y",
    ),
    held=("/", "WHA"),
    reach=200,
)  # fmt: skip
_TYPE = "COMM|BR|Decl?|DECL?|Res(?:DH)?|RES|Rec|REC|DOC|JOUR"
_ORGAN = Pattern(
    "a decision of an organ of a regional organisation",
    rf"(?<![\w/.-])(?:[A-Z][A-Za-z]*(?:[.-][A-Z]+)*(?:/[A-Z]+)*/(?:{_TYPE})\.[ \u00a0]?\d{{1,4}}"
    r"(?:[ \u00a0]?\((?:\d{4}|[IVXLC]+(?:-O/\d\d)?|\d+/\d\d)\))?"
    rf"|(?:MC|PC|FSC)\.(?:{_TYPE})/\d{{1,4}}(?:/\d\d)?|CM/(?:Del/)?(?:{_TYPE})\(\d{{4}}\)\d{{1,4}}|CDL-AD\(\d{{4}}\)\d{{3}})"
    + _END,
    finds=(
        "by «PSC/PR/COMM.1266 (2030)» of", "«Assembly/AU/Dec.815(XXXV)»", "«EX.CL/Dec.1031(XXXIV)»",
        "«AG/RES. 2929 (XLVIII-O/18)»", "OSCE «MC.DEC/3/11»,", "«CM/Rec(2010)5»", "«CDL-AD(2019)016»",
    ),
    misses=("and/or Dec. 5", "AC/DC 12", "NGO/Res 5", "Nov./Dec. 2019", "CM/Dec 2019"),
    held=("/", "CDL-AD("),
    reach=60,
)  # fmt: skip
_ADDENDUM = Pattern(
    "an addendum after a symbol",
    r"(?:,|,? and|,? &)[ \u00a0]{1,3}(?P<name>(?:Add|Corr|Rev)\.\d{1,3})(?!\w)",
    finds=("A/1« and Add.1»", "A/1«, Add.2» and"),
    misses=("A/1 and Addis", "A/1; Add.1"),
)
_UNION = Pattern(
    "an act of the European Union",
    r"\b(?:(?:Council|Commission|Parliament|Framework|Implementing|Delegated)[ \u00a0])*"
    r"(?:Directive|Regulation|Decision|Common Position|Joint Action)[ \u00a0](?:\((?:EU|EC|EEC|CFSP|EU, Euratom)\)[ \u00a0])?"
    r"(?:No\.?[ \u00a0])?(?:(?:19|20)?\d\d/\d{1,4}(?:/(?:EU|EC|EEC|CFSP|JHA|ECSC|Euratom))?|\d{1,4}/(?:19|20)\d\d)(?![\d/])",
    finds=(
        "«Directive 2004/38/EC»",
        "«Regulation (EU) No 604/2013»",
        "«Council Decision 2014/145/CFSP»",
        "«Regulation (EU) 2016/679»",
    ),
    misses=("Decision 5", "Directive of 2004", "Regulation 12"),
    words=("Directive", "Regulation", "Decision", "Common Position", "Joint Action"),
    reach=200,
)
_COMMISSION = Pattern(
    "a document of the European Commission",
    r"\b(?P<kind>COM|SWD|JOIN|SEC)[ \u00a0]?\((?P<year>(?:19|20)\d\d)\)[ \u00a0]?(?P<number>\d{1,4})\b(?:[ \u00a0]final)?",
    finds=("on migration, «COM(2016) 385», are", "«SWD(2017)12 final»"),
    misses=("COM 385", "COM(2016)", "DOTCOM(2016) 3"),
    words=("COM", "SWD", "JOIN", "SEC"),
    reach=40,
)
SYMBOL_BEHIND = Pattern(
    "a symbol right behind a title",
    r",?[ \u00a0]?\(?(?:(?:in[ \u00a0]{1,3})?(?:UN[ \u00a0]{1,3})?[Dd]oc(?:ument|\.)[ \u00a0]{1,3})?"
    r"(?:[A-Z]+(?:-[A-Z]+)?/)+[\w./-]*\d",
    finds=("“Peace on the Velm”« (document A/72/L.33», read", "“Wells”«, A/99/5»"),
    misses=(" (Velm 2003)", " (see page 3)"),
)
PATTERNS = (_SYMBOL, _ORGAN, _ADDENDUM, _UNION, _COMMISSION, SYMBOL_BEHIND)


def symbols(read: Words, known: Catalogue) -> Iterator[Found]:
    """Every document that the text cites by symbol. A symbol names its document by itself."""
    text = read.text
    for match in _SYMBOL.every(read):
        yield _symbol(match, known)
        base, at = match[0], match.end()
        while addendum := _ADDENDUM.regex.match(text, at):
            yield Found(
                Span(*addendum.span("name")), f"{base}/{addendum['name']}", "resolved", core=Span(*addendum.span("name"))
            )
            at = addendum.end()
    for match in _ORGAN.every(read):
        span = Span(*match.span())
        yield Found(span, "".join(match[0].split()), "resolved", core=span)
    for match in _COMMISSION.every(read):
        span = Span(*match.span())
        yield Found(span, f"{match['kind']}({match['year']}){match['number']}", "resolved", core=span)
    for match in _UNION.every(read):
        yield Found.unknown(Span(*match.span()))


def _symbol(match: re.Match[str], known: Catalogue) -> Found:
    span = Span(*match.span())
    if match["council"]:
        name, status, candidates = council(int(match["council_number"]), known)
        return Found(span, name, status, candidates, core=span)
    if match["assembly"]:
        name, status, candidates = assembly(match["assembly_number"].replace("\u00a0", " "), known)
        return Found(span, name, status, candidates, core=span)
    return Found(span, match[0], "resolved", core=span)
