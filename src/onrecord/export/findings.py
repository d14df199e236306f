"""What does not fit in a record, as lines of a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from onrecord.export.place import place
from onrecord.export.plain import counted, printable
from onrecord.record import Finding, Record

__all__ = ["STYLES", "finding_lines", "print_findings"]

STYLES = {"error": "bold red", "warning": "yellow", "note": "cyan"}
_GUTTER = 10
_NARROWEST = 20


def print_findings(name: str, record: Record, console: Console, *, places: bool = False) -> None:
    """Write the findings of the input `name` to `console`; that there are none is said."""
    head = counted(len(record.findings), "finding") if record.findings else "nothing that does not fit"
    lines = [Text.assemble((printable(name), "bold"), f": {head}")]
    for gutter, body in finding_lines(record, places=places):
        for number, part in enumerate(body.wrap(console, max(_NARROWEST, console.width - _GUTTER))):
            whole = Text.assemble(Text(" " * _GUTTER) if number else gutter, part)
            whole.rstrip()
            lines.append(whole)
    console.print(Text("\n").join(lines), soft_wrap=True)


def finding_lines(record: Record, *, places: bool) -> Iterator[tuple[Text, Text]]:
    """Each finding as its severity and its message; the name of its check, and its pages, stand behind."""
    for finding in record.findings:
        gutter = Text(f"{finding.severity:<{_GUTTER}}", style=STYLES[finding.severity])
        body = Text(printable(finding.message))
        body.append(f" ({finding.check}{_pages(record, finding)})", style="dim")
        if places:
            for span in finding.spans:
                body.append(f"\n{place(record.document, span)}", style="dim")
        yield gutter, body


def _pages(record: Record, finding: Finding) -> str:
    found = {at.page for span in finding.spans for at in record.document.places(span) if at.page}
    return f", p.{', '.join(map(str, sorted(found)))}" if found else ""
