"""The worker process: takes tasks from its standard input, does its job on each, answers on its standard output.

It stands alone so that a native library that crashes, hangs or devours memory costs one input. It starts as a fresh
interpreter, not through `multiprocessing`, so that scripts need no `if __name__ == "__main__"`.
"""

from __future__ import annotations

import importlib
import io
import os
import select
import signal
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path

import msgspec

from onrecord import errors
from onrecord.engine.wire import Reply, Task, receive, send

__all__ = ["OUT_OF_MEMORY", "Job", "main"]

Job = Callable[[Task], bytes]

OUT_OF_MEMORY = 77  # exit status
_GRACE = 10.0  # seconds: whoever started the worker keeps the time; this is for when that one is dead


def main(maker: str) -> None:
    """Serve until the standard input ends. `maker`, as `module:function`, makes the job."""
    requests, replies = _pipes()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _end_with(requests)
    module, _, function = maker.partition(":")
    job: Job = getattr(importlib.import_module(module), function)()
    while (frame := receive(requests)) is not None:
        task = msgspec.msgpack.decode(frame, type=Task)
        send(replies, b"")
        _limit_memory(task.memory)
        _limit_time(task.seconds + _GRACE)
        reply = _answer(job, task)
        _limit_time(0)
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


def _answer(job: Job, task: Task) -> Reply:
    try:
        return Reply(record=job(task))
    except errors.ReadError as error:
        return Reply(error=type(error).__name__, arguments=(error.name, error.reason))
    except errors.ModelError as error:
        return Reply(error=type(error).__name__, arguments=(str(error),))
    except MemoryError:
        return Reply(error=MemoryError.__name__)
    except RecursionError:
        return Reply(error=errors.LimitError.__name__, arguments=(task.name, "is nested too deeply to be read"))
    except Exception as error:  # a fault of ours must cost no more than a fault of the input
        reason = f"onrecord failed on it, please report this: {type(error).__name__}: {error} ({_where(error)})"
        return Reply(error=errors.ReadError.__name__, arguments=(task.name, reason))


def _where(error: Exception) -> str:
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{Path(last.filename).name}, line {last.lineno}"


def _limit_time(seconds: float) -> None:
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _limit_memory(size: int) -> None:
    """Let allocations fail from here on once the process has `size` bytes of its own."""
    if sys.platform == "linux":
        import resource

        # Not RLIMIT_AS: libraries reserve far more addresses than they ever fill.
        _, most = resource.getrlimit(resource.RLIMIT_DATA)
        resource.setrlimit(resource.RLIMIT_DATA, (size if most == resource.RLIM_INFINITY else min(size, most), most))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _end_with(requests: io.FileIO) -> None:
    """End this process as soon as nobody is left who could ask it anything, whatever it is at."""
    if not hasattr(select, "poll"):
        return

    def wait() -> None:
        hang_up = select.poll()
        hang_up.register(requests, 0)
        hang_up.poll()
        os._exit(0)

    threading.Thread(target=wait, daemon=True).start()
