"""The lettered global targets of the Sendai Framework: "Sendai Target (e)", "target (e)" where the text names the framework."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.citations.found import Found
from onrecord.citations.patterns import BLANK, Pattern
from onrecord.citations.words import Words
from onrecord.spans import Span

__all__ = ["PATTERNS", "lettered"]

_FRAMEWORK = "sendai-framework-2015"
# The framework has seven targets, (a) to (g).
_TARGET = Pattern(
    "a lettered target",
    rf"\b(?P<sendai>Sendai{BLANK})?[Tt]arget{BLANK}\((?P<letter>[a-gA-G])\)(?!{BLANK}of{BLANK}the{BLANK})",
    finds=("on «Sendai Target (e)» now", "achieving «target (e)» by 2020"),
    misses=("target (h)", "target 11.5", "targeted (e)", "target e", "target (e) of the Plan"),
    words=("target",),
    reach=40,
)
PATTERNS = (_TARGET,)


def lettered(read: Words, cited: Iterable[Found]) -> Iterator[Found]:
    """The targets; without the framework's name beside or before them they may be another plan's."""
    first = min((one.span.start for one in cited if one.target == _FRAMEWORK), default=len(read.text))
    for match in _TARGET.every(read):
        if match["sendai"]:
            first = min(first, match.start())
        if match.start() >= first:
            span = Span(*match.span())
            yield Found(span, _FRAMEWORK, "resolved", pinpoint=f"target ({match['letter']})", core=span)
