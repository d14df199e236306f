"""What befell those counted, and who they are: types and groups.

After the standards of casualty recording (OHCHR, Guidance on Casualty Recording, 2019; Every Casualty, Standards for Casualty
Recording, 2016): killed, injured, missing and so on; women, children, the elderly, civilians, combatants, age, nationality.

Text is asked for in lower case, but for the words of a noun phrase: a pattern that ignores case takes three times as long.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.figures.phrases import HEDGES
from onrecord.names.states import adjective_of

__all__ = ["TYPES", "Kind", "before", "described", "finite", "groups_of", "homes", "noun_type", "passive", "votes"]


@dataclass(frozen=True, slots=True)
class Kind:
    """A type by the words that say it: nouns that are it, what people are ("were killed"), what they do ("died"), what is
    done to them, right before the number ("killing 12", "the deaths of 12")."""

    name: str
    nouns: str
    participles: str
    actives: str
    governing: str


# "Casualties" and "killed or injured" come first, so that neither half is taken for the whole.
_KINDS = (
    Kind(
        "casualties",
        r"casualt(?:y|ies)",
        r"(?:killed|dead) (?:or|and|and/or) (?:injured|wounded)",
        r"",
        r"(?:kill(?:ed|ing) (?:or|and) (?:injur|wound)(?:ed|ing))",
    ),
    Kind(
        "killed",
        r"(?:death )?tolls?|deaths?|dead|fatalit(?:y|ies)|bodies|corpses|killings|killed|slain",
        (
            r"killed|dead|massacred|slaughtered|slain|murdered|martyred|executed|assassinated|drowned|beheaded"
            r"|lynched|shot dead"
            r"|burn(?:ed|t) alive|beaten to death|shot to death"
        ),
        r"died|dies?|perished|drowned|lost (?:their|his|her) li(?:ves|fe)|succumbed",
        (
            r"kill(?:ed|s|ing)?|massacr(?:ed|ing)|slaughter(?:ed|ing)|murder(?:ed|ing)|execut(?:ed|ing)"
            r"|(?:claim(?:ed|ing)|cost|tak(?:en|ing)|took) the lives of|li(?:ves|fe) of|deaths? of|killings? of"
            r"|massacre of|murders? of|executions? of"
        ),
    ),
    Kind(
        "injured",
        r"injur(?:y|ies)|injured|wounded",
        r"(?:(?!and\b|or\b|but\b|which\b|who\b)\w+ )?(?:injured|wounded)|hurt|maimed|mutilated|crippled|disabled",
        r"suffered (?:\w+ )?injuries",
        r"injur(?:ed|ing|es|e)|wound(?:ed|ing|s)?|hurt(?:ing)?|maim(?:ed|ing)|mutilat(?:ed|ing)|injur(?:y|ies) (?:to|of)",
    ),
    Kind(
        "missing",
        r"missing|disappearances?",
        r"missing|unaccounted for|(?:forcibly )?disappeared|lost at sea",
        r"disappeared|went missing|gone missing|vanished",
        r"disappearances? of",
    ),
    Kind(
        "displaced",
        r"displaced|refugees?|asylum[ -]seekers?|idps|evacuees",
        (
            r"(?:internally |newly |forcibly )?displaced|uprooted|evacuated|homeless|forced (?:to (?:flee|leave)|from|out)"
            r"|driven (?:out|from)|expelled|deported"
        ),
        (
            r"fled|flee|flees|fleeing|left their homes|abandoned their homes|(?:have )?crossed (?:the border|into|from)"
            r"|sought (?:refuge|shelter|asylum)|escaped (?:to|from|into)"
        ),
        r"displac(?:ed|ing|es)|uproot(?:ed|ing)|evacuat(?:ed|ing)|displacement of|expulsion of|evacuation of"
        r"|expell(?:ed|ing)|deport(?:ed|ing)",
    ),
    Kind(
        "detained",
        r"detainees?|prisoners?|inmates?|detained",
        r"detained|arrested|imprisoned|jailed|incarcerated|in (?:custody|detention|prison)|behind bars",
        r"",
        r"detain(?:ed|ing)|arrest(?:ed|ing)|imprison(?:ed|ing)|jail(?:ed|ing)|(?:arrests?|detention|imprisonment) of",
    ),
    Kind(
        "hostages",
        r"hostages?|captives?",
        r"(?:taken|held) (?:hostage|captive)|captured|abducted|kidnapped",
        r"",
        r"abduct(?:ed|ing)|kidnapp(?:ed|ing)|(?:abduction|kidnapping) of",
    ),
    Kind(
        "returned",
        r"returnees?",
        r"repatriated|returned home",
        r"returned|returning|went home|came back|come back",
        r"repatriat(?:ed|ing)|returns? of|repatriation of",
    ),
    Kind("rescued", r"", r"rescued|saved|pulled (?:alive|from|out)", r"", r"rescu(?:ed|ing)"
    r"|sav(?:ed|ing)|rescue of"),
    Kind("buried", r"burials?", r"buried|laid to rest", r"", r"bur(?:ied|ying)|burial of"),
    Kind(
        "affected",
        r"",
        r"affected|in (?:\w+ )?need",
        r"need(?:ed|s|ing)? (?:\w+ )?(?:humanitarian|aid|assistance|help|food|shelter|protection)",
        r"affect(?:ed|ing|s)",
    ),
)  # fmt: skip
TYPES = tuple(kind.name for kind in _KINDS)
_DWELLINGS = r"homes?|houses?|dwellings?|apartments?|buildings?|villages?|schools?|hospitals?|shelters?"
_HOMES = re.compile(rf"\b(?:{_DWELLINGS})\Z")
_HARMED = re.compile(
    r"\s*(?:(?:were|was|are|is|have\s+been|had\s+been|has\s+been|being)\s+)?(?:\w+ly\s+|also\s+|completely\s+|either\s+)?"
    r"(?:destroyed|damaged|burn(?:ed|t)|razed|abandoned|flattened|looted|demolished|gutted|in\s+ruins)\b"
)
_HARMING = re.compile(
    r"\b(?:destroy(?:ed|ing|s)|damag(?:ed|ing|es)|burn(?:ed|t|ing)(?:\s+down)?|raz(?:ed|ing)|flatten(?:ed|ing)|demolish(?:ed|ing))\s+\Z"
)
_VOTES = re.compile(r"\b(?:in\s+favou?r|against|abstentions?|abstaining|abstained|votes?)\b")
# A verb of which the people counted may be the subject before the verb that matters: "are believed to have died".
_REPORTED = (
    r"(?:\w+ly\s+|also\s+|then\s+|still\s+|now\s+|all\s+|both\s+|later\s+|since\s+|not\s+|been\s+|being\s+)*"
    r"(?:(?:reported|believed|feared|thought|said|known|confirmed|found|presumed|left|listed|registered|recorded|estimated|understood)"
    r"(?:\s+(?:to\s+have\s+been|to\s+have|to\s+be|as)|\s+being)?\s+(?:\w+ly\s+)?)?"
)
_AUXILIARY = (
    r"were|was|are|is|have|has|had|be|been|being|will|would|could|may|might|did|do|does|can|must|should|remain|remained|went"
)


def _either(field: str) -> str:
    # One pattern for all types: the name of the group that matched is the type.
    parts = [f"(?P<{kind.name}>{getattr(kind, field)})" for kind in _KINDS if getattr(kind, field)]
    return "|".join(parts)


_NOUNS = re.compile(rf"\b(?:{_either('nouns')})\b")
_PASSIVE = re.compile(rf"\s*{_REPORTED}(?:{_either('participles')})\b")
_ACTIVE = re.compile(rf"\s*{_REPORTED}(?:{_either('actives')})\b")
_FINITE = re.compile(rf"\b(?:(?P<auxiliary>{_AUXILIARY})|{_either('actives')})\b")
_BEFORE = re.compile(rf"\b(?:{_either('governing')})\s+\Z")
_AMONG = re.compile(
    r"\bamong (?:the|those) (?P<who>dead|killed|injured|wounded|missing|detained|arrested|displaced|rescued)\b"
    r"[^.;,]{0,30}?\b(?:were|are|was|is)\s+\Z"
)
_INCLUDED = re.compile(
    rf"\bthe (?P<who>dead|killed|injured|wounded|missing|detained|displaced|rescued) (?:includ(?:ed|es?)|were|are) {HEDGES}\Z"
)
_OBJECT = re.compile(
    r"\s+(?:(?:the|an?|his|her|their|its|these|those|our)\s+(?!(?:day|night|week|month|year|morning|evening)\b)|at\s+least\b|\d+\s+(?:[a-z]+\s+)?[a-z]+s\b"
    r"|(?:two|three|four|five|six|seven|eight|nine|ten|twelve|dozens|hundreds)\b)"
)
_BEEN = re.compile(r"\s+(?:\w+\s+){0,2}?(?:been|gone)\b")
_OTHER_SUBJECT = re.compile(
    r"\b(?:when|while|as|after|before|because|if|but|where|that|than|until|since|so)\b|[;:]|,\s+and\s+(?:the|an?|his|her|their|its|other|many|some)\b"
)

_GROUPS: tuple[tuple[str, str], ...] = (
    ("women", r"women|woman|mothers|widows|females?|housewives"),
    ("children", r"children|child|minors|babies|infants|kids|under-?aged|pupils|toddlers|newborns|boys|girls"),
    ("girls", r"girls?|schoolgirls"),
    ("boys", r"boys?|schoolboys"),
    ("men", r"men|males?"),
    ("elderly", r"elderly|older (?:people|persons|men|women)|aged people|old (?:people|men|women)|senior citizens|pensioners"),
    ("civilians", r"civilians?|residents|inhabitants|non-combatants|townspeople|villagers"),
    (
        "combatants",
        r"combatants?|soldiers?|troops?|fighters?|militants?|servicemen|rebels|gunmen|militiamen|insurgents|paramilitaries",
    ),
    ("police", r"police(?:men|women)?|police officers"),
    ("peacekeepers", r"peacekeepers?|blue helmets"),
    ("journalists", r"journalists?|reporters"),
    ("medical workers", r"doctors|nurses|medics|paramedics|health workers|medical (?:staff|workers)"),
    ("aid workers", r"aid workers|humanitarian workers|volunteers"),
    ("refugees", r"refugees|asylum[ -]seekers"),
    ("families", r"families|households"),
)
_GROUP = tuple((name, re.compile(rf"\b(?:{words})\b")) for name, words in _GROUPS)
_PEOPLE = re.compile(
    r"\b(?:people|persons?|nationals|citizens|migrants|workers|students|members|victims|tourists|officials|diplomats|passengers|prisoners"
    r"|detainees|hostages|athletes|delegates|settlers|protesters|activists|teachers|farmers|fishermen|sailors|miners|pilgrims)\b"
)
_AGE = re.compile(
    r"\b(?:aged?\s+(?:between\s+)?(?P<low>\d{1,3})\s*(?:-|–|to|and)\s*(?P<high>\d{1,3})"
    r"|(?P<side>under|over|below|above|younger than|older than)(?:\s+the\s+age\s+of|\s+age)?[\s-](?P<bound>five"
    r"|\d{1,2})s?\b(?!\s*(?:%|per\s?cent|people|\d|hundred|thousand|million|billion|lakh|crore)))"
)
_CAPITAL = re.compile(r"\b[A-Z][a-z]+\b(?:\s[A-Z][a-z]+\b)?")


def passive(text: str, start: int, end: int, *, bare: bool = False) -> str | None:
    """The type said right at `start`: "killed", "reportedly wounded", "believed to have been taken hostage".

    `bare`: no auxiliary stands before it, so that with an object behind it those counted did it ("12 men killed a guard").
    """
    match = _PASSIVE.match(text, start, end)
    if match and bare and _OBJECT.match(text, match.end(), end):
        return None
    match = match or _ACTIVE.match(text, start, end)
    return match.lastgroup if match else None


def finite(text: str, start: int, end: int) -> str | None:
    """The type that the first verb behind `start` says, where the words before it leave it the same subject."""
    match = _FINITE.search(text, start, end)
    if not match or _OTHER_SUBJECT.search(text, start, match.start()):
        return None
    if not match["auxiliary"]:
        return match.lastgroup
    if match["auxiliary"] in {"have", "has", "had"} and not _BEEN.match(text, match.end(), end):
        active = _ACTIVE.match(text, match.end(), end)  # "soldiers … had buried 23": they were not buried
        return active.lastgroup if active else None
    return passive(text, match.end(), end)


def before(stretch: str) -> str | None:
    """The type of the words that `stretch` ends in: "killing", "the deaths of", "among the dead were", "the dead included"."""
    if among := _AMONG.search(stretch) or _INCLUDED.search(stretch):
        return noun_type(among["who"]) or passive(among["who"], 0, len(among["who"]))
    match = _BEFORE.search(stretch)
    return match.lastgroup if match else None


def homes(phrase: str, before: str, after: str) -> bool:
    """Whether homes (houses, villages, schools …) are counted that were destroyed, damaged, abandoned."""
    return bool(_HOMES.search(phrase)) and bool(_HARMED.match(after) or _HARMING.search(before))


def noun_type(words: str) -> str | None:
    """The type that a noun phrase names itself: "deaths", "detainees"; the last one is its head."""
    found = list(_NOUNS.finditer(words.lower()))
    return found[-1].lastgroup if found else None


def groups_of(words: str, kind: str | None) -> tuple[str, ...]:
    """The groups that a noun phrase names, the nationality as `nationality: Ghana`, ages as `age: 5 to 17`.

    A nationality is one of people: of those that something befell (`kind`), of another group, of "workers", of "Ghanaians".
    """
    lower = words.lower()
    named = [name for name, pattern in _GROUP if pattern.search(lower)]
    for match in _AGE.finditer(lower):
        low, high = match["low"], match["high"]
        side = "over" if match["side"] in {"over", "above", "older than"} else "under"
        named.append(f"age: {low} to {high}" if low else f"age: {side} {match['bound'].replace('five', '5')}")
    people = bool(named) or kind not in (None, "homes", "votes") or bool(_PEOPLE.search(lower))
    for match in _CAPITAL.finditer(words):
        state = adjective_of(match[0]) or adjective_of(match[0].split()[0])
        if not people and match.end() < len(words):
            continue
        if state and f"nationality: {state}" not in named:
            named.append(f"nationality: {state}")
    return tuple(named)


def votes(words: str) -> str | None:
    """The votes that words right behind a number make it a count of: "votes in favour", "votes against", "abstentions"."""
    match = _VOTES.match(words.lstrip())
    if not match:
        return None
    said = " ".join(match[0].split())
    return "abstentions" if said.startswith("abst") else "votes" if said.startswith("vote") else f"votes {said}"


_SAID_BY_TYPE = frozenset("killed injured missing displaced detained returned rescued buried affected".split())


def described(noun: str | None, kind: str | None) -> str | None:
    """The noun with the type said beside it: "women" that were killed are "women killed"."""
    if kind not in _SAID_BY_TYPE:
        return noun or ("people taken hostage" if kind == "hostages" else None)
    if noun is None:
        return f"people {kind}"
    return noun if noun_type(noun) or noun.casefold().endswith(f" {kind}") or "share of" in noun else f"{noun} {kind}"
