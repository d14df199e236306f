"""Where and when a number is said of, who gives it, and whether it is denied."""

from __future__ import annotations

import pytest

from figures.figured import figures

PLACES = [
    ("Twelve people died in Korrin.", ["Korrin"]),
    ("In Korrin, 12 people died.", ["Korrin"]),
    ("Twelve people died near Port Halden on Monday.", ["Port Halden"]),
    ("Twelve people died in the town of Wend.", ["Wend"]),
    ("Twelve people died in the Valley of Moss.", ["Valley of Moss"]),
    ("Twelve people died in northern Ghana.", ["Ghana"]),
    ("Twelve people died in Bosnia and Herzegovina.", ["Bosnia and Herzegovina"]),
    ("He recalled the Korrin massacre, in which 12 people died.", ["Korrin"]),
    ("Twelve people died in Korrin, and 40 were hurt in Wend.", ["Korrin", "Wend"]),
]

NO_PLACES = [
    "Twelve people died in February.",
    "Twelve people died on a Monday in June 2017.",
    "Twelve people spoke in the Security Council.",
    "Twelve people wrote in English.",
    "Twelve people believed in God.",
    "Twelve people met at the Ministry of Health.",
    "Twelve people died in Article 5 cases.",
]

TIMES = [
    ("Twelve people died on 3 May 2017.", ["2017-05-03"]),
    ("In 2016, 12 people died.", ["2016"]),
    ("Twelve people died on Monday.", ["2018-02-19"]),
    ("Twelve people have died since March 2016.", ["2016-03/.."]),
    ("Revenue was 7% of GDP in 2016 and 11% in 2017.", ["2016", "2017"]),
    ("It rose from 7% of GDP in 2016 to 11% in 2017.", ["2016", "2017"]),
    ("Twelve people died within three weeks.", [None]),
    ("Twelve people died. It was in 2016.", [None]),
    ("It recognised the famine of 1932 by 214 votes.", [None]),
    ("The famine of 1932 killed 214 people.", ["1932"]),
]

AUTHORITIES = [
    ("According to the Ministry of Health, 40 people died.", ["the Ministry of Health"]),
    ("Forty people died, according to the Harbour Board.", ["the Harbour Board"]),
    ("According to data collected by Harbour Watch from 41 volunteers, boats sank.", ["Harbour Watch"]),
    ("By the estimate of many survivors, it held around 1,000 people.", ["many survivors"]),
    ("By Mayor Lima's estimate it held 1,000 people.", [None]),
    ("The governor, Yusuf al-Sarr, gave a toll of 40 dead.", ["Yusuf al-Sarr"]),
    ("The Ministry said 40 had died, Mayor Lima told reporters.", ["The Ministry"]),
    ("Citing figures of the Harbour Board, she said 12 boats sank.", ["the Harbour Board"]),
    ("Figures from the Harbour Board put the dead at 40.", ["the Harbour Board"]),
    ("According to the Ministry, 40 died, while the town spoke of 60.", ["the Ministry", "the town"]),
    ("Forty people died.", [None]),
    ("He said 40 people died.", [None]),
    ("Forty people died, and they said nothing.", [None]),
]

DENIED = [
    ("The ministry denied that 300 people had died.", [True]),
    ("The ministry denied having lost 300 goats.", [True]),
    ("The assertion that 300 people died in Dune does not correspond to the facts, Omar Said told the agency.", [True]),
    ("Reports of 300 dead were false, she said.", [True]),
    ("The claim is false, and 300 people died.", [False]),
    ("The report that 300 people died was published in May.", [False]),
    ("The governor rejected the figure of 485 as false.", [True]),
    ("He dismissed reports that 300 people had fled.", [True]),
    ("It is not true that 300 people died.", [True]),
    ("Not 40 but 12 houses burned.", [True, False]),
    ("The ministry denied that 300 people had died, saying only 12 had.", [True, False]),
    ("He rejected claims of 300 dead; 12 had died.", [True, False]),
    ("“The figure of 71 is far too low,” she said.", [True]),
    ("“113 is a lie,” she said.", [True]),
    ("He said that 7,000, often cited abroad, was wrong.", [True]),
    ("The statement, which spoke of 85 dead, was wrong.", [True]),
    ("Claims by the other side that 12,000 tonnes leaked are baseless.", [True]),
    ("The office called the figure of nine “a fabrication”.", [True]),
    ("He is right in one thing: the 300 deaths of which the town was full were an invention.", [True]),
    ("The 34 fighters of whom the ministry speaks exist on paper only.", [True]),
    ("The 300 pupils were invented for the grant, she said, but the 12 teachers were real.", [True, False]),
    ("The pictures of 52 people allegedly killed there were staged.", [True]),
    ("The mission found no support for the claim that 34 fighters had been killed.", [True]),
    ("He asked them to place no trust in messages in which there is talk of 300 dead.", [True]),
    ("What a paper reported, that 487 people had been maimed, was wrong.", [True]),
    ("The council's count of 613 dead is far too low.", [True]),
    ("The mission found no evidence of 12 graves in the field.", [False]),
    ("The 12 ministers were wrong, he said.", [False]),
    ("The number of the slain is below 70, and the accounts abroad are a gross exaggeration.", [False]),
    ("He said that 70 came too late.", [False]),
    ("The report, which listed 85 dead, was wrong about the place.", [False]),
    ("The number of 12,000 is too high for a town.", [False]),
]

NOT_DENIED = [
    "The ministry denied 300 people their visas.",
    "The school dismissed 200 teachers.",
    "The Board rejected 40 applications.",
    "Not only 12 goats but also a calf died.",
    "Not more than 12 goats died.",
    "He denied it, and 12 people left.",
    "The court rejected the appeal of 12 prisoners.",
]


@pytest.mark.parametrize(("text", "places"), PLACES)
def test_a_place_is_the_one_of_the_number_s_own_clause(text: str, places: list[str]) -> None:
    assert [figure.where for figure in figures(text)] == places


@pytest.mark.parametrize("text", NO_PLACES)
def test_months_bodies_and_languages_are_no_places(text: str) -> None:
    assert [figure.where for figure in figures(text)] == [None]


@pytest.mark.parametrize(("text", "times"), TIMES)
def test_a_time_is_the_one_of_the_number_s_own_clause(text: str, times: list[str | None]) -> None:
    assert [figure.when for figure in figures(text)] == times


@pytest.mark.parametrize(("text", "authorities"), AUTHORITIES)
def test_an_authority_named_beside_the_number_is_kept(text: str, authorities: list[str | None]) -> None:
    assert [figure.authority for figure in figures(text)] == authorities


@pytest.mark.parametrize(("text", "denied"), DENIED)
def test_a_number_that_is_said_not_to_be_so_is_denied(text: str, denied: list[bool]) -> None:
    assert [figure.denied for figure in figures(text)] == denied


@pytest.mark.parametrize("text", NOT_DENIED)
def test_a_number_beside_a_refusal_of_something_else_is_not_denied(text: str) -> None:
    assert [figure.denied for figure in figures(text)] == [False]
