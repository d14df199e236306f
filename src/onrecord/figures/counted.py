"""What a number counts: the noun phrase, a normalised type, and groups of people.

Types and groups follow the standards of casualty recording (OHCHR, Guidance on Casualty Recording, 2019; Every Casualty,
Standards for Casualty Recording, 2016): what befell people, and of them women, children, the elderly, civilians, combatants.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.spans import Span

__all__ = ["Counted", "counted"]


@dataclass(frozen=True, slots=True)
class Counted:
    """The noun phrase (None where the text leaves it out), its type and groups."""

    noun: str | None
    type: str | None
    groups: tuple[str, ...]


_TYPES: tuple[tuple[str, str], ...] = (
    (
        "killed",
        (
            r"killed|dead|died|deaths?|dying|massacred|slaughtered|slain|murdered|martyred|perished|fatalit(?:y|ies)|bodies"
            r"|lost their lives|lives lost|drowned|executed|shot dead"
        ),
    ),
    ("injured", r"injur(?:ed|ies)|wounded|hurt|maimed|mutilated|disabled"),
    ("missing", r"missing|unaccounted for|disappeared|whereabouts"),
    ("displaced", r"displaced|uprooted|evacuated|fled|fleeing|homeless|refugees|asylum[ -]seekers|IDPs|crossed the border"),
    ("detained", r"detained|arrested|imprisoned|jailed|detainees|prisoners"),
    ("hostages", r"hostages?|taken captive|captured|captives|abducted|kidnapped"),
    ("returned", r"returned|returnees|repatriated"),
    ("rescued", r"rescued|saved"),
    ("buried", r"buried|graves"),
    ("affected", r"affected|in need|need(?:ed|ing)? (?:of )?(?:humanitarian )?assistance"),
    (
        "homes",
        (
            r"(?:homes|houses|dwellings|apartments|buildings|villages|schools)(?: (?:were|have been|had been))?(?: \w+)? "
            r"(?:destroyed|damaged|burn(?:ed|t)|razed|abandoned)"
        ),
    ),
    ("votes", r"in favour|in favor|against|abstentions?|abstaining"),
)
_COMPILED_TYPES = tuple((name, re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)) for name, pattern in _TYPES)
_GROUPS: tuple[tuple[str, str], ...] = (
    ("women", r"women|woman|mothers|widows|females?|housewives"),
    ("children", r"children|child|minors|babies|infants|kids|under-?aged|pupils|toddlers|newborns"),
    ("girls", r"girls?"),
    ("boys", r"boys?"),
    ("men", r"men|males?"),
    ("elderly", r"elderly|older (?:people|persons|men|women)|aged people|old (?:people|men|women)|senior citizens"),
    ("civilians", r"civilians?|residents|inhabitants|non-combatants|townspeople|villagers"),
    (
        "combatants",
        r"combatants?|soldiers?|troops?|fighters?|militants?|servicemen|rebels|gunmen|militiamen|officers|policemen|forces",
    ),
    ("journalists", r"journalists?|reporters"),
    ("medical workers", r"doctors|nurses|medics|paramedics|health workers|medical (?:staff|workers)"),
    ("aid workers", r"aid workers|humanitarian workers|volunteers"),
    ("refugees", r"refugees|asylum[ -]seekers"),
    ("families", r"families|households"),
)
_COMPILED_GROUPS = tuple((name, re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)) for name, pattern in _GROUPS)
# Words that end the noun phrase behind a number.
_END = re.compile(
    r"[,;:.!?()\[\]“”\"–—]|\s(?:have|has|had|were|was|are|is|will|would|could|can|may|must|should|did|do|does|be|been|being|who|which|that|and|or|but|nor|"
    r"including|among|in|on|at|from|to|by|with|without|for|as|than|since|during|after|before|when|while|where|because|if|against|"
    r"per|into|over|under|between|through|across|around|said|say|says|died|fled|took|went|came|crossed|need|needed|seeking|left|lost|"
    r"remain|remained|live|lived|arrived|participated|attended|also|not|only|still|now|then|there|he|she|it|they|his|her|its|their)\b",
    re.IGNORECASE,
)  # fmt: skip
_LEAD = re.compile(r"\s*(?:of\s+(?:the|these|those|its|their|all|whom|which|them)?\s*|out of\s+)?", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_NOTHING = frozenset("of the a an this these those them whom which in on at to per overall".split())
_LONGEST = 8


def counted(text: str, number: Span, clause: Span) -> Counted:
    """What the number at `number` counts, read from its `clause`."""
    phrase = _phrase(text, number, clause)
    nearby = phrase.of(text) if phrase else ""
    kind = _type(text, number, clause, phrase)
    groups = tuple(name for name, pattern in _COMPILED_GROUPS if pattern.search(nearby))
    return Counted(_described(text, nearby, kind, number, clause), kind, groups)


def _phrase(text: str, number: Span, clause: Span) -> Span | None:
    """The noun phrase right behind the number."""
    lead = _LEAD.match(text, number.end, clause.end)
    start = lead.end() if lead else number.end
    end = _END.search(text, start, clause.end)
    stop = end.start() if end else clause.end
    words = list(_WORD.finditer(text, start, stop))[:_LONGEST]
    if not words or all(word[0].casefold() in _NOTHING for word in words):
        return None
    return Span(words[0].start(), words[-1].end())


def _type(text: str, number: Span, clause: Span, phrase: Span | None) -> str | None:
    """What befell those counted: named in the phrase, else by the nearest word of the clause, behind the number first."""
    if phrase:
        for name, pattern in _COMPILED_TYPES:
            if pattern.search(text, phrase.start, min(clause.end, phrase.end + 24)):
                return name
    best: tuple[int, str] | None = None
    for name, pattern in _COMPILED_TYPES:
        for match in pattern.finditer(text, clause.start, clause.end):
            # What stands before the number is dearer: "killed 12" is near, "the dead, and 12 hurt" is not.
            distance = match.start() - number.end if match.start() >= number.end else 2 * (number.start - match.end())
            if distance >= 0 and (best is None or distance < best[0]):
                best = (distance, name)
    return best[1] if best and best[0] < 160 else None


def _described(text: str, phrase: str, kind: str | None, number: Span, clause: Span) -> str | None:
    words = " ".join(phrase.split())
    if kind in {"killed", "injured", "missing", "displaced", "detained", "hostages", "returned", "rescued", "buried"}:
        said = dict(_COMPILED_TYPES)[kind]
        if not words or said.fullmatch(words):
            return {"hostages": "people taken hostage"}.get(kind, f"people {kind}")
        return words if said.search(words) else f"{words} {kind}"
    return words or None
