"""Worker processes that do one kind of task: started when needed, used again, replaced when they die."""

from __future__ import annotations

import os
import threading

from onrecord import errors
from onrecord.engine.process import Worker, out_of_memory
from onrecord.engine.wire import Reply, Task
from onrecord.errors import WorkerError

__all__ = ["ANALYST", "Crew", "processors"]

ANALYST = "onrecord.engine.analyse:analyst"


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Crew:
    """At most `size` workers at a time. May be used from several threads; a thread waits while all workers are busy."""

    def __init__(self, size: int, *, maker: str = ANALYST) -> None:
        self._maker = maker
        self._places = threading.Semaphore(size)
        self._lock = threading.Lock()
        self._workers: set[Worker] = set()
        self._idle: list[Worker] = []
        self._closed = False

    def do(self, task: Task) -> bytes:
        """What the job makes of the task. Raises `ReadError`, `ModelError` and, where no worker starts, `WorkerError`."""
        with self._places:
            try:
                reply = self._ask(self._idle_or_new(), task)
            except WorkerError:  # it may have died while it stood idle
                reply = self._ask(self._start(), task)
        return _result(reply, task)

    def close(self) -> None:
        """End all workers at once, busy or not."""
        with self._lock:
            self._closed = True
            for worker in self._workers:
                worker.kill()
            while self._idle:
                self._idle.pop().close()

    def _ask(self, worker: Worker, task: Task) -> Reply:
        try:
            reply = worker.ask(task)
        except BaseException:
            with self._lock:
                self._workers.discard(worker)
            worker.close()
            raise
        with self._lock:
            if self._closed:
                worker.close()
            else:
                self._idle.append(worker)
        return reply

    def _idle_or_new(self) -> Worker:
        with self._lock:
            if self._idle:
                return self._idle.pop()
        return self._start()

    def _start(self) -> Worker:
        with self._lock:
            if self._closed:
                raise WorkerError("the worker processes have been ended")
            worker = Worker(self._maker)
            self._workers.add(worker)
            return worker


def _result(reply: Reply, task: Task) -> bytes:
    if reply.record is not None:
        return reply.record
    if reply.error == MemoryError.__name__:
        raise out_of_memory(task)
    raise getattr(errors, reply.error)(*reply.arguments)
