"""Sayings that stand inside somebody's words, told by their form alone.

"The Council had warned that …", "she said: “…”", "according to the audit", "Ardania's call for …", "reportedly": these report
a saying whatever stands around them, where the model, which reads what was said on its own, is often silent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from onrecord.attribution.attribution import Attribution
from onrecord.attribution.cues import before_that, finite, reporting_verb
from onrecord.attribution.doers import doer_before, doer_behind, supposed
from onrecord.attribution.drafting import kind_of
from onrecord.attribution.edges import content_edges
from onrecord.attribution.negation import denied
from onrecord.attribution.nouns import in_nouns
from onrecord.attribution.passives import in_passive
from onrecord.attribution.structure import WORD, Structure, has_words
from onrecord.quotation import OPENING
from onrecord.spans import Span

__all__ = ["as_said", "authority", "cited", "hearsay"]

_CONFIDENCE = 0.6
_LONGEST = 1000  # characters before "according to" in which its clause begins
_NEAR = 60  # characters before a verb in which its auxiliaries stand
_FEWEST = 2
_HAD = re.compile(r"\b(?:has|have|had)\s+(?:(?:also|already|since|once|always|just|long|recently|again|\w+ly)\s+)*\Z")
_ADVERB = re.compile(r"\b(?:also|then|further|again|later|once|earlier|\w+ly)\s+\Z")
_TO_SAY = re.compile(r"\b(?:went on|goes on|continued|proceeded|used) to\s+\Z")
_MODAL = re.compile(r"\b(?:would|could|should|might|may|must|can|will|shall|to|not|never)\s+\Z")
# Behind the verb: perhaps a hearer, then "that"; a quotation; what is asked for; or the thing itself.
_CLAUSE = re.compile(
    r"(?:\s+(?:in|on|at|during|last|this|earlier|yesterday|today|again)\b[^,;.]{0,40}?)?,?\s+that\s+|\s+(?=(?:I|we|he|she|they|it|there)\s+[a-z]+\b)"
)
_HEARER = re.compile(r"(?:\s+[\w’'.-]+){1,7}?\s+that\s+")
# Behind "showed that" a clause, where "held that post" has none.
_CLAUSAL = re.compile(
    r"\s+that\s+(?=(?:the|an?|this|these|those|there|it|s?he|they|we|no\w*|all|some|many|most|both|[A-Z]\w+|\d+)\s"
    r"|(?:[\w’'-]+\s+){1,6}?(?:is|are|was|were|be|has|have|had|will|would|can|could|may|might|must|should|do|does|did)\s)"
)
_HEARS = frozenset("told tells informed informs reminded assured warned notified advised".split())
_QUOTE = re.compile(r"(?:(?:\s+that)?\s*[:,]?|\s[^:;“”\"‘]{1,60}:)\s*(?=[“\"‘«])")
_RULED = re.compile(r"\s+(?:for|on|upon|of|about|against)\s+(?=\S)")
_RULES = frozenset("called calls call appealed appeals appeal asked asks warned warns warn complained".split())
_THING = re.compile(r"\s+(?=(?:the|an?|all|any|both|this|these|those|its|his|her|their|to|[A-Z]\w+|\d+)\b)")
_OBJECTS = frozenset(
    "condemned denounced deplored urged demanded recommended criticised criticized reaffirmed pledged promised requested "
    "reiterated reported".split()
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
    r"|[Ii]n the (?:words|view|opinion|eyes) of)\s+(?=\S)"
)
_QUOTED = re.compile(r"\b(?:quot|cit)(?:ed|es|e|ing)\s+")
_AS_SAYING = re.compile(r"\s+as\s+(?P<cue>saying|stating|warning|telling \w+|calling for)\b(?:\s+that\b)?\s*,?\s*")
# "As the auditor has noted, …", "…, as the auditor noted in May, …"
_AS_SAID = re.compile(
    r"\b[Aa]s\s+(?P<source>(?:(?!\bas\b)[^,;:.“”\"]){2,70}?)\s+(?P<cue>(?:(?:has|have|had)\s+)?(?:(?:also|already|itself|\w+ly)\s+)?"
    r"(?P<verb>[a-z]+)(?P<out>\s+out)?)(?:\s+(?:in|on|at|last|earlier|yesterday|today)\b[^,;]{0,40})?(?=,|\.?\Z)"
)
_AS_VERBS = ("report", "wr", "found", "find", "estimat", "predict", "promis")
_CLEAR = re.compile(
    r"\b(?P<cue>(?:(?:has|have|had)\s+(?:also\s+|always\s+|\w+ly\s+)?)?(?:ma[dk]es?\s+(?:it\s+)?(?:very\s+|quite\s+|\w+ly\s+)?clear"
    r"|(?:took|takes?|taken)\s+the\s+(?:view|position|line)|(?:is|are|was|were|been)\s+of\s+the\s+(?:view|opinion)"
    r"|(?:express(?:es|ed)|voice[sd])\s+(?:the\s+|his\s+|her\s+|its\s+|their\s+)?(?:\w+\s+)?(?:hope|view|fear|concern|belief|opinion|wish)"
    r"|(?:came\s+to|reached)\s+the\s+conclusion))\s+that\s+"
)
_CITING_FIRST = re.compile(r"(?P<cue>Citing|Quoting)\s+(?=\S)")
_CITING_LAST = re.compile(r",?\s+(?P<cue>citing|quoting)\s+(?=\S)")
_HEARSAY = re.compile(r"\b(?P<cue>reportedly|allegedly|purportedly)\b")
_ITSELF = re.compile(r"\b[Ii]t\s+(?P<cue>(?:was|is|has been|had been)\s+(?:also\s+|\w+ly\s+)?(?P<verb>\w+))\s+that\s+")
_CLAUSE_START = re.compile(r"[,;:]\s+|\b(?:that|and|but)\s+")


def cited(structure: Structure, piece: Span, *, direct: bool) -> list[Attribution]:
    """What somebody is said to have said inside `piece`; `direct`: the piece stands word for word."""
    found: list[Attribution] = []
    first, last = structure.sentence(piece.start), structure.sentence(piece.end - 1)
    for sentence in structure.sentences[first : last + 1]:
        bound = sentence.part_in(piece)
        told = _told(structure, bound, piece, direct=direct)
        passives = (_item(structure, one.source, one.cue, one.content, piece) for one in in_passive(structure, bound))
        nouns = (_item(structure, *one, piece) for one in in_nouns(structure.text, bound))
        forms = (form(structure, bound) for form in (_according, _as_saying, as_said, _made_clear))
        for item in chain(told, *forms, passives, nouns, _nobodys(structure, bound)):
            if _stands(structure, bound, item):
                found.append(item)
    return found


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
    if not item.cue or not has_words(structure.text, item.content, _FEWEST):
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
    for match in WORD.finditer(text, bound.start, bound.end):
        verb = Span(match.start(), match.end())
        content = _content_behind(structure, verb, bound, piece) if match[0].islower() else None
        if content is None:
            continue
        near = max(bound.start, verb.start - _NEAR)
        had = _HAD.search(text, near, verb.start) if finite(match[0]) != "present" else None
        lead = had or _TO_SAY.search(text, near, verb.start) or _ADVERB.search(text, near, verb.start)
        start = lead.start() if lead else verb.start
        if _MODAL.search(text, near, start):
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
    if before_that(word):
        clause = _CLAUSAL.match(text, verb.end, bound.end)
        return Span(clause.end(), bound.end) if clause else None
    if not finite(word):
        return None
    # A quotation may be a paragraph of its own, where a colon announces it.
    if (quote := _QUOTE.match(text, verb.end, piece.end)) and (quote.end() < bound.end or ":" in quote[0]):
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
        fronts = list(_CLAUSE_START.finditer(text, max(bound.start, match.start() - _LONGEST), match.start()))
        opens = max((front.end() for front in fronts if not text[front.end() : match.start()].strip()), default=bound.start)
        cue = Span(*match.span("cue"))
        if not text[opens : match.start()].strip(" \n" + OPENING) and text[source.end : source.end + 1] == ",":
            yield _item(structure, source, cue, Span(source.end + 1, bound.end), bound)
        elif text[bound.start : match.start()].strip(" \n" + OPENING):
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


def as_said(structure: Structure, bound: Span) -> Iterator[Attribution]:
    """ "As the auditor has noted, …": the words on both sides of it are hers."""
    text = structure.text
    for match in _AS_SAID.finditer(text, bound.start, bound.end):
        source = doer_before(text, Span(*match.span("source")))
        verb = match["verb"]
        says = finite(verb) and (reporting_verb(verb) or verb.startswith(_AS_VERBS))
        says = says or (match["out"] and verb.startswith("point"))
        if source is None or source.start != match.start("source") or not says:
            continue
        pieces = _both_sides(structure, Span(bound.start, match.start()), Span(match.end(), bound.end))
        yield Attribution(
            source, Span(*match.span("cue")), pieces, kind_of(structure, pieces, within=bound), confidence=_CONFIDENCE
        )


def _made_clear(structure: Structure, bound: Span) -> Iterator[Attribution]:
    """A phrase in place of a verb: "the Governor had made it clear that …"."""
    text = structure.text
    for match in _CLEAR.finditer(text, bound.start, bound.end):
        source = doer_before(text, Span(bound.start, match.start()))
        if source and not _MODAL.search(text, max(bound.start, match.start() - _NEAR), match.start()):
            yield _item(structure, source, Span(*match.span("cue")), Span(match.end(), bound.end), bound)


def _nobodys(structure: Structure, bound: Span) -> Iterator[Attribution]:
    """What is said, and nobody says by whom."""
    text = structure.text
    for match in _ITSELF.finditer(text, bound.start, bound.end):
        if finite(match["verb"]) == "past":
            yield _item(structure, None, Span(*match.span("cue")), Span(match.end(), bound.end), bound)
    if said := hearsay(structure, bound):
        yield Attribution(None, said[0], said[1], kind_of(structure, said[1], within=bound), confidence=_CONFIDENCE)


def hearsay(structure: Structure, bound: Span) -> tuple[Span, tuple[Span, ...]] | None:
    """The word by which a sentence says that its words are hearsay ("reportedly"), and these words on both sides of it."""
    match = _HEARSAY.search(structure.text, bound.start, bound.end)
    if not match:
        return None
    text = structure.text
    # The comma of "had, reportedly, passed" opens no clause.
    end = match.start() - len(", ") if text.endswith(", ", bound.start, match.start()) else match.start()
    fronts = [front.end() for front in _CLAUSE_START.finditer(text, bound.start, end)]
    front = Span(max(fronts, default=bound.start), max(end, bound.start))
    return Span(*match.span("cue")), _both_sides(structure, front, Span(match.end(), bound.end))


def _both_sides(structure: Structure, before: Span, behind: Span) -> tuple[Span, ...]:
    """The words before and behind a cue that stands among them."""
    edges = (content_edges(structure, before), content_edges(structure, behind))
    return tuple(part for part in edges if part)
