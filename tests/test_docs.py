"""README and docs hold: every example prints what the page says, and nothing public is left out."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

import onrecord
from onrecord import errors
from onrecord.cli.main import cli
from onrecord.record import SCHEMA, json_schema
from tools.documented import ROOT, blocks, commands, faults, pages

DOCS = ROOT / "docs"
REFERENCE = DOCS / "reference"
_ROW = re.compile(r"^\| `(\w+)` \|", re.MULTILINE)


@pytest.mark.parametrize("page", pages(), ids=lambda page: str(page.relative_to(ROOT)))
def test_every_example_prints_what_the_page_says(page: Path) -> None:
    if found := faults(page):
        pytest.fail("\n".join(["`make examples` writes down what the examples print:", *found]), pytrace=False)


def test_examples_are_found_and_compared() -> None:
    assert sum(block.kind in {"console", "python"} for page in pages() for block in blocks(page.read_text())) > 20


@pytest.mark.parametrize(
    ("said", "holds"),
    [
        ("one\ntwo\nthree\n", True),
        ("one\n...\n", True),
        ("...\nthree\n", True),
        ("one\n...\nthree\n", True),
        ("one\ntwo\n", False),
        ("one\n...\ntwo\n", False),
        ("one\nTwo\nthree\n", False),
        ("", False),
    ],
)
def test_an_ellipsis_stands_for_whole_lines_and_nothing_else_is_let_pass(
    said: str, holds: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"```console\n$ printf 'one\\ntwo\\nthree\\n'\n{said}```\n")
    assert (faults(page) == []) is holds


@pytest.mark.parametrize(
    ("said", "holds"), [("wet (0.93)", True), ('"confidence": 0.8', True), ("wet (1.93)", False), ("wet (0.9", False)]
)
def test_confidences_may_differ_between_processors_and_no_other_number(
    said: str, holds: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "page.md"
    printed = '"confidence": 0.91' if "confidence" in said else "wet (0.91)"
    page.write_text(f"```console\n$ echo '{printed}'\n{said}\n```\n")
    assert (faults(page) == []) is holds


def test_a_python_example_that_fails_or_prints_unsaid_words_is_a_fault(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    for code in ("print('unsaid')", "raise ValueError"):
        page.write_text(f"```python\n{code}\n```\n")
        with pytest.raises(SystemExit):
            faults(page)


def _paths(command: click.Command, path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    yield path
    if isinstance(command, click.Group):
        for name, inner in command.commands.items():
            yield from _paths(inner, (*path, name))


def test_every_command_is_documented_with_its_help() -> None:
    page = (REFERENCE / "command-line.md").read_text()
    shown = {line for block in blocks(page) if block.kind == "console" for line in commands(block.body)}
    helped = {line for line in shown if line.endswith(" --help")}
    assert helped == {f"{' '.join(path)} --help" for path in _paths(cli, ("onrecord",))}


def test_every_option_is_explained() -> None:
    options = [
        (path, parameter)
        for path in _paths(cli, ("onrecord",))
        for parameter in _command(path).params
        if isinstance(parameter, click.Option)
    ]
    assert [path for path, option in options if not option.help] == []


def _command(path: tuple[str, ...]) -> click.Command:
    command: click.Command = cli
    for name in path[1:]:
        assert isinstance(command, click.Group)
        command = command.commands[name]
    return command


def test_every_exit_code_is_in_the_reference() -> None:
    page = (REFERENCE / "errors.md").read_text()
    help_text = cli.get_help(click.Context(cli))
    for code in re.findall(r"^ +(\d+) {2,}\S", help_text, re.MULTILINE):
        assert f"| {code} |" in page


def test_every_public_name_is_in_the_python_reference() -> None:
    page = (REFERENCE / "python.md").read_text()
    assert set(re.findall(r"^::: [\w.]+\.(\w+)$", page, re.MULTILINE)) == set(onrecord.__all__)


def test_every_error_is_in_the_reference_as_in_the_code() -> None:
    assert errors.__doc__
    tree = errors.__doc__.partition("\n\n")[2].strip()
    assert tree in (REFERENCE / "errors.md").read_text()


def test_every_field_of_the_record_is_in_the_reference_in_order() -> None:
    sections = re.split(r"^## (\w+)$", (REFERENCE / "record.md").read_text(), flags=re.MULTILINE)[1:]
    documented = {name: _ROW.findall(text) for name, text in zip(sections[::2], sections[1::2], strict=True)}
    shapes = json_schema()["$defs"]
    assert documented == {name: list(shape["properties"]) for name, shape in shapes.items() if shape["type"] == "object"}


def test_the_published_schema_is_that_of_the_code() -> None:
    name = SCHEMA.replace("/", "-") + ".schema.json"
    published = json.loads((REFERENCE / name).read_text())
    assert published == json_schema(), f"run: onrecord schema > docs/reference/{name}"


def test_every_picture_is_there_and_says_what_it_shows() -> None:
    for page in pages():
        for words, target in re.findall(r"!\[(.*?)\]\((.*?)\)", page.read_text(), re.DOTALL):
            assert words.strip(), f"{page}: {target} needs words for those who cannot see it"
            assert (page.parent / target).is_file()


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_links_of_pages_outside_the_site_lead_somewhere(name: str) -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", (ROOT / name).read_text()):
        assert (ROOT / target).exists(), target


def test_the_site_builds_without_a_warning_and_asks_no_other_host(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    for page in tmp_path.rglob("*.html"):
        loaded = re.findall(r"<(?:script|img|link rel=\"stylesheet\")[^>]*?(?:src|href)=\"(https?:[^\"]*)", page.read_text())
        assert loaded == []
