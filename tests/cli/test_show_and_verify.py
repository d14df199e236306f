"""The ways back from JSON: `onrecord show`, `onrecord verify`, and the schema that both rest on."""

import json

import jsonschema
import pytest
from msgspec.structs import replace
from specimen import SOURCE, specimen

from onrecord.record import Record
from onrecord.spans import Span


def broken() -> Record:
    record = specimen()
    statement = replace(record.statements[0], content=(Span(0, 7),))
    return replace(record, statements=(statement, *record.statements[1:]))


def test_a_record_is_shown_as_when_it_was_read(run, record_file):
    done = run("show", record_file)
    assert done.exit_code == 0
    assert "4  Anton Varga (H.E. Mr.), Ambassador, Ardania" in done.stdout
    assert run("show", "-", input=record_file.read_bytes()).stdout == done.stdout


def test_statements_can_be_grouped_by_speaker(run, record_file):
    assert run("show", record_file).stdout.count("\nAnton Varga\n") == 2
    assert run("show", record_file, "--by", "speaker").stdout.count("\nAnton Varga\n") == 1


def test_places_are_shown_when_asked_for(run, record_file):
    assert "characters " not in run("show", record_file).stdout
    assert "characters 41-67; p.1, 256,700 to 374,712 pt" in run("show", record_file, "--places").stdout


def test_a_page_is_made_from_a_record(run, record_file, tmp_path):
    assert run("show", record_file, "--html", "page.html").exit_code == 0
    assert "Anton Varga, quoting Osei Lantry" in (tmp_path / "page.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("end", ["", "\n", "\n\n"])
def test_lines_of_records_are_read_one_by_one(run, record_file, tmp_path, end):
    record_file.write_text("\n".join([specimen().to_json()] * 3) + end, encoding="utf-8")
    assert run("show", record_file).stdout.count("7 speakers, 15 statements") == 3
    assert len(run("verify", record_file).stdout.splitlines()) == 3
    assert run("show", record_file, "--html", "pages").exit_code == 0
    names = sorted(path.name for path in (tmp_path / "pages").iterdir())
    assert names == ["index.html", "minutes-14-2.html", "minutes-14-3.html", "minutes-14.html"]


def test_a_record_spread_over_lines_is_one_record(run, record_file):
    record_file.write_text(json.dumps(json.loads(specimen().to_json()), indent=2), encoding="utf-8")
    assert run("verify", record_file).exit_code == 0


def test_a_sound_record_holds_with_and_without_its_source(run, record_file, tmp_path):
    (tmp_path / "minutes.pdf").write_bytes(SOURCE)
    assert "holds; 7 speakers, 15 statements; source not compared" in run("verify", record_file).stdout
    done = run("verify", record_file, "minutes.pdf")
    assert (done.exit_code, done.stderr) == (0, "")
    assert "the source is the one that was read" in done.stdout


def test_another_source_is_a_fault(run, record_file, tmp_path):
    (tmp_path / "minutes.pdf").write_bytes(SOURCE + b" ")
    done = run("verify", record_file, "minutes.pdf")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "the source file is not the one that was read" in done.stderr


@pytest.mark.parametrize("command", ["verify", "show"])
def test_a_record_that_does_not_hold_is_not_shown_and_its_faults_are_listed(run, record_file, tmp_path, command):
    record_file.write_text(f"{specimen().to_json()}\n{broken().to_json()}\n", encoding="utf-8")
    done = run(command, record_file)
    assert done.exit_code == 1
    assert done.stderr == f"onrecord: {record_file}, line 2: statement st0: its words are not those of the text\n"
    assert done.stdout.count("7 speakers, 15 statements") == 1


def test_a_page_of_a_record_that_does_not_hold_is_not_written(run, record_file, tmp_path):
    record_file.write_text(broken().to_json(), encoding="utf-8")
    done = run("show", record_file, "--html", "page.html")
    assert done.exit_code == 1
    assert not (tmp_path / "page.html").exists()
    assert "wrote" not in done.stderr


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "not a record"),
        (b"\xff\xfe\x00", "not a record"),
        (b"[1, 2]", "not a record"),
        (b'{"schema": "onrecord/record/9"}', "onrecord/record/9"),
        (b'{"schema": "onrecord/record/1"}', "missing required field"),
        (b"Dear Sir,\n\nno record.\n", "not a record"),
    ],
)
@pytest.mark.parametrize("command", ["verify", "show"])
def test_what_is_no_record_is_said_in_one_line(run, record_file, command, content, said):
    record_file.write_bytes(content)
    done = run(command, record_file)
    assert done.exit_code == 1
    assert said in done.stderr
    assert str(record_file) in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_source_can_be_compared_with_one_record_only(run, record_file, tmp_path):
    (tmp_path / "minutes.pdf").write_bytes(SOURCE)
    record_file.write_text(f"{specimen().to_json()}\n{specimen().to_json()}\n", encoding="utf-8")
    done = run("verify", record_file, "minutes.pdf")
    assert done.exit_code == 2
    assert "holds 2 records" in done.stderr


def test_the_schema_is_one_that_records_fit(run):
    schema = json.loads(run("schema").stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(json.loads(specimen().to_json()))


def test_the_schema_of_a_comparison_describes_every_part_of_it(run):
    schema = json.loads(run("schema", "comparison").stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    parts = {"figures", "parts", "acts", "cited", "demands", "repeated", "copied", "speakers"}
    assert set(schema["$defs"]["Comparison"]["properties"]) >= parts
