"""Signs by which a sentence with no cue shows whether it carries on a speaker's report or is the writer's own telling.

Each sign is a number between -1 and 1. None names a country, people or person: capitals are read by their place alone.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from onrecord.names.lexicon import is_body
from onrecord.names.likeness import fold
from onrecord.names.words import is_capital, words
from onrecord.spans import Span
from onrecord.speakers.cast import Party
from onrecord.speakers.setting import Setting

__all__ = ["NAMES", "Place", "is_procedure", "shift", "signs", "tells_of_another"]

_PAST = re.compile(r"\b(?:was|were|had|did|would|could|might|wasn't|weren't|hadn't|didn't|wouldn't|couldn't)\b", re.IGNORECASE)
_PRESENT = re.compile(
    r"\b(?:is|are|has|have|does|do|will|can|may|isn't|aren't|hasn't|haven't|doesn't|don't|won't|can't)\b", re.IGNORECASE
)
_ED = re.compile(r"\b[a-z]{3,}ed\b")
_MUST = re.compile(
    r"\b(?:should|must|ought|need(?:s|ed)? to|ha(?:s|ve|d) to|cannot|could not|can not|needs?|required|requires|"
    r"essential|crucial|vital|"
    r"imperative|necessary|important|critical|urgent)\b",
    re.IGNORECASE,
)
_WE = re.compile(r"\b(?:we|our|us|ourselves|I|my|let us)\b")
_LINK = re.compile(
    r"(?:However|Moreover|Furthermore|Also|Similarly|In addition|Additionally|Nevertheless|Therefore|Thus|Hence|Indeed|"
    r"Still|Yet|But|"
    r"Instead|Unfortunately|Finally|Meanwhile|Despite|While|Though|Although|For (?:that|this) reason|As (?:such|"
    r"a result)|In (?:that|this) "
    r"(?:regard|context|respect|connection)|To that end|At the same time|On the other hand|For (?:example|instance)|"
    r"In particular|"
    r"More importantly|Likewise|Consequently|Accordingly|This|That|These|Those|Such|It|Today|There|If|Unless|In order|"
    r"Even|Only|Too)\b"
)
_OCCASION = re.compile(
    r"\b(?:attended|participat\w+|was held|were held|held (?:a|an|in|on|at)|organi[sz]ed|co-organi[sz]ed|hosted|chaired|"
    r"moderated|"
    r"took place|adjourned|convened|concluded|inaugurated|delivered|introduced|followed by|opened (?:the|with)|"
    r"closed (?:the|with)|"
    r"the (?:meeting|session|event|seminar|ceremony|conference|workshop|debate|discussion|panel|forum|"
    r"round ?table) (?:was|ended|began|"
    r"opened|closed|included|brought|provided|focused|also|will|heard|then)|will (?:next )?(?:meet|reconvene)|(?:then|"
    r"also) heard|heard (?:a|an|the|from|statements?|presentations?)|vote of|adopted|"
    r"took (?:the floor|part|action)|also spoke|were present|the (?:guests?|speakers?|participants?|panell?ists?|"
    r"audience|attendees) (?:was|were|included?)|in attendance|on the sidelines|press release|for more information|"
    r"please contact|click here|read more|launched|signed|visited|arrived|met with)\b",
    re.IGNORECASE,
)
# What only the writer tells: how the meeting went on.
_PROCEDURE = re.compile(
    r"(?:(?:In the afternoon|At the outset|Finally|Next|Then|Earlier|Later|Also),? )?(?:The|A|An) (?:[\w’'-]+ ){0,5}?"
    r"(?:meeting|session|debate|seminar|conference|workshop|event|ceremony|committee|council|assembly|commission|forum|"
    r"panel|plenary|house)"
    r"(?: of [\w’' -]{2,60}?)? (?:then |also |next |will |was then |was |were )*"
    r"(?:heard|hear|adjourned|adjourn|ended|end|rose|concluded with|opened|began|started at|closed|reconvened?|resumed?|"
    r"took up|turned to|"
    r"held|elected|moved (?:on )?to|proceeded|attended|followed by|preceded by|chaired|moderated)\b|"
    r"(?:Also|Others?) (?:speaking|participating|present|intervening|(?:delivering|making) (?:a |an )?statements?|taking the "
    r"floor|addressing)\b[^.]{0,80}? (?:was|were)\b|"
    r"(?:The |Other |Also present |Among the )?(?:guests?|speakers|participants|panell?ists|attendees|audience) (?:was|"
    r"were|included?)\b|"
    r".{0,160}\b(?:was|were) (?:also )?(?:the |an? )?(?:[\w-]+ ){0,2}?(?:[Cc]hief [Gg]uests?|[Gg]uests? of [Hh]onou?r|"
    r"[Kk]eynote [Ss]peakers?|[Mm]oderators?|[Dd]iscussants?|[Rr]apporteurs?|[Mm]aster of [Cc]eremonies)\b|"
    r".{0,120}\b(?:took the floor|also (?:spoke|addressed|participated|made statements?|delivered)|delivered (?:a |the )?"
    r"(?:statements?|votes? of thanks|remarks|welcome|keynote|opening)|were (?:also )?(?:present|in attendance)|"
    r"was (?:also )?attended by|"
    r"next meet)\b|"
    r".{0,80}?\b(?<!had )(?<!have )(?<!has )(?:gave|presented|delivered) an? (?:[\w-]+ ){0,2}?(?:overview|presentation|"
    r"introduction|keynote|lecture)\b|"
    r"(?:When )?(?:asked|questioned|pressed)\b[^,.;:]{3,120}, (?:he|she|they|[A-Z][\w’'-]+) [a-z]+|"
    r"(?:He|She|It|They) (?:did|would) not (?:say|name|specify|elaborate|identify|explain)\b|"
    r".{0,120}\b(?:could not (?:immediately |at once )?be reached|(?:did not|didn't) (?:immediately )?(?:respond|reply|return)|"
    r"(?:was|were) not (?:immediately )?(?:available|reachable))\b|"
    r".{0,160}\b(?:was|were) (?:then |thus |thereby )?(?:adopted|rejected|approved|carried|defeated|passed|retained|deleted)"
    r"(?:, as [\w ]{3,30},| as [\w ]{3,20})? (?:by (?:an? )?(?:recorded |roll-call |separate )?(?:vote|\d+ votes|\d+ to)|"
    r"without a vote|by consensus|by acclamation)|"
    r"By (?:an? )?(?:recorded |roll-call |separate )?vote of \d|"
    r"(?:The|A|An) (?:[\w’'-]+ ){0,4}?(?:committee|council|assembly|commission|panel|house) (?:then|next) "
    r"(?:adopted|approved|rejected|decided|voted)\b|"
    r"The (?:[a-z]+ )?(?:statement|report|release|communiqué|announcement|letter|reply) "
    r"(?:did not (?:say|give|name|specify|mention)|"
    r"(?:gave|offered|provided|contained|cited|named|mentioned) no)\b",
    re.IGNORECASE,
)
_ANOTHER = re.compile(
    r"(?:[^,]{1,80}, )?[Tt]he ((?:representatives?|delegates?|delegations?|spokes\w+|ambassador|minister) (?:of|from|"
    r"for) (?:the )?[\w’'-]+)"
)
# "Several delegates paid tribute to the nurses".
_SEVERAL = re.compile(
    r"(?:Several|Many|Some|Most|Other|Two|Three|Four|Five|A (?:number|majority) of)\s+(?:\w+\s+)?"
    r"(?:delegates|delegations|speakers|representatives|panell?ists)\b"
)
_WHEN = re.compile(
    r"\b(?:\d{1,2} )?(?:January|February|March|April|May|June|July|August|September|October|November|"
    r"December)\b(?: \d{1,2})?|"
    r"\b(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|yesterday|last (?:week|month|year|night)|"
    r"this (?:morning|afternoon))\b"
)
_JUDGES = re.compile(
    r"\b(?:unfortunately|unacceptable|regrettabl\w+|serious\w*|grave\w*|great\w*|only|never|always|clear\w*|fair\w*|"
    r"unjust|justice|must|"
    r"challenge\w*|importan\w+|need\w*|effort\w*|support\w*|rights?|better|best|worst|worse|too|very|more|still|"
    r"remain\w*|continu\w+|"
    r"fail\w*|lack\w*|commit\w+|ensur\w+|play\w* an? \w* ?role)\b",
    re.IGNORECASE,
)
_HE = re.compile(r"(?:He|She)\b")
_IT = re.compile(r"(?:It|There) (?:was|is|were|are|had|has|would|will|should|must|remained|seemed|could)\b")
_DIGIT = re.compile(r"\d")
_QUOTED = re.compile(r"[“‘\"«]")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sentence stands as to the speech around it.

    `since`: sentences without speech since the last one with; `apart`: blocks since then; `first`: it opens its block;
    `kind`: how the last one stood (a kind of statement); `run`: how many continued sentences stand between the last cue and it;
    `next_same`, `next_other`: the next sentence with speech in the block is by the same speaker (or may be), or by another;
    `share`: share of the document's sentences that hold speech; `direct`: share of direct and mixed ones among those;
    `coverage`: the document gives the floor as "NAME (State)"; `shift`: tense of what is reported in this document;
    `hosts`: the sentence has words of a body, document or group in it; `by_person`: the last speaker is a person, a
    delegation, or whoever most of the report is about; `after_heading`: the last speech was a headline.
    """

    since: int
    apart: int
    first: bool
    kind: str
    run: int
    next_same: bool
    next_other: bool
    share: float
    direct: float
    coverage: bool
    shift: float
    hosts: bool = False
    by_person: bool = True
    after_heading: bool = False


