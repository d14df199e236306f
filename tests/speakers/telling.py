"""Puts attributions on texts by quoting their words, so that tests of speakers need no model."""

from __future__ import annotations

from onrecord.attribution.attribution import Attribution, Kind
from onrecord.flow import Flow, flow
from onrecord.reading.assemble import Assembly, Origin
from onrecord.record import Speaker, Statement
from onrecord.spans import Span
from onrecord.speakers.identify import Voices, identify

Said = tuple[str | None, str | None, str]


def read_text(text: str) -> Flow:
    """A plain text as the product reads it, one block for each paragraph."""
    assembly = Assembly()
    for paragraph in text.split("\n\n"):
        assembly.add("paragraph", paragraph)
    return flow(assembly.document(Origin("report", None, text.encode()), "text/plain"))


def attributions(view: Flow, said: list[Said], *, turn: bool = False) -> list[Attribution]:
    """One attribution for each (source, cue, content), found in text order; `> ` before a content puts it inside the last."""
    found: list[Attribution] = []
    at = 0
    outer = 0
    for source, cue, content in said:
        inner = content.startswith("> ")
        words = content.removeprefix("> ")
        start = view.text.index(words, found[outer].content[0].start if inner else at)
        kind: Kind = "direct" if words[0] in '“"' or turn else "indirect"
        near = found[outer].content[0].start if inner else min(at, start)
        found.append(
            Attribution(
                source=_near(view.text, source, near, start),
                cue=_near(view.text, cue, near, start),
                content=(Span(start, start + len(words)),),
                kind=kind,
                within=outer if inner else None,
                turn=turn,
            )
        )
        if not inner:
            outer, at = len(found) - 1, min(start + len(words), len(view.text))
    return found


def _near(text: str, words: str | None, low: int, start: int) -> Span | None:
    """Where words stand nearest before `start`, else first after it."""
    if words is None:
        return None
    before = text.rfind(words, low, start)
    at = before if before >= 0 else text.index(words, start)
    return Span(at, at + len(words))


def voices(text: str, said: list[Said], *, turn: bool = False) -> Voices:
    """Speakers and statements of a text with these attributions."""
    view = read_text(text)
    return identify(view, attributions(view, said, turn=turn))


def speaker(voices: Voices, statement: Statement) -> Speaker | None:
    """Who a statement is given to."""
    return next((one for one in voices.speakers if one.id == statement.speaker), None)


def names(text: str, said: list[Said], *, turn: bool = False) -> list[str | None]:
    """The names of the speakers, statement by statement."""
    found = voices(text, said, turn=turn)
    return [one.name if (one := speaker(found, statement)) else None for statement in found.statements]
