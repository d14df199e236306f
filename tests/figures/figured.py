"""Figures of a text written in a test."""

from __future__ import annotations

from datetime import date

from onrecord.figures.count import count
from onrecord.flow import flow
from onrecord.reading.read import read
from onrecord.record import Figure
from onrecord.scan import Scan

__all__ = ["REPORT", "figures", "words"]

REPORT = date(2018, 2, 20)  # a Tuesday


def figures(text: str) -> list[Figure]:
    return count(_scan(text))


def words(text: str) -> list[str]:
    scan = _scan(text)
    return [figure.span.of(scan.text) for figure in count(scan)]


def _scan(text: str) -> Scan:
    return Scan(flow(read(text.encode(), name="a test", media_type="text/plain")), REPORT)
