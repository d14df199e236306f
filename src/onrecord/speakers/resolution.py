"""Who is meant: from the mentions at a cue to parties, with a score and the runners-up.

A name is looked up in the cast; an office ("the Minister") among those who hold it; a body's or document's noun among those
named before; a pronoun is weighed (`onrecord.speakers.weighing`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.names.lexicon import bag, is_document, is_group, is_office
from onrecord.names.likeness import fold, surname_of
from onrecord.names.states import adjective_of, is_state
from onrecord.names.words import is_acronym, is_capital
from onrecord.spans import Span
from onrecord.speakers.address import addressed
from onrecord.speakers.cast import Party
from onrecord.speakers.description import GENDERED, gender_of
from onrecord.speakers.mention import Mention
from onrecord.speakers.phrase import read
from onrecord.speakers.story import Choice, Scored, Spoken, Story
from onrecord.speakers.subject import antecedent
from onrecord.speakers.weighing import speakers_before, standing, weigh

__all__ = ["THRESHOLD", "choose"]

# Below this the speaker stays open, and the best candidates are listed. On the annotated reports, choices below it are right
# less than half the time.
THRESHOLD = 0.45
_RELATIVES = bag("which who that")
_MY, _OUR = bag("i my me"), bag("we our us")
_FIRST_SECOND = _MY | _OUR | {"you"}
_OFFICE = re.compile(r"\b[Tt]he ((?:[A-Z][\w’'\-]+ ){0,4}[A-Z][\w’'\-]+(?: of (?:the )?[A-Z][\w’'\-]+)?)\b(?! [A-Z]| of| for)")
_COUNTRY = re.compile(r"\b(?:his|her|their) (?:country|delegation|government)\b", re.IGNORECASE)
# Offices of which a text has several, told apart by their fields.
_BY_FIELD = bag("minister secretary ambassador representative delegate mayor governor")
_NO_FIELD = _BY_FIELD | bag(
    "of for the and to in on at general deputy former state ministry affairs new then acting senior permanent special resident"
)
# Nouns that any body may go by.
_ANY_BODY = bag("group organisation organization agency company firm charity watchdog")
_SOME = re.compile(r"\b(?:an?|another|one|some)\s+\Z", re.IGNORECASE)
_IN_WHICH = re.compile(r"\b(?:by|from)\s+(?P<who>[^,;()]{3,60}),?\s+(?:(?:in|by|through|with)\s+which|whereby)\s+\Z")
_LATTER = re.compile(r"(?:latter|former)[’']s\b", re.IGNORECASE)
_DESCRIBED = re.compile(
    r"[\"“‘']?(?P<who>(?:an?|the|one|another|his|her|their|my|our)(?:\s+(?!(?:an?|the|of|to|in|on|at|by|and|who)\b)[a-z][\w-]*){0,2}?"
    rf"\s+(?P<noun>{GENDERED})\b(?![’'-])(?:,\s+(?-i:[A-Z])[\w’'-]+(?:\s+(?-i:[A-Z])[\w’'-]+)*(?=,))?)(?=,?\s+[a-z])",
    re.IGNORECASE,
)
# Whoever is only told of comes behind a speaker who may be "he" or "she" as well.
_TOLD_OF = 0.9
# How far back an office alone is looked for, in characters and in sentences.
_OFFICE_WITHIN, _OFFICE_SENTENCES = 600, 4


def choose(story: Story, mention: Mention, around: Spoken | None = None) -> Choice:
    """Who the mention means; `around` is the statement that it stands in, if any."""
    if mention.kind == "person":
        return Choice((story.cast.person(mention),), 0.98)
    if mention.kind == "pronoun":
        return _pronoun(story, mention, around)
    if mention.kind == "office":
        return _office(story, mention, around)
    return _thing(story, mention)


def _pronoun(story: Story, mention: Mention, around: Spoken | None) -> Choice:
    at = mention.span.start
    if mention.head in _RELATIVES:
        return _relative(story, at, around)
    if mention.head in _FIRST_SECOND:
        return _author(story, mention, around)
    if mention.head == "it" and (delegate := _of_country(story, at)):
        return Choice((delegate,), 0.75)
    if mention.head == "they" and (joint := _joint_before(story, at)):
        return Choice(joint, 0.7)
    if author := _in_which(story, at):
        return choose(story, author, around)
    scored = weigh(story, mention, around, [*_offices_before(story, mention), *_described_before(story, mention)])
    return _best(scored) if scored else Choice((), 0.0, _unlikely(story, at))


def _relative(story: Story, at: int, around: Spoken | None) -> Choice:
    """What "who" or "which" points back at; the phrase alone decides, not who spoke before."""
    noun = antecedent(story.setting, story.cast, at)
    if noun is None or noun.kind == "pronoun":
        return Choice((), 0.0, _unlikely(story, at))
    choice = choose(story, noun, around)
    return Choice(choice.parties, min(choice.score, 0.75), choice.candidates)


def _author(story: Story, mention: Mention, around: Spoken | None) -> Choice:
    """Whoever says "I" in a quotation is quoted; outside one it is the author of the text, and nobody named in it.

    "You" is who is spoken to.
    """
    if mention.head == "you":
        return Choice((), 0.0)
    if around:
        return Choice(around.parties[:1], 0.9 if mention.head in _MY else 0.7)
    last = story.last(mention.span.start)
    turn = last.parties[0] if last and last.kind == "direct" and last.holds(mention.span.start) else story.author
    return Choice((turn,), 0.75) if turn else Choice((), 0.0)


def _unlikely(story: Story, at: int) -> tuple[Scored, ...]:
    """Where nobody fits the pronoun: the last who spoke, to be looked at."""
    parties = [party for party, _ in speakers_before(story, at, None)][:3]
    return tuple((party, round(0.2 / number, 3)) for number, party in enumerate(parties, 1))


def _of_country(story: Story, at: int) -> Party | None:
    """ "his country had joined, as it supported …": "it" is the delegation that speaks."""
    sentence, last = story.setting.sentence_span(at), story.last(at)
    told = _COUNTRY.search(story.setting.text, sentence.start, at)
    return last.parties[0] if told and last and last.span.start >= sentence.start else None


def _in_which(story: Story, at: int) -> Mention | None:
    """Whoever made the thing that a pronoun speaks in: "a letter from the Elders, in which they demanded …"."""
    made = _IN_WHICH.search(story.setting.text, story.setting.sentence_span(at).start, at)
    return next(iter(read(story.setting.text, Span(*made.span("who")))), None) if made else None


def _joint_before(story: Story, at: int) -> tuple[Party, ...]:
    """The bodies joined by "and" before "they" in its sentence ("the Senate and the Board agreed that they …")."""
    start = story.setting.sentence_span(at).start
    joined = [span for _, span in story.cast.census.bodies if start <= span.start and span.end <= at]
    mentions = read(story.setting.text, joined[-1]) if joined else []
    return tuple(story.cast.other(mention) for mention in mentions) if len(mentions) > 1 else ()


def _offices_before(story: Story, mention: Mention) -> list[Scored]:
    """Persons pointed at by an office alone in the paragraph before "he" or "she" ("the Harbour Master resigned")."""
    at, setting = mention.span.start, story.setting
    if not mention.gender or not setting.blocks:
        return []
    start = max(setting.blocks[setting.block(at)].span.start, at - _OFFICE_WITHIN)
    found: list[Scored] = []
    for match in _OFFICE.finditer(setting.text, start, at):
        back = setting.sentence(at) - setting.sentence(match.start())
        office = next(iter(read(setting.text, Span(*match.span()))), None)
        if back < _OFFICE_SENTENCES and office and office.kind == "office" and is_office(office.head):
            party = _office(story, office, None).parties[0]
            found.append((party, standing(story, Span(*match.span(1)), at)))
    return found


def _described_before(story: Story, mention: Mention) -> list[Scored]:
    """Persons of whom the subject of a sentence tells the pronoun's gender, earlier in its paragraph ("His wife nodded")."""
    at, setting = mention.span.start, story.setting
    if not mention.gender or not setting.blocks:
        return []
    found: list[Scored] = []
    for sentence in setting.sentences[setting.sentence(setting.blocks[setting.block(at)].span.start) : setting.sentence(at)]:
        match = _DESCRIBED.match(setting.text, sentence.start, sentence.end)
        if not match or gender_of(match["noun"]) != mention.gender:
            continue
        for described in read(setting.text, Span(*match.span("who"))):
            seen = (party for party in story.cast.parties if described.span in party.seen)
            party = next(seen, None) or choose(story, described).parties[0]
            found.append((party, _TOLD_OF * standing(story, Span(*match.span("who")), at)))
    return found


