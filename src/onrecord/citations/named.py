"""Laws, plans and agreements that the catalogue does not have, known by the form of their names.

A capitalised name that ends in a word for an instrument ("Ports Act 2015", "Family Code", "Velm agreement") is a citation whose
target is unknown. What only sounds so stays out: bodies of law, the names of subjects, generic words with a capital.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.citations.found import Found
from onrecord.citations.patterns import BLANK, DATE, MONTHS, YEAR, Pattern
from onrecord.citations.words import Words, keys
from onrecord.names.lexicon import is_body, is_document, is_office
from onrecord.names.states import adjective_of, is_state
from onrecord.spans import Span

__all__ = [
    "AGREEMENTS",
    "PATTERNS",
    "SHORT",
    "SHORT_FORMS",
    "Phrase",
    "by_article",
    "kinds_alone",
    "named",
    "phrases",
    "proper",
    "widened",
]

_S = BLANK
_YEAR_AFTER = Pattern(
    "the year of a law",
    rf"(?:(?:,?{_S}|{_S}of{_S}){YEAR}(?:[–-]{YEAR})?(?![\d/–-])|{_S}\({YEAR}\))",
    finds=("Act« 2015»", "Act« of 2007»", "Code« (1996)»", "Act«, 2019»", "Strategy« 2020-2030»"),
    misses=("Act of the", "Act 12"),
)
_NUMBERED = Pattern(
    "a law by its number",
    rf"\b(?:(?:(?:Organic|Federal|Presidential){_S})?(?:Law|Act|Decree|Ordinance|Legislative Decree"
    rf"|Press{_S}[Rr]elease|PRESS{_S}RELEASE"
    rf"|(?:Situation|Field){_S}Report|Flash{_S}Update|Information{_S}Bulletin"
    rf"|Working{_S}Paper|Policy{_S}Brief|Circular|Standing{_S}Order"
    rf"|Recommendation|Proclamation){_S}(?:(?:No\.?|Nº|number|n°|Number)[ \u00a0]{{0,3}}|\#)"
    rf"\d[\d/-]*(?:\.\d+)*(?:{_S}of{_S}{DATE})?"
    rf"|(?:Executive{_S}Order|Public{_S}Law|Standing{_S}Order){_S}(?:No\.{_S})?\d[\d-]*)",
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
    ),
    misses=("Law on ports", "law No. 5", "Decree of 5 May", "Situation Report", "Standing Orders"),
    words=(
        "Law",
        "Act",
        "Decree",
        "Ordinance",
        "press release",
        "Situation Report",
        "Field Report",
        "Flash Update",
        "Information Bulletin",
        "Working Paper",
        "Policy Brief",
        "Circular",
        "Executive Order",
        "Standing Order",
        "Recommendation ",
        "Proclamation ",
    ),
    reach=80,
)
_BRACKETED = Pattern(
    "a law with a bracket in its name",
    rf"\b(?:[A-Z][\w’'-]*{_S}(?:(?:of|and|the|for){_S}){{0,2}}){{1,6}}\([A-Z][\w ’.,-]{{2,60}}\)"
    rf"{_S}(?:Act|Bill|Ordinance|Regulations|Order|Rules)"
    rf"\b(?:,?{_S}{YEAR})?",
    finds=("«Criminal Procedure Code (Amendment) Act 2011» was", "«Ports and Harbours (Velmora) Bill»"),
    misses=("Ports (Velmora) acts", "the Board (Lima) ordered"),
    words=(") Act", ") Bill", ") Ordinance", ") Regulations", ") Order", ") Rules"),
    reach=160,
)
_COMMENT = Pattern(
    "a general comment or recommendation of a treaty body",
    rf"\b[Gg]eneral{_S}(?:[Cc]omment|[Rr]ecommendation){_S}(?:No\.?|Nº|number){_S}?\d{{1,3}}(?!\d)",
    finds=("its «General Comment No. 34» on", "«general recommendation No. 19», para. 6"),
    misses=("a general comment on page 3", "General Comments Nos. 3 and 4", "General Recommendation of 1992"),
    words=("general ",),
    reach=60,
)
_SPELT = "One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten"
_LAW_OF_YEAR = Pattern(
    "a law by its subject and its year",
    rf"(?<![\w-])(?P<name>law{_S}(?:on|against|concerning|for){_S}(?:[a-z][\w’'-]*{_S}){{1,8}}?of{_S}{YEAR})(?![\d/–-])",
    finds=("the new «law on the harbour board of 2016» took", "under the «law against river fishing of 2008»."),
    misses=("law on the harbour board", "the law of 2016", "law on ports in the summer of love", "in-law on the ward of 2016"),
    words=("law ",),
    reach=200,
)
_ARTICLE_OF = Pattern(
    "an article of something with a capital",
    rf"\b(?:[Aa]rticles?|[Ss]ections?|[Pp]aragraphs?|[Cc]hapters?|[Rr]ules?){_S}(?:\d{{1,3}}|[IVXL]+|{_SPELT})(?:\([a-z0-9]+\))?{_S}of{_S}(?:the|its|their|his|her){_S}"
    rf"(?P<name>[A-Z][\w’-]*(?:{_S}(?:(?:of|on|and|for){_S})?[A-Z][\w’-]*){{0,6}})",
    finds=(
        "«Chapter Five of the Harbour Agreement»",
        "«Article 25 of its Rules of Procedure»",
        "«section 4 of the Harbour Law»",
        "«Article 3 of the Standing Orders»",
    ),
    misses=("Article 25 of its rules", "12 of the Members", "Article 5 of Rules"),
    words=tuple(f"{part}{plural}" for part in ("article", "section", "paragraph", "chapter", "rule") for plural in ("", "s")),
    reach=400,
)
SHORT = Pattern(
    "a short form given in brackets",
    rf"{_S}\((?:(?:hereinafter|hereafter|or|the){_S}){{0,3}}[\"“‘']?(?P<short>[A-Z][\w‑-]*(?:{_S}[A-Z][\w‑-]*){{0,2}})[\"”’']?\)",
    finds=("Convention« (CEDAW)»", "Agreement« (the “Accord”)»", "Plan« (INAP)»"),
    misses=("Convention (see below)", "Convention (1951)"),
)
PATTERNS = (SHORT, _YEAR_AFTER, _NUMBERED, _BRACKETED, _LAW_OF_YEAR, _COMMENT, _ARTICLE_OF)

_LAWS = frozenset("act code ordinance constitution statute bill strategy directive regulation communique".split())
AGREEMENTS = frozenset(
    """agreement agreements accord accords treaty convention conventions protocol protocols covenant covenants
    charter declaration pact statute""".split()
)
_TEXTS = frozenset(
    "law laws act code rules procedure regulations orders decree ordinance constitution bylaws guidelines".split()
)
_PLANS = frozenset(
    ("action plan", "response plan", "national plan", "humanitarian overview", "needs overview", "strategic plan")
)
_HEADS = _LAWS | {plan.rpartition(" ")[2] for plan in _PLANS}
_LINKS = frozenset("of on and for the to in against with".split())
_TITLING = frozenset("of on to for against between concerning".split())
_OPENERS = frozenset(
    """the a an this that these those under our its their his her in on by of as with and but for while when since if
    any each every no new draft proposed current existing such some all both first second third another
    existing former""".split()
)
# With these alone in front it is a kind, not a name.
_KINDS = frozenset(
    """peace ceasefire cease fire international regional bilateral multilateral national free trade framework
    political draft final joint legal social partnership cooperation association status forces standard
    general security republican democratic party annual presidential ministerial health safety optional
    additional un eu us uk government council police press code conduct""".split()
)
# Their names tell more than whose they are: "the Ports Bill", "the Return Directive".
_YOUNGER = frozenset("bill strategy directive regulation".split())
_TELL_NOTHING = frozenset(
    "european union house senate country cluster sector committee global regional joint per pursuant see".split()
)
_SUBJECTS = frozenset("dress bar zip qr source area dna genetic morse postal".split())
_NOT_NAMES = frozenset(
    "class balancing juggling terrorist terror criminal hostile unlawful wrongful genocidal evil barbaric".split()
)
_MONTHS = frozenset(MONTHS)
_REGIONS = frozenset("un international european african american arab islamic au eu ilo unesco labor inter oas asean".split())
# With a capital and "the" these are short forms of a name; a convention may be a meeting.
SHORT_FORMS = frozenset("agreement agreements accord accords treaty protocol covenant pact".split())
_LOWER = frozenset("agreement agreements accord accords treaty declaration pact".split())
_LONGEST = 9
_LONGEST_TITLE = 14


@dataclass(frozen=True, slots=True)
class Phrase:
    """Capitalised words around a word for an agreement: the first and the last one, and the folded ones that tell.

    `titled`: the word comes first, as in "Treaty of the Two Banks"; that is a name by itself.
    """

    first: int
    last: int
    told: frozenset[str]
    titled: bool = False


def named(read: Words) -> Iterator[Found]:
    """Laws, plans and comments of treaty bodies by the form of their names."""
    for at in read.places(_HEADS):
        key = read.keys[at]
        if key in _LAWS and read.capital(at) and not read.word(at).isupper():
            yield from _law(read, at, key)
        elif at and f"{read.keys[at - 1]} {key}" in _PLANS and read.capital(at) and read.capital(at - 1):
            yield from _plan(read, at)
    for match in _BRACKETED.every(read):
        start = match.start() + max(match[0].rfind("the ", 0, match[0].index("(")) + 4, 4 * match[0].startswith("The "), 0)
        yield Found.unknown(Span(start, match.end()))
    for pattern in (_NUMBERED, _LAW_OF_YEAR, _COMMENT):
        for match in pattern.every(read):
            yield Found.unknown(Span(*match.span()))


def by_article(read: Words) -> Iterator[Found]:
    """What has articles or sections and a name with a capital: "Article 25 of its Rules of Procedure"."""
    for match in _ARTICLE_OF.every(read):
        name = Span(*match.span("name"))
        if any(key in _TEXTS or key in AGREEMENTS or is_document(key) for key in keys(match["name"])):
            yield Found.unknown(name)


def _law(read: Words, at: int, key: str) -> Iterator[Found]:
    if _goes_on(read, at):
        return
    first = _leftmost(read, at, links=True)
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
    if first == at or key == "statute" or not set(before) - _OPENERS:
        return
    if key in _YOUNGER and not _one_of_the_younger(read, first, at):
        return
    if (key == "code" and (set(before) & _SUBJECTS or before == ["conduct"])) or (key == "act" and before[-1] in _NOT_NAMES):
        return
    yield _unknown(read, first, at)


def _one_of_the_younger(read: Words, first: int, at: int) -> bool:
    """Whether a bill, strategy or regulation is named, not a person, an office or a heading's words."""
    before = read.keys[first:at]
    if is_office(before[-1]) or is_body(before[0]) or set(before) <= _OPENERS | _KINDS | _TELL_NOTHING:
        return False
    if at + 1 < len(read) and read.keys[at] == "bill" and read.keys[at + 1] in ("of", "to"):
        return False
    leads = read.keys[first - 1] if first and read.close(first) else ""
    return (
        leads in _OPENERS
        or leads.isdigit()
        or (first > 0 and read.possessive(first - 1))
        or bool(SHORT.regex.match(read.text, read.ends[at]))
    )


