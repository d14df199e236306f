"""Run by `bench.figuring_peers` with the Python of another environment: what quantulum3 finds in texts, as JSON.

Standard input: `{"id": text}`. Output: for each id, of every quantity its span, value, and whether it is a percentage.
"""

from __future__ import annotations

import json
import sys
import warnings


def quantities(text: str) -> list[tuple[int, int, float, bool]]:
    """quantulum3's quantities, paragraph by paragraph, which keeps its errors to themselves."""
    from quantulum3 import parser  # type: ignore[import-not-found,unused-ignore]

    found, at = [], 0
    for paragraph in text.splitlines(keepends=True):
        try:
            parsed = parser.parse(paragraph)
        except Exception:  # whatever it raises, it found nothing here
            parsed = []
        for one in parsed:
            found.append((at + one.span[0], at + one.span[1], float(one.value), "per cent" in one.unit.name))
        at += len(paragraph)
    return found


def main() -> None:
    """Read all texts."""
    warnings.simplefilter("ignore")
    texts = json.load(sys.stdin)
    sys.stdout.write(json.dumps({name: quantities(text) for name, text in texts.items()}))


if __name__ == "__main__":
    main()