NAMES: tuple[str, ...] = (
    "bias", "same block", "right after speech", "right after a continued one", "sentences since", "blocks apart",
    "opens a block", "next is the same speaker", "next is another", "share of speech", "share of quotations", "coverage",
    "last was direct", "last was mixed", "past", "present", "tense agrees", "past verb", "must", "we", "question", "link",
    "occasion", "date", "judges", "he", "it is", "digits", "short", "long", "scare quotes", "names another person",
    "subject is the speaker's State", "body first", "no stop", "run", "coverage and same block", "share and same block",
    "quotations and block", "hosts", "hosts and next is the same", "hosts and share",
    "by a person", "after a headline", "by a person and same block", "names the speaker",
)  # fmt: skip


def shift(text: str) -> float:
    """From -1 (present) to 1 (past): the tense of the auxiliaries in a text, 0 where there are none."""
    past, present = len(_PAST.findall(text)), len(_PRESENT.findall(text))
    return (past - present) / (past + present) if past + present else 0.0


def signs(setting: Setting, sentence: Span, place: Place, speaker: Party, people: list[tuple[Span, Party]]) -> list[float]:
    """The signs of one sentence, in the order of `NAMES`; `people` are the persons named in it."""
    text = sentence.of(setting.text)
    tense, same = shift(text), place.apart == 0
    found = words(text)
    others = [span for span, party in people if party is not speaker and party.certain]
    opening = [span for span in others if span.start - sentence.start < 30]
    return [
        1.0,
        float(same),
        float(place.since == 0 and place.kind != "continued"),
        float(place.since == 0 and place.kind == "continued"),
        min(place.since, 5) / 5,
        min(place.apart, 4) / 4,
        float(place.first),
        float(place.next_same),
        float(place.next_other),
        place.share,
        place.direct,
        float(place.coverage),
        float(place.kind == "direct"),
        float(place.kind == "mixed"),
        max(tense, 0.0),
        max(-tense, 0.0),
        tense * place.shift,
        float(bool(_ED.search(text)) and tense == 0.0),
        float(bool(_MUST.search(text))),
        float(bool(_WE.search(text))),
        float(text.rstrip('"”’').endswith("?")),
        float(bool(_LINK.match(text))),
        min(len(_OCCASION.findall(text)), 2) / 2,
        min(len(_WHEN.findall(text)), 2) / 2,
        min(len(_JUDGES.findall(text)), 4) / 4,
        float(bool(_HE.match(text))),
        float(bool(_IT.match(text))),
        float(bool(_DIGIT.search(text))),
        float(len(found) < 7),
        min(len(found), 60) / 60,
        float(bool(_QUOTED.search(text))),
        float(bool(opening)),
        float(_of_state(text, speaker)),
        float(_body_first(text)),
        float(text[-1:] not in '.!?"”’)'),
        math.log1p(place.run) / 3,
        float(place.coverage and same),
        place.share * same,
        place.direct * (not same),
        float(place.hosts),
        float(place.hosts and place.next_same),
        place.share * place.hosts,
        float(place.by_person),
        float(place.after_heading),
        float(place.by_person and same),
        float(_names(setting.text, sentence, speaker, people)),
    ]


