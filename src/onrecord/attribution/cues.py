"""Reporting verbs: which words report speech, and which tell of procedure.

The model decides; these lists stand by it. Reporting verbs report whatever their subject is, and are used where the model is
silent. Procedural verbs are those that it takes for cues now and then and that give nobody words: votes, adoptions, openings,
what a meeting was about.
"""

from __future__ import annotations

import re
from typing import Literal

from onrecord.spans import Span

__all__ = ["before_that", "finite", "impersonal", "procedural", "reporting_verb", "reports_speech", "said_of_subject"]


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_REPORTING = _words(
    "say state tell add note stress emphasise emphasize underline underscore highlight argue claim assert maintain "
    "contend insist warn caution explain observe remark recall reiterate reaffirm affirm confirm announce declare "
    "reveal disclose allege acknowledge admit concede deny refute criticise criticize condemn denounce deplore "
    "decry lament regret welcome praise commend applaud congratulate appreciate urge demand recommend suggest "
    "propose pledge vow voice respond reply conclude submit stipulate complain opine hail "
)
# Verbs that report a saying where something is said, and much else besides: enough for one inside another's words.
_ALSO_REPORTING = _words(
    "believe think agree ask call report write cite find predict estimate publish recognise recognize promise appeal request "
    "express warn advise order instruct announce put point indicate conclude accuse blame question "
    "describe refer hear inform quote read shout exclaim whisper quip joke"
)
_PROCEDURAL = _words(
    "adopt approve hold discuss debate review focus title entitle introduce open close launch organise organize attend "
    "meet grant vote plan aim try prioritise prioritize champion seek pass illustrate continue provide establish sign "
    "convene host elect appoint promote want need long yearn design deliver exchange examine mark commemorate celebrate "
    "witness ratify accede react prohibit forbid ban outlaw convict sanction withdraw unseal "
)
_IRREGULAR = {
    "say": ("says", "said", "saying"),
    "tell": ("tells", "told", "telling"),
    "hold": ("holds", "held", "holding"),
    "meet": ("meets", "met", "meeting"),
    "seek": ("seeks", "sought", "seeking"),
    "submit": ("submits", "submitted", "submitting"),
    "regret": ("regrets", "regretted", "regretting"),
    "admit": ("admits", "admitted", "admitting"),
    "think": ("thinks", "thought", "thinking"),
    "write": ("writes", "wrote", "written", "writing"),
    "refer": ("refers", "referred", "referring"),
    "find": ("finds", "found", "finding", "findings"),
    "put": ("puts", "putting"),
    "hear": ("hears", "heard", "hearing"),
    "read": ("reads", "reading"),
    "quote": ("quotes", "quoted", "quoting"),
}


