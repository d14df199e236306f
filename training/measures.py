"""Agreement of spans: exact, by their beginning, by overlap; and of whole attributions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from training.pieces import ROLES, CharacterSpan

OPENING = " \n\t\r\u00a0\"“”'‘«"
CLOSING = OPENING + "’».,;:"


@dataclass
class Score:
    """Counts of one measure: `found` and `gold` spans, and how many of each have a partner in the other."""

    found: int = 0
    gold: int = 0
    found_right: int = 0
    gold_right: int = 0

    def add(self, found: Iterable[bool], gold: Iterable[bool]) -> None:
        """Count one document's spans, each given by whether it has a partner."""
        found, gold = list(found), list(gold)
        self.found += len(found)
        self.gold += len(gold)
        self.found_right += sum(found)
        self.gold_right += sum(gold)

    @property
    def precision(self) -> float:
        """Share of the found that is right, in percent."""
        return 100 * self.found_right / max(1, self.found)

    @property
    def recall(self) -> float:
        """Share of the gold that was found, in percent."""
        return 100 * self.gold_right / max(1, self.gold)

    @property
    def f1(self) -> float:
        """The harmonic mean of both, in percent."""
        return 2 * self.precision * self.recall / max(1e-9, self.precision + self.recall)


@dataclass
class Scores:
    """A score for each role and measure, and for linked triples."""

    by_role: dict[tuple[str, str], Score] = field(default_factory=dict)
    triples: Score = field(default_factory=Score)

    def add(self, text: str, found: Sequence[CharacterSpan], gold: Sequence[CharacterSpan], *, trim: bool = True) -> None:
        """Count one text. With `trim`, outer quotation marks, stops and white space do not count."""
        if trim:
            found, gold = ([trimmed(text, span) for span in spans] for spans in (found, gold))
        for number, role in enumerate(ROLES):
            ours = {span[1:3] for span in found if span[0] == number}
            theirs = {span[1:3] for span in gold if span[0] == number}
            for measure, add in (("exact", exact), ("begin", begin), ("overlap", overlap)):
                add(self.by_role.setdefault((role, measure), Score()), ours, theirs)
        exact_triples(self.triples, found, gold)


Edges = tuple[int, int]


def exact(score: Score, ours: set[Edges], theirs: set[Edges]) -> None:
    """Both edges agree."""
    score.add((span in theirs for span in ours), (span in ours for span in theirs))


def begin(score: Score, ours: set[Edges], theirs: set[Edges]) -> None:
    """The left edge agrees."""
    left, right = {start for start, _ in ours}, {start for start, _ in theirs}
    score.add((start in right for start, _ in ours), (start in left for start, _ in theirs))


def overlap(score: Score, ours: set[Edges], theirs: set[Edges]) -> None:
    """One character at least is shared."""
    score.add((touches(span, theirs) for span in ours), (touches(span, ours) for span in theirs))


def touches(span: Edges, others: Iterable[Edges]) -> bool:
    """Whether `span` shares a character with one of `others`, or is one of them (a colon as a cue is trimmed to nothing)."""
    return any((span[0] < end and start < span[1]) or span == (start, end) for start, end in others)


def exact_triples(score: Score, found: Sequence[CharacterSpan], gold: Sequence[CharacterSpan]) -> None:
    """Source, cue and content agree, and that they belong together; one triple for each content."""
    ours, theirs = set(triples(found)), set(triples(gold))
    score.add((triple in theirs for triple in ours), (triple in ours for triple in theirs))


def triples(spans: Sequence[CharacterSpan]) -> list[tuple[Edges | None, Edges | None, Edges]]:
    """For each content the first source and cue of its event."""
    first: dict[tuple[int, int], Edges] = {}
    for role, start, end, event in sorted(spans):
        first.setdefault((event, role), (start, end))
    source, cue, content = range(3)
    return [
        (first.get((event, source)), first.get((event, cue)), (start, end))
        for role, start, end, event in spans
        if role == content
    ]


def trimmed(text: str, span: CharacterSpan) -> CharacterSpan:
    """`span` without quotation marks, stops and white space at its edges."""
    role, start, end, event = span
    words = text[start:end]
    left = len(words) - len(words.lstrip(OPENING))
    return role, start + left, max(start + left, start + len(words.rstrip(CLOSING))), event


def calibration(confident: Sequence[tuple[float, bool]], bins: int = 10) -> float:
    """Expected calibration error in percent: how far confidence is from the share that is right, a mean over spans
    (Guo et al., 2017)."""
    total: Counter[int] = Counter()
    gap = [0.0] * bins
    for confidence, right in confident:
        number = min(bins - 1, int(confidence * bins))
        total[number] += 1
        gap[number] += confidence - right
    return 100 * sum(map(abs, gap)) / max(1, total.total())
