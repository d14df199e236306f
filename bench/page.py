"""Where results go: the terminal, or Markdown for `docs/benchmarks.md`."""

from __future__ import annotations

import click
from rich.console import Console
from rich.table import Table

__all__ = ["Page"]


class Page:
    """Prints tables and lines; with `markdown`, tables as Markdown has them."""

    def __init__(self, *, markdown: bool = False) -> None:
        self.markdown = markdown
        terminal = Console()
        # Without a terminal as wide as the tables need.
        self._console = terminal if terminal.is_terminal else Console(width=170)

    def table(self, table: Table) -> None:
        """Print a table."""
        if self.markdown:
            click.echo(_markdown(table))
        else:
            self._console.print(table)

    def line(self, text: str = "", *, strong: bool = False) -> None:
        """Print a line as it stands."""
        style = "bold" if strong else None
        self._console.print(text, markup=False, highlight=False, soft_wrap=True, style=style)


def _markdown(table: Table) -> str:
    heads = [str(column.header) for column in table.columns]
    marks = ["--:" if column.justify == "right" else "---" for column in table.columns]
    rows = zip(*(column.cells for column in table.columns), strict=True)
    lines = [heads, marks, *([str(cell) for cell in row] for row in rows)]
    title = f"{table.title}:\n\n" if table.title else ""
    return title + "\n".join(f"| {' | '.join(cell.strip() for cell in line)} |" for line in lines) + "\n"
