"""Numbers in digits, words and both, with their units."""

from __future__ import annotations

import pytest

from onrecord.figures.numerals import numerals

ONE = [
    # digits, grouped by comma, space, apostrophe, stop, and as in India
    ("It held 900 people.", "900", 900, None),
    ("It held 12,345 people.", "12,345", 12_345, None),
    ("It held 731 000 people.", "731 000", 731_000, None),
    ("It held 12’345 people.", "12’345", 12_345, None),
    ("It held 1.234.567 people.", "1.234.567", 1_234_567, None),
    ("It held 1,23,45,678 people.", "1,23,45,678", 12_345_678, None),
    ("It weighed 1.234,56 tonnes.", "1.234,56 tonnes", 1234.56, "tonnes"),
    ("It cost 12.345,5 euros.", "12.345,5 euros", 12_345.5, "EUR"),
    ("It rained 3.5 cm.", "3.5 cm", 3.5, "cm"),
    # scales
    ("Some 2.5 million fled.", "2.5 million", 2_500_000, None),
    ("Some 3 thousand fled.", "3 thousand", 3_000, None),
    ("Some 3.5 lakh people fled.", "3.5 lakh", 350_000, None),
    ("Some 2 crore people fled.", "2 crore", 20_000_000, None),
    ("Some 1.5m people fled.", "1.5m", 1_500_000, None),
    ("Some 40k people fled.", "40k", 40_000, None),
    # words
    ("Seventeen goats died.", "Seventeen", 17, None),
    ("Twenty-one goats died.", "Twenty-one", 21, None),
    ("Two hundred and fifty thousand goats died.", "Two hundred and fifty thousand", 250_000, None),
    ("Three hundred goats died.", "Three hundred", 300, None),
    ("Half a million goats died.", "Half a million", 500_000, None),
    ("A half million goats died.", "A half million", 500_000, None),
    ("Two dozen goats died.", "Two dozen", 24, None),
    ("A dozen goats died.", "A dozen", 12, None),
    ("A hundred goats died.", "A hundred", 100, None),
    # fractions and shares
    ("A third of the goats died.", "A third", 0.333, "fraction"),
    ("Two thirds of the goats died.", "Two thirds", 0.667, "fraction"),
    ("Half of the goats died.", "Half", 0.5, "fraction"),
    ("One in five goats died.", "One in five", 0.2, "fraction"),
    ("One out of every ten goats died.", "One out of every ten", 0.1, "fraction"),
    ("Some 42% died.", "42%", 42, "%"),
    ("Some 42.5 per cent died.", "42.5 per cent", 42.5, "%"),
    ("Some forty per cent died.", "forty per cent", 40, "%"),
    ("There were 153 per 100,000 births.", "153 per 100,000", 153, "per 100,000"),
    ("There were 9 per thousand births.", "9 per thousand", 9, "per thousand"),
    # money and measures
    ("It cost €40m.", "€40m", 40_000_000, "EUR"),
    ("It cost $14 210 million.", "$14 210 million", 14_210_000_000, "USD"),
    ("It cost US$ 5 billion.", "US$ 5 billion", 5_000_000_000, "USD"),
    ("It cost £2bn.", "£2bn", 2_000_000_000, "GBP"),
    ("It cost Rs 5 crore.", "Rs 5 crore", 50_000_000, "INR"),
    ("It cost five million dollars.", "five million dollars", 5_000_000, "USD"),
    ("It cost 300 Swiss francs, or 300 francs.", "300 francs", 300, "CHF"),
    ("It covers 160 square kilometres.", "160 square kilometres", 160, "km2"),
    ("Camps of 1, 285, 000 people.", "1, 285, 000", 1_285_000, None),
    ("It covers 20 hectares.", "20 hectares", 20, "ha"),
    ("It covers 3 km².", "3 km²", 3, "km2"),
    ("It lies 40 miles off.", "40 miles", 40, "mi"),
    ("They LAUNCHED A $1.6 BILLION APPEAL.", "$1.6 BILLION", 1_600_000_000, "USD"),
    ("A hundred and twenty men came.", "A hundred and twenty", 120, None),
    ("Nearly a hundred and fifty thousand fled.", "a hundred and fifty thousand", 150_000, None),
    ("Three score of women hid there.", "Three score", 60, None),
    ("Some £1,250 12s. 6d. was given.", "£1,250 12s. 6d.", 1250.625, "GBP"),
    ("Collisions made up one in eight.", "one in eight", 0.125, "fraction"),
    ("It sank 60 nautical miles off.", "60 nautical miles", 60, "nmi"),
]

RANGES = [
    ("Some 12,000-15,000 fled.", "12,000-15,000", (12_000, 15_000), None),
    ("It is 8 to 10 km off.", "8 to 10 km", (8, 10), "km"),
    ("It cost $2–3 million.", "$2–3 million", (2_000_000, 3_000_000), "USD"),
    ("Between 30 and 40 boats sank.", "30 and 40", (30, 40), None),
    ("Between two and three million fled.", "two and three million", (2_000_000, 3_000_000), None),
    ("Ten to twelve boats sank.", "Ten to twelve", (10, 12), None),
    ("It fields crews of 100-to-300 men.", "100-to-300", (100, 300), None),
]

APART = [
    ("On day 2, 300 men came.", [(2, None), (300, None)]),
    ("Turnout went from 20 to 113.", [(20, None), (113, None)]),
    ("Output rose from 7 to 11 per cent.", [(7, "%"), (11, "%")]),
    ("It grew by 20,000 to 120,000.", [(20_000, None), (120_000, None)]),
    ("Both 30 and 40 boats sank.", [(30, None), (40, None)]),
    ("It lost by a vote of 10-to-1.", [(10, None)]),
    ("A dozen and forty more came.", [(12, None), (40, None)]),
]


@pytest.mark.parametrize(("text", "said", "value", "unit"), ONE)
def test_a_number_has_its_value_and_unit(text: str, said: str, value: float, unit: str | None) -> None:
    found = [one for one in numerals(text) if one.span.of(text) == said]
    assert [one.unit for one in found] == [unit]
    assert [found[0].low, found[0].high] == pytest.approx([value, value])


@pytest.mark.parametrize(("text", "said", "value", "unit"), RANGES)
def test_a_range_has_both_ends(text: str, said: str, value: tuple[float, float], unit: str | None) -> None:
    (found,) = numerals(text)
    assert (found.span.of(text), found.low, found.high, found.unit) == (said, *value, unit)


@pytest.mark.parametrize(("text", "values"), APART)
def test_two_numbers_that_are_no_range_stay_two(text: str, values: list[tuple[float, str | None]]) -> None:
    assert [(one.low, one.unit) for one in numerals(text)] == values
    assert all(one.low == one.high for one in numerals(text))


@pytest.mark.parametrize(
    "text",
    ["No one came.", "Once it rained.", "A goat died.", "The second well.", "Dozens fled.", "Hundreds of thousands fled."],
)
def test_words_that_only_look_like_numbers_are_none(text: str) -> None:
    assert numerals(text) == []
