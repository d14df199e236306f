"""Who is meant: from the mentions at a cue to parties, with a score and the runners-up.

A name is looked up in the cast. A pronoun or an office ("the Minister") is weighed against those who spoke or were named
before: how near, in the same paragraph or not, as the subject of a sentence or inside what somebody said, whether the form fits.
Every weight stands in this module, with the reason beside it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.attribution.attribution import Kind
from onrecord.names.lexicon import Gender, bag, is_document, is_office
from onrecord.names.likeness import fold
from onrecord.names.persons import DETERMINERS
from onrecord.names.words import is_capital, words
from onrecord.spans import Span
from onrecord.speakers.cast import Cast, Party
from onrecord.speakers.mention import Mention
from onrecord.speakers.phrase import read
from onrecord.speakers.setting import Setting
from onrecord.speakers.subject import antecedent

__all__ = ["THRESHOLD", "Choice", "Spoken", "Story"]

# Below this the speaker stays open, and the best candidates are listed.
THRESHOLD = 0.45
_OFFICE = re.compile(r"\b[Tt]he ((?:[A-Z][\w’'\-]+ ){0,4}[A-Z][\w’'\-]+)\b(?! [A-Z]| of| for)")
_BEFORE_OBJECT = bag("of by with to for from between and met told asked against about on at in")
_IN_OFFICES = bag("of the and for in at on to a an former then new late acting deputy senior also")


@dataclass(frozen=True, slots=True)
class Spoken:
    """A statement already resolved: who spoke, over which stretch, at which depth (0: in no other statement)."""

    parties: tuple[Party, ...]
    span: Span
    depth: int
    kind: Kind = "indirect"
    content: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """The party meant, how sure (0 to 1), and all candidates with their scores, best first."""

    parties: tuple[Party, ...]
    score: float
    candidates: tuple[tuple[Party, float], ...] = ()


@dataclass(slots=True)
class Story:
    """What the text has told up to a place: who spoke, who was named."""

    setting: Setting
    cast: Cast
    spoken: list[Spoken] = field(default_factory=list)

    def last(self, at: int, *, depth: int | None = 0) -> Spoken | None:
        """The last statement that begins before `at`, of one depth or (None) of any."""
        for spoken in reversed(self.spoken):
            if spoken.span.start < at and (depth is None or spoken.depth == depth) and spoken.parties:
                return spoken
        return None

    def choose(self, mention: Mention, around: Spoken | None = None) -> Choice:
        """Who the mention means; `around` is the statement that it stands in, if any."""
        if mention.kind == "person":
            return Choice((self.cast.person(mention),), 0.98)
        if mention.kind == "pronoun":
            return self._pronoun(mention, around)
        if mention.kind == "office":
            return self._office(mention, around)
        return self._thing(mention)

    def _pronoun(self, mention: Mention, around: Spoken | None) -> Choice:
        if mention.head in {"which", "who", "that"}:
            noun = antecedent(self.setting, self.cast, mention.span.start)
            if noun and noun.kind != "pronoun":
                choice = self.choose(noun, around)
                return Choice(choice.parties, min(choice.score, 0.75), choice.candidates)
        if mention.head in {"i", "my", "me"}:
            return Choice(around.parties[:1], 0.9) if around else self._nearest(mention, around)
        if mention.head in {"we", "our", "us"} and around:
            return Choice(around.parties[:1], 0.7)
        return self._nearest(mention, around)

    def _nearest(self, mention: Mention, around: Spoken | None) -> Choice:
        delegate = self._of_country(mention)
        if delegate:
            return Choice((delegate,), 0.75)
        if mention.head == "they" and (joint := self._joint_before(mention.span.start)):
            return Choice(joint, 0.7)
        scored = self._weigh(mention, around)
        return _best(scored) if scored else Choice((), 0.0, self._unlikely(mention.span.start))

    def _unlikely(self, at: int) -> tuple[tuple[Party, float], ...]:
        """Where nobody fits the pronoun: the last who spoke, to be looked at."""
        parties = [party for party, _ in self._speakers_before(at, None)][:3]
        return tuple((party, round(0.2 / number, 3)) for number, party in enumerate(parties, 1))

    def _of_country(self, mention: Mention) -> Party | None:
        """ "his country had joined, as it supported …": "it" is the delegation that speaks."""
        sentence = self.setting.sentence_span(mention.span.start)
        before = self.setting.text[sentence.start : mention.span.start]
        last = self.last(mention.span.start)
        country = mention.head == "it" and re.search(
            r"\b(?:his|her|their) (?:country|delegation|government)\b", before, re.IGNORECASE
        )
        return last.parties[0] if country and last and last.span.start >= sentence.start else None

    def _joint_before(self, at: int) -> tuple[Party, ...]:
        """The bodies joined by "and" before "they" in its sentence ("the Senate and the Board agreed that they …")."""
        start = self.setting.sentence_span(at).start
        joined = [span for _, span in self.cast.census.bodies if start <= span.start and span.end <= at]
        mentions = read(self.setting.text, joined[-1]) if joined else []
        return tuple(self.cast.other(mention) for mention in mentions) if len(mentions) > 1 else ()

    def _weigh(self, mention: Mention, around: Spoken | None) -> list[tuple[Party, float]]:
        at = mention.span.start
        weights: dict[int, tuple[Party, float]] = {}

        def offer(party: Party, weight: float) -> None:
            if _agrees(party, mention) and weight > weights.get(id(party), (party, 0.0))[1]:
                weights[id(party)] = (party, weight)

        for party, weight in self._speakers_before(at, around, person=bool(mention.gender)):
            offer(party, weight)
        own = around.parties if around and around.kind == "direct" else ()
        for party, weight in [*self._named_before(at), *self._offices_before(at, mention)]:
            if party not in own:
                offer(party, weight)
        if mention.gender:
            for number, (party, weight) in weights.items():
                weights[number] = (party, weight * _gender_weight(party, mention.gender))
        return sorted(weights.values(), key=lambda pair: (-pair[1], pair[0].name))

    def _speakers_before(self, at: int, around: Spoken | None, *, person: bool = False) -> list[tuple[Party, float]]:
        """Those who spoke: the last one first; a paragraph's end and every other speaker between tell against."""
        found: list[tuple[Party, float]] = []
        here, weight_of = self.setting.block(at), 1.0
        own = around.parties if around and around.kind == "direct" else ()
        if around and not own:
            found += [(party, 0.9) for party in around.parties[:1]]
        passed: list[Party] = []
        for spoken in reversed(self.spoken):
            if spoken.span.start >= at or not spoken.parties or spoken.depth > (1 if around else 0):
                continue
            apart = here - self.setting.block(spoken.span.start)
            if apart > 6 or len(passed) > 4:
                break
            weight = (1.0, 0.75, 0.5, 0.35, 0.25, 0.2, 0.15)[apart] * weight_of
            party = spoken.parties[0]
            # Whoever speaks in the first person is not "he" in his own words.
            if party not in passed and party not in own:
                # Whoever spoke in this sentence or the one before it has the floor still.
                adjacent = (
                    not passed and self.setting.sentence(at) - self.setting.sentence(spoken.span.end - 1) <= 1 and not apart
                )
                found.append((party, weight * (1.15 if adjacent else 1.0)))
                passed.append(party)
                # A body that is cited in passing parts "he" from its speaker less than another person does.
                weight_of *= 0.6 if not person or party.kind in {"person", "unnamed"} else 0.8
        return found

    def _named_before(self, at: int) -> list[tuple[Party, float]]:
        """Persons named in the paragraph before the place: the subject of a sentence weighs more than who is only mentioned."""
        block = self.setting.block(at)
        sentence = self.setting.sentence(at)
        start = self.setting.blocks[max(0, block - 1)].span.start if self.setting.blocks else 0
        return [
            (party, self._standing(span, at, sentence, block - self.setting.block(span.start)))
            for span, party in self.cast.named_between(start, at)
            if party.certain
        ]

    def _offices_before(self, at: int, mention: Mention) -> list[tuple[Party, float]]:
        """Persons pointed at by an office alone in the paragraph before "he" or "she" ("the Harbour Master resigned")."""
        if not mention.gender or not self.setting.blocks:
            return []
        start = max(self.setting.blocks[self.setting.block(at)].span.start, at - 600)
        found: list[tuple[Party, float]] = []
        for match in _OFFICE.finditer(self.setting.text, start, at):
            span = Span(match.start(1), match.end(1))
            office = read(self.setting.text, Span(match.start(), match.end()))
            if office and office[0].kind == "office" and is_office(office[0].head):
                party = self._office(office[0], None).parties[0]
                back = self.setting.sentence(at) - self.setting.sentence(span.start)
                found.append((party, self._standing(span, at, self.setting.sentence(at), 0) if back < 4 else 0.2))
        return found

    def _standing(self, span: Span, at: int, sentence: int, apart: int) -> float:
        back = sentence - self.setting.sentence(span.start)
        opens = self._is_subject(span)
        inside = any(
            spoken.span.start < span.start < spoken.span.end and not _covers(spoken, at) for spoken in self.spoken[-12:]
        )
        weight = 1.3 if opens and back == 0 else 1.1 if opens else 0.45
        return weight * (0.35 if inside else 1.0) * (0.6 if apart else 1.0) * 0.95**back

    def _is_subject(self, span: Span) -> bool:
        """Whether the name opens its sentence, with its offices before it or behind an opening phrase set off by a comma."""
        sentence = self.setting.sentence_span(span.start)
        before = self.setting.text[sentence.start : span.start].rstrip()
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

    def _office(self, mention: Mention, around: Spoken | None) -> Choice:
        """ "the Minister": who holds such an office in the text; else an unnamed speaker of the same description; else a new one."""
        if not mention.definite:
            return Choice((self.cast.unnamed(mention),), 0.9)
        at = mention.span.start
        holders = [party for party in self.cast.people() if party.certain and _holds(party, mention)]
        if holders:
            spoke = {id(party): weight for party, weight in self._speakers_before(at, around)}
            scored = [
                (party, 0.5 + spoke.get(id(party), 0.0) + 0.1 * _overlap(party, mention) + 0.1 * (party.seen[0].start < at))
                for party in holders
            ]
            return _best(sorted(scored, key=lambda pair: (-pair[1], pair[0].name)))
        for party in reversed(self.cast.parties):
            if party.kind == "unnamed" and party.seen[0].start < at and _answers(party, mention):
                return Choice((party,), 0.75)
        return Choice((self.cast.other(mention),), 0.6)

    def _thing(self, mention: Mention) -> Choice:
        if not mention.definite and mention.kind == "unnamed":
            return Choice((self.cast.unnamed(mention),), 0.85)
        if mention.kind == "state":
            delegate = self._delegate(mention)
            if delegate:
                return Choice((delegate,), 0.8)
        known = None if mention.text in self.cast.census.long_forms else self._back_reference(mention)
        return Choice((known,), 0.85) if known else Choice((self.cast.other(mention),), 0.9)

    def _delegate(self, mention: Mention) -> Party | None:
        """The delegation of the State named, where it is the one that has the floor."""
        last = self.last(mention.span.start)
        if not last:
            return None
        party = last.parties[0]
        of_state = party.bracket and fold(party.bracket) == fold(mention.text)
        return party if of_state or fold(party.name) == "delegation" else None

    def _back_reference(self, mention: Mention) -> Party | None:
        """ "the Commission", "the report": the party or body named before with that noun as its head."""
        if " " in mention.text or not mention.definite:
            return None
        for party in reversed(self.cast.parties):
            if (
                party.kind in {"organisation", "document", "group"}
                and party.seen
                and min(party.seen).start < mention.span.start
            ):
                if mention.head and (party.head == mention.head or fold(mention.text) in fold(party.name).split()):
                    return party
        return self._body_of_census(mention)

    def _body_of_census(self, mention: Mention) -> Party | None:
        """The body or document that the text has named before, by its first or last noun."""
        document = is_document(mention.head)
        if mention.text[:1].islower() and not document:
            return None
        for name, span in reversed(self.cast.census.bodies):
            parts = name.split()
            same = mention.head in map(str.casefold, parts) if document else mention.text in (parts[0], parts[-1])
            if span.start < mention.span.start and same:
                return self.cast.other(Mention("document" if document else "body", name, mention.span, mention.head))
        return None


