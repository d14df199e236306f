"""Anniversaries that do not fit the year of what they mark."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from onrecord.checks.subject import Misfit, Subject
from onrecord.dates.expressions import Dated
from onrecord.names.ordinals import ORDINAL, ordinal
from onrecord.names.words import words
from onrecord.search import near
from onrecord.sentences import sentence_number
from onrecord.spans import Span

__all__ = ["anniversary"]

_ANNIVERSARY = re.compile(
    rf"\b(?:(?P<ordinal>{ORDINAL})|(?P<years>\d{{1,4}})[-\s]years?)\s+anniversary(?:,[^,.;]{{3,60}},)?\s+of\s+",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(
    r"[.;:!?](?=\s|\Z)|,\s+(?!\d)|\s(?:and also|and the|was|were|is|are|will|has|have|had|which|that|who)\s", re.IGNORECASE
)
_BEFORE_NOUN = re.compile(r"(?:the|its|their|his|her|our)?\s*(?P<year>[12]\d{3})\s+(?=[^\W\d_])", re.IGNORECASE)
_OF_DATE = re.compile(r"\b(?:of|on|(?:adopted|signed|founded|established|concluded)\s+in)\s+(?:the\s+)?\Z|\(\Z", re.IGNORECASE)
_EVENT = re.compile(r"\s+[a-z]+\s+(?:in|of|on)\s+(?:the\s+(?:night|morning|evening)s?\s+of\s+)?\Z")
_NAME = re.compile(r"[^\W\d_a-z][\w’'-]*\Z")
# Words that say that the day is ahead, or behind.
_OTHER_YEAR = re.compile(
    r"\b(?:next|last|previous|upcoming|forthcoming|coming|ahead|approach\w*|will|would|prepar\w+|eve|run-up|launch\w*|year-long"
    r"|towards?|to mark|earlier|ago|had)\b",
    re.IGNORECASE,
)
_IN = re.compile(r"\b(?:in|during|by|until|since)\s+(?:early\s+|late\s+|mid-)?\Z", re.IGNORECASE)
_HEAD = 300  # characters in which a report gives its day
_REACH = 1000  # characters: what lies further off in a sentence that never ends is not of the anniversary
_BACK = 3  # sentences in which the occasion's own date may stand


@dataclass(frozen=True, slots=True)
class _Event:
    """The year of what is marked, and where it is said."""

    year: int
    span: Span
    others: frozenset[int] = frozenset()  # years that may be meant as well: a treaty's entry into force


def anniversary(subject: Subject) -> Iterator[Misfit]:
    """An anniversary whose number is not the years between the event and the occasion, where the text gives both."""
    told = _told_of_names(subject)
    for match in near(_ANNIVERSARY, subject.text, "anniversary", within=subject.lower, reach=80):
        number = _number(match)
        event = _event(subject, match.end(), told)
        if not event or not number:
            continue
        span = Span(match.start(), max(match.end(), event.span.end) if event.span.start >= match.end() else match.end())
        occasions = _occasions(subject, Span(match.start(), max(match.end(), event.span.end)), event)
        gaps = {year: year - event.year for year, _ in occasions}
        slack = 1 if event.others or _OTHER_YEAR.search(subject.text, *_around(subject, span)) else 0
        meant = {event.year, *event.others}
        if not gaps or any(abs(year - then - number) <= slack for year in gaps for then in meant):
            continue
        year, said = occasions[0]
        message = f"“{span.of(subject.text).strip()}”: from {event.year} to {year} it is {gaps[year]} years, not {number}"
        places = tuple(dict.fromkeys(filter(None, (span.trim(subject.text), event.span, said))))
        yield Misfit(message, places, {"anniversary": number, "event_year": event.year, "occasion_year": year})


def _around(subject: Subject, span: Span) -> tuple[int, int]:
    """The ends of the sentence of the words, as far as it is near them."""
    sentence = subject.sentence(span)
    return max(sentence.start, span.start - _REACH), min(sentence.end, span.end + _REACH)


def _number(match: re.Match[str]) -> int | None:
    return int(match["years"]) if match["years"] else ordinal(match["ordinal"])


def _event(subject: Subject, start: int, told: Mapping[str, Sequence[_Event]]) -> _Event | None:
    """The year of what is marked: beside its noun, or said of the same name elsewhere in the text."""
    text = subject.text
    end = min(subject.sentence(Span(start, start)).end, start + _REACH)
    if stop := _CLAUSE_END.search(text, start, end):
        end = stop.start()
    if before := _BEFORE_NOUN.match(text, start, end):
        return _Event(int(before["year"]), Span(before.start("year"), before.end("year")))
    for dated in subject.times_in(Span(start + 1, max(start + 1, end))):
        if year := _year(dated):
            # "of its independence in 2016" may be the year of either.
            said = str(year) in dated.span.of(text) and _OF_DATE.search(text, start, dated.span.start)
            return _Event(year, dated.span) if said else None
    return _cited(subject, Span(start, end)) or _told_elsewhere(subject, Span(start, end), told)


def _cited(subject: Subject, phrase: Span) -> _Event | None:
    """The year of the treaty, declaration or resolution that the phrase names first."""
    for reference in subject.references_in(phrase)[:1]:
        instrument = subject.known.instrument(reference.target or "")
        if instrument and instrument.adopted[:4].isdigit():
            return _Event(int(instrument.adopted[:4]), subject.here(reference.span), instrument.years)
        if resolution := subject.known.resolution(reference.target or ""):
            return _Event(resolution.year, subject.here(reference.span), frozenset({resolution.year}))
    return None


def _year(dated: Dated) -> int | None:
    interval = dated.interval
    if not interval or not interval.start or not interval.end or (interval.end - interval.start).days > 366:
        return None
    last = interval.end - timedelta(days=1)
    return interval.start.year if interval.start.year == last.year else None


def _told_of_names(subject: Subject) -> dict[str, list[_Event]]:
    """The years that the text gives to something with a name: "the Velm massacre in February 1992" to "Velm"."""
    found: dict[str, list[_Event]] = defaultdict(list)
    for dated in subject.times:
        before = subject.text[max(0, dated.span.start - 80) : dated.span.start]
        opening = _EVENT.search(before)
        name = _NAME.search(before, 0, opening.start()) if opening else None
        if name and (year := _year(dated)) and re.search(r"[12]\d{3}", dated.span.of(subject.text)):
            found[name[0]].append(_Event(year, dated.span))
    return found


def _told_elsewhere(subject: Subject, phrase: Span, told: Mapping[str, Sequence[_Event]]) -> _Event | None:
    """The year that the text gives to a name of the phrase; None where it gives several."""
    found = [event for word in words(subject.text, phrase.start, phrase.end) for event in told.get(word.text, ())]
    return found[0] if len({event.year for event in found}) == 1 else None


def _occasions(subject: Subject, phrase: Span, event: _Event) -> list[tuple[int, Span | None]]:
    """The years in which the anniversary may be marked: of dates near it, and of the report itself."""
    here = sentence_number(subject.sentences, phrase.start)
    if here is None:
        return []
    first, last = subject.sentences[max(0, here - _BACK)].start, subject.sentences[here].end
    near = Span(max(first, phrase.start - _REACH), min(last, max(phrase.end, phrase.start + _REACH)))
    found: list[tuple[int, Span | None]] = [
        (year, dated.span)
        for dated in subject.times_in(near)
        if near.covers(dated.span) and not phrase.covers(dated.span) and dated.span != event.span and (year := _year(dated))
        and year > event.year and _is_day(subject, dated)
    ]  # fmt: skip
    own = [item for item in found if item[1] and subject.sentences[here].covers(item[1])]
    if subject.published:
        found.append((subject.published.year, None))
    elif not found:
        found += _dateline(subject, event)
    return [*own, *(item for item in found if item not in own)]


def _is_day(subject: Subject, dated: Dated) -> bool:
    """Whether the expression says when something was, rather than naming something by its year ("the Statute of 1998")."""
    words = dated.span.of(subject.text)
    return not words.isdigit() or bool(_IN.search(subject.text, max(0, dated.span.start - 24), dated.span.start))


def _dateline(subject: Subject, event: _Event) -> list[tuple[int, Span | None]]:
    """The year of the first day that the head of the report gives, where nothing else says when it was made."""
    for dated in subject.times_in(Span(0, min(_HEAD, len(subject.text)))):
        year = _year(dated)
        full = year and re.search(r"\d{1,2}\D+[12]\d{3}|\d{1,2}, [12]\d{3}", dated.span.of(subject.text))
        if year and full:
            return [(year, dated.span)] if year > event.year else []
    return []
