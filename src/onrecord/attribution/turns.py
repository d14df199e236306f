"""Dialogue: words that belong to a label, not to a verb.

Transcripts, parliamentary records and interviews give each turn a label ("Ms. Karr: …", "Question: …", "MR. PRICE: …"); a
list may give each of its items one before a quotation; a quotation may be followed by a dash and a name. A colon alone makes
no label: "One thing is certain: …" is a sentence. A label is made of names and titles, and something must speak for it: a
courtesy title, a word like "Question", its return later in the text, a quotation right behind it, or other turns around it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.attribution.structure import Structure
from onrecord.quotation import opens_with_mark
from onrecord.spans import Span

__all__ = ["Turn", "turns"]

# Plain text out of Markdown keeps its stars: "**Question:** When?"
_LABEL = re.compile(r"[*_>\s]*(?P<label>[^\s:*_>][^:\n]{0,90}?)[*_]*\s?:[*_]*(?=\s+\S|\s*\Z)")
_SHORT = re.compile(r"[*_]*(?P<label>[QA])[*_]*[.:][*_]*\s+(?=[A-Z“\"])")
_GENERIC = re.compile(
    r"(?:the )?(?:q(?:uestion)?|a(?:nswer)?|questioner|interviewer|interviewee|reporter|journalist|moderator|speaker|chair"
    r"|chairman|chairwoman|chairperson|president|host|operator|correspondent|presenter|narrator|participant|audience|witness"
    r"|the court|voice|press|media|response|reply)(?: ?\d+| [A-Z])?",
    re.IGNORECASE,
)
_COURTESY = re.compile(
    r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame|Lord|Lady|Baroness|Prof|Professor|Senator|Sen|Rep|Representative|Ambassador|Amb|Minister"
    r"|President|Mayor|Judge|Justice|General|Gen|Colonel|Col|Captain|Capt|Major|Maj|Sheikh|Shri|Smt|Hon|The Hon|H\.E"
    r"|Madam|Chairman|Chair|Secretary|Congressman|Congresswoman|Councillor|Bishop|Father|Sister|Rev|Imam)\b\.?\s",
    re.IGNORECASE,
)
_NO_LABEL = re.compile(
    r"(?:note|contacts?|date|subject|sources?|photo|image|picture|remarks|editor|for (?:more|further|immediate)|tel|phone|fax"
    r"|e-?mail|from|to|cc|media|press contact|background|venue|time|when|where|what|who|why|how|agenda|topic|theme|title"
    r"|location|place|by|re|ref|reference|annex|table|figure|box|chapter|section|part|update|breaking|read more|see also"
    r"|related|share|follow|warning|disclaimer|copyright|website|web|link|video|audio|watch|listen|exclusive|opinion"
    r"|analysis|correction|participants|speakers|interview|q&a|profile|obituary|feature|column|editorial|review|report"
    r"|full text|transcript|summary|headline|quote|in (?:brief|full|pictures|numbers)|key figures|period)\b",
    re.IGNORECASE,
)
_SMALL = frozenset(
    (  # particles of names and small words of titles
        *("of", "the", "and", "for", "in", "on", "to", "de", "da", "do", "dos", "del", "della", "di", "du", "van", "von"),
        *("der", "den", "ter", "bin", "bint", "ibn", "al", "el", "la", "le", "y", "e"),
    )
)
_STAGE = re.compile(r"[(\[].*[)\]]\.?|.*[–—-]")
# What a record or an interview says of itself, in words of its own.
_ASIDE = re.compile(
    r"\W*(?:(?:the|this) (?:interview|conversation|transcript|discussion) (?:was|has been|is|took)\b|interview(?:ed)? by\b"
    r"|(?:main |original |amended )?(?:question|motion|amendment|bill|clause)s? (?:accordingly |as amended,? )?(?:put|agreed"
    r"|negatived|proposed|carried|withdrawn|read)\b|the (?:house|committee|assembly) (?:divided|adjourned|rose|proceeded)\b"
    r"|division\b|ayes\b|noes\b)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_][\w.'’-]*")
_SIGNED = re.compile(r"[”\"’»]\s*[–—―-]{1,2}\s*(?P<name>[A-Z][^.!?“\"\n]{2,90}?)\.?\s*\Z")

# "Ana Lima (Port Velm) (Ind)": a member's seat and party.
_CONSTITUENCY = re.compile(r"\([A-Z][^()]+\) ?\([A-Z][\w /-]{1,20}\)\Z")
_SIGNATURE = re.compile(r"\s*[–—―-]{1,2}\s*(?P<name>[A-Z][^.!?“\"\n]{2,90}?)\.?\s*")


@dataclass(frozen=True, slots=True)
class Turn:
    """A paragraph of a turn: the label (None in a turn's later paragraphs) and the words that belong to it."""

    label: Span | None
    words: Span
    quoted: bool


def turns(structure: Structure) -> list[Turn]:
    """The paragraphs that belong to a label, in text order."""
    signed = list(_signed(structure))
    spoken: list[Turn] = []
    for turn in _spoken(structure, _labels(structure), signed):
        # "She went on to say:" and the quotation in the next paragraph are one stretch of the turn.
        if not turn.label and spoken and _goes_on(structure.text, spoken[-1].words, turn.words):
            spoken[-1] = replace(spoken[-1], words=Span(spoken[-1].words.start, turn.words.end))
        else:
            spoken.append(turn)
    return sorted([*spoken, *signed], key=lambda turn: turn.words)


def _goes_on(text: str, before: Span, after: Span) -> bool:
    """Whether a paragraph of a turn breaks off in a sentence that the next one carries on."""
    return text[before.end - 1].isalpha() or text[before.end - 1] in ":," or text[after.start].islower()


def _labels(structure: Structure) -> dict[int, tuple[Span, Span]]:
    """Per block: its label, and the words behind it."""
    possible = {
        number: found
        for number, block in enumerate(structure.blocks)
        if block.kind not in {"heading", "footnote"} and (found := _possible(structure.text, block.span))
    }
    names = Counter(key for label, _ in possible.values() for key in _keys(label.of(structure.text)))
    sure = {number for number, (label, words) in possible.items() if _sure(structure.text, label, words, names)}
    # Among turns, a name before a colon is a turn too.
    dialogue = len({number for number in sure if not opens_with_mark(structure.text, possible[number][1].start)}) > 1
    return {number: found for number, found in possible.items() if number in sure or dialogue}


def _possible(text: str, block: Span) -> tuple[Span, Span] | None:
    match = _LABEL.match(text, block.start, block.end) or _SHORT.match(text, block.start, block.end)
    if not match or not _nameable(match["label"]):
        return None
    label = Span(match.start("label"), match.end("label"))
    return label, Span(match.end(), block.end).trim(text)


def _nameable(label: str) -> bool:
    """Whether every word could belong to a name or title; what stands in brackets may be anything."""
    if _GENERIC.fullmatch(label):
        return True
    words = _WORD.findall(re.sub(r"\(.*?\)|\[.*?\]", "", label))
    if not 0 < len(words) <= 10 or _NO_LABEL.match(label) or re.search(r"\d| vs?\. ", label):
        return False
    return words[0][0].isupper() and all(word[0].isupper() or word in _SMALL for word in words)


def _sure(text: str, label: Span, words: Span, names: Counter[str]) -> bool:
    named = label.of(text)
    if _GENERIC.fullmatch(named) or _COURTESY.match(named) or max(names[key] for key in _keys(named)) > 1:
        return True
    if _CONSTITUENCY.search(named):
        return True
    return bool(words) and opens_with_mark(text, words.start)


def _keys(label: str) -> set[str]:
    """The names by which a label may return: without its brackets, and what stands in one ("The Minister (Ana Lima)")."""
    inside = {match[1].strip().casefold() for match in re.finditer(r"\(([^()]*)\)", label)}
    return {re.sub(r"\(.*?\)", "", label).strip().casefold(), *inside}


def _spoken(structure: Structure, labels: dict[int, tuple[Span, Span]], signed: Sequence[Turn]) -> Iterator[Turn]:
    """The paragraphs behind a label up to the next one; what another signed ends a turn."""
    text = structure.text
    others = {structure.block(part.start) for turn in signed for part in (turn.words, turn.label) if part}
    dialogue = sum(not opens_with_mark(text, words.start) for _, words in labels.values() if words) > 1
    label: Span | None = None
    speaking = False
    for number, block in enumerate(structure.blocks):
        if number in labels:
            label, words = labels[number]
            speaking = True
        elif not dialogue or number in others or block.kind in {"heading", "footnote"} or _stage(text, block.span):
            speaking = False
            continue
        else:
            words = block.span
        if speaking and words:
            yield Turn(label, words, opens_with_mark(text, words.start))
            label = None


def _stage(text: str, block: Span) -> bool:
    """Whether a paragraph without a label is a note ("Members interjecting—", "(Applause.)", "Question put and agreed to")."""
    words = block.of(text)
    return bool(_ASIDE.match(words)) or (bool(_STAGE.fullmatch(words)) and len(_WORD.findall(words)) <= 12)


def _signed(structure: Structure) -> Iterator[Turn]:
    """Quotations that a dash and a name follow, in the same paragraph or in the next."""
    text = structure.text
    for number, block in enumerate(structure.blocks):
        match = _SIGNED.search(text, block.span.start, block.span.end)
        quoted = opens_with_mark(text, block.span.start)
        if match and quoted:
            yield Turn(Span(match.start("name"), match.end("name")), Span(block.span.start, match.start() + 1), True)
        elif (quoted or block.kind == "quote") and (name := _signature(structure, number + 1)):
            yield Turn(name, block.span, True)


def _signature(structure: Structure, number: int) -> Span | None:
    """The name in block `number` where that is nothing but a dash and a name; the dash may have been read as a bullet."""
    if number >= len(structure.blocks):
        return None
    before = structure.blocks[number - 1].span.end
    match = _SIGNATURE.fullmatch(structure.text, before, structure.blocks[number].span.end)
    return Span(match.start("name"), match.end("name")) if match else None
