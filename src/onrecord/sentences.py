"""Where sentences begin and end: the one home of sentence splitting.

A sentence ends at a stop (with the quotation marks, brackets and note numbers that close after it) before something that can
open one, unless the stop belongs to an abbreviation, an initial, a numeral or a heading number; and always at a blank line.
Nothing is looked up in a model: the lists below are the whole of what is known.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence

from onrecord.spans import Span

__all__ = ["OPENERS", "sentence_number", "sentences"]


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# Abbreviations that stand before a name or a number and so never end a sentence.
_BEFORE_NAME = _words(
    "mr mrs ms mx messrs mme mlle dr drs prof profs hon rt rev revd fr st ste sr sra srta msgr mgr h.e h.r.h h.h h.m "
    "h.m.a amb pres gov sen sens rep reps atty supt insp cmdr comdr cdr adm radm vadm rear capt cpt col cols lt ltc ltg "
    "gen gens maj brig sgt cpl pvt pfc pte spc wo dep asst assoc sec vice p.m.s cllr ald eng ing arch adv smt shri sh lic "
    "dott dra no nos art arts para paras par pp vol vols fig figs ch chap cf vs v viz e.g i.e eg ie approx ca c ed eds op "
    "res doc docs ser add annex jan feb mar apr jun jul aug sept sep oct nov dec mt ft"
)
# Abbreviations that may end one: they do where the next word is one that opens sentences.
_MAY_END = _words(
    "inc ltd co corp bros llc plc jr ret retd esq etc al a.m p.m u.s u.n u.k u.s.a e.u u.a.e d.c b.c a.d ph.d m.d b.a m.a "
    "j.d ll.b ll.m ll.d m.p m.sc b.sc dept univ est govt intl assn natl ave blvd rd kg km cm mm min hr hrs yr yrs mln bn"
)
# Words that open a sentence far more often than they go on with a name.
OPENERS = _words(
    "a about above according after all also although amid among an and another any are as asked at because before both "
    "but by can could dear despite did do does during each earlier even every few finally first following for from further "
    "furthermore had has have he her here his how however i if in indeed instead is it its last later like many meanwhile "
    "more moreover most much my nevertheless no none nor not nothing now of on once one only or other others our over "
    "people several she since so some still such than thank that the their then there therefore these they this those "
    "though through thus to today together two under unfortunately until upon was we were what when where whether which "
    "while who whose why will with within without inside outside across around beyond behind near unlike besides except "
    "towards toward amidst alongside would yes yesterday yet you your"
)
_CLOSERS = "\"'”’»›)\\]}“"
_STOP = re.compile(
    rf"(?P<stop>[.!?…][.!?…]*)(?P<close>[{_CLOSERS}]*(?:\[\d+\])*)"
    r"(?:(?P<gap>[ \t\u00a0\u2009]*\n?[ \t\u00a0\u2009]*)(?=(?P<next>\S)))"
)
_PARAGRAPH = re.compile(r"\n[ \t\u00a0]*\n\s*")
_APART = frozenset("\"'“”‘’«»()[]*_")  # with white space, what parts the word before a stop from what stands before it
_WORD_AFTER = re.compile(r"[\"'“”‘’«»(\[]*([^\W\d_]+(?:['’][^\W\d_]+)?)")
# “Why?” Karr asked.
_SAID = re.compile(r"(?:[^\W\d_]['’.\w-]* ){1,4}(?:said|says|asked|asks|added|wondered|replied|told)\b")
_RUN_ON = re.compile(r"[A-Z][a-z]*\s")


def sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The sentences of `text[start:end]` in order, without the white space between them; they cover all its words."""
    end = len(text) if end is None else end
    found: list[Span] = []
    at = start
    for match in _PARAGRAPH.finditer(text, start, end):
        found += _of_paragraph(text, at, match.start())
        at = match.end()
    return found + _of_paragraph(text, at, end)


def sentence_number(found: Sequence[Span], at: int) -> int | None:
    """Which of the sentences, which stand in order, holds the position; None where none does."""
    number = bisect.bisect_right(found, at, key=lambda one: one.start) - 1
    return number if number >= 0 and at < found[number].end else None


def _of_paragraph(text: str, start: int, end: int) -> list[Span]:
    found: list[Span] = []
    at = Span(start, end).trim(text).start
    for match in _STOP.finditer(text, start, end):
        # A quotation mark after the gap opens the next sentence; one before it closes this one.
        stop = match.end("close")
        if at < stop and _ends(text, at, match):
            found.append(Span(at, stop))
            at = match.end("gap")
    rest = Span(min(at, end), end).trim(text)
    return [*found, rest] if rest else found


def _ends(text: str, start: int, match: re.Match[str]) -> bool:
    if not match["gap"]:
        return _runs_on(text, start, match)
    following = match["next"]
    if following.islower() or following in ",;:)]…?!":
        return False
    if match["stop"] == ".":
        return not _abbreviates(text, start, match)
    if set(match["stop"]) <= {".", "…"}:
        return _capital(text, match.end())
    return not (match["close"] and _SAID.match(text, match.end()))


def _capital(text: str, at: int) -> bool:
    word = _WORD_AFTER.match(text, at)
    return bool(word and word[1][0].isupper())


def _runs_on(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether a stop with no space behind it ("… prevail.Dr. Karr spoke") parts two sentences."""
    before = text[max(start, match.start() - 2) : match.start()]
    return match["stop"] == "." and len(before) == 2 and before.islower() and bool(_RUN_ON.match(text, match.end()))


def _abbreviates(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether the stop belongs to the word before it and ends no sentence."""
    # Walked back from the stop: a search for the word would begin at the paragraph's start, at every stop of it.
    at = match.start()
    while at > start and text[at - 1] not in _APART and not text[at - 1].isspace():
        at -= 1
    word = text[at : match.start()]
    folded = word.casefold().rstrip(".")
    if word.isdigit() and not match["close"]:
        # "2. Calls upon …": the number of a paragraph, perhaps behind an opening mark.
        return match.start() - len(word) - start <= 1
    if match["close"].strip(")") and folded not in _BEFORE_NAME:
        return False
    after = _WORD_AFTER.match(text, match.end())
    opens = bool(after and after[1].casefold() in OPENERS)
    if folded in {"no", "nos", "art", "arts", "mar", "may", "sec", "c", "v"} and not match["next"].isdigit():
        return folded in {"c", "v"} and not opens and len(word) == 1
    if folded in _BEFORE_NAME:
        return True
    if folded in _MAY_END or _initial(word):
        return not opens
    return False


def _initial(word: str) -> bool:
    """ "J", "J.R", "Ph" of a name: one capital, or capitals with stops between."""
    return bool(re.fullmatch(r"(?:[^\W\d_a-z]\.)*[^\W\d_a-z]|(?:[A-Z][a-z]?\.)+[A-Z][a-z]?", word)) and word[0].isupper()
