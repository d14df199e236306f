"""Makes `src/onrecord/speakers/continuation.json`: the weights by which speech without a cue is told from narration.

Two kinds of rows. Annotated: the sentences of a folder of gold documents that nobody is given by a cue, each marked as
continued speech or not. Made: in unlabelled reports, whose attributions the product's own model finds, a statement loses
its source and cue ("She added that the dam was safe." becomes "The dam was safe.") and is then continued speech with a known
speaker; the sentences without speech in reports that hold little of it are narration. Sentences of which neither is known
are left out.

    python -m training.continuation GOLD --reports REPORTS.jsonl --half building
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import click
import msgspec
import numpy as np

from bench.align import Alignment
from bench.gold import half
from onrecord.attribution.attribute import attribute
from onrecord.attribution.attribution import Attribution
from onrecord.flow import Flow, flow
from onrecord.reading.read import read
from onrecord.spans import Edit, Span, TextView
from onrecord.speakers.cast import Cast
from onrecord.speakers.census import take
from onrecord.speakers.continuation import probability
from onrecord.speakers.frames import frame_of
from onrecord.speakers.setting import Setting
from onrecord.speakers.telling import NAMES
from onrecord.speakers.walk import Candidate, Walk
from onrecord.speakers.who import settle

WEIGHTS = Path(__file__).parents[1] / "src" / "onrecord" / "speakers" / "continuation.json"
# A report where fewer sentences hold speech than this is told by its writer; one where more do is a report of speech.
_TOLD, _SPOKEN = 0.45, 0.3
# One annotated row counts as much as this many made ones.
_ANNOTATED = 10.0
_THRESHOLD = 0.55


@dataclass(frozen=True, slots=True)
class Row:
    """One sentence: its signs, whether it carries on a speaker's report, how much it counts, and the document."""

    signs: tuple[float, ...]
    continued: bool
    weight: float
    document: str


def read_text(text: str) -> Flow:
    """A plain text as the product reads it."""
    return flow(read(text.encode(), name="text", media_type="text/plain"))


