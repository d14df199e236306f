"""A record arranged for a reader's eye: speakers with labels, statements in text order, who quotes whom.

The terminal view and the HTML page both show an `Outline`; neither decides anything about the record itself.
"""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from onrecord.document import Document
from onrecord.export.labels import labels
from onrecord.flow import Flow, flow
from onrecord.record import Record, Speaker, Statement
from onrecord.spans import Span

__all__ = ["Candidates", "Entry", "Group", "Grouping", "Outline", "Piece", "Voice", "outline"]

Grouping = Literal["text", "speaker"]


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker as shown: with a short label that no other speaker of the record has, and how often it speaks."""

    speaker: Speaker
    label: str
    rank: int
    statements: int


Candidates = tuple[tuple[Voice, float], ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a statement as they read; `said` for what was said, `told` for source and cue."""

    role: Literal["said", "told"]
    words: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A statement as shown.

    `voices` are the speaker and the co-speakers, empty where the speaker is not resolved; `candidates` then are who it may be.
    `chain` names who speaks, outermost first, when it is a statement inside others. `pieces` stand in text order.
    """

    statement: Statement
    voices: tuple[Voice, ...]
    candidates: Candidates
    chain: tuple[str, ...]
    pieces: tuple[Piece, ...]
    pages: tuple[int, ...]

    @property
    def name(self) -> str:
        """Who says it: "A", "A, with B", or, unresolved, "Unresolved" with the words that the text has for the source."""
        return self.chain[-1]

    @property
    def quoted(self) -> str:
        """The name as it reads inside a sentence."""
        return _inside(self.name)

    @property
    def heading(self) -> str:
        """The whole chain: "A, quoting B"."""
        return ", quoting ".join((self.chain[0], *(_inside(name) for name in self.chain[1:])))

    @property
    def depth(self) -> int:
        """How many statements stand around this one."""
        return len(self.chain) - 1


@dataclass(frozen=True, slots=True)
class Group:
    """Statements shown under one heading; those inside others follow the one around them."""

    heading: str
    voices: tuple[Voice, ...]
    candidates: Candidates
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """A record with its speakers and statements arranged; `view` is its text as it reads."""

    record: Record
    view: Flow
    voices: tuple[Voice, ...]
    entries: tuple[Entry, ...]

    @property
    def title(self) -> str | None:
        """The document's title; where it gives none, the heading that it begins with."""
        document = self.record.document
        words = (block for block in document.blocks if block.kind != "furniture")
        first = next(words, None)
        if document.title or first is None or first.kind != "heading":
            return document.title
        return self.view.words(first.span)

    @property
    def unresolved(self) -> int:
        """How many statements have no speaker."""
        return sum(not entry.voices for entry in self.entries)

    @property
    def pages(self) -> int | None:
        """The highest page number that a block has; None where there are none."""
        return max((block.page for block in self.record.document.blocks if block.page), default=None)

    def groups(self, by: Grouping = "text") -> list[Group]:
        """Statements under the name of who says them: a new group at each change (`text`), or all of a speaker's together."""
        keyed = [(_key(nest[0]), nest) for nest in self._nests()]
        if by == "speaker":
            first: dict[object, int] = {}
            for key, _ in keyed:
                first.setdefault(key, len(first))
            keyed.sort(key=lambda pair: first[pair[0]])
        runs = itertools.groupby(keyed, key=lambda pair: pair[0])
        return [_group([entry for _, nest in run for entry in nest]) for _, run in runs]

    def _nests(self) -> list[list[Entry]]:
        nests: list[list[Entry]] = []
        for entry in self.entries:
            if entry.depth and nests:
                nests[-1].append(entry)
            else:
                nests.append([entry])
        return nests


