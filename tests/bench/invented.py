"""Small readings for the tests of the metrics, written as marked text."""

from __future__ import annotations

from bench.readings import Reading, Said, Voice

__all__ = ["TEXT", "reading", "said"]

TEXT = (
    "Ana Lima said that the wells were dry. The next rain was months away. "
    "“We tried,” she added. “We failed.” Mr. Tamm told reporters the council had promised pumps. The meeting ended at noon."
)


def said(
    speaker: str | None, *content: str, source: str | None = None, cue: str | None = None, kind: str = "indirect",
    within: int | None = None, aliases: tuple[str, ...] = (), text: str = TEXT,
) -> Said:  # fmt: skip
    """A statement whose spans are where its words first stand in `text`."""

    def span(words: str) -> tuple[int, int]:
        start = text.index(words)
        return start, start + len(words)

    return Said(
        speaker=Voice(speaker, aliases) if speaker else None,
        source=span(source) if source else None,
        cue=span(cue) if cue else None,
        content=tuple(span(words) for words in content),
        kind=kind,
        within=within,
    )


def reading(*statements: Said, text: str = TEXT) -> Reading:
    """A reading of `text`."""
    return Reading("invented", text, statements)
