"""Shell completion: the scripts are printed, and the shells accept and use them."""

import shutil
import subprocess

import pytest

from onrecord.cli.main import cli


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_is_for_that_shell_and_asks_this_program(run, shell):
    shown = run("completion", shell).stdout
    assert f"_ONRECORD_COMPLETE={shell}_complete" in shown


def test_bash_accepts_the_script(run):
    script = run("completion", "bash").stdout
    done = subprocess.run([shutil.which("bash"), "-n"], input=script, text=True, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("onrecord ", set(cli.commands)),
        ("onrecord read --ht", {"--html"}),
        ("onrecord sc", {"schema"}),
        ("onrecord check --only parts", {"parts-exceed-total", "parts-do-not-add-up"}),
        ("onrecord check --off weekday", {"weekday-date"}),
        ("onrecord read --model f", {"f", "fast"}),
    ],
)
def test_commands_and_options_are_offered(spawn, words, offered):
    asked = {"_ONRECORD_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(words.count(" "))}
    lines = spawn(env=asked).stdout.decode().splitlines()
    assert {line.split(",")[1] for line in lines} == offered


def test_an_unknown_shell_is_not_understood(run):
    assert run("completion", "tcsh").exit_code == 2
