"""Lines of a terminal that wrap beside their own indent, and entries of several lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.text import Text

__all__ = ["entry", "print_lines"]

# A column narrower than this cannot be read: a terminal that is narrower still wraps the words itself.
_NARROWEST = 20
_HANGING = 2


def print_lines(lines: Iterable[Text | str], console: Console) -> None:
    """Write lines, as wide as `console` is: those too long go on below, a little to the right of their indent."""
    for line in lines:
        console.print(Text("\n").join(_wrapped(line if isinstance(line, Text) else Text(line), console)), soft_wrap=True)


def _wrapped(line: Text, console: Console) -> Iterator[Text]:
    indent = len(line.plain) - len(line.plain.lstrip(" "))
    for number, part in enumerate(line[indent:].wrap(console, max(_NARROWEST, console.width - indent - _HANGING))):
        whole = Text.assemble(" " * (indent + _HANGING * bool(number)), part)
        whole.rstrip()
        yield whole


def entry(name: str, said: str, values: Iterable[str]) -> Iterator[Text | str]:
    """What a list is about, what is said of it, and its values, one below the other."""
    yield Text(f"  {name}", style="bold")
    if said:
        yield f"    {said}"
    yield from (f"    {line}" for value in values for line in value.splitlines())