def _office(story: Story, mention: Mention, around: Spoken | None) -> Choice:
    """Who holds such an office in the text; else an unnamed speaker of the same description; else a new one."""
    if not mention.definite:
        holder = _of_headline(story, mention)
        return Choice((holder,), 0.8) if holder else Choice((story.cast.unnamed(mention),), 0.9)
    if member := addressed(story, mention, around):
        return member
    at = mention.span.start
    if holders := _holders(story, mention):
        spoke = {id(party): weight for party, weight in speakers_before(story, at, around)}
        scored = [
            (party, 0.5 + spoke.get(id(party), 0.0) + 0.1 * _overlap(party, mention) + 0.1 * (party.seen[0].start < at))
            for party in holders
        ]
        return _best(sorted(scored, key=lambda pair: (-pair[1], pair[0].seen[0].start)))
    for party in reversed(story.cast.parties):
        if party.kind == "unnamed" and party.seen[0].start < at and _answers(party, mention):
            return Choice((party,), 0.75)
    return Choice((story.cast.other(mention),), 0.6)


def _of_headline(story: Story, mention: Mention) -> Party | None:
    """The one person who holds the office that a headline names without an article ("Judge barred the press, mayor says")."""
    setting, start = story.setting, mention.span.start
    heading = bool(setting.blocks) and setting.blocks[setting.block(start)].kind == "heading"
    if not heading or _SOME.search(setting.text, max(0, start - 10), start):
        return None
    holders = _holders(story, mention)
    return holders[0] if len(holders) == 1 else None


