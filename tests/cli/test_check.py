"""`onrecord check`: findings on the screen and as JSON, and the exit codes that scripts go by."""

from __future__ import annotations

import json

import pytest

MISFIT = "The talks opened on Monday, 14 March 2018, the spokesman said."
SOUND = "The talks opened on Wednesday, 14 March 2018, the spokesman said."
NOTE = "The Fourth Geneva Convention and its Additional Protocol protect the townspeople, she said."


@pytest.fixture
def misfit(tmp_path):
    path = tmp_path / "misfit.txt"
    path.write_text(MISFIT, encoding="utf-8")
    return path


@pytest.fixture
def sound(tmp_path):
    path = tmp_path / "sound.txt"
    path.write_text(SOUND, encoding="utf-8")
    return path


def test_both_sides_of_a_misfit_are_shown_and_no_more(run, misfit):
    result = run("check", misfit.name)
    assert result.exit_code == 0
    shown = " ".join(result.stdout.split())
    assert shown.startswith("misfit.txt: 1 finding error “Monday, 14 March 2018”: 14 March 2018 was a Wednesday, not a Monday")
    assert "spokesman" not in shown


def test_a_report_in_which_all_fits_is_said_to_have_nothing(run, sound):
    assert run("check", sound.name).stdout == "sound.txt: nothing that does not fit\n"


def test_places_say_where_the_words_stand(run, misfit):
    assert "characters 20-41" in run("check", misfit.name, "--places").stdout


def test_json_is_one_line_for_each_input_in_their_order(run, misfit, sound):
    result = run("check", sound.name, misfit.name, "--json")
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(line["source"], len(line["findings"])) for line in lines] == [("sound.txt", 0), ("misfit.txt", 1)]
    assert lines[1]["findings"][0]["check"] == "weekday-date"
    assert lines[1]["document"].startswith("sha256:")


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ([], 0),
        (["--fail-on", "error"], 1),
        (["--fail-on", "note"], 1),
        (["--fail-on", "error", "--off", "weekday-date"], 0),
        (["--fail-on", "error", "--only", "date-order"], 0),
        (["--fail-on", "error", "--only", "date-order", "--only", "weekday-date"], 1),
    ],
)
def test_the_exit_code_tells_scripts_how_grave_it_is(run, misfit, options, code):
    assert run("check", misfit.name, *options).exit_code == code


def test_a_note_is_less_than_an_error(run, tmp_path):
    (tmp_path / "note.txt").write_text(NOTE, encoding="utf-8")
    assert run("check", "note.txt", "--fail-on", "error").exit_code == 0
    assert run("check", "note.txt", "--fail-on", "note").exit_code == 1


def test_an_unknown_check_is_refused_before_anything_is_read(run, misfit):
    result = run("check", misfit.name, "--only", "spelling")
    assert result.exit_code == 2
    assert "no check is called 'spelling'" in result.stderr
    assert "weekday-date" in result.stderr


def test_an_input_that_cannot_be_read_is_named_and_the_rest_is_checked(run, misfit):
    result = run("check", "gone.txt", misfit.name)
    assert result.exit_code == 1
    assert "gone.txt" in result.stderr
    assert "misfit.txt: 1 finding" in result.stdout


def test_folders_standard_input_and_records_are_taken(run, tmp_path, misfit, sound):
    assert run("check", str(tmp_path)).stdout.count(": 1 finding") == 1
    assert run("check", "-", input=MISFIT.encode()).stdout.startswith("standard input: 1 finding")
    record = tmp_path / "kept" / "record.json"
    record.parent.mkdir()
    record.write_text(run("read", misfit.name, "--json").stdout, encoding="utf-8")
    assert run("check", str(record), "--fail-on", "error").exit_code == 1


def test_the_findings_of_records_are_told_apart_by_report_and_a_folder_may_hold_records(run, tmp_path, misfit, sound):
    folder = tmp_path / "kept"
    folder.mkdir()
    (folder / "both.jsonl").write_text(run("read", misfit.name, sound.name, "--json").stdout, encoding="utf-8")
    (folder / "settings.json").write_text('{"talks": "Monday, 14 March 2018"}', encoding="utf-8")
    result = run("check", "kept")
    assert [line.split(":")[0] for line in result.stdout.splitlines() if not line.startswith(("error", " "))] == [
        "misfit.txt",
        "sound.txt",
    ]
    first, why, second = result.stderr.splitlines()
    assert (first, second) == ("1/2 kept/both.jsonl: 1 finding", "2/2 kept/settings.json: skipped")
    assert why.startswith("onrecord: skipped kept/settings.json: this is JSON, which is data; save the text in it as .txt")
    assert json.loads(run("check", "kept/both.jsonl", "--json").stdout.splitlines()[1])["source"] == "sound.txt"


def test_a_record_that_does_not_hold_is_not_checked(run, tmp_path, misfit, sound):
    lines = run("read", misfit.name, sound.name, "--json").stdout
    (tmp_path / "both.jsonl").write_text(lines.replace("Monday", "Sunday"), encoding="utf-8")
    result = run("check", "both.jsonl", "gone.json", sound.name)
    assert (result.exit_code, result.stdout) == (1, "sound.txt: nothing that does not fit\n" * 2)
    assert "onrecord: both.jsonl, line 1: the text is not the one that was read" in result.stderr
    assert "onrecord: gone.json: cannot be opened: No such file or directory" in result.stderr
