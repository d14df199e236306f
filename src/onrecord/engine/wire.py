"""What passes between onrecord and its worker processes, and how: frames of MessagePack, each behind its length.

The worker answers every task with two frames: an empty one when it has the task in hand, then a `Reply`. So a worker that
died before it had the task is told from one that died of it.
"""

from __future__ import annotations

import io
import struct

import msgspec

from onrecord.citations.entries import Entries
from onrecord.reading.limits import Limits

__all__ = ["Reply", "Task", "receive", "send"]

_LENGTH = struct.Struct(">Q")


class Task(msgspec.Struct, frozen=True, kw_only=True):
    """One input for a worker: its bytes, and how much time (seconds) and memory (bytes, of the whole process) it may take.

    `entries` are those that the user adds to the catalogue; `model` names the model of attribution, or its folder.
    """

    name: str
    uri: str | None
    media_type: str | None
    data: bytes
    limits: Limits
    seconds: float
    memory: int
    entries: Entries | None = None
    model: str = "default"


class Reply(msgspec.Struct, frozen=True, kw_only=True):
    """The JSON of a record, or the name of an error's class with its arguments."""

    record: bytes | None = None
    error: str = ""
    arguments: tuple[str, ...] = ()


def send(pipe: io.RawIOBase, frame: bytes) -> None:
    """Write one frame. Raises `OSError` where nobody reads any more."""
    for part in (_LENGTH.pack(len(frame)), frame):
        rest = memoryview(part)
        while rest:
            rest = rest[pipe.write(rest) or 0 :]


def receive(pipe: io.RawIOBase) -> bytearray | None:
    """Read one frame; None where the other side closed the pipe, even in the middle of a frame."""
    head = _exactly(pipe, _LENGTH.size)
    return None if head is None else _exactly(pipe, _LENGTH.unpack(head)[0])


def _exactly(pipe: io.RawIOBase, size: int) -> bytearray | None:
    buffer = bytearray(size)
    rest = memoryview(buffer)
    while rest:
        count = pipe.readinto(rest)
        if not count:
            return None
        rest = rest[count:]
    return buffer
