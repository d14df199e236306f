"""Laws, agreements, resolutions and plans without a name of their own, told by year, day or subject.

"The 1994 ceasefire", "a law of 5 May 2014", "the agreement on the exchange of prisoners", "the quota law", "the strategy for
2018-2022" each point at one document, which the catalogue does not have. "The law", "an agreement", "international law" do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.citations.found import Found
from onrecord.citations.leading import Lead, lead, subject_end
from onrecord.citations.patterns import BLANK, DATE, MONTHS, WEEKDAYS, YEAR, Pattern
from onrecord.citations.plans import of_years
from onrecord.citations.symbols import SYMBOL_BEHIND
from onrecord.citations.words import Words
from onrecord.names.lexicon import bag, is_body
from onrecord.names.states import adjective_of, is_state
from onrecord.spans import Span

__all__ = ["PATTERNS", "by_kind"]

_S = BLANK
_DAY = (
    rf"(?:{'|'.join(WEEKDAYS)}|today|yesterday|earlier (?:today|this (?:week|month|year))"
    rf"|(?:this|last) (?:week|month|year|{'|'.join((*MONTHS, *WEEKDAYS))}))"
)
_DATED = Pattern(
    "when or where an instrument was made",
    rf",?{_S}(?:(?:which{_S}was{_S})?(?:signed|reached|concluded|brokered|adopted|ratified|enacted|promulgated|passed|agreed)"
    rf"(?:{_S}(?:on|in){_S}{DATE}|(?:{_S}on)?{_S}{_DAY}\b|{_S}(?:in|at){_S}[A-Z][\w’-]+)"
    rf"|(?:of|dated){_S}(?:\d{{1,2}}{_S})?{DATE}(?![ \u00a0]?[–-][ \u00a0]?\d))",
    finds=(
        "cease-fire« signed Thursday» between",
        "agreement« reached on 5 May 2014» holds",
        "law« of 12 July 2008»",
        "law« of 2008» on ports",
        "truce« brokered in Velm» by",
    ),
    misses=("truce signed by both", "law of the sea", "agreement reached between the two", "truce, brokered by Lima"),
)
_IN_YEAR = Pattern(
    "the year in which an instrument was made",
    rf"{_S}(?:in|on){_S}{DATE}",
    finds=("signed a treaty« in 1979».", "signed an accord« on 5 May 1999»"),
    misses=("a treaty on 5 boats", "a treaty in 79"),
)
PATTERNS = (_DATED, _IN_YEAR)

_PACTS = bag("agreement agreements accord accords treaty pact truce armistice ceasefire deal")
_TREATIES = bag("treaty pact armistice")
_STATUTES = bag("law decree ordinance constitution statute act bill")
_OTHERS = bag("resolution declaration protocol charter communique memorandum convention directive")
_DECISIONS = bag("decision ruling judgment report")
_JUDGMENTS = bag("judgment judgement ruling")
# "The joint statement of 4 June" is a document, "his statement of 4 June" is speech.
_STATEMENTS = bag("joint presidential trilateral quadrilateral ceasefire final closing")
_PLANS = bag("plan strategy roadmap policy program agenda")
_HEADS = _PACTS | _STATUTES | _OTHERS | _DECISIONS | _JUDGMENTS | _PLANS | bag("fire map statement opinion")
_ACTS = bag("act bill")
_OF_YEAR = (_PACTS | _STATUTES | _OTHERS | _DECISIONS | bag("policy strategy roadmap")) - _ACTS - bag("deal")
_ABOUT = bag("on against concerning regulating governing")
_SUBJECTED = (_PACTS | _STATUTES | _OTHERS) - bag("constitution ceasefire truce armistice deal")
# What such a word stands before when it is no head: "the 2014 ceasefire violations", "law enforcement".
_GOES_ON = bag(
    """violation violations enforcement talks negotiation negotiations negotiators process monitoring monitors firm
    school degree card proposal proposals request breach breaches committee commission conference line lines zone
    zones season maker makers body period cycle student students professor review editor offices department
    implementation making maker document documents mechanism mechanisms signatories signatory party parties"""
)
# A body of law, or law at large.
_BODIES_OF_LAW = bag(
    """international humanitarian criminal customary common case civil domestic national federal state local public
    private family labor rights refugee martial maritime canon sharia islamic religious constitutional administrative
    penal human natural tax current existing applicable relevant european eu us"""
)
# Subjects of which a State has one law.
_LAWS_BY_SUBJECT = bag(
    """quota quotas amnesty conscription citizenship nationality media press asylum abortion blasphemy lustration gun
    sedition censorship terrorism terror cybercrime lgbt ngo foreign-agents agents femicide whistleblower
    whistleblowers mobilization emergency decommunization privatization reconciliation adoption anti-terrorism
    counterterrorism boycott protest surrogacy euthanasia headscarf burqa hijab loyalty succession inheritance
    impunity water mining fisheries forestry hydrocarbons budget referendum pension pensions victims"""
)
_PACTS_BY_NAME = bag("agreement accord accords treaty pact deal")
_PACTS_BY_SUBJECT = bag(
    """peace ceasefire fire truce nuclear trade border climate grain hostage withdrawal disengagement escalation
    reunification reconciliation tripartite sharing unity association armistice partition maritime fisheries
    readmission extradition exchange disarmament landmine surrender reparations handover accession friendship"""
)
_TELL_NOTHING = bag("first second only last such")
# "The treaty of friendship"; "the treaty of the two" says nothing.
_OF_WHAT = bag("friendship peace amity cooperation alliance nonaggression non commerce guarantee neutrality accession")
_MADE = bag(
    """adopted passed approved enacted promulgated concluded reached signed ratified repealed amended adopting passing
    approving enacting signing ratifying repealing amending introduced tabled"""
)
_AGREED = bag("concluded reached")  # "reached an agreement on a plan": no document yet
_NOT = bag("not never no nor yet without")
_NO_SUBJECT = bag(
    """paper table principle matter subject issue topic question ground spot same first last eve part basis way one
    this that these those it its such time behalf today yesterday which whether how what monday tuesday wednesday
    thursday friday saturday sunday"""
) | {month.casefold() for month in MONTHS}
_COUNCILS = frozenset((("security", "council"), ("general", "assembly")))
_UN = bag("un unsc unga")
_SOME = bag("a an any every each no another new some such possible binding draft first future one single")
_YEAR = re.compile(YEAR)


def by_kind(read: Words) -> Iterator[Found]:
    """What is told by its kind and something more, in the order of the text."""
    for at in read.places(_HEADS):
        key = read.keys[at]
        if key in ("fire", "map"):
            if not _compound(read, at):
                continue
            key = "ceasefire" if key == "fire" else "roadmap"
        if at + 1 < len(read) and read.close(at + 1) and _goes_on(read, at):
            continue
        if found := _told(read, at, key):
            first, end = found
            if SYMBOL_BEHIND.regex.match(read.text, end):
                continue  # the symbol is the citation
            yield Found.unknown(Span(read.starts[first], end))


def _goes_on(read: Words, at: int) -> bool:
    """Whether the word is no head: "the 2014 ceasefire violations", "the 2017 Fishing Policy Forum"."""
    return read.keys[at + 1] in _GOES_ON or (read.capital(at) and read.capital(at + 1))


def _compound(read: Words, at: int) -> bool:
    """Whether the word ends "cease-fire" or "road map"."""
    return at > 0 and read.close(at) and (read.keys[at - 1], read.keys[at]) in (("cease", "fire"), ("road", "map"))


def _told(read: Words, at: int, key: str) -> tuple[int, int] | None:
    """The first word of the citation and where it ends in the text; None where the words tell of no particular thing."""
    if key in _PLANS or key == "roadmap":
        return of_years(read, at) or (_of_year(read, at) if key in _OF_YEAR else None)
    if key == "resolution" and (first := _of_a_body(read, at)) is not None:
        about = _on_a_subject(read, at, key)
        return first, about[1] if about else read.ends[at]
    return (
        (_of_year(read, at) if key in _OF_YEAR or (key in _ACTS and read.capital(at)) else None)
        or (_of_a_day(read, at) if _dated(read, at, key) else None)
        or (_between(read, at) if key in _PACTS else None)
        or (_of_a_place(read, at) if key in _TREATIES else None)
        or (_on_a_subject(read, at, key) if key in _SUBJECTED else None)
        or (_by_subject(read, at, key) if key == "law" or key in _PACTS_BY_NAME else None)
        or (_by_a_party(read, at) if key in _JUDGMENTS else None)
    )


def _of_year(read: Words, at: int) -> tuple[int, int] | None:
    """ "The 1994 ceasefire", "an August 2014 law", "Velmora's 2015 decree"."""
    if not any(map(_YEAR.fullmatch, read.keys[max(0, at - 4) : at])):
        return None
    for index in range(at - 1, max(-1, at - 5), -1):
        if not read.close(index + 1):
            return None
        if _YEAR.fullmatch(read.keys[index]):
            month = index - 1 if index and read.word(index - 1) in MONTHS and read.close(index) else index
            words = lead(read, month, longest=1)
            told = words.article or words.owned
            return (month, read.ends[at]) if told and words.first == month else None
        if not _leads(read, index):
            return None
    return None


def _leads(read: Words, index: int) -> bool:
    return lead(read, index + 1, longest=1).first == index


def _of_a_day(read: Words, at: int) -> tuple[int, int] | None:
    """ "The new cease-fire signed Thursday", "a law of 5 May 2014"."""
    words = lead(read, at)
    if not words.article and not words.owned:
        return None
    dated = _DATED.regex.match(read.text, read.ends[at])
    if dated is None and (words.article in ("a", "an") or words.first < at) and _was_made(read, words):
        dated = _IN_YEAR.regex.match(read.text, read.ends[at])
    return (words.first, dated.end()) if dated else None


def _dated(read: Words, at: int, key: str) -> bool:
    """Whether a day tells which one is meant: a report's or decision's does not, but where somebody has given it."""
    if key in ("statement", "opinion"):
        return at > 0 and read.keys[at - 1] in (_STATEMENTS if key == "statement" else ("advisory",))
    if key in _DECISIONS:
        return lead(read, at).owned
    return key in _PACTS or key in _STATUTES or key in _OTHERS


def _between(read: Words, at: int) -> tuple[int, int] | None:
    """ "The border agreement with Ardania"."""
    words = lead(read, at)
    if (
        not words.definite
        or not set(read.keys[words.first : at]) - _TELL_NOTHING
        or at + 2 >= len(read)
        or read.keys[at + 1] not in ("with", "between")
    ):
        return None
    if not (read.close(at + 1) and read.close(at + 2) and (read.capital(at + 2) or read.keys[at + 2] == "the")):
        return None
    last = subject_end(read, at + 2)
    return (words.first, read.end(last)) if last is not None else None


def _of_a_place(read: Words, at: int) -> tuple[int, int] | None:
    """ "The treaty of Lima of 1929"."""
    words = lead(read, at)
    if words.article != "the" or at + 2 >= len(read) or read.keys[at + 1] != "of" or not read.capital(at + 2):
        return None
    if not (read.close(at + 1) and read.close(at + 2)) or read.word(at + 2) in MONTHS:
        return None
    last = at + 2
    while last + 1 < len(read) and read.close(last + 1) and read.capital(last + 1):
        last += 1
    year = last + 2 < len(read) and read.keys[last + 1] == "of" and _YEAR.fullmatch(read.keys[last + 2])
    return words.first, read.end(last + 2 if year else last)


def _on_a_subject(read: Words, at: int, key: str) -> tuple[int, int] | None:
    """ "The law against river piracy"; "passed a law on quotas"."""
    after = at + 1
    if after + 1 >= len(read) or not read.close(after) or not read.close(after + 1):
        return None
    of = read.keys[after] == "of" and key in _TREATIES and read.keys[after + 1] in _OF_WHAT
    if read.keys[after] not in _ABOUT and not of:
        return None
    words = lead(read, at)
    if not words.definite and not (_was_made(read, words) and read.keys[words.first - 2] not in _AGREED):
        return None
    led = set(read.keys[words.first : at])
    if key == "law" and led & _BODIES_OF_LAW:
        return None
    opening = after + 1 + (read.keys[after + 1] in ("the", "a", "an"))
    if opening >= len(read) or read.keys[opening] in _NO_SUBJECT or read.keys[opening].isdigit():
        return None
    last = subject_end(read, after + 1)
    return (words.first, read.end(last)) if last is not None else None


def _was_made(read: Words, words: Lead) -> bool:
    """Whether the words before say that it was adopted: "has passed a law", not "to pass a law" or "never passed a law"."""
    made = words.first - 2
    if not words.article or made < 0 or read.keys[made] not in _MADE or not read.close(made + 1):
        return False
    return made == 0 or read.keys[made - 1] not in _NOT


def _by_subject(read: Words, at: int, key: str) -> tuple[int, int] | None:
    """ "The quota law", "a cessation of hostilities agreement"."""
    if key in _PACTS and at > 2 and read.keys[at - 3 : at] == ["cessation", "of", "hostilities"] and not read.capital(at):
        return at - 3, read.ends[at]
    words = lead(read, at)
    if at == words.first or not (words.owned or words.article in ("the", "its", "their")) or not read.close(at):
        return None
    subjects = _PACTS_BY_SUBJECT if key in _PACTS else _LAWS_BY_SUBJECT
    return (words.first, read.end(at)) if read.keys[at - 1] in subjects else None


def _by_a_party(read: Words, at: int) -> tuple[int, int] | None:
    """ "The Miller judgment": of a case that goes by a party's name, not by the court's, a State's or a day's."""
    words = lead(read, at)
    between = range(words.first, at)
    if words.article != "the" or not between or not all(map(read.capital, between)):
        return None
    no_party = any(
        is_body(read.keys[index]) or is_state(read.word(index)) or adjective_of(read.word(index)) or read.word(index).isupper()
        or read.word(index) in (*MONTHS, *WEEKDAYS)
        for index in between
    )  # fmt: skip
    return None if no_party else (words.first, read.ends[at])


def _of_a_body(read: Words, at: int) -> int | None:
    """Where the name of the United Nations' body begins that stands before the word: "UNSC resolution"."""
    if not at or not read.close(at):
        return None
    first = at
    if at > 1 and (read.keys[at - 2], read.keys[at - 1]) in _COUNCILS and read.close(at - 1) and read.capital(at - 1):
        first = at - 2
    if first and read.close(first) and read.keys[first - 1] in _UN and read.capital(first - 1):
        first -= 1
    numbered = at + 1 < len(read) and read.keys[at + 1][0].isdigit()
    if first == at or numbered:
        return None
    return None if first and read.close(first) and read.keys[first - 1] in _SOME else first
