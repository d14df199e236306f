"""From a text to its references: every citation, once, with what it means. The door of this step."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from onrecord.citations.backreferences import acronyms, back_references, idem
from onrecord.citations.by_kind import by_kind
from onrecord.citations.by_session import with_session
from onrecord.citations.cases import cases
from onrecord.citations.catalogue import Catalogue, catalogue
from onrecord.citations.described import described
from onrecord.citations.found import Found
from onrecord.citations.gazettes import gazettes
from onrecord.citations.instruments import instruments
from onrecord.citations.laws import by_article, laws
from onrecord.citations.lettered import lettered
from onrecord.citations.periodic import periodic
from onrecord.citations.pinpoints import pinpoint_after, pinpoint_before
from onrecord.citations.resolutions import resolutions
from onrecord.citations.roles import by_role
from onrecord.citations.symbols import symbols
from onrecord.citations.unnumbered import with_candidates
from onrecord.citations.words import words
from onrecord.flow import Flow
from onrecord.record import Reference
from onrecord.spans import Span

__all__ = ["cite"]

# "Common Article 3, article 49 of the Fourth Convention", "Article 215 TFEU, Art. 6 GDPR": the article is of what follows.
_OF = re.compile(r"\s+(?:(?:of|in|under)\s+(?:(?:the|its|that)\s+)?)?")


def cite(flow: Flow, *, known: Catalogue | None = None) -> list[Reference]:
    """The references of a text in the order in which they stand, spans of `flow.text`.

    `known` is the catalogue, by default the one that comes with onrecord. Ids run r1, r2, …; which statement a reference
    stands in is left open.
    """
    known = catalogue() if known is None else known
    found = with_session(flow, with_candidates(flow, _found(flow.text, known), known), known)
    return [
        Reference(
            id=f"r{number}",
            span=one.span,
            target=one.target,
            status=one.status,
            candidates=one.candidates,
            pinpoint=one.pinpoint,
        )
        for number, one in enumerate(found, 1)
    ]


def _found(text: str, known: Catalogue) -> list[Found]:
    read = words(text)
    # What comes first is preferred where two overlap in the same words.
    firm = _apart(
        [*symbols(read, known), *resolutions(read, known), *instruments(read, known), *cases(read, known), *gazettes(read)]
    )
    cited = _apart([*firm, *laws(read), *described(read)], keep=firm)
    cited = _apart([*cited, *acronyms(text, cited)], keep=cited)
    cited = _apart([*cited, *back_references(read, cited, known)], keep=cited)
    cited = _apart([*cited, *acronyms(text, cited)], keep=cited)
    cited = _apart([*cited, *by_article(read)], keep=cited)
    cited = _apart([*cited, *lettered(read, cited)], keep=cited)
    cited = _apart([*cited, *periodic(read, cited, known), *by_role(read), *by_kind(read)], keep=cited)
    cited = _apart([*cited, *idem(read, cited)], keep=cited)
    return list(_pinpointed(text, list(_joined(text, cited))))


def _apart(found: Iterable[Found], *, keep: Sequence[Found] = ()) -> list[Found]:
    """The citations in text order, none inside or across another: those to keep, then the longest, then the first.

    Those to keep are apart and in order.
    """
    free = list(keep)
    kept = set(map(id, free))
    ranked = sorted(
        (one for one in found if id(one) not in kept), key=lambda one: (one.span.start - one.span.end, one.span.start)
    )
    if not ranked:
        return free
    taken = bytearray(max(one.span.end for one in (*free, *ranked)))
    for one in free:
        taken[one.span.start : one.span.end] = b"\1" * (one.span.end - one.span.start)
    for one in ranked:
        if taken.find(1, one.span.start, one.span.end) < 0:
            taken[one.span.start : one.span.end] = b"\1" * (one.span.end - one.span.start)
            free.append(one)
    return sorted(free, key=lambda one: one.span.start)


def _joined(text: str, found: list[Found]) -> Iterator[Found]:
    """The citations, a case's name and the number behind it as one."""
    before: Found | None = None
    for one in found:
        if before and _continues(text, before, one):
            end = one.span.end + (text[one.span.end : one.span.end + 1] == ")")
            before = replace(before, span=Span(before.span.start, end))
            continue
        if before:
            yield before
        before = one
    if before:
        yield before


def _continues(text: str, before: Found, one: Found) -> bool:
    told = {one.target, *one.candidates} - {None}
    return (
        text[before.span.end : one.span.start] in (" (", ", ", " ")
        and (before.target or "") in told
        and not before.span.overlaps(one.span)
    )


def _pinpointed(text: str, found: list[Found]) -> Iterator[Found]:
    """The citations with the articles and paragraphs that stand before or behind them."""
    last = 0
    for number, one in enumerate(found):
        bound = found[number + 1].span.start if number + 1 < len(found) else len(text)
        span, pins = one.span, []
        before = pinpoint_before(text, span.start, floor=last)
        if before:
            span = Span(before[0], span.end)
            pins.append(before[1])
        after = pinpoint_after(text, span.end)
        if after and after[0].end <= bound and not _OF.fullmatch(text, after[0].end, bound):
            span = Span(span.start, after[0].end)
            pins.append(after[1])
        last = span.end
        yield replace(one, span=span, pinpoint=", ".join(pins) or one.pinpoint)
