"""The verbs on the real analysis: order, determinism, and batches in which something goes wrong."""

from __future__ import annotations

import itertools
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pytest
from processes import children, is_alive

import onrecord
from onrecord.engine.analyse import analyse
from onrecord.errors import EmptyError, LimitError
from onrecord.reading.read import read as read_document

REPORT = """Harbour Board hears of silt

“The dredging has been paid for twice,” said Ms. Ilse Brandt, chair of the Harbour Board of Port Velm.
She added that no ship of a deeper draught had called since March.

Anton Varga, the Ambassador of Ardania, denied that his country had signed the second order. “We were not even asked,” he
told reporters, “and we should not have paid.”
"""


def report(number: int) -> str:
    return REPORT.replace("March", f"the year {1900 + number}")


@pytest.fixture(scope="module")
def files(tmp_path_factory) -> list[Path]:
    folder = tmp_path_factory.mktemp("reports")
    for number in range(6):
        # Of very different lengths, so that later ones are done before earlier ones.
        (folder / f"{number}.txt").write_text(report(number) * (1 if number % 2 else 4), encoding="utf-8")
    return sorted(folder.iterdir())


def test_a_record_is_sound_fits_the_schema_and_has_the_exact_words():
    record = onrecord.read(text=REPORT)
    assert record.verify(REPORT.encode()) == []
    jsonschema.Draft202012Validator(onrecord.json_schema()).validate(json.loads(record.to_json()))
    assert record.document.text in REPORT
    said = {statement.words: record.speaker(statement).name for statement in record.statements if statement.speaker}
    assert said["“The dredging has been paid for twice,”",] == "Ilse Brandt"
    assert said["“We were not even asked,”", "“and we should not have paid.”"] == "Anton Varga"


def test_every_way_to_name_a_source_gives_the_same_record(files, monkeypatch):
    monkeypatch.chdir(files[0].parent)
    by_path, by_name = onrecord.read(files[1]), onrecord.read(str(files[1]))
    assert by_path == by_name
    data = files[1].read_bytes()
    from_bytes, from_text = onrecord.read(data), onrecord.read(text=data.decode())
    assert from_bytes == from_text == onrecord.read(data.decode())
    assert from_bytes.statements == by_path.statements
    assert (by_path.document.source.uri, from_bytes.document.source.uri) == (str(files[1]), None)


def test_the_same_bytes_whatever_the_number_of_workers_and_without_any(files):
    def lines(workers: int) -> list[str]:
        return [record.to_json() for record in onrecord.read_many(files, workers=workers)]

    alone = [analyse(read_document(file.read_bytes(), name=str(file), uri=str(file))).to_json() for file in files]
    assert lines(1) == lines(2) == alone


@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_answer_does_not_hang_on_the_seed_of_pythons_hashes(seed):
    code = (
        "import sys; from onrecord.engine.analyse import analyse; from onrecord.reading.read import read;"
        "sys.stdout.write(analyse(read(sys.stdin.buffer.read(), name='-')).to_json())"
    )
    run = subprocess.run(
        [sys.executable, "-c", code],
        input=REPORT.encode(),
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        check=True,
    )
    assert run.stdout.decode() == onrecord.read(REPORT.encode()).to_json()


def test_results_come_in_order_and_an_error_stands_in_its_place(files):
    sources = [files[0], "missing.pdf", files[1], b"", files[2], b"%PDF-1.7\n" + b"\x00" * 200, files[3]]
    results = list(onrecord.read_many(sources, workers=2))
    kinds = [type(result) for result in results]
    assert [kind is onrecord.Record for kind in kinds] == [True, False, True, False, True, False, True]
    assert all(issubclass(kind, onrecord.Record | onrecord.ReadError) for kind in kinds)
    assert str(results[1]).startswith("missing.pdf: there is no such file")
    assert kinds[3] is EmptyError
    assert [result.document.source.uri for result in results[::2]] == [str(file) for file in files[:4]]


def test_sources_are_asked_for_as_they_are_needed():
    asked = itertools.count()

    def endless() -> Iterator[str]:
        while True:
            yield report(next(asked))

    results = onrecord.read_many(endless(), workers=1)
    first = [next(results) for _ in range(3)]
    assert [str(1900 + number) in record.document.text for number, record in enumerate(first)] == [True] * 3
    assert next(asked) < 20
    before = children()
    results.close()
    assert len(before - children()) == 1


