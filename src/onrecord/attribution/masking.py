"""Names as one and the same word, so that the model cannot mind whose name it reads.

A network reads names with everything else, and moves its marks by a word when one country's name takes another's place. Here
every State is read as "Germany", every adjective of belonging as "German", every faith as "Christian", its houses and clergy
as churches and priests, and every other name, a seat of government too, as "Smith"; names that stand side by side are read as
one. What is a name is told from its form alone: a capital, and no word that English writes in lower case. Places in the masked
text are carried home by its map.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from importlib.resources import files

from onrecord.names.lexicon import honorifics, listed
from onrecord.names.states import adjective_of, is_state, seat_of, state
from onrecord.spans import Edit, Span, TextView

__all__ = ["masked"]

_CALENDAR = frozenset(
    "january february march april may june july august september october november december".split()
    + "monday tuesday wednesday thursday friday saturday sunday".split()
)
_STATE, _ADJECTIVE, _FAITH, _NAME = "Germany", "German", "Christian", "Smith"
_FAITHS = frozenset(
    (
        "islam christianity judaism buddhism hinduism sikhism islamic muslim christian jewish buddhist hindu sikh shiite sunni "
        "catholic protestant muslims christians jews jew buddhists hindus sikhs shiites sunnis catholics protestants"
    ).split()
)
_OF_FAITH = {
    **dict.fromkeys(("mosque", "synagogue", "temple", "gurdwara", "pagoda"), "church"),
    **dict.fromkeys(("mosques", "synagogues", "temples", "gurdwaras", "pagodas"), "churches"),
    **dict.fromkeys(("imam", "rabbi", "granthi", "pandit"), "priest"),
    **dict.fromkeys(("imams", "rabbis", "granthis", "pandits"), "priests"),
}
_WORD = re.compile(r"[^\W\d_][^\W_]*")
# Up to four words that may be one State's name, longest first: "Bosnia and Herzegovina".
_PHRASE = re.compile(r"[A-Z][\w’'.-]*(?:\s+(?:and\s+|of\s+(?:the\s+)?|the\s+)?[A-Z][\w’'-]*){0,3}")
_LAST_WORD = re.compile(r"[^\W\d_]+\Z")
# Formal names and plurals take an article where plain names take none: "the Netherlands", "the Republic of Ghana", "Ghana".
_ARTICLED = re.compile(
    r"s\Z|\b(?:republic|kingdom|federation|confederation|emirate|commonwealth|union|territory|state)\b", re.IGNORECASE
)
# "Omar Said waited": a name behind a name, and no word of saying, where no headline's capitals go on.
_SAID = re.compile(r"Said(?=\s+[a-z]|[,.;:)’'\n]|\Z)")
_SENTENCE_END = frozenset(".!?:;\n“”\"‘’'([•–—-*")
_JOINS = (" ", "-", ". ", "  ")


@functools.cache
def _common() -> frozenset[str]:
    text = (files("onrecord.attribution") / "data" / "common-words.txt").read_text(encoding="utf-8")
    words = {line for line in text.split("\n") if not line.startswith("#")}
    for name in ("bodies.txt", "documents.txt", "fields.txt", "groups.txt", "offices.txt"):
        words |= {part for word in listed(name) for part in word.split("-")}
    words |= {part for form in honorifics() for part in form}
    return frozenset(words | {f"{word}s" for word in words} | _CALENDAR)


def masked(text: str) -> TextView:
    """The text with its names made alike."""
    return TextView.of(text, [Edit(span, _cased(span.of(text), mask)) for span, mask in _folded(text, _marks(text))])


def _cased(words: str, mask: str) -> str:
    return mask.upper() if words.isupper() and len(words) > 1 else mask


def _marks(text: str) -> list[tuple[Span, str]]:
    states = list(_states(text))
    taken = {place for span, _ in states for place in range(span.start, span.end)}
    words = [match for match in _WORD.finditer(text) if match.start() not in taken]
    known = {match[0] for match in words if match[0][0].islower()} | _common()
    inner = {match[0].casefold() for match in words if match[0][0].isupper() and not _begins(text, match.start())}
    marks = list(states)
    for match in words:
        word = match[0]
        if word.casefold() in _FAITHS and word[0].isupper():
            marks.append((Span(*match.span()), _FAITH))
        elif word in _OF_FAITH:
            marks.append((Span(*match.span()), _OF_FAITH[word]))
        elif _is_name(text, match, known, inner):
            marks.append((Span(*match.span()), _NAME))
    return sorted(marks)


def _is_name(text: str, match: re.Match[str], known: frozenset[str] | set[str], inner: set[str]) -> bool:
    """A capital on a word that is not known in lower case; at a sentence's start, only if the text has it elsewhere too."""
    word = match[0]
    if len(word) < 2 or not word[0].isupper() or (word.casefold() in known and not _is_said(text, match.start())):
        return False
    if not _begins(text, match.start()) or word.isupper():
        return True
    return word.casefold() in inner or bool(re.match(r"\s+[A-Z]", text[match.end() : match.end() + 3]))


