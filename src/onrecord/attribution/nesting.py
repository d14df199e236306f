"""Statements inside statements: those that the model found inside what was said, those that it finds when it reads that
alone, and those that their form tells.

An inner attribution has a source of its own, or a form that leaves it out on purpose ("reportedly"), and a cue that neither
denies nor supposes: "nobody had claimed that it was safe" and "if the auditors warn of losses" report nothing that was said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.attribution.attribution import Attribution
from onrecord.attribution.cited import authority, cited
from onrecord.attribution.cues import reports_speech
from onrecord.attribution.decoding import RoleSpan, decode
from onrecord.attribution.drafting import draft
from onrecord.attribution.encoder import Encoder
from onrecord.attribution.linking import link
from onrecord.attribution.nouns import without_verdict
from onrecord.attribution.stretching import stretch
from onrecord.attribution.structure import Structure, has_words
from onrecord.attribution.subjects import name_sources
from onrecord.quotation import MARKS
from onrecord.spans import Span

__all__ = ["in_each_other", "nest", "until_own_words"]

_FEWEST_WORDS = 7
_FEWEST = 2  # words that an inner content has
_SURE = 0.5
_NOBODY = re.compile(
    r"(?:I|me|my|we|us|our|you|your|one|it|its|his|her|their|the|an?|nobody|no one|anyone|everyone|everybody|who|whoever|what)",
    re.IGNORECASE,
)
_SUPPOSED = re.compile(
    r"\b(?:if|unless|should|would|could|might|may|must|can|will|shall|to|let|whether|when)\s+(?:\w+ly\s+)?\Z", re.IGNORECASE
)
# What is denied was not said, and what was said inside it neither.
_DENIES = re.compile(r"(?:denie[sd]|deny|denying|refute[sd]?|refuting)\b", re.IGNORECASE)
# "the calls for talks fail, since they …": nobody is named behind a noun's content by a pronoun.
_NOUN_BEFORE = re.compile(r"\b(?:the|these|those|such|all|any|repeated|many)\s+\Z", re.IGNORECASE)
_FUTURE = re.compile(r"(?:would|could|should|will|shall|may|might|must|can|to)\b", re.IGNORECASE)
# "is on hand to explain" and "would like to say" tell what is to be said; "went on to say" tells what was.
# “Our Board calls for …”, “The Board welcomes …”: who speaks for a body does in its name what it says.
_OURS = re.compile(r"(?:our|my)\b", re.IGNORECASE)
_DOES = re.compile(
    r"(?:welcom|urg|call|condemn|commend|appeal|thank|regret|deplor|support|reaffirm|reiterat|demand|stress|express|emphasi[sz]"
    r"|underlin|underscor|recogni[sz]|recall|not|acknowledg|affirm|encourag|invit|request|decid|consider|applaud)(?:e?s?|ing)\b",
    re.IGNORECASE,
)
# "He told me that it was closed, but when we came …": whoever tells of him goes on in the first person. "We must" may be his.
_OWN_AGAIN = re.compile(
    r",\s+(?:(?:but|yet|though|although|whereas)\s+(?:[^,;.:“”\"]{1,40}?\s)?(?:I|we)|(?:and|so)\s+(?:[^,;.:“”\"]{1,40}?\s)?I)\s+"
    r"(?!(?:should|would|could|must|might|may|can|ought|will|shall)\b)"
)
# "He said he took note of the remark": no word of another time.
_DID = re.compile(
    r"(?:welcomed|urged|called for|called on|condemned|commended|appealed|thanked|regretted|deplored|supported|reaffirmed"
    r"|reiterated|stressed|took note|associated)\b",
    re.IGNORECASE,
)
_THIRD_PERSON = re.compile(r"(?:he|she|it|they)", re.IGNORECASE)
_YET_TO_SAY = re.compile(r"\b(?!(?:on|continued|proceeded|began)\b)\w+\s+to\s+\w+\Z")


def nest(structure: Structure, encoder: Encoder, found: Sequence[Attribution]) -> list[Attribution]:
    """`found` with the attributions inside their contents, each behind the one around it and pointing at it."""
    outer, inner = _contained(_without_authorities(structure, found))
    nested: list[Attribution] = []
    for number, item in enumerate(outer):
        place = len(nested)
        nested.append(item)
        if item.cue and _DENIES.match(item.cue.of(structure.text)):
            continue
        told = [told for piece in item.content for told in cited(structure, piece, direct=item.kind == "direct")]
        reported = [
            without_verdict(structure.text, held)
            for held in (*inner[number], *_read_alone(structure, encoder, item))
            if _reported(structure.text, held) and not _in_its_name(structure.text, held, item)
        ]
        inner_ones = _with_clauses(structure.text, _without_doubles([*reported, *told], item))
        if item.kind == "direct":
            inner_ones = [until_own_words(structure.text, one) for one in inner_ones]
        nested += in_each_other(inner_ones, place)
        if named := authority(structure, item):
            nested.append(replace(named, within=place))
    return nested


def _without_authorities(structure: Structure, found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions but for those whose content is only the name of what a speaker cites ("Citing | ministry figures")."""
    names = [named.source for item in found if (named := authority(structure, item)) and named.source]
    return [item for item in found if not any(name.covers(piece) for name in names for piece in item.content)]


