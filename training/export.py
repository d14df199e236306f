"""Step `export`: a fitted tagger as the one ONNX file that ships, with its `config.json` and `tokenizer.json`.

Weights become int8, one scale per output channel, in seven of the eight bits (`reduce_range`): processors without VNNI
add pairs of products in 16 bits, which eight would overflow, and a record must not depend on the processor. The heads and the
relative position bias are small and stay in float32.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import warnings
from pathlib import Path

import torch
from torch import Tensor, nn

from training.progress import say
from training.reader import INPUTS, OUTPUTS, model_config
from training.recipe import Recipe
from training.tagger import Tagger
from training.teacher import load_tagger

OPSET = 17


class Exported(nn.Module):
    """A tagger with the outputs of the file."""

    def __init__(self, tagger: Tagger) -> None:
        super().__init__()
        self.tagger = tagger

    def forward(self, input_ids: Tensor, attention_mask: Tensor, shapes: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        answer = self.tagger(input_ids, attention_mask, shapes)
        return torch.log_softmax(answer.tags, -1), answer.query, answer.key


def write_float(tagger: Tagger, path: Path) -> None:
    """The tagger as ONNX in float32, any number of windows of any length."""
    sample = torch.ones((2, 16), dtype=torch.long)
    sample[0, 9:] = 0
    with warnings.catch_warnings():
        # The newer exporter needs another package and writes the same graph; tracing warns of shapes that are meant to vary.
        warnings.simplefilter("ignore")
        torch.onnx.export(
            Exported(tagger.eval()),
            (sample, sample, torch.zeros_like(sample)),
            str(path),
            input_names=list(INPUTS),
            output_names=list(OUTPUTS),
            dynamic_axes={name: {0: "windows", 1: "pieces"} for name in (*INPUTS, *OUTPUTS)},
            opset_version=OPSET,
            dynamo=False,
        )


def kept_in_float(path: Path) -> list[str]:
    """Names of the nodes that are not quantised: the heads, and the look-up of the relative position bias."""
    import onnx

    graph = onnx.load(path).graph
    heads = ("/tagger/tags/", "/tagger/query/", "/tagger/key/")
    return [node.name for node in graph.node if node.name.startswith(heads) or "tagger.encoder.relative" in node.input]


def quantise(source: Path, target: Path) -> None:
    """Write `source` with int8 weights to `target`."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    quantize_dynamic(
        source,
        target,
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=True,
        op_types_to_quantize=["MatMul", "Gather"],
        nodes_to_exclude=kept_in_float(source),
    )


def write_model(tagger: Tagger, tokenizer: Path, window: int, target: Path) -> None:
    """Write `float/` and `int8/` under `target`, each a model folder of its own."""
    config = json.dumps(model_config(tagger.encoder.config, window), indent=1) + "\n"
    for kind in ("float", "int8"):
        (target / kind).mkdir(parents=True, exist_ok=True)
        shutil.copyfile(tokenizer, target / kind / "tokenizer.json")
        (target / kind / "config.json").write_text(config, encoding="utf-8")
    write_float(tagger, target / "float" / "model.onnx")
    quantise(target / "float" / "model.onnx", target / "int8" / "model.onnx")


def export(recipe: Recipe, name: str, work: Path) -> None:
    """Export the student `name`, or the teacher."""
    model, source = recipe.model(name), recipe.folder(name, work)
    target = work / "export" / name
    write_model(load_tagger(source), work / "base" / model.base / "tokenizer.json", recipe.window, target)
    file = target / "int8" / "model.onnx"
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    say(f"export {name}: {file}, {file.stat().st_size / 1e6:.1f} MB, sha256 {digest}")