def _holders(story: Story, mention: Mention) -> list[Party]:
    return [party for party in story.cast.people() if party.certain and _holds(party, mention)]


def _holds(party: Party, mention: Mention) -> bool:
    if _LATTER.match(mention.text) or (mention.head in _BY_FIELD and _of_other_field(party, mention)):
        return False
    held = {fold(word) for role in party.roles for word in role.title.split()} | {fold(title) for title in party.honorifics}
    return fold(mention.head) in held or mention.head in party.duties


def _of_other_field(party: Party, mention: Mention) -> bool:
    """Whether the offices so called that the party holds are all others ("the foreign minister" is not Water Minister Lima)."""
    fields = [_field(f"{role.title} {role.of or ''}") for role in party.roles if fold(mention.head) in fold(role.title).split()]
    said = _field(mention.text)
    return bool(said and fields) and all(field and not field & said for field in fields)


def _field(office: str) -> set[str]:
    """The words that tell an office from others of its kind; of a State's adjective, the State."""
    named = [state for word in office.split() if (state := adjective_of(word) or word)]
    return {fold(word) for name in named for word in name.split()} - _NO_FIELD


def _overlap(party: Party, mention: Mention) -> int:
    """How many words the description shares with the office that it fits best."""
    said = {fold(word) for word in mention.text.split()}
    return max((len(said & {fold(w) for w in f"{role.title} {role.of or ''}".split()}) for role in party.roles), default=0)


def _answers(party: Party, mention: Mention) -> bool:
    """Whether "the expert" can be the expert of before: the same head, and nothing in the new words that the old do not say."""
    said, known = {fold(word) for word in mention.text.split()}, {fold(word) for word in party.name.split()}
    return party.head == mention.head and said <= known


def _thing(story: Story, mention: Mention) -> Choice:
    if not mention.definite and mention.kind == "unnamed":
        return Choice((story.cast.unnamed(mention),), 0.85)
    if mention.kind == "state" and not is_state(mention.text) and (bearer := story.cast.bearer(mention.text)):
        # "Lima said": a capital may be a person's surname, where the text has such a person.
        return Choice((bearer,), 0.9)
    if mention.kind == "state" and (delegate := _delegate(story, mention)):
        return Choice((delegate,), 0.8)
    if speaker := _of_label(story, mention):
        return Choice((speaker,), 0.95)
    known = None if mention.text in story.cast.census.long_forms else _back_reference(story, mention)
    return Choice((known,), 0.85) if known else Choice((story.cast.other(mention),), 0.9)


