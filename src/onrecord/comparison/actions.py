"""What can be demanded, and how a text says that it is demanded, was done, was not done, or was refused.

Only plain words count: "to release", "must be released", "the release of" demand; "were released" and "released the" tell
that it was done. "If they are released" tells nothing.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

__all__ = ["Action", "Asked", "asked"]

Told = Literal["done", "not done", "refused"]

# Name; noun; plain form; past; participle where it is another; whether what was demanded can be its subject ("they withdrew").
_TABLE: tuple[tuple[str, str, str, str, str, bool], ...] = (
    ("release", "release|liberation", "release|free|set free", "released|freed|set free", "", False),
    ("withdraw", "withdrawal|pull-?out", "withdraw|pull out", "withdrew|pulled out", "withdrawn|pulled out", True),
    ("investigate", "investigation|inquiry|enquiry|probe", "investigate", "investigated", "", False),
    ("return", "return(?= of\\b| to\\b)", "return", "returned", "", True),
    ("resign", "resignation", "resign|step down|quit", "resigned|stepped down|quit", "(?!)", True),
    ("dismiss", "dismissal|sacking", "dismiss|sack", "dismissed|sacked", "", False),
    ("implement", "implementation", "implement|carry out", "implemented|carried out", "", False),
    ("open", "(?:re)?opening", "(?:re)?open", "(?:re)?opened", "", True),
    ("recognise", "recognition", "recogni[sz]e", "recogni[sz]ed", "", False),
    ("condemn", "condemnation", "condemn", "condemned", "", False),
    ("prosecute", "prosecution|punishment", "prosecute|punish", "prosecuted|punished", "", False),
    ("bring to justice", "(?!)", "bring(?: [\\w-]+){1,6}? to justice", "brought(?: [\\w-]+){0,6}? to justice", "", False),
    ("publish", "publication", "publish|make public|disclose", "published|made public|disclosed", "", False),
    ("ratify", "ratification", "ratify", "ratified", "", False),
    ("sign", "signing|signature", "sign", "signed", "", False),
    ("apologise", "apology", "apologi[sz]e", "apologi[sz]ed", "(?!)", True),
    ("compensate", "compensation|reparations", "compensate", "compensated", "", False),
    ("hand over", "extradition|handover", "extradite|hand over", "extradited|handed over", "", False),
    ("lift", "lifting|repeal", "lift|repeal", "lifted|repealed", "", False),
    ("stop", "(?:end|halt|stop)(?= to\\b)|cease-?fire", "stop|end|halt|cease", "stopped|ended|halted|ceased", "", True),
    ("suspend", "suspension", "suspend", "suspended", "", False),
    ("evacuate", "evacuation", "evacuate", "evacuated", "", False),
    ("rebuild", "rebuilding|reconstruction", "rebuild|reconstruct", "rebuilt|reconstructed", "", False),
    ("admit", "access(?= to\\b| for\\b)|admission", "admit|let in|grant", "admitted|let in|granted", "", False),
)
_ADVERB = r"(?:\w+ly |also |now |at last |at once |since |ever |all |both |then ){0,2}"
_BEFORE_PLAIN = r"(?:^\W*|\b(?:to|must|should|shall|and|or) |(?:[A-Z][\w’'-]+) )"
_NOT = r"(?:not|never)(?: yet)?"
_BE = r"(?:was|were|been|is|are)"
_BE_NOT = r"(?:was|were|is|are|has|have|had)(?:n['’]t| not| never)(?: yet)?(?: been)?"
_OBJECT = r"(?= (?:the|all|its|his|her|their|our|a|an|both|some|most|many|every|those|these|\d|two|three|four|five|six|[A-Z]))"
_END = r"(?= (?:from|to|home|on|in|at|after|today|yesterday|last|this|over)\b|[.,;”\"])"
_REFUSED = (
    r"(?:refus(?:ed|es|ing) to|declin(?:ed|es|ing) to|will not|would not|won['’]t|wouldn['’]t|rul(?:ed|es) out|reject(?:ed|s))"
)
# A clause with one of these tells of no deed.
_UNREAL = re.compile(
    r"\b(?:if|unless|until|whether|before|would|should|could|might|may|must|den(?:y|ies|ied)|calls?|called|urged?|demands?|demanded)\b",
    re.IGNORECASE,
)
_DUTY = re.compile(r"\b(?:must|should|ought to|has to|have to)(?: \w+ly| also| now| all| at last)*\s*\Z", re.IGNORECASE)
_CLAUSE = re.compile(r"[,;:—–]")


# What each does for itself: that another did it is no answer to whoever was asked.
_OWN = frozenset({"recognise", "condemn", "ratify", "sign", "apologise"})


@dataclass(frozen=True, slots=True)
class Action:
    """Something that can be demanded, with the forms in which a text has it."""

    name: str
    wanted: re.Pattern[str]
    done: re.Pattern[str]
    undone: re.Pattern[str]
    refused: re.Pattern[str]

    @property
    def own(self) -> bool:
        """Whether only the one of whom it is demanded can do it."""
        return self.name in _OWN

    def told(self, sentence: str) -> Told | None:
        """What a sentence says became of it; None where it says nothing, or not plainly."""
        if self.refused.search(sentence):
            return "refused"
        if (match := self.undone.search(sentence)) and not _unreal(sentence, match.start()):
            return "not done"
        if (match := self.done.search(sentence)) and not _unreal(sentence, match.start()):
            return "done"
        return None


@dataclass(frozen=True, slots=True)
class Asked:
    """An action that words demand, and the words that say of whom or what. `duty`: they say that it must be done."""

    action: Action
    words: str
    duty: bool


def _unreal(sentence: str, start: int) -> bool:
    return bool(_UNREAL.search(_CLAUSE.split(sentence[:start])[-1]))


def _action(name: str, noun: str, plain: str, past: str, participle: str, *, moves: bool) -> Action:
    participle = participle or past
    passive = rf"\b{_BE} {_ADVERB}(?:{participle})\b"
    active = rf"\b{_ADVERB}(?:{past})\b(?:{_OBJECT}{'|' + _END if moves else ''})"
    negated = rf"\b{_BE_NOT} {_ADVERB}(?:{participle}|{past})\b|\b(?:did|does|do)(?:n['’]t| not) {_ADVERB}(?:{plain})\b"
    nobody = r"\b(?i:none|no|not one|nobody)\b[^,.;]{0,60}?"
    none = rf"{nobody} (?:{_BE} {_ADVERB}(?:{participle})|{_ADVERB}(?:{past}))\b|\bnever {_ADVERB}(?:{past})\b"
    refused = rf"\b{_REFUSED} (?:[\w’'-]+ ){{0,6}}?(?:be )?(?:{noun}|{plain}|{participle})\b"
    wanted = (
        rf"(?P<plain>{_BEFORE_PLAIN}{_ADVERB}(?P<verb>{plain})\b)"
        rf"|(?P<passive>\bbe {_ADVERB}(?:{participle})\b)"
        rf"|(?P<noun>\b(?:{noun})\b)"
    )
    return Action(name, *(re.compile(pattern) for pattern in (wanted, f"{passive}|{active}", f"{negated}|{none}", refused)))


@functools.cache
def _actions() -> tuple[Action, ...]:
    return tuple(_action(*row[:5], moves=row[5]) for row in _TABLE)


def asked(words: str) -> Iterator[Asked]:
    """The actions that the words of a demand name, each with the words for what it is to be done to."""
    found = sorted(
        ((match, action) for action in _actions() for match in action.wanted.finditer(words)),
        key=lambda entry: (_start(entry[0]), -entry[0].end()),
    )
    at = 0
    for number, (match, action) in enumerate(found):
        start = _start(match)
        if start < at:
            continue
        following = next((_start(other) for other, _ in found[number + 1 :] if _start(other) >= match.end()), len(words))
        before, after = words[at:start], words[match.end() : following]
        at = match.end()
        what = before if match["passive"] or not after.strip(" .,”\"'!") else after
        yield Asked(action, what, bool(_DUTY.search(words[:start])))


def _start(match: re.Match[str]) -> int:
    """Where the action itself begins."""
    return match.start("verb") if match["plain"] else match.start()
