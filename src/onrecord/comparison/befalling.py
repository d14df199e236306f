"""What befell the people of whom a figure says no more, by the words around it.

"Some 600 people were sheltering in the cellar" counts those who sheltered; "it killed close to 600 people" counts the dead. A
number that stands alone ("the union documented at least 43.") takes what the paragraph before it counts.
"""

from __future__ import annotations

import re

from onrecord.comparison.clause import NUMBER, any_of, around, first, paragraph
from onrecord.record import Figure

__all__ = ["befell", "bodies_of", "elliptic", "number_of", "of_the_dead", "others", "own", "tolled"]

_BEFORE, _PARAGRAPH, _HEAD = 60, 240, 160
# What befell people, by the words behind their number; the first that fits. Those still inside a ruin are not those who had
# taken shelter in the house.
_BEHIND = (
    (
        "trapped",
        any_of(
            r"(?:are|were|is|remain(?:ed)?) (?:still )?trapped\b",
            r"(?:are|were|remain(?:ed)?) still (?:in|inside|under|beneath) (?:the|its|their|rubble|debris)\b",
        ),
    ),
    (
        "sheltering",
        any_of(
            r"shelter(?:ed|ing)?\b",
            r"(?:tak(?:en|ing)|took) (?:refuge|cover|shelter)\b",
            r"(?:hid|hiding)\b",
            r"(?:had been|were|was) (?:in|inside) the [\w ]{3,30} (?:when|at the time|as)\b",
            r"(?:put up|housed|accommodated|lodged|sleeping|sleep) (?:in|at)\b",
        ),
    ),
    (
        "present",
        any_of(
            r"(?:(?:are|were|was|been) )?(?:on (?:shift|duty)|(?:below ground|underground)\b(?! water))",
            r"went (?:below|underground)\b",
        ),
    ),
    (
        "missing",
        any_of(
            r"(?:have|has|had) (?:never|not) (?:yet )?(?:come back|returned|been (?:found|seen|heard of|accounted for))\b",
            r"(?:never|not) (?:came|come) back\b",
            r"(?:are|were|is|was) (?:still )?being (?:looked|searched) for\b",
            r"(?:still )?unaccounted for\b",
            r"feared (?:to be )?(?:trapped|buried|dead)\b",
            r"remains? to be (?:found|established|accounted for)\b",
        ),
    ),
    (
        "displaced",
        any_of(
            r"lost (?:their|his|her) homes?\b",
            r"(?:made|left|rendered|became|become) homeless\b",
            r"driven out\b",
            r"evacuated\b",
            r"(?:have|had|has) (?:had )?to leave (?:their|the)\b",
            r"(?:taken|brought|moved|led|bussed) to (?:higher ground|safety|safer \w+|(?:\w+ )?shelters?)\b",
        ),
    ),
    (
        "detained",
        any_of(
            r"(?:taken|made) prisoner\b",
            r"(?:dragged|led|taken|carted) (?:away|off)\b",
            r"rounded up\b",
            r"under arrest\b",
            r"behind bars\b",
            r"(?:were|was|are|been) (?:held|interned|confined|locked up)\b",
            r"(?:passed|went|came) through (?:the|that|this|its) (?:camp|gates?|prison)\b",
            r"in(?:to)? (?:prison|custody|jail|detention)\b",
        ),
    ),
    (
        "killed",
        any_of(r"(?:did|do|does|have|has|had) not survive\b", r"(?:not|never) (?:come|came|get|got) (?:out|back|home) alive\b"),
    ),
    ("released", any_of(r"(?:released|freed|set free|let go)\b")),
    ("transferred", any_of(r"(?:sent|moved|transferred|shipped|taken) (?:on|inland|on to|elsewhere)\b")),
    (
        "rescued",
        any_of(
            r"alive (?:from|out of)\b",
            r"(?:pulled|brought|dug|carried|lifted|winched|hauled|plucked) (?:out|up|off|from|to safety)\b(?! with)",
            r"survived\b",
            r"(?:are|were|is) (?:now )?(?:known to be )?safe\b",
            r"(?:reached|returned to|came (?:back )?to|made it to) (?:the surface|safety|dry land|the shore)\b",
        ),
    ),
    ("aboard", any_of(r"(?:on board|aboard)\b")),
    (
        "attending",
        any_of(r"(?:attended|marched|demonstrated|rallied)\b", r"(?:took|taken) part\b", r"(?:gathered|turned out)\b(?! to\b)"),
    ),
    (
        "injured",
        any_of(
            r"critical(?:ly)?\b",
            r"(?:with|for|sustained|suffered) (?:\w+ )?(?:injur(?:y|ies)|wounds)\b(?! (?:of|to) the\b)",
            r"(?:in|to) (?:[a-z]+ ){0,2}(?:[A-Z]\w+ )?(?:hospitals?|infirmary|clinics?)\b",
            r"lost (?:an?|one|both|his|her|their) (?:\w+ )?(?:arm|leg|limb|hand|foot|eye|sight)s?\b",
            r"amputat\w+",
        ),
    ),
    (
        "killed",
        any_of(
            r"(?:are|were|is|was) among (?:the|those) (?:dead|killed|victims|who died)\b",
            r"(?:had )?(?:fell|fallen) (?:in|at|on|near|for|during)\b",
            r"put to death\b",
            r"(?:eliminated|neutrali[sz]ed|liquidated|wiped out|shot|hanged)\b(?! (?:at|and (?:injured|wounded))\b)",
        ),
    ),
)
# The same, by the words right before the number.
_HOUSE = r"(?:building|theatre|church|school|hall|cellar|basement|station|house|hospital)"
_RIGHT_AHEAD = (
    (
        "missing",
        any_of(
            r"(?:fate|whereabouts|trace|traces) of\W*\Z",
            r"(?:looking|searching) for\W*\Z",
            r"(?:missing|unaccounted for)\W*\Z",
        ),
    ),
    ("released", any_of(r"(?:released|freed|let go)\W*\Z")),
    ("rescued", any_of(r"(?:picked up|fished out|pulled out|lifted|winched|plucked|saved)\W*\Z")),
    ("aboard", any_of(r"(?:carrying|carried)\W*\Z")),
    ("attending", any_of(r"crowd at\W*\Z", r"number of (?:participants|demonstrators|protesters|marchers)\b[^.;]*\Z")),
    ("killed", any_of(r"victims\b[^.;]{0,40} (?:include|included|are|were|numbered)\W*\Z")),
)
# The same, by words somewhere before it.
_AHEAD = (
    (
        "sheltering",
        any_of(
            r"(?:shelter(?:ed|ing)?|hid|hiding|(?:taken|took|taking) (?:refuge|cover|shelter))\b",
            _HOUSE + r" (?:held|housed|contained)\W*(?:\w+ )?\Z",
        ),
    ),
    ("killed", any_of(r"(?:kill(?:ed|ing|s)?|deaths?|dead|died|death toll|lives|massacred|murdered|perished)\b")),
)
# Behind it the number, perhaps hedged.
_HEDGED = r"(?:(?:about|around|some|nearly|at least|over|more than|up to)\s+)?\Z"
_NUMBER_OF = re.compile(
    r"\bnumber of (?P<who>[^.;]*?)\s(?:at|to|as|above|over|past|beyond|passed|reached|exceeded|topped|surpassed)\s+" + _HEDGED,
    re.IGNORECASE,
)
_LABEL = re.compile(r"(?:\A|[\n;.*+•-]\s*)(?P<label>[A-Z][^\n:;.]{2,40}):\s+\Z")
_NAMES = re.compile(
    r"\bnames of (?:the|all the|its|their|our) (?:dead|killed|victims|fallen|murdered|martyrs)\b", re.IGNORECASE
)
_BODIES_OF = re.compile(r"\b(?:bodies|remains|corpses) of (?:about |some |at least |the )?\Z", re.IGNORECASE)
_TAKEN = re.compile(r"\b(?:claim(?:ed|ing|s)?|took|taken|taking|cost) (?:about |some |at least |more than )?\Z", re.IGNORECASE)
_LIVES = re.compile(r"\s*(?:(?:\w+ )?lives\b|of (?:us\b|our (?!own\b)\w+))", re.IGNORECASE)
_OTHERS = re.compile(r"\s*(?:\w+ )?(?:others?|more)\b", re.IGNORECASE)
_OF_THE_DEAD = re.compile(r"\s*of (?:the|those|our|its) (?:dead|victims|deceased|killed|fatalities|bodies|fallen|murdered)\b")
_ALL = re.compile(r"\ball (?:the )?\Z", re.IGNORECASE)
_DEAD = any_of(r"killed\b", r"perished\b", r"murdered\b", r"dead\b", r"died\b", r"deaths\b", r"victims\b")
_TOLL = re.compile(r"\b(?:death toll|toll|dead|died|deaths|killed)\b", re.IGNORECASE)
_KNOWING = re.compile(r"\b(?:has|have|knows?|lists?|listed|collected|gathered|established)\s+\Z", re.IGNORECASE)
# Not "34, all of them soldiers": a party may mean some.
_ALONE = re.compile(
    r"\s*(?:(?!,\s(?:all|each|every one)\b)[.,;)]|and\b|or\b|later\b|$"
    r"|by (?:our|its|their|his|her) (?:count|reckoning|estimate)\b)",
    re.IGNORECASE,
)
_COUNTING = re.compile(
    r"\b(?:counts?|counted|says?|said|speaks? of|spoke of|talks? of|gives?|gave|told \w+|documented|recorded|arrived at|names?"
    r"|named|estimates?|estimated|reports?|reported|puts? (?:it|the \w+|their number|its number) at)"
    r"\s+" + _HEDGED,
    re.IGNORECASE,
)


