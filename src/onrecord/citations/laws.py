"""Laws, plans and guidelines that the catalogue does not have, known by the form of their names.

A capitalised name that ends in a word for an instrument ("Ports Act 2015", "Family Code") is a citation of unknown target.
What only sounds so stays out: bodies of law, the names of subjects, generic words with a capital.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.citations.capitalised import (
    AGREEMENTS,
    GUIDES,
    KINDS,
    LAW_WORDS,
    OPENERS,
    SHORT,
    YEAR_AFTER,
    goes_on,
    leftmost,
    rightmost,
    widened,
)
from onrecord.citations.found import Found
from onrecord.citations.patterns import BLANK, DATE, YEAR, Pattern
from onrecord.citations.pinpoints import LIST, PART
from onrecord.citations.words import Words, keys
from onrecord.names.lexicon import is_body, is_document, is_office
from onrecord.spans import Span

__all__ = ["PATTERNS", "by_article", "laws"]

_S = BLANK
_OF_KIND = (
    "Law", "Act", "Decree", "Ordinance", "Edict", "Order", "Regulation", "Notice", "Instruction", "Proclamation", "Circular",
    "Recommendation", "Opinion",
)  # fmt: skip
_ISSUED = (
    "Press Release", "Situation Report", "Field Report", "Flash Update", "Information Bulletin", "Working Paper",
    "Policy Brief", "Advisory Opinion",
)  # fmt: skip
_BY_NUMBER_ALONE = ("Executive Order", "Public Law", "Standing Order", "General License", "General Licence")
_OF_WHOM = "Organic|Federal|Presidential|Legislative|Supreme|Royal|Ministerial|Government|Legal|General|Emergency|Amnesty"
_SIGN = r"(?:(?:No\.?|Nº|number|n°|Number)[ \u00a0]{0,3}|\#)"
_NUMBERED = Pattern(
    "a law by its number",
    rf"\b(?:(?:(?:{_OF_WHOM}){_S})?(?:{'|'.join(_OF_KIND)})(?:[ -]Law)?{_S}"
    rf"(?:{_SIGN}\d[\d/-]*(?:\.\d+)*|\d{{1,4}}/\d{{1,4}}(?![\d/])|\d{{1,4}}(?={_S}of{_S}{YEAR}))"
    rf"|(?:{'|'.join(_ISSUED)}|Press{_S}release|PRESS{_S}RELEASE){_S}(?:{_SIGN}\d[\d/-]*(?:\.\d+)*|[A-Z]{{2,5}}-\d+/\d\d\b)"
    rf"|(?:{'|'.join(_BY_NUMBER_ALONE)}){_S}(?:No\.{_S})?\d[\d-]*[A-Z]?\b|E\.O\.{_S}\d{{4,5}}\b)(?:{_S}of{_S}{DATE})?",
    finds=(
        "«Law No. 12/2004»",
        "«Decree No. 5 of 1999»",
        "«Organic Law No. 1»",
        "«Decree No. 77 of 3 March 2019» on",
        "«Press release No. 14/2021».",
        "«Situation Report No. 4» (as of",
        "See «Flash Update #3».",
        "«Executive Order 14024»",
        "under «Standing Order 24»",
        "«Presidential Decree 2030/45».",
        "«Legislative Decree 1097 of 2010» lacked",
        "«Decree-Law 3/2027» and",
        "by «Legal Notice No. 42 of 2011»",
        "its «Advisory Opinion OC-21/14 of August 19, 2014»",
        "(“«E.O. 14024»”)",
        "«General License 8B» and",
    ),
    misses=(
        "Law on ports", "law No. 5", "Decree of 5 May", "Situation Report", "Standing Orders", "the Order 12",
        "Notice 5 of the", "Act 12",
    ),
    words=(*_OF_KIND, *_ISSUED, "press release", *_BY_NUMBER_ALONE),
    held=("E.O. ",),
    reach=80,
)  # fmt: skip
_BRACKETED = Pattern(
    "a law with a bracket in its name",
    rf"\b(?:[A-Z][\w’'-]*{_S}(?:(?:of|and|the|for){_S}){{0,2}}){{1,6}}(?:\([A-Z][\w ’.,-]{{1,60}}\){_S}){{1,3}}"
    rf"(?:Act|Bill|Ordinance|Regulations|Order|Rules|Notice)"
    rf"\b(?:,?{_S}{YEAR})?",
    finds=(
        "«Criminal Procedure Code (Amendment) Act 2011» was",
        "«Ports and Harbours (Velmora) Bill»",
        "«Velmora (Sanctions) (EU Exit) Regulations 2026» (SI",
    ),
    misses=("Ports (Velmora) acts", "the Board (Lima) ordered"),
    words=(") Act", ") Bill", ") Ordinance", ") Regulations", ") Order", ") Rules", ") Notice"),
    reach=160,
)
_COMMENT = Pattern(
    "a general comment or recommendation of a treaty body",
    rf"\b[Gg]eneral{_S}(?:[Cc]omment|[Rr]ecommendation){_S}(?:(?:No\.?|Nº|number){_S}?)?\d{{1,3}}(?!\d)",
    finds=("its «General Comment No. 34» on", "«general recommendation No. 19», para. 6", "«General Comment 36», Article 6"),
    misses=("a general comment on page 3", "General Comments Nos. 3 and 4", "General Recommendation of 1992"),
    words=("general ",),
    reach=60,
)
_LAW_OF_YEAR = Pattern(
    "a law by its subject and its year",
    rf"(?<![\w-])(?P<name>law{_S}(?:on|against|concerning|for){_S}(?:[a-z][\w’'-]*{_S}){{1,8}}?of{_S}{YEAR})(?![\d/–-])",
    finds=("the new «law on the harbour board of 2016» took", "under the «law against river fishing of 2008»."),
    misses=("law on the harbour board", "the law of 2016", "law on ports in the summer of love", "in-law on the ward of 2016"),
    words=("law ",),
    reach=200,
)
_PARTS = ("article", "section", "paragraph", "chapter", "rule", "clause", "regulation")
_ARTICLE_OF = Pattern(
    "an article of something with a capital",
    rf"\b{PART}{_S}{LIST}{_S}of{_S}(?:the|its|their|his|her|this|that){_S}"
    rf"(?P<name>(?:{YEAR}{_S})?[A-Z][\w’-]*(?:{_S}(?:(?:of|on|and|for){_S})?[A-Z][\w’-]*){{0,6}})",
    finds=(
        "«Chapter Five of the Harbour Agreement»",
        "«Article 25 of its Rules of Procedure»",
        "«section 4 of the Harbour Law»",
        "«Article 3 of the Standing Orders»",
        "«clause 14 of the Bill» makes",
        "«Articles 73, 74 and 75 of the Rules of Court»",
        "«section 9(2) of the 2002 Act».",
    ),
    misses=("Article 25 of its rules", "12 of the Members", "Article 5 of Rules"),
    words=tuple(f"{part}{plural}" for part in _PARTS for plural in ("", "s")),
    reach=400,
)
_ARTICLE_ABBREVIATED = Pattern(
    "an article of something by its initials",
    rf"(?<!\w)(?:[Aa]rt(?:icle)?s?\.?{_S}|§§?{_S}?){LIST}{_S}(?P<name>(?=\w{{3,6}}\b)[A-Z]+[a-z]?[A-Z]+)(?![\w-])(?!{_S}[A-Z])",
    finds=("«Article 21 TEU», and", "under «Art. 6(1)(f) GDPR», recital", "«articles 9 and 14 ICCPR» with", "«§ 86 StGB»."),
    misses=("Article 5 NATO Allies", "article 21 of TEU", "page 21 TEU", "Article 5 UN"),
    words=("article", "articles", "art.", "arts.", "art ", "arts "),
    held=("§",),
    reach=60,
)
PATTERNS = (_NUMBERED, _BRACKETED, _LAW_OF_YEAR, _COMMENT, _ARTICLE_OF, _ARTICLE_ABBREVIATED)

_TEXTS = frozenset(
    "law laws act code bill rules procedure regulations orders decree ordinance constitution bylaws guidelines".split()
)
_PLANS = frozenset(
    ("action plan", "response plan", "national plan", "humanitarian overview", "needs overview", "strategic plan")
)
# With their year alone these are laws: "Income Tax Rules, 1962".
_WITH_YEAR = frozenset("regulations rules order".split())
_HEADS = LAW_WORDS | _WITH_YEAR | GUIDES | {plan.rpartition(" ")[2] for plan in _PLANS}
# Their names tell more than whose they are: "the Ports Bill", "the Return Directive".
_YOUNGER = frozenset("bill strategy directive regulation".split())
_TELL_NOTHING = frozenset(
    "european union house senate country cluster sector committee global regional joint per pursuant see".split()
)
_NO_BILLS = frozenset("draft government final private public member's members".split())
_SUBJECTS = frozenset("dress bar zip qr source area dna genetic morse postal".split())
_NOT_NAMES = frozenset(
    "class balancing juggling terrorist terror criminal hostile unlawful wrongful genocidal evil barbaric".split()
)


def laws(read: Words) -> Iterator[Found]:
    """Laws, plans, guidelines and comments of treaty bodies."""
    for at in read.places(_HEADS):
        key = read.keys[at]
        if key in LAW_WORDS and read.capital(at) and not read.word(at).isupper():
            yield from _law(read, at, key)
        elif at and f"{read.keys[at - 1]} {key}" in _PLANS and read.capital(at) and read.capital(at - 1):
            yield from _plan(read, at)
        elif key in GUIDES | _WITH_YEAR and read.capital(at) and not read.word(at).isupper():
            yield from _guide(read, at, key)
    for match in _BRACKETED.every(read):
        article = re.match(r"(?:.*\b)?[Tt]he\s", match[0][: match[0].index("(")])
        yield Found.unknown(Span(match.start() + (article.end() if article else 0), match.end()))
    for pattern in (_NUMBERED, _LAW_OF_YEAR, _COMMENT):
        for match in pattern.every(read):
            yield Found.unknown(Span(*match.span()))


def by_article(read: Words) -> Iterator[Found]:
    """What has articles or sections and a name with a capital: "Article 25 of its Rules of Procedure"."""
    for match in _ARTICLE_OF.every(read):
        name = Span(*match.span("name"))
        if any(key in _TEXTS or key in AGREEMENTS or is_document(key) for key in keys(match["name"])):
            yield Found.unknown(name)
    for match in _ARTICLE_ABBREVIATED.every(read):
        yield Found.unknown(Span(*match.span("name")))


def _law(read: Words, at: int, key: str) -> Iterator[Found]:
    if goes_on(read, at):
        return
    first = leftmost(read, at, links=True)
    before = [read.keys[index] for index in range(first, at)]
    if first < at and not read.capital(at - 1):
        return
    if key == "constitution" and first == at:
        if (
            at
            and read.close(at)
            and read.keys[at - 1] in ("the", "its", "their", "our", "new", "under", "current")
            and not (at > 2 and read.keys[at - 2] == "on" and is_body(read.keys[at - 3]))
        ):  # not the Committee on the Constitution
            yield _unknown(read, at, at)
        return
    if first == at or key == "statute" or not set(before) - OPENERS:
        return
    if key in _YOUNGER and not _one_of_the_younger(read, first, at):
        return
    if (key == "code" and (set(before) & _SUBJECTS or before == ["conduct"])) or (key == "act" and before[-1] in _NOT_NAMES):
        return
    # "The 2009 Mines Act": the year may stand before the name.
    yield _unknown(read, first - bool(re.fullmatch(YEAR, _leading(read, first))), at)


def _leading(read: Words, first: int) -> str:
    """The word right before a name; empty where something parts the two."""
    return read.keys[first - 1] if first and read.close(first) else ""


def _one_of_the_younger(read: Words, first: int, at: int) -> bool:
    """Whether a bill, strategy or regulation is named, not a person, an office or a heading's words."""
    before = read.keys[first:at]
    nothing = OPENERS | _TELL_NOTHING | (_NO_BILLS if read.keys[at] == "bill" else KINDS)
    if is_office(before[-1]) or is_body(before[0]) or set(before) <= nothing:
        return False
    if at + 1 < len(read) and read.keys[at] == "bill" and read.keys[at + 1] in ("of", "to"):
        return False
    leads = _leading(read, first)
    return (
        (leads in OPENERS and not (leads == "and" and read.keys[at] == "bill"))
        or leads.isdigit()
        or (first > 0 and read.possessive(first - 1))
        or bool(SHORT.regex.match(read.text, read.ends[at]))
    )