def _plan(read: Words, at: int) -> Iterator[Found]:
    first = _leftmost(read, at - 1, links=False)
    if first < at - 1 and not _goes_on(read, at):
        yield _unknown(read, first, at)


def _unknown(read: Words, first: int, last: int) -> Found:
    return widened(read.text, Span(read.starts[first], read.end(last)))


def widened(text: str, core: Span) -> Found:
    """A citation of what the catalogue does not have, with the year and the short form that stand behind its name."""
    after = _YEAR_AFTER.regex.match(text, core.end)
    end = after.end() if after else core.end
    short = SHORT.regex.match(text, end)
    return Found(Span(core.start, short.end() if short else end), None, "unknown", core=core)


def _goes_on(read: Words, at: int) -> bool:
    """Whether the name goes on behind the word, so that the word is not its head."""
    return (
        at + 1 < len(read) and read.close(at + 1) and read.capital(at + 1) and not read.keys[at + 1].startswith(("art", "sec"))
    )


def _leftmost(read: Words, at: int, *, links: bool) -> int:
    """The first of the capitalised words that lead up to a head; with `links`, small words may stand between them."""
    first = index = at
    while index > max(0, at - _LONGEST) and read.close(index):
        index -= 1
        key = read.keys[index]
        if (
            key in AGREEMENTS
            or key in _LAWS
            or key == "the"
            or (first < at and (_of_a_person(read, index) or _of_a_state(read, index)))
        ):
            break  # another name ends here
        if read.capital(index) and key not in _LINKS:
            first = index
        elif not (links and key in _LINKS):
            break
    while first < at and (read.keys[first] in _OPENERS or read.keys[first] in _LINKS or _of_a_state(read, first)):
        first += 1
    return first


