"""The door of checks, and the near-misses that must not be taken for misfits."""

from __future__ import annotations

import gc
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.checks.check import check, chosen
from onrecord.checks.registry import CHECKS
from onrecord.checks.spelling import near_pairs, slip
from onrecord.document import Document, Source, digest
from onrecord.engine.analyse import analyse
from onrecord.errors import OnrecordError
from onrecord.reading.read import read
from onrecord.record import Engine, Record


def bare(text: str, *, published: str | None = None) -> Record:
    """A record of the text alone, for checks that need nothing but words."""
    data = text.encode()
    made = read(data, name="report", media_type="text/plain")
    document = Document(
        id=f"sha256:{digest(data)}",
        published=published,
        source=Source(uri=None, media_type="text/plain", sha256=digest(data), bytes=len(data)),
        text=made.text,
        text_sha256=digest(made.text),
        blocks=made.blocks,
    )
    return Record(engine=Engine(version="0", model="none"), document=document)


def names(text: str, *, published: str | None = None) -> list[str]:
    return [finding.check for finding in check(bare(text, published=published))]


def whole(text: str) -> list[str]:
    return [finding.check for finding in analyse(read(text.encode(), name="report", media_type="text/plain")).findings]


BOTH = "The talks opened on Monday, 14 March 2018. The order was signed on 31 April 2017."


def test_only_and_off_choose_checks_by_name():
    record = bare(BOTH)
    assert [one.check for one in check(record)] == ["weekday-date", "date-impossible"]
    assert [one.check for one in check(record, only=["date-impossible"])] == ["date-impossible"]
    assert [one.check for one in check(record, off=["date-impossible"])] == ["weekday-date"]
    assert chosen(only=["date-order", "anniversary"], off=["date-order"]) == ["anniversary"]


@pytest.mark.parametrize("options", [{"only": ["spelling"]}, {"off": ["spelling"]}])
def test_an_unknown_name_is_refused_with_those_there_are(options):
    with pytest.raises(OnrecordError, match=r"no check is called 'spelling'; there are: resolution-year"):
        check(bare(BOTH), **options)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was signed on 29 February 2017.", ["date-impossible"]),
        ("It was signed on 29 February 2016.", []),
        ("It was signed on 29 February 1900.", []),  # a leap year of the Julian calendar
        ("It was signed on 30.02.2017.", ["date-impossible"]),
        ("See document 31.13.2017 and file 45/31/2017.", []),
        ("The camp held 45 May detainees.", []),
        ("It was open on 30-31 June 2016.", ["date-impossible"]),
        ("On Tuesday, 7 November 1917, by the old calendar, they marched.", []),
        ("Between 2014 and 2009 no ship called.", ["date-order"]),
        ("Deaths fell from 2014 to 2009 per year.", ["date-order"]),
        ("The price fell from 900 to 300.", []),
        ("They met on 3 May 2017 and 2 April 2017.", []),
    ],
)
def test_days_of_the_calendar(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 26 February 2018 Bel marked the 26th anniversary of the 1992 flood.", []),
        ("On 26 February 2018 Bel marked the 25th anniversary of the 1990 flood.", ["anniversary"]),
        ("On 26 February 2018 Bel marked the hundredth anniversary of the 1918 flood.", []),
        ("On 26 February 2018 Bel marked the sixty-fifth anniversary of the 1918 flood.", ["anniversary"]),
        ("On 26 February 2018 Bel marked the 20th anniversary of its charter in 1999.", []),  # the year may be that of either
        ("On 1 December 2017 Bel said it would mark the 70th anniversary of the 1948 charter.", []),
        ("Bel marked the 26th anniversary of the 1990 flood.", []),  # no occasion is dated
        ("BEL, 16 October 2018 - The 41st anniversary of the flood of 1982 was marked in June of this year.", ["anniversary"]),
        ("BEL, 16 October 2018 - The Rome Statute of 1998 was read. The 36th anniversary of the flood of 1982 was marked.", []),
        ("On 4 May 2018 Bel marked the 16th anniversary, which few recalled, of the 1998 flood.", ["anniversary"]),
        (
            "The Bel flood of 1992 killed many. On 26 May 2019 Bel marked the 26th anniversary of the Bel flood.",
            ["anniversary"],
        ),
    ],
)
def test_anniversaries(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(("year", "told"), [(2000, False), (2001, True)])
def test_a_year_of_which_there_is_no_such_resolution_is_told(year, told):
    text = f"She spoke of women, peace and security and of the {year} UN Security Council resolution."
    messages = [one.message for one in check(bare(text), only=["resolution-unnumbered"])]
    assert [f"the catalogue has none of {year} on it" in message for message in messages] == [told]


def test_the_year_of_an_event_is_one_that_the_text_gives():
    assert names("It is the 23rd anniversary of the flood in the night of 9 to 10 March.", published="2017-12-01") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We saw it. “It was late,” she said.", ["quotation-unclosed"]),
        ("“We saw it.\n\n“It was late.”", []),
        ("He wrote: “We saw it.\n\nIt was late.\n\nNobody came.”", []),
        ('The board is 12" wide and was sawn at Bel.', []),
        ("The '90s were dry. Farmers' wells dried up.", []),
        ("“We saw it,” she said, “and it was late.''", []),
    ],
)
def test_quotation_marks(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In Kortavia they spoke of Kortavia, and the wells of Kotravia ran dry.", ["name-variants"]),
        ("In Kortavia the Kortavian wells ran dry, and in Kortavia the people of Kortavia, Kortavians all, left.", []),
        ("The wells of Slovakia and of Slovenia and of Slovakia ran dry.", []),
        ("The Defence Board met the Defense Board of Bel and the Defence Board of Ard.", []),
        ("In Kortavia (also written Kotravia) they spoke of Kortavia, and the wells of Kortavia ran dry.", []),
        ("Mr. Anton Thompson spoke. Then Ms. Paula Thomson spoke, and Anton Thompson left.", []),
        ("The Parliaments of Kenya, Columbia and Peru met.", ["name-variants"]),
        ("She studied in British Columbia, and at Columbia University.", []),
    ],
)
def test_spellings_of_names(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("khojaly", "khojalay", True),
        ("kashmir", "kahmir", True),
        ("nagorno", "nogorna", True),
        ("philippines", "phillipines", True),
        ("minister", "ministry", False),
        ("arkansas", "arkansans", False),
        ("centred", "centered", False),
        ("majority", "minority", False),
        ("recognise", "recognize", False),
        ("georgia", "georgian", False),
    ],
)
def test_slips_are_told_from_other_words(one, other, expected):
    assert slip(one, other) is slip(other, one) is expected
    if expected:
        assert near_pairs([one, other]) == {tuple(sorted((one, other)))}


