"""From links of raw spans to attributions with the guidelines' edges, pieces and kinds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.attribution.attribution import Attribution, Kind
from onrecord.attribution.cues import impersonal, procedural, said_of_subject
from onrecord.attribution.decoding import RoleSpan
from onrecord.attribution.doers import supposed
from onrecord.attribution.edges import content_edges, cue_edges, source_edges
from onrecord.attribution.linking import Link
from onrecord.attribution.negation import denied
from onrecord.attribution.structure import WORD, Structure, is_title, names_something
from onrecord.spans import Span

__all__ = ["draft", "kind_of"]

_HELD_BACK = re.compile(r"\b(?:declin|refus|fail)(?:e[ds]?|s|ed|ing)?\Z", re.IGNORECASE)
_TO_SAY = re.compile(
    r"\s+to\s+(?:say|tell|comment(?:\s+on)?|confirm(?:\s+or\s+deny)?|explain|answer|disclose|reveal|specify|discuss|mention)\b",
    re.IGNORECASE,
)
# "Asked whether she would go, Lima said …": the question was put to her.
_WAS_ASKED = re.compile(r"(?:(?:but|and|yet|so|later|then),? )?(?:when )?(?:asked|questioned|pressed)\b", re.IGNORECASE)
_ONLY_SMALL = re.compile(
    r"(?:(?:the|an?|this|that|what|his|her|its|their|and|or|but|of|to|in|on|at|by|for|with|from|as|is|was|be|not|never)\b|\W)*",
    re.IGNORECASE,
)
# "voiced her Government's firm support for the draft": the attitude belongs to the cue.
_EXPRESSES = re.compile(r"\b(?:express(?:e[sd]|ing)?|voic(?:es?|ed|ing)|convey(?:s|ed|ing)?)\Z", re.IGNORECASE)
_ATTITUDE = re.compile(
    r"\s*(?:(?:his|her|its|their|our|the|an?)\s+)?(?:[\w’'‑-]+\s+){0,3}?(?:concerns?|regret|support|hope|commitment|respect|appreciation"
    r"|gratitude|condolences|solidarity|disappointment|alarm|confidence|sympathy|satisfaction|readiness|willingness|interest|doubts?"
    r"|fears?|outrage|dismay|optimism|sorrow|sadness|surprise|unease|frustration|anger)"
    r"(?:\s+(?:for|about|over|at|with\s+(?:regard|respect)\s+to|regarding|with|in|on)\b|(?=\s+(?:that|to)\b))",
    re.IGNORECASE,
)
# "His Government had never asked for soldiers": the delegate goes on; only "said" would make it a source of its own.
_OWN = re.compile(r"(?:his|her|their|our)\s+(?:own\s+)?(?:country|government|delegation|nation|state)", re.IGNORECASE)
_SAYS = re.compile(
    r"\b(?:sa(?:ys?|id)|tells?|told|stat(?:es?|ed)|announce[sd]?|declare[sd]?|confirm(?:s|ed)?|den(?:y|ies|ied)|insist(?:s|ed)?|claim(?:s|ed)?"
    r"|add(?:s|ed)|wr(?:ites?|ote)|warn(?:s|ed)?)\b",
    re.IGNORECASE,
)
_TO_DO = re.compile(r"to\s+\w+", re.IGNORECASE)
_OBJECT_OF = re.compile(r"\b(?:which|whom)\s+(?:(?:[\w’'-]+\s+){1,5}and\s+)?\Z", re.IGNORECASE)
# What happens to people says nothing by itself ("The plight of the displaced calls attention to …").
_SPEECHLESS = re.compile(
    r"(?:(?:the|this|that|these|their|his|her|its|our)\s+)?(?:\w+\s+)?(?:plight|situation|suffering|fate|absence|lack|scale|gravity|urgency"
    r"|magnitude|tragedy|crisis|crises|conditions?|circumstances?|events?|developments?|challenges?|incidents?)(?:\s+(?:of|in|for|from)\b.*)?",
    re.IGNORECASE | re.DOTALL,
)
# "Not everyone blames the council" tells of nobody who does.
_NOT_ALL = re.compile(r"not (?:everyone|everybody|all)\b", re.IGNORECASE)
# "Lima is expected to testify": nobody is said to have said so. "The figure of 37 refers to the young": nor has the figure.
_EXPECTED = re.compile(r"(?:(?:is|are|was|were|has been|have been|had been)\s+)?(?:\w+ly\s+)?expected", re.IGNORECASE)
_REFERS = re.compile(r"(?:refer(?:s|red)?|relate[sd]?|appl(?:y|ies|ied)|correspond(?:s|ed)?)\s+to", re.IGNORECASE)
_COUNT = re.compile(r"(?:the|this|that|these|those)\s+(?:\w+\s+)?(?:figures?|numbers?|totals?|terms?|words?)\b", re.IGNORECASE)
# "PRESS STATEMENT ON" in a title announces a document.
_TITLED = re.compile(
    r"(?:press |joint |presidential |opening |closing )?(?:statements?|remarks|briefing|address|speech) (?:on|by|at|of|to)",
    re.IGNORECASE,
)
# "It refers to those under 14, while the Ombudsman counts all": the clause behind is another's.
_ANOTHER_CLAUSE = re.compile(r"\W*(?:while|whereas|although|though|but|because|since|unless)\s+", re.IGNORECASE)
_POINTS_BACK = re.compile(
    r"(?:this|that|it|which|what|so|these|those|him|her|them|the same|(?:this|that|another) (?:question|point|remark))",
    re.IGNORECASE,
)
# "The company denied this": what was denied stands before it.
_ANSWERS = re.compile(
    r"(?:(?:has|have|had)\s+)?(?:den(?:y|ies|ied)|confirm(?:s|ed)?|reject(?:s|ed)?|dispute[sd]?|contest(?:s|ed)?|refute[sd]?|dismiss(?:es|ed)?)",
    re.IGNORECASE,
)
_CALLS = re.compile(r"(?:ha[sd] |have )?(?:call|term|dubb|label+|brand|describ)(?:ed|s|es)(?: as)?", re.IGNORECASE)
_POINTER_BEFORE = re.compile(r"\b(?:what|which)\s+\Z", re.IGNORECASE)
_ASKS = re.compile(r"\b(?:ask|inquire|enquire)(?:s|d|ed|ing)?\Z", re.IGNORECASE)
_NUMBER = re.compile(
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|several|many|some|few|more|no|all|both)", re.IGNORECASE
)
_HEARS = re.compile(r"\b(?:hears?|heard|hearing|receives?|received)\s+(?:\w+\s+)?\Z", re.IGNORECASE)
_NOUNS = re.compile(r"(?:\w+ )?\w+s (?:of|for|that)", re.IGNORECASE)
# Verbs and nouns whose preposition is no part of what is said.
_RULING = re.compile(
    r"\b(?:call(?:s|ed|ing)?|appeal(?:s|ed|ing)?|ask(?:s|ed|ing)?|plead(?:s|ed|ing)?|push(?:es|ed|ing)?|wait(?:s|ed|ing)?|warn(?:s|ed|ing)?"
    r"|complain(?:s|ed|ing)?|credit(?:s|ed|ing)?|insist(?:s|ed|ing)?|demands?|requests?|proposals?|pleas?)\Z",
    re.IGNORECASE,
)
_RULED = re.compile(
    r"(?P<word>for|on|upon|of|against|to(?=\s+(?:the|an?|its|his|her|their|all|those|these|[A-Z])\b))\s+"
    r"(?!(?:example|instance|the first)\b)"
)
# "the basin, a source of power and food, may dry up": the apposition stands inside what was said.
_APPOSED = re.compile(r",\s+(?:an?|the|which|who|whose|where)\s[^.;:“”\"]{1,160},\s*")
# "wrote | to the director: “Same account.”"
_TO_HEARER = re.compile(r"(?:to|for)\s[^:“”\"«»]{1,80}:\s*(?=[“\"«‘])")
_HEARER = re.compile(r"(?:[\w’'.-]+\s+){1,10}?(?=whether\b)")


def draft(structure: Structure, links: Sequence[Link], *, within: Span | None = None) -> list[Attribution]:
    """One attribution for each link, in text order. Marks around `within`, a content of which these are the inner ones, quote
    none of them."""
    drafts = [part for link in links if (found := _draft(structure, link, within)) for part in _by_paragraph(structure, found)]
    return sorted(drafts, key=lambda attribution: (attribution.content[0].start, -attribution.content[-1].end))


def _draft(structure: Structure, link: Link, within: Span | None) -> Attribution | None:
    text = structure.text
    link = _with_preposition(text, _without_hearing(text, link))
    link = _with_attitude(structure, _with_infinitive(text, link))
    pieces = tuple(_one_sentence(structure, link, piece, within) for piece in _pieces(structure, link))
    if not pieces:
        return None
    pieces = _name_given(text, link, pieces)
    # Where a part was nothing but punctuation, as a headline's colon, nothing is left of it.
    cue = (cue_edges(text, link.cue.span) or None) if link.cue else None
    source = (source_edges(text, link.source.span) or None) if link.source else None
    pieces = _without_antecedent(text, source, pieces)
    if not _says_something(structure, link, cue, pieces) or (cue and _not_yet_said(structure, source, cue, pieces[0])):
        return None
    if source and _says_nothing(structure, source, cue, pieces):
        return None
    if source and cue and source.start < cue.start and said_of_subject(cue.of(text)):
        source = None
    parts = [link.cue, *link.contents] if link.cue else list(link.contents)
    return Attribution(
        source=source,
        cue=cue,
        content=pieces,
        kind=kind_of(structure, pieces, within=within),
        negated=bool(cue and denied(text, structure.sentences[structure.sentence(cue.start)], source, cue)),
        confidence=min(part.confidence for part in parts),
    )


def _with_preposition(text: str, link: Link) -> Link:
    """The link without the preposition of its verb or noun before the content ("the call by the women | for peace"); right
    behind the cue it is part of that."""
    first = min(link.contents, key=lambda content: content.span)
    if not link.cue or link.cue.span.end > first.span.start or not _RULING.search(link.cue.span.of(text)):
        return link
    ruled = _RULED.match(text, first.span.start, first.span.end)
    if not ruled:
        return link
    beside = not text[link.cue.span.end : first.span.start].strip()
    return _with_cue_to(link, ruled.end("word") if beside else link.cue.span.end, first, Span(ruled.end(), first.span.end))


def _with_cue_to(link: Link, end: int, first: RoleSpan, rest: Span) -> Link:
    """The link with its cue up to `end`, and `rest` left of its content `first`."""
    cue = replace(link.cue, span=Span(link.cue.span.start, end)) if link.cue else None
    contents = tuple(replace(content, span=rest) if content is first else content for content in link.contents)
    return replace(link, cue=cue, contents=contents)


def _without_hearing(text: str, link: Link) -> Link:
    """The link without a source that only counts the nouns of its cue, or only hears: "Two | accounts of | one night", "The
    Board Hears | Calls for | Peace"."""
    if (
        not link.source
        or not link.cue
        or link.source.span.end > link.cue.span.start
        or not _NOUNS.fullmatch(link.cue.span.of(text))
    ):
        return link
    hears = _HEARS.search(text, link.source.span.start, link.cue.span.start)
    return replace(link, source=None) if hears or _NUMBER.fullmatch(link.source.span.of(text)) else link


