"""Errors to be planted into documents: one sentence or two for every check, in a form that does not fit and in one that does.

Places and persons are invented; resolutions, sessions and treaties come from the catalogue. The same seed gives the same
sentences.
"""

from __future__ import annotations

import calendar
import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.citations.catalogue import catalogue

__all__ = ["PLANTERS", "Planted", "planted"]

_PLACES = "Hallowick Ardrey Kestavia Thornmouth Pellarra Grendovia Brenholt Quillane Marrowby Oskarne".split()
_PEOPLE = (
    "Bastian Orlov", "Ines Falk", "Samuel Adeyemi", "Clara Montez", "Kofi Darko", "Runa Solberg",
    "Mira Castellan", "Ravi Anand",
)  # fmt: skip
_EVENTS = ("flood", "earthquake", "dam failure", "mine fire", "ferry disaster", "famine")
_MONTHS = tuple(calendar.month_name)[1:]
_TREATIES = (
    ("Genocide Convention", 1948),
    ("Refugee Convention", 1951),
    ("Convention on the Rights of the Child", 1989),
    ("Convention against Torture", 1984),
    ("Rome Statute", 1998),
    ("Chemical Weapons Convention", 1993),
    ("Universal Declaration of Human Rights", 1948),
    ("European Convention on Human Rights", 1950),
)
_AMBIGUOUS = (
    ("Additional Protocol", "Additional Protocol I"),
    ("Vienna Convention", "Vienna Convention on Diplomatic Relations"),
    ("Hague Convention", "Hague Regulations of 1907"),
    ("Geneva Convention", "Fourth Geneva Convention"),
)
_TOPICS = (("Security Council", "women, peace and security", 2000, "1325"), ("Security Council", "Liberia", 2003, "1509"))
_SENTENCES = (
    "the store at the harbour had been emptied twice before anybody thought of counting the sacks that were left",
    "no ship of a deeper draught could enter the basin after the second night of silt and storm",
    "every family on the lower bank had been told of the gates an hour after the water came",
    "the bridge was closed to lorries in spring because its bearings had been eaten away by salt",
)
_OTHERS = (
    "nobody in the upper valley has seen a doctor since the pass was cut by snow in November",
    "the lamps along the quay were sold for scrap while the council argued over who owned them",
)
_UNCLOSED = (
    "the pumps ran for nine days and then the oil was gone",
    "three of the gauges had been painted shut for years",
)


@dataclass(frozen=True, slots=True)
class Planted:
    """Paragraphs with an error of one kind, and the same paragraphs without it."""

    check: str
    misfit: tuple[str, ...]
    fit: tuple[str, ...]


def planted(seed: str) -> list[Planted]:
    """One error of every kind, chosen by `seed`."""
    return [Planted(name, *plant(random.Random(f"{seed} {name}"))) for name, plant in PLANTERS.items()]  # noqa: S311 - no secret


_Pair = tuple[tuple[str, ...], tuple[str, ...]]


def _pair(form: str, wrong: object, right: object) -> _Pair:
    return (form.format(wrong),), (form.format(right),)


def _day(pick: random.Random) -> date:
    return date(1950, 1, 1) + timedelta(days=pick.randrange(26_000))


def _weekday_date(pick: random.Random) -> _Pair:
    day = _day(pick)
    month = _MONTHS[day.month - 1]
    form = pick.choice(
        (
            f"The talks at {pick.choice(_PLACES)} opened on {{}}, {day.day} {month} {day.year}, the spokesman said.",
            f"The bridge of {pick.choice(_PLACES)} was closed on {{}} {day.day} {month} {day.year}.",
            f"A second convoy left {pick.choice(_PLACES)} on {{}}, {month} {day.day}, {day.year}.",
        )
    )
    wrong = (day + timedelta(days=pick.randrange(1, 7))).weekday()
    return _pair(form, calendar.day_name[wrong], calendar.day_name[day.weekday()])


def _date_impossible(pick: random.Random) -> _Pair:
    year, month = pick.randrange(1951, 2023), pick.choice((2, 4, 6, 9, 11))
    length = calendar.monthrange(year, month)[1]
    name = _MONTHS[month - 1]
    form = pick.choice(
        (
            f"The order was signed on {{}} {name} {year}, according to the register of {pick.choice(_PLACES)}.",
            f"The register of {pick.choice(_PLACES)} gives {name} {{}}, {year} as the day of the order.",
            f"The gates were opened on the {{}}th of {name} {year}.",
        )
    )
    return _pair(form, length + 1 if "}th" not in form else 30 if month == 2 else 31, pick.randrange(4, 20))


def _date_order(pick: random.Random) -> _Pair:
    first = _day(pick)
    last = first + timedelta(days=pick.randrange(40, 900))
    early, late = (f"{day.day} {_MONTHS[day.month - 1]} {day.year}" for day in (first, last))
    place = pick.choice(_PLACES)
    form = pick.choice(("The camp at {0} was open from {1} to {2}.", "Between {1} and {2} no ship called at {0}."))
    if pick.random() < 0.3:
        early, late = str(first.year), str(first.year + pick.randrange(2, 9))
        form = "From {1} to {2} the port of {0} stood empty."
    return (form.format(place, late, early),), (form.format(place, early, late),)


