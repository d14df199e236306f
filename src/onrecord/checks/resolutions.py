"""Resolutions cited with a year, a number or a session that does not fit, or with no number at all."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator
from datetime import date

from onrecord.checks.cited import said_years
from onrecord.checks.subject import Misfit, Subject
from onrecord.citations.catalogue import Catalogue
from onrecord.citations.entries import Resolution, Session
from onrecord.citations.unnumbered import Candidates, unnumbered
from onrecord.names.ordinals import ORDINAL, ordinal
from onrecord.record import Reference
from onrecord.search import near
from onrecord.spans import Span

__all__ = ["resolution_unknown", "resolution_unnumbered", "resolution_year", "session_year"]

_COUNCIL = re.compile(r"S/RES/(?P<number>\d+)\Z")
_ASSEMBLY = re.compile(r"A/RES/(?P<session>(?:E?S-)?\d+)/(?P<number>\d+)")
_SESSION = re.compile(
    rf"\b(?P<ordinal>{ORDINAL})\s+(?:regular\s+)?session(?:\s+of\s+the\s+(?:UN\s+|United\s+Nations\s+)?General\s+Assembly)?"
    r"(?:,?\s+(?:held\s+)?in|\s+\()\s*(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_ASSEMBLY_NAMED = re.compile(r"\bGeneral\s+Assembly\b|\bUNGA\b")
_ASSEMBLY_HEAD = re.compile(r"GENERAL ASSEMBLY")
_HEAD = 200  # characters in which a meeting's report names its body
_OTHER_BODY = re.compile(
    r"\b(?:Council|Commission|Committee|Conference|Congress|Parliament|Assembly|Union|Board|Forum|Bank|Organi[sz]ation)\b"
)
_FAR = 500  # numbers beyond the newest, which the Council needs some eight years for
_SHOWN = 5


def resolution_year(subject: Subject) -> Iterator[Misfit]:
    """A resolution cited with a year other than that of its adoption."""
    for reference in _numbered(subject):
        entry = subject.known.resolution(reference.target or "")
        if entry is None:
            continue
        for year, where in said_years(subject, reference):
            if year != entry.year and not _session_misfit(subject.known, reference, year):
                yield _wrong_year(subject, reference, entry, year, where)


def _numbered(subject: Subject) -> Iterator[Reference]:
    """The references that give a resolution's number; "2030 Agenda" names one, and its year is part of the name."""
    for reference in subject.record.references:
        match = _COUNCIL.match(reference.target or "") or _ASSEMBLY.match(reference.target or "")
        if match and match["number"] in subject.flow.words(reference.span):
            yield reference


def _wrong_year(subject: Subject, reference: Reference, entry: Resolution, year: int, where: Span) -> Misfit:
    words = subject.flow.words(reference.span)
    message = f"“{words}” is cited with {year}; {entry.symbol} was adopted {_on(entry.date)}"
    evidence = {"said": year, "target": entry.symbol, "adopted": entry.date}
    return Misfit(message, _joined(subject.here(reference.span), where), evidence)


def _on(day: str) -> str:
    return f"on {_date(day)}" if len(day) == 10 else f"in {day}"


def _date(day: str) -> str:
    """A date of the catalogue as people write it."""
    if len(day) != 10:
        return day
    parsed = date.fromisoformat(day)
    return f"{parsed.day} {parsed:%B} {parsed.year}"


def _joined(*spans: Span) -> tuple[Span, ...]:
    """The spans without those that another one covers."""
    kept = [one for one in spans if not any(other != one and other.covers(one) for other in spans)]
    return tuple(dict.fromkeys(kept))


def session_year(subject: Subject) -> Iterator[Misfit]:
    """A session of the General Assembly, or a resolution with its number, cited with a year in which it did not sit."""
    for reference in _numbered(subject):
        for year, where in said_years(subject, reference):
            if session := _session_misfit(subject.known, reference, year):
                words = subject.flow.words(reference.span)
                message = f"“{words}” is cited with {year}; session {session.name} of the General Assembly sat {_sat(session)}"
                yield Misfit(message, _joined(subject.here(reference.span), where), _of_session(session, year))
    for match in near(_SESSION, subject.text, "session", within=subject.lower, reach=120):
        span = Span(match.start(), match.end())
        number, year = ordinal(match["ordinal"]), int(match["year"])
        told = subject.known.session(str(number))
        if told and not told.sat_in(year) and _of_assembly(subject, span):
            message = f"“{span.of(subject.text)}”: session {told.name} of the General Assembly sat {_sat(told)}"
            yield Misfit(message, (span,), _of_session(told, year))


