"""Contents drawn out to where the sentence lets them end.

The model now and then stops at a comma. What was said goes on to the sentence's end when its cue stands before it and no
other part of an attribution follows; it begins at the sentence's start when its cue stands behind it; and a clause of
circumstance in front of the cue ("With two schools closed, he stressed that …") belongs to it, where an opener ("On prices, …",
"In addition, …") does not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.attribution.cited import as_said
from onrecord.attribution.decoding import RoleSpan
from onrecord.attribution.linking import Link
from onrecord.attribution.structure import Structure, Taken
from onrecord.spans import Span

__all__ = ["stretch"]

# "urged all States, in accordance with the law, to cooperate": a phrase between commas may stand behind whoever is asked.
_BETWEEN = r",\s+(?:in|with|as|through|within|pursuant|under|by|and|including|of)\s[^.;:“”]{3,160},"
_ADDRESSED = re.compile(rf"\s+(?:[\w'’.-]+\s+){{0,7}}[\w'’.-]+(?:{_BETWEEN})?\s+")
_PHRASE = re.compile(rf"{_BETWEEN}\s+")
# "recalled a report, in | which he had warned of war": the clause belongs to the thing.
_RULED_CLAUSE = re.compile(r",\s+(?:in|by|through|with|of|for|to|from|on)(?:\s+(?:which|whom))?\Z")
_TO = re.compile(r"(?:not )?to\s+\w", re.IGNORECASE)
_CIRCUMSTANCE = re.compile(
    r"(?:with (?!regard|respect|reference)|(?:even )?(?:if|though|when) (?!\w+ed\b)|while (?!\w+ing\b)|although |unless "
    r"|because |since |given |despite |in spite of |as long as|until |once |whereas |whenever |without |by \w+ing )",
    re.IGNORECASE,
)
# "In addition, she noted, …": how the words follow, "On prices, he said …": what they are about.
_LINKING = re.compile(
    r"in (?:addition|conclusion|closing|particular|turn|short)|in (?:this|that) (?:regard|respect|context|connection)"
    r"|at the same time|for (?:instance|example)|on the other hand|moreover|furthermore|additionally|similarly|likewise|finally"
    r"|lastly|first(?:ly)?|second(?:ly)?|third(?:ly)?|meanwhile|however|nevertheless|consequently",
    re.IGNORECASE,
)
_TOPIC = re.compile(
    r"(?:on|as (?:for|to)|with (?:regard|respect|reference) to|regarding|concerning|turning to"
    r"|in (?:relation|regard|response|reply|answer) to)\s+(?:\S+\s+){0,6}\S+",
    re.IGNORECASE,
)
# "The visit was short, although | the panel had found that …".
_ANOTHER_CLAUSE = re.compile(r",?\s+(?:although|though|while|whereas|but|because)\s+")
# "In its report on prices, the board noted …", "Comparing the two ports, he stressed …": when and how it was said.
_MANNER = re.compile(
    r"(?:in|on|at|during|after|before|following|from|for|to|with|under|through|throughout|among|against|upon|as|\w+ing)\s",
    re.IGNORECASE,
)
_ASKS = re.compile(r"(?:whether|if|what|why|how|when|who)\b", re.IGNORECASE)
_PASSIVE = re.compile(r"(?:is|are|was|were|has been|have been|had been|being)\b", re.IGNORECASE)
_TO_COMMA = re.compile(r"(?:\s+(?!and\b|or\b|but\b|\w+day\b)[\w’'-]+){1,2}(?=,)", re.IGNORECASE)
_ENDS_POINTING = re.compile(r"(?<=\w),?\s+(?:and\s+)?(?:this|that|it|which)\Z", re.IGNORECASE)
_POINTER = re.compile(r"this|that|it|which", re.IGNORECASE)
_JOINT = re.compile(r",?\s+and\s*\Z|[,;]\s*\Z")
_AS = len(", as ")
_THAT = re.compile(r"that\b", re.IGNORECASE)
_WHOSE = re.compile(r",?\s+whose\b")
_BODY = re.compile(r",?\s*and\s+(?:that\s+)?the\s+(?:[A-Z][\w-]*\s+)+(?:of|on|for)?\b")
# What follows a content and is the narrator's: where and when it was said.
_SETTING = re.compile(
    r"[,\s]*(?:in (?:an? |the |his |her |their )?(?:\w+ )?(?:interview|statement|letter|speech|tweet|post|report"
    r"|address|remarks)"
    r"|at (?:an? |the )?(?:\w+ )?(?:press|news|briefing|conference|meeting|hearing|event|ceremony)"
    r"|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|during (?:an? |the )|speaking |reports? )",
    re.IGNORECASE,
)


def stretch(structure: Structure, links: Sequence[Link], spans: Sequence[RoleSpan], bound: Span | None = None) -> list[Link]:
    """The links with contents drawn out, none past `bound` (the content that these are the inner ones of)."""
    taken = Taken(span.span for span in spans)
    return [_stretched(structure, link, taken, bound) for link in links]


def _stretched(structure: Structure, link: Link, taken: Taken, bound: Span | None) -> Link:
    if not link.cue:
        return link
    contents = _without_pointer(structure, link)
    last = max(range(len(contents)), key=lambda n: contents[n].span)
    first = min(range(len(contents)), key=lambda n: contents[n].span)
    if contents[last].span.start >= link.cue.span.end:
        contents[last] = replace(contents[last], span=_to_end(structure, contents[last].span, taken, bound))
    if contents[first].span.start >= link.cue.span.end:
        contents[first] = replace(contents[first], span=_with_addressed(structure, link.cue.span, contents[first].span, taken))
        # What is asked, and a quotation, take in nothing that stands before them: "When the floor was opened, he asked …".
        alone = structure.opened_at(contents[first].span.start) or _ASKS.match(structure.text, contents[first].span.start)
        front = None if alone else _circumstance(structure, link, taken, bound)
        contents += [RoleSpan("content", front, contents[first].confidence)] if front else []
    elif len(contents) > 1 and _is_opener(structure, link, contents[first].span, contents[last].span):
        del contents[first]
    elif contents[first].span.end <= link.cue.span.start:
        span = _before_cue(structure, contents[first].span, link.cue.span, taken, bound=bound)
        contents[first] = replace(contents[first], span=span)
    contents.sort(key=lambda content: content.span)
    return replace(link, contents=tuple(_with_phrases(structure, contents, taken)))


def _with_phrases(structure: Structure, contents: Sequence[RoleSpan], taken: Taken) -> list[RoleSpan]:
    """The contents, what somebody is urged to do joined to whom: "all States, | in accordance with the law, | to cooperate"."""
    whole: list[RoleSpan] = []
    for content in contents:
        gap = Span(whole[-1].span.end, content.span.start) if whole and whole[-1].span.end < content.span.start else None
        phrase = gap and _TO.match(structure.text, content.span.start) and _PHRASE.fullmatch(structure.text, gap.start, gap.end)
        if gap and phrase and taken.free(gap):
            whole[-1] = replace(whole[-1], span=Span(whole[-1].span.start, content.span.end))
        else:
            whole.append(content)
    return whole


def _is_opener(structure: Structure, link: Link, front: Span, last: Span) -> bool:
    """Whether what stands before the source only opens the sentence, or is another clause, what was said standing behind."""
    if not link.cue or last.start < link.cue.span.end or structure.quoted(front):
        return False
    if _ANOTHER_CLAUSE.fullmatch(structure.text, front.end, _begins(link)):
        return True
    head = _front(structure, link, None)
    if not head or not head.covers(front) or _CIRCUMSTANCE.match(structure.text, head.start):
        return False
    if _LINKING.fullmatch(structure.text, head.start, head.end):
        return True
    if structure.text.startswith(",", link.cue.span.end):
        return False
    # The model took the object of "In its report on …" for words said; where they are, it takes the preposition too.
    manner = front.start > head.start and _MANNER.match(structure.text, head.start)
    return bool(manner or _TOPIC.fullmatch(structure.text, head.start, head.end))


def _without_pointer(structure: Structure, link: Link) -> list[RoleSpan]:
    """The contents; in "The port is safe, and this has been confirmed" the clause ends before "this", which is nothing."""
    contents = list(link.contents)
    if len(contents) != 2 or not _POINTER.fullmatch(contents[1].span.of(structure.text)):
        return contents
    clause = Span(contents[0].span.start, max(contents[0].span.end, contents[1].span.start))
    return [replace(contents[0], span=Span(clause.start, clause.start + len(_JOINT.sub("", clause.of(structure.text)))))]


def _before_cue(structure: Structure, content: Span, cue: Span, taken: Taken, *, bound: Span | None) -> Span:
    """A content in front of its cue: from the sentence's start, or where the cue is passive as it stands."""
    if not _PASSIVE.match(cue.of(structure.text)):
        return _to_start(structure, content, taken, bound)
    if pointer := _ENDS_POINTING.search(content.of(structure.text)):
        return Span(content.start, content.start + pointer.start())
    return _pointed_at(structure, content, taken) or content


