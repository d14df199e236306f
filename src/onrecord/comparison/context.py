"""What the words around a figure say of it, where its own noun does not: what befell the people, and of which event they are.

"Some 600 people were sheltering in the cellar" counts those who sheltered; "it killed close to 600 people" counts the dead;
"6,100 have been killed since January" counts a whole war, and never meets the toll of one night. A number that stands alone
("the union documented at least 43.") takes what the paragraph before it counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.record import Figure

__all__ = ["befell", "bodies_of", "damaged", "earlier", "elliptic", "number_of", "ruined", "scope", "set_apart", "tolled"]

_AFTER, _BEFORE, _PARAGRAPH, _HEAD = 90, 60, 240, 160
_SPACES = re.compile(r"\s+")
_STOP = re.compile(r"[.;!?:](?=\s|$)|\n\s*\n")
_NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|half|(?:one|some|many|most|none|all) of)\b",
    re.IGNORECASE,
)


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(patterns)})", re.IGNORECASE)


# What befell people, by the words behind their number; the first that fits. Those still inside a ruin are not those who had
# taken shelter in the house.
_BEHIND = (
    (
        "trapped",
        _any(
            r"(?:are|were|is|remain(?:ed)?) (?:still |feared |believed )?trapped\b",
            r"(?:are|were|remain(?:ed)?) still (?:in|inside|under|beneath) (?:the|its|their|rubble|debris)\b",
        ),
    ),
    (
        "sheltering",
        _any(
            r"shelter(?:ed|ing)?\b",
            r"(?:tak(?:en|ing)|took) (?:refuge|cover|shelter)\b",
            r"(?:hid|hiding)\b",
            r"(?:had been|were|was) (?:in|inside) the [\w ]{3,30} (?:when|at the time|as)\b",
        ),
    ),
    (
        "missing",
        _any(
            r"(?:have|has|had) (?:never|not) (?:yet )?(?:come back|returned|been (?:found|seen|heard of|accounted for))\b",
            r"(?:never|not) (?:came|come) back\b",
            r"(?:are|were|is|was) (?:still )?being (?:looked|searched) for\b",
            r"(?:still )?unaccounted for\b",
        ),
    ),
    (
        "displaced",
        _any(r"lost (?:their|his|her) homes?\b", r"(?:made|left|rendered|became|become) homeless\b", r"driven out\b"),
    ),
    (
        "detained",
        _any(
            r"(?:taken|made) prisoner\b",
            r"(?:dragged|led|taken|carted) (?:away|off)\b",
            r"rounded up\b",
            r"under arrest\b",
            r"behind bars\b",
            r"in(?:to)? (?:prison|custody|jail|detention)\b",
        ),
    ),
    ("rescued", _any(r"alive (?:from|out of)\b", r"(?:pulled|brought|dug) out alive\b", r"survived\b")),
    ("aboard", _any(r"(?:on board|aboard)\b")),
    ("attending", _any(r"(?:attended|marched|demonstrated|rallied)\b", r"(?:took|taken) part\b", r"(?:gathered|turned out)\b")),
    (
        "injured",
        _any(
            r"critical(?:ly)?\b",
            r"(?:with|for|sustained|suffered) (?:\w+ )?(?:injur(?:y|ies)|wounds)\b(?! (?:of|to) the\b)",
            r"(?:in|to) hospitals?\b",
        ),
    ),
    (
        "killed",
        _any(
            r"(?:are|were|is|was) among (?:the|those) (?:dead|killed|victims|who died)\b",
            r"(?:had )?(?:fell|fallen) (?:in|at|on|near|for|during)\b",
            r"put to death\b",
        ),
    ),
)
# The same, by the words before the number.
_HOUSE = r"(?:building|theatre|church|school|hall|cellar|basement|station|house|hospital)"
_AHEAD = (
    ("missing", _any(r"(?:fate|whereabouts|trace|traces) of\W*\Z", r"(?:looking|searching) for\W*\Z", r"missing\W*\Z")),
    ("rescued", _any(r"(?:picked up|fished out|pulled out)\W*\Z")),
    ("aboard", _any(r"(?:carrying|carried)\W*\Z")),
    ("attending", _any(r"crowd at\W*\Z", r"number of (?:participants|demonstrators|protesters|marchers)\b[^.;]*\Z")),
    ("killed", _any(r"victims\b[^.;]{0,40} (?:include|included|are|were|numbered)\W*\Z")),
    (
        "sheltering",
        _any(
            r"(?:shelter(?:ed|ing)?|hid|hiding|(?:taken|took|taking) (?:refuge|cover|shelter))\b",
            _HOUSE + r" (?:held|housed|contained)\W*(?:\w+ )?\Z",
        ),
    ),
    ("killed", _any(r"(?:kill(?:ed|ing|s)?|deaths?|dead|died|death toll|lives|massacred|murdered|perished)\b")),
)
_NUMBER_OF = re.compile(
    r"\bnumber of (?P<who>[^.;]*?)\s(?:at|to|as|above|over|past|beyond|passed|reached|exceeded|topped|surpassed)\s+"
    r"(?:(?:about|around|some|nearly|at least|over|more than|up to)\s+)?\Z",
    re.IGNORECASE,
)
_NAMES = re.compile(
    r"\bnames of (?:the|all the|its|their|our) (?:dead|killed|victims|fallen|murdered|martyrs)\b", re.IGNORECASE
)
_BODIES_OF = re.compile(r"\b(?:bodies|remains|corpses) of (?:about |some |at least |the )?\Z", re.IGNORECASE)
_TAKEN = re.compile(r"\b(?:claim(?:ed|ing|s)?|took|taken|taking|cost) (?:about |some |at least |more than )?\Z", re.IGNORECASE)
_LIVES = re.compile(r"\s*(?:\w+ )?lives\b", re.IGNORECASE)
_ALL = re.compile(r"\ball (?:the )?\Z", re.IGNORECASE)
_DEAD = _any(r"killed\b", r"perished\b", r"murdered\b", r"dead\b", r"died\b", r"deaths\b", r"victims\b")
_TOLL = re.compile(r"\b(?:death toll|toll|dead|deaths|killed)\b", re.IGNORECASE)
_ALONE = re.compile(r"\s*(?:[.,;)]|and\b|or\b|later\b|$)", re.IGNORECASE)
_COUNTING = re.compile(
    r"\b(?:counts?|counted|says?|said|speaks? of|spoke of|talks? of|gives?|gave|told \w+|documented|recorded|arrived at|names?"
    r"|named|estimates?|estimated|reports?|reported|puts? (?:it|the \w+|their number|its number) at)"
    r"\s+(?:(?:about|around|some|nearly|at least|over|more than|up to)\s+)?\Z",
    re.IGNORECASE,
)
_WIDER = re.compile(
    r"\bsince (?:the (?:war|invasion|conflict|fighting|offensive|uprising)|(?:january|february|march|april|may|june|july|august"
    r"|september|october|november|december)\b|(?:19|20)\d\d)|\b(?:whole|entire) (?:war|campaign|conflict)"
    r"|\b(?:throughout|during|over the course of) the (?:war|campaign|conflict)\b"
    r"|\bsince\s*(?:,|\Z)|\bin (?:[\w-]+ ){1,3}(?:days|weeks|months|years) of (?:war|fighting|conflict|bombing|bombardment"
    r"|shelling|strikes|unrest|protests?|violence)\b",
    re.IGNORECASE,
)
_AGO = re.compile(
    r"\b(?:a century|\w+ (?:years|decades|centuries)) (?:ago|earlier|before)\b|\blast (?:year|century)\b"
    r"|\b(?:in|of|since|the) (?P<year>1[5-9]\d\d|20\d\d)\b",
    re.IGNORECASE,
)
_ALONE_THERE = re.compile(r"\b(?:in|on|at|from) [^.,;]{2,40}\balone\b", re.IGNORECASE)
_RATE = re.compile(r"\b(?:per|each|every) (?:day|week|month|year)\b|\b(?:yearly|annually)\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_ELSEWHERE = re.compile(
    r"(?:\A|[.!?]\s+)(?:elsewhere|separately|in (?:a|another) (?:separate|unrelated|other)?\s*(?:part|incident|attack|accident"
    r"|event|town|city|village)\b|in an unrelated)",
    re.IGNORECASE,
)
# What may yet come of it is no count.
_EXPECTED = re.compile(
    r"\b(?:could|may|might|would|(?:is|are) (?:expected|likely|feared|bound) to)(?: (?:well|still|yet|eventually|easily))?"
    r" (?:rise|climb|reach|exceed|surpass|pass|grow|increase|top|double|go|be as (?:high|many) as)\b[^.;]*\Z",
    re.IGNORECASE,
)
_RUINED = _any(r"collaps\w+", r"destroy\w+", r"flattened\b", r"level?led\b", r"toppled\b", r"razed\b", r"damag\w+")
_WERE_OF = re.compile(
    r"\s*(?:bodies|corpses|dead|remains)? ?(?:were|are|was) (?:those )?of (?P<who>children|women|men|babies)\b"
)
_DAMAGED = re.compile(r"\bdamag\w+", re.IGNORECASE)
# What sets some apart from others whom the same befell; the first that fits.
_DEGREES = (
    (
        "light",
        _any(r"not life-threatening\b", r"less (?:so|badly|seriously|severely)\b", r"(?:light|slight)(?:ly)?\b", r"minor\b"),
    ),
    ("critical", _any(r"critical(?:ly)?\b", r"intensive care\b", r"life-threatening\b")),
    ("serious", _any(r"(?:serious|severe|grave|bad)(?:ly)?\b")),
)
_BODIES = (
    ("buried", _any(r"buried\b", r"burial\b", r"lies?\b", r"lay\b", r"exhumed\b", r"dug up\b")),
    ("examined", _any(r"examin\w+", r"autops\w+", r"forensic\w*", r"traces of\b", r"identified\b")),
)
_DETAINED = (("held", _any(r"still\b", r"remain(?:s|ed)?\b", r"today\b", r"now\b", r"currently\b")),)
_MAIMED = (("mutilated", _any(r"mutilat\w+", r"maimed\b")), ("disabled", _any(r"crippled\b", r"disabled\b")))
_ASKED = re.compile(
    r"\b(?:interview\w*|spoke(?! of)|spoken|talk(?:ed|s)? (?:to|with)|whom .{0,40}\btalked|testif\w+|testimon\w+"
    r"|accounts? of)\b",
    re.IGNORECASE,
)


def befell(figure: Figure, text: str) -> str | None:
    """What the sentence says befell people of whom the figure says no more: "sheltering", "killed", "missing" …, or None."""
    before, after = _around(figure, text)
    # What stands beyond another number belongs to that number.
    near = _NUMBER.split(before)[-1][-_BEFORE:]
    return _first(_BEHIND, _NUMBER.split(after)[0]) or _first(_AHEAD, near) or tolled(figure, text)


def bodies_of(figure: Figure, text: str) -> bool:
    """Whether the number is of lives lost, or of people whose bodies are told of, whatever was done with these."""
    before, after = _around(figure, text)
    return bool(_BODIES_OF.search(before) or (_TAKEN.search(before) and _LIVES.match(after)))


def tolled(figure: Figure, text: str) -> str | None:
    """ "killed" where the words before say that the number of the dead follows, whatever stands in between."""
    counted = number_of(figure, text)
    if counted is not None:
        return "killed" if _DEAD.search(counted) else None
    before = _paragraph(figure, text)
    if figure.counted == "names":
        return "killed" if _ALL.search(before) and _NAMES.search(before) else None
    if figure.counted is None and _ALONE.match(text, figure.span.end):
        return "killed" if _TOLL.search(before[-_PARAGRAPH:]) else None
    # "The ministry counts 38 children" in a text that is about the dead.
    if figure.groups and _COUNTING.search(before):
        return "killed" if _TOLL.search(before) or _TOLL.search(text[:_HEAD]) else None
    return None


def elliptic(figure: Figure, text: str) -> bool:
    """Whether the number stands alone behind a verb of counting, so that it counts what the number before it did."""
    return bool(_ALONE.match(text, figure.span.end) and _COUNTING.search(_around(figure, text)[0]))


def scope(figure: Figure, text: str) -> str:
    """What the sentence counts where that is not one event in all its places, else "".

    "expected": what may come; "wider": a whole war or a long time; "rate": so many a year; "alone": one place of several;
    "elsewhere": another event.
    """
    before, after = _around(figure, text)
    sentence = f"{before} {after}"
    if _EXPECTED.search(before):
        return "expected"
    kinds = (("wider", _WIDER), ("rate", _RATE), ("alone", _ALONE_THERE))
    return _first(kinds, sentence) or ("elsewhere" if _elsewhere(figure, text) else "")


def earlier(figure: Figure, text: str) -> bool:
    """Whether the sentence is of years before the report: "a century ago", "in 1988" in a text that knows later years."""
    before, after = _around(figure, text)
    match = _AGO.search(before) or _AGO.search(after)
    if not match or not match["year"]:
        return bool(match)
    return int(match["year"]) + 2 <= max(int(year) for year in _YEAR.findall(text))


def _elsewhere(figure: Figure, text: str) -> bool:
    """Whether the paragraph has turned to another place or incident before the figure."""
    return bool(_ELSEWHERE.search(_paragraph(figure, text)))


def damaged(figure: Figure, text: str) -> bool:
    """Whether houses are said to be damaged, which is less than destroyed."""
    before, after = _around(figure, text)
    return bool(_DAMAGED.search(_NUMBER.split(before)[-1]) or _DAMAGED.search(_NUMBER.split(after)[0]))


def ruined(figure: Figure, text: str) -> bool:
    """Whether the clause says that buildings were destroyed or damaged."""
    before, after = _around(figure, text)
    return bool(_RUINED.search(_NUMBER.split(before)[-1]) or _RUINED.search(_NUMBER.split(after)[0]))


def set_apart(figure: Figure, text: str, kind: str) -> str | None:
    """What sets those counted apart from others whom the same befell.

    "mutilated" (not merely hurt), "critical", "held" (still), "buried"; "asked" (by one asker).
    """
    before, after = _around(figure, text)
    behind, ahead = _NUMBER.split(after)[0], _NUMBER.split(before)[-1]
    if (maimed := _first(_MAIMED, figure.counted or "") or _first(_MAIMED, behind)) is not None:
        return maimed
    if kind != "killed" and (_ASKED.search(ahead) or _ASKED.search(behind)):
        return "asked"
    if of := _WERE_OF.match(after):
        return of["who"]
    if kind == "killed" and "bodies" in (figure.counted or ""):
        return _first(_BODIES, behind)
    degrees = {"injured": _DEGREES, "detained": _DETAINED}.get(kind, ())
    return _first(degrees, behind)


def _first(kinds: Iterable[tuple[str, re.Pattern[str]]], words: str) -> str | None:
    return next((name for name, pattern in kinds if pattern.search(words)), None)


def number_of(figure: Figure, text: str) -> str | None:
    """Of "put the number of people who were killed when the roof fell at 34" the words from "people" on; None elsewhere."""
    match = _NUMBER_OF.search(_around(figure, text)[0])
    return match["who"] if match else None


def _around(figure: Figure, text: str) -> tuple[str, str]:
    """The rest of the sentence on either side of the figure, not much of it."""
    start, end = figure.span.start, figure.span.end
    before = _STOP.split(text[max(0, start - 2 * _AFTER) : start])[-1]
    return _line(before), _line(_STOP.split(text[end : end + _AFTER])[0])


def _paragraph(figure: Figure, text: str) -> str:
    """The paragraph up to the figure."""
    return _line(text[: figure.span.start].rpartition("\n\n")[2])


def _line(words: str) -> str:
    """Words that are wrapped over lines or spaced out, as one line."""
    return _SPACES.sub(" ", words)
