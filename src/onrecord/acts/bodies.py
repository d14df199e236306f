"""Bodies beside a verb: where their names begin and end, and what a list of them shares.

A name is read word by word away from the verb, as far as words can belong to a body's name. "Parliaments of Ardania, Velmora
and the Kingdom of Estova" are three: the plural noun belongs to every State behind it. An "and" inside a State's name
("Bosnia and Herzegovina") or a body's own ("the Ministry of Culture and Tourism") parts nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.dates.calendar import MONTH_NAMES, WEEKDAY_NAMES
from onrecord.names.lexicon import bag, is_body, is_field, is_group, is_office
from onrecord.names.persons import person_in
from onrecord.names.states import seat_of, state
from onrecord.names.words import Word, is_acronym, words
from onrecord.spans import Span

__all__ = ["Body", "bodies_before", "bodies_behind"]


@dataclass(frozen=True, slots=True)
class Body:
    """A body by its whole name, and the words of the text that name it."""

    name: str
    span: Span


_JOINT = re.compile(
    r"\s*,?\s+(?:and|or|nor|as well as|along with|together with|followed by|including|among (?:them|which)|&)\s+(?:also\s+)?"
    r"|\s*,\s+|\s*;\s+"
)
_BRACKET = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_LINKS = bag("of for on in to and the de la du des al el")
_PREPOSITIONS = bag(
    "of for on in to by with from at against between among about under over into through towards toward per via within than as"
)
# Lower-case words that stand in the name of a body or a group of States.
_PLAIN = bag(
    "a an all some several many most other two three four five six seven eight nine ten twelve its their national federal"
    " regional local provincial international upper lower foreign human rights affairs relations security general central"
    " interim transitional ruling joint standing select special defence defense justice constitutional supreme european"
    " african member members states countries nations governments parties state country city district municipal permanent"
    " those no none"
)
_GROUPS = bag("members states countries nations governments parties parliaments")
# A group of no names, which counts as a body only where none of its members is named.
_SOME = bag("some several many most other certain various")
_NUMBER = re.compile(r"\d{1,3}\Z")
# Behind a name the day of the act, which is no part of it.
_DAY = re.compile(rf"(?:on|in)\s+(?:\d|(?:{WEEKDAY_NAMES}|{MONTH_NAMES})\b)", re.IGNORECASE)
_NONE_OF = re.compile(r"(?:none|neither) of ", re.IGNORECASE)
_THOSE = re.compile(r"(?:those|that) of (?P<first>.+)", re.IGNORECASE)
# Words before a name that begin its clause.
_OPENERS = bag(
    "both that whereby where while whereas because said says if when and but though although since after before as however or"
    " which neither only even meanwhile"
)
# Words in a capital that are no name.
_NO_NAME = _OPENERS | bag(
    "he she it they we you i this these those who whoever nobody everybody everyone none neither no all both some many most"
    " several others another one two three a an its his her their our my there here now then later instead yet also"
    " thus hence moreover furthermore similarly finally recently lately accordingly additionally consequently subsequently"
)
_LONGEST = 14
# Words that stand before a State's name of one word.
_BEFORE_NAME = bag("north south east west northern southern eastern western new upper lower")
# Words that stand in a capital before a State's name at the head of a sentence.
_NOT_FIRST = _PREPOSITIONS | _OPENERS | _NO_NAME | _BEFORE_NAME
_WORD_LONGEST = 30  # characters
_NEAR = 2000  # characters before a name in which a person may be called by it and another


def bodies_before(text: str, start: int, end: int, *, states: bool = False) -> list[Body]:
    """The bodies of the list that ends at `end`, in text order; none where what stands there is no body.

    With `states`, only States and bodies can do what is told, so that a name that the list of States lacks is one of them.
    """
    pieces = _merged(text, _pieces(text, start, end))
    taken: list[tuple[Span, bool]] = []
    for number, piece in enumerate(reversed(pieces)):
        name = _suffix(text, piece, whole=number > 0)
        if name is None:
            # "Ministers from Kenya, Peru and Norway signed": persons did it, and the whole list says whence they are.
            if _of_persons(text, piece):
                return []
            break
        firm = _firm(text, name)
        if number == 0 and not (firm or _proper(text, name)):
            return []
        taken.append((name, firm))
        if name.start > _lead(text, piece):
            break
    return list(_named(text, _settled(text, _members(text, taken[::-1]), states=states)))


def bodies_behind(text: str, start: int, end: int, *, states: bool = False) -> list[Body]:
    """The bodies of the list that begins at `start`, in text order; `states` as for `bodies_before`."""
    taken: list[tuple[Span, bool]] = []
    for piece in _merged(text, _pieces(text, start, end), from_left=True):
        name = _prefix(text, piece)
        if name is None or not (taken or _firm(text, name) or (states and _proper(text, name))):
            break
        taken.append((name, _firm(text, name)))
        if name.end < piece.trim(text).end and not _BRACKET.fullmatch(text, name.end, piece.end):
            break
    return list(_named(text, _settled(text, _members(text, taken), states=states)))


def _of_persons(text: str, piece: Span) -> bool:
    """Whether a piece is persons by where they are from or what they speak for ("delegates of Kenya")."""
    found = words(text, piece.start, piece.end)
    at = next((n for n in range(len(found) - 1, 0, -1) if found[n].folded in _PREPOSITIONS), 0)
    noun = found[at - 1].folded if at and found[at].folded in {"from", "of", "for"} and found[-1].text[0].isupper() else ""
    return bool(noun) and (is_office(noun) or is_office(noun.removesuffix("s")) or is_group(noun))


def _settled(text: str, taken: Sequence[tuple[Span, bool]], *, states: bool) -> list[tuple[Span, bool]]:
    """The names, those that the list of States lacks taken for States where only States act, or beside one."""
    beside = states or any(firm and state(_plain(text, name)) for name, firm in taken)
    return [(name, firm or (beside and _proper(text, name))) for name, firm in taken]


def _proper(text: str, name: Span) -> bool:
    """Whether the words are a name that may be a State's: capitals, no form of address, and no person's name near before."""
    said = _plain(text, name).split()
    if not said or not all(word[0].isupper() for word in said) or not _of_one_word(said):
        return False
    if said[0].casefold() in _NO_NAME or is_office(said[-1].casefold()):
        return False
    return not _person_s(text, " ".join(said), name)


def _person_s(text: str, said: str, name: Span) -> bool:
    """Whether the text has called a person so shortly before: the name stood behind another word in a capital."""
    at = text.find(f" {said}", max(0, name.start - _NEAR), name.end)
    while at >= 0:
        before = text[max(0, at - _WORD_LONGEST) : at].split()[-1:]
        if before and before[0][0].isupper() and before[0][-1] not in ",;:" and before[0].casefold() not in _NOT_FIRST:
            return True
        at = text.find(f" {said}", at + 1, name.end)
    return False


def _of_one_word(said: Sequence[str]) -> bool:
    """Whether the name is one word, but for "South" and the like; two are more often a person's."""
    return len(said) == 1 or (len(said) == 2 and said[0].casefold() in _BEFORE_NAME)