def _of_assembly(subject: Subject, span: Span) -> bool:
    """Whether the sentence speaks of the General Assembly: by its name, or by less in a report that has named it."""
    sentence = subject.sentence(span).of(subject.text)
    if _ASSEMBLY_NAMED.search(sentence):
        return True
    in_short = re.search(r"\b[Tt]he Assembly\b", sentence) and _ASSEMBLY_NAMED.search(subject.text, 0, span.start)
    headed = _ASSEMBLY_HEAD.search(subject.text, 0, _HEAD) and not _OTHER_BODY.search(sentence)
    return bool(in_short or headed)


def _session_misfit(known: Catalogue, reference: Reference, year: int) -> Session | None:
    """The session of a resolution of the Assembly, where it did not sit in the year."""
    match = _ASSEMBLY.match(reference.target or "")
    session = known.session(match["session"]) if match else None
    return session if session and not session.sat_in(year) else None


def _sat(session: Session) -> str:
    return f"from {_date(session.opened)} to {_date(session.closed)}" if session.closed else f"from {_date(session.opened)}"


def _of_session(session: Session, year: int) -> dict[str, object]:
    return {"said": year, "session": session.name, "opened": session.opened, "closed": session.closed}


def resolution_unknown(subject: Subject) -> Iterator[Misfit]:
    """A number that its body had not reached: above its session's last, above the report's own year, or far above all."""
    for reference in subject.record.references:
        target, span = reference.target or "", subject.here(reference.span)
        words = subject.flow.words(reference.span)
        if (match := _ASSEMBLY.match(target)) and (session := subject.known.session(match["session"])):
            if session.below and int(match["number"]) >= session.below and not subject.known.resolution(target):
                numbers = f"the numbers of session {session.name} of the General Assembly stay below {session.below}"
                message = f"“{words}”: {numbers}"
                yield Misfit(message, (span,), {"target": target, "below": session.below})
        elif (match := _COUNCIL.match(target)) and (bound := _reached(subject, int(match["number"]))):
            number, when = bound
            message = f"“{words}”: the Security Council's numbers had reached {number} {when}"
            yield Misfit(message, (span,), {"target": target, "newest": number})


def _reached(subject: Subject, number: int) -> tuple[int, str] | None:
    """The highest number that the report can know, and as of when, where `number` lies above it."""
    known = subject.known
    if number > known.newest + _FAR:
        return known.newest, "when the catalogue was made"
    # The report's own date may be that of a page; the year after it is allowed for.
    year = subject.published.year + 1 if subject.published else None
    numbers = known.council_years(year) if year else range(0)
    return (numbers.stop - 1, f"by the end of {year}") if numbers and number >= numbers.stop else None


def resolution_unnumbered(subject: Subject) -> Iterator[Misfit]:
    """A resolution cited by its body and year alone; those that it may be, by what the text around tells of."""
    resolved = sorted(subject.here(one.span) for one in subject.record.references if one.status == "resolved")
    entries = (subject.known.resolution(one.target or "") for one in subject.record.references)
    numbered = {(body, entry.year) for entry in entries if entry for body in (entry.symbol[0], None)}
    candidates = Candidates(subject.flow, subject.known)
    for one in unnumbered(subject.text):
        span, year, body = one.span, one.year, one.body
        near = bisect.bisect_left(resolved, span.end, key=lambda other: other.start)
        # Where the text gives the number of one of that body and year, it may be the one.
        if (body, year) in numbered or any(span.overlaps(other) for other in resolved[max(0, near - 3) : near]):
            continue
        found = candidates.of(one)
        listed = ", ".join(f"{each.symbol} of {_date(each.date)}" for each in found[:_SHOWN])
        may = f"; on what the text tells of, near that year: {listed}" if found else ""
        if found and all(each.year != year for each in found):
            may += f"; the catalogue has none of {year} on it"
        evidence = {"year": year, "body": body, "candidates": [{"symbol": each.symbol, "date": each.date} for each in found]}
        yield Misfit(f"“{span.of(subject.text)}” gives no number{may}", (span,), evidence)
