"""Whole reports, read as the product reads them: whose words each statement holds, and what stands inside what."""

from __future__ import annotations

from onrecord.engine.analyse import analyse
from onrecord.reading.read import read

BRIEFING = """DAILY BRIEFING OF THE REGIONAL UNION

The following is a near-verbatim transcript of today's noon briefing by Amal Dietz, Deputy Spokesperson for the Chairperson.

Our colleagues at the relief agency tell us that a convoy of 12 trucks reached Orsk yesterday. It was the first \
since February. The Chairperson, who spoke to the President of Velmora this morning, welcomed the opening of the road.

Question: Amal, the rebels say that only seven got through. Which is it?

Deputy Spokesperson: The agency counted 12. We stand by our colleagues' figures.

Question: And has there been an answer?

Deputy Spokesperson: Not yet.

The transcript was prepared for the convenience of the press.
"""

AGENCY = """KESTREL, Isle of Morn (AW) — A gunman who held seven people in a savings bank gave up on Tuesday night, police said.

His wife, Martha Quill, was quoted by the Kestrel Courier as saying that he had written 40 letters to the pension office.

One hostage, who gave her name only as Ruth, told Morn Radio that the gunman had offered them biscuits. Another, bank clerk \
Ian Moss, 23, said he feared for his life. "I thought of my daughter," he said.

Interior Minister Sefu Lole said the bank would open on Friday. The finance minister declined to comment, but Norland's \
finance minister said no money had been lost.
"""

TRIAL = """Ex-minister took bribes, prosecutor tells court

STENHOLM — A former transport minister accepted at least 2.4 million crowns, prosecutor Lena Falk told the Stenholm district \
court on Monday as the trial of Per Ahlin, 58, opened. She cited text messages in which Ahlin allegedly wrote to the company's \
director, Jonas Rehn: "Same account as last time."

The presiding judge, Henrik Vass, rejected a defence motion to hear the case behind closed doors.

Rehn, who has pleaded guilty, is expected to testify on Thursday. In a police interview read out in court he said: "He asked, \
I paid. It was never called a loan."

At least 40 files have gone missing, according to Human Rights Watch. The group called on the court to open its archive. Asked \
for an answer, the court's spokesman hung up.
"""

COUNCIL = """STATEMENT ON ATTACK IN LAKE PROVINCE

The members of the Harbour Council condemned in the strongest terms the attack of 2 May in Osk, which killed 30 civilians.

They urged all States, in accordance with their obligations under international law, to cooperate with Velmora.

The members of the Harbour Council recalled the Secretary's report of 14 April, in which he had warned of "a slide into war".
"""

COMMITTEE = """Committee on the Rights of Migrants: summary of the 412th meeting

Ms. TOIVONEN (Country Rapporteur) asked how many unaccompanied children were held in closed centres. The Ombudsman had \
reported 140 cases in 2021; the State party's own figure was 37. She would like to know which was correct.

Mr. REZA (Velmora) said that the centres were not closed. The figure of 37 referred to those under 14, while the Ombudsman had \
counted all minors. As for the locks, an inquiry was under way and he could not comment.

Ms. TOIVONEN (Country Rapporteur) said that she took note of the remark.
"""


def told(text: str) -> list[tuple[str | None, str, str, str | None]]:
    """For each statement its speaker, kind and first words, and the speaker of the one around it."""
    record = analyse(read(text.encode(), name="report", media_type="text/plain"))
    by_id = {statement.id: statement for statement in record.statements}

    def name(key: str | None) -> str | None:
        speaker = record.speaker(by_id[key]) if key else None
        return speaker.name if speaker else None

    return [(name(one.id), one.kind, " ".join(one.words[0].split()[:4]), name(one.within)) for one in record.statements]


def test_a_briefing_is_its_spokesperson_s_and_others_stand_inside() -> None:
    assert told(BRIEFING) == [
        ("Amal Dietz", "continued", "Our colleagues at the", None),
        ("colleagues", "indirect", "a convoy of 12", "Amal Dietz"),
        ("Amal Dietz", "continued", "It was the first", None),
        ("Amal Dietz", "continued", "The Chairperson, who spoke", None),
        ("Chairperson", "indirect", "the opening of the", "Amal Dietz"),
        ("Question", "direct", "Amal, the rebels say", None),
        ("rebels", "indirect", "only seven got through", "Question"),
        ("Amal Dietz", "direct", "The agency counted 12.", None),
        ("Question", "direct", "And has there been", None),
        ("Amal Dietz", "direct", "Not yet", None),
    ]


