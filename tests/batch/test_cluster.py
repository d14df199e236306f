"""Reading on a Ray cluster: the bytes of a local reading, also where a worker dies; what goes wrong is said in plain words."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import ray
from processes import children, ends_within
from ray.cluster_utils import Cluster

import onrecord
from onrecord.batch.cluster import read_many
from onrecord.errors import ModelError, OnrecordError, ReadError, WorkerError

_STORE = {"num_cpus": 1, "object_store_memory": 80_000_000}

REPORT = """Ferry company heard at Port Velm

“The second lifeboat was never lowered,” said Ms. Ilse Brandt, chair of the inquiry. She added that {} passengers, among them
{} children, had been on board.

Anton Varga, the company's director, denied that the ferry had been overloaded. “We counted {},” he told reporters.
"""


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """Two machines with one processor each, both this one; objects lie on disk, since containers share little memory."""
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    where = {**_STORE, "plasma_directory": str(tmp_path_factory.mktemp("plasma"))}
    made = Cluster(initialize_head=True, head_node_args={**where, "include_dashboard": False})
    made.add_node(**where)
    ray.init(address=made.address, log_to_driver=False, logging_level="ERROR")
    yield made
    ray.shutdown()
    made.shutdown()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("reports")
    for number in range(24):
        # Of different lengths, so that later ones are done before earlier ones.
        text = REPORT.format(200 + number, 12 + number, 180 + number) * (1 + number % 3)
        (made / f"{number:02}.txt").write_text(text, encoding="utf-8")
    (made / "05.txt").write_bytes(b"%PDF-1.7 cut short")
    return made


def lines(outcomes: Iterator[onrecord.Record | ReadError]) -> list[str]:
    return [str(one) if isinstance(one, ReadError) else one.to_json() for one in outcomes]


def workers() -> set[int]:
    """The processes of Ray that have a reader of onrecord below them."""
    machines = {pid for pid in children() if children(pid)}
    return {worker for machine in machines for worker in children(machine) if children(worker)}


def test_a_cluster_gives_the_bytes_of_a_local_reading_also_where_a_worker_is_killed(cluster: Cluster, folder: Path) -> None:
    files = [*sorted(folder.iterdir()), folder / "missing.txt"]
    local = lines(onrecord.read_many(files))
    outcomes = read_many(files)
    half = [next(outcomes) for _ in range(len(files) // 2)]
    busy = workers()
    assert len(busy) == 2
    victim = min(busy)
    os.kill(victim, signal.SIGKILL)
    assert ends_within(10, victim)
    assert [*lines(iter(half)), *lines(outcomes)] == local
    assert sum("damaged" in line for line in local) == 1
    assert "missing.txt: there is no such file" in local[-1]


def test_a_source_whose_worker_always_dies_has_its_error_and_the_rest_goes_on(
    cluster: Cluster, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(given: onrecord.Input, options: object) -> ReadError:
        if given.name.endswith("01.txt"):
            os._exit(1)
        return ReadError(given.name, "was had")

    monkeypatch.setattr("onrecord.batch.cluster._read", read)
    outcomes = lines(read_many(sorted(folder.iterdir())[:3]))
    assert [line.endswith("was had") for line in outcomes] == [True, False, True]
    assert "its worker on the cluster died 5 times over" in outcomes[1]


def test_a_fault_that_is_no_fault_of_the_input_ends_the_reading(cluster: Cluster, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "model.onnx").write_bytes(b"no model")
    with pytest.raises(ModelError):
        list(read_many([folder / "00.txt"], model=str(tmp_path)))


def test_another_release_on_a_machine_is_said(cluster: Cluster, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.batch.cluster.__version__", "0.0.9")
    with pytest.raises(WorkerError, match=r"has onrecord .* this one has onrecord 0\.0\.9 .*; install the same on all"):
        list(read_many([folder / "00.txt"]))


def test_without_the_extra_the_command_that_brings_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(OnrecordError, match=r"pip install 'onrecord\[ray\]'"):
        read_many([])


@pytest.mark.parametrize("address", ["127.0.0.1:9", "nowhere", "ray://127.0.0.1:9"])
def test_a_cluster_that_does_not_answer_is_named(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ray, "is_initialized", lambda: False)
    with pytest.raises(WorkerError, match=f"no Ray cluster answers at '{address}'"):
        list(read_many([], address=address))
