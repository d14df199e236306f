"""What inputs can do to a worker, done on purpose: each task's bytes name the harm."""

from __future__ import annotations

import ctypes
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable

from onrecord.engine.wire import Task
from onrecord.errors import DamagedError, ModelError

__all__ = ["broken", "job"]


def job() -> Callable[[Task], bytes]:
    """A worker's job: do what the bytes say."""
    return lambda task: HARMS[task.data.decode()](task)


def broken() -> Callable[[Task], bytes]:
    """A worker's job that cannot even be made."""
    raise ModuleNotFoundError("No module named 'onnxruntime'")


def _name(task: Task) -> bytes:
    return task.name.encode()


def _pid(_: Task) -> bytes:
    return str(os.getpid()).encode()


def _crash(_: Task) -> bytes:
    return ctypes.string_at(0)


def _leave(_: Task) -> bytes:
    os._exit(3)


def _sleep(_: Task) -> bytes:
    time.sleep(60)
    return b""


def _hang(_: Task) -> bytes:
    """Never comes back and never lets another Python thread run."""
    return str(re.fullmatch("(a*)*b", "a" * 40)).encode()


def _devour(_: Task) -> bytes:
    return bytes(bytearray(1 << 33))


def _devour_bit_by_bit(_: Task) -> bytes:
    heap = []
    while True:
        heap.append(bytearray(1 << 20))


def _nest(task: Task) -> bytes:
    return _nest(task)


def _chatter(_: Task) -> bytes:
    sys.stdout.write("Python says so\n" * 10_000)
    sys.stdout.flush()
    os.write(1, b"\x00\x00\x00\x00\x00\x00\x00\x07libnoise")
    os.write(2, b"libnoise: warning\n" * 10_000)
    subprocess.run(["sh", "-c", "echo from a child; cat"], check=True)
    return b"heard"


def _damaged(task: Task) -> bytes:
    raise DamagedError(task.name, "ends in the middle of a page")


def _native_death(_: Task) -> bytes:
    """As C++ and Rust end a process that got no memory."""
    os.write(2, b"terminate called after throwing an instance of 'std::bad_alloc'\n  what():  std::bad_alloc\n")
    os.abort()


def _model_without_memory(_: Task) -> bytes:
    raise ModelError("the model in /nowhere cannot be loaded: std::bad_alloc")


def _no_model(_: Task) -> bytes:
    raise ModelError("there is no model in /nowhere")


def _fault(_: Task) -> bytes:
    return {}["speaker"]


def _offspring(_: Task) -> bytes:
    subprocess.run(["sleep", "61.5"], check=True)
    return b""


HARMS: dict[str, Callable[[Task], bytes]] = {
    "name": _name,
    "pid": _pid,
    "crash": _crash,
    "leave": _leave,
    "sleep": _sleep,
    "hang": _hang,
    "devour": _devour,
    "devour bit by bit": _devour_bit_by_bit,
    "nest": _nest,
    "chatter": _chatter,
    "damaged": _damaged,
    "no model": _no_model,
    "native death": _native_death,
    "model without memory": _model_without_memory,
    "fault": _fault,
    "offspring": _offspring,
}
