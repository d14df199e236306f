"""Which body adopted a resolution: named before the word, or behind the number."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.citations.patterns import BLANK, YEAR, Pattern
from onrecord.names.lexicon import is_body

__all__ = ["PATTERNS", "Before", "adopter", "adopter_behind", "body_before", "sentence_has_body"]

_S = BLANK
_BODY_BEFORE = Pattern(
    "the body before the word",
    rf"(?:(?P<year>{YEAR}){_S})?"
    r"(?P<body>(?:(?:UN|U\.N\.|United Nations)[ \u00a0])?(?:Security Council|General Assembly|Human Rights Council"
    r"|Economic and Social Council|Commission on Human Rights)|UNSC|UNGA|UNHRC|HRC|ECOSOC|UN|U\.N\.|United Nations|SC|GA)"
    rf"(?:['’]s)?{_S}(?:draft{_S})?$",
    finds=("the «Security Council »", "under «2009 UN General Assembly »", "the «Security Council’s »"),
    misses=("the Council of ministers ", "Security Council. "),
)
_BODY_AFTER = Pattern(
    "the body after the number",
    rf"{_S}(?:of|by){_S}(?:the{_S})?(?P<body>(?:(?:UN|U\.N\.|United Nations){_S})?"
    r"(?:Security Council|General Assembly|Human Rights Council))",
    finds=("1325« of the Security Council»", "62/243« of the United Nations General Assembly»"),
    misses=("1325 of the Council", "1325 in the Security Council"),
)
_OTHER_AFTER = Pattern(
    "another body after the number",
    rf"{_S}(?:of|by){_S}(?:the{_S})?(?P<body>[A-Z][\w’'-]*(?:{_S}(?:(?:of|for|on|and|the){_S}){{0,2}}[A-Z][\w’'-]*){{0,6}})",
    finds=("1416« of the Parliamentary Assembly of the Council of Europe»", "5« by the Velmoran Senate»"),
    misses=("1416 of the assembly", "1416 in Velmora"),
)
PATTERNS = (_BODY_BEFORE, _BODY_AFTER, _OTHER_AFTER)

_WINDOW = 90
_BODIES_END = ("Council", "Assembly", "Human Right", "UN", "U.N.", "Nation", "SC", "GA", "HRC", "ECOSOC", "'", "’")
_NAME_WORD = re.compile(r"[^\W\d_][\w’'.-]*")
_LONGEST_ABBREVIATION = 4
_CONNECTING = frozenset(("of", "and", "for", "on", "the"))


@dataclass(frozen=True, slots=True)
class Before:
    """What stands before the word: where the citation begins, whose resolution it is, of which year."""

    start: int
    body: str | None
    year: str | None = None


def adopter(name: str) -> str:
    """The body as a letter: S Security Council, A General Assembly, H Human Rights Council, E ECOSOC, C the old Commission."""
    for letter, signs in (("H", ("Human Rights Council", "HRC")), ("C", ("Commission",)), ("E", ("Economic", "ECOSOC"))):
        if any(sign in name for sign in signs):
            return letter
    if "Security" in name or name in ("UNSC", "UNSCR", "SCR", "SC"):
        return "S"
    return "A" if "Assembly" in name or name in ("UNGA", "UNGAR", "GA") else "U"


def body_before(text: str, at: int) -> Before:
    """What stands before the word at `at`."""
    window = text[max(0, at - _WINDOW) : at]
    match = _BODY_BEFORE.regex.search(window) if _ends_in_body(window) else None
    if match:
        return Before(at - len(window) + match.start(), adopter(match["body"]), match["year"])
    return _other_body(text, window, at)


def _ends_in_body(window: str) -> bool:
    """Whether a body may stand at the window's end, by the end of its name."""
    name = window.rstrip().removesuffix("draft").rstrip().removesuffix("s")
    return name.endswith(_BODIES_END)


def _other_body(text: str, window: str, at: int) -> Before:
    """A parliament, committee or organisation whose resolution it is: its name runs up to the word."""
    names = list(_NAME_WORD.finditer(window))
    if not names or window[names[-1].end() :].strip():
        return Before(at, None)
    last = names[-1][0].removesuffix("'s").removesuffix("’s")
    heading = text[at].isupper() and text[at + 1 : at + 2].isupper()
    acronym = last.isupper() and len(last) > 1 and not heading
    if not last[:1].isupper() or not (acronym or is_body(last.casefold())) or last in ("Council", "Assembly"):
        return Before(at, None)
    start = names[-1].start()
    for name in reversed(names[:-1]):
        if window[name.end() : start].strip() or not (name[0][0].isupper() or name[0] in _CONNECTING):
            break
        if name[0][-1] == "." and len(name[0]) > _LONGEST_ABBREVIATION:
            break  # a sentence ends
        if name[0][0].isupper():
            start = name.start()
    return Before(at - len(window) + start, "other")


def adopter_behind(text: str, at: int) -> tuple[str, int] | None:
    """The body that is named behind the number that ends at `at`, and where its name ends."""
    if after := _BODY_AFTER.regex.match(text, at):
        return adopter(after["body"]), after.end()
    other = _other_after(text, at)
    return ("other", other.end()) if other else None


def _other_after(text: str, at: int) -> re.Match[str] | None:
    """A parliament or organisation named behind the number."""
    match = _OTHER_AFTER.regex.match(text, at)
    names = match["body"].split() if match else []
    told = any(is_body(name.casefold()) or (name.isupper() and len(name) > 1) for name in names)
    return match if told and names[-1] != "Council" else None


def sentence_has_body(text: str, at: int) -> bool:
    """Whether a body is named before `at` in its sentence."""
    window = text[max(0, at - 400) : at].rpartition(". ")[2].rpartition("\n")[2]
    return any(name[0][0].isupper() and is_body(name[0].casefold()) for name in _NAME_WORD.finditer(window))
