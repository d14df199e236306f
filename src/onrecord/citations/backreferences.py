"""Short forms that point back: "the Convention", "European Convention", an acronym given in brackets, "Ibid."."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from onrecord.citations.catalogue import Catalogue
from onrecord.citations.found import Found
from onrecord.citations.named import AGREEMENTS, phrases, proper
from onrecord.citations.patterns import Pattern
from onrecord.citations.words import Words, keys
from onrecord.spans import Span

__all__ = ["PATTERNS", "acronyms", "back_references", "idem"]

_IDEM = Pattern(
    "the same as before",
    r"(?:\b[Ii]bid(?:em)?\b\.?|(?<![\w.])Id\.(?=,|\s(?:at|para|art)))",
    finds=("2 «Ibid.», para. 3.", "«Id.» at 5", "see «ibid»"),
    misses=("ID. 5", "forbid", "Id. Smith", "his id"),
)
_DEFINED = Pattern(
    "an acronym at a citation's end",
    r"\((?:(?:hereinafter|hereafter|or|the)[ \u00a0]){0,3}[\"“‘']?(?P<short>[A-Z][\w‑-]*[A-Z][\w‑-]*)[\"”’']?\)$",
    finds=("the Convention «(CEDAW)»", "Plan «(the “INAP”)»"),
    misses=("the Convention (1951)", "the Act (Ports)"),
)
PATTERNS = (_IDEM, _DEFINED)

_DETERMINERS = frozenset("the this that said its our their his her these those present same four both".split())
_ARTICLE = ("article", "articles", "art", "arts", "chapter")


@dataclass(frozen=True, slots=True)
class _Antecedent:
    """Something cited before: where, what, and the word sets of all its names."""

    start: int
    found: Found
    names: tuple[frozenset[str], ...]


def back_references(read: Words, cited: Iterable[Found], known: Catalogue) -> Iterator[Found]:
    """Short forms of what is named elsewhere in the text, and agreements known by the form of their names alone."""
    before = sorted((one for found in cited if (one := _antecedent(read, found, known))), key=lambda one: one.start)
    taken = _Taken(one.span for one in cited)
    for phrase in phrases(read):
        span = Span(read.starts[phrase.first], read.ends[phrase.last])
        if taken.touches(span):
            continue
        one = _meant(before, phrase.told, span.start)
        if one:
            yield _same(one.found, span)
        elif proper(read, phrase):
            found = Found(span, None, "unknown", core=span)
            before.append(_Antecedent(span.start, found, (phrase.told,)))
            yield found
    before.sort(key=lambda one: one.start)
    yield from _bare(read, before, taken, known)


class _Taken:
    """Stretches that are cited already."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._at = {at for span in spans for at in (*range(span.start, span.end),)}

    def touches(self, span: Span) -> bool:
        return span.start in self._at or span.end - 1 in self._at


def _antecedent(read: Words, found: Found, known: Catalogue) -> _Antecedent | None:
    names: list[frozenset[str]] = []
    instrument = known.instrument(found.target) if found.target else None
    if instrument:
        names = [frozenset(keys(form)) - {"un"} for form in instrument.forms]
    if found.core and (found.target is None or instrument):
        names.append(frozenset(keys(found.core.of(read.text))) - {"un"})
    names = [name for name in names if name & AGREEMENTS]
    return _Antecedent(found.span.start, found, tuple(names)) if names else None


def _meant(before: list[_Antecedent], told: frozenset[str], at: int) -> _Antecedent | None:
    """The nearest one named before that has all the words in one of its names; else the only one named later."""
    fitting = [one for one in before if any(told <= name for name in one.names)]
    earlier = [one for one in fitting if one.start < at]
    if earlier:
        return max(earlier, key=lambda one: one.start)
    later = {one.found.target for one in fitting}
    return fitting[0] if len(later) == 1 else None


def _same(found: Found, span: Span) -> Found:
    return replace(found, span=span, core=span, pinpoint=None)


