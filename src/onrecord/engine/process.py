"""One worker process, as seen from the process that started it."""

from __future__ import annotations

import contextlib
import io
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from typing import IO, cast

import msgspec

from onrecord.engine.bounds import OUT_OF_MEMORY, OUT_OF_TIME, tells_of_memory
from onrecord.engine.wire import Reply, Task, receive, send
from onrecord.errors import DamagedError, LimitError, ReadError, WorkerError
from onrecord.reading.limits import MEGABYTE

__all__ = ["Worker", "out_of_memory"]

# The worker sees the modules that this process sees, and nothing that happens to lie in the current folder.
_START = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from onrecord.engine.worker import main; main(sys.argv[2])"
_FLAGS = ("-P", "-X", "utf8")
# One thread each: the work is shared out by processes. No seed of the day: the same answer every time.
_ENVIRONMENT = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "PYTHONHASHSEED": "0"}
_START_SECONDS = 120.0
_LAST = 2_000  # bytes


def _start(maker: str, complaints: IO[bytes]) -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(  # noqa: S603 - our own interpreter and code
            [sys.executable or "python3", *_FLAGS, "-c", _START, json.dumps(sys.path), maker],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=complaints,
            bufsize=0,
            env={**os.environ, **_ENVIRONMENT},
            start_new_session=True,  # a Ctrl-C in the terminal is ours to act on
        )
    except OSError as error:
        complaints.close()
        raise WorkerError(f"a worker process cannot be started with {sys.executable!r}: {error.strerror}") from error


class Worker:
    """A process that does tasks one by one. `maker`, as `module:function`, makes its job (see `onrecord.engine.worker`)."""

    def __init__(self, maker: str) -> None:
        self._complaints = tempfile.TemporaryFile("a+b")  # noqa: SIM115 - as long as the process
        self._process = _start(maker, self._complaints)
        self._requests = cast("io.RawIOBase", self._process.stdin)
        self._replies = cast("io.RawIOBase", self._process.stdout)
        self._late = False
        self._quiet = 0  # up to where the complaints are of earlier tasks

    def ask(self, task: Task) -> Reply:
        """Have the task done. Raises `WorkerError` where the worker was dead already, `ReadError` where it died of the task.

        After either of them, and after an exception from outside, the worker is of no more use.
        """
        with self._limit(_START_SECONDS):
            with contextlib.suppress(OSError):  # where it is dead, there is no answer either
                send(self._requests, msgspec.msgpack.encode(task))
            taken = receive(self._replies)
        if taken is None:
            raise WorkerError(f"a worker process {self._end()} before it had anything to do: {self._complaint()[-1]}")
        with self._limit(task.seconds):
            frame = receive(self._replies)
        if frame is None:
            raise self._died_of(task)
        self._quiet = self._complaints.seek(0, os.SEEK_END)
        return msgspec.msgpack.decode(frame, type=Reply)

    def kill(self) -> None:
        """End the process, and any that it started, now."""
        if self._process.returncode is not None:
            return  # the number may be another process's by now
        with contextlib.suppress(OSError):
            if hasattr(os, "killpg"):
                os.killpg(self._process.pid, signal.SIGKILL)
            else:
                self._process.kill()
        self._process.wait()

    def close(self) -> None:
        """End the process and let go of the pipes; not while another thread asks."""
        self.kill()
        self._requests.close()
        self._replies.close()
        self._complaints.close()

    @contextlib.contextmanager
    def _limit(self, seconds: float) -> Iterator[None]:
        timer = threading.Timer(seconds, self._expire)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def _expire(self) -> None:
        self._late = True
        self.kill()

    def _died_of(self, task: Task) -> ReadError:
        end = self._end()
        if self._late or self._process.returncode == OUT_OF_TIME:
            return LimitError(task.name, f"took longer than {task.seconds:g} s to read")
        if self._process.returncode == OUT_OF_MEMORY or tells_of_memory("\n".join(self._complaint())):
            return out_of_memory(task)
        if self._process.returncode == -signal.SIGKILL:
            return LimitError(task.name, "its reader was killed from outside (signal 9), most often for want of memory")
        return DamagedError(task.name, f"its reader {end}")

    def _end(self) -> str:
        """How the process ended, in words."""
        self.kill()
        status = self._process.returncode
        if status >= 0:
            return f"ended with exit status {status}"
        return f"crashed (signal {-status}, {signal.strsignal(-status)})"

    def _complaint(self) -> list[str]:
        """The last lines of what the process, or a library in it, wrote to its standard error during the task."""
        self._complaints.seek(max(self._complaints.seek(0, os.SEEK_END) - _LAST, self._quiet))
        return self._complaints.read().decode(errors="replace").strip().split("\n")


def out_of_memory(task: Task) -> LimitError:
    """The error for a task that took more memory than it may."""
    return LimitError(task.name, f"needed more than {task.memory / MEGABYTE:,.0f} MB of memory to read")
