"""Reports and drafts by their role or title: "the panel's final report", "today's resolution", "a study titled “Dry Wells”"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.citations.found import Found
from onrecord.citations.leading import lead, subject_end
from onrecord.citations.patterns import BLANK, DATE, MONTHS, Pattern
from onrecord.citations.symbols import SYMBOL_BEHIND
from onrecord.citations.words import Words
from onrecord.names.lexicon import bag, is_body, is_office
from onrecord.spans import Span

__all__ = ["PATTERNS", "by_role"]

_S = BLANK
_TITLED = Pattern(
    "a document by its title in quotation marks",
    rf"\b(?:report|study|paper|resolution|draft|publication|survey|communiqu[eé]|declaration|strategy|manifesto|pamphlet|brochure"
    rf"|guidelines|memorandum|decree|law|bill|plan|roadmap|letter|appeal|briefing|handbook)"
    rf",?{_S}(?:(?:is|was){_S})?(?:(?:en)?titled|called|named|under{_S}the{_S}title),?{_S}"
    r"(?P<title>“[^“”\n]{3,200}”|\"[^\"\n]{3,200}\"|‘[A-Z][^‘\n]{3,200}?’(?!\w)|'[A-Z][^'\n]{3,200}'(?!\w))",
    finds=(
        "its «report titled “Wells Without Water”» says",
        'a «resolution, entitled "Peace on the Velm"» was',
        "the «study called ‘Dry Years’», which",
    ),
    misses=("a report called for", "entitled to a report", 'the report "strongly" suggests'),
    words=("titled", "entitled", "called “", 'called "', "called ‘", "named “", 'named "', "named ‘", "the title"),
    reach=260,
)
_BEFORE = Pattern(
    "a draft or report before a body",
    rf"\b(?P<name>(?:draft{_S}resolution|resolution|draft|report){_S}(?:(?:now|currently|that{_S}is){_S})?before{_S}(?:us|the{_S}"
    rf"[A-Z][\w’-]*(?:{_S}[A-Z][\w’-]*){{0,3}}?)(?:{_S}today)?)(?=[\s,.;:)’'])",
    finds=("the «resolution before the Assembly today» would", "the «draft before the Council», he", "a «report before us»."),
    misses=("reports before the Assembly", "the resolution before the vote", "draft resolutions before the Council"),
    words=("resolution before ", "draft before ", "report before ", "now before ", "currently before ", "is before "),
    reach=90,
)
_DATED = Pattern(
    "the day of a report",
    rf"(?:{_S}on{_S}(?:the{_S})?[A-Z][\w’-]*(?:{_S}(?:of{_S})?[A-Z][\w’-]*){{0,4}})?{_S}(?:of|dated){_S}{DATE}",
    finds=("Board« of March 2018»", "Board« dated 5 May 2018»", "Inquiry« on Velmora of March 2018» calls"),
    misses=("Board of ministers", "Inquiry on Velmora"),
)
_IN_MARKS = Pattern(
    "a report with its title behind a comma",
    r"\b(?:[Rr]eport|[Ss]tudy|[Ww]hite [Pp]aper|[Pp]aper|[Bb]riefing|[Pp]ublication),[ \u00a0]"
    r"(?P<title>“[A-Z][^“”\n]{3,160}”|\"[A-Z][^\"\n]{3,160}\"|‘[A-Z][^‘\n]{3,160}?’(?!\w))",
    finds=("a new «report, “Dry Season: Attacks on Wells”», says", 'the «White Paper, "Open Seas"» and'),
    misses=("in the report “Dry”", "the report, which"),
    words=("report, ", "study, ", "paper, ", "briefing, ", "publication, "),
    reach=180,
)
PATTERNS = (_DATED, _IN_MARKS, _TITLED, _BEFORE)

_ROLES = bag(
    """final interim midterm annual biannual biennial latest preliminary quarterly concluding initial inaugural landmark recent
    first second third fourth fifth sixth seventh eighth ninth tenth"""
)
_SHORT_WORD = 3
_TODAY = bag("resolution report draft agreement judgment ruling")


def by_role(read: Words) -> Iterator[Found]:
    """Reports and drafts by their role, and documents by titles in quotation marks."""
    text = read.text
    for match in _TITLED.every(read):
        if not SYMBOL_BEHIND.regex.match(text, match.end()):
            yield Found.unknown(Span(*match.span()))
    for match in _IN_MARKS.every(read):
        if _in_capitals(match["title"]) and not SYMBOL_BEHIND.regex.match(text, match.end()):
            yield Found.unknown(Span(*match.span()))
    for match in _BEFORE.every(read):
        yield Found.unknown(Span(*match.span("name")))
    for at in read.places(_TODAY):
        yield from _by_role(read, at)


def _in_capitals(title: str) -> bool:
    """Whether the words of a title have capitals, which those of a quotation have not."""
    long = [word for word in title.strip('“”"‘’,. ').split() if len(word) > _SHORT_WORD]
    return bool(long) and all(word[0].isupper() or not word[0].isalpha() for word in long)


def _by_role(read: Words, at: int) -> Iterator[Found]:
    if SYMBOL_BEHIND.regex.match(read.text, read.ends[at]):
        return
    words = lead(read, at)
    if words.owned and read.keys[words.first - 1] in ("today", "yesterday"):
        following = read.keys[at + 1] if at + 1 < len(read) else ""
        if at - words.first <= 1 and following != "resolutions":
            yield Found.unknown(Span(read.starts[words.first - 1], read.ends[at]))
    elif read.keys[at] == "report" and set(read.keys[words.first : at]) & _ROLES:
        if (last := _of_somebody(read, at)) is not None:
            yield Found.unknown(Span(read.starts[words.first], read.ends[last]))
        elif words.owned:
            yield Found.unknown(Span(_owner(read, words.first), read.ends[at]))
    elif read.keys[at] == "report" and words.owned and read.capital(words.first - 1) and (last := _on(read, at)) is not None:
        yield Found.unknown(Span(_owner(read, words.first), read.end(last)))
    elif read.keys[at] == "report" and words.article == "the":
        yield from _of_a_day(read, words.first, at)


def _of_a_day(read: Words, first: int, at: int) -> Iterator[Found]:
    """ "The report of the Harbour Board of March 2018"."""
    last = _of_somebody(read, at)
    if last is None or last + 2 >= len(read) or not read.close(last + 1) or not read.close(last + 2):
        return
    inside = _DATED.regex.match(read.text, read.ends[last])
    if inside and not SYMBOL_BEHIND.regex.match(read.text, inside.end()):
        yield Found.unknown(Span(read.starts[first], inside.end()))


def _on(read: Words, at: int) -> int | None:
    """The last word of what a report is on, which has a capital: "the Secretary-General's report on Velmora"."""
    after = at + 2
    if after >= len(read) or read.keys[at + 1] != "on" or not read.close(after) or not read.close(at + 1):
        return None
    return subject_end(read, after) if any(read.capital(index) for index in range(after, min(after + 2, len(read)))) else None


def _owner(read: Words, first: int) -> int:
    """Where the owner begins: the nouns or the name before the possessive."""
    start = first - 1
    while start and read.close(start) and read.capital(start) and read.capital(start - 1) and read.keys[start - 1] != "the":
        start -= 1
    return read.starts[start]


def _of_somebody(read: Words, at: int) -> int | None:
    """The last word of the body or office whose report it is."""
    after = at + 1
    if after + 1 >= len(read) or read.keys[after] != "of" or not read.close(after) or not read.close(after + 1):
        return None
    after += 1
    after += read.keys[after] == "the"
    if after >= len(read):
        return None
    last = None
    for index in range(after, min(len(read), after + 8)):
        if index > after and not read.close(index):
            break
        if read.word(index) in MONTHS:
            break
        if read.capital(index):
            last = index
        elif index == after and (is_body(read.keys[index]) or is_office(read.keys[index])):
            return index
        elif read.keys[index] not in ("of", "the", "and", "on", "for") or (
            read.keys[index] == "on" and not is_body(read.keys[index - 1])
        ):
            break
    return last
