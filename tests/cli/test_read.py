"""`onrecord read` on real files: what goes where, exit codes, and what an interruption leaves."""

import json
import os
import pty
import re
import signal
import subprocess
import time
from pathlib import Path

import pytest

import onrecord
from onrecord.record import Record


@pytest.fixture
def folder(tmp_path, report):
    """A folder with two reports, an empty one, one in a deeper folder, and hidden ones."""
    words = report.read_text(encoding="utf-8")
    files = {"b.txt": words, "a.txt": words.replace("March", "May"), "c.txt": "", "deep/d.txt": words.replace("March", "June")}
    for name, text in {**files, ".hidden.txt": words, ".git/e.txt": words}.items():
        path = tmp_path / "reports" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "reports"


def on_terminal(arguments: list[str], *, cwd: object, env: dict[str, str] | None = None) -> tuple[int, str]:
    """Exit code and everything shown when both outputs are a terminal, 100 columns wide."""
    mine, theirs = pty.openpty()
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "100", **(env or {})}
    process = subprocess.Popen(arguments, cwd=cwd, env=environment, stdin=theirs, stdout=theirs, stderr=theirs)
    os.close(theirs)
    shown = b""
    while True:
        try:
            shown += os.read(mine, 65536)
        except OSError:  # the terminal's other side is closed
            break
    os.close(mine)
    return process.wait(60), shown.decode()


def test_json_is_one_record_per_line_and_nothing_else(spawn, folder, report):
    done = spawn("read", "--json", report, folder)
    records = [Record.from_json(line) for line in done.stdout.splitlines()]
    assert [record.document.source.uri for record in records] == [
        str(report),
        *(str(folder / name) for name in ("a.txt", "b.txt", "deep/d.txt")),
    ]
    assert records[0].to_json() == onrecord.read(report).to_json()
    assert done.returncode == 1
    assert f"onrecord: {folder / 'c.txt'}: " in done.stderr.decode()


def test_one_file_is_read_without_a_word_on_standard_error(spawn, report):
    done = spawn("read", report)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"\x1b" not in done.stdout
    assert "“The dredging has been paid for twice,”" in done.stdout.decode()
    assert "Ilse Brandt" in done.stdout.decode()


def test_several_inputs_tell_of_each_on_standard_error(run, folder):
    lines = run("read", folder, "none.txt").stderr.splitlines()
    assert [line.split(" ")[0] for line in lines if "/" in line.split(" ")[0]] == ["1/5", "2/5", "3/5", "4/5", "5/5"]
    assert "onrecord: none.txt: there is no such file" in lines
    assert lines[-1] == "5/5 none.txt: failed"


@pytest.mark.parametrize("arguments", [["none.txt"], ["none.pdf", "report.txt"], ["empty"]])
def test_what_cannot_be_read_is_named_and_ends_with_1(run, report, tmp_path, arguments):
    (tmp_path / "empty").mkdir()
    done = run("read", "--json", *arguments)
    assert done.exit_code == 1
    assert f"onrecord: {arguments[0]}: there " in done.stderr
    assert len(done.stdout.splitlines()) == len(arguments) - 1
    assert "Traceback" not in done.stderr


def test_standard_input_is_read(spawn, report):
    done = spawn("read", "--json", "-", input=report.read_bytes())
    record = Record.from_json(done.stdout)
    assert record.document.source.uri is None
    assert record.statements == onrecord.read(report).statements


def test_an_unreadable_kind_is_passed_over_in_a_folder_and_a_failure_when_named(run, folder):
    for name in ("c.txt", "deep/d.txt", "b.txt"):
        (folder / name).unlink()
    other = folder / "other.bin"
    other.write_bytes(bytes(range(256)) * 40)
    walked, named = run("read", folder), run("read", other)
    assert (walked.exit_code, named.exit_code) == (0, 1)
    assert f"onrecord: skipped {other}: " in walked.stderr
    assert f"onrecord: {other}: " in named.stderr


def test_a_record_is_not_taken_for_a_report(run, record_file):
    done = run("read", record_file)
    assert done.exit_code == 1
    assert done.stderr == f"onrecord: {record_file}: this is a record that onrecord made; `onrecord show` shows it\n"


def test_html_is_one_page_for_one_input(run, report, tmp_path):
    done = run("read", report, "--html", "page.html")
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "onrecord: wrote page.html\n")
    assert "Ilse Brandt" in (tmp_path / "page.html").read_text(encoding="utf-8")


def test_html_is_a_folder_with_an_index_for_several_inputs(run, folder, tmp_path):
    done = run("read", folder, "none.txt", "--html", "pages")
    assert sorted(path.name for path in (tmp_path / "pages").iterdir()) == ["a.html", "b.html", "d.html", "index.html"]
    assert done.stdout == ""
    index = (tmp_path / "pages/index.html").read_text(encoding="utf-8")
    assert "3 reports, 2 not read" in index
    assert "none.txt: there is no such file" in index


def test_json_and_html_together(run, report, tmp_path):
    done = run("read", report, "--json", "--html", "page.html")
    assert json.loads(done.stdout)["schema"] == "onrecord/record/1"
    assert (tmp_path / "page.html").exists()


