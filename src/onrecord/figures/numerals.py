"""Numbers in a text: in digits, in words and in both, with their scale, unit or currency.

One master pattern reads the digits, another the words; each match becomes a `Numeral` with its value in full. What is no
count (dates, ages, ordinals, article numbers) is for `figures.exclusions` to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.figures.words import BIG, NUMBER_WORDS, SCALES, SPOKEN, value_of_words
from onrecord.search import either, lowered
from onrecord.spans import Span

__all__ = ["Numeral", "numerals"]


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number: `low` and `high` are equal but for a range; `unit` is an ISO 4217 code, a unit, `%`, `fraction` or None."""

    span: Span
    low: float
    high: float
    unit: str | None
    digits: bool


_GROUPED = r"\d{1,3}(?:(?P<sep>[,.'’\u00a0\u202f\u2009 ])\d{3})(?:(?P=sep)\d{3})*(?:\.\d+)?(?!\d)"
_EUROPEAN = r"\d{1,3}(?:\.\d{3})+,\d{1,2}(?![\d,])"
_INDIAN = r"\d{1,2}(?:,\d{2})+,\d{3}(?!\d)"
# "285, 000", as words out of a PDF may stand; a list has no number 000. "5, 367" may be two numbers, and stays so.
_TORN = r"\d{1,3}(?:,\s\d{3})*,\s000(?![\d,])"
_PLAIN = r"\d+(?:[.,]\d+)?"
_DIGITS = rf"(?:{_TORN}|{_INDIAN}|{_EUROPEAN}|{_GROUPED}|{_PLAIN})"
_SCALE = "|".join(sorted((re.escape(scale) for scale in SCALES if len(scale) > 2), key=len, reverse=True))
_CURRENCY_BEFORE = {
    "US$": "USD", "A$": "AUD", "C$": "CAD", "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "Rs.": "INR",
    "Rs": "INR", "USD": "USD", "EUR": "EUR", "GBP": "GBP", "CHF": "CHF", "Fr.": "CHF", "₽": "RUB", "₺": "TRY", "₴": "UAH",
    "₪": "ILS", "₦": "NGN",
}  # fmt: skip
_CURRENCY_AFTER = {
    "dollars": "USD", "dollar": "USD", "euros": "EUR", "euro": "EUR", "pounds sterling": "GBP", "pounds": "GBP", "yen": "JPY",
    "rupees": "INR", "rubles": "RUB", "roubles": "RUB", "francs": "CHF", "lira": "TRY", "hryvnias": "UAH", "shekels": "ILS",
    "USD": "USD", "EUR": "EUR", "US dollars": "USD", "U.S. dollars": "USD",
}  # fmt: skip
_UNITS = {
    "square kilometres": "km2", "square kilometers": "km2", "square miles": "mi2", "square metres": "m2", "square meters": "m2",
    "sq km": "km2", "km2": "km2", "km²": "km2", "m²": "m2", "cubic metres": "m3", "cubic meters": "m3", "m³": "m3",
    "kilometres": "km", "kilometers": "km", "kilometre": "km", "kilometer": "km", "km": "km", "metres": "m", "meters": "m",
    "metre": "m", "meter": "m", "centimetres": "cm", "centimeters": "cm", "cm": "cm", "millimetres": "mm", "mm": "mm",
    "miles": "mi", "mile": "mi", "feet": "ft", "hectares": "ha", "hectare": "ha", "ha": "ha", "acres": "acre", "acre": "acre",
    "metric tonnes": "tonnes", "metric tons": "tonnes", "tonnes": "tonnes", "tonne": "tonnes", "tons": "tons", "ton": "tons",
    "kilograms": "kg", "kilogrammes": "kg", "kilogram": "kg", "kilos": "kg", "kg": "kg", "grams": "g", "pounds": "lb",
    "nautical miles": "nmi", "nautical mile": "nmi",
    "litres": "l", "liters": "l", "litre": "l", "liter": "l", "barrels": "barrels", "gallons": "gal",
    "megawatts": "MW", "MW": "MW", "degrees Celsius": "°C", "degrees": "°", "°C": "°C", "km/h": "km/h", "mph": "mph",
}  # fmt: skip
_PERCENT = r"(?:\s?%|\s(?i:per\s?cent|percent|pct)\b|\s?percentage points?)"


