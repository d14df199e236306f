"""The command as a whole: its help, what it costs to start, and what it says when something goes wrong."""

import re
import subprocess
import sys

import click
import pytest

from onrecord import __version__
from onrecord.cli import main as module
from onrecord.cli.guard import GuardedGroup
from onrecord.errors import ModelError

HEAVY = {
    "onnxruntime",
    "numpy",
    "tokenizers",
    "rich",
    "jinja2",
    "msgspec",
    "lxml",
    "trafilatura",
    "pypdfium2",
    "onrecord.record",
}


def loaded(*arguments: str) -> set[str]:
    """The modules that `onrecord` with these arguments has loaded when it ends."""
    program = (
        "import sys\nfrom onrecord.cli.main import cli\n"
        f"try:\n    cli({list(arguments)!r})\nfinally:\n    print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(done.stderr.split())


@pytest.mark.parametrize("arguments", [["--help"], ["read", "--help"], ["show", "--help"], ["verify", "--help"]])
def test_help_loads_nothing_heavy(arguments):
    assert loaded(*arguments) & HEAVY == set()


def test_the_version_names_the_model_and_does_not_load_it(run):
    shown = run("--version").output
    assert re.fullmatch(rf"onrecord {re.escape(__version__)}, model attribution-en@[0-9a-f]{{12}}\n", shown)
    assert "onnxruntime" not in loaded("--version")


def test_every_command_and_every_option_is_helped(run):
    for name, command in module.cli.commands.items():
        shown = run(name, "--help").output
        assert command.help, name
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                assert parameter.help, f"{name} {parameter.name}"
                assert parameter.opts[0] in shown


@pytest.mark.parametrize("code", ["0", "1", "2", "70", "130", "141"])
def test_every_exit_code_is_documented(run, code):
    assert re.search(rf"^ +{code} +\w", run("--help").output, re.MULTILINE)


@pytest.mark.parametrize(
    "arguments", [["raed"], ["read"], ["read", "--workers", "0", "x"], ["verify", "none.json"], ["--nonsense"]]
)
def test_a_command_that_is_not_understood_ends_with_2(run, arguments):
    done = run(*arguments)
    assert done.exit_code == 2
    assert "Usage: onrecord" in done.stderr


def failing(error: BaseException) -> GuardedGroup:
    """A program with the command `fail`, which raises the error."""

    @click.group(cls=GuardedGroup)
    @click.option("--debug", is_flag=True)
    def program(debug: bool) -> None:
        """Nothing."""

    @program.command()
    def fail() -> None:
        raise error

    return program


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (ModelError("there is no model"), 1, "onrecord: there is no model\n"),
        (FileNotFoundError(2, "No such file or directory", "a.json"), 1, "onrecord: a.json: No such file or directory\n"),
        (PermissionError(13, "Permission denied", b"\xff.json"), 1, "onrecord: \ufffd.json: Permission denied\n"),
        (KeyboardInterrupt(), 130, "onrecord: interrupted\n"),
        (BrokenPipeError(), 141, ""),
    ],
)
def test_errors_are_said_in_one_line(error, code, said):
    from click.testing import CliRunner

    done = CliRunner().invoke(failing(error), ["fail"])
    assert (done.exit_code, done.stderr.strip("\n"), done.stdout) == (code, said.strip("\n"), "")


@pytest.mark.parametrize("debug", [False, True])
def test_a_fault_of_the_program_is_one_line_and_with_debug_its_traceback(debug):
    from click.testing import CliRunner

    done = CliRunner().invoke(failing(ZeroDivisionError("oops")), [*(["--debug"] if debug else []), "fail"])
    assert done.exit_code == 70
    assert "a fault of onrecord itself (ZeroDivisionError at test_main.py:" in done.stderr
    assert "Please report it" in done.stderr
    assert ("Traceback" in done.stderr) == debug
    assert len(done.stderr.splitlines()) == 1 or debug
