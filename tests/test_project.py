"""The project as it is handed on: pinned environments, the set-up scripts, what is packed, who may import whom."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest

from onrecord.flow import flow
from onrecord.reading.read import read
from tools.make_examples import EXAMPLES, NOTE, NOTED, PRINTED, seminar

ROOT = Path(__file__).parents[1]
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text())
LOCK: dict[str, Any] = tomllib.loads((ROOT / "uv.lock").read_text())
REQUIREMENTS = sorted((ROOT / "requirements").glob("*.txt"))
SCRIPTS = [ROOT / "tools" / "bootstrap", ROOT / "tools" / "system", ROOT / ".ci" / "run"]
_PIN = re.compile(r"^([\w.-]+)==(\S+)", re.MULTILINE)


def _run(*command: str | Path, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    merged = {**os.environ, **environment}
    return subprocess.run(command, cwd=cwd, env=merged, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False)


def _name(requirement: str) -> str:
    match = re.match(r"[\w.-]+", requirement)
    assert match
    return re.sub(r"[-_.]+", "-", match[0]).lower()


# ---- pins


def test_every_dependency_is_locked() -> None:
    (own,) = (package for package in LOCK["package"] if package["name"] == "onrecord")
    locked = {entry["name"] for entry in own["metadata"]["requires-dist"]}
    for group in own["metadata"]["requires-dev"].values():
        locked |= {entry["name"] for entry in group}
    wanted = [*PROJECT["project"]["dependencies"]]
    for group in (*PROJECT["project"]["optional-dependencies"].values(), *PROJECT["dependency-groups"].values()):
        wanted += group
    assert {_name(requirement) for requirement in wanted} - locked == set(), "run: make lock"


def test_pip_gets_the_versions_that_uv_gets() -> None:
    locked = {(package["name"], package["version"]) for package in LOCK["package"] if "version" in package}
    for file in REQUIREMENTS:
        assert set(_PIN.findall(file.read_text())) <= locked, f"{file.name}: run make lock"


def test_each_list_of_pins_holds_what_it_is_for() -> None:
    pins = {file.name: {name for name, _ in _PIN.findall(file.read_text())} for file in REQUIREMENTS}
    run = {_name(requirement) for requirement in PROJECT["project"]["dependencies"]}
    train = {_name(requirement) for requirement in PROJECT["project"]["optional-dependencies"]["train"]}
    groups = (PROJECT["dependency-groups"][name] for name in PROJECT["tool"]["uv"]["default-groups"])
    dev = {_name(requirement) for group in groups for requirement in group}
    assert run <= pins["run.txt"] <= pins["dev.txt"]
    assert dev <= pins["dev.txt"]
    assert train <= pins["train.txt"]


def test_what_runs_needs_no_torch() -> None:
    assert not any("torch" in (ROOT / "requirements" / name).read_text() for name in ("run.txt", "dev.txt"))


def test_what_runs_needs_no_ray() -> None:
    assert "ray" not in {name for name, _ in _PIN.findall((ROOT / "requirements" / "run.txt").read_text())}


def test_packages_come_from_the_public_index() -> None:
    hosts = set(re.findall(r"https?://([^/\"]+)", (ROOT / "uv.lock").read_text()))
    assert hosts <= {"pypi.org", "files.pythonhosted.org"}
    assert not any(re.search(r"https?://|file:", file.read_text()) for file in REQUIREMENTS)


# ---- set-up


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_scripts_are_sound_shell_and_may_be_run(script: Path) -> None:
    assert os.access(script, os.X_OK)
    assert _run("bash" if "bash" in script.read_text().splitlines()[0] else "sh", "-n", script).returncode == 0


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """As much of the project as the set-up reads, in a folder with an awkward name."""
    folder = tmp_path / "a folder's name (2)"
    (folder / "tools").mkdir(parents=True)
    (folder / "requirements").mkdir()
    for name in ("pyproject.toml", "uv.lock", "tools/bootstrap", *(f"requirements/{file.name}" for file in REQUIREMENTS)):
        shutil.copy(ROOT / name, folder / name)
    return folder


@pytest.fixture
def programs(tmp_path: Path) -> Path:
    """A folder of programs to be the whole PATH: the plain tools that the scripts use, and what a test puts beside them."""
    folder = tmp_path / "programs"
    folder.mkdir()
    for name in ("sh", "bash", "dirname", "cat", "cksum", "mkdir", "ln", "chmod", "id"):
        found = shutil.which(name)
        assert found
        (folder / name).symlink_to(found)
    return folder


def _program(folder: Path, name: str, script: str) -> None:
    # In place of the link, never through it: behind it is the machine's own program.
    (folder / name).unlink(missing_ok=True)
    (folder / name).write_text(f"#!/bin/sh\n{script}\n")
    (folder / name).chmod(0o755)


def _bootstrap(clone: Path, programs: Path, what: str = "run") -> subprocess.CompletedProcess[str]:
    return _run(clone / "tools" / "bootstrap", what, cwd=clone, PATH=str(programs), PYTHON="")


def test_a_python_too_old_is_said(clone: Path, programs: Path) -> None:
    _program(programs, "python3", '[ "$1" = --version ] && echo Python 3.9.2; exit 1')
    done = _bootstrap(clone, programs)
    assert done.returncode == 1
    assert "Python 3.11 or newer is needed" in done.stderr
    assert "Python 3.9.2" in done.stderr


def test_no_python_at_all_is_said(clone: Path, programs: Path) -> None:
    done = _bootstrap(clone, programs)
    assert done.returncode == 1
    assert "Python 3.11 or newer is needed" in done.stderr


def test_a_python_without_ensurepip_is_told_what_mends_it(clone: Path, programs: Path) -> None:
    _program(programs, "python3", 'case "$2" in *ensurepip*) exit 1;; esac')
    done = _bootstrap(clone, programs)
    assert done.returncode == 1
    assert "apt-get install python3-venv" in done.stderr


_MAKES_AN_ENVIRONMENT = 'echo "$@" >> "$CALLS"; mkdir -p .venv/bin; ln -sf "$(command -v sh)" .venv/bin/python'


def test_a_second_run_installs_nothing_until_something_changes(
    clone: Path, programs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = tmp_path / "calls"
    monkeypatch.setenv("CALLS", str(calls))
    _program(programs, "uv", _MAKES_AN_ENVIRONMENT)
    for _ in range(2):
        assert _bootstrap(clone, programs).returncode == 0
    assert len(calls.read_text().splitlines()) == 1
    (clone / "pyproject.toml").write_text((clone / "pyproject.toml").read_text() + "\n")
    _bootstrap(clone, programs)
    assert len(calls.read_text().splitlines()) == 2
    moved = clone.rename(clone.with_name("moved"))
    _bootstrap(moved, programs)
    assert len(calls.read_text().splitlines()) == 3


def test_what_the_tests_need_is_enough_for_the_demo(
    clone: Path, programs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = tmp_path / "calls"
    monkeypatch.setenv("CALLS", str(calls))
    _program(programs, "uv", _MAKES_AN_ENVIRONMENT)
    for what in ("dev", "run"):
        assert _bootstrap(clone, programs, what).returncode == 0
    assert calls.read_text().splitlines() == ["sync --quiet --frozen --inexact"]


def test_a_failed_installation_is_not_taken_for_one(clone: Path, programs: Path) -> None:
    _program(programs, "uv", "exit 3")
    assert _bootstrap(clone, programs).returncode != 0
    assert _bootstrap(clone, programs).returncode != 0


def test_missing_programs_are_named_with_the_command_that_brings_them(programs: Path) -> None:
    _program(programs, "id", "echo 1000")
    _program(programs, "apt-get", "exit 100")
    done = _run(ROOT / "tools" / "system", PATH=str(programs))
    assert done.returncode == 1
    assert "apt-get install -y --no-install-recommends chromium tesseract-ocr jq" in done.stderr


# ---- make


def test_every_target_says_what_it_does() -> None:
    makefile = (ROOT / "Makefile").read_text()
    (phony,) = re.findall(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    listed = _run("make", "--no-print-directory", MAKEFLAGS="").stdout
    assert set(phony.split()) == {line.split()[0] for line in listed.splitlines()}


def test_targets_named_in_the_documentation_exist() -> None:
    (phony,) = re.findall(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text(), re.MULTILINE)
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]
    named = {name for page in pages for name in re.findall(r"`make (\w+)", page.read_text())}
    assert named <= set(phony.split())


def test_continuous_integration_runs_the_tests_as_everybody_does() -> None:
    commands = [
        line for line in (ROOT / ".ci" / "run").read_text().splitlines() if line and not line.startswith(("#", "set", "cd"))
    ]
    assert commands == ["exec make test"]


def test_notes_for_the_changelog_can_be_put_together() -> None:
    done = _run(sys.executable, "-m", "towncrier", "build", "--draft", "--version", "0")
    assert done.returncode == 0, done.stderr
    kinds = {kind["directory"] for kind in PROJECT["tool"]["towncrier"]["type"]}
    for note in (ROOT / "changelog.d").glob("*.md"):
        assert re.fullmatch(rf"(\d+|\+[\w-]+)\.({'|'.join(kinds)})(\.\d+)?\.md", note.name), note.name


# ---- every Python that is supported


def test_no_pattern_repeats_a_group_possessively() -> None:
    # Before 3.11.5, Debian 12's Python among them, such patterns fail to match (https://github.com/python/cpython/issues/106052).
    for file in (ROOT / "src").rglob("*.py"):
        assert not re.search(r"\)(?:[*+?]|\{[\d,]+\})\+", file.read_text()), file


# ---- layers


def test_data_flows_one_way() -> None:
    done = _run(Path(sys.executable).with_name("lint-imports"), "--no-cache")
    assert done.returncode == 0, done.stdout


# ---- what is packed


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist, and the wheel made from it."""
    folder = tmp_path_factory.mktemp("built")
    sdist = _run(sys.executable, "-m", "hatchling", "build", "--target", "sdist", "--directory", folder)
    assert sdist.returncode == 0, sdist.stderr
    (archive,) = folder.glob("*.tar.gz")
    # Filters came with Python 3.11.4, and later releases ask for one.
    with tarfile.open(archive) as tar:
        if hasattr(tarfile, "data_filter"):
            tar.extraction_filter = tarfile.data_filter
        tar.extractall(folder / "unpacked")  # noqa: S202 - we made it ourselves a moment ago
    (source,) = (folder / "unpacked").iterdir()
    wheel = _run(sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder, cwd=source)
    assert wheel.returncode == 0, wheel.stderr
    return folder


