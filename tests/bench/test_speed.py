from __future__ import annotations

import time
from pathlib import Path

import numpy as np

from bench.machine import machine, peaks
from bench.speed import Memory, Timed, growth, many, texts

EXAMPLES = Path(__file__).parents[2] / "examples" / "gold"


def test_texts_are_as_many_as_asked_and_none_is_another() -> None:
    assert len(set(texts(EXAMPLES, 12))) == 12


def test_a_rate_is_words_over_seconds() -> None:
    assert Timed(words=100, seconds=4, memory=0).rate == 25


def test_memory_sees_what_was_held_and_let_go() -> None:
    with Memory() as before:
        time.sleep(0.1)
    with Memory() as memory:
        held = np.ones(60_000_000, np.uint8)
        time.sleep(0.2)
        del held
    assert memory.peak > before.peak + 50_000_000


def test_workers_are_counted_into_memory() -> None:
    timed = many(texts(EXAMPLES, 2), workers=1)
    assert timed.words > 300
    assert timed.memory > 80_000_000


def test_growth_reads_one_text_of_each_size() -> None:
    ((size, timed),) = growth(EXAMPLES, sizes=(3000,))
    assert size == 3000
    assert 400 < timed.words < 700


def test_the_machine_multiplies() -> None:
    found = peaks()
    assert found.single > 1e8
    assert found.integer > 1e8
    assert len(machine()) == 3