def befell(figure: Figure, text: str) -> str | None:
    """What the sentence says befell people of whom the figure says no more: "sheltering", "killed", "missing" …, or None."""
    return own(figure, text) or first(_AHEAD, _near(figure, text)) or tolled(figure, text)


def own(figure: Figure, text: str) -> str | None:
    """What befell them by the words behind the number or right before it, which speak of no other number."""
    behind = NUMBER.split(around(figure, text)[1])[0]
    label = _LABEL.search(text, max(0, figure.span.start - _BEFORE), figure.span.start)
    return first(_BEHIND, label["label"] if label else behind) or first(_RIGHT_AHEAD, _near(figure, text))


def others(figure: Figure, text: str) -> bool:
    """Whether the number is of others than those before it ("and 40 others"), whom something else may have befallen."""
    return bool(_OTHERS.match(around(figure, text)[1]))


def _near(figure: Figure, text: str) -> str:
    """The words before the number; what stands beyond another number belongs to that."""
    return NUMBER.split(around(figure, text)[0])[-1][-_BEFORE:]


def of_the_dead(figure: Figure, text: str) -> bool:
    """Whether the number is of some among the dead ("19 of the victims")."""
    return bool(_OF_THE_DEAD.match(around(figure, text)[1]))


def bodies_of(figure: Figure, text: str) -> bool:
    """Whether the number is of lives lost, or of people whose bodies are told of, whatever was done with these."""
    before, after = around(figure, text)
    return bool(_BODIES_OF.search(before) or (_TAKEN.search(before) and _LIVES.match(after)) or _OF_THE_DEAD.match(after))


