"""Every step of the making of a model, on twenty invented sentences and tiny random encoders."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner
from onnxruntime import InferenceSession

from onrecord.attribution.decoding import decode
from onrecord.attribution.encoder import load
from tests.training.invented import MARKED, RECIPE, unmarked, write_corpora, write_wheels
from training.__main__ import main
from training.label import labelled
from training.pieces import tags
from training.recipe import read_recipe
from training.store import load_texts
from training.teacher import load_tagger

TEXT = "\n\n".join(map(unmarked, MARKED))


def run(made: Path, *arguments: str, recipe: str = "recipe.toml") -> str:
    """What the command line prints; it must succeed."""
    options = ["--recipe", str(made / recipe), "--corpora", str(made / "corpora"), "--work", str(made / "work")]
    options += ["--into", str(made / "package")]
    result = CliRunner().invoke(main, [*arguments, *options], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which all steps have run, as by `make model`."""
    folder = tmp_path_factory.mktemp("made")
    (folder / "recipe.toml").write_text(RECIPE.format(epochs=40), encoding="utf-8")
    write_corpora(folder / "corpora")
    write_wheels(folder / "work" / "wheels")
    run(folder)
    return folder


def test_every_model_of_the_recipe_ends_with_a_card(made: Path) -> None:
    for name in ("teacher", "fast", "cut"):
        card = (made / "work" / "export" / name / "int8" / "CARD.md").read_text(encoding="utf-8")
        assert "int8, documents" in card
        assert "$" not in card


def test_a_second_run_of_a_step_finds_its_work_done(made: Path) -> None:
    files = sorted((made / "work").rglob("*.npz"))
    before = [(file, file.stat().st_mtime_ns) for file in files]
    run(made, "prepare")
    output = run(made, "label")
    assert "label" not in output
    assert before == [(file, file.stat().st_mtime_ns) for file in files]


def test_annotators_of_one_document_are_kept_apart(made: Path) -> None:
    texts = load_texts(made / "work" / "prepared" / "train.npz")
    assert [len(text.readings) for text in texts] == [2, 1, 1]
    assert texts[0].readings[0] == texts[0].readings[1]


def test_every_form_is_measured_on_every_set(made: Path) -> None:
    figures = json.loads((made / "work" / "figures" / "fast.json").read_text())["figures"]
    assert set(figures) == {f"{form}, {part}" for form in ("float", "int8") for part in ("documents", "items")}
    assert all(0 <= figures[name]["content exact"][2] <= 100 for name in figures)


def test_a_model_folder_is_measured_as_one_of_the_recipe(made: Path) -> None:
    output = run(made, "evaluate", "--model", str(made / "work" / "export" / "cut" / "int8"))
    assert "int8, documents: exact F1" in output


def test_teacher_learns_its_few_sentences(made: Path) -> None:
    recipe, work = read_recipe(made / "recipe.toml"), made / "work"
    right = [text.soft.argmax(axis=1) == tags(text.readings[0], len(text.ids)) for text in labelled(recipe, work, "train")]
    assert np.concatenate(right).mean() > 0.8


def test_labels_cover_every_text_and_silver_is_marked(made: Path) -> None:
    recipe, work = read_recipe(made / "recipe.toml"), made / "work"
    for part, silver in (("train", False), ("unannotated", True)):
        texts = {text.name: text for text in load_texts(work / "prepared" / f"{part}.npz")}
        answered = list(labelled(recipe, work, part))
        assert {text.name for text in answered} == set(texts)
        for text in answered:
            assert text.soft is not None
            assert text.soft.shape == (len(texts[text.name].ids), 7)
            assert np.allclose(np.exp(text.soft.astype(np.float64)).sum(axis=1), 1, atol=0.01)
            assert text.silver is silver


def test_exported_file_answers_as_the_fitted_model_in_float32(made: Path) -> None:
    import torch

    tagger = load_tagger(made / "work" / "students" / "cut")
    session = InferenceSession(str(made / "work" / "export" / "cut" / "float" / "model.onnx"))
    random = np.random.default_rng(4)
    ids = random.integers(5, 60, size=(3, 21))
    mask = (np.arange(21) < np.array([[21], [9], [1]])).astype(np.int64)
    shapes = random.integers(0, 9, size=(3, 21))
    with torch.inference_mode():
        answer = tagger(*map(torch.from_numpy, (ids, mask, shapes)))
    outputs = session.run(None, {"input_ids": ids, "attention_mask": mask, "shapes": shapes})
    expected = (torch.log_softmax(answer.tags, -1), answer.query, answer.key)
    for ours, theirs in zip(expected, outputs, strict=True):
        assert np.abs((ours.numpy() - theirs) * mask[..., None]).max() < 1e-4


