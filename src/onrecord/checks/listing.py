"""Parts that a text lists behind the whole: "41 people: 20 sailors, 12 cooks and 4 engineers"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.checks.subject import Subject
from onrecord.record import Figure

__all__ = ["listed_wholes"]

_WORDS = r"(?:\s+(?!and\b|or\b)[\w’'-]+)"
_OPENS = re.compile(rf"{_WORDS}{{0,6}}(?:,?\s+namely|,?\s+i\.e\.,?|:)\s+", re.IGNORECASE)
_GOES_ON = re.compile(rf"{_WORDS}{{1,4}}(?:,\s+|,?\s+(?P<last>and)\s+)")
_ENDS = re.compile(rf"{_WORDS}{{1,4}}\s*(?:[.;)]|\Z)")
_MOST = 20  # parts of one whole
_LONGEST = 200  # characters between two numbers of one list


def listed_wholes(subject: Subject) -> Iterator[tuple[Figure, list[Figure]]]:
    """Each whole with the parts that the text lists behind it, up to the "and" of the last; the figures need not be linked."""
    figures = [one for one in subject.record.figures if not one.denied]
    for place, whole in enumerate(figures):
        parts = _parts(subject, whole, figures[place + 1 : place + 1 + _MOST])
        if len(parts) > 1 and all(map(_exact, (whole, *parts))) and not any(part.part_of for part in parts):
            yield whole, parts


def _exact(figure: Figure) -> bool:
    return figure.unit is None and figure.qualifier == "exactly" and figure.low == figure.high


def _parts(subject: Subject, whole: Figure, following: list[Figure]) -> list[Figure]:
    """The figures of the list, where it is one and is told to its end."""
    parts: list[Figure] = []
    end, opened, last = subject.here(whole.span).end, _OPENS, False
    for figure in following:
        here = subject.here(figure.span)
        if (
            last
            or here.start < end
            or here.start - end > _LONGEST
            or not (joint := opened.fullmatch(subject.text, end, here.start))
        ):
            break
        parts.append(figure)
        last = bool(joint.groupdict().get("last"))
        end, opened = here.end, _GOES_ON
    return parts if last and _ENDS.match(subject.text, end) else []