def _without_antecedent(text: str, source: Span | None, pieces: tuple[Span, ...]) -> tuple[Span, ...]:
    """The pieces without what "who" or "which" points back at ("Ana Lima, | who has denied it"), where others are left."""
    if not source or source.of(text).casefold() not in {"who", "which", "that"}:
        return pieces
    kept = tuple(p for p in pieces if not (p.end <= source.start and text[p.end : source.start].strip() in {",", ""}))
    return kept or pieces


def _says_nothing(structure: Structure, source: Span, cue: Span | None, pieces: Sequence[Span]) -> bool:
    """Whether the words taken for a source show that it says nothing here."""
    text, words = structure.text, source.of(structure.text)
    # "600 SAID TO BE KILLED" is nobody's.
    if not any(map(str.isalpha, words)) or _SPEECHLESS.fullmatch(words) or _NOT_ALL.match(words):
        return True
    if _asked_of_thing(text, source, pieces):
        return True
    if not cue:
        return False
    told = cue.of(text)
    if _TITLED.fullmatch(told) or _EXPECTED.fullmatch(told) or (_REFERS.fullmatch(told) and _COUNT.match(words)):
        return True
    behind = cue.end <= pieces[-1].end <= source.start and _ANOTHER_CLAUSE.fullmatch(text, pieces[-1].end, source.start)
    return bool(behind) or (_is_own_country(text, source, cue) and not structure.quoted(pieces[0]))


