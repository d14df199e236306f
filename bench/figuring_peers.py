"""`python -m bench figures FOLDER`: quantulum3 on the same documents, beside the product.

quantulum3 is the maintained reader of quantities on PyPI. It reads every number, years and articles included, and neither
qualifiers nor parts; its classifier of units, an extra that pins an old scikit-learn, is left out.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from rich.table import Table

from bench.counts import Counts
from bench.figuring import Number, score_numbers
from bench.page import Page
from bench.progress import watched
from bench.readings import documents, from_gold
from onrecord.citations.cite import cite
from onrecord.figures.count import count
from onrecord.flow import flow
from onrecord.reading.read import read
from onrecord.scan import Scan

__all__ = ["PACKAGES", "measure", "show"]

PACKAGES = ("quantulum3>=0.10",)
_SCRIPT = Path(__file__).with_name("peer_quantities.py")


def measure(folder: Path, python: Path) -> dict[str, Counts]:
    """Counts of both tools over all documents."""
    texts = {path: path.with_suffix(".txt").read_bytes().decode("utf-8") for path in documents(folder)}
    given = json.dumps({path.stem: text for path, text in texts.items()})
    done = subprocess.run([str(python), str(_SCRIPT)], input=given, check=True, stdout=subprocess.PIPE, text=True)
    answer: dict[str, list[tuple[int, int, float, bool]]] = json.loads(done.stdout)
    counts = {"onrecord": Counts(), "quantulum3": Counts()}
    for path in watched(list(texts)):
        gold = from_gold(path).figures
        score_numbers(counts["onrecord"], gold, _ours(texts[path]))
        theirs = [
            Number((start, end), value, value, "exactly", "%" if share else None)
            for start, end, value, share in answer[path.stem]
        ]
        score_numbers(counts["quantulum3"], gold, theirs)
    return counts


def _ours(text: str) -> list[Number]:
    view = flow(read(text.encode(), name="text", media_type="text/plain"))
    found = count(Scan(view), references=cite(view))
    homes = [view.home(one.span) for one in found]
    return [
        Number((span.start, span.end), one.low, one.high, one.qualifier, one.unit)
        for span, one in zip(homes, found, strict=True)
    ]


def show(measured: dict[str, Counts], page: Page) -> None:
    """One row for each tool."""
    table = Table(title="figures found with their value, per cent", title_justify="left")
    table.add_column("tool")
    for head in ("found", "precision", "recall", "F1"):
        table.add_column(head, justify="right")
    for tool, counts in measured.items():
        values = counts.precision("figures"), counts.recall("figures"), counts.f1("figures")
        cells = ("-" if value is None else f"{100 * value:.1f}" for value in values)
        table.add_row(tool, str(counts.predicted["figures"]), *cells)
    page.table(table)
