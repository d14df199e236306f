"""The errors of a reading, one by one, with their words: what is wrong, where, and what stands there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bench.citing import citation_faults
from bench.figuring import number_faults
from bench.naming import alike, right
from bench.pairing import pair
from bench.readings import Reading, Said
from bench.scores import way
from bench.tokens import Tokens

__all__ = ["ERROR_KINDS", "Fault", "faults"]

ERROR_KINDS = (
    "wrong speaker",
    "name form",
    "unresolved",
    "missed",
    "spurious",
    "edges",
    "kind",
    "missed inner",
    "spurious inner",
    "missed reference",
    "wrong target",
    "spurious reference",
    "missed figure",
    "wrong value",
    "spurious figure",
    "qualifier",
    "part",
)


@dataclass(frozen=True, slots=True)
class Fault:
    """One error: `weight` is the number of words concerned, by which the worst stand first."""

    kind: str
    document: str
    at: int
    weight: int
    lines: tuple[str, ...]


def faults(gold: Reading, predicted: Reading) -> Iterator[Fault]:
    """Every error of `predicted`."""
    tokens = Tokens(gold.text)
    pairing = pair(gold, predicted, tokens)
    found = pairing.found()
    for g, p in found.items():
        yield from _pair_faults(gold, predicted, g, p, tokens, whole=g in pairing.pairs)
    wanted, offered = tokens.contents(gold), tokens.contents(predicted)
    for g, said in enumerate(gold.statements):
        if g not in found:
            kind = "missed" if said.within is None else "missed inner"
            yield _fault(
                gold, kind, said, len(wanted[g]), f"gold {said.kind} by {_name(said)} [{way(gold, said)}]", _marked(gold, said)
            )
    good = set(found.values()) | set(pairing.split)
    for p, said in enumerate(predicted.statements):
        if p not in good:
            kind = "spurious" if said.within is None else "spurious inner"
            yield _fault(predicted, kind, said, len(offered[p]), f"pred {said.kind} by {_name(said)}", _marked(predicted, said))
    for kind, one, told in citation_faults(gold.citations, predicted.citations):
        yield _shown(gold, kind, one.span, told)
    for kind, number, told in number_faults(gold.figures, predicted.figures):
        yield _shown(gold, kind, number.span, told)


def _shown(gold: Reading, kind: str, span: tuple[int, int], told: str) -> Fault:
    start, end = span
    before, after = gold.text[max(0, start - 60) : start], gold.text[end : end + 60]
    shown = " ".join(f"{before}«{gold.text[start:end]}»{after}".split())
    return Fault(kind, gold.id, start, len(gold.words(span).split()), (told, shown))


def _pair_faults(gold: Reading, predicted: Reading, g: int, p: int, tokens: Tokens, *, whole: bool) -> Iterator[Fault]:
    theirs, ours = gold.statements[g], predicted.statements[p]
    wanted, offered = tokens.content(theirs), tokens.content(ours)
    if not right(ours, predicted, theirs, gold):
        kind = "unresolved" if ours.speaker is None else "name form" if alike(ours.speaker, theirs.speaker) else "wrong speaker"
        first = f"pred {_name(ours)} | gold {_name(theirs)} [{way(gold, theirs)}; gold {theirs.kind}, pred {ours.kind}]"
        before = " ".join(gold.text[max(0, _start(theirs) - 160) : _start(theirs)].split())
        yield _fault(gold, kind, theirs, len(wanted), first, f"… {before} >>> {_marked(predicted, ours)}")
    if whole and wanted != offered:
        missing = tokens.show(gold.text, wanted - offered) if wanted - offered else "-"
        extra = tokens.show(gold.text, offered - wanted) if offered - wanted else "-"
        yield _fault(
            gold, "edges", theirs, len(wanted ^ offered), f"missing: {missing[:200]} | extra: {extra[:200]}",
            f"gold: {_marked(gold, theirs)}", f"pred: {_marked(predicted, ours)}",
        )  # fmt: skip
    if whole and ours.kind != theirs.kind:
        yield _fault(gold, "kind", theirs, len(wanted), f"pred {ours.kind} | gold {theirs.kind}", _marked(predicted, ours))


def _fault(reading: Reading, kind: str, said: Said, weight: int, *lines: str) -> Fault:
    return Fault(kind, reading.id, _start(said), weight, lines)


def _start(said: Said) -> int:
    return min(start for start, _ in [*said.content, *filter(None, (said.source, said.cue))])


def _name(said: Said) -> str:
    return said.speaker.name if said.speaker else "nobody"


def _marked(reading: Reading, said: Said) -> str:
    """The stretch of the text that holds the statement: ‹source› {cue} ⟦content⟧."""
    marks: list[tuple[int, int, str]] = []
    named = [("‹", "›", said.source), ("{", "}", said.cue), *(("⟦", "⟧", piece) for piece in said.content)]
    for order, (opening, closing, span) in enumerate(named):
        if span:
            marks += [(span[0], 2 + order, opening), (span[1], -order, closing)]
    marks.sort()
    parts, at = [], marks[0][0]
    for place, _, mark in marks:
        parts += [reading.text[at:place], mark]
        at = place
    return " ".join("".join(parts).split())
