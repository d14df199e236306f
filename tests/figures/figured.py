"""Figures of a text written in a test."""

from __future__ import annotations

from datetime import date

from onrecord.figures.count import count
from onrecord.flow import flow
from onrecord.reading.read import read
from onrecord.record import Figure

__all__ = ["REPORT", "figures", "words"]

REPORT = date(2018, 2, 20)  # a Tuesday


def figures(text: str) -> list[Figure]:
    return count(flow(read(text.encode(), name="a test", media_type="text/plain")), published=REPORT)


def words(text: str) -> list[str]:
    view = flow(read(text.encode(), name="a test", media_type="text/plain"))
    return [figure.span.of(view.text) for figure in count(view, published=REPORT)]