def _bare(read: Words, before: list[_Antecedent], taken: _Taken, known: Catalogue) -> Iterator[Found]:
    bodies: list[_Antecedent] | None = None
    for at, key in enumerate(read.keys):
        if key not in AGREEMENTS or not _stands_alone(read, at):
            continue
        span = Span(read.starts[at], read.ends[at])
        if taken.touches(span):
            continue
        one = _meant(before, frozenset([key]), span.start)
        if one is None:
            one = _protocol(before, key, known)
        if one is None:
            bodies = list(_by_bodies(read.text, known)) if bodies is None else bodies
            one = _meant(bodies, frozenset([key]), span.start)
        if one:
            yield _same(one.found, Span(span.start, span.end - 2 if read.word(at)[-2:] in ("'s", "’s") else span.end))


def _protocol(before: list[_Antecedent], key: str, known: Catalogue) -> _Antecedent | None:
    """ "The Protocol" where only its convention is named: the one that the convention has, or all of them as candidates."""
    named = dict.fromkeys(one.found.target for one in before if one.found.target)
    parts = [part for name in named for part in known.parts(name) if key in keys(part.name) or key in keys(part.title)]
    if key != "protocol" or not parts:
        return None
    ids = tuple(part.id for part in parts)
    found = Found(Span(0, 0), ids[0], "resolved") if len(ids) == 1 else Found(Span(0, 0), None, "ambiguous", ids)
    return _Antecedent(0, found, ())


def _stands_alone(read: Words, at: int) -> bool:
    word = read.word(at)
    if not word[0].isupper() or word.isupper():
        return False
    after = at + 1 < len(read) and read.close(at + 1)
    article = after and read.keys[at + 1] in _ARTICLE
    if after and not article and read.capital(at + 1):
        return False
    return article or (at > 0 and read.close(at) and read.keys[at - 1] in _DETERMINERS)


_UNITED_NATIONS = re.compile(r"United Nations|Security Council|General Assembly|\bUN\b")


def _by_bodies(text: str, known: Catalogue) -> Iterator[_Antecedent]:
    """What "the Convention" is where the committee that watches over it speaks; "the Charter" in the United Nations."""
    pairs = [(one.body, one.instrument) for one in known.entries.bodies if one.body in text]
    if _UNITED_NATIONS.search(text):
        pairs.append(("United Nations", "un-charter-1945"))
    for _, name in pairs:
        if instrument := known.instrument(name):
            names = tuple(frozenset(keys(form)) for form in instrument.forms)
            yield _Antecedent(0, Found(Span(0, 0), name, "resolved"), names)


def acronyms(text: str, cited: Iterable[Found]) -> Iterator[Found]:
    """Every further use of a short form that the text itself gives in brackets behind a citation."""
    for found in cited:
        defined = _DEFINED.regex.search(found.span.of(text))
        if not defined or len(defined["short"]) < 3:
            continue
        for match in re.finditer(rf"(?<![\w/-]){re.escape(defined['short'])}(?![\w/-])(?! Committee)", text):
            if match.start() >= found.span.end:
                yield _same(found, Span(*match.span()))


def idem(text: str, cited: list[Found]) -> Iterator[Found]:
    """ "Ibid." and "Id.": the authority of the note before, not one that it names in brackets."""
    for match in _IDEM.regex.finditer(text):
        line = text.rfind("\n", 0, match.start())
        before = [one for one in cited if one.span.end <= match.start() and not _in_brackets(text, one.span)]
        note = [one for one in before if one.span.start > text.rfind("\n", 0, line)] if line > 0 else before
        pool = note or before
        if pool:
            targets = {one.target for one in note}
            found = replace(_same(pool[-1], Span(*match.span())), core=None)
            if len(targets) > 1:
                found = replace(found, target=None, status="ambiguous", candidates=tuple(sorted(filter(None, targets))))
            yield found


def _in_brackets(text: str, span: Span) -> bool:
    line = text.rfind("\n", 0, span.start) + 1
    before = text[max(line, span.start - 300) : span.start]
    return before.count("(") > before.count(")")