def test_a_worker_killed_in_the_middle_of_a_batch_costs_at_most_one_input(files):
    before = children()
    results = onrecord.read_many([*files, *files, *files], workers=1)
    outcomes = [next(results)]
    (worker,) = children() - before
    os.kill(worker, signal.SIGKILL)
    outcomes += results
    assert len(outcomes) == 3 * len(files)
    failed = [outcome for outcome in outcomes if isinstance(outcome, onrecord.ReadError)]
    assert len(failed) <= 1
    assert all("killed from outside" in error.reason for error in failed)


def test_a_limit_of_time_holds_for_each_input(files):
    slow, small = onrecord.read_many([REPORT * 200, "No."], timeout=0.2)
    assert isinstance(slow, LimitError)
    assert "took longer than 0.2 s" in slow.reason
    assert "no such file" in small.reason
    assert onrecord.read(files[0], memory=800_000_000).statements


def test_the_least_memory_is_enough_for_a_short_text_behind_a_long_one():
    for text in (REPORT * 40, REPORT):
        assert onrecord.read(text=text, memory=800_000_000).statements


def test_a_name_stands_in_errors_in_place_of_the_sources_own():
    with pytest.raises(EmptyError, match=r"^attachment 3: "):
        onrecord.read(b"", name="attachment 3")


@pytest.mark.parametrize("arguments", [{}, {"source": b"a", "text": "a"}])
def test_read_takes_one_source(arguments):
    with pytest.raises(onrecord.OnrecordError, match="one of the two"):
        onrecord.read(**arguments)


def test_workers_and_memory_that_cannot_be_are_refused_at_once():
    with pytest.raises(onrecord.OnrecordError, match="1 or more, not 0"):
        onrecord.read_many([], workers=0)
    with pytest.raises(onrecord.OnrecordError, match="800,000,000 bytes or more, not 799,999,999"):
        onrecord.read_many([], memory=799_999_999)
    with pytest.raises(onrecord.OnrecordError, match="800,000,000 bytes or more, not 0"):
        onrecord.read(text="No.", memory=0)


def test_nothing_makes_nothing():
    assert list(onrecord.read_many([])) == []


def script(code: str, folder: Path, **options) -> subprocess.CompletedProcess[str]:
    (folder / "script.py").write_text(code, encoding="utf-8")
    return subprocess.run(
        [sys.executable, "-W", "error", "script.py"],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        **options,
    )


def test_a_script_needs_no_guard_and_leaves_no_process(tmp_path):
    code = f"import onrecord\nprint(len(onrecord.read(text={REPORT!r}).statements))\n"
    code += f"print([len(r.statements) for r in onrecord.read_many([{REPORT!r}] * 2, workers=2)])\n"
    done = script(code, tmp_path)
    assert done.stderr == ""
    count = len(onrecord.read(text=REPORT).statements)
    assert done.stdout == f"{count}\n{[count, count]}\n"


def test_modules_that_lie_in_the_current_folder_are_not_taken_for_libraries(tmp_path):
    reports = tmp_path / "reports"
    reports.mkdir()
    for library in ("numpy", "msgspec", "lxml", "json", "signal"):
        (reports / f"{library}.py").write_text("raise SystemExit('this is a report, not a library')")
    code = f"import os, onrecord\nos.chdir({str(reports)!r})\nprint(len(onrecord.read(text={REPORT!r}).statements))\n"
    done = script(code, tmp_path)
    assert (done.stdout, done.stderr) == (f"{len(onrecord.read(text=REPORT).statements)}\n", "")


def test_a_forked_process_gets_workers_of_its_own(tmp_path):
    code = f"""
import os, warnings, onrecord
warnings.simplefilter("ignore", DeprecationWarning)  # Python's, of forks in a process with threads
text = {REPORT!r}
here = onrecord.read(text=text)
child = os.fork()
if child == 0:
    os._exit(0 if onrecord.read(text=text) == here else 1)
assert os.waitpid(child, 0)[1] == 0
print(onrecord.read(text=text) == here)
"""
    done = script(code, tmp_path)
    assert (done.stdout, done.stderr) == ("True\n", "")


def test_an_interrupted_batch_ends_at_once_with_all_its_workers(tmp_path):
    (tmp_path / "script.py").write_text(
        f"import onrecord\nfor number, _ in enumerate(onrecord.read_many([{REPORT!r} * 20] * 50, workers=2)):\n"
        "    print(number, flush=True)\n",
        encoding="utf-8",
    )
    with subprocess.Popen(
        [sys.executable, "script.py"], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        process.stdout.readline()
        workers = children(process.pid)
        process.send_signal(signal.SIGINT)
        start = time.monotonic()
        _, complaint = process.communicate(timeout=20)
    assert time.monotonic() - start < 5
    assert complaint.strip().endswith("KeyboardInterrupt")
    assert len(workers) == 2
    assert not any(map(is_alive, workers))