def _pointed_at(structure: Structure, content: Span, taken: Taken) -> Span | None:
    """What "this" stands for in "The port is safe, and this has been confirmed …": the clause before it."""
    start = structure.sentences[structure.sentence(content.start)].start
    if start >= content.start or not _POINTER.fullmatch(content.of(structure.text)):
        return None
    clause = Span(start, content.start)
    if not taken.free(clause) or not _JOINT.search(clause.of(structure.text)):
        return None
    return Span(start, start + len(_JOINT.sub("", clause.of(structure.text))))


def _sentence(structure: Structure, at: int, bound: Span | None) -> Span:
    sentence = structure.sentences[structure.sentence(at)]
    return sentence.part_in(bound) if bound else sentence


def _to_end(structure: Structure, content: Span, taken: Taken, bound: Span | None) -> Span:
    end = _sentence(structure, content.end - 1, bound).end
    if end <= content.end or structure.quoted(content):
        return content
    tail = Span(content.end, end)
    if _RULED_CLAUSE.search(structure.text, content.start, content.end):
        return Span(content.start, end)
    if structure.quoted(tail) or _SETTING.match(structure.text, tail.start):
        return content
    if taken.free(tail) or _carries_on(structure.text, content, tail) or _cites(structure, tail):
        return Span(content.start, end)
    # Where the speaker stands behind ("Stressing the duty of all States, CHINA …"), the words before the comma.
    rest = _TO_COMMA.match(structure.text, content.end, end)
    return Span(content.start, rest.end()) if rest and taken.free(Span(content.end, rest.end())) else content


