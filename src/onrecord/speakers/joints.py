"""Joint speakers: a source phrase cut where each part can stand alone ("the Board and Ana Lima")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.names.lexicon import is_body, is_document, is_group, is_office
from onrecord.names.persons import DETERMINERS, person_in
from onrecord.names.states import is_state
from onrecord.names.words import Word, is_acronym, is_capital, words
from onrecord.spans import Span
from onrecord.speakers.mention import is_pronoun

__all__ = ["cut_joints"]

_JOINT = re.compile(
    r"\s*,?\s+(?:and(?:\s+by)?|as well as|along with|together with|&)\s+|\s*,\s+with\s+|\s+with\s+(?=(?-i:[A-Z]{2}))",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]")
_PREPOSITIONS = frozenset({"of", "for", "in", "from", "at", "on", "to", "with", "by", "about", "against", "among", "between"})


def cut_joints(text: str, span: Span) -> list[Span]:
    """The phrase cut between joint speakers, where every part can stand alone."""
    masked = _BRACKET.sub(lambda match: "·" * len(match[0]), span.of(text))
    cuts = list(_JOINT.finditer(masked))
    if not cuts:
        return [span]
    if _one_person(text, span):
        return [span]
    starts = [0, *(cut.end() for cut in cuts)]
    ends = [*(cut.start() for cut in cuts), len(masked)]
    parts = [Span(span.start + start, span.start + end) for start, end in zip(starts, ends, strict=True)]
    merged = [parts[0]]
    for cut, part in zip(cuts, parts[1:], strict=True):
        # "welcomed by the Board and by Ana Lima"
        if cut[0].endswith("by ") or (_stands(text, part) and _may_end(text, merged[-1], part)):
            merged.append(part)
        else:
            merged[-1] = Span(merged[-1].start, part.end)
    return [piece for part in merged for piece in _listed(text, part, joint=len(merged) > 1)]


def _one_person(text: str, span: Span) -> bool:
    """Whether one marked person ends the phrase and nobody stands before: "and" then joins that person's offices or fields."""
    person = person_in(text, words(text, span.start, span.end), certain=True)
    if not person or person.span.end < span.end - 2:
        return False
    before = _JOINT.split(text[span.start : person.span.start])
    fronts = [words(part.strip()) for part in before[:-1]]
    return not any(
        is_state(" ".join(w.text for w in front)) or person_in(part, front) or (len(front) <= 2 and is_acronym(front[-1].text))
        for part, front in zip(before, fronts, strict=False)
        if front
    )


def _listed(text: str, part: Span, *, joint: bool) -> list[Span]:
    """ "Ardania, Velmora" before "and Estova": the members of a list, not a name with its apposition."""
    pieces = re.split(r",\s+", part.of(text))
    if not joint or len(pieces) == 1:
        return [part]
    spans, at = [], part.start
    for piece in pieces:
        at = text.index(piece, at)
        spans.append(Span(at, at + len(piece)))
        at += len(piece)
    heads = [words(text, piece.start, piece.end) for piece in spans]
    if all(head and is_capital(head[0].text) and not any(is_office(w.folded) for w in head) for head in heads) and all(
        not any(word.text in _PREPOSITIONS for word in head) for head in heads
    ):
        return spans
    return [part]


def _stands(text: str, part: Span) -> bool:
    found = words(text, part.start, part.end)
    if not found:
        return False
    first = found[0]
    if first.text.casefold() in DETERMINERS or is_pronoun(text, first) or (first.text[0].isdigit() and len(found) > 1):
        return True
    return is_capital(first.text) and not (len(found) == 1 and is_office(first.folded))


def _may_end(text: str, left: Span, right: Span) -> bool:
    """Whether the left part is whole: no body's name ("for Defence and Analyses") or list of members goes on in the right."""
    found = words(text, left.start, left.end)
    following = words(text, right.start, right.end)
    if not found:
        return False
    complement = next((i for i in range(len(found) - 1, -1, -1) if found[i].text in {"of", "for", "on", "from"}), None)
    if complement is not None and _plural(found[max(0, complement - 1)]):
        return _leaves_list(text, right, following)
    if following[0].text.casefold() in DETERMINERS or is_pronoun(text, following[0]):
        return True
    if complement is not None:
        return any(is_body(w.folded) or is_office(w.folded) or is_acronym(w.text) for w in following)
    if found[0].text.casefold() in {"the", "a", "an"}:
        return _is_whole(found)
    # "Fellow and former Governor Ana Lima": two offices of one person.
    two_offices = is_office(found[-1].folded) and any(is_office(w.folded) for w in following)
    return not two_offices or person_in(text, found) is not None


def _leaves_list(text: str, right: Span, following: Sequence[Word]) -> bool:
    """ "parliaments of Ardania and the Velmoran Republic": all belong to the complement; "and other guests" does not."""
    if following[0].text in {"other", "some", "several", "others"}:
        return True
    rest = following[1:] if following[0].text == "the" else following
    return not (is_state(" ".join(w.text for w in rest)) or "," in right.of(text) or len(rest) <= 2)


def _is_whole(found: Sequence[Word]) -> bool:
    """Whether "the Board" can end before "and"; "the Operations Monitoring" (and Information Centre) cannot."""
    last = found[-1]
    nouns = (is_body, is_office, is_group)
    return (
        any(is_noun(last.folded) for is_noun in nouns) or is_acronym(last.text) or is_state(" ".join(w.text for w in found[1:]))
    )


def _plural(word: Word) -> bool:
    return is_group(word.folded) or (word.folded.endswith("s") and (is_body(word.folded) or is_document(word.folded)))