def _members(text: str, taken: Sequence[tuple[Span, bool]]) -> list[tuple[Span, bool]]:
    """The names without "some States" where "including" names them."""
    following = [*(name.start for name, _ in taken[1:]), None]
    return [
        (name, firm)
        for (name, firm), start in zip(taken, following, strict=False)
        if not (start and "including" in text[name.end : start] and name.of(text).split()[0].casefold() in _SOME)
    ]


def _pieces(text: str, start: int, end: int) -> list[Span]:
    """The stretch cut at every joint, except inside brackets and names of States."""
    masked = _BRACKET.sub(lambda match: "·" * len(match[0]), text[start:end])
    pieces, at = [], 0
    for joint in _JOINT.finditer(masked):
        if "and" in joint[0] and (_inside_state(masked, joint) or _inside_body(masked, joint)):
            continue
        pieces.append(Span(start + at, start + joint.start()))
        at = joint.end()
    pieces.append(Span(start + at, end))
    return [_unbracketed(text, piece.trim(text)) for piece in pieces]


def _unbracketed(text: str, piece: Span) -> Span:
    """The piece without the brackets that end it ("the Organisation of Harbour Towns (OHT)")."""
    for bracket in _BRACKET.finditer(text, piece.start, piece.end):
        if bracket.end() == piece.end and bracket.start() > piece.start:
            return Span(piece.start, bracket.start())
    return piece


def _inside_state(masked: str, joint: re.Match[str]) -> bool:
    """Whether the words around an "and" are one State's name."""
    left = masked[: joint.start()].split()[-3:]
    right = re.split(r"[,;.·]", masked[joint.end() :], maxsplit=1)[0].split()[:3]
    return any(
        state(" ".join([*left[-before:], "and", *right[:behind]]))
        for before in range(1, len(left) + 1)
        for behind in range(1, len(right) + 1)
    )


def _inside_body(masked: str, joint: re.Match[str]) -> bool:
    """Whether the words around an "and" are two fields of one body ("the Peace and Security Council")."""
    left = re.search(r"(?:\b[Tt]he|['’]s?) (\S+)\Z", masked[: joint.start()])
    right = re.match(r"(?:[A-Z]\S+ )+?([A-Z]\w+)\b", masked[joint.end() :])
    return bool(
        left and right and left[1][0].isupper() and is_field(left[1].casefold())
        and is_body(right[1].casefold()) and not _plural(right[1].casefold())
    )  # fmt: skip


