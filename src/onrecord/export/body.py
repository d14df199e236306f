"""A document's text as HTML: its blocks, and in them the marks of who says what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from onrecord.document import Block, Document
from onrecord.export.acted import Acted, acted
from onrecord.export.cited import Cited, cited
from onrecord.export.figured import Figured, figured
from onrecord.export.marks import Mark, escape, nest
from onrecord.export.outline import Entry, Outline
from onrecord.export.palette import HUES
from onrecord.flow import Flow
from onrecord.record import Record
from onrecord.spans import Span

__all__ = ["body", "hue"]

_PARAGRAPH = re.compile(r"\S(?:.|\n(?!\s*\n))*")
_TAGS = {"list-item": "li", "quote": "blockquote", "cell": "div"}
# Below a statement's words at any depth, and below its source and cue: parts of words.
_ACT_RANK = 800_000
_FIGURE_RANK = 850_000
_CITED_RANK = 900_000
_FINDING_RANK = 950_000
_BREAK_RANK = 1_000_000


def body(arranged: Outline) -> str:
    """The document as HTML whose text content is exactly `document.text`."""
    document = arranged.record.document
    marks = sorted(_marks(arranged), key=lambda mark: mark.span.start)
    return "".join(_blocks(document, marks))


def hue(entry: Entry) -> str:
    """The name of the entry's colour: a digit, or `x` where the speaker is not resolved."""
    return str(entry.voices[0].rank % HUES) if entry.voices else "x"


def _blocks(document: Document, marks: list[Mark]) -> Iterator[str]:
    at, page, listing, upcoming = 0, None, False, 0
    active: list[Mark] = []
    pages: set[int] = set()
    for block in _all_blocks(document):
        turned = block.page if block.page != page else None
        if listing and (block.kind != "list-item" or turned):
            yield "</ul>"
            listing = False
        yield escape(document.text[at : block.span.start])
        if turned:
            page = turned
            yield _turn(page, first=page not in pages)
            pages.add(page)
        if block.kind == "list-item" and not listing:
            yield '<ul role="list">'
            listing = True
        # Marks stand in order of their starts; those that reach past a block are taken along to the next.
        while upcoming < len(marks) and marks[upcoming].span.start < block.span.end:
            active.append(marks[upcoming])
            upcoming += 1
        yield from _element(document.text, block, active)
        active = [mark for mark in active if mark.span.end > block.span.end]
        at = block.span.end
    if listing:
        yield "</ul>"
    yield escape(document.text[at:])


def _turn(page: int, *, first: bool) -> str:
    identity = f' id="p{page}"' if first else ""
    return f'<div class="page"{identity} role="separator" aria-label="Page {page}" data-page="{page}"></div>'


def _all_blocks(document: Document) -> Iterator[Block]:
    """The document's blocks, and the words that stand in none as paragraphs."""
    at = 0
    for block in document.blocks:
        yield from _loose(document.text, Span(at, max(at, block.span.start)))
        yield block
        at = block.span.end
    yield from _loose(document.text, Span(at, len(document.text)))


def _loose(text: str, gap: Span) -> Iterator[Block]:
    for match in _PARAGRAPH.finditer(text, gap.start, gap.end):
        yield Block(kind="paragraph", span=Span(*match.span()).trim(text))


def _element(text: str, block: Block, marks: Iterable[Mark]) -> Iterator[str]:
    # The page's own headings are of the first and second level.
    heading = f"h{min(6, 2 + max(1, block.level or 1))}"
    tag = heading if block.kind == "heading" else _TAGS.get(block.kind, "p")
    names = f"{block.kind} continues" if block.continues else block.kind
    yield f'<{tag} class="{names}" dir="auto">'
    yield from nest(text, block.span, marks)
    yield f"</{tag}>"


def _marks(arranged: Outline) -> Iterator[Mark]:
    for number, entry in enumerate(arranged.entries, 1):
        yield from _statement(number, entry)
    for voice in arranged.voices:
        for number, role in enumerate(voice.speaker.roles, 1):
            start = f'<span class="role" id="r{voice.rank}-{number}">'
            yield Mark(role.span, 0, start, '<span class="role">')
    yield from _acts(acted(arranged))
    yield from _numbers(figured(arranged))
    yield from _citations(cited(arranged.record, arranged.view))
    yield from _findings(arranged.record)
    yield from _breaks(arranged.record.document.text, arranged.view)


