from __future__ import annotations

from pathlib import Path

import pytest

from bench.anchoring import measure, plain, statements_of
from bench.chain import record_of
from bench.determinism import digest
from bench.rendering import FORMATS, render

EXAMPLES = Path(__file__).parents[2] / "examples" / "gold"


@pytest.mark.parametrize("kind", FORMATS)
def test_a_rendering_has_every_word_in_order_and_the_same_bytes_every_time(kind: str) -> None:
    data = (EXAMPLES / "harbour-news.txt").read_bytes()
    document = record_of(data, "harbour-news", media_type="text/plain").document
    assert kind.startswith("docx") or render(document, kind) == render(document, kind)
    assert plain(record_of(render(document, kind), kind).document.text) == plain(document.text)


def test_spans_are_exact_and_statements_the_same_in_every_format() -> None:
    for kind, result in measure(EXAMPLES, document="waters-committee").items():
        assert (result.documents, result.sound) == (1, 1), kind
        assert result.statements > 8
        assert result.in_text == result.statements, kind
        assert result.same == result.expected, (kind, result.differences)


def test_a_statement_counts_with_its_speaker() -> None:
    record = record_of(b"Ana Lima said the wells were dry.", "invented", media_type="text/plain")
    assert statements_of(record) == {(("thewellsweredry",), "AnaLima"): 1}


def test_records_have_one_digest_whatever_the_number_of_workers() -> None:
    assert digest(EXAMPLES, workers=1) == digest(EXAMPLES, workers=2)