def _is_own_country(text: str, source: Span, cue: Span) -> bool:
    """Whether a speaker's own country is made the subject of a stance, which is the speaker's report gone on with."""
    return bool(_OWN.fullmatch(source.of(text))) and not _SAYS.search(cue.of(text))


def _asked_of_thing(text: str, source: Span, pieces: Sequence[Span]) -> bool:
    """Whether a clause only says what is expected of a thing ("the loans which ministers promise to repay")."""
    short = all(_TO_DO.fullmatch(piece.of(text)) for piece in pieces)
    return (short or source.start >= pieces[-1].end) and bool(_OBJECT_OF.search(text, max(0, source.start - 60), source.start))


def _with_attitude(structure: Structure, link: Link) -> Link:
    """The link with "concern about" in "expressed concern about the delay" as part of its cue, not of its content."""
    if not link.cue or not link.contents or not _EXPRESSES.search(link.cue.span.of(structure.text)):
        return link
    first = min(link.contents, key=lambda content: content.span)
    more = _ATTITUDE.match(structure.text, link.cue.span.end, first.span.end)
    if first.span.start < link.cue.span.end or not more or more.end() <= first.span.start or structure.quoted(first.span):
        return link
    rest = Span(more.end(), first.span.end).trim(structure.text)
    return _with_cue_to(link, more.end(), first, rest) if rest else link