def _says(spoken: Spoken, span: Span) -> bool:
    return any(content.covers(span) for content in spoken.content)


def _covers(spoken: Spoken, at: int) -> bool:
    return spoken.span.start <= at < spoken.span.end


def _agrees(party: Party, mention: Mention) -> bool:
    """Whether the party can be meant by the pronoun at all."""
    head = mention.head
    if head in {"he", "him", "his", "himself", "she", "her", "hers", "herself"}:
        return not (party.gender and mention.gender and party.gender != mention.gender and party.kind == "person") and (
            party.kind not in {"document"} and not party.plural
        )
    if head in {"it", "its", "which"}:
        return party.kind in {"organisation", "state", "document"}
    if head in {"they", "them", "their", "these", "those", "both", "we", "all"}:
        return bool(party.plural) or party.kind in {"group", "organisation", "state", "unnamed"}
    return True


def _gender_weight(party: Party, gender: Gender) -> float:
    """A person fits "he" or "she" better than a body does, one known to be so best."""
    if party.kind not in {"person", "unnamed"}:
        return 0.65
    known = party.gender or party.called
    if known is None:
        return 1.0
    # Reports do slip: who was "she" may be "he" a sentence on, where a bracket names one delegate for the paragraph.
    return 1.1 if known == gender else 0.56 if party.bracket else 0.35


