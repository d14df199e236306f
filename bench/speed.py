"""`python -m bench speed`: words a second, start-up, memory, growth with length, and how near the model comes to the machine.

Timed on the texts of a folder, repeated until there are enough of them. Words are what white space parts. Memory is the
resident memory of this process and all its workers together, looked at every 50 ms. Nothing else should run beside it.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from rich.table import Table

from bench.chain import record_of
from bench.machine import machine, peaks, work_per_piece
from bench.page import Page
from bench.readings import documents
from onrecord import ReadError, read_many
from onrecord.attribution.encoder import load
from onrecord.engine.sources import Input

__all__ = ["Memory", "Timed", "growth", "many", "model_share", "show", "start_up", "texts"]


@dataclass(frozen=True, slots=True)
class Timed:
    """Words read, seconds taken, peak resident memory in bytes."""

    words: int
    seconds: float
    memory: int

    @property
    def rate(self) -> float:
        """Words a second."""
        return self.words / self.seconds


class Memory(threading.Thread):
    """Watches the resident memory of this process and its descendants while it is open (Linux)."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.peak = 0
        self._closed = threading.Event()

    def __enter__(self) -> Memory:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._closed.set()
        self.join()

    def run(self) -> None:
        """Look again and again."""
        while True:
            self.peak = max(self.peak, sum(map(_resident, _family(os.getpid()))))
            if self._closed.wait(0.05):
                return


def _family(process: int) -> Iterator[int]:
    yield process
    try:
        children = [
            int(child) for task in Path(f"/proc/{process}/task").iterdir() for child in (task / "children").read_text().split()
        ]
    except OSError:  # it has ended meanwhile
        return
    for child in children:
        yield from _family(child)


def _resident(process: int) -> int:
    try:
        pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    except OSError:
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")


def texts(folder: Path, number: int) -> list[bytes]:
    """`number` texts: those of the folder in turn, each repetition with a line of its own so that no two are the same."""
    own = [path.with_suffix(".txt").read_bytes() for path in documents(folder)]
    return [own[n % len(own)] + f"\n\nCopy {n // len(own)}.\n".encode() for n in range(number)]


def many(data: list[bytes], *, workers: int) -> Timed:
    """Read all texts with so many worker processes, starting them included."""
    inputs = [Input(name=f"text {n}", data=one, media_type="text/plain") for n, one in enumerate(data)]
    with Memory() as memory:
        start = time.perf_counter()
        for record in read_many(inputs, workers=workers):
            if isinstance(record, ReadError):
                raise record
        seconds = time.perf_counter() - start
    return Timed(sum(len(one.split()) for one in data), seconds, memory.peak)


def start_up(arguments: list[str], *, times: int = 5) -> float:
    """Seconds of the fastest of some runs of the command line with these arguments."""
    command = [str(Path(sys.executable).with_name("onrecord")), *arguments]
    return min(_seconds(lambda: subprocess.run(command, check=True, capture_output=True)) for _ in range(times))


def _seconds(do: Callable[[], object]) -> float:
    start = time.perf_counter()
    do()
    return time.perf_counter() - start


def growth(folder: Path, sizes: tuple[int, ...] = (10_000, 100_000, 1_000_000)) -> list[tuple[int, Timed]]:
    """One text of each size in bytes, in a process of its own, so that one's memory does not hide the next's."""
    results = []
    whole = b"".join(texts(folder, 40))
    for size in sizes:
        data = (whole * (size // len(whole) + 1))[:size].decode("utf-8", "ignore").encode()
        results.append((size, many([data], workers=1)))
    return results


@dataclass(frozen=True, slots=True)
class Share:
    """The encoder alone on one core: pieces a second (each counted once), and multiply-adds a second of its matrices."""

    pieces: float
    work: float | None


def model_share(folder: Path) -> Share:
    """Run the encoder over the texts of the folder, in this process, on one core."""
    encoder = load()
    flows = [record_of(data, "warm-up", media_type="text/plain").document.text for data in texts(folder, 20)]
    counted = sum(len(tagged.pieces) for tagged in map(encoder.tag, flows))
    seconds = min(_seconds(lambda: list(map(encoder.tag, flows))) for _ in range(3))
    work = work_per_piece()
    return Share(counted / seconds, work * counted / seconds if work else None)


def show(folder: Path, numbers: tuple[int, ...], page: Page) -> None:
    """Measure and print everything, as it comes."""
    page.line("\n".join(machine()))
    _show_rates(folder, numbers, page)
    table = Table(title="one text, one worker", title_justify="left")
    for head in ("bytes", "words", "seconds", "words/s", "peak memory"):
        table.add_column(head, justify="right")
    for size, timed in growth(folder):
        table.add_row(f"{size:,}", f"{timed.words:,}", f"{timed.seconds:.1f}", f"{timed.rate:,.0f}", _megabytes(timed.memory))
    page.table(table)
    _show_model(folder, page)  # last: it loads the model into this process, which would count as memory of the others


def _show_rates(folder: Path, numbers: tuple[int, ...], page: Page) -> None:
    first = str(documents(folder)[0].with_suffix(".txt"))
    for name, arguments in (("--help", ["--help"]), ("--version", ["--version"]), ("read, one text", ["read", first])):
        page.line(f"onrecord {name}: {start_up(arguments):.2f} s")
    table = Table(title="many texts, start of the workers included", title_justify="left")
    for head in ("texts", "words", "workers", "seconds", "words/s", "peak memory"):
        table.add_column(head, justify="right")
    for number in numbers:
        for workers in (1, 2):
            timed = many(texts(folder, number), workers=workers)
            cells = (f"{timed.seconds:.1f}", f"{timed.rate:,.0f}", _megabytes(timed.memory))
            table.add_row(str(number), f"{timed.words:,}", str(workers), *cells)
    page.table(table)


def _show_model(folder: Path, page: Page) -> None:
    share, most = model_share(folder), peaks()
    page.line(f"the model alone, one core: {share.pieces:,.0f} word pieces a second")
    page.line(f"matrix multiplication, one core: {most.single / 1e9:.1f} billion multiply-adds a second in float32")
    page.line(f"    and {most.integer / 1e9:.1f} in 8-bit integers by the same run time as the model's")
    if share.work is None:
        page.line("    the model's share is not measured: it needs the package onnx, to count the model's work")
    else:
        page.line(
            f"the model's matrices: {share.work / 1e9:.1f} billion multiply-adds a second, "
            f"{100 * share.work / most.single:.0f} % of float32's peak, {100 * share.work / most.integer:.0f} % of 8-bit's"
        )


def _megabytes(memory: int) -> str:
    return f"{memory / 1e6:,.0f} MB"
