"""Of which event a figure is, and what sets those it counts apart, by the words around it.

"6,100 have been killed since January" counts a whole war, and never meets the toll of one night.
"""

from __future__ import annotations

import re

from onrecord.comparison.clause import NUMBER, any_of, around, first, paragraph
from onrecord.record import Figure

__all__ = ["CAUSES", "increment", "ruined", "scope", "set_apart", "state_of"]

_WIDER = re.compile(
    r"\bsince (?:the (?:war|invasion|conflict|fighting|offensive|uprising)|(?:january|february|march|april|may|june|july|august"
    r"|september|october|november|december)\b|(?:19|20)\d\d\b(?!,? when\b))|\b(?:whole|entire) (?:war|campaign|conflict|region)"
    r"|\bin the whole of\b"
    r"|\bsince the (?:beginning|start) of\b"
    r"|\b(?:throughout|during|over the course of) the (?:war|campaign|conflict)\b"
    r"|\bsince\s*(?:,|\Z)|\bin (?:[\w-]+ ){1,3}(?:days|weeks|months|years) of (?:war|fighting|conflict|bombing|bombardment"
    r"|shelling|strikes|unrest|protests?|violence)\b",
    re.IGNORECASE,
)
_ALONE_THERE = re.compile(r"\b(?:in|on|at|from) [^.,;]{2,40}\balone\b", re.IGNORECASE)
_RATE = re.compile(r"\b(?:per|each|every) (?:day|week|month|year)\b|\b(?:yearly|annually)\b", re.IGNORECASE)
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
_RUINED = any_of(r"collaps\w+", r"destroy\w+", r"flattened\b", r"level?led\b", r"toppled\b", r"razed\b", r"damag\w+")
_WERE_OF = re.compile(
    r"\s*(?:bodies|corpses|dead|remains)? ?(?:were|are|was) (?:those )?of (?P<who>children|women|men|babies)\b"
)
# The first that fits; those that are no more are the rest.
_STATES = (
    (
        "",
        any_of(r"destroy\w+", r"cannot be repaired\b", r"beyond repair\b", r"pulled down\b", r"swept away\b", r"demolished\b"),
    ),
    ("damaged", any_of(r"damag\w+")),
    ("flooded", any_of(r"flooded\b", r"inundated\b", r"submerged\b", r"(?:under|in the) water\b")),
)
# What sets some apart from others whom the same befell; the first that fits.
_DEGREES = (
    (
        "light",
        any_of(r"not life-threatening\b", r"less (?:so|badly|seriously|severely)\b", r"(?:light|slight)(?:ly)?\b", r"minor\b"),
    ),
    ("critical", any_of(r"critical(?:ly)?\b", r"intensive care\b", r"life-threatening\b")),
    ("serious", any_of(r"(?:serious|severe|grave|bad)(?:ly)?\b")),
)
_BODIES = (
    ("exhumed", any_of(r"exhumed\b", r"unearthed\b", r"dug up\b", r"came to light\b")),
    ("buried", any_of(r"buried\b", r"burial\b", r"lies?\b", r"lay\b")),
    ("examined", any_of(r"examin\w+", r"autops\w+", r"forensic\w*", r"traces of\b", r"identified\b")),
)
_BODIES_OF = re.compile(r"\b(?:bodies|remains|corpses) of\b", re.IGNORECASE)
_DETAINED = (
    ("held", any_of(r"still\b", r"remain(?:s|ed)?\b", r"today\b", r"now\b", r"currently\b", r"on (?:that|this) day\b")),
)
# How or when some of the dead died, where others did otherwise.
CAUSES = (
    ("shot", any_of(r"shot\b", r"executed\b", r"hanged\b", r"guillotined\b", r"beheaded\b")),
    (
        "on the way",
        any_of(
            r"on the (?:way|road|march|journey)\b",
            r"en route\b",
            r"(?:during|in|on) the (?:march|transports?|journey|flight|retreat|voyage|trains?|wagons?)\b",
        ),
    ),
    ("in captivity", any_of(r"in (?:captivity|custody|detention|prison)\b")),
    ("of wounds", any_of(r"(?:of|from) (?:their|his|her) (?:wounds|injuries)\b", r"in (?:the )?hospital\b")),
)
_MORE = re.compile(r"\b(?:another|(?:a )?further|(?:an )?additional)\W*\Z", re.IGNORECASE)
_MAIMED = (
    (
        "mutilated",
        any_of(r"mutilat\w+", r"maimed\b", r"amputat\w+", r"lost (?:an?|one|both) (?:\w+ )?(?:arm|leg|limb|hand|foot)s?\b"),
    ),
    ("disabled", any_of(r"crippled\b", r"disabled\b")),
)
_ASKED = re.compile(
    r"\b(?:interview\w*|spoke(?! of)|spoken|talk(?:ed|s)? (?:to|with)|whom .{0,40}\btalked|testif\w+|testimon\w+"
    r"|accounts? of)\b",
    re.IGNORECASE,
)


def scope(figure: Figure, text: str) -> str:
    """What the sentence counts where that is not one event in all its places, else "".

    "expected": what may come; "wider": a whole war or a long time; "rate": so many a year; "alone": one place of several;
    "elsewhere": another event.
    """
    before, after = around(figure, text)
    sentence = f"{before} {after}"
    if _EXPECTED.search(before):
        return "expected"
    kinds = (("wider", _WIDER), ("rate", _RATE), ("alone", _ALONE_THERE))
    return first(kinds, sentence) or ("elsewhere" if _elsewhere(figure, text) else "")


def _elsewhere(figure: Figure, text: str) -> bool:
    """Whether the paragraph has turned to another place or incident before the figure."""
    return bool(_ELSEWHERE.search(paragraph(figure, text)))


def state_of(figure: Figure, text: str) -> str:
    """What became of the houses counted: "flooded", "damaged", or "" where they are said to be no more, or nothing is said."""
    before, after = around(figure, text)
    words = (figure.counted or "", NUMBER.split(after)[0], NUMBER.split(before)[-1])
    return next((state for near in words if (state := first(_STATES, near)) is not None), "")


def ruined(figure: Figure, text: str) -> bool:
    """Whether the clause says that buildings were destroyed or damaged."""
    before, after = around(figure, text)
    return bool(_RUINED.search(NUMBER.split(before)[-1]) or _RUINED.search(NUMBER.split(after)[0]))


def increment(figure: Figure, text: str) -> bool:
    """Whether the number is said to come on top of another: "another 14", "14 more"."""
    before, after = around(figure, text)
    return bool(_MORE.search(before) or re.match(r"\s*(?:\w+ )?more\b", after))


def set_apart(figure: Figure, text: str, kind: str) -> str | None:
    """What sets those counted apart from others whom the same befell.

    "mutilated" (not merely hurt), "critical", "held" (still), "buried"; "asked" (by one asker).
    """
    before, after = around(figure, text)
    behind, ahead = NUMBER.split(after)[0], NUMBER.split(before)[-1]
    if (maimed := first(_MAIMED, figure.counted or "") or first(_MAIMED, behind)) is not None:
        return maimed
    if kind != "killed" and (_ASKED.search(ahead) or _ASKED.search(behind)):
        return "asked"
    if of := _WERE_OF.match(after):
        return of["who"]
    if kind == "killed" and ((figure.counted or "") in {"bodies", "victims"} or _BODIES_OF.search(ahead)):
        return first(_BODIES, behind)
    degrees = {"injured": _DEGREES, "detained": _DETAINED, "killed": CAUSES}.get(kind, ())
    return first(degrees, behind)