def _anniversary(pick: random.Random) -> _Pair:
    year, count = pick.randrange(1900, 1990), pick.choice((10, 20, 25, 26, 30))
    then = year + count
    suffix = {1: "st", 2: "nd", 3: "rd"}
    form = (
        f"The people of {pick.choice(_PLACES)} gathered on {pick.randrange(1, 28)} May {then} to mark the {{}} anniversary of "
        f"the {year} {pick.choice(_EVENTS)}."
    )
    wrong, right = count + pick.choice((-2, 2, 5, 10)), count
    return _pair(form, *(f"{one}{suffix.get(one % 10, 'th') if one not in (11, 12, 13) else 'th'}" for one in (wrong, right)))


def _resolution_year(pick: random.Random) -> _Pair:
    entry = pick.choice([one for one in catalogue().entries.council if 1946 <= one.year <= 2024])
    number = entry.symbol.removeprefix("S/RES/")
    form = pick.choice(
        (
            f"The envoy recalled Security Council resolution {number} ({{}}).",
            f"Security Council resolution {number} of {{}} was read out in {pick.choice(_PLACES)}.",
            f"Security Council resolution {number}, adopted in {{}}, was read out in {pick.choice(_PLACES)}.",
        )
    )
    return _pair(form, entry.year + pick.choice((-7, -3, -1, 1, 2, 6)), entry.year)


def _session_year(pick: random.Random) -> _Pair:
    number = pick.randrange(32, 76)
    session = catalogue().session(str(number))
    right = int(session.opened[:4]) if session else 1945 + number
    form = pick.choice(
        (
            f"The Board noted General Assembly resolution {number}/{pick.randrange(10, 90)} of {{}}.",
            f"At the {number}th session of the General Assembly in {{}}, the question of {pick.choice(_PLACES)} came up.",
        )
    )
    return _pair(form, right + pick.choice((-6, -3, 3, 6)), right)


def _resolution_unknown(pick: random.Random) -> _Pair:
    sessions = [one for one in catalogue().entries.sessions if one.below and one.name.isdigit() and int(one.name) > 31]
    if sessions and pick.random() < 0.5:
        session = pick.choice(sessions)
        form = f"The delegate of {pick.choice(_PLACES)} cited General Assembly resolution {session.name}/{{}}."
        return _pair(form, (session.below or 0) + pick.randrange(40, 400), pick.randrange(10, 90))
    return _pair(
        "The delegate cited Security Council resolution {}.", pick.randrange(5_000, 9_900), pick.randrange(1_000, 2_800)
    )


def _resolution_unnumbered(pick: random.Random) -> _Pair:
    body, topic, year, number = pick.choice(_TOPICS)
    # A year in which the document is unlikely to cite the body by number.
    shown = year + pick.choice((-1, 0, 1))
    wrong = f"On {topic}, she asked that the {shown} UN {body} resolution be carried out."
    right = f"On {topic}, she asked that UN {body} resolution {number} be carried out."
    return (wrong,), (right,)


def _instrument_year(pick: random.Random) -> _Pair:
    name, year = pick.choice(_TREATIES)
    form = pick.choice((f"He named the {{}} {name} as the source of the duty.", f"The {name} of {{}} was read out."))
    return _pair(form, year + pick.choice((-31, -12, 13, 24)), year)


def _slip(word: str, pick: random.Random) -> str:
    """The word with a letter left out, doubled or swapped, inside."""
    at = pick.randrange(2, len(word) - 2)
    kind = pick.choice(("drop", "double", "swap"))
    if kind == "swap" and word[at] != word[at + 1]:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return (
        word[:at] + word[at + 1 :] if kind == "drop" and word[at] != word[at - 1] else word[:at] + word[at] * 2 + word[at + 1 :]
    )


def _instrument_misnamed(pick: random.Random) -> _Pair:
    name = pick.choice([name for name, _ in _TREATIES if name not in {"Convention against Torture", "Rome Statute"}])
    word = max(name.split(), key=len)
    return _pair("The duty, he said, comes from the {}.", name.replace(word, _slip(word, pick)), name)


def _instrument_ambiguous(pick: random.Random) -> _Pair:
    vague, clear = pick.choice(_AMBIGUOUS)
    return _pair("The townspeople are protected by the {}, she said.", vague, clear)


def _parts_exceed_total(pick: random.Random) -> _Pair:
    whole = pick.randrange(60, 900)
    part, place = whole // 4, pick.choice(_PLACES)
    form = pick.choice(
        (
            f"The {pick.choice(_EVENTS)} at {place} killed {whole} people, including {{}} women and {part} men.",
            f"Of the {whole} people killed at {pick.choice(_PLACES)}, {{}} were women.",
            f"The {pick.choice(_EVENTS)} killed {whole} people in {pick.choice(_PLACES)}, among them {{}} children.",
        )
    )
    return _pair(form, whole + pick.randrange(3, 90), part)