def _forms(verb: str) -> tuple[str, ...]:
    """The finite forms and the participle of a verb."""
    if verb in _IRREGULAR:
        return (verb, *_IRREGULAR[verb])
    if verb.endswith("e"):
        return (verb, f"{verb}s", f"{verb}d", f"{verb[:-1]}ing")
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return (verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing")
    plural = "es" if verb.endswith(("s", "sh", "ch", "x")) else "s"
    return (verb, f"{verb}{plural}", f"{verb}ed", f"{verb}ing")


_REPORTING_FORMS = frozenset(form for verb in _REPORTING for form in _forms(verb))
_SPEECH_FORMS = (
    _REPORTING_FORMS | {form for verb in _ALSO_REPORTING for form in _forms(verb)} | {"according", "allegedly", "reportedly"}
)
# Participles that report in the passive alone ("concerns were raised", "it is hoped").
_SAID_PASSIVELY = _words(
    "raised hoped feared believed felt considered regarded held seen known understood encouraged invited drawn made paid given"
)
_WITHOUT_SUBJECT = frozenset(("according", "allegedly", "reportedly", "reports", "citing"))
_GREETING_FORMS = frozenset(form for verb in ("welcome", "greet", "thank") for form in _forms(verb))
_CONSIDERING_FORMS, _DECLARING_FORMS, _CONTINUING_FORMS = (
    frozenset(_forms(verb)) for verb in ("consider", "declare", "continue")
)
_PROCEDURAL_FORMS = frozenset(form for verb in _PROCEDURAL for form in _forms(verb))
# Verbs that report what is said of a thing or a clause behind them, and little else.
_FINITE = _REPORTING | _words(
    "report write shout call ask appeal request estimate find predict promise agree instruct read assure inform remind notify "
    "advise"
)
# Verbs that report before "that" alone ("the survey shows that …").
_BEFORE_THAT = _words(
    "show shows showed shown hold holds held rule rules ruled provide provides provided guarantee guarantees guaranteed expect "
    "expects expected determine determines determined indicate indicates indicated believe believes believed reveal reveals"
)
_PAST = frozenset(form for verb in _FINITE for form in _forms(verb)[1:] if not form.endswith(("ing", "s")))
_PRESENT = frozenset(form for verb in _FINITE for form in _forms(verb)[:2]) - _PAST
_WORD = re.compile(r"[^\W\d_]+")
# Words of a cue that carry no meaning of their own.
_AUXILIARY = _words("is are was were be been being has have had having also then further again to will would did does do ")
# An overview, a welcome, a look at a subject: what somebody did, not what was said.
_PRESENTING = _words(
    "give gives gave given giving present presents presented presenting provide provides provided providing deliver"
)
_OVERVIEW = re.compile(
    r"(?:(?:an?|the|his|her|its|their)\s+)?(?:[\w-]+\s+){0,2}(?:overview|presentation|briefing|account|summary|introduction|update"
    r"|outline|picture|background|report)\b",
    re.IGNORECASE,
)
_ONLY_TOPIC = re.compile(
    r"(?:speaking|talking|referring|turning|touching|reflecting) (?:to|on|about|of|upon)|its presentation on"
    r"|(?:g[ai]v(?:e[sn]?|ing)|present(?:s|ed|ing)|provid(?:es|ed|ing)|offer(?:s|ed|ing)) an? (?:\w+ )?"
    r"(?:overview|introduction|presentation|outline|summary) (?:of|on|to)"
    r"|\w+ (?:its|their|the|an?) (?:\w+ ){0,2}(?:debates?|discussions?|considerations?|sessions?|meetings?)"
    r" (?:on|of|about)"
    r"|(?:(?:is|are|was|were|has been|have been) (?:\w+ )?)?(?:not (?:yet )?|un)known|(?:was|were) (?:\w+ )?read out",
    re.IGNORECASE,
)
# "gave no comment", "spoke at the hearing on the water law": no words of anybody's either.
_SILENT = re.compile(
    r"(?:g[ai]v|ma[dk]|offer|issu|provid)\w*\s+no\s+(?:\w+\s+)?(?:comments?|answer|reply|response|statement|details|reasons?)\b.*"
    r"|(?:declin|refus)\w*\s+to\s+(?:give|be)\s+(?:(?:(?:his|her|their|a)\s+)?(?:\w+\s+)?names?|(?:named|identified|quoted))\b.*"
    r"|(?:(?:did|does)\s+not\s+(?:want|wish)|ask(?:s|ed)?\s+not|prefer(?:s|red)\s+not|refuse[sd]?|decline[sd]?)\s+to\s+be"
    r"\s+(?:named|identified|quoted)\b.*"
    r"|(?:sp(?:eak|ok)|talk)\w*\s+(?:(?:at|in|to|before|during)\s.*\s)?(?:on|at)\s.*",
    re.IGNORECASE | re.DOTALL,
)
_GREETED = re.compile(
    r"(?:(?:the|all|our|his|her)\s+)?(?:distinguished\s+|committee\s+)?(?:experts|hosts|organi[sz]ers|participants|guests|delegates|delegations|attendees|audience|visitors"
    r"|members|speakers|everyone|everybody)\b",
    re.IGNORECASE,
)
_REPORT = re.compile(r"(?:the\s+)?(?:[\w’'-]+\s+){0,4}?(?:reports?|item|draft|agenda)\b", re.IGNORECASE)
_OPENED = re.compile(r"[^.;]{2,80}\b(?:open|opened|closed|adjourned|suspended)", re.IGNORECASE)
_THAT = re.compile(r"\s*,?\s*that\b", re.IGNORECASE)
# "Arrivals add to the burden" says nothing.
_ADDING, _TO = frozenset(_forms("add")), re.compile(r"\s+to\b")
_ON_TO = re.compile(r"\b(?:on|continued|proceeded|wanted|wished|like|liked|concluded|began|sought)\s+\Z", re.IGNORECASE)
# "was reported to have told", "was heard as saying".
_ITSELF_SAYS = re.compile(r"\b(?:to(?:\s+have)?|as)\s+\w+", re.IGNORECASE)


def reporting_verb(word: str) -> bool:
    """Whether `word` is a form of a verb that reports, whatever its subject."""
    return word.casefold() in _REPORTING_FORMS


def reports_speech(cue: str) -> bool:
    """Whether a word of `cue` reports a saying; wider than `reporting_verb`."""
    return any(word.casefold() in _SPEECH_FORMS for word in _WORD.findall(cue))


def finite(word: str) -> Literal["past", "present"] | None:
    """The tense in which `word` can report what stands behind it; None for participles and other words."""
    return "past" if word in _PAST else "present" if word in _PRESENT else None


def before_that(word: str) -> bool:
    """Whether `word` reports where "that" stands behind it, and seldom else."""
    return word in _BEFORE_THAT


def impersonal(cue: str) -> bool:
    """Whether a cue can stand without a source: a passive ("was stressed"), an adverb, a noun ("reports of")."""
    words = _WORD.findall(cue.casefold())
    plain = [word for word in words if word not in _AUXILIARY]
    if not plain:
        return False
    if _passive(words):
        return any(word in _SPEECH_FORMS or word in _SAID_PASSIVELY for word in plain)
    return plain[0] in _REPORTING_FORMS or plain[0] in _WITHOUT_SUBJECT


def said_of_subject(cue: str) -> bool:
    """Whether a cue says what others say of its subject ("has been called", "was accused of"): that is no source."""
    words = _WORD.findall(cue.casefold())
    heads = _heads(words)
    if not heads or not _passive(words) or _ITSELF_SAYS.search(cue):
        return False
    return heads[0] in _SPEECH_FORMS and heads[0] not in {"quoted", "cited"}


def _passive(words: list[str]) -> bool:
    """Whether something is done to the subject: "was accused", "is being urged", but not "is accusing"."""
    if not (words[0] in {"is", "are", "was", "were", "being", "be"} or "been" in words):
        return False
    heads = _heads(words)
    return "being" in words or not heads or not heads[0].endswith("ing")


def _heads(words: list[str]) -> list[str]:
    return [word for word in words if word not in _AUXILIARY and not word.endswith("ly")]


def _tells_of_meeting(text: str, cue: Span, content: Span, heads: list[str]) -> bool:
    """Overviews given, guests greeted, meetings declared open: steps of a meeting, and no words of anybody's."""
    said = content.of(text)
    told = " ".join(cue.of(text).split())
    if _ONLY_TOPIC.fullmatch(told) or _SILENT.fullmatch(text, cue.start, content.end):
        return True
    if heads[0] in _PRESENTING or heads[0] == "presentation":
        return bool(_OVERVIEW.match(said))
    if heads[0] in _GREETING_FORMS:
        return bool(_GREETED.fullmatch(said))
    if heads[0] in _CONSIDERING_FORMS or "consideration" in heads:
        return bool(_REPORT.match(said))
    return heads[0] in _DECLARING_FORMS and bool(_OPENED.fullmatch(said))


def procedural(text: str, cue: Span, content: Span) -> bool:
    """Whether a cue before `content` tells of procedure or purpose ("adopted", "to review") and gives nobody words."""
    words = [word.casefold() for word in _WORD.findall(cue.of(text))]
    heads = [word for word in words if word not in _AUXILIARY and (word in _SPEECH_FORMS or not word.endswith("ly"))]
    if not heads or (heads[0] in {"titled", "entitled"}):
        return True
    if heads[-1] in _ADDING and _TO.match(text, cue.end):
        return True
    if _THAT.match(text, cue.end) or text[content.start] in '“"‘«':
        return False
    if _tells_of_meeting(text, cue, content, heads):
        return True
    purpose = words[0] == "to" or text[: cue.start].endswith("to ")
    start = cue.start + 3 if words[0] == "to" else cue.start
    if purpose and not _ON_TO.search(text[max(0, start - 20) : start].removesuffix("to ")):
        return not any(word in _REPORTING_FORMS for word in heads)
    # "The visit was a theatre, she continued": behind what was said, going on is saying.
    return heads[0] in _PROCEDURAL_FORMS and not (content.start < cue.start and heads[0] in _CONTINUING_FORMS)