def _not_yet_said(structure: Structure, source: Span | None, cue: Span, content: Span) -> bool:
    """Whether the clause only supposes that something is said, or opens its sentence as a participle: who is named behind the
    question was asked, and did not ask."""
    sentence = structure.sentences[structure.sentence(cue.start)]
    asked = cue.end <= content.start and _WAS_ASKED.fullmatch(structure.text, sentence.start, cue.end)
    return bool(asked) or supposed(structure.text, min(source or cue, cue).start, sentence.start)


def _with_infinitive(text: str, link: Link) -> Link:
    """The link with "to say" in "declined to say when" as part of its cue, not of its content."""
    if not link.cue or not _HELD_BACK.search(link.cue.span.of(text)) or not (more := _TO_SAY.match(text, link.cue.span.end)):
        return link
    contents = [
        replace(content, span=Span(max(content.span.start, more.end()), content.span.end))
        for content in link.contents
        if content.span.end > more.end()
    ]
    return replace(link, cue=replace(link.cue, span=Span(link.cue.span.start, more.end())), contents=tuple(contents))


def _by_paragraph(structure: Structure, found: Attribution) -> list[Attribution]:
    """A quotation, or a list, that goes on in a new paragraph is a new attribution there, with neither source nor cue."""
    pieces = [part for piece in found.content for part in _cut(structure, piece)]
    if not pieces:
        return []
    first = structure.block(pieces[0].start)
    home = [piece for piece in pieces if structure.block(piece.start) == first]
    later = [piece for piece in pieces if piece not in home and _goes_on(structure, piece)]
    apart = [
        replace(found, source=None, cue=None, content=(piece,), kind=kind_of(structure, (piece,)), negated=False)
        for piece in later
    ]
    return [replace(found, content=tuple(home)), *apart]


def _goes_on(structure: Structure, piece: Span) -> bool:
    """Whether a new block can carry on what was said in the one before it; a text does not carry on its headline."""
    number = structure.block(piece.start)
    block = structure.blocks[number]
    if block.kind in {"heading", "cell", "caption", "footnote"}:
        return False
    before = structure.blocks[number - 1]
    return before.kind != "heading" or kind_of(structure, (piece,)) != "indirect"


def _cut(structure: Structure, piece: Span) -> list[Span]:
    """The parts of `piece` in each block; none where it stands between two, as a bar between cells does."""
    parts = []
    for block in structure.blocks[structure.block(piece.start) :]:
        if block.span.start >= piece.end:
            break
        part = piece.part_in(block.span).trim(structure.text)
        parts += [part] if part else []
    return parts


def _says_something(structure: Structure, link: Link, cue: Span | None, pieces: Sequence[Span]) -> bool:
    """Whether the words can be a statement: reported by a cue that reports, or quoted."""
    if cue and procedural(structure.text, cue, pieces[0]):
        return False
    if all(_POINTS_BACK.fullmatch(piece.of(structure.text)) for piece in pieces):
        return bool(link.source) and _answers(structure.text, link)
    if cue and (link.source or impersonal(cue.of(structure.text))):
        return True
    # Words that the model takes for speech with no cue are somebody's only where marks say so; the speakers' step looks
    # for speech that goes on without a cue.
    return kind_of(structure, pieces) != "indirect" and not is_title(structure, pieces[0])