def _is_said(text: str, place: int) -> bool:
    """Whether a name "Said" stands at `place`, behind another word of it."""
    if not _SAID.match(text, place) or _begins(text, place):
        return False
    before = text[max(0, place - 40) : place].rpartition("\n")[2].split()
    return bool(before) and before[-1][0].isupper()


def _begins(text: str, place: int) -> bool:
    """Whether a sentence begins at `place`; the stop of a title or an initial ("Ms. Okoro") ends none."""
    while place and text[place - 1] == " ":
        place -= 1
    if not place or text[place - 1] not in _SENTENCE_END:
        return not place
    before = _LAST_WORD.search(text, max(0, place - 14), place - 1) if text[place - 1] == "." else None
    return not (before and (len(before[0]) == 1 or (before[0].casefold(),) in honorifics()))


def _states(text: str) -> Iterator[tuple[Span, str]]:
    at = 0
    while match := _PHRASE.search(text, at):
        at = match.end()
        words = list(re.finditer(r"\S+", match[0]))
        for name in _beginnings(match[0], [word.end() for word in words]):
            if mask := _mask_of(name):
                yield Span(_with_article(text, match.start(), name, mask), match.start() + len(name)), mask
                at = match.start() + len(name)
                break
        else:
            at = match.start() + words[0].end()


def _beginnings(phrase: str, ends: list[int]) -> Iterator[str]:
    """What may be a name at the start of a phrase, longest first: up to a word's end, or to a hyphen before a capital."""
    for end in reversed(ends):
        name = re.sub(r"[’']s?$", "", phrase[:end]).rstrip(".,")
        yield name
        if hyphens := list(re.finditer(r"-(?=[A-Z])", name)):
            yield name[: hyphens[-1].start()]


def _mask_of(name: str) -> str | None:
    if adjective_of(name) and state(name) != name:
        return _ADJECTIVE
    return _STATE if is_state(name) else _NAME if seat_of(name) else None


def _with_article(text: str, start: int, name: str, mask: str) -> int:
    """Where a name begins: with the article that some States have and others lack ("the Netherlands"), else behind it."""
    if mask != _STATE and name.startswith("The "):
        return start + 4
    takes_one = mask == _STATE and bool(_ARTICLED.search(name))
    return start - 4 if takes_one and text[max(0, start - 4) : start] == "the " else start


def _folded(text: str, marks: list[tuple[Span, str]]) -> list[tuple[Span, str]]:
    folded: list[tuple[Span, str]] = []
    for span, mask in marks:
        last = folded[-1] if folded else None
        alike = last is not None and (last[1] == mask or {last[1], mask} == {_STATE, _NAME})
        if last is not None and alike and text[last[0].end : span.start] in _JOINS:
            folded[-1] = (Span(last[0].start, span.end), mask if last[1] == mask else _NAME)
        else:
            folded.append((span, mask))
    return folded
