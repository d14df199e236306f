"""`onrecord compare` as a person calls it."""

import json

import pytest
from click.testing import CliRunner

from onrecord.cli.main import cli
from onrecord.comparison.compare import compare
from tests.comparison.reports import FLOOD, record


def compared(tmp_path, *options):
    for name, text in FLOOD.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return CliRunner().invoke(cli, ["compare", *(str(tmp_path / f"{name}.txt") for name in FLOOD), *options])


def test_html_writes_a_page_and_prints_nothing(tmp_path):
    result = compared(tmp_path, "--html", str(tmp_path / "page.html"))
    assert (result.exit_code, result.stdout) == (0, "")
    assert f"{len(FLOOD)} reports, " in (tmp_path / "page.html").read_text(encoding="utf-8")


def test_html_and_json_together(tmp_path):
    result = compared(tmp_path, "--json", "--html", str(tmp_path / "page.html"))
    assert json.loads(result.stdout)["schema"] == "onrecord/comparison/1"
    assert (tmp_path / "page.html").exists()


def test_one_report_is_not_enough(tmp_path):
    (tmp_path / "one.txt").write_text(FLOOD["agency"], encoding="utf-8")
    result = CliRunner().invoke(cli, ["compare", str(tmp_path / "one.txt"), "--html", str(tmp_path / "page.html")])
    assert result.exit_code == 2
    assert not (tmp_path / "page.html").exists()


@pytest.fixture
def seen(tmp_path):
    """The comparison of the flood's reports, in a file."""
    path = tmp_path / "seen.json"
    path.write_text(compare(record(name) for name in FLOOD).to_json() + "\n", encoding="utf-8")
    return path


def since(seen, name, text, *options):
    (seen.parent / name).write_text(text, encoding="utf-8")
    return CliRunner().invoke(cli, ["compare", "--since", str(seen), str(seen.parent / name), *options])


EVENING = "Mayor Ada Quill said on Wednesday that 51 people had died in the flood in Ostby, and that 12 were children."


def test_since_shows_what_changed_with_who_gave_what_before(seen):
    result = since(seen, "evening.txt", EVENING)
    assert result.exit_code == 0
    assert "1 new report, beside 4 earlier ones" in result.stdout
    assert "Ada Quill, people killed: 43 (D), now 51 (E)" in result.stdout


def test_since_as_json_is_news(seen):
    result = since(seen, "evening.txt", EVENING, "--json")
    news = json.loads(result.stdout)
    assert (news["schema"], news["earlier"]) == ("onrecord/news/1", 4)
    assert [one["low"] for changed in news["changed"] for one in changed["now"]] == [51]


def test_since_prints_nothing_where_nothing_is_new_and_says_so_beside(seen):
    result = since(seen, "agency-again.txt", FLOOD["agency"])
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "onrecord: nothing new in 0 reports; 1 compared before\n"


def test_since_as_json_is_whole_where_nothing_is_new(seen):
    news = json.loads(since(seen, "agency-again.txt", FLOOD["agency"], "--json").stdout)
    assert not any(news[part] for part in ("figures", "changed", "disagreements", "speakers", "cited", "acts"))


@pytest.mark.parametrize("option", [["--html", "page.html"], ["--alone"]])
def test_since_goes_with_json_alone(seen, option):
    assert since(seen, "evening.txt", EVENING, *option).exit_code == 2


def test_since_says_what_it_takes(tmp_path):
    (tmp_path / "other.json").write_text("{}")
    result = since(tmp_path / "other.json", "evening.txt", EVENING)
    assert result.exit_code == 1
    assert "--since takes what `onrecord compare --json` wrote" in result.stderr


def test_the_schema_of_news_is_printed():
    schema = json.loads(CliRunner().invoke(cli, ["schema", "news"]).stdout)
    assert {"changed", "disagreements", "speakers"} <= set(schema["$defs"]["News"]["properties"])


def folder_of_two(tmp_path):
    folder = tmp_path / "reports"
    folder.mkdir()
    for name in list(FLOOD)[:2]:
        (folder / f"{name}.txt").write_text(FLOOD[name], encoding="utf-8")
    return folder


def test_a_folder_may_hold_files_that_are_no_reports(tmp_path):
    folder = folder_of_two(tmp_path)
    (folder / "picture.bin").write_bytes(bytes(range(256)) * 8)
    result = CliRunner().invoke(cli, ["compare", str(folder)])
    assert result.exit_code == 0
    assert f"skipped {folder}/picture.bin" in result.stderr


def test_a_report_in_a_folder_that_cannot_be_read_is_a_failure_as_for_read(tmp_path):
    folder = folder_of_two(tmp_path)
    (folder / "empty.txt").touch()
    result = CliRunner().invoke(cli, ["compare", str(folder)])
    assert (result.exit_code, "2 reports, " in result.stdout) == (1, True)


def test_what_is_left_over_when_a_report_cannot_be_read_is_too_little_and_no_wrong_usage(tmp_path):
    (tmp_path / "one.txt").write_text(FLOOD["agency"], encoding="utf-8")
    result = CliRunner().invoke(cli, ["compare", str(tmp_path / "one.txt"), str(tmp_path / "none.txt")])
    assert (result.exit_code, "Usage" in result.stderr) == (1, False)
    assert "comparing needs two reports or more, and 1 could be read" in result.stderr


@pytest.mark.parametrize(
    ("kept", "said"),
    [
        (None, "kept.json: cannot be opened: No such file or directory"),
        (b"The river rose.", "kept.json: not a record, as `onrecord read --json` writes it: "),
        (lambda sound: sound.replace(b"people", b"pupils"), "kept.json: the text is not the one that was read"),
    ],
)
def test_a_record_that_cannot_be_used_or_does_not_hold_costs_itself_only(tmp_path, kept, said):
    path = tmp_path / "kept.json"
    if kept:
        path.write_bytes(kept(record("agency", FLOOD["agency"]).to_json().encode()) if callable(kept) else kept)
    result = compared(tmp_path, str(path))
    assert (result.exit_code, f"{len(FLOOD)} reports, " in result.stdout) == (1, True)
    assert f"onrecord: {tmp_path}/{said}" in result.stderr


def test_no_input_is_written_over(tmp_path):
    result = compared(tmp_path, "--html", str(tmp_path / f"{next(iter(FLOOD))}.txt"))
    assert (result.exit_code, "would be written over" in result.stderr) == (2, True)


def test_the_model_is_the_one_asked_for(tmp_path):
    result = compared(tmp_path, "--model", "nope")
    assert (result.exit_code, "'nope' is none of default, fast" in result.stderr) == (2, True)
    assert compared(tmp_path, "--json", "--model", "fast").exit_code == 0
