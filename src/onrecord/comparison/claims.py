"""What each report says, sentence by sentence, and who says it.

A claim is a sentence of a statement; or, where the head of a report names the body that issues it, a sentence that the report
says itself; or a sentence that gives a number on somebody's authority without a verb of saying. A claim's speakers are whoever
makes it and the body for which they speak ("the ministry's spokesman"), so that both can be told to say the same.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.comparison.bodies import generic, joined
from onrecord.comparison.identity import Identities
from onrecord.comparison.issuing import heads
from onrecord.flow import flow
from onrecord.names.lexicon import is_body
from onrecord.names.likeness import fold
from onrecord.record import Record, Speaker, Statement
from onrecord.sentences import sentences
from onrecord.spans import Span

__all__ = ["Claim", "claims"]

_ARTICLES = frozenset({"the", "a", "an"})
_PART = re.compile(r";\s+")
_CLOSED = re.compile(r"[.!?;][\"'”’»)]*\Z")


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence of a report: `speakers` are numbers of persons and bodies, and names of bodies; `by` is the report's name.

    `statement` is None where the report says it itself; `kind` is then "own words", or "figure" where it names an authority.
    """

    report: int
    statement: str | None
    speakers: frozenset[int | str]
    by: str | None
    kind: str
    span: Span
    plain: str


def claims(records: Sequence[Record], who: Identities) -> list[Claim]:
    """The claims of all reports, in order."""
    headed = [list(heads(record.document.text)) for record in records]
    named = set(_names(records))
    home = joined({*named, *(name for names in headed for name in names)})
    known = {home[name] for name in named}
    issuers = [next((name for name in names if home[name] in known and _proper(name)), None) for names in headed]
    told = enumerate(zip(records, issuers, strict=True))
    return [claim for number, (record, issuer) in told for claim in _of(number, record, issuer, who, home)]


def _names(records: Sequence[Record]) -> Iterator[str]:
    """Every name that speaks, or for which somebody speaks."""
    for record in records:
        yield from (speaker.name for speaker in record.speakers if speaker.kind != "unnamed")
        yield from (role.of for speaker in record.speakers for role in speaker.roles if role.of)
        yield from (figure.authority for figure in record.figures if figure.authority)


def _of(number: int, record: Record, issuer: str | None, who: Identities, home: Mapping[str, str]) -> Iterator[Claim]:
    people = {speaker.id: speaker for speaker in record.speakers}
    view = flow(record.document)
    taken: list[Span] = []
    for statement in record.statements:
        taken += statement.content
        speaker = people.get(statement.speaker or "")
        speakers = _speakers(number, record, speaker, who, home) if speaker else frozenset()
        for spans in _sentences(record.document.text, statement):
            whole = spans == list(statement.content)
            plain = " ".join(statement.words if whole else (view.words(span) for span in spans))
            span = Span(spans[0].start, spans[-1].end)
            yield Claim(number, statement.id, speakers, speaker.name if speaker else None, statement.kind, span, plain)
    authorities = [(one.span, one.authority) for one in record.figures if one.authority and _proper(one.authority)]
    if not issuer and not authorities:
        return
    for span in sentences(record.document.text):
        if any(span.overlaps(other) for other in taken):
            continue
        authority = next((name for place, name in authorities if span.start <= place.start < span.end), None)
        if by := authority or issuer:
            kind = "figure" if authority else "own words"
            yield Claim(number, None, frozenset({home[by]}), by, kind, span, view.words(span))


def _proper(name: str) -> bool:
    """Whether the name is one body's own: "doctors", "the ministry" can be anybody's."""
    capitals = [word for word in name.split() if word[0].isupper() and word.casefold() not in _ARTICLES]
    return len(capitals) > 1 and not generic(name)


def _sentences(text: str, statement: Statement) -> Iterator[list[Span]]:
    """The sentences of a statement, each as its pieces: a sentence that its cue parts is one."""
    held: list[Span] = []
    for content in statement.content:
        if held and (_CLOSED.search(text[: held[-1].end][-4:]) or _CLOSED.search(text[held[-1].end : content.start].strip())):
            yield held
            held = []
        *closed, last = [part for sentence in sentences(text, content.start, content.end) for part in _parts(text, sentence)]
        for part in closed:
            yield [*held, part]
            held = []
        held = [*held, last]
    if held:
        yield held


def _parts(text: str, sentence: Span) -> Iterator[Span]:
    """What semicolons part."""
    start = sentence.start
    for match in _PART.finditer(text, sentence.start, sentence.end):
        yield Span(start, match.start())
        start = match.end()
    yield Span(start, sentence.end)


def _speakers(number: int, record: Record, speaker: Speaker, who: Identities, home: Mapping[str, str]) -> frozenset[int | str]:
    """The speaker and the bodies that they speak for."""
    if _anybody(speaker):
        return frozenset()
    found: set[int | str] = {home[speaker.name]} if speaker.name in home and not generic(speaker.name) else set()
    if (known := who.of(number, speaker.id)) is not None:
        found.add(known)
    for role in speaker.roles:
        if role.of and generic(role.of):
            found |= _meant(record, role.of, home)
        elif role.of:
            found.add(home[role.of])
    return frozenset(found)


def _anybody(speaker: Speaker) -> bool:
    """Whether the name is a plain word for many ("officials", "residents"): those of two reports need not be the same."""
    return speaker.kind != "person" and len(speaker.name.split()) == 1 and speaker.name.islower() and not is_body(speaker.name)


def _meant(record: Record, named: str, home: Mapping[str, str]) -> set[str]:
    """The one body named in the report that a general name can mean ("the ministry"); none where several can be meant."""
    words = set(fold(named).split()) - _ARTICLES - {"its", "their", "his", "her"}
    text = record.document.text
    found = {body for name, body in home.items() if words < _bag(name) and name in text}
    return found if len(found) == 1 else set()


@functools.cache
def _bag(name: str) -> frozenset[str]:
    return frozenset(fold(name).split())
