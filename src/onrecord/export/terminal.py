"""A record as a terminal shows it: what was read, who speaks, and what each one said in the exact words.

Nothing depends on colour: a quotation keeps its marks, the kind of every statement is written out, and a pipe gets the same
words as a screen.
"""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from onrecord.document import Document
from onrecord.export.acted import acted
from onrecord.export.cited import cited
from onrecord.export.figured import figured
from onrecord.export.findings import finding_lines
from onrecord.export.outline import Candidates, Entry, Group, Grouping, Outline, Voice, outline
from onrecord.export.place import place
from onrecord.export.plain import counted, printable
from onrecord.quotation import quotations
from onrecord.record import Record, Role

__all__ = ["print_record"]

_QUOTED, _TOLD, _DOUBT, _NAME, _SIDE = "green", "italic dim", "yellow", "bold", "dim"
# A column narrower than this cannot be read: words stand below their gutter then, and a terminal that is narrower still
# wraps them itself.
_NARROWEST = 20
_INDENT = 4


def print_record(
    record: Record, console: Console, *, by: Grouping = "text", places: bool = False, unnamed: str = "text"
) -> None:
    """Write the record to `console`, as wide as it is.

    `by` groups the statements: at each change of speaker, or all of a speaker's together. `places` adds where each stands:
    offsets in the text, and on which page in which rectangle. `unnamed` is what a source without path and address is called.
    """
    width = console.width
    for part in _parts(outline(record), by=by, places=places, unnamed=unnamed):
        lines = (wrapped for line in part for wrapped in _wrapped(line, console, width))
        console.print(Text("\n").join(lines), soft_wrap=True)


class _Line:
    """A line of text, its first words (`gutter`) set apart from a body that wraps beside them."""

    def __init__(self, body: Text | str = "", *, gutter: Text | str = "", style: str = "") -> None:
        self.body = body if isinstance(body, Text) else Text(printable(body), style=style)
        self.gutter = gutter if isinstance(gutter, Text) else Text(gutter, style=_SIDE)


def _wrapped(line: _Line, console: Console, width: int) -> Iterator[Text]:
    below = width - line.gutter.cell_len < _NARROWEST and line.gutter.cell_len > _INDENT
    indent = _INDENT if below else line.gutter.cell_len
    parts = line.body.wrap(console, max(_NARROWEST, width - indent))
    leads = [line.gutter, *[Text(" " * indent)] * len(parts)]
    for lead, part in zip(leads, [Text(), *parts] if below else parts, strict=False):
        whole = Text.assemble(lead, part)
        whole.rstrip()
        yield whole


def _parts(arranged: Outline, *, by: Grouping, places: bool, unnamed: str) -> Iterator[Iterator[_Line]]:
    yield _header(arranged, unnamed)
    yield _speakers(arranged)
    document = arranged.record.document if places else None
    numbers = max((len(printable(entry.statement.id)) for entry in arranged.entries), default=0)
    for group in arranged.groups(by):
        yield _statements(group, numbers, document)
    if arranged.record.figures:
        yield _figures(arranged, places=places)
    if arranged.record.acts:
        yield _acts(arranged, places=places)
    if arranged.record.references:
        yield _cited(arranged)
    if arranged.record.findings:
        yield _findings(arranged, places=places)


def _header(arranged: Outline, unnamed: str) -> Iterator[_Line]:
    document = arranged.record.document
    if arranged.title:
        yield _Line(arranged.title, style="bold")
    dated = ", ".join(filter(None, (document.published, document.publisher)))
    if dated:
        yield _Line(dated)
    yield _Line(_origin(document, arranged.pages, unnamed), style=_SIDE)
    for loss in document.losses:
        yield _Line(Text(printable(loss), style=_DOUBT), gutter="! ")


def _origin(document: Document, pages: int | None, unnamed: str) -> str:
    source = document.source
    facts = [source.media_type, counted(pages, "page") if pages else None, counted(source.bytes, "byte")]
    return f"{source.uri or unnamed} ({', '.join(filter(None, facts))})"


def _speakers(arranged: Outline) -> Iterator[_Line]:
    yield _Line()
    unresolved = f" ({arranged.unresolved} unresolved)" if arranged.unresolved else ""
    counts = f"{counted(len(arranged.voices), 'speaker')}, {counted(len(arranged.entries), 'statement')}"
    yield _Line(counts + unresolved, style="bold underline")
    for voice in arranged.voices:
        yield _Line(_introduced(voice), gutter=f"{voice.statements:>4}  ")


def _cited(arranged: Outline) -> Iterator[_Line]:
    """What the report cites, how often, and what is known of it."""
    found = cited(arranged.record, arranged.view)
    yield _Line()
    yield _Line(f"{len(found)} cited", style="bold underline")
    for one in found:
        detail = (f"; {printable(one.detail)}" if one.detail else "", _SIDE if one.certain else _DOUBT)
        yield _Line(Text.assemble(printable(one.label), detail), gutter=f"{len(one.references):>4}  ")


