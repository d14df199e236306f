"""The verbs: read one source, read many."""

from __future__ import annotations

import atexit
import functools
import os
import queue
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future

from onrecord.citations.entries import Entries
from onrecord.engine.crew import Crew, processors
from onrecord.engine.sources import Input, Source, from_text, load
from onrecord.engine.wire import Task
from onrecord.errors import OnrecordError, ReadError
from onrecord.reading.limits import MEGABYTE, Limits
from onrecord.record import Record

__all__ = ["read", "read_many"]

_MEMORY = 2_000 * MEGABYTE
_LEAST_MEMORY = 800 * MEGABYTE  # a worker that has read long texts with the default model keeps more than 500
_LIMITS = Limits()
_SECONDS = 120.0
_SECONDS_PER_MEGABYTE = 300.0  # a megabyte of plain text takes about 140 on one core
_AHEAD = 8  # results kept for each worker while an earlier source is not done


def read(
    source: Source | None = None,
    *,
    text: str | None = None,
    name: str | None = None,
    limits: Limits = _LIMITS,
    timeout: float | None = None,
    memory: int = _MEMORY,
    entries: Entries | None = None,
    model: str = "default",
) -> Record:
    """Read one report.

    `source` is taken as

    - a path, where it is a `pathlib.Path` (or any `os.PathLike`);
    - the report's own bytes, where it is `bytes`;
    - an address to be fetched, where it is a string that begins with `http://` or `https://` and has no white space;
    - a text, where it is a string with a line feed in it;
    - a path, where it is a string and a file of that name exists;
    - a text, where it is a string of two words or more that ends as a sentence does: in `.`, `!`, `?` or `…`, with or
      without closing marks behind;

    and any other string is an error. Give a text from a stranger as `text=`, a path from a stranger as a `pathlib.Path`:
    then nothing depends on what it looks like. `name` is what errors call the input instead of its own name.

    The work is done in a process of its own, kept for the next call, with at most `timeout` seconds (by default 120, and
    300 more for each megabyte of the input) and `memory` bytes (800 MB or more). `entries` are
    further ones for the catalogue of what reports cite (see `onrecord.citations.additions`). `model` is "default", "fast" (what
    it loses stands on the page "Read many reports") or the folder of a model that you made.

    Raises `ReadError` where the source cannot be read, `ModelError` where the model cannot be used, `WorkerError` where no
    process can be started.
    """
    _check_memory(memory)
    given = _given(source, text, limits)
    task = _task(given, name, limits=limits, timeout=timeout, memory=memory, entries=entries, model=model)
    return Record.from_json(_crew().do(task))


def read_many(
    sources: Iterable[Source],
    *,
    workers: int | None = None,
    limits: Limits = _LIMITS,
    timeout: float | None = None,
    memory: int = _MEMORY,
    entries: Entries | None = None,
    model: str = "default",
) -> Iterator[Record | ReadError]:
    """Read many reports, each as `read` does; a source that cannot be read gives its `ReadError` and the rest goes on.

    Results come in the order of the sources and are the same whatever the number of `workers`, by default one for each
    processor. Sources are asked for as they are needed, so they may be a generator. Raises `ModelError` where the model cannot
    be used. Leaving the iterator early ends the workers.
    """
    count = processors() if workers is None else workers
    if count < 1:
        raise OnrecordError(f"workers must be 1 or more, not {count}")
    _check_memory(memory)
    return _in_order(iter(sources), count, limits=limits, timeout=timeout, memory=memory, entries=entries, model=model)


def _check_memory(memory: int) -> None:
    if memory < _LEAST_MEMORY:
        raise OnrecordError(f"memory must be {_LEAST_MEMORY:,} bytes or more, not {memory:,}")


def _given(source: Source | None, text: str | None, limits: Limits) -> Input:
    if source is not None and text is None:
        return load(source, limits=limits)
    if text is not None and source is None:
        return from_text(text)
    raise OnrecordError("read takes a source or text=, one of the two")


def _in_order(
    sources: Iterator[Source],
    count: int,
    *,
    limits: Limits,
    timeout: float | None,
    memory: int,
    entries: Entries | None,
    model: str,
) -> Iterator[Record | ReadError]:
    crew = Crew(count)

    def work(source: Source) -> bytes:
        given = load(source, limits=limits)
        return crew.do(_task(given, None, limits=limits, timeout=timeout, memory=memory, entries=entries, model=model))

    jobs: queue.SimpleQueue[tuple[Future[bytes], Source] | None] = queue.SimpleQueue()
    pending: deque[Future[bytes]] = deque()
    try:
        for _ in range(count):
            # Not a ThreadPoolExecutor: Python would wait for its threads at exit.
            threading.Thread(target=_serve, args=(jobs, work), daemon=True).start()
        for source in sources:
            pending.append(Future())
            jobs.put((pending[-1], source))
            if len(pending) > _AHEAD * count:
                yield _outcome(pending.popleft())
        while pending:
            yield _outcome(pending.popleft())
    finally:
        crew.close()
        for _ in range(count):
            jobs.put(None)


def _serve(jobs: queue.SimpleQueue[tuple[Future[bytes], Source] | None], work: Callable[[Source], bytes]) -> None:
    while job := jobs.get():
        future, source = job
        try:
            future.set_result(work(source))
        except BaseException as error:
            future.set_exception(error)


def _outcome(future: Future[bytes]) -> Record | ReadError:
    try:
        return Record.from_json(future.result())
    except ReadError as error:
        return error


def _task(
    given: Input,
    name: str | None,
    *,
    limits: Limits,
    timeout: float | None,
    memory: int,
    entries: Entries | None,
    model: str,
) -> Task:
    scaled = _SECONDS + _SECONDS_PER_MEGABYTE * len(given.data) / MEGABYTE
    return Task(
        name=name or given.name,
        uri=given.uri,
        media_type=given.media_type,
        data=given.data,
        limits=limits,
        seconds=scaled if timeout is None else timeout,
        memory=memory,
        entries=entries,
        model=model,
    )


@functools.cache
def _crew() -> Crew:
    """The workers that serve `read`: one for each thread that calls it at the same time, kept until the end."""
    crew = Crew(processors())
    atexit.register(crew.close)
    return crew


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_crew.cache_clear)  # a worker cannot serve two processes
