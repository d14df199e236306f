"""Gold written as marked text: what stands in `examples/gold`.

A `.marked` file is a head in TOML, a line of three dashes, and the text with its marks: `{3s:…}` is the source of
statement 3, `{3c:…}` its cue, `{3t:…}` a piece of its content, `{f0:…}` figure 0, `{r0:…}` reference 0. Marks may stand
inside each other and are taken out of the text. In the head, `statements` has one entry each, such as ``"lim mixed"`` or
``"exp indirect in 6"`` (quoted by statement 6); the speaker ``-`` is nobody.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections import defaultdict
from pathlib import Path
from typing import Any

__all__ = ["compile_marked", "write"]

_MARK = re.compile(r"\{(?P<name>\d+[sct]|[fr]\d+):|\}")


def compile_marked(name: str, marked: str) -> tuple[str, dict[str, Any]]:
    """The text, and its gold in the form of the annotation rules, 1. Raises `ValueError` for marks that do not pair."""
    head, _, body = marked.partition("---\n")
    text, spans = _take_out(body.strip("\n") + "\n")
    fields = tomllib.loads(head)
    gold = {
        "id": name,
        "genre": fields["genre"],
        "source": fields["source"],
        "url": None,
        "excerpt": "whole document",
        "origin": "written for this project",
        "speakers": [{"role": None, **speaker} for speaker in _nulls(fields["speakers"])],
        "statements": [_statement(n, entry, spans) for n, entry in enumerate(fields["statements"])],
        "references": [{"span": spans[f"r{n}"][0], **item} for n, item in enumerate(fields["references"])],
        "figures": [{"span": spans[f"f{n}"][0], "part_of": None, **item} for n, item in enumerate(fields["figures"])],
    }
    return text, gold


def _nulls(speakers: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{key: value for key, value in speaker.items() if value != "-"} for speaker in speakers]


def _take_out(body: str) -> tuple[str, dict[str, list[list[int]]]]:
    parts: list[str] = []
    spans: dict[str, list[list[int]]] = defaultdict(list)
    stack: list[tuple[str, int]] = []
    at = length = 0
    for mark in _MARK.finditer(body):
        parts.append(body[at : mark.start()])
        length += mark.start() - at
        at = mark.end()
        if mark["name"]:
            stack.append((mark["name"], length))
        elif not stack:
            raise ValueError(f"a mark is closed that was never opened, before {body[at : at + 30]!r}")
        else:
            opened, start = stack.pop()
            spans[opened].append([start, length])
    if stack:
        raise ValueError(f"the mark {stack[-1][0]!r} is never closed")
    return "".join([*parts, body[at:]]), spans


def _statement(number: int, entry: str, spans: dict[str, list[list[int]]]) -> dict[str, Any]:
    speaker, kind, *within = entry.split()
    return {
        "speaker": None if speaker == "-" else speaker,
        "source": spans.get(f"{number}s", [None])[0],
        "cue": spans.get(f"{number}c", [None])[0],
        "content": spans[f"{number}t"],
        "kind": kind,
        "quoted_by": int(within[1]) if within else None,
    }


def write(path: Path) -> None:
    """Write `<id>.txt` and `<id>.json` beside `<id>.marked`."""
    text, gold = compile_marked(path.stem, path.read_text(encoding="utf-8"))
    path.with_suffix(".txt").write_text(text, encoding="utf-8")
    path.with_suffix(".json").write_text(json.dumps(gold, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
