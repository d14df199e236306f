"""Settles, attribution by attribution in text order, who speaks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.attribution.attribution import Attribution
from onrecord.names.lexicon import is_body, is_group, is_office
from onrecord.names.persons import honorific_at, person_in
from onrecord.names.words import is_capital, words
from onrecord.spans import Span
from onrecord.speakers.cast import Cast, Party
from onrecord.speakers.context import by_context
from onrecord.speakers.frames import author_of
from onrecord.speakers.ledger import Entry
from onrecord.speakers.mention import Mention, is_pronoun
from onrecord.speakers.phrase import read
from onrecord.speakers.resolution import THRESHOLD, choose
from onrecord.speakers.setting import Setting
from onrecord.speakers.story import Choice, Spoken, Story, is_aside

__all__ = ["settle"]

_HEARS = re.compile(
    r"\b(?:is|are|was|were|been|being)\s+(?:\w+\s+)?(?:told|informed|briefed|advised|reminded|made aware|asked|urged|"
    r"called|described|"
    r"accused|criticised|criticized|praised|warned|blamed|invited|requested)\b(?!.*\bby\b)|\bhear[ds]?\b",
    re.IGNORECASE,
)
# "(Cries of “No.”)" are the hall's, not the speaker's.
_FROM_THE_HALL = re.compile(r"\A(?:cries|shouts|calls|murmurs|chants|voices|interruptions?)\b", re.IGNORECASE)
_RUN = re.compile(r"(?: [A-Z][\w’'\-]*\.?)+")
_FOR_OTHERS = re.compile(r"(\b[A-Z][^,.;:\n]{1,60}), (?:for|on behalf of|speaking for|speaking on behalf of) (?:the )?\Z")
_APPOSED = re.compile(
    r",\s+(?P<who>(?:(?!(?:by|with|of|in|at|for|and|who|whose)\b)[a-z][\w’'-]*\s+){0,5}[A-Z][\w’'.-]*(?:\s+[\w’'.-]+){1,3})"
    r"(?P<age>,\s+(?:aged\s+)?\d{1,3})?,\s*(?:\w+ly\s+|also\s+)?"
)
# "We, the undersigned organisations, call on …".
_WE = re.compile(r"(?<=\bWe),\s+(?P<who>(?:the|an?)\s+[^,.;:()]{3,60}),\s")
_ONE_OF_THEM = re.compile(
    r"(?:one|another|a (?:second|third|fourth|fifth)|the (?:other|second|third))(?: [a-z]+)?", re.IGNORECASE
)
_COMPLEMENT = re.compile(r"\s+(?:of|for)\s+(?:the\s+)?[A-Z][\w’'\-]*(?:\s+(?:(?:of|and|the|for|on)\s+)*[A-Z][\w’'\-]*)*")


def settle(setting: Setting, cast: Cast, attributions: Sequence[Attribution]) -> list[Entry]:
    """One entry per attribution, in their order."""
    story = Story(setting, cast, author=author_of(setting, cast))
    told: list[Spoken] = []
    entries: list[Entry] = []
    for index, attribution in enumerate(attributions):
        around = told[attribution.within] if attribution.within is not None else None
        choice = _who(story, attributions, index, around)
        kept = choice.parties if choice.score >= THRESHOLD else ()
        spoken = Spoken(
            kept,
            _stretch(attribution),
            around.depth + 1 if around else 0,
            attribution.kind,
            attribution.content,
            _passing(setting, attribution, kept),
        )
        told.append(spoken)
        story.spoken.append(spoken)
        entries.append(Entry(attribution, choice, kept, by_pronoun=_pronoun(setting.text, attribution)))
    return entries


def _who(story: Story, attributions: Sequence[Attribution], index: int, around: Spoken | None) -> Choice:
    attribution = attributions[index]
    cue = attribution.cue.of(story.setting.text) if attribution.cue else ""
    if (_HEARS if attribution.source else _FROM_THE_HALL).search(cue):
        # Whoever is told or hears is no source.
        return Choice((), 0.0)
    if attribution.source is None:
        return by_context(story, attributions, index, around)
    label = attribution.source.of(story.setting.text).casefold() if attribution.turn else ""
    if label in story.labels:
        return story.labels[label]
    source = _before_bracket(story, attribution.source) or attribution.source
    mentions = _mentions(story, attribution, source)
    if not mentions:
        return by_context(story, attributions, index, around)
    choices = [choose(story, mention, around) for mention in mentions]
    first = choices[0]
    if len(choices) == 1:
        _bind(mentions[0], first)
        if label and mentions[0].kind == "person":
            story.labels[label] = first
        return first
    parties = list[Party]()
    for choice in choices:
        parties += [party for party in choice.parties if party not in parties]
    return Choice(tuple(parties), first.score, first.candidates)


def _passing(setting: Setting, attribution: Attribution, parties: Sequence[Party]) -> bool:
    stretch = _stretch(attribution)
    small = 2 * len(stretch) < len(setting.sentence_span(stretch.start))
    cue = attribution.cue.of(setting.text) if attribution.cue else ""
    # "The ombudsman had counted 140": in a report of somebody's words, these are that person's still.
    if is_aside(setting.text, attribution) or (cue.startswith("had ") and bool(parties) and parties[0].kind != "person"):
        return True
    return small and attribution.kind == "indirect" and bool(parties) and parties[0].kind not in {"person", "unnamed"}


def _pronoun(text: str, attribution: Attribution) -> bool:
    """Whether the source is a pronoun that points at a speaker; one that opens a clause points at the noun beside it."""
    found = words(text, attribution.source.start, attribution.source.end) if attribution.source else []
    return len(found) == 1 and is_pronoun(text, found[0]) and found[0].folded not in {"which", "who", "that"}


def _mentions(story: Story, attribution: Attribution, source: Span) -> list[Mention]:
    """What the source names; a name that the source cuts short is taken whole."""
    text = story.setting.text
    floor = _FOR_OTHERS.search(text, max(0, source.start - 100), source.start)
    if floor:
        # "ARDANIA, for the Harbour Group, called for …": Ardania has the floor.
        source = Span(*floor.span(1))
    named = [
        span
        for span, party in story.cast.named_between(source.start - 60, source.end)
        if span.overlaps(source) and party.certain
    ]
    if named and not named[0].covers(source) and len(named) == 1:
        source = Span(min(source.start, named[0].start), max(source.end, named[0].end))
    elif named and len(named) == 1:
        source = named[0]
    if apposed := _apposed(text, attribution):
        return [apposed]
    mentions = read(text, _whole(text, _to_run_end(text, source, attribution)))
    if not any(mention.kind == "person" for mention in mentions) and _only_titles(text, source):
        # "H.E. Mr." before a name that the source left out.
        behind = [span for span, _ in story.cast.named_between(source.end, source.end + 3)]
        return read(text, Span(source.start, behind[0].end)) if behind else mentions
    return mentions


def _apposed(text: str, attribution: Attribution) -> Mention | None:
    """Who stands between commas behind a source that names nobody ("Another, clerk Ian Moss, 23, said"; "We, the heirs,")."""
    source, cue = attribution.source, attribution.cue
    if source and (we := _WE.match(text, source.end)):
        return next(iter(read(text, Span(*we.span("who")))), None)
    if not source or not cue or any(is_capital(word.text) for word in words(text, source.start, source.end)[1:]):
        return None
    match = _APPOSED.fullmatch(text, source.end, cue.start)
    if not match or not (match["age"] or _ONE_OF_THEM.fullmatch(source.of(text))):
        return None
    mentions = read(text, Span(*match.span("who")))
    return mentions[0] if len(mentions) == 1 and mentions[0].person and len(mentions[0].person.words) > 1 else None


def _before_bracket(story: Story, source: Span) -> Span | None:
    """The person that opens the sentence, where what was taken for the source only stands in brackets in it."""
    sentence = story.setting.sentence_span(source.start)
    before = story.setting.text[sentence.start : source.start]
    if before.count("(") <= before.count(")"):
        return None
    named = [span for span, party in story.cast.named_between(sentence.start, source.start) if party.certain]
    return named[0] if named and named[0].start - sentence.start < 40 else None


def _to_run_end(text: str, source: Span, attribution: Attribution) -> Span:
    """A source that stops inside a run of capitals ("Harbour" Institute Chairman Ana Lima) goes to the run's end."""
    limits = [span.start for span in (*attribution.content, *filter(None, (attribution.cue,))) if span.start >= source.end]
    match = _RUN.match(text, source.end, min(limits, default=len(text)))
    if not match or not text[source.start : source.end][-1:].isalpha() or not words(text, source.start, source.end):
        return source
    last = words(text, source.start, source.end)[-1]
    # Headlines are all capitals: only a person at the run's end is worth it.
    person = person_in(text, words(text, source.start, match.end()), certain=True)
    return Span(source.start, match.end()) if person and is_capital(last.text) and not last.possessive else source