@pytest.mark.parametrize(
    "text",
    [
        # inasafe/inasafe#3118: amounts in several units are no parts that ought to add up.
        "The depot handed out 900 parcels in all. They held 400 kilograms of rice, 250 litres of oil and 120 hygiene kits.",
        "The flood killed 41 people and left 900 homeless.",
        "Of the 41 people killed, 25 were women and 19 were older people.",
        "The mission reached 46 of the 60 villages (77 per cent).",
        "In Bel, 41 people were killed on 3 May 2017. In Ard, 14 people were killed on 3 May 2017.",
        "The Board said that 41 people were killed in Bel on 3 May. The union said that 14 were killed in Bel on 3 May.",
        "He cited the 2030 Agenda, Security Council resolutions and the General Assembly.",
        "Resolution 2254 (2015), adopted on 18 December 2015, was recalled.",
        # Whoever cites another in a turn of a transcript says nothing in the other's words.
        (
            "DAILY BRIEFING\nDaniel Okwuosa, Spokesman\n\nMR. OKWUOSA: Good afternoon, everyone. I have two things.\n\n"
            "QUESTION: Thank you, Daniel. Was it agreed?\n\n"
            "“Nobody in the upper valley has seen a doctor since the pass was closed,” said Ms. Runa Solberg.\n\n"
            "The chair thanked the witnesses.\n\n"
            "Ms. Runa Solberg had told the radio: “Nobody in the upper valley has seen a doctor since the pass was closed.”\n\n"
            "MR. OKWUOSA: It was, and everybody signed it."
        ),
        (
            "Mr. Olu Falk said that the dam at Wend had been built on sand by men who never meant to live below it. “The dam at"
            " Wend had been built on sand by men who never meant to live below it,” Ms. Ana Lima quoted him."
        ),
        "Ms. Ana Lima, former Ambassador of Norway, spoke. The Ambassador of Kenya, Ms. Ana Lima, said that all was well.",
    ],
)
def test_what_can_be_read_so_that_it_fits_is_left_alone(text):
    assert whole(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Of the 212 people on board, 90, or 52 per cent, were rescued.", ["percentage-base"]),
        ("Of the 212 people on board, 90, or 42 per cent, were rescued.", []),
        ("Out of 1,200 beds, 900 are taken, that is 65 per cent.", ["percentage-base"]),
        ("Of 5,000 languages, 2,680 were at risk, or 40 per cent.", ["percentage-base"]),
        ("Of the 40 pupils, 30 came, or 20 per cent more than last year.", []),
        ("Of the 40 pupils, 30 came, or 20 per cent of those called.", []),
        ("Of the 2,000 refugees in Bel, 600 refugees (51 per cent children) came by sea.", []),
        ("The relief goes to six states, of whom 54 are reached.", []),
        ("Turnout was 112 per cent of voters in Bel.", ["percentage-base"]),
        ("The crew was of 41 people: 20 sailors, 12 cooks and 4 engineers.", ["parts-do-not-add-up"]),
        ("The crew was of 41 people: 25 sailors, 12 cooks and 4 engineers.", []),
        ("The storm took 5 people: 2 men, 2 women and a boy.", []),
        ("In Bel 30 police officers came, namely 12 women and 15 men.", ["parts-do-not-add-up"]),
        ("The hall held 40 people: 30 women and 20 men.", ["parts-exceed-total"]),
        ("The shire has 90 reserves, of which 110 are in the north.", ["parts-exceed-total"]),
        ("The shire has 110 reserves, of which 90 are in the north.", []),
        ("Some 72 civilians were killed, among them 31 women and 18 children, and 113 injured.", []),
        (
            "As of 4 March, 88 people have been killed in Bel.\n\nAs of 4 March, 98 people have been killed in Bel.",
            ["figure-differs-inside"],
        ),
        ("As of 4 March, 88 people have been killed in Bel.\n\nAs of 5 March, 98 people have been killed in Bel.", []),
    ],
)
def test_amounts(text, expected):
    assert whole(text) == expected