def _of_a_person(read: Words, index: int) -> bool:
    """Whether the word is the last of somebody's name in the possessive: "President Lima's Ports Act"."""
    return read.possessive(index) and read.close(index) and read.capital(index - 1)


def _of_a_state(read: Words, index: int) -> bool:
    """Whether the word is a State's possessive: "Velmora's Ports Act" is the Ports Act."""
    return read.possessive(index) and is_state(read.word(index)[:-2])


def phrases(read: Words) -> Iterator[Phrase]:
    """Words for agreements with capitalised words before them, such as may point back to a fuller name."""
    for at in read.places(AGREEMENTS):
        if read.keys[at].startswith("covenant") or read.word(at).isupper():
            continue
        if (last := _rightmost(read, at)) > at:
            first = _leftmost(read, at, links=False)
            yield Phrase(first, last, _told(read, first, last), titled=True)
        elif not _goes_on(read, at):
            first = _leftmost(read, at, links=read.capital(at))
            if first < at and read.capital(at - 1):
                yield Phrase(first, at, _told(read, first, at))


def _told(read: Words, first: int, last: int) -> frozenset[str]:
    return frozenset(read.keys[first : last + 1]) - _LINKS - {"un"}


def _rightmost(read: Words, at: int) -> int:
    """The last word of a title that begins with its head: "Treaty of the Two Banks"; the head itself where there is none."""
    key = read.keys[at]
    if not read.capital(at) or at + 1 >= len(read) or not read.close(at + 1) or read.keys[at + 1] not in _TITLING:
        return at
    # "The Treaty of Velm and Lima" is of one place: what comes after "and" is somebody else.
    if read.keys[at + 1] == "to" and key not in ("protocol", "protocols"):
        return at
    links = _LINKS - {"and"} if read.keys[at + 1] == "of" else _LINKS | {"between", "concerning"}
    last = at
    for index in range(at + 1, min(len(read), at + _LONGEST_TITLE)):
        if not read.close(index):
            break
        if read.capital(index):
            last = index
        elif read.keys[index] not in links and index > at + 1:
            break
        if read.word(index) in _MONTHS:
            return at
        if read.keys[index] == "and" and index + 1 < len(read) and read.keys[index + 1] in AGREEMENTS:
            break  # another name begins
    return at if read.keys[last] in AGREEMENTS else last  # "the Optional Protocol to the Convention"


