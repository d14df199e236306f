"""Who speaks where no words at the cue say so: quotations that stand alone, participles, passives, shared subjects."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.attribution.attribution import Attribution
from onrecord.spans import Span
from onrecord.speakers.cast import Party
from onrecord.speakers.phrase import read
from onrecord.speakers.resolution import choose
from onrecord.speakers.story import Choice, Spoken, Story
from onrecord.speakers.subject import subject

__all__ = ["by_context"]

# Cues that say that something was said but not by whom: passives without an agent, hearsay.
_NOBODY = re.compile(
    r"(?:(?:(?:has |have |had )?(?:also )?hear[sd]?\b.*)|(?:is|are|was|were|be|been|being|has been|have been|had been|"
    r"will be)\b(?!.*\bby\b).*|(?:allegedly|reportedly|purportedly)"
    r"|.*\b(?:reports?|rumou?rs?|claims?|allegations?|calls?) (?:of|that|for|to))",
    re.IGNORECASE | re.DOTALL,
)
_BODY_SPEAKS = re.compile(r"[“\"«]\s*(The [A-Z][\w’'-]*(?: [\w’'-]+){0,7}),\s*")
_LONGEST_DECISION = 80
_ING = re.compile(r"\w+ing\b", re.IGNORECASE)


def by_context(story: Story, attributions: Sequence[Attribution], index: int, around: Spoken | None) -> Choice:
    """Who speaks attribution `index`, which has no source; no party where the text leaves it open on purpose."""
    attribution = attributions[index]
    at = attribution.content[0].start
    body = _quoted_body(story, at) if around is None else None
    if body:
        return Choice((body,), 0.9)
    if attribution.cue:
        found = _by_cue(story, attribution.cue, around)
        if found:
            return found
    elif around:
        return Choice(around.parties[:1], 0.4)
    return _goes_on(story, at, around)


def _by_cue(story: Story, cue: Span, around: Spoken | None) -> Choice | None:
    """By the subject before the cue, or whoever else speaks in the sentence; nobody where the cue names none on purpose."""
    words = " ".join(cue.of(story.setting.text).split())
    if not _ING.match(words) and _NOBODY.fullmatch(words):
        return Choice((), 0.0)
    mention = subject(story.setting, story.cast, cue)
    beside = _same_sentence(story, cue.start, around)
    if mention and not (beside and mention.kind not in {"person", "pronoun"}):
        return choose(story, mention, around)
    return Choice(beside.parties, 0.85) if beside else None


def _goes_on(story: Story, at: int, around: Spoken | None) -> Choice:
    """A quotation in a paragraph of its own goes on with the one before; the farther back, the less sure."""
    last = story.last(at, depth=1 if around else 0) or story.last(at)
    if last is None:
        return Choice((), 0.0)
    apart = story.setting.block(at) - story.setting.block(last.span.start)
    score = (0.92, 0.85, 0.6, 0.4)[apart] if apart < 4 else 0.2
    return Choice(last.parties, score, ((last.parties[0], score),))


def _quoted_body(story: Story, at: int) -> Party | None:
    """The body whose decision is quoted, paragraph by paragraph, after a first one that only names it: “The Harbour Board,"""
    setting = story.setting
    number = here = setting.block(at)
    while number >= 0 and here - number < _LONGEST_DECISION:
        block = setting.blocks[number].span
        opener = _BODY_SPEAKS.fullmatch(setting.text, block.start, block.end)
        if opener:
            mentions = read(setting.text, Span(opener.start(1), opener.end(1)))
            return story.cast.other(mentions[0]) if mentions else None
        if setting.text[block.start] not in '“"«':
            return None
        number -= 1
    return None


def _same_sentence(story: Story, at: int, around: Spoken | None) -> Spoken | None:
    depth = around.depth + 1 if around else 0
    sentence = story.setting.sentence(at)
    for spoken in reversed(story.spoken):
        if spoken.depth == depth and spoken.parties and story.setting.sentence(spoken.span.start) == sentence:
            return spoken
        if spoken.span.start < story.setting.sentence_span(at).start:
            return None
    return None
