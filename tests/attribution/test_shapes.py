"""Capitals and line breaks of word pieces."""

from __future__ import annotations

import pytest

from onrecord.attribution.shapes import SHAPES, shapes_of


def spaced(text: str) -> list[tuple[int, int]]:
    """Offsets of the words of `text`, one piece a word."""
    offsets, at = [], 0
    for word in text.split():
        at = text.index(word, at)
        offsets.append((at, at + len(word)))
        at += len(word)
    return offsets


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("the mayor spoke", [6, 0, 0]),
        ("Mayor Oru spoke", [7, 1, 0]),
        ("MAYOR ORU: A dam", [8, 2, 1, 0]),
        ("one\ntwo\n\nThree\n \nfour", [6, 3, 7, 6]),
        ("7,000 U.N. staff", [6, 2, 0]),
        ("Élan ÉLAN ß", [7, 2, 0]),
    ],
)
def test_shape_tells_capitals_and_line_breaks(text: str, expected: list[int]) -> None:
    assert shapes_of(text, spaced(text)) == expected
    assert all(shape < SHAPES for shape in expected)


def test_shape_of_a_later_piece_of_a_word_is_its_own() -> None:
    assert shapes_of("McRae", [(0, 2), (2, 5)]) == [7, 1]
