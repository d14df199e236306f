"""Sayings that stand inside somebody's words, told by their form alone.

"The Council had warned that …", "she said: “…”", "according to the audit", "Ardania's call for …", "reportedly": these report
a saying whatever stands around them, where the model, which reads what was said on its own, is often silent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from onrecord.attribution.attribution import Attribution
from onrecord.attribution.cues import finite, reporting_verb
from onrecord.attribution.doers import doer_before, doer_behind, owner_before, supposed
from onrecord.attribution.drafting import kind_of
from onrecord.attribution.edges import content_edges
from onrecord.attribution.negation import denied
from onrecord.attribution.passives import in_passive
from onrecord.attribution.structure import Structure
from onrecord.spans import Span

__all__ = ["authority", "cited", "hearsay", "without_verdict"]

_CONFIDENCE = 0.6
_FEWEST = 3
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_HAD = re.compile(r"\b(?:has|have|had)\s+(?:(?:also|already|since|once|always|just|long|recently|again|\w+ly)\s+)*\Z")
_ADVERB = re.compile(r"\b(?:also|then|further|again|later|once|earlier|\w+ly)\s+\Z")
_TO_SAY = re.compile(r"\b(?:went on|goes on|continued|proceeded) to\s+\Z")
_MODAL = re.compile(r"\b(?:would|could|should|might|may|must|can|will|shall|to|not|never)\s+\Z")
# Behind the verb: perhaps a hearer, then "that"; a quotation; what is asked for; or the thing itself.
_CLAUSE = re.compile(
    r"(?:\s+(?:in|on|at|during|last|this|earlier|yesterday|today|again)\b[^,;.]{0,40}?)?,?\s+that\s+|\s+(?=(?:I|we|he|she|they|it|there)\s+[a-z]+\b)"
)
_HEARER = re.compile(r"(?:\s+[\w’'.-]+){1,7}?\s+that\s+")
_HEARS = frozenset("told tells informed informs reminded assured warned notified advised".split())
_QUOTE = re.compile(r"(?:\s+that)?\s*[:,]?\s*(?=[“\"‘«])")
_RULED = re.compile(r"\s+(?:for|on|upon|of|about|against)\s+(?=\S)")
_RULES = frozenset("called calls call appealed appeals appeal asked asks warned warns warn complained".split())
_THING = re.compile(r"\s+(?=(?:the|an?|all|any|both|this|these|those|its|his|her|their|to|[A-Z]\w+|\d+)\b)")
_OBJECTS = frozenset(
    "condemned denounced deplored urged demanded recommended criticised criticized reaffirmed pledged promised requested "
    "reiterated".split()
)
_OF_OURS = frozenset("said told announced warned declared promised pledged stated wrote asked".split())
_OWN = re.compile(
    r"(?:his|her|their|its|our|my)\s+(?:\w+\s+)?(?:country|delegation|government|office|agency|group|people)\b", re.IGNORECASE
)

# "a resolution whereby they condemned the shelling": the act is theirs, whoever speaks.
_BY_WHICH = re.compile(r"\b(?:whereby|(?:in|by|through|with) which)\s+\Z")

_ACCORDING = re.compile(
    r"\b(?P<cue>[Aa]ccording to(?:\s+(?:the\s+)?(?:latest\s+)?(?:information|data|figures|estimates)"
    r"(?:\s+(?:presented|provided|published|released|submitted|compiled|given|gathered|issued))?\s+(?:by|from))?"
    r"|[Ii]n the words of)\s+(?=\S)"
)
_QUOTED = re.compile(r"\b(?:quot|cit)(?:ed|es|e|ing)\s+")
_AS_SAYING = re.compile(r"\s+as\s+(?P<cue>saying|stating|warning|telling \w+|calling for)\b(?:\s+that\b)?\s*,?\s*")
_NOUN = (
    r"(?:calls?|appeals?|requests?|proposals?|demands?|warnings?|claims?|allegations?|recommendations?|pleas?|assertions?|"
    r"findings?|statements?)"
)
_VIEW = (
    r"(?:concerns?|fears?|views?|beliefs?|opinions?|positions?|arguments?|accusations?|complaints?|suggestions?|conclusions?|"
    r"promises?|pledges?|assurances?|doubts?|hopes?)"
)
_OWNED = re.compile(
    rf"[’']s?\s+(?:[a-z-]+\s+){{0,2}}?(?P<cue>{_NOUN}(?:\s+(?:for|of|on|about))?|{_VIEW}(?=\s+that\s))\s+(?:that\s+)?(?=\S)"
)
_MADE_BY = re.compile(
    rf"\b(?P<cue>(?:{_NOUN}(?:\s+(?:made|issued))?|{_VIEW}\s+(?:voiced|expressed|raised|held|given|made|put forward|shared)))"
    r"\s+(?:by|from)\s+(?=\S)"
)
# "As the auditor has noted, …", "…, as the auditor noted in May, …"
_AS_SAID = re.compile(
    r"\b[Aa]s\s+(?P<source>(?:(?!\bas\b)[^,;:.“”\"]){2,70}?)\s+(?P<cue>(?:(?:has|have|had)\s+)?(?:(?:also|already|itself|\w+ly)\s+)?"
    r"(?P<verb>[a-z]+)(?P<out>\s+out)?)(?:\s+(?:in|on|at|last|earlier|yesterday|today)\b[^,;]{0,40})?(?=,|\.?\Z)"
)
_LEADS = re.compile(r"\s+(?:for|that|on)\s+|\s+(?=to\s)")
_CITING_FIRST = re.compile(r"(?P<cue>Citing|Quoting)\s+(?=\S)")
_CITING_LAST = re.compile(r",?\s+(?P<cue>citing|quoting)\s+(?=\S)")
_HEARSAY = re.compile(r"\b(?P<cue>reportedly|allegedly|purportedly)\b")
# "There were reports of shots", but not "the periodic reports of Ardania".
_REPORTS = re.compile(
    r"\b(?:were|are|been|receiv\w+|heard|had|have|some|several|numerous|many|more|with|by|about|amid|recent|unconfirmed|credible|"
    r"alarming|disturbing)\s+(?P<cue>(?:reports|allegations|rumou?rs) (?:of|that))\s+(?=[a-z])"
)
_ITSELF = re.compile(r"\b[Ii]t\s+(?P<cue>(?:was|is|has been|had been)\s+(?:also\s+|\w+ly\s+)?(?P<verb>\w+))\s+that\s+")
# Where a noun phrase that says what is asked for ends at the latest.
_PHRASE_END = re.compile(
    r"[,;]|\s[–—-]\s|\s(?:is|are|was|were|has|have|had|should|would|must|will|can|could|may|might|but|because|while|which|who)\s"
)
# A claim ends where the sentence goes on to judge it: "the claim that the wells were clean | was false".
_JUDGED = (
    r"\s(?:is|are|was|were|has|have|had|remains?|proved)\s(?:(?:been|not|never|to be|simply|also|\w+ly)\s)*"
    r"(?:false|untrue|true|wrong|unfounded|baseless|groundless|justified|unjustified|mistaken|misleading|absurd|refuted|rejected|dismissed|denied|broken|"
    r"kept|disproved|disproven|contradicted|confirmed|ignored|heeded|withdrawn|contested|shared|echoed|a\slie)\b"
)
_CLAUSE_END = re.compile(rf"[,;]|\sand\s(?:his|her|its|their|that|the)\s|{_JUDGED}")
_NOUN_CUE = re.compile(rf"\b(?:{_NOUN}|{_VIEW})\b")
_VERDICT = re.compile(_JUDGED)
_CLAUSE_START = re.compile(r"[,;:]\s+|\b(?:that|and|but)\s+")


def cited(structure: Structure, piece: Span, *, direct: bool) -> list[Attribution]:
    """What somebody is said to have said inside `piece`; `direct`: the piece stands word for word."""
    found: list[Attribution] = []
    first, last = structure.sentence(piece.start), structure.sentence(piece.end - 1)
    for sentence in structure.sentences[first : last + 1]:
        start, end = max(piece.start, sentence.start), min(piece.end, sentence.end)
        bound = Span(start, max(start, end))
        told = _told(structure, bound, piece, direct=direct)
        passives = (_item(structure, one.source, one.cue, one.content, piece) for one in in_passive(structure, bound))
        forms = (form(structure, bound) for form in (_according, _as_saying, _as_said))
        for item in chain(told, *forms, passives, _asked_for(structure, bound), _nobodys(structure, bound)):
            if _stands(structure, bound, item):
                found.append(item)
    return found


def without_verdict(text: str, item: Attribution) -> Attribution:
    """The item without what its sentence says of it: "the claim that the wells were clean | was false"."""
    if not item.cue or not item.content or not _NOUN_CUE.search(item.cue.of(text)):
        return item
    *pieces, last = item.content
    verdict = _VERDICT.search(text, last.start, last.end)
    return replace(item, content=(*pieces, Span(last.start, verdict.start()))) if verdict else item


def authority(structure: Structure, item: Attribution) -> Attribution | None:
    """What the speaker of `item` cites for the same words: "Citing ministry figures, he said …", "…, quoting the audit"."""
    if not item.cue or not item.content:
        return None
    text, sentence = structure.text, structure.sentences[structure.sentence(item.cue.start)]
    begins = min(part.start for part in (item.source, item.cue, *item.content) if part)
    last = max(item.cue.end, item.content[-1].end)
    match = _CITING_FIRST.match(text, sentence.start, sentence.end) or _CITING_LAST.match(text, last, sentence.end)
    source = doer_behind(text, Span(match.end(), sentence.end)) if match else None
    if not match or not source or not (source.end <= begins or match.start() >= last):
        return None
    return Attribution(source, Span(*match.span("cue")), item.content, item.kind, confidence=_CONFIDENCE)


def _stands(structure: Structure, bound: Span, item: Attribution) -> bool:
    if not item.cue or sum(len(_WORD.findall(piece.of(structure.text))) for piece in item.content) < _FEWEST:
        return False
    if denied(structure.text, bound, item.source, item.cue):
        return False
    return not supposed(structure.text, (item.source or item.cue).start, bound.start)


def _item(structure: Structure, source: Span | None, cue: Span, content: Span, piece: Span) -> Attribution:
    edges = content_edges(structure, Span(content.start, min(content.end, piece.end)))
    pieces = (edges,) if edges else ()
    return Attribution(source, cue, pieces, kind_of(structure, pieces, within=piece), confidence=_CONFIDENCE)


def _told(structure: Structure, bound: Span, piece: Span, *, direct: bool) -> Iterator[Attribution]:
    """A verb that reports, with who says it before it and what is said behind it."""
    text = structure.text
    for match in _WORD.finditer(text, bound.start, bound.end):
        verb = Span(match.start(), match.end())
        tense = finite(match[0]) if match[0].islower() else None
        content = _content_behind(structure, verb, bound, piece) if tense else None
        if tense is None or content is None:
            continue
        had = _HAD.search(text, bound.start, verb.start) if tense == "past" else None
        lead = had or _TO_SAY.search(text, bound.start, verb.start) or _ADVERB.search(text, bound.start, verb.start)
        start = lead.start() if lead else verb.start
        if _MODAL.search(text, bound.start, start):
            continue
        source = doer_before(text, Span(bound.start, start))
        if source and source.of(text).endswith(("’s", "'s", "s’", "s'")):
            continue  # "the minister's promise": a noun, and no verb
        ruled = _RULED.match(text, verb.end, bound.end) if match[0] in _RULES else None
        clear = not ruled and not _THING.fullmatch(text, verb.end, content.start)
        by_which = bool(source and _BY_WHICH.search(text, bound.start, source.start))
        if source and (by_which or _may_say(source.of(text), match[0], direct=direct, perfect=bool(had), clear=clear)):
            cue = verb if lead and lead.re is _ADVERB else Span(start, verb.end)
            cue = Span(cue.start, ruled.start() + len(ruled[0].rstrip())) if ruled else cue
            yield _item(structure, source, cue, content, piece)


def _content_behind(structure: Structure, verb: Span, bound: Span, piece: Span) -> Span | None:
    text, word = structure.text, verb.of(structure.text)
    # A quotation may be a paragraph of its own, where a colon announces it.
    if quote := _QUOTE.match(text, verb.end, piece.end if text[verb.end : verb.end + 1] == ":" else bound.end):
        opened = structure.opened_at(quote.end())
        return Span(quote.end(), min(piece.end, opened.span.end)) if opened else None
    clause = _CLAUSE.match(text, verb.end, bound.end) or (_HEARER.match(text, verb.end, bound.end) if word in _HEARS else None)
    if clause:
        return Span(clause.end(), bound.end)
    if finite(word) != "past":
        return None
    ruled = _RULED.match(text, verb.end, bound.end) if word in _RULES else None
    thing = ruled or (_THING.match(text, verb.end, bound.end) if word in _OBJECTS else None)
    return Span(thing.end(), bound.end) if thing else None


def _may_say(source: str, verb: str, *, direct: bool, perfect: bool, clear: bool) -> bool:
    """Whether the saying is another one than that around it: somebody else's, or the speaker's own of before."""
    word = source.casefold()
    if word in {"i", "we"}:
        return direct and clear and verb in _OF_OURS
    if _OWN.match(source):
        return perfect and clear
    if word in {"he", "she", "they", "it"}:
        return perfect or (direct and clear)
    return perfect or clear or reporting_verb(verb) or direct


def _according(structure: Structure, bound: Span) -> Iterator[Attribution]:
    text = structure.text
    for match in _ACCORDING.finditer(text, bound.start, bound.end):
        source = doer_behind(text, Span(match.end(), bound.end))
        if source is None:
            continue
        fronts = list(_CLAUSE_START.finditer(text, bound.start, match.start()))
        opens = max((front.end() for front in fronts if not text[front.end() : match.start()].strip()), default=bound.start)
        cue = Span(*match.span("cue"))
        if not text[opens : match.start()].strip() and text[source.end : source.end + 1] == ",":
            yield _item(structure, source, cue, Span(source.end + 1, bound.end), bound)
        elif text[bound.start : match.start()].strip():
            starts = [front.end() for front in fronts if text[front.end() : match.start()].strip(" ,")]
            yield _item(structure, source, cue, Span(max(starts, default=bound.start), match.start()), bound)


def _as_saying(structure: Structure, bound: Span) -> Iterator[Attribution]:
    """ "quoted the mayor as saying that …" """
    for match in _AS_SAYING.finditer(structure.text, bound.start, bound.end):
        before = Span(bound.start, match.start())
        quoted = _QUOTED.search(structure.text, before.start, before.end)
        source = doer_before(structure.text, Span(quoted.end() if quoted else before.start, before.end))
        if source and (quoted or source.start == bound.start):
            yield _item(structure, source, Span(*match.span("cue")), Span(match.end(), bound.end), bound)


def _as_said(structure: Structure, bound: Span) -> Iterator[Attribution]:
    """ "As the auditor has noted, …": the words on both sides of it are hers."""
    text = structure.text
    for match in _AS_SAID.finditer(text, bound.start, bound.end):
        source = doer_before(text, Span(*match.span("source")))
        says = (finite(match["verb"]) and reporting_verb(match["verb"])) or (match["out"] and match["verb"].startswith("point"))
        if source is None or source.start != match.start("source") or not says:
            continue
        pieces = _both_sides(structure, Span(bound.start, match.start()), Span(match.end(), bound.end))
        yield Attribution(
            source, Span(*match.span("cue")), pieces, kind_of(structure, pieces, within=bound), confidence=_CONFIDENCE
        )


def _asked_for(structure: Structure, bound: Span) -> Iterator[Attribution]:
    """A saying as a noun: "Ardania's call for …", "a request by the Board to …"."""
    text = structure.text
    for match in _OWNED.finditer(text, bound.start, bound.end):
        source = owner_before(text, Span(bound.start, match.start()))
        cue = Span(*match.span("cue"))
        if source and (" " in cue.of(text) or text[match.end() : match.end() + 3] == "to " or "that" in match[0]):
            ends = _CLAUSE_END if "that" in match[0] else _PHRASE_END
            yield _item(structure, source, cue, _phrase(text, match.end(), bound, ends), bound)
    for match in _MADE_BY.finditer(text, bound.start, bound.end):
        source = doer_behind(text, Span(match.end(), bound.end))
        leads = _LEADS.match(text, source.end, bound.end) if source else None
        if source and leads:
            ends = _CLAUSE_END if "that" in leads[0] else _PHRASE_END
            yield _item(structure, source, Span(*match.span("cue")), _phrase(text, leads.end(), bound, ends), bound)


def _phrase(text: str, start: int, bound: Span, ends: re.Pattern[str]) -> Span:
    match = ends.search(text, start, bound.end)
    return Span(start, match.start() if match else bound.end)


def _nobodys(structure: Structure, bound: Span) -> Iterator[Attribution]:
    """What is said, and nobody says by whom."""
    text = structure.text
    for match in _ITSELF.finditer(text, bound.start, bound.end):
        if finite(match["verb"]) == "past":
            yield _item(structure, None, Span(*match.span("cue")), Span(match.end(), bound.end), bound)
    for match in _REPORTS.finditer(text, bound.start, bound.end):
        yield _item(structure, None, Span(*match.span("cue")), _phrase(text, match.end(), bound, _PHRASE_END), bound)
    if said := hearsay(structure, bound):
        yield Attribution(None, said[0], said[1], kind_of(structure, said[1], within=bound), confidence=_CONFIDENCE)


def hearsay(structure: Structure, bound: Span) -> tuple[Span, tuple[Span, ...]] | None:
    """The word by which a sentence says that its words are hearsay ("reportedly"), and these words on both sides of it."""
    match = _HEARSAY.search(structure.text, bound.start, bound.end)
    if not match:
        return None
    fronts = [front.end() for front in _CLAUSE_START.finditer(structure.text, bound.start, match.start())]
    front = Span(max(fronts, default=bound.start), match.start())
    return Span(*match.span("cue")), _both_sides(structure, front, Span(match.end(), bound.end))


def _both_sides(structure: Structure, before: Span, behind: Span) -> tuple[Span, ...]:
    """The words before and behind a cue that stands among them."""
    edges = (content_edges(structure, before), content_edges(structure, behind))
    return tuple(part for part in edges if part)
