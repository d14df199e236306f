"""Every error that onrecord raises on purpose.

OnrecordError
├── SpanError            a span, edit or offset that cannot be
├── ReadError            an input that could not be read; names the input and the reason
│   ├── EmptyError           no bytes, or no words in them
│   ├── EncryptedError       a password is needed
│   ├── DamagedError         truncated or malformed beyond use
│   ├── UnsupportedError     a kind of file that no reader takes
│   ├── LimitError           too many bytes, pages, levels; or too long a time
│   └── FetchError           an address that could not be fetched
├── RecordError          a record that cannot be used
│   ├── SchemaError          not of the shape of the schema; names every path at fault
│   └── SchemaVersionError   a schema version that this release does not know
├── CatalogueError       a file of further catalogue entries that is not of the shape
├── ModelError           a model folder that is missing, incomplete or of another kind
└── WorkerError          a worker process or cluster that could not be had, or died before it had anything to do
"""

from __future__ import annotations

__all__ = [
    "CatalogueError",
    "DamagedError",
    "EmptyError",
    "EncryptedError",
    "FetchError",
    "LimitError",
    "ModelError",
    "OnrecordError",
    "ReadError",
    "RecordError",
    "SchemaError",
    "SchemaVersionError",
    "SpanError",
    "UnsupportedError",
    "WorkerError",
]


class OnrecordError(Exception):
    """Base of all: catch this to catch whatever onrecord raises on purpose."""


class SpanError(OnrecordError, ValueError):
    """A span, edit or offset that cannot be, such as an end before its start."""


class ReadError(OnrecordError):
    """An input that could not be read.

    `name` is the input as the user named it (a path, an address, ``-``); `reason` says what was wrong and, where
    something can be done about it, what.
    """

    def __init__(self, name: str, reason: str) -> None:
        # Both go to Exception so that the error survives pickling between processes.
        super().__init__(name, reason)
        self.name = name
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.name}: {self.reason}"


class EmptyError(ReadError):
    """No bytes, or no words in them."""


class EncryptedError(ReadError):
    """The input is encrypted and needs a password."""


class DamagedError(ReadError):
    """The input is truncated or malformed beyond use."""


class UnsupportedError(ReadError):
    """No reader takes this kind of input."""


class LimitError(ReadError):
    """The input passes a limit of size, pages, depth or time."""


class FetchError(ReadError):
    """An address that could not be fetched."""


class RecordError(OnrecordError):
    """A record that cannot be used."""


class SchemaError(RecordError):
    """JSON that is not of the schema's shape; the message names the path at fault."""


class SchemaVersionError(RecordError):
    """A record of a schema version that this release does not know."""


class CatalogueError(OnrecordError):
    """A file of further entries for the catalogue that is not of the shape; the message names the place at fault."""


class ModelError(OnrecordError):
    """A model folder that is missing, incomplete or of another kind."""


class WorkerError(OnrecordError):
    """A worker process or cluster that could not be had, or died before it had anything to do; no input is to blame."""
