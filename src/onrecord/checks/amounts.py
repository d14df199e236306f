"""Parts and wholes, and counts of one thing, that do not agree."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator

from onrecord.checks.counted import OWN_CLAUSE, places, words
from onrecord.checks.listing import listed_wholes
from onrecord.checks.subject import Misfit, Subject
from onrecord.record import Figure

__all__ = ["figure_differs_inside", "parts_do_not_add_up", "parts_exceed_total"]

# Groups of people that nobody belongs to twice.
_APART = (
    frozenset({"men", "women", "children"}),
    frozenset({"men", "women", "boys", "girls"}),
    frozenset({"women", "children"}),
    frozenset({"civilians", "combatants"}),
    frozenset({"girls", "boys"}),
)
_WHOLE = re.compile(
    r"\b(?:comprising|comprised|consisting of|made up of|composed of|namely|i\.e\.|that is)\b|:\s*\Z", re.IGNORECASE
)
_JOINED = re.compile(
    r"(?:\b(?:and|or|plus|with|of|includ(?:ing|es|ed)|whom|which|them|comprising|namely|as well as|among|were|are)\b|[,:;(–—])"
    r"\s*"
    r"(?:(?:at least|more than|over|about|some|nearly|around|up to|another|the|a further|an estimated)\s+)*\Z",
    re.IGNORECASE,
)
_INCLUDING = re.compile(
    r"(?:\s+[\w’'-]+){0,6}?,?\s+(?:includ(?:ing|es?|ed)|among (?:them|whom|which)|of (?:whom|which|them))"
    r"\s+(?:(?:at least|some|about|the)\s+)*",
    re.IGNORECASE,
)
_OF_THE = re.compile(r"\bof\s+(?:the|these|those)\s+\Z", re.IGNORECASE)
_WERE = re.compile(r"\s+(?:were|was|are|have|had)\b")
_PART_OF_THE = re.compile(r"(?:\s+[\w’'-]+){0,2}?\s+(?:out\s+)?of\s+(?:the|these|those)\s+", re.IGNORECASE)
_PEOPLE = re.compile(
    r"\b(?:people|persons|victims|casualties|residents|inhabitants|members|staff|passengers|dead|voters)\b", re.IGNORECASE
)
_TYPES = frozenset({"killed", "injured", "missing", "detained", "hostages", "returned", "displaced"})


def parts_exceed_total(subject: Subject) -> Iterator[Misfit]:
    """A part that is more than its whole, or parts that nobody can belong to twice and that together are more."""
    for whole, parts in _wholes(subject):
        greater = [part for part in parts if part.low > whole.high]
        for part in greater:
            yield _greater(subject, whole, part)
        total = sum(part.low for part in parts)
        if not greater and len(parts) > 1 and _apart(parts) and total > whole.high:
            message = f"the parts {_listed(subject, parts)} make {total:g}, more than the whole, {words(subject, whole)}"
            yield Misfit(message, places(subject, whole, *parts), _evidence(whole, parts))

    for whole, part in _told_as_part(subject):
        yield _greater(subject, whole, part)


def _greater(subject: Subject, whole: Figure, part: Figure) -> Misfit:
    message = f"{words(subject, part)} is told as a part of {words(subject, whole)}, which is less"
    return Misfit(message, places(subject, whole, part), _evidence(whole, [part]))


def _told_as_part(subject: Subject) -> Iterator[tuple[Figure, Figure]]:
    """Each whole with a greater number that the words beside it make its part; the figures link none that is greater."""
    figures = subject.record.figures
    for one, other in itertools.pairwise(figures):
        if one.unit or other.unit or one.part_of or other.part_of or one.denied or other.denied:
            continue
        before, behind = subject.here(one.span), subject.here(other.span)
        between = subject.text[before.end : behind.start]
        opened = _OF_THE.search(subject.text, max(0, before.start - 24), before.start)
        if _INCLUDING.fullmatch(between) or (
            opened and _WERE.match(subject.text, behind.end) and OWN_CLAUSE.fullmatch(between)
        ):
            whole, part = one, other
            fits = bool(part.groups) and _of_people(whole)
            if "whom" not in between or _of_people(whole):
                fits |= bool(part.counted and part.counted == whole.counted)
        else:
            whole, part = other, one
            fits = bool(_PART_OF_THE.fullmatch(between))
        exact = {whole.qualifier, part.qualifier} <= {"exactly", "about", "up to"}
        if fits and exact and part.low > whole.high:
            yield whole, part


def _of_people(figure: Figure) -> bool:
    return figure.type in _TYPES or bool(figure.groups) or bool(_PEOPLE.search(figure.counted or ""))


def parts_do_not_add_up(subject: Subject) -> Iterator[Misfit]:
    """Parts that the text gives as the whole's all, and that make less."""
    for whole, parts in _wholes(subject):
        exact = all(figure.qualifier == "exactly" and figure.low == figure.high for figure in (whole, *parts))
        total = sum(part.low for part in parts)
        if len(parts) < 2 or not exact or total >= whole.low or not _exhaustive(subject, whole, parts):
            continue
        said = f"the whole that they are told to make up is {words(subject, whole)}"
        message = f"the parts {_listed(subject, parts)} make {total:g}; {said}"
        yield Misfit(message, places(subject, whole, *parts), _evidence(whole, parts))


