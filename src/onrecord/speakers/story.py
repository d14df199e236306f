"""What a text has told up to a place: who spoke, over which stretch."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from onrecord.attribution.attribution import Attribution, Kind
from onrecord.spans import Span
from onrecord.speakers.cast import Cast, Party
from onrecord.speakers.setting import Setting

__all__ = ["Choice", "Scored", "Spoken", "Story", "is_aside"]

_AS = re.compile(r"\bas\s+\Z", re.IGNORECASE)
# A party that may be meant, with how much speaks for it.
Scored = tuple[Party, float]


@dataclass(frozen=True, slots=True)
class Spoken:
    """A statement already resolved: who spoke (nobody: open), over which stretch, at which depth (0: in no other).

    `passing`: a few words of a body or document in somebody else's sentence ("as the Board promised").
    """

    parties: tuple[Party, ...]
    span: Span
    depth: int
    kind: Kind = "indirect"
    content: tuple[Span, ...] = ()
    passing: bool = False

    def holds(self, at: int) -> bool:
        """Whether position `at` lies in the statement, its source and cue included."""
        return self.span.start <= at < self.span.end

    def says(self, span: Span) -> bool:
        """Whether `span` lies in the words said."""
        return any(content.covers(span) for content in self.content)


@dataclass(frozen=True, slots=True)
class Choice:
    """The parties meant (none: open), how sure that is (0 to 1), and all candidates with their scores, best first."""

    parties: tuple[Party, ...]
    score: float
    candidates: tuple[Scored, ...] = ()


@dataclass(slots=True)
class Story:
    """The text, its cast, its author where it is somebody's statement, and the statements resolved so far, in text order.

    `labels`: the person whom a turn's label, in small letters, was first taken to mean.
    """

    setting: Setting
    cast: Cast
    spoken: list[Spoken] = field(default_factory=list)
    author: Party | None = None
    labels: dict[str, Choice] = field(default_factory=dict)

    def last(self, at: int, *, depth: int = 0) -> Spoken | None:
        """The last statement of one depth that begins before `at` and whose speaker is known."""
        for spoken in reversed(self.spoken):
            if spoken.span.start < at and spoken.depth == depth and spoken.parties:
                return spoken
        return None


def is_aside(text: str, attribution: Attribution) -> bool:
    """Whether the words are cited by whoever speaks around them: "As the Coordinator had made clear, …"."""
    source, cue = attribution.source, attribution.cue
    return bool(source and cue and source.end <= cue.start and _AS.search(text, max(0, source.start - 4), source.start))
