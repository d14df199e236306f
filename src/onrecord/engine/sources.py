"""What the user named, and the bytes of it."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from typing import TypeAlias

from onrecord.errors import ReadError
from onrecord.reading.limits import Limits, check_bytes

__all__ = ["Input", "Source", "load"]

_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_SHOWN = 100  # characters of a string that is neither file nor text
_ENDS = (".", "!", "?", "…")
_CLOSING = "\"'”’»›)] \t\r\u00a0\u202f"


@dataclass(frozen=True, slots=True)
class Input:
    """Bytes to be read. Errors call them `name`; the record gives `uri` as the place that they came from, if any.

    `media_type`, as in `text/plain; charset=utf-8`, settles what the bytes leave open.
    """

    data: bytes
    name: str
    uri: str | None = None
    media_type: str | None = None


Source: TypeAlias = "str | os.PathLike[str] | bytes | bytearray | memoryview | Input"


def load(source: Source, *, limits: Limits) -> Input:
    """The bytes of `source`; see `onrecord.read` for what is taken as what. Raises `ReadError`."""
    match source:
        case Input():
            return source
        case bytes() | bytearray() | memoryview():
            return Input(bytes(source), "<bytes>")
        case os.PathLike():
            return _file(os.fspath(source), limits)
        case str():
            return _named(source, limits)
    raise ReadError(repr(source)[:80], f"is of type {type(source).__name__}; give a path, an address, text or bytes")


def from_text(words: str) -> Input:
    """A text, as the bytes of its UTF-8."""
    try:
        return Input(words.encode(), "<text>", media_type="text/plain; charset=utf-8")
    except UnicodeEncodeError as error:
        raise ReadError("<text>", f"has half a character (a lone surrogate) at {error.start}") from error


def _named(source: str, limits: Limits) -> Input:
    if _ADDRESS.fullmatch(source):
        return _address(source, limits)
    if "\n" in source:
        return from_text(source)
    if os.path.exists(source):  # noqa: PTH110 - Path.exists raises for what cannot be a path
        return _file(source, limits)
    if len(source.split(maxsplit=1)) > 1 and source.rstrip(_CLOSING).endswith(_ENDS):
        return from_text(source)
    raise ReadError(
        source if len(source) <= _SHOWN else f"{source[:_SHOWN]}…",
        "there is no such file; if it is to be read as a text, pass text=...",
    )


def _file(path: str, limits: Limits) -> Input:
    # A file's name may be bytes that are no text; a record is text, and shows them as \xNN.
    name = os.fsencode(path).decode(errors="backslashreplace")
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - Path would tidy the name
            check_bytes(name, os.fstat(file.fileno()).st_size, limits)
            data = file.read(limits.max_bytes + 1)  # a device or a pipe has no size beforehand
    except IsADirectoryError as error:
        raise ReadError(name, "is a folder; name the files in it") from error
    except FileNotFoundError as error:
        raise ReadError(name, "there is no such file") from error
    except (OSError, ValueError) as error:
        reason = (isinstance(error, OSError) and error.strerror) or str(error)
        raise ReadError(name, f"cannot be opened: {reason}") from error
    check_bytes(name, len(data), limits)
    return Input(data, name, uri=name)


def _address(address: str, limits: Limits) -> Input:
    from onrecord.reading.fetch import fetch

    fetched = fetch(address, limits=limits)
    return Input(fetched.data, address, uri=fetched.uri, media_type=fetched.media_type)