def _wholes(subject: Subject) -> Iterator[tuple[Figure, list[Figure]]]:
    """Each whole with its parts, all in one unit and none of them denied."""
    figures = {figure.id: figure for figure in subject.record.figures}
    parts: dict[str, list[Figure]] = defaultdict(list)
    for figure in subject.record.figures:
        if figure.part_of:
            parts[figure.part_of].append(figure)
    for name, found in parts.items():
        whole = figures[name]
        same = [
            part
            for part in found
            if part.unit == whole.unit and not part.denied and _of_one_kind(whole, part) and _listed_with(subject, whole, part)
        ]
        if same and not whole.denied and whole.unit != "fraction" and whole.qualifier not in {"at least", "over"}:
            yield whole, same
    for whole, listed in listed_wholes(subject):
        if _of_people(whole) or all(part.groups for part in listed):
            yield whole, listed


def _of_one_kind(whole: Figure, part: Figure) -> bool:
    """Whether the part can be of the whole: those injured are no part of those killed ("72 killed, … and 113 injured")."""
    return whole.type == part.type or not {whole.type, part.type} <= _TYPES


def _listed_with(subject: Subject, whole: Figure, part: Figure) -> bool:
    """Whether the part stands in the list behind its whole, no clause of its own having begun ("…, and left 900 homeless")."""
    if part.span.start < whole.span.start:
        return True
    start = subject.here(part.span).start
    return bool(_JOINED.search(subject.text, max(0, start - 60), start))


def _apart(parts: list[Figure]) -> bool:
    groups = {group for part in parts for group in part.groups}
    each = all(len(part.groups) == 1 for part in parts) and len(groups) == len(parts)
    return each and any(groups <= one for one in _APART)


def _exhaustive(subject: Subject, whole: Figure, parts: list[Figure]) -> bool:
    """Whether the text says that the parts are all there is."""
    first = min(parts, key=lambda part: part.span)
    if first.span.start < whole.span.end:
        return False
    between = subject.text[subject.here(whole.span).end : subject.here(first.span).start]
    groups = {group for part in parts for group in part.groups}
    return bool(_WHOLE.search(between)) or groups >= {"men", "women", "children"}


def figure_differs_inside(subject: Subject) -> Iterator[Misfit]:
    """One count of one thing in two numbers: at one place and time, or in a heading and below it."""
    groups: dict[object, list[Figure]] = defaultdict(list)
    for figure in filter(_comparable, subject.record.figures):
        groups[figure.type, figure.groups, (figure.counted or "").casefold()].append(figure)
    for figures in groups.values():
        yield from _differing(subject, figures)


def _differing(subject: Subject, figures: list[Figure]) -> Iterator[Misfit]:
    """Each figure of one thing against the first in a heading, and the first of its place and time."""
    firsts: dict[object, Figure] = {}
    for figure in figures:
        headed = subject.headed(subject.here(figure.span))
        keys: list[object] = ["heading"] if headed or "heading" in firsts else []
        when = figure.when or _said_when(subject, figure)
        keys += [(figure.where, when)] if figure.where and when else []
        for key in keys:
            one = firsts.setdefault(key, figure)
            if one.low != figure.low and not (key == "heading" and headed) and _same_voice(subject, one, figure):
                message = f"one count ({one.counted}) in two numbers: {words(subject, one)} and {words(subject, figure)}"
                evidence = {"numbers": [one.low, figure.low], "counted": one.counted, "figures": [one.id, figure.id]}
                yield Misfit(message, places(subject, one, figure), evidence)
                break


def _said_when(subject: Subject, figure: Figure) -> str | None:
    """The words of the only time of the figure's sentence, where its year is not known ("as of 4 March")."""
    said = subject.times_in(subject.sentence(subject.here(figure.span)))
    words = said[0].span.of(subject.text).casefold() if len(said) == 1 else ""
    return words if any(map(str.isdigit, words)) else None


def _comparable(figure: Figure) -> bool:
    exact = figure.qualifier == "exactly" and figure.low == figure.high
    return exact and figure.type in _TYPES and bool(figure.counted) and not (figure.denied or figure.part_of or figure.unit)


def _same_voice(subject: Subject, one: Figure, other: Figure) -> bool:
    """Whether nobody else tells the second number: two authorities or speakers who differ are no slip of the report."""
    mine, theirs = (subject.speakers.get(figure.statement or "") for figure in (one, other))
    return one.authority == other.authority and (mine == theirs or None in (mine, theirs))


def _listed(subject: Subject, parts: list[Figure]) -> str:
    return ", ".join(f"{words(subject, part)}" for part in parts)


def _evidence(whole: Figure, parts: list[Figure]) -> dict[str, object]:
    return {"whole": whole.high, "parts": [part.low for part in parts], "figures": [whole.id, *(part.id for part in parts)]}
