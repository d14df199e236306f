"""Looking at processes, with nothing but what Linux and macOS have."""

from __future__ import annotations

import os
import subprocess
import time
from pathlib import Path

__all__ = ["children", "ends_within", "is_alive"]


def children(parent: int | None = None) -> set[int]:
    """The processes that `parent`, or else this process, started."""
    wanted = parent or os.getpid()
    return {pid for pid, its_parent, state in _processes() if its_parent == wanted and state != "Z"}


def is_alive(pid: int) -> bool:
    """Whether the process is there, and more than a mere entry that nobody asked for."""
    return any(found == pid and state != "Z" for found, _, state in _processes())


def ends_within(seconds: float, pid: int) -> bool:
    """Whether the process ends in that time."""
    limit = time.monotonic() + seconds
    while is_alive(pid):
        if time.monotonic() > limit:
            return False
        time.sleep(0.05)
    return True


def _processes() -> list[tuple[int, int, str]]:
    """Every process: its id, its parent's, its state."""
    found = []
    if Path("/proc/self/stat").exists():
        for stat in Path("/proc").glob("[0-9]*/stat"):
            try:
                pid, _, rest = stat.read_text().partition(" ")
            except (FileNotFoundError, ProcessLookupError):
                continue
            state, parent = rest.rpartition(")")[2].split()[:2]
            found.append((int(pid), int(parent), state))
        return found
    listing = subprocess.Popen(["ps", "-A", "-o", "pid=,ppid=,stat="], stdout=subprocess.PIPE, text=True)
    for line in listing.communicate()[0].splitlines():
        pid, parent, state = line.split()
        if int(pid) != listing.pid:
            found.append((int(pid), int(parent), state[0]))
    return found
