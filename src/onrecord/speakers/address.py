"""Forms of address in a parliament, where members are not named: "my hon. Friend", "the noble Lord", "the right hon. Lady"."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.names.lexicon import Gender
from onrecord.names.likeness import fold
from onrecord.spans import Span
from onrecord.speakers.cast import Party
from onrecord.speakers.mention import Mention
from onrecord.speakers.story import Choice, Spoken, Story

__all__ = ["address", "addressed"]

_FORM = re.compile(
    r"(?:(?:[Mm]y|[Oo]ur|[Tt]he)\s+)?(?P<form>(?:(?:[Rr]ight|[Rr]t\.?|[Mm]ost|[Vv]ery)\s+)?"
    r"(?:[Hh]on(?:ou?rable|\.)?|noble|learned|gallant)(?:\s+and\s+(?:learned|gallant|noble))*\s+"
    r"(?P<noun>Friend|Member|Gentleman|Lady|Lord|Baroness|Earl|Viscount|Prelate))\b(?:\s+opposite)?"
)
_SEAT = re.compile(r"(?:,?\s+the\s+(?:hon\.\s+)?Member)?\s+for\s+(?:the\s+)?(?P<seat>[A-Z][^,;()]*)")
_GENDERS: dict[str, Gender] = {"gentleman": "m", "lord": "m", "earl": "m", "viscount": "m", "lady": "f", "baroness": "f"}


def address(text: str, span: Span) -> tuple[Mention, Span] | None:
    """The form of address that opens a phrase, and what follows it there ("the Home Secretary"); None where none does."""
    form = _FORM.match(text, span.start, span.end)
    if not form:
        return None
    noun = form["noun"].casefold()
    mention = Mention("office", form["form"], span, noun, gender=_GENDERS.get(noun))
    seat = _SEAT.match(text, form.end(), span.end)
    if seat:
        place = seat["seat"].strip()
        return replace(mention, text=f"Member for {place}", bracket=place), Span(seat.end(), span.end).trim(text, " ,")
    return mention, Span(form.end(), span.end).trim(text, " ,")


def addressed(story: Story, mention: Mention, around: Spoken | None) -> Choice | None:
    """Whom a form of address means: who sits for the place named, else the last other member who spoke and whom it fits."""
    if not _FORM.match(story.setting.text, mention.span.start, mention.span.end):
        return None
    if mention.bracket:
        holders = [party for party in story.cast.people() if party.bracket and fold(party.bracket) == fold(mention.bracket)]
        return Choice((holders[0],), 0.95) if holders else Choice((story.cast.other(mention),), 0.8)
    others = [party for party in _members(story, mention, around) if _may_be(party, mention.gender)]
    if mention.head == "friend" and around:
        others = _without_others(story, others, around)
    if not others:
        return None
    # A lady or gentleman whom nothing in the text shows to be one stays open.
    score = 0.4 if mention.gender and not others[0].gender else 0.7
    return Choice((others[0],), score, ((others[0], score),))


def _members(story: Story, mention: Mention, around: Spoken | None) -> list[Party]:
    """The persons who took a turn before, the last one first, but for the one who speaks."""
    own = around.parties if around else ()
    turns = [
        spoken.parties[0]
        for spoken in reversed(story.spoken)
        if spoken.depth == 0 and spoken.kind == "direct" and spoken.parties and spoken.span.start < mention.span.start
    ]
    return [party for party in dict.fromkeys(turns) if party not in own and party.kind == "person"]


def _without_others(story: Story, members: list[Party], around: Spoken) -> list[Party]:
    """The members but for those whom the speech calls otherwise: "the hon. Lady" of a speech is not "my hon. Friend" there."""
    start = around.span.start
    for spoken in reversed(story.spoken):
        if spoken.depth == 0 and spoken.span.start < start:
            if spoken.parties != around.parties:
                break
            start = spoken.span.start
    left = list(members)
    for noun in sorted({form["noun"].casefold() for form in _FORM.finditer(story.setting.text, start, around.span.end)}):
        called = next((party for party in left if noun in _GENDERS and _may_be(party, _GENDERS[noun])), None)
        if called and len(left) > 1:
            left.remove(called)
    return left


def _may_be(party: Party, gender: Gender | None) -> bool:
    return not (gender and party.gender and gender != party.gender)