def _of_label(story: Story, mention: Mention) -> Party | None:
    """Whose turn a label in capitals opens: the one person's of that surname, or theirs who spoke and has these initials."""
    text, span = story.setting.text, mention.span
    alone = text[span.end : span.end + 1] == ":" and not text[: span.start].rpartition("\n")[2].strip(" *_")
    if not alone or not is_acronym(mention.text):
        return None
    letters = mention.text.replace(".", "")
    spoke = dict.fromkeys(spoken.parties[0] for spoken in story.spoken if spoken.parties)
    bearers = [party for party in story.cast.people() if surname_of(party.words) == fold(mention.text)]
    bearers = bearers or [party for party in spoke if "".join(w[0] for w in party.name.split() if is_capital(w)) == letters]
    return bearers[0] if len(bearers) == 1 else None


def _delegate(story: Story, mention: Mention) -> Party | None:
    """The delegation of the State named, where it is the one that has the floor."""
    last = story.last(mention.span.start)
    if not last:
        return None
    party = last.parties[0]
    of_state = party.bracket and fold(party.bracket) == fold(mention.text)
    of_state = of_state or any(fold(role.of or "").endswith(f"of {fold(mention.text)}") for role in party.roles)
    return party if of_state or fold(party.name) == "delegation" else None


def _back_reference(story: Story, mention: Mention) -> Party | None:
    """ "the Commission", "the report": the party or body named before with that noun as its head."""
    if " " in mention.text or not mention.definite or not mention.head or is_acronym(mention.text):
        return None
    called = [party for party in reversed(story.cast.parties) if _called(party, mention)]
    # "The Court" is no regional court where a Court of Justice is named.
    named = [party for party in called if is_capital(mention.text) <= (mention.text in party.name.split())]
    return next(iter(named), None) or _named_in_full(story, mention) or next(iter(called), None) or _any_body(story, mention)


def _any_body(story: Story, mention: Mention) -> Party | None:
    """ "The group", "the company": the body that spoke last, in this paragraph or the one before, by whatever noun it goes."""
    at, last = mention.span.start, story.last(mention.span.start)
    if mention.head not in _ANY_BODY or not last or story.setting.block(at) - story.setting.block(last.span.start) > 1:
        return None
    party = last.parties[0]
    named = is_capital(party.name) and (" " in party.name or is_acronym(party.name))
    return party if party.kind == "organisation" and named else None


def _called(party: Party, mention: Mention) -> bool:
    """Whether a body, document or group named before can go by the mention's noun."""
    if party.kind not in {"organisation", "document", "group"} or not party.seen or party.seen[0].start >= mention.span.start:
        return False
    return party.head == mention.head or (party.kind != "group" and fold(mention.text) in fold(party.name).split())


def _named_in_full(story: Story, mention: Mention) -> Party | None:
    """The body or document that the text has named before, by its first or last noun, or the one that a
    preposition follows ("Regional Commission on Rights"); "Committee Experts" are no Committee."""
    document = is_document(mention.head)
    if mention.text[:1].islower() and not document:
        return None
    for name, span in reversed(story.cast.census.bodies):
        parts = name.split()
        if is_group(parts[-1].casefold()) and not is_group(mention.head):
            continue
        same = (
            mention.head in map(str.casefold, parts)
            if document
            else mention.text in (parts[0], parts[-1], _before_preposition(parts))
        )
        if span.start < mention.span.start and same:
            return story.cast.other(Mention("document" if document else "body", name, mention.span, mention.head))
    return None


def _before_preposition(parts: Sequence[str]) -> str:
    """The noun that a name is built on: "Commission" of "Regional Commission on Human Rights"."""
    first = next((number for number, part in enumerate(parts) if part in {"of", "on", "for"}), len(parts))
    return parts[first - 1]


def _best(scored: Sequence[Scored]) -> Choice:
    """The first candidate, its score from its weight and its lead over the next."""
    party, weight = scored[0]
    second = scored[1][1] if len(scored) > 1 else 0.0
    score = min(0.97, weight / (weight + 0.1) * (weight / (weight + second)) ** 0.35)
    return Choice((party,), score, tuple((other, min(0.97, w / (weight + second + 0.1))) for other, w in scored[:3]))