def _read_alone(structure: Structure, encoder: Encoder, item: Attribution) -> list[Attribution]:
    """What the model finds in the content of an attribution when it reads that alone."""
    found: list[Attribution] = []
    for piece in item.content:
        if has_words(structure.text, [piece], _FEWEST_WORDS):
            # In its marks a sentence is read as somebody's, and who is cited in it is passed over.
            bare = piece.trim(structure.text, " \n\t," + MARKS)
            tagged = encoder.tag(bare.of(structure.text))
            spans = [_shifted(span, bare.start) for span in decode(tagged, encoder.config.labels)]
            links = stretch(structure, name_sources(structure, link(structure, spans), spans), spans, bound=piece)
            found += draft(structure, links, within=piece)
    return found


def _without_doubles(items: Sequence[Attribution], outer: Attribution) -> list[Attribution]:
    """The items, the first of those that share a cue."""
    kept: list[Attribution] = []
    for item in items:
        if item.cue and not any(other.cue and other.cue.overlaps(item.cue) for other in (outer, *kept)):
            kept.append(item)
    return kept


def _with_clauses(text: str, items: Sequence[Attribution]) -> list[Attribution]:
    """The items with the clauses that belong to their contents: "she cited | article 6 of the treaty, which states: …"."""
    whole = []
    for item in items:
        last = item.content[-1]
        for other in items:
            if other.source and other.source.of(text).casefold() in {"which", "who"} and last.end <= other.source.start:
                behind = text[last.end : other.source.start].strip()
                last = Span(last.start, other.content[-1].end) if behind in {",", ""} else last
        whole.append(replace(item, content=(*item.content[:-1], last)))
    return whole


def until_own_words(text: str, item: Attribution) -> Attribution:
    """What another is said to have said inside a quotation, up to where the quoted person goes on in the first person."""
    last = item.content[-1]
    own = _OWN_AGAIN.search(text, last.start, last.end)
    if item.kind != "indirect" or not item.source or item.source.of(text).casefold() in {"i", "we"} or not own:
        return item
    return replace(item, content=(*item.content[:-1], Span(last.start, own.start())))


def in_each_other(items: Sequence[Attribution], place: int) -> Iterator[Attribution]:
    """The items in text order, each pointing at the one around it: one of them, or the attribution at `place`."""
    held: list[tuple[Attribution, int]] = []
    for number, item in enumerate(sorted(items, key=lambda item: (item.content[0].start, -item.content[-1].end)), place + 1):
        around = next((at for other, at in reversed(held) if _holds(other, item)), place)
        held.append((item, number))
        yield replace(item, within=around)


def _contained(found: Sequence[Attribution]) -> tuple[list[Attribution], list[list[Attribution]]]:
    """The attributions that stand in no other's content, and for each of them those that do."""
    outer: list[Attribution] = []
    inner: list[list[Attribution]] = []
    for item in sorted(found, key=lambda item: (item.content[0].start, -item.content[-1].end)):
        # In text order, the one around it can only be the last outer one that reaches this far.
        if outer and item.cue and _holds(outer[-1], item):
            inner[-1].append(item)
        else:
            outer.append(item)
            inner.append([])
    return outer, inner


def _holds(outer: Attribution, item: Attribution) -> bool:
    parts = [*item.content, *(part for part in (item.source, item.cue) if part)]
    return all(any(piece.covers(part) for piece in outer.content) for part in parts)


def _shifted(span: RoleSpan, by: int) -> RoleSpan:
    return replace(span, span=span.span.shift(by))


def _reported(text: str, item: Attribution) -> bool:
    if not item.source or not item.cue or item.negated or item.confidence < _SURE or not has_words(text, item.content, _FEWEST):
        return False
    if _NOBODY.fullmatch(item.source.of(text)) or _FUTURE.match(item.cue.of(text)) or not reports_speech(item.cue.of(text)):
        return False
    behind = item.source.start > item.cue.end and _THIRD_PERSON.fullmatch(item.source.of(text))
    if _YET_TO_SAY.search(item.cue.of(text)) or (
        behind and _NOUN_BEFORE.search(text, max(0, item.cue.start - 30), item.cue.start)
    ):
        return False
    return not _SUPPOSED.search(text, max(0, item.cue.start - 30), item.cue.start)


def _in_its_name(text: str, item: Attribution, around: Attribution) -> bool:
    """Whether the words do what they say, in the name of the speaker or the speaker's own body."""
    if around.kind in {"indirect", "mixed"} and item.source and item.cue and item.source.start == around.content[0].start:
        return bool(_THIRD_PERSON.fullmatch(item.source.of(text)) and _DID.match(text, item.cue.start, item.cue.end))
    if around.kind != "direct" or not item.source or not item.cue or not _DOES.match(text, item.cue.start, item.cue.end):
        return False
    # “The Council recalls …. The Council also stresses …”: whoever opens the quotation by what it does goes on so.
    opening = around.content[0].start + (text[around.content[0].start] in MARKS)
    return bool(_OURS.match(text, item.source.start)) or text.startswith(item.source.of(text), opening)
