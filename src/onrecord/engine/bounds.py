"""What keeps a worker process within bounds from the inside, also when whoever started it is dead or does not look.

Windows has none of it; there the process that started the worker keeps the time, and nobody the memory.
"""

from __future__ import annotations

import io
import os
import re
import select
import signal
import sys
import threading

if sys.platform != "win32":
    import resource

__all__ = ["OUT_OF_MEMORY", "OUT_OF_TIME", "Bounds", "tells_of_memory"]

OUT_OF_MEMORY = 77  # exit status
OUT_OF_TIME = -14  # exit status: ended by SIGALRM, which every system numbers so
_GRACE = 2.0  # seconds: whoever started the worker keeps the time, and can say more
_TICK = 250  # milliseconds
# What Python, C++, Rust, the C library, onnxruntime and the loader of libraries say.
_MEMORY = re.compile(
    r"MemoryError|bad[_ ]alloc|memory allocation of|allocate memory|out of memory|failed to map", re.IGNORECASE
)


def tells_of_memory(complaint: str) -> bool:
    """Whether a library's complaint is that it got no memory; native ones have an error of their own for it, or just end."""
    return _MEMORY.search(complaint) is not None


class Bounds(threading.Thread):
    """Ends the process as soon as nobody is left at the other end of `requests`, or it passes its time or memory."""

    def __init__(self, requests: io.FileIO) -> None:
        super().__init__(daemon=True)
        self._requests = requests
        self._memory = 0
        if sys.platform != "win32":
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            signal.signal(signal.SIGALRM, signal.SIG_DFL)  # a kernel's clock, which a library that hangs cannot hold up
            self.start()

    def set(self, *, seconds: float, memory: int) -> None:
        """Give the process so much time from now on, and so much memory of its own (bytes) altogether."""
        if sys.platform == "linux":
            # Not RLIMIT_AS: libraries reserve far more addresses than they ever fill.
            _, most = resource.getrlimit(resource.RLIMIT_DATA)
            soft = memory if most == resource.RLIM_INFINITY else min(memory, most)
            resource.setrlimit(resource.RLIMIT_DATA, (soft, most))
        if sys.platform != "win32":
            signal.setitimer(signal.ITIMER_REAL, seconds + _GRACE)
        self._memory = memory

    def lift(self) -> None:
        """Stop the clock."""
        if sys.platform != "win32":
            signal.setitimer(signal.ITIMER_REAL, 0)

    def run(self) -> None:
        """Watch; the thread's own business."""
        if sys.platform == "linux":
            self._hung_up(None)
        elif sys.platform != "win32":
            # These systems let a process grow at will.
            while not self._hung_up(_TICK):
                if 0 < self._memory < resource.getrusage(resource.RUSAGE_SELF).ru_maxrss:
                    os._exit(OUT_OF_MEMORY)
        os._exit(0)

    def _hung_up(self, milliseconds: int | None) -> bool:
        poll = select.poll()
        poll.register(self._requests, 0)
        return bool(poll.poll(milliseconds))
