"""`onrecord read --into` and `--ray`: records in a folder, gone on with; what does not go together is said."""

import signal
import subprocess
import time

import pytest


@pytest.fixture
def reports(tmp_path, report):
    """A folder of twelve reports, one of them damaged."""
    words = report.read_text(encoding="utf-8")
    folder = tmp_path / "reports"
    folder.mkdir()
    for number in range(12):
        (folder / f"{number:02}.txt").write_text(words.replace("March", f"the year {1900 + number}"), encoding="utf-8")
    (folder / "07.txt").write_bytes(b"%PDF-1.7 cut short")
    return folder


def test_the_files_are_what_json_prints(run, tmp_path, reports):
    printed = run("read", "--json", reports)
    done = run("read", reports, "--into", "records")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "onrecord: 11 records in records" in done.stderr
    assert (tmp_path / "records" / "000001.jsonl").read_bytes() == printed.stdout_bytes


def test_what_is_there_is_not_read_again_and_what_failed_is_tried_again(run, tmp_path, reports):
    run("read", reports, "--into", "records")
    before = (tmp_path / "records" / "000001.jsonl").read_bytes()
    (reports / "12.txt").write_bytes((reports / "01.txt").read_bytes())
    done = run("read", reports, "--into", "records")
    assert "onrecord: records holds 11 of 13 already" in done.stderr
    again = [line for line in done.stderr.splitlines() if line.startswith(("1/", "2/"))]
    assert [line.rpartition(": ")[0] for line in again] == [f"1/2 {reports}/07.txt", f"2/2 {reports}/12.txt"]
    assert (tmp_path / "records" / "000001.jsonl").read_bytes().startswith(before)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_cut_off_and_gone_on_with_it_is_the_same(command, run, tmp_path, reports, number):
    process = subprocess.Popen(
        [*command, "read", reports, "--into", "records", "--workers", "1"], cwd=tmp_path, stderr=subprocess.PIPE, text=True
    )
    while "4/12" not in process.stderr.readline():
        time.sleep(0.01)
    process.send_signal(number)
    process.communicate(timeout=60)
    written = [line for path in (tmp_path / "records").glob("*.jsonl") for line in path.read_bytes().splitlines()]
    assert len(written) == 0 if number == signal.SIGKILL else 4 <= len(written) < 11
    run("read", reports, "--into", "records")
    assert (tmp_path / "records" / "000001.jsonl").read_bytes() == run("read", "--json", reports).stdout_bytes
    assert [path.name for path in (tmp_path / "records").iterdir()] == ["000001.jsonl"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--json"], "--into stands without --json and --html"),
        (["--html", "page"], "--into stands without --json and --html"),
        (["https://example.org/report"], "--into takes files and folders"),
        (["-"], "--into takes files and folders"),
    ],
)
def test_what_does_not_go_with_into_is_said(run, report, arguments, words):
    done = run("read", report, "--into", "records", *arguments)
    assert done.exit_code == 2
    assert words in done.stderr


def test_a_cluster_has_workers_of_its_own(run, report):
    done = run("read", report, "--ray", "auto", "--workers", "2")
    assert done.exit_code == 2


def test_a_cluster_that_does_not_answer_is_named(run, report):
    done = run("read", report, "--ray", "127.0.0.1:9")
    assert done.exit_code == 1
    assert "no Ray cluster answers at '127.0.0.1:9'" in done.stderr


def test_a_cluster_started_here_reads_the_same(spawn, reports):
    local = spawn("read", "--json", reports)
    done = spawn("read", "--json", reports, "--ray", "local")
    assert done.stdout == local.stdout
    assert done.stderr == local.stderr
    assert done.returncode == 1