def _plan(read: Words, at: int) -> Iterator[Found]:
    first = leftmost(read, at - 1, links=False)
    if first < at - 1 and not goes_on(read, at):
        yield _unknown(read, first, at)


def _guide(read: Words, at: int, key: str) -> Iterator[Found]:
    """ "Basic Principles on Harbour Safety", "OECD Guidelines for Ferry Owners", "1957 Emergency Regulations"."""
    last = rightmost(read, at) if read.keys[at + 1 : at + 2] != ["of"] else at
    first = leftmost(read, at, links=last == at)
    led = _leading(read, first)
    # "OECD Guidelines", "UN Basic Principles"; but "NDMA Launches Guidelines" is a headline.
    owned = read.word(first).isupper() and at - first <= 2 and not (at - first == 2 and read.keys[at - 1].endswith("s"))
    if last > at and key in GUIDES and (owned or led in OPENERS):
        yield _unknown(read, first, last)
    elif key in _WITH_YEAR and first < at and read.capital(at - 1) and set(read.keys[first:at]) - OPENERS:
        dated = bool(re.fullmatch(YEAR, led))
        if dated or YEAR_AFTER.regex.match(read.text, read.ends[at]):
            yield _unknown(read, first - dated, at)


def _unknown(read: Words, first: int, last: int) -> Found:
    return widened(read.text, Span(read.starts[first], read.end(last)))