def outline(record: Record) -> Outline:
    """Arrange a record whose spans hold (`Record.verify`). Statements that are `within` each other in a ring are not nested."""
    counts = Counter(name for statement in record.statements for name in (statement.speaker, *statement.co_speakers))
    names = labels(record.speakers)
    voices = tuple(Voice(one, names[one.id], rank, counts[one.id]) for rank, one in enumerate(record.speakers))
    by_id = {voice.speaker.id: voice for voice in voices}
    view = flow(record.document)
    entries = [_entry(record, chain, by_id, view) for chain in _chains(record.statements)]
    return Outline(record, view, voices, tuple(entries))


def _chains(statements: Iterable[Statement]) -> Iterator[tuple[Statement, ...]]:
    """Each statement with those around it, outermost first; in text order, inner ones after the one around them."""
    inner: dict[str | None, list[Statement]] = defaultdict(list)
    ordered = sorted(statements, key=lambda one: one.content[:1])
    known = {one.id for one in ordered}
    for one in ordered:
        inner[one.within if one.within in known else None].append(one)
    seen: set[str] = set()
    yield from _descend(inner[None], inner, seen)
    # What is left stands in a ring: each is shown by itself.
    yield from ((one,) for one in ordered if one.id not in seen)


def _descend(
    roots: list[Statement], inner: dict[str | None, list[Statement]], seen: set[str]
) -> Iterator[tuple[Statement, ...]]:
    stack: list[tuple[Statement, ...]] = [(one,) for one in reversed(roots)]
    while stack:
        chain = stack.pop()
        seen.add(chain[-1].id)
        yield chain
        stack += [(*chain, one) for one in reversed(inner[chain[-1].id]) if one.id not in seen]


def _entry(record: Record, chain: tuple[Statement, ...], voices: dict[str, Voice], view: Flow) -> Entry:
    statement = chain[-1]
    return Entry(
        statement=statement,
        voices=_voices(statement, voices),
        candidates=tuple((voices[one.speaker], one.score) for one in statement.candidates if one.speaker in voices),
        chain=tuple(_name(one, voices, view) for one in chain),
        pieces=tuple(_pieces(statement, view)),
        pages=_pages(record.document, statement),
    )


def _voices(statement: Statement, voices: dict[str, Voice]) -> tuple[Voice, ...]:
    names = [name for name in (statement.speaker, *statement.co_speakers) if name]
    return tuple(voices[name] for name in names if name in voices)


def _name(statement: Statement, voices: dict[str, Voice], view: Flow) -> str:
    first, *others = _voices(statement, voices) or (None,)
    if first:
        return first.speaker.name + "".join(f", with {voice.speaker.name}" for voice in others if voice)
    return f"Unresolved (“{view.words(statement.source)}”)" if statement.source else "Unresolved"


def _inside(name: str) -> str:
    return name[0].lower() + name[1:] if name.startswith("Unresolved") else name


def _pieces(statement: Statement, view: Flow) -> Iterator[Piece]:
    """What was said, and between it source and cue where they stand; words left out between those two are an ellipsis."""
    told = [span for span in (statement.source, statement.cue) if span]
    told = [span for span in told if not any(part.overlaps(span) for part in statement.content)]
    said = dict(zip(statement.content, statement.words, strict=True))
    last: Span | None = None
    waiting = ""
    for span in sorted([*told, *said]):
        if span in said:
            if waiting:
                yield Piece("told", waiting)
            yield Piece("said", said[span])
            waiting, last = "", None
        else:
            between = "" if last is None else " " if _near(last, span, view) else " … "
            waiting, last = f"{waiting}{between}{view.words(span)}", span
    if waiting:
        yield Piece("told", waiting)


def _near(left: Span, right: Span, view: Flow) -> bool:
    return left.end >= right.start or not view.words(Span(left.end, right.start)).strip(" ,")


def _pages(document: Document, statement: Statement) -> tuple[int, ...]:
    pages = (place.page for span in statement.content for place in document.places(span))
    return tuple(dict.fromkeys(page for page in pages if page))


def _key(entry: Entry) -> object:
    return entry.chain, tuple((voice.speaker.id, score) for voice, score in entry.candidates)


def _group(entries: list[Entry]) -> Group:
    return Group(entries[0].heading, entries[0].voices, entries[0].candidates, tuple(entries))