def _acts(found: list[Acted]) -> Iterator[Mark]:
    """The body and the verb of every act, with what it did; the list of acts leads to the body, or else to the verb."""
    shared: set[Span] = set()
    for one in found:
        told = f'<span class="act" title="{escape(one.line)}"'
        for number, span in enumerate(one.act.spans):
            if not number:
                yield Mark(span, _ACT_RANK, f'{told} id="d{escape(one.act.id)}">', f"{told}>")
            elif span not in shared:
                yield Mark(span, _ACT_RANK, f"{told}>", f"{told}>")
            shared.add(span)


def _numbers(found: list[Figured]) -> Iterator[Mark]:
    """Every figure, with what it counts; the list of figures leads here."""
    for one in found:
        told = f'<span class="figure" title="{escape(one.line)}"'
        yield Mark(one.figure.span, _FIGURE_RANK, f'{told} id="n{escape(one.figure.id)}">', f"{told}>")


def _citations(found: list[Cited]) -> Iterator[Mark]:
    """Every citation, with the way to its entry in the list of what is cited."""
    for number, one in enumerate(found, 1):
        kind = "cited" if one.certain else "cited doubt"
        line = escape(one.line)
        label = f"{line}: {number} in the list of what is cited"
        link = f'<a class="to" href="#i{number}" data-label="{number}" aria-label="{label}"></a>'
        for reference in one.references:
            again = f'<span class="{kind}" title="{line}">'
            identity = f'<span class="{kind}" title="{line}" id="q{escape(reference.id)}">'
            yield Mark(reference.span, _CITED_RANK, identity + link, again)


def _findings(record: Record) -> Iterator[Mark]:
    """The words of every finding, with the way to it in the list of what does not fit."""
    for number, finding in enumerate(record.findings, 1):
        line = escape(f"{finding.severity}: {finding.message}")
        link = f'<a class="to" href="#m{number}" data-label="!{number}" aria-label="{line}: finding {number} in the list"></a>'
        for place, span in enumerate(finding.spans):
            identity = "" if place else f' id="w{number}"'
            again = f'<span class="misfit {finding.severity}" title="{line}">'
            yield Mark(span, _FINDING_RANK, f'<span class="misfit {finding.severity}" title="{line}"{identity}>{link}', again)


def _statement(number: int, entry: Entry) -> Iterator[Mark]:
    statement = entry.statement
    # Whoever quotes stands around whoever is quoted, also where both have the same words.
    rank = 10 * entry.depth
    states = f"{statement.kind} c{hue(entry)}{' negated' if statement.negated else ''}"
    label = escape(_label(entry))
    said = f"{entry.heading}, {'not said, ' if statement.negated else ''}{statement.kind}: statement {statement.id} in the list"
    link = f'<a class="tag" href="#s{number}" data-label="{label}" aria-label="{escape(said)}"></a>'
    for piece, span in enumerate(statement.content):
        identity = "" if piece else f' id="t{number}"'
        again = f'<span class="said {states}">'
        yield Mark(span, rank + 1, f'<span class="said {states}"{identity}>{link}', again)
    for name in ("source", "cue"):
        span = getattr(statement, name)
        if span:
            start = f'<span class="{name} c{hue(entry)}">'
            yield Mark(span, rank + 2, start, start)


def _label(entry: Entry) -> str:
    label = "+".join(voice.label for voice in entry.voices) or "?"
    if entry.statement.negated:
        return f"{label} not said"
    return f"{label} …" if entry.statement.kind == "continued" else label


def _breaks(text: str, view: Flow) -> Iterator[Mark]:
    """Line ends that cut a word: their hyphen is shown faintly, the line end not at all."""
    offsets = view.view.map
    for number, edited in enumerate(offsets.edited):
        if not edited or offsets.view[number] < offsets.view[number + 1]:
            continue
        span = Span(offsets.source[number], offsets.source[number + 1])
        hyphen = span.trim(text)
        if len(hyphen) > 1:
            continue
        if hyphen:
            yield Mark(hyphen, _BREAK_RANK, '<span class="hyphen">', '<span class="hyphen">')
        for rest in (Span(span.start, hyphen.start), Span(hyphen.end, span.end)):
            if rest:
                yield Mark(rest, _BREAK_RANK, '<span class="line-end">', '<span class="line-end">')
