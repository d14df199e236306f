"""Numbers that are only proposed or asked for are no figures; those of what was done, is needed or foreseen are."""

from __future__ import annotations

import pytest

from figures.figured import words


@pytest.mark.parametrize(
    "text",
    [
        "He backed calls to increase the Fund’s capital to $1 billion.",
        "The plan would raise the number of guards to about 500.",
        "The bill should cut the number of seats to 120.",
        "She calls for 10,000 more troops.",
        "They proposed 300 new beds.",
        "The union demanded at least 40 boats.",
        "The envoy urged donors to pay $5 million.",
        "It asked the Board to send 12 pumps.",
    ],
)
def test_what_is_only_proposed_is_no_figure(text: str) -> None:
    assert words(text) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The harbour managed to cut the number of strikes to 40.", ["40"]),
        ("The Board has raised the number of guards to 500.", ["500"]),
        ("Some $22 million would be required.", ["$22 million"]),
        ("The number of guards would fall to 500.", ["500"]),
        ("They proposed three ways out.", ["three"]),
        ("The request came from 12 towns.", ["12"]),
        ("He sought refuge with 40 others.", ["40"]),
        ("He urged donors to pay; 12 paid.", ["12"]),
    ],
)
def test_what_was_done_is_needed_or_foreseen_is_a_figure(text: str, said: list[str]) -> None:
    assert words(text) == said
