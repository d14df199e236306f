"""How much speaks for each party that a pronoun may mean.

Near speaks for a party, the same paragraph, having spoken last, standing as the subject of a sentence, a form that fits; a
paragraph's end, another speaker between, and being named only inside what somebody said speak against it. Every weight stands
here, with the reason beside it; they were set on the building half of the annotated reports and are pinned by the cases of
tests/speakers/test_identify.py.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.names.lexicon import Gender, bag, is_office
from onrecord.names.persons import DETERMINERS
from onrecord.names.words import is_capital, words
from onrecord.spans import Span
from onrecord.speakers.cast import Party
from onrecord.speakers.mention import Mention
from onrecord.speakers.story import Scored, Spoken, Story

__all__ = ["fits", "speakers_before", "standing", "weigh"]

# By paragraphs between: a pronoun seldom reaches back over two.
_BY_BLOCKS = (1.0, 0.75, 0.5, 0.35, 0.25, 0.2, 0.15)
# Another person who spoke in between halves it, nearly; a body that is cited in passing parts "he" from its speaker less.
_BEHIND_PERSON, _BEHIND_BODY = 0.6, 0.8
# Whoever spoke in this sentence or the one before it has the floor still.
_ADJACENT = 1.15
# A name as the subject of the pronoun's own sentence ("Varga rose when he said"), of an earlier one, or not as a subject.
_SUBJECT_HERE, _SUBJECT, _MENTIONED = 1.3, 1.1, 0.45
# Named only inside somebody's words; named in the paragraph before; a sentence farther back.
_IN_WORDS, _OTHER_BLOCK, _A_SENTENCE_BACK = 0.35, 0.6, 0.95
# "He" may be a body's delegate, but a person comes first; known to be so, better; called otherwise before, hardly. Reports do
# slip there: who was "she" may be "he" a sentence on, where a bracket names one delegate for the paragraph.
_BODY, _KNOWN, _CALLED_OTHERWISE, _DELEGATE_CALLED_OTHERWISE = 0.65, 1.1, 0.35, 0.56
_AROUND = 0.9
# A person of whom no office or form of address says that it is one.
_LIKELY = 0.7

_BEFORE_OBJECT = bag("of by with to for from between and met told asked against about on at in")
_IN_OFFICES = bag("of the and for in at on to a an former then new late acting deputy senior also")
_GENDERED = bag("he him his himself she her hers herself")
_THINGS = bag("it its which")
# "Question: …" is whoever asks, and nobody's "he" or "they".
_ASKERS = bag("question q questioner voice audience")
_PLURAL = bag("they them their these those both we all")


def weigh(story: Story, mention: Mention, around: Spoken | None, others: list[Scored]) -> list[Scored]:
    """The parties that the pronoun may mean, best first; `others` are offered besides those who spoke or are named."""
    own = own_words(around)
    best: dict[int, Scored] = {}
    offers = [
        *speakers_before(story, mention.span.start, around, person=mention.gender is not None),
        *((party, weight) for party, weight in [*_named_before(story, mention.span.start), *others] if party not in own),
    ]
    for party, weight in offers:
        if fits(party, mention) and weight > best.get(id(party), (party, 0.0))[1]:
            best[id(party)] = (party, weight)
    scored = [
        (party, weight * (_by_gender(party, mention.gender) if mention.gender else 1.0)) for party, weight in best.values()
    ]
    return sorted(scored, key=lambda pair: (-pair[1], pair[0].seen[0].start if pair[0].seen else 0))


def own_words(around: Spoken | None) -> tuple[Party, ...]:
    """Whoever speaks in the first person is not "he" in his own words."""
    return around.parties if around and around.kind == "direct" else ()


def speakers_before(story: Story, at: int, around: Spoken | None, *, person: bool = False) -> list[Scored]:
    """Those who spoke before position `at`, the last one first; `person`: a person is looked for."""
    own = own_words(around)
    found: list[Scored] = [(party, _AROUND) for party in around.parties[:1]] if around and not own else []
    passed: list[Party] = []
    factor = 1.0
    for spoken, apart in _before(story, at, 1 if around else 0):
        party = spoken.parties[0]
        if party in passed or party in own:
            continue
        near = not passed and not apart and story.setting.sentence(at) - story.setting.sentence(spoken.span.end - 1) <= 1
        found.append((party, _BY_BLOCKS[apart] * factor * (_ADJACENT if near else 1.0)))
        passed.append(party)
        factor *= _BEHIND_PERSON if not person or party.kind in {"person", "unnamed"} else _BEHIND_BODY
        if len(passed) > 4:
            break
    return found


def _before(story: Story, at: int, depth: int) -> Iterator[tuple[Spoken, int]]:
    """The statements before a place, last first, with how many paragraphs lie between."""
    here = story.setting.block(at)
    for spoken in reversed(story.spoken):
        apart = here - story.setting.block(spoken.span.start)
        if apart >= len(_BY_BLOCKS):
            return
        if spoken.span.start < at and spoken.parties and spoken.depth <= depth and not spoken.passing:
            yield spoken, max(apart, 0)


def _named_before(story: Story, at: int) -> list[Scored]:
    """Persons named in this paragraph or the one before."""
    setting = story.setting
    block = setting.block(at)
    start = setting.blocks[max(0, block - 1)].span.start if setting.blocks else 0
    named = story.cast.named_between(start, at)
    sure = [(party, standing(story, span, at)) for span, party in named if party.certain]
    # "Labour's Ana Dell was not convinced": two capitals as a subject are a person's name more often than not.
    likely = [
        (party, _LIKELY * standing(story, span, at))
        for span, party in named
        if not party.certain and party.kind == "person" and " " in party.name and _is_subject(story, span)
    ]
    return [*sure, *likely]


def standing(story: Story, span: Span, at: int) -> float:
    """How a name at `span` stands as to a pronoun at `at`."""
    setting = story.setting
    back = setting.sentence(at) - setting.sentence(span.start)
    opens = _is_subject(story, span)
    weight = _SUBJECT_HERE if opens and back == 0 else _SUBJECT if opens else _MENTIONED
    if any(spoken.says(span) and not spoken.holds(at) for spoken in story.spoken[-12:]):
        weight *= _IN_WORDS
    if setting.block(at) != setting.block(span.start):
        weight *= _OTHER_BLOCK
    return weight * _A_SENTENCE_BACK**back


def _is_subject(story: Story, span: Span) -> bool:
    """Whether the name opens its sentence, with its offices before it or behind an opening phrase set off by a comma."""
    sentence = story.setting.sentence_span(span.start)
    before = story.setting.text[sentence.start : span.start].rstrip()
    if before.endswith(","):
        # "The ombudsman, Ana Lima,": the office is the subject if it opens its part of the sentence.
        apposed = words(before[:-1].rpartition(",")[2])
        return bool(apposed) and (apposed[0].text.casefold() in DETERMINERS or is_capital(apposed[0].text))
    opening = words(before.rpartition(",")[2])
    if not opening:
        return True
    small = [word for word in opening if not is_capital(word.text) and not is_office(word.folded)]
    if opening[-1].text in _BEFORE_OBJECT or opening[0].text.endswith("ing") or len(opening) > 20:
        return False
    return all(word.text in _IN_OFFICES for word in small) or (len(small) <= 1 and len(opening) <= 3)


def fits(party: Party, mention: Mention) -> bool:
    """Whether the party can be meant by the pronoun at all."""
    if mention.head in _GENDERED:
        other = party.kind == "person" and party.gender and mention.gender and party.gender != mention.gender
        return not other and party.kind != "document" and not party.plural and party.head not in _ASKERS
    if mention.head in _THINGS:
        return party.kind in {"organisation", "state", "document"}
    if mention.head in _PLURAL:
        many = bool(party.plural) or party.kind in {"group", "organisation", "state", "unnamed"}
        return many and party.head not in _ASKERS
    return True


def _by_gender(party: Party, gender: Gender) -> float:
    if party.kind not in {"person", "unnamed"}:
        return _BODY
    known = party.gender or party.called
    if known is None:
        return 1.0
    return _KNOWN if known == gender else _DELEGATE_CALLED_OTHERWISE if party.bracket else _CALLED_OTHERWISE
