"""The worker process: takes tasks from its standard input, does its job on each, answers on its standard output.

It stands alone so that a native library that crashes, hangs or devours memory costs one input. It starts as a fresh
interpreter, not through `multiprocessing`, so that scripts need no `if __name__ == "__main__"`.
"""

from __future__ import annotations

import importlib
import io
import os
import signal
import traceback
from collections.abc import Callable
from pathlib import Path

import msgspec

from onrecord import errors
from onrecord.engine.bounds import Bounds, tells_of_memory
from onrecord.engine.wire import Reply, Task, receive, send

__all__ = ["Job", "main"]

Job = Callable[[Task], bytes]


def main(maker: str) -> None:
    """Serve until the standard input ends. `maker`, as `module:function`, makes the job."""
    requests, replies = _pipes()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    bounds = Bounds(requests)
    job = _job(maker)
    while (frame := receive(requests)) is not None:
        task = msgspec.msgpack.decode(frame, type=Task)
        del frame  # it may be a large one
        send(replies, b"")
        bounds.set(seconds=task.seconds, memory=task.memory)
        reply = _answer(job, task)
        bounds.lift()
        send(replies, msgspec.msgpack.encode(reply))
        if reply.error == MemoryError.__name__:
            return  # what is left of the heap is in pieces


def _pipes() -> tuple[io.FileIO, io.FileIO]:
    """Both ends for ourselves alone; in their places nothing to read, and the errors' stream to write to."""
    requests, replies = io.FileIO(os.dup(0), "rb"), io.FileIO(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    return requests, replies


def _job(maker: str) -> Job:
    module, _, function = maker.partition(":")
    try:
        job: Job = getattr(importlib.import_module(module), function)()
    except Exception as error:
        fault = error  # such as a library that is not there; said in the answer to each task, where it is seen

        def job(task: Task) -> bytes:
            raise fault

    return job


def _answer(job: Job, task: Task) -> Reply:
    try:
        return Reply(record=job(task))
    except errors.ReadError as error:
        return Reply(error=type(error).__name__, arguments=(error.name, error.reason))
    except RecursionError:
        return Reply(error=errors.LimitError.__name__, arguments=(task.name, "is nested too deeply to be read"))
    except Exception as error:  # a fault of ours must cost no more than a fault of the input
        if isinstance(error, MemoryError) or tells_of_memory(str(error)):
            return Reply(error=MemoryError.__name__)
        if isinstance(error, errors.ModelError):
            return Reply(error=type(error).__name__, arguments=(str(error),))
        reason = f"onrecord failed on it, please report this: {type(error).__name__}: {error} ({_where(error)})"
        return Reply(error=errors.ReadError.__name__, arguments=(task.name, reason))


def _where(error: Exception) -> str:
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{Path(last.filename).name}, line {last.lineno}"
