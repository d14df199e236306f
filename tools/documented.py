"""The examples in README.md and docs/: run them, compare what they print, or write it in anew (`make examples`).

Three kinds of fenced block are examples:

- `console`: lines after `$ ` are commands for bash (`> ` continues one), the lines between are what they print, errors
  among it;
- `python`: run one after another in one session per page; a `text` block right behind one is what it prints;
- `json`: must be JSON.

Every page has a scratch folder of its own with `examples/` in it, a terminal 80 columns wide, and no colours. A line `...`
in what is printed stands for any number of lines. A `sh` block is a command to type once, such as an installation, and is
not run; `INSTALLING` says what may stand there.
"""

from __future__ import annotations

import difflib
import itertools
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
INSTALLING = ("pip install", "pipx install", "uv ", "apt-get install", "git clone", "cd ", "make", "sudo ", "eval ", "#")
_FENCE = re.compile(r"^(?P<indent> *)```(?P<kind>\w+)[^\n]*\n(?P<body>.*?)^(?P=indent)```$", re.MULTILINE | re.DOTALL)
_END = "\x1e"
# As the terminal shows it behind a statement's words, and as records and Python have it.
_CONFIDENCE = re.compile(r"(?<=[ (])(?:0\.\d\d|1\.00)(?=\)$)|(?<=\"confidence\": )(?:0\.\d+|1\.0)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: its kind, its text without indentation, and where that stands in the page."""

    kind: str
    body: str
    start: int
    end: int
    indent: str


@dataclass(frozen=True, slots=True)
class Output:
    """What an example says that it prints, and what it printed."""

    block: Block
    said: str
    printed: str

    @property
    def holds(self) -> bool:
        """Whether the two agree, `...` standing for any lines, and a confidence for another one.

        The arithmetic of the model rounds otherwise on processors of another kind.
        """
        said, printed = (_CONFIDENCE.sub("0.00", side) for side in (self.said, self.printed))
        pieces = re.split(r"^\.\.\.\n", said, flags=re.MULTILINE)
        return re.fullmatch(r"(?:.*\n)*?".join(map(re.escape, pieces)), printed) is not None

    @property
    def difference(self) -> str:
        """The two side by side, for a person."""
        return "\n".join(
            difflib.unified_diff(self.said.splitlines(), self.printed.splitlines(), "said", "printed", lineterm="")
        )


def pages() -> list[Path]:
    """Every page with examples."""
    return [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def blocks(text: str) -> list[Block]:
    """The fenced blocks of a page, in order."""
    found = []
    for match in _FENCE.finditer(text):
        body = re.sub(f"^{match['indent']}", "", match["body"], flags=re.MULTILINE)
        found.append(Block(match["kind"], body, match.start("body"), match.end("body"), match["indent"]))
    return found


def run(page: Path) -> list[Output]:
    """Run the examples of a page. Raises `SystemExit` with what went wrong where a Python example fails."""
    text = page.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as scratch:
        shutil.copytree(ROOT / "examples", Path(scratch) / "examples")
        return [*_consoles(text, Path(scratch)), *_pythons(text, Path(scratch))]


def commands(body: str) -> list[str]:
    """The commands of a console block, continued lines joined to them."""
    return [command for command, _ in _session(body)]


def _session(body: str) -> list[tuple[str, str]]:
    """Each command with what it is said to print."""
    steps = re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]
    pairs = []
    for step in steps:
        first, *others = step.splitlines(keepends=True)
        more = list(itertools.takewhile(lambda line: line.startswith("> "), others))
        command = "".join([first, *(line[2:] for line in more)])
        pairs.append((command.rstrip("\n"), "".join(others[len(more) :])))
    return pairs


def _consoles(text: str, scratch: Path) -> Iterator[Output]:
    for block in blocks(text):
        if block.kind == "console":
            session = _session(block.body)
            printed = _bash([command for command, _ in session], scratch)
            shown = [command.replace("\n", "\n> ") for command, _ in session]
            whole = "".join(f"$ {command}\n{out}" for command, out in zip(shown, printed, strict=True))
            yield Output(block, block.body, whole)


def _bash(lines: list[str], scratch: Path) -> list[str]:
    # A mark between the outputs, behind which `$?` is still that of the command.
    script = "".join(f"{line}\n__=$?; printf '{_END}'; (exit $__)\n" for line in lines)
    done = _call(["bash", "-c", script], scratch)
    return done.stdout.split(_END)[: len(lines)]


def _pythons(text: str, scratch: Path) -> list[Output]:
    found = blocks(text)
    codes = [block for block in found if block.kind == "python"]
    if not codes:
        return []
    script = scratch / "page.py"
    script.write_text("".join(f"{block.body}\nprint(end={_END!r}, flush=True)\n" for block in codes), encoding="utf-8")
    done = _call([sys.executable, script.name], scratch)
    if done.returncode:
        raise SystemExit(done.stdout)
    outputs = []
    for code, printed in zip(codes, done.stdout.split(_END), strict=False):
        after = next((block for block in found if block.start > code.end), None)
        if after and after.kind == "text" and not text[code.end : after.start].strip("` \n").removeprefix("text"):
            outputs.append(Output(after, after.body, printed))
        elif printed:
            raise SystemExit(f"this example prints what the page does not say:\n{code.body}\n{printed}")
    return outputs


def _call(command: list[str], scratch: Path) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    environment = {"PATH": path, "HOME": str(scratch), "LC_ALL": "C.UTF-8", "COLUMNS": "80", "NO_COLOR": "1"}
    return subprocess.run(
        command,
        cwd=scratch,
        env=environment,
        text=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=300,
        check=False,
    )


def write(page: Path) -> bool:
    """Put what the examples print in place of what the page says; whether anything changed."""
    text = page.read_text(encoding="utf-8")
    stale = [output for output in run(page) if not output.holds]
    for output in sorted(stale, key=lambda output: -output.block.start):
        body = re.sub(r"^(?=.)", output.block.indent, output.printed, flags=re.MULTILINE)
        text = text[: output.block.start] + body + text[output.block.end :]
    page.write_text(text, encoding="utf-8")
    return bool(stale)


def faults(page: Path) -> list[str]:
    """What does not hold on a page, in plain words."""
    text = page.read_text(encoding="utf-8")
    found = [output.difference for output in run(page) if not output.holds]
    for block in blocks(text):
        if block.kind == "json":
            try:
                json.loads(block.body)
            except ValueError as error:
                found.append(f"not JSON ({error}):\n{block.body}")
        if block.kind == "sh":
            found += [
                f"not run, though no installation: {line}"
                for line in block.body.splitlines()
                if not line.startswith(INSTALLING)
            ]
    return found


def main() -> None:
    """Say what does not hold; with `--write`, mend it."""
    bad = False
    for page in pages():
        name = page.relative_to(ROOT)
        if "--write" in sys.argv:
            print(f"{name}: {'written anew' if write(page) else 'as it was'}")
            continue
        for fault in faults(page):
            bad = True
            print(f"{name}:\n{fault}\n")
    sys.exit(bad)


if __name__ == "__main__":
    main()
