"""Reads many damaged copies of a PDF, in a process of its own: what pdfium does to it must not end the tests.

Run as ``python pdf_mutations.py FILE``: prints how each copy ended, or dies of what a copy did.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from onrecord.document import check_blocks
from onrecord.errors import OnrecordError
from onrecord.reading.assemble import Origin
from onrecord.reading.limits import Limits
from onrecord.reading.pdf import read


def copies(data: bytes) -> Iterator[bytes]:
    """`data` cut short at every tenth of it, with bytes changed, stretches lost, doubled and put elsewhere."""
    for tenth in range(10):
        yield data[: len(data) * tenth // 10]
    chance = random.Random(14)  # noqa: S311 - the same copies every time
    for _ in range(60):
        changed = bytearray(data)
        for _ in range(chance.choice([1, 4, 20])):
            changed[chance.randrange(len(changed))] = chance.randrange(256)
        yield bytes(changed)
    for _ in range(30):
        start, length = chance.randrange(len(data)), chance.randrange(200)
        piece = data[start : start + length]
        yield data[:start] + data[start + length :]
        yield data[:start] + piece + data[start:]
        at = chance.randrange(len(data))
        yield data[:at] + piece + data[at + length :]


def outcome(data: bytes) -> str:
    """How reading `data` ended: the error's name, or whether the document is whole."""
    try:
        document = read(Origin("report.pdf", None, data), Limits())
    except OnrecordError as error:
        return type(error).__name__
    faults = check_blocks(document)
    return "; ".join(faults) or "read"


if __name__ == "__main__":
    for name, count in Counter(map(outcome, copies(Path(sys.argv[1]).read_bytes()))).most_common():
        print(count, name)  # noqa: T201
