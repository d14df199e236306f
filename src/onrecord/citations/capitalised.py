"""Where a capitalised name begins and ends around a word for an instrument; the words for instruments."""

from __future__ import annotations

from onrecord.citations.found import Found
from onrecord.citations.patterns import BLANK, MONTHS, YEAR, Pattern
from onrecord.citations.words import Words, keys
from onrecord.names.states import is_state
from onrecord.spans import Span

__all__ = [
    "AGREEMENTS",
    "GUIDES",
    "KINDS",
    "LAWS",
    "LAW_WORDS",
    "LINKS",
    "OPENERS",
    "SHORT",
    "YEAR_AFTER",
    "goes_on",
    "kinds_alone",
    "leftmost",
    "rightmost",
    "widened",
]

_S = BLANK
YEAR_AFTER = Pattern(
    "the year of a law",
    rf"(?:(?:,?{_S}|{_S}of{_S}){YEAR}(?:[–-]{YEAR})?(?![\d/–-])|{_S}\({YEAR}\))",
    finds=("Act« 2015»", "Act« of 2007»", "Code« (1996)»", "Act«, 2019»", "Strategy« 2020-2030»"),
    misses=("Act of the", "Act 12"),
)
SHORT = Pattern(
    "a short form given in brackets",
    rf"{_S}\((?:(?:hereinafter|hereafter|or|the){_S}){{0,3}}[\"“‘']?(?P<short>[A-Z][\w‑-]*(?:{_S}[A-Z][\w‑-]*){{0,2}})[\"”’']?\)",
    finds=("Convention« (CEDAW)»", "Agreement« (the “Accord”)»", "Plan« (INAP)»"),
    misses=("Convention (see below)", "Convention (1951)"),
)
PATTERNS = (SHORT, YEAR_AFTER)

AGREEMENTS = frozenset(
    """agreement agreements accord accords treaty convention conventions protocol protocols covenant covenants
    charter declaration pact statute""".split()
)
LAW_WORDS = frozenset("act code ordinance constitution statute bill strategy directive regulation communique".split())
# With a capital these point back at a law that the text has named.
LAWS = frozenset("act bill ordinance code decree".split())
GUIDES = frozenset("principles guidelines standards rules compact roadmap".split())
LINKS = frozenset("of on and for the to in against with".split())
_TITLING = frozenset("of on to for against between concerning".split())
OPENERS = frozenset(
    """the a an this that these those under our its their his her in on by of as with and but for while when since if
    any each every no new draft proposed current existing such some all both first second third another
    existing former""".split()
)
# With these alone in front it is a kind, not a name.
KINDS = frozenset(
    """peace ceasefire cease fire international regional bilateral multilateral national free trade framework
    political draft final joint legal social partnership cooperation association status forces standard
    general security republican democratic party annual presidential ministerial health safety optional
    additional un eu us uk government council police press code conduct""".split()
)
_MONTHS = frozenset(MONTHS)
_LONGEST = 9
_LONGEST_TITLE = 14


def goes_on(read: Words, at: int) -> bool:
    """Whether the name goes on behind the word, so that the word is not its head."""
    return (
        at + 1 < len(read) and read.close(at + 1) and read.capital(at + 1) and not read.keys[at + 1].startswith(("art", "sec"))
    )


def leftmost(read: Words, at: int, *, links: bool) -> int:
    """The first of the capitalised words that lead up to a head; with `links`, small words may stand between them."""
    first = index = at
    while index > max(0, at - _LONGEST) and read.close(index):
        index -= 1
        key = read.keys[index]
        if (
            key in AGREEMENTS
            or key in LAW_WORDS
            or key == "the"
            or (first < at and (_of_a_person(read, index) or _of_a_state(read, index)))
        ):
            break  # another name ends here
        if read.capital(index) and key not in LINKS:
            first = index
        elif not (links and key in LINKS):
            break
    while first < at and (read.keys[first] in OPENERS or read.keys[first] in LINKS or _of_a_state(read, first)):
        first += 1
    return first


def _of_a_person(read: Words, index: int) -> bool:
    """Whether the word is the last of somebody's name in the possessive: "President Lima's Ports Act"."""
    return read.possessive(index) and read.close(index) and read.capital(index - 1)


def _of_a_state(read: Words, index: int) -> bool:
    """Whether the word is a State's possessive: "Velmora's Ports Act" is the Ports Act."""
    return read.possessive(index) and is_state(read.word(index)[:-2])


def rightmost(read: Words, at: int) -> int:
    """The last word of a title that begins with its head: "Treaty of the Two Banks"; the head itself where there is none."""
    key = read.keys[at]
    if not read.capital(at) or at + 1 >= len(read) or not read.close(at + 1) or read.keys[at + 1] not in _TITLING:
        return at
    # "The Treaty of Velm and Lima" is of one place: what comes after "and" is somebody else.
    if read.keys[at + 1] == "to" and key not in ("protocol", "protocols"):
        return at
    links = LINKS - {"and"} if read.keys[at + 1] == "of" else LINKS | {"between", "concerning"}
    last = before_and = at
    for index in range(at + 1, min(len(read), at + _LONGEST_TITLE)):
        if not read.close(index):
            break
        key = read.keys[index]
        if before_and > at and key in (AGREEMENTS | GUIDES):
            return before_and  # another name begins behind the "and"
        if read.capital(index):
            last = index
        elif key not in links and index > at + 1:
            break
        if read.word(index) in _MONTHS:
            return at
        if key == "and":
            before_and = last
    return at if read.keys[last] in AGREEMENTS else last  # "the Optional Protocol to the Convention"


def widened(text: str, core: Span) -> Found:
    """A citation of what the catalogue does not have, with the year and the short form that stand behind its name."""
    after = YEAR_AFTER.regex.match(text, core.end)
    end = after.end() if after else core.end
    short = SHORT.regex.match(text, end)
    return Found(Span(core.start, short.end() if short else end), None, "unknown", core=core)


def kinds_alone(name: str) -> bool:
    """Whether a name says no more than what kind of instrument it is: "Framework Agreement"."""
    return set(keys(name)) <= KINDS | AGREEMENTS | {"interim", "comprehensive", "memorandum", "understanding"}
