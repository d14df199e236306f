"""Whether a text says that something was not said: "did not say", "nobody claimed", "never did she ask", "declined to say"."""

from __future__ import annotations

import re

from onrecord.spans import Span

__all__ = ["denied"]

_NOT = r"(?:\b(?:not|never|nor|neither|no longer|hardly ever)\b(?!\s+(?:only|just|merely|simply|least)\b)|n['’]t\b)"
_IN_CUE = re.compile(
    rf"{_NOT}|\b(?:refus|declin|fail|omitt|neglect|forg[eo]t)[a-z]*\s+(?:even\s+)?to\b|\bstop(?:ped|s)?\s+short\s+of\b",
    re.IGNORECASE,
)
# Between the denial and the verb stand auxiliaries and adverbs at most.
_BEFORE = re.compile(
    rf"{_NOT}(?:\s+(?:[a-z]+ly|once|even|ever|yet|also|quite|have|has|had|be|been|being|in any way|at any time)){{0,3}}\s*\Z",
    re.IGNORECASE,
)
_NOBODY = re.compile(r"(?:nobody|no[ -]one|none|neither|no|not (?:one|a single|a|any))\b", re.IGNORECASE)
_INVERTED = re.compile(
    r"[\"'“‘(]?(?:not (?:once|even)|never|nowhere|at no (?:time|point|stage)|in no way|nor|neither|(?:but|and) (?:never|nor))\b"
    r"[^.;:!?]{0,40}?\s(?:did|does|do|has|have|had|would)\s",
    re.IGNORECASE,
)
_CLAUSE_ENDS = re.compile(r'[,"“”]')
_NEAR, _FRONT = 60, 120  # characters before the cue


def denied(text: str, sentence: Span, source: Span | None, cue: Span) -> bool:
    """Whether `cue` in `sentence` tells of something that its source did not say."""
    if _IN_CUE.search(text, cue.start, cue.end):
        return True
    if sentence.start < cue.start and _BEFORE.search(text, max(sentence.start, cue.start - _NEAR), cue.start):
        return True
    if source and _NOBODY.match(text, source.start, source.end):
        return True
    inverted = _INVERTED.match(text, sentence.start, cue.start)
    if not inverted or cue.start - sentence.start >= _FRONT:
        return False
    # "At no time did the council agree," she said: another clause's denial.
    subject = source.end if source and source.start == inverted.end() else inverted.end()
    return not _CLAUSE_ENDS.search(text, subject, cue.start)