def test_a_quotation_in_two_wordings_is_told_whoever_else_is_said_to_speak_in_it():
    said = "The lamps along the quay were sold for scrap while {} council argued over who owned them"
    first, second = said.format("the"), said.format("northern")
    text = (
        f"“{first},” said Mr. Ines Falk.\n\nThe chair thanked the witnesses.\n\nMr. Ines Falk had told the radio: “{second}.”\n"
    )
    assert whole(text) == ["self-quoted-difference"]


def test_quoted_words_are_the_text_s_own():
    record = analyse(read(b"Of the 41 people killed in Bel, 52 were women.", name="report", media_type="text/plain"))
    assert [one.message for one in record.findings] == ["“52” (women) is told as a part of “41 people killed”, which is less"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 10 December 2018 Bel marked the 75th anniversary of the Universal Declaration of Human Rights.", ["anniversary"]),
        ("On 10 December 2018 Bel marked the 70th anniversary of the Universal Declaration of Human Rights.", []),
        ("On 3 May 2020 Bel marked the 45th anniversary of the Biological Weapons Convention.", []),  # in force since 1975
        ("The Security Council read its resoluton 822 (1993), and resolution 853 (1993).", ["instrument-misnamed"]),
        (
            "They must respect the Genva Conventions and the Viena Convention.",
            ["instrument-misnamed", "instrument-ambiguous", "instrument-misnamed"],
        ),
        ("The Genocide Convention binds. So does the Convention Relating to the Status of Refugess.", ["instrument-misnamed"]),
        (
            "The Additional Protocol protects the wells. Article 14 of the Protocol names food.",
            ["instrument-ambiguous"],
        ),
        ("It is named in the UN Convention of 1948, the Hague Regulations of 1907 and the Fourth Geneva Convention.", []),
        ("GENERAL ASSEMBLY\n\nAt the sixty-first session, in 2011, Bel had abstained.", ["session-year"]),
        ("GENERAL ASSEMBLY\n\nAt the sixty-first session of the Commission, in 2011, Bel had abstained.", []),
        ("The General Assembly met. The Assembly's seventieth session, in 2012, was long.", ["session-year"]),
    ],
)
def test_what_is_cited(text, expected):
    assert whole(text) == expected


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            '“ ” " resolution 1325 (2001) the 26th anniversary of 1992 Kenya Columbia , . and from 12 May 2017 to 3 April 31 '
            "Monday in 2018 General Assembly Kortavia Kotravia\n\n 45 of 60 ( 85 % )".split(" ")
        )
    )
)
def test_findings_stand_in_the_text_in_order_and_are_the_same_again(words):
    record = bare("A " + " ".join(words))
    found = check(record)
    assert found == check(record)
    assert [one.spans for one in found] == sorted(one.spans for one in found)
    assert all(span.of(record.document.text) for one in found for span in one.spans)
    assert all(one.check in CHECKS and one.message for one in found)


@pytest.mark.parametrize(
    "piece",
    [
        "“a ",
        "the 26th anniversary of the Bel flood in May 1992. ",
        "the 2009 UN General Assembly resolution on Kenya. ",
        "Kenya, Peru and ",
    ],
)
def test_the_time_grows_with_the_text(piece):
    """Twenty times the text takes some twenty times as long; were it quadratic, four hundred times."""

    def once(record: Record) -> float:
        start = time.process_time()
        check(record)
        return time.process_time() - start

    def best(count: int) -> float:
        record = bare(piece * count)
        return min(once(record) for _ in range(3))

    once(bare(piece * 10))
    gc.collect()
    gc.disable()  # a collection of all that other tests left behind takes longer than the check itself
    try:
        assert best(4000) < 100 * best(200)
    finally:
        gc.enable()
