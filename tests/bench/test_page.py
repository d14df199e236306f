from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from rich.table import Table

from bench.__main__ import main
from bench.page import Page
from bench.progress import watched

EXAMPLES = Path(__file__).parents[2] / "examples" / "gold"


def test_a_table_is_markdown_where_it_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    table = Table("name", title="scores")
    table.add_column("share", justify="right")
    table.add_row("  precision", "12.5")
    Page(markdown=True).table(table)
    assert capsys.readouterr().out.splitlines() == [
        "scores:",
        "",
        "| name | share |",
        "| --- | --: |",
        "| precision | 12.5 |",
        "",
    ]


def test_lines_keep_brackets_and_their_length(capsys: pytest.CaptureFixture[str]) -> None:
    line = "[by Ana Lima] " + "word " * 60
    Page().line(line)
    assert capsys.readouterr().out == line + "\n"


def test_progress_goes_to_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(watched([Path("a.json"), Path("b.json")])) == [Path("a.json"), Path("b.json")]
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == "1/2 a\n2/2 b\n"


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        (["--markdown", "gold", str(EXAMPLES), "--document", "harbour-news", "--errors", "1"], "| attributed-token F1 |"),
        (["gold", str(EXAMPLES), "--document", "harbour-news", "--json"], '"attributed-token F1": '),
        (["gold", str(EXAMPLES), "--half", "building", "--document", "harbour-news"], "documents"),
        (["--help"], "evenhanded"),
    ],
)
def test_commands_run(command: list[str], expected: str) -> None:
    result = CliRunner().invoke(main, command)
    assert result.exit_code == 0, result.output
    assert expected in result.output
