"""Treaties and declarations cited with a wrong year, by a misspelt name, or by a name that several share."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence

from onrecord.checks.cited import said_years
from onrecord.checks.spelling import slip
from onrecord.checks.subject import Misfit, Subject
from onrecord.citations.capitalised import AGREEMENTS
from onrecord.citations.catalogue import Catalogue
from onrecord.citations.entries import Instrument
from onrecord.citations.resolutions import misspelt
from onrecord.names.likeness import fold
from onrecord.record import Reference

__all__ = ["instrument_ambiguous", "instrument_misnamed", "instrument_year"]

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SMALL = frozenset("the of on for and to in a an against its s".split())
_PINPOINTS = frozenset("article paragraph section annex chapter part".split())
_FEWEST = 2  # words that tell a name from a mere "Convention"


def instrument_year(subject: Subject) -> Iterator[Misfit]:
    """An instrument cited with a year in which it was neither adopted nor opened, nor came into force."""
    for reference in subject.record.references:
        entry = subject.known.instrument(reference.target or "")
        if entry is None or not entry.years or not _named(subject, reference, entry):
            continue
        for year, where in said_years(subject, reference):
            if year in entry.years or year in _parent_years(subject.known, entry):
                continue
            words = subject.flow.words(reference.span)
            message = f"“{words}” is cited with {year}; {entry.name} is of {entry.adopted[:4]}{_force(entry)}"
            here = subject.here(reference.span)
            evidence = {"said": year, "target": entry.id, "adopted": entry.adopted, "in_force": entry.in_force}
            yield Misfit(message, (here,) if here.covers(where) else (here, where), evidence)


def _force(entry: Instrument) -> str:
    return f", in force since {entry.in_force[:4]}" if entry.in_force[:4].isdigit() else ""


def _parent_years(known: Catalogue, entry: Instrument) -> frozenset[int]:
    """The years of the instrument that this one belongs to, which stand beside it in "the Protocol to the 1949 Conventions"."""
    parent = known.instrument(entry.parent) if entry.parent else None
    return parent.years if parent else frozenset()


@functools.lru_cache(maxsize=16384)
def _words(name: str) -> tuple[str, ...]:
    words = (fold(match[0]).removesuffix("s") for match in _WORD.finditer(name))
    return tuple(word for word in words if word not in _SMALL and not word.isdigit())


def _plain(name: str) -> tuple[str, ...]:
    """The words with their endings, by which a slip in an ending shows ("Refugess")."""
    words = (fold(match[0]) for match in _WORD.finditer(name))
    return tuple(word for word in words if word not in _SMALL and not word.isdigit())


def _holds(words: tuple[str, ...], form: tuple[str, ...]) -> bool:
    return any(words[at : at + len(form)] == form for at in range(len(words) - len(form) + 1))


def _named(subject: Subject, reference: Reference, entry: Instrument) -> bool:
    """Whether the citation has a name of the instrument, rather than pointing back at one."""
    words = _words(subject.flow.words(reference.span))
    forms = [form for form in map(_words, entry.forms) if form and not AGREEMENTS.issuperset(form)]
    return any(_holds(words, form) for form in forms)


def instrument_misnamed(subject: Subject) -> Iterator[Misfit]:
    """An instrument whose name is misspelt in one word, or a resolution that is called so by a misspelt word."""
    for reference in subject.record.references:
        words = subject.flow.words(reference.span)
        if slips := [word for word in words.split() if misspelt(word.casefold())]:
            evidence = {"target": reference.target, "said": slips[0], "meant": "resolution"}
            yield Misfit(f"“{words}”: “{slips[0]}” for “resolution”", (subject.here(reference.span),), evidence)
        names = [reference.target or "", *reference.candidates]
        entries = [entry for name in names if (entry := subject.known.instrument(name))]
        if not any(_named(subject, reference, entry) for entry in entries):
            yield from _misnamed(subject, reference, words, entries)


def _misnamed(subject: Subject, reference: Reference, words: str, entries: Sequence[Instrument]) -> Iterator[Misfit]:
    """The word by which the words differ from a name of what is cited, or from one that what may be cited shares."""
    said, plain = _words(words), _plain(words)
    shared = [one.form for one in subject.known.entries.ambiguities if one.candidates == reference.candidates]
    for form in (*shared, *(form for entry in entries for form in entry.forms)):
        if wrong := _one_misspelt(said, _words(form)) or _one_misspelt(plain, _plain(form)):
            evidence = {"target": reference.target, "name": form, "said": wrong[0], "meant": wrong[1]}
            yield Misfit(f"“{words}”: the instrument's name is {form}", (subject.here(reference.span),), evidence)
            return


def _one_misspelt(said: tuple[str, ...], form: tuple[str, ...]) -> tuple[str, str] | None:
    """The word that differs by a slip, where all others of the name stand there."""
    if len(form) < _FEWEST:
        return None
    for at in range(len(said) - len(form) + 1):
        pairs = [(one, other) for one, other in zip(said[at : at + len(form)], form, strict=True) if one != other]
        if len(pairs) == 1 and slip(*pairs[0]):
            return pairs[0]
    return None


def instrument_ambiguous(subject: Subject) -> Iterator[Misfit]:
    """A name that several instruments go by, of which the text does not settle which is meant; said once for each name.

    Of several names that leave open the same ("the Additional Protocol", "Article 14 of the Protocol") the fullest is told of.
    """
    resolved = {one.target for one in subject.record.references}
    seen: set[str] = set()
    fullest: dict[tuple[str, ...], tuple[Misfit, int]] = {}
    for reference in subject.record.references:
        said = {year for year, _ in said_years(subject, reference)}
        entries = [entry for name in reference.candidates if (entry := subject.known.instrument(name)) and said <= entry.years]
        words = subject.flow.words(reference.span)
        named_elsewhere = sum(entry.id in resolved for entry in entries) == 1
        if reference.status != "ambiguous" or len(entries) < 2 or fold(words) in seen or named_elsewhere:
            continue
        seen.add(fold(words))
        listed = " or ".join(f"{entry.name}{_year_of(entry)}" for entry in entries)
        message = f"“{words}” may be {listed}; the text does not say which"
        ids = tuple(entry.id for entry in entries)
        told = len([word for word in _words(words) if word not in _PINPOINTS])
        if ids not in fullest or told > fullest[ids][1]:
            fullest[ids] = Misfit(message, (subject.here(reference.span),), {"candidates": [*ids]}), told
    yield from (misfit for misfit, _ in fullest.values())


def _year_of(entry: Instrument) -> str:
    year = entry.adopted[:4]
    return "" if not year or year in entry.name else f" ({year})"