def _parts_do_not_add_up(pick: random.Random) -> _Pair:
    one, two, three = pick.randrange(20, 60), pick.randrange(20, 60), pick.randrange(20, 60)
    joint = pick.choice(("made up of", "comprising", "consisting of"))
    whole = one + two + three
    form = f"The convoy from {pick.choice(_PLACES)} had {{}} lorries, {joint} {one} tankers, {two} vans and {three} trailers."
    return _pair(form, whole + pick.randrange(5, 40), whole)


def _figure_differs_inside(pick: random.Random) -> _Pair:
    place, right = pick.choice(_PLACES), pick.randrange(100, 900)
    wrong = int(str(right)[::-1]) if str(right)[::-1] not in (str(right),) and right % 10 else right + 30
    day = f"{pick.randrange(1, 28)} June 2016"
    first = f"In {place}, {right} people were killed on {day}."
    second = f"On {day}, {{}} people were killed in {place}."
    return (first, second.format(wrong)), (first, second.format(right))


def _percentage_base(pick: random.Random) -> _Pair:
    whole = pick.choice((40, 50, 60, 80, 120, 200))
    part = whole * pick.choice((1, 2, 3)) // 4
    right = 100 * part // whole
    form = pick.choice(
        (
            f"The mission reached {part} of the {whole} villages ({{}} per cent) around {pick.choice(_PLACES)}.",
            f"In {pick.choice(_PLACES)}, {part} of {whole} schools, or {{}} per cent, stayed shut.",
        )
    )
    return _pair(form, right + pick.choice((-14, -8, 9, 17)), right)


def _name_variants(pick: random.Random) -> _Pair:
    name = pick.choice([place for place in _PLACES if len(place) >= 8])
    first = f"People fled from {name} in spring. The mayor of {name} spoke of the roads, and of the wells near {name}."
    second = "The schools of {} stayed open, he said."
    return (first, second.format(_slip(name, pick))), (first, second.format(name))


def _quotation_unclosed(pick: random.Random) -> _Pair:
    said = pick.choice(_UNCLOSED)
    opening, closing = pick.choice((("“", "”"), ('"', '"')))
    behind = f"The road to {pick.choice(_PLACES)} is closed."
    form = f"The harbour master of {pick.choice(_PLACES)} said: {opening}{said[0].upper()}{said[1:]}.{{}}"
    return (form.format(""), behind), (form.format(closing), behind)


def _same_words_two_speakers(pick: random.Random) -> _Pair:
    one, other = pick.sample(_PEOPLE, 2)
    said, else_said = pick.sample(_SENTENCES, 2)
    first = f"Mr. {one} said that {said}."
    second = f"Ms. {other} told the meeting: “{{}}.”"
    return (first, second.format(said[0].upper() + said[1:])), (first, second.format(else_said[0].upper() + else_said[1:]))


def _role_differs(pick: random.Random) -> _Pair:
    person = pick.choice(_PEOPLE)
    state, other = pick.sample(("Norway", "Kenya", "Peru", "Malta", "Ghana", "Chile"), 2)
    first = f"Mr. {person}, Ambassador of {state}, said that the port was open."
    second = f"The Ambassador of {{}}, Mr. {person}, added that the road was closed."
    return (first, second.format(other)), (first, second.format(state))


def _self_quoted_difference(pick: random.Random) -> _Pair:
    person, said = pick.choice(_PEOPLE), pick.choice(_OTHERS)
    words = said.split()
    at = pick.randrange(6, len(words) - 3)
    changed = " ".join([*words[:at], pick.choice(("northern", "quietly", "eleven")), *words[at + 1 :]])
    first = f"“{said[0].upper()}{said[1:]},” said Mr. {person}."
    second = f"Mr. {person} had told the radio: “{{}}.”"
    between = "The chair thanked the witnesses."
    wrong, right = (second.format(one[0].upper() + one[1:]) for one in (changed, said))
    return (first, between, wrong), (first, between, right)


PLANTERS: dict[str, Callable[[random.Random], _Pair]] = {
    "resolution-year": _resolution_year,
    "resolution-unknown": _resolution_unknown,
    "resolution-unnumbered": _resolution_unnumbered,
    "session-year": _session_year,
    "instrument-year": _instrument_year,
    "instrument-misnamed": _instrument_misnamed,
    "instrument-ambiguous": _instrument_ambiguous,
    "parts-exceed-total": _parts_exceed_total,
    "parts-do-not-add-up": _parts_do_not_add_up,
    "figure-differs-inside": _figure_differs_inside,
    "percentage-base": _percentage_base,
    "anniversary": _anniversary,
    "weekday-date": _weekday_date,
    "date-order": _date_order,
    "date-impossible": _date_impossible,
    "name-variants": _name_variants,
    "quotation-unclosed": _quotation_unclosed,
    "same-words-two-speakers": _same_words_two_speakers,
    "role-differs": _role_differs,
    "self-quoted-difference": _self_quoted_difference,
}