@pytest.mark.usefixtures("report", "record_file")
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["report.txt", "--html", "none/page.html"], "there is no folder none"),
        (["report.txt", "--html", "report.txt"], "report.txt is one of the inputs, and would be written over"),
        (["report.txt", "record.json", "--html", "record.json"], "2 inputs need a folder, and record.json is a file"),
        (["report.txt", "pages/index.html", "--html", "pages"], "index.html is one of the inputs"),
    ],
)
def test_a_page_that_cannot_be_written_is_refused_before_anything_is_read(run, tmp_path, arguments, said):
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages/index.html").write_text("mine")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    done = run("read", *arguments)
    assert done.exit_code == 2
    assert said in done.stderr
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_a_second_run_does_not_read_the_pages_of_the_first(run, folder):
    out = folder / "pages"
    first = run("read", folder, "--html", out)
    again = run("read", folder, "--html", out)
    assert first.stderr == again.stderr
    assert len(list(out.iterdir())) == 4


def test_limits_are_passed_on(run, report):
    assert "limit" in run("read", report, "--max-size", "0.0001").stderr
    done = run("read", report, "--time-limit", "0.001")
    assert done.exit_code == 1
    assert "report.txt: " in done.stderr


def test_the_number_of_workers_changes_nothing(spawn, folder):
    assert spawn("read", folder, "--json", "--workers", 1).stdout == spawn("read", folder, "--json", "--workers", 3).stdout


@pytest.mark.parametrize("name", [b"caf\xe9.txt", "ünï “code”.txt".encode(), b"new\nline.txt", b"esc\x1b[2J.txt"])
def test_names_of_any_bytes_are_read(spawn, report, tmp_path, name):
    report.rename(tmp_path / os.fsdecode(name))
    done = spawn("read", tmp_path)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "Ilse Brandt" in done.stdout.decode()
    assert b"\x1b" not in done.stdout


def test_output_in_an_encoding_that_lacks_the_characters(spawn, report):
    done = spawn("read", report, env={"PYTHONIOENCODING": "ascii"})
    assert done.returncode == 0
    assert b"?The dredging has been paid for twice,?" in done.stdout
    assert "“" in spawn("read", report, "--json", env={"PYTHONIOENCODING": "ascii"}).stdout.decode()


def test_a_terminal_gets_colour_unless_no_color_is_set(command, report, tmp_path):
    code, shown = on_terminal([*command, "read", "report.txt"], cwd=tmp_path, env={"NO_COLOR": ""})
    assert code == 0
    assert "\x1b[32m“The dredging" in shown
    code, shown = on_terminal([*command, "read", "report.txt"], cwd=tmp_path, env={"NO_COLOR": "1"})
    assert re.search(r"\x1b\[(?:3[0-7]|9[0-7]|38;)", shown) is None


def test_a_terminal_gets_a_bar_for_several_inputs_and_every_view_whole(command, folder, tmp_path):
    code, shown = on_terminal([*command, "read", "reports", "none.txt"], cwd=tmp_path, env={"NO_COLOR": "1"})
    assert code == 1
    assert "5/5" in shown
    plain = re.sub(r"\x1b\[[\d;?]*[A-Za-z]", "", shown)
    assert len(re.findall(r"^\d+ speakers?, \d+ statements", plain, re.MULTILINE)) == 3
    assert "onrecord: none.txt: there is no such file" in plain


@pytest.mark.parametrize("arguments", [["read", "report.txt"], ["read", "report.txt", "--json"], ["schema"]])
@pytest.mark.usefixtures("report")
def test_a_closed_pipe_ends_quietly(command, tmp_path, arguments):
    process = subprocess.Popen([*command, *arguments], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    process.stdout.close()
    assert process.wait(60) == 141
    assert process.stderr.read() == b""
    process.stderr.close()


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_interruption_leaves_whole_files_whole_lines_and_no_process(command, report, tmp_path, sent, code):
    for number in range(200):
        (tmp_path / f"{number}.txt").write_text(report.read_text(encoding="utf-8") * 5, encoding="utf-8")
    arguments = [*command, "read", tmp_path, "--json", "--html", tmp_path / "pages", "--workers", "2"]
    with (tmp_path / "out").open("wb") as out, (tmp_path / "err").open("wb") as err:
        process = subprocess.Popen(arguments, stdout=out, stderr=err, start_new_session=True)
        while (tmp_path / "out").stat().st_size == 0:
            time.sleep(0.05)
        process.send_signal(sent)
        assert process.wait(30) == code
    lines = (tmp_path / "out").read_bytes().splitlines(keepends=True)
    assert 0 < len(lines) < 200
    assert all(Record.from_json(line).verify() == [] and line.endswith(b"\n") for line in lines)
    for path in (tmp_path / "pages").iterdir():
        assert path.suffix == ".html"
        assert path.read_text(encoding="utf-8").endswith("</html>")
    assert b"Traceback" not in (tmp_path / "err").read_bytes()
    left = subprocess.run(
        ["ps", "-o", "stat=", "-s", str(process.pid)], capture_output=True, text=True, check=False
    ).stdout.split()
    assert [state for state in left if not state.startswith("Z")] == []


def test_a_model_that_is_not_there_is_refused_before_anything_is_read(run, report):
    result = run("read", report, "--model", "quick")
    assert result.exit_code == 2
    assert "'quick' is none of default, fast, nor a folder with a model.onnx in it." in result.stderr


def test_a_report_from_standard_input_is_called_so(run):
    words = b"The chair said that the talks were over."
    assert "\nstandard input (text/plain, 40 bytes)\n" in "\n" + run("read", "-", input=words).stdout
    run("read", "-", "--html", "page.html", input=words)
    assert "<bdi>standard input</bdi>" in Path("page.html").read_text(encoding="utf-8")
    assert run("read", "-", input=b"").stderr == "onrecord: standard input: it has no bytes\n"