def annotated(path: Path, attributions: Sequence[Attribution] | None = None) -> Iterator[Row]:
    """The rows of one gold document (`<id>.json` beside `<id>.txt`)."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    text = path.with_suffix(".txt").read_bytes().decode("utf-8")
    view = read_text(text)
    found = list(attribute(view) if attributions is None else attributions)
    alignment = Alignment.of(text, view.view.source)

    def place(piece: Sequence[int]) -> Span | None:
        carried = alignment.carry(Span(*piece))
        return view.view.map.to_view(Span(*carried)) if carried else None

    outer = [item for item in gold["statements"] if item["quoted_by"] is None]
    said = [place(piece) for item in outer for piece in item["content"]]
    continued = [place(piece) for item in outer if item["kind"] == "continued" for piece in item["content"]]
    for candidate in _walk(view, found):
        spans = continued if candidate.hosted else said
        candidate.taken = _covered(candidate.sentence, [span for span in spans if span])
        yield Row(candidate.signs, candidate.taken, _ANNOTATED, path.stem)


def _covered(sentence: Span, spans: Iterable[Span]) -> bool:
    return 2 * sum(len(sentence.part_in(span)) for span in spans) >= len(sentence)


def _walk(view: Flow, attributions: Sequence[Attribution]) -> Iterator[Candidate]:
    setting = Setting.of(view)
    cast = Cast.of(view.text, take(setting))
    return Walk(setting, cast, settle(setting, cast, attributions), frame_of(setting, cast)).candidates()


def made(name: str, text: str, attributions: Sequence[Attribution] | None = None) -> Iterator[Row]:
    """The rows that an unlabelled report gives."""
    view = read_text(text)
    found = list(attribute(view) if attributions is None else attributions)
    setting = Setting.of(view)
    # Meeting coverage is speech throughout, however few of its sentences have a cue.
    share = len({setting.sentence(a.content[0].start) for a in found}) / max(1, len(setting.sentences))
    people = Cast.of(view.text, take(setting)).people()
    if share < _TOLD and not any(party.bracket and party.name.isupper() for party in people):
        for candidate in _walk(view, found):
            yield Row(candidate.signs, False, 1.0, name)
    if share >= _SPOKEN:
        cut, kept, bare = without_cues(view, found, setting)
        for candidate in _walk(cut, kept):
            here = any(span.overlaps(candidate.sentence) for span in bare)
            candidate.taken = here or probability(candidate.signs) >= 0.5
            if here:
                yield Row(candidate.signs, True, 1.0, name)


def without_cues(view: Flow, found: Sequence[Attribution], setting: Setting) -> tuple[Flow, list[Attribution], list[Span]]:
    """The report with a part of its cues taken out, the attributions left, and where the bare statements stand."""
    bare = [index for index, a in enumerate(found) if _can_lose_cue(view.text, found, index, setting)]
    edits: list[Edit] = []
    for index in bare:
        sentence, content = setting.sentence_span(found[index].content[0].start), found[index].content[0]
        if content.start > sentence.start:
            edits.append(Edit(Span(sentence.start, content.start + 1), view.text[content.start].upper()))
        if content.end < sentence.end - 1:
            edits.append(Edit(Span(content.end, sentence.end - 1), ""))
    cut = TextView.of(view.text, edits)
    blocks = tuple(msgspec.structs.replace(block, span=cut.map.to_view(block.span)) for block in view.blocks)
    gone = set(bare)
    kept = [index for index in range(len(found)) if index not in gone]
    order = {index: number for number, index in enumerate(kept)}
    left = [_moved(found[index], cut, order) for index in kept]
    return Flow(cut, blocks), left, [cut.map.to_view(found[index].content[0]) for index in bare]


def _moved(attribution: Attribution, cut: TextView, order: dict[int, int]) -> Attribution:
    def move(span: Span | None) -> Span | None:
        return cut.map.to_view(span) if span else None

    return replace(
        attribution,
        source=move(attribution.source),
        cue=move(attribution.cue),
        content=tuple(cut.map.to_view(span) for span in attribution.content),
        within=order.get(attribution.within) if attribution.within is not None else None,
    )


def _can_lose_cue(text: str, found: Sequence[Attribution], index: int, setting: Setting) -> bool:
    """Whether the statement fills its sentence but for a source and a cue; half of those, drawn by their words."""
    a = found[index]
    if a.kind != "indirect" or a.within is not None or len(a.content) != 1 or a.cue is None or index == 0:
        return False
    sentence = setting.sentence_span(a.content[0].start)
    alone = sum(sentence.overlaps(span) for other in found for span in other.content) == 1
    fills = sentence.covers(a.content[0]) and 1.7 * len(a.content[0]) >= len(sentence) and text[sentence.end - 1] == "."
    drawn = hashlib.sha256(a.content[0].of(text).encode()).digest()[0] % 2 == 0
    return alone and fills and drawn and len(a.content[0]) > 25


def fit(rows: Sequence[Row], *, penalty: float = 4.0) -> dict[str, float]:
    """Weights of the signs by weighted logistic regression with a ridge penalty (Newton's steps)."""
    x = np.array([row.signs for row in rows])
    y = np.array([float(row.continued) for row in rows])
    w = np.array([row.weight for row in rows])
    beta, ridge = np.zeros(x.shape[1]), np.eye(x.shape[1]) * penalty
    ridge[0, 0] = 1e-3
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ beta))
        step = np.linalg.solve((x * (p * (1 - p) * w)[:, None]).T @ x + ridge, x.T @ ((p - y) * w) + ridge @ beta)
        beta -= step
        if np.abs(step).max() < 1e-7:
            break
    return {name: round(float(value), 4) for name, value in zip(NAMES, beta, strict=True)}


@click.command()
@click.argument("gold", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--reports", type=click.Path(exists=True, path_type=Path), help="JSON lines with a `text` each, unlabelled.")
@click.option("--half", "part", type=click.Choice(["building", "all"]), default="building", show_default=True)
@click.option("--out", type=click.Path(path_type=Path), default=WEIGHTS, show_default=True)
def main(gold: Path, reports: Path | None, part: str, out: Path) -> None:
    """Fit the weights and write them."""
    paths = [path for path in sorted(gold.glob("*.json")) if part == "all" or half(path.stem) == part]
    rows = [row for path in paths for row in annotated(path)]
    for number, line in enumerate(reports.read_text(encoding="utf-8").splitlines() if reports else []):
        rows += made(str(number), json.loads(line)["text"])
    positive = sum(row.continued for row in rows)
    print(f"{len(rows)} sentences, {positive} of them continued speech, from {len({row.document for row in rows})} documents")
    out.write_text(json.dumps({"threshold": _THRESHOLD, "weights": fit(rows)}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
