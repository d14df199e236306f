"""Whose resolution a number is: the Security Council's, the General Assembly's, the Human Rights Council's or another's."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from onrecord.citations.catalogue import Catalogue
from onrecord.citations.found import Status

__all__ = ["Forum", "assembly", "council", "resolution_target"]

_MENTIONS_COUNCIL = re.compile(r"Security Council|SECURITY COUNCIL|\bUNSCR?\b|\bS/RES/|\bU\.?N\.? [Rr]esolution")
_MENTIONS_RIGHTS = re.compile(r"Human Rights Council|HUMAN RIGHTS COUNCIL|\bA/HRC/")


@dataclass(frozen=True)
class Forum:
    """What a text says of bodies at large: it settles whose resolution a bare number is."""

    text: str

    @functools.cached_property
    def council(self) -> bool:
        """Whether the text speaks of the Security Council."""
        return _MENTIONS_COUNCIL.search(self.text) is not None

    @functools.cached_property
    def rights(self) -> bool:
        """Whether it speaks of the Human Rights Council, and not of the General Assembly."""
        return _MENTIONS_RIGHTS.search(self.text) is not None and "General Assembly" not in self.text


_Target = tuple[str | None, Status, tuple[str, ...]]


def resolution_target(match: re.Match[str], body: str | None, forum: Forum, known: Catalogue) -> _Target | None:
    """What a number names; None where it is no citation."""
    if body == "other":
        return None, "unknown", ()
    if match["council"]:
        return _council_number(int(match["council"]), match["year"], body, forum, known)
    if match["yearly"]:
        name = f"{'E/CN.4/RES' if body == 'C' else 'E/RES'}/{match['yearly']}"
        return (name, "resolved", ()) if body in ("E", "C", "U") else (None, "ambiguous", (name,))
    if match["session"]:
        return _session_number(match["session"], body, forum, known)
    number = match["special"] or match["old"]
    if body == "H" and match["special"]:
        return f"A/HRC/RES/{_plain(number)}", "resolved", ()
    return assembly(_plain(number) if match["special"] else number, known)


def _council_number(number: int, year: str | None, body: str | None, forum: Forum, known: Catalogue) -> _Target | None:
    symbol = f"S/RES/{number}"
    if body == "S" or (body == "U" and number > 99):
        return council(number, known)
    entry = known.resolution(symbol)
    fits = entry is not None and year is not None and str(entry.year) == year
    if body == "A" and (old := known.numbered(number)):
        return old.symbol, "resolved", ()
    if body in ("A", "H", "E", "C"):
        return None, "unknown", ()
    if fits or (forum.council and number > 9) or (year and number > known.newest):
        return council(number, known)
    # A number alone, in a text that never speaks of the Council.
    return (None, "ambiguous", (symbol,)) if number > 99 else None


def council(number: int, known: Catalogue) -> _Target:
    """The Security Council's resolution of that number; above the newest one known, it is unknown."""
    return f"S/RES/{number}", "resolved" if 0 < number <= known.newest else "unknown", ()


def _session_number(number: str, body: str | None, forum: Forum, known: Catalogue) -> _Target:
    name = _plain(number)
    if body == "H" or (body is None and forum.rights):
        return f"A/HRC/RES/{name}", "resolved", ()
    return assembly(name, known)


def assembly(number: str, known: Catalogue) -> _Target:
    """The General Assembly's resolution of a number such as `62/243`, `217 A (III)` or `ES-10/21`.

    It is resolved where the catalogue has it or knows its session: a symbol names one document.
    """
    symbol, session = _assembly_symbol(number)
    entry = known.resolution(symbol) or known.resolution(re.sub(r"\[?[A-H]\]?$", "", symbol))
    status: Status = "resolved" if entry or known.session(session) else "unknown"
    return symbol, status, ()


_OLD = re.compile(r"(\d+)\s?([A-H])?\s?\(((?:E?S-)?)([IVXL]+)\)\s?\[?([A-H])?\]?")
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}


def _assembly_symbol(number: str) -> tuple[str, str]:
    """The symbol in the catalogue's spelling, and the session."""
    old = _OLD.fullmatch(number)
    if not old:
        session, _, rest = number.partition("/")
        return f"A/RES/{session}/{rest}", session
    part = old[2] or old[5]
    symbol = f"A/RES/{old[1]}({old[3]}{old[4]}){f'[{part}]' if part else ''}"
    return symbol, f"{old[3]}{_roman(old[4])}"


def _roman(numeral: str) -> int:
    values = [_ROMAN[letter] for letter in numeral]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


def _plain(number: str) -> str:
    return re.sub(r"\s", "", number.replace("‑", "-").replace("–", "-"))
