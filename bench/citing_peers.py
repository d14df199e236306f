"""`python -m bench citations FOLDER`: other citation finders on the same documents, beside the product.

eyecite and citeurl are the maintained ones on PyPI. They are made for the law of the United States and resolve to ids of their
own, so only what they find is compared: words that overlap a citation of the gold.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from rich.table import Table

from bench.citing import Citation, score_citations
from bench.counts import Counts
from bench.page import Page
from bench.progress import watched
from bench.readings import documents, from_gold
from onrecord.citations.cite import cite
from onrecord.flow import flow
from onrecord.reading.read import read

__all__ = ["PACKAGES", "measure", "show"]

PACKAGES = ("eyecite>=2.6", "citeurl>=11", "markdown")  # citeurl imports it without asking for it
_SCRIPT = Path(__file__).with_name("peer_citations.py")


def measure(folder: Path, python: Path) -> dict[str, Counts]:
    """Counts of every tool over all documents."""
    texts = {path: path.with_suffix(".txt").read_bytes().decode("utf-8") for path in documents(folder)}
    command = [str(python), str(_SCRIPT)]
    given = json.dumps({path.stem: text for path, text in texts.items()})
    done = subprocess.run(command, input=given, check=True, stdout=subprocess.PIPE, text=True)
    answer: dict[str, dict[str, list[list[int]]]] = json.loads(done.stdout)
    counts = {"onrecord": Counts(), **{tool: Counts() for tool in answer}}
    for path in watched(list(texts)):
        gold = from_gold(path)
        score_citations(counts["onrecord"], gold.citations, _ours(texts[path]))
        for tool, found in answer.items():
            theirs = tuple(Citation((start, end), ()) for start, end in found[path.stem])
            score_citations(counts[tool], gold.citations, theirs)
    return counts


def _ours(text: str) -> tuple[Citation, ...]:
    view = flow(read(text.encode(), name="text", media_type="text/plain"))
    homes = ((view.home(one.span), one) for one in cite(view))
    return tuple(Citation((span.start, span.end), (one.target,) if one.target else one.candidates) for span, one in homes)


def show(measured: dict[str, Counts], page: Page) -> None:
    """One row for each tool."""
    table = Table(title="citations found, per cent", title_justify="left")
    table.add_column("tool")
    for head in ("found", "precision", "recall", "F1"):
        table.add_column(head, justify="right")
    for tool, counts in measured.items():
        name = "references-found"
        values = counts.precision(name), counts.recall(name), counts.f1(name)
        cells = ("-" if value is None else f"{100 * value:.1f}" for value in values)
        table.add_row(tool, str(counts.predicted[name]), *cells)
    page.table(table)
