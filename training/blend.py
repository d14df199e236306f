"""Step `blend`: several exported taggers in one ONNX file, which answers with the mean of their answers.

Taggers fitted apart err apart, so their mean errs less; it costs as much time as all of them together. The members must share a
tokenizer and labels. Linking heads are left out: their vectors have no common space.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from training.errors import TrainingError
from training.progress import say
from training.recipe import Recipe
from training.store import replace_file

if TYPE_CHECKING:
    from onnx import ModelProto

OUTPUT = "log_probabilities"
AXES = ["windows", "pieces"]


def blended(members: Sequence[tuple[ModelProto, str, float]], labels: int) -> ModelProto:
    """One model of `(model, name of its output of log-probabilities, weight)`: their geometric mean, made to sum to one."""
    from onnx import TensorProto, compose, helper

    nodes, weights, inputs, means = [], [], {}, []
    for number, (model, output, weight) in enumerate(members):
        names = [value.name for value in model.graph.input]
        graph = compose.add_prefix(model, f"{number}/").graph
        for name, value in zip(names, graph.input, strict=True):
            inputs[name] = helper.make_tensor_value_info(name, TensorProto.INT64, AXES)
            nodes.append(helper.make_node("Identity", [name], [value.name]))
        weights += [*graph.initializer, helper.make_tensor(f"{number}/weight", TensorProto.FLOAT, [], [weight])]
        means.append(f"{number}/weighted")
        nodes += [*graph.node, helper.make_node("Mul", [f"{number}/{output}", f"{number}/weight"], [means[-1]])]
    nodes += [helper.make_node("Sum", means, ["mean"]), helper.make_node("LogSoftmax", ["mean"], [OUTPUT], axis=-1)]
    answer = helper.make_tensor_value_info(OUTPUT, TensorProto.FLOAT, [*AXES, labels])
    graph = helper.make_graph(nodes, "blend", list(inputs.values()), [answer], weights)
    first = members[0][0]
    return helper.make_model(graph, opset_imports=first.opset_import, ir_version=first.ir_version)


def blend_folders(folders: Mapping[Path, float], target: Path) -> None:
    """Write the mean of the model folders, by their weights, to the model folder `target`."""
    import onnx

    configs = [_json(folder / "config.json") for folder in folders]
    vocabularies = [_json(folder / "tokenizer.json")["model"]["vocab"] for folder in folders]
    shared = [
        (config["labels"], config["window"], vocabulary) for config, vocabulary in zip(configs, vocabularies, strict=True)
    ]
    if any(one != shared[0] for one in shared):
        raise TrainingError("models that are blended must share labels, window and vocabulary")
    members = [
        (onnx.load(folder / "model.onnx"), config["output"], weight)
        for (folder, weight), config in zip(folders.items(), configs, strict=True)
    ]
    inputs = list(dict.fromkeys(name for config in configs for name in config["inputs"]))
    kept = {key: value for key, value in configs[-1].items() if not key.startswith("link_")}
    target.mkdir(parents=True, exist_ok=True)
    part = replace_file(target / "model.onnx")
    onnx.save(blended(members, len(kept["labels"])), part)
    part.replace(target / "model.onnx")
    (target / "config.json").write_text(
        json.dumps(kept | {"inputs": inputs, "output": OUTPUT}, indent=1) + "\n", encoding="utf-8"
    )
    shutil.copyfile(list(folders)[-1] / "tokenizer.json", target / "tokenizer.json")


def blend(recipe: Recipe, name: str, work: Path) -> None:
    """Blend `name` of the recipe's blends from the exported students and model folders that it lists."""
    folders = {}
    for member, weight in recipe.blends[name].items():
        folders[work / "export" / member / "int8" if member in recipe.names() else work / member] = weight
    blend_folders(folders, work / "export" / name / "int8")
    file = work / "export" / name / "int8" / "model.onnx"
    say(f"blend {name}: {file}, {file.stat().st_size / 1e6:.1f} MB")


def _json(file: Path) -> dict[str, Any]:
    try:
        content: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise TrainingError(f"{file.parent} is no model folder: {error}") from error
    return content
