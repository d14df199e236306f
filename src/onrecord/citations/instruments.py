"""Instruments and cases of the catalogue in a text, by name; a year beside a shared name tells which is meant."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from onrecord.citations.capitalised import SHORT
from onrecord.citations.catalogue import Catalogue
from onrecord.citations.entries import Case, Instrument
from onrecord.citations.found import Found, Status
from onrecord.citations.patterns import BLANK, DATE, YEAR, Pattern
from onrecord.citations.pinpoints import pinpoint_before
from onrecord.citations.titles import Match, Titles, risky
from onrecord.citations.words import Words
from onrecord.names.lexicon import is_body, is_office
from onrecord.spans import Span

__all__ = ["PATTERNS", "instruments"]

_S = BLANK
_BEFORE = Pattern(
    "year and body before a name",
    rf"(?:(?<![\d/–-])(?P<year>{YEAR}){_S})?(?:(?:UN|U\.N\.|United Nations){_S})?$",
    finds=("the «1948 UN »", "the «1907 »", "the «United Nations »"),
    misses=("in 1948, the", "page 194"),
)
_AFTER = Pattern(
    "year after a name",
    rf"(?:,?{_S}?\((?P<bracket>{DATE})\)|,?{_S}(?:of|dated|signed{_S}on|signed{_S}in){_S}(?P<of>{DATE})(?!{_S}?[–-]{_S}?\d)|,?{_S}(?P<bare>{YEAR})(?![\d/–-]))",
    finds=("Convention« of 1949»", "Convention« (1951)»", "Charter«, 1945»", "Convention« of 12 August 1949»", "Act« 2015»"),
    misses=("Convention of the", "Convention 12", "Convention« (art. 1949)"),
)
PATTERNS = (_BEFORE, _AFTER)
_BODY_OF = frozenset("executive cop meeting conference session secretariat review".split())
_WINDOW = 30


@functools.lru_cache(maxsize=2)
def _titles(known: Catalogue) -> Titles:
    return Titles(known)


def instruments(read: Words, known: Catalogue) -> Iterator[Found]:
    """Every instrument and case of the catalogue that the text names."""
    matches = list(_titles(known).find(read))
    named = {target for match in matches if not _doubtful(read, match) for target in match.name.targets}
    bodies = tuple(f"{one.body} (" for one in known.entries.bodies)
    for match in matches:
        if _doubtful(read, match) and not named & set(match.name.targets):
            continue
        if match.acronym and (_of_a_body(read, match.last + 1) or _names_a_body(read, match.first, bodies)):
            continue
        yield _found(read, match, known)


def _of_a_body(read: Words, after: int) -> bool:
    """Whether an acronym only says which body or officer is meant: "CEDAW Committee", "UNFCCC Executive Secretary"."""
    if after >= len(read) or not read.close(after) or not (read.capital(after) or read.keys[after].startswith("committee")):
        return False
    key = read.keys[after]
    return is_body(key) or is_office(key) or key in _BODY_OF


def _names_a_body(read: Words, first: int, bodies: tuple[str, ...]) -> bool:
    """Whether an acronym stands in brackets behind a body's name: "Committee on the Rights of the Child (CRC)"."""
    return read.text.endswith(bodies, 0, read.starts[first])


def _doubtful(read: Words, match: Match) -> bool:
    """Whether a short form that means other things too stands without an article that it has."""
    start = read.starts[match.first]
    return match.acronym and risky(read.text[start : read.ends[match.last]]) and not pinpoint_before(read.text, start, floor=0)


def _found(read: Words, match: Match, known: Catalogue) -> Found:
    text = read.text
    core = Span(read.starts[match.first], read.ends[match.last])
    window = text[max(0, core.start - _WINDOW) : core.start]
    before = _BEFORE.regex.search(window)
    start = core.start - len(before[0]) if before else core.start
    end = _closed(text, core)
    after = _AFTER.regex.match(text, end)
    dates = [before["year"] if before else None, *(after.group("bracket", "of", "bare") if after else ())]
    years = [int(year[0]) for date in dates if date and (year := re.search(YEAR, date))]
    own = [int(key) for key in read.keys[match.first : match.last + 1] if re.fullmatch(YEAR, key)]
    target, status, candidates = _settled(match, [*years, *own], known)
    target = _edition(target, dates, known)
    end = after.end() if after else end
    if short := SHORT.regex.match(text, end):
        end = short.end()
    return Found(Span(start, end), target, status, candidates, core=core)


def _closed(text: str, core: Span) -> int:
    """The end with a bracket or mark that closes what was opened inside."""
    inside = core.of(text)
    after = text[core.end : core.end + 1]
    return core.end + (
        (after == ")" and inside.count("(") > inside.count(")")) or (after == "’" and inside.endswith("peoples"))
    )


def _settled(match: Match, years: list[int], known: Catalogue) -> tuple[str | None, Status, tuple[str, ...]]:
    """Whom the name means; a year beside it settles what the name leaves open."""
    targets = match.name.targets
    if len(targets) > 1 and years:
        fitting = [target for target in targets if set(years) & _years(known, target)]
        targets = fitting or targets
        if len(targets) == 1:
            return targets[0], "resolved", ()
    if len(targets) == 1:
        return targets[0], "resolved", ()
    return None, "ambiguous", tuple(targets)


def _edition(target: str | None, dates: list[str | None], known: Catalogue) -> str | None:
    """The id of the edition of a publication, where a year alone stands beside the name."""
    entry = known.instrument(target) if target else None
    if entry is None or not entry.publisher:
        return target
    years = [date for date in dates if date and re.fullmatch(YEAR, date)]
    return f"{target}-{years[0]}" if years else target


def _years(known: Catalogue, target: str) -> frozenset[int]:
    entry = known.entry(target)
    if isinstance(entry, Instrument):
        return entry.years
    if isinstance(entry, Case) and entry.date:
        return frozenset([int(entry.date[:4])])
    return frozenset()
