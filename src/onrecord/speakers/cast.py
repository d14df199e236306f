"""Everybody who may be speaking in one text, each once: the parties, and how a mention by name finds its party."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from onrecord.names.lexicon import Gender, bag, is_document
from onrecord.names.likeness import fold, same_person, surname_of
from onrecord.names.persons import PersonName
from onrecord.names.states import is_state, seat_of, state
from onrecord.names.variants import near
from onrecord.record import Role, SpeakerKind
from onrecord.spans import Span
from onrecord.speakers.census import Census, Named
from onrecord.speakers.mention import Mention
from onrecord.speakers.roles import roles_of

__all__ = ["Cast", "Party"]

# Characters: two like names nearer than this to each other are two people's.
_CLOSE = 160
# Whoever chairs is "the Chair" from there on, though nobody writes the word as a title.
_PRESIDES = re.compile(r"\b(?:chaired|moderated|presided over|facilitated) by (?:the )?(?:[\w’'-]+ ){0,4}\Z")
_PRESIDED = re.compile(r"(?:,[^.]{2,80},)?\s+(?:chaired|moderated|presided|facilitated)\b")
_CHAIRS = bag("chair chairman chairwoman chairperson moderator facilitator president")


@dataclass(slots=True, eq=False)
class Party:
    """Somebody who may speak. `forms` are the names used, as written, in text order; `gender` is known only where a form
    of address or a noun says it, `called` where a pronoun was taken to mean the party; `certain`: the text marks the name as
    a person's; `duties`: offices that the text shows it in without naming them. `seen` are the places of its names."""

    kind: SpeakerKind
    name: str
    words: tuple[str, ...] = ()
    forms: list[str] = field(default_factory=list)
    honorifics: list[str] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    seen: list[Span] = field(default_factory=list)
    gender: Gender | None = None
    called: Gender | None = None
    plural: bool | None = False
    bracket: str | None = None
    certain: bool = False
    head: str = ""
    duties: frozenset[str] = frozenset()

    def meet(self, person: PersonName) -> None:
        """Take in one more occurrence of the person's name; the fullest form becomes the name."""
        if person.text not in self.forms:
            self.forms.append(person.text)
        if (len(person.words), len(person.text)) > (len(self.words), len(self.name)):
            self.words, self.name = person.words, person.text
        for title in person.honorifics:
            if title not in self.honorifics:
                self.honorifics.append(title)
        self.gender = self.gender or person.gender
        self.see(person.span)

    @property
    def also(self) -> tuple[str, ...]:
        """The forms that spell a word of the name otherwise."""
        known = {fold(word) for word in self.name.split()}
        return tuple(form for form in self.forms if self.words and not {fold(word) for word in form.split()} <= known)

    def see(self, span: Span) -> None:
        """Note a place where the party is named."""
        if span not in self.seen:
            bisect.insort(self.seen, span)


