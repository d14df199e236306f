"""Who or what a figure counts: the nouns and groups, and what of them sets some apart from people at large."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.comparison.befalling import number_of
from onrecord.comparison.clause import around
from onrecord.comparison.words import folded
from onrecord.record import Figure

__all__ = ["BARE", "BEFELL", "CROWD", "HOMES", "PEOPLE", "THERE", "TOLLS", "herd", "named", "nobody", "who"]

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
BEFELL = frozenset(
    (
        "sheltering trapped killed injured missing displaced detained hostages returned rescued buried aboard attending "
        "present released transferred"
    ).split()
)
# Words for people at large: a count of them is a count of people.
PEOPLE = frozenset(
    (
        "people persons civilians residents inhabitants citizens victims individuals souls lives casualties bodies villagers "
        "townspeople locals"
    ).split()
)
_SMALL = frozenset("of the a an in at on for and or by with from to their his her its other more some less so".split())
_NOT_GROUPS = frozenset({"civilians", "refugees"})
# Those on duty are never all whom something befell.
_SERVICE = frozenset(
    (
        "officers officer troops guards policemen firefighters rescuers sailors pilots guardsmen gendarmes servicemen crew "
        "staff responders paramedics"
    ).split()
)
_SERVING = frozenset("rescue aid relief health humanitarian medical media defence".split())
# "The toll of the blast", "the authorities' version": what is counted is not what is named.
TOLLS = frozenset("toll tolls death deaths dead fatalities corpses murdered slain injuries".split())
_ACCOUNTS = frozenset("version count estimate figure figures data tally".split())
# "The number of those who perished when police stormed the hall": the first word says who.
_NUMBERED = PEOPLE | TOLLS | {"those", "killed"}
HOMES = frozenset("homes houses dwellings".split())
# "A girl of eight", "two brothers aged 9 and 12", "earthquakes of magnitude 7.8 and 7.6".
_MEASURED = re.compile(
    r"\b(?:(?:girl|boy|child|man|woman|son|daughter|baby) of|aged|magnitudes?(?: of)?)\s+"
    r"(?:[\d.]+(?:,\s+|\s+(?:and|or|to)\s+))*\Z",
    re.IGNORECASE,
)
_NEAR = 40
# Without what befell them, a number of these says as little as one of people.
CROWD = frozenset("demonstrators protesters participants marchers crowd".split())
# Those who were somewhere for a reason: with what befell them, all whom it befell.
THERE = CROWD | frozenset(
    (
        "passengers worshippers pilgrims miners workers employees colleagues workmates students tourists guests spectators "
        "migrants inmates prisoners detainees internees deportees hostages captives refugees fathers mothers brothers sisters"
    ).split()
)
# Verbs that stand where a noun would ("75 of them survived").
_VERBS = frozenset("survived perished succumbed died lived cannot".split())
BARE = PEOPLE | _VERBS | {"families", "households", "survivors", "witnesses", "men", "names", "patients", "wounded", "others"}
_HERDS = {
    noun: herd
    for herd, nouns in {
        "cattle": "cattle cow cows ox oxen bulls calves buffaloes",
        "sheep": "sheep lambs ewes goats",
        "horses": "horses mares donkeys mules camels",
        "pigs": "pigs swine hogs",
        "poultry": "poultry chickens hens birds geese ducks",
        "animals": "animals livestock",
    }.items()
    for noun in nouns.split()
}
_OF_ALL = re.compile(
    r"\s+(?:of|among) (?:the|them|these|those|whom)\b[^.;,]{0,40}?\b(?:are|were|was|is) (?:aged )?"
    r"(?P<who>children|minors|women|men|civilians|girls|boys|under (?:the age of )?(?:18|eighteen)\b)"
)
_OF_WHOM = re.compile(r"\s+of whom\b")
_ANTECEDENT = re.compile(r"\b(?P<noun>[a-z]+),? \Z")
_AS_GROUP = {"minors": ("children",), "girls": ("children", "girls"), "boys": ("children", "boys")}
_ARMED = re.compile(r"\b(?:fighters?|combatants?|soldiers?|militants?|servicemen|militiamen|gunmen|policemen|officers)\b")


def nobody(figure: Figure, text: str) -> bool:
    """Whether the number is an age or the strength of an earthquake, whatever befell those near it."""
    return figure.unit is None and bool(_MEASURED.search(text, max(0, figure.span.start - _NEAR), figure.span.start))


def herd(nouns: Sequence[str]) -> str:
    """The kind of animals counted, or ""; whatever befell them befell no people."""
    return next((_HERDS[noun] for noun in nouns if noun in _HERDS), "")


def who(nouns: Sequence[str], groups: tuple[str, ...]) -> str:
    """The noun that sets those counted apart from people at large, where no group does."""
    if "workers" in nouns and (serving := next((noun for noun in nouns if noun in _SERVING), None)):
        return "rescuers" if serving == "rescue" else f"{serving} workers"
    if groups or set(nouns) <= BARE or set(nouns) & (PEOPLE | TOLLS | THERE):
        return ""
    service = [noun for noun in nouns if noun in _SERVICE]
    if service:
        return "rescuers" if service[0] == "responders" else service[0]
    return "" if set(nouns) & BEFELL else nouns[-1]


def named(figure: Figure, text: str) -> tuple[list[str], tuple[str, ...]]:
    """The nouns counted and the groups of people; none where the words name an account, not who is counted."""
    numbered = number_of(figure, text)
    if not figure.part_of and _OF_WHOM.match(text, figure.span.end):
        antecedent = _ANTECEDENT.search(text, max(0, figure.span.start - _NEAR), figure.span.start)
        return ([folded(antecedent["noun"])] if antecedent else []), ()
    words = [folded(word) for word in _WORD.findall(numbered or figure.counted or "")]
    nouns = [word for word in words if word not in _SMALL]
    if nouns and nouns[0] in (_NUMBERED if numbered else _ACCOUNTS):
        return [], ()
    return nouns, _groups(figure, text)


def _groups(figure: Figure, text: str) -> tuple[str, ...]:
    """The groups; civilians are one only beside those who bear arms or as some of a whole, men only beside women."""
    after = around(figure, text)[1]
    if made := _OF_ALL.match(f" {after.strip()}"):
        told = "children" if made["who"].startswith("under") else made["who"]
        return _AS_GROUP.get(told, (told,))
    contrast = figure.part_of or _ARMED.search(after)
    both = "women" in " ".join(around(figure, text))
    left = _NOT_GROUPS - {"civilians"} if contrast and (figure.counted or "").startswith("civilians") else _NOT_GROUPS
    return tuple(name for name in figure.groups if name not in left and (name != "men" or both))
