"""onrecord: who said what, in which exact words, on whose authority.

    >>> import onrecord
    >>> record = onrecord.read("report.pdf")
    >>> for statement in record.statements:
    ...     print(record.speaker(statement), statement.words)

`read` makes a `Record` of one report, `read_many` of many; `compare` puts records beside each other; every error
derives from `OnrecordError`.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onrecord.comparison.compare import compare
    from onrecord.comparison.comparison import Comparison
    from onrecord.document import Document
    from onrecord.engine.read import read, read_many
    from onrecord.engine.sources import Input
    from onrecord.errors import OnrecordError, ReadError
    from onrecord.reading.limits import Limits
    from onrecord.record import Record, Speaker, Statement, json_schema
    from onrecord.spans import Span

__all__ = [
    "Comparison",
    "Document",
    "Input",
    "Limits",
    "OnrecordError",
    "ReadError",
    "Record",
    "Span",
    "Speaker",
    "Statement",
    "compare",
    "json_schema",
    "read",
    "read_many",
]

__version__ = "0.1.0"

_HOMES = {
    "Comparison": "onrecord.comparison.comparison",
    "Document": "onrecord.document",
    "Input": "onrecord.engine.sources",
    "Limits": "onrecord.reading.limits",
    "OnrecordError": "onrecord.errors",
    "ReadError": "onrecord.errors",
    "Record": "onrecord.record",
    "Span": "onrecord.spans",
    "Speaker": "onrecord.record",
    "Statement": "onrecord.record",
    "compare": "onrecord.comparison.compare",
    "json_schema": "onrecord.record",
    "read": "onrecord.engine.read",
    "read_many": "onrecord.engine.read",
}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first asked for (PEP 562), so that `import onrecord` costs next to nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(importlib.import_module(_HOMES[name]), name)
    return value


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