def test_an_agency_report_gives_nobody_another_s_words() -> None:
    assert [(speaker, words) for speaker, _, words, _ in told(AGENCY)] == [
        ("police", "A gunman who held"),
        ("Martha Quill", "he had written 40"),
        ("hostage", "the gunman had offered"),
        ("Ian Moss", "he feared for his"),
        ("Ian Moss", '"I thought of my'),
        ("Sefu Lole", "the bank would open"),
        ("Norland's finance minister", "no money had been"),
    ]


NEWS = """Flood at Kessin: 14 dead, says mayor

President blames upstream dam; operator rejects claim

Council adopts budget

Court halts transfers

KESSIN, 10 February (NP) – Mayor Lucan Best said 14 bodies had been found by noon.

The President, on a visit to the town, blamed the Hallin dam, 40 kilometres upstream. Hallin Power, which runs the dam, denied \
this. When the gates were opened to reporters, an engineer asked why nobody had warned the town.

Ms. Brack said the union had written to the Labour Inspectorate, whose chief inspector had promised a visit within ten days.

Dr. Pia Norrin gave an overview of the basin.
"""

QUOTED = """“Experts believe the dam could hold for another decade,” said Ms. Ilse Karr, head of the Harbour Board.

“The company said the letter was never delivered,” Ms. Karr told reporters.

“The Harbour Board welcomes the opening of the road,” she said. “Our Board calls for the release of all who are held.”
"""


def inside(text: str) -> list[tuple[str | None, str]]:
    """The speaker and words of each statement in another."""
    record = analyse(read(text.encode(), name="report", media_type="text/plain"))
    within = [one for one in record.statements if one.within]
    return [(speaker.name if (speaker := record.speaker(one)) else None, one.words[0]) for one in within]


def test_headlines_and_denials_are_heard() -> None:
    assert [(speaker, words) for speaker, _, words, within in told(NEWS) if not within] == [
        ("Lucan Best", "Flood at Kessin: 14"),
        ("President", "upstream dam"),
        ("operator", "claim"),
        ("Lucan Best", "14 bodies had been"),
        ("President", "the Hallin dam, 40"),
        ("Hallin Power", "this"),
        ("engineer", "why nobody had warned"),
        ("Brack", "the union had written"),
    ]
    assert inside(NEWS) == [("chief inspector", "a visit within ten days")]


def test_others_in_a_quotation_are_heard_and_the_speaker_s_own_body_is_not_another() -> None:
    assert inside(QUOTED) == [
        ("Experts", "the dam could hold for another decade"),
        ("company", "the letter was never delivered"),
    ]


def test_a_paragraph_in_marks_without_a_stop_is_a_title() -> None:
    text = "“Salt, silt and borders: ten years after the flood”\n\nMs. Lima said the wells were dry.\n\n“We shall come back.”"
    assert [words for _, _, words, _ in told(text)] == ["the wells were dry", "“We shall come back.”"]


def test_a_court_report_tells_who_is_meant_by_office_pronoun_and_noun() -> None:
    assert told(TRIAL) == [
        ("Lena Falk", "indirect", "Ex-minister took bribes", None),
        ("Lena Falk", "indirect", "A former transport minister", None),
        ("Lena Falk", "mixed", "text messages in which", None),
        ("Per Ahlin", "direct", '"Same account as last', "Lena Falk"),
        ("Henrik Vass", "indirect", "a defence motion to", None),
        ("Jonas Rehn", "indirect", "guilty", None),
        ("Jonas Rehn", "direct", '"He asked, I paid.', None),
        ("Human Rights Watch", "indirect", "At least 40 files", None),
        ("Human Rights Watch", "indirect", "the court to open", None),
    ]


def test_a_council_s_statement_keeps_whom_it_urges_and_what_it_recalls() -> None:
    assert told(COUNCIL) == [
        ("members of the Harbour Council", "indirect", "the attack of 2", None),
        ("members of the Harbour Council", "indirect", "all States, in accordance", None),
        ("members of the Harbour Council", "mixed", "the Secretary's report of", None),
        ("Secretary", "direct", '"a slide into war"', "members of the Harbour Council"),
    ]


def test_in_a_summary_of_a_meeting_who_is_cited_takes_no_floor() -> None:
    assert [(speaker, kind, words) for speaker, kind, words, within in told(COMMITTEE) if not within] == [
        ("TOIVONEN", "indirect", "how many unaccompanied children"),
        ("TOIVONEN", "continued", "The Ombudsman had reported"),
        ("TOIVONEN", "indirect", "which was correct"),
        ("REZA", "indirect", "the centres were not"),
        ("REZA", "continued", "The figure of 37"),
        ("REZA", "continued", "As for the locks,"),
        ("TOIVONEN", "indirect", "she took note of"),
    ]
    assert ("Ombudsman", "140 cases in 2021") in inside(COMMITTEE)