def _figures(arranged: Outline, *, places: bool) -> Iterator[_Line]:
    """Every figure: the number as it is said, what it counts, and what else is said of it."""
    yield _Line()
    found = figured(arranged)
    yield _Line(counted(len(found), "figure"), style="bold underline")
    width = max(len(printable(one.figure.id)) for one in found)
    for one in found:
        body = Text.assemble((printable(one.number), _NAME), " " if one.what else "", printable(one.what))
        if one.facts:
            body.append(f" ({printable('; '.join(one.facts))})", style=_SIDE)
        if places:
            body.append(f"\n{place(arranged.record.document, one.figure.span)}", style=_SIDE)
        yield _Line(body, gutter=f"  {printable(one.figure.id):<{width}}  ")


def _acts(arranged: Outline, *, places: bool) -> Iterator[_Line]:
    """Every act: the body, what it did, and what else is said of it."""
    yield _Line()
    found = acted(arranged)
    yield _Line(counted(len(found), "act"), style="bold underline")
    width = max(len(printable(one.act.id)) for one in found)
    for one in found:
        body = Text.assemble((printable(one.body), _NAME), " ", printable(one.deed))
        if one.facts:
            body.append(f" ({printable('; '.join(one.facts))})", style=_SIDE)
        if places:
            for span in one.act.spans:
                body.append(f"\n{place(arranged.record.document, span)}", style=_SIDE)
        yield _Line(body, gutter=f"  {printable(one.act.id):<{width}}  ")


def _findings(arranged: Outline, *, places: bool) -> Iterator[_Line]:
    """What does not fit together, in the order of the text."""
    yield _Line()
    found = counted(len(arranged.record.findings), "finding")
    yield _Line(f"{found}: what does not fit together", style="bold underline")
    for gutter, body in finding_lines(arranged.record, places=places):
        yield _Line(body, gutter=gutter)


def _introduced(voice: Voice) -> Text:
    speaker = voice.speaker
    about = f" ({' '.join(speaker.honorifics)})" if speaker.honorifics else ""
    about += "".join(f"{';' if number else ','} {_role(role)}" for number, role in enumerate(speaker.roles))
    about += f" [{speaker.kind}]" if speaker.kind != "person" else ""
    about += f"; also “{'”, “'.join(speaker.also)}”" if speaker.also else ""
    return Text.assemble((printable(speaker.name), _NAME), printable(about))


def _role(role: Role) -> str:
    return f"{role.title}, {role.of}" if role.of else role.title


def _heading(of: Group | Entry) -> Text:
    style = "" if of.voices else _DOUBT
    heading = Text.assemble((printable(of.heading), f"{_NAME} {style}"))
    if of.candidates:
        heading.append(f": {_candidates(of.candidates)}", style=style)
    return heading


def _candidates(candidates: Candidates) -> str:
    return "perhaps " + ", ".join(f"{printable(voice.speaker.name)} {score:.2f}" for voice, score in candidates)


def _statements(group: Group, numbers: int, document: Document | None) -> Iterator[_Line]:
    yield _Line()
    yield _Line(_heading(group))
    for entry in group.entries:
        # Statements of the group's speaker stand at its left edge; what they quote is set in, under its own heading.
        indent = " " * (2 * (entry.depth - group.entries[0].depth))
        if indent:
            yield _Line(_heading(entry), gutter=f"  {indent}")
        identifier = printable(entry.statement.id)
        yield _Line(_said(entry, document), gutter=f"  {indent}{identifier:<{numbers}} {entry.statement.kind:<9} ")


def _said(entry: Entry, document: Document | None) -> Text:
    text = Text()
    if entry.statement.negated:
        text.append("NOT SAID ", style=f"bold {_DOUBT}")
    for piece in entry.pieces:
        words = printable(piece.words)
        text.append_text(Text(f"[{words}]", style=_TOLD) if piece.role == "told" else _quoted(words, entry)).append(" ")
    text.append(f"({_aside(entry)})", style=_SIDE)
    if document:
        for span in entry.statement.content:
            text.append(f"\n{place(document, span)}", style=_SIDE)
    return text


def _quoted(words: str, entry: Entry) -> Text:
    """Words of a statement; all of a direct one is quoted, and what stands in marks of another."""
    if entry.statement.kind == "direct":
        return Text(words, style=_QUOTED)
    text = Text(words)
    for quotation in quotations(words):
        text.stylize(_QUOTED, quotation.span.start, quotation.span.end)
    return text


def _aside(entry: Entry) -> str:
    first, *others = entry.pages or (None,)
    pages = f"pp.{first}-{others[-1]}, " if others else f"p.{first}, " if first else ""
    return f"{pages}{entry.statement.confidence:.2f}"
