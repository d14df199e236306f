"""Ways to run the command: inside this process, for its words, and as a process of its own, for its exit code and pipes."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from specimen import specimen

from onrecord.cli.main import cli

COMMAND = [sys.executable, "-c", "from onrecord.cli.main import main; main()"]

REPORT = """Harbour Board hears of silt

“The dredging has been paid for twice,” said Ms. Ilse Brandt, chair of the Harbour Board of Port Velm.
She added that no ship of a deeper draught had called since March.
"""


@pytest.fixture
def command() -> list[str]:
    """The words that start `onrecord` as a process."""
    return COMMAND


@pytest.fixture
def run(tmp_path, monkeypatch) -> Callable[..., Result]:
    """Run `onrecord` with these arguments in an empty folder, inside this process."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    return lambda *arguments, **options: CliRunner().invoke(
        cli, [str(one) for one in arguments], prog_name="onrecord", **options
    )


@pytest.fixture
def spawn(tmp_path) -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Run `onrecord` with these arguments in an empty folder, as a process of its own."""

    def start(*arguments: object, **options: object) -> subprocess.CompletedProcess[bytes]:
        environment = {**os.environ, **options.pop("env", {})}
        given = {"cwd": tmp_path, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "timeout": 120, **options}
        return subprocess.run([*COMMAND, *map(str, arguments)], env=environment, check=False, **given)

    return start


@pytest.fixture
def report(tmp_path) -> Path:
    """A short report."""
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


@pytest.fixture
def record_file(tmp_path) -> Path:
    """A file with the specimen's record."""
    path = tmp_path / "record.json"
    path.write_text(specimen().to_json(), encoding="utf-8")
    return path
