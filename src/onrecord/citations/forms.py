"""The names that the catalogue's entries go by: as they stand in it, and as they are shortened elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from onrecord.citations.capitalised import kinds_alone
from onrecord.citations.catalogue import Catalogue
from onrecord.citations.words import keys
from onrecord.names.states import state

__all__ = ["forms"]


def forms(known: Catalogue) -> Iterator[tuple[str, tuple[str, ...], bool]]:
    """Every name, whom it means, and whether it is ours, cut from a fuller one."""
    entries = known.entries
    for one in entries.ambiguities:
        yield one.form, one.candidates, False
    settled = {keys(one.form) for one in entries.ambiguities}
    for instrument in entries.instruments:
        for form in instrument.forms:
            if form == instrument.title != instrument.name and kinds_alone(form):
                continue
            if keys(form) not in settled:
                yield form, (instrument.id,), False
            if form.startswith("ILO "):
                yield form.replace("ILO ", "International Labour Organization "), (instrument.id,), False
        yield from ((form, (instrument.id,), True) for form in (*_cut(instrument.name), *_unprefixed(instrument.forms)))
    for resolution in entries.assembly:
        yield from ((name, (resolution.symbol,), True) for name in resolution.names if not name.isupper())
    for case in entries.cases:
        title = re.sub(r".*\(([^()]* v\. [^()]*)\)", r"\1", case.title)
        named = [title, *case.aliases] if " v. " in title else case.aliases
        yield from ((form, (case.id,), False) for form in named if len(keys(form)) > 1)
        yield from ((form, (case.id,), True) for form in _judged(case.title))


def _judged(title: str) -> Iterator[str]:
    """What a case's judgment is called: "Barrios Altos judgment" of "Barrios Altos v. Peru", "Soering judgment"."""
    first = title.partition(" (")[0].partition(" v. ")[0]
    if not state(first) and first != "Prosecutor":
        yield from (f"{first} {word}" for word in ("judgment", "judgement", "ruling"))
        if len(keys(first)) > 1:
            yield f"{first} case"


def _unprefixed(forms: Iterable[str]) -> Iterator[str]:
    """Long names without "United Nations" or "International" in front."""
    for form in forms:
        bare = re.sub(r"^(?:UN|United Nations|International) ", "", form)
        if bare != form and len(keys(bare)) > 2:
            yield bare


def _cut(name: str) -> Iterator[str]:
    """The name without its year or what stands in brackets."""
    bare = name.partition(" (")[0]
    before, _, after = bare.rpartition(" of ")
    if after.isdigit():
        bare = before
    first, _, rest = bare.partition(" ")
    bare = rest if first.isdigit() and len(first) == 4 else bare
    if bare != name and len(keys(bare)) > 1:
        yield bare