def _either(words: dict[str, str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s") for word in sorted(words, key=len, reverse=True))


_BEFORE = rf"(?:(?P<currency>{_either(_CURRENCY_BEFORE)})\s?)"
_ONE = rf"(?P<NAME>{_DIGITS})(?:(?:\s|-)?(?P<NAMEscale>(?i:{_SCALE}))\b|(?P<NAMEshort>bn|mn|m|k|M|B|K)(?![\w²³]))?"


def _one(name: str) -> str:
    return _ONE.replace("NAME", name).replace("?P<sep>", f"?P<{name}sep>").replace("?P=sep", f"?P={name}sep")


_RATE = r"(?P<rate>\sper\s(?:1,000,000|100,000|10,000|1,000|1000|100|thousand|million))"
_AFTER = (
    rf"(?:(?P<percent>{_PERCENT})|\s?(?P<unit>{_either(_UNITS)})(?![\w])|\s(?P<money>{_either(_CURRENCY_AFTER)})\b|{_RATE})"
)
_RANGE = rf"(?:(?:\s?(?:-|–|—|to)\s?|-to-)(?:{_either(_CURRENCY_BEFORE)})?{_one('high')})"
_DIGIT = re.compile(r"\d")
_MASTER = re.compile(rf"(?<![\w/.,-])(?<![$€£]){_BEFORE}?{_one('low')}{_RANGE}?{_AFTER}?")
_WORDED = re.compile(
    rf"(?<![\w-])(?P<spoken>{SPOKEN})(?P<range>\s(?:to|or)\s(?:{NUMBER_WORDS}|\d+)\b)?{_AFTER}?(?![\w])(?![-\u2011](?!\w+ly\b)[a-zA-Z])",
    re.IGNORECASE,
)
_CHANGE = re.compile(
    r"\bby\s+(?:about\s+|some\s+|nearly\s+|over\s+|more\s+than\s+)?\Z|\b(?:rose|risen|rises?|rising|fell|fallen|falls?|falling|grew|grown|grows?|growing|increas\w+|decreas\w+|declin\w+"
    r"|dropp?\w*|climb\w*|jump\w*|soar\w*|rais\w+|reduc\w+|cut|went|gone|mov\w+|chang\w+|up|down|shr[aiu]nk|expand\w*|doubl\w+|tripl\w+|improv\w+|swell\w*|swollen)\b"
    r"[^.;]{0,40}\bfrom\s+(?:about\s+|some\s+|nearly\s+|over\s+|more\s+than\s+)?\Z",
    re.IGNORECASE,
)
# Behind pounds, in old money: "£1,250 12s. 6d."
_SHILLINGS = re.compile(r"\s(?P<shillings>1?\d)s\.(?:\s?(?P<pence>1?\d)d\.)?")
_FRACTION_WORDS = {"half": 0.5, "third": 1 / 3, "quarter": 0.25, "fifth": 0.2, "sixth": 1 / 6, "tenth": 0.1, "eighth": 0.125}
_FRACTION = re.compile(
    r"(?<![\w-])(?:(?P<half>half)(?=\s+(?:of|the|a\s+(?!million|billion|dozen|hundred|thousand)|its|their|all|that)\b)"
    r"|(?P<top>a|one|two|three|four|five|seven|nine)[\s-](?P<part>third|quarter|fifth|sixth|eighth|tenth)s?(?=\s+(?:of|the)\b)"
    r"|(?P<count>one|two|three|four|nine|\d)\s(?:in|out of(?=\s+every))(?:\s+every)?"
    r"\s(?P<every>two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|\d{1,3})(?![\w,.]\d))",
    re.IGNORECASE,
)

# Where a number in words or a fraction can begin, in lower case, with the sign before it.
_OPENS = re.compile(
    rf"[^\w-](?:(?:{either(NUMBER_WORDS.split('|'))})(?!\w)|half(?=\s)"
    rf"|an?[\s-](?:half|{BIG}|third|quarter|fifth|sixth|eighth|tenth)|\d\s(?:in|out)(?=\s))"
)
_SCALED = re.compile(rf"(?:\s|-|(?<=\d))({_SCALE}|bn|mn|m|k)\b", re.IGNORECASE)


def numerals(text: str) -> list[Numeral]:
    """The numbers in `text`, in order, none inside another; the longest at a place wins."""
    found: list[Numeral] = []
    end = 0
    opening = [match.start() for match in _OPENS.finditer(f"\n{lowered(text)}")]
    every = [*_in_digits(text), *_in_words(text, opening), *_fractions(text, opening)]
    for numeral in sorted(every, key=lambda numeral: (numeral.span.start, -numeral.span.end)):
        if numeral.span.start >= end:
            joined = _between(text, found[-1], numeral) if found else None
            if joined:
                found.pop()
            found.append(joined or numeral)
            end = numeral.span.end
    return found


def _between(text: str, left: Numeral, right: Numeral) -> Numeral | None:
    """ "Between 12,000 and 15,000" as one range."""
    if text[left.span.end : right.span.start] != " and " or left.unit not in (None, right.unit) or left.low >= right.high:
        return None
    if text[max(0, left.span.start - 8) : left.span.start].casefold() != "between ":
        return None
    scale = _SCALED.search(right.span.of(text))
    low = left.low * SCALES[scale[1].casefold()] if scale and not _SCALED.search(left.span.of(text)) else left.low
    low = low if low <= right.high else left.low
    return Numeral(Span(left.span.start, right.span.end), low, right.high, right.unit, digits=right.digits)


def _in_digits(text: str) -> Iterator[Numeral]:
    at = 0
    # No sign of money before a number is longer.
    while (digit := _DIGIT.search(text, at)) and (match := _MASTER.search(text, max(at, digit.start() - 6))):
        low = _value(match, "low")
        high = _value(match, "high") if match["high"] else low
        end = match.end()
        if match["high"] and match["highscale"] and not match["lowscale"]:
            scaled = low * SCALES[match["highscale"].casefold()]
            low = scaled if scaled <= high else low
        unit = _unit(match)
        if match["high"] and (high <= low or _CHANGE.search(text[max(0, match.start() - 60) : match.start()])):
            # "2-1", "grew by 20 to 113", "rose from 7 to 11%": no range; reading goes on behind the first.
            high, end = low, max(match.end(name) for name in ("low", "lowscale", "lowshort"))
            unit = unit if unit == "%" and " to " in match[0] else _CURRENCY_BEFORE.get(match["currency"])
        if unit == "GBP" and low == high and (old := _SHILLINGS.match(text, end)):
            low = high = round(low + int(old["shillings"]) / 20 + int(old["pence"] or 0) / 240, 6)
            end = old.end()
        yield Numeral(Span(match.start(), end), low, high, unit, digits=True)
        at = max(end, match.start() + 1)


def _value(match: re.Match[str], name: str) -> float:
    digits = match[name]
    separator = match[f"{name}sep"]
    if re.fullmatch(_EUROPEAN, digits):
        value = float(digits.replace(".", "").replace(",", "."))
    elif re.fullmatch(rf"{_TORN}|{_INDIAN}", digits):
        value = float(re.sub(r",\s?", "", digits))
    elif separator:
        value = float(digits.replace(separator, "") if separator != "." else digits.replace(".", ""))
    else:
        value = float(digits.replace(",", "."))
    scale = match[f"{name}scale"] or match[f"{name}short"]
    return round(value * SCALES[scale.casefold()], 6) if scale else value


def _unit(match: re.Match[str]) -> str | None:
    groups = match.groupdict()
    if groups.get("currency"):
        return _CURRENCY_BEFORE[groups["currency"]]
    if groups.get("percent"):
        return "%"
    if groups.get("money"):
        return next(code for word, code in _CURRENCY_AFTER.items() if word.casefold() == groups["money"].casefold())
    if groups.get("rate"):
        return "per " + groups["rate"].strip().removeprefix("per ")
    if groups.get("unit"):
        words = re.sub(r"\s", " ", groups["unit"])
        return _UNITS.get(words) or _UNITS[words.casefold()]
    return None


def _from_each(pattern: re.Pattern[str], text: str, opening: Sequence[int]) -> Iterator[re.Match[str]]:
    """The matches that begin where a number in words can, none inside another."""
    end = 0
    for at in opening:
        if at >= end and (match := pattern.match(text, at)):
            end = match.end()
            yield match


def _in_words(text: str, opening: Sequence[int]) -> Iterator[Numeral]:
    for match in _from_each(_WORDED, text, opening):
        low = value_of_words(match["spoken"])
        if low is None:
            continue
        other = _second(match["range"])
        yield Numeral(Span(match.start(), match.end()), low, max(low, other or low), _unit(match), digits=False)


def _second(stretch: str | None) -> float | None:
    """The second number of "ten to twelve"."""
    word = stretch.split()[-1] if stretch else ""
    return float(word) if word.isdigit() else value_of_words(word) if word else None


def _fractions(text: str, opening: Sequence[int]) -> Iterator[Numeral]:
    for match in _from_each(_FRACTION, text, opening):
        span = Span(match.start(), match.end())
        if match["half"]:
            value = 0.5
        elif match["top"]:
            value = (value_of_words("one" if match["top"].casefold() == "a" else match["top"]) or 1.0) * _FRACTION_WORDS[
                match["part"].casefold()
            ]
        else:
            value = _small(match["count"]) / _small(match["every"])
        if 0 < value <= 1:
            yield Numeral(span, round(value, 3), round(value, 3), "fraction", digits=False)


def _small(word: str) -> float:
    return float(word) if word.isdigit() else value_of_words(word) or 1.0