def is_procedure(text: str) -> bool:
    """Whether a sentence tells how a meeting went ("The Committee then heard …"), which is nobody's speech."""
    return bool(_PROCEDURE.match(text) or _SEVERAL.match(text))


def tells_of_another(text: str, speaker: Party) -> bool:
    """Whether the sentence's subject is somebody else's office ("the representative of Velmora gave …")."""
    subject = _ANOTHER.match(text)
    return subject is not None and fold(subject[1]) not in fold(speaker.name)


def _names(text: str, sentence: Span, speaker: Party, people: list[tuple[Span, Party]]) -> bool:
    """Whether the sentence names the speaker, by name or by office: who reports a speech says "he", who tells names."""
    if any(party is speaker for _, party in people):
        return True
    opening = [word.folded for word in words(text, sentence.start, min(sentence.end, sentence.start + 60))[:4]]
    heads = {word for role in speaker.roles for word in fold(role.title).split()[-1:]}
    return opening[:1] == ["the"] and any(word in heads for word in opening[1:])


def _of_state(text: str, speaker: Party) -> bool:
    return bool(speaker.bracket) and fold(text).startswith(fold(speaker.bracket or ""))


def _body_first(text: str) -> bool:
    """Whether a body in capitals is the subject ("The Harbour Board was founded …")."""
    found = words(text)[:6]
    return any(is_capital(word.text) and is_body(word.folded) and word.folded != "states" for word in found[1:])
