"""The model of attribution is the user's choice, by name or folder, and the record says which it was."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest

import onrecord
from onrecord.attribution.encoder import MODELS
from onrecord.errors import ModelError

REPORT = "“The weir was never closed,” said Marta Quill, mayor of Ostry. She added that the keeper had been away.\n"


@pytest.mark.parametrize("name", MODELS)
def test_every_packaged_model_reads_the_report(name: str) -> None:
    record = onrecord.read(text=REPORT, model=name)
    assert record.engine.model.startswith(f"{MODELS[name].name}@")
    said = [(record.speaker(one).name, " ".join(one.words)) for one in record.statements if record.speaker(one)]
    assert said == [("Marta Quill", "“The weir was never closed,”"), ("Marta Quill", "the keeper had been away")]


@pytest.mark.parametrize("name", MODELS)
def test_a_packaged_model_is_of_the_size_and_digest_that_its_card_says(name: str) -> None:
    file, card = MODELS[name] / "model.onnx", (MODELS[name] / "CARD.md").read_text(encoding="utf-8")
    assert file.stat().st_size < 95_000_000
    assert hashlib.sha256(file.read_bytes()).hexdigest() in card


def test_a_folder_of_ones_own_is_used_and_named(tmp_path: Path) -> None:
    shutil.copytree(MODELS["default"], tmp_path / "mine")
    usual, own = onrecord.read(text=REPORT), onrecord.read(text=REPORT, model=str(tmp_path / "mine"))
    assert own.statements == usual.statements
    assert own.engine.model.replace("mine@", f"{MODELS['default'].name}@") == usual.engine.model


def test_one_worker_serves_calls_for_different_models(tmp_path: Path) -> None:
    shutil.copytree(MODELS["default"], tmp_path / "mine")
    models = [onrecord.read(text=REPORT, model=name).engine.model for name in ("default", str(tmp_path / "mine"), "default")]
    assert models[0] == models[2] != models[1]


def test_a_folder_without_a_model_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"empty"):
        onrecord.read(text=REPORT, model=str(tmp_path / "empty"))
    with pytest.raises(ModelError, match=r"empty"):
        list(onrecord.read_many([REPORT], model=str(tmp_path / "empty")))


def test_models_used_before_take_no_memory_from_the_next(tmp_path: Path) -> None:
    for name in ("one", "two", "three", "four", "five", "six", "seven"):
        shutil.copytree(MODELS["default"], tmp_path / name)
        record = onrecord.read(text=REPORT, model=str(tmp_path / name), memory=800_000_000, timeout=30)
        assert record.engine.model.startswith(f"{name}@")