def _merged(text: str, pieces: Sequence[Span], *, from_left: bool = False) -> list[Span]:
    """The pieces, those that only go on with a body's name ("… of Culture" and "Tourism") joined to it."""
    found: list[Span] = []
    for piece in pieces:
        name = (_prefix if from_left else _suffix)(text, piece) if found else None
        before = found[-1] if found else None
        joined = bool(before and " and " in text[before.end : piece.start] and name and not _firm(text, name))
        if joined and before and _has_complement(text, before):
            found[-1] = Span(before.start, piece.end)
        else:
            found.append(piece)
    return found


def _has_complement(text: str, piece: Span) -> bool:
    """Whether the piece is a body with a field behind it that may go on ("the Committee on Foreign Affairs")."""
    found = words(text, piece.start, piece.end)
    link = next((n for n in range(len(found) - 1, 0, -1) if found[n].text in {"of", "for", "on"}), None)
    if link is None or state(" ".join(word.text for word in found[link + 1 :])):
        return False
    noun = found[link - 1].folded
    return is_body(noun) and not _plural(noun)


def _plural(noun: str) -> bool:
    return noun.endswith("s") and not noun.endswith("ss")


def _can_stand(word: Word) -> bool:
    """Whether the word can belong to a body's name."""
    folded = word.folded
    return (
        word.text[0].isupper()
        or folded in _LINKS
        or folded in _PLAIN
        or is_body(folded)
        or bool(_NUMBER.match(folded))
    )  # fmt: skip


def _suffix(text: str, piece: Span, *, whole: bool = False) -> Span | None:
    """The longest name that ends the piece; with `whole`, only where nothing but a clause's opener stands before it."""
    found = words(text, piece.start, piece.end)
    if (
        not found
        or found[-1].possessive
        or found[-1].folded in _LINKS
        or text[found[-1].span.end : piece.end].strip(" \u00a0)]")
    ):
        return None
    first = len(found)
    while first > 0 and len(found) - first < _LONGEST and _can_stand(found[first - 1]):
        if first < len(found) and not _joined(text, found[first - 1], found[first]):
            break
        first -= 1
        # "in Geneva the Council": an article begins a name, unless a link stands before it.
        if found[first].text == "the" and (first == 0 or found[first - 1].text not in _LINKS):
            break
    first = _trimmed(found, first)
    if first >= len(found):
        return None
    if first and _NUMBER.match(found[first - 1].folded) and found[-1].folded in _GROUPS:
        first -= 1  # "14 US states"
    before = found[first - 1].folded if first else ""
    if before in _PREPOSITIONS or (whole and before and before not in _OPENERS):
        return None
    return Span(found[first].span.start, found[-1].span.end)


def _joined(text: str, one: Word, other: Word) -> bool:
    """Whether nothing but a space parts two words, or the ending by which the first has the second ("Peru's Congress")."""
    between = text[one.span.end : other.span.start].strip(" \u00a0\n")
    return not between or (one.possessive and one.text[0].isupper() and between in {"'s", "’s", "'", "’"})


def _prefix(text: str, piece: Span) -> Span | None:
    """The longest name that begins the piece."""
    found = words(text, piece.start, piece.end)
    last = 0
    while last < len(found) and last < _LONGEST and _can_stand(found[last]):
        if last and text[found[last - 1].span.end : found[last].span.start].strip(" \u00a0’'s"):
            break
        if _DAY.match(text, found[last].span.start):
            break
        last += 1
    while last and (found[last - 1].folded in _LINKS or found[last - 1].folded.isdigit()):
        last -= 1
    first = _trimmed(found[:last], 0)
    if first == 1 and found[last - 1].folded in _GROUPS:
        first = 0  # "by 164 States"
    return Span(found[first].span.start, found[last - 1].span.end) if first < last else None


def _trimmed(found: Sequence[Word], first: int) -> int:
    """The first word that can begin a name: no link but an article, no opener of the clause in a capital."""
    while first < len(found) and (
        (found[first].folded in _LINKS and found[first].folded != "the")
        or found[first].folded in _OPENERS
        or (found[first].folded == "the" and first + 1 == len(found))
        or (_NUMBER.match(found[first].folded) and (first + 1 == len(found) or found[first + 1].text[0].isupper()))
    ):
        first += 1
    return first


def _lead(text: str, piece: Span) -> int:
    """Where the words of a piece begin."""
    found = words(text, piece.start, piece.end)
    return found[0].span.start if found else piece.start


