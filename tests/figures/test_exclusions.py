"""Numbers that count nothing are no figures; those beside them that do, are."""

from __future__ import annotations

import pytest

from figures.figured import words

NOT_FIGURES = [
    # dates and times
    "The dam burst on 25 February 1992.",
    "The dam burst in 2016–17.",
    "A shell fell at 3.40 pm.",
    "The talks began at 10:30.",
    "Updated 9 October 2033, 18.40",
    "It rained for three weeks.",
    "They have waited for the past 25 years.",
    "It was the worst year of the 1990s.",
    # ordinals and multiples
    "It was the 26th anniversary of the second flood.",
    "The 3rd well is dry.",
    "Prices rose five times, a threefold rise.",
    # numbers of articles, resolutions, documents, pages, lists
    "Article 5 and paragraph 12 apply.",
    "It is contrary to Article 2 (7) of the Charter.",
    "She spoke for the Group of Nine.",
    "Paragraphs 4, 5 and 6 apply.",
    "They cited resolutions 900, 901 and 902.",
    "See page 12 and chapter 7 of volume 3.",
    "Flight 204 was late, and bill No. 12 failed.",
    "Form 27 is kept in room 4.",
    "The wells are dry.[1] So are the boats.[2]",
    "[1] Okoro, Wells.",
    "See recital 47, clause 3, criterion 2c, Licence 12 and the Harbour Act (Cap. 214).",
    "1. The Board shall meet.",
    "2) The Board shall vote.",
    "They met in the COP-8 hall with the G-77.",
    # ages
    "Mr. Tamm, 32, is a fisherman.",
    "He was aged 32.",
    "A girl of 12 years of age came.",
    "The 12-year-old saw it.",
    "Children under five are at risk.",
    "They were women over 60.",
    # telephone numbers, notes
    "Call +41 22 730 1234 for more.",
    "Telephone 7301234 for more.",
    "It never came back.12 He left.",
    # addresses
    "Write to 12 Harbour Row, Dunmere.",
    "Its office is at 405 Long Mill Street.",
    # no counts
    "Both came, and the two countries agreed.",
    "One of them left; no one stayed.",
    "Dozens died and tens of thousands fled.",
    "He asked for $5 million.",
    "It is so by the 2011 census.",
    "She is the nurse Lena Orr, who is 34 and lives there.",
    "It rests on A.1116(30).",
]

FIGURES = [
    ("On 25 February 1992 some 60 people fled.", ["60"]),
    ("At 3.40 pm, 17 goats died.", ["17"]),
    ("Three weeks later 1,992 people had fled.", ["1,992"]),
    ("In 1992, 1992 people fled.", ["1992"]),
    ("Article 5 binds 12 States.", ["12"]),
    ("A group of nine men came.", ["nine"]),
    ("The Board cited resolution 900 and 12 reports.", ["12"]),
    ("Mr. Tamm, 32, lost 40 goats.", ["40"]),
    ("Children under five were 30 of the dead.", ["30"]),
    ("Two countries agreed.", ["Two"]),
    ("There were 310 [280–350] deaths and 12 [8] wells.", ["310", "280–350", "12", "8"]),
    ("1. The Board has 12 members.", ["12"]),
    ("He asked for $5 million and got $2 million.", ["$2 million"]),
    ("The well gave 400 litres, 12 hours later 30 litres.", ["400 litres", "30 litres"]),
    ("The 2011 people who came were fed.", ["2011"]),
    ("The crew, who were 34 men, left.", ["34"]),
]


@pytest.mark.parametrize("text", NOT_FIGURES)
def test_a_number_that_counts_nothing_is_no_figure(text: str) -> None:
    assert words(text) == []


@pytest.mark.parametrize(("text", "said"), FIGURES)
def test_a_number_that_counts_beside_one_that_does_not_is_a_figure(text: str, said: list[str]) -> None:
    assert words(text) == said