def test_the_wheel_holds_every_file_of_the_package(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    package = ROOT / "src" / "onrecord"
    files = {file.relative_to(package.parent).as_posix() for file in package.rglob("*") if file.is_file()}
    assert {name for name in files if "__pycache__" not in name} <= names
    assert "onrecord/py.typed" in names
    assert {"LICENSE", "NOTICE"} <= {Path(name).name for name in names if "dist-info/licenses" in name}
    assert not [name for name in names if not name.startswith(("onrecord/", "onrecord-"))]


def test_the_sdist_holds_what_the_tests_need(built: Path) -> None:
    (source,) = (built / "unpacked").iterdir()
    for name in ("tests/test_project.py", "tools/bootstrap", "examples/seminar.pdf", "Makefile", "uv.lock", "docs/index.md"):
        assert (source / name).is_file(), name


def test_the_wheel_works_without_the_sources(built: Path, tmp_path: Path) -> None:
    (wheel,) = built.glob("*.whl")
    shutil.unpack_archive(wheel, tmp_path, "zip")
    start = "import onrecord, sys; from onrecord.cli.main import main; print(onrecord.__file__); main()"
    done = _run(sys.executable, "-c", start, "--version", cwd=tmp_path, PYTHONPATH=str(tmp_path))
    file, version = done.stdout.splitlines()
    assert Path(file).is_relative_to(tmp_path)
    assert re.fullmatch(r"onrecord \S+, model \S+@[0-9a-f]{12}", version)
    done = _run(
        sys.executable, "-c", start, "read", "--json", ROOT / "examples" / "seminar.pdf", cwd=tmp_path, PYTHONPATH=str(tmp_path)
    )
    assert done.returncode == 0, done.stderr
    assert "Henrike Aalto" in done.stdout


# ---- examples


def test_the_demonstration_report_is_its_manuscript_in_print(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", PRINTED)
    manuscript = (EXAMPLES / "seminar.md").read_text()
    printed = read((EXAMPLES / "seminar.pdf").read_bytes(), name="seminar.pdf")
    assert read(seminar(manuscript), name="seminar.pdf").text == printed.text
    words = flow(printed).text.replace(f"{NOTED}*", NOTED).strip().removesuffix(NOTE).split()
    assert words == re.sub(r"^#+ ", "", manuscript, flags=re.MULTILINE).split()