def _only_titles(text: str, source: Span) -> bool:
    found = words(text, source.start, source.end)
    at = 0
    while at < len(found) and (length := honorific_at(found, at)[0]):
        at += length
    return at == len(found) or all(is_office(word.folded) for word in found[at:])


def _whole(text: str, source: Span) -> Span:
    """The source with the complement that its noun takes ("the representative" of Velmora)."""
    found = words(text, source.start, source.end)
    if len(found) > 1 and found[-1].text in {"of", "for"}:
        found = found[:-1]
        source = Span(source.start, found[-1].span.end)
    if not found or not (is_office(found[-1].folded) or is_body(found[-1].folded) or is_group(found[-1].folded)):
        return source
    match = _COMPLEMENT.match(text, source.end)
    return Span(source.start, match.end()) if match else source


def _bind(mention: Mention, choice: Choice) -> None:
    """What a pronoun or form of address says of gender is known of the party from there on."""
    if mention.gender and choice.parties and choice.score >= THRESHOLD:
        party = choice.parties[0]
        if mention.kind == "pronoun":
            party.called = mention.gender
            party.see(mention.span)
        else:
            party.gender = party.gender or mention.gender


def _stretch(attribution: Attribution) -> Span:
    spans = [*attribution.content, *filter(None, (attribution.source, attribution.cue))]
    return Span(min(span.start for span in spans), max(span.end for span in spans))
