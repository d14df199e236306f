"""Percentages that are not what the numbers beside them make."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from onrecord.checks.counted import OWN_CLAUSE, places, words
from onrecord.checks.subject import Misfit, Subject
from onrecord.record import Figure

__all__ = ["percentage_base"]

_VOTERS = re.compile(r"\bvoters\b|\belectorate\b", re.IGNORECASE)
_SHARE = re.compile(
    r"\A(?:\s+(?:[\w’'-]+\s+){0,4}?[\w’'-]+)?,?\s*"
    r"(?:\((?:or|about|some|roughly)?\s*|[,–—]?\s*(?:or|that\s+is,?|i\.e\.,?)\s+(?:about\s+|some\s+|roughly\s+)?)\Z"
)
# A percentage of something else, or of a change.
_OWN_BASE = re.compile(
    r"\s+(?:of\s+(?!(?:the\s+total|them|all)\b)|among\b|more\b|fewer\b|less\b|higher\b|lower\b|above\b|below\b|up\b|down\b)",
    re.IGNORECASE,
)
_ALL_OF_BRACKET = re.compile(r"\s*[);,]|\s+of\s+(?:the\s+total|them|all)\b", re.IGNORECASE)
_OF = re.compile(r"\bof\s+(?:(?:the|these|those|its|their|all)\s+){0,2}\Z", re.IGNORECASE)
_ROUNDED = 1.0  # percentage points that rounding and "about" may account for
_GREATER = re.compile(r"\b(?:increas|rise|rose|grow|grew|up|higher|more|gdp|capacity|budget|target|income|debt)", re.IGNORECASE)


def percentage_base(subject: Subject) -> Iterator[Misfit]:
    """A percentage that is not the share of the two numbers it stands beside; a share of people above a hundred."""
    figures = subject.record.figures
    by_id = {figure.id: figure for figure in figures}
    parts = {figure.part_of: figure for figure in reversed(figures) if figure.part_of and figure.unit is None}
    for earlier, before, figure in zip((None, None, *figures), (None, *figures), figures, strict=False):
        if figure.unit != "%" or figure.denied:
            continue
        part = _part_before(subject, figure, before, parts)
        if part:
            yield from _share(subject, part, by_id[part.part_of or ""], figure)
        elif before and (whole := _whole_of(subject, earlier, before, figure, by_id)):
            yield from _share(subject, before, whole, figure)
        elif (
            figure.low > 100
            and (figure.groups or _VOTERS.search(figure.counted or ""))
            and not _GREATER.search(_sentence(subject, figure))
        ):
            message = f"{words(subject, figure)} of {(figure.counted or '').removeprefix('share of ')}: more than there are"
            yield Misfit(message, (subject.here(figure.span),), {"percentage": figure.low, "counted": figure.counted})


def _part_before(subject: Subject, share: Figure, before: Figure | None, parts: Mapping[str, Figure]) -> Figure | None:
    """The part of "45 of the 60 villages (80 per cent)", whose whole stands right before the percentage."""
    if before is None or before.unit or before.low <= 0:
        return None
    return parts.get(before.id) if _beside(subject, before, share) else None


def _beside(subject: Subject, before: Figure, share: Figure) -> bool:
    """Whether the percentage says in other words what the number before it says, and has no base of its own."""
    here = subject.here(share.span)
    between = subject.text[subject.here(before.span).end : here.start]
    if not _SHARE.match(between) or _OWN_BASE.match(subject.text, here.end):
        return False
    # "655 refugees (51 per cent children)" is a share of the 655.
    return not between.rstrip().endswith("(") or bool(_ALL_OF_BRACKET.match(subject.text, here.end))


def _whole_of(
    subject: Subject, earlier: Figure | None, part: Figure, share: Figure, by_id: Mapping[str, Figure]
) -> Figure | None:
    """The whole of "of the 40 members, 30 (60 per cent)", whose part stands right before the percentage."""
    if part.unit in {"%", "fraction"} or part.low <= 0 or not _beside(subject, part, share):
        return None
    whole = by_id.get(part.part_of or "")
    if whole is None and earlier:
        before = subject.here(earlier.span)
        opened = _OF.search(subject.text, max(0, before.start - 24), before.start)
        if opened and OWN_CLAUSE.fullmatch(subject.text, before.end, subject.here(part.span).start):
            whole = earlier
    return whole if whole and whole.unit == part.unit and whole.span.start < part.span.start else None


def _share(subject: Subject, part: Figure, whole: Figure, share: Figure) -> Iterator[Misfit]:
    if whole.low != whole.high or part.low != part.high or whole.low <= 0:
        return
    real = 100 * part.low / whole.low
    loose = 5.0 if "about" in (part.qualifier, whole.qualifier, share.qualifier) else _ROUNDED
    exact = {"exactly", "about"}
    if {part.qualifier, whole.qualifier, share.qualifier} <= exact and not share.low - loose <= real <= share.high + loose:
        share_of = f"{words(subject, part)} of {words(subject, whole)}"
        message = f"{share_of} is {real:.1f} per cent, not {words(subject, share)}"
        evidence = {"part": part.low, "whole": whole.low, "percentage": share.low, "computed": round(real, 1)}
        yield Misfit(message, places(subject, part, whole, share), evidence)


def _sentence(subject: Subject, figure: Figure) -> str:
    return subject.sentence(subject.here(figure.span)).of(subject.text)