def proper(read: Words, phrase: Phrase) -> bool:
    """Whether the phrase names an agreement by itself: with a word that is no mere kind, office, body or State, or "the"."""
    if phrase.titled or _the_one(read, phrase):
        return True
    before = [index for index in range(phrase.first, phrase.last) if read.keys[index] not in _LINKS]
    telling = [index for index in before if read.keys[index] not in _KINDS and not read.keys[index].isdigit()]
    head = read.keys[phrase.last]
    if head.startswith("convention") and not _REGIONS & set(read.keys[phrase.first : phrase.last]):
        return False  # most often a meeting
    if not read.capital(phrase.last):
        if head not in _LOWER:
            return False
        telling = [index for index in telling if not _of_somebody(read, index)]
        sentence = phrase.first == 0 or not read.joined(phrase.first)
        return bool(telling) and not sentence and len(before) == 1
    return bool(telling) and not (len(telling) == 1 and _of_somebody(read, telling[0]))


def _the_one(read: Words, phrase: Phrase) -> bool:
    """Whether a kind alone is a short form: "the Peace Agreement", with capitals."""
    first = phrase.first
    if read.keys[phrase.last] not in SHORT_FORMS or not first or read.keys[first - 1] != "the" or not read.close(first):
        return False
    return all(map(read.capital, range(first, phrase.last + 1))) and not all(
        _of_somebody(read, index) for index in range(first, phrase.last)
    )


def kinds_alone(name: str) -> bool:
    """Whether a name says no more than what kind of instrument it is: "Framework Agreement"."""
    return set(keys(name)) <= _KINDS | AGREEMENTS | {"interim", "comprehensive", "memorandum", "understanding"}


def _of_somebody(read: Words, index: int) -> bool:
    key, word = read.keys[index], read.word(index)
    return (
        is_body(key)
        or is_office(key)
        or is_state(word)
        or adjective_of(word) is not None
        or word.isupper()
        or read.possessive(index)
    )
