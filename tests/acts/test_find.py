"""Acts of bodies: one for each body of a list, with verb, object and date, done or left undone."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.acts.find import find
from onrecord.flow import flow
from onrecord.reading.read import read
from onrecord.record import Act
from onrecord.scan import Scan

Row = tuple[str, str, str | None, str | None]


def scan(text: str) -> Scan:
    return Scan(flow(read(text.encode(), name="report", media_type="text/plain")), date(2031, 4, 9))


def acts(text: str) -> list[Act]:
    return find(scan(text))


def rows(text: str) -> list[Row]:
    """Body, verb ("not …" where it was left undone), words of the object, date."""
    shown = scan(text)
    return [
        (act.body, f"{'not ' if act.negated else ''}{act.verb}", act.object.of(shown.text) if act.object else None, act.when)
        for act in find(shown)
    ]


CASES: list[tuple[str, list[Row]]] = [
    (
        "The parliaments of Mexico (2011) and Peru (2012), as well as 14 US states, had recognised the raid.",
        [
            ("parliament of Mexico", "recognised", "the raid", "2011"),
            ("parliament of Peru", "recognised", "the raid", "2012"),
            ("14 US states", "recognised", "the raid", None),
        ],
    ),
    ("The OIC too had adopted several resolutions.", [("OIC", "adopted", "several resolutions", None)]),
    ("The Senate of Chile voted down the motion in 2015.", [("Senate of Chile", "rejected", "the motion", "2015")]),
    (
        "The Senate of Kenya on Wednesday recognised the famine.",
        [("Senate of Kenya", "recognised", "the famine", "2031-04-09")],
    ),
    (
        "The Council on 3 March 2030 condemned the raid of 2029.",
        [("Council", "condemned", "the raid of 2029", "2030-03-03")],
    ),
    ("In Peru, where the Senate sat in 2012, nobody condemned it.", []),
    ("The Senate of Ardania ratified the treaty in 2029.", [("Senate of Ardania", "ratified", "the treaty", "2029")]),
    (
        "The raid was recognised as a crime by the parliaments of Ghana (2021, 96 votes in favour) and Kenya (1998).",
        [
            ("parliament of Ghana", "recognised", "The raid", "2021"),
            ("parliament of Kenya", "recognised", "The raid", "1998"),
        ],
    ),
    (
        "The parliaments of Kenya (2011) and Bosnia and Herzegovina (2013), condemned the raid.",
        [
            ("parliament of Kenya", "condemned", "the raid", "2011"),
            ("parliament of Bosnia and Herzegovina", "condemned", "the raid", "2013"),
        ],
    ),
    (
        "Peru’s Congress and Ardania's Senate condemned the raid.",
        [("Peru’s Congress", "condemned", "the raid", None), ("Ardania's Senate", "condemned", "the raid", None)],
    ),
    ("In Ardania's view the Senate condemned the raid.", [("Senate", "condemned", "the raid", None)]),
    ("Norway has not ratified the protocol.", [("Norway", "not ratified", "the protocol", None)]),
    ("Norway did not recognise the new government.", [("Norway", "not recognised", "the new government", None)]),
    ("Kenya failed to adopt the law.", [("Kenya", "not adopted", "the law", None)]),
    ("On 3 March 2030, the Harbour Board condemned the raid.", [("Harbour Board", "condemned", "the raid", "2030-03-03")]),
    ("Peru acceded to the Convention in 1990.", [("Peru", "acceded to", "the Convention", "1990")]),
    ("Ghana expelled two envoys of Togo last week.", [("Ghana", "expelled", "two envoys of Togo", "2031-03-31/2031-04-06")]),
    ("The European Union imposed sanctions on Ardania.", [("European Union", "sanctioned", "Ardania", None)]),
    ("Members of the Board voted against the budget.", [("Members of the Board", "voted against", "the budget", None)]),
    ("Malta voted in favour of the draft.", [("Malta", "voted for", "the draft", None)]),
    (
        "The treaty was ratified by Antigua and Barbuda, Kenya and the Kingdom of Norway in 2001, 2002 and 2003 respectively.",
        [
            ("Antigua and Barbuda", "ratified", "The treaty", "2001"),
            ("Kenya", "ratified", "The treaty", "2002"),
            ("Kingdom of Norway", "ratified", "The treaty", "2003"),
        ],
    ),
    (
        (
            "The Water Committee of the Senate and the Standing Committee on Ports and Harbours of the National Assembly"
            " unanimously passed a resolution in 2012 and 2017 respectively whereby they condemned the flooding."
        ),
        [
            ("Water Committee of the Senate", "passed", "a resolution", "2012"),
            ("Standing Committee on Ports and Harbours of the National Assembly", "passed", "a resolution", "2017"),
            ("Water Committee of the Senate", "condemned", "the flooding", None),
            ("Standing Committee on Ports and Harbours of the National Assembly", "condemned", "the flooding", None),
        ],
    ),
    (
        (
            "The Organisation of Harbour Towns (OHT) and Parliaments of Kenya, Columbia, Bosnia and Herzegovina, the Czech"
            " Republic and Peru have also recognized the famine as a crime."
        ),
        [
            ("Organisation of Harbour Towns", "recognised", "the famine as a crime", None),
            ("Parliament of Kenya", "recognised", "the famine as a crime", None),
            ("Parliament of Columbia", "recognised", "the famine as a crime", None),
            ("Parliament of Bosnia and Herzegovina", "recognised", "the famine as a crime", None),
            ("Parliament of the Czech Republic", "recognised", "the famine as a crime", None),
            ("Parliament of Peru", "recognised", "the famine as a crime", None),
        ],
    ),
    (
        "The Mexican and Peruvian parliaments adopted the text.",
        [("Mexican parliament", "adopted", "the text", None), ("Peruvian parliament", "adopted", "the text", None)],
    ),
    (
        "Both the Senate and the House of Deputies approved the treaty.",
        [("Senate", "approved", "the treaty", None), ("House of Deputies", "approved", "the treaty", None)],
    ),
    (
        "The Council adopted the text and condemned the raid.",
        [("Council", "adopted", "the text", None), ("Council", "condemned", "the raid", None)],
    ),
    (
        "The Council affirmed and reaffirmed the border.",
        [("Council", "affirmed", "the border", None), ("Council", "reaffirmed", "the border", None)],
    ),
    (
        "The European Union, which suspended the talks in 2014, denounced the vote.",
        [("European Union", "suspended", "the talks", "2014"), ("European Union", "denounced", "the vote", None)],
    ),
    (
        "The crime is recognised by some States including Norway as well.",
        [("Norway", "recognised", "The crime", None)],
    ),
    (
        "Several countries, including Kenya and Peru, condemned the raid.",
        [("Kenya", "condemned", "the raid", None), ("Peru", "condemned", "the raid", None)],
    ),
    ("Many parliaments have recognised the crime.", [("Many parliaments", "recognised", "the crime", None)]),
    ("She cited a resolution adopted by the Harbour Board.", [("Harbour Board", "adopted", "a resolution", None)]),
    (
        "The Ministry of Culture and Tourism endorsed the plan.",
        [("Ministry of Culture and Tourism", "endorsed", "the plan", None)],
    ),
    (
        "He said that Norway, Kenya and Peru had signed the accord.",
        [(name, "signed", "the accord", None) for name in ("Norway", "Kenya", "Peru")],
    ),
    ("The Senate ratified the 1948 Convention.", [("Senate", "ratified", "the 1948 Convention", None)]),
    (
        "The Parliaments of Ardania, Borovia and Velmora have recognised the raid.",
        [(f"Parliament of {name}", "recognised", "the raid", None) for name in ("Ardania", "Borovia", "Velmora")],
    ),
    (
        "Ardania and Borovia ratified the protocol in 1990.",
        [("Ardania", "ratified", "the protocol", "1990"), ("Borovia", "ratified", "the protocol", "1990")],
    ),
    ("Ardania withdrew from the Harbour Convention in 2017.", [("Ardania", "withdrew from", "the Harbour Convention", "2017")]),
    (
        "Seventeen countries, among them Ardania, Borovia and Norway, have recognised the new State.",
        [
            ("Seventeen countries", "recognised", "the new State", None),
            ("Ardania", "recognised", "the new State", None),
            ("Borovia", "recognised", "the new State", None),
            ("Norway", "recognised", "the new State", None),
        ],
    ),
    (
        "Similarly, Norway and Kenya condemned the raid.",
        [("Norway", "condemned", "the raid", None), ("Kenya", "condemned", "the raid", None)],
    ),
    (
        "In 2011, the Mexican Senate, followed by the parliaments of Chile (2012) and Peru (2013), recognised the raid.",
        [
            ("Mexican Senate", "recognised", "the raid", "2011"),
            ("parliament of Chile", "recognised", "the raid", "2012"),
            ("parliament of Peru", "recognised", "the raid", "2013"),
        ],
    ),
    (
        "The raid has been recognised by 14 parliaments, including those of Chile and Peru.",
        [
            ("14 parliaments", "recognised", "The raid", None),
            ("parliament of Chile", "recognised", "The raid", None),
            ("parliament of Peru", "recognised", "The raid", None),
        ],
    ),
    ("No parliament has ever recognised the raid.", [("parliament", "not recognised", "the raid", None)]),
    ("None of the member States has recognised the port.", [("member States", "not recognised", "the port", None)]),
    (
        "Neither the Senate nor the House of Deputies approved the bill.",
        [("Senate", "not approved", "the bill", None), ("House of Deputies", "not approved", "the bill", None)],
    ),
    (
        "Peru ratified the treaty in 2016; Chile did so on 3 May 2017.",
        [("Peru", "ratified", "the treaty", "2016"), ("Chile", "ratified", "the treaty", "2017-05-03")],
    ),
    (
        "Only Norway has ratified it; the Parliament of Kenya has not.",
        [("Norway", "ratified", "it", None), ("Parliament of Kenya", "not ratified", "it", None)],
    ),
    (
        "Malta and Chile have ratified the accord. Kenya has not yet done so. Ana Lima did so.",
        [
            ("Malta", "ratified", "the accord", None),
            ("Chile", "ratified", "the accord", None),
            ("Kenya", "not ratified", "the accord", None),
        ],
    ),
    ("The raid was condemned by the League of Ports in May.", [("League of Ports", "condemned", "The raid", "2031-05")]),
    ("The treaty has been ratified by 164 States.", [("164 States", "ratified", "The treaty", None)]),
    (
        "The League's Peace and Security Council expelled Togo.",
        [("League's Peace and Security Council", "expelled", "Togo", None)],
    ),
    ("The motion was passed by the House.", [("House", "passed", "The motion", None)]),
    ("The House voted 312-290 against the bill.", [("House", "voted against", "the bill", None)]),
    ("The House voted by 312 to 290 to reject the motion.", [("House", "rejected", "the motion", None)]),
    ("The Assembly adopted, without a vote, a text on wells.", [("Assembly", "adopted", "a text on wells", None)]),
    ("The Council condemned the raid in the strongest terms.", [("Council", "condemned", "the raid", None)]),
    ("The Board adopted resolution 12 (2018).", [("Board", "adopted", "resolution 12 (2018)", None)]),
    (
        "The Regional Court of Wend convicted three men in 2030; the Supreme Court upheld the convictions.",
        [
            ("Regional Court of Wend", "convicted", "three men", "2030"),
            ("Supreme Court", "upheld", "the convictions", None),
        ],
    ),
    (
        "The Supreme Court ruled on 3 March 2030 that the law was void.",
        [("Supreme Court", "ruled", "that the law was void", "2030-03-03")],
    ),
    (
        "The Senate did not ratify the treaty, nor did the House; so did Peru.",
        [
            ("Senate", "not ratified", "the treaty", None),
            ("House", "not ratified", "the treaty", None),
            ("Peru", "ratified", "the treaty", None),
        ],
    ),
    (
        "The League has neither recognised the port nor condemned the raid.",
        [("League", "not recognised", "the port", None), ("League", "not condemned", "the raid", None)],
    ),
    ("Not one parliament has recognised the raid.", [("parliament", "not recognised", "the raid", None)]),
    ("Norway became the fourth State to recognise the raid.", [("Norway", "recognised", "the raid", None)]),
    ("The Council, in its resolution 822 (1993), condemned the raid.", [("Council", "condemned", "the raid", None)]),
    (
        "Norway and Tessaly voted in favour, while Kenya abstained.",
        [("Norway", "voted for", None, None), ("Tessaly", "voted for", None, None)],
    ),
    ("The draft was vetoed by Kenya.", [("Kenya", "vetoed", "The draft", None)]),
    (
        "The Council extended the mandate of the mission until 31 January 2032.",
        [("Council", "extended", "the mandate of the mission", None)],
    ),
    (
        "Peru ratified the treaty in 2016; Kenya did in 2017. Norway never did. Chile did, as Malta did in 2019.",
        [
            ("Peru", "ratified", "the treaty", "2016"),
            ("Kenya", "ratified", "the treaty", "2017"),
            ("Norway", "not ratified", "the treaty", None),
            ("Chile", "ratified", "the treaty", None),
            ("Malta", "ratified", "the treaty", "2019"),
        ],
    ),
    (
        "The famine was recognised by the parliament of Kenya in 2008 and by that of Peru in 2009.",
        [
            ("parliament of Kenya", "recognised", "The famine", "2008"),
            ("parliament of Peru", "recognised", "The famine", "2009"),
        ],
    ),
    (
        "The parliament of Kenya recognised the famine in 2008, followed by that of Peru in 2009.",
        [
            ("parliament of Kenya", "recognised", "the famine", "2008"),
            ("parliament of Peru", "recognised", "the famine", "2009"),
        ],
    ),
    (
        "The Supreme Court held in 2019 that the raid was a crime; the Board held that the view was good.",
        [("Supreme Court", "held", "that the raid was a crime", "2019")],
    ),
    (
        (
            "The Senate adopted the bill. Few walked out, but Kenya did. What the House did in 2009 is known; he did in 2030;"
            " it fell sooner than Kenya did."
        ),
        [("Senate", "adopted", "the bill", None)],
    ),
    (
        "The law was annulled by the court in 1999 and the Senate did nothing. The court held that seat.",
        [("court", "overturned", "The law", "1999")],
    ),
    (
        "The League adopted the text, followed by the dinner in the hall; it was ratified by Peru and by that of Kenya.",
        [
            ("League", "adopted", "the text", None),
            ("Peru", "ratified", "it", None),
            ("Kenya", "ratified", "it", None),
        ],
    ),
    ("The Human Rights Council established a commission of inquiry.",
     [("Human Rights Council", "established", "a commission of inquiry", None)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:40] for text, _ in CASES])
def test_acts_are_read_from_their_clauses(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Union called on Norway to ratify the treaty.",
        "Norway will ratify the treaty; Kenya might adopt it.",
        "Ms. Ana Lima condemned the attack.",
        "The Minister of Foreign Affairs of Ardania condemned the attack.",
        "The internationally recognised government left the town.",
        "The adopted text was long.",
        "The text was adopted by consensus.",
        "He passed the House on foot.",
        "After a visit to Norway he signed the accord.",
        "Norway’s recognised borders run along the river.",
        "The Board extended its condolences, and the centre established a prize.",
        "Eleven nations signed up to the plan.",
        "Ministers from Kenya, Norway and Peru signed the accord.",
        "The representatives of Kenya, Norway and Peru rejected the draft.",
        "He ratified the deed. Mr. Amaral Falk spoke, and Falk ratified the deed.",
        "The party has ruled since 1990; the road was extended by the Ministry.",
    ],
)
def test_wishes_persons_and_adjectives_are_no_acts_of_bodies(text: str) -> None:
    assert rows(text) == []


def test_spans_are_the_words_that_name_body_and_verb() -> None:
    text = "The Parliaments of Kenya and Peru have since ratified the treaty."
    assert [[span.of(text) for span in act.spans] for act in acts(text)] == [
        ["The Parliaments of Kenya", "have since ratified"],
        ["Peru", "have since ratified"],
    ]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(["Kenya", "Peru", "Norway", "Trinidad and Tobago", "Chile", "the Czech Republic"]),
        min_size=2,
        unique=True,
    )
)
def test_every_state_of_a_list_acts_alone(states: list[str]) -> None:
    listed = f"{', '.join(states[:-1])} and {states[-1]}"
    assert [act.body for act in acts(f"The Parliaments of {listed} ratified the treaty.")] == [
        f"Parliament of {s}" for s in states
    ]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            "the Council and of Kenya , . has by adopted not recognised in 2012 Senate ( ) which “ ” whereby".split()
        )
    )
)
def test_no_text_breaks_it(words: list[str]) -> None:
    text = " ".join(["Kenya", *words])
    shown = scan(text)
    for act in find(shown):
        assert all(span.of(shown.text) for span in act.spans)
        assert act.object is None or act.object.of(shown.text)