def _firm(text: str, name: Span) -> bool:
    """Whether the name is a body's or a State's by its own words: its head is a noun for a body, a State or an acronym."""
    start = match.end() if (match := _NONE_OF.match(text, name.start, name.end)) else name.start
    found = words(text, start, name.end)
    head = [*_head(found)]
    if not head or is_office(head[-1].folded) or person_in(text, found, certain=True):
        return False
    whole = " ".join(word.text for word in found)
    if state(whole) or seat_of(whole):
        return True
    last = head[-1].folded
    return is_body(last) or last in _GROUPS or (is_acronym(head[-1].text) and len(head) <= 2)


def _head(found: Sequence[Word]) -> Iterator[Word]:
    """The words before the first preposition, without articles."""
    for word in found:
        if word.text in _LINKS and word.text not in {"the", "and"}:
            return
        if word.folded not in {"the", "a", "an", "and", "both"}:
            yield word


def _named(text: str, taken: Sequence[tuple[Span, bool]]) -> Iterator[Body]:
    """The bodies with what they share; what is neither firm nor carried by a shared noun ends the list to its left."""
    found: list[Body] = []
    shared: str | None = None
    for number, (span, firm) in enumerate(taken):
        opened = _shared(text, span) or _those(text, taken, number)
        if opened:
            shared = opened[0]
            found.append(Body(f"{shared} of {opened[1]}", span))
        elif shared and _is_place(text, span):
            found.append(Body(f"{shared} of {' '.join(span.of(text).split())}", span))
        elif firm or _adjective_of_next(text, taken, number):
            shared = None
            found.append(Body(_plain(text, span), span))
        else:
            shared = None
            found.clear()
    yield from _with_nouns(found)


def _those(text: str, taken: Sequence[tuple[Span, bool]], number: int) -> tuple[str, str] | None:
    """The noun and the first place of "those of Chile", the noun being that of the group before."""
    match = _THOSE.fullmatch(_plain(text, taken[number][0]))
    before = taken[number - 1][0] if number else taken[0][0]
    group = words(text, before.start, before.end) if match and number else []
    return (_singular(group[-1].text), match["first"]) if match and group and _plural(group[-1].folded) else None


def _adjective_of_next(text: str, taken: Sequence[tuple[Span, bool]], number: int) -> bool:
    """Whether one word stands before the same noun as the next: "Mexican" in "the Mexican and Peruvian parliaments"."""
    following = taken[number + 1][0] if number + 1 < len(taken) else None
    return bool(following and " " not in _plain(text, taken[number][0]) and _adjective_and_noun(_plain(text, following)))


def _adjective_and_noun(name: str) -> str | None:
    """The plural noun for bodies behind one adjective."""
    adjective, _, noun = name.partition(" ")
    return noun if adjective[0].isupper() and is_body(noun.casefold()) and _plural(noun) and " " not in noun else None


def _plain(text: str, span: Span) -> str:
    """The name with single spaces and no article or "both" before it."""
    return re.sub(r"^(?:both\s+)?(?:the|a|an)\s+", "", " ".join(span.of(text).split()), flags=re.IGNORECASE)


def _shared(text: str, span: Span) -> tuple[str, str] | None:
    """The noun in the singular and the first State of "Parliaments of Mexico", where more may follow."""
    match = re.fullmatch(r"(?P<noun>.*?\S*s) of (?P<first>(?:the )?[A-Z].*)", _plain(text, span))
    if not match:
        return None
    noun = match["noun"].split()[-1].casefold()
    if not (is_body(noun) and _plural(noun)) or (is_body(match["first"].split()[-1].casefold()) and not state(match["first"])):
        return None
    return _singular(match["noun"]), match["first"]


def _singular(noun: str) -> str:
    return noun[:-3] + "y" if noun.endswith("ies") else noun[:-1]


def _is_place(text: str, span: Span) -> bool:
    """Whether a member of the list is a mere name, which then takes the noun of the list."""
    name = _plain(text, span)
    return bool(state(name)) or (all(word[0].isupper() or word in _LINKS for word in name.split()) and not _firm(text, span))


def _with_nouns(found: Sequence[Body]) -> Iterator[Body]:
    """Adjectives in a row take the noun behind the last of them, in the singular, and so does the last itself."""
    noun: str | None = None
    named: list[Body] = []
    for body in reversed(found):
        alone = " " not in body.name
        plural = _adjective_and_noun(body.name)
        if plural and _is_second(found, body):
            noun = _singular(plural)
            named.append(replace(body, name=f"{body.name.split()[0]} {noun}"))
        elif noun and alone and not state(body.name):
            named.append(replace(body, name=f"{body.name} {noun}"))
        else:
            noun = None
            named.append(body)
    yield from reversed(named)


def _is_second(found: Sequence[Body], body: Body) -> bool:
    """Whether a lone adjective stands right before the body in the list."""
    place = found.index(body)
    before = found[place - 1].name if place else " "
    return " " not in before and not state(before) and before[0].isupper()
