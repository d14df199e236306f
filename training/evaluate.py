"""Step `evaluate`: a model on the development parts, read by the code that ships.

Whole documents of PolNeAR's development part are compared with their first annotator, outer quotation marks and stops
trimmed. Where `polnear/cofenet-valid.jsonl` is there, so are CofeNet's items (Wang et al., COLING 2022): single passages of the
same documents, by words and untrimmed, as published figures are.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from onrecord.attribution.decoding import decode
from onrecord.attribution.encoder import Encoder, load
from training.errors import TrainingError
from training.measures import Scores, calibration, trimmed
from training.pieces import ROLES, CharacterSpan
from training.polnear import read_documents
from training.progress import say
from training.reader import linked
from training.recipe import Recipe
from training.store import replace_file

UNTOKENISED = {"``": '"', "''": '"', "`": "'", "-LRB-": "(", "-RRB-": ")"}


@dataclass
class Measured:
    """What a model scored on one set; `confident` pairs each span's confidence with whether it was exactly right.

    `whole` documents are trimmed, and their spans are linked; single passages are neither.
    """

    whole: bool
    scores: Scores = field(default_factory=Scores)
    confident: list[tuple[float, bool]] = field(default_factory=list)
    words: int = 0
    seconds: float = 0.0

    def figures(self) -> dict[str, Any]:
        """Everything measured, rounded, in a form that JSON can hold."""
        by_role = {
            f"{role} {measure}": [round(x, 2) for x in (score.precision, score.recall, score.f1)]
            for (role, measure), score in self.scores.by_role.items()
        }
        triples = [round(x, 2) for x in (self.scores.triples.precision, self.scores.triples.recall, self.scores.triples.f1)]
        return {
            **by_role,
            **({"triples": triples} if self.whole else {}),
            "calibration error": round(calibration(self.confident), 2),
            "words": self.words,
            "words per second": round(self.words / max(self.seconds, 1e-9)),
        }


def passages(path: Path) -> Iterator[tuple[str, list[CharacterSpan]]]:
    """CofeNet's items: the tokens joined by spaces, and their labels as spans, each an event of its own."""
    for line in path.read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        words = [UNTOKENISED.get(word, word) for word in item["tokens"]]
        starts = [0]
        for word in words:
            starts.append(starts[-1] + len(word) + 1)
        yield " ".join(words), spans_of(item["labels"], starts)


def spans_of(labels: list[str], starts: list[int]) -> list[CharacterSpan]:
    """Spans of BIO labels over words that begin at `starts`, which has one more place for the end."""
    spans: list[CharacterSpan] = []
    for number, label in enumerate(labels):
        prefix, _, role = label.partition("-")
        end = starts[number + 1] - 1
        if prefix == "I" and spans and spans[-1][2] == starts[number] - 1 and ROLES[spans[-1][0]] == role:
            spans[-1] = (*spans[-1][:2], end, spans[-1][3])
        elif prefix != "O":
            spans.append((ROLES.index(role), starts[number], end, number))
    return spans


def read_spans(encoder: Encoder, text: str) -> tuple[list[CharacterSpan], list[float]]:
    """The linked spans that a model finds, and its confidence in each."""
    tagged = encoder.tag(text)
    spans = [(s.role, tagged.pieces[s.start].start, tagged.pieces[s.end - 1].end, s.event) for s in linked(tagged)]
    return spans, [found.confidence for found in decode(tagged, encoder.config.labels)]


def measure(encoder: Encoder, texts: list[tuple[str, list[CharacterSpan]]], *, whole: bool) -> Measured:
    """Read every text and compare."""
    out = Measured(whole)
    for text, gold in texts:
        began = time.perf_counter()
        spans, confidences = read_spans(encoder, text)
        out.seconds += time.perf_counter() - began
        out.words += len(text.split())
        out.scores.add(text, spans, gold, trim=whole)
        right = {trimmed(text, span)[:3] for span in gold}
        out.confident += [
            (confidence, trimmed(text, span)[:3] in right) for span, confidence in zip(spans, confidences, strict=True)
        ]
    return out


def forms_of(name: str, work: Path) -> dict[str, Path]:
    """The folders of a model as exported, in float32 and in int8; or of the finished model whose folder is `name`."""
    if (Path(name) / "model.onnx").exists():
        return {"int8": Path(name)}
    exported = work / "export" / name
    forms = {form: exported / form for form in ("float", "int8") if (exported / form / "model.onnx").exists()}
    if not forms:
        raise TrainingError(f"{name}: nothing is exported under {exported}")
    return forms


def sets(corpora: Path) -> dict[str, bool]:
    """The development sets that there are, and whether they are whole documents."""
    items = (corpora / "polnear" / "cofenet-valid.jsonl").exists()
    return {"documents": True, **({"items": False} if items else {})}


def texts_of(corpora: Path, part: str) -> list[tuple[str, list[CharacterSpan]]]:
    """The texts of a set with their spans."""
    if part == "items":
        return list(passages(corpora / "polnear" / "cofenet-valid.jsonl"))
    return [(d.text, list(d.readings[0])) for d in read_documents(corpora / "polnear" / "dev")]


def figures_of(folder: Path, corpora: Path, part: str, *, whole: bool) -> dict[str, Any]:
    """What the model in `folder` scores on one set."""
    return measure(load(str(folder)), texts_of(corpora, part), whole=whole).figures()


def evaluate(recipe: Recipe, names: Sequence[str], corpora: Path, work: Path) -> None:
    """Measure models in every form, a form and set to a core; print, and keep `work/figures/NAME.json` for the cards."""
    with ProcessPoolExecutor(os.cpu_count(), multiprocessing.get_context("spawn")) as pool:
        waiting = {
            name: {
                (form, part): pool.submit(figures_of, folder, corpora, part, whole=whole)
                for form, folder in forms_of(name, work).items()
                for part, whole in sets(corpora).items()
            }
            for name in names
        }
        for name, parts in waiting.items():
            figures = {key: figures.result() for key, figures in parts.items()}
            for (form, part), measured in figures.items():
                say(f"evaluate {name}, {form}, {part}: {summary(measured)}")
            keep(recipe, name, {f"{form}, {part}": measured for (form, part), measured in figures.items()}, work)


def summary(measured: dict[str, Any]) -> str:
    """The figures that matter most, in a line."""
    f1 = " / ".join(f"{measured[f'{role} exact'][2]:.1f}" for role in ROLES)
    linked_f1 = f", triples {measured['triples'][2]:.1f}" if "triples" in measured else ""
    return f"exact F1 of source / cue / content {f1}{linked_f1}, {measured['words per second']} words/s"


def keep(recipe: Recipe, name: str, figures: dict[str, dict[str, Any]], work: Path) -> None:
    """Write the figures of the model `name` and the settings behind them."""
    target = work / "figures" / f"{Path(name).name}.json"
    part_file = replace_file(target)
    part_file.write_text(json.dumps({"figures": figures, "recipe": recipe_of(recipe, name)}, indent=1) + "\n", "utf-8")
    part_file.replace(target)


def recipe_of(recipe: Recipe, name: str) -> dict[str, Any] | None:
    """The settings behind the figures; None for a model that the recipe does not make."""
    return asdict(recipe.model(name)) if name in recipe.names() else None
