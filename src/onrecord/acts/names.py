"""Where the name of a body begins and ends, read word by word as far as words can belong to one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.dates.calendar import MONTH_NAMES, WEEKDAY_NAMES
from onrecord.names.lexicon import bag, is_body, is_office
from onrecord.names.persons import person_in
from onrecord.names.states import seat_of, state
from onrecord.names.words import Word, is_acronym, words
from onrecord.spans import Span

__all__ = ["LINKS", "OPENERS", "PREPOSITIONS", "firm_name", "is_plural", "lead", "plain", "prefix", "singular", "suffix"]

LINKS = bag("of for on in to and the de la du des al el")
PREPOSITIONS = bag(
    "of for on in to by with from at against between among about under over into through towards toward per via within than as"
)
# Lower-case words that stand in the name of a body or a group of States.
_PLAIN = bag(
    "a an all some several many most other two three four five six seven eight nine ten twelve its their national federal"
    " regional local provincial international upper lower foreign human rights affairs relations security general central"
    " interim transitional ruling joint standing select special defence defense justice constitutional supreme european"
    " african member members states countries nations governments parties state country city district municipal permanent"
    " those no none"
)
GROUPS = bag("members states countries nations governments parties parliaments")
_NUMBER = re.compile(r"\d{1,3}\Z")
# Behind a name the day of the act, which is no part of it.
_DAY = re.compile(rf"(?:on|in)\s+(?:\d|(?:{WEEKDAY_NAMES}|{MONTH_NAMES})\b)", re.IGNORECASE)
_NONE_OF = re.compile(r"(?:none|neither) of ", re.IGNORECASE)
# Words before a name that begin its clause.
OPENERS = bag(
    "both that whereby where while whereas because said says if when and but though although since after before as however or"
    " which neither only even meanwhile"
)
_LONGEST = 14
_THAT_OF_BEGINS = re.compile(r"\s*that\s+of\s+", re.IGNORECASE)


def suffix(text: str, piece: Span, *, whole: bool = False) -> Span | None:
    """The longest name that ends the piece; with `whole`, only where nothing but a clause's opener stands before it."""
    found = words(text, piece.start, piece.end)
    if (
        not found
        or found[-1].possessive
        or found[-1].folded in LINKS
        or text[found[-1].span.end : piece.end].strip(" \u00a0)]")
    ):
        return None
    first = len(found)
    while first > 0 and len(found) - first < _LONGEST and _can_stand(found[first - 1]):
        if first < len(found) and not _joined(text, found[first - 1], found[first]):
            break
        first -= 1
        # "in Geneva the Council": an article begins a name, unless a link stands before it.
        if found[first].text == "the" and (first == 0 or found[first - 1].text not in LINKS):
            break
    first = _trimmed(found, first)
    if first >= len(found):
        return None
    if first and _NUMBER.match(found[first - 1].folded) and found[-1].folded in GROUPS:
        first -= 1  # "14 US states"
    before = found[first - 1].folded if first else ""
    if before in PREPOSITIONS or (whole and before and before not in OPENERS):
        return None
    return Span(found[first].span.start, found[-1].span.end)


def prefix(text: str, piece: Span) -> Span | None:
    """The longest name that begins the piece, behind "that of"."""
    that = _THAT_OF_BEGINS.match(text, piece.start, piece.end)
    found = words(text, that.end() if that else piece.start, piece.end)
    last = 0
    while last < len(found) and last < _LONGEST and _can_stand(found[last]):
        if last and text[found[last - 1].span.end : found[last].span.start].strip(" \u00a0’'s"):
            break
        if _DAY.match(text, found[last].span.start):
            break
        last += 1
    while last and (found[last - 1].folded in LINKS or found[last - 1].folded.isdigit()):
        last -= 1
    first = _trimmed(found[:last], 0)
    if first == 1 and found[last - 1].folded in GROUPS:
        first = 0  # "by 164 States"
    return Span(found[first].span.start, found[last - 1].span.end) if first < last else None


def lead(text: str, piece: Span) -> int:
    """Where the words of a piece begin."""
    found = words(text, piece.start, piece.end)
    return found[0].span.start if found else piece.start


def firm_name(text: str, name: Span) -> bool:
    """Whether the name is a body's or a State's by its own words: its head is a noun for a body, a State or an acronym."""
    start = match.end() if (match := _NONE_OF.match(text, name.start, name.end)) else name.start
    found = words(text, start, name.end)
    head = [*_head(found)]
    if not head or is_office(head[-1].folded) or person_in(text, found, certain=True):
        return False
    whole = " ".join(word.text for word in found)
    if state(whole) or seat_of(whole):
        return True
    last = head[-1].folded
    return is_body(last) or last in GROUPS or (is_acronym(head[-1].text) and len(head) <= 2)


def plain(text: str, span: Span) -> str:
    """The name with single spaces and no article or "both" before it."""
    return re.sub(r"^(?:both\s+)?(?:the|a|an)\s+", "", " ".join(span.of(text).split()), flags=re.IGNORECASE)


def is_plural(noun: str) -> bool:
    return noun.endswith("s") and not noun.endswith("ss")


def singular(noun: str) -> str:
    return noun[:-3] + "y" if noun.endswith("ies") else noun[:-1]


def _can_stand(word: Word) -> bool:
    """Whether the word can belong to a body's name."""
    folded = word.folded
    return (
        word.text[0].isupper()
        or folded in LINKS
        or folded in _PLAIN
        or is_body(folded)
        or bool(_NUMBER.match(folded))
    )  # fmt: skip


def _joined(text: str, one: Word, other: Word) -> bool:
    """Whether nothing but a space parts two words, or the ending by which the first has the second ("Peru's Congress")."""
    between = text[one.span.end : other.span.start].strip(" \u00a0\n")
    return not between or (one.possessive and one.text[0].isupper() and between in {"'s", "’s", "'", "’"})


def _trimmed(found: Sequence[Word], first: int) -> int:
    """The first word that can begin a name: no link but an article, no opener of the clause in a capital."""
    while first < len(found) and (
        (found[first].folded in LINKS and found[first].folded != "the")
        or found[first].folded in OPENERS
        or (found[first].folded == "the" and first + 1 == len(found))
        or (_NUMBER.match(found[first].folded) and (first + 1 == len(found) or found[first + 1].text[0].isupper()))
    ):
        first += 1
    return first


def _head(found: Sequence[Word]) -> Iterator[Word]:
    """The words before the first preposition, without articles."""
    for word in found:
        if word.text in LINKS and word.text not in {"the", "and"}:
            return
        if word.folded not in {"the", "a", "an", "and", "both"}:
            yield word
