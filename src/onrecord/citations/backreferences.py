"""Short forms that point back: "the Convention", "European Convention", an acronym given in brackets, "Ibid."."""

from __future__ import annotations

import bisect
import functools
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from onrecord.citations.agreements import SHORT_FORMS, Phrase, phrases, proper
from onrecord.citations.antecedents import Antecedents
from onrecord.citations.capitalised import AGREEMENTS, LAWS, widened
from onrecord.citations.catalogue import Catalogue
from onrecord.citations.found import Found
from onrecord.citations.patterns import YEAR, Pattern
from onrecord.citations.words import Words, keys
from onrecord.search import near
from onrecord.spans import Span

__all__ = ["PATTERNS", "acronyms", "back_references", "idem"]

_IDEM = Pattern(
    "the same as before",
    r"(?:\b[Ii]bid(?:em)?\b\.?|(?<![\w.])Id\.(?=,|\s(?:at|para|art)))",
    finds=("2 «Ibid.», para. 3.", "«Id.» at 5", "see «ibid»"),
    misses=("ID. 5", "forbid", "Id. Smith", "his id"),
    words=("ibid", "ibidem", "Id."),
    reach=20,
)
_DEFINED = Pattern(
    "an acronym at a citation's end",
    r"\((?:(?:hereinafter|hereafter|or|the)[ \u00a0]){0,3}[\"“‘']?(?P<short>[A-Z][\w‑-]*[A-Z][\w‑-]*)[\"”’']?\)$",
    finds=("the Convention «(CEDAW)»", "Plan «(the “INAP”)»"),
    misses=("the Convention (1951)", "the Act (Ports)"),
)
PATTERNS = (_IDEM, _DEFINED)

_ACRONYM = re.compile(r"(?<![\w/-])[A-Z][\w‑-]*[A-Z][\w‑-]*(?![\w/])(?! Committee)")
_LINE = 600  # characters: a longer note is not looked through
_NOTE = 12  # citations: no note has more
_DETERMINERS = frozenset("the this that said its our their his her these those present same four both".split())
_ARTICLE = ("article", "articles", "art", "arts", "chapter")


def back_references(read: Words, cited: Iterable[Found], known: Catalogue) -> Iterator[Found]:
    """Short forms of what is named elsewhere in the text, and agreements known by the form of their names alone."""
    cited = list(cited)
    named = Antecedents(known)
    for found in cited:
        named.cite(read, found)
    taken = _Taken(one.span for one in cited)
    by_bodies = functools.cache(lambda: _by_bodies(read.text, known))
    found_by_form: list[Found] = []
    for phrase in phrases(read):
        span = Span(read.starts[phrase.first], read.ends[phrase.last])
        if taken.touches(span):
            continue
        one = named.meant(phrase.told, span.start)
        if not one and phrase.titled:
            one = by_bodies().meant(phrase.told, span.start)  # "the Statute of the Court"
        if not one and phrase.told == {"optional", "protocol"}:
            one = _protocol(named, known, span.start)
        if _of_no_subject(read, phrase):
            yield _un_alone(named, phrase.told, span)
        elif one:
            yield _same(one, span)
        elif phrase.told != {"optional", "protocol"} and proper(read, phrase):
            found_by_form.append(widened(read.text, span))
    yield from found_by_form
    named = Antecedents(known)
    for found in sorted([*cited, *found_by_form], key=lambda one: one.span.start):
        named.cite(read, found)
    yield from _bare(read, named, taken, known, by_bodies)


def _of_no_subject(read: Words, phrase: Phrase) -> bool:
    """Whether the words say no more than that it is of the United Nations: "the UN Convention"."""
    return len(phrase.told) == 1 and phrase.last == phrase.first + 1 and read.keys[phrase.first] == "un"


def _un_alone(named: Antecedents, told: frozenset[str], span: Span) -> Found:
    """ "The UN Convention": the nearest of the United Nations named in full before; what is named later is a candidate only."""
    before, candidates = named.of_the_united_nations(told, span.start)
    if before:
        return _same(before, span)
    return Found(span, None, "ambiguous" if candidates else "unknown", candidates, core=span)


class _Taken:
    """Stretches that are cited already."""

    def __init__(self, spans: Iterable[Span]) -> None:
        spans = list(spans)
        self._at = bytearray(max((span.end for span in spans), default=0))
        for span in spans:
            self._at[span.start : span.end] = b"\1" * len(span)

    def touches(self, span: Span) -> bool:
        return any(self._at[at : at + 1] == b"\1" for at in (span.start, span.end - 1))


def _same(found: Found, span: Span) -> Found:
    return replace(found, span=span, core=span, pinpoint=None)


def _bare(
    read: Words, named: Antecedents, taken: _Taken, known: Catalogue, by_bodies: Callable[[], Antecedents]
) -> Iterator[Found]:
    """ "The Convention", "the Statute": by what is named in the text, else by the body that speaks in it."""
    for at in read.places(AGREEMENTS | LAWS):
        key = read.keys[at]
        if not _stands_alone(read, at):
            continue
        span = Span(read.starts[at], read.ends[at])
        if taken.touches(span):
            continue
        year = read.keys[at - 1] if at and read.close(at) else ""
        if re.fullmatch(YEAR, year):
            if target := named.of_year(key, int(year)):
                yield Found(Span(read.starts[at - 1], span.end), target, "resolved", core=span)
            continue
        if behind := _year_behind(read, at):
            if target := named.of_year(key, behind):
                yield Found(Span(span.start, read.ends[at + 2]), target, "resolved", core=span)
            continue
        one = named.meant(frozenset([key]), span.start) or (_protocol(named, known, span.start) if key == "protocol" else None)
        one = one or by_bodies().meant(frozenset([key]), span.start)
        if one or _short_form(read, at):
            span = Span(span.start, read.end(at))
            yield _same(one or Found(span, None, "unknown"), span)