def tolled(figure: Figure, text: str) -> str | None:
    """ "killed" where the words before say that the number of the dead follows, whatever stands in between."""
    counted = number_of(figure, text)
    if counted is not None:
        return "killed" if _DEAD.search(counted) else None
    before = paragraph(figure, text)
    if figure.counted == "names":
        listed = (_ALL.search(before) and _NAMES.search(before)) or (_KNOWING.search(before) and _TOLL.search(before))
        return "killed" if listed else None
    if figure.counted is None and _ALONE.match(text, figure.span.end):
        return "killed" if _TOLL.search(before[-_PARAGRAPH:]) else None
    # "The ministry counts 38 children" in a text that is about the dead.
    if figure.groups and _COUNTING.search(before):
        return "killed" if _TOLL.search(before) or _TOLL.search(text[:_HEAD]) else None
    return None


def elliptic(figure: Figure, text: str) -> bool:
    """Whether the number stands alone behind a verb of counting, so that it counts what the number before it did."""
    return bool(_ALONE.match(text, figure.span.end) and _COUNTING.search(around(figure, text)[0]))


def number_of(figure: Figure, text: str) -> str | None:
    """Of "put the number of people who were killed when the roof fell at 34" the words from "people" on; None elsewhere."""
    match = _NUMBER_OF.search(around(figure, text)[0])
    return match["who"] if match else None