def _holds(party: Party, mention: Mention) -> bool:
    wanted = mention.head
    held = {fold(word) for role in party.roles for word in role.title.split()} | {fold(t) for t in party.honorifics}
    return fold(wanted) in held or wanted in party.duties


def _answers(party: Party, mention: Mention) -> bool:
    """Whether "the expert" can be the expert of before: the same head, and nothing in the new words that the old do not say."""
    said, known = {fold(w) for w in mention.text.split()}, {fold(w) for w in party.name.split()}
    return party.head == mention.head and said <= known


def _overlap(party: Party, mention: Mention) -> int:
    said = {fold(word) for word in mention.text.split()}
    return max((len(said & {fold(w) for w in f"{role.title} {role.of or ''}".split()}) for role in party.roles), default=0)


def _best(scored: Sequence[tuple[Party, float]]) -> Choice:
    """The first candidate, its score from its weight and its lead over the next."""
    if not scored:
        return Choice((), 0.0)
    party, weight = scored[0]
    second = scored[1][1] if len(scored) > 1 else 0.0
    score = min(0.97, weight / (weight + 0.1) * (weight / (weight + second) if second else 1.0) ** 0.35)
    return Choice((party,), score, tuple((p, min(0.97, w / (weight + second + 0.1))) for p, w in scored[:3]))