def _short_form(read: Words, at: int) -> bool:
    """Whether the word with its capital is the short form of a name that the text does not give."""
    return read.keys[at] in SHORT_FORMS and at > 0 and read.keys[at - 1] == "the" and read.word(at - 1).islower()


def _year_behind(read: Words, at: int) -> int | None:
    """The year of "the Convention of 1949", which is no other year's."""
    if at + 2 < len(read) and read.keys[at + 1] == "of" and read.close(at + 1) and read.close(at + 2):
        return int(read.keys[at + 2]) if re.fullmatch(YEAR, read.keys[at + 2]) else None
    return None


def _protocol(named: Antecedents, known: Catalogue, at: int) -> Found | None:
    """ "The Protocol" where only its convention is named: the one that the convention has, or all of them as candidates.

    Its convention is the nearest with a protocol that is named before, else any that is named later.
    """
    before, later = named.targets(at)
    nearest = next(filter(None, (_protocols(name, known) for name in before)), ())
    ids = nearest or tuple(each for name in later for each in _protocols(name, known))
    if len(ids) == 1:
        return Found(Span(0, 0), ids[0], "resolved")
    return Found(Span(0, 0), None, "ambiguous", ids) if ids else None


def _protocols(name: str, known: Catalogue) -> tuple[str, ...]:
    """The protocols of an instrument."""
    return tuple(part.id for part in known.parts(name) if "protocol" in keys(f"{part.name} {part.title}"))


def _stands_alone(read: Words, at: int) -> bool:
    word = read.word(at)
    if not word[0].isupper() or word.isupper():
        return False
    after = at + 1 < len(read) and read.close(at + 1)
    article = after and read.keys[at + 1] in _ARTICLE
    if after and not article and read.capital(at + 1):
        return False
    before = at - 1
    if before > 0 and re.fullmatch(YEAR, read.keys[before]) and read.close(at):
        before -= 1  # "the 1951 Convention"
    return article or (before >= 0 and read.close(before + 1) and read.keys[before] in _DETERMINERS)


_UNITED_NATIONS = re.compile(r"United Nations|Security Council|General Assembly|\bUN\b")


def _by_bodies(text: str, known: Catalogue) -> Antecedents:
    """What "the Convention" is where the committee that watches over it speaks; "the Charter" in the United Nations."""
    named = Antecedents(known)
    names = [one.instrument for one in known.entries.bodies if one.body in text]
    if _UNITED_NATIONS.search(text):
        names.append("un-charter-1945")
    for name in names:
        if instrument := known.instrument(name):
            forms = [frozenset(keys(form)) for form in instrument.forms]
            # Behind the text: where several bodies speak in it, none of theirs is nearer than another's.
            named.name(name, Found(Span(0, 0), name, "resolved"), forms, len(text))
    return named


def acronyms(text: str, cited: Iterable[Found]) -> Iterator[Found]:
    """Every further use of a short form that the text itself gives in brackets behind a citation."""
    given: dict[str, Found] = {}
    for found in cited:
        defined = _DEFINED.regex.search(found.span.of(text))
        if defined and len(defined["short"]) > 2 and _initials(defined["short"], found, text):
            given.setdefault(defined["short"], found)
    if not given:
        return
    for match in near(_ACRONYM, text, *given, reach=60):
        found_as = given.get(match[0])
        if found_as and match.start() >= found_as.span.end:
            yield _same(found_as, Span(*match.span()))


def _initials(short: str, found: Found, text: str) -> bool:
    """Whether most capitals of a short form are initials of the name, which those of a meeting or bill in brackets are not."""
    name = found.core.of(text) if found.core else ""
    initials = {word[0].upper() for word in re.findall(r"[^\W_]+", name)}
    capitals = [letter for letter in short if letter.isalpha() and letter.isupper()]
    return sum(letter in initials for letter in capitals) >= 0.6 * len(capitals) and not short[-1].isdigit()


def idem(read: Words, cited: list[Found]) -> Iterator[Found]:
    """ "Ibid." and "Id.": the authority of the note before, not one that it names in brackets."""
    text = read.text
    matches = list(_IDEM.every(read))
    if not matches:
        return
    free = [one for one in cited if not _in_brackets(text, one.span)]
    ends = [one.span.end for one in free]
    for match in matches:
        before = free[max(0, bisect.bisect_right(ends, match.start()) - _NOTE) : bisect.bisect_right(ends, match.start())]
        line = text.rfind("\n", max(0, match.start() - _LINE), match.start())
        note = [one for one in before if one.span.start > text.rfind("\n", max(0, line - _LINE), max(line, 0))]
        targets = dict.fromkeys(one.target for one in note)
        if len(targets) > 1:
            yield Found(Span(*match.span()), None, "ambiguous", tuple(filter(None, targets)))
        elif before:
            yield replace(_same(before[-1], Span(*match.span())), core=None)


def _in_brackets(text: str, span: Span) -> bool:
    before = text[max(0, span.start - _LINE) : span.start].rpartition("\n")[2]
    return before.count("(") > before.count(")")
