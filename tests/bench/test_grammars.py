from __future__ import annotations

from pathlib import Path

from bench.grammars import STEPS, attributed, joined, seconds
from bench.readings import documents

EXAMPLES = Path(__file__).parents[2] / "examples" / "gold"


def test_a_long_document_has_the_statements_of_its_parts_in_their_words() -> None:
    parts = [attributed(path.with_suffix(".txt")) for path in documents(EXAMPLES)]
    length = sum(part.size for part in parts)
    whole = joined(parts, 2 * length)
    assert 2 * length <= whole.size < 2 * length + 2 * max(part.size for part in parts)
    assert len(whole.statements) == 2 * sum(len(part.statements) for part in parts)
    assert len({one.id for one in whole.statements}) == len(whole.statements)
    said = [piece.of(part.document.text) for part in parts for one in part.statements for piece in one.content]
    assert [piece.of(whole.document.text) for one in whole.statements for piece in one.content] == 2 * said


def test_every_step_is_timed() -> None:
    taken = seconds(attributed(EXAMPLES / "seminar-port-velm.txt"))
    assert set(taken) == set(STEPS)
    assert all(taken[step] > 0 for step in STEPS)
