"""Run by `bench.citing_peers` with the Python of another environment: what eyecite and citeurl find in texts, as JSON.

Standard input: `{"id": text}`. Output: for each tool and id the spans of what it found.
"""

from __future__ import annotations

import json
import sys


def eyecite(text: str) -> list[list[int]]:
    """Spans of eyecite's citations, as wide as it gives them."""
    from eyecite import get_citations  # type: ignore[import-not-found,unused-ignore]

    return [list(one.full_span()) for one in get_citations(text)]


def citeurl(texts: dict[str, str]) -> dict[str, list[list[int]]]:
    """Spans of citeurl's citations."""
    from citeurl import Citator  # type: ignore[import-not-found,unused-ignore]

    citator = Citator()
    return {name: [list(one.span) for one in citator.list_cites(text)] for name, text in texts.items()}


def main() -> None:
    """Read all texts."""
    texts = json.load(sys.stdin)
    answer = {"eyecite": {name: eyecite(text) for name, text in texts.items()}, "citeurl": citeurl(texts)}
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main()
