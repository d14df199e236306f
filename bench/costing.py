"""`python -m bench cost`: what it costs to read so many reports, in seconds of a processor.

The worker processes' time is what they used, without their start; it depends little on what else the machine does.
Beside it stands the time of the thread that hands the reports out and takes the records in, on this machine and with a Ray
cluster of it: no cluster reads faster than that one thread hands out.
"""

from __future__ import annotations

import resource
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.machine import machine
from bench.page import Page
from bench.speed import texts
from onrecord.batch import cluster
from onrecord.engine.crew import processors
from onrecord.engine.read import read_many
from onrecord.engine.sources import Input
from onrecord.errors import ReadError
from onrecord.record import Record

__all__ = ["Reading", "measure", "show"]

_PATIENCE = 3600.0  # seconds: on a busy machine a short text may take long by the clock


@dataclass(frozen=True, slots=True)
class Reading:
    """So many texts read: their words, the bytes of their records, and seconds of a processor."""

    texts: int
    words: int
    record_bytes: int
    workers: float
    handing: float
    handing_to_ray: float


def measure(folder: Path, number: int) -> Reading:
    """Read `number` texts made from FOLDER/*.txt, once here and once on a Ray cluster that is started here.

    The start of the workers is known from a reading of one text for each, and taken off.
    """
    data = texts(folder, number)
    inputs = [Input(one, f"text {n}", media_type="text/plain; charset=utf-8") for n, one in enumerate(data)]
    first = processors()
    begun = _of_children()
    _read(read_many(inputs[:first], timeout=_PATIENCE))
    started = _of_children()
    size, handing = _read(read_many(inputs, timeout=_PATIENCE))
    workers = (_of_children() - started - (started - begun)) * number / (number - first)
    _, handing_to_ray = _read(cluster.read_many(inputs, address="local", timeout=_PATIENCE))
    return Reading(number, sum(len(one.split()) for one in data), size, workers, handing, handing_to_ray)


def _read(outcomes: Iterator[Record | ReadError]) -> tuple[int, float]:
    """The bytes of all records, and this thread's seconds from the first one on: starting is done once, and Ray's own threads
    use more the longer they wait."""
    size = 0
    start = time.thread_time()
    for number, outcome in enumerate(outcomes):
        if isinstance(outcome, ReadError):
            raise outcome
        if number == 0:
            start = time.thread_time()
        size += len(outcome.to_json().encode())
    return size, time.thread_time() - start


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def show(found: Reading, page: Page) -> None:
    """Each sum for a thousand reports."""
    page.line("\n".join(machine()))
    thousand = 1000 / found.texts
    page.line(f"{found.texts:,} texts of {found.words / found.texts:.0f} words each, read by the workers and handed out by one")
    page.line(f"a thousand take {found.workers * thousand:.0f} processor seconds to read")
    page.line(f"and {found.handing * thousand:.1f} to hand out here, {found.handing_to_ray * thousand:.1f} to a Ray cluster")
    page.line(f"their records take {found.record_bytes * thousand / 1e6:.0f} MB")
