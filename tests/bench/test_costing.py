from __future__ import annotations

from pathlib import Path

from bench.costing import measure, show
from bench.page import Page

EXAMPLES = Path(__file__).parents[2] / "examples" / "gold"


def test_the_cost_of_reading_is_told_from_that_of_handing_out(capsys) -> None:
    found = measure(EXAMPLES, 12)
    assert (found.texts, found.record_bytes > 12_000) == (12, True)
    assert found.workers > found.handing > 0
    show(found, Page(markdown=True))
    assert "a thousand take" in capsys.readouterr().out