def _pieces(structure: Structure, link: Link) -> tuple[Span, ...]:
    """The contents' spans, those with nothing but a joint between them run together."""
    spans = sorted(span for content in link.contents if (span := content_edges(structure, content.span)))
    if not _answers(structure.text, link):
        spans = [span for span in spans if structure.quoted(span) or not _ONLY_SMALL.fullmatch(span.of(structure.text))]
    pieces: list[Span] = []
    for span in spans:
        if pieces and span.start < pieces[-1].end:
            pieces[-1] = Span(pieces[-1].start, max(pieces[-1].end, span.end))
        elif pieces and not _between(link, pieces[-1], span) and _joined(structure, pieces[-1], span):
            pieces[-1] = Span(pieces[-1].start, span.end)
        else:
            pieces.append(span)
    return _without_hearer(structure.text, link, pieces)


def _answers(text: str, link: Link) -> bool:
    return link.cue is not None and bool(_ANSWERS.fullmatch(link.cue.span.of(text)))


def _name_given(text: str, link: Link, pieces: tuple[Span, ...]) -> tuple[Span, ...]:
    """The pieces without those before "what" or "which" where a cue gives a thing its name ("which she called “a shame”")."""
    cue = link.cue.span if link.cue else None
    named = [piece for piece in pieces if cue and piece.start >= cue.end]
    if not cue or not named or not _CALLS.fullmatch(cue.of(text)) or text[named[0].start] not in '“"‘«':
        return pieces
    front = text[: min(cue.start, link.source.span.start if link.source else cue.start)]
    return tuple(named) if _POINTER_BEFORE.search(front[-12:]) else pieces


def _without_hearer(text: str, link: Link, pieces: list[Span]) -> tuple[Span, ...]:
    """The pieces without whoever is asked or written to ("asked the Minister | for Water whether …")."""
    if not link.cue or not pieces:
        return tuple(pieces)
    hearer = _TO_HEARER.match(text, pieces[0].start, pieces[0].end)
    if not hearer and _ASKS.search(link.cue.span.of(text)):
        hearer = _HEARER.match(text, pieces[0].start, pieces[0].end)
    return (Span(hearer.end(), pieces[0].end), *pieces[1:]) if hearer else tuple(pieces)


def _one_sentence(structure: Structure, link: Link, piece: Span, within: Span | None) -> Span:
    """Indirect speech ends with its sentence; what goes on behind it without a cue is for the speakers' step to judge."""
    sentences = structure.sentences[structure.sentence(piece.start) : structure.sentence(piece.end - 1) + 1]
    if len(sentences) < 2 or not link.cue or kind_of(structure, (piece,), within=within) != "indirect":
        return piece
    nearest = sentences[0] if link.cue.span.start <= piece.start else sentences[-1]
    kept = piece.part_in(nearest)
    return (content_edges(structure, kept) if kept else None) or piece


def _between(link: Link, left: Span, right: Span) -> bool:
    parts = [part.span for part in (link.cue, link.source) if part]
    return any(left.end <= part.start and part.end <= right.start for part in parts)


def _joined(structure: Structure, left: Span, right: Span) -> bool:
    """Whether two pieces of one sentence are one stretch of speech ("that A and that B")."""
    same = structure.sentence(left.start) == structure.sentence(right.start)
    if not same or len(WORD.findall(structure.text, left.end, right.start)) <= 4:
        return same
    appositive = _APPOSED.fullmatch(structure.text, left.end, right.start)
    return bool(appositive) and not structure.quoted(Span(left.start, right.end))


def kind_of(structure: Structure, pieces: Sequence[Span], *, within: Span | None = None) -> Kind:
    """Direct where all of the words stand in quotation marks (inside `within`), mixed where some do, else indirect."""
    if not any(structure.quoted(piece) for piece in pieces):
        return "indirect"
    words = quoted = 0
    for piece in pieces:
        marks = [mark for mark in structure.quoted(piece) if not names_something(structure.text, mark)]
        if within:
            marks = [mark for mark in marks if within.covers(mark.span) and mark.span != within]
        # Marks begin in text order: a word is quoted where one that began before it reaches furthest past it.
        reached, following = 0, 0
        for match in WORD.finditer(structure.text, piece.start, piece.end):
            while following < len(marks) and marks[following].inner.start <= match.start():
                reached = max(reached, marks[following].inner.end)
                following += 1
            words += 1
            quoted += match.start() < reached
    if quoted == words:
        return "direct"
    return "mixed" if quoted else "indirect"