@dataclass(slots=True)
class Cast:
    """The parties of one text."""

    text: str
    census: Census
    parties: list[Party] = field(default_factory=list)
    _people: list[Party] = field(default_factory=list)
    _places: list[tuple[Span, Party]] = field(default_factory=list)
    _bearers: dict[str, list[Party]] = field(default_factory=dict)
    _named: dict[str, Party] = field(default_factory=dict)

    @classmethod
    def of(cls, text: str, census: Census) -> Cast:
        """The people of the census, each once: full names first, so that every short form finds its full one."""
        cast = cls(text, census)
        for named in sorted(census.people, key=lambda named: (-len(named.person.words), named.person.span)):
            party = cast._known(named.person) or cast._add_person(named.person)
            cast._meet(party, named.person)
            party.certain = party.certain or named.certain
            party.bracket = party.bracket or named.bracket
            cast._describe(party, named)
        return cast

    def person(self, mention: Mention) -> Party:
        """The party of a person's name at a cue: a cue makes certain that it is one."""
        person = mention.person
        if person is None:
            return self.other(mention)
        party = self._known(person) or self._add_person(person)
        self._meet(party, person)
        party.certain = True
        party.gender = party.gender or mention.gender
        party.bracket = party.bracket or mention.bracket
        return party

    def other(self, mention: Mention) -> Party:
        """The party of a body, State, document, group or description, by its name."""
        name = self.census.long_forms.get(mention.text.replace("the ", ""), mention.text)
        key = self._key(name)
        party = self._named.get(key)
        if party is None:
            party = Party(kind=_kind(mention), name=name, head=mention.head, plural=mention.plural, gender=mention.gender)
            self.parties.append(party)
            self._named[key] = party
        if mention.text not in party.forms:
            party.forms.append(mention.text)
        party.see(mention.span)
        return party

    def unnamed(self, mention: Mention) -> Party:
        """A new party for a description that points at somebody new ("another delegate")."""
        party = Party(
            kind="group" if mention.plural else "unnamed",
            name=mention.text,
            forms=[mention.text],
            seen=[mention.span],
            gender=mention.gender,
            plural=mention.plural,
            head=mention.head,
        )
        self.parties.append(party)
        return party

    def people(self) -> Iterable[Party]:
        """The persons, those with full names first."""
        return self._people

    def bearer(self, surname: str) -> Party | None:
        """The person of that surname, where the text marks one as a person."""
        bearers = self._bearers.get(fold(surname), [])
        return next((party for party in bearers if party.certain and surname_of(party.words) == fold(surname)), None)

    def named_between(self, start: int, end: int) -> list[tuple[Span, Party]]:
        """The persons named in a stretch of the text, with the places, in text order."""
        first, last = (bisect.bisect_left(self._places, at, key=lambda place: place[0].start) for at in (start, end))
        named = self._places[first:last]
        known = {span for span, _ in named}
        first, last = (bisect.bisect_left(self.census.alone, at, key=lambda person: person.span.start) for at in (start, end))
        alone = [
            (person.span, party)
            for person in self.census.alone[first:last]
            if person.span not in known and (party := self.bearer(person.words[0]))
        ]
        return sorted([*named, *alone], key=lambda place: place[0]) if alone else named

    def _key(self, name: str) -> str:
        known = state(name) or seat_of(name)
        return fold(known or name.removeprefix("the ").removeprefix("The "))

    def _add_person(self, person: PersonName) -> Party:
        party = Party(kind="person", name=person.text, words=person.words)
        self.parties.append(party)
        self._people.append(party)
        return party

    def _meet(self, party: Party, person: PersonName) -> None:
        if person.span not in party.seen:
            bisect.insort(self._places, (person.span, party), key=lambda place: place[0])
        party.meet(person)
        for word in person.words:
            bearers = self._bearers.setdefault(fold(word), [])
            if party not in bearers:
                bearers.append(party)

    def _known(self, person: PersonName) -> Party | None:
        """The person already in the cast whom the name can stand for; of several, the one named last before it."""
        bearers = self._bearers.get(fold(person.words[-1]), [])
        fitting = [party for party in bearers if _fits(person, party)]
        fitting = fitting or self._by_first_name(person, bearers) or self._spelt_otherwise(person)
        if len(fitting) > 1:
            exact = [party for party in fitting if fold(person.text) in {fold(form) for form in party.forms}]
            fitting = exact if len(person.words) > 1 and exact else fitting
        before = [party for party in fitting if party.seen and min(party.seen).start <= person.span.start]
        choice = before or fitting
        return max(choice, key=lambda party: _last_before(party, person.span.start)) if choice else None

    def _by_first_name(self, person: PersonName, bearers: Sequence[Party]) -> list[Party]:
        """Who is called by the first name alone, where only one person has it."""
        if len(person.words) > 1 or person.honorifics:
            return []
        first = [party for party in bearers if fold(party.words[0]) == fold(person.words[0])]
        return first if len(first) == 1 else []

    def _spelt_otherwise(self, person: PersonName) -> list[Party]:
        """The one person of whose name this is another spelling, if only one can be meant and no sentence names both."""
        near_by = [
            party
            for party in self._people
            if person.words[-1][:1].casefold() == party.words[-1][:1].casefold()
            and _spelling(person, party)
            and not (person.gender and party.gender and person.gender != party.gender)
        ]
        if len(near_by) != 1 or self._together(person, near_by[0]):
            return []
        return near_by

    def _together(self, person: PersonName, party: Party) -> bool:
        """Whether both forms stand close by, which tells two people with like names apart."""
        places = [match.start() for match in re.finditer(rf"\b{re.escape(person.words[-1])}\b", self.text)]
        return any(abs(place - span.start) < _CLOSE for place in places for span in party.seen)

    def _describe(self, party: Party, named: Named) -> None:
        if _PRESIDES.search(self.text, max(0, named.before.start - 80), named.before.start) or _PRESIDED.match(
            self.text, named.person.span.end
        ):
            party.duties |= _CHAIRS
        for role in roles_of(self.text, named):
            if role not in party.roles:
                party.roles.append(role)
                party.certain = True


def _last_before(party: Party, at: int) -> int:
    return max((span.start for span in party.seen if span.start <= at), default=-1)


def _fits(person: PersonName, party: Party) -> bool:
    if person.gender and party.gender and person.gender != party.gender:
        return False
    one, other = person.words, party.words
    if len(one) > len(other):
        one, other = other, one
    if same_person(one, other):
        return True
    # A family name may stand first: "Mr. Ban" and "Ban Ki-moon"; or in the middle.
    alone = len(one) == 1 and len(other) > 1 and bool(person.honorifics or len(person.words) == 1)
    return (
        alone
        and person.words == one
        and fold(one[0]) != surname_of(other)
        and fold(one[0]) in map(fold, other)
        and bool(person.honorifics)
    )


def _spelling(person: PersonName, party: Party) -> bool:
    """Whether the names differ in the spelling of one word only; a surname alone must be of some length."""
    one, other = person.words, party.words
    if len(one) == 1:
        return len(one[0]) >= 6 and near(one[0], other[-1], alone=True)
    if len(one) != len(other):
        return False
    return sum(fold(a) != fold(b) for a, b in zip(one, other, strict=True)) == 1 and all(map(near, one, other))


def _kind(mention: Mention) -> SpeakerKind:
    if mention.kind == "state" or is_state(mention.text):
        return "state"
    if mention.kind == "body":
        return "organisation"
    if mention.kind == "document" or is_document(mention.head):
        return "document"
    return "group" if mention.kind == "group" or mention.plural else "unnamed"