def test_what_ships_is_what_was_exported(made: Path) -> None:
    for folder, name in (("attribution-en", "teacher"), ("attribution-en-fast", "fast")):
        shipped, exported = (load(str(path)) for path in (made / "package" / folder, made / "work" / "export" / name / "int8"))
        ours, theirs = shipped.tag(TEXT), exported.tag(TEXT)
        assert np.array_equal(ours.log_probabilities, theirs.log_probabilities)


def test_nothing_is_packaged_where_a_model_is_missing(made: Path, tmp_path: Path) -> None:
    options = ["--recipe", str(made / "recipe.toml"), "--work", str(tmp_path), "--into", str(tmp_path / "package")]
    result = CliRunner().invoke(main, ["package", *options])
    assert result.exit_code == 1
    assert "nothing is packaged" in result.output
    assert not (tmp_path / "package").exists()


@pytest.mark.parametrize("name", ["fast", "cut"])
def test_exported_folder_is_read_by_the_code_that_ships(made: Path, name: str) -> None:
    tags = {}
    for form in ("float", "int8"):
        encoder = load(str(made / "work" / "export" / name / form))
        tagged = encoder.tag(TEXT)
        assert tagged.link_query is not None
        assert tagged.link_query.shape == (len(tagged.pieces), 64)
        tags[form] = tagged.log_probabilities
        decode(tagged, encoder.config.labels)
    assert np.abs(np.exp(tags["float"]) - np.exp(tags["int8"])).max() < 0.2


def test_cut_student_keeps_the_lowest_layers(made: Path) -> None:
    assert load_tagger(made / "work" / "students" / "cut").encoder.config.layers == (0, 1)


def test_a_run_that_was_stopped_ends_as_one_that_was_not(made: Path, tmp_path: Path) -> None:
    import torch

    for name in ("whole", "stopped"):
        shutil.copytree(made / "work" / "base", tmp_path / name / "work" / "base")
        shutil.copytree(made / "work" / "prepared", tmp_path / name / "work" / "prepared")
    # Rates fall only over the last share of a run, so a shorter run is the beginning of a longer one until then.
    flat = RECIPE.replace("seed = 5", "seed = 5\ndecay = 1e-9\ncheckpoint_every = 0")
    (tmp_path / "whole" / "recipe.toml").write_text(flat.format(epochs=3))
    (tmp_path / "stopped" / "recipe.toml").write_text(flat.format(epochs=1))
    run(tmp_path / "whole", "teacher")
    run(tmp_path / "stopped", "teacher")
    (tmp_path / "stopped" / "recipe.toml").write_text(flat.format(epochs=3))
    run(tmp_path / "stopped", "teacher")
    whole, stopped = (load_tagger(tmp_path / name / "work" / "teacher").state_dict() for name in ("whole", "stopped"))
    assert all(torch.equal(whole[name], stopped[name]) for name in whole)


@pytest.mark.parametrize(
    ("step", "recipe", "told"),
    [
        ("teacher", RECIPE.format(epochs=1), "run the step `prepare` first"),
        ("label", RECIPE.format(epochs=1), "holds no fitted model yet"),
        ("student", RECIPE.format(epochs=1), "run the step `label` first"),
        ("card", RECIPE.format(epochs=1), "needs an exported and evaluated model"),
        ("weights", "window = 256", "'vocabulary' is missing"),
        ("weights", RECIPE.format(epochs=1) + "speed = 9\n", "unknown speed"),
        ("weights", "window = ", "cannot be read"),
    ],
)
def test_a_step_that_cannot_go_on_says_what_to_do(made: Path, tmp_path: Path, step: str, recipe: str, told: str) -> None:
    (tmp_path / "recipe.toml").write_text(recipe)
    shutil.copytree(made / "work" / "base", tmp_path / "work" / "base")
    options = ["--recipe", str(tmp_path / "recipe.toml"), "--work", str(tmp_path / "work")]
    result = CliRunner().invoke(main, [step, *options])
    assert result.exit_code == 1
    assert told in result.output
