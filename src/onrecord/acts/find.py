"""The door of acts: every act of a body that a document tells of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.acts.bodies import bodies_before, bodies_behind
from onrecord.acts.clauses import clause_end, object_before, object_behind, times_of
from onrecord.acts.lists import Body, that_of
from onrecord.acts.verbs import Deed, again, deeds, verbs
from onrecord.dates.calendar import MONTH_NAMES, WEEKDAY_NAMES
from onrecord.dates.expressions import Dated
from onrecord.record import Act, Statement
from onrecord.scan import Scan
from onrecord.sentences import sentence_number
from onrecord.spans import Span
from onrecord.within import Within

__all__ = ["find"]

_BY = re.compile(
    r"\s+(?:as\s+(?:[\w’'-]+\s+){1,6}?)?(?:(?:\w+ly|also|both|first|already)\s+|(?:in|on)\s+[\w ,]{3,20}?\s+){0,2}by\s+(?=\w)",
    re.IGNORECASE,
)
# "Peru (2012), Chile in 2015": each has the year behind its name.
_OWN_YEAR = re.compile(r"\s*(?:\(|in\s+)(?P<year>(?:1[89]|20)\d\d)\b(?!\s*[-–/]\s*\d|,?\s+(?:and\s+)?\d{4})")
_RELATIVE = re.compile(r"\s*,?\s+(?:which|that)\s+\Z", re.IGNORECASE)
_GOES_ON = re.compile(r"(?:\band|\bbut|\bor|\bthen|,)\s*(?:\b(?:also|then|later)\s+)?\Z", re.IGNORECASE)
_PRONOUN = re.compile(r"\b(?:they|it)\s+\Z", re.IGNORECASE)
_JOINT = 24  # characters of a joint between two verbs
_REACH = 800  # characters of one sentence in which a verb looks for its subject, its object and its date
# A time between the subject and its verb: "The Senate on Wednesday recognised".
_WHEN = re.compile(
    rf",?\s+(?:(?:(?:late|early)\s+)?(?:on|last|this)\s+(?:(?:{WEEKDAY_NAMES}|week|month|year|morning|afternoon|evening)"
    rf"|\d{{1,2}}\s+(?:{MONTH_NAMES})|(?:{MONTH_NAMES})\s+\d{{1,2}})(?:,?\s+\d{{4}})?"
    rf"|in\s+(?:(?:{MONTH_NAMES})\s+)?\d{{4}}|today|yesterday)\Z",
    re.IGNORECASE,
)
_WHEN_LONGEST = 40  # characters
# "The Council, in its resolution 822 (1993), condemned"; "the Senate, by 96 votes to 2, ratified".
_ASIDE = re.compile(
    r",\s+(?:in|by|at|with|under|acting|meeting|through|for (?:its|the) part)\b[^,;:.“”\"]{2,80},\s*\Z", re.IGNORECASE
)
_ASIDE_LONGEST = 120  # characters
_NOR = re.compile(r"nor\b", re.IGNORECASE)
_BETWEEN_VERBS = re.compile(r",?\s+(?:and|or|but)\s+")
# Who alone can do it: no person ratifies a treaty.
_OF_STATES = frozenset({"ratified", "acceded to"})
_OF_INSTRUMENT = re.compile(r"[^.;,]{0,40}\b(?:Convention|Treaty|Statute|Protocol|Covenant|Pact|Agreement)\b")
# Who alone can hold that something is so.
_COURT = re.compile(
    r"\b(?:courts?|tribunals?|chambers?|commissions?|committees?|judges|IC[JC]|CJEU|ECtHR|ECHR)\b", re.IGNORECASE
)
_AS = re.compile(r",\s+(?:just\s+)?as\s+(?=[A-Z]|the\s)")  # "ratified it, as Kenya did in 2030"
# "The Senate ratified it. Few left the room, but Kenya did.": perhaps not what the Senate did.
_ANOTHER_VERB = re.compile(
    r"\b(?:was|were|is|are|has|have|had|said|says|left|went|took|made|gave|(?-i:[a-z]{3,}ed))\b", re.IGNORECASE
)
# "What Kenya did in 2030", "sooner than Kenya did": of no act before.
_OF_ITS_OWN = re.compile(r"\b(?:what|whatever|which|that|than|how|all|everything|things?|work)\s+\Z", re.IGNORECASE)
_NEITHER = re.compile(r"\b(?:neither|not\s+(?:one|a\s+single)|hardly\s+(?:a|any))\s+\Z", re.IGNORECASE)
_NO = re.compile(r"(?:no|none\s+of\s+(?:the|these|those|its|their)|neither\s+of\s+the)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Clause:
    """An act read from its clause: who, did what, to what, when (one for each body)."""

    deed: Deed
    bodies: tuple[Body, ...]
    object: Span | None
    when: tuple[str | None, ...]


def find(scan: Scan, *, statements: Sequence[Statement] = ()) -> list[Act]:
    """The acts that a text tells of, in text order; spans are of the text.

    Each body of a list has an act of its own. `statements` (with spans of the same text) say in whose statement an act is told.
    """
    clauses = list(_all_clauses(scan))
    told = [(clause, body, when) for clause in clauses for body, when in zip(clause.bodies, clause.when, strict=True)]
    around = Within(statements, cues=True)
    return [_act(scan, number, *one, around) for number, one in enumerate(told, 1)]


def _act(  # noqa: PLR0917 - each once, from one place
    scan: Scan, number: int, clause: _Clause, body: Body, when: str | None, around: Within
) -> Act:
    own = _OWN_YEAR.match(scan.text, body.span.end)
    none = _NO.match(body.name)
    return Act(
        id=f"a{number}",
        body=body.name[none.end() :] if none else body.name,
        verb=clause.deed.name,
        object=clause.object,
        when=own["year"] if own else when,
        negated=clause.deed.negated or bool(none),
        spans=tuple(sorted((body.span, clause.deed.group))),
        statement=told.id if (told := around.statement(clause.deed.verb)) else None,
    )


def _all_clauses(scan: Scan) -> Iterator[_Clause]:
    """The acts of all sentences in order, those told as "did so" too."""
    before: list[_Clause] = []
    at = _verbs_by_sentence(scan)
    for number, sentence in enumerate(scan.sentences):
        told = list(_clauses(scan, sentence, at[number])) if number in at else []
        for deed in again(scan.text, sentence) if told or before else ():
            earlier = [one for one in told if one.deed.verb.start < deed.verb.start]
            if not earlier and not deed.verb.of(scan.text).casefold().startswith("followed"):
                earlier = before
            if earlier and (clause := _same(scan, sentence, deed, earlier[-1])):
                told = sorted([*told, clause], key=lambda one: one.deed.verb.start)
        yield from told
        before = told


def _verbs_by_sentence(scan: Scan) -> dict[int, list[int]]:
    """The places of verbs by the index of the sentence that they stand in."""
    found: dict[int, list[int]] = {}
    for at in verbs(scan.lower):
        number = sentence_number(scan.sentences, at)
        if number is not None:
            found.setdefault(number, []).append(at)
    return found


def _same(scan: Scan, sentence: Span, deed: Deed, earlier: _Clause) -> _Clause | None:
    """The act of another that did what the clause before says, or did not."""
    text = scan.text
    start = max(sentence.start, deed.verb.start - _REACH)
    if earlier.deed.verb.start >= sentence.start:
        end = clause_end(text, earlier.deed.verb.end, sentence)
        start = max(start, end if end < deed.verb.start else earlier.deed.verb.end)
    bare = deed.verb.of(text).casefold().endswith("did") and not deed.participle
    if bare and _ANOTHER_VERB.search(text, earlier.deed.verb.end, deed.verb.start):
        return None
    if lead := list(_AS.finditer(text, start, deed.verb.start)):
        start = lead[-1].end()
    near = Span(start, sentence.end)
    deed = replace(deed, name=earlier.deed.name)
    end = clause_end(text, deed.verb.end, sentence)
    bodies = bodies_behind(text, deed.verb.end, end) if deed.participle else _subject(text, near.start, deed, None)
    if not bodies or _OF_ITS_OWN.search(text, max(0, bodies[0].span.start - _JOINT), bodies[0].span.start):
        return None
    if noun := that_of(text, bodies[0].span, earlier.bodies[-1].name):
        bodies = [replace(bodies[0], name=f"{noun} of {bodies[0].name}"), *bodies[1:]]
    when = times_of(
        text,
        deed,
        Span(near.start, bodies[0].span.start),
        clause_end(text, deed.verb.end, sentence),
        scan.times,
        count=len(bodies),
    )
    return _Clause(deed, tuple(bodies), earlier.object, tuple(when))


def _clauses(scan: Scan, sentence: Span, at: Sequence[int]) -> Iterator[_Clause]:
    """The acts of a sentence; a verb without a subject of its own takes that of the verb before it."""
    text, times = scan.text, scan.times
    before: _Clause | None = None
    found = deeds(text, sentence, at)
    for number, deed in enumerate(found):
        near = Span(max(sentence.start, deed.group.start - _REACH), min(sentence.end, deed.verb.end + _REACH))
        following = found[number + 1] if number + 1 < len(found) else None
        clause = _passive(text, near, deed, times) if _is_passive(text, deed) else None
        if clause is None and not deed.passive:
            # A subject stands behind the verb before its own.
            floor = max(near.start, found[number - 1].verb.end if number else near.start)
            bodies = _subject(text, min(floor, deed.group.start), deed, before)
            if deed.name == "held":
                bodies = [body for body in bodies if _COURT.search(body.name)]
            clause = _active(text, near, deed, bodies, times, following) if bodies else None
        if clause:
            before = clause
            yield clause


def _is_passive(text: str, deed: Deed) -> bool:
    return (deed.passive or deed.participle) and bool(_BY.match(text, deed.verb.end))


def _passive(text: str, sentence: Span, deed: Deed, times: Sequence[Dated]) -> _Clause | None:
    """ "The crime was recognised by the parliament", "a resolution adopted by the Council"."""
    by = _BY.match(text, deed.verb.end)
    end = clause_end(text, deed.verb.end, sentence)
    bodies = bodies_behind(text, by.end(), end, states=_of_states(text, deed)) if by and by.end() < end else []
    if not bodies:
        return None
    subject = object_before(text, deed, sentence)
    lead = Span(sentence.start, subject.start if subject else deed.group.start)
    when = times_of(text, deed, lead, end, times, count=len(bodies))
    return _Clause(deed, tuple(bodies), subject, tuple(when))


def _active(  # noqa: PLR0917 - each once, from one place
    text: str, sentence: Span, deed: Deed, bodies: list[Body], times: Sequence[Dated], following: Deed | None
) -> _Clause:
    """ "The parliament has recognised the crime"."""
    end = clause_end(text, deed.verb.end, sentence)
    if _NEITHER.search(text, max(sentence.start, bodies[0].span.start - _JOINT), bodies[0].span.start):
        deed = replace(deed, negated=True)
    whole = deed
    if following and _BETWEEN_VERBS.fullmatch(text, deed.verb.end, following.group.start):
        # "affirmed and reaffirmed that …": both verbs have the object of the second.
        whole, end = following, clause_end(text, following.verb.end, sentence)
    opens = max(sentence.start, min(bodies[0].span.start, deed.group.start))
    lead = Span(max(sentence.start, text.rfind(";", sentence.start, opens)), opens)
    said = _said_when(text, bodies[-1].span.end, deed.group.start) if bodies[-1].span.end <= deed.group.start else None
    if said and said.start == bodies[-1].span.end:
        lead = said
    when = times_of(text, deed, lead, end, times, count=len(bodies))
    return _Clause(deed, tuple(bodies), object_behind(text, whole, end, times), tuple(when))


def _subject(text: str, floor: int, deed: Deed, before: _Clause | None) -> list[Body]:
    """The bodies that do it: named before the verb, or those of the verb before it."""
    start = deed.group.start
    if relative := _RELATIVE.search(text, max(floor, start - _JOINT), start):
        return bodies_before(text, floor, max(floor, relative.start()))
    goes_on = _NOR.match(text, start) or _GOES_ON.search(text, max(floor, start - _JOINT), start)
    shared = before and (goes_on or _PRONOUN.search(text, floor, start))
    if before and shared:
        return list(before.bodies)
    said = _said_when(text, floor, start)
    end = said.start if said else start
    if not said and (aside := _ASIDE.search(text, max(floor, start - _ASIDE_LONGEST), start)):
        end = aside.start()
    end = Span(floor, max(floor, end)).trim(text, " ,").end
    return bodies_before(text, floor, end, states=_of_states(text, deed))


def _of_states(text: str, deed: Deed) -> bool:
    """Whether only States and their bodies can do it."""
    return deed.name in _OF_STATES or (deed.name == "withdrew from" and bool(_OF_INSTRUMENT.match(text, deed.verb.end)))


def _said_when(text: str, floor: int, start: int) -> Span | None:
    """The time between the subject and its verb, which begins at `start`."""
    end = Span(floor, start).trim(text, " ,").end
    match = _WHEN.search(text, max(floor, end - _WHEN_LONGEST), end)
    return Span(*match.span()) if match else None
