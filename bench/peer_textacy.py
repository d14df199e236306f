"""Run by `bench.peers` with the Python of another environment: what textacy finds in texts, as JSON on standard output.

Standard input: `{"id": text}`. Output: for each id its statements, and the faults that textacy raised.
"""

from __future__ import annotations

import json
import sys
from typing import Any


def quotations(document: Any) -> tuple[list[dict[str, Any]], list[str]]:
    """Every direct quotation with its speaker and cue, as offsets; and what went wrong."""
    from textacy import extract  # type: ignore[import-not-found,unused-ignore]

    found: list[dict[str, Any]] = []
    try:
        for triple in extract.direct_quotations(document):
            found.append({role: _edges(getattr(triple, role)) for role in ("speaker", "cue", "content")})
    except ValueError as error:
        return found, [str(error)]
    return found, []


def _edges(words: Any) -> list[int] | None:
    tokens = list(words)
    return [tokens[0].idx, tokens[-1].idx + len(tokens[-1])] if tokens else None


def main(model: str) -> None:
    """Read all texts."""
    import spacy  # type: ignore[import-not-found,unused-ignore]

    pipeline = spacy.load(model)
    results = {name: quotations(pipeline(text)) for name, text in json.load(sys.stdin).items()}
    answer = {name: {"statements": found, "faults": faults} for name, (found, faults) in results.items()}
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main(sys.argv[1])
