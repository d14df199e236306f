"""Worker processes: whatever an input does to one costs that input alone."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from processes import ends_within, is_alive

from onrecord.engine.crew import Crew
from onrecord.engine.wire import Task
from onrecord.errors import DamagedError, LimitError, ModelError, OnrecordError, ReadError, WorkerError
from onrecord.reading.limits import MEGABYTE, Limits

HERE = Path(__file__).parent


def task(harm: str, *, name: str = "report.pdf", seconds: float = 30.0, memory: int = 500 * MEGABYTE) -> Task:
    return Task(name=name, uri=None, media_type=None, data=harm.encode(), limits=Limits(), seconds=seconds, memory=memory)


@pytest.fixture
def crew() -> Iterator[Crew]:
    crew = Crew(2, maker="hostile:job")
    yield crew
    crew.close()


@pytest.mark.parametrize(
    ("harm", "kind", "reason"),
    [
        ("crash", DamagedError, "its reader crashed (signal 11, Segmentation fault)"),
        ("leave", DamagedError, "its reader ended with exit status 3"),
        ("devour", LimitError, "needed more than 500 MB of memory to read"),
        ("devour bit by bit", LimitError, "needed more than 500 MB of memory to read"),
        ("native death", LimitError, "needed more than 500 MB of memory to read"),
        ("model without memory", LimitError, "needed more than 500 MB of memory to read"),
        ("nest", LimitError, "is nested too deeply to be read"),
        ("damaged", DamagedError, "ends in the middle of a page"),
        ("fault", ReadError, "onrecord failed on it, please report this: KeyError: 'speaker' (hostile.py, line"),
    ],
)
def test_harm_costs_one_input_and_the_error_names_it_and_the_reason(crew, harm, kind, reason):
    with pytest.raises(ReadError) as caught:
        crew.do(task(harm, name="bad.pdf"))
    assert type(caught.value) is kind
    assert caught.value.name == "bad.pdf"
    assert caught.value.reason.startswith(reason)
    assert crew.do(task("name", name="good.pdf")) == b"good.pdf"


@pytest.mark.parametrize("harm", ["sleep", "hang", "offspring"])
def test_an_input_that_takes_too_long_is_given_up(crew, harm):
    start = time.monotonic()
    with pytest.raises(LimitError, match=r"slow\.pdf: took longer than 0\.5 s to read"):
        crew.do(task(harm, name="slow.pdf", seconds=0.5))
    assert time.monotonic() - start < 10
    assert crew.do(task("name")) == b"report.pdf"


def test_what_libraries_print_does_not_reach_the_answer(crew, capfd):
    assert crew.do(task("chatter")) == b"heard"
    assert capfd.readouterr() == ("", "")


def test_a_worker_serves_many_inputs_and_a_dead_one_is_replaced(crew):
    first = crew.do(task("pid"))
    assert crew.do(task("pid")) == first
    with pytest.raises(DamagedError):
        crew.do(task("crash"))
    assert crew.do(task("pid")) != first


def test_a_worker_killed_while_idle_costs_nothing(crew):
    first = int(crew.do(task("pid")))
    os.kill(first, signal.SIGKILL)
    assert ends_within(5, first)
    assert int(crew.do(task("pid"))) != first


def test_a_worker_killed_from_outside_costs_the_input_it_had(crew):
    pid = int(crew.do(task("pid")))
    killer = threading.Timer(0.3, os.kill, (pid, signal.SIGKILL))
    killer.start()
    with pytest.raises(LimitError, match=r"report\.pdf: its reader was killed from outside \(signal 9\)"):
        crew.do(task("sleep"))
    killer.join()
    assert crew.do(task("name")) == b"report.pdf"


def test_memory_is_counted_anew_for_every_input(crew):
    with pytest.raises(LimitError):
        crew.do(task("devour bit by bit", memory=200 * MEGABYTE))
    with pytest.raises(LimitError, match="400 MB"):
        crew.do(task("devour bit by bit", memory=400 * MEGABYTE))


def test_no_more_workers_than_asked_for_serve_many_threads(crew):
    pids: set[bytes] = set()
    threads = [threading.Thread(target=lambda: pids.add(crew.do(task("pid")))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert 1 <= len(pids) <= 2


def test_closing_ends_busy_workers_at_once():
    crew = Crew(1, maker="hostile:job")
    pid = int(crew.do(task("pid")))
    failures: list[OnrecordError] = []

    def wait() -> None:
        with pytest.raises(OnrecordError) as caught:
            crew.do(task("sleep"))
        failures.append(caught.value)

    waiting = threading.Thread(target=wait)
    waiting.start()
    time.sleep(0.2)
    crew.close()
    waiting.join(5)
    assert failures
    assert not is_alive(pid)
    with pytest.raises(OnrecordError, match="have been ended"):
        crew.do(task("name"))


def test_a_job_that_cannot_be_made_is_told_in_the_answer():
    crew = Crew(1, maker="hostile:broken")
    with pytest.raises(ReadError, match="No module named 'onnxruntime'"):
        crew.do(task("name"))
    crew.close()


def test_a_model_that_cannot_be_used_is_no_fault_of_the_input(crew):
    with pytest.raises(ModelError, match=r"^there is no model in /nowhere$"):
        crew.do(task("no model"))
    assert crew.do(task("name")) == b"report.pdf"


def test_workers_that_cannot_start_at_all_are_no_fault_of_the_input(monkeypatch):
    monkeypatch.setattr(sys, "path", [])
    crew = Crew(1, maker="hostile:job")
    with pytest.raises(
        WorkerError, match=r"exit status 1 before it had anything to do: ModuleNotFoundError: No module named 'onrecord'"
    ):
        crew.do(task("name"))
    crew.close()


def test_an_interpreter_that_is_not_there_is_named(monkeypatch):
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    crew = Crew(1, maker="hostile:job")
    with pytest.raises(WorkerError, match="cannot be started with '/nowhere/python': No such file or directory"):
        crew.do(task("name"))
    crew.close()


BUSY = """
import sys, threading
sys.path.insert(0, {here!r})
from onrecord.engine.crew import Crew
from test_workers import task
crew = Crew(1, maker="hostile:job")
print(int(crew.do(task("pid"))), flush=True)
try:
    crew.do(task({harm!r}, seconds=1))
except BaseException as error:
    print(type(error).__name__, flush=True)
    raise
"""


def busy(harm: str) -> tuple[subprocess.Popen[str], int]:
    """A process whose worker does `harm`, and the worker's id."""
    command = [sys.executable, "-c", BUSY.format(here=str(HERE), harm=harm)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    pid = int(process.stdout.readline())
    time.sleep(0.2)
    return process, pid


@pytest.mark.parametrize(("harm", "seconds"), [("sleep", 5), ("hang", 20)])
def test_no_worker_outlives_a_killed_process_for_long(harm, seconds):
    process, pid = busy(harm)
    with process:
        process.kill()
    assert ends_within(seconds, pid)


def test_an_interrupt_ends_the_worker_at_once():
    process, pid = busy("sleep")
    with process:
        process.send_signal(signal.SIGINT)
        start = time.monotonic()
        assert process.communicate()[0] == "KeyboardInterrupt\n"
    assert time.monotonic() - start < 10
    assert ends_within(5, pid)
