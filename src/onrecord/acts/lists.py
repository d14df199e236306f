"""Lists of bodies: where they are cut, and what their members share.

"Parliaments of Ardania, Velmora and the Kingdom of Estova" are three: the plural noun belongs to every State behind it. An
"and" inside a State's name ("Bosnia and Herzegovina") or a body's own ("the Ministry of Culture and Tourism") parts nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.acts.names import LINKS, firm_name, is_plural, plain, prefix, singular, suffix
from onrecord.names.lexicon import bag, is_body, is_field
from onrecord.names.states import state
from onrecord.names.words import words
from onrecord.spans import Span

__all__ = ["BRACKET", "Body", "members", "merged", "named", "pieces_of", "that_of"]


@dataclass(frozen=True, slots=True)
class Body:
    """A body by its whole name, and the words of the text that name it."""

    name: str
    span: Span


_JOINT = re.compile(
    r"\s*,?\s+(?:and|or|nor|as well as|along with|together with|followed by|including|among (?:them|which)|&)\s+"
    r"(?:also\s+)?(?:by\s+)?"
    r"|\s*,\s+(?:by\s+)?|\s*;\s+"
)
BRACKET = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_THOSE = re.compile(r"(?:those|that) of (?P<first>.+)", re.IGNORECASE)
_THAT_OF = re.compile(r"\bthat\s+of\s+(?:the\s+)?\Z", re.IGNORECASE)
# A group of no names, which counts as a body only where none of its members is named.
_THAT_OF_LONGEST = 16  # characters
_SOME = bag("some several many most other certain various")


def pieces_of(text: str, start: int, end: int) -> list[Span]:
    """The stretch cut at every joint, except inside brackets and names of States."""
    masked = BRACKET.sub(lambda match: "·" * len(match[0]), text[start:end])
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
    for bracket in BRACKET.finditer(text, piece.start, piece.end):
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
        and is_body(right[1].casefold()) and not is_plural(right[1].casefold())
    )  # fmt: skip


def merged(text: str, pieces: Sequence[Span], *, from_left: bool = False) -> list[Span]:
    """The pieces, those that only go on with a body's name ("… of Culture" and "Tourism") joined to it."""
    found: list[Span] = []
    for piece in pieces:
        name = (prefix if from_left else suffix)(text, piece) if found else None
        before = found[-1] if found else None
        joined = bool(before and " and " in text[before.end : piece.start] and name and not firm_name(text, name))
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
    return is_body(noun) and not is_plural(noun)


def members(text: str, taken: Sequence[tuple[Span, bool]]) -> list[tuple[Span, bool]]:
    """The names without "some States" where "including" names them."""
    following = [*(name.start for name, _ in taken[1:]), None]
    return [
        (name, firm)
        for (name, firm), start in zip(taken, following, strict=False)
        if not (start and "including" in text[name.end : start] and name.of(text).split()[0].casefold() in _SOME)
    ]


def named(text: str, taken: Sequence[tuple[Span, bool]]) -> Iterator[Body]:
    """The bodies with what they share; what is neither firm nor carried by a shared noun ends the list to its left."""
    found: list[Body] = []
    shared: str | None = None
    for number, (span, firm) in enumerate(taken):
        opened = _shared(text, span) or _those(text, taken, number) or _that(text, span, found)
        if opened:
            shared = opened[0]
            found.append(Body(f"{shared} of {opened[1]}", span))
        elif shared and _is_place(text, span):
            found.append(Body(f"{shared} of {' '.join(span.of(text).split())}", span))
        elif firm or _adjective_of_next(text, taken, number):
            shared = None
            found.append(Body(plain(text, span), span))
        else:
            shared = None
            found.clear()
    yield from _with_nouns(found)


def _those(text: str, taken: Sequence[tuple[Span, bool]], number: int) -> tuple[str, str] | None:
    """The noun and the first place of "those of Chile", the noun being that of the group before."""
    match = _THOSE.fullmatch(plain(text, taken[number][0]))
    before = taken[number - 1][0] if number else taken[0][0]
    group = words(text, before.start, before.end) if match and number else []
    return (singular(group[-1].text), match["first"]) if match and group and is_plural(group[-1].folded) else None


def _that(text: str, span: Span, found: Sequence[Body]) -> tuple[str, str] | None:
    """The noun and the place of "that of Peru", the noun being that of the body before."""
    noun = that_of(text, span, found[-1].name) if found else None
    return (noun, span.of(text)) if noun else None


def that_of(text: str, span: Span, before: str) -> str | None:
    """The noun of the body `before` where "that of" stands in front of a place: "parliament" of "the parliament of Kenya"."""
    if not _THAT_OF.search(text, max(0, span.start - _THAT_OF_LONGEST), span.start):
        return None
    noun = before.rpartition(" of ")[0] or before.rsplit(maxsplit=1)[-1]
    return noun if is_body(noun.split()[-1].casefold()) else None


def _adjective_of_next(text: str, taken: Sequence[tuple[Span, bool]], number: int) -> bool:
    """Whether one word stands before the same noun as the next: "Mexican" in "the Mexican and Peruvian parliaments"."""
    following = taken[number + 1][0] if number + 1 < len(taken) else None
    return bool(following and " " not in plain(text, taken[number][0]) and _adjective_and_noun(plain(text, following)))


def _adjective_and_noun(name: str) -> str | None:
    """The plural noun for bodies behind one adjective."""
    adjective, _, noun = name.partition(" ")
    return noun if adjective[0].isupper() and is_body(noun.casefold()) and is_plural(noun) and " " not in noun else None


def _shared(text: str, span: Span) -> tuple[str, str] | None:
    """The noun in the singular and the first State of "Parliaments of Mexico", where more may follow."""
    match = re.fullmatch(r"(?P<noun>.*?\S*s) of (?P<first>(?:the )?[A-Z].*)", plain(text, span))
    if not match:
        return None
    noun = match["noun"].split()[-1].casefold()
    first = match["first"]
    if not (is_body(noun) and is_plural(noun)) or (is_body(first.split()[-1].casefold()) and not state(first)):
        return None
    return singular(match["noun"]), first


def _is_place(text: str, span: Span) -> bool:
    """Whether a member of the list is a mere name, which then takes the noun of the list."""
    name = plain(text, span)
    return bool(state(name)) or (all(word[0].isupper() or word in LINKS for word in name.split()) and not firm_name(text, span))


def _with_nouns(found: Sequence[Body]) -> Iterator[Body]:
    """Adjectives in a row take the noun behind the last of them, in the singular, and so does the last itself."""
    noun: str | None = None
    named: list[Body] = []
    for body in reversed(found):
        alone = " " not in body.name
        plural = _adjective_and_noun(body.name)
        if plural and _is_second(found, body):
            noun = singular(plural)
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
