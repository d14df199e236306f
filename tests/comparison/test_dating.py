"""The day of a report, read from its head."""

from __future__ import annotations

import pytest

from onrecord.comparison.dating import day_of
from onrecord.reading.read import read

_BODY = (
    "\n\nThe council of Lisk met in the evening, and the harbour master spoke for an hour of ropes, lamps and the tide, "
    "as he does every year."
)


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("LISK, 4 May 2031 (Northern Wire) - Rescuers pulled nine people from the mill on Sunday.", "2031-05-04"),
        ("May 4, 2031 - Rescuers pulled nine people from the mill.", "2031-05-04"),
        ("Selma Herald, 6 May 2031", "2031-05-06"),
        ("MINISTRY OF WORKS\nCommuniqué No. 7 of 5 May 2031", "2031-05-05"),
        ("The toll has risen to 61, the Health Ministry said on Wednesday 5 May 2031.", "2031-05-05"),
        ("The Monthly, May 2031", "2031-05"),
        ("The fire of 4 May 2031", None),
        ("What happened on 4 May 2031", None),
        ("On 4 May 2031 the mill of Lisk burned down, and nobody has ever been told why it did so.", None),
        ("May 2031. A later report of the council called it the worst fire of the century, and spoke of nine dead.", None),
        ("Fire at the mill", None),
    ],
)
def test_the_head_says_the_day(head: str, day: str | None) -> None:
    assert day_of(read((head + _BODY).encode(), name="report", media_type="text/plain")) == day


def test_a_date_in_the_body_is_not_the_reports() -> None:
    text = "The mill burns" + _BODY * 3 + "\n\nSelma Herald, 6 May 2031"
    assert day_of(read(text.encode(), name="report", media_type="text/plain")) is None


def test_what_the_format_says_comes_first() -> None:
    page = (
        "<html><head><meta property='article:published_time' content='2031-05-07'></head><body><p>Selma Herald, 6 May 2031</p>"
    )
    assert day_of(read(page.encode(), name="report", media_type="text/html")) == "2031-05-07"
