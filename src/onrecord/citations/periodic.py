"""Reports of States to a treaty body: "the combined sixth and seventh periodic reports of Ardania".

Such reports carry the symbols of the United Nations' scheme, COMMITTEE/C/STATE/NUMBERS. Where the text has the symbol, it is
what the words mean; where it names only the committee, the symbol by the scheme is a candidate.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from onrecord.citations.catalogue import Catalogue
from onrecord.citations.found import Found
from onrecord.citations.patterns import BLANK, Pattern
from onrecord.citations.words import Words
from onrecord.names.ordinals import ORDINAL, ordinal
from onrecord.names.states import state
from onrecord.spans import Span

__all__ = ["PATTERNS", "periodic"]

_S = BLANK
_ORDINAL = rf"(?:initial|{ORDINAL})"
_PERIODIC = Pattern(
    "a State's periodic report",
    rf"(?<![\w-])(?:[Cc]ombined{_S})?(?P<numbers>(?i:{_ORDINAL}(?:(?:,?{_S}and{_S}|,{_S}|{_S}to{_S}|{_S}through{_S}){_ORDINAL}){{0,4}}))"
    rf"(?:{_S}combined)?(?:{_S}periodic(?:{_S}State)?{_S}reports?|(?<=nitial){_S}report(?={_S}of{_S}(?:the{_S})?[A-Z]))"
    rf"(?P<of>{_S}of{_S}(?:the{_S})?(?P<state>[A-Z][\w’'.-]*(?:{_S}(?:(?:of|and|the){_S}){{0,2}}[A-Z][\w’'-]*){{0,5}}))?",
    finds=(
        "the «combined sixth and seventh periodic reports of Ardania» on",
        "«Seventh periodic report of the Republic of Velmora»",
        "its «fourth to sixth periodic reports»,",
        "the «initial report of Ardania» (CED/C/",
        "the «4th periodic report» was",
    ),
    misses=("periodic reports", "the first quarterly report", "a second report", "initial reports of fire"),
    words=("periodic", "initial report"),
    reach=160,
)
PATTERNS = (_PERIODIC,)


def periodic(read: Words, cited: Iterable[Found], known: Catalogue) -> Iterator[Found]:
    """The reports, with their symbols as far as the text settles them."""
    matches = list(_PERIODIC.every(read))
    if not matches:
        return
    symbols = [one.target for one in cited if one.target and "/" in one.target]
    bodies = {one.symbol for one in known.entries.bodies if one.symbol and one.body in read.text}
    for match in matches:
        name = _state(match["state"]) if match["state"] else None
        end = match.start("state") + len(name) if name else match.end("of" if match["of"] else 0)
        span = Span(match.start(), end)
        code = known.entries.codes.get(state(name) or "") if name else None
        yield _found(span, f"/{code}/{_numbers(match['numbers'])}" if code else "", symbols, bodies)


def _found(span: Span, rest: str, symbols: list[str], bodies: set[str]) -> Found:
    given = {symbol for symbol in symbols if rest and symbol.endswith(rest)}
    if len(given) == 1:
        return Found(span, given.pop(), "resolved", core=span)
    if rest and len(bodies) == 1:
        return Found(span, None, "ambiguous", (f"{min(bodies)}{rest}",), core=span)
    return Found.unknown(span)


def _state(name: str) -> str | None:
    """As many of the words as are a State's name."""
    while name and state(name) is None:
        name = name.rpartition(" ")[0].removesuffix(" of").removesuffix(" and").removesuffix(" the")
    return name or None


def _numbers(words: str) -> str:
    """The numbers as a symbol has them: "8-9", "5"."""
    found = re.findall(_ORDINAL, words.casefold())
    numbers = sorted({ordinal(one) or 1 for one in found})
    return f"{numbers[0]}-{numbers[-1]}" if len(numbers) > 1 else str(numbers[0])