def _carries_on(text: str, content: Span, tail: Span) -> bool:
    """Whether a clause after "that …" tells what a body did ("…, and the Committee condemned …"): it is part of what was said.

    A clause with a person for its subject ("…, and she added …", "…, but Mr. Lim denied …") begins a statement of its own.
    """
    return bool(_THAT.match(text, content.start)) and bool(_BODY.match(text, tail.start))


def _cites(structure: Structure, tail: Span) -> bool:
    """Whether a clause on what was said tells what another said: "…, whose chief had warned …", "…, as the Board reported"."""
    said = (item.source for item in as_said(structure, tail) if item.source)
    return bool(_WHOSE.match(structure.text, tail.start)) or any(source.start - tail.start <= _AS for source in said)


def _to_start(structure: Structure, content: Span, taken: Taken, bound: Span | None) -> Span:
    start = _sentence(structure, content.start, bound).start
    if start >= content.start or structure.quoted(content):
        return content
    head = Span(start, content.start)
    return Span(start, content.end) if taken.free(head) and not structure.quoted(head) else content


def _with_addressed(structure: Structure, cue: Span, content: Span, taken: Taken) -> Span:
    """ "asked the State to report": whoever is asked to do something belongs to what is asked."""
    between = Span(cue.end, content.start) if cue.end < content.start else None
    if not between or not _TO.match(structure.text, content.start) or not taken.free(between):
        return content
    if not _ADDRESSED.fullmatch(between.of(structure.text)):
        return content
    return Span(cue.end, content.end).trim(structure.text)


def _circumstance(structure: Structure, link: Link, taken: Taken, bound: Span | None) -> Span | None:
    front = _front(structure, link, bound)
    if not front or not _CIRCUMSTANCE.match(structure.text, front.start):
        return None
    return front if taken.free(front) else None


def _begins(link: Link) -> int:
    return min(part.span.start for part in (link.cue, link.source) if part)


def _front(structure: Structure, link: Link, bound: Span | None) -> Span | None:
    """What stands in the sentence before the source and the cue, set off by a comma."""
    begins = _begins(link)
    sentence = _sentence(structure, begins, bound)
    front = Span(sentence.start, begins).trim(structure.text) if sentence.start < begins else None
    return Span(front.start, front.end - 1) if front and front.of(structure.text).endswith(",") else None
